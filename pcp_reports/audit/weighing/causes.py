"""Why a claim of a paper may disagree with the lines that were read: the same search that `check` makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.claims.summing import fate_of
from pcp_reports.explaining.parts import CauseKind, Line
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.explaining.parts import Explained
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.stated.judged import Judged


_SLIPS = (CauseKind.LEFT_OUT, CauseKind.TWICE, CauseKind.SWAPPED, CauseKind.DIGIT, CauseKind.APART)


def explained(told: Telling, one: Judged) -> Explained:
    """Return the causes that fit a claim which disagrees, best first."""
    from pcp_reports.checks.explain import Counted, explain_both  # noqa: PLC0415 - most papers need no explanation

    whole = told.summed.whole
    inside: list[Line] = []
    others: list[Line] = []
    for strand in whole.strands:
        for grant in strand.grants:
            is_inside = not one.covers or strand.name in one.covers
            (inside if is_inside else others).append(_line(strand.name, grant))
    apart = [_line(None, grant) for grant in whole.apart]
    unit = Counted.PROJECTS if one.claim.counts is Counts.PROJECTS else Counted.GRANTS
    return explain_both(one.claim.total, one.claim.count, [*inside, *apart], others=others, counted=unit)


def is_slip(told: Telling, one: Judged) -> bool:
    """Return whether a total differs by a slip that people make: one line left out or counted twice, digits changed round."""
    return any(cause.kind in _SLIPS and not cause.choice for cause in explained(told, one).causes)


def _line(strand: str | None, grant: Grant) -> Line:
    name = str(strand) if strand is not None else None
    return Line(
        grant.recipient, name, grant.amount.pence, grant.projects, counts=grant.counts, fate=fate_of(grant.status)
    )
