"""The sentences of a round's text: which of their figures speak of the round, of which strands, and how surely.

A claim is firm only where the sentence can hardly mean anything else: a word of giving stands by the figure, no word of
another time, of bids, of other people's money or of a part does, and one sum stands for one scope. Every other claim
counts only where it agrees.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.asides import without_asides
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.vocabulary import COMMON
from pcp_reports.stated.words import (
    Counts,
    is_awarded,
    is_plain_count,
    leads_to_the_list,
    may_speak_of_else,
    speaks_of_a_part,
    what_it_counts,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.model.funding_round import FundingRound
    from pcp_reports.said import Sentence

# How the words for numbers begin, but for those in -teen.
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"),
    *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "dozen"),
    *("half", "quarter"),
)
_LONG_WORD = 4
_MOST_BETWEEN = 9
_BREAK = r"(?i)[,;]|\b(?:and|while|whilst|with|plus)\b"
# Between a count and the sum behind it, and between a sum and the count behind it, where the two are one claim.
_WORTH = frozenset(("worth", "totalling", "totaling", "total", "value", "of", "share", "shared", "received", "thanks", "cost", "boost", "gwerth"))  # fmt: skip
_TO = frozenset(
    (
        "to",
        "for",
        "between",
        "among",
        "amongst",
        "in",
        "across",
        "into",
        "through",
        "over",
        "support",
        "supports",
        "supporting",
        "fund",
        "funds",
        "help",
        "i",
        "rhwng",
    )
)


def names_with_figures(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in which a figure could be seen: “4 Me 2”, “56 Group Wales”, “Seven Stars Trust”."""
    return tuple(dict.fromkeys(name for name in names if _may_hold_a_figure(name)))


def _may_hold_a_figure(text: str) -> bool:
    return any(
        word.startswith(_NUMBERS) or "teen" in word or not word.isalpha()
        for word in re.findall(r"\w+", text.casefold())
    )


def told(model: FundingRound, locale: str) -> list[Assertion]:
    """Return what the text of a round says of it, in order."""
    if locale == "en_GB" and not _may_hold_a_figure(model.text):
        return []
    recipients = tuple(grant.recipient for strand in model.grants for grant in strand.grants)
    sentences = [without_asides(one) for one in sentences_of(model.text, locale, names_with_figures(recipients))]
    of_sums = [one for one in sentences if any(claim.unit is Unit.MONEY for claim in one.claims)]
    of_figures = [one for one in sentences if one.claims]
    made: list[Assertion] = []
    for sentence in of_figures:
        leads = leads_to_the_list(sentence.text)
        sums = leads or sentence is sentences[-1] or of_sums == [sentence]
        made += of_sentence(sentence, model, sums=sums, counts=leads or of_figures == [sentence])
    return made


def of_sentence(
    sentence: Sentence,
    model: FundingRound,
    *,
    sums: bool,
    counts: bool,
    doubtful: bool | None = None,
    leads: bool | None = None,
) -> list[Assertion]:
    """Return the claims of a sentence. ``sums`` and ``counts``: the sentence stands where the round's own are told.

    ``doubtful``: it may speak of other money than the round's; ``leads``: it leads over to the list of grants; left out,
    its words are asked.
    """
    money: list[Said] = []
    counted: list[tuple[Said, Counts]] = []
    parts: set[int] = set()  # where sums begin that are parts: they only show what the strands beside them are about
    for claim in sentence.claims:
        said = Said(claim, sentence)
        what = what_it_counts(claim)
        if claim.unit is not Unit.MONEY and what is None:
            continue
        part = speaks_of_a_part(said)
        if part:
            parts.add(claim.start)
        if claim.unit is Unit.MONEY:
            money.append(said)
        elif what is not None and not part:
            counted.append((said, what))
    pairs = (one for one in _scoped(_paired(money, counted), sentence, model) if _starts(one) not in parts)
    made = [_without_part(one, parts) for one in pairs]
    if not made:
        return []
    if doubtful is None:
        doubtful = may_speak_of_else(sentence.text, model.announced.year, model.announced.month)
    doubtful = doubtful or _names_a_grant(sentence, made, model)
    strands = [str(strand.name) for strand in model.grants if strand.name is not None]
    leads = leads_to_the_list(sentence.text) if leads is None else leads
    return [
        replace(
            one,
            firm=not doubtful
            and (sums if one.total is not None else counts)
            and _is_clear(one, made)
            and _is_plain(one, strands, leads=leads),
        )
        for one in made
    ]


def _without_part(one: Assertion, parts: set[int]) -> Assertion:
    """Return a claim without its sum where that is a part: “three groups share £30,000 a year”."""
    if one.total_said is not None and one.total_said.claim.start in parts:
        return replace(one, total=None, total_said=None)
    return one


def _is_plain(one: Assertion, strands: list[str], *, leads: bool) -> bool:
    """Return whether the words by a claim say that it was given, and to projects without more ado."""
    if one.count_said is not None and not (
        is_plain_count(one.count_said, strands) or (one.total is not None and one.count_said.claim.value == 1)
    ):
        return False
    return leads or any(is_awarded(said) for said in (one.total_said, one.count_said) if said is not None)


def _is_clear(one: Assertion, made: list[Assertion]) -> bool:
    """Return whether a sentence leaves no doubt what a claim covers: one total of one scope, one strand beside each of several."""
    unnamed = [other for other in made if not other.covers and other.total is not None]
    if one.covers:
        return (len(made) == 1 or len(one.covers) == 1) and len(unnamed) < 2  # noqa: PLR2004 - as below
    if one.total is None:
        return all(other.total is None for other in made)  # a number beside a sum that it does not go with
    return len(unnamed) < 2  # noqa: PLR2004 - two totals of one scope


def _names_a_grant(sentence: Sentence, made: list[Assertion], model: FundingRound) -> bool:
    """Return whether the sentence names a recipient, or gives the very amount of one beside a word of its name."""
    own = words_of(model.text[sentence.start : sentence.start + len(sentence.text)])
    plain, known = f" {' '.join(own)} ", frozenset(own)
    values = {one.total.value for one in made if one.total is not None}
    for strand in model.grants:
        for grant in strand.grants:
            name = words_of(grant.recipient)
            telling = {word for word in name if len(word) >= _LONG_WORD and word not in COMMON}
            if (telling or len(name) > 1) and f" {' '.join(name)} " in plain:
                return True
            if Decimal(grant.amount.pence) / 100 in values and not telling.isdisjoint(known):
                return True
    return False


# -- which count goes with which sum


def _paired(money: list[Said], counts: list[tuple[Said, Counts]]) -> list[Assertion]:
    """Return each sum with the count that goes with it: the next one behind it, or one before whose worth it is."""
    groups = [Assertion(total=said.claim, total_said=said) for said in money]
    alone: list[Assertion] = []
    for said, counted in counts:
        ahead = next((at for at, one in enumerate(money) if one.claim.start >= said.claim.end), None)
        before = next((at for at in range(len(money) - 1, -1, -1) if money[at].claim.end <= said.claim.start), None)
        if ahead is not None and groups[ahead].count is None and _joined(said, money[ahead], _WORTH):
            at: int | None = ahead
        elif before is not None and groups[before].count is None and _joined(money[before], said, _TO):
            at = before
        elif len(money) == len(counts) == 1 and _joined(*_in_order(money[0], said), None):
            at = 0
        else:
            at = None
        if at is None:
            alone.append(Assertion(count=said.claim, counts=counted, count_said=said))
        else:
            groups[at] = replace(groups[at], count=said.claim, counts=counted, count_said=said)
    return sorted((*groups, *alone), key=_starts)


def _in_order(one: Said, other: Said) -> tuple[Said, Said]:
    return (one, other) if one.claim.start < other.claim.start else (other, one)


def _joined(first: Said, second: Said, links: frozenset[str] | None) -> bool:
    """Return whether two figures of a sentence are one claim: close together, linked, and with no break between.

    Without ``links`` they are the only ones of the sentence, and may stand further apart.
    """
    sentence = first.sentence
    between = sentence.text[first.claim.end - sentence.start : second.claim.start - sentence.start]
    words = words_of(between)
    if ";" in between or ":" in words or not {"and", "while", "whilst"}.isdisjoint(words):
        return False
    if links is None:
        return "," not in between and len(words) <= 2 * _MOST_BETWEEN
    return not links.isdisjoint(words) and len(words) <= _MOST_BETWEEN


def _starts(one: Assertion) -> int:
    return one.said.claim.start if one.said is not None else 0


def _ends(one: Assertion) -> int:
    return max((said.claim.end for said in (one.total_said, one.count_said) if said is not None), default=0)


# -- which strands a claim is about


def _scoped(groups: list[Assertion], sentence: Sentence, model: FundingRound) -> list[Assertion]:
    """Return the claims with the strands that the words about each name; ``near`` are all that the sentence names."""
    mentions = [(name, sentence.start + at) for name, at in mentions_of(sentence.text, model)]
    near = tuple(dict.fromkeys(name for name, _ in mentions))
    if len(groups) < 2:  # noqa: PLR2004 - all of it speaks of the one
        return [replace(one, covers=near, near=near) for one in groups]
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
    return [replace(one, covers=tuple(dict.fromkeys(names)), near=near) for one, names in zip(groups, own, strict=True)]


def mentions_of(text: str, model: FundingRound) -> list[tuple[str, int]]:
    """Return the strands of the round that a sentence names, and where; the fund's own name is not a strand's.

    A strand of a single word (“Victims”) is named only where it is spelled as a name.
    """
    lowered = text.lower()
    if all(model.fund != strand.name for strand in model.grants):
        lowered = lowered.replace(model.fund.lower(), " " * len(model.fund))
    found = []
    for strand in model.grants:
        if strand.name is None:
            continue
        name = str(strand.name)
        plain, wanted = (lowered, name.lower()) if " " in name else (text, name)
        single = wanted.removesuffix("s") or wanted
        if not single:
            continue
        at = plain.find(single)
        while at >= 0:
            found.append((name, at))
            at = plain.find(single, at + len(single))
    return sorted(found, key=lambda one: one[1])


def says_in_other_words(text: str, name: str) -> bool:
    """Return whether a sentence says a strand's name in other words: “our community safety projects”."""
    own = [word for word in words_of(name) if word not in COMMON]
    return bool(own) and set(own) <= set(words_of(text))
