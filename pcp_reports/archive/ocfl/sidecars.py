"""Reading an inventory from its folder, and holding it to the digest in the file beside it.

Source: OCFL 1.1, section 3.6.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.archive.ocfl.disk import Kind, read_plain, why
from pcp_reports.archive.ocfl.hashing import digest_of_bytes
from pcp_reports.archive.ocfl.judged import Fault
from pcp_reports.archive.ocfl.strict import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl.disk import Entry

INVENTORY = "inventory.json"
_BEGINNING = f"{INVENTORY}."
_MOST = 4096
_LINE = re.compile(rb"([0-9a-fA-F]+)[ \t]+inventory\.json[ \t]*(?:\r?\n)?")


def has_inventory(entries: Iterable[Entry]) -> bool:
    """Return whether an inventory, a plain file, is among what stands in a folder."""
    return any(one.name == INVENTORY and one.kind is Kind.FILE for one in entries)


def read_inventory(folder: Path, where: str) -> bytes | Fault:
    """Return the bytes of a folder's inventory, or the fault of one that cannot be read."""
    try:
        return read_plain(folder / INVENTORY, MOST_BYTES)
    except OSError as error:
        return Fault("E033", f"the inventory cannot be read {why(error)}", where)


def sidecars(entries: Iterable[Entry], algorithm: str | None) -> list[str]:
    """Return the files that state, or were meant to state, the digest of an inventory; the right one first."""
    names = [one.name for one in entries if one.kind is Kind.FILE and one.name.startswith(_BEGINNING)]
    right = f"{_BEGINNING}{algorithm}"
    return [right] if right in names else names


def sidecar_faults(
    folder: Path, entries: Iterable[Entry], data: bytes, algorithm: str | None, prefix: str
) -> Iterator[Fault]:
    """Yield the faults of the digest beside an inventory; ``prefix`` is the folder's path in the object, with a slash."""
    names = sidecars(entries, algorithm)
    where = f"{prefix}{INVENTORY}"
    if not names:
        yield Fault("E058", "the file beside it that states the inventory's digest is missing", where)
        return
    if algorithm is None:
        return
    right = f"{_BEGINNING}{algorithm}"
    if names != [right]:
        yield Fault(
            "E059", f"the digest beside it is not in {algorithm}, the algorithm that the inventory names", where
        )
        return
    try:
        found = _LINE.fullmatch(read_plain(folder / right, _MOST))
    except OSError as error:
        yield Fault("E061", f"the digest of the inventory cannot be read {why(error)}", prefix + right)
        return
    if found is None:
        yield Fault("E061", "the line is not a digest, a blank and “inventory.json”", prefix + right)
    elif found[1].decode("ascii").lower() != digest_of_bytes(data, algorithm):
        yield Fault(
            "E060", "the inventory is not the one whose digest stands beside it: one of them was changed", where
        )
