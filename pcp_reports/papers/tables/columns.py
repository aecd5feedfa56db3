"""A table found in plain text: its rows, and where in the text it stands. What all ways of finding one share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

AMOUNT = r"(?:£\s?)?[\d,]*\d(?:\.\d+)?(?:k|m)?"
"""An amount in a cell, which needs no pound sign there."""
MOST_LINES = 2_000
"""The most lines of one table."""
WIDEST_GAP = 1
"""How many blank lines may stand between the rows of a table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by grid column, the first line of it; ``header`` where the text itself marks it.

    ``below`` are the lines that its cells go on in.
    """

    cells: tuple[tuple[int, str], ...]
    line: Line
    header: bool = False
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in lines ``first`` up to ``end``."""

    first: int
    end: int
    rows: tuple[Row, ...]


def adjoining(lines: Sequence[Line], at: int, gap: int = 0) -> bool:
    """Return whether the line stands directly beneath the one above it, up to ``gap`` blank lines."""
    return at < len(lines) and (lines[at].gap <= gap or lines[at].turned)
