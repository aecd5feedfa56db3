"""A figure that somebody typed in Word, held against the sum that the words beside it name.

It is called wrong only where these name one sum and no other money, and it is that sum mistyped: near it, or its digits
in another order. Where it may be another thing, what the ledger knows is told, and the officer decides.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.comparing.entries.change import Figure
from pcp_reports.comparing.telling.known_sums import pounds, printed, worth
from pcp_reports.comparing.words.named_sums import named_sum
from pcp_reports.dates import FinancialYear
from pcp_reports.judging import Verdict
from pcp_reports.stated.judged import is_slip_of
from pcp_reports.stated.words import Counts, what_it_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.comparing.telling.as_in_word import Home
    from pcp_reports.comparing.telling.known_sums import Known, KnownSums
    from pcp_reports.comparing.words.named_sums import NamedSum
    from pcp_reports.ledger import RoundSum, Sum

PENDING = "it is right only with grants in Word that --apply does not write"
_NEAR = Decimal("0.1")
_LEAST_DIGITS = 3  # but for noughts at the end; fewer may be the same by chance
_TO = frozenset(("to", "for", "across", "between", "among", "amongst", "in", "i"))
_OTHER = "the words beside it name another sum"
UNSURE = "whether it is right cannot be told from the entries"
UNKNOWN = "Nothing in the entries says whether it is right."


class TypedSums:
    """Judges figures typed in Word by the sums that are known."""

    def __init__(self, known: KnownSums, locale: str) -> None:
        """Keep the sums."""
        self._known = known
        self._locale = locale

    def named(self, text: str, at: int, old: str, home: Home) -> Figure | None:
        """Return what a figure is worth by the sum that the words beside it name, None where they name none.

        It stands at a letter ``at`` of a passage, which itself stands at ``home``.
        """
        claims = find(text, self._locale)
        claim = _at(claims, at)
        whole = self._known.rounds.get(home.path)
        if claim is None or whole is None:
            return None
        money = claim if claim.unit is Unit.MONEY else _money_before(text, claim, claims)
        names = [one.name for one in whole.strands if one.name]
        named = named_sum(text, money.start, money.end, names, whole.round.announced) if money is not None else None
        if money is None or named is None:
            return None
        meant, kin = self._meant(named, home, whole)
        if named.of_year and not meant:
            return Figure(old, claim.text, Verdict.CANNOT_CHECK, UNKNOWN)  # the year has rounds that nobody may know of
        if money is not claim:
            # A number is judged only beside a sum that speaks of the same grants.
            meant, kin = ([one for one in row if self._may_be(money, one.word)] for row in (meant, kin))
        return self._held(claim, old, named, meant, kin)

    def unnamed(self, text: str, at: int, old: str) -> Figure | None:
        """Return which sum a figure is whose words name none, if it is so odd a figure that this is no chance."""
        claim = _at(find(text, self._locale), at)
        if claim is None or claim.value is None:
            return None
        digits = str(claim.value.normalize()).partition("E")[0].replace(".", "")
        of = self._known.named(claim) if len(digits) >= _LEAST_DIGITS else ""
        said = f"“{claim.text}” is what the grants{of} come to; nothing says whether it is meant so."
        return Figure(old, claim.text, Verdict.CANNOT_CHECK, said) if of else None

    def _meant(self, named: NamedSum, home: Home, whole: RoundSum) -> tuple[list[Known], list[Known]]:
        """Return the sums that words may name, and others of the same grants that people call nearly so."""
        known, path, strand = self._known, home.path, named.strand
        year = named.year or FinancialYear.of(whole.round.announced)
        of_year = [*known.of_year(year, whole.round.fund, strand), *known.until(year, whole, strand)]
        own = [*known.of_round(path, strand)]
        if not strand:
            # Beneath the grants of a strand “Total” may be that strand's.
            own += known.of_round(path, home.strand) if home.strand else ()
            of_year += known.of_year(year, "", "")
        if named.of_year:
            return of_year, own if named.year is None else []
        return own, [*of_year, *(known.strands(path) if not strand else ())]

    def _held(
        self, claim: Claim, old: str, named: NamedSum, meant: Sequence[Known], kin: Sequence[Known]
    ) -> Figure | None:
        if not meant:
            return None
        new = claim.text
        for one in (*meant, *kin):
            verdict = worth(claim, one.word)
            if verdict.is_sound:
                said = f"{_basis(one)} grants{one.of} come to {self._printed(claim, one)}, as “{new}” says."
                if worth(claim, one.written).is_sound:
                    return Figure(old, new, verdict, said)
                return Figure(old, new, verdict, said, left=PENDING, along="the grants")
        one = min(meant, key=lambda row: _gap(claim, row.word))
        value = self._printed(claim, one)
        if elsewhere := self._known.named(claim):
            said = f"“{new}” is what the grants{elsewhere} come to; those{one.of} come to {value}."
            return Figure(old, new, Verdict.CANNOT_CHECK, said, left=_OTHER)
        said = f"{_basis(one)} grants{one.of} come to {value}"
        is_grant = claim.unit is Unit.MONEY and self._known.is_of_one_grant(claim)
        if not named.doubtful and not is_grant and self._may_be(claim, one.word):
            unless = ", unless a grant of that year stands in no entry" if one.of_year else ""
            return Figure(old, new, Verdict.DISAGREES, f"{said}, so “{new}” is wrong{unless}.")
        left = "" if named.doubtful or is_grant else UNSURE
        said += f"; whether “{new}” speaks of them cannot be told."
        return Figure(old, new, Verdict.CANNOT_CHECK, said, left=left)

    def _may_be(self, claim: Claim, over: Sum) -> bool:
        """Return whether a figure is a sum, or that sum mistyped."""
        if claim.unit is Unit.COUNT or worth(claim, over).is_sound:
            return True
        return _gap(claim, over) <= _NEAR or is_slip_of(claim, over.total.pence)

    def _printed(self, claim: Claim, one: Known) -> str:
        return printed(claim, one.word, self._locale)


def _at(claims: Sequence[Claim], at: int) -> Claim | None:
    """Return the figure at a letter, if it says one number."""
    claim = next((one for one in claims if one.start <= at < one.end), None)
    return claim if claim is not None and claim.readable and not claim.each and claim.kind is not Kind.RANGE else None


def _basis(one: Known) -> str:
    return "With all that Word has otherwise the" if one.word != one.now else "The"


def _gap(claim: Claim, over: Sum) -> Decimal:
    """Return how far a figure lies from a sum, as a part of that sum."""
    value = pounds(over) if claim.unit is Unit.MONEY else Decimal(over.projects)
    if claim.value is None or not value:
        return Decimal("Infinity")
    return abs(claim.value - value) / value


def _money_before(text: str, count: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the sum that a number of projects goes with: “£65,523 to 9 projects”."""
    if what_it_counts(count) not in (Counts.PROJECTS, Counts.GRANTS):
        return None
    last = next((one for one in reversed(claims) if one.end <= count.start), None)
    if last is None or last.unit is not Unit.MONEY:
        return None
    between = text[last.end : count.start].split()
    return last if len(between) == 1 and between[0] in _TO else None
