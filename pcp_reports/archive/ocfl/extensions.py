"""Judging the folder ``extensions`` of an object or a storage root.

Source: OCFL 1.1, sections 3.9 and 4.4; the names are those registered at https://ocfl.github.io/extensions/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.disk import Kind, look, not_plain, why
from pcp_reports.archive.ocfl.judged import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "extensions"
REGISTERED = frozenset(
    {
        "initial",
        "0001-digest-algorithms",
        "0002-flat-direct-storage-layout",
        "0003-hash-and-id-n-tuple-storage-layout",
        "0004-hashed-n-tuple-storage-layout",
        "0005-mutable-head",
        "0006-flat-omit-prefix-storage-layout",
        "0007-n-tuple-omit-prefix-storage-layout",
        "0008-schema-registry",
        "0009-digest-algorithms",
        "0010-differential-n-tuple-omit-prefix-storage-layout",
        "0011-direct-clean-path-layout",
        "0012-hash-and-no-prefix-id-n-tuple-storage-layout",
    }
)


def extension_faults(folder: Path, *, stray: str, unregistered: str) -> Iterator[Fault]:
    """Yield the faults of a folder of extensions: ``stray`` is the code for what is no folder in it."""
    try:
        entries = look(folder)
    except OSError as error:
        yield Fault(stray, f"the folder cannot be looked into {why(error)}", FOLDER)
        return
    for one in entries:
        path = f"{FOLDER}/{one.name}"
        fault = not_plain(one.kind, path)
        if fault is not None:
            yield fault
        elif one.kind is not Kind.FOLDER:
            yield Fault(stray, "a file, where only folders of extensions belong", path)
        elif one.name not in REGISTERED:
            yield Fault(unregistered, "the folder is not named for a registered extension", path)
