"""What became of each application of a tracker: its own word for it, else the heading that it stands under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.statuses import (
    Outcome,
    heading_outcome,
    is_heading,
    outcome_of,
    says_two_things,
    title_outcome,
)
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value

_FEW = 4
_TOTAL = re.compile(r"(?i)\b(?:sub-?)?totals?\b|[:=]")


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
        self._heading = ""  # which says so
        self._parts = False  # whether the table has headings of other parts: strands, months
        self._within = self._begun = (
            False  # whether the heading holds for one such part, and whether rows stand under it
        )
        self._alone = (
            False  # whether that heading stands alone among the rows, with no part of the table set out beneath it
        )
        self._again: tuple[int, str] | None = None  # the row beneath it, and its words, where it may have ended
        self._open: dict[tuple[int, str], tuple[str, list[int]]] = {}
        self._unknown: dict[str, list[int]] = {}
        self._against: dict[tuple[str, str], list[int]] = {}

    def over(self, label: str) -> None:
        """Take in what stands over the table: “Unsuccessful applications” holds for all its rows."""
        found = title_outcome(label)
        if found is not None:
            self._outcome, self._heading = found, label

    def group(self, row: int, label: str) -> bool:
        """Take in a heading among the rows, and return whether it says what became of those beneath it.

        “Declined” beneath the rows of a strand ends with the strand; with strands beneath it, it holds for them all. Where
        a strand follows rows that stand right beneath it, it may be either.
        """
        found = heading_outcome(label)
        if found is None:
            self._parts = True
            if self._within and self._begun:
                self._outcome, self._again = Outcome.AWARDED, None
            elif self._goes_on():
                self._again = row, quoted(shortened(label, 40))
            self._within = self._alone = False
            return False
        self._outcome, self._heading = found if found is not Outcome.VARIED else Outcome.AWARDED, label
        self._again = None
        self._within, self._begun = self._parts or not is_heading(label), False
        self._alone = True
        return True

    def headings(self, row: int) -> None:
        """Take in the headings over again, set off by an empty row: of another table, or of the next page of what is declined.

        Nothing but a word of the sheet's own can tell, so its rows are asked about. Headings right beneath the word itself
        are those of the table that it holds for.
        """
        if self._goes_on():
            self._again = row, "the headings over again"

    def _goes_on(self) -> bool:
        """Return whether rows stand right beneath “Declined” or another such heading, which may or may not have ended there."""
        return self._alone and self._begun and self._outcome is not Outcome.AWARDED

    def total(self, label: str) -> None:
        """Take in a total: “Total declined” is the last row of the part under “Declined”."""
        if self._alone and self._begun and outcome_of(" ".join(_TOTAL.sub(" ", label).split())) is self._outcome:
            self._end()

    def _end(self) -> None:
        self._outcome, self._heading, self._alone, self._within = Outcome.AWARDED, "", False, False
        self._again = None

    def of(self, row: int, cells: tuple[Value, ...]) -> tuple[Outcome, bool] | None:
        """Return what became of the application, and whether the row itself says so; None where that cannot be told."""
        self._begun = True
        shown = words(_cell(cells, self._status)) if self.has_column else ""
        if self._again is not None and not shown:
            self._open.setdefault(self._again, (self._heading, []))[1].append(row)
            return None
        if not self.has_column:
            return self._outcome, False
        if self._outcome is not Outcome.AWARDED:
            return self._beneath(row, shown)
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

    def _beneath(self, row: int, shown: str) -> tuple[Outcome, bool] | None:
        """Return what became of an application under “Declined” or another such heading: what it says itself goes before."""
        found = (self.asked.get(shown.casefold()) or outcome_of(shown)) if shown else None
        if found is Outcome.AWARDED and self._outcome is Outcome.DECLINED and self._again is None:
            self._against.setdefault((self._heading, shown), []).append(row)
            return None
        if found is None and says_two_things(shown):
            self._unknown.setdefault(shown, []).append(row)
            return None
        return (self._outcome, False) if found is None else (found, True)

    def unknown(self) -> Iterator[Finding]:
        """Give each word that is not known, or that goes against the heading above it, with its rows."""
        heading = quoted(self.header.heading(Role.STATUS))
        for (at, there), (above, rows) in self._open.items():
            over = quoted(shortened(above, 40))
            message = (
                f"{_rows(rows)}: beneath the rows under {over}, row {at} has {there}, so whether {over} still holds for what follows "
                "cannot be told."
            )
            hint = f"Put a row above row {at}: {over} again, or “Awarded”."
            yield Finding("G517", message, Place(self.path, at), hint)
        for (above, shown), rows in self._against.items():
            message = (
                f"{_rows(rows)}: {quoted(shortened(shown, 40))} stands under {heading}, and {quoted(shortened(above, 40))} "
                "over the rows, so whether the amount was awarded cannot be told."
            )
            hint = "Correct the one or the other in the tracker."
            yield Finding("G517", message, Place(self.path, rows[0], (self._status or 0) + 1), hint)
        for shown, rows in self._unknown.items():
            where = _rows(rows)
            if not shown:
                message = f"{where}: nothing stands under {heading}, so whether the amount was awarded cannot be told."
                hint = "Fill it in, such as: Awarded, or Declined."
            else:
                message = (
                    f"{where}: what {quoted(shortened(shown, 40))} under {heading} means for a grant cannot be told."
                )
                hint = f'Say what it means: --status "{shown}=awarded" (or varied, withdrawn, returned, declined, undecided).'
            yield Finding("G517", message, Place(self.path, rows[0], (self._status or 0) + 1), hint)


def _rows(rows: list[int]) -> str:
    more = " and more" if len(rows) > _FEW else ""
    return f"row{'s' if len(rows) > 1 else ''} {listed([str(row) for row in rows[:_FEW]])}{more}"


def _cell(cells: tuple[Value, ...], at: int | None) -> Value:
    return cells[at] if at is not None and at < len(cells) else None
