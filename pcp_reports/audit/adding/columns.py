"""The columns of a table of grants beside the one of the awards, and whether its row of totals adds each of them up.

A column is accused only where another column of the same row of totals comes to what it gives: then it is plain which
rows the totals are of. It must be one that is added up, too: under averages, balances and running totals the last row gives
something else. Last year's total, and that of what was asked for, may take in bodies that the table does not list; so a
figure too great is accused there only where two digits of it have changed places.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.ruled import tables_of
from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.names.naming import is_total
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
_MONEY = (Holds.YEAR, Holds.QUARTER, Holds.REQUESTED)
_NOT_ADDED = re.compile(
    r"(?i)\b(?:averages?|mean|median|per|each|unit|rates?|scores?|rank\w*|balances?|remain\w*|left|available|max(?:imum)?|min(?:imum)?|limit"
    r"|cumulative|running|to date|so far|carried|cap|threshold|target|share)\b|%"
)
_MARKED = re.compile(r"[*†‡#^¹²³]|\[[0-9a-z]\]|\((?:[0-9]|[a-z]|i{1,3}|est\w*|prov\w*|tbc)\)", re.IGNORECASE)
_UNTOLD = (None, Standing.AWARDED)  # “Approved in full”: a sum that the cell does not give
_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what the row of totals (``passage``) gives of it.

    ``place`` is its number in the grid; ``cells`` are its amounts with the first words of their rows; ``full``: none of
    its cells is empty. ``slack``: by how many pence rounded figures (“£1.2m”) may miss their total, all together.
    """

    heading: str
    place: int
    passage: int
    claim: Claim
    cells: tuple[tuple[str, Money], ...]
    full: bool = True
    slack: int = 0

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
        if self.slack:
            come_to = self.comes_to.pence
            return abs(self.gap) <= self.slack and not _is_swapped(come_to + self.gap, come_to)
        whole = all(amount.pence % _POUND == 0 for _, amount in self.cells)
        return abs(self.gap) <= (max(_POUND, _POUND * len(self.cells) // 2) if whole else 0)


def columns_beside(paper: Paper, one: Round) -> Iterator[Column]:
    """Yield the columns beside that of the awards which a row of totals adds up, in the tables that a round stands in.

    None is given where no column, not that of the awards either, agrees to the penny.
    """
    for table in tables_of(paper, one):
        yield from _of_table(table)


def _of_table(table: Ruled) -> Iterator[Column]:
    for rows, total in _parts(table):
        yield from _of_part(table, rows, total)


def _parts(table: Ruled) -> Iterator[tuple[Sequence[int], int]]:
    """Yield the rows that each row of totals adds up, and its place: those since the one before, or all where none stand between."""
    awards = [award.passage for award in table.awards]
    totals = [index for index, row in table.rows.items() if index > awards[0] and is_total(_words(row))]
    if len(awards) < _FEWEST or not totals or totals[-1] < awards[-1]:
        return
    first = next(index for index in table.rows if index == awards[0] or _has_sums(table.rows[index]))
    rows = [index for index, row in table.rows.items() if first <= index < totals[-1] and row.filled]
    if any(is_budget(_words(table.rows[index])) or _goes_on(table.rows[index]) for index in rows):
        return
    if len(totals) == 1:
        yield rows, totals[0]
        return
    lines = [index for index in rows if index not in totals and not _heads_part(table, index)]
    before = first
    for total in totals:
        own = [index for index in lines if before <= index < total]
        if own:
            yield own, total
        elif total == totals[-1]:
            yield lines, total
        before = total


def _of_part(table: Ruled, rows: Sequence[int], total: int) -> Iterator[Column]:
    # Those that were declined may be in the totals, or not: a column is sound where either comes to what is given.
    awards = [award.passage for award in table.awards if award.passage in rows]
    scopes = [list(_added(table, over, total)) for over in (rows, awards)]
    whole = next((found for found in scopes if any(column.gap == 0 for column in found)), [])
    sound = {column.place for found in scopes for column in found if column.agrees}
    for column in whole:
        if column.place in table.own:
            continue
        if column.agrees or (column.place not in sound and _is_proved(column, table)):
            yield column


def _heads_part(table: Ruled, index: int) -> bool:
    """Return whether a row names a part of the table: alone, or with the headings printed again beside its name."""
    beside = [cell for cell in table.rows[index].filled if cell.column > 0]
    return all(" ".join(cell.text.split()) == table.headings.get(cell.column) for cell in beside)


def _is_proved(column: Column, table: Ruled) -> bool:
    """Return whether nothing but a slip explains a total that its column does not come to."""
    pence = [amount.pence for _, amount in column.cells]
    given = column.comes_to.pence + column.gap
    if given <= max(pence):
        return False  # an average, the greatest, or the last of sums that run on
    if column.gap < 0 or _is_swapped(given, column.comes_to.pence):
        return True
    return column.full and holds(column.heading) is not Holds.REQUESTED and not _is_earlier(column, table)


def _is_swapped(one: int, other: int) -> bool:
    """Return whether two numbers are the same but for two digits that have changed places."""
    first, second = str(one), str(other)
    apart = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    return len(first) == len(second) and len(apart) == _FEWEST and apart[0] == apart[1][::-1]


def _is_earlier(column: Column, table: Ruled) -> bool:
    """Return whether a column is of another year than the awards: before theirs, or of a year where theirs is of none."""
    if _adds_years(table):
        return False
    year = max(_YEAR.findall(column.heading), default="")
    own = max((year for place in table.own for year in _YEAR.findall(table.headings[place])), default="")
    return bool(year) and (not own or year < own)


def _adds_years(table: Ruled) -> bool:
    """Return whether the awards' own column adds up the years beside it."""
    return any(holds(table.headings[place]) is Holds.TOTAL for place in table.own)


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
        if said.claim is None or said.pence is None or not _is_plain(said.claim) or in_thousands(heading):
            continue
        if _NOT_ADDED.search(heading) or any(
            _MARKED.search(table.rows[index].words(place)) for index in (*rows, total)
        ):
            continue
        if not (has_pounds(words) or place in table.pounds or holds(heading) in _MONEY):
            continue
        cells = {index: paid(table.rows[index].words(place)) for index in rows}
        if any(cell.pence is None and not cell.blank and cell.standing in _UNTOLD for cell in cells.values()):
            continue
        amounts = tuple((_words(table.rows[index]), Money(cell.pence)) for index, cell in cells.items() if cell.pence)
        if len(amounts) >= _FEWEST:
            full = not any(cell.blank for cell in cells.values())
            slack = _slack([said.claim, *(cell.claim for cell in cells.values() if cell.claim is not None)])
            yield Column(heading, place, total, replace(said.claim, text=words), amounts, full, slack)


def _is_plain(claim: Claim) -> bool:
    """Return whether a figure is given in full, or rounded by its unit alone: “£1.2 million”."""
    return claim.kind is Kind.EXACT or (claim.kind is Kind.ROUNDED and not claim.hedge)


def _slack(claims: Sequence[Claim]) -> int:
    """Return by how many pence rounded figures may miss their total, half a unit each."""
    steps = [one.step * 100 for one in claims if one.kind is Kind.ROUNDED and one.step is not None]
    return int(sum(steps) / 2) if steps else 0
