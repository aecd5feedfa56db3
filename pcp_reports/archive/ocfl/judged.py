"""What the judge found: a fault with the standard's own code, and the verdict on one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LONGEST = 300
"""Characters of a fault's clause that are kept: an inventory that was tampered with may hold anything."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One breach of the standard: its code (``E…`` must, ``W…`` should), a clause in plain words, and where it stands.

    ``path`` is relative to the folder judged, with ``/``; ``""`` for the folder itself.
    """

    code: str
    about: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one object, or on a storage root itself without its objects.

    ``hashed`` leads from the content path of each file that an inventory speaks of to its digest, in small letters, in
    the object's digest algorithm; it lacks files that are missing or cannot be read.
    """

    path: Path
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    hashed: Mapping[str, str]

    @property
    def valid(self) -> bool:
        """Return whether nothing that the standard demands is broken; warnings do not count."""
        return not self.errors


def verdict(path: Path, faults: Iterable[Fault], hashed: Mapping[str, str]) -> Judged:
    """Return the verdict that faults come to: each once, in the order of their paths."""
    once = {Fault(one.code, printable(_short(one.about)), printable(one.path)) for one in faults}
    ordered = sorted(once, key=lambda one: (one.path, one.code, one.about))
    return Judged(
        path,
        tuple(one for one in ordered if one.code.startswith("E")),
        tuple(one for one in ordered if one.code.startswith("W")),
        hashed,
    )


def printable(text: str) -> str:
    """Return text that a terminal and UTF-8 can bear: names on a disk, and in an inventory, may hold anything."""
    return (
        text
        if text.isprintable()
        else "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
