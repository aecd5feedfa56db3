"""The lines of a finished paper as a reader would name them: “paragraph 9, third bullet”, “Community Fund, Guides”.

A line is a paragraph, a table of data, or a paragraph of the page's head or foot. Its place is told by what is printed
above it: the number, the heading, the strand.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.document import BlockKind, Table
from pcp_reports.findings import Finding
from pcp_reports.records import dataclass
from pcp_reports.word.items import items_of
from pcp_reports.word.package import DOCUMENT, parse, read_parts
from pcp_reports.word.parts import targets
from pcp_reports.word.reading import FALLBACK, TBL, TR, paragraphs, rows_of, text_of, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pcp_reports.word.items import Item, Rows
    from pcp_reports.word.reading import Link

_DASH = " – "
_HEADER = w("tblHeader")


class LineKind(Enum):
    """What a line is, to a reader."""

    HEADING = "heading"
    NUMBERED = "numbered"
    CONTINUATION = "continuation"
    TEXT = "text"
    BULLET = "bullet"
    SUB_BULLET = "sub-bullet"
    STRAND = "strand"
    GRANT = "grant"
    QUOTATION = "quotation"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


BENEATH = (
    LineKind.CONTINUATION,
    LineKind.BULLET,
    LineKind.SUB_BULLET,
    LineKind.STRAND,
    LineKind.GRANT,
    LineKind.QUOTATION,
    LineKind.TABLE,
)
"""What stands beneath a number, if there is one above."""
AROUND = (LineKind.HEADER, LineKind.FOOTER, LineKind.NOTE)
"""What stands outside the paper's own text."""

_KINDS = {
    BlockKind.NUMBERED: LineKind.NUMBERED,
    BlockKind.CONTINUATION: LineKind.CONTINUATION,
    BlockKind.BULLET: LineKind.BULLET,
    BlockKind.SUB_BULLET: LineKind.SUB_BULLET,
    BlockKind.GRANT_HEADING: LineKind.STRAND,
    BlockKind.GRANT: LineKind.GRANT,
    BlockKind.QUOTATION: LineKind.QUOTATION,
}
_BY_STYLE = {kind.value.casefold(): line for kind, line in _KINDS.items()}
_PARTS = (("header", LineKind.HEADER), ("footer", LineKind.FOOTER), ("footnotes", LineKind.NOTE))


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``number`` is that of the paragraph it is, or stands beneath, as printed; ``""`` without one.

    ``heading`` is the heading above (with the one above that, where two of a name would be confused), ``strand`` the
    grant heading above, ``nth`` the line's place, from 1, among those of its sort in the same place; for a sub-bullet
    ``bullet`` is the bullet's. A numbered paragraph and those that go on under it are of one sort. ``alike`` tells
    grants to one recipient in one strand apart.
    """

    kind: LineKind
    text: str
    links: tuple[Link, ...] = ()
    rows: Rows | None = None
    number: str = ""
    heading: str = ""
    strand: str = ""
    nth: int = 1
    bullet: int = 0
    alike: bool = False

    @property
    def says(self) -> tuple[LineKind, str, tuple[Link, ...]]:
        """Return what makes two lines the same, wherever they stand."""
        return (self.kind, self.text, self.links)

    @property
    def recipient(self) -> str:
        """Return the recipient that a grant line begins with."""
        return self.text.partition(_DASH)[0].strip()


def printed_lines(data: bytes, path: str) -> tuple[Line, ...] | Finding:
    """Return the lines of a Word file in order, those of the page's head and foot last; or why it cannot be read."""
    parts = read_parts(data, path)
    if isinstance(parts, Finding):
        return parts
    body = _Places(items_of(parts, _tables(parts))).lines()
    return (*_told_apart(body), *_around(parts))


def _tables(parts: Mapping[str, bytes]) -> list[Table]:
    """Return the tables that hold data: those with a row of headings. Others are there for the layout of the page."""
    found = []
    for table in parse(parts[DOCUMENT]).iter(TBL):
        first = next(table.iter(TR), None)
        if first is None or next(first.iter(_HEADER), None) is None or next(table.iterancestors(FALLBACK), None):
            continue
        header, *rows = rows_of(table) or ((),)
        found.append(Table(header, tuple(rows), ""))
    return found


class _Places:
    """Walks down a paper and keeps what stands above."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = [item for item in items if item.rows is not None or item.text.strip()]
        self.headings: dict[int, str] = {}
        self.number = self.heading = self.strand = ""
        self.counts: dict[LineKind, int] = {}

    def lines(self) -> list[Line]:
        return [self._line(item) for item in self.items]

    def _line(self, item: Item) -> Line:
        kind = self._kind(item)
        if kind is LineKind.HEADING:
            self._begin(item)
            return Line(kind, item.text, item.links, heading=self.heading)
        if kind is LineKind.NUMBERED:
            self.number, self.strand = (item.label or "").strip(" .()"), ""
            self.counts.clear()
        if kind is LineKind.STRAND:
            self.strand = item.text.strip().rstrip(":")
        if kind is LineKind.BULLET:
            self.counts[LineKind.SUB_BULLET] = 0
        sort = LineKind.TEXT if kind in (LineKind.NUMBERED, LineKind.CONTINUATION) else kind
        self.counts[sort] = self.counts.get(sort, 0) + 1
        return Line(
            kind,
            item.text,
            item.links,
            item.rows,
            number="" if kind is LineKind.TEXT else self.number,
            heading=self.heading,
            strand=self.strand if kind in (LineKind.GRANT, LineKind.STRAND) else "",
            nth=self.counts[sort],
            bullet=self.counts.get(LineKind.BULLET, 0) if kind is LineKind.SUB_BULLET else 0,
        )

    def _begin(self, item: Item) -> None:
        depth = int(item.style[-1:]) if item.style[-1:].isdecimal() else 1
        self.headings = {level: text for level, text in self.headings.items() if level < depth} | {depth: item.text}
        above = [text for level, text in sorted(self.headings.items()) if 1 < level < depth]
        self.heading = ", ".join((*above, item.text))
        self.number = self.strand = ""
        self.counts.clear()

    def _kind(self, item: Item) -> LineKind:
        style = item.style.casefold()
        if item.rows is not None:
            return LineKind.TABLE
        if style.startswith("heading"):
            return LineKind.HEADING
        if style in _BY_STYLE:
            kind = _BY_STYLE[style]
            return LineKind.TEXT if kind is LineKind.CONTINUATION and not self.number else kind
        if item.is_number:
            return LineKind.NUMBERED
        return LineKind.BULLET if item.label is not None else LineKind.TEXT


def _told_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with those marked that nothing but their order tells apart: two grants to one recipient."""
    rows = list(lines)
    seen: dict[tuple[str, ...], int] = {}
    for line in rows:
        if line.kind is LineKind.GRANT:
            where = (line.heading, line.number, line.strand, line.recipient)
            seen[where] = seen.get(where, 0) + 1
    met: dict[tuple[str, ...], int] = {}
    for line in rows:
        if line.kind is not LineKind.GRANT:
            yield line
            continue
        where = (line.heading, line.number, line.strand, line.recipient)
        met[where] = met.get(where, 0) + 1
        yield replace(line, nth=met[where], alike=seen[where] > 1)


def _around(parts: Mapping[str, bytes]) -> Iterator[Line]:
    """Yield the words of the page's heads, feet and footnotes, each part once."""
    for relation, kind in _PARTS:
        for name in dict.fromkeys(targets(parts, relation).values()):
            for paragraph in paragraphs(parse(parts[name])):
                words = text_of(paragraph)
                if words.strip():
                    yield Line(kind, words)
