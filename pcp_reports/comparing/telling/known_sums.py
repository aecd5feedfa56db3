"""The sums that the ledger knows: of strands, rounds, years and funds, by the entries and as Word has them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit
from pcp_reports.dates import FinancialYear
from pcp_reports.judging import Verdict, judge
from pcp_reports.ledger import Sum
from pcp_reports.money import format_money
from pcp_reports.records import dataclass
from pcp_reports.words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pcp_reports.claims import Claim
    from pcp_reports.ledger import RoundSum


@dataclass(frozen=True, slots=True)
class Known:
    """A sum of the ledger. ``of`` follows on “the grants”; ``of_year``: it is of a year, and not of one round.

    ``now`` is by the entries, ``written`` with Word's amounts, ``word`` with all that Word has otherwise.
    """

    of: str
    of_year: bool
    now: Sum
    written: Sum
    word: Sum


class KnownSums:
    """What the ledger knows. ``now``, ``written`` and ``word`` are the public rounds of the workspace by path.

    ``years``: every round can be read and may be seen, so that those of a year are all there.
    """

    def __init__(
        self,
        now: Mapping[str, RoundSum],
        written: Mapping[str, RoundSum],
        word: Mapping[str, RoundSum],
        *,
        years: bool = True,
    ) -> None:
        """Keep the rounds."""
        self.rounds = word
        self._sides = now, written, word
        self._years = years

    def of_round(self, path: str, strand: str = "") -> Iterator[Known]:
        """Yield the sum of a round or of a strand in it; none that runs over exempt money."""
        covers = (strand,) if strand else ()
        sides = [side[path] for side in self._sides if path in side]
        if len(sides) == len(self._sides) and not any(
            one.runs_over_exempt(covers) or not one.filed.sound for one in sides
        ):
            now, written, word = (one.over(covers) for one in sides)
            yield Known(f" of {strand}" if strand else "", False, now, written, word)

    def strands(self, path: str) -> Iterator[Known]:
        """Yield the sums of a round's strands."""
        for one in self.rounds[path].strands:
            if one.name:
                yield from self.of_round(path, one.name)

    def of_year(self, year: FinancialYear, fund: str, strand: str) -> Iterator[Known]:
        """Yield the sum of a fund's year, of all funds where none is named."""
        return self._added(year, fund, strand, lambda _: True)

    def until(self, year: FinancialYear, like: RoundSum, strand: str) -> Iterator[Known]:
        """Yield the sum of a fund's year from its first round to the one given."""
        last = like.round.announced.last
        return self._added(year, like.round.fund, strand, lambda one: one.round.announced.first <= last)

    def named(self, claim: Claim) -> str:
        """Return which sum of the workspace an exact amount is, as what follows on “the grants”; or nothing."""
        if claim.unit is not Unit.MONEY or claim.kind is not Kind.EXACT:
            return ""
        for path, whole in self.rounds.items():
            home = quoted(whole.filed.name)
            if any(worth(claim, one.word).is_sound for one in self.of_round(path)):
                return f" of {home}"
            found = next((one for one in self.strands(path) if worth(claim, one.word).is_sound), None)
            if found is not None:
                return f"{found.of} in {home}"
        return next((one.of for one in self._all_years() if worth(claim, one.word).is_sound), "")

    def is_of_one_grant(self, claim: Claim) -> bool:
        """Return whether a figure is what one grant comes to."""
        rows = (grant for whole in self.rounds.values() for one in whole.strands for grant in one.grants)
        return any(worth(claim, Sum.of((grant,))).is_sound for grant in rows)

    def _all_years(self) -> Iterator[Known]:
        found: dict[tuple[int, str], set[str]] = defaultdict(set)
        for whole in self.rounds.values():
            year = FinancialYear.of(whole.round.announced).start
            found[year, whole.round.fund] |= {one.name for one in whole.strands if one.name}
        for (start, fund), strands in found.items():
            for strand in ("", *sorted(strands)):
                yield from self.of_year(FinancialYear(start), fund, strand)

    def _added(
        self, year: FinancialYear, fund: str, strand: str, wanted: Callable[[RoundSum], bool]
    ) -> Iterator[Known]:
        covers = (strand,) if strand else ()
        sums = []
        for side in self._sides:
            rounds = [one for one in side.values() if not fund or one.round.fund == fund]
            if not self._years or any(one.runs_over_exempt(covers) or not one.filed.sound for one in rounds):
                return
            days = (
                (grant, grant.awarded or one.round.announced)
                for one in rounds
                if wanted(one)
                for grant in one.within(covers)
            )
            sums.append(Sum.of(grant for grant, day in days if FinancialYear.of(day) == year))
        now, written, word = sums
        if word.grants:
            of = f" of {strand}" if strand else ""
            yield Known(f"{of} that the entries know of {year}", True, now, written, word)


def worth(claim: Claim, over: Sum) -> Verdict:
    """Return what a figure is worth against a sum; a number may be one of projects or of grants."""
    if claim.unit is Unit.MONEY:
        return judge(claim, pounds(over)).verdict
    found = [judge(claim, Decimal(number)).verdict for number in (over.projects, over.grants)]
    return next((one for one in found if one.is_sound), found[0])


def pounds(over: Sum) -> Decimal:
    """Return what a sum comes to, in pounds."""
    return Decimal(over.total.pence) / 100


def printed(claim: Claim, over: Sum, locale: str) -> str:
    """Return a sum in the terms of a figure: money, or a number of projects."""
    return format_money(over.total, locale) if claim.unit is Unit.MONEY else counted(over.projects, "project")
