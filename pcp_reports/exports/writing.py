"""Writing an export where the officer asked for it, so that nobody's own file is ever lost.

What was written is recorded in output/exports/build.json: only a file that still is the one last written, or none, is
written over.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from pcp_reports.built import OUTPUT, RECORD, read_record
from pcp_reports.editing import FileChangedError, StrangeFileError, digest, digest_of, edit_file, replace_file
from pcp_reports.findings import Finding, Place
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".csv", ".xlsx", ".json")
"""The endings of the files that a ledger is exported to."""

_BARRED = ("entries", "templates", f"{OUTPUT}/archive", f"{OUTPUT}/ledger")
_OWN = "exports"


def form_of(target: Path) -> str | Finding:
    """Return the form that a file's name asks for, as its ending, or why it cannot be told."""
    ending = target.suffix.lower()
    if ending in ENDINGS:
        return ending
    message = f"{target.name} does not say in which form to write: its name must end in {listed(ENDINGS, 'or')}."
    hint = "Type “grants.csv” or “grants.xlsx” for Excel, “grants.json” for 360Giving."
    return Finding("G563", message, Place(target.name), hint)


def write_export(data: bytes, target: Path, root: Path) -> Finding | None:
    """Write an export and record it, or return why not. A file that was not written by an export is left alone."""
    path = _whole(target)
    place = Place(_shown(path, root))
    home = root / OUTPUT / _OWN
    why, hint = _unusable(path, root)
    if why:
        return Finding("G563", f"{target.name} cannot be written: {why}.", place, hint)
    if any(path.with_name(f"~${name}").exists() for name in (path.name[2:], path.name)):
        return Finding("G563", f"{target.name} is open in Excel.", place, "Close it there, then export again.")
    try:
        held = read_record(home)
        outputs = held.get("outputs")
        outputs = outputs if isinstance(outputs, dict) else {}
        there, new = digest_of(path), digest(data)
        if there is not None and there not in (new, outputs.get(place.path)):
            known = place.path in outputs
            what = "was changed since it was exported" if known else "is there already, and no export wrote it"
            message = f"{target.name} {what}, so it is not overwritten."
            return Finding("G562", message, place, "Name another file, or move that one away first.")
        if there is None:
            replace_file(path, data)
        elif there != new:
            edit_file(path, there, data)
        record = {"outputs": {**outputs, place.path: new}}
        replace_file(home / RECORD, (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())
    except FileChangedError:
        message = f"{target.name} was changed while it was being exported, so it is not overwritten."
        return Finding("G562", message, place, "Export again.")
    except StrangeFileError as error:
        message = f"{target.name} cannot be written: what stands there is no export of this tool; {error.strerror}."
        return Finding("G563", message, place, "Move it away, or name another file.")
    except PermissionError:
        message = f"{target.name} cannot be replaced: it may be open in Excel, or its folder barred to you."
        return Finding("G563", message, place, "Close it there, or name a file in another folder.")
    except OSError as error:
        message = f"{target.name} cannot be written ({error.strerror})."
        return Finding("G563", message, place, "Look whether the drive is full or protected.")
    return None


def _unusable(path: Path, root: Path) -> tuple[str, str]:
    """Return why nothing can be written at a place, as a clause, and what to do; nothing where it can."""
    if path.is_dir():
        return "it is a folder", "Name a file in it."
    for name in _BARRED:
        if path.is_relative_to(_whole(root.joinpath(*name.split("/")))):
            return f"{name}/ is kept for what the tool reads and keeps", "Name a file in another folder."
    for folder in path.parents:
        if (folder.is_symlink() or folder.exists()) and not folder.is_dir():
            return f"{folder.name} is no folder", "Name a file in another folder."
    if not path.parent.is_dir():
        return f"there is no folder {path.parent.name}", "Make the folder first, or name a file in another one."
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return "its folder may not be changed by you", "Name a file in another folder."
    return "", ""


def _whole(path: Path) -> Path:
    """Return a path with its links followed; one that leads round in a circle stands as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # the latter is what Python 3.11 and 3.12 raise for a circle
        return path.absolute()


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the workspace with ``/``, or whole when it lies elsewhere."""
    try:
        return path.relative_to(_whole(root)).as_posix()
    except ValueError:
        return path.as_posix()
