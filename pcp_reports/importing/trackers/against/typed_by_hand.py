"""What an entry holds of a grant and no row of the tracker says: it goes nowhere unsaid when the grant is taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.trackers.against.filed_rounds import same_name
from pcp_reports.nodes import Text
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant
    from pcp_reports.importing.trackers.tracked import Tracked

_WORDS = ("purpose", "reason", "conditions")
_FACTS = ("projects", "district", "reference", "recipient_id", "status")
_PLAIN = {"projects": (None, 1), "status": (None, "awarded")}
"""What an entry need not say, as it holds without a word."""


def more_than(award: Tracked, known: FiledGrant) -> tuple[str, ...]:
    """Return what the entry of a grant holds and a row does not: keys with their words, “exempt”, comments."""
    kept = [key for key in _FACTS if getattr(award, key) in (None, "")]
    kept += [key for key in _WORDS if same_name(getattr(award, key)) != same_name(str(getattr(known.grant, key) or ""))]
    return tuple(_held(known, kept))


def lost_with(known: FiledGrant, awards: Sequence[Tracked]) -> tuple[str, ...]:
    """Return what is lost when a grant is taken out: reason and conditions, comments, and facts that the tracker has no column for."""
    kept = [key for key in _FACTS if all(getattr(award, key) in (None, "") for award in awards)]
    return tuple(_held(known, [*kept, "reason", "conditions"]))


def _held(known: FiledGrant, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        value = getattr(known.grant, key)
        if value not in _PLAIN.get(key, (None, "")):
            yield f"{key}: {quoted(value) if isinstance(value, str) else value}"
    if known.grant.exempt is not None:
        yield "its mark exempt"
    elif known.exempt:
        yield "the round's mark exempt"
    for comment in _comments(known):
        yield f"the comment {quoted(comment)}"


def _comments(known: FiledGrant) -> Iterator[str]:
    """Yield the comments on the lines of a grant, and those set in beneath it."""
    block = known.grant.node
    lines = known.filed.source.lines
    holding = {value.line for value in block.values() if isinstance(value, Text) and "#" in value}
    last = max((value.line for value in block.values() if hasattr(value, "line")), default=block.line)
    for number in range(block.line, len(lines) + 1):
        line = lines[number - 1]
        bare = line.strip()
        if number > last and not (bare.startswith("#") and line.index("#") >= block.column - 1):
            return
        found = re.search(r"(?:^|\s)#\s*(.*)", bare) if number not in holding else None
        if found:
            yield found[1]
