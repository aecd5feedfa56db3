"""What keeps a change out of the entries though its words could be typed: the paper built again would say something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.fields import Keys
from pcp_reports.comparing.words.changed_figures import changed_figures
from pcp_reports.money import format_money
from pcp_reports.nodes import Text
from pcp_reports.rewriting.edits import node_at
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.comparing.entries.change import Change
    from pcp_reports.comparing.entries.stories import Stories

_MOST = 3


def why_of(harm: Sequence[Change]) -> str:
    """Return as a clause what the paper, built again, would say otherwise than Word; ``harm`` are those differences."""
    pairs = [pair for one in harm for pair in changed_figures(one.old, one.new) if all(pair)]
    if pairs:
        told = list(dict.fromkeys(pairs))[:_MOST]
        becoming = listed([f"{quoted(says)} would become {quoted(would)}" for would, says in told])
        return f"in the text {becoming}, and Word still says {listed([quoted(says) for _, says in told])}"
    first = harm[0]
    would = quoted(shortened(first.old)) if first.old else "nothing"
    says = quoted(shortened(first.new)) if first.new else "nothing"
    return f"{first.where or 'the paper'} would then say {would}, where Word says {says}"


def hint_of(stories: Stories, change: Change) -> str:
    """Return where to type a change that is not written for such a reason."""
    if not isinstance(change.edit, Keys) or change.edit.amount is None:
        return f"If it shall stand, type it in {change.path}, line {change.line}."
    filed = stories.files.get(change.path)
    trail = next((one.trail for one in change.edit.settings if one.trail[-1] == "amount"), ())
    amount = node_at(filed.source.root, trail) if filed is not None else None
    line = amount.line if isinstance(amount, Text) else change.line
    return f"If {format_money(change.edit.amount)} is right, change the amount in {change.path}, line {line}."
