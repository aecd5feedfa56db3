"""What somebody left open in a Word file: tracked changes that nobody accepted or rejected, and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.records import dataclass
from pcp_reports.word.passages.opening import open_to_read
from pcp_reports.word.reading import P, T, text_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pcp_reports.word.passages.opening import Opened

MOST = 5_000
"""How many of either are read."""

_TRACKED = {w("ins"): "put in", w("del"): "taken out", w("moveTo"): "moved here", w("moveFrom"): "moved away"}
_WORDS = (T, w("delText"))
_MARK = "the end of a paragraph"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_OFF = ("", "0", "false", "off")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change: what became of which words, who did it, and the words of the paragraph it stands in (as accepted)."""

    how: str
    words: str
    by: str
    near: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is not marked as done: its words, who wrote it, and the words of the paragraph it is put to."""

    words: str
    by: str
    near: str


@dataclass(frozen=True, slots=True)
class Open:
    """What is open in a file; nothing where the file cannot be read, which its reader says."""

    tracked: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()


def open_in(data: bytes, path: str) -> Open:
    """Return the open tracked changes and comments of a Word file, in the order they stand. Nothing is raised."""
    opened = open_to_read(data, path)
    if isinstance(opened, Finding):
        return Open()
    return Open(tuple(_tracked(opened.document))[:MOST], tuple(_comments(opened))[:MOST])


def _tracked(document: etree._Element) -> Iterator[Tracked]:
    """Yield the changes, those of one hand side by side in a paragraph as one."""
    last: Tracked | None = None
    beside: etree._Element | None = None
    for element in document.iter(*_TRACKED):
        if element.getparent() is None or any(above.tag in _TRACKED for above in element.iterancestors()):
            continue
        if _is_mark(element):
            if not _goes_with_words(element):
                if last is not None:
                    yield last
                last, beside = None, None
                yield _made(element, _MARK)
            continue
        words = "".join(one.text or "" for one in element.iter(*_WORDS))
        if not words:
            continue
        made = _made(element, words)
        if last is not None and beside is element.getprevious() and (last.how, last.by) == (made.how, made.by):
            last = Tracked(last.how, last.words + words, last.by, last.near)
        else:
            if last is not None:
                yield last
            last = made
        beside = element
    if last is not None:
        yield last


def _made(element: etree._Element, words: str) -> Tracked:
    return Tracked(_TRACKED[str(element.tag)], words, element.get(w("author"), ""), _said(_paragraph(element)))


def _is_mark(element: etree._Element) -> bool:
    """Return whether a change is of the end of a paragraph (ECMA-376 part 1, 17.13.5.15 and 17.13.5.19)."""
    parent = element.getparent()
    above = parent.getparent() if parent is not None and parent.tag == w("rPr") else None
    return above is not None and above.tag == w("pPr")


def _goes_with_words(mark: etree._Element) -> bool:
    """Return whether words right before or behind a paragraph's end were changed along with it, so that all is one change."""
    paragraph = _paragraph(mark)
    following = paragraph.getnext() if paragraph is not None else None
    beside = [_outermost(paragraph, -1), _outermost(following, 0) if following is not None else None]
    author = w("author")
    return any(one is not None and (one.tag, one.get(author)) == (mark.tag, mark.get(author)) for one in beside)


def _outermost(paragraph: etree._Element | None, at: int) -> etree._Element | None:
    """Return the first or last child of a paragraph that holds words."""
    if paragraph is None or paragraph.tag != P:
        return None
    held = [one for one in paragraph if any(words.text for words in one.iter(*_WORDS))]
    return held[at] if held else None


def _comments(opened: Opened) -> Iterator[Comment]:
    root = opened.of_kind("comments")
    if root is None or isinstance(root, Finding):
        return
    done = _done(opened)
    homes: dict[str, etree._Element | None] = {}
    for element in opened.document.iter(w("commentRangeStart"), w("commentReference")):
        homes.setdefault(element.get(w("id"), ""), _paragraph(element))
    for comment in root.iter(w("comment")):
        paragraphs = list(comment.iter(P))
        if any(one.get(f"{_W14}paraId", " ") in done for one in paragraphs):
            continue
        words = " ".join(filter(None, (text_of(one).strip() for one in paragraphs)))
        if words:
            yield Comment(words, comment.get(w("author"), ""), _said(homes.get(comment.get(w("id"), ""))))


def _done(opened: Opened) -> frozenset[str]:
    """Return the paragraphs of comments that were marked as done."""
    root = opened.of_kind("commentsExtended")
    if root is None or isinstance(root, Finding):
        return frozenset()
    rows = root.iter(f"{_W15}commentEx")
    return frozenset(row.get(f"{_W15}paraId", "") for row in rows if row.get(f"{_W15}done", "").casefold() not in _OFF)


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(P), None)


def _said(paragraph: etree._Element | None) -> str:
    return "" if paragraph is None else " ".join(text_of(paragraph).split())
