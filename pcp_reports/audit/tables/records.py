"""Grants each told in a small table of its own, a label and a value in every row: a table of one grant, set on end.

Such tables follow one another, with a heading or “Record 2” between them; or one table holds several, beneath each other
or side by side. They are turned into one table with a header, which is read like any other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_name, tidied
from pcp_reports.audit.lines.names.unnamed import is_date
from pcp_reports.audit.tables.grid import grid_of, has_pounds, looks_like_money, width_of
from pcp_reports.audit.tables.headings import Holds, holds
from pcp_reports.passage import Cell, Passage, Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.tables.grid import Row

_FEWEST = 2
_MOST_BETWEEN = 3
_MOST_WORDS = 14
_SUMS = (Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL)
_KEPT = (
    *_SUMS,
    Holds.RECIPIENT,
    Holds.PURPOSE,
    Holds.REQUESTED,
    Holds.DECISION,
    Holds.AREA,
    Holds.STRAND,
    Holds.OTHER_SUM,
)
_WHO = "Recipient"


@dataclass(frozen=True, slots=True)
class Record:
    """One grant: its values by their labels, and the place of the row that names it."""

    values: Mapping[str, str]
    passage: int


@dataclass(frozen=True, slots=True)
class Turned:
    """Records as the rows of one table, the header first, and where each stands in the paper.

    ``start`` and ``end`` are where they begin, with what stands over the first as over the others (“Record 1”), and end.
    """

    rows: tuple[Passage, ...]
    passages: tuple[int, ...]
    start: int
    end: int


def records_from(passages: Sequence[Passage], at: int) -> Turned | None:
    """Return the records that begin with the table at a place, those of the tables behind it with them; None where there are none."""
    records: list[Record] = []
    ends: list[int] = []
    between: list[tuple[tuple[Sort, bool], ...]] = []  # how the words between two tables look
    start = at
    while start < len(passages):
        end = _end_of(passages, start)
        found = list(_records(passages, start, end)) or list(_headed(passages, start, end))
        if not found or (records and not _is_alike(records[0], found[0])):
            break
        records += found
        ends.append(end)
        start = _next_table(passages, end)
        between.append(_looks(passages[end:start]))
        if len(set(between)) > 1:
            break
    if not records:
        return None
    over = len(between[0]) if len(ends) > 1 and at >= len(between[0]) else 0
    begins = at - over if over and _looks(passages[at - over : at]) == between[0] else at
    return _turned(passages[at], records, begins, ends[-1])


def _looks(passages: Sequence[Passage]) -> tuple[tuple[Sort, bool], ...]:
    return tuple((one.sort, one.bold) for one in passages)


def _turned(first: Passage, records: Sequence[Record], start: int, end: int) -> Turned:
    labels = list(dict.fromkeys(label for record in records for label in record.values))
    made = [_row(first, labels)]
    made += [_row(first, [record.values.get(label, "") for label in labels]) for record in records]
    return Turned(tuple(made), (start, *(record.passage for record in records)), start, end)


def _row(first: Passage, words: Sequence[str]) -> Passage:
    cells = tuple(Cell(text, column) for column, text in enumerate(words))
    return Passage(Sort.ROW, "\t".join(words), first.line, table=first.table, cells=cells)


def _end_of(passages: Sequence[Passage], start: int) -> int:
    end = start
    while end < len(passages) and passages[end].sort is Sort.ROW and passages[end].table == passages[start].table:
        end += 1
    return end


def _next_table(passages: Sequence[Passage], end: int) -> int:
    """Return where the next table begins, with no more than a few short words before it; else the end of the paper."""
    for at in range(end, min(end + _MOST_BETWEEN + 1, len(passages))):
        one = passages[at]
        if one.sort is Sort.ROW:
            return at
        if "£" in one.text or len(one.text.split()) > _MOST_WORDS or one.text.rstrip().endswith((".", ":")):
            break
    return len(passages)


def _records(passages: Sequence[Passage], start: int, end: int) -> Iterator[Record]:
    """Yield the records of one table, where each has a row that names somebody and one that says how much."""
    grid = grid_of(passages[start:end])
    width = width_of(grid)
    if width < _FEWEST or any(looks_like_money(row.words(0)) or has_pounds(row.words(0)) for row in grid):
        return
    made: list[Record] = []
    for part in _parts([(number, row) for number, row in enumerate(grid) if len(row.filled) >= _FEWEST]):
        kinds = {number: holds(row.words(0)) for number, row in part}
        who = next((number for number, kind in kinds.items() if kind is Holds.RECIPIENT), None)
        if who is None or not any(kind in (*_SUMS, Holds.REQUESTED) for kind in kinds.values()):
            return
        unknown = [row for number, row in part if kinds[number] is Holds.UNKNOWN]
        if sum(any(has_pounds(cell.text) for cell in row.filled) for row in unknown) >= _FEWEST:
            return  # names down the side, and what each gets: a table that stands upright
        for column in range(1, width):
            record = _record(part, kinds, column, start + who)
            if record is None:
                return
            made.append(record)
    yield from made


def _parts(rows: Sequence[tuple[int, Row]]) -> Iterator[Sequence[tuple[int, Row]]]:
    """Yield the rows of each record: one begins where the first of the labels that come again does."""
    if not rows:
        return
    labels = [row.words(0).casefold() for _, row in rows]
    first = max(labels, key=labels.count)  # the first of those that come most often
    starts = [at for at, label in enumerate(labels) if label == first]
    for start, end in pairwise([*starts, len(rows)]):
        yield rows[start:end]


def _record(part: Sequence[tuple[int, Row]], kinds: Mapping[int, Holds], column: int, at: int) -> Record | None:
    """Return what one column says; None where it names nobody, or its sums are none."""
    values: dict[str, str] = {}
    for number, row in part:
        kind, words = kinds[number], row.words(column)
        if kind not in _KEPT or not words:
            continue
        is_sum = looks_like_money(words) or has_pounds(words)
        if kind is Holds.RECIPIENT and (is_sum or is_date(words)):
            return None
        if kind in _SUMS and not is_sum and any(map(str.isdigit, words)):
            return None
        values[_WHO if kind is Holds.RECIPIENT and _WHO not in values else row.words(0).strip(" :?*")] = words
    told = {holds(label) for label in values}
    return Record(values, at) if _WHO in values and (told & {*_SUMS, Holds.REQUESTED}) else None


def _headed(passages: Sequence[Passage], start: int, end: int) -> Iterator[Record]:
    """Yield the record of a table that gives how much, and what for, beneath a heading that names somebody."""
    if start == 0 or passages[start - 1].sort is Sort.ROW:
        return
    above = passages[start - 1]
    name = tidied(above.text)
    if not (above.bold or above.sort in (Sort.HEADING, Sort.ITEM)) or not is_name(name) or has_pounds(name):
        return
    rows = [row for row in grid_of(passages[start:end]) if len(row.filled) == _FEWEST]
    kinds = {row.words(0).strip(" :?*"): holds(row.words(0)) for row in rows}
    sums = [label for label, kind in kinds.items() if kind in _SUMS]
    words = {row.words(0).strip(" :?*"): row.words(1) for row in rows}
    if (
        len(rows) != end - start
        or len(sums) != 1
        or Holds.PURPOSE not in kinds.values()
        or Holds.RECIPIENT in kinds.values()
    ):
        return
    if not (looks_like_money(words[sums[0]]) or has_pounds(words[sums[0]])):
        return
    kept = {label: words[label] for label, kind in kinds.items() if kind in _KEPT}
    yield Record({_WHO: name, **kept}, start - 1)


def _is_alike(one: Record, other: Record) -> bool:
    """Return whether two records give how much under the same label."""
    sums = [{label for label in each.values if holds(label) in _SUMS} for each in (one, other)]
    return sums[0] == sums[1] or not (sums[0] and sums[1])
