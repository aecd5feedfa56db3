"""Rows of a table whose cells are set in the middle, from top to bottom: a sum stands beside the middle line of what it is for.

A name of three lines then begins a line above its sum, and a purpose of six lines two or three above. Each row has as many
lines above its sum as below it, one more or less: where all rows of a table can be parted so, and where they cannot have been
set at the top, they were set in the middle.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

_FEWEST = 2
_MOST_BETWEEN = 40  # lines between two sums
_HOLE = 3  # what it costs to leave a line of a cell empty


def rows_about_sums(lines: Sequence[Mapping[int, str]], sums: AbstractSet[int]) -> tuple[tuple[int, int], ...] | None:
    """Return the rows, each from its first line up to behind its last, the headings first; None where they stand otherwise.

    ``lines`` are the words of each line by column, ``sums`` the lines that give a sum.
    """
    anchors = sorted(at for at in sums if at)
    if len(anchors) < _FEWEST or not _are_in_the_middle(lines, anchors):
        return None
    between = [after - before - 1 for before, after in pairwise([*anchors, len(lines)])]
    if max(between) > _MOST_BETWEEN:
        return None
    for heads in range(1, anchors[0] + 1):
        rows = _parted(lines, anchors, between, heads)
        if rows is not None:
            return ((0, heads), *rows)
    return None


def _are_in_the_middle(lines: Sequence[Mapping[int, str]], anchors: Sequence[int]) -> bool:
    """Return whether a line without a sum begins several cells anew right above one with a sum, as no row set at the top does."""
    return any(
        at - 1 not in anchors
        and 0 in lines[at]
        and 0 in lines[at - 1]
        and len(lines[at - 1]) > 1
        and 0 not in lines[at - 2]
        for at in anchors
        if at > _FEWEST
    )


def _parted(
    lines: Sequence[Mapping[int, str]], anchors: Sequence[int], between: Sequence[int], heads: int
) -> tuple[tuple[int, int], ...] | None:
    """Return the rows in the cheapest way of parting the lines between the sums; None where no way has them in the middle."""
    ways: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {anchors[0] - heads: (0, ())}  # by lines above the sum
    for anchor, gap in zip(anchors, between, strict=True):
        last = anchor == anchors[-1]
        after: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {}
        for above, (cost, rows) in ways.items():
            for below in range(max(above - 1, 0), min(above + 1, gap) + 1):
                if last and below != gap:
                    continue
                row = (anchor - above, anchor + below + 1)
                whole = cost + abs(above - below) + _cost(lines[row[0] : row[1]])
                if gap - below not in after or whole < after[gap - below][0]:
                    after[gap - below] = (whole, (*rows, row))
        ways = after
    return ways[0][1] if 0 in ways else None


def _cost(row: Sequence[Mapping[int, str]]) -> int:
    """Return how far the cells of a row are from its middle, in lines; more where they have holes, or begin in mid-sentence."""
    cost = 0
    for column in {column for line in row for column in line}:
        filled = [at for at, line in enumerate(row) if column in line]
        first, last = filled[0], filled[-1]
        cost += _HOLE * row[first][column][:1].islower()  # the rest of a cell that began above
        cost += _HOLE * (last - first + 1 - len(filled)) + max(0, abs(first - (len(row) - 1 - last)) - 1)
    return cost
