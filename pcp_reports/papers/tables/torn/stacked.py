"""Tables whose cells stand a line each, as they are copied from a page of the web: headings first, then record by record.

The sums tell how many cells a record has: they come back every so many lines, beneath a heading of money that stands as
many lines above the first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.barred import by_bars_apart, is_barred
from pcp_reports.papers.tables.columns import MOST_LINES, WIDEST_GAP, Row, Table
from pcp_reports.papers.tables.money_words import SUM, is_of_money
from pcp_reports.papers.tables.torn.cells import has_stray, is_total
from pcp_reports.papers.tables.torn.records import by_pairs, by_torn_cells, by_unit
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_SUM = re.compile(SUM)
_FIGURES = re.compile(r"[0-9][0-9,.]*")
_MOST_CELLS = 9
_FEWEST_LINES = 6  # of records: three of two cells, two of three
_LONGEST_HEADING = 40
_LONGEST_TOTAL = 60


@dataclass(frozen=True, slots=True)
class _Stack:
    """How the cells of a table are stacked: where its headings begin, how many there are, which of them are of money."""

    at: int
    cells: int
    money: tuple[int, ...]


def by_cells(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table that begins at a line, None where none does."""
    if is_barred(lines[at]):
        return by_bars_apart(lines, at)
    return by_unit(lines, at) or _headed(lines, at) or by_pairs(lines, at)


def _headed(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose first heading a line is: with records of one length, or with what it lost on the way."""
    if not _is_heading(lines[at].text):
        return by_torn_cells(lines, at)
    # The first sum stands in the first record: it tells how many cells there may be.
    first = next((to for to in range(at + 2, min(at + 2 * _MOST_CELLS, len(lines))) if _is_sum(lines[to])), None)
    if first is None:
        return by_torn_cells(lines, at)
    ways = range(max(2, (first - at) // 2 + 1), min(_MOST_CELLS, first - at) + 1)
    found = [table for cells in ways if (table := _of_cells(lines, at, cells)) is not None]
    whole = max(found, key=lambda table: table.end, default=None)
    torn = by_torn_cells(lines, at)
    if whole is None or torn is None:
        return whole or torn
    return torn if torn.end > whole.end and torn.rows[0].cells == whole.rows[0].cells else whole


def _of_cells(lines: Sequence[Line], at: int, cells: int) -> Table | None:
    start = at + cells
    if start + cells > len(lines) or not all(
        _is_heading(line.text) and (not number or _near(line)) for number, line in enumerate(lines[at:start])
    ):
        return None
    heads = [line.text.strip() for line in lines[at:start]]
    money = tuple(
        number
        for number, head in enumerate(heads)
        if number and any(is_of_money(word) for word in head.split()) and _is_sum(lines[start + number])
    )
    if not money:
        return None
    stack = _Stack(at, cells, money)
    rows = [Row(tuple(enumerate(heads)), lines[at], header=True, below=tuple(lines[at + 1 : start]))]
    end = start
    while end - at < MOST_LINES and (record := _record(lines, end, stack)) is not None:
        rows.append(record)
        end += cells
    if end - start < max(_FEWEST_LINES, 2 * cells) or not _are_columns(rows[1:], stack):
        return None
    while end - at < MOST_LINES and (total := _total(lines, end, stack)) is not None:
        rows.append(total)
        end += 1 + len(money)
    return None if _goes_on(lines, end, cells) else Table(at, end, tuple(rows))


def _are_columns(records: Sequence[Row], stack: _Stack) -> bool:
    """Return whether the records stand straight: none names a total amid its cells, and no column has figures among its words."""
    for column in range(1, stack.cells):
        texts = [text for record in records for at, text in record.cells if at == column]
        if any(map(is_total, texts)):
            return False
        if column in stack.money and has_stray(texts):
            return False
        figures = sum(_FIGURES.fullmatch(text) is not None for text in texts)
        if column not in stack.money and 0 < figures < len(texts):
            return False
    return True


def _goes_on(lines: Sequence[Line], end: int, cells: int) -> bool:
    """Return whether sums go on right behind what was read: a cell was left out or broken, and records may be missed."""
    for line in lines[end : end + cells + 1]:
        if not _near(line) or len(line.text.strip()) > _LONGEST_TOTAL or label_of(line.text) is not None:
            return False
        if _is_sum(line):
            return True
    return False


def _record(lines: Sequence[Line], start: int, stack: _Stack) -> Row | None:
    """Return the record that begins at a line, None where none does."""
    taken = lines[start : start + stack.cells]
    if len(taken) < stack.cells or not all(_near(line) for line in taken):
        return None
    for number, line in enumerate(taken):
        if number in stack.money:
            if not _is_sum(line):
                return None
        elif "£" in line.text and _is_sum(line):
            return None
    cells = tuple((number, line.text.strip()) for number, line in enumerate(taken))
    return Row(cells, taken[0], below=tuple(taken[1:]))


def _total(lines: Sequence[Line], start: int, stack: _Stack) -> Row | None:
    """Return the row beneath the records that has a name and sums alone: the empty cells of a total are not copied."""
    taken = lines[start : start + 1 + len(stack.money)]
    if len(taken) <= len(stack.money) or not all(_near(line) for line in taken[1:]):
        return None
    name, *sums = taken
    text = name.text.strip()
    empty = 2 * stack.cells if is_total(text) else 0  # blank lines: its empty cells, and those of the row above
    if not (_near(name) or name.gap <= empty):
        return None
    if _is_sum(name) or len(text) > _LONGEST_TOTAL or text[-1] in ".;" or not all(_is_sum(line) for line in sums):
        return None
    cells = ((0, text), *zip(stack.money, (line.text.strip() for line in sums), strict=True))
    return Row(cells, name, below=tuple(sums))


def _is_heading(text: str) -> bool:
    """Return whether a line may be the heading of a column: a few words, no figure, no sentence, no label before it."""
    words = text.strip()
    return (
        len(words) <= _LONGEST_HEADING
        and (words[0].isupper() or words[0] == "£")
        and words[-1] not in ".,:;!?"
        and not re.search(r"£\s?\d", words)
        and label_of(text) is None
    )


def _is_sum(line: Line) -> bool:
    return _SUM.fullmatch(line.text.strip()) is not None


def _near(line: Line) -> bool:
    return line.gap <= WIDEST_GAP or line.turned
