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
    from collections.abc import Sequence

    from pcp_reports.audit.found import Total
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Passage

_TOTAL = re.compile(r"(?i)\b(?:total|sum|cyfanswm)")
_LETTER = re.compile(r"[^\W\d_]{3}")
_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]{3,}")
_OF_A_TOTAL = frozenset(
    ("total", "totals", "sub", "subtotal", "grand", "sum", "for", "the", "and", "all", "overall", "cyfanswm", "awarded")
)


def words_of_total(total: Total, passage: Passage) -> str:
    """Return a total as a line of its own, “Total for Reoffending: £55,580”; empty where the passage says as much itself.

    What else its passage says stands behind it: no word of the paper is lost.
    """
    row = passage.sort is Sort.ROW
    if total.over:
        names = [plain(name).strip(" :–-") for name in total.over]
        if not row and all(name.casefold() in passage.text.casefold() for name in names):
            return ""
        return f"Total for {listed(names)}: {_sum(total.claim)}{_besides(passage, total.claim, names)}"
    if not row and (_TOTAL.search(passage.text) or _LETTER.search(passage.text)):
        return ""
    return f"{_name(passage)}: {_sum(total.claim)}"


def _besides(passage: Passage, claim: Claim, names: Sequence[str]) -> str:
    """Return what a passage says besides its sum, that it is one, and the names of what it is the sum of."""
    parts = [cell.text for cell in passage.cells if not cell.goes_on] if passage.sort is Sort.ROW else [passage.text]
    left = [plain(part).replace(plain(claim.text), " ").strip(" :–-|") for part in parts]
    said = {word for name in names for word in _WORD.findall(name.casefold())}
    more = [one for one in left if set(_WORD.findall(one.casefold())) - said - _OF_A_TOTAL]
    return f" ({', '.join(' '.join(one.split()) for one in more)})" if more else ""


def _name(passage: Passage) -> str:
    """Return what a row calls its total: “Grand total”; “Total (all districts)”; “Total”, where it has no words."""
    words = [plain(cell.text).strip(" :–-") for cell in passage.cells if not cell.goes_on]
    named = [one for one in words if _LETTER.search(one)]
    own = next((one for one in named if _TOTAL.search(one) and len(one) <= _LONGEST), None)
    rest = [one for one in named if one != own]
    return (own or "Total") + (f" ({', '.join(rest)})" if rest else "")


def _sum(claim: Claim) -> str:
    """Return a total as it is printed, in pounds where the column's heading alone says that it is money."""
    words = plain(claim.text)
    if "£" in words or claim.value is None:
        return words
    pence = claim.value * 100
    return format_money(Money(int(pence))) if pence == int(pence) else words
