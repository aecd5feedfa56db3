"""Why a claim of a paper may disagree with the lines that were read: the same search that `check` makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.claims.summing import fate_of
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.checks.claim_words import is_wrong, the
from pcp_reports.explaining.parts import CauseKind, Line
from pcp_reports.stated.assertion import uncapitalised
from pcp_reports.stated.words import Counts
from pcp_reports.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def cause_beside(one: Judged, wrong: Iterable[Judged], beside: Mapping[int, str]) -> str:
    """Return the cause of a wrong total that other figures of the list show; nothing where they show none.

    It is what another column of the table comes to, or it is out by as much as the figure of one strand (among ``wrong``).
    """
    total, made = one.claim.total, one.total
    if total is None or total.value is None or made is None or not is_wrong(made):
        return ""
    heading = beside.get(pence_of(total))
    if heading is not None:
        where = f"what stands under {quoted(heading)}" if heading else "what was asked for"
        return f"{uncapitalised(total.text)} is {where}."
    same = [other for other in wrong if other.covers and other.total is not None and other.total.gap == made.gap]
    if one.covers or len(same) != 1 or not made.gap:
        return ""
    return f"The figure for {listed([the(name) for name in same[0].covers])} is out by as much."


def _line(strand: str | None, grant: Grant) -> Line:
    name = str(strand) if strand is not None else None
    return Line(
        grant.recipient, name, grant.amount.pence, grant.projects, counts=grant.counts, fate=fate_of(grant.status)
    )
