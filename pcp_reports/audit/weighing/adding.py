"""The findings about sums within a list: columns whose total is another, awards that their parts do not come to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.parts import odd_parts
from pcp_reports.audit.claims.text import place_in, where_of
from pcp_reports.audit.verdicts import SUBTOTAL, JudgedClaim
from pcp_reports.checks.claim_words import capital
from pcp_reports.explaining.parts import Line
from pcp_reports.findings import Finding
from pcp_reports.judging import Verdict
from pcp_reports.money import Money
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.adding.columns import Column
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_MOST_NAMED = 60


def of_columns(paper: Paper, columns: Iterable[Column]) -> tuple[tuple[JudgedClaim, ...], tuple[Finding, ...]]:
    """Return the totals of columns beside that of the awards as claims, and a finding for each that is wrong."""
    claims, findings = [], []
    for column in columns:
        words = "" if column.agrees else _wrong(column)
        claims.append(_claim(paper, column, words))
        if words:
            where = capital(where_of(paper, column.passage))
            place = place_in(paper, column.passage)
            findings.append(Finding("G211", f"{where}: {words}", place, "Correct the total, or the figures above it."))
    return tuple(claims), tuple(findings)


def _claim(paper: Paper, column: Column, words: str) -> JudgedClaim:
    claim, over = column.claim, column.comes_to
    verdict = Verdict.DISAGREES if words else Verdict.AGREES if column.gap == 0 else Verdict.AGREES_ROUNDED
    covers = (column.heading,) if column.heading else ()
    where = where_of(paper, column.passage)
    return JudgedClaim(
        claim.text, claim.kind, SUBTOTAL, covers, claim.value, verdict, words, Decimal(over.pence) / 100, where
    )


def _wrong(column: Column) -> str:
    """Return what a column's total says, what its figures come to, and the cause that fits exactly."""
    from pcp_reports.checks.explain import explain_total  # noqa: PLC0415 - most papers need no explanation

    lines = [Line(name, None, amount.pence) for name, amount in column.cells]
    causes = explain_total(column.claim, lines).causes
    more = "more" if column.gap < 0 else "less"
    said = f"The total given under {quoted(column.heading)}" if column.heading else "The total given"
    come_to = f"the figures above it come to {column.comes_to}, which is {Money(abs(column.gap))} {more}"
    return " ".join(
        [
            f"{said} is {Money(column.comes_to.pence + column.gap)}, but {come_to}.",
            *(cause.sentence for cause in causes[:1]),
        ]
    )


def of_parts(paper: Paper, one: Round, locale: str) -> Iterator[Finding]:
    """Yield the awards that their parts do not come to, where those of the other lines do."""
    for each in odd_parts(paper, one, locale):
        award = each.award
        if award.amount is None:
            continue
        more = "more" if each.come_to > award.amount else "less"
        apart = Money(abs(each.come_to.pence - award.amount.pence))
        name = shortened(award.recipient, _MOST_NAMED) or "the grant"
        shown = listed([str(part) for part in each.parts if part.pence])
        yield Finding(
            "G213",
            f"{capital(where_of(paper, award.passage))}: {name} has {award.amount}, but its parts, {shown}, come to "
            f"{each.come_to}, which is {apart} {more}. Those of the other lines come to what is given.",
            place_in(paper, award.passage, each.offset or award.start),
            "Correct the sum or its parts.",
        )
