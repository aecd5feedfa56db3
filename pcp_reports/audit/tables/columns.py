"""The columns of a table of grants: which of them holds what."""

from __future__ import annotations

from pcp_reports.records import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of grants, each by its number in the grid from 0; None where the table has none such.

    ``header`` are the places of the header rows among the rows. ``amounts`` holds one column, or the years that are added up.
    ``requested_only``: the sums are what was asked for, as no column gives what was awarded. ``thousands``: they stand in
    thousands of pounds. ``years`` are the columns of single years where no column gives a total: they may be parts of one
    award, or last year's beside this year's, so that another reading is one of them alone (see `choosing`). ``two_lines``: a
    cell holds the name on its first line and the purpose below. ``sure``: the headings could hardly stand over anything but
    grants; a table that is not sure is one of grants only where its surroundings speak of them.
    """

    recipient: int
    amounts: tuple[int, ...]
    purpose: int | None = None
    strand: int | None = None
    area: int | None = None
    reference: int | None = None
    decision: int | None = None
    date: int | None = None
    requested: int | None = None
    header: tuple[int, ...] = ()
    requested_only: bool = False
    thousands: bool = False
    sure: bool = False
    years: tuple[int, ...] = ()
    two_lines: bool = False
