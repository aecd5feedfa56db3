"""A version's files copied out of the archive, each held to its digest, under the names they had in the workspace."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pcp_reports.archive.handing_out.staging import deliver, put
from pcp_reports.archive.layout import folded, safe_paths
from pcp_reports.archive.objects import DamagedError
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pcp_reports.archive.objects import StoredVersion

WINDOWS = os.name == "nt"
"""Whether this system bears only the names that Windows does."""
_NOTHING = "Nothing was copied."


@dataclass(frozen=True, slots=True)
class Restored:
    """Where a version was copied to, the files that bear another name there, and what cut-off attempts left beside it.

    ``anew``: the Word files that a drive packed anew since they were archived, each with a clause on what it wrote.
    """

    folder: Path
    renamed: Mapping[str, str]
    anew: Mapping[str, str]
    left: tuple[Path, ...]


def restore(
    version: StoredVersion, target: Path, root: Path, *, here: Path, windows: bool = WINDOWS
) -> Restored | Finding:
    """Copy every file of a version to the folder ``target``, which must not exist or be empty; or return why not.

    ``here`` is the folder that one is in, from which ``target`` is named.

    The files bear their true names, but for those that this system (``windows``, or another) cannot bear. Either all
    of them are there and each is the file that was archived, but for what a drive wrote into a Word file's wrapper;
    or nothing is.
    """
    places = places_of(version.paths, windows=windows)
    if isinstance(places, str):
        return unusable(version, places, _NOTHING)
    anew: dict[str, str] = {}

    def fill(folder: Path) -> Finding | None:
        for logical, path in places.items():
            try:
                proved = version.proved(logical)
            except DamagedError as error:
                return damaged(version, error, _NOTHING)
            if proved.anew:
                anew[logical] = proved.anew
            put(folder, path, proved.data)
        return None

    done = deliver(target, root, fill, here=here)
    if isinstance(done, Finding):
        return done
    return Restored(done.folder, {true: made for true, made in places.items() if made != true}, anew, done.left)


def places_of(paths: Iterable[str], *, windows: bool) -> dict[str, str] | str:
    """Return for each true path of a version where a copy of it goes, within the copy; or why there is no such place.

    What Windows cannot bear is mended for ``windows`` alone, and names that differ in capitals alone everywhere, as
    many a drive takes them for one. A path that leads out of its folder has no place, nor has a folder that is a file
    as well: no such version was ever archived by this tool.
    """
    true = sorted(paths)
    for path in true:
        if path.startswith("/") or "\0" in path or any(part in ("", ".", "..") for part in path.split("/")):
            return f"the path {quoted(path)} leads out of its folder"
    folders = {folded("/".join(path.split("/")[:deep])) for path in true for deep in range(1, path.count("/") + 1)}
    clash = next((path for path in true if folded(path) in folders), None)
    if clash is not None:
        return f"{quoted(clash)} is both a file and a folder"
    safe = safe_paths(true)
    if windows:
        return safe
    seen: dict[str, int] = {}
    for path in true:
        seen[folded(path)] = seen.get(folded(path), 0) + 1
    return {path: path if seen[folded(path)] == 1 else safe[path] for path in true}


def damaged(version: StoredVersion, error: DamagedError, nothing: str) -> Finding:
    """Return that a version cannot be handed out because of one of its files, which ``error`` names.

    ``nothing`` is the sentence that says what was therefore not done: ``Nothing was copied.``
    """
    return Finding(
        "A501",
        f"{version.name}: {error}. {nothing}",
        Place(f"{version.folder.parent.name}/{version.folder.name}/{version.name}"),
        "Bring that file back from a copy of the shared drive. “pcp-reports verify” says what else is wrong.",
    )


def unusable(version: StoredVersion, why: str, nothing: str) -> Finding:
    """Return that a version cannot be handed out because of what the inventory says; ``why`` is a clause.

    ``nothing`` is as for `damaged`.
    """
    return Finding(
        "A501",
        f"{version.name}: the list of its files cannot be used: {why}. {nothing}",
        Place(f"{version.folder.parent.name}/{version.folder.name}/inventory.json"),
        "This tool never wrote that list. “pcp-reports verify” says what else is wrong.",
    )
