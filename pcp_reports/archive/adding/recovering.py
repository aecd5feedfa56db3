"""What an attempt to archive that was cut off left behind, settled: finished if the ledger vouches for it, else set aside.

Only under the lock. Nothing is ever deleted but temporary files of ours and empty folders; whatever is no known step of
our own is left as it is and told.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.clearing import left_over, move_aside, put_away, tidy
from pcp_reports.archive.adding.disk import (
    is_link,
    patiently,
    read_plain,
    replace,
    strange_folder,
    sync_folder,
)
from pcp_reports.archive.adding.standing import (
    Home,
    Standing,
    Step,
    homes,
    judge,
    sidecar,
)
from pcp_reports.archive.adding.unrecorded import unrecorded
from pcp_reports.archive.folders import is_attempt
from pcp_reports.archive.layout import (
    ARCHIVE,
    INVENTORY,
    LEDGER,
    NOT_FINISHED,
    OUTPUT,
    SIDECAR,
    UNFINISHED,
    folded,
    ledger_of,
)
from pcp_reports.archive.ledger.events import Ledger, read_ledger
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME, MOST_EVENT
from pcp_reports.editing import StrangeFileError
from pcp_reports.findings import Severity
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.archive.objects import StoredPaper
    from pcp_reports.findings import Finding


@dataclass(frozen=True, slots=True)
class Settled:
    """The archive as it stands once everything known is settled, what was done, and what forbids adding to it.

    ``stored`` is the paper asked for, ``listed`` the bytes of its list of versions, None where it has none yet.
    """

    ledger: Ledger
    stored: StoredPaper | None
    notes: tuple[Finding, ...]
    refused: tuple[Finding, ...] = ()
    listed: bytes | None = None


def settle(root: Path, paper: str, quiet: float) -> Settled:
    """Settle what was left behind, and return how the archive and a paper stand. Raises OSError.

    What was left behind is watched for ``quiet`` seconds first: if it changes, somebody is still at work on a computer
    that the lock does not reach.
    """
    notes: list[Finding] = []
    ledger = read_ledger(root)
    for name in (ARCHIVE, LEDGER, UNFINISHED):
        astray = _astray(root, name)
        if astray is not None:
            return Settled(ledger, None, (), (astray,))
    if not ledger.sound:
        ledger = _without_cut_event(root, ledger, notes)
        if not ledger.sound:
            errors = tuple(one for one in ledger.findings if one.severity is Severity.ERROR)
            return Settled(ledger, None, tuple(notes), errors)
    recorded = _recorded(ledger)
    found = homes(root)
    refused = tuple(one.finding for one in unrecorded(found, ledger) if one.paper in (None, paper))
    if refused:
        return Settled(ledger, None, tuple(notes), refused)
    left = left_over(root, found, recorded)
    if left and quiet:
        time.sleep(quiet)
        if left_over(root, homes(root), recorded) != left or read_ledger(root).head != ledger.head:
            return Settled(ledger, None, tuple(notes), (refusals.overtaken(f"{OUTPUT}/{ARCHIVE}"),))
    tidy(root, found, notes)
    stuck = put_away(root, found, recorded, paper, ledger, notes)
    if stuck is not None:
        return Settled(ledger, None, tuple(notes), (stuck,))
    return _finish(root, paper, ledger, notes)


def _astray(root: Path, name: str) -> Finding | None:
    """Return that a folder of the archive's own is a link, or no folder. Raises OSError."""
    path = root / OUTPUT / name
    strange = strange_folder(path)
    if not strange:
        return None
    shown = f"{OUTPUT}/{name}"
    return refusals.elsewhere(shown) if is_link(path.lstat()) else refusals.strange(shown, strange)


def _recorded(ledger: Ledger) -> dict[str, int]:
    return {event.object: event.version for event in ledger.events}


def _without_cut_event(root: Path, ledger: Ledger, notes: list[Finding]) -> Ledger:
    """Return the ledger once its last event is set aside, if all that is wrong is that it was cut off while written."""
    errors = [one for one in ledger.findings if one.severity is Severity.ERROR]
    events = sorted(name for name in ledger.names if EVENT_NAME.fullmatch(name))
    if len(errors) != 1 or errors[0].code != "A323" or not errors[0].place.path.endswith(f"/{events[-1]}"):
        return ledger
    match = EVENT_NAME.fullmatch(events[-1])
    path = ledger_of(root) / events[-1]
    try:
        if match is None or int(match[1]) != len(events) or not _is_garbled(read_plain(path, MOST_EVENT)):
            return ledger
    except StrangeFileError:  # the ledger's own finding says what it is
        return ledger
    recorded = _recorded(ledger)
    version = int(match[3])
    for home in homes(root):
        if folded(home.folder.name) != folded(match[2]):
            continue
        known = recorded.get(home.place, 0)
        reached = known + 1 in home.versions and not is_attempt(home.folder / f"v{known + 1}")
        if version != known + 1 or reached or (not known and INVENTORY in home.names):
            return ledger
    to = move_aside(root, path, path.stem, ".json")
    notes.append(refusals.event_set_aside(path.name, to))
    return read_ledger(root)


def _is_garbled(data: bytes) -> bool:
    try:
        json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return True
    return False


def _finish(root: Path, paper: str, ledger: Ledger, notes: list[Finding]) -> Settled:
    """Finish what the ledger records of its last event's paper and of the one asked for. Raises OSError."""
    found = {home.place: home for home in homes(root)}
    stored: StoredPaper | None = None
    listed: bytes | None = None
    refused: list[Finding] = []
    last = ledger.events[-1].paper if ledger.events else paper
    for one in dict.fromkeys((last, paper)):
        events = ledger.of(one)
        if not events:
            continue
        home = found.get(events[-1].object)
        if home is None:
            shown = f"{OUTPUT}/{ARCHIVE}/{events[-1].object}"
            standing: Standing | Finding = refusals.absent(shown, f"v{events[-1].version} of {one}")
        else:
            standing = _judged(root, home, events)
        over = [number for number in home.versions if number > events[-1].version] if home is not None else []
        if one == paper and home is not None and over:
            refused.append(refusals.occupied(f"{home.shown}/v{over[0]}", "next version"))
        if isinstance(standing, Standing):
            notes.extend(_bring_to_end(standing))
            if one == paper:
                stored, listed = standing.paper, standing.data
        elif one == paper:
            refused.append(standing)
    return Settled(ledger, stored, tuple(notes), tuple(refused), listed)


def _judged(root: Path, home: Home, events: Sequence[Event]) -> Standing | Finding:
    """Return how a paper stands; a list of versions that is no file, or far too large, holds up nobody else's. Raises OSError."""
    try:
        return judge(home, events)
    except StrangeFileError as error:
        return refusals.cannot_write(error, home.shown, root)


def _bring_to_end(standing: Standing) -> list[Finding]:
    """Write the list of versions and its digest as the ledger vouches for them. Raises OSError."""
    paper, step = standing.paper, standing.step
    if step is Step.SOUND:
        return []
    publish(paper, standing.data, step)
    name = paper.folder.name
    if step is Step.RESTORE:
        return [refusals.list_restored(paper.shown, f"The list of versions of {name}")]
    if step is Step.SIDECAR:
        return [refusals.list_restored(paper.shown, f"{SIDECAR} of {name}")]
    return [refusals.finished(paper.shown, f"v{paper.inventory.head} of {name}")]


def publish(paper: StoredPaper, data: bytes, step: Step = Step.FINISH) -> None:
    """Make a version that the ledger records its paper's head: the list comes, its digest, the mark goes. Raises OSError."""
    if step not in (Step.SIDECAR, Step.MARK):
        replace(paper.folder / INVENTORY, data)
    if step is not Step.MARK:
        replace(paper.folder / SIDECAR, sidecar(paper.digest))
    sync_folder(paper.folder)
    mark = paper.folder / f"v{paper.inventory.head}" / NOT_FINISHED
    patiently(lambda: mark.unlink(missing_ok=True))
