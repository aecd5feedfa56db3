"""What a number and its hedges commit to: the kind of claim and its bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.printed.claim import Kind
from pcp_reports.printed.numerals import PART

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.printed.hedges import Effect
    from pcp_reports.printed.numerals import Numeral

_HALF_A_DOZEN = Decimal(6)
_WHOLE = Decimal(100)
_BOTH_WAYS = "its words point both ways"


class Bounds(NamedTuple):
    """The kind of a claim, its bounds, whether the bound itself is left out, and why it says nothing."""

    kind: Kind
    low: Decimal | None
    high: Decimal | None
    open: bool = False
    reason: str = ""


def bounds_of(number: Numeral, value: Decimal, step: Decimal, effects: Sequence[Effect]) -> Bounds:
    """Return what ``value``, printed to ``step``, says under its hedges.

    In full and without a hedge it is exact. In k, m or bn it is good to half a step either way; “around” allows half a
    unit of its last digit that is not 0 (around 400 is 350 to 450), and of “a dozen” three. “Over around” takes
    the outer bound.
    """
    if not effects:
        if number.rounded:
            return Bounds(Kind.ROUNDED, value - step / 2, value + step / 2)
        return Bounds(Kind.EXACT, value, value)
    kinds = {effect.kind for effect in effects}
    slack = _slack(number, value, step) if Kind.ROUNDED in kinds else Decimal(0)
    if Kind.AT_LEAST in kinds and Kind.AT_MOST in kinds:
        return Bounds(Kind.AMBIGUOUS, None, None, reason=_BOTH_WAYS)
    left_out = all(effect.open for effect in effects)
    if Kind.AT_LEAST in kinds:
        return Bounds(Kind.AT_LEAST, value - slack, None, left_out)
    if Kind.AT_MOST in kinds:
        return Bounds(Kind.AT_MOST, None, value + slack, left_out)
    return Bounds(Kind.ROUNDED, value - slack, value + slack)


def _slack(number: Numeral, value: Decimal, step: Decimal) -> Decimal:
    if number.scale == "dozen":
        return _HALF_A_DOZEN / 2
    if number.scale == PART:
        return number.step
    unit = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else step
    return (max(unit, step) if number.scale else unit) / 2


def of_ratio(part: Decimal, whole: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Return what “1 in 5” is per cent between its bounds: the larger number is good to half a unit either way."""
    half = Decimal("0.5")
    places = Decimal("0.01")
    least, most = _WHOLE * part / (whole + half), min(_WHOLE, _WHOLE * part / (whole - half))
    return least.quantize(places), (_WHOLE * part / whole).quantize(places), most.quantize(places)
