"""Digests of files: one pass over the bytes, however many algorithms are asked for.

Source: OCFL 1.1, section 3.4, and its registered extensions 0001 and 0009 (Digest Algorithms).
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import partial
from typing import TYPE_CHECKING, Protocol

from pcp_reports.archive.ocfl.disk import open_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

CHUNK = 1 << 20
"""Bytes that are read at a time."""


class _Hash(Protocol):
    def update(self, data: memoryview | bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


ALGORITHMS: Mapping[str, Callable[[], _Hash]] = {
    "md5": partial(hashlib.md5, usedforsecurity=False),
    "sha1": partial(hashlib.sha1, usedforsecurity=False),
    "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
    "blake2b-160": partial(hashlib.blake2b, digest_size=20),
    "blake2b-256": partial(hashlib.blake2b, digest_size=32),
    "blake2b-384": partial(hashlib.blake2b, digest_size=48),
    "blake2b-512": hashlib.blake2b,
}
"""The algorithms that are computed here, by the names that the standard gives them."""
PASSED_OVER = frozenset({"sha512/256", "size", "crc32"})
"""Registered names whose values are not held to anything here, as the standard allows for optional ones."""
ADDRESSING = ("sha512", "sha256")
"""The algorithms by which an object may address its content, the better one first."""
MALFORMED = {"sha1": "E029", "sha256": "E030", "sha512": "E031", "blake2b-512": "E032"}
"""The code for a digest of each algorithm that is not written in hexadecimal digits."""

_HEXADECIMAL = re.compile(r"[0-9a-fA-F]+")
_LENGTHS = {name: len(make().hexdigest()) for name, make in ALGORITHMS.items()}


def is_digest(text: str, algorithm: str) -> bool:
    """Return whether text can be a digest of an algorithm at all: hexadecimal, and of the right length."""
    return len(text) == _LENGTHS[algorithm] and _HEXADECIMAL.fullmatch(text) is not None


def digest_of_bytes(data: bytes, algorithm: str) -> str:
    """Return the digest of bytes, in small letters."""
    made = ALGORITHMS[algorithm]()
    made.update(data)
    return made.hexdigest()


class Reader:
    """Hashes one file after another through one buffer; ``step`` hears the number of bytes since it was last called."""

    def __init__(self, step: Callable[[int], None]) -> None:
        self._step = step
        self._buffer = memoryview(bytearray(CHUNK))

    def digests(self, path: Path, algorithms: Collection[str]) -> dict[str, str]:
        """Return the digests of a file by algorithm. Raises OSError, also for a link, a pipe or a device."""
        made = {name: ALGORITHMS[name]() for name in algorithms}
        hashes = tuple(made.values())
        with os.fdopen(open_plain(path), "rb", buffering=0) as file:
            while count := file.readinto(self._buffer):
                piece = self._buffer[:count]
                for one in hashes:
                    one.update(piece)
                self._step(count)
        return {name: one.hexdigest() for name, one in made.items()}
