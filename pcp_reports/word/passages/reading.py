"""A Word paper read whole: its body in order, then what is printed around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.passage import Passage, Sort
from pcp_reports.records import dataclass
from pcp_reports.word.numbers import Counters, Resolver
from pcp_reports.word.passages.around import note_labels, notes_by_id, page_parts
from pcp_reports.word.passages.flow import Flow
from pcp_reports.word.passages.gathering import Shared
from pcp_reports.word.passages.opening import open_to_read
from pcp_reports.word.passages.styles import Styles
from pcp_reports.word.passages.unread import unread
from pcp_reports.word.reading import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pcp_reports.word.passages.opening import Opened

_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: what stands in it, and the place among the body's passages of the one that it hangs on."""

    passages: tuple[Passage, ...]
    beside: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote (``kind``) with the mark that is printed before it."""

    kind: str
    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class WordPaper:
    """What a Word file says: the body in order, and apart from it boxes, notes, headers and footers."""

    body: tuple[Passage, ...] = ()
    boxes: tuple[Box, ...] = ()
    notes: tuple[Note, ...] = ()
    headers: tuple[Passage, ...] = ()
    footers: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""


def read_word(data: bytes, path: str) -> WordPaper:
    """Return what a Word file says; ``path`` is for the place of findings. Nothing is raised, whatever the file holds.

    A file that cannot be read has one error among the findings, and nothing else.
    """
    opened = open_to_read(data, path)
    if isinstance(opened, Finding):
        return WordPaper(findings=(opened,))
    parts = {}
    for kind in _PARTS:
        root = opened.of_kind(kind)
        if isinstance(root, Finding):
            return WordPaper(findings=(root,))
        parts[kind] = root
    pages = _pages(opened, parts["settings"])
    if isinstance(pages, Finding):
        return WordPaper(findings=(pages,))
    return _Reader(opened, parts, pages).paper()


def _pages(opened: Opened, settings: etree._Element | None) -> list[tuple[str, etree._Element]] | Finding:
    """Return “header” or “footer” and the root of each that is printed; or the finding that says why one is refused."""
    roots = []
    seen: set[tuple[str, str]] = set()
    for kind, identifier in page_parts(opened.document, settings):
        lead = opened.leads.get(identifier)
        if lead is None or lead.external or (kind, lead.target) in seen:
            continue
        seen.add((kind, lead.target))
        root = opened.part(lead.target)
        if isinstance(root, Finding):
            return root
        if root is not None:
            roots.append((kind, root))
    return roots


class _Reader:
    """Reads an open file, every part of which is known to be sound."""

    def __init__(
        self, opened: Opened, parts: dict[str, etree._Element | None], pages: list[tuple[str, etree._Element]]
    ) -> None:
        self._opened = opened
        self._parts = parts
        self._printed = pages
        self._shared = Shared(Styles(parts["styles"]), Resolver(parts["styles"], parts["numbering"]), [])
        self._boxed = Counters()

    def paper(self) -> WordPaper:
        document = self._opened.document
        flow = Flow(document, self._shared)
        for body in document.iterchildren(w("body")):
            flow.read(body)
        boxes, noted = self._boxes(flow)
        return WordPaper(
            tuple(flow.passages),
            tuple(boxes),
            tuple(self._notes([*flow.notes, *noted])),
            *self._pages(),
            findings=tuple(unread(self._opened)),
            title=self._opened.title(),
        )

    def _boxes(self, flow: Flow) -> tuple[list[Box], list[tuple[str, str]]]:
        """Return the boxes that hang on a stretch, those within boxes behind them, and the notes they refer to."""
        found: list[Box] = []
        notes: list[tuple[str, str]] = []
        waiting = list(flow.boxes)
        for beside, element in waiting:
            inside = Flow(element, self._shared, self._boxed)
            inside.read(element)
            notes += inside.notes
            waiting += ((beside, box) for _, box in inside.boxes)
            passages = _as(Sort.BOX, inside.passages)
            if passages:
                found.append(Box(passages, min(beside, max(len(flow.passages) - 1, 0))))
        return found, notes

    def _notes(self, references: list[tuple[str, str]]) -> Iterator[Note]:
        roots = {kind: self._parts[f"{kind}s"] for kind in ("footnote", "endnote")}
        notes = {kind: {} if root is None else notes_by_id(root, kind) for kind, root in roots.items()}
        for kind, identifier, label in note_labels(references, self._opened.document, self._parts["settings"]):
            element = notes[kind].get(identifier)
            if element is None:
                continue
            flow = Flow(element, self._shared)
            flow.read(element)
            passages = _as(Sort.NOTE, flow.passages)
            if passages:
                yield Note(kind, label, (replace(passages[0], label=label, numbered=True), *passages[1:]))

    def _pages(self) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Return headers and footers, each wording once."""
        found: dict[str, list[Passage]] = {"header": [], "footer": []}
        for kind, root in self._printed:
            flow = Flow(root, self._shared)
            flow.read(root)
            boxes, _ = self._boxes(flow)
            passages = [*flow.passages, *(one for box in boxes for one in box.passages)]
            words = {one.text for one in found[kind]}
            found[kind] += (one for one in _as(Sort(kind), passages) if one.text not in words)
        return tuple(found["header"]), tuple(found["footer"])


def _as(sort: Sort, passages: list[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(one, sort=sort) for one in passages if one.text.strip())
