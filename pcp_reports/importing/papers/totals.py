"""Totals that a list of a paper gives, in words that say what they are the total of.

In a table that its place tells; as words beneath the grants of a round a sum alone would tell nothing, and `check` could
not hold it against them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.papers.literal import plain
from pcp_reports.money import Money, format_money
from pcp_reports.passage import Sort
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pcp_reports.audit.found import Total
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Passage

_TOTAL = re.compile(r"(?i)\b(?:total|sum|cyfanswm)")
_LETTER = re.compile(r"[^\W\d_]{3}")
_LONGEST = 60


def words_of_total(total: Total, passage: Passage) -> str:
    """Return a total as a line of its own, “Total for Reoffending: £55,580”; empty where the passage says as much itself."""
    if total.over:
        names = [plain(name).strip(" :–-") for name in total.over]
        if passage.sort is not Sort.ROW and all(name.casefold() in passage.text.casefold() for name in names):
            return ""
        return f"Total for {listed(names)}: {_sum(total.claim)}"
    if passage.sort is not Sort.ROW and _TOTAL.search(passage.text):
        return ""
    return f"{_name(passage)}: {_sum(total.claim)}"


def _name(passage: Passage) -> str:
    """Return what a row calls its total: “Grand total”; “Total (all districts)”; “Total”, where it has no words."""
    words = [plain(cell.text).strip(" :–-") for cell in passage.cells if not cell.goes_on]
    named = [one for one in words if _LETTER.search(one) and len(one) <= _LONGEST]
    own = next(filter(_TOTAL.search, named), None)
    return own or (f"Total ({named[0]})" if named else "Total")


def _sum(claim: Claim) -> str:
    """Return a total as it is printed, in pounds where the column's heading alone says that it is money."""
    words = plain(claim.text)
    if "£" in words or claim.value is None:
        return words
    pence = claim.value * 100
    return format_money(Money(int(pence))) if pence == int(pence) else words
