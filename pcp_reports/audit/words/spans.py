"""Which year, quarter or half of several words name: “2024/25”, “year one”, “the first year”, “Q3”, however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERS = ("one", "two", "three", "four", "five")
_FINANCIAL = re.compile(
    r"(?<![0-9£,])(?:20(?P<full>[0-9]{2})\s?[-/–]\s?(?:20)?(?P<next>[0-9]{2})|(?P<short>[0-9]{2})/(?P<after>[0-9]{2}))(?![0-9,/])"
)
_CALENDAR = re.compile(r"(?<![0-9£,/–-])(20[0-9]{2})(?!\s?[-/–]\s?[0-9]|[0-9,])")
_WORDS = rf"(?P<number>{'|'.join(_NUMBERS)}|[1-5])"
_OF = r"(?P<what>year|yr|quarter|qtr|half|term|phase|tranche|instalment)"
_NUMBERED = re.compile(rf"(?i)\b{_OF}\s?{_WORDS}\b(?!\s?[-/–]\s?[0-9]|[0-9,])")
_COUNTED = re.compile(
    rf"(?i)\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>[1-5])(?:st|nd|rd|th))[\s-](?:(?:financial|full|grant)\s)?{_OF}\b"
)
_LETTERED = re.compile(r"\b(?P<what>[QqYyHh])\s?(?P<number>[1-5])\b")
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


def _key(what: str, number: int) -> str:
    plain = what.lower()
    return f"{_SAME.get(plain, plain)} {number}"
