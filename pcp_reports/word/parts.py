"""How the parts of a Word file hang together: content types and relationships, added and taken away.

Every function takes the parts by name and returns new ones; nothing is changed in place.
Source: ECMA-376 part 2, 9.3 (relationships) and 10.1 (content types).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.records import dataclass
from pcp_reports.word.package import CONTENT_TYPES, DOCUMENT, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part by its name, its content type, and the type of the relationship that points to it."""

    name: str
    content_type: str
    relation: str


def serialize(root: etree._Element) -> bytes:
    """Return a part's bytes: UTF-8, with the declaration Word itself writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def rels_name(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def targets(parts: Mapping[str, bytes], kind: str, source: str = DOCUMENT) -> dict[str, str]:
    """Return the parts that ``source`` points to by relationships of one kind ("header", "styles"): id to part name."""
    found: dict[str, str] = {}
    for entry in _relationships(parts, source):
        if entry.get("Type") == f"{RELATIONSHIPS}/{kind}" and entry.get("TargetMode") != "External":
            target = entry.get("Target", "")
            name = posixpath.normpath(posixpath.join(posixpath.dirname(source), target)).lstrip("/")
            if name in parts:
                found[entry.get("Id", "")] = name
    return found


def part_of_kind(parts: Mapping[str, bytes], kind: str) -> str | None:
    """Return the name of the document's one part of a kind ("styles", "numbering", "settings"), or None."""
    return next(iter(targets(parts, kind).values()), None)


def relate(
    parts: Mapping[str, bytes], source: str, relation: str, wanted: Mapping[str, str], *, external: bool = False
) -> dict[str, bytes]:
    """Return the parts with relationships of one type added to ``source``: ``wanted`` maps ids to targets."""
    root = _relationships(parts, source)
    for identifier, target in wanted.items():
        entry = etree.SubElement(root, f"{{{_PACKAGE_RELATIONSHIPS}}}Relationship")
        entry.set("Id", identifier)
        entry.set("Type", relation)
        entry.set("Target", target)
        if external:
            entry.set("TargetMode", "External")
    return {**parts, rels_name(source): serialize(root)}


def free_id(parts: Mapping[str, bytes], source: str, stem: str) -> str:
    """Return ``stem``, lengthened until no relationship id of ``source`` begins with it."""
    taken = [entry.get("Id", "") for entry in _relationships(parts, source)]
    while any(identifier.startswith(stem) for identifier in taken):
        stem += "x"
    return stem


def add_part(parts: Mapping[str, bytes], stem: str, kind: str, content: bytes) -> tuple[dict[str, bytes], str]:
    """Return the parts with a new one of ``kind`` that the document points to, and the id it points by.

    The part is ``word/<stem>.xml``, with a number put on where that name is taken.
    """
    number = 0
    while (name := f"word/{stem}{number or ''}.xml") in parts:
        number += 1
    return put_part(parts, PartKind(name, _WORD_TYPE.format(kind), f"{RELATIONSHIPS}/{kind}"), content)


def put_part(
    parts: Mapping[str, bytes], kind: PartKind, content: bytes, source: str = DOCUMENT
) -> tuple[dict[str, bytes], str]:
    """Return the parts with one of this kind that ``source`` points to, and the id it points by.

    ``source`` is the name of a part, or empty for the package itself.
    """
    name = kind.name
    types = parse(parts[CONTENT_TYPES])
    for entry in types.findall(f"{{{_TYPES}}}Override"):
        if entry.get("PartName") == f"/{name}":
            types.remove(entry)
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", kind.content_type)
    stem = posixpath.splitext(posixpath.basename(name))[0]
    identifier = free_id(parts, source, f"pcp{stem[0].upper()}{stem[1:]}")
    # Both from the package's root: a path without it is measured from the current folder, which may have gone from a drive.
    target = posixpath.relpath(f"/{name}", f"/{posixpath.dirname(source)}")
    added = {**parts, name: content, CONTENT_TYPES: serialize(types)}
    return relate(added, source, kind.relation, {identifier: target}), identifier


def drop_parts(parts: Mapping[str, bytes], names: set[str]) -> dict[str, bytes]:
    """Return the parts without those named, their content types, and every relationship that pointed to them."""
    kept = {name: content for name, content in parts.items() if name not in names}
    for name in names:
        kept.pop(rels_name(name), None)
    types = parse(kept[CONTENT_TYPES])
    for entry in types.findall(f"{{{_TYPES}}}Override"):
        if entry.get("PartName", "").lstrip("/") in names:
            types.remove(entry)
    kept[CONTENT_TYPES] = serialize(types)
    for name in [name for name in kept if name.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        root = parse(kept[name])
        gone = [
            entry
            for entry in root
            if entry.get("TargetMode") != "External"
            and posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/") in names
        ]
        for entry in gone:
            root.remove(entry)
        if gone:
            kept[name] = serialize(root)
    return kept


def _relationships(parts: Mapping[str, bytes], source: str) -> etree._Element:
    name = rels_name(source)
    if name in parts:
        return parse(parts[name])
    return etree.fromstring(f'<Relationships xmlns="{_PACKAGE_RELATIONSHIPS}"/>')
