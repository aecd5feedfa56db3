"""Printed figures as quantities that can be added up and held against each other: bounds, and what is counted.

What people print is rounded: 52% is anything from 51.5% to 52.5%, £69k from £68,500 to £69,500. Two figures disagree
only where no values within their bounds agree. Words that are no figure ("Good", "one in five") are no quantity.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find, read
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.claims import Claim

WITHOUT_END = Decimal("Infinity")
_ONE = Decimal(1)
_FEW = Decimal("0.1")
_MOST = Decimal(10) ** 15
_FINEST = Decimal("0.000001")
_FEWEST_UNITS = 2
_COUNTED = (Unit.COUNT, Unit.SCORE, Unit.POINTS)  # 342, a score of 342, 342 points
# A share or a multiple of something else is no number of its own: "4 in 5", "3 times", "2 fifths".
_OF_SOMETHING_ELSE = (
    "in out of per to for times time fold x half halves third thirds quarter quarters fifth fifths sixth sixths"
    " seventh sevenths eighth eighths ninth ninths tenth tenths each apiece yr un"
    " o allan y yr gwaith waith hanner traean chwarter"
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Everything a figure may stand for: from ``low`` to ``high``, both within; infinite where there is no bound."""

    low: Decimal
    high: Decimal

    @property
    def exact(self) -> bool:
        """Return whether only one value is within."""
        return self.low == self.high

    def __add__(self, other: Bounds) -> Bounds:
        """Return what the two come to together."""
        return Bounds(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Bounds:
        """Return the same the other way."""
        return Bounds(-self.high, -self.low)

    def __sub__(self, other: Bounds) -> Bounds:
        """Return what lies between the other and this."""
        return self + -other

    def meets(self, other: Bounds) -> bool:
        """Return whether some value is within both."""
        return self.low <= other.high and other.low <= self.high


NOTHING = Bounds(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed figure that can be compared: its words, its claim, and everything it may stand for."""

    text: str
    claim: Claim
    bounds: Bounds
    lasting: bool = False  # a time in several units, “8 minutes 41 seconds”: its number is one of seconds

    def said(self, value: Decimal) -> str:
        """Return another value of its kind as a message prints it: ``£84,380``, ``61.4%``, ``5 minutes 29 seconds``."""
        return _time(value) if self.lasting else printed(value, self.unit)

    def apart(self, value: Decimal) -> str:
        """Return how far two values of its kind lie apart; two per cents do so by points."""
        return points(value) if self.unit is Unit.PERCENT else self.said(value)

    @property
    def unit(self) -> Unit:
        """Return what it is a number of; a score and points of a score are counts."""
        return Unit.COUNT if self.claim.unit in _COUNTED else self.claim.unit

    @property
    def value(self) -> Decimal | None:
        """Return the number as printed, None for a range."""
        return self.claim.value

    @property
    def exact(self) -> bool:
        """Return whether the figure is meant to the last digit as typed, though a per cent may be rounded there."""
        return self.claim.kind is Kind.EXACT

    @property
    def digit(self) -> Decimal:
        """Return one unit of the last printed digit."""
        return self.claim.step or _ONE

    def like(self, other: Quantity) -> bool:
        """Return whether the two count the same sort of thing; years are not compared with months."""
        if self.unit is not other.unit or self.lasting is not other.lasting:
            return False
        if self.unit is not Unit.COUNT:
            return True
        one, two = _plain(self.claim.noun), _plain(other.claim.noun)
        return not one or not two or one == two or one.startswith(two + " ") or two.startswith(one + " ")


def read_quantity(text: str | None, locale: str = "en_GB") -> Quantity | None:
    """Return the figure that the words print, or None where they print none, several, or a share of something."""
    if text is None:
        return None
    told = read(text, locale)
    claim = _in_seconds(told)
    ends = [end for end in (claim.low, claim.high) if end is not None]
    if not claim.readable or claim.each or not ends or max(map(abs, ends)) > _MOST or (claim.step or _ONE) < _FINEST:
        return None
    behind = text[claim.end :].strip(" .,;:()*")
    if text[: claim.start].strip(" (") or (behind and not _goes_on(behind, locale)):
        return None
    return Quantity(text, claim, _bounds(claim), lasting=claim is not told)


_TIMES = (("hour", 3600), ("minute", 60), ("second", 1))
_SECONDS = {f"{name}s": Decimal(size) for name, size in _TIMES}


def _in_seconds(claim: Claim) -> Claim:
    """Return a time in several units, which is read in the smallest of them, in seconds; every other figure as it is."""
    size = _SECONDS.get(claim.noun)
    if size is None or len(re.findall("[0-9]+", claim.text)) < _FEWEST_UNITS or claim.kind is Kind.RANGE:
        return claim
    low, high, value = (None if one is None else one * size for one in (claim.low, claim.high, claim.value))
    return replace(claim, low=low, high=high, value=value, step=size, noun="")


def _time(seconds: Decimal) -> str:
    """Return seconds as a time: “5 minutes 29 seconds”, “1 hour”."""
    left, said = int(abs(seconds)), []
    for name, size in _TIMES:
        number, left = divmod(left, size)
        if number:
            said.append(f"{number:,} {name}{'' if number == 1 else 's'}")
    return " ".join(said) or "0 seconds"


def _goes_on(behind: str, locale: str) -> bool:
    """Return whether the words behind a figure only say what it counts, and do not make another figure of it."""
    return behind.casefold().split()[0] not in _OF_SOMETHING_ELSE.split() and not find(behind, locale)


def _bounds(claim: Claim) -> Bounds:
    low = claim.low if claim.low is not None else -WITHOUT_END
    high = claim.high if claim.high is not None else WITHOUT_END
    if claim.kind is Kind.EXACT and claim.step is not None and _is_rounded(claim, claim.step):
        return Bounds(low - claim.step / 2, high + claim.step / 2)
    return Bounds(low, high)


def _is_rounded(claim: Claim, step: Decimal) -> bool:
    """Return whether such a figure is rounded wherever it is printed: per cents and points are, and 3.4 minutes."""
    return claim.unit in (Unit.PERCENT, Unit.POINTS) or (claim.unit is not Unit.MONEY and step < _ONE)


def _plain(noun: str) -> str:
    return " ".join(word.removesuffix("s") for word in noun.casefold().replace("’", "").replace("'", "").split())


def printed(value: Decimal, unit: Unit) -> str:
    """Return a value as a message prints it: ``£84,380``, ``64``, ``61.4%``; tenths at most, and pence for money."""
    if unit is Unit.MONEY:
        return str(Money(int((value * 100).to_integral_value(ROUND_HALF_UP))))
    return f"{in_tenths(value)}%" if unit is Unit.PERCENT else in_tenths(value)


def points(number: Decimal) -> str:
    """Return a number of points as it is typed: ``1 point``, ``18 points``."""
    return f"{in_tenths(number)} point{'' if number == 1 else 's'}"


def in_tenths(value: Decimal) -> str:
    """Return a number with a digit behind the point where it has one: ``18``, ``34.6``, ``1,204``."""
    return rounded_to(value, _FEW)


def rounded_to(value: Decimal, step: Decimal) -> str:
    """Return a number to the nearest ``step`` (1, 0.1, 0.01 …), without noughts at the end: ``1,204``, ``11.7``."""
    text = f"{value.quantize(min(step, _ONE), ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
