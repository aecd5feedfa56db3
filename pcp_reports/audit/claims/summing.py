"""A round that was found in a paper, as the ledger has rounds: so that one engine judges entries and papers alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.words.doubt import ANY_MONTH
from pcp_reports.ledger import ROUND, RoundSum, sum_round
from pcp_reports.model.funding_round import FundingRound, Grant, Strand
from pcp_reports.money import Money
from pcp_reports.nodes import Block, Text
from pcp_reports.records import dataclass
from pcp_reports.source import Source
from pcp_reports.workspace import Filed

if TYPE_CHECKING:
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.dates import PartialDate

_FATES = {
    Standing.DECLINED.value: "declined",
    Standing.REQUESTED.value: "asked for and not awarded",
    Standing.WITHDRAWN.value: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Summed:
    """A round as the ledger has it. ``unread`` are the awards whose amount cannot be read, by their strand."""

    whole: RoundSum
    unread: tuple[tuple[str | None, Award], ...]

    def unread_in(self, covers: tuple[str, ...]) -> tuple[Award, ...]:
        """Return the awards without a readable amount in the strands named, or in all of them where none is."""
        return tuple(award for name, award in self.unread if not covers or name in covers)


def summed(one: Round, text: str, fund: str = "", announced: PartialDate | None = None) -> Summed:
    """Return a round with its lead as ``text``. An amount that cannot be read counts as nothing, and is named."""
    strands = [
        Strand(
            Text(group.name) if group.name is not None else None,
            tuple(_grant(award) for award in group.awards),
        )
        for group in one.groups
    ]
    if one.apart:
        strands.append(Strand(None, tuple(_grant(award) for award in one.apart)))
    model = FundingRound(
        node=Block(), fund=fund, announced=announced or ANY_MONTH, text=Text(text), stated=(), grants=tuple(strands)
    )
    filed = Filed("", "", None, ROUND, Source("", (), None, ()), model, sound=True, partly=model)
    unread = tuple(
        (group.name, award) for group in one.groups for award in group.awards if award.counts and award.amount is None
    )
    return Summed(sum_round(filed), unread)


def fate_of(status: str) -> str:
    """Return what became of a line that is no award, as a clause has it: “declined”."""
    return _FATES.get(status, "not awarded")


def _grant(award: Award) -> Grant:
    return Grant(
        node=Block(),
        recipient=award.recipient,
        purpose=award.purpose,
        amount=award.amount or Money(0),
        projects=award.projects,
        status="awarded" if award.counts else award.standing.value,
    )
