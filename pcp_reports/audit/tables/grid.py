"""The rows of a table as a grid: which words stand in which column, whatever is merged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Cell, Passage

_MONEY = re.compile(r"^[-–(]?\s*£?\s?[0-9][0-9,]*(?:\.[0-9]{1,2})?\s?(?:k|m)?\)?[*†]*$", re.IGNORECASE)
_SIGNED = re.compile(r"£\s?(?!0)[0-9]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by the grid column that they begin in; ``filled`` are those with words of their own."""

    cells: tuple[Cell, ...]

    @property
    def filled(self) -> tuple[Cell, ...]:
        """Return the cells that hold words."""
        return tuple(cell for cell in self.cells if cell.text.strip())

    def cell(self, column: int) -> Cell | None:
        """Return the cell that covers a column, None where the row ends before it."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None

    def words(self, column: int) -> str:
        """Return the words in a column, on one line; nothing where a cell that began before covers it."""
        cell = self.cell(column)
        return " ".join(cell.text.split()) if cell is not None and cell.column == column else ""


def grid_of(rows: Sequence[Passage]) -> tuple[Row, ...]:
    """Return the rows of a table by their grid columns."""
    return tuple(Row(row.cells) for row in rows)


def width_of(grid: Sequence[Row]) -> int:
    """Return how many columns the table has."""
    return max((cell.column + cell.span for row in grid for cell in row.cells), default=0)


def looks_like_money(words: str) -> bool:
    """Return whether the words of a cell are an amount and nothing more, with or without its pound sign."""
    return _MONEY.match(words.strip()) is not None


def has_pounds(words: str) -> bool:
    """Return whether an amount with its pound sign stands in the words."""
    return _SIGNED.search(words) is not None
