"""A folder of copies that is there whole, or not at all: written beside its place under a name of its own, then moved.

What is cut off by force leaves a folder that says in its name what it is; the next attempt tells of it.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.archive.adding.disk import patiently, sync_folder, write_new
from pcp_reports.archive.layout import LEDGER, OUTPUT, UNFINISHED, archive_of
from pcp_reports.findings import Finding, Place
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

LEFT_OVER = "unfinished copy"
"""What stands in the name of the folder in which copies are made."""
_MARK = re.compile(rf" \({LEFT_OVER} [0-9a-f]{{8}}\)")
_NAME_ENOUGH = 60
_ANOTHER = "Name a folder that does not exist yet."


class Delivered(NamedTuple):
    """The folder that now holds the copies, and folders that earlier attempts left beside it when they were cut off."""

    folder: Path
    left: tuple[Path, ...]


def deliver(target: Path, root: Path, fill: Callable[[Path], Finding | None], *, here: Path) -> Delivered | Finding:
    """Have ``fill`` write a folder and put it at ``target``, whole; or return why not, and leave nothing there.

    ``target`` must not exist or be empty, and must not lie among what the workspace ``root`` keeps. ``here`` is the
    folder that one is in, from which ``target`` is named.
    """
    asked, target = target, here / target
    hint = _ANOTHER
    try:
        why = "it is a link to another place" if target.is_symlink() else ""
        target = target.resolve()
        if not why:
            why, hint = _unusable(target, root, here)
    except (OSError, RuntimeError) as error:  # the latter for links that lead round in a circle
        why = f"it cannot be opened ({getattr(error, 'strerror', None) or 'its links lead in a circle'})"
        hint = "Look whether the drive can be reached, or name another folder."
    if why:
        message = f"Nothing can be copied to {quoted(str(asked))}: {why}."
        return Finding("A502", message, Place(target.name or str(asked)), hint)
    left = left_over(target)
    made: list[Path] = []
    try:
        _make_parents(target.parent, made)
        staging = target.with_name(f"{target.name[:_NAME_ENOUGH]} ({LEFT_OVER} {secrets.token_hex(4)})")
        staging.mkdir()
        made.append(staging)
        failed = fill(staging)
        if failed is None:
            sync_folders(staging)
            _move(staging, target)
            return Delivered(target, left)
    except OSError as error:
        _clear(made)
        return _not_written(target, error, [one for one in made if one.exists()])
    except BaseException:
        _clear(made)
        raise
    _clear(made)
    return failed


def left_over(target: Path) -> tuple[Path, ...]:
    """Return the folders that earlier attempts to fill ``target`` left beside it when they were cut off."""
    start = target.name[:_NAME_ENOUGH]
    try:
        with os.scandir(target.parent) as scan:
            names = sorted(row.name for row in scan if row.is_dir(follow_symlinks=False))
    except OSError:
        return ()
    return tuple(
        target.with_name(name) for name in names if name.startswith(start) and _MARK.fullmatch(name[len(start) :])
    )


def put(folder: Path, path: str, data: bytes) -> None:
    """Write a new file at ``path``, with ``/``, within a folder, to the disk itself. Raises OSError, also where one stands."""
    file_path = folder.joinpath(*path.split("/"))
    file_path.parent.mkdir(parents=True, exist_ok=True)
    write_new(file_path, data)


def put_once(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all. Raises OSError; FileExistsError where one stands."""
    file = path.open("xb")
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()  # it is ours: nothing stood there before
        raise


def sync_folders(folder: Path) -> None:
    """Have the names of all files within a folder written to the disk, where the system can. Raises OSError."""
    for one, _, _ in os.walk(folder):
        sync_folder(Path(one))


def inside(path: Path, folder: Path) -> bool:
    """Return whether a path is a folder or lies in it, by whatever name, links followed. Raises OSError."""
    real = path.resolve()
    home = folder.resolve()
    if real.is_relative_to(home):
        return True
    # Another spelling of the same folder, where capitals make no difference.
    return folder.exists() and any(one.exists() and one.samefile(folder) for one in (real, *real.parents))


def kept_there(path: Path, root: Path) -> str:
    """Return what the workspace ``root`` keeps at a place, as a clause; nothing where it keeps nothing there. Raises OSError."""
    kept = {
        "the entries are kept there": root / "entries",
        "the templates are kept there": root / "templates",
        "it is the archive itself": archive_of(root),
        "the ledger is kept there": root / OUTPUT / LEDGER,
        "what recovery set aside is kept there": root / OUTPUT / UNFINISHED,
    }
    return next((why for why, folder in kept.items() if inside(path, folder)), "")


def _unusable(target: Path, root: Path, here: Path) -> tuple[str, str]:
    """Return why a folder cannot be filled, as a clause, and what to do; nothing where it can. Raises OSError."""
    kept = kept_there(target, root)
    if kept:
        return kept, "Name a folder outside the workspace."
    if not target.exists():
        return "", ""
    if not target.is_dir():
        return "a file of that name stands there", _ANOTHER
    if target.is_mount():
        return "it is a whole drive, and a folder of its own is needed", "Name a new folder on it."
    with os.scandir(target) as scan:
        if next(scan, None) is not None:
            return "it holds something already", _ANOTHER
    if inside(here, target):
        return "it is the folder that you are in", "Name a new folder within it, or go to another folder first."
    return "", ""


def _make_parents(folder: Path, made: list[Path]) -> None:
    if folder.exists():
        return
    _make_parents(folder.parent, made)
    folder.mkdir(exist_ok=True)
    made.append(folder)


def _move(staging: Path, target: Path) -> None:
    """Put the finished folder in its place, trying again where a virus scanner holds it. Raises OSError."""
    empty = target.is_dir()
    if empty:
        target.rmdir()  # Windows puts no folder over another, not even over an empty one
    try:
        patiently(lambda: staging.rename(target))
    except OSError:
        if empty:
            with suppress(OSError):
                target.mkdir()
        raise
    with suppress(OSError):  # it stands; at worst a power cut takes the whole of it back
        sync_folder(target.parent)


def _clear(made: list[Path]) -> None:
    """Take away the folders that were made, the last one with all that is in it."""
    for folder in reversed(made):
        if _MARK.search(folder.name):
            shutil.rmtree(folder, ignore_errors=True)
        else:
            with suppress(OSError):
                folder.rmdir()


def _not_written(target: Path, error: OSError, left: list[Path]) -> Finding:
    hint = "Look whether the drive is full or protected, then try again."
    if isinstance(error, PermissionError):
        hint = "Ask whoever looks after the drive whether you may write there, or name another folder."
    why = error.strerror or type(error).__name__
    said = (
        f"What was begun could not be taken away; delete {quoted(left[-1].name)}."
        if left
        else "Nothing was left there."
    )
    return Finding(
        "A503", f"The copy cannot be written to {quoted(target.name)} ({why}). {said}", Place(target.name), hint
    )
