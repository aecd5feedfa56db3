"""Tables that came apart into a line for each cell and lost some: their empty cells, a unit, half of a heading.

Where `stacked` finds records of one length, here the sums part them: words, then the sums of a record, then words again.
Most records agree in how many there are of each; with the headings these must make the columns exactly, or it is no
table. A record with a cell too few is placed only where it can be told which it lost.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.columns import MOST_LINES, Row, Table
from pcp_reports.papers.tables.torn.cells import Torn, has_stray, heads_money, is_counted, is_total, what_is
from pcp_reports.papers.tables.torn.heads import begun, may_head, may_name
from pcp_reports.papers.tables.torn.marks import is_mark
from pcp_reports.papers.tables.torn.rows import Record, Shape, row_of, with_sums_placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_MOST_HEADS = 16  # cells before the first sum
_MOST_WORDS = 5  # columns of words
_MOST_SUMS = 6
_SUMS = (Torn.SUM, Torn.NO_SUM)
_WIDEST = 3  # blank lines: an empty cell between them is one, and its own
_FEWEST = 2
_LONGEST_CELL = 400


def by_torn_cells(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose first heading a line is, None where it is none or cannot be told."""
    if not may_head(lines[at].text) or what_is(lines[at].text) is not Torn.WORDS:
        return None
    first = _first_sum(lines, at)
    if first is None:
        return None
    found = _of_records(lines, at, _records(lines, at, first))
    if found is None and is_counted(lines[first].text):
        # A number before each name is no sum: that of the application, where the sums have their pound signs.
        first = _first_sum(lines, at, counted=True)
        if first is not None:
            found = _of_records(lines, at, _records(lines, at, first, counted=True))
    return found


def _of_records(lines: Sequence[Line], at: int, records: Sequence[Record]) -> Table | None:
    """Return the table that records are, None where their headings do not fit."""
    for shape in _shapes(records):
        start = begun(records[0], shape, marked=any(one.marks for one in records))
        if start is not None:
            header, opening = start
            return _table(lines, at, header, [opening, *records[1:]], shape)
    return None


def _kind(line: Line, *, counted: bool) -> Torn:
    """Return what a cell is; ``counted``: a bare number is that of an application, and a word among words."""
    return Torn.WORDS if counted and is_counted(line.text) else what_is(line.text)


def by_pairs(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table without headings that begins at a line: words and pounds by turns, and a total that closes them."""
    if at and what_is(lines[at - 1].text) is Torn.SUM:
        return None  # in the midst of them
    rows: list[Row] = []
    here = at
    while here + 1 < len(lines) and here - at < MOST_LINES and (here == at or _near(lines[here])):
        who, much = lines[here], lines[here + 1]
        words = who.text.strip()
        if what_is(words) is not Torn.WORDS or not _near(much) or not _may_go_on(who, begins=True):
            return None
        if "£" not in much.text or what_is(much.text) is not Torn.SUM:
            return None
        rows.append(Row(((0, words), (1, much.text.strip())), who, below=(much,)))
        here += 2
        if is_total(words):
            return Table(at, here, tuple(rows)) if len(rows) > _FEWEST else None
    return None


def by_unit(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table under a line that is “£” and nothing else: words and sums by turns, which need no sign of their own."""
    if what_is(lines[at].text) is not Torn.UNIT or "%" in lines[at].text:
        return None
    rows = [Row(((1, lines[at].text.strip()),), lines[at], header=True)]
    here = at + 1
    while here + 1 < len(lines) and here - at < MOST_LINES:
        who, much = lines[here], lines[here + 1]
        if not (_near(who) and _near(much)) or what_is(much.text) is not Torn.SUM or "%" in much.text:
            break
        if what_is(who.text) is not Torn.WORDS or not _may_go_on(who, begins=True):
            break
        rows.append(Row(((0, who.text.strip()), (1, much.text.strip())), who, below=(much,)))
        here += 2
    return Table(at, here, tuple(rows)) if len(rows) > _FEWEST + 1 else None


def _first_sum(lines: Sequence[Line], at: int, *, counted: bool = False) -> int | None:
    """Return where the first sum stands behind what may be headings, one of which is of money; None for no such place."""
    money = False
    for to in range(at, min(at + _MOST_HEADS + 1, len(lines))):
        line = lines[to]
        if to > at and not _near(line):
            return None
        kind = _kind(line, counted=counted)
        if kind in (Torn.SUM, Torn.NO_SUM):
            return to if money and to - at > _FEWEST else None
        if len(line.text) > _LONGEST_CELL:
            return None
        money = money or kind is Torn.UNIT or heads_money(line.text)
    return None


def _records(lines: Sequence[Line], at: int, first: int, *, counted: bool = False) -> list[Record]:
    """Return the records: words, then sums, and a mark. The headings are among the words of the first."""
    made: list[Record] = []
    words: list[Line] = list(lines[at:first])
    here = first
    while here < len(lines) and here - at < MOST_LINES:
        sums: list[Line] = []
        while here < len(lines) and _near(lines[here]) and _kind(lines[here], counted=counted) in _SUMS:
            sums.append(lines[here])
            here += 1
        if not sums:
            break
        marks = lines[here : here + 1]
        marks = marks if marks and _near(marks[0]) and is_mark(marks[0].text) else ()
        here += len(marks)
        made.append(Record(tuple(words), tuple(sums), tuple(marks)))
        words = []
        while here < len(lines) and _near(lines[here]) and _kind(lines[here], counted=counted) is Torn.WORDS:
            goes_on = _may_go_on(lines[here], begins=not words) and not _is_heading_again(lines[here])
            if len(words) > _MOST_WORDS + 1 or not goes_on:
                return made
            words.append(lines[here])
            here += 1
        if not words:
            break
    return made


def _may_go_on(line: Line, *, begins: bool) -> bool:
    """Return whether a line may be a cell of words; that which begins a record is a name, and no sentence."""
    text = line.text.strip()
    if len(text) > _LONGEST_CELL or "|" in text or "\t" in text:
        return False
    return not begins or may_name(text)


def _shapes(records: Sequence[Record]) -> list[Shape]:
    """Return how many cells of words and of sums a record may have, what most of them have first."""
    own = [one for one in records[1:] if not is_total(one.words[0].text)]
    sums = Counter(len(one.sums) for one in [records[0], *own])
    words = Counter(len(one.words) for one in own)
    if not words:
        return []
    return [
        Shape(one, two)
        for one, how_often in words.most_common(_FEWEST)
        for two, times in sums.most_common(_FEWEST)
        if one <= _MOST_WORDS and two <= _MOST_SUMS and _FEWEST * how_often >= len(own) and _FEWEST * times > len(own)
    ]


def _table(lines: Sequence[Line], at: int, header: Row, records: Sequence[Record], shape: Shape) -> Table | None:
    """Return the table of the records up to the last that belongs to it, None where one in its midst cannot be placed."""
    taken: list[Record] = []
    for number, record in enumerate(records):
        after = bool(taken) and is_total(taken[-1].words[0].text)
        if number and _is_apart(record, shape, after=after):
            if (
                not after
                and len(record.words) <= shape.words + _FEWEST
                and not any(heads_money(line.text) for line in record.words)
            ):
                return None
            break
        taken.append(record)
    money = [column for column, head in header.cells if column >= shape.words and heads_money(head)]
    placed = with_sums_placed(taken, shape, money)
    if placed is None or sum(not is_total(one.words[0].text) for one in taken) < _FEWEST:
        return None
    if any(has_stray([text for one in placed for at, text in one if at == column]) for column in money):
        return None
    rows = [header]
    for number, (record, sums) in enumerate(zip(taken, placed, strict=True)):
        fresh = number == 0 or is_total(taken[number - 1].words[0].text)
        rows += row_of(record, sums, shape, fresh=fresh)
    last = (*taken[-1].sums, *taken[-1].marks)[-1]
    end = next(here for here in range(at, len(lines)) if lines[here] is last) + 1
    return Table(at, end, tuple(rows))


def _is_apart(record: Record, shape: Shape, *, after: bool) -> bool:
    """Return whether words and sums behind those of a table are none of its records; ``after`` its total, they must fit exactly."""
    if is_total(record.words[0].text):
        return False
    if any(_is_heading_again(line) for line in record.words):
        return True
    if after:
        return len(record.sums) != shape.sums or not shape.words <= len(record.words) <= shape.words + 1
    return len(record.words) > shape.words + _FEWEST


def _is_heading_again(line: Line) -> bool:
    """Return whether a cell is the heading of money of a table that begins: “Amount”, “Award requested”."""
    words = line.text.split()
    return len(words) <= _FEWEST and all(map(heads_money, words)) and not is_total(line.text)


def _near(line: Line) -> bool:
    return line.gap <= _WIDEST or line.turned
