"""Whether a table is one of grants, and which of its columns holds what: by its header row, else by what the cells hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_finance, is_name, is_total
from pcp_reports.audit.tables.across import with_parts
from pcp_reports.audit.tables.beside import is_summary, with_counts, without_balances, without_sums
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.by_both import by_both
from pcp_reports.audit.tables.by_content import by_content
from pcp_reports.audit.tables.by_headings import by_headings, is_award_of_a_year
from pcp_reports.audit.tables.costs import with_costs
from pcp_reports.audit.tables.grid import Row, grid_of, has_pounds, looks_like_money, width_of
from pcp_reports.audit.tables.header_rows import headings_of
from pcp_reports.audit.tables.headings import Holds, holds, speaks_of_grants
from pcp_reports.audit.tables.marks import with_decisions
from pcp_reports.audit.tables.parted import is_part_header
from pcp_reports.audit.tables.sums import with_quarters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.passage import Passage

_FIRST_ROWS = 6
_TWO = 2


def columns_of(rows: Sequence[Passage], *, given: bool = False, costed: bool = False) -> Columns | None:
    """Return which column holds what, or None where the table is not one of grants, or nobody could tell.

    ``given``: the words above the table speak of grants, so that what its headings leave open its cells may tell;
    ``costed``: and say what the grants cost.
    """
    grid = grid_of(rows)
    width = width_of(grid)
    if width < 2 or len(grid) < 2:  # noqa: PLR2004 - a name and an amount, a header and a row
        return None
    other: Columns | None = None
    for number, row in enumerate(grid[:_FIRST_ROWS]):
        for depth in (2, 1):
            headings = headings_of(grid, number, depth, width)
            if headings is None:
                continue
            body = grid[number + depth :]
            kinds = _kinds(grid, number + depth, headings)
            header = tuple(range(number, number + depth))
            if is_summary(kinds, headings, body):
                return None
            if other is None:
                other = by_both(kinds, headings, body, header, given=given, costed=costed)
            if _is_foreign(kinds, headings, body):
                return None if other is None else _checked(other, grid)
            found = by_headings(kinds, headings, header)
            if found is not None:
                return _checked(found, grid)
        if len(row.filled) > 1 and any(has_pounds(cell.text) for cell in row.cells):
            break
    return by_content(grid, width) if other is None else _checked(other, grid)


def _kinds(grid: Sequence[Row], first: int, headings: Mapping[int, str]) -> Mapping[int, Holds]:
    """Return what the columns hold beneath a header, by its words and by the rows from the ``first`` on."""
    body = grid[first:]
    told = {column: holds(words) for column, words in headings.items()}
    if is_part_header(grid, first - 1):
        told[0] = Holds.RECIPIENT  # its own words name the part below
    told = _with_names(_without_shares(told, headings), headings, body)
    told = with_decisions(with_costs(told, headings, body), headings, body)
    kinds = with_parts(with_quarters(told, headings), headings, body)
    return without_sums(without_balances(with_counts(kinds, headings, body), headings, body), body)


def _without_shares(told: Mapping[int, Holds], headings: Mapping[int, str]) -> dict[int, Holds]:
    """Return what the columns hold; “%” beside a grant is its share of the cost, and no change."""
    grants = (Holds.AWARDED, Holds.REQUESTED)
    return {
        column: Holds.OTHER_SUM
        if kind is Holds.CHANGE and headings[column].strip() == "%" and told.get(column - 1) in grants
        else kind
        for column, kind in told.items()
    }


def _with_names(told: dict[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> dict[int, Holds]:
    """Return what the columns hold; the first names who gets it where its own word is none that is known: “Hall”, “Venue”.

    Beside it stand what for and the grant, or one sum and no more; its cells hold words alone, none of them twice.
    """
    kinds = set(told.values())
    if told[0] is not Holds.UNKNOWN or not headings[0] or Holds.RECIPIENT in kinds:
        return told
    names = [row.words(0) for row in body if len(row.filled) > 1 and row.words(0)]
    granted = any(speaks_of_grants(words) for words in headings.values()) or all(map(is_name, names))
    named = granted and Holds.AWARDED in kinds and Holds.PURPOSE in kinds
    if not named and not _is_name_and_sum(told, headings[0], body):
        return told
    alone = len(set(names)) == len(names) > 1 and all(name[0].isalpha() and not has_pounds(name) for name in names)
    return {**told, 0: Holds.RECIPIENT} if alone else told


def _is_name_and_sum(told: Mapping[int, Holds], heading: str, body: Sequence[Row]) -> bool:
    """Return whether a table has a column of names under one word and one of pounds: “Event | Amount”."""
    if len(told) != _TWO or told[1] not in (Holds.AMOUNT, Holds.AWARDED) or not heading.strip(" :").isalpha():
        return False
    names = [row.words(0) for row in body if len(row.filled) == _TWO and not is_total(row.words(0))]
    sums = [row.words(1) for row in body if row.words(1)]
    pounds = all(has_pounds(words) and looks_like_money(words) for words in sums)
    return pounds and not any(is_finance(name) or is_budget(name) for name in names) and all(map(is_name, names))


def _is_foreign(kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> bool:
    """Return whether a heading stands over no table of grants; changes, or words of staff and aims, may stand in one that says so."""
    told = kinds.values()
    grants = Holds.RECIPIENT in told and any(speaks_of_grants(words) for words in headings.values())
    foreign = [column for column, one in kinds.items() if one is Holds.FOREIGN]
    beside = grants and any(one in {Holds.AWARDED, Holds.TOTAL, Holds.AMOUNT} for one in told)
    shared = _is_shared_out(kinds, headings)
    for column in foreign:
        said = beside and _is_said_beside(headings[column], column, body)
        if not said and not (shared and _is_factor(headings[column], column, body)):
            return True
    years = [headings[column] for column, one in kinds.items() if one is Holds.YEAR]
    yearly = Holds.AREA in told and len(years) > 1 and all(map(is_award_of_a_year, years))  # “CSP | 2023/24 grant | …”
    return Holds.CHANGE in told and not (grants or yearly)


_BESIDE = re.compile(
    r"\b(?:officers?|staff|performance|target|impact|risks?|offences?|crimes?|victims?|mitigation)\b", re.IGNORECASE
)


def _is_said_beside(heading: str, column: int, body: Sequence[Row]) -> bool:
    """Return whether a column says something of each grant in words: “Link officer”, “Target group”; no numbers of a report."""
    words = [row.words(column) for row in body if row.words(column)]
    return _BESIDE.search(heading) is not None and not any(char.isdigit() for one in words for char in one)


def _is_shared_out(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> bool:
    """Return whether one column names who gets something, and one says that it is a grant in pounds."""
    who = Holds.RECIPIENT in kinds.values() or Holds.AREA in kinds.values()
    return who and any(kind is Holds.AWARDED and "£" in headings[column] for column, kind in kinds.items())


def _is_factor(heading: str, column: int, body: Sequence[Row]) -> bool:
    """Return whether a column counts what a formula shares the money out by: “Recorded crime”, and no money."""
    words = [row.words(column) for row in body if row.words(column)]
    return _COUNTED.search(heading) is not None and "£" not in heading and not any(has_pounds(one) for one in words)


_COUNTED = re.compile(r"\b(?:offences?|crimes?|victims?|risks?|offenders?)\b", re.IGNORECASE)


def _checked(found: Columns, grid: Sequence[Row]) -> Columns | None:
    """Return the columns where what stands in them bears them out: names and amounts, no lines of a budget."""
    body = [
        row for number, row in enumerate(grid) if number not in found.header and number > max(found.header, default=-1)
    ]
    while body and _is_below_the_lines(body[-1], found):
        body.pop()
    filled = [row.words(found.recipient) for row in body if row.words(found.recipient)]
    if not filled:
        return None
    if found.requested_only and found.decision is not None:
        said = [row.words(found.decision) for row in body if row.words(found.decision)]
        if 2 * sum(looks_like_money(words) for words in said) >= len(said) > 0:  # “Decision: £1,750”
            found = replace(found, amounts=(found.decision,), decision=None, requested_only=False)
    finance = sum(is_finance(words) and not is_total(words) for words in filled)
    if 3 * finance > len(filled):
        return None
    sums = [row.words(column) for row in body for column in found.amounts if row.words(column)]
    unnamed = bool(found.years and found.header) and not grid[found.header[-1]].words(found.recipient)
    if unnamed and not any("£" in cell.text for row in grid for cell in row.filled) and all(map(_is_small, sums)):
        return None  # “Requests | 38 | 41”: how many there were each year
    return found if any(looks_like_money(words) or has_pounds(words) for words in sums) else None


def _is_small(words: str) -> bool:
    """Return whether a cell holds a number that may count anything, or none."""
    return not any(char.isdigit() for char in words) or _COUNT.fullmatch(words) is not None


_COUNT = re.compile(r"[0-9]{1,3}%?")


def _is_below_the_lines(row: Row, found: Columns) -> bool:
    """Return whether a row says what the grants above come to, or what is left of the budget."""
    words = row.words(found.recipient) or " ".join(cell.text for cell in row.filled if cell.column not in found.amounts)
    return not words or is_total(words) or is_budget(words)
