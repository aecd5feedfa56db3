"""Tables whose cells stand two blanks apart and beneath nothing, as they are pasted from a page: one line to a row.

Blank lines may stand between the rows. A line of headings that ends in one of money begins such a table, and each row
ends in a sum.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.columns import MOST_LINES, WIDEST_GAP, Row, Table
from pcp_reports.papers.tables.money_words import SUM, is_of_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_CELL = re.compile(r"\S+(?: \S+)*")
_SUM = re.compile(rf"{SUM}|(?:£ ?)?[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:\.[0-9]{{2}})?")
"""A sum, also with blanks between its thousands: “9 507”."""

_MOST_CELLS = 8
_LONGEST_HEADING = 40
_FEWEST = 2
_WIDEST = 3


def by_gaps(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose line of headings a line is, None where it is none."""
    heads = _CELL.findall(lines[at].text)
    if not _FEWEST <= len(heads) <= _MOST_CELLS or not _are_headings(heads):
        return None
    rows = [Row(tuple(enumerate(heads)), lines[at], header=True)]
    end = at + 1
    while end < len(lines) and end - at < MOST_LINES:
        # The empty cells beneath the headings may be blank lines.
        if lines[end].gap > (_WIDEST if end == at + 1 else WIDEST_GAP) and not lines[end].turned:
            break
        cells = _row(lines[end].text, len(heads))
        if cells is None:
            break
        rows.append(Row(cells, lines[end]))
        end += 1
    if len(rows) <= _FEWEST or _goes_on(lines, end):
        return None
    return Table(at, end, tuple(rows))


def _are_headings(heads: Sequence[str]) -> bool:
    last = heads[-1].split()
    return (
        is_of_money(last[-1])
        and all(len(one) <= _LONGEST_HEADING and (one[0].isupper() or one[0] in "£(") for one in heads)
        and not any(char.isdigit() for char in heads[0])
        and not heads[0].endswith((".", ":", ";", ","))
    )


def _row(text: str, count: int) -> tuple[tuple[int, str], ...] | None:
    """Return the cells of a row; blanks within its words are none between cells, and what it is for may be left out."""
    label = label_of(text)
    if label is not None and "  " not in text[label.words :]:
        return None
    cells = _CELL.findall(text)
    if len(cells) < _FEWEST or _SUM.fullmatch(cells[-1]) is None or cells[0][-1] in ":–—-":
        return None
    if not any(char.isalpha() for char in cells[0]):
        return None
    if len(cells) > count:
        first = cells[: count - 2] if count > _FEWEST else []
        cells = [*first, "  ".join(cells[len(first) : -1]), cells[-1]]
    return (*enumerate(cells[:-1]), (count - 1, cells[-1]))


def _goes_on(lines: Sequence[Line], end: int) -> bool:
    """Return whether the line behind the rows ends in a sum as they do, so that some of the table would be left out."""
    if end >= len(lines) or (lines[end].gap > WIDEST_GAP and not lines[end].turned):
        return False
    last = lines[end].text.split()[-1]
    return "  " in lines[end].text.strip() and _SUM.fullmatch(last) is not None
