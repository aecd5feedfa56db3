"""The folders of the archive above its papers: where each paper lies, against the ledger, and what else lies there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pcp_reports.archive.adding.disk import is_temporary
from pcp_reports.archive.adding.read_me import READ_ME_BEFORE, READ_ME_BYTES
from pcp_reports.archive.layout import (
    ARCHIVE,
    INVENTORY,
    OBJECT_DECLARATION,
    OUTPUT,
    READ_ME,
    ROOT_DECLARATION,
    UNFINISHED,
    archive_of,
)
from pcp_reports.archive.ledger.line_ends import before_new_ends
from pcp_reports.archive.ocfl.disk import Kind, look, read_plain
from pcp_reports.archive.proving.laid import VERSION_FOLDER, lay
from pcp_reports.archive.strays import copy_of, stray
from pcp_reports.editing import StrangeFileError, digest
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pcp_reports.archive.ocfl.disk import Entry
    from pcp_reports.archive.proving.laid import Laid

SHOWN = f"{OUTPUT}/{ARCHIVE}"
_ASK = "Find out who put it there. Move it out of the archive if it is needed, and delete it if not."
_READ_ME_BACK = (
    "Nothing archived is lost by it, but a successor needs the page. Bring it back from a copy of the shared drive."
)
_SOME = 64
_MOST_PAGE = 100_000
"""Bytes that are read at most of a declaration, and of the page for successors."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The papers' folders by their place in the archive (``2023/2023-10-03-panel-update``), and what is wrong around them.

    ``missing`` says why there is no archive to look into, as a clause; ``""`` where there is one. ``closed`` are the
    folders of years that cannot be opened (``2023``); ``ends`` the names of those of the archive's own files in which
    nothing but the ends of the lines was changed.
    """

    papers: dict[str, Laid]
    findings: tuple[Finding, ...]
    missing: str
    closed: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    def is_closed(self, place: str) -> bool:
        """Return whether a paper lies in a year's folder that cannot be opened, by its place in the archive."""
        return place.partition("/")[0] in self.closed


def walk_archive(root: Path, places: Iterable[str]) -> Folders:
    """Return what lies in the archive of a workspace; ``places`` are those that the ledger gives papers."""
    archive = archive_of(root)
    known = frozenset(places)
    try:
        if archive.is_symlink():
            return Folders({}, (), "it is a link to another place, which is not followed")
        entries = look(archive)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        return Folders({}, (), "it is not there" if missing else f"it cannot be opened ({error.strerror})")
    papers: dict[str, Laid] = {}
    closed: set[str] = set()
    ends = frozenset(name for name in (ROOT_DECLARATION[0], READ_ME) if _has_other_ends(archive, name))
    findings = [*_own_files(archive, entries, ends), *_unfinished(root)]
    for year in entries:
        if year.name in (ROOT_DECLARATION[0], READ_ME) and year.kind is Kind.FILE:
            continue
        if year.kind is not Kind.FOLDER or stray(year.name) is not None:
            findings += _other(year, SHOWN, [one.name for one in entries])
            continue
        findings += _year(archive / year.name, known, papers, closed)
    return Folders(papers, tuple(findings), "", frozenset(closed), ends)


def _year(folder: Path, known: frozenset[str], papers: dict[str, Laid], closed: set[str]) -> Iterator[Finding]:
    """Put the papers of a year among ``papers``, the year among ``closed`` if it is, and yield what else lies there."""
    year = folder.name
    shown = f"{SHOWN}/{year}"
    try:
        entries = look(folder)
    except OSError as error:
        closed.add(year)
        words = f"The folder {quoted(shown)} cannot be opened ({error.strerror}), so it cannot be told whether its papers are what was archived."
        yield Finding("A309", words, Place(shown), "Ask whoever looks after the shared drive for the right to read it.")
        return
    if not entries and not any(place.startswith(f"{year}/") for place in known):
        yield _empty(shown)
    there = {one.name for one in entries}
    for one in entries:
        place = f"{year}/{one.name}"
        composed = unicodedata.normalize("NFC", one.name)
        if composed not in there and f"{year}/{composed}" in known:  # the drive writes its accents another way
            place = f"{year}/{composed}"
        names = _names(folder / one.name) if one.kind is Kind.FOLDER else None
        begun = is_temporary(one.name) and names is not None and names <= {OBJECT_DECLARATION[0]}
        if names is not None and not begun and (place in known or _is_paper(names)):
            papers[place] = lay(folder / one.name, f"{SHOWN}/{place}")
        elif names == frozenset() and not begun and stray(one.name) is None:
            yield _empty(f"{SHOWN}/{place}")
        else:
            yield from _other(one, shown, [other.name for other in entries])


def _empty(shown: str) -> Finding:
    words = f"{quoted(shown)} is an empty folder, which nobody archived."
    return Finding("A307", words, Place(shown), "Delete the folder.")


def _names(folder: Path) -> frozenset[str]:
    """Return the names in a folder; a folder that cannot be opened is taken for a paper's, whose reading says so."""
    try:
        return frozenset(one.name for one in look(folder))
    except OSError:
        return frozenset({INVENTORY})


def _is_paper(names: frozenset[str]) -> bool:
    """Return whether a folder with these names in it holds, or was to hold, a paper's versions."""
    return bool({OBJECT_DECLARATION[0], INVENTORY} & names) or any(map(VERSION_FOLDER.fullmatch, names))


def _other(entry: Entry, shown: str, beside: Iterable[str]) -> Iterator[Finding]:
    """Yield what something is that is no paper's folder."""
    path = f"{shown}/{entry.name}"
    kind = {Kind.FOLDER: "folder", Kind.FILE: "file"}.get(entry.kind, "")
    if not kind:
        words = f"{quoted(path)} is a link to another place, or no ordinary file; it was not followed or opened."
        yield Finding("A308", words, Place(path), _ASK)
        return
    known = stray(entry.name, [name for name in beside if name != entry.name])
    if known is None or (kind == "folder" and copy_of(entry.name) is not None):
        yield Finding(
            "A306",
            f"The {kind} {quoted(path)} was added: it belongs to no paper, and nobody archived it.",
            Place(path),
            _ASK,
        )
    elif copy_of(entry.name) is not None or "could not agree" in known:
        hint = (
            "What was archived is not touched by it. Look whether it holds anything that is needed, then move it away."
        )
        yield Finding("A332", f"The {kind} {quoted(path)} was not archived: it is {known}.", Place(path), hint)
    else:
        hint = "It does no harm; delete it, as other programs would call the archive damaged because of it."
        if is_temporary(entry.name):
            hint = "It does no harm, and goes away when something is archived next."
        yield Finding("A331", f"The {kind} {quoted(path)} was not archived: it is {known}.", Place(path), hint)


def _has_other_ends(archive: Path, name: str) -> bool:
    """Return whether nothing but the ends of the lines was changed in one of the archive's own files."""
    right = ROOT_DECLARATION[1] if name == ROOT_DECLARATION[0] else READ_ME_BYTES
    try:
        data = read_plain(archive / name, _MOST_PAGE)
    except OSError:
        return False
    return data != right and right in before_new_ends(data)


def _own_files(archive: Path, entries: Iterable[Entry], ends: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the two files that stand in the archive's own folder."""
    name, data = ROOT_DECLARATION
    try:
        right = read_plain(archive / name, _SOME) == data
    except OSError:
        right = False
    if not right and name not in ends:
        words = f"The file {quoted(name)}, which says what the folder {SHOWN} is, is missing or was changed."
        yield Finding(
            "A311",
            words,
            Place(f"{SHOWN}/{name}"),
            "Nothing archived is lost by it. Bring it back from a copy of the shared drive.",
        )
    kind = next((one.kind for one in entries if one.name == READ_ME), None)
    what = _read_me(archive / READ_ME) if kind is Kind.FILE else "is missing" if kind is None else ""
    if what:
        words = f"The page {quoted(READ_ME)}, which tells a successor how to find and check a version, {what}."
        yield Finding("A334", words, Place(f"{SHOWN}/{READ_ME}"), _READ_ME_BACK)


def _read_me(path: Path) -> str:
    """Return what is wrong with the page for successors, as a clause; nothing where this release or one before wrote it."""
    try:
        data = read_plain(path, _MOST_PAGE)
    except StrangeFileError:
        data = b""  # it is too large, or has become no file since it was listed
    except OSError as error:
        return f"cannot be opened ({error.strerror}), so it cannot be told whether it is the one that the tool wrote"
    if data == READ_ME_BYTES or digest(data) in READ_ME_BEFORE:
        return ""
    return "was changed: it is not the one that the tool wrote"


def _unfinished(root: Path) -> Iterator[Finding]:
    """Yield how much recovery has set aside: none of it is a version, and nobody looks there."""
    try:
        count = len(look(root / OUTPUT / UNFINISHED))
    except OSError:
        return
    if count:
        what = counted(count, "attempt")
        words = f"{OUTPUT}/{UNFINISHED} keeps {what} at archiving that {'was' if count == 1 else 'were'} cut off. No version is in there."
        yield Finding("A338", words, Place(f"{OUTPUT}/{UNFINISHED}"), "Delete it once the papers are archived.")
