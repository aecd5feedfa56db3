"""Files written so that they are on the disk, whole, or not said to be: each is read back, and its folder synchronised.

A temporary file of ours bears the name of the file it is to become and twelve digits; see `is_temporary`.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports import editing
from pcp_reports.archive.layout import INVENTORY, READ_ME, ROOT_DECLARATION, SIDECAR
from pcp_reports.editing import StrangeFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TRIES, PAUSE = editing.TRIES, editing.PAUSE
"""How often something is tried that another program bars for a moment, and the seconds between two tries."""
_REPLACED = "|".join(map(re.escape, (INVENTORY, SIDECAR, READ_ME, ROOT_DECLARATION[0], "event", "object")))
_TEMPORARY = re.compile(rf"\.(?:{_REPLACED})\.[0-9a-f]{{12}}\.tmp")
_JUNCTION = 0xA0000003
"""Windows' tag of a folder that is a link; a folder that a sync client keeps in the cloud has other ones."""
_NO_SUCH_THING = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}


class NotKeptError(OSError):
    """The drive said that it wrote a file, and what it gives back is something else."""


def is_temporary(name: str) -> bool:
    """Return whether what bears this name is what this tool made on the way to something, and left when it was stopped."""
    return _TEMPORARY.fullmatch(name) is not None


def claim_name(number: int) -> str:
    """Return the name of the temporary file of the ledger's event of this number: two who write it at once meet there."""
    return f".event.{number:012}.tmp"


def begun_name() -> str:
    """Return a name, of our temporary names, for the folder of a new paper until its declaration stands in it."""
    return f".object.{secrets.token_hex(6)}.tmp"


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, to the disk itself, and read it back. Raises OSError; NotKeptError is one."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if read_plain(path) != data:
        raise NotKeptError(errno.EIO, "the drive did not keep what was written", str(path))


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, whole or not at all. Raises OSError; a failure leaves the old file as it was."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
    try:
        write_new(temporary, data)
        patiently(lambda: temporary.replace(path))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def patiently(act: Callable[[], object]) -> None:
    """Do something that a virus scanner, a sync program or Word may bar for a moment on Windows. Raises OSError."""
    for attempt in range(1, TRIES + 1):
        try:
            act()
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(PAUSE)
        else:
            return


def read_plain(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a file, following no link and reading no pipe.

    Raises OSError, and StrangeFileError, which is one, for a link, a folder, a pipe, and more than ``most`` bytes.
    """
    about = path.lstat()
    if is_link(about):
        raise StrangeFileError(errno.EINVAL, "it is a link to another place", str(path))
    if not stat.S_ISREG(about.st_mode):
        what = "it is a folder" if stat.S_ISDIR(about.st_mode) else "it is no ordinary file"
        raise StrangeFileError(errno.EINVAL, what, str(path))
    if most is not None and about.st_size > most:
        raise StrangeFileError(errno.EFBIG, f"it is larger than {most // 1_000_000:,} MB", str(path))
    return path.read_bytes()


def is_link(about: os.stat_result) -> bool:
    """Return whether what `lstat` tells of is a link, or a junction of Windows'."""
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) == _JUNCTION


def strange_folder(path: Path) -> str:
    """Return why a path is no folder of its own, as a clause; ``""`` where it is one, or nothing. Raises OSError."""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return ""
    if is_link(about):
        return "it is a link to another place"
    return "" if stat.S_ISDIR(about.st_mode) else "it is no folder"


def read_or_none(path: Path, most: int | None = None) -> bytes | None:
    """Return the bytes of a file as `read_plain` does; None where there is none. Raises OSError."""
    try:
        return read_plain(path, most)
    except FileNotFoundError:
        return None


def sync_folder(folder: Path) -> None:
    """Have the names within a folder written to the disk, where the system and the drive can. Raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise
    finally:
        os.close(handle)


def names_in(folder: Path) -> frozenset[str]:
    """Return the names within a folder; none for a folder that is not there. Raises OSError."""
    try:
        with os.scandir(folder) as scan:
            return frozenset(row.name for row in scan)
    except FileNotFoundError:
        return frozenset()


def is_empty_folder(path: Path) -> bool:
    """Return whether a path is a folder of its own with nothing in it. Raises OSError."""
    return not strange_folder(path) and path.exists() and not names_in(path)


def folders_in(folder: Path) -> list[Path]:
    """Return the folders within a folder in the order of their names, no links; none where it is not there. Raises OSError."""
    try:
        with os.scandir(folder) as scan:
            return sorted(folder / row.name for row in scan if row.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []
