"""Tables pasted as comma-separated values: a row of headings, and rows of as many cells with amounts under one heading."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.columns import MOST_LINES, Row, Table, adjoining

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_AMOUNT = re.compile(r"£?\s?-?[0-9][0-9,]*(?:\.[0-9]{1,2})?")
_LONGEST_HEADING = 40  # characters
_FEWEST_ROWS = 3  # the headings and two
_TIGHT = re.compile(r",(?=\S)")


def by_commas(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table that begins at a line, None where none does.

    “Guides, tents, £500” is a line of a list: only lines beneath headings, all with as many cells, are a table, and at
    least one comma must stand without a blank behind it, as no sentence has it.
    """
    head = _cells(lines[at].text)
    if head is None or not all(_is_heading(cell) for cell in head):
        return None
    rows = [(head, lines[at])]
    end = at + 1
    while end < len(lines) and end - at < MOST_LINES and adjoining(lines, end):
        cells = _cells(lines[end].text)
        if cells is None or len(cells) != len(head):
            break
        rows.append((cells, lines[end]))
        end += 1
    body = [cells for cells, _ in rows[1:]]
    if len(rows) < _FEWEST_ROWS or not any(
        _holds_amounts([cells[column] for cells in body]) for column in range(len(head))
    ):
        return None
    if _TIGHT.search(lines[at].text) is None and not all(_TIGHT.search(line.text) for _, line in rows):
        return None
    return Table(
        at,
        end,
        tuple(
            Row(tuple((column, cell) for column, cell in enumerate(cells) if cell), line, header=number == 0)
            for number, (cells, line) in enumerate(rows)
        ),
    )


def _cells(text: str) -> list[str] | None:
    """Return the cells of a line, None where it has but one or is no such line."""
    if "," not in text:
        return None
    try:
        cells = next(csv.reader([text.strip()], skipinitialspace=True, strict=True))
    except (csv.Error, StopIteration):
        return None
    return [cell.strip() for cell in cells] if len(cells) > 1 else None


def _is_heading(cell: str) -> bool:
    return 0 < len(cell) <= _LONGEST_HEADING and cell[0].isupper() and not any(char.isdigit() for char in cell)


def _holds_amounts(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(_AMOUNT.fullmatch(cell) for cell in filled)
