"""A version's paper built again from the version's own entries and template, and held to the one in the archive."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pcp_reports.archive.handing_out.likeness import Likeness, Same, likeness
from pcp_reports.archive.handing_out.restoring import WINDOWS, damaged, places_of, unusable
from pcp_reports.archive.handing_out.staging import put
from pcp_reports.archive.inventory import InventoryError, strict_json
from pcp_reports.archive.layout import TEMPLATE, VERSION
from pcp_reports.archive.objects import DamagedError, Proved
from pcp_reports.building import make
from pcp_reports.findings import Finding, Place, Severity
from pcp_reports.placing import survey
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pcp_reports.archive.objects import StoredVersion

ENTRIES = "entries/"
_NOTHING = "Nothing was built."
_OUT = "The archived paper itself is there as it was; “pcp-reports restore” copies it out."


@dataclass(frozen=True, slots=True)
class Record:
    """What version.json says of how a version was made. ``environment`` leads from each program to its version then."""

    paper: str
    document: str
    template: str
    draft: bool
    as_built: bool
    incomplete: tuple[str, ...]
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A program of another version now than then; ``""`` where it was not, or is no longer, among those used."""

    what: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A paper built again, how like it is to the archived one, and what of the environment differs.

    ``anew``: which of the archived paper and the template a drive packed anew since, each with a clause on what it wrote.
    """

    record: Record
    data: bytes
    likeness: Likeness
    environment: tuple[Changed, ...]
    anew: Mapping[str, str]


def rebuild(
    version: StoredVersion,
    scratch: Path,
    now: Mapping[str, Any],
    step: Callable[[], None] = lambda: None,
    *,
    windows: bool = WINDOWS,
) -> Rebuilt | tuple[Finding, ...]:
    """Build a version's paper again in the empty folder ``scratch``, and hold it to the archived one; or return why not.

    ``now`` is the environment as `contents.environment` tells it: ``tool``, ``python`` and ``dependencies``.
    """
    try:
        record = _ready(version)
        if isinstance(record, Finding):
            return (record,)
        failed = _lay_out(version, record, scratch, windows=windows)
        if failed is not None:
            return (failed,)
        return _made(version, record, scratch, now, step)
    except DamagedError as error:
        return (damaged(version, error, _NOTHING),)


def _ready(version: StoredVersion) -> Record | Finding:
    """Return how a version was made, or why it cannot be made again. Raises DamagedError."""
    record = _record(version.read(VERSION) if VERSION in version.paths else b"")
    if isinstance(record, str):
        return _not_again(version, record)
    if record.incomplete:
        kept_out = listed([quoted(path) for path in record.incomplete])
        return _not_again(version, f"{kept_out} could not be kept, as exempt matter cannot be cut out of it")
    missing = next((path for path in (record.document, TEMPLATE) if path not in version.paths), None)
    return record if missing is None else _not_again(version, f"it does not hold {quoted(missing)}")


def _made(
    version: StoredVersion, record: Record, scratch: Path, now: Mapping[str, Any], step: Callable[[], None]
) -> Rebuilt | tuple[Finding, ...]:
    """Build the paper of the entries that are laid out, and hold it to the archived one. Raises DamagedError."""
    archived, template = version.proved(record.document), version.proved(TEMPLATE)
    step()
    read = survey(load(scratch, step))
    if record.paper not in read.register.papers:
        why = f"this version of the tool finds no paper {quoted(record.paper)} in its entries"
        return (_not_again(version, why), *read.register.findings)
    made = make(read, record.paper, scratch, draft=record.draft, step=step)
    changed = tuple(_changes(record.environment, programs(now)))
    if made.data is None:
        errors = tuple(one for one in made.findings if one.severity is Severity.ERROR)
        why = f"this version of the tool finds {counted(len(errors), 'error')} in what it was made from"
        return (_not_again(version, why, changed), *errors)
    if made.template_data != template.data:
        return (
            _not_again(version, f"its entries ask for another template than {quoted(record.template)}, which it holds"),
        )
    anew = {name: one.anew for name, one in ((record.document, archived), (TEMPLATE, template)) if one.anew}
    return Rebuilt(record, made.data, _likeness(version, record, archived, made.data, anew), changed, anew)


def _likeness(
    version: StoredVersion, record: Record, archived: Proved, data: bytes, anew: Mapping[str, str]
) -> Likeness:
    """Return how like the paper built again is to the one that was archived, whatever a drive made of that since."""
    if hashlib.sha512(data).hexdigest() == version.block.state[record.document].lower():
        return Likeness(Same.BYTES)
    return likeness(archived.data, data, version.package(record.document) if anew else None)


def programs(environment: Mapping[str, Any]) -> dict[str, str]:
    """Return the programs that an environment names, each with its version; what is not as it should be is left out."""
    tool, libraries = environment.get("tool"), environment.get("dependencies")
    found: dict[str, object] = {}
    if isinstance(tool, dict):
        found[str(tool.get("name"))] = tool.get("version")
    found["Python"] = environment.get("python")
    found |= libraries if isinstance(libraries, dict) else {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _record(data: bytes) -> Record | str:
    """Return what version.json says, or, as a clause, why it cannot be used."""
    try:
        held = strict_json(data)
    except InventoryError as error:
        return f"its {VERSION} cannot be used: {error}"
    match held:
        case {
            "paper": str(paper),
            "document": str(document),
            "template": {"path": str(template)},
            "draft": bool(draft),
            "as_built": bool(as_built),
            "incomplete": list(incomplete),
        } if all(isinstance(path, str) for path in incomplete):
            pass
        case _:
            return f"its {VERSION} does not say how it was made"
    name = template.rpartition("/")[2]
    if not name or "\\" in name or ":" in name or name.startswith("."):
        return f"its {VERSION} names a template at {quoted(template)}, where there can be none"
    return Record(paper, document, name, draft, as_built, tuple(incomplete), programs(held))


def _lay_out(version: StoredVersion, record: Record, scratch: Path, *, windows: bool) -> Finding | None:
    """Write the version's entries and template as a workspace. Raises DamagedError."""
    entries = [path for path in version.paths if path.startswith(ENTRIES)]
    places = places_of(entries, windows=windows)
    if isinstance(places, str):
        return unusable(version, places, _NOTHING)
    unborne = [true for true, made in places.items() if true != made]
    if unborne:
        return _not_again(version, f"this system cannot bear the name {quoted(unborne[0])}")
    try:
        for path in entries:
            put(scratch, path, version.read(path))
        put(scratch, f"templates/{record.template}", version.proved(TEMPLATE).data)
    except OSError as error:
        return Finding(
            "A503",
            f"The entries of {version.name} cannot be laid out to build it again ({error.strerror}).",
            Place(version.name),
            "Look whether the drive that holds temporary files is full.",
        )
    return None


def _changes(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Changed]:
    for what in dict.fromkeys((*then, *now)):
        before, after = then.get(what, ""), now.get(what, "")
        if before != after:
            yield Changed(what, before, after)


def _not_again(version: StoredVersion, why: str, changed: tuple[Changed, ...] = ()) -> Finding:
    since = f" Since then, {listed([in_words(one) for one in changed])}." if changed else ""
    return Finding("A504", f"{version.name} cannot be built again: {why}.{since}", Place(version.name), _OUT)


def in_words(one: Changed) -> str:
    """Return a change of a program as a clause."""
    if not one.then:
        return f"{one.what} {one.now} has come to be used"
    return f"{one.what} went from {one.then} to {one.now}" if one.now else f"{one.what} {one.then} is no longer used"
