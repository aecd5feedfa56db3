"""What a printed figure is worth against a value that is known: the verdict, and how near or far it lies.

A claim is never called wrong where another sensible reading of it would be right.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Kind, Unit
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.printed.claim import Claim

_MISLEADING_OVER = Decimal("1.5")
_MISLEADING_UNDER = Decimal("0.8")
_NEARLY = Decimal("0.02")
_ONE = Decimal(1)


class Verdict(StrEnum):
    """What a claim is worth, from sound to unsound."""

    AGREES = "agrees"
    AGREES_ROUNDED = "agrees_rounded"
    WITHIN_BOUND = "within_bound"
    CANNOT_CHECK = "cannot_check"
    EXCEEDS = "exceeds"  # more than the claim's upper bound: "up to 30" for 31
    DISAGREES = "disagrees"

    @property
    def is_wrong(self) -> bool:
        """Return whether the claim is not what it speaks of."""
        return self in (Verdict.DISAGREES, Verdict.EXCEEDS)

    @property
    def is_sound(self) -> bool:
        """Return whether the claim is borne out, as far as it goes."""
        return self in (Verdict.AGREES, Verdict.AGREES_ROUNDED, Verdict.WITHIN_BOUND)


_WORSE = {verdict: rank for rank, verdict in enumerate(Verdict)}


def worse(verdicts: list[Verdict]) -> Verdict:
    """Return the worst of the verdicts; of none, that nothing can be checked."""
    return max(verdicts, key=_WORSE.__getitem__) if verdicts else Verdict.CANNOT_CHECK


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict; how far the claim's number lies above the value (below it where negative); and what deserves a note.

    ``looks_rounded``: a disagreement by £1 between figures in whole pounds, which is rounding as a rule and no mistake;
    or an “around” that is out by no more than 2 in 100.
    ``misleading``: a hedge that is true, and so far from the value that a reader would be misled.
    """

    verdict: Verdict
    gap: Decimal = Decimal(0)
    looks_rounded: bool = False
    misleading: bool = False


def judge(claim: Claim, value: Decimal) -> Judgement:
    """Return what ``claim`` is worth against ``value``, both in the claim's own unit (pounds, a count, per cent)."""
    if not claim.readable or claim.each:
        return Judgement(Verdict.CANNOT_CHECK)
    gap = _gap(claim, value)
    if claim.kind is Kind.EXACT:
        verdict = Verdict.AGREES if value == claim.value else Verdict.DISAGREES
    elif claim.kind is Kind.ROUNDED:
        verdict = Verdict.AGREES_ROUNDED if _inside(claim, value) else Verdict.DISAGREES
    elif _inside(claim, value):
        verdict = Verdict.WITHIN_BOUND
    else:
        above = claim.high is not None and value >= claim.high
        verdict = Verdict.EXCEEDS if above else Verdict.DISAGREES
    wrong = verdict.is_wrong
    return Judgement(verdict, gap, wrong and _looks_rounded(claim, value), not wrong and _misleads(claim, value))


def _inside(claim: Claim, value: Decimal) -> bool:
    if claim.low is not None and (value < claim.low or (claim.open and value == claim.low)):
        return False
    upper_open = claim.open and claim.low is None
    return claim.high is None or value < claim.high or (value == claim.high and not upper_open)


def _gap(claim: Claim, value: Decimal) -> Decimal:
    if claim.value is not None:
        return claim.value - value
    if claim.low is not None and value < claim.low:
        return claim.low - value
    return claim.high - value if claim.high is not None and value > claim.high else Decimal(0)


def _looks_rounded(claim: Claim, value: Decimal) -> bool:
    """Return whether whole pounds differ by one, as pence dropped line by line make them; or “around” is 2 in 100 out."""
    if claim.kind is Kind.ROUNDED and claim.hedge and claim.value is not None:
        return abs(claim.value - value) <= abs(value) * _NEARLY
    return (
        claim.unit is Unit.MONEY
        and claim.kind is Kind.EXACT
        and claim.step == _ONE
        and claim.value is not None
        and abs(claim.value - value) <= _ONE
    )


def _misleads(claim: Claim, value: Decimal) -> bool:
    """Return whether a true bound says far less than is so: “over £62k” of £147k, “almost 100” of 60.

    “Over £1m” of £1.9m does not: nobody would print the next round figure. “Up to” and “at least” promise no nearness.
    """
    bound = claim.value
    if bound is None or not bound or not claim.open:
        return False
    if claim.kind is Kind.AT_LEAST:
        return value >= max(bound * _MISLEADING_OVER, bound + _unit_of(bound))
    return claim.kind is Kind.AT_MOST and value < min(bound * _MISLEADING_UNDER, bound - _unit_of(bound) / 2)


def _unit_of(number: Decimal) -> Decimal:
    """Return one unit of the last digit that is not 0: 1,000 of 62,000, 100 of 400."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))
