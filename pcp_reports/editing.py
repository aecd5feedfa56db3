"""Writing files so that nothing is lost.

A temporary file beside, then one replace; an officer's file only if it is still the one that was read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TRIES = 6
"""How often a replace is tried while another program (a virus scanner, a sync client) holds the file on Windows."""
PAUSE = 0.15
"""Seconds between two tries."""
MOST_BYTES = 200_000_000
"""How large a file is read at most; no paper, and nothing else that is written here, is nearly as large."""


class StrangeFileError(OSError):
    """What stands at a path is no ordinary file, or is far larger than any that is written here."""


class FileChangedError(Exception):
    """The file is no longer the one that was read."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file, or None where there is none. Raises OSError as `read_ordinary` does."""
    try:
        return digest(read_ordinary(path))
    except FileNotFoundError:
        return None


def read_ordinary(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file.

    Raises OSError where it cannot be read, and StrangeFileError, an OSError, for a pipe or a device, from which one
    might read for ever, and for a file of more than ``most`` bytes.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise StrangeFileError(
            errno.EINVAL, "it is a folder" if stat.S_ISDIR(about.st_mode) else "it is no ordinary file"
        )
    if about.st_size > most:
        raise StrangeFileError(errno.EFBIG, f"it is larger than {most // 1_000_000:,} MB")
    with path.open("rb") as file:
        return file.read(most)


def replace_file(path: Path, data: bytes, read: str | None = None) -> None:
    """Put ``data`` in the place of a file, whole or not at all. Raises OSError; a failure leaves the old file as it was.

    ``read``: the digest that the file must still have at the very moment it is replaced; FileChangedError says that it has
    not. On a shared drive it may take seconds until the new file is safe, in which somebody saves the old one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, temporary)
        _replace(temporary, path, read)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def edit_file(path: Path, read: str, data: bytes) -> None:
    """Replace a file whose digest was ``read``. Raises FileChangedError when somebody has changed it since, and OSError."""
    if digest_of(path) != read:
        raise FileChangedError(str(path))
    replace_file(path, data, read)


def _replace(temporary: Path, path: Path, read: str | None) -> None:
    for attempt in range(1, TRIES + 1):
        if read is not None and digest_of(path) != read:
            raise FileChangedError(str(path))
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(PAUSE)
        else:
            return
