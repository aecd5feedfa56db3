"""The rows beneath the headings, told apart: grants, the names of strands that stand above some, totals, and notes."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.importing.sheets.headings import names_columns
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.statuses import heading_outcome, is_heading
from pcp_reports.importing.sheets.summing import Kind, Says, Summing, is_figure, says
from pcp_reports.importing.sheets.vocabulary import NEEDED, Role
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Row, Sheet, Value

_SUM = re.compile(
    r"(?i)(?:.*\b)?(?:budget|balance|remaining|underspend|overspend|unallocated|(?:carried|brought) forward|available|variance|difference)\b.*"
)
_LONGEST_NAME, _LONGEST_HEADING = 60, 160
_NAMES_A_FUND = re.compile(r"(?i).*\b(?:fund|grants|strand|scheme|programme|round [0-9]+|tranche [0-9]+)\b.*")


class Sort(Enum):
    """What a row is."""

    GRANT = "grant"
    GROUP = "group"
    TOTAL = "total"
    AGAIN = "again"  # the headings over again, as on a new page
    NOTE = "note"
    ALONE = "alone"  # a name and an amount, and nothing else
    TABLE = "table"  # the headings of another table
    NAME = "name"  # a name alone, which may be a grant that was never filled in


@dataclass(frozen=True, slots=True)
class Piece:
    """One row: what it is, its number, its cells, and the words that name it where it is no grant."""

    sort: Sort
    row: int
    cells: tuple[Value, ...]
    label: str = ""


def pieces(sheet: Sheet, header: Header, known: Collection[str]) -> tuple[Piece, ...]:
    """Return the rows beneath the headings. ``known`` are the names of funds and strands, in small letters."""
    rows = [row for row in sheet.rows if row[0] > header.row]
    if sheet.merges:
        rows = _filled(rows, sheet, header)
    reader = _Reader(header, frozenset(known), text_table=sheet.form == "csv")
    made = []
    for row in rows:
        made.append(reader.piece(row))
        if made[-1].sort is Sort.TABLE:
            break
    return tuple(_settled(made, header, sheet, frozenset(known)))


class _Reader:
    def __init__(self, header: Header, known: frozenset[str], *, text_table: bool) -> None:
        self.recipient = _at(header, Role.RECIPIENT)
        self.purpose = _at(header, Role.PURPOSE)
        self.amount = _at(header, Role.AMOUNT)
        named = (column for column in header.columns if column.role in NEEDED)
        self.heads = tuple((column.at, column.heading.casefold()) for column in named)
        self.known = known
        self.summing = Summing(header, known, text_table=text_table)

    def piece(self, row: Row) -> Piece:
        made = self._piece(row)
        if made.sort is Sort.GRANT:
            self.summing.grant(made.cells)
        else:
            self.summing.begin()
        return made

    def _piece(self, row: Row) -> Piece:
        number, cells = row
        width = len(cells)
        recipient = cells[self.recipient] if self.recipient < width else None
        purpose = cells[self.purpose] if self.purpose < width else None
        amount = cells[self.amount] if self.amount < width else None
        if not isinstance(amount, int | Decimal) and self._is_heading(cells, amount):
            return Piece(self._again(cells), number, cells, words(recipient))
        kind = self.summing.kind(cells)
        if kind is not None:
            label = next((words(value) for value in cells if isinstance(value, str) and not is_figure(value)), "")
            return Piece(_KINDS[kind], number, cells, label.strip())
        if not is_blank(recipient) and not is_blank(purpose):
            return Piece(Sort.GRANT, number, cells)
        return self._odd(number, cells, recipient, amount)

    def _is_heading(self, cells: tuple[Value, ...], amount: Value) -> bool:
        """Return whether a row names columns, of this table or of another one."""
        if isinstance(amount, str) and any(map(str.isdigit, amount)):
            return False
        return names_columns(cells)

    def _again(self, cells: tuple[Value, ...]) -> Sort:
        same = all(words(cells[at]).casefold() == heading for at, heading in self.heads if at < len(cells))
        return Sort.AGAIN if same else Sort.TABLE

    def _odd(self, number: int, cells: tuple[Value, ...], recipient: Value, amount: Value) -> Piece:
        """Return a row without a recipient or without a purpose."""
        texts = [
            (at, words(value))
            for at, value in enumerate(cells)
            if isinstance(value, str) and not is_blank(value) and not is_figure(value) and at != self.amount
        ]
        filled = [at for at, value in enumerate(cells) if not is_blank(value) and not is_figure(value)]
        label = texts[0][1] if texts else ""
        different = {text for _, text in texts}
        if is_blank(amount):
            if len(different) == 1 and sum(1 for value in cells if not is_blank(value)) == len(texts):
                return Piece(_sort_of_name(label), number, cells, label)
            return Piece(Sort.GRANT if not is_blank(recipient) else Sort.NOTE, number, cells, label)
        named = self.purpose < len(cells) and not is_blank(cells[self.purpose])
        alone = len(different) == 1 and not named and set(filled) <= {at for at, _ in texts} | {self.amount}
        if alone and says(label) is not Says.PERHAPS:
            if is_blank(recipient) and is_figure(amount):
                return Piece(Sort.TOTAL, number, cells, label)
            if label.casefold() in self.known:
                return Piece(Sort.TOTAL, number, cells, label)
            if is_figure(amount) and (_SUM.fullmatch(label) or len(texts) + 1 == _held(cells)):
                return Piece(Sort.NOTE if _SUM.fullmatch(label) else Sort.ALONE, number, cells, label)
        return Piece(Sort.GRANT, number, cells, label)


_KINDS = {Kind.TOTAL: Sort.TOTAL, Kind.FIGURE: Sort.NOTE, Kind.EITHER: Sort.ALONE}


def _held(cells: tuple[Value, ...]) -> int:
    return sum(1 for value in cells if not is_blank(value))


def _sort_of_name(label: str) -> Sort:
    short = len(label) <= _LONGEST_NAME or (len(label) <= _LONGEST_HEADING and heading_outcome(label) is not None)
    return Sort.NAME if short else Sort.NOTE


def _settled(made: list[Piece], header: Header, sheet: Sheet, known: frozenset[str]) -> list[Piece]:
    """Return the rows with each name alone told: a heading over what follows, a note at the end, or a row never filled in."""
    across = {merge.top for merge in sheet.merges if merge.right > merge.left}
    recipient = header.column(Role.RECIPIENT)
    leads = bool(made) and made[0].sort is Sort.NAME
    settled: list[Piece] = []
    followed = False
    for piece in reversed(made):
        if piece.sort is not Sort.NAME:
            followed = followed or piece.sort is Sort.GRANT
            settled.append(piece)
            continue
        sure = (
            piece.label.casefold() in known
            or piece.row in across
            or leads
            or is_heading(piece.label)
            or bool(_NAMES_A_FUND.fullmatch(piece.label))
        )
        elsewhere = next((at for at, value in enumerate(piece.cells) if not is_blank(value)), None) != recipient
        if not followed:
            settled.append(Piece(Sort.NOTE, piece.row, piece.cells, piece.label))
        elif sure or elsewhere:
            settled.append(Piece(Sort.GROUP, piece.row, piece.cells, piece.label.rstrip(" :-–")))
        else:
            settled.append(piece)
    return settled[::-1]


def _filled(rows: list[Row], sheet: Sheet, header: Header) -> list[Row]:
    """Return the rows with the words of cells merged downwards in each of their rows; amounts are not handed down."""
    by_row: dict[int, dict[int, Value]] = {}
    held = dict(rows)
    money = {header.column(Role.AMOUNT), header.column(Role.REQUESTED), header.column(Role.REFERENCE)}
    for merge in sheet.merges:
        if (
            merge.bottom == merge.top
            or merge.top <= header.row
            or merge.left in money
            or merge.bottom - merge.top > _MOST_MERGED
        ):
            continue
        above = held.get(merge.top, ())
        value = above[merge.left] if merge.left < len(above) else None
        if not is_blank(value):
            for number in range(merge.top + 1, merge.bottom + 1):
                by_row.setdefault(number, {})[merge.left] = value
    made = []
    for number, cells in rows:
        fill = by_row.get(number)
        if fill is not None:
            cells += (None,) * (max(fill) + 1 - len(cells))  # noqa: PLW2901 - the row as it is meant
            cells = tuple(fill.get(at, value) if is_blank(value) else value for at, value in enumerate(cells))  # noqa: PLW2901 - as above
        made.append((number, cells))
    return made


_MOST_MERGED = 5_000


def _at(header: Header, role: Role) -> int:
    at = header.column(role)
    return at if at is not None else 1_000_000
