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

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TRIES, PAUSE = editing.TRIES, editing.PAUSE
"""How often something is tried that another program bars for a moment, and the seconds between two tries."""
_REPLACED = "|".join(map(re.escape, (INVENTORY, SIDECAR, READ_ME, ROOT_DECLARATION[0], "event")))
_TEMPORARY = re.compile(rf"\.(?:{_REPLACED})\.[0-9a-f]{{12}}\.tmp")
_NO_SUCH_THING = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}


class NotKeptError(OSError):
    """The drive said that it wrote a file, and what it gives back is something else."""


def is_temporary(name: str) -> bool:
    """Return whether a file of this name is one that this tool wrote on the way to another, and left when it was stopped."""
    return _TEMPORARY.fullmatch(name) is not None


def claim_name(number: int) -> str:
    """Return the name of the temporary file of the ledger's event of this number: two who write it at once meet there."""
    return f".event.{number:012}.tmp"


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
    """Return the bytes of a file, following no link and reading no pipe. Raises OSError."""
    about = path.lstat()
    if not stat.S_ISREG(about.st_mode):
        what = "it is a link to another place" if stat.S_ISLNK(about.st_mode) else "it is no ordinary file"
        raise OSError(errno.EINVAL, what, str(path))
    if most is not None and about.st_size > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // 1_000_000:,} MB", str(path))
    return path.read_bytes()


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


def folders_in(folder: Path) -> list[Path]:
    """Return the folders within a folder in the order of their names, no links; none where it is not there. Raises OSError."""
    try:
        with os.scandir(folder) as scan:
            return sorted(folder / row.name for row in scan if row.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []
