"""A sum that is right of some strands, in a sentence that reads as if it were the whole round."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.checks.claim_words import (
    COUNT,
    TOTAL,
    capital,
    comes_to,
    is_wrong,
    number_of,
    place_of,
    strands_of,
    the,
)
from pcp_reports.claims import Unit
from pcp_reports.findings import Finding
from pcp_reports.judging import Verdict, judge
from pcp_reports.said import PUT_IN
from pcp_reports.words import listed

if TYPE_CHECKING:
    from pcp_reports.ledger import RoundSum
    from pcp_reports.stated.judged import Judged


def is_unsaid(whole: RoundSum, one: Judged) -> bool:
    """Return whether the sentence reads as if it spoke of the whole round, but is right of some strands alone."""
    claim = one.claim
    if claim.said is None or not one.covers or (claim.spoken and (claim.covers == one.covers or claim.near)):
        return False
    if one.verdict is Verdict.CANNOT_CHECK or whole.runs_over_exempt(()):
        return False
    sums = [own.value for own in claim.said.sentence.claims if own.unit is Unit.MONEY and own.value is not None]
    whole_sum = Decimal(whole.sum.total.pence) / 100
    if len(sums) > 1 and sum(sums) == whole_sum:
        return False  # the sentence itself shows the parts
    total = claim.total is not None and is_wrong(judge(claim.total, whole_sum))
    return total or (claim.count is not None and is_wrong(judge(claim.count, Decimal(number_of(whole.sum, one)))))


def unsaid(whole: RoundSum, one: Judged, locale: str) -> Finding:
    """Return the warning, with the wording that says the scope."""
    claim = one.claim
    words = claim.words(locale)
    scope = listed([the(name) for name in one.covers])
    alone, come = ("alone", "comes") if len(one.covers) == 1 else ("together", "come")
    message = (
        f"{whole.filed.name}: the text says {words}, which reads as if it were the whole round, but all the grants "
        f"listed come to {comes_to(whole.sum, one)}. {capital(words)} is what {scope} {alone} {come} to, and the "
        f"sentence does not say so."
    )
    place = place_of(whole, one, TOTAL if claim.total is not None else COUNT)
    return Finding("G201", message, place, _wording(one), strands_of(whole))


def _wording(one: Judged) -> str:
    """Return the sentence as it would say its scope: the strands named behind the sum, else behind the count."""
    claim = one.claim
    said = claim.total_said or claim.count_said
    if said is None:
        return ""
    sentence = said.sentence
    names = [the(name) for name in one.covers]
    if PUT_IN in sentence.text:
        return f"Say in the sentence that it speaks of {listed(names)}."
    at = said.claim.end - sentence.start
    inserted = f" from {listed(names)}" if claim.total is not None else f" {listed(list(one.covers))}"
    return f"Type: {' '.join((sentence.text[:at] + inserted + sentence.text[at:]).split())}"
