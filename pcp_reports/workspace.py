"""A folder of entries -> Register: every file found is used, or named in a finding.

Reads files and nothing else: no clock, no environment, no links followed out of the workspace.
"""

from __future__ import annotations

import unicodedata
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pcp_reports.bare_keys import means_exempt
from pcp_reports.copies import copies_among, grants_of
from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.folders import MAX_FOLDERS_DEEP, walk
from pcp_reports.model import KEYS, KINDS, model_of
from pcp_reports.model.exempting import swallowed
from pcp_reports.model.fields import Reading, read_partly
from pcp_reports.model.slips import unknown_key
from pcp_reports.nodes import Block, Text
from pcp_reports.records import dataclass
from pcp_reports.source import MAX_BYTES, Source, read_source
from pcp_reports.starter import built_in_templates
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pcp_reports.folders import Found
    from pcp_reports.model.office import Office
    from pcp_reports.model.paper import Paper

ENTRIES = "entries"
TEMPLATES = "templates"
SCHEMA = "entries.schema.json"
"""The JSON Schema that `init` puts in the workspace for editors."""


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
    copies: Mapping[str, str] = field(
        default_factory=dict
    )  # entries that look like copies, with what they are copies of
    root: Path | None = None  # the workspace

    @property
    def language(self) -> str:
        """Return the language that the office writes its papers in."""
        office = self.office
        return office.language or "en_GB" if office is not None else "en_GB"

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


def load(
    root: Path,
    step: Callable[[], None] = lambda: None,
    *,
    keep: bool = False,
    instead: Mapping[str, bytes] | None = None,
) -> Register:
    """Return the register of the workspace at ``root``; unreadable files are findings, nothing is raised.

    ``step`` is called for each file, for a sign of life; with ``keep`` each source keeps its bytes, to be digested.
    ``instead`` holds bytes by path to be read in place of what those files hold: what an edit would come to.
    """
    return _Loading(root, step, keep=keep, instead=instead or {}).register()


class _Loading:
    def __init__(self, root: Path, step: Callable[[], None], *, keep: bool, instead: Mapping[str, bytes]) -> None:
        self.root = root
        self.keep = keep
        self.instead = instead
        self.step = step
        self.findings: list[Finding] = []

    def register(self) -> Register:
        walked = walk(self.root / ENTRIES, SCHEMA)
        self.findings += walked.findings
        homes = _paper_homes(walked.found)
        copies = copies_among(walked.found)
        office: Filed | None = None
        papers: dict[str, Filed] = {}
        own: dict[str, list[Filed]] = {}
        shared: list[Filed] = []
        likely: dict[str, str] = {}
        # A copy is read after what it may be a copy of, and the papers before what is their own.
        for one in sorted(
            walked.found,
            key=lambda row: (row.relative in copies, len(row.folder) if row.stem == "paper" else MAX_FOLDERS_DEEP + 1),
        ):
            original = copies.get(one.relative)
            home = next(
                (one.folder[:depth] for depth in range(len(one.folder), 1, -1) if one.folder[:depth] in homes), None
            )
            if original is not None and original.rpartition("/")[2].partition(".")[0] in ("office", "paper"):
                self._copied(one, original, "it is not read")
            elif one.folder == (ENTRIES,) and one.stem == "office":
                office = self._office(one, office)
            elif home == one.folder and one.stem == "paper":
                self._paper(one, homes[home], papers)
            elif home is None or homes[home]:
                name = homes[home] if home is not None else None
                among = own.setdefault(name, []) if name is not None else shared
                entry = self._entry(one, name, original, among)
                if entry is not None:
                    among.append(entry)
                    likely |= {one.relative: original} if original is not None else {}
        folders = {name: PaperFolder(name, filed, tuple(own.get(name, ()))) for name, filed in papers.items()}
        return Register(
            office,
            folders,
            tuple(shared),
            tuple(self.findings),
            self._templates(),
            len(walked.found),
            self._schema(),
            likely,
            self.root,
        )

    def _office(self, one: Found, first: Filed | None) -> Filed:
        if first is None:
            return self._read(one, one.stem, None, "office")
        self._twice(one, first.path, "There is a second file for the office")
        return first

    def _paper(self, one: Found, name: str, papers: dict[str, Filed]) -> None:
        """Read a paper; a second one of its name is only named, and so is nothing that lies beside it."""
        named = name or _composed(one.folder[-1])
        if named in papers or not name:
            what = f"There is a second paper named {quoted(named)}"
            self._twice(one, papers[named].path if named in papers else f"the other {named}", what)
        else:
            papers[name] = self._read(one, name, name, "paper")

    def _entry(self, one: Found, name: str | None, original: str | None, among: list[Filed]) -> Filed | None:
        """Return an entry, or None for a copy that says the same as what it was copied from."""
        told = len(self.findings)
        entry = self._read(one, one.stem, name, None)
        if original is not None and any(filed.path == original and _same(entry, filed) for filed in among):
            del self.findings[told:]
            self._copied(one, original, "it says the same, and is not used")
            return None
        return entry

    def _copied(self, one: Found, original: str, so: str) -> None:
        self.findings.append(
            Finding(
                "P145",
                f"{one.relative} looks like a copy of {original}; {so}.",
                Place(one.relative),
                "Compare the two, then delete one.",
            )
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

    def _twice(self, one: Found, first: str, what: str) -> None:
        self.findings.append(
            Finding("P110", f"{what}; only {first} is used.", Place(one.relative), "Rename or delete one of the two.")
        )

    def _read(self, one: Found, name: str, folder: str | None, must: str | None) -> Filed:
        self.step()
        try:
            data = self.instead[one.relative] if one.relative in self.instead else self._bytes(one.path)
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

    def _bytes(self, path: Path) -> bytes:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)

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
            hint = (
                f"Add a line: kind: {must}"
                if must
                else f"Begin the file with “kind: ” and one of: {listed(_FREE, 'or')}."
            )
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


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _paper_homes(found: Iterable[Found]) -> dict[tuple[str, ...], str]:
    """Return each folder with a paper, and the paper's name; of two of one name the deeper's is empty: it is not used."""
    homes: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    folders = {one.folder for one in found if one.stem == "paper" and len(one.folder) > 1}
    for folder in sorted(folders, key=lambda trail: (len(trail), trail)):
        name = _composed(folder[-1])
        homes[folder] = "" if name in taken else name
        taken.add(name)
    return homes


def _same(one: Filed, other: Filed) -> bool:
    """Return whether two files say the same, line by line or as rounds grant by grant."""
    if one.source.lines == other.source.lines:
        return True
    grants = grants_of(one.kind, one.model)
    return grants is not None and grants == grants_of(other.kind, other.model)
