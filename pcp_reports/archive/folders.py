"""The folders of the archive, and the papers that they hold. What cannot be opened is told, never passed over. Nothing here writes."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import InventoryError, read
from pcp_reports.archive.layout import (
    ARCHIVE,
    INVENTORY,
    NOT_FINISHED,
    OBJECT_DECLARATION,
    OUTPUT,
    archive_of,
    id_of,
)
from pcp_reports.archive.objects import MOST_INVENTORY, StoredPaper, read_object
from pcp_reports.archive.strays import kept_by_a_system
from pcp_reports.editing import read_ordinary
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_VERSION = re.compile(r"v[1-9][0-9]{0,5}")


def stored(root: Path, paper: str) -> StoredPaper | Finding | None:
    """Return a paper in the archive of a workspace; None where it is not there, a finding where it cannot be read."""
    wanted = id_of(paper)
    folders: list[tuple[Path, str]] = []
    unread: Finding | None = None
    unsure: Finding | None = None
    for row in object_folders(root):
        if isinstance(row, Finding):
            unsure = unsure or row
        else:
            folders.append(row)
    # Its folder is named after it, unless that name was changed to be safe: so these are looked at first.
    for folder, shown in sorted(folders, key=lambda row: not row[0].name.startswith(paper)):
        found = read_object(folder, shown)
        if isinstance(found, StoredPaper):
            if found.inventory.id == wanted:
                return found
            continue
        ids = _ids_in_versions(folder)
        unread = unread or (found if wanted in ids else None)
        unsure = unsure or (found if not ids else None)
    return unread or unsure  # what cannot be opened may be the paper asked for, so that is never said to be missing


def _ids_in_versions(folder: Path) -> set[str]:
    """Return the ids that the lists within an object's versions bear: whose it is when its own list cannot be read."""
    found = set()
    for version in _folders(folder, ""):
        if isinstance(version, Finding):
            continue
        try:
            found.add(read(read_ordinary(version / INVENTORY, MOST_INVENTORY)).id)
        except (InventoryError, OSError):  # which of them can be read does not matter: one is enough
            continue
    return found


def all_stored(root: Path) -> Iterator[StoredPaper | Finding]:
    """Yield every paper in the archive in the order of its folders, and a finding for each that cannot be read."""
    for row in object_folders(root):
        yield row if isinstance(row, Finding) else read_object(*row)


def object_folders(root: Path) -> Iterator[tuple[Path, str] | Finding]:
    """Yield the folder of each object in the archive, and the same as it is shown: ``output/archive/2023/…``.

    A folder that cannot be opened yields a finding in its place: nobody knows what is in it.
    """
    archive = f"{OUTPUT}/{ARCHIVE}"
    for year in _folders(archive_of(root), archive):
        if isinstance(year, Finding):
            yield year
            continue
        if kept_by_a_system(year.name):
            continue
        for folder in _folders(year, f"{archive}/{year.name}"):
            if isinstance(folder, Finding):
                yield folder
                continue
            shown = f"{archive}/{year.name}/{folder.name}"
            try:
                if _is_object(folder):
                    yield folder, shown
            except OSError as error:
                yield _closed(error, shown)


def is_attempt(folder: Path) -> bool:
    """Return whether a version's folder is one that is not finished: it is empty, or bears our mark. Raises OSError.

    What Windows or a drive keeps in each folder for itself does not fill one.
    """
    if folder.is_symlink() or not folder.is_dir():
        return False
    with os.scandir(folder) as scan:
        return tell_an_attempt(row.name for row in scan)


def tell_an_attempt(names: Iterable[str]) -> bool:
    """Return whether names are those in a version's folder that is not finished; see `is_attempt`."""
    own = {name for name in names if not kept_by_a_system(name)}
    return not own or NOT_FINISHED in own


def _is_object(folder: Path) -> bool:
    """Return whether a folder holds a paper's versions. Raises OSError where that cannot be told."""
    return _is_file(folder / INVENTORY) or (_is_file(folder / OBJECT_DECLARATION[0]) and not _is_begun(folder))


def _is_file(path: Path) -> bool:
    """Return whether a file is there. Raises OSError, which `Path.is_file` takes for an answer in some Pythons."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _is_begun(folder: Path) -> bool:
    """Return whether the first version of a paper is being written in a folder, or was when it was cut off."""
    try:
        with os.scandir(folder) as scan:
            versions = {row.name for row in scan if _VERSION.fullmatch(row.name)}
        return versions <= {"v1"} and all(is_attempt(folder / name) for name in versions)
    except OSError:
        return False


def _folders(folder: Path, shown: str) -> list[Path] | list[Finding]:
    """Return the folders within a folder, none for one that is not there; a finding for one that cannot be opened."""
    try:
        with os.scandir(folder) as scan:
            rows = sorted(scan, key=lambda row: row.name)
            return [folder / row.name for row in rows if row.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []
    except OSError as error:
        return [_closed(error, shown)]


def _closed(error: OSError, shown: str) -> Finding:
    return Finding(
        "A309",
        f"The folder “{shown}” cannot be opened ({error.strerror}), so it cannot be told what was archived in it.",
        Place(shown),
        "Ask whoever looks after the shared drive for the right to open it.",
    )
