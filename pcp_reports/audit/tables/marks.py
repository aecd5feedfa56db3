"""Columns of marks in a table of grants: “Y” or “N” under “Supported” says what became of an application, and is no sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.outcomes import standing_of
from pcp_reports.audit.tables.headings import Holds
from pcp_reports.papers.tables.torn.marks import is_mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.grid import Row

_FEWEST = 2
_DECIDES = (Holds.UNKNOWN, Holds.AWARDED)


def with_decisions(told: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> dict[int, Holds]:
    """Return what the columns hold; one of marks, under a word of what was decided or under none, tells the decision."""
    kinds = dict(told)
    if Holds.DECISION in kinds.values():
        return kinds
    for column, kind in kinds.items():
        heading = headings[column].strip(" :?*()")
        decides = kind in _DECIDES and (not heading or standing_of(heading) is Standing.AWARDED)
        if decides and is_of_marks(body, column):
            return {**kinds, column: Holds.DECISION}
    return kinds


def is_of_marks(body: Sequence[Row], column: int) -> bool:
    """Return whether a column holds marks and nothing else, two at least."""
    words = [row.words(column) for row in body if row.words(column)]
    return len(words) >= _FEWEST and all(map(is_mark, words))
