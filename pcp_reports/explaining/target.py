"""A claim as something that whole numbers (pence, or a count) are held against, and how near a cause must come to it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pcp_reports.judging import judge
from pcp_reports.printed.claim import Kind, Unit
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.printed.claim import Claim

_POUND = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A claim, and the numbers between which a cause must bring the figure: pence for money, else what is counted.

    An open bound is taken as somebody would have printed it: “over £62k” is said of £62,000 to £63,000. Of a figure in
    whole pounds, what has pence may be the rounded or the cut one.
    """

    claim: Claim
    low: int
    high: int

    @classmethod
    def of(cls, claim: Claim) -> Target | None:
        """Return the target; None for a claim that cannot be held against a total or a count."""
        if not claim.readable or claim.each or claim.unit not in (Unit.MONEY, Unit.COUNT):
            return None
        scale = _POUND if claim.unit is Unit.MONEY else 1
        low, high = _window(claim)
        if low is None or high is None or high < 0:
            return None
        whole = -int(-(low * scale) // 1), int((high * scale) // 1)
        if claim.kind is Kind.EXACT and _in_pounds(claim):
            whole = whole[0] - _POUND // 2, whole[1] + _POUND - 1
        return cls(claim, *whole)

    @property
    def exact(self) -> bool:
        """Return whether the claim gives one number."""
        return self.claim.kind is Kind.EXACT

    @property
    def money(self) -> bool:
        """Return whether the claim is an amount."""
        return self.claim.unit is Unit.MONEY

    @property
    def number(self) -> int:
        """Return an exact claim's number in pence, or as a count; only where it is a whole one of these."""
        return int((self.claim.value or Decimal(0)) * (_POUND if self.money else 1))

    @property
    def width(self) -> int:
        """Return how many numbers would do."""
        return self.high - self.low + 1

    def admits(self, value: int) -> bool:
        """Return whether the claim, as judged, is right of ``value``, and not only because its bound is open."""
        return self.low <= value <= self.high and any(self.is_right_of(one) for one in self.printings(value))

    def is_right_of(self, value: int) -> bool:
        """Return whether the claim is right of this very number."""
        known = Decimal(value).scaleb(-2) if self.money else Decimal(value)
        return judge(self.claim, known).verdict.is_sound

    def printings(self, value: int) -> tuple[int, ...]:
        """Return the numbers that a figure like the claim is printed as: itself; of pence, also whole pounds."""
        if not (self.exact and _in_pounds(self.claim)) or value % _POUND == 0:
            return (value,)
        nearest = int((Decimal(value) / _POUND).quantize(Decimal(1), ROUND_HALF_UP)) * _POUND
        return tuple(dict.fromkeys((value, nearest, value // _POUND * _POUND)))


def _in_pounds(claim: Claim) -> bool:
    return claim.unit is Unit.MONEY and claim.step is not None and claim.step >= 1


def _window(claim: Claim) -> tuple[Decimal | None, Decimal | None]:
    if claim.kind is Kind.EXACT:
        return claim.value, claim.value
    low, high = claim.low, claim.high
    if low is not None and high is None:
        return low, low + _unit_of(low)
    if high is not None and low is None:
        return max(high - _unit_of(high), Decimal(0)), high
    return low, high


def _unit_of(number: Decimal) -> Decimal:
    """Return one unit of the last digit that is not 0: 1,000 of 62,000."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)
