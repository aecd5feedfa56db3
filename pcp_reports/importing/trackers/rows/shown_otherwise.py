"""Amounts that Excel shows otherwise than as so many pounds: 9.5 in the form ``£0.0"k"`` is £9,500 to whoever looks at it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import cell, words
from pcp_reports.importing.sheets.statuses import AWARDS
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet
    from pcp_reports.importing.trackers.rows.reading import Counted

_MOST_NAMED = 4
_HINT = (
    "Type each amount in full, such as £9,500, and in Excel give the cells a form in pounds (Format Cells, Number); then import it "
    "again."
)


def shown_otherwise(sheet: Sheet, header: Header, counted: Sequence[Counted], path: str) -> Iterator[Finding]:
    """Yield a finding for each sign or word that Excel shows with amounts of awards and that is not in the cells themselves."""
    at = header.column(Role.AMOUNT)
    if not sheet.forms or at is None:
        return
    held = dict(sheet.rows)
    found: dict[str, list[int]] = {}
    for one in counted:
        shown = sheet.forms.get((one.row, at))
        if shown is not None and one.outcome in AWARDS and isinstance(held[one.row][at], int | Decimal):
            found.setdefault(shown, []).append(one.row)
    for shown, rows in found.items():
        named = listed([cell(row, at) for row in rows[:_MOST_NAMED]]) + (" and more" if len(rows) > _MOST_NAMED else "")
        figure = words(held[rows[0]][at])
        message = (
            f"{named}: in Excel {shown} is shown with the amount, and what the cell holds is {figure}, so how many pounds were "
            "awarded cannot be told."
        )
        yield Finding("G510", message, Place(path, rows[0], at + 1), _HINT)
