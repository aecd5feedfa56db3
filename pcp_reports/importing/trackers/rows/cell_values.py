"""The cells of a row as values: amount, days, identifier, words; whatever cannot be read is told at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import DateError
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.days import EITHER, NO_YEAR, day_in
from pcp_reports.importing.sheets.identifiers import identifier
from pcp_reports.importing.sheets.sheet import cell, is_error, words
from pcp_reports.importing.sheets.statuses import AWARDS
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.sheets.days import Order
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet, Value
    from pcp_reports.importing.sheets.statuses import Outcome
    from pcp_reports.money import Money

MOST_SAID = 12
"""How many rows with one sort of fault are told of one by one."""
_PASSED_OVER = (None, Role.NOTHING, Role.REQUESTED)


class CellValues:
    """Reads the cells of one table, and keeps what is wrong with them."""

    def __init__(self, sheet: Sheet, header: Header, path: str, orders: Mapping[Role, Order | None]) -> None:
        """Take which column holds what; ``orders`` tell for each column of dates whether day or month comes first."""
        self.path = path
        self.findings: list[Finding] = []
        self._orders = orders
        self._text_table = sheet.form == "csv"
        self._unsaved = sheet.unsaved
        self._said: dict[str, tuple[int, int]] = {}  # how many rows with a fault of each code, and the last of them
        self.at = {role: header.column(role) for role in Role}
        self._erring = {
            row for row, cells in sheet.rows for value in cells if isinstance(value, str) and value[:1] == "#"
        }
        self._read = [column.at for column in header.columns if column.role not in _PASSED_OVER]

    def value(self, cells: tuple[Value, ...], role: Role) -> Value:
        """Return what a row has in the column of a role; None where it has none."""
        at = self.at[role]
        return cells[at] if at is not None and at < len(cells) else None

    def found(self, code: str, message: str, row: int, column: int | None, hint: str = "") -> None:
        """Add a finding at a cell; of many alike the first dozen are told one by one."""
        number = self._said.get(code, (0, 0))[0] + 1
        self._said[code] = number, row
        if number <= MOST_SAID:
            self.findings.append(Finding(code, message, Place(self.path, row, (column or 0) + 1), hint))

    def more(self) -> Iterator[Finding]:
        """Yield how many more rows there were of each fault that was told of a dozen."""
        for code, (number, last) in self._said.items():
            if number > MOST_SAID:
                message = f"{counted(number - MOST_SAID, 'more row')} like those above, the last of them row {last}."
                yield Finding(code, message, Place(self.path, last))

    def is_unsaved(self, row: int, recipient: str) -> bool:
        """Return whether a cell of the row that matters is a formula without its result, which is then told."""
        lacking = [at for at in self._read if (row, at) in self._unsaved]
        if lacking:
            shown = listed([cell(row, at) for at in lacking])
            roles = [role.value for at in lacking for role in Role if self.at[role] == at]
            whose = f"{recipient}, {listed(roles)}" if recipient else listed(roles)
            result = "a formula whose result was" if len(lacking) == 1 else "formulas whose results were"
            message = f"row {row} ({shown}): {whose}: worked out by {result} not saved."
            self.found("G511", message, row, lacking[0], "Open the file in Excel, save it, and import it again.")
        return bool(lacking)

    def errors(self, row: int, cells: tuple[Value, ...], recipient: str) -> None:
        """Tell the errors that Excel shows in the cells of a row that matter; the amount's own is told with it."""
        for at in self._read if row in self._erring else ():
            if at < len(cells) and at != self.at[Role.AMOUNT] and is_error(cells[at]):
                message = f"row {row} ({cell(row, at)}): {recipient}: Excel shows {cells[at]}."
                self.found("G512", message, row, at, "Mend the formula in Excel.")

    def amount(self, row: int, cells: tuple[Value, ...], recipient: str, outcome: Outcome) -> Money | Absent | None:
        """Return the amount of a row, or why there is none; None where it cannot be read, which is then told."""
        at = self.at[Role.AMOUNT]
        value = self.value(cells, Role.AMOUNT)
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
            return amount_in(value, text_table=self._text_table)
        except AmountError as error:
            if outcome not in AWARDS:
                return Absent.BLANK
            place = f"row {row}" + (f" ({cell(row, at or 0)})" if not self._text_table else "")
            message = f"{place}: {recipient or 'no recipient'}, amount: {quoted(shortened(words(value), 40))} cannot be read: {error.reason}."
            self.found(
                "G510", message, row, at, error.instead or "Type the amount in pounds, such as £9,500 or £1,470.57."
            )
            return None

    def day(self, row: int, cells: tuple[Value, ...], role: Role, recipient: str) -> PartialDate | None:
        """Return the day in the column of a role, None where there is none or it cannot be read, which is then told."""
        value = self.value(cells, role)
        if value is None:
            return None
        try:
            return day_in(value, self._orders.get(role))
        except DateError as error:
            if error.reason == EITHER:
                return None
            hint = f"Type {listed(list(error.instead), 'or')}." if error.instead else "Type the date as 3 October 2023."
            if error.reason == NO_YEAR:
                hint = "In Excel, give the column a form with the year, such as 03/10/2023, and save it again. Or type it: 3 October 2023."
            message = f"row {row}: {recipient}, {role.value}: {quoted(shortened(words(value), 40))} cannot be read as a date: {error.reason}."
            self.found("G513", message, row, self.at[role], hint)
            return None

    def identifier(self, row: int, cells: tuple[Value, ...], recipient: str) -> str:
        """Return the recipient's identifier; one that no register gives out is told, and left out."""
        for role in (Role.IDENTIFIER, Role.CHARITY, Role.COMPANY):
            shown = words(self.value(cells, role))
            if not shown:
                continue
            made = identifier(role, shown)
            if made:
                return made
            if made is None:
                message = f"row {row}: {recipient}: {quoted(shortened(shown, 30))} is not a number that the register gives out; it was left out."
                self.found("G522", message, row, self.at[role], "Look the number up, and correct it in the tracker.")
        return ""
