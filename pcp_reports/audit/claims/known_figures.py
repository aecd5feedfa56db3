"""Figures elsewhere in a paper that are just what one of its lists comes to, or all of them together.

“The round therefore comes to £35,675”, behind the second of two lists that come to just that, is of both, however it is put. Such a
figure is told as one that agrees; it vouches for no other, and one that does not agree says nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import is_dealt_out
from pcp_reports.audit.claims.heard import Heard, alone
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_to_the_penny, pence_of, sums_of
from pcp_reports.audit.words.phrases import COMES_TO
from pcp_reports.audit.words.whole import is_of_a_part, means_another, without_beside
from pcp_reports.claims import Kind
from pcp_reports.judging import judge
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.said import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST_DIGITS = 3  # but for noughts: fewer may agree by chance
_LONGEST = 900
_COMES = re.compile(rf"(?i)\b(?:{COMES_TO}|total\w*|worth|makes|making|cost|sum)\b")
ALL = -1


@dataclass(frozen=True, slots=True)
class Known:
    """The figures that are just what a round comes to, for each round, and what all come to together (``of_all``)."""

    of_rounds: tuple[tuple[Heard, ...], ...]
    of_all: tuple[Heard, ...] = ()


def known_figures(paper: Paper, rounds: Sequence[Round], locale: str = "en_GB") -> Known:
    """Return the sums outside the lists of a paper that are just what one of them, or all, come to."""
    made: list[list[Heard]] = [[] for _ in range(len(rounds) + 1)]
    sums = _sums(rounds)
    if not sums:
        return Known(tuple(() for _ in rounds))
    shown = re.compile("|".join(sorted({re.escape(text) for pence in sums for text in _shown(pence)}, key=len)))
    taken = {index for one in rounds for index in _taken(one)}
    for index, passage in enumerate(paper.passages):
        if index in taken or passage.sort is Sort.ROW or len(passage.text) > _LONGEST:
            continue
        if "£" not in passage.text or shown.search(passage.text) is None:
            continue
        for sentence in sentences_of(passage.text, locale):
            for at, claim in _right(sentence, sums):
                made[at].append(Heard(alone(claim, sentence), index, claim.start, bare=True))
    return Known(tuple(map(tuple, made[:-1])), tuple(made[-1]))


def _sums(rounds: Sequence[Round]) -> dict[int, int]:
    """Return the sums of the lists in pence with the number of each, and of them all; none that two lists have."""
    each = [0 if _is_open(one) else _pence(one) for one in rounds]
    sums = {pence: at for at, pence in enumerate(each) if pence and each.count(pence) == 1}
    if len(each) > 1 and all(each):
        sums.setdefault(sum(each), ALL)
    return {pence: at for pence, at in sums.items() if len(str(pence).rstrip("0")) >= _FEWEST_DIGITS}


def _is_open(one: Round) -> bool:
    """Return whether a list may not be the whole, or not all of it was read."""
    return bool(one.partial or one.unread or one.struck) or any(award.amount is None for award in one.awards)


def _pence(one: Round) -> int:
    return sum(award.amount.pence for award in one.awards if award.amount is not None)


def _shown(pence: int) -> Iterator[str]:
    """Yield how a sum may be printed, without the pound sign: in full, in thousands."""
    full = str(Money(pence)).lstrip("£")
    yield full
    yield full.replace(",", "")
    yield f"{round(pence / 100_000)}k"
    yield f"{pence / 100_000:.1f}k"


def _taken(one: Round) -> Iterator[int]:
    lines = [award.passage for award in (*one.awards, *one.apart)]
    yield from range(min(lines, default=0), max(lines, default=-1) + 1)
    yield from (total.passage for total in one.totals)


def _right(sentence: Sentence, sums: Mapping[int, int]) -> Iterator[tuple[int, Claim]]:
    """Yield the sums of a sentence that are just those of a list, with its number."""
    text = without_beside(sentence.text, leading=False)
    if is_of_another_time(text) or is_of_a_part(text) or not (is_dealt_out(text) or _COMES.search(text)):
        return
    for claim in sums_of(sentence):
        if claim.each or claim.value is None or means_another(text, *_span(claim, sentence)):
            continue
        if claim.kind is Kind.EXACT and is_to_the_penny(claim, pence_of(claim)):
            at = sums.get(pence_of(claim))
        else:
            fitting = [at for pence, at in sums.items() if _is_rounded(claim, pence)]
            at = fitting[0] if len(fitting) == 1 else None
        if at is not None:
            yield at, claim


def _span(claim: Claim, sentence: Sentence) -> tuple[int, int]:
    return claim.start - sentence.start, claim.end - sentence.start


def _is_rounded(claim: Claim, pence: int) -> bool:
    """Return whether a sum told in thousands is what a list comes to: “£36k” of £35,675."""
    if claim.kind is not Kind.ROUNDED or claim.hedge == "up to":
        return False
    made = judge(claim, Decimal(pence) / 100)
    return made.verdict.is_sound and not made.misleading


def with_known(heard: Sequence[Sequence[Heard]], known: Known) -> list[tuple[Heard, ...]]:
    """Return what is heard of each round, with the figures that are known to be its own and that no list has been told by."""
    said = {
        (each.passage, each.claim.total.value)
        for one in heard
        for each in one
        if each.claim.total is not None and (each.claim.firm or each.tied)
    }
    return [
        (
            *one,
            *(each for each in own if each.claim.total is None or (each.passage, each.claim.total.value) not in said),
        )
        for one, own in zip(heard, known.of_rounds, strict=True)
    ]
