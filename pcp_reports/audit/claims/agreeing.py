"""Figures above the only list of a paper that are the list's own, though the words by them do not say so.

“Village halls are to share a pot of £48,320” may be of what there was to give; where the lines beneath come to just that, it is
of them. Such a figure is told as one that agrees. It vouches for no other, and one that does not agree says nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import is_dealt_out, is_of_bodies
from pcp_reports.audit.claims.heard import Heard, alone
from pcp_reports.audit.claims.opening import sentences_above
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_to_the_penny, pence_of
from pcp_reports.claims import Kind, Unit
from pcp_reports.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST_DIGITS, _FEWEST_TO_THE_PENNY = 3, 2  # a sum of one digit, but for noughts, may agree by chance
_FEWEST = 2


def agreeing(paper: Paper, one: Round, made: Summed, known: Iterable[Heard], locale: str) -> Iterator[Heard]:
    """Yield the figures above a list that are its own and that no claim among those ``known`` gives."""
    said = {
        (each.passage, kind, claim.value)
        for each in known
        for kind, claim in ((Unit.MONEY, each.claim.total), (Unit.COUNT, each.claim.count))
        if claim is not None
    }
    first = min(award.passage for award in one.awards)
    for index, sentence in sentences_above(paper, first, locale):
        if is_of_another_time(sentence.text) or not is_dealt_out(sentence.text):
            continue
        for claim in sentence.claims:
            if (index, claim.unit, claim.value) in said:
                continue
            if (claim.unit is Unit.MONEY and not made.unread and _is_the_sum(claim, made.whole.sum.total.pence)) or (
                claim.unit is Unit.COUNT and _is_the_number(claim, len(one.awards))
            ):
                said.add((index, claim.unit, claim.value))
                yield Heard(alone(claim, sentence), index, claim.start, bare=True)


def _is_the_sum(claim: Claim, pence: int) -> bool:
    if claim.value is None or claim.kind in (Kind.RANGE, Kind.INVALID, Kind.AMBIGUOUS) or claim.each:
        return False
    digits = len(str(pence_of(claim)).rstrip("0"))
    if is_to_the_penny(claim, pence):
        return digits >= _FEWEST_TO_THE_PENNY
    made = judge(claim, Decimal(pence) / 100)
    return digits >= _FEWEST_DIGITS and made.verdict.is_sound and not made.misleading and claim.hedge != "up to"


def _is_the_number(claim: Claim, lines: int) -> bool:
    return claim.kind is Kind.EXACT and claim.value == lines >= _FEWEST and is_of_bodies(claim)
