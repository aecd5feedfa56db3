"""Which rounds of the entries an import made, and out of which tracker: the comment at the top of the file says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.trackers.entry_text import BEGINS, GOES_ON, note
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledRound

_TOP = 6
"""In how many lines at the top the comment is looked for."""


def came_from(known: FiledRound, source: str) -> bool:
    """Return whether the comment at the top of a round says that an import made it out of this very tracker."""
    return any(
        line.startswith("#") and not line.startswith(GOES_ON) and f" {note(source)}." in line for line in _top(known)
    )


def was_imported(known: FiledRound) -> bool:
    """Return whether the comment at the top of a round says that an import made it, out of whichever tracker."""
    return any(line.startswith(BEGINS) for line in _top(known))


def source_of(known: FiledRound) -> str:
    """Return the tracker that a round was imported from, as its comment has it: “grants.xlsx, sheet “Awards””; or nothing."""
    found = (re.match(rf"{re.escape(BEGINS)}(.+?)\. Look over ", line) for line in _top(known))
    return next((match[1] for match in found if match), "")


def before_of(known: FiledRound) -> str:
    """Return what the tracker of a round was called before, as its comment has it; or nothing."""
    lines = (line.rstrip() for line in _top(known))
    return next((line[len(GOES_ON) : -1] for line in lines if line.startswith(GOES_ON) and line.endswith(".")), "")


def of_another_sheet(known: FiledRound, sheets: Collection[str]) -> bool:
    """Return whether a round was imported from one of these sheets, whatever its workbook was called then."""
    source = source_of(known) if sheets else ""
    return any(source.endswith(f", sheet {quoted(name)}") for name in sheets)


def _top(known: FiledRound) -> Sequence[str]:
    return known.filed.source.lines[:_TOP]
