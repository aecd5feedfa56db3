"""Versions as the archive holds them, made from strings: what the tests of `diff` share."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.layout import archive_of, ledger_of, object_place
from pcp_reports.building import make
from pcp_reports.checks import check, concerning
from pcp_reports.cli.report import as_json
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PAPER = "2023-10-03"


def version_of(root: Path, number: int = 1, status: str = "final", paper: str = PAPER) -> dict[str, bytes]:
    """Return the paper of a workspace as a version holds it: entries, template, findings, the built Word file."""
    surveyed = survey(load(root, keep=True))
    made = make(surveyed, paper, root, draft=False)
    assert made.data is not None, made.findings
    found = concerning(surveyed, (paper,), check(surveyed))
    findings = as_json(found, surveyed.register)["findings"]
    about = {"paper": paper, "version": number, "status": status, "tool": "1.0", "python": "3.12"}
    return {
        f"{paper} panel-update v{number} {status}.docx": made.data,
        **{filed.path: filed.source.data or b"" for filed in made.inputs},
        "template.docx": made.template_data,
        "findings.json": json.dumps(findings).encode(),
        "version.json": json.dumps(about).encode(),
    }


def entries_alone(root: Path, number: int = 1, paper: str = PAPER) -> dict[str, bytes]:
    """Return the entries of a workspace as a version holds them, without a Word paper."""
    folder = root / "entries"
    held = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    return {**held, "version.json": json.dumps({"paper": paper, "version": number}).encode()}


def keep(
    root: Path, versions: Sequence[tuple[str, Mapping[str, bytes]]], paper: str = PAPER, reason: str = "Cleared"
) -> Path:
    """Put versions (status and files) into an archive of a workspace that holds nothing else, and return the object."""
    for folder in (archive_of(root), ledger_of(root)):
        shutil.rmtree(folder, ignore_errors=True)
    place = object_place(paper, "panel-update", int(paper[:4]))
    for number, (status, files) in enumerate(versions, 1):
        new = NewVersion(status, reason, "Ann Thorne", "", f"2023-09-2{number}T10:00:00+01:00", files)
        assert isinstance(add(root, paper, place, lambda _, new=new: new, wait=5), Added)  # type: ignore[misc] # new is bound early
    return archive_of(root).joinpath(*place)
