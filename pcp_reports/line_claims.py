"""What a round's text says of a single grant: “£10,000 went to the Bacup Family Centre”.

Taken for a claim only where amount and recipient stand side by side and the recipient has one grant in the round.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.judging import judge
from pcp_reports.records import dataclass
from pcp_reports.round_words import words_of
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated import names_with_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.judging import Judgement
    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.said import Sentence

# What may stand between “£10,000” and a recipient behind it, and between a recipient and “£10,000” behind it.
_TO = frozenset(("to", "for"))
_BEFORE = _TO | frozenset(("was", "has", "have", "been", "is", "will", "be", "awarded", "given", "granted", "provided", "allocated", "paid", "going", "went", "goes", "the", "of", "funding", "in"))  # fmt: skip
_GETS = frozenset(("received", "receives", "receive", "awarded", "given", "granted", "gets", "got", "secured", "allocated", "offered"))  # fmt: skip
_BEHIND = _GETS | frozenset(
    ("was", "has", "is", "been", "will", "be", "a", "the", "grant", "of", "were", "have", "–", "with")
)
_MOST_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class LineClaim:
    """An amount of the text, the grant it speaks of, and what it is worth against that."""

    said: Said
    grant: Grant
    made: Judgement


def line_claims(whole: RoundSum, locale: str = "en_GB") -> tuple[LineClaim, ...]:
    """Return what the round's text says of single grants; nothing of a round that is not sound."""
    model = whole.round
    if not whole.filed.sound or "£" not in model.text:
        return ()
    grants: dict[str, list[Grant]] = {}
    for strand in whole.strands:
        for grant in strand.grants:
            grants.setdefault(grant.recipient.casefold(), []).append(grant)
    single = {name: own[0] for name, own in grants.items() if len(own) == 1}
    exempt = {
        grant.recipient.casefold() for strand in model.grants for grant in strand.grants if grant.exempt is not None
    }
    apart = {grant.recipient.casefold() for grant in whole.apart}
    names = names_with_figures(grant.recipient for strand in model.grants for grant in strand.grants)
    found = []
    for sentence in sentences_of(model.text, locale, names):
        money = [claim for claim in sentence.claims if claim.unit is Unit.MONEY]
        if not money:
            continue
        typed = model.text[sentence.start : sentence.start + len(sentence.text)].casefold()
        if sum(name in typed for name in grants) > len(money):
            continue  # several may share a sum
        for claim in money:
            said = Said(claim, sentence)
            beside = {
                name for name in _beside(said, sentence, typed, single) if name not in exempt and name not in apart
            }
            if len(beside) == 1:
                grant = single[beside.pop()]
                found.append(LineClaim(said, grant, judge(claim, Decimal(grant.amount.pence) / 100)))
    return tuple(found)


def _beside(said: Said, sentence: Sentence, typed: str, single: dict[str, Grant]) -> Iterator[str]:
    """Yield the recipients that stand beside an amount, with words between that tie the two together."""
    start, end = said.claim.start - sentence.start, said.claim.end - sentence.start
    for name in single:
        at = typed.find(name)
        while at >= 0:
            last = at + len(name)
            whole_word = not typed[last : last + 1].isalnum() and not typed[max(at - 1, 0) : at].isalnum()
            if whole_word and at >= end:
                between = words_of(typed[end:at])
                if len(between) <= _MOST_BETWEEN and _TO.intersection(between) and _BEFORE.issuperset(between):
                    yield name
            elif whole_word and last <= start:
                between = words_of(typed[last:start])
                if len(between) <= _MOST_BETWEEN and _GETS.intersection(between) and _BEHIND.issuperset(between):
                    yield name
            at = typed.find(name, at + 1)
