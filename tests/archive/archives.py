"""What must hold of an archive whatever happened to it: judged by this tool, by ocfl-py, and against the ledger."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from ocfl.storage_root import StorageRoot
from ocfl.validator import Validator
from writers import PAPER, archive

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.folders import object_folders, stored
from pcp_reports.archive.layout import archive_of, ledger_of
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.archive.ocfl import judge_object, judge_storage_root
from pcp_reports.findings import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path


def frozen(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file of every version that the ledger records, and of the ledger's whole events."""
    kept = {path.name: path.read_bytes() for path in sorted(ledger_of(root).glob("[0-9]*.json")) if path.stat().st_size}
    for event in read_ledger(root).events:
        folder = archive_of(root) / event.object / f"v{event.version}"
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != "NOT FINISHED.txt":
                kept[path.relative_to(root).as_posix()] = path.read_bytes()
    return kept


def head_of(root: Path, paper: str = PAPER) -> int | None:
    """Return a paper's latest version as a reader sees it: 0 for none, None for a list of versions that cannot be read."""
    found = stored(root, paper)
    if found is None:
        return 0
    return found.inventory.head if isinstance(found, StoredPaper) else None


def assess(root: Path, paper: str = PAPER, head: int | None = None) -> None:
    """Hold an archive at rest to every promise: valid to both judges, one event a version, nothing left behind."""
    ledger = read_ledger(root)
    assert ledger.findings == ()
    assert ledger.head == (ledger.events[-1].digest if ledger.events else "")
    assert [one.errors for one in judge_storage_root(archive_of(root)) if not one.valid] == []
    versions = []
    for row in object_folders(root):
        assert not isinstance(row, Finding), row
        folder, shown = row
        judged = judge_object(folder)
        assert judged.errors == (), judged
        validator = Validator(log_warnings=True, log_errors=True)
        assert validator.validate_object(str(folder)), validator.status_str()
        found = stored(root, paper_in(folder))
        assert isinstance(found, StoredPaper), found
        assert found.shown == shown
        for version in found.versions:
            for path in version.paths:
                version.read(path)
            data = (folder / version.name / "inventory.json").read_bytes()
            versions.append((found.paper, version.number, hashlib.sha512(data).hexdigest()))
    assert StorageRoot(root=str(archive_of(root))).validate(validate_objects=False)
    assert sorted(versions) == sorted((event.paper, event.version, event.inventory) for event in ledger.events)
    left = [path for path in root.rglob("*") if path.name.endswith(".tmp") or path.name == "NOT FINISHED.txt"]
    assert [path for path in left if "unfinished" not in path.parts] == []
    if head is not None:
        assert head_of(root, paper) == head


def paper_in(folder: Path) -> str:
    """Return the paper that a folder of the archive belongs to, by its name."""
    match = re.match(r"(\d{4}-\d\d-\d\d)", folder.name)
    assert match is not None, folder
    return match[1]


def refused(root: Path, number: int, paper: str = PAPER) -> str:
    """Try to archive a version, which must be refused and must change nothing; return the first finding's code."""
    before = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    result = archive(root, number, paper)
    assert isinstance(result, tuple)
    assert {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()} == before
    assert result[0].severity is Severity.ERROR
    assert result[0].hint
    return result[0].code


def noted(root: Path, number: int) -> list[str]:
    """Archive a version and return the codes of what was settled before."""
    result = archive(root, number)
    assert isinstance(result, Added), result
    assess(root)
    return [one.code for one in result.settled]
