"""The papers in the archive and their versions, as readers see them. Nothing here writes."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory, InventoryError, VersionBlock, read, strict_json
from pcp_reports.archive.layout import (
    INVENTORY,
    TEMPLATE,
    VERSION,
    paper_of,
)
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_INVENTORY = 64 * 1024 * 1024
"""Bytes of an inventory that are read at most: that of some ten thousand versions."""
_VERSION = re.compile(r"[vV]?0*([1-9][0-9]{0,5})")


class DamagedError(Exception):
    """A file of a version is missing, cannot be read, or is not the one that was archived; the message says which and how."""


class AlteredError(DamagedError):
    """A file of a version has not its digest any more. ``data`` are the bytes that stand in its place."""

    def __init__(self, message: str, data: bytes) -> None:
        super().__init__(message)
        self.data = data


@dataclass(frozen=True, slots=True)
class Proved:
    """A file of a version as it stands. ``anew``: a clause on what a drive that packed it anew wrote; ``""`` for the very file."""

    data: bytes
    anew: str = ""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of a paper: its number, and what the inventory says of it."""

    folder: Path
    number: int
    block: VersionBlock
    paths: Mapping[str, str]
    """The true path of each file, and where it lies within the object."""

    @property
    def name(self) -> str:
        """Return ``v2``."""
        return f"v{self.number}"

    @property
    def document(self) -> str:
        """Return the name of the Word paper itself; ``""`` where the version holds none."""
        return next((path for path in self.paths if "/" not in path and path.endswith(f"{self.block.status}.docx")), "")

    def read(self, logical: str) -> bytes:
        """Return the bytes of a file, held to their digest. Raises DamagedError, and KeyError for a file not in the version."""
        path = as_spelt(self.folder, self.paths[logical])
        try:
            for one in (path, *list(path.parents)[: len(self.paths[logical].split("/")) - 1]):
                if one.is_symlink():
                    raise DamagedError(f"“{logical}” is a link to another place, which is not followed")
            data = read_ordinary(path)
        except OSError as error:
            what = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
            raise DamagedError(f"“{logical}” {what}") from error
        if hashlib.sha512(data).hexdigest() != self.block.state[logical].lower():
            raise AlteredError(f"“{logical}” is not the file that was archived: its content was changed", data)
        return data

    def proved(self, logical: str) -> Proved:
        """Return a file held to its digest; a Word file that a drive packed anew is held to the digests of its parts.

        Raises as `read` does.
        """
        try:
            return Proved(self.read(logical))
        except AlteredError as error:
            if not logical.lower().endswith(".docx"):
                raise
            from pcp_reports.archive.wrapping import compare  # noqa: PLC0415 - only where a Word file is another

            wrapping = compare(self.package(logical), error.data)
            if wrapping is None:
                cannot = "whether a drive such as SharePoint packed it anew, or somebody changed it, cannot be told"
                raise DamagedError(f"“{logical}” is not the file that was archived; {cannot}") from error
            if not wrapping.alone:
                raise
            return Proved(error.data, wrapping.said)

    def package(self, logical: str) -> object:
        """Return what version.json keeps of a Word file's parts, for `wrapping.compare`; None where that cannot be told."""
        try:
            record = strict_json(self.read(VERSION))
        except (DamagedError, InventoryError, KeyError):
            return None
        of_file = _within(record, "template") if logical == TEMPLATE else _within(_within(record, "outputs"), logical)
        return _within(of_file, "package")


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A paper in the archive: its object's folder, that folder as it is shown, and its inventory with its digest (SHA-512)."""

    paper: str
    folder: Path
    shown: str
    inventory: Inventory
    digest: str

    @property
    def versions(self) -> tuple[StoredVersion, ...]:
        """Return the versions, oldest first."""
        return tuple(self.version(number) for number in range(1, self.inventory.head + 1))

    def version(self, number: int) -> StoredVersion:
        """Return a version by its number, which must be one of the paper's."""
        block = self.inventory.versions[number - 1]
        paths = {logical: self.inventory.content_path(number, logical) for logical in block.state}
        return StoredVersion(self.folder, number, block, paths)

    def named(self, words: str) -> StoredVersion | None:
        """Return the version that ``v2``, ``2`` or ``V2`` names, or None where there is none."""
        match = _VERSION.fullmatch(words.strip())
        number = int(match[1]) if match is not None else 0
        return self.version(number) if 1 <= number <= self.inventory.head else None


def as_spelt(folder: Path, path: str) -> Path:
    """Return where a path, with ``/``, lies within a folder: under its very name, or one that writes the accents another way.

    macOS, and some drives, take each accent of a name apart (NFD). Where two names could be meant neither is taken.
    """
    for name in path.split("/"):
        exact = folder / name
        folder = exact if name.isascii() or os.path.lexists(exact) else folder / _spelt(folder, name)
    return folder


def _spelt(folder: Path, name: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    try:
        with os.scandir(folder) as scan:
            same = [row.name for row in scan if unicodedata.normalize("NFC", row.name) == composed]
    except OSError:  # whoever opens it is told why
        return name
    return same[0] if len(same) == 1 else name


def read_object(folder: Path, shown: str) -> StoredPaper | Finding:
    """Return the paper that an object's folder holds, or why it cannot be read."""
    try:
        data = read_ordinary(folder / INVENTORY, MOST_INVENTORY)
        inventory = read(data)
    except InventoryError as error:
        why = str(error)
    except OSError as error:
        why = "it is missing" if isinstance(error, FileNotFoundError) else f"it cannot be opened ({error.strerror})"
    else:
        paper = paper_of(inventory.id)
        if paper is not None:
            return StoredPaper(paper, folder, shown, inventory, hashlib.sha512(data).hexdigest())
        why = "it belongs to no paper of this tool"
    return unusable(folder, shown, why)


def unusable(folder: Path, shown: str, why: str) -> Finding:
    """Return that the list of versions of an object cannot be used, and why: a clause."""
    return Finding(
        "A301",
        f"The list of versions in {folder.name} cannot be used: {why}.",
        Place(f"{shown}/{INVENTORY}"),
        "Bring that folder back from a copy of the shared drive; “pcp-reports verify” says what else is wrong with it.",
    )


def _within(held: object, key: str) -> object:
    return held.get(key) if isinstance(held, dict) else None
