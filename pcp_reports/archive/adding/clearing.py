"""What an attempt that was cut off left behind, out of the way: temporary files removed, attempts set aside.

Only under the lock. Nothing is deleted but temporary files and empty folders; whatever is somebody's own is left as it is.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from pcp_reports.archive.adding import refusals
from pcp_reports.archive.adding.disk import folders_in, is_temporary, names_in, patiently, sync_folder
from pcp_reports.archive.adding.standing import Home, attempt_in, is_complete, years
from pcp_reports.archive.layout import OBJECT_DECLARATION, OUTPUT, UNDATED, UNFINISHED, archive_of, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.ledger.events import Ledger
    from pcp_reports.findings import Finding

_YEAR = re.compile(rf"[0-9]{{4}}|{UNDATED}")


def left_over(root: Path, found: list[Home], recorded: dict[str, int]) -> list[tuple[str, int]]:
    """Return every file and folder that was left behind, with its size: what changes where somebody is still at work."""
    left: list[Path] = [*_temporaries(root, found)]
    for home in found:
        attempt = attempt_in(home, recorded.get(home.place, 0))
        if attempt is not None:
            left.append(attempt)
            left.extend(sorted(attempt.rglob("*")))
    made: list[tuple[str, int]] = []
    for path in left:
        with suppress(FileNotFoundError):
            about = path.lstat()
            made.append((os.fspath(path), 0 if path.is_dir() else about.st_size))
    return made


def _temporaries(root: Path, found: list[Home]) -> list[Path]:
    folders = [(archive_of(root), names_in(archive_of(root))), (ledger_of(root), names_in(ledger_of(root)))]
    folders += [(home.folder, home.names) for home in found]
    found_here = [folder / name for folder, names in folders for name in sorted(names) if is_temporary(name)]
    begun = [folder for year in years(root) for folder in folders_in(year) if is_temporary(folder.name)]
    return [
        *(path for path in found_here if not path.is_dir()),
        *(folder for folder in begun if names_in(folder) <= {OBJECT_DECLARATION[0]}),
    ]


def tidy(root: Path, found: list[Home], notes: list[Finding]) -> None:
    """Remove our temporary files, and folders of new papers that were not even begun. Raises OSError."""
    removed: list[str] = []
    for path in _temporaries(root, found):
        if path.is_dir():
            patiently(lambda path=path: (path / OBJECT_DECLARATION[0]).unlink(missing_ok=True))  # type: ignore[misc] # bound here
            patiently(path.rmdir)
        else:
            patiently(path.unlink)
        removed.append(path.name)
    if removed:
        notes.append(refusals.tidied(removed, OUTPUT))


def put_away(
    root: Path, found: list[Home], recorded: dict[str, int], paper: str, ledger: Ledger, notes: list[Finding]
) -> Finding | None:
    """Set aside what was never decided on; return why an attempt at the paper asked for cannot be."""
    own = {event.object for event in ledger.of(paper)}
    for home in found:
        known = recorded.get(home.place, 0)
        attempt = attempt_in(home, known)
        if attempt is None:
            continue
        name = f"v{known + 1} of {home.folder.name}"
        shown = home.shown if attempt == home.folder else f"{home.shown}/{attempt.name}"
        try:
            whole = is_complete(home.folder / f"v{known + 1}")
            to = move_aside(root, attempt, f"{home.folder.name} v{known + 1}")
        except OSError as error:
            if home.place in own or (not known and not own):
                return refusals.cannot_set_aside(error, shown, name)
            continue  # it is in nobody's way; whoever archives that paper next is told
        notes.append(refusals.set_aside(shown, to, name, whole=whole))
    for year in folders_in(archive_of(root)):
        if _YEAR.fullmatch(year.name) and not names_in(year):
            with suppress(OSError):
                year.rmdir()
    return None


def move_aside(root: Path, path: Path, name: str, ending: str = "") -> Path:
    """Move something to the folder of what was never finished, under a name that is free. Raises OSError."""
    folder = root / OUTPUT / UNFINISHED
    folder.mkdir(exist_ok=True)
    taken = {one.casefold() for one in names_in(folder)}
    number = 1
    while (to := f"{name}{'' if number == 1 else f' {number}'}{ending}").casefold() in taken:
        number += 1
    patiently(lambda: path.rename(folder / to))
    sync_folder(folder)
    sync_folder(path.parent)
    return folder / to
