"""What a funding round says it comes to: the claims of its ``stated``, and those its text makes of itself.

A figure of the text is taken for a claim only where the words tie it to the round; see `stated.sentences`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, read
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.sentences import mentions_of, says_in_other_words, told
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.model.funding_round import FundingRound, Stated

_NO_TOTAL = frozenset(("share", "part", "portion", "each", "apiece", "per"))


def assertions(model: FundingRound, locale: str = "en_GB") -> tuple[Assertion, ...]:
    """Return what a round says of itself: what ``stated`` gives, then what the text says and ``stated`` does not.

    A claim under ``stated`` that gives a scope alone takes its figures from the text.
    """
    of_text = told(model, locale)
    made = []
    for stated in model.stated:
        if stated.total is None and stated.projects is None:
            at = next((number for number, one in enumerate(of_text) if _fits(one, stated)), None)
            if at is None:
                made.append(Assertion(covers=stated.covers, declared=stated))
            else:
                one = of_text.pop(at)
                made.append(replace(one, covers=stated.covers, declared=stated, spoken=_speaks_of(one, stated, model)))
            continue
        made.append(
            Assertion(
                read_total(stated.total, locale) if stated.total is not None else None,
                read_count(stated.projects, locale) if stated.projects is not None else None,
                covers=stated.covers,
                declared=stated,
            )
        )
    return (*made, *of_text)


def _fits(one: Assertion, stated: Stated) -> bool:
    """Return whether a claim of the text can be the one that ``stated`` gives the scope of."""
    return not one.covers or set(one.covers) == set(stated.covers)


def _speaks_of(one: Assertion, stated: Stated, model: FundingRound) -> bool:
    """Return whether the sentence of a claim says which strands it covers, in their names or in other words."""
    said = one.said
    if said is None or not stated.covers:
        return True
    text = said.sentence.text
    mentioned = {name for name, _ in mentions_of(text, model)}
    return all(name in mentioned or says_in_other_words(text, name) for name in stated.covers)


def read_total(words: str, locale: str = "en_GB") -> Claim:
    """Return a stated total as read, its words as typed; a number without a pound sign is one of pounds."""
    claim = replace(read(words, locale), text=words)
    if claim.readable and not _NO_TOTAL.isdisjoint(words_of(words)):
        return _unusable(claim, "it is a share or a rate, and no total")
    if claim.unit is Unit.MONEY or not claim.readable:
        return claim
    if claim.unit is Unit.COUNT and not claim.noun.strip():
        return replace(claim, unit=Unit.MONEY)
    return _unusable(claim, "it is not an amount of money")


def read_count(words: str, locale: str = "en_GB") -> Claim:
    """Return a stated number of projects as read, its words as typed."""
    claim = replace(read(words, locale), text=words)
    if claim.unit is Unit.COUNT or not claim.readable:
        return claim
    return _unusable(claim, "it is not a number of projects")


def _unusable(claim: Claim, reason: str) -> Claim:
    return replace(claim, kind=Kind.INVALID, low=None, high=None, value=None, reason=reason)
