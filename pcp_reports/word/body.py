"""Blocks of words -> WordprocessingML: text built once, escaped once, fast for papers of any length."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.document import BlockKind
from pcp_reports.word.columns import column_widths
from pcp_reports.word.parts import RELATIONSHIPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.document import Block, Run, Table

TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
HYPERLINK = "Hyperlink"

_HEADINGS = {BlockKind.HEADING, BlockKind.PHASE, BlockKind.MINOR, BlockKind.GRANT_HEADING}
_SENTENCES = {BlockKind.NUMBERED, BlockKind.CONTINUATION, BlockKind.TEXT}
_STAY = "<w:keepNext/>"
_SHORT_TABLE = 8  # rows: so short a table is not parted by the end of a page
# What XML 1.0, production 2, leaves out, and the carriage return, which every reader would turn into something else.
# Named rather than excluded: `[^…]` over all of Unicode takes 5 ms to compile.
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def unholdable(text: str) -> str | None:
    """Return the first character of ``text`` that a Word file cannot hold, or None."""
    found = _UNHOLDABLE.search(text)
    return found.group() if found else None


@dataclass(slots=True)
class Setter:
    """Sets blocks for one Word file, and remembers what that file must then have: links, and styles it lacks.

    ``styles`` are the file's style ids by name in small letters; ``width`` is the room for a table, in twentieths of a
    point; ``link_stem`` begins the relationship ids; ``bookmark`` is the first bookmark id that is free; ``last`` is
    the bookmark of the block that the sign-off follows, which stays on a page with it.
    """

    styles: Mapping[str, str]
    width: int
    link_stem: str
    bookmark: int = 0
    last: str = ""
    links: dict[str, str] = field(default_factory=dict)
    lacking: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def blocks(self, blocks: Sequence[Block], names: Sequence[str]) -> str:
        """Return the XML of blocks that follow one another; ``names`` are their bookmarks."""
        return "".join(self._all(blocks, names))

    def _all(self, blocks: Sequence[Block], names: Sequence[str]) -> Iterator[str]:
        for at, (block, name) in enumerate(zip(blocks, names, strict=True)):
            following = blocks[at + 1].kind if at + 1 < len(blocks) else None
            if block.table is None:
                # What brings in a quotation is nothing without it at the foot of a page.
                brings_in = following is BlockKind.QUOTATION and block.kind in _SENTENCES
                yield self._paragraph(block, name, keep=brings_in)
                continue
            yield self._table(block, block.table, name)
            if following not in _HEADINGS:
                # Two tables with nothing between become one in Word, and a document may not end with a table.
                yield f"<w:p>{self._properties(TABLE_TEXT)}</w:p>"

    def _paragraph(self, block: Block, name: str, *, keep: bool = False) -> str:
        start, end = self._bookmark(name)
        # The one look no style can give: a signature alone on a page could be anybody's.
        stay = _STAY if keep or name == self.last else ""
        return f"<w:p>{self._properties(block.style, stay)}{start}{self._runs(block.runs)}{end}</w:p>"

    def _properties(self, style: str, stay: str = "") -> str:
        identifier = self._style(style)
        return f'<w:pPr><w:pStyle w:val="{identifier}"/>{stay}</w:pPr>' if identifier else ""

    def _style(self, name: str) -> str:
        identifier = self.styles.get(name.casefold(), "")
        if not identifier:
            self.lacking.add(name)
        return identifier

    def _bookmark(self, name: str) -> tuple[str, str]:
        if name in self.used:  # a template may print a block twice; a bookmark's name may stand but once
            return "", ""
        self.used.add(name)
        number = self.bookmark
        self.bookmark += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def _runs(self, runs: Sequence[Run]) -> str:
        if len(runs) == 1 and runs[0].link is None:
            return self._run(runs[0], "")
        return "".join(self._linked(link, list(alike)) for link, alike in groupby(runs, key=lambda run: run.link))

    def _linked(self, link: str | None, runs: Sequence[Run]) -> str:
        if link is None:
            return "".join(self._run(run, "") for run in runs)
        identifier = self.links.setdefault(link, f"{self.link_stem}{len(self.links) + 1}")
        style = self._style(HYPERLINK)
        look = f'<w:rStyle w:val="{style}"/>' if style else ""
        words = "".join(self._run(run, look) for run in runs)
        return f'<w:hyperlink xmlns:r="{RELATIONSHIPS}" r:id="{identifier}" w:history="1">{words}</w:hyperlink>'

    def _run(self, run: Run, look: str) -> str:
        if run.bold:
            look += "<w:b/><w:bCs/>"
        if run.italic:
            look += "<w:i/><w:iCs/>"
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f"<w:r>{properties}{_words(run.text)}</w:r>"

    def _table(self, block: Block, table: Table, name: str) -> str:
        widths = column_widths(table, self.width)
        start, end = self._bookmark(name)
        style = self._style(block.style)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        short = len(table.rows) <= _SHORT_TABLE
        heading = self._row(
            table.header, widths, TABLE_HEADING, "<w:cantSplit/><w:tblHeader/>", start + end, stay=_STAY
        )
        # A row stays with the one after it; the last has none.
        rows = "".join(
            self._row(row, widths, TABLE_TEXT, "<w:cantSplit/>", stay=_STAY if short and at < len(table.rows) else "")
            for at, row in enumerate(table.rows, 1)
        )
        return (
            "<w:tbl><w:tblPr>"
            + (f'<w:tblStyle w:val="{style}"/>' if style else "")
            + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
            f' w:noVBand="1"/><w:tblCaption w:val={_attribute(table.summary)}/>'
            f"<w:tblDescription w:val={_attribute(', '.join(table.header))}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{heading}{rows}</w:tbl>"
        )

    def _row(
        self, cells: Sequence[str], widths: Sequence[int], style: str, looks: str, mark: str = "", stay: str = ""
    ) -> str:
        properties = self._properties(style, stay)
        made = []
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            words = f"<w:r>{_words(cell)}</w:r>" if cell else ""
            made.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"<w:p>{properties}{'' if at else mark}{words}</w:p></w:tc>"
            )
        return f"<w:tr><w:trPr>{looks}</w:trPr>{''.join(made)}</w:tr>"


def _words(text: str) -> str:
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    pieces = re.split("([\t\n])", text)
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' for piece in pieces if piece
    )


def _attribute(text: str) -> str:
    return f'"{escape(" ".join(text.split()))}"'
