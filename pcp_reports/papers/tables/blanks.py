"""Tables in plain text whose cells stand beneath one another, parted by blanks: as a text editor or a PDF lays them out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.blank_cells import (
    NARROW,
    Spans,
    column_of,
    cover,
    is_money,
    merged,
    placed_in,
    runs_on,
    spans_of,
)
from pcp_reports.papers.tables.blank_rows import rows_in
from pcp_reports.papers.tables.columns import MOST_LINES, WIDEST_GAP, Table, adjoining
from pcp_reports.papers.tables.offset_heads import with_heads
from pcp_reports.papers.tables.touching import spans_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.joining import Wraps
    from pcp_reports.papers.lines.lines import Line

_CAPTION = re.compile(r"(?:Table|Appendix|Annex|Schedule|Chart|Figure)\s+(?:[0-9]{1,2}|[A-Z])\b(?!.*£)")
"""What stands over a table of its own."""
_MOST_COLUMNS = 30
_SOON = 40  # lines by which it must show that it is a table


def _is_row(spans: Spans, covered: Sequence[tuple[int, int]] = ()) -> bool:
    """Return whether a line has several cells; a label with its words behind some blanks has not.

    ``covered`` are the columns above it: beneath any but the first stands the rest of a cell, and no label.
    """
    if len(spans.spans) < 2:  # noqa: PLR2004 - one cell
        return False
    if _is_set_in(spans, covered):
        return True
    label = label_of(spans.line.text.strip())
    behind = spans.line.text.strip()[label.words :] if label else ""
    return label is None or "  " in behind or "\t" in behind


def _is_set_in(spans: Spans, covered: Sequence[tuple[int, int]]) -> bool:
    """Return whether a line begins beneath another column than the first, right where that begins."""
    return any(left == spans.spans[0][0] for left, _ in covered[1:])


def by_blanks(lines: Sequence[Line], at: int, wraps: Wraps) -> Table | None:
    """Return the table that begins at a line, None where none does."""
    first = spans_at(lines, at)
    if not _is_row(first) or len(first.spans) > _MOST_COLUMNS:
        return None
    if _is_dashed(first) and adjoining(lines, at + 1, WIDEST_GAP) and _is_dashed(spans_of(lines[at + 1])):
        return None
    covered = cover(first)
    columns = len(first.spans)
    taken = [first]
    rows = 1
    last = 0  # index in taken of the last line of several cells
    end = at + 1
    while end - at < MOST_LINES and adjoining(lines, end, WIDEST_GAP):
        more = _clipped(spans_at(lines, end), covered)
        if len(more.spans) == 1 and _CAPTION.match(more.spans[0][2]):
            break
        both = merged([*covered, *cover(more)])
        dense = not any(one.line.gap for one in taken[1:])
        if not _takes(more, both, covered, columns if rows > 1 else 0, dense=dense):
            break
        if _is_row(more, covered):
            rows, last, columns = rows + 1, len(taken), min(len(both), max(columns, len(more.spans)))
        covered = both
        taken.append(more)
        end += 1
        if len(taken) == _SOON and not _convincing(taken, covered):
            return None
    taken, end = _trimmed(taken, last, at, covered)
    covered = merged([span for one in taken for span in cover(one)])
    if rows < 2 or len(covered) < 2 or not _convincing(taken, covered):  # noqa: PLR2004 - no table
        return None
    covered = with_heads(covered, [placed_in(one, covered) for one in taken])
    return Table(at, end, tuple(rows_in(taken, covered, wraps)))


_SUMMED_UP = re.compile(
    r"(?i)(?:grand |sub-?|overall )?total\b|(?:number|no\.?|sum|value|count) of\b|(?:quarter|year|q)\w* (?:[0-9]+ )?total\b|balance\b|all\b"
)
"""How a row begins that sums up the ones above it."""


def _clipped(more: Spans, covered: Sequence[tuple[int, int]]) -> Spans:
    """Return a row that sums a table up, its words kept to the column that they begin in though they run over the next.

    “Total for quarter      £28,705”, beneath a narrow column of dates.
    """
    if len(more.spans) != 2 or len(covered) < 3 or not _SUMMED_UP.match(more.spans[0][2]):  # noqa: PLR2004 - words and a sum
        return more
    (start, end, words), last = more.spans
    own, sums = column_of(start, covered), covered[-1]
    if last[1] < sums[0] or end >= sums[0] or end <= covered[own][1] or start >= covered[own][1]:
        return more
    return Spans(more.line, ((start, covered[own][1], words), last))


def _is_dashed(one: Spans) -> bool:
    """Return whether a dash alone parts the words of a line: “Elm Club    –    tents    –    £500” is a line, not a row."""
    return any(words in _DASHES for _, _, words in one.spans[1:-1])


_DASHES = frozenset("-–—")


def _takes(
    more: Spans, both: Sequence[tuple[int, int]], covered: Sequence[tuple[int, int]], columns: int, *, dense: bool
) -> bool:
    """Return whether a line goes on with a table; ``both`` are the columns with it, ``covered`` those without.

    ``dense``: no blank line has stood between its rows.
    """
    if len(both) < max(columns, 2):
        return False
    if _is_row(more, covered):
        return _fits(more, both)
    apart = dense and more.line.gap > 0 and not more.line.turned
    unlabelled = _is_set_in(more, covered) or label_of(more.line.text.strip()) is None
    return not apart and unlabelled and _within_one(more, covered)


def _fits(spans: Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether each cell of a line has a column of its own, as nearly every one must."""
    used = [column_of(start, columns) for start, _, _ in spans.spans]
    return len(set(used)) == len(used)


def _within_one(spans: Spans, columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether a line of one cell keeps to one column."""
    start, end, _ = spans.spans[0]
    return sum(start < right + 1 and end > left - 1 for left, right in columns) <= 1


def _trimmed(taken: list[Spans], last: int, at: int, columns: Sequence[tuple[int, int]]) -> tuple[list[Spans], int]:
    """Return the lines up to the last row, with those beneath it that its cells run on into; and where the table ends."""
    end = last + 1
    while end < len(taken) and taken[end].line.gap == 0 and runs_on(taken[end - 1], taken[end], columns):
        end += 1
    return taken[:end], at + end


def _convincing(taken: Sequence[Spans], columns: Sequence[tuple[int, int]]) -> bool:
    """Return whether it is a table and no chance: three columns, or an amount in the last or in the first, or wide gaps, or many rows.

    Two blanks stand behind a full stop in many papers, and words set to both margins have them anywhere.
    """
    rows = [one for one in taken if len(one.spans) > 1]
    amounts = max(sum(is_money(one.spans[at][2]) for one in rows) for at in (0, -1)) if rows else 0
    gaps = [right[0] - left[1] for left, right in pairwise(columns)]
    return amounts * 2 >= len(rows) or min(gaps) > NARROW + 1 or (len(rows) > 2 and len(columns) > 2)  # noqa: PLR2004 - three of each
