"""Which columns of a table give what was awarded, of all those that hold sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.headings import Holds

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 4


def amounts_of(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> tuple[tuple[int, ...], bool]:
    """Return the columns of the amounts, and whether they are only what was requested."""
    by_kind = {kind: tuple(column for column, one in kinds.items() if one is kind) for kind in Holds}
    if by_kind[Holds.PART]:  # the rows add up to it
        return (by_kind[Holds.AWARDED] or by_kind[Holds.TOTAL])[-1:], False
    if by_kind[Holds.AWARDED]:
        every = by_kind[Holds.AWARDED]
        awarded = tuple(column for column in every if not _ADVISED.search(headings[column])) or every
        return (awarded[:1] if len(awarded) == 1 or not by_kind[Holds.TOTAL] else by_kind[Holds.TOTAL][-1:]), False
    if by_kind[Holds.TOTAL]:
        return by_kind[Holds.TOTAL][-1:], False
    if by_kind[Holds.QUARTER] and len(by_kind[Holds.QUARTER]) <= _MOST:
        return by_kind[Holds.QUARTER], False
    if by_kind[Holds.AMOUNT]:
        return by_kind[Holds.AMOUNT][:1], False
    if by_kind[Holds.YEAR] and len(by_kind[Holds.YEAR]) <= _MOST:
        return by_kind[Holds.YEAR], False
    return by_kind[Holds.REQUESTED][:1], True


_ADVISED = re.compile(r"\b(?:recommend(?:ed|ation)?|proposed|suggested|advised)\b", re.IGNORECASE)
"""What the officers advised, beside which a column of what was awarded is the one that counts."""


def with_quarters(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> Mapping[int, Holds]:
    """Return what the columns hold; beside quarters, one headed “Year” holds their total."""
    if list(kinds.values()).count(Holds.QUARTER) < 2:  # noqa: PLR2004 - “Quarter” alone is a date
        return kinds
    return {
        column: Holds.TOTAL if _OF_THE_YEAR.fullmatch(headings[column].strip(" £()*")) else kind
        for column, kind in kinds.items()
    }


_OF_THE_YEAR = re.compile(
    r"(?i)(?:full |whole |the )?(?:year|annual|in the year|year to date|20[0-9]{2}(?:[-/–](?:20)?[0-9]{2})?)(?: total)?"
)
