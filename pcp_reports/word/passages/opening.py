"""A Word file opened to be read: the parts that hold words, whatever they are called, each parsed once.

Source: ECMA-376 part 2 (a package's parts are found by relationships, not by their names) and part 1, annex A: the
“Strict” form says the same as the usual one under other namespaces.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.word.package import CONTENT_TYPES, DOCUMENT, WORD, is_xml, read_parts, read_root
from pcp_reports.word.parts import RELATIONSHIPS, rels_name
from pcp_reports.word.reading import relationships_in, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pcp_reports.word.reading import Relationship

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (_STRICT + b"wordprocessingml/main", WORD.encode()),
    (_STRICT + b"officeDocument/relationships", RELATIONSHIPS.encode()),
)
# Folders and files of a package that hold no words of the paper; pictures and sheets are no XML and stay packed anyway.
_NO_WORDS = frozenset(("theme", "glossary", "charts", "diagrams", "embeddings", "media", "activex", "customxml", "ink"))
_NO_WORDS_IN = frozenset(
    ("websettings.xml", "fonttable.xml", "styleswitheffects.xml", "people.xml", "app.xml", "custom.xml")
)
# How words and paragraphs look on the page, where it tells a reader nothing. Some programs write these on each run, and
# a paper is read faster without them.
_LOOKS = tuple(
    map(
        w,
        (
            *("rFonts", "sz", "szCs", "kern", "lang", "color", "i", "iCs", "bCs", "highlight", "proofErr", "noProof"),
            *("spacing", "jc", "ind", "tabs", "widowControl", "keepNext", "keepLines", "contextualSpacing", "pBdr"),
            *(
                "suppressAutoHyphens",
                "overflowPunct",
                "shd",
                "tcW",
                "tcBorders",
                "lastRenderedPageBreak",
                "bookmarkEnd",
            ),
        ),
    )
)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NO_DOCUMENT = "This is not a Word file, although it is packed like one: it has no document inside."
_SAVE_AGAIN = "Open it in Word, choose Save As and the type “Word Document (.docx)”, and use the file that makes."


@dataclass(frozen=True, slots=True)
class Opened:
    """An open Word file: the root of its document, where that leads to, and the names of all parts.

    ``parts`` are the bytes of the parts that may hold words; `part` parses one of them.
    """

    path: str
    document: etree._Element
    leads: Mapping[str, Relationship]
    names: tuple[str, ...]
    parts: Mapping[str, bytes]

    def part(self, name: str) -> etree._Element | Finding | None:
        """Return the root of a part by name, None where there is none, or the finding that says why it is refused."""
        content = self.parts.get(name.casefold())
        return _parsed(name, content, self.path) if content else None

    def of_kind(self, kind: str) -> etree._Element | Finding | None:
        """Return the root of the document's one part of a kind (“styles”), as `part` does."""
        for lead in self.leads.values():
            if lead.kind == kind and not lead.external:
                return self.part(lead.target)
        return None

    def title(self) -> str:
        """Return the title among the file's own properties; empty where there is none, or it cannot be read."""
        root = self.part("docProps/core.xml")
        if root is None or isinstance(root, Finding):
            return ""
        return " ".join((root.findtext(_TITLE) or "").split())


def open_to_read(data: bytes, path: str) -> Opened | Finding:
    """Return a Word file (.docx, .dotx, Strict or not) opened to be read, or the finding that says why it is refused."""
    parts = read_parts(data, path, wanted=_may_hold_words)
    if isinstance(parts, Finding):
        return parts
    folded = {name.casefold(): content for name, content in parts.items()}
    if CONTENT_TYPES.casefold() not in folded:
        return Finding("W205", _NO_DOCUMENT, Place(path), hint=_SAVE_AGAIN)
    top = _leads("", folded, path)
    if isinstance(top, Finding):
        return top
    name = _main_part(top.values())
    content = folded.get(name.casefold())
    if not content:
        return Finding("W205", _NO_DOCUMENT, Place(path), hint=_SAVE_AGAIN)
    root = _parsed(name, content, path)
    if isinstance(root, Finding):
        return root
    if root.tag != w("document"):
        return Finding("W205", _NO_DOCUMENT, Place(path), hint=_SAVE_AGAIN)
    leads = _leads(name, folded, path)
    if isinstance(leads, Finding):
        return leads
    return Opened(path, root, leads, tuple(parts), folded)


def _may_hold_words(name: str) -> bool:
    *folders, file = name.casefold().split("/")
    return is_xml(file) and file not in _NO_WORDS_IN and _NO_WORDS.isdisjoint(folders)


def _leads(name: str, parts: Mapping[str, bytes], path: str) -> Mapping[str, Relationship] | Finding:
    listed = rels_name(name) if name else "_rels/.rels"
    content = parts.get(listed.casefold())
    if not content:
        return {}
    root = _parsed(listed, content, path)
    return root if isinstance(root, Finding) else relationships_in(root, posixpath.dirname(name))


def _main_part(leads: Iterable[Relationship]) -> str:
    mains = (lead.target for lead in leads if lead.kind == "officeDocument" and not lead.external)
    return next(mains, DOCUMENT)


def _parsed(name: str, content: bytes, path: str) -> etree._Element | Finding:
    if _STRICT in content:
        for strict, usual in _STRICT_NAMES:
            content = content.replace(strict, usual)
    root = read_root(name, content, path)
    if not isinstance(root, Finding):
        etree.strip_elements(root, *_LOOKS, with_tail=False)
    return root
