"""Which column of a table holds what, by the words over the columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.columns import Columns
from pcp_reports.audit.tables.headings import Holds, in_thousands, speaks_of_grants
from pcp_reports.audit.tables.sums import amounts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME_AND_SUM = 2
_AWARD_OF_A_YEAR = re.compile(
    r"20[0-9]{2}.*\b(?:award|grant|allocation|funding|amount)|\b(?:award|grant|allocation|funding|amount).*20[0-9]{2}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20[0-9]{2}")
_COUNCIL = re.compile(
    r"(?i)(?:local |town |parish |town (?:and|or|/) parish )?(?:councils?|authority|authorities|forces?|districts?|boroughs?|parish(?:es)?|wards?)"
)
_WHO_AND_WHAT = re.compile(
    r"(?:\band\b|/|&|,|\+)\s*(?:\w+\s+){0,3}(?:projects?|schemes?|purposes?|description|details|activit(?:y|ies)|work|what)\b",
    re.IGNORECASE,
)


def is_award_of_a_year(heading: str) -> bool:
    """Return whether a heading gives the year and says what was given in it: “2024/25 allocation”."""
    return _AWARD_OF_A_YEAR.search(heading) is not None


def _names(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> tuple[int | None, int | None]:
    """Return the columns of who and what for: the project where nobody is named, the district where districts get it."""
    told = [column for column, one in kinds.items() if one is Holds.RECIPIENT]
    purposes = [column for column, one in kinds.items() if one is Holds.PURPOSE]
    if not told and not purposes:
        awarded = any(
            one in (Holds.AWARDED, Holds.PART) or (one is Holds.YEAR and is_award_of_a_year(headings[column]))
            for column, one in kinds.items()
        )
        told = [column for column, one in kinds.items() if awarded and one is Holds.AREA]
    names = [*told[:1], *purposes]
    return (names[0] if names else None), (names[1] if len(names) > 1 else None)


def by_headings(kinds: Mapping[int, Holds], headings: Mapping[int, str], header: tuple[int, ...]) -> Columns | None:
    """Return the columns as their headings tell, or None where they do not tell who gets how much."""

    def first(*wanted: Holds) -> int | None:
        return next((column for kind in wanted for column, one in kinds.items() if one is kind), None)

    recipient, purpose = _names(kinds, headings)
    left = (not headings[0] or _COUNCIL.fullmatch(headings[0])) and not any(map(in_thousands, headings.values()))
    if recipient is None and left and list(kinds.values()).count(Holds.YEAR) > 1:
        recipient = 0  # “| 2023/24 £ | 2024/25 £”: whoever stands on the left
    if recipient is None and left and (Holds.AWARDED in kinds.values() or Holds.PART in kinds.values()):
        recipient = 0  # “Council | Devices | Grant”
    if recipient is None and len(headings) == _NAME_AND_SUM and not headings[0] and kinds[1] is Holds.AMOUNT:
        recipient = 0  # “£” alone, over the sums
    amounts, requested_only = amounts_of(kinds, headings)
    if recipient is None or not amounts:
        return None
    years = amounts if len(amounts) > 1 and kinds[amounts[0]] is Holds.YEAR else ()
    awards = [column for column in years if is_award_of_a_year(headings[column])]
    if len(awards) == 1 and len(years) == _NAME_AND_SUM:
        amounts, years = (awards[0],), ()  # “2023/24 | 2024/25 award”: the year before stands beside
    each = len(header) == 1 and all(is_award_of_a_year(headings[column]) for column in years)
    if years and (Holds.CHANGE in kinds.values() or each):
        # “2024 award”, “2025 award”: each is a whole, and the latest is the one that is told of
        amounts = (max(years, key=lambda column: _YEAR.findall(headings[column])[:1]),)
    said = first(Holds.RECIPIENT) is not None and any(speaks_of_grants(words) for words in headings.values())
    told = (*amounts, *(column for column, one in kinds.items() if one is Holds.PART))
    awarded = any(
        kinds[column] in (Holds.AWARDED, Holds.TOTAL, Holds.PART) and speaks_of_grants(headings[column])
        for column in told
    )
    return Columns(
        recipient,
        amounts,
        purpose,
        first(Holds.STRAND),
        first(Holds.AREA),
        first(Holds.REFERENCE),
        first(Holds.DECISION),
        first(Holds.DATE),
        first(Holds.REQUESTED),
        header,
        requested_only,
        any(in_thousands(headings[column]) for column in amounts),
        sure=said or awarded or (requested_only and first(Holds.DECISION) is not None),
        years=years,
        two_lines=purpose is None and _WHO_AND_WHAT.search(headings[recipient]) is not None,
    )
