"""Where a built paper is written, what is recorded of it, and why a Word file that somebody edited is never lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pcp_reports import __version__
from pcp_reports.editing import FileChangedError, digest, digest_of, edit_file, replace_file
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.building import Made

RECORD = "build.json"


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
    place = Place(_shown(target, root))
    owner = target.with_name(f"~${target.name[2:]}")
    if owner.exists() or target.with_name(f"~${target.name}").exists():
        return Finding("W502", f"{target.name} is open in Word.", place, "Close it there, then build again.")
    try:
        record = _read_record(home / RECORD)
        there = digest_of(target)
        new = digest(made.data)
        kept = None
        if there is not None and there not in (new, record["outputs"].get(_shown(target, root))):
            if not replace:
                return Finding(
                    "W501",
                    f"{target.name} was changed since it was built, so it is not overwritten.",
                    place,
                    "“build --replace” keeps the changed file beside it, as “… edited 1.docx”, and builds afresh.",
                )
            kept = _keep(target)
        if there != new:
            if there is None:
                replace_file(target, made.data)
            else:
                edit_file(target, there, made.data)
        replace_file(home / RECORD, _record(made, target, root, record["outputs"]))
    except FileChangedError:
        return Finding(
            "W501",
            f"{target.name} was changed while it was being built, so it is not overwritten.",
            place,
            "Build again.",
        )
    except PermissionError:
        return Finding(
            "W502",
            f"{target.name} cannot be replaced: it may be open in Word.",
            place,
            "Close it there, then build again.",
        )
    except OSError as error:
        return Finding(
            "W503",
            f"{target.name} cannot be written ({error.strerror}).",
            place,
            "Look whether the drive is full or protected.",
        )
    return Written(target, kept)


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


def _read_record(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        record = None
    outputs = record.get("outputs") if isinstance(record, dict) else None
    return {
        "outputs": {key: value for key, value in outputs.items() if isinstance(value, str)}
        if isinstance(outputs, dict)
        else {}
    }


def _record(made: Made, target: Path, root: Path, outputs: dict[str, str]) -> bytes:
    shown = f"templates/{made.template.name}" if made.template is not None else ""
    record = {
        "version": __version__,
        "inputs": {filed.path: digest(filed.source.data or b"") for filed in made.inputs},
        "template": {"path": shown, "sha256": digest(made.template_data)},
        "file": {"path": _shown(target, root), "sha256": digest(made.data or b"")},
        "outputs": {**outputs, _shown(target, root): digest(made.data or b"")},
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the workspace with ``/``, or whole when it lies elsewhere."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.resolve().as_posix()
