"""What lies in the archive and in no event of the ledger: a copy of a paper's folder, one that was moved, or a version too many.

Only the last may mean that the ledger was cut short; then nothing is added to anything. The others hold up their paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.disk import names_in, read_or_none
from pcp_reports.archive.folders import is_attempt
from pcp_reports.archive.inventory import InventoryError, read
from pcp_reports.archive.layout import ARCHIVE, INVENTORY, OUTPUT, paper_of
from pcp_reports.archive.objects import MOST_INVENTORY
from pcp_reports.editing import StrangeFileError
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pcp_reports.archive.adding.standing import Home
    from pcp_reports.archive.ledger.events import Ledger
    from pcp_reports.findings import Finding


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Something that no event records; ``paper`` is the only paper that it holds up, None where it holds up all."""

    finding: Finding
    paper: str | None


def unrecorded(found: Sequence[Home], ledger: Ledger) -> list[Unrecorded]:
    """Return what lies in the folders of the archive that the ledger does not record. Raises OSError."""
    recorded = {event.object: event.version for event in ledger.events}
    places = {home.place for home in found}
    return [
        _told(home, number, ledger, places)
        for home in found
        if (number := _beyond(home, recorded.get(home.place, 0))) is not None
    ]


def _told(home: Home, number: int, ledger: Ledger, places: set[str]) -> Unrecorded:
    own = any(event.object == home.place for event in ledger.events)
    paper, head = _said_in(home) if not own else (None, 0)
    events = ledger.of(paper) if paper is not None else ()
    # A copy with more versions than the ledger has is the trace of a ledger that lost its end.
    if paper is not None and events and head <= events[-1].version:
        place = f"{OUTPUT}/{ARCHIVE}/{events[-1].object}"
        tell = refusals.second_folder if events[-1].object in places else refusals.moved
        return Unrecorded(tell(home.shown, paper, place), paper)
    if events:
        number = head
    where, name = (f"{home.shown}/v{number}", f"v{number} of ") if number else (home.shown, "")
    return Unrecorded(refusals.unrecorded(where, f"{name}{home.folder.name}"), None)


def _beyond(home: Home, recorded: int) -> int | None:
    """Return the first version that a folder holds and the ledger does not; 0 for a list of versions alone. Raises OSError."""
    for number in home.versions:
        if number > recorded and _is_version(home.folder / f"v{number}"):
            return number
    return 0 if not recorded and INVENTORY in home.names else None


def _said_in(home: Home) -> tuple[str | None, int]:
    """Return which paper a folder says it is, and the latest version of it that it holds or lists. Raises OSError."""
    held = [number for number in home.versions if _is_version(home.folder / f"v{number}")]
    for folder in (home.folder, *(home.folder / f"v{number}" for number in reversed(held))):
        try:
            data = read_or_none(folder / INVENTORY, MOST_INVENTORY)
            said = read(data) if data is not None else None
        except (InventoryError, StrangeFileError):
            continue
        if said is not None:
            return paper_of(said.id), max(said.head, *held, 0)
    return None, 0


def _is_version(folder: Path) -> bool:
    return not is_attempt(folder) and INVENTORY in names_in(folder)
