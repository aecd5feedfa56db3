"""Tables whose every cell has a bar at its end, or before it, a line each, as a page of the web gives its tables.

A cell may run over several lines, and its bar may stand on a line of its own; a second bar alone is an empty cell. So the
cells can be counted: in one column stand sums and nothing else. The last record may be cut off.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.columns import MOST_LINES, WIDEST_GAP, Row, Table
from pcp_reports.papers.tables.money_words import is_of_money
from pcp_reports.papers.tables.torn.cells import Torn, what_is
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.papers.lines.lines import Line

_BARRED = re.compile(r"[^|]*\||\|[^|]*")
_FEWEST = 2
_MOST_CELLS = 9
_MOST_LINES_OF_A_CELL = 4


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its words, and its lines."""

    text: str
    lines: tuple[Line, ...]


def is_barred(line: Line) -> bool:
    """Return whether a line ends or begins a cell: its only bar stands at its end or before it."""
    return "|" in line.text and _BARRED.fullmatch(line.text.strip()) is not None


def by_bars_apart(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table that begins at a line with a bar, None where none does."""
    if _is_amid(lines, at):
        return None
    cells = list(_cells(lines, at, ended=lines[at].text.rstrip().endswith("|")))
    texts = [cell.text for cell in cells]
    counts = range(_FEWEST, min(_MOST_CELLS, len(cells) // 2) + 1)
    for parted in (False, True):
        for count in counts:
            starts = _under_headings(texts, count, parted=parted)
            headed = starts is not None
            if starts is None and not parted and _is_bare(texts, count):
                starts = list(range(0, len(cells), count))
            if starts is not None:
                rows = tuple(
                    _row(cells, start, stop, header=headed and start == 0)
                    for start, stop in pairwise([*starts, len(cells)])
                )
                end = at + sum(len(cell.lines) for cell in cells)
                return Table(at, end, rows)
    return None


def _is_amid(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line stands amid the cells of a table: another cell ends right above it, with no wider gap than below."""
    widest = lines[at + 1].gap if at + 1 < len(lines) else 0
    for above in range(at - 1, max(-1, at - 1 - _MOST_LINES_OF_A_CELL), -1):
        if is_barred(lines[above]) and (above == at - 1 or lines[above + 1].gap <= widest):
            return True
        if lines[above + 1].gap > widest:
            return False
    return False


def _cells(lines: Sequence[Line], at: int, *, ended: bool) -> Iterator[_Cell]:
    """Yield the cells that follow one another; ``ended`` where a bar ends each, else one begins each."""
    here = at
    while here < min(len(lines), at + MOST_LINES):
        taken = [lines[here]]
        while True:
            after = here + len(taken)
            if "|" in taken[-1].text if ended else not _goes_on(lines, after):
                break
            if after >= len(lines) or not _near(lines[after]) or len(taken) >= _MOST_LINES_OF_A_CELL:
                break
            if "|" in lines[after].text and not (ended and is_barred(lines[after])):
                break
            taken.append(lines[after])
        if (here > at and not _near(taken[0])) or not is_barred(taken[-1 if ended else 0]):
            return
        words = " ".join(line.text.strip().strip("|").strip() for line in taken)
        yield _Cell(" ".join(words.split()), tuple(taken))
        here += len(taken)


def _goes_on(lines: Sequence[Line], after: int) -> bool:
    """Return whether a line goes on with a cell that began with its bar: it has none, and another cell follows soon."""
    following = lines[after : after + _MOST_LINES_OF_A_CELL]
    return bool(following) and "|" not in following[0].text and any("|" in line.text for line in following)


def _row(cells: Sequence[_Cell], start: int, stop: int, *, header: bool) -> Row:
    first, *below = [line for cell in cells[start:stop] for line in cell.lines]
    filled = tuple((column, cell.text) for column, cell in enumerate(cells[start:stop]) if cell.text)
    return Row(filled, first, header=header, below=tuple(below))


def _under_headings(cells: Sequence[str], count: int, *, parted: bool) -> list[int] | None:
    """Return where the rows begin if so many cells to a record put sums, and nothing else, under a heading of money; else None.

    ``parted``: a row may be a lone name, over a part of the table, or a name and a sum, which close one: their merged
    cells count as one; the headings may be printed again. There are fewer of them than records.
    """
    heads = cells[:count]
    if any("£" in head and _is_sum(head) for head in heads):
        return None
    of_money = [number for number, head in enumerate(heads) if number and any(map(is_of_money, head.split()))]
    for number in of_money:
        starts, records, at = [0], 0, count
        while at < len(cells):
            starts.append(at)
            if at + number >= len(cells) and not _is_short(cells, at, count):
                break  # cut off, or a total
            step = _step(cells, at, heads, number, parted=parted)
            if step == 0:
                records = 0
                break
            records, at = records + (step == count and bool(cells[at + number])), at + step
        if records and len(starts) <= 2 * records + 1:
            return starts
    return None


def _step(cells: Sequence[str], at: int, heads: Sequence[str], number: int, *, parted: bool) -> int:
    """Return how many cells the row at a place has, of which that at ``number`` is a sum; 0 where none is there."""
    count = len(heads)
    if _is_short(cells, at, count):
        return 2 if parted else 0
    under = cells[at + number]
    if (
        what_is(under) in (Torn.SUM, Torn.NO_SUM)
        or (not under and cells[at])
        or (parted and cells[at : at + count] == heads)
    ):
        return count
    lone = at + 1 + number < len(cells) and _is_sum(cells[at + 1 + number])
    return 1 if parted and lone else 0


def _is_short(cells: Sequence[str], at: int, count: int) -> bool:
    """Return whether a name and a sum in pounds stand at a place, where the first record has no sum behind its name."""
    behind = cells[at + 1 : at + 2]
    pounds = bool(behind) and "£" in behind[0] and _is_sum(behind[0])
    return pounds and len(cells) > count + 1 and not _is_sum(cells[count + 1])


def _is_bare(cells: Sequence[str], count: int) -> bool:
    """Return whether so many cells to a record put a sum in pounds at the end of each and nowhere else; no headings."""
    pounds = [number for number, one in enumerate(cells) if "£" in one and _is_sum(one)]
    return len(pounds) > _FEWEST and pounds == list(range(count - 1, len(cells), count))


def _near(line: Line) -> bool:
    return line.gap <= WIDEST_GAP or line.turned


def _is_sum(text: str) -> bool:
    return what_is(text) is Torn.SUM
