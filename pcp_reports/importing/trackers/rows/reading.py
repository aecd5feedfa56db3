"""Rows of a tracker -> awards, with everything that cannot be read told at its row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.importing.sheets.amounts import Absent
from pcp_reports.importing.sheets.cell_words import MONTH_IN, NO_PURPOSE, clean, month_in
from pcp_reports.importing.sheets.second_words import fate_beside
from pcp_reports.importing.sheets.sheet import cell, is_blank, words
from pcp_reports.importing.sheets.standings import Standings
from pcp_reports.importing.sheets.statuses import AWARDS, Outcome
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.importing.trackers.rows.cell_values import CellValues
from pcp_reports.importing.trackers.rows.merged_amounts import MergedAmounts
from pcp_reports.importing.trackers.tracked import NoAward, Tracked
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.findings import Finding
    from pcp_reports.importing.sheets.days import Order
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet, Value
    from pcp_reports.importing.sheets.table import Piece

_CERTAIN = 1
"""Up to this rank the heading itself says that the amounts are awards."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One row with an amount, for the totals of the sheet: its row, strand, amount, and what became of it.

    ``text``: the amount is text in a workbook, where sums pass over it. ``struck``: the row is struck through in Excel.
    """

    row: int
    strand: str
    amount: Money
    outcome: Outcome
    recipient: str = ""
    text: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How dates and statuses are read: the order of day and month by column, and what words mean (in small letters)."""

    orders: Mapping[Role, Order | None]
    statuses: Mapping[str, Outcome] | None = None


class Reading:
    """The awards of a table, collected row by row."""

    def __init__(self, sheet: Sheet, header: Header, path: str, settings: Settings) -> None:
        """Begin with nothing."""
        self.path = path
        self._cells = CellValues(sheet, header, path, settings.orders)
        self._text_table = sheet.form == "csv"
        self._unsaved = bool(sheet.unsaved)
        self._merged = MergedAmounts(sheet, header)
        self.awards: list[Tracked] = []
        self.counted: list[Counted] = []
        self.no_awards: list[NoAward] = []
        self.findings: list[Finding] = []
        self.struck = self._struck(sheet, header)
        self.apart: dict[str, list[Money]] = {}
        self.group = self.when = ""
        rank = next((column.rank for column in header.columns if column.role is Role.AMOUNT), 9)
        self.standings = Standings(header, path, settings.statuses or {}, certain=rank <= _CERTAIN)
        self._at = self._cells.at
        self._texts = [(key, at) for key, role in _TEXTS if (at := self._at[role]) is not None]

    @staticmethod
    def _struck(sheet: Sheet, header: Header) -> frozenset[int]:
        """Return the rows whose recipient or amount is struck through."""
        matter = {header.column(Role.RECIPIENT), header.column(Role.AMOUNT)}
        return frozenset(row for row, at in sheet.struck if at in matter)

    def read(self, pieces: Sequence[Piece]) -> None:
        """Read every row."""
        last = 0  # row with anything in it
        for piece in pieces:
            if piece.sort is Sort.AGAIN and piece.row > last + 1:  # set off by an empty row, and so no new page
                self.standings.headings(piece.row)
            elif piece.sort is Sort.TOTAL:
                self.standings.total(piece.label)
            last = last if all(map(is_blank, piece.cells)) else piece.row
            if piece.sort is Sort.GRANT:
                self._grant(piece.row, piece.cells)
            elif piece.sort is Sort.GROUP:
                self._group(piece.row, piece.label)
            elif piece.sort is Sort.ALONE:
                self._alone(piece)
        merged = self._merged.findings(self.counted, self.path)
        self.findings += (*self._cells.findings, *merged, *self.standings.unknown(), *self._cells.more())

    def _alone(self, piece: Piece) -> None:
        label = quoted(shortened(piece.label, 40))
        purpose = words(self._cells.value(piece.cells, Role.PURPOSE))
        message = f"row {piece.row}: {label} has an amount and nothing else, so whether it is a grant or a sum cannot be told."
        hint = "Say what it is for, or clear the row."
        if purpose and purpose != piece.label:
            message = f"row {piece.row}: whether {label} ({quoted(shortened(purpose, 40))}) is a grant or a sum of those above cannot be told."
            hint = "If it is a sum, clear the words under the purpose. If it is a grant, give it a date or a reference, as others have."
        self._cells.found("G516", message, piece.row, self._at[Role.PURPOSE], hint)

    def _group(self, row: int, label: str) -> None:
        if self.standings.group(row, label):
            return
        if MONTH_IN.search(label) or re.search(r"(?i)\bround\b", label):
            self.when = label
        else:
            self.group = label

    def _grant(self, row: int, cells: tuple[Value, ...]) -> None:
        recipient = clean(self._cells.value(cells, Role.RECIPIENT))
        outcome = None if self._unsaved and self._cells.is_unsaved(row, recipient) else self.standings.of(row, cells)
        if outcome is None:
            return
        if outcome[0] in AWARDS:
            self._cells.errors(row, cells, recipient)
        amount = self._cells.amount(row, cells, recipient, outcome[0])
        if amount is None:
            return
        told = outcome[0]
        if told not in AWARDS or isinstance(amount, Absent):
            self.no_awards.append(self._no_award(row, cells, recipient, amount, told))
        if isinstance(amount, Absent):
            self._without(row, recipient, told, amount, sure=outcome[1])
            return
        text = not self._text_table and isinstance(self._cells.value(cells, Role.AMOUNT), str)
        self.counted.append(Counted(row, self._strand(cells), amount, told, recipient, text, row in self.struck))
        if told not in AWARDS:
            self.apart.setdefault("declined" if told is Outcome.DECLINED else "not decided yet", []).append(amount)
            return
        if not recipient:
            hint = "Fill in who receives it, or clear the row."
            self._cells.found(
                "G516",
                f"row {row}: an amount of {amount} stands there without a recipient.",
                row,
                self._at[Role.RECIPIENT],
                hint,
            )
            return
        if told in (Outcome.AWARDED, Outcome.VARIED) and self._against_itself(row, cells):
            return
        self._keep(
            row,
            cells,
            recipient,
            amount,
            told.value if self.standings.has_column or told is not Outcome.AWARDED else None,
        )

    def _against_itself(self, row: int, cells: tuple[Value, ...]) -> bool:
        """Return whether the name, the purpose or the reference of an award says that it is none, which is then told."""
        for role in (Role.RECIPIENT, Role.PURPOSE, Role.REFERENCE):
            value = self._cells.value(cells, role)
            if isinstance(value, str) and (said := fate_beside(words(value))):
                at = self._at[role] or 0
                message = (
                    f"row {row} ({cell(row, at)}): {quoted(shortened(words(value), 60))} says {quoted(said)}, and the row counts as "
                    "awarded, so whether it was cannot be told."
                )
                hint = f"Say what became of it in a column of statuses (Declined, Withdrawn), and take {quoted(said)} out of the cell."
                self._cells.found("G517", message, row, at, hint)
                return True
        return False

    def _no_award(
        self, row: int, cells: tuple[Value, ...], recipient: str, amount: Money | Absent, outcome: Outcome
    ) -> NoAward:
        ended = outcome in (Outcome.WITHDRAWN, Outcome.RETURNED)
        by_amount = outcome in AWARDS and not ended and amount is not Absent.BLANK
        said = words(self._cells.value(cells, Role.AMOUNT if by_amount else Role.STATUS)) or outcome.value
        purpose, reference = (clean(self._cells.value(cells, role)) for role in (Role.PURPOSE, Role.REFERENCE))
        blank = amount is Absent.BLANK and outcome is Outcome.AWARDED
        at = cell(row, self._at[Role.AMOUNT] or 0)
        return NoAward(row, recipient, purpose, reference, said, blank, by_amount, at, outcome.value if ended else "")

    def _without(self, row: int, recipient: str, outcome: Outcome, absent: Absent, *, sure: bool) -> None:
        """Note a row that has no amount."""
        if absent is Absent.BLANK and outcome in AWARDS and self._merged.takes(row, recipient, self.counted):
            return
        if outcome is Outcome.DECLINED or absent is Absent.DECLINED:
            self.apart.setdefault("declined", []).append(Money(0))
        elif outcome is Outcome.UNDECIDED or absent is Absent.UNDECIDED:
            self.apart.setdefault("not decided yet", []).append(Money(0))
        elif outcome in (Outcome.WITHDRAWN, Outcome.RETURNED):
            self.apart.setdefault("withdrawn before an award", []).append(Money(0))
        elif sure and absent is Absent.BLANK:
            message = f"row {row}: {recipient} is down as {outcome.value}, and no amount stands there."
            self._cells.found("G510", message, row, self._at[Role.AMOUNT], "Fill in the amount, or correct the status.")
        elif absent is Absent.NOTHING:
            self.apart.setdefault("with nothing awarded", []).append(Money(0))
        else:
            self.apart.setdefault("without an amount", []).append(Money(0))

    def _strand(self, cells: tuple[Value, ...]) -> str:
        return clean(self._cells.value(cells, Role.STRAND)) or self.group

    def _keep(self, row: int, cells: tuple[Value, ...], recipient: str, amount: Money, status: str | None) -> None:
        awarded = self._cells.day(row, cells, Role.AWARDED, recipient)
        announced = self._cells.day(row, cells, Role.ANNOUNCED, recipient)
        named = clean(self._cells.value(cells, Role.ROUND)) or self.when
        named = f"Round {named}" if named.isdecimal() else named
        if announced is None and named:
            announced = month_in(named)
        texts = {key: clean(cells[at]) for key, at in self._texts if at < len(cells)}
        projects = texts.pop("projects", "")
        number = int(projects) if re.fullmatch("[1-9][0-9]{0,3}", projects) else None
        if number is None and any(map(str.isdigit, projects)):
            message = f"row {row}: {recipient}: {quoted(shortened(projects, 30))} is no number of projects; it was left out, and the grant is taken to be for one."
            self._cells.found("G521", message, row, self._at[Role.PROJECTS], "Type the number alone.")
        self.awards.append(
            Tracked(
                row,
                recipient,
                clean(self._cells.value(cells, Role.PURPOSE)) or NO_PURPOSE,
                amount,
                strand=self._strand(cells),
                round=named,
                announced=announced,
                awarded=awarded,
                recipient_id=self._cells.identifier(row, cells, recipient),
                status=status,
                projects=number,
                **texts,
            )
        )


_TEXTS = (
    ("fund", Role.FUND),
    ("district", Role.DISTRICT),
    ("reference", Role.REFERENCE),
    ("reason", Role.REASON),
    ("conditions", Role.CONDITIONS),
    ("projects", Role.PROJECTS),
)
