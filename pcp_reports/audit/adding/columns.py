"""The columns of a table of grants beside the one of the awards, and whether its row of totals adds each of them up.

A column is accused only where another column of the same row of totals comes to what it gives: then it is plain which
rows the totals are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.adding.ruled import tables_of
from pcp_reports.audit.lines.naming import is_total
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import has_pounds
from pcp_reports.audit.tables.headings import Holds, holds, in_thousands
from pcp_reports.claims import Kind
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.adding.ruled import Ruled
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST = 2
_POUND = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what the row of totals (``passage``) gives of it.

    ``place`` is its number in the grid; ``cells`` are its amounts with the first words of their rows.
    """

    heading: str
    place: int
    passage: int
    claim: Claim
    cells: tuple[tuple[str, Money], ...]

    @property
    def comes_to(self) -> Money:
        """Return what the cells come to."""
        return Money.total(amount for _, amount in self.cells)

    @property
    def gap(self) -> int:
        """Return by how many pence the total is more than its cells come to; below 0, less."""
        return int((self.claim.value or 0) * 100) - self.comes_to.pence

    @property
    def agrees(self) -> bool:
        """Return whether the total is what the cells come to, but for what whole pounds are rounded by."""
        whole = all(amount.pence % _POUND == 0 for _, amount in self.cells)
        return abs(self.gap) <= (max(_POUND, _POUND * len(self.cells) // 2) if whole else 0)


def columns_beside(paper: Paper, one: Round) -> Iterator[Column]:
    """Yield the columns beside that of the awards which a row of totals adds up, in the tables that a round stands in.

    None is given where no column, not that of the awards either, agrees to the penny.
    """
    for table in tables_of(paper, one):
        yield from _of_table(table)


def _of_table(table: Ruled) -> Iterator[Column]:
    awards = [award.passage for award in table.awards]
    totals = [index for index, row in table.rows.items() if index > awards[0] and is_total(_words(row))]
    if len(awards) < _FEWEST or len(totals) != 1 or totals[0] < awards[-1]:
        return
    first = next(index for index in table.rows if index == awards[0] or _has_sums(table.rows[index]))
    rows = [index for index, row in table.rows.items() if first <= index < totals[0] and row.filled]
    if any(is_budget(_words(table.rows[index])) or _goes_on(table.rows[index]) for index in rows):
        return
    # Those that were declined may be in the totals, or not: a column is sound where either comes to what is given.
    scopes = [list(_added(table, over, totals[0])) for over in (rows, awards)]
    whole = next((found for found in scopes if any(column.gap == 0 for column in found)), [])
    sound = {column.place for found in scopes for column in found if column.agrees}
    for column in whole:
        if column.place not in table.own and (column.agrees or column.place not in sound):
            yield column


def _words(row: Row) -> str:
    """Return the first words of a row that are no number."""
    return next((" ".join(cell.text.split()) for cell in row.filled if any(map(str.isalpha, cell.text))), "")


def _has_sums(row: Row) -> bool:
    """Return whether a row is one of the lines: declined ones may stand above the first award."""
    return any(has_pounds(cell.text) for cell in row.cells)


def _goes_on(row: Row) -> bool:
    return any(cell.goes_on for cell in row.cells)


def _added(table: Ruled, rows: Sequence[int], total: int) -> Iterator[Column]:
    """Yield the columns of money of which every cell can be read, with what the row of totals gives."""
    for place, heading in table.headings.items():
        words = table.rows[total].words(place)
        said = paid(words)
        if said.claim is None or said.pence is None or said.claim.kind is not Kind.EXACT or in_thousands(heading):
            continue
        if not (has_pounds(words) or "£" in heading or holds(heading) in (Holds.YEAR, Holds.QUARTER)):
            continue
        cells = {index: paid(table.rows[index].words(place)) for index in rows}
        if any(cell.pence is None and not cell.blank and cell.standing is None for cell in cells.values()):
            continue
        amounts = tuple((_words(table.rows[index]), Money(cell.pence)) for index, cell in cells.items() if cell.pence)
        if len(amounts) >= _FEWEST:
            yield Column(heading, place, total, said.claim, amounts)
