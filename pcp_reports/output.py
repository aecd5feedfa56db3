"""Where a built paper is written, what is recorded of it, and why a Word file that somebody edited is never lost."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from pcp_reports import __version__
from pcp_reports.built import RECORD, read_record, recorded
from pcp_reports.editing import FileChangedError, StrangeFileError, digest, digest_of, edit_file, replace_file
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.building import Made


_BARRED = (
    (("entries", "templates"), "entries and templates are kept there"),
    (("output/archive", "output/ledger"), "what is archived is kept there, and nothing else"),
)
"""Folders that no paper is written to, and why not, as a clause."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where the paper stands, and where an edited one was kept, if there was one."""

    path: Path
    kept: Path | None = None


def aimed(own: Path, asked: Path | None, root: Path) -> Path | Finding:
    """Return where a file goes: its own place, or the file or folder that was asked for; or why it cannot go there."""
    if asked is None:
        return own
    try:
        path = asked / own.name if asked.is_dir() else asked
        why, hint = _unusable(path, root), "Name another place."
        if path.suffix.lower() != ".docx" and not path.exists():
            why = "there is no such folder, and the name of a file must end in .docx"
            hint = "Make the folder first, or give a name that ends in .docx."
    except OSError as error:
        path, why, hint = asked, f"it cannot be opened ({error.strerror})", "Name another place."
    return Finding("W504", f"The paper cannot be written to {path}: {why}.", Place(path.name), hint) if why else path


def _unusable(path: Path, root: Path) -> str:
    """Return why a paper cannot be written at a place, as a clause; nothing where it can."""
    inside = _resolved(path)
    if path.suffix.lower() != ".docx":
        return "its name must end in .docx"
    if path.is_dir():
        return "it is a folder"
    for folders, why in _BARRED:
        if any(inside.is_relative_to(_resolved(root.joinpath(*name.split("/")))) for name in folders):
            return why
    return ""


def write(made: Made, target: Path, home: Path, root: Path, *, replace: bool) -> Written | Finding:
    """Write a paper and its record (``home``/build.json), or return why not.

    A file at ``target`` that is not the one last written there is left alone; with ``replace`` it is first kept
    beside as ``… edited 1.docx``.
    """
    if made.data is None:
        raise ValueError(target)
    way_out = (
        "“compare” shows what was changed in it, and with --apply brings the wording into the entries."
        " “build --replace” keeps the changed file beside it, as “… edited 1.docx”, and builds afresh."
    )
    return _write(
        made.data,
        _Target(target, home / RECORD, root, "built", way_out),
        lambda outputs: _as_json(_record(made, target, root, outputs) | _sheet_in(home)),
        replace=replace,
    )


def write_sheet(data: bytes, target: Path, home: Path, root: Path, *, of: str = "") -> Written | Finding:
    """Write a sheet that goes with a paper, or return why not. One that was changed, or signed, since is left alone.

    ``of`` is the digest of the very paper that an evidence sheet tells of, and is recorded with it.
    """

    def record(outputs: dict[str, str]) -> bytes:
        shown = _shown(target, root)
        held = {**read_record(home), "outputs": {**outputs, shown: digest(data)}}
        return _as_json({**held, "sheet": {"path": shown, "of": of}} if of else held)

    way_out = "Give the changed one another name, or name another place with --output."
    return _write(data, _Target(target, home / RECORD, root, "written", way_out), record, replace=False)


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a file goes, where it is recorded, and what is said when somebody has changed it since."""

    path: Path
    record: Path
    root: Path
    made: str
    way_out: str


def _write(
    data: bytes, target: _Target, record: Callable[[dict[str, str]], bytes], *, replace: bool
) -> Written | Finding:
    """Write a file, then what ``record`` makes of the digests of all files that stand recorded beside it."""
    path = target.path
    place = Place(_shown(path, target.root))
    again = "Build again." if target.made == "built" else "Write it again."
    shut = f"Close it there, then {again[0].lower()}{again[1:]}"
    try:
        barred = _barred(target) or _open(path, place, shut)
        if barred is not None:
            return barred
        outputs = _outputs(target.record.parent)
        there = digest_of(path)
        new = digest(data)
        kept = None
        if there is not None and there not in (new, outputs.get(_shown(path, target.root))):
            if not replace:
                message = f"{path.name} was changed since it was {target.made}, so it is not overwritten."
                return Finding("W501", message, place, target.way_out)
            kept = _keep(path)
        if there != new:
            if there is None:
                replace_file(path, data)
            else:
                edit_file(path, there, data)
        replace_file(target.record, record(outputs))
    except FileChangedError:
        message = f"{path.name} was changed while it was being {target.made}, so it is not overwritten."
        return Finding("W501", message, place, again)
    except StrangeFileError as error:
        message = f"{path.name} cannot be written: what stands there was not written by this tool; {error.strerror}."
        return Finding("W504", message, place, "Move it away, or delete it.")
    except PermissionError:
        return Finding("W502", f"{path.name} cannot be replaced: it may be open in Word.", place, shut)
    except OSError as error:
        return Finding(
            "W503",
            f"{path.name} cannot be written ({error.strerror}).",
            place,
            "Look whether the drive is full or protected.",
        )
    return Written(path, kept)


def _open(path: Path, place: Place, hint: str) -> Finding | None:
    return Finding("W502", f"{path.name} is open in Word.", place, hint) if open_in_word(path) else None


def open_in_word(path: Path) -> bool:
    """Return whether a file is open in Word, which puts a file of its own beside it for as long."""
    return any(path.with_name(f"~${name}").exists() for name in (path.name[2:], path.name))


def _barred(target: _Target) -> Finding | None:
    """Return why nothing can be written or recorded at a place: what stands where a folder or a record belongs."""
    for folder in (*target.path.parents, *target.record.parents):
        if (folder.is_symlink() or folder.exists()) and not folder.is_dir():
            what = "a link that leads nowhere" if folder.is_symlink() else "no folder"
            message = f"{target.path.name} cannot be written: {folder.name} is {what}."
            return Finding("W504", message, Place(_shown(folder, target.root)), "Rename it, or delete it.")
    if target.record.is_dir():
        message = f"{target.path.name} cannot be written: {target.record.name}, where it is recorded, is a folder."
        return Finding("W504", message, Place(_shown(target.record, target.root)), "Rename it, or delete it.")
    why = _unusable(target.path, target.root)
    if why:
        message = f"{target.path.name} cannot be written: {why}."
        return Finding("W504", message, Place(_shown(target.path, target.root)), "Name another place with --output.")
    folder = target.path.parent
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        message = f"{target.path.name} cannot be written: its folder may not be changed by you."
        return Finding("W503", message, Place(_shown(folder, target.root)), "Ask whoever looks after the drive.")
    return None


def _keep(target: Path) -> Path:
    """Copy a file beside itself under the first free name and return that name."""
    data = target.read_bytes()
    number = 1
    while True:
        beside = target.with_name(f"{target.stem} edited {number}{target.suffix}")
        try:
            with beside.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        else:
            return beside


def _outputs(home: Path) -> dict[str, str]:
    """Return the digests of the files that the record of a paper's folder tells of."""
    outputs = read_record(home).get("outputs")
    return {key: value for key, value in outputs.items() if isinstance(value, str)} if isinstance(outputs, dict) else {}


def _sheet_in(home: Path) -> dict[str, Any]:
    """Return what is recorded of a paper's evidence sheet, which outlives a build."""
    sheet = read_record(home).get("sheet")
    return {"sheet": sheet} if isinstance(sheet, dict) else {}


def _record(made: Made, target: Path, root: Path, outputs: dict[str, str]) -> dict[str, Any]:
    shown = f"templates/{made.template.name}" if made.template is not None else ""
    return {
        "version": __version__,
        "draft": made.draft,
        "inputs": {filed.path: digest(filed.source.data or b"") for filed in made.inputs},
        "template": {"path": shown, "sha256": digest(made.template_data)},
        "file": {"path": _shown(target, root), "sha256": digest(made.data or b"")},
        "rounds": recorded(made.rounds),
        "outputs": {**outputs, _shown(target, root): digest(made.data or b"")},
    }


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the workspace with ``/``, or whole when it lies elsewhere."""
    try:
        return _resolved(path).relative_to(_resolved(root)).as_posix()
    except ValueError:
        return _resolved(path).as_posix()


def _resolved(path: Path) -> Path:
    """Return a path with its links followed; one that leads round in a circle stands as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # the latter is what Python 3.11 and 3.12 raise for a circle
        return path.absolute()
