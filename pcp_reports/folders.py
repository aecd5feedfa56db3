"""The walk of the folders under entries/: every file that is an entry, and in findings whatever else is there.

No link is followed, and nothing is opened but folders: a pipe or a device would keep its reader waiting for ever.
"""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILES = 20_000
"""How many files and folders under entries/ are looked at."""
MAX_FOLDERS_DEEP = 12

_PASSED_OVER = {"desktop.ini", "thumbs.db", "icon\r", "__macosx"}
_JOINERS = "\u200c\u200d"  # within letters of some scripts, and within emoji


@dataclass(frozen=True, slots=True)
class Found:
    """An entry file: where it lies, its path in the workspace with ``/``, and the folders that lead to it."""

    path: Path
    relative: str
    folder: tuple[str, ...]

    @property
    def stem(self) -> str:
        """Return the file's name without its ending, composed: macOS takes ``ô`` apart into two characters."""
        return unicodedata.normalize("NFC", self.path.stem)


@dataclass(frozen=True, slots=True)
class Walked:
    """The entry files in name order, and what is wrong with what lies beside them."""

    found: tuple[Found, ...]
    findings: tuple[Finding, ...]


def walk(entries: Path, but: str) -> Walked:
    """Return the entry files below ``entries``; the file named ``but`` is the tool's own. Nothing is raised."""
    walking = _Walking(but)
    walking.folder(entries, (entries.name,))
    return Walked(tuple(walking.found), tuple(walking.findings))


class _Walking:
    def __init__(self, but: str) -> None:
        self.but = but
        self.found: list[Found] = []
        self.findings: list[Finding] = []
        self.seen = 0

    def folder(self, folder: Path, trail: tuple[str, ...]) -> None:
        shown = "/".join(trail)
        try:
            with os.scandir(folder) as scan:
                rows = sorted(scan, key=lambda row: row.name)
        except OSError as error:
            hint = "Ask whoever looks after the shared drive."
            self._say("P143", f"The folder {shown} cannot be opened ({error.strerror}).", shown, hint)
            return
        for row in rows:
            if row.name.startswith((".", "~$")) or row.name.lower() in _PASSED_OVER or row.name == self.but:
                continue
            self.seen += 1
            if self.seen > MAX_FILES:
                break
            self._row(row, folder / row.name, trail)
        if self.seen > MAX_FILES and len(trail) == 1:
            what = (
                f"There are more than {MAX_FILES:,} files and folders under {shown}; what comes after them is not read."
            )
            self._say("P143", what, shown, "Move what is not an entry elsewhere.")

    def _row(self, row: os.DirEntry[str], path: Path, trail: tuple[str, ...]) -> None:
        shown = "/".join(trail)
        relative = f"{shown}/{row.name}"
        if not _can_be_shown(row.name):
            self._say("P142", f"A name in {shown} holds letters that cannot be read.", shown, "Rename the file.")
        elif row.is_symlink() or _is_junction(row):
            what = f"{relative} is a link to another place, which is not followed."
            self._say("P141", what, relative, "Copy the file itself here.")
        elif row.is_dir(follow_symlinks=False):
            if len(trail) >= MAX_FOLDERS_DEEP:
                what = f"{relative} lies too deep; folders are read {MAX_FOLDERS_DEEP} deep."
                self._say("P141", what, relative, "Move it up.")
            else:
                self.folder(path, (*trail, row.name))
        elif not row.is_file(follow_symlinks=False):
            what = f"{relative} is not an ordinary file, and is not opened."
            self._say("P141", what, relative, "Copy what belongs in it into a file, and delete this.")
        else:
            self._file(path, relative, trail)

    def _file(self, path: Path, relative: str, trail: tuple[str, ...]) -> None:
        stem, _, ending = path.name.rpartition(".")
        if ending.lower() not in ("yaml", "yml"):
            what = f"{relative} is not an entry, and nothing uses it."
            self._say("P140", what, relative, "Entries are files whose names end in .yaml; move other files elsewhere.")
        elif stem.lower() in ("paper", "office") and stem not in ("paper", "office"):
            what = f"{relative} is not read as the {stem.lower()}: its name must be in small letters."
            self._say("P144", what, relative, f"Rename it to {stem.lower()}.yaml.")
        else:
            self.found.append(Found(path, relative, trail))

    def _say(self, code: str, what: str, path: str, hint: str) -> None:
        self.findings.append(Finding(code, what, Place(path), hint))


def _can_be_shown(name: str) -> bool:
    """Return whether a name holds no control character, no mark of reading direction and no half of a letter."""
    return name.isprintable() or not any(
        unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in _JOINERS for sign in name
    )


def _is_junction(row: os.DirEntry[str]) -> bool:
    check = getattr(row, "is_junction", None)  # Python 3.12 and later; a junction is Windows' link to a folder
    return bool(check()) if check is not None else False
