"""Where a built paper is written, what is recorded of it, and why a Word file that somebody edited is never lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pcp_reports import __version__
from pcp_reports.built import RECORD, recorded
from pcp_reports.editing import FileChangedError, digest, digest_of, edit_file, replace_file
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.building import Made


@dataclass(frozen=True, slots=True)
class Written:
    """Where the paper stands, and where an edited one was kept, if there was one."""

    path: Path
    kept: Path | None = None


def unusable(path: Path, root: Path) -> Finding | None:
    """Return why a paper cannot be written at a place that was asked for, or None."""
    inside = path.resolve()
    why = ""
    if path.suffix.lower() != ".docx":
        why = "its name must end in .docx"
    elif path.is_dir():
        why = "it is a folder"
    elif any(inside.is_relative_to((root / name).resolve()) for name in ("entries", "templates")):
        why = "entries and templates are kept there"
    return (
        Finding("W504", f"The paper cannot be written to {path}: {why}.", Place(path.name), "Name another place.")
        if why
        else None
    )


def write(made: Made, target: Path, home: Path, root: Path, *, replace: bool) -> Written | Finding:
    """Write a paper and its record (``home``/build.json), or return why not.

    A file at ``target`` that is not the one last written there is left alone; with ``replace`` it is first kept
    beside as ``… edited 1.docx``.
    """
    if made.data is None:
        raise ValueError(target)
    way_out = "“build --replace” keeps the changed file beside it, as “… edited 1.docx”, and builds afresh."
    return _write(
        made.data,
        _Target(target, home / RECORD, root, "built", way_out),
        lambda outputs: _record(made, target, root, outputs),
        replace=replace,
    )


def write_sheet(data: bytes, target: Path, home: Path, root: Path) -> Written | Finding:
    """Write a paper's evidence sheet, or return why not. One that was changed, or signed, since is left alone."""

    def record(outputs: dict[str, str]) -> bytes:
        return _as_json({**_held(home / RECORD), "outputs": {**outputs, _shown(target, root): digest(data)}})

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
    owner = path.with_name(f"~${path.name[2:]}")
    if owner.exists() or path.with_name(f"~${path.name}").exists():
        return Finding("W502", f"{path.name} is open in Word.", place, shut)
    try:
        outputs = _outputs(target.record)
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


def _held(record: Path) -> dict[str, Any]:
    """Return what a record holds; nothing where it cannot be read."""
    try:
        held = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _outputs(record: Path) -> dict[str, str]:
    """Return the digests of the files that a record tells of."""
    outputs = _held(record).get("outputs")
    return {key: value for key, value in outputs.items() if isinstance(value, str)} if isinstance(outputs, dict) else {}


def _record(made: Made, target: Path, root: Path, outputs: dict[str, str]) -> bytes:
    shown = f"templates/{made.template.name}" if made.template is not None else ""
    record = {
        "version": __version__,
        "inputs": {filed.path: digest(filed.source.data or b"") for filed in made.inputs},
        "template": {"path": shown, "sha256": digest(made.template_data)},
        "file": {"path": _shown(target, root), "sha256": digest(made.data or b"")},
        "rounds": recorded(made.rounds),
        "outputs": {**outputs, _shown(target, root): digest(made.data or b"")},
    }
    return _as_json(record)


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the workspace with ``/``, or whole when it lies elsewhere."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.resolve().as_posix()
