"""How a figure moved ("up 18%", "down £296,290", "up 18 points", "none"), and whether that leads from start to end.

Percentage points are the difference of two per cents; a change in per cent is a share of the start: from 52% to 70%
is 18 points, and 34.6 per cent.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.measured import NOTHING, WITHOUT_END, Bounds, points, read_quantity, rounded_to
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.measured import Quantity

_WAYS = {"up": 1, "down": -1, "i fyny": 1, "i lawr": -1}
_ENDING = ("to", "from", "on", "in")
_NO_CHANGE = ("none", "dim", "no change", "unchanged")
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Change:
    """A change as typed: ``way`` is 1 up, -1 down, 0 none; ``size`` None where the words behind it are no figure."""

    text: str
    way: int
    size: Quantity | None = None

    @property
    def bounds(self) -> Bounds:
        """Return everything it may stand for, below nothing where it goes down."""
        if self.way == 0 or self.size is None:
            return NOTHING
        return self.size.bounds if self.way > 0 else -self.size.bounds


class Fit(Enum):
    """What a change is worth between a start and an end."""

    FITS = "fits"
    POINTS_MEANT = "points_meant"  # it says per cent, and only percentage points fit
    WRONG = "wrong"
    CANNOT_CHECK = "cannot_check"


def size_of(text: str) -> tuple[int, str] | None:
    """Return which way a change goes and the words of its size, or None where the words do not begin as a change."""
    plain = text.strip()
    if plain.casefold() in _NO_CHANGE:
        return 0, ""
    words = plain.casefold()
    way = next((way for way in _WAYS if words.startswith(way) and words[len(way) : len(way) + 1].isspace()), None)
    if way is None:
        return None
    size = plain[len(way) :].lstrip()
    if size[:2].casefold() == "by" and size[2:3].isspace():
        size = size[2:].lstrip()
    # “down to 7” says where it ends, and not how far it goes.
    return None if size.casefold().split()[0].rstrip(".,;:") in _ENDING else (_WAYS[way], size)


def read_change(text: str | None, locale: str = "en_GB") -> Change | None:
    """Return the change that the words tell, or None where they tell none."""
    told = size_of(text) if text is not None else None
    if text is None or told is None:
        return None
    way, size = told
    return Change(text, way, read_quantity(size, locale) if way else None)


def fit(start: Quantity, end: Quantity, change: Change) -> Fit:
    """Return whether the change leads from the start to the end, by any values that the printed ones stand for."""
    if not start.like(end) or (change.way and change.size is None):
        return Fit.CANNOT_CHECK
    apart, size = end.bounds - start.bounds, change.size
    if size is not None and size.unit is Unit.PERCENT:
        return _fit_of_per_cent(start, end, change, apart)
    if size is not None and start.unit is Unit.PERCENT:
        return _fit_of_points(start, end, change, apart)
    if size is not None and not size.like(start):
        return Fit.CANNOT_CHECK
    return Fit.FITS if apart.meets(change.bounds) else Fit.WRONG


def _fit_of_points(start: Quantity, end: Quantity, change: Change, apart: Bounds) -> Fit:
    size = change.size
    if size is None or size.unit is not Unit.COUNT or (size.claim.unit is not Unit.POINTS and size.claim.noun):
        return Fit.CANNOT_CHECK
    if size.claim.unit is Unit.POINTS:
        return Fit.FITS if apart.meets(change.bounds) else Fit.WRONG
    # “up 18” of a per cent may be meant either way.
    return Fit.FITS if apart.meets(_plain_points(change)) or _leads(start, end, change) else Fit.WRONG


def _fit_of_per_cent(start: Quantity, end: Quantity, change: Change, apart: Bounds) -> Fit:
    if start.value is not None and start.value < 0:
        return Fit.CANNOT_CHECK
    if start.unit is not Unit.PERCENT and start.bounds.low <= 0:
        return Fit.CANNOT_CHECK  # nothing is a share of nothing
    if _leads(start, end, change):
        return Fit.FITS
    points = start.unit is Unit.PERCENT and apart.meets(change.bounds)
    return Fit.POINTS_MEANT if points else Fit.WRONG


def _plain_points(change: Change) -> Bounds:
    """Return a bare number read as points, which are rounded to its last digit."""
    if change.size is None:
        return NOTHING
    half = change.size.digit / 2
    return Bounds(change.bounds.low - half, change.bounds.high + half)


def _leads(start: Quantity, end: Quantity, change: Change) -> bool:
    """Return whether a change in per cent leads from the start to the end.

    Between exact figures 11.7% may be printed as 12% or cut off to 11%: both are let pass.
    """
    if change.size is None:
        return False
    size = change.size.bounds
    if change.size.exact and start.bounds.exact and end.bounds.exact:
        size = Bounds(size.low, max(size.high, (change.size.value or _ZERO) + change.size.digit))
    share = size if change.way > 0 else -size
    low, high = (max(1 + one / _HUNDRED, _ZERO) for one in (share.low, share.high))
    least = max(start.bounds.low, _ZERO)
    return Bounds(_times(least, low), _times(start.bounds.high, high)).meets(end.bounds)


def _times(one: Decimal, other: Decimal) -> Decimal:
    return _ZERO if not one or not other else one * other


def start_by_points(end: Quantity, change: Change) -> Bounds:
    """Return where a figure in per cent started if its change is in points."""
    return end.bounds - change.bounds


def start_by_per_cent(end: Quantity, change: Change) -> Bounds | None:
    """Return where a figure started if its change is a share of that start; None where it cannot be."""
    low, high = (1 + one / _HUNDRED for one in (change.bounds.low, change.bounds.high))
    if low <= 0 or WITHOUT_END in (high, end.bounds.high) or end.bounds.low == -WITHOUT_END:
        return None
    return Bounds(end.bounds.low / high, end.bounds.high / low)


def moved(start: Quantity, end: Quantity, change: Change | None = None) -> str | None:
    """Return how the figure moved in the words to type, in the change's own unit; None where that cannot be said.

    ``up 64``, ``down £3,000``, ``up 18 points``, ``up 12%``: a per cent as exact as the change was typed.
    """
    if start.value is None or end.value is None:
        return None
    apart = end.value - start.value
    if not apart:
        return "none"
    way = "up" if apart > 0 else "down"
    size = change.size if change is not None else None
    if size is not None and size.claim.unit is Unit.PERCENT and start.unit is not Unit.PERCENT:
        return f"{way} {_share(start.value, abs(apart), size.digit)}%" if start.value else None
    if start.unit is Unit.PERCENT:
        return f"{way} {points(abs(apart))}"
    noun = f" {size.claim.noun}" if size is not None and size.claim.noun else ""
    if size is not None and size.claim.unit is Unit.POINTS:
        return f"{way} {points(abs(apart))}"
    return f"{way} {start.said(abs(apart))}{noun}"


def _share(start: Decimal, apart: Decimal, step: Decimal) -> str:
    share = apart / start * _HUNDRED
    return rounded_to(share, step) if share >= step else rounded_to(share, Decimal("0.01"))


def per_cent_between(start: Quantity, end: Quantity) -> Decimal | None:
    """Return how far the end lies from the start as a per cent of the start, without its sign."""
    if not start.value or end.value is None:
        return None
    return abs(end.value - start.value) / start.value * _HUNDRED
