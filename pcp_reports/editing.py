"""Writing files so that nothing is lost.

A temporary file beside, then one replace; an officer's file only if it is still the one that was read.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TRIES = 6
"""How often a replace is tried while another program (a virus scanner, a sync client) holds the file on Windows."""
PAUSE = 0.15
"""Seconds between two tries."""


class FileChangedError(Exception):
    """The file is no longer the one that was read."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file, or None where there is none."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, whole or not at all. Raises OSError; a failure leaves the old file as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, temporary)
        _replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def edit_file(path: Path, read: str, data: bytes) -> None:
    """Replace a file whose digest was ``read``. Raises FileChangedError when somebody has changed it since, and OSError."""
    if digest_of(path) != read:
        raise FileChangedError(str(path))
    replace_file(path, data)


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(PAUSE)
        else:
            return
