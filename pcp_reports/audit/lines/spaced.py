"""Sums of a paper that is set with a blank after every comma: “£4, 173”, “£15, 000”.

One such sum is a misprint, which nobody may guess at; where all sums of thousands in a paper are so, it is how the page
was set, and each has one reading.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.lines.read import ReadLine
    from pcp_reports.claims import Claim

_SPACED = "a blank stands after a comma"
_FEWEST = 2


def with_spaced_sums(reads: Mapping[int, ReadLine]) -> dict[int, ReadLine]:
    """Return what passages are read into, with the amounts that blanks part, where the whole paper is set so."""
    claims = [award.claim for read in reads.values() for award in read.awards if award.claim is not None]
    spaced = [claim for claim in claims if _is_spaced(claim)]
    if len(spaced) < _FEWEST or any("," in claim.text and claim not in spaced for claim in claims):
        return dict(reads)
    return {at: replace(read, awards=tuple(_read(award) for award in read.awards)) for at, read in reads.items()}


def _is_spaced(claim: Claim) -> bool:
    return claim.reason == _SPACED and len(claim.meant) == 1


def _read(award: Award) -> Award:
    if award.amount is not None or award.claim is None or not _is_spaced(award.claim):
        return award
    return replace(award, amount=Money.parse(award.claim.meant[0]))
