"""Awards -> rounds: those of one fund that were announced together, under the office's own names for funds and strands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear, PartialDate
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.funds import bare
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.trackers.tracked import Tracked, Tracker

_MOST_NAMED = 8
_LONGEST = 250  # letters in the name of a fund, strand or round
_BETWEEN = (" – ", " — ", " - ", ": ", " / ", ", ")
_ROW = "row"  # what a place is called in a sheet; in 360Giving's form, which has no columns, it is a grant
_OR_WHICH_COLUMN = 'Or say which column has the dates: --column "Their heading=awarded".'
_OR_IN_THE_FILE = "Or give each grant its “awardDate” in the file, as in “2023-09-14”."
_OF_DATES = ("G513", "G514")
"""Dates that cannot be read: that they are then lacking need not be said as well."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the officer says for awards whose tracker does not: the fund, the round's name, when it was announced."""

    fund: str = ""
    round: str = ""
    announced: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """A round as the tracker has it; strands in the office's order, with None for awards without one."""

    fund: str
    name: str
    announced: PartialDate
    strands: tuple[tuple[str | None, tuple[Tracked, ...]], ...]

    @property
    def awards(self) -> tuple[Tracked, ...]:
        """Return all awards of the round."""
        return tuple(award for _, awards in self.strands for award in awards)


@dataclass(frozen=True, slots=True)
class Plan:
    """The rounds in the order announced, what is to be said of them, and what stands in the way.

    ``unknown`` are the funds, and strands of funds, that office.yaml does not have: fund, strand or nothing, and a row.
    """

    rounds: tuple[PlannedRound, ...]
    unknown: tuple[tuple[str, str, int], ...] = ()
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def planned(tracker: Tracker, funds: Funds, given: Given) -> Plan:
    """Return the rounds of a tracker's awards; an award without fund or date stands in the way of all."""
    namer = _Namer(funds, given, tracker)
    groups: dict[tuple[str, str, int, int], list[Tracked]] = {}
    for award in tracker.awards:
        placed = namer.placed(award)
        if placed is not None:
            when = placed.announced or placed.awarded
            if when is None:
                continue
            year = FinancialYear.of(when).start
            key = (
                (placed.fund, bare(placed.round), year, 0) if placed.round else (placed.fund, "", when.year, when.month)
            )
            groups.setdefault(key, []).append(placed)
    rounds = [_round(awards, funds) for awards in groups.values()]
    rounds.sort(key=lambda one: (one.announced.first, one.fund, one.name))
    mixed = tuple(found for one in rounds if (found := _mixed(one, tracker)) is not None)
    unknown = tuple((fund, strand, row) for (fund, strand), row in namer.unknown.items())
    return Plan(tuple(rounds), unknown, tuple(namer.notes()), (*namer.findings(), *mixed))


class _Namer:
    """Gives each award its fund, strand and date, and keeps what could not be told."""

    def __init__(self, funds: Funds, given: Given, tracker: Tracker) -> None:
        self.funds = funds
        self.given = given
        self.tracker = tracker
        self.sole = next(iter(funds.strands)) if len(funds.strands) == 1 else ""
        self.used_sole = False
        self.no_fund: list[Tracked] = []
        self.no_date: list[Tracked] = []
        self.too_long: list[tuple[Tracked, str]] = []
        self.unknown: dict[tuple[str, str], int] = {}
        self.renamed: dict[tuple[str, str], None] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def placed(self, award: Tracked) -> Tracked | None:
        longest = max(award.fund, award.strand, award.round, self.given.fund, self.given.round, key=len)
        if len(longest) > _LONGEST:
            self.too_long.append((award, longest))
            return None
        key = (award.fund, award.strand)
        if key not in self._known:
            self._known[key] = self._names(award)
        fund, strand = self._known[key]
        name = award.round or self.given.round
        announced = award.announced or (self.given.announced if award.awarded is None or self.given.round else None)
        if not fund:
            self.no_fund.append(award)
            return None
        if announced is None and award.awarded is None:
            self.no_date.append(award)
            return None
        if (fund, strand, name, announced) == (award.fund, award.strand, award.round, award.announced):
            return award
        return replace(award, fund=fund, strand=strand, round=name, announced=announced)

    def _names(self, award: Tracked) -> tuple[str, str]:
        typed, strand = self._parted(award.fund or self.given.fund, award.strand)
        fund = self.funds.fund(typed) if typed else None
        if typed and fund is None and not strand and (owner := self.funds.fund_with(typed)) is not None:
            fund, strand = owner, typed  # a strand stands in the column of funds
        if fund is None and not typed and strand:
            fund = self.funds.fund(strand)
            fund, strand = (fund, "") if fund is not None else (self.funds.fund_with(strand), strand)
        if fund is None and not typed and self.sole:
            fund, self.used_sole = self.sole, True
        chosen = fund or typed
        if chosen and fund is None:
            self.unknown[chosen, ""] = award.row
        if chosen and typed and typed not in (chosen, strand):
            self.renamed[typed, chosen] = None
        if bare(strand) == bare(chosen):
            strand = ""
        known = self.funds.strand(chosen, strand) if strand else None
        if strand and known is None and fund is not None and self.funds.strands[fund]:
            self.unknown[chosen, strand] = award.row
        if known is not None and known != strand:
            self.renamed[strand, known] = None
        return chosen, known or strand

    def _parted(self, typed: str, strand: str) -> tuple[str, str]:
        """Return fund and strand, of “Safer Streets Fund – Prevention strand” both where the office has that fund."""
        for sign in _BETWEEN if strand or typed else ():
            head, _, tail = (strand or typed).partition(sign)
            fund = self.funds.fund(head) if tail.strip() else None
            if fund is None or (strand and typed and self.funds.fund(typed) != fund):
                continue
            whole = self.funds.fund(typed) if not strand else self.funds.strand(fund, strand)
            if whole is None:
                return fund, tail.strip()
        return typed, strand

    def notes(self) -> Iterable[str]:
        if self.used_sole:
            yield f"The tracker names no fund, so the office's only one was taken: {quoted(self.sole)}."
        for typed, name in self.renamed:
            yield f"{quoted(typed)} is {quoted(name)} in office.yaml."

    def findings(self) -> Iterable[Finding]:
        path, unit = self.tracker.path, self.tracker.unit
        if self.too_long:
            award, longest = self.too_long[0]
            message = (
                f"{_rows([one for one, _ in self.too_long], unit)}: the name of a fund, strand or round has {len(longest):,} "
                f"letters ({quoted(shortened(longest, 40))}); {_LONGEST} is the most."
            )
            hint = "Shorten it in the file."
            if unit == _ROW:
                hint = 'Shorten it, or say which column is the fund: --column "Their heading=fund".'
            yield Finding("G516", message[:1].upper() + message[1:], Place(path, award.row), hint)
        if self.no_fund:
            names = [f'--fund "{name}"' for name in self.funds.strands] or ['--fund "Its name"']
            message = f"The tracker does not say which fund {_rows(self.no_fund, unit)} {'belongs' if len(self.no_fund) == 1 else 'belong'} to."
            yield Finding("G518", message, Place(path, self.no_fund[0].row), f"Say it: {listed(names[:6], 'or')}.")
        if self.no_date and not any(one.code in _OF_DATES for one in self.tracker.findings):
            lacking = [one for one in self.no_date if not one.no_day]
            wrong = [
                f"{_rows([one], unit)} ({quoted(shortened(one.no_day, 40))})" for one in self.no_date if one.no_day
            ]
            said = [f"has no date for {_rows(lacking, unit)}"] if lacking else []
            if wrong:
                more = f", and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
                said.append(f"has a date that is no day of the calendar for {listed(wrong[:_MOST_NAMED])}{more}")
            message = f"The tracker {listed(said)}, so the month of the round cannot be told."
            yield Finding(
                "G518",
                message,
                Place(path, self.no_date[0].row),
                f"Say when the round was announced: --announced 2023-09. {_OR_WHICH_COLUMN if unit == _ROW else _OR_IN_THE_FILE}",
            )


def _rows(awards: Sequence[Tracked], unit: str) -> str:
    if len(awards) > _MOST_NAMED:
        return counted(len(awards), unit)
    return f"{unit}{'s' if len(awards) > 1 else ''} {listed([str(award.row) for award in awards])}"


def _round(awards: list[Tracked], funds: Funds) -> PlannedRound:
    first = awards[0]
    announced = _announced(awards)
    own = funds.strands.get(first.fund, ())
    found = list(dict.fromkeys(award.strand for award in awards))
    order = [*(name for name in own if name in found), *(name for name in found if name not in own)]
    strands = tuple(
        (name or None, tuple(_dated(award, announced) for award in awards if award.strand == name)) for name in order
    )
    return PlannedRound(first.fund, first.round, announced, strands)


def _announced(awards: Sequence[Tracked]) -> PartialDate:
    """Return when a round was announced: the day where all awards agree on it, else the month of the first."""
    days = {award.announced for award in awards if award.announced is not None}
    if len(days) == 1 and all(award.announced is not None for award in awards):
        return days.pop()
    first = min(
        (when for award in awards if (when := award.announced or award.awarded) is not None),
        key=lambda when: when.first,
    )
    return PartialDate(first.year, first.month)


def _dated(award: Tracked, announced: PartialDate) -> Tracked:
    """Return an award that keeps its own day of announcement where the round cannot say it for all."""
    if award.awarded is None and award.announced is not None and award.announced != announced:
        return replace(award, awarded=award.announced)
    return award


def _mixed(one: PlannedRound, tracker: Tracker) -> Finding | None:
    """Return the finding that some awards of a round have a strand and some have none."""
    names = [name for name, _ in one.strands]
    if None not in names or len(names) == 1:
        return None
    bare_ones = next(awards for name, awards in one.strands if name is None)
    known = listed([quoted(shortened(name, 40)) for name in names if name is not None][:4])
    message = (
        f"{_rows(bare_ones, tracker.unit)}: no strand stands there, and other grants of the round have one ({known})."
    )
    return Finding(
        "G516", message[:1].upper() + message[1:], Place(tracker.path, bare_ones[0].row), "Fill the strand in."
    )
