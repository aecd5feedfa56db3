"""A small table that says of each strand of a list what it came to: “Community Fund | 2 | £15,160”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.strand_names import labelled
from pcp_reports.audit.claims.strand_side import Side
from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import grid_of, has_pounds, width_of
from pcp_reports.audit.tables.headings import Holds, holds, in_thousands
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_to_the_penny
from pcp_reports.claims import Kind, read
from pcp_reports.passage import Sort
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pcp_reports.audit.claims.strand_names import Strand
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_SEVERAL = 2
_MOST_ROWS = 40
_NUMBERS = re.compile(r"(?i)(?:(?:no\.?|number) of )?(?:grants|awards|projects)(?: (?:made|awarded|funded))?")
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_SUMS = (Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL, Holds.UNKNOWN)
_NOT_GIVEN = re.compile(
    r"(?i)\b(?:allocat\w+|available|budget\w*|set aside|balance|remain\w*|left|average|mean|per|each|max\w*|min\w*|limit|cap|unspent|previous|last|running|to date|so far)\b|20[0-9]{2}"
)


def in_tables(paper: Paper, strands: Sequence[Strand], free: Iterable[int], locale: str) -> Iterator[Sequence[Side]]:
    """Yield the sums of each table that has a row to each of several strands, from one of its columns.

    Of several columns that one speaks of what was given that is right of most strands; where two are, none is told.
    """
    by_table: dict[int, list[int]] = {}
    for index in free:
        passage = paper.passages[index]
        if passage.sort is Sort.ROW and passage.table:
            by_table.setdefault(passage.table, []).append(index)
    for places in by_table.values():
        above = paper.passages[places[0] - 1].text if places[0] else ""
        if _SEVERAL < len(places) <= _MOST_ROWS and not is_of_another_time(above):
            yield _of_table(paper, strands, places, locale)


def _of_table(paper: Paper, strands: Sequence[Strand], places: Sequence[int], locale: str) -> Sequence[Side]:
    grid = dict(zip(places, grid_of([paper.passages[index] for index in places]), strict=True))
    named = {index: strand for index in places if (strand := labelled(grid[index].words(0), strands)) is not None}
    if len(named) < _SEVERAL or places[0] in named:
        return ()
    column = _column(grid, places[0], named, locale)
    if not column:
        return ()
    rest = [index for index in places[1:] if index not in named]
    alone = len(rest) == 1 and is_total(grid[rest[0]].words(0))
    made = []
    for index in (*named, *(rest if alone else ())):
        claim = _sum(grid[index], column, grid[places[0]].words(column), locale)
        if claim is not None:
            offset = max(paper.passages[index].text.find(claim.text), 0)
            count = _number(grid[index], _numbers(grid[places[0]]))
            said = Assertion(total=claim, count=count, counts=Counts.GRANTS)
            made.append(Side(said, named.get(index), index, offset, row=True))
    return made


def _numbers(head: Row) -> int:
    """Return the column that says how many grants there were; 0 where none does, or several do."""
    found = [cell.column for cell in head.filled if cell.column and _is_of_numbers(cell.text)]
    return found[0] if len(found) == 1 else 0


def _is_of_numbers(heading: str) -> bool:
    return holds(heading) is Holds.COUNT or _NUMBERS.fullmatch(heading.strip()) is not None


def _number(row: Row, column: int) -> Claim | None:
    """Return the number of grants that a row gives."""
    words = row.words(column) if column else ""
    return replace(read(words), noun="grants") if _WHOLE_NUMBER.fullmatch(words) else None


def _column(grid: Mapping[int, Row], head: int, named: Mapping[int, Strand], locale: str) -> int:
    """Return the column that is right of most strands; 0 where none is, or several are."""
    right: dict[int, int] = {}
    for column in range(1, width_of(list(grid.values()))):
        said = {index: _sum(grid[index], column, grid[head].words(column), locale) for index in named}
        if all(claim is not None for claim in said.values()):
            right[column] = sum(
                claim is not None and is_to_the_penny(claim, named[index].pence) for index, claim in said.items()
            )
    best = max(right.values(), default=0)
    chosen = [column for column, number in right.items() if number == best]
    return chosen[0] if best and len(chosen) == 1 else 0


def _sum(row: Row, column: int, heading: str, locale: str) -> Claim | None:
    """Return the sum in a cell, where what stands over it may be what was given."""
    words = row.words(column)
    if holds(heading) not in _SUMS or _NOT_GIVEN.search(heading) or in_thousands(heading):
        return None
    if not (has_pounds(words) or "£" in heading):
        return None
    said = paid(words, locale=locale)
    return said.claim if said.claim is not None and said.claim.kind is Kind.EXACT and said.pence is not None else None
