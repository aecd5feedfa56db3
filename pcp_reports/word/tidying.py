"""Takes out of a Word file what nothing refers to any more: pictures, notes, links and bookmarks of the old text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.parts import RELATIONSHIPS, drop_parts, part_of_kind, rels_name, serialize
from pcp_reports.word.reading import relationships, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

# Parts that belong to the file as a whole are kept, whether or not the text names them.
_BY_NAME = frozenset(("image", "hyperlink", "chart", "oleObject", "package", "diagramData", "diagramLayout", "control"))
_BY_NAME_TOO = frozenset(("diagramQuickStyle", "diagramColors", "diagramDrawing", "video", "audio", "media", "aFChunk"))


def tidied(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without pictures, links, notes and bookmarks that belonged to text no longer there."""
    root = parse(parts[DOCUMENT])
    _pair_bookmarks(root)
    done = {**parts, DOCUMENT: serialize(root)}
    done = _without_unused_links(done, root)
    for kind, note in (("footnotes", "footnote"), ("endnotes", "endnote")):
        name = part_of_kind(done, kind)
        if name is not None:
            done[name] = _without_unused_notes(done[name], root, note)
    return drop_parts(done, _unreached(done))


def _pair_bookmarks(root: etree._Element) -> None:
    starts = {one.get(w("id")): one for one in root.iter(w("bookmarkStart"))}
    ends = {one.get(w("id")): one for one in root.iter(w("bookmarkEnd"))}
    for one in [*root.iter(w("bookmarkStart")), *root.iter(w("bookmarkEnd"))]:
        parent = one.getparent()
        if (one.get(w("id")) not in starts or one.get(w("id")) not in ends) and parent is not None:
            parent.remove(one)


def _without_unused_links(parts: dict[str, bytes], root: etree._Element) -> dict[str, bytes]:
    name = rels_name(DOCUMENT)
    if name not in parts:
        return parts
    named = {
        value
        for element in root.iter("*")
        for attribute, value in element.attrib.items()
        if str(attribute).startswith(f"{{{RELATIONSHIPS}}}")
    }
    kinds = relationships(parts, DOCUMENT)
    links = parse(parts[name])
    for entry in list(links):
        identifier = entry.get("Id", "")
        if kinds[identifier].kind in _BY_NAME | _BY_NAME_TOO and identifier not in named:
            links.remove(entry)
    return {**parts, name: serialize(links)}


def _without_unused_notes(content: bytes, root: etree._Element, note: str) -> bytes:
    used = {one.get(w("id")) for one in root.iter(w(f"{note}Reference"))}
    notes = parse(content)
    for one in notes.findall(w(note)):
        if one.get(w("type"), "normal") == "normal" and one.get(w("id")) not in used:
            notes.remove(one)
    return serialize(notes)


def _unreached(parts: Mapping[str, bytes]) -> set[str]:
    """Return the pictures, charts and embedded files that no part refers to."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relationship in relationships(parts, waiting.pop()).values():
            if not relationship.external and relationship.target not in reached:
                reached.add(relationship.target)
                waiting.append(relationship.target)
    folders = ("word/media/", "word/charts/", "word/embeddings/", "word/diagrams/")
    return {name for name in parts if name.startswith(folders) and not name.endswith(".rels") and name not in reached}
