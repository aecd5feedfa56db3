"""The rules for the paths that an inventory holds.

Source: OCFL 1.1, sections 3.5.2 (content paths) and 3.5.3.1 (logical paths).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

_BARRED = ("", ".", "..")
_DEEPEST = 500
"""Folders above a file up to which all of them are looked up one by one."""


def is_safe(path: str) -> bool:
    """Return whether nothing is wrong with a path, logical or content, in itself."""
    if path and path[0] not in "/." and path[-1] != "/" and "//" not in path and "/." not in path:
        return True  # what nearly every path is, in a fifth of the time
    return not any(_unsafe(path, ends="", within=""))


def content_faults(path: str) -> Iterator[tuple[str, str]]:
    """Yield code and clause of each way in which a content path is unsafe."""
    yield from _unsafe(path, ends="E100", within="E099")


def logical_faults(path: str) -> Iterator[tuple[str, str]]:
    """Yield code and clause of each way in which a logical path is unsafe."""
    yield from _unsafe(path, ends="E053", within="E052")


def _unsafe(path: str, *, ends: str, within: str) -> Iterator[tuple[str, str]]:
    if not path:
        yield within, "a path is empty"
        return
    if path.startswith("/") or path.endswith("/"):
        yield ends, f"the path “{path}” begins or ends with a slash"
    if any(part in _BARRED for part in path.strip("/").split("/")) or path.startswith("//") or path.endswith("//"):
        yield within, f"the path “{path}” has “.”, “..” or nothing between its slashes, and could lead elsewhere"


def twice(paths: Collection[str]) -> Iterator[str]:
    """Yield a clause for each path that stands more than once, or is another one's folder."""
    if len(set(paths)) == len(paths) and not _nested(set(paths)):
        return
    for one, following in pairwise(sorted(path.split("/") for path in paths)):
        if one == following:
            yield f"the path “{'/'.join(one)}” stands more than once"
        elif one == following[: len(one)]:
            yield f"“{'/'.join(one)}” is both a file and the folder of “{'/'.join(following)}”"


def _nested(paths: set[str]) -> bool:
    """Return whether some path may be another one's folder; True also where that would take long to say."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder.count("/") > _DEEPEST:
            return True
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return not folders.isdisjoint(paths)


def is_placed(path: str, versions: Container[str], folders: Container[str]) -> bool:
    """Return whether a content path lies in a content folder of one of the versions that its inventory has."""
    version, _, rest = path.partition("/")
    folder, slash, _ = rest.partition("/")
    return version in versions and folder in folders and slash != ""


def misplacement(path: str) -> tuple[str, str]:
    """Return code and clause for a content path that lies in no version's content folder."""
    if "\\" in path:
        return "E035", f"the path “{path}” is not divided by “/”"
    return "E042", f"the path “{path}” lies in no version's content folder"
