"""What grants come to: grant -> strand -> round -> fund -> financial year. Whole pence throughout.

A grant counts once, however many papers cite its round. Withdrawn and returned grants do not count. Exempt ones count
only in the internal ledger, never in anything public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear
from pcp_reports.money import Money
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.dates import PartialDate
    from pcp_reports.model.funding_round import FundingRound, Grant
    from pcp_reports.placing import Survey
    from pcp_reports.workspace import Filed, Register

ROUND = "funding-round"


@dataclass(frozen=True, slots=True)
class Sum:
    """Money, and how many grants and projects it is."""

    total: Money
    grants: int
    projects: int

    @classmethod
    def of(cls, grants: Iterable[Grant]) -> Sum:
        """Return the sum of grants."""
        rows = tuple(grants)
        return cls(Money.total(row.amount for row in rows), len(rows), sum(row.projects for row in rows))


@dataclass(frozen=True, slots=True)
class StrandSum:
    """A strand of a round, with the grants that count and what they come to; ``name`` is None without strands."""

    name: str | None
    grants: tuple[Grant, ...]
    sum: Sum


@dataclass(frozen=True, slots=True)
class RoundSum:
    """A round: its strands, what it comes to, and the grants listed apart."""

    filed: Filed
    paper: str | None
    strands: tuple[StrandSum, ...]
    sum: Sum
    apart: tuple[Grant, ...]
    hidden: tuple[str | None, ...]  # the strands that hold exempt grants left out of this ledger

    @property
    def round(self) -> FundingRound:
        """Return the round's model."""
        return self.filed.model  # type: ignore[no-any-return] # a round by its kind

    def within(self, covers: Iterable[str]) -> tuple[Grant, ...]:
        """Return the grants that count of the strands named; of none named, those of the whole round."""
        names = tuple(covers)
        return tuple(grant for one in self.strands if not names or one.name in names for grant in one.grants)

    def over(self, covers: Iterable[str]) -> Sum:
        """Return the sum over the strands named; over none named, the whole round."""
        return Sum.of(self.within(covers))

    def runs_over_exempt(self, covers: tuple[str, ...]) -> bool:
        """Return whether the strands named, or the round where none is named, hold grants left out as exempt."""
        return bool(self.hidden) and (not covers or any(name in self.hidden for name in covers))


@dataclass(frozen=True, slots=True)
class YearSum:
    """A strand of a fund over a financial year."""

    year: FinancialYear
    fund: str
    strand: str | None
    sum: Sum


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rounds in the order announced, and financial years by fund and strand."""

    rounds: tuple[RoundSum, ...]
    years: tuple[YearSum, ...]


def rounds_of(register: Register) -> tuple[Filed, ...]:
    """Return the files that hold funding rounds, usable or not."""
    return tuple(filed for filed in register.entries if filed.kind == ROUND)


def sum_round(filed: Filed, paper: str | None = None, *, internal: bool = False) -> RoundSum:
    """Return what one round comes to. An exempt grant is left out unless ``internal``."""
    model: FundingRound = filed.partly
    strands, apart, hidden = [], [], []
    for strand in model.grants:
        shown = [grant for grant in strand.grants if internal or grant.exempt is None]
        if len(shown) < len(strand.grants):
            hidden.append(strand.name)
            if not shown:
                continue  # the strand's very name could give away what is kept out
        counted = tuple(grant for grant in shown if grant.counts)
        apart += [grant for grant in shown if not grant.counts]
        strands.append(StrandSum(strand.name, counted, Sum.of(counted)))
    whole = Sum.of(grant for strand in strands for grant in strand.grants)
    return RoundSum(filed, paper, tuple(strands), whole, tuple(apart), tuple(hidden))


def ledger(
    survey: Survey, *, papers: tuple[str, ...] = (), year: FinancialYear | None = None, internal: bool = False
) -> Ledger:
    """Return the ledger of a workspace.

    With ``papers``, the rounds are those the papers cite and the years run to the latest of their meetings; with
    ``year``, only that financial year. A round that cannot be used is left out: callers refuse it first.
    """
    register, cited = survey.register, survey.cited
    until = _latest(register, papers)
    sums = []
    for filed in rounds_of(register):
        if filed.model is None or (filed.model.exempt is not None and not internal):
            continue
        sums.append(sum_round(filed, next(iter(cited.get(filed.path, ())), None), internal=internal))
    sums.sort(key=lambda one: (one.round.announced.first, one.filed.path))
    shown = [
        one
        for one in sums
        if (not papers or any(name in papers for name in cited.get(one.filed.path, ())))
        and (year is None or year in _years_of(one))
    ]
    return Ledger(tuple(shown), tuple(row for row in _years(sums, until) if year is None or row.year == year))


def _years_of(one: RoundSum) -> set[FinancialYear]:
    """Return the financial years that a round's grants fall into; of a round without any, the one it was announced in."""
    days = [grant.awarded or one.round.announced for strand in one.strands for grant in strand.grants]
    return {FinancialYear.of(day) for day in days or [one.round.announced]}


def _latest(register: Register, papers: tuple[str, ...]) -> PartialDate | None:
    models = [register.papers[name].paper for name in papers]
    meetings = [paper.meeting for paper in models if paper is not None and paper.meeting is not None]
    return max(meetings, key=lambda date: date.last) if meetings else None


def _years(sums: list[RoundSum], until: PartialDate | None) -> list[YearSum]:
    found: dict[tuple[int, str, str | None], list[Grant]] = {}
    for one in sums:
        for strand in one.strands:
            for grant in strand.grants:
                date = grant.awarded or one.round.announced
                if until is None or date.first <= until.last:
                    found.setdefault((FinancialYear.of(date).start, one.round.fund, strand.name), []).append(grant)
    order = sorted(found, key=lambda place: (place[0], place[1]))  # strands keep the order they are first met in
    return [
        YearSum(FinancialYear(start), fund, strand, Sum.of(found[start, fund, strand])) for start, fund, strand in order
    ]
