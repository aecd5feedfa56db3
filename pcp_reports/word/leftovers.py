"""Looks through every part of the finished file for what should be gone, and reads its properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.word.differences import excerpt
from pcp_reports.word.package import parse
from pcp_reports.word.reading import VAL, T, paragraphs, relationships, text_of, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml import etree

    from pcp_reports.document import Document

_TAG = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DRAFT_STYLES = "Draft"


def leftover_tags(
    parts: Mapping[str, bytes], document: Document, exact: Collection[str], path: str
) -> Iterator[Finding]:
    """Yield a finding for each placeholder that was not filled: in any part, in text, field or attribute.

    ``exact`` are the texts of paragraphs already proved: braces in them are the officer's own words.
    """
    own = [words for words in _front(document) if _TAG.search(words)]
    tables = {block.table.summary for block in document.body if block.table is not None}
    for name in sorted(parts):
        if not name.startswith(("word/", "docProps/")) or not name.endswith(".xml"):
            continue
        if b"{" not in parts[name] and b"}" not in parts[name]:
            continue
        root = parse(parts[name])
        told: set[str] = set()
        for text in (*_paragraph_texts(root, exact), *(text for text in _other_texts(root) if text not in tables)):
            left = text
            for words in own:
                left = left.replace(words, "")
            if _TAG.search(left) and text not in told:
                told.add(text)
                message = f"A placeholder was left unfilled in {path}, in {name}: {excerpt(text)}."
                yield Finding("W411", message, Place(path))


def core_title(parts: Mapping[str, bytes]) -> str:
    """Return the title in the file's properties, or the empty string."""
    for relationship in relationships(parts, "").values():
        if relationship.kind == "core-properties" and relationship.target in parts:
            title = parse(parts[relationship.target]).find(_TITLE)
            return "" if title is None else title.text or ""
    return ""


def _front(document: Document) -> tuple[str, ...]:
    people = (document.contact, document.signatory)
    office = document.office
    lines = [person.line for person in people] + [words for person in people for words in (person.name, person.role)]
    return (document.title, document.meeting, office.name, office.commissioner, office.force, office.panel, *lines)


def _paragraph_texts(root: etree._Element, exact: Collection[str]) -> Iterator[str]:
    for paragraph in paragraphs(root):
        text = text_of(paragraph)
        if text not in exact and not _is_draft_notice(paragraph):
            yield text


def _is_draft_notice(paragraph: etree._Element) -> bool:
    # The page of faults in front of a draft quotes placeholders: that is what it is there to do.
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(VAL, "").startswith(_DRAFT_STYLES)


def _other_texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag != T and element.text:
            yield element.text
        yield from map(str, element.attrib.values())
