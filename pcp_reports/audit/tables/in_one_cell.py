"""Rows of a table that list several grants, a line of the cell each: as many names in one cell as sums in another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.grid import Row, looks_like_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.passage import Cell

_FEWEST = 2


def one_a_row(
    grid: Sequence[Row], passages: Sequence[int], columns: Columns
) -> tuple[tuple[Row, ...], tuple[int, ...]]:
    """Return the rows of a table, each grant in one of its own, and the passage of each."""
    if columns.two_lines or not any(_number_in(row, columns) for row in grid):
        return tuple(grid), tuple(passages)
    first = max(columns.header, default=-1) + 1
    made: list[tuple[Row, int]] = []
    for number, (row, at) in enumerate(zip(grid, passages, strict=True)):
        several = _number_in(row, columns) if number >= first else 0
        made += [(_line(row, line, several), at) for line in range(several)] if several else [(row, at)]
    rows, places = zip(*made, strict=True)
    return rows, places


def _number_in(row: Row, columns: Columns) -> int:
    """Return how many grants a row lists; nought where it is one, or the lines of its cells do not go together."""
    who, much = row.cell(columns.recipient), row.cell(columns.amounts[0])
    if who is None or much is None or "\n" not in much.text or "\n" not in who.text:
        return 0
    names, sums = _lines(who), _lines(much)
    if len(names) != len(sums) or not all(map(looks_like_money, sums)):
        return 0
    return len(sums) if len(sums) >= _FEWEST and all(name[0].isupper() or name[0].isdigit() for name in names) else 0


def _line(row: Row, line: int, several: int) -> Row:
    """Return one of the rows that a row holds: of each cell with as many lines, its own; of any other, all."""
    told = [(cell, _lines(cell)) for cell in row.cells]
    return Row(tuple(replace(cell, text=lines[line]) if len(lines) == several else cell for cell, lines in told))


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()]
