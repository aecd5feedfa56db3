"""Tables that are copied with the heading over every cell, a line each: “Organisation”, “Guides”, “Amount”, “£500”, and so on.

So narrow screens show a table. The headings come back, every other line and in one order: that alone tells them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.papers.lines.line_labels import label_of
from pcp_reports.papers.tables.columns import WIDEST_GAP, Row, Table
from pcp_reports.papers.tables.money_words import is_of_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.papers.lines.lines import Line

_FEWEST = 2
_MOST_CELLS = 8
_LONGEST_HEADING = 40
_ENDS = ".,;!?"


def by_headings_again(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose first heading a line is, where each record has its headings again; None where none is."""
    for cells in range(_FEWEST, _MOST_CELLS + 1):
        again = at + 2 * cells
        if again < len(lines) and lines[again].text == lines[at].text and _is_heading(lines[at]):
            before = at - 2 * cells
            begun = before >= 0 and lines[before].text == lines[at].text  # above, and was no table
            return None if begun else _of(lines, at, cells)
    return None


def _of(lines: Sequence[Line], at: int, cells: int) -> Table | None:
    heads = [line.text.strip() for line in lines[at : at + 2 * cells : 2]]
    if len(set(heads)) < cells or not all(map(_is_heading, lines[at : at + 2 * cells : 2])):
        return None
    if not any(is_of_money(word) for head in heads for word in head.split()):
        return None
    rows = [Row(tuple(enumerate(head.strip(" :") for head in heads)), lines[at], header=True)]
    end = at
    while _is_record(lines[end : end + 2 * cells], heads):
        values = lines[end + 1 : end + 2 * cells : 2]
        rows.append(Row(tuple(enumerate(line.text.strip() for line in values)), values[0], below=tuple(values[1:])))
        end += 2 * cells
    # a record that left a cell out stands behind: what was read is not the whole
    whole = all(line.text.strip() != heads[0] for line in lines[end : end + 4 * cells])
    return Table(at, end, tuple(rows)) if whole and len(rows) > _FEWEST else None


def _is_record(lines: Sequence[Line], heads: Sequence[str]) -> bool:
    """Return whether lines are a record: the headings at every other line, and near one another."""
    near = all(not number or line.gap <= WIDEST_GAP or line.turned for number, line in enumerate(lines))
    return len(lines) == 2 * len(heads) and near and [line.text.strip() for line in lines[::2]] == list(heads)


def _is_heading(line: Line) -> bool:
    words = line.text.strip()
    return (
        len(words) <= _LONGEST_HEADING
        and words[0].isupper()
        and words[-1] not in _ENDS
        and not any(char.isdigit() for char in words)
        and label_of(line.text) is None
    )
