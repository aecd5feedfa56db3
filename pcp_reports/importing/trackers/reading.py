"""Rows of a tracker -> awards, with everything that cannot be read told at its row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import DateError
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.cell_words import MONTH_IN, NO_PURPOSE, clean, month_in
from pcp_reports.importing.sheets.days import EITHER, NO_YEAR, day_in
from pcp_reports.importing.sheets.identifiers import identifier
from pcp_reports.importing.sheets.sheet import cell, is_blank, is_error, words
from pcp_reports.importing.sheets.standings import Standings
from pcp_reports.importing.sheets.statuses import AWARDS, Outcome
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.importing.trackers.merged_amounts import MergedAmounts
from pcp_reports.importing.trackers.tracked import NoAward, Tracked
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.sheets.days import Order
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet, Value
    from pcp_reports.importing.sheets.table import Piece

MOST_SAID = 12
"""How many rows with one sort of fault are told of one by one."""
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
        self.header = header
        self.settings = settings
        self.text_table = sheet.form == "csv"
        self.unsaved = sheet.unsaved
        self._merged = MergedAmounts(sheet, header)
        self.awards: list[Tracked] = []
        self.counted: list[Counted] = []
        self.no_awards: list[NoAward] = []
        self.findings: list[Finding] = []
        self.blank: list[int] = []  # rows without an amount, and without a word on why
        self.struck = self._struck(sheet, header)
        self.apart: dict[str, list[Money]] = {}
        self.group = self.when = ""
        rank = next((column.rank for column in header.columns if column.role is Role.AMOUNT), 9)
        self.standings = Standings(header, path, settings.statuses or {}, certain=rank <= _CERTAIN)
        self._said: dict[str, tuple[int, int]] = {}  # how many rows with a fault of each code, and the last of them
        self._at = {role: header.column(role) for role in Role}
        self._erring = {
            row for row, cells in sheet.rows for value in cells if isinstance(value, str) and value[:1] == "#"
        }
        self._read = [column.at for column in header.columns if column.role not in _PASSED_OVER]
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
                self.standings.headings()
            elif piece.sort is Sort.TOTAL:
                self.standings.total(piece.label)
            last = last if all(map(is_blank, piece.cells)) else piece.row
            if piece.sort is Sort.GRANT:
                self._grant(piece.row, piece.cells)
            elif piece.sort is Sort.GROUP:
                self._group(piece.label)
            elif piece.sort is Sort.ALONE:
                self._alone(piece)
        self.findings += self._merged.findings(self.counted, self.path)
        self.findings += self.standings.unknown()
        for code, (number, last) in self._said.items():
            if number > MOST_SAID:
                message = f"{counted(number - MOST_SAID, 'more row')} like those above, the last of them row {last}."
                self.findings.append(Finding(code, message, Place(self.path, last)))

    def found(self, code: str, message: str, row: int, column: int | None, hint: str = "") -> None:
        """Add a finding at a cell; of many alike the first dozen are told one by one."""
        number = self._said.get(code, (0, 0))[0] + 1
        self._said[code] = number, row
        if number <= MOST_SAID:
            self.findings.append(Finding(code, message, Place(self.path, row, (column or 0) + 1), hint))

    def _alone(self, piece: Piece) -> None:
        label = quoted(shortened(piece.label, 40))
        purpose = words(self._value(piece.cells, Role.PURPOSE))
        message = f"row {piece.row}: {label} has an amount and nothing else, so whether it is a grant or a sum cannot be told."
        hint = "Say what it is for, or clear the row."
        if purpose and purpose != piece.label:
            message = f"row {piece.row}: whether {label} ({quoted(shortened(purpose, 40))}) is a grant or a sum of those above cannot be told."
            hint = "If it is a sum, clear the words under the purpose. If it is a grant, give it a date or a reference, as others have."
        self.found("G516", message, piece.row, self._at[Role.PURPOSE], hint)

    def _group(self, label: str) -> None:
        if self.standings.group(label):
            return
        if MONTH_IN.search(label) or re.search(r"(?i)\bround\b", label):
            self.when = label
        else:
            self.group = label

    def _value(self, cells: tuple[Value, ...], role: Role) -> Value:
        at = self._at[role]
        return cells[at] if at is not None and at < len(cells) else None

    def _grant(self, row: int, cells: tuple[Value, ...]) -> None:
        recipient = clean(self._value(cells, Role.RECIPIENT))
        outcome = None if self.unsaved and self._is_unsaved(row, recipient) else self.standings.of(row, cells)
        if outcome is None:
            return
        if outcome[0] in AWARDS and row in self._erring:
            self._errors(row, cells, recipient)
        amount = self._amount(row, cells, recipient, outcome[0])
        if amount is None:
            return
        told = outcome[0]
        if told not in AWARDS or isinstance(amount, Absent):
            said = words(self._value(cells, Role.STATUS)) or words(self._value(cells, Role.AMOUNT)) or told.value
            purpose, reference = (clean(self._value(cells, role)) for role in (Role.PURPOSE, Role.REFERENCE))
            blank = amount is Absent.BLANK and told is Outcome.AWARDED
            self.no_awards.append(NoAward(row, recipient, purpose, reference, said, blank))
        if isinstance(amount, Absent):
            self._without(row, recipient, told, amount, sure=outcome[1])
            return
        text = not self.text_table and isinstance(self._value(cells, Role.AMOUNT), str)
        self.counted.append(Counted(row, self._strand(cells), amount, told, recipient, text, row in self.struck))
        if told not in AWARDS:
            self.apart.setdefault("declined" if told is Outcome.DECLINED else "not decided yet", []).append(amount)
            return
        if not recipient:
            hint = "Fill in who receives it, or clear the row."
            self.found(
                "G516",
                f"row {row}: an amount of {amount} stands there without a recipient.",
                row,
                self._at[Role.RECIPIENT],
                hint,
            )
            return
        self._keep(
            row,
            cells,
            recipient,
            amount,
            told.value if self.standings.has_column or told is not Outcome.AWARDED else None,
        )

    def _is_unsaved(self, row: int, recipient: str) -> bool:
        """Return whether a cell of the row that matters is a formula without its result, which is then told."""
        lacking = [at for at in self._read if (row, at) in self.unsaved]
        if lacking:
            shown = listed([cell(row, at) for at in lacking])
            message = (
                f"row {row} ({shown}): {recipient or 'a cell'} is worked out by a formula whose result was not saved."
            )
            self.found("G511", message, row, lacking[0], "Open the file in Excel, save it, and import it again.")
        return bool(lacking)

    def _errors(self, row: int, cells: tuple[Value, ...], recipient: str) -> None:
        """Tell the errors that Excel shows in the cells of a row that matter; the amount's own is told with it."""
        for at in self._read:
            if at < len(cells) and at != self._at[Role.AMOUNT] and is_error(cells[at]):
                message = f"row {row} ({cell(row, at)}): {recipient}: Excel shows {cells[at]}."
                self.found("G512", message, row, at, "Mend the formula in Excel.")

    def _amount(self, row: int, cells: tuple[Value, ...], recipient: str, outcome: Outcome) -> Money | Absent | None:
        """Return the amount of a row, or why there is none; None where it cannot be read, which is then told."""
        at = self._at[Role.AMOUNT]
        value = self._value(cells, Role.AMOUNT)
        if is_error(value):
            self.found(
                "G512",
                f"row {row} ({cell(row, at or 0)}): {recipient}, amount: Excel shows {value}.",
                row,
                at,
                "Mend the formula in Excel.",
            )
            return None
        try:
            return amount_in(value, text_table=self.text_table)
        except AmountError as error:
            if outcome not in AWARDS:
                return Absent.BLANK
            place = f"row {row}" + (f" ({cell(row, at or 0)})" if not self.text_table else "")
            message = f"{place}: {recipient or 'no recipient'}, amount: {quoted(shortened(words(value), 40))} cannot be read: {error.reason}."
            self.found(
                "G510", message, row, at, error.instead or "Type the amount in pounds, such as £9,500 or £1,470.57."
            )
            return None

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
            self.found("G510", message, row, self._at[Role.AMOUNT], "Fill in the amount, or correct the status.")
        elif absent is Absent.NOTHING:
            self.apart.setdefault("with nothing awarded", []).append(Money(0))
        else:
            self.blank.append(row)
            self.apart.setdefault("without an amount", []).append(Money(0))

    def _strand(self, cells: tuple[Value, ...]) -> str:
        return clean(self._value(cells, Role.STRAND)) or self.group

    def _keep(self, row: int, cells: tuple[Value, ...], recipient: str, amount: Money, status: str | None) -> None:
        awarded = self._day(row, cells, Role.AWARDED, recipient)
        announced = self._day(row, cells, Role.ANNOUNCED, recipient)
        named = clean(self._value(cells, Role.ROUND)) or self.when
        named = f"Round {named}" if named.isdecimal() else named
        if announced is None and named:
            announced = month_in(named)
        texts = {key: clean(cells[at]) for key, at in self._texts if at < len(cells)}
        projects = texts.pop("projects", "")
        self.awards.append(
            Tracked(
                row,
                recipient,
                clean(self._value(cells, Role.PURPOSE)) or NO_PURPOSE,
                amount,
                strand=self._strand(cells),
                round=named,
                announced=announced,
                awarded=awarded,
                recipient_id=self._identifier(row, cells, recipient),
                status=status,
                projects=int(projects) if re.fullmatch("[1-9][0-9]{0,3}", projects) else None,
                **texts,
            )
        )

    def _day(self, row: int, cells: tuple[Value, ...], role: Role, recipient: str) -> PartialDate | None:
        value = self._value(cells, role)
        if value is None:
            return None
        try:
            return day_in(value, self.settings.orders.get(role))
        except DateError as error:
            if error.reason == EITHER:
                return None
            hint = f"Type {listed(list(error.instead), 'or')}." if error.instead else "Type the date as 3 October 2023."
            if error.reason == NO_YEAR:
                hint = "In Excel, give the column a form with the year, such as 03/10/2023, and save it again. Or type it: 3 October 2023."
            message = f"row {row}: {recipient}, {role.value}: {quoted(shortened(words(value), 40))} cannot be read as a date: {error.reason}."
            self.found("G513", message, row, self._at[role], hint)
            return None

    def _identifier(self, row: int, cells: tuple[Value, ...], recipient: str) -> str:
        for role in (Role.IDENTIFIER, Role.CHARITY, Role.COMPANY):
            shown = words(self._value(cells, role))
            if not shown:
                continue
            made = identifier(role, shown)
            if made:
                return made
            if made is None:
                message = f"row {row}: {recipient}: {quoted(shortened(shown, 30))} is not a number that the register gives out; it was left out."
                self.found("G522", message, row, self._at[role], "Look the number up, and correct it in the tracker.")
        return ""


_PASSED_OVER = (None, Role.NOTHING, Role.REQUESTED)
_TEXTS = (
    ("fund", Role.FUND),
    ("district", Role.DISTRICT),
    ("reference", Role.REFERENCE),
    ("reason", Role.REASON),
    ("conditions", Role.CONDITIONS),
    ("projects", Role.PROJECTS),
)
