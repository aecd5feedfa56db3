"""Looking at folders and files without following a link or opening a pipe.

Nothing that an inventory says is ever made into a path and opened: the judge walks the disk, and compares names.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.editing import StrangeFileError
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

_REPARSE_LINKS = (0xA000000C, 0xA0000003)
"""Windows' tags of a symbolic link and of a junction; a file that a sync client keeps in the cloud has other ones."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class Kind(Enum):
    """What stands in a folder under a name."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder, and what it is."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Tree:
    """What lies under a folder: its files by their paths with ``/``, and the faults of what is no plain file or folder."""

    files: tuple[str, ...]
    faults: tuple[Fault, ...]


def look(folder: Path) -> list[Entry]:
    """Return what stands in a folder, by name. Raises OSError where it cannot be read."""
    with os.scandir(folder) as entries:
        return sorted((Entry(one.name, _kind(one)) for one in entries), key=lambda one: one.name)


def _kind(entry: os.DirEntry[str]) -> Kind:
    about = entry.stat(follow_symlinks=False)
    if stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) in _REPARSE_LINKS:
        return Kind.LINK
    if stat.S_ISDIR(about.st_mode):
        return Kind.FOLDER
    return Kind.FILE if stat.S_ISREG(about.st_mode) else Kind.STRANGE


def open_plain(path: Path) -> int:
    """Return the descriptor of a plain file opened for reading. Raises OSError, also for a link, a pipe or a device."""
    descriptor = os.open(path, _FLAGS)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise StrangeFileError(errno.EINVAL, "it is no ordinary file")


def read_plain(path: Path, most: int) -> bytes:
    """Return the bytes of a plain file. Raises OSError, and for more than ``most`` bytes."""
    with os.fdopen(open_plain(path), "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise StrangeFileError(errno.EFBIG, f"it is larger than {most:,} bytes")
    return data


def why(error: OSError) -> str:
    """Return in brackets why a file or folder cannot be read, in the system's words."""
    return f"({(error.strerror or type(error).__name__).lower()})"


def not_plain(kind: Kind, path: str) -> Fault | None:
    """Return the fault of a link, a pipe or a device; None for a plain file or folder."""
    if kind is Kind.LINK:
        return Fault("E090", "a link to another place, where the thing itself should lie; it was not followed", path)
    if kind is Kind.STRANGE:
        return Fault("E089", "neither a file nor a folder (a pipe, a device …), and nothing else can be kept", path)
    return None


def walk(folder: Path, prefix: str) -> Tree:
    """Return what lies under a folder, each path beginning with ``prefix``; an empty folder within is a fault (E024)."""
    files: list[str] = []
    faults: list[Fault] = []
    waiting = [(folder, prefix)]
    while waiting:
        here, shown = waiting.pop()
        try:
            entries = look(here)
        except OSError as error:
            faults.append(
                Fault(
                    "E092",
                    f"the folder cannot be looked into {why(error)}, so its files cannot be held to their digests",
                    shown,
                )
            )
            continue
        if not entries and shown != prefix:
            faults.append(Fault("E024", "an empty folder, which cannot be kept", shown))
        for one in entries:
            path = f"{shown}/{one.name}"
            fault = not_plain(one.kind, path)
            if fault is not None:
                faults.append(fault)
            elif one.kind is Kind.FOLDER:
                waiting.append((here / one.name, path))
            else:
                files.append(path)
    return Tree(tuple(sorted(files)), tuple(faults))


def bytes_under(folder: Path) -> int:
    """Return how many bytes the plain files under a folder have: how much there is to hash, at most."""
    total = 0
    for here, _, names in os.walk(folder, followlinks=False):
        for name in names:
            with suppress(OSError):
                about = os.lstat(os.path.join(here, name))  # noqa: PTH118 - a name that is not UTF-8, on its way to the system
                total += about.st_size if stat.S_ISREG(about.st_mode) else 0
    return total
