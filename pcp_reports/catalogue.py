"""Every code a finding may bear, with its severity and what it means: the one list that code, docs and tests share.

Y… YAML, M… model, G… grants and totals, F… figures and claims, P… paper and order, W… Word template, filling,
read-back and the written file. No claim about the world is an error.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A kind of finding. ``rank`` orders findings of one severity in the text form, the most embarrassing first."""

    code: str
    severity: str  # "error", "warning" or "note"
    title: str
    rank: int = 5


_ALL = (
    # -- W1: what a template gets wrong (template lint)
    # -- W2: a Word file that cannot be used
    # -- W3: filling
    # -- W4: read-back
    # -- W5: the written file
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
