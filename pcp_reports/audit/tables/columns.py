"""Which column of a table holds what: by the header row, wherever it is, and without one by what the cells hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.naming import is_finance, is_name, is_total
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.grid import Row, grid_of, has_pounds, looks_like_money, width_of
from pcp_reports.audit.tables.headings import Holds, holds, in_thousands, speaks_of_grants
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.passage import Passage

_FIRST_ROWS = 6
_MOST = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of grants, each by its number in the grid from 0; None where the table has none such.

    ``header`` are the places of the header rows among the rows. ``amounts`` holds one column, or the years that are added up.
    ``requested_only``: the sums are what was asked for, as no column gives what was awarded. ``thousands``: they stand in
    thousands of pounds. ``years`` are the columns of single years where no column gives a total: they may be parts of one
    award, or last year's beside this year's, so that another reading is one of them alone (see `choosing`). ``two_lines``: a cell holds the name on its first line and the purpose below. ``sure``: the headings could hardly stand over anything but grants; a table that is not sure is
    one of grants only where its surroundings speak of them.
    """

    recipient: int
    amounts: tuple[int, ...]
    purpose: int | None = None
    strand: int | None = None
    area: int | None = None
    reference: int | None = None
    decision: int | None = None
    date: int | None = None
    requested: int | None = None
    header: tuple[int, ...] = ()
    requested_only: bool = False
    thousands: bool = False
    sure: bool = False
    years: tuple[int, ...] = ()
    two_lines: bool = False


def columns_of(rows: Sequence[Passage]) -> Columns | None:
    """Return which column holds what, or None where the table is not one of grants, or nobody could tell."""
    grid = grid_of(rows)
    width = width_of(grid)
    if width < 2 or len(grid) < 2:  # noqa: PLR2004 - a name and an amount, a header and a row
        return None
    for number, row in enumerate(grid[:_FIRST_ROWS]):
        for depth in (2, 1):
            headings = _headings(grid, number, depth, width)
            if headings is None:
                continue
            kinds = _with_quarters({column: holds(words) for column, words in headings.items()}, headings)
            if _is_foreign(kinds, headings, grid[number + depth :]):
                return None
            found = _by_headings(kinds, headings, tuple(range(number, number + depth)))
            if found is not None:
                return _checked(found, grid)
        if len(row.filled) > 1 and any(has_pounds(cell.text) for cell in row.cells):
            break
    return _by_content(grid, width)


def _is_foreign(kinds: Mapping[int, Holds], headings: Mapping[int, str], body: Sequence[Row]) -> bool:
    """Return whether a heading stands over no table of grants; changes, or words of staff and aims, may stand in one that says so."""
    told = kinds.values()
    grants = Holds.RECIPIENT in told and any(speaks_of_grants(words) for words in headings.values())
    foreign = [column for column, one in kinds.items() if one is Holds.FOREIGN]
    beside = grants and any(one in {Holds.AWARDED, Holds.TOTAL, Holds.AMOUNT} for one in told)
    if any(not (beside and _is_said_beside(headings[column], column, body)) for column in foreign):
        return True
    return Holds.CHANGE in told and not grants


_BESIDE = re.compile(
    r"\b(?:officers?|staff|performance|target|impact|risks?|offences?|crimes?|victims?|mitigation)\b", re.IGNORECASE
)


def _is_said_beside(heading: str, column: int, body: Sequence[Row]) -> bool:
    """Return whether a column says something of each grant in words: “Link officer”, “Target group”; no numbers of a report."""
    words = [row.words(column) for row in body if row.words(column)]
    return _BESIDE.search(heading) is not None and not any(char.isdigit() for one in words for char in one)


def _headings(grid: Sequence[Row], number: int, depth: int, width: int) -> Mapping[int, str] | None:
    """Return the words over each column, of one header row or two together; None where these are no header rows."""
    if number + depth >= len(grid) + 0:
        return None
    taken = grid[number : number + depth]
    if any(len(row.filled) < 2 for row in taken[:1]):  # noqa: PLR2004 - a title
        return None
    if any(
        (looks_like_money(cell.text) and not _is_year(cell.text)) or has_pounds(cell.text)
        for row in taken
        for cell in row.filled
    ):
        return None
    if depth > 1 and not _goes_with(taken[0], taken[1]):
        return None
    headings = {}
    for column in range(width):
        parts = []
        for row in taken:
            cell = row.cell(column)
            if cell is not None and cell.text.strip() and not cell.goes_on:
                parts.append(" ".join(cell.text.split()))
        headings[column] = " ".join(dict.fromkeys(parts))
    return headings


def _is_year(words: str) -> bool:
    return holds(words) is Holds.YEAR


def _goes_with(above: Row, below: Row) -> bool:
    """Return whether a second row is part of the header: it divides a cell of the first, or holds headings alone."""
    merged = any(cell.span > 1 for cell in above.filled)
    told = [holds(cell.text) for cell in below.filled if not cell.goes_on]
    sums = (Holds.AWARDED, Holds.REQUESTED, Holds.YEAR, Holds.TOTAL, Holds.AMOUNT, Holds.OTHER_SUM)
    if not told:
        return any(cell.goes_on for cell in below.cells)
    known = sum(kind in sums for kind in told)
    return known == len(told) and (merged or len(told) < len(above.filled) or known > 0)


def _names(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> tuple[int | None, int | None]:
    """Return the columns of who and what for: the project where nobody is named, the district where districts get it."""
    told = [column for column, one in kinds.items() if one is Holds.RECIPIENT]
    purposes = [column for column, one in kinds.items() if one is Holds.PURPOSE]
    if not told and not purposes:
        awarded = any(
            one is Holds.AWARDED or (one is Holds.YEAR and _AWARD_OF_A_YEAR.search(headings[column]))
            for column, one in kinds.items()
        )
        told = [column for column, one in kinds.items() if awarded and one is Holds.AREA]
    names = [*told[:1], *purposes]
    return (names[0] if names else None), (names[1] if len(names) > 1 else None)


def _by_headings(kinds: Mapping[int, Holds], headings: Mapping[int, str], header: tuple[int, ...]) -> Columns | None:
    """Return the columns as their headings tell, or None where they do not tell who gets how much."""

    def first(*wanted: Holds) -> int | None:
        return next((column for kind in wanted for column, one in kinds.items() if one is kind), None)

    recipient, purpose = _names(kinds, headings)
    left = (not headings[0] or _COUNCIL.fullmatch(headings[0])) and not any(map(in_thousands, headings.values()))
    if recipient is None and left and list(kinds.values()).count(Holds.YEAR) > 1:
        recipient = 0  # “| 2023/24 £ | 2024/25 £”: whoever stands on the left
    if recipient is None and left and Holds.AWARDED in kinds.values():
        recipient = 0  # “Council | Devices | Grant”
    amounts, requested_only = _amounts(kinds, headings)
    if recipient is None or not amounts:
        return None
    years = amounts if len(amounts) > 1 and kinds[amounts[0]] is Holds.YEAR else ()
    each = len(header) == 1 and all(_AWARD_OF_A_YEAR.search(headings[column]) for column in years)
    if years and (Holds.CHANGE in kinds.values() or each):
        # “2024 award”, “2025 award”: each is a whole, and the latest is the one that is told of
        amounts = (max(years, key=lambda column: _YEAR.findall(headings[column])[:1]),)
    said = first(Holds.RECIPIENT) is not None and any(speaks_of_grants(words) for words in headings.values())
    awarded = any(
        kinds[column] in (Holds.AWARDED, Holds.TOTAL) and speaks_of_grants(headings[column]) for column in amounts
    )
    return Columns(
        recipient,
        amounts,
        purpose,
        first(Holds.STRAND),
        first(Holds.AREA),
        first(Holds.REFERENCE),
        first(Holds.DECISION),
        first(Holds.DATE),
        first(Holds.REQUESTED),
        header,
        requested_only,
        any(in_thousands(headings[column]) for column in amounts),
        sure=said or awarded,
        years=years,
        two_lines=purpose is None and _WHO_AND_WHAT.search(headings[recipient]) is not None,
    )


def _with_quarters(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> Mapping[int, Holds]:
    """Return what the columns hold; beside quarters, one headed “Year” holds their total."""
    if list(kinds.values()).count(Holds.QUARTER) < 2:  # noqa: PLR2004 - “Quarter” alone is a date
        return kinds
    return {
        column: Holds.TOTAL if _OF_THE_YEAR.fullmatch(headings[column].strip(" £()*")) else kind
        for column, kind in kinds.items()
    }


_OF_THE_YEAR = re.compile(
    r"(?i)(?:full |whole |the )?(?:year|annual|in the year|year to date|20[0-9]{2}(?:[-/–](?:20)?[0-9]{2})?)(?: total)?"
)
_AWARD_OF_A_YEAR = re.compile(
    r"20[0-9]{2}.*\b(?:award|grant|allocation|funding|amount)|\b(?:award|grant|allocation|funding|amount).*20[0-9]{2}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20[0-9]{2}")
_COUNCIL = re.compile(
    r"(?i)(?:local |town |parish |town (?:and|or|/) parish )?(?:councils?|authority|authorities|forces?|districts?|boroughs?|parish(?:es)?|wards?)"
)
_WHO_AND_WHAT = re.compile(
    r"(?:\band\b|/|&|,|\+)\s*(?:\w+\s+){0,3}(?:projects?|schemes?|purposes?|description|details|activit(?:y|ies)|work|what)\b",
    re.IGNORECASE,
)


def _amounts(kinds: Mapping[int, Holds], headings: Mapping[int, str]) -> tuple[tuple[int, ...], bool]:
    """Return the columns of the amounts, and whether they are only what was requested."""
    by_kind = {kind: tuple(column for column, one in kinds.items() if one is kind) for kind in Holds}
    if by_kind[Holds.AWARDED]:
        every = by_kind[Holds.AWARDED]
        awarded = tuple(column for column in every if not _ADVISED.search(headings[column])) or every
        return (awarded[:1] if len(awarded) == 1 or not by_kind[Holds.TOTAL] else by_kind[Holds.TOTAL][-1:]), False
    if by_kind[Holds.TOTAL]:
        return by_kind[Holds.TOTAL][-1:], False
    if by_kind[Holds.QUARTER] and len(by_kind[Holds.QUARTER]) <= _MOST:
        return by_kind[Holds.QUARTER], False
    if by_kind[Holds.AMOUNT]:
        return by_kind[Holds.AMOUNT][:1], False
    if by_kind[Holds.YEAR] and len(by_kind[Holds.YEAR]) <= _MOST:
        return by_kind[Holds.YEAR], False
    return by_kind[Holds.REQUESTED][:1], True


_ADVISED = re.compile(r"\b(?:recommend(?:ed|ation)?|proposed|suggested|advised)\b", re.IGNORECASE)
"""What the officers advised, beside which a column of what was awarded is the one that counts."""


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
    return found if any(looks_like_money(words) or has_pounds(words) for words in sums) else None


def _is_below_the_lines(row: Row, found: Columns) -> bool:
    """Return whether a row says what the grants above come to, or what is left of the budget."""
    words = row.words(found.recipient) or " ".join(cell.text for cell in row.filled if cell.column not in found.amounts)
    return not words or is_total(words) or is_budget(words)


def _by_content(grid: Sequence[Row], width: int) -> Columns | None:
    """Return the columns of a table without a header: one of amounts in pounds, and one of names before it."""
    body = [row for row in grid if len(row.filled) > 1]
    if len(body) < 2:  # noqa: PLR2004 - one row is no table
        return None
    money = [column for column in range(width) if _share(body, column, pounds=True)]
    if len(money) != 1:
        return None
    texts = [
        column
        for column in range(width)
        if column != money[0] and _share(body, column, pounds=False) and not _refers(body, column)
    ]
    if not texts:
        return None
    recipient = texts[0]
    names = [row.words(recipient) for row in body if row.words(recipient)]
    if any(is_finance(name) and not is_total(name) and not is_budget(name) for name in names) or 4 * sum(
        is_name(name) for name in names
    ) < 3 * len(names):
        return None
    header = tuple(
        number for number, row in enumerate(grid[:_FIRST_ROWS]) if row is body[0] and _is_heading(row, money[0])
    )
    return Columns(recipient, (money[0],), texts[1] if len(texts) > 1 else None, header=header)


def _is_heading(row: Row, column: int) -> bool:
    """Return whether a row has the heading of the amounts in their column, and no number anywhere."""
    told = holds(row.words(column)) in {Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL}
    return told and not any(char.isdigit() for cell in row.filled for char in cell.text)


_REFERENCE = re.compile(
    r"^(?:(?i:ref|no|grant|item)\w*\.?\s*)?[A-Z]{0,6}[-/ .]?[0-9][0-9A-Za-z/.\- ]*$|^[0-9]{1,2}\s\w{3,9}\s20[0-9]{2}$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?:\s+(?:20)?[0-9]{2})?$"
)


def _refers(body: Sequence[Row], column: int) -> bool:
    """Return whether the cells of a column are references or dates."""
    words = [row.words(column) for row in body if row.words(column)]
    return 2 * sum(_REFERENCE.match(one) is not None for one in words) > len(words)


def _share(body: Sequence[Row], column: int, *, pounds: bool) -> bool:
    """Return whether nearly all cells of a column are amounts in pounds, or words."""
    words = [row.words(column) for row in body if row.words(column)]
    if 2 * len(words) <= len(body):
        return False
    fitting = sum(
        has_pounds(one) and looks_like_money(one)
        if pounds
        else not looks_like_money(one) and any(char.isalpha() for char in one)
        for one in words
    )
    return 5 * fitting >= 4 * len(words)
