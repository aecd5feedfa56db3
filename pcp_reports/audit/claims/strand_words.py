"""Sums told of strands side by side in words: in one sentence, or in items and short paragraphs one after another."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import heard_sentence
from pcp_reports.audit.claims.strand_names import named_in
from pcp_reports.audit.claims.strand_side import Side
from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.words.doubt import ANY_MONTH, is_doubtful, is_of_another_time, leads, sums_up
from pcp_reports.audit.words.figures import sums_of
from pcp_reports.claims import Kind
from pcp_reports.model.funding_round import FundingRound
from pcp_reports.model.funding_round import Strand as ModelStrand
from pcp_reports.nodes import Block, Text
from pcp_reports.passage import Sort
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.sentences import of_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.claims.strand_names import Strand
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_SEVERAL = 2
_MOST_WORDS = 14  # of an item that gives a strand and its sum
_WHOLE = re.compile(r"(?i)\b(?:total\w*|in all|altogether|together|overall|combined|between them)\b")
_OF_MORE = re.compile(
    r"(?i)\b(?:includ\w+|of which|among\w*|such as|mainly|mostly|others?|another|rest|remain\w*|balance|further|additional|plus|also|some|left)\b"
)
_POT = re.compile(
    r"(?i)\b(?:budget\w*|available|remaining|left over|set aside|ring-?fenced|transferr\w+|carried|unspent|underspen\w+|earmarked|held in|topped up|worth up to)\b"
)
_FUND = re.compile(r"(?i)\b(?:fund|pot|scheme|programme|chest)$")
_INTO = re.compile(r"(?i)\b(?:to|into|for) (?:the |our |his |her )?$")
_ITS_OWN = re.compile(
    r"(?i)^(?:['’]s?)? (?:\w+ )?(?:projects?|grants?|awards?|groups?|applicants|recipients|bids|schemes|organisations)\b"
)


def in_sentences(
    paper: Paper,
    strands: Sequence[Strand],
    bodies: frozenset[str],
    free: Iterable[int],
    leading: frozenset[int],
    locale: str,
) -> Iterator[Sequence[Side]]:
    """Yield the sums of each sentence that names several strands. ``leading`` are the passages that lead to a list.

    ``bodies`` are those who got something: a sentence that names one of them may be of its grant.
    """
    for index in free:
        one = paper.passages[index]
        if one.sort is Sort.ROW or one.text.count("£") < _SEVERAL or len(named_in(one.text, strands)) < _SEVERAL:
            continue
        sentences = [sentence for sentence in sentences_of(one.text, locale) if not _names_one(sentence.text, bodies)]
        for sentence in sentences:
            yield [*_in_sentence(sentence, strands, index, own=index in leading)]
        yield [side for sentence in sentences for side in _alone(sentence, strands, index, own=index in leading)]


def _names_one(text: str, bodies: Iterable[str]) -> bool:
    """Return whether a text names one of those who got a grant, so that its sum may be of that one."""
    lowered = text.casefold()
    return any(body.casefold() in lowered for body in bodies)


def _alone(sentence: Sentence, strands: Sequence[Strand], index: int, *, own: bool) -> Iterator[Side]:
    """Yield the sum of a sentence that sums one strand up: “East Fund awards came to £6,000. West Fund awards …”."""
    named, sums = named_in(sentence.text, strands), sums_of(sentence)
    if len(named) != 1 or len(sums) != 1 or sums[0].kind is not Kind.EXACT or not sums_up(sentence.text):
        return
    if _may_be_theirs(sentence.text, own=own) and not any(goes_into(sentence.text, way) for way in named):
        said = Assertion(total=sums[0], total_said=Said(sums[0], sentence))
        yield Side(said, next(iter(named.values())), index, sums[0].start)


def _in_sentence(sentence: Sentence, strands: Sequence[Strand], index: int, *, own: bool) -> Iterator[Side]:
    sentence = heard_sentence(sentence, Decimal(0), own=own)  # “grants of £9,000” are no size of each
    named = named_in(sentence.text, strands)
    if len(named) < _SEVERAL or not len(named) <= len(sums_of(sentence)) <= len(named) + 1:
        return
    if not _may_be_theirs(sentence.text, own=own) or any(goes_into(sentence.text, way) for way in named):
        return
    model = FundingRound(
        node=Block(),
        fund="",
        announced=ANY_MONTH,
        text=Text(sentence.text),
        stated=(),
        grants=tuple(ModelStrand(Text(way), ()) for way in named),
    )
    claims = [
        claim
        for claim in of_sentence(sentence, model, sums=True, counts=True, doubtful=False, leads=True)
        if claim.total is not None and claim.total_said is not None
    ]
    parts = [claim for claim in claims if claim.covers]
    if len(parts) != len(named) or any(len(claim.covers) != 1 or not claim.firm for claim in parts):
        return
    of_all = _WHOLE.search(sentence.text) is not None and _OF_MORE.search(sentence.text) is None
    for claim in claims:
        if claim.total_said is not None and (claim.covers or of_all):
            strand = named[claim.covers[0]] if claim.covers else None
            yield Side(claim, strand, index, claim.total_said.claim.start)


def _may_be_theirs(text: str, *, own: bool) -> bool:
    """Return whether no word of a sentence says that its sums are of another time, or of what there was to give."""
    return not (
        is_of_another_time(text)
        or _POT.search(text)
        or is_doubtful(text, own=own, announced=ANY_MONTH, leading=leads(text))
    )


def goes_into(text: str, way: str) -> bool:
    """Return whether money is said to be put into a fund, not to be given from it: “£20,000 to the Community Fund”."""
    if _FUND.search(way) is None:
        return False
    at = text.casefold().find(way.casefold())
    return at > 0 and _INTO.search(text[:at]) is not None and _ITS_OWN.match(text[at + len(way) :]) is None


def in_items(
    paper: Paper, strands: Sequence[Strand], bodies: frozenset[str], free: Iterable[int], locale: str
) -> Iterator[Sequence[Side]]:
    """Yield the sums of items, or short paragraphs, one after another, each with a strand and a sum."""
    short = [index for index in free if _is_short(paper, index)]
    for _, run in groupby(enumerate(short), key=lambda each: (each[1] - each[0], paper.passages[each[1]].sort)):
        places = [index for _, index in run]
        above = paper.passages[places[0] - 1].text if places[0] else ""
        if len(places) < _SEVERAL or _POT.search(above) or is_of_another_time(above):
            continue
        sides = [side for index in places for side in _item(paper, strands, bodies, index, locale)]
        alone = len(sides) == len(places)
        yield [side for side in sides if side.strand is not None or alone]


def _is_short(paper: Paper, index: int) -> bool:
    one = paper.passages[index]
    fits = one.text.count("£") == 1 and len(one.text.split()) <= _MOST_WORDS
    return fits and one.sort in (Sort.ITEM, Sort.TEXT, Sort.BOX)


def _item(paper: Paper, strands: Sequence[Strand], bodies: frozenset[str], index: int, locale: str) -> Iterator[Side]:
    text = paper.passages[index].text
    named = named_in(text, strands)
    if len(named) > 1 or not (named or is_total(text)) or _POT.search(text) or is_of_another_time(text):
        return
    if _names_one(text, bodies) or any(goes_into(text, way) for way in named):
        return
    strand = next(iter(named.values()), None)
    for sentence in sentences_of(text, locale):
        for claim in sums_of(sentence):
            if claim.kind is Kind.EXACT and not claim.each:
                yield Side(Assertion(total=claim, total_said=Said(claim, sentence)), strand, index, claim.start)
