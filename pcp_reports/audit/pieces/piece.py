"""What a paper is made of, as far as lists of grants go."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.audit.found import Award, Group, Total


class Of(Enum):
    """What a piece is, as far as lists of grants go."""

    AWARDS = "awards"
    TABLE = "table"
    TOTAL = "total"
    HEAD = "head"  # a heading, or a line that names what stands beneath it
    TEXT = "text"
    FURNITURE = "furniture"  # “continued”, a page's number


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paper: where it begins and ends among the passages (the end not included), and what was read."""

    of: Of
    start: int
    end: int
    read: ReadLine | None = None
    groups: tuple[Group, ...] = ()
    totals: tuple[Total, ...] = ()
    sure: bool = False  # the headings of the table could hardly stand over anything but grants
    decided: bool = False  # the rows of the table say what became of each application
    aside: tuple[
        int, ...
    ] = ()  # rows of the table, or lines beside it, that are certainly no grants: a sound sub-total, a budget

    @property
    def awards(self) -> tuple[Award, ...]:
        """Return the lines of the piece, whatever became of them."""
        if self.of is Of.TABLE:
            return tuple(award for group in self.groups for award in group.awards)
        return self.read.awards if self.read is not None else ()

    @property
    def runs_on(self) -> bool:
        """Return whether it lists several in one sentence."""
        return self.read is not None and self.read.shape is Shape.LIST
