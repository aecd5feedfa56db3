"""Which folder is a paper's own, and whether a version in it is the one that was archived: the ledger decides, not the folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pcp_reports.archive.folders import stored
from pcp_reports.archive.inventory import InventoryError, read
from pcp_reports.archive.layout import ARCHIVE, INVENTORY, OUTPUT, archive_of, id_of
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.objects import MOST_INVENTORY, StoredPaper, as_spelt, read_object
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.objects import StoredVersion


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a version may not be the one that was archived: a clause. ``disproved`` where the ledger says that it is not."""

    why: str
    disproved: bool


def vouched(root: Path, paper: str) -> StoredPaper | Finding | None:
    """Return a paper from the folder that the ledger names; of one unknown to the ledger, from any that says it is this paper.

    None where it is not in the archive, a finding where it cannot be read.
    """
    for event in reversed(read_ledger(root).of(paper)):
        parts = event.object.split("/")
        if len(parts) != 2 or not _is_plain(parts):  # noqa: PLR2004 - year, paper
            continue
        folder = as_spelt(archive_of(root), event.object)
        if not _is_folder(folder):
            continue
        found = read_object(folder, f"{OUTPUT}/{ARCHIVE}/{event.object}")
        if isinstance(found, Finding) or found.inventory.id == id_of(paper):
            return found
    return stored(root, paper)


def doubt(root: Path, paper: StoredPaper, version: StoredVersion) -> Doubt | None:
    """Return why a version may not be what was archived; None where the ledger vouches for its list of files."""
    digests = {event.inventory for event in read_ledger(root).of(paper.paper) if event.version == version.number}
    if not digests:
        return Doubt("the ledger has no record of it", disproved=False)
    try:
        data = read_ordinary(paper.folder / version.name / INVENTORY, MOST_INVENTORY)
        own = read(data)
    except (OSError, InventoryError):
        return Doubt("its own list of files is missing or cannot be read", disproved=False)
    if hashlib.sha512(data).hexdigest() not in digests:
        return Doubt("its list of files is not the one that the ledger recorded", disproved=True)
    if own.head != version.number or own.versions[-1] != version.block:
        return Doubt(
            "the paper's list of versions says something else of it than its own list of files", disproved=True
        )
    return None


def _is_folder(path: Path) -> bool:
    """Return whether a path is a folder and no link; of one that may not be looked at, `stored` says so."""
    try:
        return not path.is_symlink() and path.is_dir()
    except OSError:
        return False


def _is_plain(parts: list[str]) -> bool:
    """Return whether names lead nowhere but into folders of those names."""
    return not any(part in ("", ".", "..") or set(part) & set('\\:/"<>|?*\0') for part in parts)
