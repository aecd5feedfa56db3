"""How a paper's folder in the archive stands against the ledger: sound, cut off at a known step, or damaged. Nothing is written.

Only what the ledger vouches for, digest by digest, is ever called unfinished rather than damaged.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.disk import folders_in, is_temporary, names_in, read_or_none
from pcp_reports.archive.folders import is_attempt
from pcp_reports.archive.inventory import InventoryError, read
from pcp_reports.archive.layout import (
    ARCHIVE,
    CONTENT,
    INVENTORY,
    NOT_FINISHED,
    OBJECT_DECLARATION,
    OUTPUT,
    SIDECAR,
    archive_of,
    id_of,
)
from pcp_reports.archive.objects import MOST_INVENTORY, DamagedError, StoredPaper
from pcp_reports.archive.strays import kept_by_a_system
from pcp_reports.editing import StrangeFileError
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.findings import Finding

_VERSION = re.compile(r"v([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class Home:
    """A folder of the archive in which a paper's versions are kept: ``2023/2023-10-03-panel-update``, and what is in it."""

    folder: Path
    place: str
    names: frozenset[str]

    @property
    def shown(self) -> str:
        """Return the folder as an officer sees it in the workspace."""
        return f"{OUTPUT}/{ARCHIVE}/{self.place}"

    @property
    def versions(self) -> tuple[int, ...]:
        """Return the numbers of the folders that bear a version's name, in order."""
        return tuple(sorted(int(match[1]) for name in self.names if (match := _VERSION.fullmatch(name))))


class Step(Enum):
    """At which step a version that the ledger records was cut off, or a list of versions lost."""

    SOUND = "sound"
    FINISH = "the version is not in the paper's list yet"
    RESTORE = "the paper's list is empty or cut short"
    SIDECAR = "the digest beside the list is still the one before"
    MARK = "all is in its place but the mark of what is not finished"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands, and its list of versions as it should be, for which the ledger vouches."""

    step: Step
    paper: StoredPaper
    data: bytes


def homes(root: Path) -> list[Home]:
    """Return every folder of the archive that is, or was to become, a paper's. Raises OSError.

    ``place`` is composed (NFC), as the ledger has it: macOS, and some drives, take the accents of a name apart.
    """
    made: list[Home] = []
    for year in years(root):
        folders = [folder for folder in folders_in(year) if not is_temporary(folder.name)]
        names = {folder.name for folder in folders}
        for folder in folders:
            composed = unicodedata.normalize("NFC", folder.name)
            name = folder.name if composed in names else composed
            made.append(Home(folder, f"{year.name}/{name}", names_in(folder)))
    return made


def years(root: Path) -> list[Path]:
    """Return the folders of the archive in which papers' folders may lie. Raises OSError."""
    return [folder for folder in folders_in(archive_of(root)) if not kept_by_a_system(folder.name)]


def sidecar(digest: str) -> bytes:
    """Return the bytes of the file beside an inventory that holds its digest."""
    return f"{digest} {INVENTORY}\n".encode()


def attempt_in(home: Home, recorded: int) -> Path | None:
    """Return what in a paper's folder is an attempt that was cut off before it was decided on; the whole folder for v1.

    ``recorded`` is how many versions of the paper the ledger records. A folder of which it records none is an attempt
    only if it bears a trace of our own work and holds nothing else: any other is somebody's. Raises OSError.
    """
    if recorded:
        folder = home.folder / f"v{recorded + 1}"
        return folder if recorded + 1 in home.versions and is_attempt(folder) else None
    others = home.names - {OBJECT_DECLARATION[0], "v1"}
    if any(not is_temporary(name) and not kept_by_a_system(name) for name in others):
        return None
    first = home.folder / "v1"
    if "v1" in home.names and not is_attempt(first):
        return None
    ours = OBJECT_DECLARATION[0] in home.names or ("v1" in home.names and NOT_FINISHED in names_in(first))
    return home.folder if ours else None


def judge(home: Home, events: Sequence[Event]) -> Standing | Finding:
    """Return how a paper stands of which the ledger records ``events``, or what is wrong with it. Raises OSError."""
    last = events[-1]
    name = home.folder.name
    missing = sorted(set(range(1, last.version + 1)) - set(home.versions))
    if missing:
        return refusals.absent(home.shown, f"v{missing[0]} of {name}")
    listed = read_or_none(home.folder / INVENTORY, MOST_INVENTORY)
    if listed is not None and _sha512(listed) == last.inventory:
        beside = _step_of_digest(home, events)
        return _standing(home, last, beside, listed) if isinstance(beside, Step) else beside
    own = read_or_none(home.folder / f"v{last.version}" / INVENTORY, MOST_INVENTORY)
    if own is None or _sha512(own) != last.inventory:
        return refusals.not_as_recorded(home.shown, name, f"neither it nor the copy in v{last.version} is")
    step = _step_of_list(listed, own, events)
    if step is None:
        return refusals.not_as_recorded(home.shown, name, "it was changed")
    standing = _standing(home, last, step, own)
    why = _not_whole(standing.paper) if isinstance(standing, Standing) else ""
    return refusals.not_whole(home.shown, f"v{last.version} of {name}", why) if why else standing


def _step_of_digest(home: Home, events: Sequence[Event]) -> Step | Finding:
    """Return how the digest beside a list stands, where the list is the one recorded last. Raises OSError."""
    beside = read_or_none(home.folder / SIDECAR, MOST_INVENTORY) or b""
    wanted = sidecar(events[-1].inventory)
    if beside == wanted:
        marked = NOT_FINISHED in names_in(home.folder / f"v{events[-1].version}")
        return Step.MARK if marked else Step.SOUND
    if is_cut(beside, wanted) or any(beside == sidecar(one.inventory) for one in events[-2:-1]):
        return Step.SIDECAR
    return refusals.not_as_recorded(home.shown, home.folder.name, f"{SIDECAR} names another")


def _step_of_list(listed: bytes | None, own: bytes, events: Sequence[Event]) -> Step | None:
    """Return at which step a list of versions stands that is not the one recorded last (``own``); None if at none."""
    if listed is None and len(events) == 1:
        return Step.FINISH
    if listed is None or is_cut(listed, own):
        return Step.RESTORE
    return Step.FINISH if any(_sha512(listed) == one.inventory for one in events[-2:-1]) else None


def is_cut(have: bytes, want: bytes) -> bool:
    """Return whether a file is another that was cut off: empty, its beginning alone, or ending in noughts after a power cut."""
    kept = have.rstrip(b"\0")
    return have != want and len(kept) < len(want) and want.startswith(kept)


def is_complete(folder: Path) -> bool:
    """Return whether an attempt lacks nothing but its record: its inventory is there with its digest. Raises OSError."""
    try:
        data = read_or_none(folder / INVENTORY, MOST_INVENTORY)
        return data is not None and read_or_none(folder / SIDECAR, MOST_INVENTORY) == sidecar(_sha512(data))
    except StrangeFileError:
        return False


def _standing(home: Home, last: Event, step: Step, data: bytes) -> Standing | Finding:
    try:
        held = read(data)
    except InventoryError as error:
        return refusals.not_as_recorded(home.shown, home.folder.name, str(error))
    if held.id != id_of(last.paper) or held.head != last.version:
        return refusals.not_as_recorded(home.shown, home.folder.name, "it is another paper's, or another version's")
    return Standing(step, StoredPaper(last.paper, home.folder, home.shown, held, last.inventory), data)


def _not_whole(paper: StoredPaper) -> str:
    """Return what is wrong with the latest version's files, as a clause; nothing where all are there as archived."""
    version = paper.version(paper.inventory.head)
    folder = paper.folder / version.name
    if folder.is_symlink() or (folder / CONTENT).is_symlink():
        return "its folder is a link to another place"
    if read_or_none(folder / SIDECAR, MOST_INVENTORY) != sidecar(paper.digest):
        return f"{version.name}/{SIDECAR} is not the one that was written"
    for logical in version.paths:
        try:
            version.read(logical)
        except DamagedError as error:
            return str(error)
    return ""


def _sha512(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()
