"""The files of versions that are to be compared, each proved, and alike where they were archived as one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.objects import DamagedError, Proved
from pcp_reports.findings import Finding, Place
from pcp_reports.words import typed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.archive.objects import StoredPaper, StoredVersion


def proved_files(kept: StoredPaper, version: StoredVersion) -> Mapping[str, Proved] | list[Finding]:
    """Return a version's files, each proved; or a finding for each that is not what was archived (A401)."""
    files: dict[str, Proved] = {}
    damage = []
    for path in version.paths:
        try:
            files[path] = version.proved(path)
        except DamagedError as error:
            place = Place(f"{kept.shown}/{version.paths[path]}")
            hint = f"“pcp-reports verify {typed(kept.paper)}” says all that is wrong; bring the file back from a copy of the drive."
            damage.append(Finding("A401", f"{version.name} is damaged: {error}.", place, hint))
    return damage or files


def as_archived(*versions: tuple[StoredVersion, Mapping[str, Proved]]) -> list[dict[str, bytes]]:
    """Return the bytes of versions' files. What a drive packed anew in one, or otherwise in another, makes no difference."""
    known: dict[str, bytes] = {}
    for version, files in versions:
        for path, one in files.items():
            known.setdefault(version.block.state[path].lower(), one.data)
    return [{path: known[version.block.state[path].lower()] for path in files} for version, files in versions]
