"""Rows of a table with a sum that are no grants of their own: what a part comes to above its rows, and what a grant is made of below it.

“Community Fund | | £1,150” above two rows that come to it; “of which capital | | £1,500” beneath a grant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Total
from pcp_reports.audit.lines.names.naming import is_total, tidied
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import Row
from pcp_reports.audit.tables.totals import Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.tallies import Line

_FEWEST = 2
_OF_WHICH = re.compile(
    r"(?:[-–•]\s*)?(?:of which|of this|includ(?:es|ing)|comprising|made up of|being)\b", re.IGNORECASE
)


def headed_parts(
    grid: Sequence[Row], columns: Columns, passages: Sequence[int]
) -> tuple[tuple[Row, ...], Mapping[int, Row], tuple[int, ...]]:
    """Return the rows of a table, those that are no grants of their own without their sums, and what they were.

    These are the rows that head a part with its sum, by their passages, and the passages of those that a grant is made of.
    """
    heads, pieces = _heads(grid, columns), _made_of(grid, columns)
    if not heads and not pieces:
        return tuple(grid), {}, ()
    made = []
    for at, row in enumerate(grid):
        name = row.cell(columns.recipient) if at in heads else None
        made.append(Row(()) if at in pieces else row if name is None else Row((name,)))
    return tuple(made), {passages[at]: grid[at] for at in heads}, tuple(passages[at] for at in sorted(pieces))


def with_heads_told(
    told: Sequence[Told], heads: Mapping[int, Row], lines: Sequence[Line], columns: Columns
) -> list[Told]:
    """Return the totals, those that head a part among them as if they stood right beneath its last line."""
    if not heads:
        return list(told)
    lasts = [line.award.passage for line in lines]
    made = list(told)
    for at, end in pairwise([*sorted(heads), max(lasts, default=0) + 1]):
        row = heads[at]
        claim, name = (
            paid(row.words(columns.amounts[0]), thousands=columns.thousands).claim,
            row.words(columns.recipient),
        )
        if claim is not None:
            made.append(Told(Total(claim, at), f"Total for {tidied(name)}", tidied(name), bisect_left(lasts, end), row))
    return sorted(made, key=lambda one: one.above)


def _heads(grid: Sequence[Row], columns: Columns) -> frozenset[int]:
    """Return the places of the rows that give what the rows beneath them come to, up to the next such row.

    They say nothing in a column of words in which every row beneath them does. All of them must come right; one
    may be a slip where there are three or more, or where a total below is what they come to.
    """
    if columns.purpose is None or columns.purpose == columns.recipient:
        return frozenset()
    body = _body(grid, columns)
    told = [bool(grid[at].words(columns.purpose)) for at in body]
    bare = [at for at, says in zip(body, told, strict=True) if not says and len(grid[at].filled) == _FEWEST]
    if len(bare) < _FEWEST or bare[0] != body[0] or sum(told) <= _FEWEST:
        return frozenset()
    places = [bisect_left(body, at) for at in (*bare, body[-1] + 1)]
    parts = [body[start + 1 : stop] for start, stop in pairwise(places)]
    if not all(parts):
        return frozenset()
    sound = sum(
        _pence(grid[head], columns) == sum(_pence(grid[at], columns) for at in part)
        for head, part in zip(bare, parts, strict=True)
    )
    totals = [_pence(row, columns) for row in grid if any(is_total(cell.text) for cell in row.filled)]
    summed = sum(_pence(grid[head], columns) for head in bare) in totals
    return frozenset(bare) if sound >= (len(bare) - 1 if summed else max(_FEWEST, len(bare) - 1)) else frozenset()


def _made_of(grid: Sequence[Row], columns: Columns) -> frozenset[int]:
    """Return the places of the rows that say what the grant above them is made of: each begins so, or the first of those that come to it."""
    found: set[int] = set()
    for at in range(max(columns.header, default=-1) + 2, len(grid)):
        if at in found or _OF_WHICH.match(grid[at].words(columns.recipient)) is None or not _pence(grid[at], columns):
            continue
        whole = _pence(grid[at - 1], columns)
        found.add(at)
        upto, below = _pence(grid[at], columns), at + 1
        while upto < whole and below < len(grid) and upto + _pence(grid[below], columns) <= whole:
            upto += _pence(grid[below], columns)
            below += 1
        if upto == whole:
            found |= set(range(at, below))
    return frozenset(found)


def _body(grid: Sequence[Row], columns: Columns) -> list[int]:
    """Return the places of the rows with a name and a sum, without those of totals."""
    first = max(columns.header, default=-1) + 1
    return [
        at
        for at in range(first, len(grid))
        if grid[at].words(columns.recipient)
        and any(grid[at].words(column) for column in columns.amounts)
        and not any(is_total(cell.text) for cell in grid[at].filled)
    ]


def _pence(row: Row, columns: Columns) -> int:
    return sum(paid(row.words(column), thousands=columns.thousands).pence or 0 for column in columns.amounts)
