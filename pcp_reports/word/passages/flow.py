"""One stretch of a paper that is read from top to bottom: the body, a page's header, a note, a text box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.passage import Cell, Passage, Sort
from pcp_reports.word.passages.gathering import Gatherer
from pcp_reports.word.passages.layout import laid_out
from pcp_reports.word.passages.pieces import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from pcp_reports.word.numbers import Counters
    from pcp_reports.word.passages.gathering import Shared
    from pcp_reports.word.passages.layout import Stretch
    from pcp_reports.word.passages.pieces import Table, TableCell, TableRow

_LONGEST_HEADING = 160
_MOST_WORDS = 18  # of a heading that ends as a sentence does
_DEEPEST = 8
_MOST_AGAIN = (
    1_000  # letters of a merged cell that are given again in each row beside it: more is no name and no purpose
)


class Flow:
    """Reads one stretch. ``passages`` are what it holds; boxes and notes are left to the caller, with where they stand."""

    def __init__(self, root: etree._Element, shared: Shared, counters: Counters | None = None) -> None:
        self.passages: list[Passage] = []
        self.boxes: list[tuple[int, etree._Element]] = []  # the place among the passages, and the box
        self.notes: list[tuple[str, str]] = []
        self._struck = ""
        self._shared = shared
        self._gatherer = Gatherer(root, shared, counters)

    def read(self, parent: etree._Element) -> None:
        """Read the paragraphs and tables of a body, a note or a box."""
        self._read(self._gatherer.blocks(parent))

    def _read(self, blocks: Iterable[Paragraph | Table]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)

    def _hang(self, paragraph: Paragraph) -> None:
        """Note the boxes and notes of a paragraph, at the passage that comes next."""
        sentence = paragraph.sentence
        if sentence.boxes:
            self.boxes += ((len(self.passages), box) for box in sentence.boxes)
        self.notes += sentence.notes

    def _paragraph(self, paragraph: Paragraph) -> None:
        self._hang(paragraph)
        text, sentence = paragraph.text, paragraph.sentence
        struck = sentence.struck_words
        if not text or (struck and not any(map(str.isalnum, text))):
            self._strike(struck)
            return
        sort, level = _sort(paragraph)
        self.passages.append(
            Passage(
                sort,
                text,
                level=level,
                label=paragraph.label,
                numbered=paragraph.counts,
                bold=not sentence.plain,
                marks=tuple(sentence.marks),
                struck=self._with_waiting(struck),
            )
        )

    def _strike(self, words: str) -> None:
        """Note words of which nothing else is left in their paragraph at the passage above, or else at the one that comes."""
        if words and self.passages:
            last = self.passages[-1]
            self.passages[-1] = replace(last, struck=f"{last.struck} … {words}" if last.struck else words)
        elif words:
            self._struck = self._with_waiting(words)

    def _with_waiting(self, words: str) -> str:
        """Return words that are struck through behind those that have had no passage so far."""
        waiting, self._struck = self._struck, ""
        return " … ".join(filter(None, (waiting, words)))

    def _table(self, table: Table) -> None:
        stretches = laid_out(table)
        if stretches is not None:
            for stretch in stretches:
                self._stretch(stretch)
            return
        number = self._shared.next_table()
        above: dict[int, str] = {}
        for row in table.rows:
            self._row(row, number, above)

    def _stretch(self, stretch: Stretch) -> None:
        """Read what a row of a table for layout holds, the number beside it as the label of its first paragraph."""
        first = len(self.passages)
        self._read(stretch.blocks)
        if len(self.passages) == first:
            return
        passage = self.passages[first]
        if stretch.label and not passage.label and passage.sort is not Sort.ROW:
            sort = Sort.ITEM if passage.sort is Sort.TEXT else passage.sort
            level = stretch.level if sort is Sort.ITEM else passage.level
            passage = replace(passage, sort=sort, level=level, label=stretch.label, numbered=True)
        self.passages[first] = replace(passage, marks=(*stretch.marks, *passage.marks))

    def _row(self, row: TableRow, number: int, above: dict[int, str]) -> None:
        cells: list[Cell] = []
        marks = list(row.marks)
        column, plain = row.shape.skipped, False
        struck: list[str] = []
        for cell in row.cells:
            shape = cell.shape
            text = _words(cell, alone=len(row.cells) == 1)
            for one in cell.blocks:
                if isinstance(one, Paragraph):
                    self._hang(one)
                    marks += one.sentence.marks
                    struck += filter(None, (one.sentence.struck_words,))
                    plain = plain or one.sentence.plain
            if shape.goes_left and cells:
                cells[-1] = replace(cells[-1], span=cells[-1].span + shape.span)
            elif shape.goes_on and column in above:
                cells.append(Cell(above[column], column, shape.span, goes_on=True))
            else:
                cells.append(Cell(text, column, shape.span))
            if shape.begins or (shape.goes_on and column not in above):
                above[column] = text[:_MOST_AGAIN]
            elif not shape.goes_on:
                above.pop(column, None)
            column += shape.span
        if cells:
            words = "\t".join(cell.text.replace("\t", " ") for cell in cells)
            bold = bool(words.strip()) and not plain
            header, held = row.shape.header, tuple(cells)
            gone = self._with_waiting(" – ".join(struck))
            self.passages.append(
                Passage(
                    Sort.ROW, words, bold=bold, table=number, cells=held, header=header, marks=tuple(marks), struck=gone
                )
            )
        for cell in row.cells:
            self._read(one for one in cell.blocks if not isinstance(one, Paragraph))


def _words(cell: TableCell, *, alone: bool) -> str:
    """Return the words of a cell. A number or bullet of Word's own is shown where it, or the cell, is all there is."""
    lines = []
    for one in cell.paragraphs:
        shown = one.label if alone or not one.text else ""
        lines.append(f"{shown} {one.text}".strip())
    return "\n".join(lines)


def _sort(paragraph: Paragraph) -> tuple[Sort, int]:
    """Return what a paragraph is, and its level. A heading's style on whole sentences makes no heading of them."""
    kind, outline, text = paragraph.kind, paragraph.outline, paragraph.text
    sort, level = kind.sort, kind.level
    if outline is not None:
        sort, level = (Sort.HEADING, outline) if outline else (None if sort is Sort.HEADING else sort, 0)
    if (
        sort is Sort.HEADING
        and len(text) <= _LONGEST_HEADING
        and not (text[-1] in ".;" and len(text.split()) > _MOST_WORDS)
    ):
        return Sort.HEADING, level
    if sort is Sort.TITLE:
        return Sort.TITLE, 0
    if paragraph.label and paragraph.numbered is not None:
        return Sort.ITEM, min(max(paragraph.numbered.level, kind.deeper), _DEEPEST)
    return Sort.TEXT, 0
