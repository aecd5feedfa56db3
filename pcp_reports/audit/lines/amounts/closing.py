"""The total that closes a list within one text: “…; Cubs – £500, making £4,250 in all”, “… – £500 (total £4,250)”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.sums import Sum

_TWO = 2
_CLOSING_TOTAL = re.compile(
    r"[.;,]\s+(?:(?:the|a|this|that|which)\s+)?(?:(?:grand|overall|combined)\s+)?(?:totals?|makes|making|in\s+(?:all|total)|sef\s+cyfanswm|cyfanswm)\b[^£.;]{0,40}£[0-9][0-9,.]*\s*[.)]*\s*$",
    re.IGNORECASE,
)


def closing_total(text: str, sums: Sequence[Sum]) -> re.Match[str] | None:
    """Return the words of the total that closes a list of two lines at least; None where none does."""
    if len(sums) <= _TWO:
        return None
    return _CLOSING_TOTAL.search(text) or _bracketed_total(text, sums)


def _bracketed_total(text: str, sums: Sequence[Sum]) -> re.Match[str] | None:
    """Return the total in brackets at the end of a list; none that the last line’s own parts come to: “£50 a week (total £900)”."""
    found = _IN_BRACKETS.search(text, sums[-_TWO].end)
    largest = max((one.pence or 0 for one in sums[:-1]), default=0)
    plain = found is not None and found.start() == sums[-_TWO].end and (sums[-1].pence or 0) > largest
    return found if plain and not _IN_PARTS.search(text, sums[-3].end, sums[-_TWO].start) else None


_IN_BRACKETS = re.compile(
    r"\s*\((?:a\s+|in\s+)?(?:grand\s+)?total(?:\s+of|ling)?\s*:?\s*£[0-9][0-9,.]*\)\s*\.?\s*$", re.IGNORECASE
)
_IN_PARTS = re.compile(
    r"\b(?:two|three|four|[2-9])\s+(?:\w+\s+)?(?:payments|instalments|years|grants|lots)\b|[x×]\s*$", re.IGNORECASE
)
