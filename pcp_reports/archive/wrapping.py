"""Whether a Word file still holds the same parts in another wrapper: what SharePoint makes of a file as it is uploaded.

SharePoint packs an Office file anew, writes the library's columns into its properties (docProps/, customXml/,
docMetadata/), and enters those in the lists of types and relations. The parts that hold words, looks, numbers and
pictures stay byte for byte the same, and every relation between them still stands. Relations and types are compared
by what they say, since those lists are written anew; everything else by its digest.

Sources: ECMA-376 part 2 (Open Packaging Conventions), 6.5 (relations) and 7.2.3 (types of parts); ECMA-376 part 1,
17.5.2.6 (a content control that prints a property: w:dataBinding) and 17.16.5 (fields that print one).
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from typing import TYPE_CHECKING, Any

from pcp_reports.findings import Finding
from pcp_reports.records import dataclass
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TYPES = "[Content_Types].xml"
_MAIN = "word/document.xml"
_WRAPPER = ("docProps/", "customXml/", "docMetadata/")
"""The folders of what a drive writes into a Word file of its own accord: none of it is printed, but by `_BOUND`."""
_ADDED_RELATIONS = ("/customXml", "/customXmlProps", "/custom-properties", "/core-properties", "/extended-properties", "/classificationlabels")  # fmt: skip
"""The last part of the types of relation by which that is entered."""
_BOUND = re.compile(rb"<[^<>]{0,20}dataBinding\b[^<>]*>")
_STORE = re.compile(rb"storeItemID\s*=\s*[\"']([^\"']*)[\"']")
_MOST_NAMED = 4
_MOST_PROPERTIES = 2

_CALLED = (
    (r"word/document\.xml", "its text"),
    (r"word/(?:header|footer)\d*\.xml", "its page header or footer"),
    (r"word/(?:footnotes|endnotes)\.xml", "its notes"),
    (r"word/comments\w*\.xml", "its comments"),
    (r"word/(?:styles|fontTable)\.xml|word/theme/.*", "its styles"),
    (r"word/numbering\.xml", "its numbering"),
    (r"word/(?:settings|webSettings)\.xml", "its settings"),
    (r"word/media/.*", "a picture"),
)

Relation = tuple[str, str, str, bool]
"""A relation's id, its type, the part or address that it leads to, and whether that is outside the file."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a Word file differs from the one that was kept. ``alone``: in its wrapper alone. ``said``: a clause that says what changed."""

    alone: bool
    said: str


@dataclass(frozen=True, slots=True)
class _Package:
    parts: Mapping[str, str]
    types: Mapping[str, str]
    relations: Mapping[str, frozenset[Relation]]


class _UnsoundError(ValueError):
    """What was kept of a package, or the package itself, is not as such things are."""


def parts_of(data: bytes) -> dict[str, str] | None:
    """Return the SHA-256 of each part inside a Word file, by its name; None for what cannot be opened as one."""
    from pcp_reports.word.package import read_parts  # noqa: PLC0415 - only where a Word file is looked into

    parts = read_parts(data, "")
    if isinstance(parts, Finding):
        return None
    return {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}


def kept(data: bytes) -> dict[str, Any]:
    """Return what must be kept of a Word file, for JSON, so that another wrapper can be told later; nothing of no Word file.

    ``parts``: the SHA-256 of each part by its name. ``types``: each part's type. ``relations``: by the part they start
    from (``""`` for the file itself), each relation's id, type, target and whether that lies outside the file.
    """
    from pcp_reports.word.package import read_parts  # noqa: PLC0415 - only where a Word file is looked into

    parts = read_parts(data, "")
    if isinstance(parts, Finding):
        return {}
    try:
        package = _package(parts)
    except _UnsoundError:
        return {}
    return {
        "parts": dict(package.parts),
        "types": dict(package.types),
        "relations": {source: [list(row) for row in sorted(rows)] for source, rows in package.relations.items()},
    }


def compare(held: object, data: bytes) -> Wrapping | None:
    """Return how a Word file differs from the one of which ``held`` was kept; None where ``held`` does not tell."""
    from pcp_reports.word.bare_zip import is_bare  # noqa: PLC0415 - only where a file is not the one archived
    from pcp_reports.word.package import read_parts  # noqa: PLC0415 - as above

    try:
        before = _held(held)
    except (_UnsoundError, TypeError, KeyError, AttributeError, ValueError):
        return None
    parts = read_parts(data, "")
    if not isinstance(parts, Finding) and not is_bare(data):
        return Wrapping(
            alone=False, said="something stands before, between or after its parts that belongs to none of them"
        )
    if isinstance(parts, Finding):
        return Wrapping(
            alone=False, said=f"it does not open as a sound Word file any more: {parts.message}".rstrip(".")
        )
    try:
        after = _package(parts)
    except _UnsoundError:
        return Wrapping(alone=False, said="its lists of parts are not sound any more")
    altered = tuple(dict.fromkeys((*_altered_parts(before, after), *_altered_relations(before, after))))
    if not altered:
        altered = _altered_properties(before, after, parts)
    if altered:
        rest = [f"{len(altered) - _MOST_NAMED} more"] if len(altered) > _MOST_NAMED else []
        return Wrapping(alone=False, said=f"changed: {listed([*altered[:_MOST_NAMED], *rest])}")
    touched = sorted(name for name in after.parts if _is_wrapper(name) and after.parts[name] != before.parts.get(name))
    named = [name for name in touched if not _is_list(name)]
    if named:
        more = [f"{len(named) - _MOST_PROPERTIES} more"] if len(named) > _MOST_PROPERTIES else []
        said = f"its properties were written anew ({listed([*named[-_MOST_PROPERTIES:], *more])})"
        return Wrapping(alone=True, said=said)
    return Wrapping(alone=True, said="its parts were packed another way")


def _altered_parts(before: _Package, after: _Package) -> Iterable[str]:
    """Yield what was changed, taken out or added among the parts that are no wrapper."""
    for name, digest in before.parts.items():
        if name not in after.parts:
            yield f"{_called(name)} (taken out)"
        elif not _is_list(name) and not _is_wrapper(name) and after.parts[name] != digest:
            yield _called(name)
        if after.types.get(name) != before.types.get(name):
            yield f"what {name} is said to be"
    for name in after.parts:
        if name not in before.parts and not _is_wrapper(name) and not _is_list(name):
            yield f"{_called(name)} (added)"


def _altered_relations(before: _Package, after: _Package) -> Iterable[str]:
    """Yield what leads elsewhere than before, or newly leads somewhere; relations of the file itself have no need of ids."""
    for source in {**before.relations, **after.relations}:
        old = _meanings(before.relations.get(source, frozenset()), named=bool(source))
        new = _meanings(after.relations.get(source, frozenset()), named=bool(source))
        if old - new:
            yield f"where {_called(source)} takes a part or a link from" if source else "which part is its text"
        elif any(not _may_be_added(source, row, after) for row in new - old) or len(new) != len(
            after.relations.get(source, ())
        ):
            yield f"a link or a part that {_called(source)} takes from elsewhere (added)"


def _meanings(rows: frozenset[Relation], *, named: bool) -> frozenset[Relation]:
    return rows if named else frozenset(("", kind, target, outside) for _, kind, target, outside in rows)


def _may_be_added(source: str, row: Relation, after: _Package) -> bool:
    _, kind, target, outside = row
    own = source in ("", _MAIN) or _is_wrapper(source)
    return own and not outside and kind.endswith(_ADDED_RELATIONS) and _is_wrapper(target) and target in after.parts


def _altered_properties(before: _Package, after: _Package, parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return that properties were changed which the file prints: a content control or a field shows them as its words."""
    from pcp_reports.word.field_codes import prints_properties  # noqa: PLC0415 - as above
    from pcp_reports.word.package import is_xml, parse  # noqa: PLC0415 - as above

    own = {name: content for name, content in parts.items() if name.startswith("word/")}
    bound = [tag for content in own.values() for tag in _BOUND.findall(content)]
    fields = any(prints_properties(parse(content)) for name, content in own.items() if is_xml(name))
    if not bound and not fields:
        return ()
    stores = {store[1].lower() for tag in bound if (store := _STORE.search(tag)) is not None}
    anywhere = fields or any(_STORE.search(tag) is None for tag in bound)
    for name, digest in after.parts.items():
        if not _is_wrapper(name) or before.parts.get(name) == digest:
            continue
        content = parts[name].lower()
        if anywhere or name in before.parts or any(store in content for store in stores):
            return ("its properties, some of which it prints",)
    return ()


def _package(parts: Mapping[str, bytes]) -> _Package:
    """Return a file's parts by what they are. Raises _UnsoundError where its own lists of them are not sound."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    relations = {_source(name): _relations(name, content) for name, content in parts.items() if name.endswith(".rels")}
    return _Package(digests, _types(parts), relations)


def _types(parts: Mapping[str, bytes]) -> dict[str, str]:
    from pcp_reports.word.package import parse  # noqa: PLC0415 - as above

    defaults: dict[str, str] = {}
    own: dict[str, str] = {}
    for row in parse(parts[_TYPES]):
        name, ending, kind = row.get("PartName"), row.get("Extension"), row.get("ContentType")
        held, key = (own, name.lstrip("/").casefold()) if name is not None else (defaults, (ending or "").casefold())
        if kind is None or not key or key in held:
            raise _UnsoundError(key)
        held[key] = kind
    return {
        name: own.get(name.casefold(), defaults.get(name.rpartition(".")[2].casefold(), ""))
        for name in parts
        if name != _TYPES
    }


def _relations(name: str, content: bytes) -> frozenset[Relation]:
    from pcp_reports.word.package import parse  # noqa: PLC0415 - as above

    folder = posixpath.dirname(_source(name))
    rows: dict[str, Relation] = {}
    for row in parse(content):
        identifier, kind, target = row.get("Id"), row.get("Type"), row.get("Target")
        if identifier is None or kind is None or target is None or identifier in rows:
            raise _UnsoundError(name)
        outside = row.get("TargetMode", "Internal") != "Internal"
        path = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        rows[identifier] = (identifier, kind, path, outside)
    return frozenset(rows.values())


def _held(held: Any) -> _Package:  # noqa: ANN401 - whatever stands in version.json
    relations = {source: frozenset(_row(*row) for row in rows) for source, rows in held["relations"].items()}
    parts, types = dict(held["parts"]), dict(held["types"])
    if not parts or not relations:
        raise _UnsoundError("nothing was kept")
    return _Package(parts, types, relations)


def _row(identifier: str, kind: str, target: str, outside: bool) -> Relation:
    return (identifier, kind, target, outside)


def _source(name: str) -> str:
    """Return the part whose relations a part of this name lists: ``word/_rels/document.xml.rels`` -> ``word/document.xml``."""
    folder, _, last = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _is_list(name: str) -> bool:
    return name == _TYPES or name.endswith(".rels")


def _is_wrapper(name: str) -> bool:
    return name.startswith(_WRAPPER)


def _called(name: str) -> str:
    return next((words for pattern, words in _CALLED if re.fullmatch(pattern, name)), name)
