"""A whole with its parts, and whether they disagree: never where rounding, or another way of taking the figures, explains it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from itertools import accumulate, combinations
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import firmly
from pcp_reports.audit.made_up.slips import is_swapped, swapped_part
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_POUND = 100
_FEW = 3  # parts: of so few not two are parts of others
_ROUND_SUMS = (100_000, 10_000)  # pence: sums in whole thousands or hundreds beside others that are not


class Shut(Enum):
    """How surely the parts are all there are, as per cent of the whole that may be wrong.

    `LIST`: what leads to them may leave some out; `NAMES`: a name may be two, one of them without a sum.
    `SOME`: the words do not say that they are all, so that much less than the whole is let alone, and more is not.
    Of `SLIP` only what two digits that changed places explain is wrong: in the whole. `PART`: or in a part.
    """

    SURE = 25
    LIST = 12
    NAMES = 3
    SOME = 4
    PART = 2
    SLIP = 0


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A whole, its parts in the order printed, and how surely these are all."""

    whole: Figure
    parts: tuple[Figure, ...]
    shut: Shut

    @property
    def come_to(self) -> Money:
        """Return what the parts come to."""
        return Money(sum(part.pence for part in self.parts))

    @property
    def gap(self) -> int:
        """Return by how many pence the parts come to more than the whole."""
        return self.come_to.pence - self.whole.pence


def disagrees(paper: Paper, one: MadeUp, nearby: Iterable[Figure], locale: str) -> bool:
    """Return whether a whole is surely not what its parts come to. ``nearby`` are the other sums about them."""
    if not one.gap or any(part.pence >= one.whole.pence for part in one.parts) or _fits_otherwise(one, nearby):
        return False
    if one.shut is Shut.SLIP:
        if not (all(part.full for part in one.parts) and is_swapped(one.whole.pence, one.come_to.pence)):
            return False
        return firmly(paper, (one.whole, *one.parts), locale, bounded=True) is not None
    if one.shut is Shut.PART and not _is_slip(one):
        return False
    most = Shut.LIST.value if one.shut is Shut.SOME and one.gap > 0 else one.shut.value
    if one.shut is not Shut.PART and 100 * abs(one.gap) > most * one.whole.pence:
        return False
    claims = firmly(paper, (one.whole, *one.parts), locale, capped=one.shut is Shut.SURE)
    return claims is not None and not _is_rounding(one) and _lie_apart(claims)


def _is_slip(one: MadeUp) -> bool:
    swapped = is_swapped(one.whole.pence, one.come_to.pence)
    return swapped or swapped_part([part.pence for part in one.parts], one.whole.pence) is not None


def _fits_otherwise(one: MadeUp, nearby: Iterable[Figure]) -> bool:
    """Return whether some of the parts alone make the whole, or another sum about it is the gap or what the parts come to."""
    pence = [part.pence for part in one.parts]
    sums = [0, *accumulate(pence)]
    whole = one.whole.pence
    runs = {later - sums[at] for at in range(len(sums)) for later in sums[at + 1 :]} - {one.come_to.pence}
    if whole in runs or one.gap in _overlaps(pence):
        return True
    others = {other.pence for other in nearby if other not in one.parts and other.pence != whole}
    return bool(others & {abs(one.gap), one.come_to.pence})


def _overlaps(pence: Sequence[int]) -> set[int]:
    """Return by how much too much parts may come to: one or two of them stand within others, or are to be taken off."""
    ones = {*pence, *(2 * each for each in pence)}
    pairs = {
        times * first + often * second
        for first, second in combinations(pence, 2)
        if len(pence) > _FEW
        for times in (1, 2)
        for often in (1, 2)
    }
    return ones | pairs


def _is_rounding(one: MadeUp) -> bool:
    """Return whether the gap is what comes of rounding each sum to a pound, or one side to hundreds or thousands."""
    gap, number = abs(one.gap), len(one.parts)
    if 2 * gap <= max(2, number + 1) * _POUND:
        return True
    pence = [part.pence for part in one.parts]
    for unit in _ROUND_SUMS:
        if one.whole.pence % unit == 0 and one.come_to.pence % unit and gap < _last_unit(one.whole.pence):
            return True
        if one.whole.pence % unit and not any(each % unit for each in pence) and 2 * gap <= number * unit:
            return True
    return False


def _last_unit(pence: int) -> int:
    """Return one unit of the last digit that is not nought."""
    digits = str(pence)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _lie_apart(claims: Sequence[Claim]) -> bool:
    """Return whether the bounds of the whole and of its parts together have nothing in common."""
    whole, *parts = claims
    if whole.low is None or whole.high is None:
        return False
    low = sum((part.low for part in parts if part.low is not None), Decimal(0))
    high = sum((part.high for part in parts if part.high is not None), Decimal(0))
    return low > whole.high or high < whole.low
