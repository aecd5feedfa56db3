"""The paragraphs and tables that stand in a body, a cell, a note or a box: content controls and the like opened.

Source: ECMA-376 part 1, 17.13.5 (tracked changes: a paragraph whose mark is deleted runs on into the next) and 17.5
(content controls, custom XML and smart tags, which wrap blocks, rows and cells alike).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.word.passages.fields import CODE, FIELD
from pcp_reports.word.passages.sentences import ALTERNATE, BOOKMARK, CHOICE, mark_of
from pcp_reports.word.passages.styles import face_of, outline_level
from pcp_reports.word.reading import FALLBACK, TBL, VAL, P, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pcp_reports.word.passages.fields import Fields

_PROPERTIES, _STYLE, _NUMBERING, _OUTLINE = w("pPr"), w("pStyle"), w("numPr"), w("outlineLvl")
_LIST, _LEVEL, _MARK = w("numId"), w("ilvl"), w("rPr")
_GONE = frozenset((w("del"), w("moveFrom")))
_SDT, _SDT_PROPERTIES = w("sdt"), w("sdtPr")
_WRAPPERS = frozenset(map(w, ("customXml", "smartTag", "ins", "moveTo", "sdt", "sdtContent")))
_GALLERY = f"{w('docPartObj')}/{w('docPartGallery')}"


class Properties(NamedTuple):
    """What a paragraph says of itself. ``outline`` is a heading's level from 1, 0 for text, None where it is not said.

    ``runs_on``: its mark is deleted, so that it goes on in the next paragraph. ``hidden``: its mark is.
    """

    style: str = ""
    listed: str | None = None
    level: str | None = None
    outline: int | None = None
    runs_on: bool = False
    hidden: bool = False


_NONE = Properties()


def properties_of(paragraph: etree._Element) -> Properties:
    """Return what a paragraph says of itself."""
    first = next(iter(paragraph), None)
    if first is None or first.tag != _PROPERTIES:
        return _NONE
    style, outline, mark = "", None, _NO_MARK
    listed: tuple[str | None, str | None] = (None, None)
    for child in first:
        tag = child.tag
        if tag == _STYLE:
            style = child.get(VAL, "")
        elif tag == _NUMBERING:
            found = {part.tag: part.get(VAL) for part in child}
            listed = found.get(_LIST), found.get(_LEVEL)
        elif tag == _OUTLINE:
            outline = outline_level(child)
        elif tag == _MARK:
            mark = _mark(child)
    return Properties(style, *listed, outline, *mark)


_NO_MARK = (False, False)


def _mark(properties: etree._Element) -> tuple[bool, bool]:
    """Return whether the mark at the end of a paragraph is deleted, and whether it is hidden."""
    if not len(properties):
        return _NO_MARK
    gone = any(part.tag in _GONE for part in properties)
    return gone, bool(face_of(properties).hidden)


class Unwrapped:
    """Opens the wrappers around blocks, rows and cells; keeps the bookmarks that stand between them for the next."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._marks: list[str] = []

    def taken(self) -> list[str]:
        """Return the bookmarks since the last time, which belong to what comes next."""
        marks, self._marks = self._marks, []
        return marks

    def children(self, parent: etree._Element, *wanted: str) -> Iterator[etree._Element]:
        """Yield the children of these tags, those within wrappers too."""
        for child in parent:
            tag = child.tag
            if tag in wanted:
                yield child
            elif tag == BOOKMARK:
                self._marks += mark_of(child)
            elif tag == _SDT and _is_contents(child):
                self._step_over(child)
            elif tag in _WRAPPERS:
                yield from self.children(child, *wanted)
            elif tag == ALTERNATE:
                for branch in islice(child.iterchildren(CHOICE, FALLBACK), 1):
                    yield from self.children(branch, *wanted)

    def _step_over(self, contents: etree._Element) -> None:
        """Take the fields of contents that are not read: what begins within them may end behind."""
        for mark in contents.iter(FIELD, CODE):
            if mark.tag == FIELD:
                self._fields.step(mark)
            else:
                self._fields.code(mark.text or "")

    def blocks(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Yield the paragraphs and tables."""
        return self.children(parent, P, TBL)


def _is_contents(control: etree._Element) -> bool:
    """Return whether a content control is the table of contents that Word makes."""
    properties = control.find(_SDT_PROPERTIES)
    gallery = None if properties is None else properties.find(_GALLERY)
    return gallery is not None and gallery.get(VAL, "").casefold().startswith("table of contents")
