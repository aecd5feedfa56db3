"""New rows of a tracker that may be a grant of the same round in other words and at another amount: asked before it counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding
from pcp_reports.importing.trackers.filed_rounds import other_reference, same_name
from pcp_reports.importing.trackers.matching import other_strand
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.trackers.filed_rounds import FiledGrant
    from pcp_reports.importing.trackers.tracked import Tracked

_MOST_NAMED = 4
_MOST_SAID = 6
"""How many rows of one round are asked about one by one."""


def unsettled(new: Sequence[Tracked], gone: Sequence[FiledGrant], unit: str) -> Iterator[Finding]:
    """Yield a finding for each new row whose body has grants in the round that no row was found for.

    Purpose, amount and date have told nothing by then; references that differ, or strands, tell them apart.
    """
    lost: dict[str, list[FiledGrant]] = {}
    for grant in gone:
        if grant.grant.counts:
            lost.setdefault(same_name(str(grant.grant.recipient)), []).append(grant)
    asked = 0
    for award in new if lost else ():
        there = lost.get(same_name(award.recipient), [])
        like = [one for one in there if not other_reference(award, one) and not other_strand(award, one)]
        asked += bool(like)
        if like and asked <= _MOST_SAID:
            yield _asked(award, like, unit)
    if asked > _MOST_SAID:
        filed = gone[0].filed
        message = f"{counted(asked - _MOST_SAID, 'more ' + unit)} like those above may be grants of {quoted(filed.name)} in other words."
        hint = (
            "Look whether this is the sheet that the round was made from. References in both tell which grant is which."
        )
        yield Finding("G531", message, filed.source.place(gone[0].grant.node), hint)


def _asked(award: Tracked, like: Sequence[FiledGrant], unit: str) -> Finding:
    first = like[0]
    shown = listed(
        [f"{quoted(shortened(str(one.grant.purpose), 50))} ({one.grant.amount})" for one in like[:_MOST_NAMED]], "or"
    )
    message = (
        f"{shortened(award.recipient, 60)}, {quoted(shortened(award.purpose, 50))} ({award.amount}, {unit} {award.row}) may be a "
        f"new grant, or one that {quoted(first.filed.name)} holds in other words: {shown}, which the tracker has no more."
    )
    hint = (
        "If it is the same grant, give the entry the tracker's purpose or amount, and import again. If it is another, and the "
        "old one is gone, type --remove-gone. If there are two, give both a reference (reference: …) that differs."
    )
    return Finding("G531", message, first.filed.source.place(first.grant.node), hint)
