"""Small versions of papers, archived as `archive` does it: what the tests of the writer share with the process they kill."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.layout import object_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.archive.objects import StoredPaper
    from pcp_reports.findings import Finding

PAPER = "2023-10-03"
OTHER = "2024-01-15"
TEMPLATE = "panel-update"


def version(number: int, words: str = "", *, created: str = "2023-09-20T10:00:00+01:00") -> NewVersion:
    """Return a small version: a paper, an entry that no other version has, one that all have, and an empty file."""
    files = {
        f"{PAPER} {TEMPLATE} v{number} draft.docx": f"The paper, version {number}. {words}".encode(),
        "entries/office.yaml": b"kind: office\n",
        f"entries/slnf-{number}.yaml": f"text: {number} {words}\n".encode(),
        "findings.json": b"",
    }
    return NewVersion("draft", f"Version {number}", "Ann Thorne", "mailto:ann.thorne@example.gov.uk", created, files)


def place_of(paper: str) -> tuple[str, str]:
    """Return where a paper is kept."""
    return object_place(paper, TEMPLATE, int(paper[:4]))


def once(wanted: NewVersion) -> Callable[[StoredPaper | None], NewVersion | None]:
    """Return what prepares ``wanted`` unless the last version holds the same files already."""
    state = {path: hashlib.sha512(data).hexdigest() for path, data in wanted.files.items()}

    def prepare(stored: StoredPaper | None) -> NewVersion | None:
        if stored is not None and stored.inventory.versions[-1].state == state:
            return None
        return wanted

    return prepare


def archive(root: Path, number: int, paper: str = PAPER, words: str = "") -> Added | tuple[Finding, ...]:
    """Archive version ``number`` of a paper, unless it is there already; nothing is waited for."""
    return add(root, paper, place_of(paper), once(version(number, words)), wait=0.3, quiet=0)


def main(root: Path, paper: str, who: str, rounds: int) -> int:
    """Archive ``rounds`` versions of a paper, as somebody does who shares the drive; return how many were stored."""
    stored = 0
    for number in range(rounds):
        words = f"{who} {number}"
        wanted = replace(version(number, words), reason=words)
        result = add(root, paper, place_of(paper), lambda _, wanted=wanted: wanted, wait=60)  # type: ignore[misc] # bound here
        stored += isinstance(result, Added) and result.version is not None
    return stored


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))}\n")
