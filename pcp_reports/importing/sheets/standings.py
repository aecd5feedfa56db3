"""What became of each application of a tracker: its own word for it, else the heading that it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.statuses import AWARDS, Outcome, heading_outcome, outcome_of
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value

_FEW = 4


class Standings:
    """Tells the outcome row by row, and keeps the words that it does not know."""

    def __init__(self, header: Header, path: str, asked: Mapping[str, Outcome], *, certain: bool) -> None:
        """Take what the officer said of words, in small letters; ``certain``: the heading itself says that the amounts are awards."""
        self.path = path
        self.header = header
        self.asked = asked
        self.certain = certain
        self.has_column = header.column(Role.STATUS) is not None
        self._status, self._amount = header.column(Role.STATUS), header.column(Role.AMOUNT)
        self._outcome = Outcome.AWARDED  # of the rows under a heading, where no column of statuses says otherwise
        self._unknown: dict[str, list[int]] = {}

    def over(self, label: str) -> None:
        """Take in what stands over the table: “Unsuccessful applications” holds for all its rows."""
        found = heading_outcome(label)
        if found is not None and found not in AWARDS:
            self._outcome = found

    def group(self, label: str) -> bool:
        """Take in a heading among the rows, and return whether it says what became of those beneath it."""
        found = heading_outcome(label)
        if found is not None:
            self._outcome = found if found not in AWARDS else Outcome.AWARDED
        return found is not None

    def of(self, row: int, cells: tuple[Value, ...]) -> tuple[Outcome, bool] | None:
        """Return what became of the application, and whether the row itself says so; None where its word is not known."""
        if not self.has_column or self._outcome not in AWARDS:
            return self._outcome, False
        shown = words(_cell(cells, self._status))
        if not shown:
            if self.certain or is_blank(_cell(cells, self._amount)):
                return Outcome.AWARDED, False
            self._unknown.setdefault("", []).append(row)
            return None
        found = self.asked.get(shown.casefold()) or outcome_of(shown)
        if found is None:
            self._unknown.setdefault(shown, []).append(row)
            return None
        return found, True

    def unknown(self) -> Iterator[Finding]:
        """Give each word that is not known, with its rows."""
        heading = quoted(self.header.heading(Role.STATUS))
        for shown, rows in self._unknown.items():
            more = " and more" if len(rows) > _FEW else ""
            where = f"row{'s' if len(rows) > 1 else ''} {listed([str(row) for row in rows[:_FEW]])}{more}"
            if not shown:
                message = f"{where}: nothing stands under {heading}, so whether the amount was awarded cannot be told."
                hint = "Fill it in, such as: Awarded, or Declined."
            else:
                message = (
                    f"{where}: what {quoted(shortened(shown, 40))} under {heading} means for a grant cannot be told."
                )
                hint = f'Say what it means: --status "{shown}=awarded" (or varied, withdrawn, returned, declined, undecided).'
            yield Finding("G517", message, Place(self.path, rows[0], (self._status or 0) + 1), hint)


def _cell(cells: tuple[Value, ...], at: int | None) -> Value:
    return cells[at] if at is not None and at < len(cells) else None
