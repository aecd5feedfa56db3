"""What lies in the folder of one paper in the archive: the names of everything, and the bytes of its lists of files.

Nothing is followed and nothing opened but folders and lists; what a list says is never made into a path.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.folders import tell_an_attempt
from pcp_reports.archive.inventory import Inventory, InventoryError, read
from pcp_reports.archive.layout import CONTENT, INVENTORY, OBJECT_DECLARATION, SIDECAR
from pcp_reports.archive.ledger.line_ends import before_new_ends
from pcp_reports.archive.objects import MOST_INVENTORY
from pcp_reports.archive.ocfl.disk import Kind, look, read_plain
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

VERSION_FOLDER = re.compile(r"v([1-9][0-9]{0,5})")
_MOST_SMALL = 4096
"""Bytes of a declaration or a digest beside a list that are read at most."""
_MOST_DEEP = 40
MISSING = "it is missing"


@dataclass(frozen=True, slots=True)
class List:
    """A list of versions (an inventory.json) as it stands: its bytes and their SHA-512, or why it cannot be opened, as a clause.

    ``beside`` are the bytes of the file that states its digest, None where there is none. ``ends`` are the names of those
    of the two files of which a program changed the ends of the lines: they are given as they were before.
    """

    data: bytes | None
    digest: str
    why: str
    beside: bytes | None
    ends: frozenset[str] = frozenset()

    def read(self) -> Inventory | str:
        """Return what the list says, or why it says nothing, as a clause."""
        if self.data is None:
            return self.why
        try:
            return read(self.data)
        except InventoryError as error:
            return str(error)

    @property
    def is_stated(self) -> bool:
        """Return whether the file beside the list states its digest, as OCFL has it."""
        return self.beside is not None and self.stated == self.digest and bool(self.digest)

    @property
    def stated(self) -> str:
        """Return the digest that stands beside the list, in small letters; ``""`` where none does."""
        words = (self.beside or b"").decode("ascii", "replace").split()
        return words[0].lower() if len(words) == 2 and words[1] == INVENTORY else ""  # noqa: PLR2004 - a digest and a name


@dataclass(frozen=True, slots=True)
class Laid:
    """What lies in a paper's folder, by paths within it with ``/``: files with their sizes in bytes, folders, and the rest.

    ``empty`` are folders with nothing in them; ``links`` are links, pipes and the like; ``unread`` are folders that
    cannot be looked into, with the reason. ``lists`` leads from a version's number, 0 for the whole object, to its list.
    ``spelt`` leads from a path to where it truly lies, where the drive writes an accent in it another way, or two versions
    changed places. ``ends`` are small files of ours in which nothing but the ends of the lines was changed.
    """

    folder: Path
    shown: str
    files: Mapping[str, int]
    folders: frozenset[str]
    empty: frozenset[str]
    links: frozenset[str]
    unread: Mapping[str, str]
    lists: Mapping[int, List]
    declared: bool
    spelt: Mapping[str, str]
    ends: frozenset[str]

    def on_disk(self, path: str) -> Path:
        """Return where a path within the paper's folder truly lies."""
        return self.folder.joinpath(*self.spelt.get(path, path).split("/"))

    @property
    def respelt(self) -> int:
        """Return how many names, that of the paper's folder among them, the drive writes with other accents."""
        own = self.folder.name != self.shown.rpartition("/")[2]
        apart = (path.split("/") for path in self.spelt.values() if not path.isascii())
        names = {
            tuple(parts[: at + 1])
            for parts in apart
            for at, part in enumerate(parts)
            if not unicodedata.is_normalized("NFC", part)
        }
        return own + len(names)

    @property
    def versions(self) -> tuple[int, ...]:
        """Return the numbers of the versions that have a folder, in order."""
        return tuple(sorted(int(match[1]) for one in self.folders if (match := VERSION_FOLDER.fullmatch(one))))


def lay(folder: Path, shown: str) -> Laid:
    """Return what lies in a paper's folder. Nothing is raised: what cannot be read is said so."""
    files: dict[str, int] = {}
    folders: set[str] = set()
    empty: set[str] = set()
    links: set[str] = set()
    unread: dict[str, str] = {}
    base = os.fspath(folder)
    waiting = [""]
    while waiting:
        here = waiting.pop()
        if here.count("/") > _MOST_DEEP:
            unread[here] = "it lies too deep"
            continue
        try:
            entries = look(folder.joinpath(*here.split("/")) if here else folder)
        except OSError as error:
            unread[here] = error.strerror or type(error).__name__
            continue
        if not entries:
            empty.add(here)
        for one in entries:
            path = f"{here}/{one.name}" if here else one.name
            if one.kind is Kind.FOLDER:
                folders.add(path)
                waiting.append(path)
            elif one.kind is Kind.FILE:
                files[path] = _size(f"{base}/{path}")
            else:
                links.add(path)
    numbers = (0, *(int(match[1]) for one in folders if (match := VERSION_FOLDER.fullmatch(one))))
    lists = {number: read_list(folder / f"v{number}" if number else folder) for number in numbers}
    declared, ends = _small(folder / OBJECT_DECLARATION[0]), set[str]()
    if declared == OBJECT_DECLARATION[1].replace(b"\n", b"\r\n"):
        declared = OBJECT_DECLARATION[1]
        ends.add(OBJECT_DECLARATION[0])
    ends |= {f"v{number}/{name}" if number else name for number, one in lists.items() for name in one.ends}
    spelt = _spelt((*files, *folders, *links), lists)
    called = {true: path for path, true in spelt.items()}
    return Laid(
        folder,
        shown,
        {called.get(path, path): size for path, size in files.items()},
        frozenset(called.get(path, path) for path in folders),
        frozenset(called.get(path, path) for path in empty),
        frozenset(called.get(path, path) for path in links),
        {called.get(path, path): why for path, why in unread.items()},
        lists,
        declared == OBJECT_DECLARATION[1],
        spelt,
        frozenset(ends),
    )


def _spelt(paths: Collection[str], lists: Mapping[int, List]) -> dict[str, str]:
    """Return, for paths of which the drive takes the accents apart (NFD), where they lie by their composed names (NFC).

    Not for one that a list has so, nor where another thing bears the composed name.
    """
    apart = [path for path in paths if not unicodedata.is_normalized("NFC", path)]
    if not apart:
        return {}
    known: set[str] = set()
    for one in lists.values():
        said = one.read()
        if isinstance(said, Inventory):
            known |= {path for row in said.manifest.values() for path in row}
    taken = set(paths)
    made: dict[str, str] = {}
    for path in apart:
        composed = unicodedata.normalize("NFC", path)
        if composed not in taken and not any(one == path or one.startswith(f"{path}/") for one in known):
            made[composed] = path
    return made


def read_list(folder: Path) -> List:
    """Return the list of versions that stands in a folder."""
    beside = _small(folder / SIDECAR)
    try:
        data = read_plain(folder / INVENTORY, MOST_INVENTORY)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        return List(None, "", MISSING if missing else f"it cannot be opened ({error.strerror})", beside)
    digest = hashlib.sha512(data).hexdigest()
    ends = frozenset({SIDECAR}) if beside is not None and b"\r\n" in beside else frozenset()
    as_is = List(data, digest, "", beside, ends)
    for whole in before_new_ends(data) if b"\r\n" in data and not as_is.is_stated else ():
        before = List(whole, hashlib.sha512(whole).hexdigest(), "", beside, ends | {INVENTORY})
        if before.is_stated:  # the digest beside it tells what it was
            return before
    return as_is if as_is.is_stated else List(data, digest, "", beside)


def is_attempt(laid: Laid, number: int) -> bool:
    """Return whether a version's folder is one that was never decided on: it is empty, or bears the writer's mark."""
    if f"v{number}" in laid.unread:
        return False
    own = f"v{number}/"
    rows = (laid.files, laid.folders, laid.links)
    return tell_an_attempt(
        path.removeprefix(own).partition("/")[0] for row in rows for path in row if path.startswith(own)
    )


def version_of(path: str) -> int:
    """Return the number of the version in whose folder a path lies; 0 for one that lies in none."""
    match = VERSION_FOLDER.fullmatch(path.partition("/")[0])
    return int(match[1]) if match is not None else 0


def logical_of(path: str) -> str:
    """Return a path within an object as an officer knows it: without the version's folder and that of its files."""
    own = f"v{version_of(path)}/{CONTENT}/"
    return path.removeprefix(own)


def _size(path: str) -> int:
    try:
        return os.stat(path, follow_symlinks=False).st_size  # noqa: PTH116 - a Path of each file would double the time
    except OSError:
        return 0


def _small(path: Path) -> bytes | None:
    try:
        return read_plain(path, _MOST_SMALL)
    except OSError:
        return None
