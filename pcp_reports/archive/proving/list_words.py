"""What became of a paper's lists of versions, and of its versions' folders, in an officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.layout import INVENTORY, SIDECAR
from pcp_reports.dates import moment_in_words
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pcp_reports.archive.ledger.events import Event

FROM_A_COPY = "Bring it back from a copy of the shared drive, or from the drive's own earlier versions of the file."
FOLDER_FROM_A_COPY = "Bring the folder back from a copy of the shared drive."
FINISH = "Type the “pcp-reports archive” command again: it settles what was cut off."
WHOLE_FOLDER = "Bring the paper's whole folder back from a copy of the shared drive; until then nothing in those versions is proved."
COMPARE = "Compare both with a copy of the shared drive from another day, and bring back the one that was changed; a digest noted in minutes since (--anchor) tells, too."
PUT_HERE = "Find out who put it there, and move it out of the archive; nothing can be added to it before."


def over_the_other(number: int) -> str:
    """Return how to put the object's list right by means of a version's own."""
    return f"v{number}/{INVENTORY} is still the list that was archived: copy it, and {SIDECAR} beside it, over the two in the folder above."


def over_the_versions_own() -> str:
    """Return how to put a version's own list right by means of the object's."""
    return f"{INVENTORY} in the folder above is still the list that was archived: copy it over this one, and {SIDECAR} with it."


def cut_off(paper: str, last: int, stands_for: int) -> str:
    """Return that a version was recorded and not made the head; ``stands_for`` is the version that the list ends with."""
    if not stands_for:
        return f"{paper}: archiving v{last} was cut off just before its end, or its list of versions was deleted since; v{last} stands whole, and the ledger has it."
    return f"{paper}: archiving v{last} was cut off just before its end. It stands whole, and the ledger has it; the list of versions still ends with v{stands_for}."


def missing(paper: str, numbers: Collection[int], events: Mapping[int, Event], set_back: int) -> str:
    """Return that versions are missing; ``set_back`` is the version to which the list was set back, 0 for none."""
    verb = "is" if len(numbers) == 1 else "are"
    words = f"{paper}: {versions(numbers)} {verb} missing: no folder of that name is there any more."
    known = [events[n] for n in sorted(numbers) if n in events]
    if known:
        words += f" The ledger says: {'; '.join(map(_told, known))}."
    if set_back:
        words += f" The list of versions was set back to that of v{set_back}, as if nothing had come after."
    return words


def rewritten(paper: str, numbers: Collection[int], events: Mapping[int, Event], why: str | None) -> str:
    """Return that the lists of versions are not those of which the ledger keeps the digest; ``why`` one cannot be read."""
    one = len(numbers) == 1
    if why is not None:
        lists = "its list" if one else "their lists"
        return f"{paper}: what {versions(numbers)} held cannot be proved any more: {lists} of files cannot be used ({why})."
    kept = _events(events[n] for n in sorted(numbers))
    if one:
        return f"{paper}: {versions(numbers)} is not what was archived: its list of files was written anew since, and is not the one of which the ledger keeps the digest ({kept})."
    return f"{paper}: {versions(numbers)} are not what was archived: their lists of files were written anew since, and are not those of which the ledger keeps the digest ({kept})."


def do_not_fit(paper: str, event: Event, *, later: bool) -> str:
    """Return that an event and its version's list are not of one piece; ``later`` whether a later list tells of the version."""
    words = f"{paper}, v{event.version}: the ledger's event {event.number} and the version's list of files do not fit each other: one of them was changed since; which of the two cannot be told from here."
    return f"{words} What v{event.version} held is proved by a later list." if later else words


def versions(numbers: Iterable[int]) -> str:
    """Return versions as a sentence lists them: ``v1, v2 and v3``."""
    return listed([f"v{number}" for number in sorted(numbers)])


def _told(event: Event) -> str:
    return f"v{event.version}, {event.status}, archived {moment_in_words(event.created)} by {event.by}: {quoted(event.reason)}"


def _events(events: Iterable[Event]) -> str:
    rows = [f"{event.number}" for event in events]
    return f"event {rows[0]}" if len(rows) == 1 else f"events {listed(rows)}"
