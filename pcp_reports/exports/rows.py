"""The ledger grant by grant: one typed row each, for every form that the ledger is exported in.

Nothing exempt gets here, so that no export has to leave it out again: not an exempt grant, not a grant of an exempt
round, not a round in which something was meant to be exempt and could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import FinancialYear
from pcp_reports.ledger import Sum, YearSum, ledger
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.withholding import is_exempt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.dates import PartialDate
    from pcp_reports.ledger import RoundSum
    from pcp_reports.placing import Survey


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One public grant with what its round says of it.

    ``round`` is the entry's name, ``paper`` the first paper that cites it, ``path`` its file below the workspace and
    ``line`` where the grant begins there, from 1. ``year`` is taken from ``awarded``, else from ``announced``.
    """

    year: FinancialYear
    fund: str
    strand: str | None
    round: str
    announced: PartialDate
    awarded: PartialDate | None
    paper: str | None
    recipient: str
    recipient_id: str | None
    purpose: str
    amount: Money
    projects: int
    district: str | None
    reference: str | None
    status: str
    counts: bool  # withdrawn and returned grants do not count towards any total
    reason: str | None
    conditions: str | None
    path: str
    line: int

    @property
    def when(self) -> PartialDate:
        """Return when the grant was awarded, as near as is known: else when its round was announced."""
        return self.awarded or self.announced


def rows_of(survey: Survey, *, papers: tuple[str, ...] = (), year: FinancialYear | None = None) -> tuple[GrantRow, ...]:
    """Return the public grants in the ledger's order: rounds as announced, strands and grants as typed.

    With ``papers``, those of the rounds that the papers cite; with ``year``, those of that financial year. A round that
    cannot be used is left out: callers refuse it first, as `totals` does.
    """
    rounds = ledger(survey, papers=papers).rounds
    return tuple(
        row for one in rounds if not is_exempt(one.filed) for row in _of_round(one) if year is None or row.year == year
    )


def _of_round(one: RoundSum) -> Iterator[GrantRow]:
    model = one.round
    for strand in model.grants:
        for grant in strand.grants:
            if grant.exempt is None:
                yield GrantRow(
                    FinancialYear.of(grant.awarded or model.announced),
                    str(model.fund),
                    None if strand.name is None else str(strand.name),
                    one.filed.name,
                    model.announced,
                    grant.awarded,
                    one.paper,
                    str(grant.recipient),
                    grant.recipient_id,
                    str(grant.purpose),
                    grant.amount,
                    grant.projects,
                    grant.district,
                    grant.reference,
                    grant.status,
                    grant.counts,
                    grant.reason,
                    grant.conditions,
                    one.filed.path,
                    one.filed.source.place(grant.node).line,
                )


def total_of(rows: Iterable[GrantRow]) -> Sum:
    """Return what the rows that count come to."""
    counted = [row for row in rows if row.counts]
    return Sum(Money.total(row.amount for row in counted), len(counted), sum(row.projects for row in counted))


def totals_of(rows: Iterable[GrantRow]) -> tuple[YearSum, ...]:
    """Return the totals by financial year, fund and strand: years and funds sorted, strands as first met.

    A strand all of whose grants were withdrawn or returned has a line that comes to nothing, because its grants are
    listed.
    """
    found: dict[tuple[int, str, str | None], list[GrantRow]] = {}
    for row in rows:
        found.setdefault((row.year.start, row.fund, row.strand), []).append(row)
    order = sorted(found, key=lambda place: place[:2])
    return tuple(
        YearSum(FinancialYear(start), fund, strand, total_of(found[start, fund, strand]))
        for start, fund, strand in order
    )
