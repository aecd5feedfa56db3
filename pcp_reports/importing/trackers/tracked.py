"""A tracker as read: its awards, row by row, and whatever else was in it. The entries are not looked at yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.dates import PartialDate
    from pcp_reports.findings import Finding
    from pcp_reports.importing.made import Tally
    from pcp_reports.money import Money


@dataclass(frozen=True, slots=True)
class Tracked:
    """One award of a tracker. What the tracker does not say is empty or None; ``row`` counts as Excel does, from 1.

    ``round`` is the round's name where the tracker gives one. ``status`` is None where the tracker has no word on it.
    ``no_day`` is what stands as the date of award and is no day of the calendar.
    """

    row: int
    recipient: str
    purpose: str
    amount: Money
    fund: str = ""
    strand: str = ""
    round: str = ""
    announced: PartialDate | None = None
    awarded: PartialDate | None = None
    district: str = ""
    reference: str = ""
    recipient_id: str = ""
    reason: str = ""
    conditions: str = ""
    status: str | None = None
    projects: int | None = None
    no_day: str = ""

    @property
    def counts(self) -> bool:
        """Return whether the award counts towards totals, as the entry language has it."""
        return self.status in (None, "awarded", "varied")


@dataclass(frozen=True, slots=True)
class NoAward:
    """A row that is no award, in the tracker's own words: “Declined”, “Pending”.

    ``blank``: its amount is empty, and nothing says that it is none. Of a grant that the entries hold, that changes nothing.
    ``by_amount``: the words are those of its amount, “0” or “declined”, and not of a status. ``cell`` is where that stands.
    ``status``: what an entry would say of it, “withdrawn” or “returned”, where only its amount is lacking.
    """

    row: int
    recipient: str
    purpose: str
    reference: str
    said: str
    blank: bool = False
    by_amount: bool = False
    cell: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Tracker:
    """What was read out of one file. ``unit`` is what a place in it is called: “row”, or “grant” in JSON."""

    path: str
    awards: tuple[Tracked, ...]
    tallies: tuple[Tally, ...] = ()
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: str = ""  # for the comment at the top of a new entry: “grants.xlsx”, sheet “Awards”
    unit: str = "row"
    no_awards: tuple[NoAward, ...] = ()
    sheets: tuple[str, ...] = ()  # of the same workbook that hold trackers too, and were not read
