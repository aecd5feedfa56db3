"""Rows that lost their empty cells when a table was copied: “Total | 6950” beneath four columns, the last of them of money.

A merged cell counts as one in a copy, so that the sums behind it stand too far to the left, under a heading of words.
Or the words and the sum of a total share one merged cell: “Total £6,950”.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.tables.grid import Row, has_pounds, looks_like_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.tables.columns import Columns

_FEWEST = 2


def squared(grid: Sequence[Row], columns: Columns) -> tuple[Row, ...]:
    """Return the rows of a table, the sums of those that are too short put beneath the other sums."""
    if len(columns.amounts) != 1:
        return tuple(grid)
    grid = [_with_sum_apart(row, columns.amounts[0]) for row in grid]
    if not any(_is_short(row, columns) for row in grid):
        return tuple(grid)
    body = [row for number, row in enumerate(grid) if number not in columns.header and not _is_short(row, columns)]
    width = max(cell.column for row in grid for cell in row.cells) + 1
    money = [column for column in range(1, width) if _holds_sums(body, column)]
    return tuple(_moved(row, money) if _is_short(row, columns) else row for row in grid)


_TOTAL_AND_SUM = re.compile(r"(?P<words>[^£0-9]{1,60}?)\s*[:=–-]?\s*(?P<sum>£\s?[0-9][0-9,]*(?:\.[0-9]{2})?)\.?")


def _with_sum_apart(row: Row, column: int) -> Row:
    """Return a row whose only words are a total and its sum with the sum beneath the others; any other as it is."""
    if len(row.filled) != 1 or row.filled[0].column >= column:
        return row
    cell = row.filled[0]
    found = _TOTAL_AND_SUM.fullmatch(" ".join(cell.text.split()))
    if found is None or not is_total(found["words"]):
        return row
    return Row((replace(cell, text=found["words"], span=1), replace(cell, text=found["sum"], column=column, span=1)))


def _is_short(row: Row, columns: Columns) -> bool:
    """Return whether a row has words first, then sums alone, and ends before the column of the amounts."""
    if len(row.filled) < _FEWEST:
        return False
    first, *others = row.filled
    if first.column or max(cell.column for cell in others) >= columns.amounts[0]:
        return False
    if [cell.column for cell in others] != list(range(1, len(others) + 1)) or any(cell.span > 1 for cell in row.cells):
        return False
    sums = all(looks_like_money(cell.text) for cell in others)
    return sums and (is_total(first.text) or all(has_pounds(cell.text) for cell in others))


def _holds_sums(body: Sequence[Row], column: int) -> bool:
    words = [row.words(column) for row in body if row.words(column)]
    return 2 * sum(map(looks_like_money, words)) > len(words)


def _moved(row: Row, money: Sequence[int]) -> Row:
    """Return a short row with its sums in the columns of money, as it was where they are not as many."""
    first, *sums = row.filled
    if len(sums) != len(money) or any(cell.column in money for cell in sums):
        return row
    return Row((first, *(replace(cell, column=column) for cell, column in zip(sums, money, strict=True))))
