"""Where things lie in the archive, and by what names that Windows, SharePoint and every other system can bear.

Sources: OCFL 1.1 for the names within an object; Microsoft, "Naming Files, Paths, and Namespaces" and "Restrictions and
limitations in OneDrive and SharePoint", for the names that cannot be used there.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OUTPUT = "output"
ARCHIVE = "archive"
LEDGER = "ledger"
UNFINISHED = "unfinished"
LOCK = ".archive.lock"
UNDATED = "undated"
CONTENT = "files"
"""The folder within a version that holds its files."""
ALGORITHM = "sha512"
INVENTORY = "inventory.json"
SIDECAR = f"{INVENTORY}.{ALGORITHM}"
ROOT_DECLARATION = ("0=ocfl_1.1", b"ocfl_1.1\n")
OBJECT_DECLARATION = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")
READ_ME = "READ ME FIRST.txt"
NOT_FINISHED = "NOT FINISHED.txt"
"""The file that stands in a version's folder from its beginning until the paper's list of versions holds it."""
TEMPLATE, FINDINGS, TOTALS, VERSION = "template.docx", "findings.json", "totals.csv", "version.json"
"""Within a version: the template that it was made with, what check found, the sums, and what says how it was made."""

LONGEST_NAME = 60
"""Characters, as Windows counts them, of one folder's or file's name."""
LONGEST_PATH = 110
"""Characters of a path within a version: with the folders of the archive above it some 200, of the 260 that Windows takes."""

_URN = "urn:pcp-reports:paper:"
_BARRED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?= *(?:\.|$))")
_SHAREPOINT = re.compile(r"(?i)^(~\$.*|\.lock|desktop\.ini|forms)$")
_FRONTPAGE = re.compile(r"(?i)_vti_")
_ENDS = re.compile(r"^\s+|[\s.]+$")


def archive_of(root: Path) -> Path:
    """Return the archive's folder in a workspace, an OCFL storage root."""
    return root / OUTPUT / ARCHIVE


def ledger_of(root: Path) -> Path:
    """Return the folder of the ledger in a workspace."""
    return root / OUTPUT / LEDGER


def id_of(paper: str) -> str:
    """Return the identifier of a paper's object, a URN."""
    return _URN + quote(unicodedata.normalize("NFC", paper), safe="")


def paper_of(identifier: str) -> str | None:
    """Return the name of the paper that an identifier stands for, or None where it is none of ours."""
    return unquote(identifier.removeprefix(_URN)) if identifier.startswith(_URN) else None


def object_place(paper: str, template: str, year: int | None) -> tuple[str, str]:
    """Return the two folders of a paper's object: ``2023`` (or ``undated``), ``2023-10-03-panel-update``."""
    return (f"{year:04}" if year is not None else UNDATED, safe_name(f"{paper}-{template}"))


def safe_name(name: str) -> str:
    """Return a name that Windows, SharePoint and OCFL can bear; most names stay as they are.

    Composed (NFC), without the characters that are barred there, no device of Windows' (``con``, ``aux.yaml``), none of
    the names that SharePoint or Windows keep for themselves, no blank at either end and no dot at the last, and of at
    most 60 characters. What was changed bears eight digits of the true name's digest, so that two never meet.
    """
    composed = unicodedata.normalize("NFC", name)
    safe = _ENDS.sub("", _BARRED.sub("_", composed))
    if _DEVICES.match(safe) or _SHAREPOINT.match(safe) or _FRONTPAGE.search(safe):
        safe = _FRONTPAGE.sub(lambda found: f"{found[0][:-1]}-", f"_{safe}")
    if safe and safe == composed and _units(safe) <= LONGEST_NAME:
        return safe
    return _marked(safe, name)


def safe_paths(paths: Iterable[str]) -> dict[str, str]:
    """Return for each path, with ``/``, one that is safe everywhere and differs from every other in more than capitals.

    Twins (``A.yaml`` and ``a.yaml``, ``ô`` composed and taken apart), a file named like another's folder, and paths of
    more than 110 characters are marked with eight digits of the true path's digest; they lose folders if they must.
    What comes later in ``paths`` changes nothing of what comes before.
    """
    files: set[str] = set()
    folders: set[str] = set()
    made: dict[str, str] = {}
    for path in dict.fromkeys(paths):
        for safe in _candidates(path):
            place = folded(safe)
            above = {place.rsplit("/", deep)[0] for deep in range(1, place.count("/") + 1)}
            if _units(safe) <= LONGEST_PATH and place not in files and place not in folders and not above & files:
                files.add(place)
                folders |= above
                made[path] = safe
                break
    return made


def folded(path: str) -> str:
    """Return a path as a drive takes it that knows neither capitals nor two ways of writing an accent."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _candidates(path: str) -> Iterator[str]:
    parts = [safe_name(part) for part in path.split("/")]
    yield "/".join(parts)
    yield "/".join((*parts[:-1], _marked(parts[-1], path)))
    if len(parts) > 1:
        yield f"{parts[0]}/{_marked(parts[-1], path)}"
    for number in count():
        yield _marked(parts[-1], f"{path}\0{number}")


def _units(name: str) -> int:
    """Return how many UTF-16 units a name takes, in which Windows counts."""
    return len(name.encode("utf-16-le", "surrogatepass")) // 2


def _marked(safe: str, true: str) -> str:
    mark = hashlib.sha256(true.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem, dot, ending = safe.rpartition(".")
    if not dot or _units(ending) > 5:  # noqa: PLR2004 - longer ones are no ending
        stem, dot, ending = safe, "", ""
    room = LONGEST_NAME - _units(ending) - 10
    while _units(stem) > room:
        stem = stem[:-1]
    return f"{stem.rstrip('. ')}-{mark}{dot}{ending}"
