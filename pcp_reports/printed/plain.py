"""Figures that stand plainly between words that mean nothing to them, as most do: they are read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed import hedges, pointers, shapes
from pcp_reports.printed.amounts import BEHIND, BLANKS, ENDS, MORE, WORD
from pcp_reports.printed.assembling import full_claim, plain_claim
from pcp_reports.printed.claim import Claim, Unit
from pcp_reports.printed.nouns import end_of, noun_behind
from pcp_reports.printed.number_words import TENS, UNITS
from pcp_reports.printed.numerals import SCALES, WELSH_SCALES
from pcp_reports.printed.patterns import pattern
from pcp_reports.printed.prose import BREAK, last_word, left_words
from pcp_reports.printed.quantities import UNIT_WORDS, Quantity
from pcp_reports.printed.standing import is_score, may_mean

if TYPE_CHECKING:
    import re

    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.prose import Prose

_STOPS_OF_LISTS = frozenset(".)")
_BEHIND = (
    shapes.NEXT_WORDS
    | UNIT_WORDS
    | frozenset({*SCALES, *WELSH_SCALES, "in", "out", "allan", "strong", "minute", "minutes", "min", "mins", "hr"})
    | hedges.TAIL_WORDS
    | hedges.EACH_WORDS
)
_AFTER_NOUNS = (
    " or ",
    " at ",
    ", at ",
    " each",
    " apiece",
    " per ",
    " and over",
    " and under",
    " and above",
    " and older",
    " and below",
    " neu ",
    " yr un",
    " fesul ",
    " or\n",
)
_ENDS = frozenset({",", ";", BREAK})
_DASHES = frozenset("-–—")
_ENDING = frozenset({" ", "\n", BREAK})
_PERIODS = frozenset({"years", "months", "weeks", "days"})
_DIGITS_OF_AGE = 2
_YEAR_DIGITS = 4
_HYPHENED = frozenset({"strong", "week", "month", "day", "member"})
_OF_RATIOS = frozenset({"every", *UNITS, *TENS})
_CENTURIES = frozenset({"19", "20"})
_AFTER_AGES = frozenset({"", ",", ".", ";", ")", BREAK})


def is_plain_year(low: str, number: Numeral, match: re.Match[str]) -> bool:
    """Return whether a number is a year by its digits, with nothing behind it that makes a date of it or more."""
    bare, end = number.bare, number.end
    if len(bare) != _YEAR_DIGITS or bare[:2] not in _CENTURIES or "." in bare or match["glued"]:
        return False
    following, behind = low[end : end + 1], match["next"]
    if following in BLANKS:
        return behind is not None and behind not in shapes.NEXT_WORDS and low[end + 1].isalpha()
    return following in _ENDS or (following in _STOPS_OF_LISTS and not low[end + 1 : end + 2].isdecimal())


def plain_share(prose: Prose, number: Numeral, done: int) -> Claim | None:
    """Return the claim of “12%” between words that mean nothing to it; None if it is not that."""
    low, at, end = prose.low, number.start, number.end
    if not _ends_share(low, end + 1):
        return None
    if low[at - 1 : at] != "(" and may_mean(last_word(low, at, done), prose, at, done):
        return None
    return plain_claim(prose, Quantity(at, end + 1, number, Unit.PERCENT), "")


def plain_count(prose: Prose, match: re.Match[str], number: Numeral, done: int) -> Claim | None:
    """Return the claim of a number that stands plainly between words that mean nothing to it; None if it does not.

    A hedge before a number that is too large for an age is no more than a hedge.
    """
    text, low, at, end = prose.text, prose.low, number.start, number.end
    if not _ends_plainly(text, low, at, end, match["next"]) or looks_special(number.bare) or match["glued"]:
        return None
    last = last_word(low, at, done)
    hedged = last in prose.tongue.hedges and len(number.bare) > _DIGITS_OF_AGE
    if (
        (not hedged and may_mean(last, prose, at, done))
        or _tells_of_score(low, at)
        or _ends_name(text, low, at, end, last)
    ):
        return None
    quantity = Quantity(at, end, number, Unit.COUNT)
    if hedged:
        return full_claim(prose, quantity, done, left_words(low, at, done))[1]
    noun = noun_behind(text, end)
    if noun and low.startswith(_AFTER_NOUNS, end_of(text, end, noun)):
        return None
    return plain_claim(prose, quantity, noun)


def _ends_name(text: str, low: str, at: int, end: int, last: str) -> bool:
    """Return whether the number may end a name, or be an age between commas, by the word before it."""
    if last[-1:] == ",":
        return (
            low[end : end + 1] in _AFTER_AGES and end - at == _DIGITS_OF_AGE and pointers.of_person(text, low, at) > 0
        )
    return bool(last) and text[at - 1 - len(last)].isupper() and pointers.of_operation(text, at, end) > 0


def plain_words(prose: Prose, quantity: Quantity) -> Claim | None:
    """Return the claim of a number in words that nothing behind it changes; None if something may."""
    text, low, end = prose.text, prose.low, quantity.end
    behind = WORD.match(low, end + 1)
    if not _ends_plainly(text, low, quantity.start, end, None if behind is None else behind[0]) or _tells_of_score(
        low, quantity.start
    ):
        return None
    noun = noun_behind(text, end)
    if noun and low.startswith(_AFTER_NOUNS, end_of(text, end, noun)):
        return None
    return plain_claim(prose, quantity, noun)


def _ends_plainly(text: str, low: str, at: int, end: int, behind: str | None) -> bool:
    """Return whether nothing right behind a number changes what it says; ``behind`` is the word there."""
    following, next_to = low[end : end + 1], low[end + 1 : end + 2]
    if following in BLANKS:
        if behind is None:  # “6 – sports sessions”
            return next_to in _DASHES and low[end + 2 : end + 4].strip().isalpha()
        return (
            (behind not in _BEHIND or _goes_on(low, end, behind))
            and next_to not in _DASHES
            and not (text[end + 1].isupper() and pointers.of_house(text, at))
        )
    if following == ".":
        return (next_to in _ENDING or not next_to) and not begins_line(low, at)
    if following == "-":  # “20-strong”, “12-week”; “12-year-old” is an age
        return (
            behind is not None and behind in _HYPHENED and low[end + 1 + len(behind) : end + 2 + len(behind)] in BLANKS
        )
    return following in _ENDS and not next_to.isdecimal() and not low.startswith((", a", ", m"), end)


def _goes_on(low: str, end: int, behind: str) -> bool:
    """Return whether “months” behind a number is no age, and “of” no date: “12 months”, “37 of the schools”."""
    if behind == "in":  # “547 in all”; “1 in 5” is a share
        word = WORD.match(low, end + len(" in "))
        return word is not None and word[0] not in _OF_RATIOS
    if behind == "of":
        return low.startswith(
            (" of the ", " of these ", " of those ", " of our ", " of their ", " of whom", " of which"), end
        )
    return behind in _PERIODS and pattern(r"\s[a-z]+[\s-]{1,2}(?:old|of\sage\b)").match(low, end) is None


def _ends_share(low: str, end: int) -> bool:
    """Return whether nothing behind “%” changes what it says."""
    following = low[end : end + 1]
    if following in BLANKS:
        behind = WORD.match(low, end + 1)
        return behind is not None and behind[0] not in BEHIND and not behind[0].startswith("point")
    return following in ENDS and not low.startswith(MORE, end)


def looks_special(bare: str) -> bool:
    """Return whether a number may be a year, a telephone number or the like by its digits alone."""
    year = len(bare) == _YEAR_DIGITS and bare[:2] in _CENTURIES
    return year or bare[0] == "0" or "." in bare or bare in pointers.SERVICES


def _tells_of_score(low: str, at: int) -> bool:
    window = low[max(0, at - 40) : at]
    return ("scor" in window or " rat" in window) and is_score(low, at, "")


def begins_line(low: str, at: int) -> bool:
    """Return whether nothing but blanks and a bracket stand before ``at`` on its line."""
    lead = low[max(0, at - 12) : at]
    line = lead.rpartition("\n")[2]
    return not line.strip(" \t(") and ("\n" in lead or at <= 12)  # noqa: PLR2004 - as far back as is looked
