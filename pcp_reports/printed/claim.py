"""What one printed figure says: its words, its kind, the bounds it gives, and what it counts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from decimal import Decimal


class Kind(StrEnum):
    """How much a figure commits its writer to."""

    EXACT = "exact"  # £9,500 · 6 · 52%
    ROUNDED = "rounded"  # £69k, around 400: half a unit of the last printed digit either way
    AT_LEAST = "at_least"  # over 400, more than £2m
    AT_MOST = "at_most"  # almost £74,000, up to 30
    RANGE = "range"  # £5,000 to £10,000, 5-10
    AMBIGUOUS = "ambiguous"  # two readings are sensible: £14.340
    INVALID = "invalid"  # no figure, or one that nobody can mean: £2.8m million


class Unit(StrEnum):
    """What a figure is a number of."""

    MONEY = "money"  # pounds
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Claim:
    """One printed figure as read.

    ``low`` and ``high`` are the bounds that it gives, both within what it says: pounds, a count, per cent; None where
    there is no bound on that side, and for `AMBIGUOUS` and `INVALID` ones. ``value`` is the number itself as printed
    (62000 for “over £62k”), None for a range and for what cannot be read; ``step`` is one unit of its last printed
    digit (1000 for £69k, 100000 for £2.6m, 1 for £53,879, 0.01 for £1,470.57).
    """

    text: str  # the words as printed, hedges and unit included: "over £62k", "400 or more", "six"
    kind: Kind
    unit: Unit
    low: Decimal | None = None
    high: Decimal | None = None
    value: Decimal | None = None
    step: Decimal | None = None
    hedge: str = ""  # the hedge in small letters as the vocabulary has it: "over", "almost", "up to", "or more"
    open: bool = False  # the bound itself is not meant: "over 400" is more than 400, "at least 400" may be 400
    noun: str = ""  # what a count counts, the words behind it: "people", "Community Fund projects"
    start: int = 0  # where the words stand in the text that was searched, in characters
    end: int = 0
    each: bool = False  # "each", "apiece", "per grant" stands behind: it multiplies
    reason: str = ""  # why an ambiguous or invalid one cannot be read: a clause
    meant: tuple[str, ...] = ()  # and what was probably meant, the likeliest first: ("£14,340", "£14.34")

    @property
    def span(self) -> tuple[int, int]:
        """Return where the words stand in the text that was searched: start and end in characters."""
        return self.start, self.end

    @property
    def readable(self) -> bool:
        """Return whether the figure gives a number or a bound at all."""
        return self.kind not in (Kind.AMBIGUOUS, Kind.INVALID)
