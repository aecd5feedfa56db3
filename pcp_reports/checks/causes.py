"""Why a claim of a round may disagree: the round's lines, other rounds and what was built before, put to `explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.built import built_rounds
from pcp_reports.checks.explain import Counted, Earlier, Line, explain_both
from pcp_reports.dates import FinancialYear, in_words
from pcp_reports.ledger import ROUND, ledger, sum_round
from pcp_reports.stated.words import Counts
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.explain import Explained
    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.placing import Survey
    from pcp_reports.stated.judged import Judged

MOST_EARLIER = 60
"""How many earlier rounds a claim is compared with, the latest first."""


def explained(survey: Survey, whole: RoundSum, one: Judged) -> Explained:
    """Return the causes that fit a claim which disagrees, best first."""
    inside = [
        _line(whole, strand.name, grant)
        for strand in whole.strands
        for grant in strand.grants
        if not one.covers or strand.name in one.covers
    ]
    others = [
        _line(whole, strand.name, grant)
        for strand in whole.strands
        for grant in strand.grants
        if one.covers and strand.name not in one.covers
    ]
    apart = [_line(whole, _strand_of(whole, grant), grant) for grant in whole.apart]
    earlier = tuple(_earlier(survey, whole))
    unit = Counted.PROJECTS if one.claim.counts is Counts.PROJECTS else Counted.GRANTS
    lines = [*inside, *apart]
    return explain_both(one.claim.total, one.claim.count, lines, earlier, others=others, counted=unit)


def _line(whole: RoundSum, strand: str | None, grant: Grant) -> Line:
    name = str(strand) if strand is not None else None
    place = whole.filed.source.place(grant.node)
    return Line(grant.recipient, name, grant.amount.pence, grant.projects, place, counts=grant.counts)


def _strand_of(whole: RoundSum, grant: Grant) -> str | None:
    return next((one.name for one in whole.round.grants if any(grant is own for own in one.grants)), None)


def _earlier(survey: Survey, whole: RoundSum) -> Iterator[Earlier]:
    """Yield figures that may have been left standing: of the last build, of earlier rounds, of the year so far."""
    register = survey.register
    for built in built_rounds(register.root):
        if built.path == whole.filed.path and (built.total, built.projects) != (whole.sum.total, whole.sum.projects):
            words = f"what the round came to when {built.paper} was last built"
            yield Earlier(words, built.total.pence, built.projects, None)
    rounds = [
        filed
        for filed in register.entries
        if filed.kind == ROUND and filed.sound and filed.path != whole.filed.path and filed.model.exempt is None
        and filed.model.fund == whole.round.fund and filed.model.announced <= whole.round.announced
    ]  # fmt: skip
    rounds.sort(key=lambda filed: filed.model.announced, reverse=True)
    for filed in rounds[:MOST_EARLIER]:
        other = sum_round(filed)
        if not other.hidden:
            words = f"what the round of {in_words(filed.model.announced)} came to ({quoted(filed.name)})"
            yield Earlier(words, other.sum.total.pence, other.sum.projects, filed.source.place(filed.model.node))
    yield from _years(survey, whole)


def _years(survey: Survey, whole: RoundSum) -> Iterator[Earlier]:
    """Yield what the fund comes to in the round's financial year, up to the round."""
    if any(not filed.sound for filed in survey.register.entries if filed.kind == ROUND):
        return
    until = whole.round.announced
    sums = [
        one.sum for one in ledger(survey).rounds
        if one.round.fund == whole.round.fund and one.round.announced <= until and _year(one) == _year(whole) and not one.hidden
    ]  # fmt: skip
    if len(sums) > 1:
        total = sum(one.total.pence for one in sums)
        yield Earlier(
            f"what the fund comes to in {_year(whole)} up to this round", total, sum(one.projects for one in sums), None
        )


def _year(one: RoundSum) -> str:
    return str(FinancialYear.of(one.round.announced))
