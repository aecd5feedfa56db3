"""The one sum of a sentence that speaks of a list as a whole, and whether it is near to what the list comes to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard, alone
from pcp_reports.audit.claims.subject import is_of_one_body_or_pot, is_of_something_else
from pcp_reports.audit.words.figures import is_swapped, pence_of, sums_of
from pcp_reports.audit.words.whole import (
    is_of_another_time,
    means_another,
    points_back,
)
from pcp_reports.claims import Kind
from pcp_reports.said import Said

if TYPE_CHECKING:
    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence

_THIRD = 3
_SHORT = 3
_KINDS = (Kind.EXACT, Kind.ROUNDED, Kind.AT_LEAST)
_CONSEQUENCE = re.compile(r",? (?:so that|so|which means|which leaves|leaving|making|bringing)\b|;")
"""“The awards are worth £27,025, so that the Fund has given £32,125 this year, out of £35,000.”"""
_LARGER = re.compile(
    r"(?i)\b(?:larger|smaller|main|bigger|biggest|new|other|first|second) (?:grants|awards|donations)\b"
)


def the_sum(sentence: Sentence) -> Claim | None:
    """Return the one sum of a sentence that no other reading claims; None where there is none, or where that is open."""
    if is_of_another_time(sentence.text):
        return None
    sums = [
        claim
        for claim in sums_of(sentence)
        if not means_another(sentence.text, claim.start - sentence.start, claim.end - sentence.start)
    ]
    first = _CONSEQUENCE.split(sentence.text)[0]
    own = [claim for claim in sums if claim.start - sentence.start < len(first)]
    if len(sums) > 1 and len(own) == 1 and points_back(first) and _LARGER.search(first) is None:
        sums = own
    if len(sums) != 1:
        return None
    # “Further to your email, £9,000 was granted in the round, as follows” tells of no other round in front
    front = not sentence.text.lstrip().startswith("Further to") and is_of_something_else(alone(sums[0], sentence))
    if front or is_of_one_body_or_pot(Said(sums[0], sentence)):
        return None
    if sums[0].kind not in _KINDS or sums[0].each or sums[0].value is None:
        return None
    return sums[0]


def whole_sum(claim: Claim, sentence: Sentence, at: int, *, back: bool) -> Heard:
    """Return a sum as one that is held against all of a list. ``back``: it stands behind the list, in passage ``at``."""
    return Heard(alone(claim, sentence), at, claim.start, back=back, vouched=True, whole=True)


def is_near(claim: Claim, one: Round) -> bool:
    """Return whether a sum is within a third of what a list comes to, or is that without one line, or with two digits changed round."""
    amounts = [award.amount.pence for award in one.awards if award.amount is not None]
    pence, actual = pence_of(claim), pence_of_list(one)
    return abs(pence - actual) * _THIRD <= actual or actual - pence in amounts or is_swapped(pence, actual)


def pence_of_list(one: Round) -> int:
    """Return what the lines of a list come to, in pence."""
    return sum(award.amount.pence for award in one.awards if award.amount is not None)


def is_of_one_line(claim: Claim, one: Round) -> bool:
    """Return whether a sum is the very one of a line: told on behind it, the sentence may be about that line."""
    return any(award.amount is not None and award.amount.pence == pence_of(claim) for award in one.awards)


def names_one(text: str, one: Round) -> bool:
    """Return whether a sentence names somebody who is in the list: it speaks of those it names."""
    return any(len(award.recipient) > _SHORT and award.recipient in text for award in one.awards)
