"""The other sums of the lines of a list, column by column: of each year, of each quarter, the cost, what others put in.

In a table those are its columns; in lines that are built alike (“£11,000 in 2024/25 and £5,250 in 2025/26”), the first sums of
all lines, the second ones, and so on. A figure of the text may be of any of them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.ruled import tables_of
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import has_pounds
from pcp_reports.audit.tables.headings import in_thousands
from pcp_reports.audit.words.spans import keys_of
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.adding.ruled import Ruled
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST_COLUMNS = 8
_MOST = 400
"""Lines: so many are never built alike by hand, and a long list is no dearer for it."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Sums of the lines in one column: the words over it, and what each line has in it, in pence, by its passage.

    ``heading`` is empty where no words say what the sums are. ``lines`` are the names of the lines; ``ruled``: it is a column
    of a table. ``part``: with others of them it makes the awards, line by line, as the years of a grant do.
    """

    heading: str
    cells: Mapping[int, int]
    lines: Mapping[int, str]
    ruled: bool = True
    part: bool = False

    @property
    def what(self) -> str:
        """Return what it is in words: “what stands under “2024/25””, and in lines of text “what the lines have for 2024/25”."""
        if self.ruled:
            return f"what stands under {quoted(self.heading)}" if self.heading else "what stands in another column"
        return f"what the lines have for {self.heading}" if self.heading else "what other sums of the lines come to"


def counterparts(paper: Paper, one: Round) -> tuple[Counterpart, ...]:
    """Return the columns of sums beside that of the awards; none where not every award stands in one place of its own."""
    awards = one.awards
    places = {award.passage for award in awards}
    if len(places) != len(awards) or not _FEWEST <= len(awards) <= _MOST:
        return ()
    rows = [paper.passages[index].sort is Sort.ROW for index in places]
    if not any(rows):
        return _with_parts(list(_of_lines(paper, awards)), awards)
    if not all(rows) or any(award.amount is None for award in awards):
        return ()
    return _with_parts(list(_of_tables(list(tables_of(paper, one)))), awards)


def _with_parts(columns: Sequence[Counterpart], awards: Sequence[Award]) -> tuple[Counterpart, ...]:
    """Return the columns, those that make the awards together as parts of them."""
    if not _FEWEST <= len(columns) <= _MOST_COLUMNS:
        return tuple(columns)
    whole = {award.passage: award.amount.pence for award in awards if award.amount is not None}
    parts: set[int] = set()
    for size in range(_FEWEST, len(columns) + 1):
        for chosen in combinations(range(len(columns)), size):
            if all(sum(columns[at].cells.get(index, 0) for at in chosen) == pence for index, pence in whole.items()):
                parts.update(chosen)
    return tuple(replace(column, part=at in parts) for at, column in enumerate(columns))


def _of_tables(tables: Sequence[Ruled]) -> Iterator[Counterpart]:
    """Yield the columns of tables under the same words, those of all tables together."""
    found: dict[str, Counterpart] = {}
    number: dict[str, int] = {}
    for table in tables:
        for place in table.headings:
            if place in table.own:
                continue
            column = _column(table, place)
            if column is None:
                continue
            key = column.heading.casefold()
            known = found.get(key)
            if known is not None:
                column = Counterpart(known.heading, {**known.cells, **column.cells}, {**known.lines, **column.lines})
            found[key] = column
            number[key] = number.get(key, 0) + 1
    yield from (column for key, column in found.items() if number[key] == len(tables))


def _column(table: Ruled, place: int) -> Counterpart | None:
    """Return a column of sums, all of which can be read; None where it is none."""
    passages = [award.passage for award in table.awards]
    first = min(passages)
    over = [" ".join(row.words(place).split()) for index, row in table.rows.items() if index < first]
    heading = " ".join(dict.fromkeys(words for words in over if words))
    if in_thousands(heading):
        return None
    cells: dict[int, int] = {}
    pounds = place in table.pounds or bool(keys_of(heading))
    for index in passages:
        words = table.rows[index].words(place)
        cell = paid(words)
        pounds = pounds or has_pounds(words)
        if cell.pence is None and cell.claim is not None:
            return None
        if cell.pence is None and words.strip() and cell.standing is None:
            return None
        if cell.pence:
            cells[index] = cell.pence
    names = {award.passage: award.recipient for award in table.awards}
    return Counterpart(heading, cells, names) if pounds and len(cells) >= _FEWEST else None


def _of_lines(paper: Paper, awards: Sequence[Award]) -> Iterator[Counterpart]:
    """Yield the first sums of lines that all have as many, the second ones, and so on."""
    told: list[tuple[Award, list[Claim]]] = []
    for award in awards:
        text = paper.passages[award.passage].text
        if text.count("£") < _FEWEST:
            return
        sums = [claim for claim in find(text) if claim.unit is Unit.MONEY]
        if (told and len(sums) != len(told[0][1])) or any(
            claim.kind is not Kind.EXACT or claim.value is None for claim in sums
        ):
            return
        told.append((award, sums))
    names = {award.passage: award.recipient for award in awards}
    for number in range(len(told[0][1])):
        heading = _said_of(paper, told, number)
        cells = {award.passage: int((sums[number].value or 0) * 100) for award, sums in told}
        if cells != {award.passage: award.amount.pence for award in awards if award.amount is not None}:
            yield Counterpart(heading, cells, names, ruled=False)


def _said_of(paper: Paper, told: Sequence[tuple[Award, list[Claim]]], number: int) -> str:
    """Return the year or quarter that every line gives right behind the sum of that number, or right before it; else nothing."""
    behind, before = set(), set()
    for award, sums in told:
        text, one = paper.passages[award.passage].text, sums[number]
        end = sums[number + 1].start if number + 1 < len(sums) else len(text)
        start = sums[number - 1].end if number else 0
        behind.add(_only(keys_of(text[one.end : end])))
        before.add(_only(keys_of(text[start : one.start])))
    for keys in (behind, before):
        if len(keys) == 1 and "" not in keys:
            return keys.pop()
    return ""


def _only(keys: Mapping[str, str]) -> str:
    return next(iter(keys.values())) if len(keys) == 1 else ""
