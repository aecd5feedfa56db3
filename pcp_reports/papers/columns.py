"""Tables in plain text whose cells stand beneath one another, parted by blanks: as a text editor or a PDF lays them out.

A line that goes on with a cell above it is told from one that begins a row by what it leaves blank.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.joining import glued
from pcp_reports.papers.line_labels import label_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.joining import Wraps
    from pcp_reports.papers.lines import Line

_SPAN = re.compile(r"\S+(?: \S+)*")
AMOUNT = r"(?:£\s?)?[\d,]*\d(?:\.\d+)?(?:k|m)?"
"""An amount in a cell, which needs no pound sign there."""
_MONEY_CELL = re.compile(rf"[-–(]?{AMOUNT}\)?\.?\*?")
# What names a part of a table, and is not the rest of a recipient's name.
_PART_NAME = re.compile(
    r"(?i)\S+ .*\b(?:funds?|funding|grants?|strand|scheme|round|tranche|priority)\b.{0,12}|total\b.*|.*:"
)
_NARROW = 2
MOST_LINES = 2_000
"""The most lines of one table."""
_MOST_COLUMNS = 30
_SOON = 40  # lines by which it must show that it is a table
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


@dataclass(frozen=True, slots=True)
class _Spans:
    """The stretches of a line without two blanks together: start, end, words."""

    line: Line
    spans: tuple[tuple[int, int, str], ...]


def _spans(line: Line) -> _Spans:
    spans = tuple((one.start(), one.end(), one[0]) for one in _SPAN.finditer(line.shown))
    label = label_of(f"{spans[0][2]}  x") if len(spans) > 1 else None
    # A bullet before a row is no cell of it.
    return _Spans(line, spans[1:] if label is not None and label.typed == spans[0][2] and not label.numbered else spans)


def _is_row(spans: _Spans) -> bool:
    """Return whether a line has several cells; a label with its words behind some blanks has not."""
    if len(spans.spans) < 2:  # noqa: PLR2004 - one cell
        return False
    label = label_of(spans.line.text.strip())
    behind = spans.line.text.strip()[label.words :] if label else ""
    return label is None or "  " in behind or "\t" in behind


def by_blanks(lines: Sequence[Line], at: int, wraps: Wraps) -> Table | None:
    """Return the table that begins at a line, None where none does."""
    first = _spans(lines[at])
    if not _is_row(first) or len(first.spans) > _MOST_COLUMNS:
        return None
    if _is_dashed(first) and adjoining(lines, at + 1, WIDEST_GAP) and _is_dashed(_spans(lines[at + 1])):
        return None
    covered = _cover(first)
    columns = len(first.spans)
    taken = [first]
    rows = 1
    last = 0  # index in taken of the last line of several cells
    end = at + 1
    while end - at < MOST_LINES and adjoining(lines, end, WIDEST_GAP):
        more = _spans(lines[end])
        both = _merged([*covered, *_cover(more)])
        dense = not any(one.line.gap for one in taken[1:])
        if not _takes(more, both, covered, columns if rows > 1 else 0, dense=dense):
            break
        if _is_row(more):
            rows, last, columns = rows + 1, len(taken), min(len(both), max(columns, len(more.spans)))
        covered = both
        taken.append(more)
        end += 1
        if len(taken) == _SOON and not _convincing(taken, covered):
            return None
    taken, end = _trimmed(taken, last, at, covered)
    covered = _merged([span for one in taken for span in _cover(one)])
    if rows < 2 or len(covered) < 2 or not _convincing(taken, covered):  # noqa: PLR2004 - no table
        return None
    return Table(at, end, tuple(_rows(taken, covered, wraps)))


def _is_dashed(one: _Spans) -> bool:
    """Return whether a dash alone parts the words of a line: “Elm Club    –    tents    –    £500” is a line, not a row."""
    return any(words in _DASHES for _, _, words in one.spans[1:-1])


_DASHES = frozenset("-–—")


def _takes(
    more: _Spans, both: Sequence[tuple[int, int]], covered: Sequence[tuple[int, int]], columns: int, *, dense: bool
) -> bool:
    """Return whether a line goes on with a table; ``both`` are the columns with it, ``covered`` those without.

    ``dense``: no blank line has stood between its rows.
    """
    if len(both) < max(columns, 2):
        return False
    if _is_row(more):
        return _fits(more, both)
    apart = dense and more.line.gap > 0 and not more.line.turned
    return not apart and label_of(more.line.text.strip()) is None and _within_one(more, covered)


def _cover(spans: _Spans) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in spans.spans]


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches that are covered, those parted by less than two blanks as one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if made and start < made[-1][1] + _NARROW:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _fits(spans: _Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether each cell of a line has a column of its own, as nearly every one must."""
    used = [_column(start, columns) for start, _, _ in spans.spans]
    return len(set(used)) == len(used)


def _within_one(spans: _Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether a line of one cell keeps to one column."""
    start, end, _ = spans.spans[0]
    return sum(start < right + 1 and end > left - 1 for left, right in columns) <= 1


def _column(start: int, columns: Sequence[tuple[int, int]]) -> int:
    return next((at for at, (_, right) in enumerate(columns) if start < right), len(columns) - 1)


def _trimmed(taken: list[_Spans], last: int, at: int, columns: Sequence[tuple[int, int]]) -> tuple[list[_Spans], int]:
    """Return the lines up to the last row, with those beneath it that its cells run on into; and where the table ends."""
    end = last + 1
    while end < len(taken) and taken[end].line.gap == 0 and _runs_on(taken[end - 1], taken[end], columns):
        end += 1
    return taken[:end], at + end


def _runs_on(above: _Spans, below: _Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether the one cell of a line is the rest of the cell above it: not in the first column, or that was full."""
    start, _, words = below.spans[0]
    column = _column(start, columns)
    over = next(((left, end) for left, end, _ in above.spans if _column(left, columns) == column), None)
    if over is None:
        return column > 0
    if column > 0:
        return True
    if _PART_NAME.fullmatch(words):
        return False
    # A fifth less than the column is wide: letters are not all as wide as one another.
    width = (columns[1][0] - _NARROW - columns[0][0]) * 4 // 5
    return over[1] - over[0] + 1 + len(words.split(" ")[0]) > width or words[:1].islower()


def _convincing(taken: Sequence[_Spans], columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether it is a table and no chance: three columns, or an amount in the last, or wide gaps, or many rows.

    Two blanks stand behind a full stop in many papers, and words set to both margins have them anywhere.
    """
    rows = [one for one in taken if len(one.spans) > 1]
    amounts = sum(_is_money(one.spans[-1][2]) for one in rows)
    gaps = [right[0] - left[1] for left, right in pairwise(columns)]
    return amounts * 2 >= len(rows) or min(gaps) > _NARROW + 1 or (len(rows) > 2 and len(columns) > 2)  # noqa: PLR2004 - three of each


def _is_money(words: str) -> bool:
    return _MONEY_CELL.fullmatch(words) is not None


def _rows(taken: Sequence[_Spans], columns: Sequence[tuple[int, int]], wraps: Wraps) -> list[Row]:
    """Return the rows, the lines of a cell joined. A row begins where a line fills the first column and does not run on."""
    money = _money_column(taken, columns)
    made: list[tuple[dict[int, str], list[Line]]] = []
    above: _Spans | None = None
    for one in taken:
        placed: dict[int, str] = {}
        for start, _, words in one.spans:
            column = _column(start, columns)
            placed[column] = f"{placed[column]} {words}" if column in placed else words
        if one.line.turned and made and placed == made[0][0]:
            continue  # the row of headings again, at the top of the next page
        if above is not None and made and _continues(above, one, placed, made[-1][0], money, columns):
            row = made[-1][0]
            for column, words in placed.items():
                row[column] = glued((row.get(column, ""), words), wraps)
            made[-1][1].append(one.line)
        else:
            made.append((placed, [one.line]))
        above = one
    return [Row(tuple(sorted(cells.items())), line, below=tuple(below)) for cells, (line, *below) in made]


def _continues(
    above: _Spans,
    one: _Spans,
    placed: dict[int, str],
    row: dict[int, str],
    money: int,
    columns: Sequence[tuple[int, int]],
) -> bool:
    """Return whether a line goes on with the row above it."""
    if one.line.gap and not one.line.turned:
        return False
    if money >= 0 and money in placed:
        return 0 not in placed and money not in row
    if 0 not in placed:
        return True
    if len(one.spans) == 1:
        return _runs_on(above, one, columns)
    return money >= 0 and money in row and _runs_on(above, one, columns)


def _money_column(taken: Sequence[_Spans], columns: Sequence[tuple[int, int]]) -> int:
    """Return the last column in which half the lines that fill it, two at least, hold an amount; -1 for none."""
    for column in range(len(columns) - 1, 0, -1):
        cells = [words for one in taken for start, _, words in one.spans if _column(start, columns) == column]
        amounts = sum(_is_money(cell) for cell in cells)
        if amounts > 1 and amounts * 2 >= len(cells):
            return column
    return -1
