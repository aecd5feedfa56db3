"""Lines whose cells stand beneath one another -> the rows of their table: which lines make one row.

A line that goes on with a cell above it is told from one that begins a row by what it leaves blank, and by its sums.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.joining import glued
from pcp_reports.papers.tables.blank_cells import NARROW, Spans, column_of, is_money, placed_in, runs_on
from pcp_reports.papers.tables.centred import rows_about_sums
from pcp_reports.papers.tables.columns import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.papers.lines.joining import Wraps
    from pcp_reports.papers.lines.lines import Line


def rows_in(taken: Sequence[Spans], columns: Sequence[tuple[int, int]], wraps: Wraps) -> list[Row]:
    """Return the rows, the lines of a cell joined. A row begins where a line fills the first column and does not run on."""
    money = _money_columns(taken, columns)
    every = [placed_in(one, columns) for one in taken]
    if not any(one.line.gap and not one.line.turned for one in taken[1:]):
        sums = {at for at, words in enumerate(every) if any(_gives_sum(words.get(column, "")) for column in money)}
        middle = rows_about_sums(every, sums)
        if middle is not None:
            return [_row_of(taken[start:end], every[start:end], wraps) for start, end in middle]
    made: list[tuple[dict[int, str], list[Line]]] = []
    above: Spans | None = None
    for number, (one, placed) in enumerate(zip(taken, every, strict=True)):
        if one.line.turned and made and placed == made[0][0]:
            continue  # the row of headings again, at the top of the next page
        if (
            above is not None
            and made
            and not _heads(placed, every[number + 1 : number + 2])
            and _continues(above, one, placed, made[-1][0], money, columns)
        ):
            row = made[-1][0]
            for column, words in placed.items():
                torn = column in money and is_torn(row.get(column, ""), words)
                row[column] = f"{row[column]}{words}" if torn else glued((row.get(column, ""), words), wraps)
            made[-1][1].append(one.line)
        else:
            made.append((placed, [one.line]))
        above = one
    return [Row(tuple(sorted(cells.items())), line, below=tuple(below)) for cells, (line, *below) in made]


def _heads(placed: Mapping[int, str], below: Sequence[Mapping[int, str]]) -> bool:
    """Return whether a line has one name alone, and that beneath it begins with that very name: “Elmford” over “Elmford Scouts”."""
    if len(placed) != 1 or 0 not in placed or not placed[0][:1].isupper():
        return False
    return any(len(one) > 1 and one.get(0, "").startswith(f"{placed[0]} ") for one in below)


def _row_of(taken: Sequence[Spans], placed: Sequence[dict[int, str]], wraps: Wraps) -> Row:
    """Return the row that some lines are."""
    columns = sorted({column for words in placed for column in words})
    cells = tuple((column, glued([words[column] for words in placed if column in words], wraps)) for column in columns)
    return Row(cells, taken[0].line, below=tuple(one.line for one in taken[1:]))


def is_torn(above: str, below: str) -> bool:
    """Return whether a sum was broken at the edge of its cell: “£10,00” and “0”, “£9,750.” and “00”."""
    return _BROKEN_SUM.fullmatch(above) is not None and _WHOLE_SUM.fullmatch(f"{above}{below}") is not None


_BROKEN_SUM = re.compile(r"£\s?\d{1,3}(?:,\d{3})*(?:,\d{0,2}|\.\d?)")
_WHOLE_SUM = re.compile(r"£\s?\d{1,3}(?:,\d{3})*(?:\.\d{2})?")


def _continues(
    above: Spans,
    one: Spans,
    placed: dict[int, str],
    row: dict[int, str],
    money: Sequence[int],
    columns: Sequence[tuple[int, int]],
) -> bool:
    """Return whether a line goes on with the row above it: it gives no sum where that has one, but the rest of it."""
    if one.line.gap and not one.line.turned:
        return False
    sums = [column for column in money if column in placed]
    if sums:
        torn = all(column in row and is_torn(row[column], placed[column]) for column in sums)
        gives = any(_gives_sum(placed[column]) for column in sums)
        if 0 in placed:
            return not gives and _all_run_on(above, one, columns)
        return torn or not (gives and any(column in row for column in sums))
    if 0 not in placed:
        return True
    if len(one.spans) == 1:
        return runs_on(above, one, columns)
    if not any(column in row for column in money):
        return False
    return runs_on(above, one, columns) or _all_run_on(above, one, columns)


def _all_run_on(above: Spans, below: Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether each cell of a line is the rest of the cell right above it: that was full, or one goes on in small letters."""
    over = {column_of(start, columns): end - start for start, end, _ in above.spans}
    small, full = False, True
    for start, _, words in below.spans:
        column = column_of(start, columns)
        if column not in over:
            return False
        left, right = columns[column]
        width = columns[column + 1][0] - NARROW - left if column + 1 < len(columns) else right - left
        full = full and over[column] + 1 + len(words.split(" ")[0]) > width * 7 // 10
        small = small or words[:1].islower()
    return full or small


def _gives_sum(words: str) -> bool:
    return is_money(words) or _POUNDS.search(words) is not None


_POUNDS = re.compile(r"£\s?\d")


def _money_columns(taken: Sequence[Spans], columns: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the columns in which half the lines that fill it, two at least, hold an amount with its pound sign; else the last of numbers."""
    cells: dict[int, list[str]] = {column: [] for column in range(1, len(columns))}
    for one in taken:
        for start, _, words in one.spans:
            cells.get(column_of(start, columns), []).append(words)
    numbers = [
        column
        for column, told in cells.items()
        if sum(map(is_money, told)) > 1 and 2 * sum(map(is_money, told)) >= len(told)
    ]
    pounds = [column for column in numbers if sum("£" in words for words in cells[column] if is_money(words)) > 1]
    return tuple(pounds or numbers[-1:])
