"""Two numbers that belong together: “£5,000 to £10,000”, “5-10”, “1 in 5”; and two that only stand side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.printed.claim import Unit
from pcp_reports.printed.hedges import OPENERS
from pcp_reports.printed.numerals import SCALES
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.printed.quantities import Quantity, count_at, quantity_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.printed.numerals import Numeral

_JOIN = (
    r"(?P<dash>[^\S\n]?[-–—−][^\S\n]?)(?=[£0-9½¼¾])"
    r"|\s{1,3}(?P<word>to|and|or|i|ac?|neu)\s{1,3}(?:up\s+to\s+)?(?=[£0-9½¼¾a-z])"
)
JOINING = word_set("to and or i a ac neu")
"""The words between two numbers that may belong together."""

_CHANGE = (
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|f[ae]ll(?:s|en|ing)?|drop\w*|reduc\w*|down|up|decreas\w*|cut(?:s|ting)?|gr[eo]w\w*"
    r"|went|go(?:es|ing|ne)?|improv\w*|chang\w*|mov(?:e|es|ed|ing)|declin\w*|jump\w*|doubl\w*|trebl\w*|tripl\w*|halv\w*"
    r"|rais(?:e|es|ed|ing)|lower\w*|climb\w*|brings?|bringing|brought|tak(?:es|ing)|took|shift\w*|upgrad\w*|expand\w*"
    r"|uplift\w*|swing|compared|gostw\w*|cynydd\w*|cododd|codi|disgyn\w*|lleih\w*)\b"
)
_SURE_CHANGE = (
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|reduc\w*|decreas\w*|improv\w*|gr[eo]w\w*"
    r"|declin\w*|gostw\w*|cynydd\w*|cododd|disgyn\w*|lleih\w*)\b"
)
_RANGING = r"\b(?:rang\w+|var(?:y|ies|ied|ying)|between|anything|anywhere|grants?|awards?|bids?|amounts?|sums?|sizes?|costs?|amrywio)\b"
BETWEEN = frozenset({"between", "rhwng"})
_FROM = frozenset({"from", "o"})
OPENING = BETWEEN | _FROM
"""The words that stand before a range and belong to it."""

_AND = frozenset({"and", "a", "ac"})
_OR = frozenset({"or", "neu"})
_SENTENCE = r"[.;!?]\s"
_CLOSING = r"(?=[.,;:)\]]|\s*$|\s(?:each|apiece|per|an?|was|were|is|are|will|would|and|to|from|for)\b)(?![.,][0-9])"
_RATIO = r"\s{1,2}(?:(?P<in>in)|out\s{1,2}of|allan\so|o\sbob)\s{1,2}(?:every\s{1,2})?(?=[0-9a-z])"
_TIME_BEHIND = r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|seasons?|quarters?|sessions?|meetings?)\b"
_ROUND_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 10_000, 100_000)))
_MOST_PEOPLE = 100  # of whom one is said to be something, “1 in 12”
_WIDEST = 1000  # times the lower: what is further apart is no range


class Pair(NamedTuple):
    """Two quantities side by side: the first with the unit that the second lends it, and whether they are a range."""

    first: Quantity
    second: Quantity
    ranged: bool


def pair_at(low: str, first: Quantity, words: Sequence[str]) -> Pair | None:
    """Return the quantity that is joined to ``first``, or None; ``words`` are those before the figure.

    A range goes up. “From 52% to 70%” is a change and no range, and so is “5 to 10” where the sentence tells of a rise.
    """
    join = pattern(_JOIN).match(low, first.end)
    if join is None:
        return None
    word, dash = join["word"], join["dash"]
    last = words[-1].lstrip(OPENERS)
    between = last in BETWEEN
    second = None if word in _AND and not between else _second(low, join.end(), first)
    if second is None:
        return None
    if dash and dash != dash.strip() and first.unit is not second.unit and not _closes(low, first, second):
        return None
    shared = _shared(first, second, dashed=bool(dash))
    if shared is None:
        return None
    first, second = shared
    if last in {"ratio", "odds"} or (len(words) > 1 and words[-2] in {"ratio", "odds"}):
        return Pair(first, second, ranged=False)
    rising = 0 < first.value < second.value
    if between and rising:
        return Pair(first, second, ranged=True)
    rising = rising and second.value <= first.value * _WIDEST
    if word in _OR:
        near = rising and second.value - first.value <= 1 and first.unit is Unit.COUNT
        return Pair(first, second, ranged=True) if near else None
    return Pair(first, second, rising and (bool(dash) or not _changes(low, first, last)))


def _second(low: str, at: int, first: Quantity) -> Quantity | None:
    """Return the quantity that begins here, or None; a year is none. Behind an amount “2m” is millions."""
    second = count_at(low, at, alone=True) if first.signed and low[at].isdecimal() else quantity_at(low, at)
    return None if second is None or _is_year(second) else second


def _closes(low: str, first: Quantity, second: Quantity) -> bool:
    """Return whether a range may end with the second, “£10 - 20 each”; “£9,500 - 12 sessions” counts sessions."""
    return first.signed and first.value < second.value and pattern(_CLOSING).match(low, second.end) is not None


def _is_year(quantity: Quantity) -> bool:
    bare = quantity.number.bare
    return quantity.unit is Unit.COUNT and len(bare) == 4 and bare[:2] in {"19", "20"} and bare.isdecimal()  # noqa: PLR2004 - a year


def _changes(low: str, first: Quantity, last: str) -> bool:
    """Return whether the sentence tells of a change from the first to the second."""
    left = low[max(0, first.start - 70) : first.start]
    left = pattern(_SENTENCE).split(left)[-1]
    if pattern(_RANGING).search(left) and not (last in _FROM and pattern(_CHANGE).search(left[-24:])):
        return False
    if last not in _FROM:
        return last in {"up", "down"} or pattern(_SURE_CHANGE).search(left) is not None
    if pattern(_CHANGE).search(left):
        return True
    return first.unit in (Unit.PERCENT, Unit.SCORE)


def _shared(first: Quantity, second: Quantity, *, dashed: bool) -> tuple[Quantity, Quantity] | None:
    """Return the two with the unit and the scale that either lends the other; None if they do not belong together."""
    one, other = first.number, second.number
    if first.signed and not second.signed:
        if second.unit is Unit.COUNT and (dashed or other.scale):
            if not dashed and not (other.scale and (one.scale or one.value < 1000)):  # noqa: PLR2004 - £5 to 10k
                return None
            second = replace(second, unit=Unit.MONEY)
        elif second.unit is not Unit.MONEY:
            return None
    elif first.unit is not second.unit:
        if first.unit is not Unit.COUNT or second.signed or (one.scale and second.unit is not Unit.MONEY):
            return None
        times = Decimal("0.01") if second.unit is Unit.MONEY and other.step < 1 and not other.scale else Decimal(1)
        first = replace(first, unit=second.unit, number=replace(one, value=one.value * times, step=one.step * times))
        one = first.number
    if other.scale in SCALES and not one.scale and one.value < 1000 and other.scale != "dozen":  # noqa: PLR2004 - £5-10k
        times = SCALES[other.scale]
        if one.value * times < second.value * 10:  # “£500 to £5k” lends nothing
            lent = replace(
                one, value=one.value * times, step=one.step * times, rounded=other.rounded, scale=other.scale
            )
            first = replace(first, number=lent)
    return first, second


def ratio_at(low: str, first: Quantity, other_words: Callable[[str, int], Numeral | None] | None) -> Quantity | None:
    """Return the larger number of “1 in 5” or “six out of ten”, or None; ``other_words`` reads those of another tongue."""
    value = first.value
    if first.unit is not Unit.COUNT or value != int(value) or not 0 < value < 1000:  # noqa: PLR2004 - 342 out of 371
        return None
    join = pattern(_RATIO).match(low, first.end)
    if join is None:
        return None
    second = quantity_at(low, join.end())
    if second is None and other_words is not None and (number := other_words(low, join.end())) is not None:
        second = Quantity(number.start, number.end, number, Unit.COUNT)
    if second is None or second.unit is not Unit.COUNT or second.value <= value:
        return None
    if second.value not in _ROUND_WHOLES and not (value == 1 and join["in"] and second.value <= _MOST_PEOPLE):
        return None
    if pattern(_TIME_BEHIND).match(low, second.end) or low[second.end : second.end + 1].isalnum():
        return None
    return second
