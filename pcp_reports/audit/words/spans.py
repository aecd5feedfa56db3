"""Which year, quarter or half of several words name: “2024/25”, “year one”, “the first year”, “Q3”, however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERS = ("one", "two", "three", "four", "five")
_FINANCIAL = re.compile(
    r"(?<![0-9£,])(?:20(?P<full>[0-9]{2})\s?[-/–]\s?(?:20)?(?P<next>[0-9]{2})|(?P<short>[0-9]{2})/(?P<after>[0-9]{2}))(?![0-9/]|,[0-9])"
)
_CALENDAR = re.compile(r"(?<![0-9£,/–-])(20[0-9]{2})(?!\s?[-/–]\s?[0-9]|[0-9]|,[0-9])")
_WORDS = rf"(?P<number>{'|'.join(_NUMBERS)}|[1-5])"
_OF = r"(?P<what>year|yr|quarter|qtr|half|term|phase|tranche|instalment)"
_NUMBERED = re.compile(rf"(?i)\b{_OF}\s?{_WORDS}\b(?!\s?[-/–]\s?[0-9]|[0-9]|,[0-9])")
_COUNTED = re.compile(
    rf"(?i)\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>[1-5])(?:st|nd|rd|th))[\s-](?:(?:financial|full|grant)\s)?{_OF}\b"
)
_LETTERED = re.compile(r"\b(?P<what>[QqYyHh])\s?(?P<number>[1-5])\b")
YEARS = ("year ", "financial ", "calendar ")
"""How the keys of years begin."""
_NUMBER_OF = {"both": 2, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_ALL_YEARS = re.compile(
    r"(?i)\b(?:over|across|for|in|during|throughout|spread over) (?:the |these |those |all )?(?:next |coming |full )?(?P<number>two|three|four|[2-4])(?: financial)? years\b"
    r"|\b(?P<both>both|all)(?: of)?(?: the| these)?(?: two| three| four)?(?: financial)? years\b"
)
_ONE_YEAR = re.compile(
    r"(?i)\b(?:this|next|last|current|each|every|per|a|an|one|single|first|second|third|initial|opening|final)(?: financial)? year\b|\bper annum\b|\bannual(?:ly)?\b|\byearly\b"
    r"|\bof (?:which|this|that|it)\b|\bso far\b|\bto date\b|\bto (?:begin|start) with\b|\bof (?:two|three|four) years\b|\bremain\w*|\bfirst of\b"
)
"""What says that a sum is of one year of several, though they are told of as well."""
_BEFORE = re.compile(
    r"(?i)\b(?:before|previous\w*|last|earlier|prior|had|compared|against|up from|down from|instead|rather than|than|from|preceding|former\w*|until|unlike|since|cannot|could not|no longer|not|less|lower|smaller|fewer|larger|fell|fall\w*|moved?|rose|rise\w*)\b"
)
"""What says that a sum beside a year is perhaps of another."""
_CLAUSE = re.compile(
    r"(?i)[,;:(–—]|\b(?:and|which|but|while|whilst|who|that|where|when|as|after|follow\w*|replac\w*|renew\w*|cuts?|cutting|end(?:s|ed|ing)?|stop\w*|reduc\w*|sav\w+|than|instead)\b"
)
_AFTER_YEAR = re.compile(r"(?<=[0-9rRfF]),(?= )")
_GIVEN_FOR = re.compile(
    r"(?i)(?:\W+(?:in all|in total|is|was|has|have|been|will|be|are|were|to|for|in|during|of|the|new|financial|year|grants?|awards?|funding|awarded|granted|given|paid|approved|agreed|allocated|shared|going))+\W+(?=\S*[0-9])"
)
_SAME = {"yr": "year", "qtr": "quarter", "q": "quarter", "y": "year", "h": "half"}


def keys_of(words: str) -> Mapping[str, str]:
    """Return the years and parts of years that words name, each by a key of its own, with the words that name it."""
    found: dict[str, str] = {}
    for match in _FINANCIAL.finditer(words):
        first, then = match["full"] or match["short"], match["next"] or match["after"]
        if int(then) == (int(first) + 1) % 100:
            found[f"financial {first}"] = match[0]
    for match in _CALENDAR.finditer(words):
        found[f"calendar {match[1]}"] = match[0]
    for match in _NUMBERED.finditer(words):
        number = match["number"].lower()
        found[_key(match["what"], _NUMBERS.index(number) + 1 if number in _NUMBERS else int(number))] = match[0]
    for match in _COUNTED.finditer(words):
        number = _ORDINALS.index(match["word"].lower()) + 1 if match["word"] else int(match["figure"])
        found[_key(match["what"], number)] = match[0]
    for match in _LETTERED.finditer(words):
        found[_key(match["what"], int(match["number"]))] = match[0]
    return found


def names_all_years(words: str, years: int) -> bool:
    """Return whether a sentence speaks of so many years together, 0 for any number, and of no single one: “over the two years”, “in both years”."""
    found = _ALL_YEARS.search(words)
    if found is None or _ONE_YEAR.search(words) is not None or keys_of(words):
        return False
    if not years:
        return True
    number = (found["number"] or found["both"]).lower()
    return years > 1 and (number == "all" or years == _NUMBER_OF[number])


def keys_beside(before: str, behind: str) -> frozenset[str]:
    """Return the keys of the years that a sum is said to be of, in its own clause: before it, or behind it as what it is given for."""
    own = _CLAUSE.split(_AFTER_YEAR.sub("", before))[-1]
    given = _GIVEN_FOR.match(behind)
    rest = _CLAUSE.split(behind[given.end() :])[0] if given is not None else ""
    return frozenset((*keys_of(own), *keys_of(rest)))


def tells_of_before(words: str) -> bool:
    """Return whether a sum beside a year may be of an earlier one: “In 2025/26 we renewed the grants, which came to £9,000 the year before”."""
    return _BEFORE.search(words) is not None


def _key(what: str, number: int) -> str:
    plain = what.lower()
    return f"{_SAME.get(plain, plain)} {number}"
