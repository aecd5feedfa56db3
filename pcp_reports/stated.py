"""What a funding round says it comes to: the claims of its ``stated``, and those its text makes of itself.

A figure of the text is taken for a claim only where the words tie it to the round; see `round_words`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, read
from pcp_reports.records import dataclass
from pcp_reports.round_words import (
    Counts,
    leads_to_the_list,
    may_speak_of_else,
    speaks_of_a_part,
    what_it_counts,
    words_of,
)
from pcp_reports.said import Said, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.claims import Claim
    from pcp_reports.model.funding_round import FundingRound, Stated
    from pcp_reports.said import Sentence

# How the words for numbers begin, but for those in -teen.
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"),
    *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "dozen"),
    *("half", "quarter"),
)
_LONG_WORD = 4
_WORTH = frozenset(("worth", "totalling", "totaling", "total", "value", "of"))
_MOST_BETWEEN = 7
_BREAK = r"(?i)[,;]|\b(?:and|while|whilst|with|plus)\b"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is said of a round: a total, a count, or both, over some strands (none named: the whole round).

    ``declared`` is the claim under ``stated`` that says so, or gives the scope; ``total_said`` and ``count_said`` are
    the figures of the text. ``spoken``: the sentence itself names the strands. Not ``firm``: the words leave it open
    whether the round is meant, so it counts only where it agrees.
    """

    total: Claim | None = None
    count: Claim | None = None
    counts: Counts = Counts.PROJECTS
    covers: tuple[str, ...] = ()
    declared: Stated | None = None
    total_said: Said | None = None
    count_said: Said | None = None
    spoken: bool = True
    firm: bool = True

    @property
    def said(self) -> Said | None:
        """Return the first figure of the text that it is made of, or None where it stands under ``stated`` alone."""
        return self.total_said or self.count_said

    @property
    def words(self) -> str:
        """Return the claim as a message speaks of it: “£53,879 to 6 projects”."""
        count = f"{self.count.text} {_noun(self)}" if self.count is not None else ""
        return " to ".join(part for part in (self.total.text if self.total is not None else "", count) if part)


def _noun(one: Assertion) -> str:
    alone = one.count is not None and one.count.value == 1
    return one.counts.value + ("" if alone else "s")


def names_with_figures(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in which a figure could be seen: “4 Me 2”, “56 Group Wales”, “Seven Stars Trust”."""
    return tuple(dict.fromkeys(name for name in names if _may_hold_a_figure(name)))


def _may_hold_a_figure(text: str) -> bool:
    return any(
        word.startswith(_NUMBERS) or "teen" in word or not word.isalpha()
        for word in re.findall(r"\w+", text.casefold())
    )


def assertions(model: FundingRound, locale: str = "en_GB") -> tuple[Assertion, ...]:
    """Return what a round says of itself: what ``stated`` gives, then what the text says and ``stated`` does not.

    A claim under ``stated`` that gives a scope alone takes its figures from the text.
    """
    told = list(_told(model, locale))
    made = []
    for stated in model.stated:
        if stated.total is None and stated.projects is None:
            at = next((number for number, one in enumerate(told) if one.declared is None and _fits(one, stated)), None)
            if at is None:
                made.append(Assertion(covers=stated.covers, declared=stated))
            else:
                one = told.pop(at)
                spoken = (one.spoken and bool(one.covers)) or _speaks_of(one, stated.covers, model)
                made.append(replace(one, covers=stated.covers, declared=stated, spoken=spoken, firm=True))
            continue
        made.append(
            Assertion(
                read_total(stated.total, locale) if stated.total is not None else None,
                read_count(stated.projects, locale) if stated.projects is not None else None,
                covers=stated.covers,
                declared=stated,
            )
        )
    return (*made, *told)


def _fits(one: Assertion, stated: Stated) -> bool:
    """Return whether a claim of the text can be the one that ``stated`` gives the scope of."""
    return not one.covers or set(one.covers) == set(stated.covers)


def _speaks_of(one: Assertion, covers: tuple[str, ...], model: FundingRound) -> bool:
    said = one.said
    if said is None or not covers:
        return True
    mentioned = {name for name, _ in _mentions(said.sentence.text, model)}
    return set(covers) <= mentioned


def read_total(words: str, locale: str = "en_GB") -> Claim:
    """Return a stated total as read; a number without a pound sign is one of pounds."""
    claim = read(words, locale)
    if claim.unit is Unit.MONEY or not claim.readable:
        return claim
    if claim.unit is Unit.COUNT and not claim.noun.strip():
        return replace(claim, unit=Unit.MONEY)
    return replace(claim, kind=Kind.INVALID, low=None, high=None, value=None, reason="it is not an amount of money")


def read_count(words: str, locale: str = "en_GB") -> Claim:
    """Return a stated number of projects as read."""
    claim = read(words, locale)
    if claim.unit is Unit.COUNT or not claim.readable:
        return claim
    return replace(claim, kind=Kind.INVALID, low=None, high=None, value=None, reason="it is not a number of projects")


def _told(model: FundingRound, locale: str) -> Iterable[Assertion]:
    """Yield what the text of a round says of it, in order."""
    if locale == "en_GB" and not _may_hold_a_figure(model.text):
        return
    recipients = tuple(grant.recipient for strand in model.grants for grant in strand.grants)
    sentences = sentences_of(model.text, locale, names_with_figures(recipients))
    with_money = [one for one in sentences if any(claim.unit is Unit.MONEY for claim in one.claims)]
    for sentence in sentences:
        if not sentence.claims:
            continue
        leads = leads_to_the_list(sentence.text) or sentence is sentences[-1]
        sure = leads or with_money == [sentence] or not with_money
        yield from _of_sentence(sentence, model, recipients, sure=sure)


def _of_sentence(
    sentence: Sentence, model: FundingRound, recipients: tuple[str, ...], *, sure: bool
) -> list[Assertion]:
    money: list[Said] = []
    counts: list[tuple[Said, Counts]] = []
    parts: set[int] = (
        set()
    )  # where figures begin that speak of a part, and only show what the strands beside them are about
    for claim in sentence.claims:
        said = Said(claim, sentence)
        counted = what_it_counts(claim)
        if claim.unit is not Unit.MONEY and counted is None:
            continue
        part = speaks_of_a_part(said)
        if part:
            parts.add(claim.start)
        if claim.unit is Unit.MONEY:
            money.append(said)
        elif counted is not None and not part:
            counts.append((said, counted))
    groups = _paired(money, counts)
    made = [one for one in _scoped(groups, sentence, model) if _starts(one) not in parts]
    if not made:
        return []
    firm = sure and not may_speak_of_else(made[0].said or Said(sentence.claims[0], sentence), model.announced.month)
    firm = firm and not _names_a_grant(_typed(model, sentence), made, model, recipients)
    unnamed = [one for one in made if not one.covers and one.total is not None]
    return [replace(one, firm=firm and _is_clear(one, made, unnamed)) for one in made]


def _is_clear(one: Assertion, made: list[Assertion], unnamed: list[Assertion]) -> bool:
    """Return whether a sentence leaves no doubt what a claim covers: one total of one scope, one strand beside each of several."""
    if one.covers:
        return len(made) == 1 or len(one.covers) == 1
    return one.total is None or len(unnamed) < 2  # noqa: PLR2004 - two totals of one scope


def _names_a_grant(typed: str, made: list[Assertion], model: FundingRound, recipients: tuple[str, ...]) -> bool:
    """Return whether the sentence names a recipient, or gives the very amount of one beside a word of its name."""
    plain = typed.casefold()
    if any(recipient.casefold() in plain for recipient in recipients):
        return True
    values = {one.total.value for one in made if one.total is not None}
    plain = plain.replace("’", "'")  # as in the words
    return any(
        Decimal(grant.amount.pence) / 100 in values
        and any(len(word) >= _LONG_WORD and word in plain for word in words_of(grant.recipient))
        for strand in model.grants
        for grant in strand.grants
    )


def _typed(model: FundingRound, sentence: Sentence) -> str:
    """Return the sentence as it was typed, names and all."""
    return model.text[sentence.start : sentence.start + len(sentence.text)]


def _paired(money: list[Said], counts: list[tuple[Said, Counts]]) -> list[Assertion]:
    """Return each amount with the count that goes with it: the next one behind it, or one before the only amount."""
    groups = [Assertion(total=said.claim, total_said=said) for said in money]
    alone: list[Assertion] = []
    for said, counted in counts:
        before = [number for number, one in enumerate(money) if one.claim.end <= said.claim.start]
        ahead = len(before) if len(before) < len(money) and _worth(said, money[len(before)]) else None
        at = ahead if ahead is not None else before[-1] if before else 0
        if groups and groups[at].count is None and (before or ahead is not None or len(groups) == 1):
            groups[at] = replace(groups[at], count=said.claim, counts=counted, count_said=said)
        else:
            alone.append(Assertion(count=said.claim, counts=counted, count_said=said))
    return sorted((*groups, *alone), key=_starts)


def _worth(count: Said, amount: Said) -> bool:
    """Return whether an amount behind a count is its worth: “3 grants worth £53,879”, “eight projects, totalling £69k”."""
    between = count.sentence.text[count.claim.end - count.sentence.start : amount.claim.start - count.sentence.start]
    words = words_of(between)
    return len(words) <= _MOST_BETWEEN and not _WORTH.isdisjoint(words)


def _starts(one: Assertion) -> int:
    return one.said.claim.start if one.said is not None else 0


def _ends(one: Assertion) -> int:
    return max((said.claim.end for said in (one.total_said, one.count_said) if said is not None), default=0)


def _scoped(groups: list[Assertion], sentence: Sentence, model: FundingRound) -> list[Assertion]:
    """Return the claims with the strands that the words about each name; all of them name what the sentence names."""
    mentions = [(name, sentence.start + at) for name, at in _mentions(sentence.text, model)]
    if len(groups) < 2:  # noqa: PLR2004 - all of it speaks of the one
        return [replace(one, covers=tuple(dict.fromkeys(name for name, _ in mentions))) for one in groups]
    own: list[list[str]] = [[] for _ in groups]
    for name, at in mentions:
        number = max((number for number, one in enumerate(groups) if _starts(one) <= at), default=0)
        if number + 1 < len(groups) and at > _ends(groups[number]):
            # Between two claims the last break of the sentence tells whose it is.
            between = sentence.text[_ends(groups[number]) - sentence.start : at - sentence.start]
            rest = sentence.text[at - sentence.start + len(name) : _starts(groups[number + 1]) - sentence.start]
            if re.search(_BREAK, between) and not re.search(_BREAK, rest):
                number += 1
        own[number].append(name)
    return [replace(one, covers=tuple(dict.fromkeys(names))) for one, names in zip(groups, own, strict=True)]


def _mentions(text: str, model: FundingRound) -> list[tuple[str, int]]:
    """Return the strands of the round that a sentence names, and where; the fund's own name is not a strand's."""
    plain = text.lower()
    if all(model.fund != strand.name for strand in model.grants):
        plain = plain.replace(model.fund.lower(), " " * len(model.fund))
    found = []
    for strand in model.grants:
        if strand.name is None:
            continue
        wanted = str(strand.name).lower()
        single = wanted.removesuffix("s")
        at = plain.find(single)
        while at >= 0:
            found.append((str(strand.name), at))
            at = plain.find(single, at + len(single))
    return sorted(found, key=lambda one: one[1])
