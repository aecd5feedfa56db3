"""Stated totals and counts against the grants they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Related
from pcp_reports.ledger import ROUND, sum_round
from pcp_reports.stated import Verdict, exact_count, exact_total
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.ledger import RoundSum, Sum
    from pcp_reports.model.funding_round import Stated
    from pcp_reports.placing import Survey


def stated(survey: Survey) -> Iterator[Finding]:
    """An exact stated total and project count agree with the grants they cover; both figures and the difference are said."""
    for filed in survey.register.entries:
        if filed.kind != ROUND or filed.model is None or not filed.model.stated or filed.model.exempt is not None:
            continue  # a claim over exempt money cannot be checked in public
        whole = sum_round(filed)
        for judged in whole.stated:
            over = whole.over(judged.stated.covers)
            if judged.total is Verdict.DISAGREES:
                yield _money(whole, judged.stated, over)
            if judged.projects is Verdict.DISAGREES:
                yield _projects(whole, judged.stated, over)


def _scope(claim: Stated) -> str:
    return f"the grants of {listed(list(claim.covers))}" if claim.covers else "the grants of the round"


def _lines(whole: RoundSum) -> tuple[Related, ...]:
    return tuple(
        Related(
            f"{strand.name or 'all grants'}: {strand.sum.total} to {counted(strand.sum.projects, 'project')}",
            whole.filed.source.place(strand.grants[0].node),
        )
        for strand in whole.strands
        if strand.grants
    )


def _money(whole: RoundSum, claim: Stated, over: Sum) -> Finding:
    said = exact_total(claim.total or "")
    gap = abs(said.pence - over.total.pence) if said is not None else 0
    more = "too much" if said is not None and said.pence > over.total.pence else "too little"
    difference = type(over.total)(gap)
    message = f"{whole.filed.name}: the stated total is {claim.total}, but {_scope(claim)} come to {over.total}; {claim.total} is {difference} {more}."
    return Finding(
        "G201",
        message,
        whole.filed.place(claim.node, "total"),
        "Correct the total, or the grants, or say with “covers” which strands it speaks of.",
        _lines(whole),
    )


def _projects(whole: RoundSum, claim: Stated, over: Sum) -> Finding:
    said = exact_count(claim.projects or "") or 0
    gap = abs(said - over.projects)
    more = "too many" if said > over.projects else "too few"
    message = f"{whole.filed.name}: the stated number of projects is {claim.projects}, but {_scope(claim)} pay for {over.projects}; that is {gap:,} {more}."
    return Finding(
        "G202",
        message,
        whole.filed.place(claim.node, "projects"),
        "Correct the number, or give “projects” on a grant that pays for several, or say with “covers” which strands it speaks of.",
        _lines(whole),
    )
