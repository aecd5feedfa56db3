"""Gathers the paragraphs and tables of one stretch in order: tracked changes accepted, numbers counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.numbers import Counters
from pcp_reports.word.passages.blocks import Properties, Unwrapped, properties_of
from pcp_reports.word.passages.fields import Fields
from pcp_reports.word.passages.pieces import Paragraph, Table, TableCell, TableRow
from pcp_reports.word.passages.rows import cell_shape, first_row_is_bold, row_shape
from pcp_reports.word.passages.sentences import SentenceReader
from pcp_reports.word.reading import TC, TR, P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pcp_reports.word.numbers import Resolver
    from pcp_reports.word.passages.sentences import Sentence
    from pcp_reports.word.passages.styles import Face, Styles

_ENTRY = re.compile(r"[\t.… ](?:[0-9]{1,4}|[ivxlc]{1,7})$")  # an entry of a table of contents ends in its page


@dataclass(frozen=True, slots=True)
class Shared:
    """What all stretches of a paper share: styles, numbering, and how many tables there have been."""

    styles: Styles
    resolver: Resolver
    tables: list[int]

    def next_table(self) -> int:
        """Return the number of the next table, from 1."""
        self.tables.append(len(self.tables) + 1)
        return self.tables[-1]


class Gatherer:
    """Reads a stretch whose root is given; ``counters`` are those of an earlier one that it counts on from."""

    def __init__(self, root: etree._Element, shared: Shared, counters: Counters | None) -> None:
        self._shared = shared
        self._counters = counters or Counters()
        self._fields = Fields(root)
        self._reader = SentenceReader(shared.styles, self._fields)
        self._unwrapped = Unwrapped(self._fields)

    def blocks(self, parent: etree._Element, row: Face | None = None) -> Iterator[Paragraph | Table]:
        """Yield paragraphs, those joined whose marks are deleted, and tables; ``row`` is how the table sets this row."""
        begun: tuple[etree._Element, Sentence, Properties] | None = None
        for element in self._unwrapped.blocks(parent):
            if element.tag != P:
                if begun is not None:
                    yield self._paragraph(*begun)
                    begun = None
                yield self._table(element)
                continue
            properties = properties_of(element)
            face = self._shared.styles.kind(properties.style).face
            sentence = self._reader.read(element, face if row is None or face.bold else row)
            sentence.marks[:0] = self._unwrapped.taken()
            if begun is not None:
                properties = self._joined(begun[1], begun[2], sentence, properties)
                sentence = begun[1]
            begun = element, sentence, properties
            if not properties.runs_on:
                yield self._paragraph(*begun)
                begun = None
        if begun is not None:
            yield self._paragraph(*begun)

    @staticmethod
    def _joined(sentence: Sentence, before: Properties, later: Sentence, properties: Properties) -> Properties:
        """Join a paragraph to the one before it whose mark is deleted, and return what the two then are.

        What has no words left gives neither its look nor its bookmarks.
        """
        kept = before
        if not sentence.says_something:
            kept = properties
            sentence.marks.clear()
            sentence.pieces.clear()
        elif not later.says_something:
            later.marks.clear()
        sentence.join(later)
        return kept._replace(runs_on=properties.runs_on)

    def _paragraph(self, element: etree._Element, sentence: Sentence, properties: Properties) -> Paragraph:
        kind = self._shared.styles.kind(properties.style)
        text = sentence.text
        unprinted = not text and (properties.hidden or kind.face.hidden or self._fields.in_contents)
        if unprinted or (kind.contents and (not text or _ENTRY.search(text) or kind.contents_heading)):
            return Paragraph("", sentence, kind, None, None)
        resolver = self._shared.resolver
        position = resolver.position_of(properties.style, properties.listed, properties.level)
        numbered = None
        if position is not None:
            number, level = position
            numbered = self._counters.count(element, number, resolver.lists[number], level)
        return Paragraph(text, sentence, kind, properties.outline, numbered)

    def _table(self, table: etree._Element) -> Table:
        rows = []
        look = first_row_is_bold(table, self._shared.styles)
        for element in self._unwrapped.children(table, TR):
            shape = row_shape(element)
            marks = self._unwrapped.taken()
            if not shape.shown:
                continue
            cells = [
                TableCell(own, tuple(self.blocks(each, look)))
                for each in self._unwrapped.children(element, TC)
                if (own := cell_shape(each)).shown
            ]
            rows.append(TableRow(shape, tuple(cells), (*marks, *self._unwrapped.taken())))
            look = None
        return Table(tuple(rows))
