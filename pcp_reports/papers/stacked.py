"""Tables whose cells stand a line each, as they are copied from a page of the web: headings first, then record by record.

The sums tell how many cells a record has: they come back every so many lines, beneath a heading of money that stands as
many lines above the first.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.columns import MOST_LINES, WIDEST_GAP, Row, Table
from pcp_reports.papers.line_labels import label_of
from pcp_reports.papers.money_words import SUM, is_of_money
from pcp_reports.papers.torn import by_pairs, by_torn_cells
from pcp_reports.papers.torn_cells import has_stray, is_total
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines import Line

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
    if _is_barred(lines[at]) and (at == 0 or not _is_barred(lines[at - 1])):
        return _of_barred(lines, at)
    return _headed(lines, at) or by_pairs(lines, at)


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


def _of_barred(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose every cell has a bar at its end, or before it, a line each, as a page of the web gives its tables.

    An empty cell is a bar alone, so that the cells can be counted: in one column stand sums and nothing else. The last
    record may be cut off.
    """
    end = at
    while end < min(len(lines), at + MOST_LINES) and _is_barred(lines[end]) and (end == at or _near(lines[end])):
        end += 1
    cells = [line.text.strip().strip("|").strip() for line in lines[at:end]]
    counts = range(_FEWEST_BARRED, min(_MOST_CELLS, len(cells) // 2) + 1)
    for parted in (False, True):
        for count in counts:
            starts = _under_headings(cells, count, parted=parted)
            headed = starts is not None
            if starts is None and not parted and _is_bare(cells, count):
                starts = list(range(0, len(cells), count))
            if starts is not None:
                rows = [
                    Row(
                        tuple((column, one) for column, one in enumerate(cells[start:stop]) if one),
                        lines[at + start],
                        header=headed and start == 0,
                        below=tuple(lines[at + start + 1 : at + stop]),
                    )
                    for start, stop in pairwise([*starts, len(cells)])
                ]
                return Table(at, end, tuple(rows))
    return None


def _under_headings(cells: Sequence[str], count: int, *, parted: bool) -> list[int] | None:
    """Return where the rows begin if so many cells to a record put sums, and nothing else, under a heading of money; else None.

    ``parted``: a row may be a lone name, over a part of the table, or a name and a sum, which close one: their merged
    cells count as one. There are fewer of them than records.
    """
    heads = cells[:count]
    if any("£" in head and _SUM.fullmatch(head) for head in heads):
        return None
    of_money = [number for number, head in enumerate(heads) if number and any(map(is_of_money, head.split()))]
    for number in of_money:
        starts, records, at = [0], 0, count
        while at < len(cells):
            under = cells[at + number] if at + number < len(cells) else None
            starts.append(at)
            if under is None:
                break  # cut off, or a total
            if _SUM.fullmatch(under) or (not under and cells[at]):
                records, at = records + bool(under), at + count
            elif parted and _SUM.fullmatch(cells[at + 1]) and "£" in cells[at + 1]:
                at += 2
            elif parted and at + 1 + number < len(cells) and _SUM.fullmatch(cells[at + 1 + number]):
                at += 1
            else:
                records = 0
                break
        if records and len(starts) <= 2 * records + 1:
            return starts
    return None


def _is_bare(cells: Sequence[str], count: int) -> bool:
    """Return whether so many cells to a record put a sum in pounds at the end of each and nowhere else; no headings."""
    pounds = [number for number, one in enumerate(cells) if "£" in one and _SUM.fullmatch(one)]
    return len(pounds) > _FEWEST_BARRED and pounds == list(range(count - 1, len(cells), count))


_BARRED = re.compile(r"[^|]*\||\|[^|]*")
_FEWEST_BARRED = 2


def _is_barred(line: Line) -> bool:
    """Return whether a line is one cell: its only bar stands at its end or before it."""
    return _BARRED.fullmatch(line.text.strip()) is not None


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
    if len(taken) <= len(stack.money) or not all(_near(line) for line in taken):
        return None
    name, *sums = taken
    text = name.text.strip()
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
