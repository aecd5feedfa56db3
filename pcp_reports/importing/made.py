"""What an import makes, whatever it reads: files, edits, what they must come to, and what must be said. Nothing is written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.findings import Finding


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be made: its path below the workspace with ``/``, its text, and in a line what it is.

    ``about`` is for the list that is shown: “8 grants, £69,267: Community Fund £62,523, Innovation £6,744”.
    """

    path: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file to be edited: the digest of the bytes that were read, the bytes that take their place, and each change in words."""

    path: str
    read: str
    data: bytes
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundTotal:
    """What a round's file must come to in the ledger once it is written, grants that do not count left out."""

    path: str
    grants: int
    total: Money


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of one sort in what was read: “awarded”, “declined”, “withdrawn”; what they come to."""

    what: str
    rows: int
    total: Money


@dataclass(frozen=True, slots=True)
class Made:
    """The whole of an import.

    ``notes`` are shown in their order before anything else (which column is what, which sheet was read). ``tallies`` tell
    what was read, the awards that count first. ``rounds`` is what the ledger must say of each round's file afterwards, new
    or edited or untouched. ``differences`` are what stands in the entries and not in what was read, or the other way
    round, and is left alone: totals in and totals out differ by that, and by nothing else.
    """

    files: tuple[NewFile, ...] = ()
    edits: tuple[EditedFile, ...] = ()
    rounds: tuple[RoundTotal, ...] = ()
    tallies: tuple[Tally, ...] = ()
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    # How much more the rounds come to than the awards that were read, as is said in the findings; less than nothing where
    # they come to less.
    left: Money = Money(0)
    apart: tuple[str, ...] = ()  # what a paper has with its grants and no total holds, each named in the findings

    @property
    def total_in(self) -> Money:
        """Return what the awards that were read come to."""
        return self.tallies[0].total if self.tallies else Money(0)

    @property
    def total_out(self) -> Money:
        """Return what the rounds must come to once all is written."""
        return Money.total(one.total for one in self.rounds)
