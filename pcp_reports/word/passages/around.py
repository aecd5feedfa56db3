"""What a Word file prints around its text: headers and footers, footnotes and endnotes with their marks.

Source: ECMA-376 part 1, 17.10 (a first page's header and an even page's are printed only where the file asks for them)
and 17.11 (notes are counted by the order in which the text refers to them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.word.numerals import numeral
from pcp_reports.word.reading import ID, VAL, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_SECTION, _KIND = w("sectPr"), w("type")
_REFERENCES = {w("headerReference"): "header", w("footerReference"): "footer"}
_OFF = frozenset(("0", "false", "off"))
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_LONGEST = 5
_MOST_NOTES = 5_000


def page_parts(document: etree._Element, settings: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Yield “header” or “footer” and the relationship's id of each that is printed, section by section."""
    even = settings is not None and _is_on(settings.find(w("evenAndOddHeaders")))
    for section in document.iter(_SECTION):
        parent = section.getparent()
        if parent is not None and parent.tag == w("sectPrChange"):
            continue
        first = _is_on(section.find(w("titlePg")))
        for child in section:
            kind = _REFERENCES.get(child.tag)
            if kind is None:
                continue
            pages = child.get(_KIND, "default")
            if pages == "default" or (pages == "first" and first) or (pages == "even" and even):
                yield kind, child.get(ID, "")


def note_labels(
    notes: Iterable[tuple[str, str]], document: etree._Element, settings: etree._Element | None
) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the id and the printed number of each note that the text refers to, in that order, each once."""
    counts = {kind: _start(document, settings, kind) for kind in _FORMS}
    seen: set[tuple[str, str]] = set()
    for kind, identifier in notes:
        if (kind, identifier) in seen or len(seen) >= _MOST_NOTES:
            continue
        seen.add((kind, identifier))
        number, form = counts[kind]
        counts[kind] = number + 1, form
        yield kind, identifier, numeral(number, form)


def notes_by_id(root: etree._Element, kind: str) -> dict[str, etree._Element]:
    """Return the notes of a part by id."""
    return {note.get(w("id"), ""): note for note in root.iterchildren(w(kind))}


def _start(document: etree._Element, settings: etree._Element | None, kind: str) -> tuple[int, str]:
    """Return the first number of a kind of note, and the form of its numbers."""
    start, form = 1, _FORMS[kind]
    name = w(f"{kind}Pr")
    given = [] if settings is None else [settings.find(name)]
    given.append(next((section.find(name) for section in document.iter(_SECTION)), None))
    for properties in given:
        if properties is None:
            continue
        own, shape = properties.find(w("numStart")), properties.find(w("numFmt"))
        if own is not None:
            text = own.get(VAL, "")
            start = int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else start
        if shape is not None:
            form = shape.get(VAL, form)
    return start, form


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(VAL, "1") not in _OFF
