"""Whether a text is one printed figure with no more about it than names what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed.patterns import pattern

if TYPE_CHECKING:
    from pcp_reports.printed.claim import Claim

_MOST_BEFORE, _MOST_BEHIND = 5, 8
"""How many words may stand before a figure (“A further”, “the first”) and behind it (“Community Fund projects were chosen”)."""


def is_alone(text: str, claim: Claim) -> bool:
    """Return whether the text is its one figure with a few words: no digits before it, and no sentence about it."""
    before, behind = text[: claim.start], text[claim.end :]
    return (
        pattern("[0-9]").search(before) is None
        and len(before.split()) <= _MOST_BEFORE
        and len(behind.split()) <= _MOST_BEHIND
    )
