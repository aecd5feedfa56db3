"""Columns beside the amounts that are none of an award: a balance that falls row by row, a number of grants."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.grid import Row

_FEWEST = 2
_BALANCE = re.compile(r"\b(?:balance|remaining|left|available)\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:projects?|schemes?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,3}")
_SUMS = (Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL, Holds.REQUESTED, Holds.OTHER_SUM)


def without_balances(
    kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]
) -> Mapping[int, Holds]:
    """Return what the columns hold; one headed “Balance” is what is left, and no budget's line, where its rows show it.

    It falls by the amount of each row, or is what has not been paid yet of each award.
    """
    awards = [column for column, kind in kinds.items() if kind in (Holds.AWARDED, Holds.AMOUNT)]
    return {
        column: Holds.OTHER_SUM
        if kind is Holds.FOREIGN
        and _BALANCE.search(headings[column])
        and any(_falls_by(body, column, award) or _is_unpaid(kinds, body, column, award) for award in awards)
        else kind
        for column, kind in kinds.items()
    }


def _is_unpaid(kinds: Mapping[int, Holds], body: Sequence[Row], balance: int, award: int) -> bool:
    """Return whether each balance is the award of its own row less what another column gives; one may be a slip."""
    others = [column for column, kind in kinds.items() if kind in (Holds.OTHER_SUM, *_SUMS) and column != award]
    for other in others:
        told = [[paid(row.words(column)).pence for column in (award, other, balance)] for row in body]
        read = [(given, spent or 0, left or 0) for given, spent, left in told if given]
        sound = sum(given == spent + left for given, spent, left in read)
        if sound >= max(_FEWEST, len(read) - 1) and any(spent for _, spent, _ in read):
            return True
    return False


def _falls_by(body: Sequence[Row], balance: int, award: int) -> bool:
    """Return whether nearly all balances are the one above less the amount of their own row; one may be a slip."""
    told = [(paid(row.words(balance)).pence, paid(row.words(award)).pence) for row in body]
    read = [(left, given or 0) for left, given in told if left is not None]
    steps = [before - given == after for (before, _), (after, given) in pairwise(read)]
    return sum(steps) >= max(_FEWEST, len(steps) - 1)


def with_counts(kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> Mapping[int, Holds]:
    """Return what the columns hold; small whole numbers beside a column of pounds are how many grants, not how much."""
    pounds = {
        column for column, kind in kinds.items() if kind in _SUMS and _is_of_pounds(headings[column], body, column)
    }
    if not pounds:
        return kinds
    counted = (*_SUMS, Holds.UNKNOWN) if kinds.get(0) is Holds.STRAND else _SUMS  # “Fund | | Amount”
    return {
        column: Holds.COUNT
        if kind in counted and column not in pounds and pounds - {column} and _numbers(body, column)
        else kind
        for column, kind in kinds.items()
    }


def without_sums(kinds: Mapping[int, Holds], body: Sequence[Row]) -> Mapping[int, Holds]:
    """Return what the columns hold; “Community Fund” over a column of sums is what that fund gave, and names no strand."""
    return {
        column: Holds.OTHER_SUM if kind is Holds.STRAND and _is_all_pounds(body, column) else kind
        for column, kind in kinds.items()
    }


def _is_all_pounds(body: Sequence[Row], column: int) -> bool:
    words = [row.words(column) for row in body if row.words(column)]
    return bool(words) and all(has_pounds(one) and looks_like_money(one) for one in words)


def _is_of_pounds(heading: str, body: Sequence[Row], column: int) -> bool:
    return "£" in heading or any(has_pounds(row.words(column)) for row in body)


def _numbers(body: Sequence[Row], column: int) -> Sequence[int]:
    """Return the numbers of a column that holds nothing but small ones; empty where it holds anything else."""
    words = [row.words(column) for row in body if row.words(column)]
    return [int(one) for one in words] if all(_NUMBER.fullmatch(one) for one in words) else []


def is_summary(kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> bool:
    """Return whether each row sums up grants that are listed elsewhere: a strand, a quarter, with how many and how much.

    A council may have one grant for several projects.
    """
    counts = [column for column, kind in kinds.items() if kind is Holds.COUNT and not _OF_ONE.search(headings[column])]
    if not counts or Holds.RECIPIENT in kinds.values():
        return False
    lines = [row for row in body if not any(is_total(cell.text) for cell in row.filled)]
    return any(number > 1 for column in counts for number in _numbers(lines, column))
