"""What an attempt to archive that was cut off left behind, settled: finished if the ledger vouches for it, else set aside.

Only under the lock. Nothing is ever deleted but temporary files of ours and empty folders; whatever is no known step of
our own is left as it is and told.
"""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.disk import (
    folders_in,
    is_temporary,
    names_in,
    patiently,
    read_plain,
    replace,
    sync_folder,
)
from pcp_reports.archive.adding.standing import (
    Home,
    Standing,
    Step,
    attempt_in,
    beyond,
    homes,
    is_complete,
    judge,
    sidecar,
)
from pcp_reports.archive.layout import (
    ARCHIVE,
    INVENTORY,
    NOT_FINISHED,
    OUTPUT,
    SIDECAR,
    UNDATED,
    UNFINISHED,
    archive_of,
    ledger_of,
)
from pcp_reports.archive.ledger.events import Ledger, read_ledger
from pcp_reports.archive.ledger.ledger_event import EVENT_NAME, MOST_EVENT
from pcp_reports.archive.objects import is_attempt
from pcp_reports.findings import Severity
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.objects import StoredPaper
    from pcp_reports.findings import Finding

_YEAR = re.compile(rf"[0-9]{{4}}|{UNDATED}")


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
    if not ledger.sound:
        ledger = _without_cut_event(root, ledger, notes)
        if not ledger.sound:
            errors = tuple(one for one in ledger.findings if one.severity is Severity.ERROR)
            return Settled(ledger, None, tuple(notes), errors)
    recorded = _recorded(ledger)
    found = homes(root)
    unrecorded = [one for home in found if (one := beyond(home, recorded.get(home.place, 0))) is not None]
    if unrecorded:
        return Settled(ledger, None, tuple(notes), tuple(unrecorded))
    left = _left_over(root, found, recorded)
    if left and quiet:
        time.sleep(quiet)
        if _left_over(root, homes(root), recorded) != left or read_ledger(root).head != ledger.head:
            return Settled(ledger, None, tuple(notes), (refusals.overtaken(f"{OUTPUT}/{ARCHIVE}"),))
    _tidy(root, found, notes)
    stuck = _put_away(root, found, recorded, paper, ledger, notes)
    if stuck is not None:
        return Settled(ledger, None, tuple(notes), (stuck,))
    return _finish(root, paper, ledger, notes)


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
    if match is None or int(match[1]) != len(events) or not _is_garbled(read_plain(path, MOST_EVENT)):
        return ledger
    recorded = _recorded(ledger)
    version = int(match[3])
    for home in homes(root):
        if home.folder.name != match[2]:
            continue
        known = recorded.get(home.place, 0)
        reached = known + 1 in home.versions and not is_attempt(home.folder / f"v{known + 1}")
        if version != known + 1 or reached or (not known and INVENTORY in home.names):
            return ledger
    to = _move_aside(root, path, path.stem, ".json")
    notes.append(refusals.event_set_aside(path.name, to))
    return read_ledger(root)


def _is_garbled(data: bytes) -> bool:
    try:
        json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return True
    return False


def _left_over(root: Path, found: list[Home], recorded: dict[str, int]) -> list[tuple[str, int]]:
    """Return every file and folder that was left behind, with its size: what changes where somebody is still at work."""
    left: list[Path] = [*_temporaries(root, found)]
    for home in found:
        attempt = attempt_in(home, recorded.get(home.place, 0))
        if attempt is not None:
            left.append(attempt)
            left.extend(sorted(attempt.rglob("*")))
    made: list[tuple[str, int]] = []
    for path in left:
        with suppress(FileNotFoundError):
            about = path.lstat()
            made.append((os.fspath(path), 0 if path.is_dir() else about.st_size))
    return made


def _temporaries(root: Path, found: list[Home]) -> list[Path]:
    folders = [(archive_of(root), names_in(archive_of(root))), (ledger_of(root), names_in(ledger_of(root)))]
    folders += [(home.folder, home.names) for home in found]
    return [folder / name for folder, names in folders for name in sorted(names) if is_temporary(name)]


def _tidy(root: Path, found: list[Home], notes: list[Finding]) -> None:
    """Remove our temporary files. Raises OSError."""
    removed: list[str] = []
    for path in _temporaries(root, found):
        patiently(path.unlink)
        removed.append(path.name)
    if removed:
        notes.append(refusals.tidied(removed, OUTPUT))


def _put_away(
    root: Path, found: list[Home], recorded: dict[str, int], paper: str, ledger: Ledger, notes: list[Finding]
) -> Finding | None:
    """Set aside what was never decided on; return why an attempt at the paper asked for cannot be."""
    own = {event.object for event in ledger.of(paper)}
    for home in found:
        known = recorded.get(home.place, 0)
        attempt = attempt_in(home, known)
        if attempt is None:
            continue
        name = f"v{known + 1} of {home.folder.name}"
        shown = home.shown if attempt == home.folder else f"{home.shown}/{attempt.name}"
        try:
            whole = is_complete(home.folder / f"v{known + 1}")
            to = _move_aside(root, attempt, f"{home.folder.name} v{known + 1}")
        except OSError as error:
            if home.place in own or (not known and not own):
                return refusals.cannot_set_aside(error, shown, name)
            continue  # it is in nobody's way; whoever archives that paper next is told
        notes.append(refusals.set_aside(shown, to, name, whole=whole))
    for year in folders_in(archive_of(root)):
        if _YEAR.fullmatch(year.name) and not names_in(year):
            with suppress(OSError):
                year.rmdir()
    return None


def _move_aside(root: Path, path: Path, name: str, ending: str = "") -> Path:
    """Move something to the folder of what was never finished, under a name that is free. Raises OSError."""
    folder = root / OUTPUT / UNFINISHED
    folder.mkdir(exist_ok=True)
    taken = {one.casefold() for one in names_in(folder)}
    number = 1
    while (to := f"{name}{'' if number == 1 else f' {number}'}{ending}").casefold() in taken:
        number += 1
    patiently(lambda: path.rename(folder / to))
    sync_folder(folder)
    sync_folder(path.parent)
    return folder / to


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
            standing = judge(home, events)
        over = [number for number in home.versions if number > events[-1].version] if home is not None else []
        if one == paper and home is not None and over:
            refused.append(refusals.occupied(f"{home.shown}/v{over[0]}", f"v{over[0]}"))
        if isinstance(standing, Standing):
            notes.extend(_bring_to_end(standing))
            if one == paper:
                stored, listed = standing.paper, standing.data
        elif one == paper:
            refused.append(standing)
    return Settled(ledger, stored, tuple(notes), tuple(refused), listed)


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
