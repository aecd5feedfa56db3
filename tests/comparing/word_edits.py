"""What people do to a paper in Word, done to its paragraphs: words changed, paragraphs parted, joined, added, moved, deleted."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as Word
    from lxml.etree import _Element

MARK = "_pcp_"


def drop(element: _Element) -> None:
    """Take an element out of its file."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


class Edited:
    """A Word file being edited. Bookmarks stay where Word would leave them."""

    def __init__(self, data: bytes) -> None:
        """Open the file."""
        self.word: Word = Document(io.BytesIO(data))

    @property
    def paragraphs(self) -> list[_Element]:
        """Return the paragraphs of the body that have words, those of tables too."""
        return [one for one in self.word.element.body.iter(qn("w:p")) if self.text(one).strip()]

    @property
    def marked(self) -> list[_Element]:
        """Return the paragraphs of the paper that bear a bookmark of ours, tables' left out."""
        return [
            one
            for one in self.paragraphs
            if self.mark(one) is not None and next(one.iterancestors(qn("w:tc")), None) is None
        ]

    def text(self, paragraph: _Element) -> str:
        """Return a paragraph's words."""
        return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))

    def mark(self, paragraph: _Element) -> str | None:
        """Return the name of the bookmark of ours that begins in a paragraph."""
        starts = paragraph.iter(qn("w:bookmarkStart"))
        return next((one.get(qn("w:name")) for one in starts if one.get(qn("w:name"), "").startswith(MARK)), None)

    def having(self, words: str) -> _Element:
        """Return the first paragraph that holds some words."""
        return next(one for one in self.paragraphs if words in self.text(one))

    def replace(self, old: str, new: str, paragraph: _Element | None = None) -> None:
        """Type over words, wherever the runs part them; what is typed takes the look of the first letter."""
        paragraph = self.having(old) if paragraph is None else paragraph
        whole = self.text(paragraph)
        self.put(paragraph, whole.index(old), whole.index(old) + len(old), new)

    def put(self, paragraph: _Element, start: int, end: int, new: str) -> None:
        """Type ``new`` over the letters ``start`` to ``end`` of a paragraph."""
        at, left = 0, new
        pieces = list(paragraph.iter(qn("w:t")))
        for number, piece in enumerate(pieces):
            text = piece.text or ""
            first, last = max(start - at, 0), min(end - at, len(text))
            at += len(text)
            inside = first < last or (start == end and 0 <= first <= len(text) and last == first)
            if inside or (left and number == len(pieces) - 1):
                piece.text = text[:first] + left + text[max(last, first) :]
                piece.set(qn("xml:space"), "preserve")
                left = ""

    def part(self, paragraph: _Element, at: int) -> _Element:
        """Press Enter at a letter: the bookmark stays with the first half. Return the second."""
        text = self.text(paragraph)
        second = deepcopy(paragraph)
        for mark in [*second.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            drop(mark)
        self.put(paragraph, at, len(text), "")
        self.put(second, 0, at, "")
        paragraph.addnext(second)
        return second

    def join(self, paragraph: _Element, following: _Element, between: str = " ") -> None:
        """Press Delete at the end of a paragraph: the next one's words and bookmark go on in it."""
        text = self.text(paragraph)
        self.put(paragraph, len(text), len(text), between)
        for child in list(following):
            if child.tag != qn("w:pPr"):
                paragraph.append(child)
        drop(following)

    def add(self, after: _Element, text: str, like: _Element | None = None) -> _Element:
        """Press Enter at the end of a paragraph and type another one, that looks as ``like`` does (else as the one above)."""
        new = deepcopy(after if like is None else like)
        for child in list(new):
            if child.tag not in (qn("w:pPr"), qn("w:r")):
                new.remove(child)
        for run in list(new.iter(qn("w:r")))[1:]:
            drop(run)
        for look in [*new.iter(qn("w:rPr"))]:
            drop(look)
        next(new.iter(qn("w:t"))).text = text
        after.addnext(new)
        return new

    def delete(self, paragraph: _Element) -> None:
        """Take a whole paragraph out."""
        drop(paragraph)

    def move(self, paragraph: _Element, after: _Element) -> None:
        """Cut a paragraph and put it behind another, bookmark and all."""
        after.addnext(paragraph)

    def without_marks(self) -> None:
        """Take every bookmark out, as a program does that does not know them."""
        for mark in [*self.word.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            drop(mark)

    def saved(self) -> bytes:
        """Return the file."""
        buffer = io.BytesIO()
        self.word.save(buffer)
        return buffer.getvalue()
