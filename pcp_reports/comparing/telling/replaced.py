"""A grant's line that another grant was typed over: one grant was taken out of the paper, and another one added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.comparing.entries.another_grant import is_another
from pcp_reports.comparing.entries.fields import as_grant, grant_keys
from pcp_reports.comparing.pairs.matching import Match
from pcp_reports.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.comparing.telling.sides import Sides


def parted(sides: Sides, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the matches, each that holds two grants as one that went and one that came."""
    return tuple(part for match in matches for part in _parted(sides, match))


def _parted(sides: Sides, match: Match) -> Iterator[Match]:
    if _is_another(sides, match):
        yield Match(match.units, ())
        yield Match((), match.passages)
    else:
        yield match


def _is_another(sides: Sides, match: Match) -> bool:
    # What an entry said before it was changed is not known, so that nothing can be held against it.
    if len(match.units) != 1 or len(match.passages) != 1 or (match.stale is not None and not sides.trial):
        return False
    block = sides.units[match.units[0]].block
    found = grant_keys(sides.stories, block) if block is not None and block.kind is BlockKind.GRANT else None
    if found is None:
        return False
    new = as_grant(found[1], sides.passages[match.passages[0]])
    return new is not None and is_another(found[1], new)
