"""Columns that the rows themselves show to be parts of another: three grants side by side, and what each body gets in all.

Whatever stands over them, they are parts where every row adds up to the last column; one row may be a slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import Row, has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEWEST = 2
_LINES = 3
_NO_PARTS = (Holds.REQUESTED, Holds.OTHER_SUM, Holds.COUNT, Holds.CHANGE, Holds.DECISION, Holds.PURPOSE)
_KEPT = (Holds.YEAR, Holds.QUARTER, Holds.FOREIGN)
_OF_OTHERS = re.compile(r"(?i)\b(?:own|others?|partners?['’]?|councils?['’]?|raised|contributions?|lottery|match\w*)\b")
_THEMES = re.compile(r"(?i)\b(?:crimes?|offend\w*|offences?|victims?|property|risks?)\b")
"""What a grant may be for, and what a report may count."""

_WHOLE = (Holds.TOTAL, Holds.AWARDED, Holds.AMOUNT, Holds.UNKNOWN)


def with_parts(kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> Mapping[int, Holds]:
    """Return what the columns hold; the last of the sums holds the total where those before it come to it row by row."""
    sums = [column for column in kinds if _is_of_sums(body, column)]
    if len(sums) <= _FEWEST:
        return kinds
    *parts, whole = sums
    while len(parts) > _FEWEST and kinds[parts[0]] in _NO_PARTS:
        parts = parts[1:]  # what was asked for stands first
    if (
        kinds[whole] not in _WHOLE
        or any(kinds[column] in _NO_PARTS for column in parts)
        or not _add_up(body, parts, whole, said=kinds[whole] is Holds.TOTAL)
    ):
        return kinds
    awarded = [column for column in parts if kinds[column] is Holds.AWARDED]
    alone = len(awarded) == 1 and any(kinds[column] not in (Holds.AWARDED, Holds.STRAND) for column in parts)
    if alone or any(_OF_OTHERS.search(headings[column]) for column in parts):
        return kinds  # the grant, with what others put to it
    only = kinds[whole] is Holds.AWARDED and not awarded
    found = dict(kinds)
    found[whole] = Holds.AWARDED if only else Holds.TOTAL
    for column in parts:
        named = (
            kinds[column] is Holds.FOREIGN and _THEMES.search(headings[column]) and _in_pounds(headings, body, column)
        )
        if named or kinds[column] not in _KEPT:
            found[column] = Holds.PART
    return found


def _is_of_sums(body: Sequence[Row], column: int) -> bool:
    """Return whether a column holds amounts, and nothing but them and blanks."""
    read = [row.words(column) for row in body if row.words(column)]
    return len(read) >= _FEWEST and all(looks_like_money(words) or paid(words).standing is not None for words in read)


def _in_pounds(headings: Mapping[int, str], body: Sequence[Row], column: int) -> bool:
    return "£" in headings[column] or any(has_pounds(row.words(column)) for row in body)


def _add_up(body: Sequence[Row], parts: Sequence[int], whole: int, *, said: bool) -> bool:
    # A row of totals that adds up bears it out as well, where each of its parts is given.
    own = [
        row
        for row in body
        if not any(is_total(cell.text) for cell in row.filled) or all(row.words(column) for column in parts)
    ]
    told = [([paid(row.words(column)).pence or 0 for column in parts], paid(row.words(whole)).pence) for row in own]
    lines = [(beside, total) for beside, total in told if total]
    sound = [beside for beside, total in lines if sum(beside) == total]
    several = sum(sum(map(bool, beside)) >= _FEWEST for beside in sound)
    return len(sound) >= max(_LINES, len(lines) - 1) and several >= (1 if said else _FEWEST)
