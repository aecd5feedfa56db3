"""Which rounds of the entries an import made, and out of which tracker: the comment at the top of the file says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.importing.trackers.entry_text import BEGINS, note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.importing.trackers.filed_rounds import FiledRound

_TOP = 6
"""In how many lines at the top the comment is looked for."""


def came_from(known: FiledRound, source: str) -> bool:
    """Return whether the comment at the top of a round says that an import made it out of this very tracker."""
    return any(line.startswith("#") and f" {note(source)}." in line for line in _top(known))


def was_imported(known: FiledRound) -> bool:
    """Return whether the comment at the top of a round says that an import made it, out of whichever tracker."""
    return any(line.startswith(BEGINS) for line in _top(known))


def _top(known: FiledRound) -> Sequence[str]:
    return known.filed.source.lines[:_TOP]
