"""Amounts that a tracker gives in thousands of pounds: never taken as pounds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import words
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet
    from pcp_reports.importing.sheets.table import Piece

_THOUSANDS = re.compile(
    r"(?i)£\s?[‘’']?000s?\b|[‘’']000s?\b|\(000s?\)|\b000s\b|£\s?k\b|\(k\)|£\s?m\b|£\s?(?:thousands?|millions?)\b|\bin (?:£ ?|pounds )?(?:thousands?|millions?)\b|\b(?:thousands|millions) of pounds\b"
)
"""“£000”, “£'000s”, “£k”, “in thousands”; “£5k” and “£10,000” are amounts, and say nothing of others."""


_HEADED = re.compile(r"(?i)\b(?:thousands?|millions?)\b")
"""In the heading of the amounts, the bare word says it."""


def in_thousands(sheet: Sheet, header: Header, told: Sequence[Piece], path: str) -> tuple[Finding, ...]:
    """Return the finding that the words over a table, beneath it or over its amounts say that these are not in pounds."""
    found = next(_said(sheet, header, told), None)
    if found is None:
        return ()
    row, shown = found
    message = f"Row {row} says {quoted(shortened(shown, 60))}, so what stands under the amounts is not in pounds."
    hint = "Give each amount in full in the tracker, such as £9,500, take these words out, and import it again."
    return (Finding("G510", message, Place(path, row), hint),)


def _said(sheet: Sheet, header: Header, told: Sequence[Piece]) -> Iterator[tuple[int, str]]:
    heading = header.heading(Role.AMOUNT)
    if _THOUSANDS.search(heading) or _HEADED.search(heading):
        yield header.row, heading
    above = [(row, cells) for row, cells in sheet.rows if row < header.row]
    notes = [(piece.row, piece.cells) for piece in told if piece.sort in (Sort.NOTE, Sort.NAME, Sort.GROUP)]
    for row, cells in (*above, *notes):
        budgets = any(isinstance(value, int | Decimal) for value in cells)  # “Budget (£000)”, with its figure beside it
        for value in () if budgets else cells:
            if isinstance(value, str) and _THOUSANDS.search(shown := words(value)):
                yield row, shown
