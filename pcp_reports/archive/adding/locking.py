"""One writer at a time: the lock of the archive, held by the operating system and let go when its holder ends, however it ends."""

from __future__ import annotations

import warnings
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.disk import read_or_none
from pcp_reports.archive.adding.refusals import cannot_write
from pcp_reports.archive.layout import ARCHIVE, LOCK, OUTPUT
from pcp_reports.editing import StrangeFileError
from pcp_reports.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POLL = 0.05
"""Seconds between two tries."""
_PLACE = Place(f"{OUTPUT}/{LOCK}")


@contextmanager
def locked(root: Path, wait: float) -> Iterator[Finding | None]:
    """Hold the lock of a workspace's archive; yield why it cannot be held, after ``wait`` seconds, or None.

    The file that stands for it stays where it is afterwards; a left-over one holds nobody up.
    """
    strange = _strange(root)
    if strange is not None:
        yield strange
        return
    import filelock  # noqa: PLC0415 - only who writes needs it

    lock = None
    refused: Finding | None = None
    try:
        (root / OUTPUT).mkdir(exist_ok=True)
        with warnings.catch_warnings():
            # A drive without locks makes the library warn and fall back to a file that outlives a writer who was killed.
            warnings.simplefilter("error")
            lock = filelock.FileLock(root / OUTPUT / LOCK)
            lock.acquire(timeout=wait, poll_interval=POLL)
    except filelock.Timeout:
        lock = None
        refused = Finding(
            "A201",
            "Somebody else is archiving at this moment.",
            _PLACE,
            "Wait until they are done, and try again.",
        )
    except (NotImplementedError, Warning):
        lock = None
        refused = Finding(
            "A203",
            "This drive cannot keep two people from archiving at once, so nothing is archived on it.",
            _PLACE,
            "Ask whoever looks after the drive to turn file locks on, or keep the workspace on another drive.",
        )
    except OSError as error:
        lock = None
        refused = cannot_write(error, f"{OUTPUT}/{ARCHIVE}", root)
    try:
        yield refused
    finally:
        if lock is not None:
            with suppress(OSError):  # the system lets go of it as soon as the program ends
                lock.release()


def _strange(root: Path) -> Finding | None:
    """Return that what stands in the place of the lock's file is none: the system's own words would name another cause."""
    try:
        read_or_none(root / OUTPUT / LOCK)
    except StrangeFileError as error:
        return cannot_write(error, _PLACE.path, root)
    except OSError:  # whoever may not read it is told by the lock itself
        pass
    return None
