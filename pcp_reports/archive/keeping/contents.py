"""What a version holds: the paper, the entries and the template it was made from, findings, totals, and version.json."""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from pcp_reports import __version__
from pcp_reports.archive.adding.committing import NewVersion
from pcp_reports.archive.inventory import PUBLIC
from pcp_reports.archive.keeping.readiness import published
from pcp_reports.archive.keeping.snapshot import SHEET
from pcp_reports.archive.layout import FINDINGS, TEMPLATE, TOTALS, VERSION
from pcp_reports.archive.wrapping import kept
from pcp_reports.editing import digest
from pcp_reports.findings import by_place
from pcp_reports.ledger import ledger
from pcp_reports.records import dataclass
from pcp_reports.totals_csv import as_csv
from pcp_reports.withholding import public_findings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.archive.keeping.public_entries import PublicEntries
    from pcp_reports.archive.keeping.snapshot import Snapshot
    from pcp_reports.archive.objects import StoredPaper
    from pcp_reports.placing import Survey

MAKERS = (
    "babel",
    "click",
    "docxtpl",
    "holidays",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "python-docx",
    "pyyaml",
    "rapidfuzz",
)
"""The libraries that the tool reads entries and makes papers with; version.json names the version of each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer says of a version: its status, why it is kept, by whom, when (ISO 8601, with the zone), over what."""

    status: str
    reason: str
    by: str
    address: str
    created: str
    supersede: bool = False


def environment() -> dict[str, Any]:
    """Return the tool, the Python and the libraries that papers are made with, as version.json holds them."""
    found = {}
    for name in MAKERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # the tool may be packed without what Python keeps of its libraries
            found[name] = "unknown"
    return {
        "tool": {"name": "pcp-reports", "version": __version__},
        "python": platform.python_version(),
        "dependencies": found,
    }


def new_version(
    survey: Survey, taken: Snapshot, entries: PublicEntries, asked: Asked, standing: StoredPaper | None
) -> NewVersion | None:
    """Return a paper's next version, or None when the one that stands last is the same in content and status."""
    number = standing.inventory.head + 1 if standing is not None else 1
    files = _sources(taken, entries)
    if standing is not None and _is_same(standing, asked.status, taken.document, files):
        return None
    template = taken.made.template
    stem = template.stem if template is not None else "paper"
    document = f"{taken.name} {stem} v{number} {asked.status}.docx"
    files[document] = taken.document
    told, untold = public_findings(survey.register, by_place(taken.made.findings))
    files[FINDINGS] = as_json({"findings": [one.as_row() for one in told], "kept_back": len(untold)})
    files[TOTALS] = as_csv(ledger(survey, papers=(taken.name,))).encode()
    public = published(standing)
    files[VERSION] = as_json(
        {
            "paper": taken.name,
            "version": number,
            "status": asked.status,
            "reason": asked.reason,
            "by": asked.by,
            "created": asked.created,
            "supersedes": f"v{public[0]}" if public is not None and asked.status in PUBLIC else None,
            "document": document,
            "as_built": taken.as_built,
            "draft": taken.draft,
            "incomplete": list(entries.left_out),
            **environment(),
            "inputs": {path: digest(data) for path, data in sorted(entries.files.items())},
            "template": {
                "path": f"templates/{template.name}" if template is not None else None,
                "sha256": digest(taken.made.template_data),
                "package": kept(taken.made.template_data),
            },
            "outputs": {path: _output(path, data) for path, data in sorted(files.items()) if _is_output(path)},
        }
    )
    return NewVersion(asked.status, asked.reason, asked.by, asked.address, asked.created, files)


def _is_output(path: str) -> bool:
    return "/" not in path and path != TEMPLATE


def _output(path: str, data: bytes) -> dict[str, Any]:
    """Return the digests of a file that came out; of a Word file also those by which another wrapper is told later."""
    digests = {"sha256": digest(data), "sha512": hashlib.sha512(data).hexdigest()}
    return {**digests, "package": kept(data)} if path.endswith(".docx") else digests


def as_json(data: object) -> bytes:
    """Return data as JSON for people and programs, in UTF-8."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _sources(taken: Snapshot, entries: PublicEntries) -> dict[str, bytes]:
    files = {**entries.files, TEMPLATE: taken.made.template_data}
    if taken.sheet is not None:
        files[f"{taken.name} {SHEET}"] = taken.sheet
    return files


def _is_same(standing: StoredPaper, status: str, document: bytes, files: Mapping[str, bytes]) -> bool:
    """Return whether the last version has this status, this paper, and these files that it was made from."""
    block = standing.inventory.versions[-1]
    made = {FINDINGS, TOTALS, VERSION, standing.version(standing.inventory.head).document}
    kept_before = {path: digest.lower() for path, digest in block.state.items() if path not in made}
    now = {path: hashlib.sha512(data).hexdigest() for path, data in files.items()}
    words = hashlib.sha512(document).hexdigest()
    before = block.state.get(standing.version(standing.inventory.head).document, "").lower()
    return block.status == status and kept_before == now and before == words
