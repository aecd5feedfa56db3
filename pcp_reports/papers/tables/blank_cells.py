"""The cells of a line that blanks part: where each begins, which column of the table it stands in, what goes on below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.columns import AMOUNT
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_SPAN = re.compile(r"\S+(?: \S+)*")
_MONEY_CELL = re.compile(rf"[-–(]?{AMOUNT}\)?\.?\*?")
# What names a part of a table, and is not the rest of a recipient's name.
_PART_NAME = re.compile(
    r"(?i)\S+ .*\b(?:funds?|funding|grants?|strand|scheme|round|tranche|priority)\b.{0,12}|total\b.*|.*:"
)
_TOTAL = re.compile(r"(?i)(?:sub-?\s?|grand )?totals?\b")
NARROW = 2
"""The fewest blanks that part two cells."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The stretches of a line without two blanks together: start, end, words."""

    line: Line
    spans: tuple[tuple[int, int, str], ...]


def spans_of(line: Line) -> Spans:
    """Return the cells of a line."""
    spans = tuple((one.start(), one.end(), one[0]) for one in _SPAN.finditer(line.shown))
    label = label_of(f"{spans[0][2]}  x") if len(spans) > 1 else None
    # A bullet before a row is no cell of it.
    return Spans(line, spans[1:] if label is not None and label.typed == spans[0][2] and not label.numbered else spans)


def cover(spans: Spans) -> list[tuple[int, int]]:
    """Return the stretches that a line covers."""
    return [(start, end) for start, end, _ in spans.spans]


def merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that are covered, those parted by less than two blanks as one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if made and start < made[-1][1] + NARROW:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def column_of(start: int, columns: Sequence[tuple[int, int]]) -> int:
    """Return the column in which a cell stands that begins at a place."""
    return next((at for at, (_, right) in enumerate(columns) if start < right), len(columns) - 1)


def placed_in(one: Spans, columns: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return the words of a line by column."""
    placed: dict[int, str] = {}
    for start, _, words in one.spans:
        column = column_of(start, columns)
        placed[column] = f"{placed[column]} {words}" if column in placed else words
    return placed


def runs_on(above: Spans, below: Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether the one cell of a line is the rest of the cell above it: not in the first column, or that was full."""
    start, _, words = below.spans[0]
    column = column_of(start, columns)
    over = next((one for one in above.spans if column_of(one[0], columns) == column), None)
    if over is None:
        return column > 0
    if column > 0:
        return True
    if _PART_NAME.fullmatch(words):
        return False
    # A fifth less than the column is wide: letters are not all as wide as one another. Beneath a row of a total, with which
    # a part of the table ends, the next part may well have its name.
    width = columns[1][0] - NARROW - columns[0][0]
    width = width if _TOTAL.match(over[2]) else width * 4 // 5
    return over[1] - over[0] + 1 + len(words.split(" ")[0]) > width or words[:1].islower()


def is_money(words: str) -> bool:
    """Return whether a cell holds an amount and nothing else, with or without its pound sign."""
    return _MONEY_CELL.fullmatch(words) is not None
