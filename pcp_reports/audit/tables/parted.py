"""Tables in parts whose rows of headings name the part on their left: “Counselling (MOJ) | 2023/24 | 2024/25 | Total”.

Such a row stands once, beneath the header proper, with the other parts named in rows of their own; or it is printed again
above each part with another name. It is known by that: by what is printed again, and never by the name itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import tidied
from pcp_reports.audit.tables.grid import Row, has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.tables.columns import Columns

_SUMS = (Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL, Holds.YEAR)


def is_part_header(grid: Sequence[Row], number: int) -> bool:
    """Return whether a row of headings is printed again further down with another name on its left, and gives a sum."""
    row = grid[number]
    others = _beside(row)
    if not row.words(0) or not any(holds(words) in _SUMS for words in others.values()):
        return False
    return any(
        one.words(0) and one.words(0).casefold() != row.words(0).casefold() and _beside(one) == others
        for one in grid[number + 1 :]
    )


def part_of(row: Row, columns: Columns, grid: Sequence[Row]) -> str | None:
    """Return the part that a row among the lines names on its left while it repeats the headings beside; None where it is no such row."""
    others = _beside(row)
    if not others or not row.words(0):
        return None
    repeats = any(others == _beside(grid[number]) for number in columns.header)
    return tidied(row.words(0)) if repeats else None


def first_part(columns: Columns, grid: Sequence[Row]) -> str | None:
    """Return the part that the header itself names, where another row names another; else None."""
    if not columns.header:
        return None
    last = grid[columns.header[-1]]
    body = grid[columns.header[-1] + 1 :]
    told = last.words(0)
    if not told or holds(told) in (Holds.RECIPIENT, Holds.PURPOSE) or not _beside(last):
        return None
    again = is_part_header(grid, columns.header[-1])
    divided = (
        len(columns.header) > 1 and bool(grid[columns.header[0]].words(0)) and told != grid[columns.header[0]].words(0)
    )
    others = divided and any(len(row.filled) == 1 and row.words(0) for row in body)
    return tidied(told) if again or others else None


def _beside(row: Row) -> dict[int, str]:
    """Return the words of the cells behind the first; none where one of them holds a sum."""
    cells = [cell for cell in row.filled if cell.column > 0]
    if any(has_pounds(cell.text) or (looks_like_money(cell.text) and holds(cell.text) not in _SUMS) for cell in cells):
        return {}
    return {cell.column: " ".join(cell.text.split()).casefold() for cell in cells}
