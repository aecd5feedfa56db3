"""What the catalogue says of a kind of finding."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A kind of finding. ``rank`` orders findings of one severity in the text form, the most embarrassing first."""

    code: str
    severity: str  # "error", "warning" or "note"
    title: str
    rank: int = 5
