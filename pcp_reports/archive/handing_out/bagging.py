"""A version handed over as a BagIt bag: its files, and what proves them, with check sums that any BagIt program can check.

Source: BagIt 0.97 (draft-kunze-bagit), which the `bagit` library writes; RFC 8493 for what 1.0 changed.
"""

from __future__ import annotations

import hashlib
import logging
import os
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pcp_reports import __version__
from pcp_reports.archive.handing_out.packed_anew import NOTE, Packed, note
from pcp_reports.archive.handing_out.restoring import damaged, places_of, unusable
from pcp_reports.archive.handing_out.staging import deliver, put, sync_folders
from pcp_reports.archive.handing_out.unproved import unproved
from pcp_reports.archive.layout import INVENTORY, SIDECAR, ledger_of, safe_paths
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.objects import MOST_INVENTORY, DamagedError
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding, Place, has_errors
from pcp_reports.model import KEYS
from pcp_reports.nodes import Text
from pcp_reports.records import dataclass
from pcp_reports.source import read_source
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pcp_reports.archive.objects import StoredPaper, StoredVersion

FILES = "version"
"""The folder of the payload that holds the files of the version."""
EVIDENCE = "evidence"
"""The folder of the payload that holds the inventories and the events of the ledger."""
ALGORITHMS = ("sha256", "sha512")
OFFICE = "entries/office.yaml"
_NOTHING = "Nothing was handed over."


@dataclass(frozen=True, slots=True)
class Exported:
    """The folder of a bag, the Word files in it that a drive packed anew, and what cut-off attempts left beside it.

    ``anew`` has for each of those files a clause on what the drive wrote; the bag itself tells of them as well.
    """

    folder: Path
    anew: Mapping[str, str]
    left: tuple[Path, ...]


def export(
    paper: StoredPaper, version: StoredVersion, target: Path, root: Path, date: str, *, here: Path
) -> Exported | Finding:
    """Make a bag of a version at ``target``, which must not exist or be empty; or return why not.

    ``date`` is the day of bagging, as ``2024-01-31``; ``here`` the folder that one is in, from which ``target`` is
    named. The bag is made beside ``target``, validated whole, its files
    held to the archive's digests, and only then moved. A Word file that a drive packed anew since it was archived is
    held to the digests of its parts, and the bag says so: its manifest cannot have the digest that was archived.
    """
    places = places_of(version.paths, windows=True)  # a bag goes to somebody else's system
    if isinstance(places, str):
        return unusable(version, places, _NOTHING)
    try:
        proved = {logical: version.proved(logical) for logical in places}
        payload = {f"{FILES}/{places[logical]}": one.data for logical, one in proved.items()}
        payload |= _inventories(paper, version)
    except DamagedError as error:
        return damaged(version, error, _NOTHING)
    anew = {logical: one for logical, one in proved.items() if one.anew}
    events = _events(paper, version, root)
    if isinstance(events, Finding):
        return events
    safe = _bearable(payload | events)
    payload = {safe[path]: data for path, data in (payload | events).items()}
    if anew:
        payload[f"{EVIDENCE}/{NOTE}"] = note(
            Packed(
                safe[f"{FILES}/{places[logical]}"], _one_line(one.anew), version.block.state[logical].lower(), one.data
            )
            for logical, one in anew.items()
        )
    about = _about(paper, version, date, len(anew))
    done = deliver(target, root, lambda folder: _fill(folder, version, payload, about), here=here)
    if isinstance(done, Finding):
        return done
    return Exported(done.folder, {logical: one.anew for logical, one in anew.items()}, done.left)


def _inventories(paper: StoredPaper, version: StoredVersion) -> dict[str, bytes]:
    """Return the inventories that name the version's files. Raises DamagedError where one is not the one that was read."""
    made: dict[str, bytes] = {}
    for folder, start in ((paper.folder, ""), (paper.folder / version.name, f"{version.name}/")):
        shown = f"{start}{INVENTORY}"
        try:
            data, sidecar = read_ordinary(folder / INVENTORY, MOST_INVENTORY), read_ordinary(folder / SIDECAR)
        except OSError as error:
            raise DamagedError(f"“{shown}” or the check sum beside it cannot be read ({error.strerror})") from error
        digest = hashlib.sha512(data).hexdigest()
        if sidecar.decode("ascii", "replace").split() != [digest, INVENTORY] or (not start and digest != paper.digest):
            raise DamagedError(f"“{shown}” is not the file that its check sum stands for")
        made[f"{EVIDENCE}/{shown}"] = data
        made[f"{EVIDENCE}/{start}{SIDECAR}"] = sidecar
    return made


def _events(paper: StoredPaper, version: StoredVersion, root: Path) -> dict[str, bytes] | Finding:
    """Return the events of the ledger that name the version, and its inventory as it is; or that there is none."""
    try:
        inventory = hashlib.sha512(read_ordinary(paper.folder / version.name / INVENTORY, MOST_INVENTORY)).hexdigest()
        events = [one for one in read_ledger(root).of(paper.paper) if one.version == version.number]
        if events and all(one.inventory == inventory for one in events):
            return {f"{EVIDENCE}/ledger/{one.name}": read_ordinary(ledger_of(root) / one.name) for one in events}
    except OSError:
        pass  # said below: it is not there to vouch for anything
    return Finding(
        "A506",
        f"{version.name}: the ledger does not vouch for this version, so it is not handed over.",
        Place(f"{paper.shown}/{version.name}"),
        "Type: pcp-reports verify. It says what is wrong.",
    )


def _bearable(paths: Iterable[str]) -> dict[str, str]:
    """Return for each path a name that survives a manifest, where %0A stands for the end of a line."""
    paths = list(paths)
    safe = safe_paths(path.replace("%", "\x00") for path in paths)
    return {path: safe[path.replace("%", "\x00")] for path in paths}


def _about(paper: StoredPaper, version: StoredVersion, date: str, anew: int) -> dict[str, str]:
    """Return what bag-info.txt says; ``anew`` is how many Word files a drive packed anew."""
    block = version.block
    packed = (
        f" {counted(anew, 'Word file was', 'Word files were')} packed anew by a drive after"
        f" {'it was' if anew == 1 else 'they were'} archived: see {EVIDENCE}/{NOTE}."
    )
    edited = unproved(version)
    reason = f"{block.reason.rstrip('.')}. {edited}" if edited else block.reason
    told = {
        "Source-Organization": _office(version),
        "External-Identifier": f"{paper.inventory.id} {version.name}",
        "External-Description": f"{paper.paper}, version {version.number} ({block.status}), archived {block.created}"
        f" by {block.user}: {reason}",
        "Internal-Sender-Identifier": f"{paper.shown}/{version.name}",
        "Internal-Sender-Description": f"{FILES}/ holds the version as it was archived; {EVIDENCE}/ the inventories of"
        " its OCFL object and the event of the ledger that name its files by their SHA-512." + (packed if anew else ""),
        "Bagging-Date": date,
        "Bag-Software-Agent": f"pcp-reports {__version__}",
    }
    return {label: words for label, text in told.items() if (words := _one_line(text))}


def _office(version: StoredVersion) -> str:
    """Return the office's name as the version's own office.yaml has it, or nothing where that does not say."""
    if OFFICE not in version.paths:
        return ""
    try:
        source = read_source(version.read(OFFICE), OFFICE, KEYS)
    except DamagedError:
        return ""
    name = source.root.get(Text("name")) if source.root is not None and not has_errors(source.findings) else None
    return str(name) if isinstance(name, Text) else ""


def _one_line(text: str) -> str:
    """Return words on one line, without what a tag file would take for the end of one."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _fill(folder: Path, version: StoredVersion, payload: Mapping[str, bytes], about: dict[str, str]) -> Finding | None:
    """Write the payload, have the library make a bag of it, and hold the bag to what it was made from. Raises OSError."""
    for path, data in payload.items():
        put(folder, path, data)
    with _quiet():
        import bagit  # noqa: PLC0415 - it loads multiprocessing, and is used here alone

        try:
            bagit.make_bag(str(folder), about, checksums=list(ALGORITHMS))
            _sync(folder)
            bag = bagit.Bag(str(folder))
            bag.validate()
        except (bagit.BagError, RuntimeError) as error:
            return _unsound(version, _one_line(str(error)))
        held = {path.replace(os.sep, "/"): digests for path, digests in bag.payload_entries().items()}
    expected = {
        f"data/{path}": {name: hashlib.new(name, data).hexdigest() for name in ALGORITHMS}
        for path, data in payload.items()
    }
    return None if held == expected else _unsound(version, "its manifests do not name what was archived")


def _sync(folder: Path) -> None:
    """Have everything that the library wrote put on the disk itself. Raises OSError."""
    for one, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(one, name), "r+b") as file:  # noqa: PTH118, PTH123 - as walk names them
                os.fsync(file.fileno())
    sync_folders(folder)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from logging to the screen, tracebacks and all, and from warning of what it uses of Python."""
    logger = logging.getLogger("bagit")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        logger.disabled = before


def _unsound(version: StoredVersion, why: str) -> Finding:
    return Finding(
        "A505",
        f"{version.name}: the bag does not hold what was archived ({why}). Nothing was handed over.",
        Place(quoted(version.name)),
        "Look whether the drive is sound, then try again, or on another one.",
    )
