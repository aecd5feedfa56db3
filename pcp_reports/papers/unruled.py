"""Tables of a Markdown text whose rows have bars but no rule beneath the headings, so that Markdown runs them together.

They are read as they are in a plain text. Within a fence they are left alone: there nothing is a table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pcp_reports.papers.lines.joining import how_wrapped
from pcp_reports.papers.lines.lines import Line
from pcp_reports.papers.paragraphs import rows_of
from pcp_reports.papers.tables.columns import MOST_LINES
from pcp_reports.papers.tables.finding import table_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pcp_reports.papers.tables.columns import Table
    from pcp_reports.passage import Passage

_FENCE = re.compile(r"\s*(?:```|~~~)")
_RULE = "|:- \t+="
_FEWEST = 2


def apart(lines: Sequence[str], plain: Callable[[str], str]) -> tuple[list[str], list[Passage]]:
    """Return the lines of a text with those of its tables without rules blank, and the rows of these tables.

    ``plain`` takes the marks of emphasis out of a cell.
    """
    rest, rows = list(lines), []
    for number, table in enumerate(unruled_tables(lines), 1):
        for row in rows_of(table, -number):
            cells = tuple(replace(cell, text=plain(cell.text)) for cell in row.cells)
            rows.append(replace(row, cells=cells, text="\t".join(cell.text for cell in cells)))
        for line in (one for row in table.rows for one in (row.line, *row.below)):
            rest[line.number - 1] = ""
    return rest, rows


def in_order(passages: Iterable[Passage], rows: Sequence[Passage]) -> list[Passage]:
    """Return passages with the rows of tables that were set apart where they stand, the tables numbered from 1."""
    made: list[Passage] = []
    tables = 0
    for table, group in groupby(sorted([*passages, *rows], key=lambda one: one.line), key=lambda one: one.table):
        tables += table != 0
        made += [replace(one, table=tables) if table else one for one in group]
    return made


def unruled_tables(lines: Sequence[str]) -> list[Table]:
    """Return the tables among the lines of a text that have no rule, each by the places of its lines."""
    if any(_FENCE.match(line) for line in lines):
        return []
    found: list[Table] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and end - at < MOST_LINES and "|" in lines[end]:
            end += 1
        if end - at >= _FEWEST and not _is_ruled(lines[at:end]):
            found += _table(lines, at, end)
        at = max(end, at + 1)
    return found


def _is_ruled(lines: Sequence[str]) -> bool:
    """Return whether Markdown itself takes lines for a table: beneath one is a rule of as many cells."""
    return any(
        "-" in below and not below.strip(_RULE) and _cells(above) == _cells(below) for above, below in pairwise(lines)
    )


def _cells(line: str) -> int:
    return line.strip().removeprefix("|").removesuffix("|").count("|")


def _table(lines: Sequence[str], at: int, end: int) -> list[Table]:
    """Return the table that the lines from one to another are, whole; none where they are no table."""
    run = [Line(text.rstrip(), number) for number, text in enumerate(lines[at:end], at + 1) if text.strip("| \t")]
    table = table_at(run, 0, how_wrapped(run)) if run else None
    return [table] if table is not None and table.end == len(run) and len(table.rows) >= _FEWEST else []
