"""The tables that a round stands in: their rows by place, what stands over each column, which columns hold the awards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import Row, grid_of, width_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: its rows by their passages in order, the words right over each column, the awards, the columns that hold them.

    ``pounds`` are the columns with a pound sign anywhere over them.
    """

    rows: Mapping[int, Row]
    headings: Mapping[int, str]
    awards: tuple[Award, ...]
    own: tuple[int, ...]
    pounds: tuple[int, ...] = ()


def tables_of(paper: Paper, one: Round) -> Iterator[Ruled]:
    """Yield the tables with awards of a round, in order. Awards without a plain amount are left out."""
    by_table: dict[int, list[Award]] = {}
    for award in one.awards:
        if paper.passages[award.passage].table and award.amount is not None:
            by_table.setdefault(paper.passages[award.passage].table, []).append(award)
    for table, every in by_table.items():
        rows = _rows(paper, table, every[0].passage)
        awards = [
            award for award in every if award.passage in rows
        ]  # what stands between two parts of a table parts it
        first = min(award.passage for award in awards)
        columns = range(width_of(list(rows.values())))
        above = [row for index, row in rows.items() if index < first]
        yield Ruled(
            rows,
            {column: _heading(above, column) for column in columns},
            tuple(awards),
            tuple(column for column in columns if all(_pays(rows[award.passage], column, award) for award in awards)),
            tuple(column for column in columns if "£" in " ".join(_over(above, column))),
        )


def _rows(paper: Paper, table: int, inside: int) -> Mapping[int, Row]:
    """Return the rows of a table, of which one passage is known."""
    first = last = inside
    while first and paper.passages[first - 1].table == table:
        first -= 1
    while last + 1 < len(paper.passages) and paper.passages[last + 1].table == table:
        last += 1
    places = range(first, last + 1)
    return dict(zip(places, grid_of(paper.passages[first : last + 1]), strict=True))


def _heading(above: Sequence[Row], column: int) -> str:
    """Return the words right over a column, the lowest where several rows are headings."""
    told = _over(above, column)
    return " ".join(told[-1].split()) if told else ""


def _over(above: Sequence[Row], column: int) -> list[str]:
    """Return the words over a column, from the top."""
    return [cell.text for row in above if (cell := row.cell(column)) is not None and cell.text.strip()]


def _pays(row: Row, column: int, award: Award) -> bool:
    """Return whether a cell gives the very amount of an award."""
    return award.amount is not None and paid(row.words(column)).pence == award.amount.pence
