"""A version's files read again as entries, placed and summed as they were when it was built."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.inventory import InventoryError, strict_json
from pcp_reports.archive.layout import TEMPLATE, VERSION
from pcp_reports.placing import survey
from pcp_reports.records import dataclass
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed, PaperFolder

ENTRIES = "entries/"


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """One version: its files by their true paths, its entries read, the paper, and what version.json says."""

    files: Mapping[str, bytes]
    survey: Survey
    filed: Mapping[str, Filed]
    paper: PaperFolder | None
    about: Mapping[str, Any]

    @property
    def document(self) -> str:
        """Return the name of the Word paper, as version.json gives it; ``""`` where the version holds none."""
        named = self.about.get("document")
        if isinstance(named, str) and named in self.files and "/" not in named:
            return named
        found = [name for name in self.files if "/" not in name and name.endswith(".docx") and name != TEMPLATE]
        return found[0] if len(found) == 1 else ""

    @property
    def entries(self) -> tuple[str, ...]:
        """Return the paths of the entry files."""
        return tuple(path for path in self.files if path.startswith(ENTRIES))

    def secret(self, path: str) -> bool:
        """Return whether an entry is exempt or was meant to be; versions hold none, but a broken one never tells it."""
        filed = self.filed.get(path)
        return filed is not None and (filed.withheld or getattr(filed.partly, "exempt", None) is not None)


def hold(files: Mapping[str, bytes]) -> Held:
    """Return a version as its files tell it. Files that cannot be read as entries are left to be compared as text.

    Raises OSError where not even a temporary folder can be written.
    """
    with tempfile.TemporaryDirectory(prefix="pcp-reports-") as folder:
        root = Path(folder)
        (root / ENTRIES).mkdir()
        for path, data in files.items():
            if path.startswith(ENTRIES) and _is_plain(path):
                _put(root.joinpath(*path.split("/")), data)
        surveyed = survey(load(root))
    register = surveyed.register
    office = (register.office_file,) if register.office_file is not None else ()
    papers = tuple(one.filed for one in register.papers.values())
    filed = {one.path: one for one in (*office, *papers, *register.entries)}
    about = _about(files)
    name = about.get("paper")
    paper = register.papers.get(name) if isinstance(name, str) else None
    if paper is None and len(register.papers) == 1:
        paper = next(iter(register.papers.values()))
    return Held(files, surveyed, filed, paper, about)


def _put(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:  # names that differ in capitals alone are one on some drives: the first stands
            file.write(data)
    except OSError:
        return  # a name that this system cannot bear: the file is compared as text


def _is_plain(path: str) -> bool:
    """Return whether a path leads nowhere but downwards, on every system."""
    parts = PurePosixPath(path).parts
    return "/".join(parts) == path and not any(part == ".." or set(part) & set('\\:\0*?"<>|') for part in parts)


def _about(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    try:
        held = strict_json(files.get(VERSION, b"{}"))
    except InventoryError:
        return {}
    return held if isinstance(held, dict) else {}
