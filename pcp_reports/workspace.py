"""A folder of entries -> Register: every file found is used, or named in a finding.

Reads files and nothing else: no clock, no environment, no links followed out of the workspace.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.model import KEYS, KINDS, model_of
from pcp_reports.model.exempting import means_exempt, swallowed
from pcp_reports.model.fields import Reading, read_partly
from pcp_reports.model.slips import unknown_key
from pcp_reports.records import dataclass
from pcp_reports.source import MAX_BYTES, Block, Source, Text, read_source
from pcp_reports.starter import built_in_templates
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pcp_reports.model.office import Office
    from pcp_reports.model.paper import Paper

ENTRIES = "entries"
TEMPLATES = "templates"
SCHEMA = "entries.schema.json"
"""The JSON Schema that `init` puts in the workspace for editors."""

MAX_FILES = 20_000
"""How many files under entries/ are looked at."""
MAX_FOLDERS_DEEP = 12

_PASSED_OVER = {"desktop.ini", "thumbs.db", "icon\r", "__macosx"}


@dataclass(frozen=True, slots=True, eq=False)
class Filed:
    """One entry file as read. ``model`` is None when it cannot be used; ``sound`` when nothing in it is an error."""

    name: str
    path: str
    folder: str | None  # the paper whose own it is; None for shared entries
    kind: str
    source: Source
    model: Any
    sound: bool
    withheld: bool = False  # something in it was meant to be exempt, but the words for it cannot be read
    partly: Any = None  # the model with None for what could not be read, so that the rest can be checked all the same

    def place(self, block: Block, key: str) -> Place:
        """Return the place of a key's value in a block of this file."""
        return self.source.place_of(block, key)


@dataclass(frozen=True, slots=True, eq=False)
class PaperFolder:
    """A paper and the entries of its own."""

    name: str
    filed: Filed
    own: tuple[Filed, ...]

    @property
    def paper(self) -> Paper | None:
        """Return what could be read of paper.yaml, or None when nothing could; `filed.model` is the whole of it or None."""
        return self.filed.partly  # type: ignore[no-any-return] # filed under a paper's name


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Everything under entries/, with what is wrong with the reading of it. ``templates`` are the names of Word templates."""

    office_file: Filed | None
    papers: dict[str, PaperFolder]
    shared: tuple[Filed, ...]
    findings: tuple[Finding, ...]
    templates: tuple[str, ...] = ()
    files: int = 0
    schema: int | None = None  # the check sum of the schema that the workspace holds for editors

    @property
    def office(self) -> Office | None:
        """Return what could be read of office.yaml, or None when it is missing or nothing could."""
        return self.office_file.partly if self.office_file is not None else None

    @property
    def entries(self) -> tuple[Filed, ...]:
        """Return every entry but office and papers: shared ones first, then each paper's own."""
        return (*self.shared, *(filed for folder in self.papers.values() for filed in folder.own))

    def sources(self) -> dict[str, tuple[str, ...]]:
        """Return every file's lines as typed, by path."""
        papers = (folder.filed for folder in self.papers.values())
        office = (self.office_file,) if self.office_file is not None else ()
        return {filed.path: filed.source.lines for filed in (*office, *papers, *self.entries)}


def find_workspace(start: Path) -> Path | None:
    """Return ``start`` or the nearest folder above it that holds ``entries``, or None."""
    return next((folder for folder in (start, *start.parents) if (folder / ENTRIES).is_dir()), None)


def load(root: Path, step: Callable[[], None] = lambda: None, *, keep: bool = False) -> Register:
    """Return the register of the workspace at ``root``; unreadable files are findings, nothing is raised.

    ``step`` is called for each file, for a sign of life; with ``keep`` each source keeps its bytes, to be digested.
    """
    return _Loading(root, step, keep=keep).register()


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    relative: str
    folder: tuple[str, ...]


class _Loading:
    def __init__(self, root: Path, step: Callable[[], None], *, keep: bool) -> None:
        self.root = root
        self.keep = keep
        self.step = step
        self.findings: list[Finding] = []

    def register(self) -> Register:
        found = list(self._walk(self.root / ENTRIES, (ENTRIES,)))
        homes = self._paper_homes(found)
        office: Filed | None = None
        papers: dict[str, tuple[Filed, list[Filed]]] = {}
        own: dict[tuple[str, ...], list[Filed]] = {}
        shared: list[Filed] = []
        for one in found:
            home = next(
                (one.folder[:depth] for depth in range(len(one.folder), 1, -1) if one.folder[:depth] in homes), None
            )
            stem = one.path.stem
            if one.folder == (ENTRIES,) and stem == "office":
                filed = self._read(one, stem, None, "office")
                if office is None:
                    office = filed
                else:
                    self._twice(filed, office, "There is a second file for the office")
                continue
            if home == one.folder and stem == "paper":
                name = home[-1]
                filed = self._read(one, name, name, "paper")
                if name in papers:
                    self._twice(filed, papers[name][0], f"There is a second paper named {quoted(name)}")
                else:
                    papers[name] = (filed, own.setdefault(home, []))
                continue
            entry = self._read(one, stem, home[-1] if home else None, None)
            (own.setdefault(home, []) if home else shared).append(entry)
        folders = {name: PaperFolder(name, filed, tuple(entries)) for name, (filed, entries) in papers.items()}
        return Register(
            office, folders, tuple(shared), tuple(self.findings), self._templates(), len(found), self._schema()
        )

    def _schema(self) -> int | None:
        try:
            with (self.root / ENTRIES / SCHEMA).open("rb") as file:
                data = file.read(MAX_BYTES)
        except OSError:
            return None
        return crc32(data.replace(b"\r\n", b"\n"))

    def _templates(self) -> tuple[str, ...]:
        folder = self.root / TEMPLATES
        try:
            names = [path.name for path in folder.iterdir()]
        except OSError:
            names = []
        own = {name[:-5] for name in names if name.endswith(".docx") and not name.startswith(("~$", "."))}
        return tuple(sorted(own | set(built_in_templates())))

    def _walk(self, folder: Path, trail: tuple[str, ...]) -> Iterator[_Found]:
        """Yield the entry files below a folder in name order; name in a finding whatever else is there."""
        shown = "/".join(trail)
        try:
            with os.scandir(folder) as scan:
                rows = sorted(scan, key=lambda row: row.name)
        except OSError as error:
            self.findings.append(
                Finding(
                    "P143",
                    f"The folder {shown} cannot be opened ({error.strerror}).",
                    Place(shown),
                    "Ask whoever looks after the shared drive.",
                )
            )
            return
        for row in rows:
            name, relative = row.name, f"{shown}/{row.name}"
            if name.startswith((".", "~$")) or name.lower() in _PASSED_OVER or name == SCHEMA:
                continue
            if not _is_text(name):
                self.findings.append(
                    Finding(
                        "P142",
                        f"A name in {shown} holds letters that cannot be read.",
                        Place(shown),
                        "Rename the file.",
                    )
                )
                continue
            if row.is_symlink() or _is_junction(row):
                self.findings.append(
                    Finding(
                        "P141",
                        f"{relative} is a link to another place, which is not followed.",
                        Place(relative),
                        "Copy the file itself here.",
                    )
                )
            elif row.is_dir(follow_symlinks=False):
                if len(trail) >= MAX_FOLDERS_DEEP:
                    self.findings.append(
                        Finding(
                            "P141",
                            f"{relative} lies too deep; folders are read {MAX_FOLDERS_DEEP} deep.",
                            Place(relative),
                            "Move it up.",
                        )
                    )
                else:
                    yield from self._walk(folder / name, (*trail, name))
            elif name.lower().endswith((".yaml", ".yml")):
                stem = name.rpartition(".")[0]
                if stem.lower() in ("paper", "office") and stem not in ("paper", "office"):
                    self.findings.append(
                        Finding(
                            "P144",
                            f"{relative} is not read as the {stem.lower()}: its name must be in small letters.",
                            Place(relative),
                            f"Rename it to {stem.lower()}.yaml.",
                        )
                    )
                else:
                    yield _Found(folder / name, relative, trail)
            else:
                self.findings.append(
                    Finding(
                        "P140",
                        f"{relative} is not an entry, and nothing uses it.",
                        Place(relative),
                        "Entries are files whose names end in .yaml; move other files elsewhere.",
                    )
                )

    def _paper_homes(self, found: list[_Found]) -> set[tuple[str, ...]]:
        return {one.folder for one in found if one.path.stem == "paper" and len(one.folder) > 1}

    def _twice(self, filed: Filed, first: Filed, what: str) -> None:
        self.findings.append(
            Finding(
                "P110", f"{what}; only {first.path} is used.", Place(filed.path), "Rename or delete one of the two."
            )
        )

    def _read(self, one: _Found, name: str, folder: str | None, must: str | None) -> Filed:
        self.step()
        try:
            with one.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            why = error.strerror or type(error).__name__
            finding = Finding(
                "Y101",
                f"{name}: the file cannot be opened ({why}).",
                Place(one.relative),
                "If somebody has it open, ask them to close it.",
            )
            source = Source(one.relative, (), None, (finding,))
        else:
            source = read_source(data, one.relative, KEYS)
            if self.keep:
                source = replace(source, data=data)
        self.findings += source.findings
        broken = any(finding.severity is Severity.ERROR for finding in source.findings)
        if source.root is None:
            lost = bool(swallowed(source))
            return Filed(name, one.relative, folder, must or "", source, None, sound=False, withheld=lost)
        kind, reading = self._kind(source, source.root, name, must)
        partly, whole = read_partly(model_of(kind), source.root, reading) if kind is not None else (None, False)
        model = partly if whole else None
        withheld = self._withheld(reading, source, source.root, model)
        self.findings += reading.findings
        broken = broken or any(finding.severity is Severity.ERROR for finding in reading.findings)
        return Filed(
            name,
            one.relative,
            folder,
            kind or "",
            source,
            model,
            sound=not broken and model is not None,
            withheld=withheld or (broken and bool(swallowed(source))),
            partly=partly,
        )

    def _withheld(self, reading: Reading, source: Source, root: Block, model: object) -> bool:
        """Return whether the whole file was meant to be exempt but does not say so where it can be read."""
        lost = [word for word in swallowed(source) if word.style == "key"]
        for word in lost:
            reading.found(
                "Y115",
                (),
                f"“{word}:” stands where it is taken for words to be printed, and keeps nothing out.",
                word,
                "Begin its line as far to the left as the key that it stands beside.",
            )
        return reading.withheld or bool(lost) or (model is None and any(map(means_exempt, root)))

    def _kind(self, source: Source, root: Block, name: str, must: str | None) -> tuple[str | None, Reading]:
        reading = Reading(source, name)
        typed = root.get(Text("kind"))
        if typed is None and must is None:
            near = next((key for key in root if did_you_mean(key, ["kind"])), None)
            if near is not None:
                unknown_key(reading, (), near, ["kind"])
                typed = root[near]
        if not isinstance(typed, Text) or not typed.strip():
            if typed is None and any(did_you_mean(key, ["kind"]) for key in root):
                return must, reading  # the mistyped key is named by the model when the kind is known
            hint = f"Add a line: kind: {must}" if must else f"Begin the file with “kind: ” and one of: {listed(_FREE, 'or')}."
            reading.found_at("M101", (), "the file does not say what kind of entry it is.", Place(source.path), hint)
            return must, reading
        if must is not None:
            if typed != must:
                reading.found(
                    "M102",
                    (),
                    f"this file must be of the kind {quoted(must)}, not {quoted(shortened(typed, 40))}.",
                    typed,
                    f"Type: kind: {must}",
                    source.fix(typed.line, f"kind: {must}")
                    if source.line(typed.line).strip() == f"kind: {typed}"
                    else None,
                )
            return must, reading
        if typed in _FREE:
            return typed, reading
        if typed in KINDS:
            where = "entries/office.yaml" if typed == "office" else "a folder of its own, in a file named paper.yaml"
            reading.found(
                "M102", (), f"an entry of the kind {quoted(typed)} belongs in {where}.", typed, "Move it there."
            )
            return None, reading
        meant = did_you_mean(typed, _FREE)
        line = source.line(typed.line)
        if meant is not None:
            new = line.replace(typed, meant, 1)
            reading.found(
                "M102",
                (),
                f"{quoted(shortened(typed, 40))} is not a kind of entry. Did you mean {quoted(meant)}?",
                typed,
                f"Type: {new.strip()}",
                source.fix(typed.line, new) if typed in line else None,
            )
            return meant, reading
        reading.found(
            "M102",
            (),
            f"{quoted(shortened(typed, 40))} is not a kind of entry.",
            typed,
            f"The kinds are {listed(_FREE)}.",
        )
        return None, reading


_FREE = [kind for kind in KINDS if kind not in ("office", "paper")]


def _is_text(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _is_junction(row: os.DirEntry[str]) -> bool:
    check = getattr(row, "is_junction", None)  # Python 3.12 and later; a junction is Windows' link to a folder
    return bool(check()) if check is not None else False
