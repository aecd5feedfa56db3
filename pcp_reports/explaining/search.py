"""The lines that a figure is held against, added up in one way, and what a cause is worth against chance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pcp_reports.explaining.parts import Counted
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.explaining.parts import Change, Line
    from pcp_reports.explaining.target import Target

UNKNOWN = 300_000_000
"""The weight of everything that is not looked for."""

SURE = 4
"""How much heavier than chance a cause for a rounded or hedged figure must be."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How lines are added up: by their pence where ``money``, else by what is ``counted``."""

    money: bool
    counted: Counted = Counted.PROJECTS

    def of(self, line: Line) -> int:
        """Return what one line adds."""
        if self.money:
            return line.pence
        return line.projects if self.counted is Counted.PROJECTS else 1

    def sum(self, lines: Iterable[Line]) -> int:
        """Return what lines add up to."""
        if self.money:
            return sum(line.pence for line in lines)
        return sum(map(self.of, lines))


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched: the lines that count, those listed apart, those of the round that the claim does not speak of."""

    target: Target
    measure: Measure
    lines: tuple[Line, ...]
    apart: tuple[Line, ...]
    others: tuple[Line, ...]
    total: int
    by_value: dict[int, list[Line]]  # the lines that count, by what they add
    strands: dict[str, list[Line]]  # of all lines that count, also the others; without empty ones

    @classmethod
    def of(cls, target: Target, measure: Measure, lines: Sequence[Line], others: Sequence[Line]) -> Search:
        """Return the search for a claim over ``lines``."""
        counted = tuple(line for line in lines if line.counts)
        outside = tuple(line for line in others if line.counts)
        by_value: defaultdict[int, list[Line]] = defaultdict(list)
        strands: defaultdict[str, list[Line]] = defaultdict(list)
        for line in counted:
            by_value[measure.of(line)].append(line)
        for line in (*counted, *outside):
            if line.strand is not None:
                strands[line.strand].append(line)
        apart = tuple(line for line in lines if not line.counts)
        return cls(target, measure, counted, apart, outside, measure.sum(counted), dict(by_value), dict(strands))

    @property
    def gap(self) -> int:
        """Return by how much an exact figure lies above the total."""
        return self.target.number - self.total

    @property
    def gaps(self) -> tuple[int, ...]:
        """Return the gap, and where pounds are claimed of a total with pence, the gaps to it in whole pounds."""
        return tuple(self.target.number - one for one in self.target.printings(self.total))

    def after(self, change: Change) -> int:
        """Return what the figure would be with the change."""
        return self.total - self.measure.sum(change.out) + self.measure.sum(change.extra)

    def admits(self, change: Change) -> bool:
        """Return whether the figure is right of the total with the change."""
        return self.target.admits(self.after(change))

    def by_chance(self, weight: int, sure: int = SURE) -> bool:
        """Return whether a cause of this weight proves little, as a figure of that width may be met by chance.

        A figure that is merely wrong is taken to be as far off as it is, or up to twice as far, either way.
        """
        if self.target.exact:
            return False
        off = max(abs(self.target.low - self.total), abs(self.target.high - self.total), 1)
        return weight < sure * UNKNOWN * self.target.width // (4 * off)
