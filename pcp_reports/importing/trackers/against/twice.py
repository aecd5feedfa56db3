"""New rows of a tracker that look like grants which the entries hold already, out of a paper or typed: said before they count twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.findings import Finding
from pcp_reports.importing.funds import bare
from pcp_reports.importing.trackers.against.filed_rounds import months_apart, other_reference, same_name
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.trackers.against.filed_rounds import FiledGrant, FiledRound
    from pcp_reports.importing.trackers.tracked import Tracked

_MONTHS = 6
"""How many months apart two dates of one grant may lie: decided, announced, paid. A year on, it is the next year's."""


def held_already(
    new: Sequence[Tracked], rounds: Sequence[FiledRound], found: Sequence[FiledGrant], unit: str
) -> Iterator[Finding]:
    """Yield a finding for each new row whose recipient, fund and amount are those of a grant that no row was found for.

    ``rounds`` are the rounds of the entries that were not imported from this tracker.
    """
    have = {id(one) for one in found}
    waiting: dict[object, list[tuple[FiledGrant, FiledRound]]] = {}
    for known in rounds:
        for grant in known.grants:
            if id(grant) not in have:
                key = (bare(str(known.model.fund)), same_name(str(grant.grant.recipient)), grant.grant.amount)
                waiting.setdefault(key, []).append((grant, known))
    for award in new if waiting else ():
        there = waiting.get((bare(award.fund), same_name(award.recipient), award.amount), [])
        like = next((one for one in there if _near(award, one[1], one[0]) and not other_reference(award, one[0])), None)
        if like is not None:
            there.remove(like)
            yield _said(award, *like, unit)


def _near(award: Tracked, known: FiledRound, grant: FiledGrant) -> bool:
    when = award.awarded or award.announced
    theirs = (grant.grant.awarded, known.model.announced)
    return when is None or any(one is not None and months_apart(one, when) <= _MONTHS for one in theirs)


def _said(award: Tracked, grant: FiledGrant, known: FiledRound, unit: str) -> Finding:
    message = (
        f"{shortened(award.recipient, 60)} ({award.amount}, {unit} {award.row}) comes in as a new grant, and looks like one that "
        f"{quoted(known.filed.name)} ({in_words(known.model.announced)}) holds already: same recipient, fund and amount. If it "
        "is, it is counted twice."
    )
    hint = "If it is one grant, take it out of one of the two. If there are two, give both a reference (reference: …) that differs."
    return Finding("G533", message, grant.filed.source.place(grant.grant.node), hint)
