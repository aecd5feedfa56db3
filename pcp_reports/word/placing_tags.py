"""Puts placeholders into a paper in place of its words, each where the words stood and looking as they looked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.word.reading import FALLBACK, TEXT_BOX, P, R, T, paragraphs, text_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = frozenset(map(w, ("tab", "br", "cr", "noBreakHyphen")))
_NOT_WORDS = frozenset((w("pPr"), w("rPr"), TEXT_BOX, FALLBACK))


def put_words(paragraph: etree._Element, start: int, end: int, words: str) -> None:
    """Put ``words`` in the place of the characters from ``start`` to ``end`` of a paragraph, looking as they did."""
    at = 0
    placed = False
    for piece in list(_pieces(paragraph)):
        long = len(piece.text or "") if piece.tag == T else 1
        first, last = max(start - at, 0), min(end - at, long)
        # Where nothing is replaced, the words go behind what stands before them.
        reached = first < last or (start == end and at <= start <= at + long)
        at += long
        if not reached or (placed and first >= last):
            continue
        before, after = ((piece.text or "")[:first], (piece.text or "")[last:]) if piece.tag == T else ("", "")
        if piece.tag != T and first >= last:
            continue
        _set(piece, before + ("" if placed else words) + after)
        placed = True
    if not placed:
        text = etree.SubElement(etree.SubElement(paragraph, R), T)
        _set(text, words)
    _unlink(paragraph)


def _unlink(paragraph: etree._Element) -> None:
    """Take links that now hold a placeholder, or nothing, from a paragraph: they led to the old paper's people."""
    for link in list(paragraph.iter(w("hyperlink"))):
        words, parent = text_of(link), link.getparent()
        if parent is not None and (not words.strip() or "{{" in words):
            at = parent.index(link)
            for step, run in enumerate(list(link) if words else []):
                parent.insert(at + step, run)
            parent.remove(link)
    if any((code.text or "").split()[:1] == ["HYPERLINK"] for code in paragraph.iter(w("instrText"))):
        for mark in list(paragraph.iter(w("fldChar"), w("instrText"))):
            holder = mark.getparent()
            if holder is not None:
                holder.remove(mark)


def only_words(paragraph: etree._Element, words: str) -> None:
    """Leave nothing in a paragraph but its looks and ``words``."""
    text = text_of(paragraph)
    lead = len(text) - len(text.lstrip())
    put_words(paragraph, lead, len(text.rstrip()), words)


def in_capitals(paragraph: etree._Element) -> None:
    """Have Word print a paragraph in capitals, as its words were typed."""
    for run in paragraph.iter(R):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        if properties.find(w("caps")) is None:
            before = {w(name) for name in ("rStyle", "rFonts", "b", "bCs", "i", "iCs")}
            properties.insert(sum(child.tag in before for child in properties), etree.Element(w("caps")))


def slot(tag: str) -> etree._Element:
    """Return a paragraph with nothing but a tag in it."""
    paragraph = etree.Element(P)
    _set(etree.SubElement(etree.SubElement(paragraph, R), T), tag)
    return paragraph


def around(paragraphs_: list[etree._Element], condition: str) -> None:
    """Have paragraphs printed only if there is something to print; those in a table are left, lest a cell be empty."""
    first, last = paragraphs_[0], paragraphs_[-1]
    parent = first.getparent()
    if parent is None or parent is not last.getparent() or parent.tag != w("body"):
        return
    parent.insert(parent.index(first), slot(f"{{%p if {condition} %}}"))
    parent.insert(parent.index(last) + 1, slot("{%p endif %}"))


def put_slot(first: etree._Element, last: etree._Element, tag: str) -> etree._Element | None:
    """Put a paragraph with ``tag`` in the place of all from ``first`` to ``last``; return it, or None if it cannot be.

    Section breaks among them are kept: the last one that goes is lent to the paragraph's place by `keep_section`.
    """
    if first.getparent() is not last.getparent():
        first, last = _outermost(first), _outermost(last)
    parent = first.getparent()
    if parent is None or parent is not last.getparent():
        return None
    from_, to = parent.index(first), parent.index(last)
    going = list(parent)[from_ : to + 1]
    made = slot(tag)
    parent.insert(from_, made)
    for element in going:
        if element.tag != w("sectPr"):
            parent.remove(element)
    keep_section(parent, going)
    return made


def keep_section(parent: etree._Element, gone: list[etree._Element]) -> None:
    """Give the document's last section the page setup of the first section that went with ``gone``."""
    breaks = [element.find(f"{w('pPr')}/{w('sectPr')}") for element in gone if element.tag == P]
    first = next((section for section in breaks if section is not None), None)
    last = parent.find(w("sectPr"))
    if first is None or last is None:
        return
    for kind in first.findall(w("type")):
        first.remove(kind)
    parent.replace(last, first)


def _outermost(element: etree._Element) -> etree._Element:
    while (parent := element.getparent()) is not None and parent.tag != w("body"):
        element = parent
    return element


def same_place(one: etree._Element, other: etree._Element) -> bool:
    """Return whether two paragraphs stand in one table, so that nothing can be put between them."""
    return _outermost(one) is _outermost(other)


def replace_everywhere(root: etree._Element, words: str, tag: str) -> int:
    """Put ``tag`` in the place of some words wherever they stand in a part, in any case; return how often."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    count = 0
    for paragraph in paragraphs(root):
        match = pattern.search(text_of(paragraph))
        if match is not None and match.group():
            put_words(paragraph, match.start(), match.end(), tag)
            count += 1
    return count


def _set(piece: etree._Element, words: str) -> None:
    if piece.tag != T:
        text = etree.Element(T)
        parent = piece.getparent()
        if parent is not None:
            parent.replace(piece, text)
        piece = text
    piece.text = words
    piece.set(_SPACE, "preserve")


def _pieces(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == T or child.tag in _BREAKS:
            yield child
        elif child.tag not in _NOT_WORDS:
            yield from _pieces(child)
