"""Lines -> passages: paragraphs with their labels, items, headings and tables. What plain text and PDFs share."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.headings import heading_level
from pcp_reports.papers.lines.joining import Wraps, ends_in_amount, glued, joins
from pcp_reports.papers.lines.labelling import NEAR, labels_in
from pcp_reports.papers.lines.line_labels import AMOUNT_ALONE
from pcp_reports.papers.lines.torn_items import goes_on
from pcp_reports.papers.paragraph import Paragraph
from pcp_reports.papers.tables.columns import Row, Table
from pcp_reports.papers.tables.finding import table_at
from pcp_reports.passage import Cell, Passage, Sort, TypedLine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pcp_reports.papers.lines.line_labels import Label
    from pcp_reports.papers.lines.lines import Line
    from pcp_reports.papers.pages.edges import Pages


def passages_of(pages: Pages, wraps: Wraps) -> tuple[Passage, ...]:
    """Return the passages of a text in order, then the heads and feet of its pages."""
    made = [*_in_flow(pages.lines, wraps)]
    made += [_around(Sort.HEADER, line) for line in pages.heads]
    made += [_around(Sort.FOOTER, line) for line in pages.feet]
    return tuple(made)


def _around(sort: Sort, line: Line) -> Passage:
    words = " ".join(line.text.split())
    return Passage(sort, words, line.number, line.column + line.indent, page=line.page, lines=_typed((line,)))


def _typed(lines: Iterable[Line]) -> tuple[TypedLine, ...]:
    return tuple(TypedLine(line.text, line.number, line.column) for line in lines)


def _in_flow(lines: Sequence[Line], wraps: Wraps) -> list[Passage]:
    parts = list(_split(lines, wraps))
    made: list[Passage] = []
    indents: list[int] = []
    tables = 0
    for at, part in enumerate(parts):
        if isinstance(part, Table):
            tables += 1
            made += rows_of(part, tables)
            continue
        following = parts[at + 1] if at + 1 < len(parts) else None
        passage = _passage(part, parts[at - 1] if at else None, following, indents)
        made.append(passage)
    return made


def _split(lines: Sequence[Line], wraps: Wraps) -> Iterable[Paragraph | Table]:
    """Yield paragraphs and tables in order."""
    labels = labels_in(lines, wraps)
    at = 0
    while at < len(lines):
        table = table_at(lines, at, wraps)
        if table is not None:
            yield table
            at = table.end
            continue
        end = at + 1
        label = labels.get(at)
        words = lines[at].indent + _label_width(lines[at], label)
        torn: set[Line] = set()
        while end < len(lines) and end not in labels:
            if goes_on(lines, at, end, labels):
                torn.add(lines[end])
            elif not _belongs(lines, at, end, words, label, wraps):
                break
            end += 1
        yield _paragraph(lines[at:end], label, words, wraps, torn)
        at = end


def _label_width(line: Line, label: Label | None) -> int:
    if label is None:
        return 0
    stripped = line.text[: label.words].expandtabs(8)
    return len(stripped) - line.indent


def _belongs(lines: Sequence[Line], first: int, at: int, words: int, label: Label | None, wraps: Wraps) -> bool:
    """Return whether a line belongs to the paragraph that begins in line ``first``."""
    line, above = lines[at], lines[at - 1]
    if line.gap and not line.turned:
        return False
    hangs = label is not None and line.indent > lines[first].indent and line.indent <= words + 2
    if hangs and not line.turned:
        same = joins(above, line, wraps) or not _ends(above, line, label)
        return same and table_at(lines, at, wraps) is None
    if hangs and line.indent >= words and not _is_over(above):
        return table_at(lines, at, wraps) is None  # an item that goes on over the page, at the margin of its own words
    begun = line.text.lstrip()[:1].islower() or AMOUNT_ALONE.fullmatch(line.text.strip()) is not None
    runs_on = label is not None and begun and not _is_over(above)
    set_under = label is None and _is_set_under(lines, first, at)
    if not joins(above, line, wraps) and not (runs_on and not line.turned) and not set_under:
        return False
    set_in = line.indent > above.indent + NEAR and line.indent > lines[first].indent + NEAR
    return not set_in and table_at(lines, at, wraps) is None


def _is_set_under(lines: Sequence[Line], first: int, at: int) -> bool:
    """Return whether a line goes on with words that are set in beneath another line, however short their lines are.

    “Guides £500” and beneath it, set in, “a trip to the sea, so that all of them” and “can learn to swim”.
    """
    line, above = lines[at], lines[at - 1]
    under = first > 0 and not lines[first].gap and lines[first - 1].indent + NEAR < lines[first].indent
    straight = abs(line.indent - above.indent) <= NEAR and not line.turned
    return under and straight and line.text.lstrip()[:1].islower() and not _is_over(above)


def _is_over(line: Line) -> bool:
    """Return whether what a line says ends with it, as far as its last sign tells."""
    text = line.text.rstrip()
    return text[-1] in ".!?:;" or ends_in_amount(text)


def _ends(above: Line, line: Line, label: Label | None) -> bool:
    """Return whether a line that stands beneath an item's words is a paragraph of its own, and no part of the item."""
    last = above.text.rstrip()[-1]
    counted = label is not None and label.numbered
    return last in ".!?" or (counted and (last == ":" or line.text.rstrip()[-1] == ":"))


def _paragraph(
    lines: Sequence[Line], label: Label | None, words: int, wraps: Wraps, torn: Collection[Line]
) -> Paragraph:
    """Return the paragraph; a break that no wrapping made stays one. ``torn`` are lines that go on with those above."""
    texts = [line.text for line in lines]
    if label is not None:
        texts[0] = texts[0][label.words :]
    groups: list[list[str]] = [[texts[0]]]
    for (above, below), text in zip(pairwise(lines), texts[1:], strict=True):
        runs_on = label is None and below.text.lstrip()[:1].islower()
        if runs_on or below in torn or joins(above, below, wraps) or above.text.rstrip().endswith(("\u00ad", "-")):
            groups[-1].append(text)
        else:
            groups.append([text])
    text = "\n".join(glued(group, wraps) for group in groups)
    return Paragraph(tuple(lines), label, words, re.sub(r"[ \t]*\v[ \t]*", "\n", re.sub(r"[ \t]+", " ", text)).strip())


# -- passages


def _passage(
    part: Paragraph, above: Paragraph | Table | None, below: Paragraph | Table | None, indents: list[int]
) -> Passage:
    line = part.first
    column = line.column + len(line.text) - len(line.text.lstrip())
    place = Passage(Sort.TEXT, part.text, line.number, column, page=line.page, lines=_typed(part.lines))
    level = heading_level(part, above, below)
    if part.label is None:
        if level or line.indent <= NEAR:
            indents.clear()
        return _heading(replace(place, level=level), below) if level else place
    label = part.label
    shown = replace(place, label=label.typed, numbered=label.numbered)
    if level:
        indents.clear()
        return replace(shown, sort=Sort.HEADING, level=level)
    while indents and indents[-1] > line.indent + NEAR:
        indents.pop()
    if not indents or indents[-1] < line.indent - NEAR:
        indents.append(line.indent)
    return replace(shown, sort=Sort.ITEM, level=len(indents) - 1)


def _heading(place: Passage, below: Paragraph | Table | None) -> Passage:
    """Return a heading; the number before it is its label where its parts say so: “3 Funding” above “3.1 …”."""
    number, _, words = place.text.partition(" ")
    if isinstance(below, Paragraph) and below.label is not None and words and below.label.series == number != "":
        return replace(place, sort=Sort.HEADING, text=words, label=number, numbered=True)
    return replace(place, sort=Sort.HEADING)


def rows_of(table: Table, number: int) -> list[Passage]:
    """Return the rows of a table as passages; ``number`` is the table's own."""
    columns = 1 + max(column for row in table.rows for column, _ in row.cells)
    return [_row(row, number, columns) for row in table.rows]


def _row(row: Row, table: int, columns: int) -> Passage:
    line = row.line
    words = dict(row.cells)
    cells = tuple(Cell(words.get(column, ""), column) for column in range(columns))
    return Passage(
        Sort.ROW,
        "\t".join(cell.text for cell in cells),
        line.number,
        line.column + len(line.text) - len(line.text.lstrip()),
        table=table,
        cells=cells,
        header=row.header,
        page=line.page,
        lines=_typed((line, *row.below)),
    )
