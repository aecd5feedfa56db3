"""Adding a version to the archive: under the lock, after recovery, and only said to be done once it was read back."""

from __future__ import annotations

import errno
import hashlib
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.disk import (
    NotKeptError,
    is_empty_folder,
    is_link,
    names_in,
    read_or_none,
    strange_folder,
)
from pcp_reports.archive.adding.locking import locked
from pcp_reports.archive.adding.recovering import Settled, publish, settle
from pcp_reports.archive.adding.standing import sidecar
from pcp_reports.archive.adding.writing import Attempt, Plan, TakenError, make_root
from pcp_reports.archive.inventory import Inventory, VersionBlock
from pcp_reports.archive.inventory import dump as dump_inventory
from pcp_reports.archive.layout import ARCHIVE, CONTENT, INVENTORY, OUTPUT, SIDECAR, archive_of, id_of, safe_paths
from pcp_reports.archive.ledger.events import new_event
from pcp_reports.archive.ledger.ledger_event import MOST_EVENT, Event
from pcp_reports.archive.objects import DamagedError, StoredPaper, StoredVersion
from pcp_reports.findings import Finding
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

QUIET = 1.0
"""Seconds for which what was left behind is watched before it is taken for dead."""
_WHERE = f"{OUTPUT}/{ARCHIVE}"


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be archived: what is said of it, and its files by their true paths, with ``/``.

    ``created`` is a date and time with its zone, as ISO 8601 writes it; ``address`` may be empty.
    """

    status: str
    reason: str
    by: str
    address: str
    created: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Added:
    """The version as it stands in the archive, read back; None where there was nothing to add.

    ``settled`` are notes on what earlier attempts had left behind; ``head`` is the digest of the ledger's last event.
    """

    version: StoredVersion | None
    settled: tuple[Finding, ...]
    head: str


def add(
    root: Path,
    paper: str,
    place: tuple[str, str],
    prepare: Callable[[StoredPaper | None], NewVersion | Finding | None],
    *,
    wait: float,
    quiet: float = QUIET,
) -> Added | tuple[Finding, ...]:
    """Add to a paper the version that ``prepare`` makes of what stands in the archive, or return why it cannot be.

    ``place`` is where a new paper is kept; one that has versions stays where it is. ``wait`` and ``quiet`` are seconds:
    for the lock, and for which what was left behind must not change. Only what ``prepare`` raises is raised.
    """
    paper = unicodedata.normalize("NFC", paper)
    with locked(root, wait) as refused:
        if refused is not None:
            return (refused,)
        try:
            settled = settle(root, paper, quiet)
        except OSError as error:
            return (refusals.cannot_write(error, _WHERE, root),)
        if settled.refused:
            return (*settled.refused, *settled.notes)
        asked = prepare(settled.stored)
        if asked is None:
            return Added(None, settled.notes, settled.ledger.head)
        if isinstance(asked, Finding):
            return (asked, *settled.notes)
        made = _commit(root, paper, place, asked, settled)
        return (made, *settled.notes) if isinstance(made, Finding) else made


def _commit(root: Path, paper: str, place: tuple[str, str], asked: NewVersion, settled: Settled) -> Added | Finding:
    home = _home(root, place, settled)
    if isinstance(home, Finding):
        return home
    stored = settled.stored
    number = stored.inventory.head + 1 if stored is not None else 1
    inventory, contents = _extended(stored, paper, number, asked)
    data = dump_inventory(inventory)
    plan = Plan(root, home, number, contents, data, hashlib.sha512(data).hexdigest(), settled.listed)
    said = Event(
        0, paper, plan.place, number, asked.status, asked.reason, asked.by, asked.created, plan.digest, None, "", ""
    )
    event, event_data = new_event(settled.ledger, said)
    if len(event_data) > MOST_EVENT:
        return refusals.too_long(plan.shown)
    attempt = Attempt(plan)
    try:
        make_root(root, is_new=not settled.ledger.events)
        attempt.write()
        attempt.record(event.name, event.number, event_data, settled.ledger)
    except TakenError:
        attempt.undo()
        return refusals.overtaken(plan.shown)
    except OSError as error:
        if attempt.undo():
            return refusals.cannot_write(error, plan.shown, root)
        return refusals.half_way(error, f"v{number}", paper, plan.shown)
    except BaseException:
        attempt.undo()
        raise
    made = StoredPaper(paper, home, plan.shown, inventory, plan.digest)
    try:
        publish(made, data)
        version = _read_back(made, data)
    except OSError as error:
        return refusals.half_way(error, f"v{number}", paper, plan.shown)
    return Added(version, settled.notes, event.digest)


def _home(root: Path, place: tuple[str, str], settled: Settled) -> Path | Finding:
    """Return the folder of a paper: its own, or for a new one a free one; a finding where something else stands there."""
    if settled.stored is not None:
        return settled.stored.folder
    year = archive_of(root) / place[0]
    owners = {event.object.casefold() for event in settled.ledger.events}
    name, count = place[1], 1
    while f"{place[0]}/{name}".casefold() in owners:  # two papers' names may come to the same folder
        count += 1
        name = f"{place[1]}-{count}"
    try:
        strange = strange_folder(year)
        if strange:
            shown = f"{_WHERE}/{place[0]}"
            return refusals.elsewhere(shown) if is_link(year.lstat()) else refusals.strange(shown, strange)
        there = {one.casefold(): one for one in names_in(year)}
        standing = there.get(name.casefold())
        is_free = standing is None or (standing == name and is_empty_folder(year / name))
    except OSError as error:
        return refusals.cannot_write(error, _WHERE, root)
    return year / name if is_free else refusals.occupied(f"{_WHERE}/{place[0]}/{standing}")


def _extended(
    stored: StoredPaper | None, paper: str, number: int, asked: NewVersion
) -> tuple[Inventory, dict[str, bytes]]:
    """Return the inventory with the version added, and the version's files by their paths within its folder."""
    safe = safe_paths(sorted(asked.files))
    manifest = {key: list(paths) for key, paths in stored.inventory.manifest.items()} if stored is not None else {}
    state: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for logical, data in sorted(asked.files.items()):
        digest = hashlib.sha512(data).hexdigest()
        state[logical] = digest
        contents[f"{CONTENT}/{safe[logical]}"] = data
        manifest.setdefault(digest, []).append(f"v{number}/{CONTENT}/{safe[logical]}")
    block = VersionBlock(asked.created, f"{asked.status}: {asked.reason}", asked.by, asked.address, state)
    before = stored.inventory.versions if stored is not None else ()
    joined = {digest: tuple(paths) for digest, paths in manifest.items()}
    return Inventory(id_of(paper), joined, (*before, block)), contents


def _read_back(made: StoredPaper, data: bytes) -> StoredVersion:
    """Return the version as it is read from the archive, each file held to its digest. Raises NotKeptError, an OSError."""
    if read_or_none(made.folder / INVENTORY) != data or read_or_none(made.folder / SIDECAR) != sidecar(made.digest):
        raise NotKeptError(errno.EIO, "the list of versions is not what was written")
    version = made.version(made.inventory.head)
    try:
        for logical in version.paths:
            version.read(logical)
    except DamagedError as error:
        raise NotKeptError(errno.EIO, str(error)) from error
    return version
