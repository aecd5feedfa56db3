"""The rows of a table of grants: awards under their strands, and the totals that it prints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Group, Standing, Total
from pcp_reports.audit.lines.amounts.outcomes import standing_of
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.cells import Paid, paid
from pcp_reports.audit.tables.decided import decided, is_lowered, is_of_asked
from pcp_reports.audit.tables.grid import Row, grid_of
from pcp_reports.audit.tables.headed import headed_parts, with_heads_told
from pcp_reports.audit.tables.headings import Holds, holds
from pcp_reports.audit.tables.in_one_cell import one_a_row
from pcp_reports.audit.tables.notes import is_count, notes_beneath
from pcp_reports.audit.tables.parted import first_part, part_of
from pcp_reports.audit.tables.short_rows import squared
from pcp_reports.audit.tables.tallies import Line, total_words
from pcp_reports.audit.tables.totals import (
    Told,
    first_of_all,
    in_parts,
    is_carried_on,
    is_cost,
    is_of_declined,
    is_sound,
    of_strands,
    scoped,
    takes_in,
    with_first_part,
)
from pcp_reports.audit.words import fates
from pcp_reports.audit.words.size_bands import is_size_band
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.passage import Passage

_LONGEST_HEADING = 110
_CARRIED = re.compile(
    r"(?:(?:balance|sub-?\s?total|total|awards|grants)\s+)?(?:brought|carried)\s+(?:forward|over|down)\b|[bc]/[fd]\b",
    re.IGNORECASE,
)
"""What a table of another quarter came to, printed as its first line or its last."""

_DITTO = frozenset({'"', "''", "”", "“", "〃", "ditto", "as above", "do.", "- do -", "„"})
_HEADING_SAYS = (
    (
        Standing.DECLINED,
        re.compile(
            r"\b(?:un-?successful|declined|rejected|refused|not\s+(?:awarded|approved|supported|funded|recommended))\b",
            re.IGNORECASE,
        ),
    ),
    (Standing.WITHDRAWN, re.compile(r"\b(?:withdrawn|returned)\b", re.IGNORECASE)),
    (
        Standing.REQUESTED,
        re.compile(r"\b(?:deferred|pending|under\s+consideration|requests|requested)\b", re.IGNORECASE),
    ),
)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What a table holds: groups of awards in order, and its totals.

    ``thousands``: its sums stand in thousands of pounds. ``aside`` are the passages of rows that are certainly no awards:
    totals of some rows that come right, and what stands beneath the total of all.
    """

    groups: tuple[Group, ...] = ()
    totals: tuple[Total, ...] = ()
    thousands: bool = False
    aside: tuple[int, ...] = ()

    @property
    def awards(self) -> tuple[Award, ...]:
        """Return all the awards in order."""
        return tuple(award for group in self.groups for award in group.awards)


def awards_of(
    rows: Sequence[Passage], columns: Columns, *, passages: Sequence[int], locale: str = "en_GB"
) -> ReadTable:
    """Return the awards of a table, whose rows stand at ``passages`` among those of the paper."""
    grid, passages = one_a_row(squared(grid_of(rows), columns), passages, columns)
    grid, heads, pieces = headed_parts(grid, columns, passages)
    lines: list[Line] = []
    told: list[Told] = []
    budget: list[Paid] = []
    others: list[Paid] = []
    aside = [*pieces, *(at for at, row in zip(passages, grid, strict=True) if is_count(row, columns))]
    strand, fate = first_part(columns, grid), None
    heading = -1 if strand is None else passages[columns.header[-1]]
    columns = _by_area(columns, grid)
    for number, row in _without_headers(grid, columns):
        at = passages[number]
        name = part_of(row, columns, grid) or _heading_of(row, columns)
        if name is not None:
            if number < len(grid) - 1 and not naming.is_total(name) and not is_budget(name):
                fate = next((standing for standing, says in _HEADING_SAYS if says.search(name)), _fate_in(name))
                strand, heading = name, at
            continue
        if max(columns.header, default=-1) > number or is_count(row, columns):
            continue
        said = decided(row, columns, _paid(row, columns, locale))
        if _is_budget(row, columns):
            budget += [said]
            continue
        above = told[-1].above if told else 0
        last = not any(one.filled for one in grid[number + 1 :])
        words = total_words(row, columns, said, last=last, lines=lines, above=above)
        if (words is None or is_cost(words)) and is_carried_on(row, columns, said, lines, told):
            aside += [at, *(line.award.passage for line in lines[told[-1].above :])]
            del lines[told[-1].above :]
            break
        if words is not None:
            if said.claim is not None and not (
                is_of_asked(said, lines, columns) or is_of_declined(said, lines, above, words)
            ):
                doubtful = takes_in(said, lines, budget, others, words)
                told.append(Told(Total(said.claim, at), words, strand, len(lines), row, doubtful))
            continue
        if not _add(lines, row, columns, said, (strand, heading, fate, at)) and not said.blank:
            others.append(said)
    told = with_heads_told(told, heads, lines, columns)
    notes = notes_beneath(lines, told, columns)
    aside += [line.award.passage for line in notes]
    lines = lines[: len(lines) - len(notes)]
    told = first_of_all(of_strands(told, lines), lines, doubtful=bool(budget or others))
    lines, told = with_first_part(lines, told)
    parted, totals = in_parts(lines, told)
    groups = _groups(parted)
    sound = (one.total.passage for one in told if is_sound(one, lines, told))
    return ReadTable(groups, scoped(totals, groups), columns.thousands, (*sound, *aside))


def _without_headers(grid: Sequence[Row], columns: Columns) -> Iterator[tuple[int, Row]]:
    """Yield the rows with their places, without the headers and the empty ones."""
    for number, row in enumerate(grid):
        if number not in columns.header and row.filled and not _is_header(row, columns, grid):
            yield number, row


def _fate_in(name: str) -> Standing | None:
    """Return what became of those beneath a heading amid a table, where it says that they were not awarded: “Reserve list”."""
    told = fates.standing_of(name) if fates.tells_standing(name) else Standing.AWARDED
    return None if told is Standing.AWARDED else told


def _is_budget(row: Row, columns: Columns) -> bool:
    """Return whether a row speaks of the budget: in the cell of the name, or where that is empty, in all its others."""
    who = row.words(columns.recipient)
    if who:
        return is_budget(who) and not naming.is_total(who)
    words = " ".join(cell.text for cell in row.filled if cell.column not in columns.amounts)
    return is_budget(words) and not naming.is_total(words)


def _by_area(columns: Columns, grid: Sequence[Row]) -> Columns:
    """Return the columns with the districts as strands, where the table gives subtotals of them."""
    if columns.strand is not None or columns.area is None:
        return columns
    areas = {row.words(columns.area).lower() for row in grid} - {""}
    subtotals = [
        cell.text.lower()
        for row in grid
        for cell in row.filled
        if cell.column not in columns.amounts and naming.is_total(cell.text)
    ]
    named = any(area in words and area != words for words in subtotals for area in areas)
    parted = len(subtotals) > 1 and _changes_at_totals(grid[max(columns.header, default=-1) + 1 :], columns)
    return replace(columns, strand=columns.area, area=None) if named or parted else columns


def _changes_at_totals(body: Sequence[Row], columns: Columns) -> bool:
    """Return whether the district of the rows changes wherever a total stands between them, and nowhere else."""
    parts: list[set[str]] = [set()]
    for row in body:
        area = row.words(columns.area or 0)
        if any(naming.is_total(cell.text) for cell in row.filled if cell.column not in columns.amounts):
            parts.append(set())
        elif area:
            parts[-1].add(area.casefold())
    told = [part for part in parts if part]
    alone = all(len(part) == 1 for part in told)
    return alone and len(told) > 1 and len(set.union(*told)) == len(told)


def _is_header(row: Row, columns: Columns, grid: Sequence[Row]) -> bool:
    """Return whether a row prints the header again, as at the top of a page."""
    if not columns.header:
        return False
    shown = [" ".join(cell.text.split()).lower() for cell in row.filled]
    return any(
        shown == [" ".join(cell.text.split()).lower() for cell in grid[number].filled] for number in columns.header
    )


def _heading_of(row: Row, columns: Columns) -> str | None:
    """Return the name that a row gives to those below it: one cell alone is filled, and it is no amount."""
    filled = row.filled
    texts = {" ".join(cell.text.split()) for cell in filled}
    if len(texts) != 1 or any(cell.goes_on for cell in filled):
        return None
    words = texts.pop()
    sized = is_size_band(words)
    if len(words) > _LONGEST_HEADING or (paid(words).pence is not None and not sized) or words[:1] in "*†":
        return None
    cell = filled[0]
    wide = cell.span > 1 or len(row.cells) == 1 or len(filled) > 1
    if (not wide or cell.column in columns.amounts or cell.column == columns.requested) and cell.column not in {
        0,
        columns.recipient,
        columns.strand,
    }:
        return None
    return words if sized else naming.tidied(words)


def _paid(row: Row, columns: Columns, locale: str) -> Paid:
    """Return what the amounts of a row come to."""
    read = [paid(row.words(column), thousands=columns.thousands, locale=locale) for column in columns.amounts]
    if len(read) == 1:
        return read[0]
    told = [one for one in read if one.pence is not None or one.claim is not None]
    if not told:
        return read[0]
    if any(one.pence is None for one in told):
        return next(one for one in told if one.pence is None)
    return Paid(sum(one.pence for one in told if one.pence is not None), told[0].claim if len(told) == 1 else None)


def _add(
    lines: list[Line], row: Row, columns: Columns, said: Paid, place: tuple[str | None, int, Standing | None, int]
) -> bool:
    """Put the award of a row to the others, or the words of a row that goes on to the award before.

    Return False where the row names nobody: “Average”, “Retained by the office”.
    """
    strand, heading, fate, at = place
    who = naming.tidied(row.words(columns.recipient))
    what = naming.tidied(row.words(columns.purpose)) if columns.purpose is not None else ""
    if columns.two_lines:
        who, what = _in_two_lines(row, columns.recipient)
    amount_cell = row.cell(columns.amounts[0])
    before = lines[-1] if lines else None
    if before is not None and amount_cell is not None and amount_cell.goes_on and len(columns.amounts) == 1:
        lines[-1] = replace(before, award=_joined(before.award, who, what))
        return True
    if before is not None and (not who or who.lower() in _DITTO):
        if said.blank:
            words = row.words(columns.purpose) if columns.purpose is not None else ""
            more = naming.tidied(f"{before.award.purpose} {words}")
            lines[-1] = replace(before, award=replace(before.award, purpose=more))
            return True
        if not who and before.award.amount is None and before.award.claim is None:
            # The total of what one body gets stands beside the last of its rows.
            lines.pop()
            what = naming.tidied(f"{before.award.purpose} {what}")
        who, before = before.award.recipient, lines[-1] if lines else None
    if not who or (not what and naming.is_finance(who)) or _CARRIED.match(who) is not None:
        return False
    amount, standing = _fate(row, columns, said, fate)
    if columns.strand is not None and row.words(columns.strand):
        strand, heading = naming.tidied(row.words(columns.strand)), -1
    elif columns.strand is not None and before is not None and before.heading < 0:
        strand, heading = before.strand, -1
    award = Award(who, what, amount, at, 0, 0, said.claim, standing=standing)
    upto, unread = (before.upto, before.unread) if before is not None else (0, 0)
    if award.counts:
        upto, unread = upto + (said.pence or 0), unread + (amount is None)
    lowered = before.lowered if before is not None else 0
    lines.append(Line(award, strand, heading, row, upto, unread, lowered + is_lowered(award, row, columns)))
    return True


def _joined(award: Award, who: str, what: str) -> Award:
    """Return an award whose amount is merged over another row as well, with who and what for that row names."""
    same = what == award.purpose or not what
    joined = replace(award, projects=award.projects + (0 if same else 1))
    if who and who != award.recipient:
        joined = replace(joined, recipients=award.recipients + 1, recipient=f"{award.recipient}, {who}")
    return joined


def _in_two_lines(row: Row, column: int) -> tuple[str, str]:
    """Return who and what for of a cell that holds the name on its first line and what it is for below."""
    cell = row.cell(column)
    if cell is None or cell.column != column:
        return "", ""
    first, *rest = [line.strip() for line in cell.text.split("\n") if line.strip()] or [""]
    return naming.tidied(first), naming.tidied(" ".join(rest))


def _fate(row: Row, columns: Columns, said: Paid, fate: Standing | None) -> tuple[Money | None, Standing]:
    """Return the amount of a row and its standing, by its decision, its amount, and the heading it stands under."""
    amount = None if said.pence is None else Money(said.pence)
    if columns.requested_only:
        return amount, said.standing or fate or Standing.REQUESTED
    decision = row.words(columns.decision) if columns.decision is not None else ""
    return amount, (standing_of(decision) if decision else None) or said.standing or fate or Standing.AWARDED


def _groups(lines: Sequence[Line]) -> tuple[Group, ...]:
    """Return the awards by strand, in the order in which the strands first appear."""
    by_name: dict[str | None, list[Line]] = {}
    for line in lines:
        by_name.setdefault(line.strand, []).append(line)
    return tuple(Group(name, tuple(line.award for line in found), found[0].heading) for name, found in by_name.items())


__all__ = ["Holds", "ReadTable", "awards_of", "holds"]
