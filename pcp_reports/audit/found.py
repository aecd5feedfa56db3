"""What an audit finds in a paper: awards, in groups, in rounds. No judgement yet."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.money import Money


class Standing(Enum):
    """What became of an application. Only what was awarded counts."""

    AWARDED = "awarded"
    REQUESTED = "requested"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Award:
    """One grant line as printed: who, what for, how much.

    ``amount`` is what the line comes to in all (“£500 each” for two is £1,000; instalments are added up); None where it
    cannot be read, or is not given as a plain sum (“up to £5,000”), and ``claim`` is then what is printed. ``passage`` is
    the place among the paper's passages, ``start`` and ``end`` where the line stands in its text. ``recipients`` counts
    the recipients named together, ``projects`` the projects that it pays.
    """

    recipient: str
    purpose: str
    amount: Money | None
    passage: int
    start: int = 0
    end: int = 0
    claim: Claim | None = None
    projects: int = 1
    recipients: int = 1
    standing: Standing = Standing.AWARDED

    @property
    def counts(self) -> bool:
        """Return whether the line is an award, so that it counts towards totals."""
        return self.standing is Standing.AWARDED


@dataclass(frozen=True, slots=True)
class Group:
    """Awards under one heading of a list or in one part of a table; ``name`` is None where nothing groups them.

    ``heading`` is the passage of the name, -1 without one.
    """

    name: str | None
    awards: tuple[Award, ...]
    heading: int = -1


@dataclass(frozen=True, slots=True)
class Total:
    """A row or line that gives a total of what stands above it: “Total £73,719”. ``over`` names the groups, none: all."""

    claim: Claim
    passage: int
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """Awards told of together. ``lead`` are the passages that lead up to the list and speak of it, in order.

    ``partial`` says why the list is not the whole (“the text says ‘including’”), empty where it is. ``tail`` are the
    passages right behind the list, ``afar`` those elsewhere that plainly speak of it. ``apart`` are lines beside it that
    were not awarded. ``section`` numbers the parts of the paper between its headings, so that rounds told of together
    are known. ``differs`` are lines of a list printed twice whose amounts are not the same; ``unread`` passages
    that look like lines and could not be read, or tell of a grant more right behind. ``told``: its grants are told of in
    sentences, one after another, so that they may not be all. ``struck``: words of it, or beside it, are struck through.
    ``proven`` are figures, by passage and place in its text, that bear out by themselves that the lines were read as meant.
    ``again`` are those of ``lead`` that lead to the list where it is printed another time.
    """

    lead: tuple[int, ...]
    groups: tuple[Group, ...]
    totals: tuple[Total, ...] = ()
    partial: str = ""
    tail: tuple[int, ...] = ()
    apart: tuple[Award, ...] = ()
    section: int = 0
    afar: tuple[int, ...] = ()
    differs: tuple[tuple[Award, Award], ...] = ()
    unread: tuple[int, ...] = ()
    told: bool = False
    struck: bool = False
    proven: tuple[tuple[int, int], ...] = ()
    again: tuple[int, ...] = ()

    @property
    def awards(self) -> tuple[Award, ...]:
        """Return the lines that are awards, in order."""
        return tuple(award for group in self.groups for award in group.awards)

    @property
    def strand_sums(self) -> dict[str, int]:
        """Return what each strand comes to, in pence, by its name; nothing where one has no name."""
        if any(group.name is None for group in self.groups):
            return {}
        return {
            str(group.name): sum(award.amount.pence for award in group.awards if award.amount is not None)
            for group in self.groups
        }
