"""What an explanation is made of: the lines that were added up, figures of other days, and causes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.findings import Place


class CauseKind(StrEnum):
    """What happened on the way from the lines to the printed figure."""

    STRANDS = "strands"  # it is one strand's figure, or that of some strands together
    WHOLE = "whole"  # it is the whole round's, where a part of it is spoken of
    LEFT_OUT = "left_out"  # one or two lines are left out
    TWICE = "twice"  # one or two lines are counted twice
    APART = "apart"  # a withdrawn or returned line is counted
    OUTSIDE = "outside"  # a line of another strand is counted as well
    EARLIER = "earlier"  # it is the figure of an earlier version, round or meeting
    SWAPPED = "swapped"  # two digits have changed places, in the figure or in a line
    POINT = "point"  # the point, or the noughts, of the figure or of a line are misplaced
    DIGIT = "digit"  # a digit of the figure is dropped or doubled
    PENCE = "pence"  # pence are dropped or rounded
    PROJECTS_IGNORED = "projects_ignored"  # a line that pays for several projects is counted as one
    PROJECTS_NOT_GRANTS = "projects_not_grants"  # projects are counted where grants are spoken of
    RECIPIENTS = "recipients"  # each recipient is counted once, however many lines it has


class Counted(StrEnum):
    """What a count is a count of."""

    PROJECTS = "projects"
    GRANTS = "grants"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list of grants. ``counts`` is False for one that is listed apart, and ``fate`` says why."""

    recipient: str
    strand: str | None
    pence: int
    projects: int = 1
    place: Place | None = None
    counts: bool = True
    fate: str = "withdrawn or returned"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure of another day. ``words`` go on from “£69,267 is”: “what the round of August 2023 came to”."""

    words: str
    pence: int | None
    projects: int | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """One way in which the printed figure comes out exactly, or within the bounds that it gives.

    ``lines`` are those by which the figure differs from what was added up: left out, counted twice, counted though they
    stand elsewhere, or read wrongly. Where several lines would do (``choice``), it is one of them and cannot be told.
    """

    kind: CauseKind
    sentence: str
    lines: tuple[Line, ...] = ()
    strands: tuple[str, ...] = ()
    earlier: Earlier | None = None
    total: bool = False  # whether it explains the total
    count: bool = False  # whether it explains the count
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """The causes found, best first. ``complete`` is False where the search was cut short; ``bound`` is a clause on how."""

    causes: tuple[Cause, ...] = ()
    complete: bool = True
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure leaves out of the lines that it speaks of, and what it counts beyond them; a line is itself, not its like."""

    out: tuple[Line, ...] = ()
    extra: tuple[Line, ...] = ()
    strands: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return what two changes share that are the same, whatever they are called."""
        return frozenset(map(id, self.out)), frozenset(map(id, self.extra))


@dataclass(frozen=True, slots=True)
class Fit:
    """A cause by lines: one of ``changes`` gives the figure.

    ``weak``: others would do so by chance, so that alone it proves nothing. ``faint``: told behind all others.
    """

    kind: CauseKind
    weight: int
    changes: tuple[Change, ...]
    earlier: Earlier | None = None
    weak: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A cause by the way something was typed or counted: with it, the figure is ``value`` (pence, or a count)."""

    kind: CauseKind
    weight: int
    value: int
    sentence: str
    lines: tuple[Line, ...] = ()
    choice: bool = False
    faint: bool = False  # as of a `Fit`
