"""What a table calls costs may be what was given for them: “Ward | Location | Idea | Approx. cost”, each paid from a fund.

Whether it was, what stands about the table says; here the cost is only taken for the sum, where no column gives another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.grid import has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.grid import Row

_COST = re.compile(r"(?:(?:approx(?:imate)?|estimated|est|agreed|total)\.?\s+)?costs?\b.{0,6}", re.IGNORECASE)
_SUMS = (
    Holds.AWARDED,
    Holds.AMOUNT,
    Holds.TOTAL,
    Holds.YEAR,
    Holds.QUARTER,
    Holds.PART,
    Holds.REQUESTED,
    Holds.OTHER_SUM,
    Holds.CHANGE,
    Holds.FOREIGN,
)
_FEWEST = 2


def with_costs(told: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> dict[int, Holds]:
    """Return what the columns hold; the only sums, “Cost”, are amounts where districts stand beside, and a column of plain words."""
    kinds = dict(told)
    sums = [column for column, kind in kinds.items() if kind in _SUMS]
    if len(sums) != 1 or kinds[sums[0]] is not Holds.OTHER_SUM or Holds.AREA not in kinds.values():
        return kinds
    if _COST.fullmatch(headings[sums[0]].strip(" :*")) is None:
        return kinds
    words = [column for column, kind in kinds.items() if kind is Holds.UNKNOWN and _is_of_words(body, column)]
    if not {Holds.RECIPIENT, Holds.PURPOSE} & set(kinds.values()):
        if len(words) != 1:
            return kinds
        kinds[words[0]] = Holds.PURPOSE
    return {**kinds, sums[0]: Holds.AMOUNT}


def _is_of_words(body: Sequence[Row], column: int) -> bool:
    """Return whether a column holds words alone, nearly all of them different."""
    words = [row.words(column) for row in body if row.words(column)]
    plain = all(not looks_like_money(one) and not has_pounds(one) for one in words)
    return plain and len(words) >= _FEWEST and 4 * len(set(words)) >= 3 * len(words)
