"""What a round's text says of a single grant: “£10,000 went to the Bacup Family Centre”, “Matrix Trust (£12,500)”.

Taken for a claim only where sum and recipient stand side by side, the recipient has one grant in the round, the sum is no
one else's and not the round's own, and nothing speaks of a part payment.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.judging import judge
from pcp_reports.records import dataclass
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.sentences import names_with_figures
from pcp_reports.stated.vocabulary import COMMON
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.judging import Judgement
    from pcp_reports.ledger import RoundSum
    from pcp_reports.model.funding_round import Grant
    from pcp_reports.said import Sentence

# What may stand between “£10,000” and a recipient behind it, and between a recipient and “£10,000” behind it.
_TO = frozenset(("to", "for", "i"))
_BEFORE = _TO | frozenset(("was", "has", "have", "been", "is", "will", "be", "awarded", "given", "granted", "provided", "allocated", "paid", "going", "went", "goes", "the", "of", "funding", "in"))  # fmt: skip
_GETS = frozenset(("received", "receives", "receive", "awarded", "given", "granted", "gets", "got", "secured", "allocated", "offered"))  # fmt: skip
_BEHIND = _GETS | frozenset(
    ("was", "has", "is", "been", "will", "be", "a", "the", "grant", "of", "were", "have", "with", "and")
)
# A sum with one of these in its sentence is a part, a plan, or money of another kind.
_OTHER_SUMS = frozenset(("first", "now", "initial", "initially", "instalment", "instalments", "tranche", "payment", "remaining", "balance", "half", "each", "per", "further", "extra", "additional", "another", "already", "year", "years", "raised", "spent", "spends", "spend", "saved", "cost", "costs", "requested", "applied", "bid", "matched", "match", "donated", "owed", "budget", "turnover", "seized", "sought", "asked", "kind"))  # fmt: skip
_JOINED = re.compile(r"(?:\s*,)?\s+(?:(?:and|&)\s+)(?:(?:the|both)\s+)?$|\s*,\s*(?:the\s+)?$")
_MOST_BETWEEN = 6
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class LineClaim:
    """A sum of the text, the grant it speaks of, and what it is worth against that."""

    said: Said
    grant: Grant
    made: Judgement


@dataclass(frozen=True, slots=True)
class _Named:
    """A recipient named in a sentence: where, and its only grant."""

    start: int
    end: int
    grant: Grant


def line_claims(whole: RoundSum, locale: str = "en_GB") -> tuple[LineClaim, ...]:
    """Return what the round's text says of single grants; nothing of a round that is not sound."""
    model = whole.round
    if not whole.filed.sound or "£" not in model.text:
        return ()
    names = names_with_figures(grant.recipient for strand in model.grants for grant in strand.grants)
    single = _single_grants(whole)
    own = {
        Decimal(whole.sum.total.pence),
        *(Decimal(one.sum.total.pence) for one in whole.strands if len(one.grants) > 1),
    }
    found = []
    for sentence in sentences_of(model.text, locale, names):
        money = [claim for claim in sentence.claims if claim.unit is Unit.MONEY]
        if not money or not _OTHER_SUMS.isdisjoint(words_of(sentence.text)):
            continue
        typed = model.text[sentence.start : sentence.start + len(sentence.text)]
        for claim, grant in _tied(sentence, typed, money, single):
            if claim.value is None or claim.value * 100 not in own:
                found.append(LineClaim(Said(claim, sentence), grant, judge(claim, Decimal(grant.amount.pence) / 100)))
    return tuple(found)


def _single_grants(whole: RoundSum) -> dict[str, Grant]:
    """Return the public grants that count by recipient, in small letters; those who have several, or another apart, are left out."""
    every = [grant.recipient.lower() for strand in whole.round.grants for grant in strand.grants]
    counted = {grant.recipient.lower(): grant for strand in whole.strands for grant in strand.grants}
    return {
        name: grant
        for name, grant in counted.items()
        if every.count(name) == 1 and any(len(word) >= _LONG_WORD or not word.isalpha() for word in words_of(name))
        and not COMMON.issuperset(words_of(name))
    }  # fmt: skip


def _tied(sentence: Sentence, typed: str, money: list[Claim], single: dict[str, Grant]) -> list[tuple[Claim, Grant]]:
    """Return the sums that stand beside a recipient, each with the grant; no sum and no recipient twice."""
    named = _named(typed.lower(), single)
    spans = [(claim.start - sentence.start, claim.end - sentence.start, claim) for claim in money]
    made: list[tuple[Claim, Grant]] = []
    taken: set[int] = set()
    for one in named:
        following = next(((start, end, claim) for start, end, claim in spans if start >= one.end), None)
        if (
            following is not None
            and _is_its_own(typed, one, following)
            and not _is_one_of_several(typed, one, named, spans)
        ):
            made.append((following[2], one.grant))
            taken.add(following[0])
    for one in named:
        if any(grant is one.grant for _, grant in made):
            continue
        before = next(((start, end, claim) for start, end, claim in reversed(spans) if end <= one.start), None)
        if before is not None and before[0] not in taken and _is_given_to(typed, one, before):
            made.append((before[2], one.grant))
            taken.add(before[0])
    several = [grant for _, grant in made]
    return [(claim, grant) for claim, grant in made if sum(other is grant for other in several) == 1]


def _named(typed: str, single: dict[str, Grant]) -> list[_Named]:
    """Return the recipients that a sentence names, in order; of names within names the longest."""
    found: list[_Named] = []
    for name in sorted(single, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w’'-]*\w)", typed) if name in typed else ():
            if not any(one.start <= match.start() < one.end for one in found):
                found.append(_Named(match.start(), match.end(), single[name]))
    return sorted(found, key=lambda one: one.start)


def _is_its_own(typed: str, one: _Named, sum_behind: tuple[int, int, Claim]) -> bool:
    """Return whether a sum behind a recipient is what it got: “received £5”, “(£5)”, “: £5”, “and Rovers £5”."""
    start, end, _ = sum_behind
    between = typed[one.end : start]
    words = words_of(between.replace(":", " ").replace("–", " "))
    if len(words) > _MOST_BETWEEN or not _BEHIND.issuperset(words):
        return False
    if words:
        return not _GETS.isdisjoint(words)
    sign = between.strip(" \n")
    if sign == ",":  # “£300 to Guides, £500 to Scouts”: the sum behind may be another's
        return not re.match(r"\s*(?:to|for)\b", typed[end:]) and not re.search(
            r"\b(?:to|for)\s+(?:the\s+)?$", typed[: one.start]
        )
    return sign in ("", "(", ":", "–", "-", "—")


def _is_one_of_several(typed: str, one: _Named, named: list[_Named], spans: list[tuple[int, int, Claim]]) -> bool:
    """Return whether others may share the sum behind a recipient: “Guides and Rovers received £7,250 between them”."""
    before = _JOINED.search(typed[: one.start])
    if before is None:
        return False
    if any(other.end == before.start() for other in named):
        return True
    # Behind “and” others may be named whom the list calls otherwise; a sum before it closes what was said of them.
    return before[0].strip(" ,\n") != "" and not any(end <= one.start for _, end, _ in spans)


def _is_given_to(typed: str, one: _Named, sum_before: tuple[int, int, Claim]) -> bool:
    """Return whether a sum before a recipient went to it, and to nobody else: “£5 to Rovers”."""
    start, end, _ = sum_before
    words = words_of(typed[end : one.start])
    if len(words) > _MOST_BETWEEN or _TO.isdisjoint(words) or not _BEFORE.issuperset(words):
        return False
    if typed[end : end + 1] == ")" or typed[:start].rstrip().endswith("("):
        return False  # in the brackets of whoever was named before
    return re.match(r"\s*(?:,\s*(?:and\b|[A-Z0-9£])|and\b|&|\()", typed[one.end :]) is None
