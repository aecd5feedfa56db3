"""Where the table of a sheet begins, and which of its columns holds what."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS
from pcp_reports.importing.sheets.days import serial_day
from pcp_reports.importing.sheets.sheet import is_blank, is_error, words
from pcp_reports.importing.sheets.statuses import is_status
from pcp_reports.importing.sheets.vocabulary import DAYS, MONEY, Role, plain, roles_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

from pcp_reports.importing.sheets.sheet import Row, Sheet, Value

MOST_ABOVE = 30
"""In how many of a sheet's first rows that hold anything the headings are looked for."""
_LOOKED_AT = 200
_LONGEST, _LONGEST_HEADING = 90, 60
_WORTH = {Role.RECIPIENT: 4, Role.AMOUNT: 4, Role.PURPOSE: 3, Role.REQUESTED: 1, Role.NOTHING: 0}
_LEAST = 2
_MONEY = re.compile(r"[£\s]*\(?-?[£\s]*[0-9][0-9,]*(?:\.[0-9]+)?\s*k?\)?|[-–—]|nil|n/?a|tbc", re.IGNORECASE)
_DAY = re.compile(
    r"(?i)[0-9]{1,4}\s?[-/.]\s?[0-9]{1,2}(?:\s?[-/.]\s?[0-9]{1,4})?.*|.*\b(?:19|20)[0-9]{2}|[a-z]{3,9}[ -][0-9]{2}|tbc|n/?a"
    rf"|(?:[a-z]{{3,9}},? )?[0-9]{{1,2}}(?:st|nd|rd|th)?[ ./-]?(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*(?:[ .,/'-]{{0,3}}[0-9]{{2}})?"
)
_LIKE_MONEY = re.compile(r"[£$€\s(+-]*[0-9][^a-z]*(?:[a-z]{1,12}(?![a-z])[^a-z]*){0,5}", re.IGNORECASE)
_SUM_IN_WORDS = re.compile(
    r"(?i).{0,60}£ ?[0-9].{0,60}|(?:up to|ca?|circa|approx\w*|about|around|max\w*|at least|~|<|≤)[\s.:]*(?:of )?[0-9][0-9,.]*\s?k?"
)
_OF_WORDS = (
    *(Role.RECIPIENT, Role.PURPOSE, Role.FUND, Role.STRAND),
    *(Role.DISTRICT, Role.CONDITIONS, Role.REASON),
)
_NO_NAME = re.compile(r"[0-9£.,\s]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its heading as it stands, what it holds (None where that is not known), how sure that is."""

    at: int
    heading: str
    role: Role | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table: the row they end on, every column that has one, and how much they tell.

    ``rivals`` are columns that hold the same as one that was taken, and as surely.
    """

    row: int
    columns: tuple[Column, ...]
    score: int
    rivals: tuple[tuple[Column, Column], ...] = ()

    def column(self, role: Role) -> int | None:
        """Return the place of the column that holds ``role``, or None."""
        return next((column.at for column in self.columns if column.role is role), None)

    def heading(self, role: Role) -> str:
        """Return the heading of the column that holds ``role``; empty where none does."""
        return next((column.heading for column in self.columns if column.role is role), "")


def best_header(sheet: Sheet, asked: Mapping[str, Role]) -> Header | None:
    """Return the headings of a sheet's table, wherever in its first rows they stand; None where none are known.

    ``asked`` gives what a column holds by its heading (as `plain` has it), as the officer says.
    """
    found: Header | None = None
    top = sheet.rows[: MOST_ABOVE + 1]
    again = [at for at, (_, cells) in enumerate(sheet.rows[: MOST_ABOVE + _LOOKED_AT]) if names_columns(cells)]
    for at in range(min(len(top), MOST_ABOVE)):
        end = next((other for other in again if other > at), len(sheet.rows))
        below = sheet.rows[at + 1 : min(at + 1 + _LOOKED_AT, end)]
        for above in (None, top[at - 1]) if at and top[at - 1][0] == top[at][0] - 1 else (None,):
            header = _header(top[at], above, below, asked)
            if header is not None and (found is None or header.score > found.score):
                found = header
    return found


def names_columns(cells: Sequence[Value]) -> bool:
    """Return whether a row is one of headings: nearly all its cells are known ones, and one of them names the recipient."""
    held = [value for value in cells if not is_blank(value)]
    if len(held) < _LEAST or not all(isinstance(value, str) and len(value) <= _LONGEST_HEADING for value in held):
        return False
    roles = [roles_of(words(value)) for value in held]
    whom = any(role is Role.RECIPIENT for found in roles for role, _ in found)
    return whom and sum(map(bool, roles)) * 3 >= len(held) * 2


def _header(row: Row, above: Row | None, below: Sequence[Row], asked: Mapping[str, Role]) -> Header | None:
    headings = []
    for at, heading, parts in _headings(row, above):
        wanted = asked.get(plain(heading)) or next((asked[plain(part)] for part in parts if plain(part) in asked), None)
        roles = next((found for part in (heading, *parts) if (found := roles_of(part))), ())
        headings.append((at, heading, wanted, roles))
    if sum(1 for *_, wanted, roles in headings if wanted is not None or roles) < _LEAST:
        return None  # as of nearly every row: told before any column is looked down
    columns = []
    for at, heading, wanted, roles in headings:
        if wanted is not None:
            columns.append([Column(at, heading, wanted, -1)])
            continue
        values = [values[at] for _, values in below if at < len(values) and not is_blank(values[at])] if roles else []
        columns.append(
            [Column(at, heading, role, rank) for role, rank in roles if _bears_out(role, values)]
            or [Column(at, heading)]
        )
    chosen, rivals = _chosen(columns, below)
    known = {column.role for column in chosen if column.role is not None}
    if len(known) < _LEAST:
        return None
    if Role.AMOUNT not in known:
        chosen = _with_amount(chosen, below)
    return Header(row[0], tuple(chosen), sum(_WORTH.get(role, 1) for role in known), tuple(rivals))


def _with_amount(columns: list[Column], below: Sequence[Row]) -> list[Column]:
    """Return the columns with the one whose heading means amounts, though few of these can be read: each is then told at its row."""
    able = [
        (one, rank)
        for one in columns
        for role, rank in (roles_of(one.heading) if one.role is None else ())
        if role is Role.AMOUNT and _like_money([cells[one.at] for _, cells in below if one.at < len(cells)])
    ]
    best = [one for one, rank in able if rank == min(rank for _, rank in able)]
    return [Column(one.at, one.heading, Role.AMOUNT) if best == [one] else one for one in columns]


def _like_money(values: Sequence[Value]) -> bool:
    """Return whether at least half of a column's values begin with a figure, or hold a sum: “£500 + £500”, “up to £500”."""
    held = [value for value in values if not is_blank(value)]
    fits = [isinstance(value, int | Decimal) or _may_be_money(words(value)) for value in held]
    return bool(held) and sum(fits) * 2 >= len(held)


def _may_be_money(shown: str) -> bool:
    return any(one.fullmatch(shown) for one in (_LIKE_MONEY, _MONEY, _SUM_IN_WORDS))


def _headings(row: Row, above: Row | None) -> list[tuple[int, str, tuple[str, ...]]]:
    """Return each column's place and heading, and its parts, the lower first, where it stands in two rows."""
    made: list[tuple[int, str, tuple[str, ...]]] = []
    over = ""
    upper = above[1] if above is not None else ()
    for at in range(max(len(row[1]), len(upper))):
        own = _heading(row[1][at]) if at < len(row[1]) else ""
        mine = _heading(upper[at]) if at < len(upper) else ""
        over = mine or over
        if above is None:
            if own:
                made.append((at, own, ()))
        elif own and over:
            made.append((at, f"{over} {own}", (own,)))
        elif own or mine:
            made.append((at, own or mine, ()))
    return made


def _heading(value: Value) -> str:
    text = words(value)
    return text if len(text) <= _LONGEST and not is_error(text) and isinstance(value, str) else ""


def _bears_out(role: Role, values: Sequence[Value]) -> bool:
    """Return whether at least half of a column's values are such as its heading promises."""
    if not values:
        return True
    if role in MONEY:
        fits = [
            isinstance(value, int | Decimal) or (isinstance(value, str) and _MONEY.fullmatch(value.strip()))
            for value in values
        ]
    elif role in DAYS:
        fits = [
            isinstance(value, date)
            or serial_day(value, words(value)) is not None
            or (isinstance(value, str) and _DAY.fullmatch(value.strip()))
            for value in values
        ]
    elif role is Role.PROJECTS:
        fits = [_FEW_PROJECTS.fullmatch(words(value)) for value in values]
    elif role is Role.STATUS:
        fits = [
            isinstance(value, bool)
            or (isinstance(value, str) and (not re.search("[0-9]{2}", value) or is_status(words(value))))
            for value in values
        ]
    elif role in _OF_WORDS:
        fits = [isinstance(value, str) and not _NO_NAME.fullmatch(value) for value in values]
    else:
        return True
    return sum(map(bool, fits)) * 2 >= len(values)


_FEW_PROJECTS = re.compile("[1-9][0-9]?")


def _chosen(columns: list[list[Column]], below: Sequence[Row]) -> tuple[list[Column], list[tuple[Column, Column]]]:
    """Return each column with at most one role, no role twice but by the officer's word, and the ties."""
    open_ = [list(options) for options in columns]
    taken: dict[Role, Column] = {}
    rivals: list[tuple[Column, Column]] = []
    every = sorted(
        (one for options in open_ for one in options if one.role is not None),
        key=lambda one: (one.rank, -_length(one, below), one.at),
    )
    settled: dict[int, Column] = {}
    for one in every:
        if one.at in settled or one.role is None:
            continue
        first = taken.get(one.role)
        if first is None or one.role is Role.NOTHING:
            taken[one.role] = settled[one.at] = one
        elif first.rank == one.rank:
            rivals.append((first, one))
    return [settled.get(options[0].at, Column(options[0].at, options[0].heading)) for options in open_], [
        pair for pair in rivals if pair[1].at not in settled
    ]


def _length(column: Column, below: Sequence[Row]) -> int:
    """Return how many letters a column of purposes holds: of two, the one that says more is taken."""
    if column.role is not Role.PURPOSE:
        return 0
    return sum(len(words(values[column.at])) for _, values in below if column.at < len(values))
