"""What the sentences before a list and behind it say of it, each figure with how surely it speaks of that very list."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard, heard_sentence
from pcp_reports.audit.claims.nouns import RECIPIENT, as_led
from pcp_reports.audit.claims.strand_words import goes_into
from pcp_reports.audit.claims.subject import is_of_something_else, may_be_pot, without_bidders
from pcp_reports.audit.claims.text import is_heading
from pcp_reports.audit.pieces.heads import names_and_sums
from pcp_reports.audit.words.as_many import gives_to_as_many, sums_up_those_before
from pcp_reports.audit.words.back import Back, is_plain, sums_up_list, without_aside, without_other_times
from pcp_reports.audit.words.doubt import is_doubtful, is_of_another_time, leads, sums_up, without_rest
from pcp_reports.audit.words.figures import sums_of
from pcp_reports.audit.words.givers import names_another
from pcp_reports.audit.words.names import funds_of, years_of
from pcp_reports.audit.words.pairs import is_near_pair, is_near_sum, points_to_grants
from pcp_reports.audit.words.part_for_whole import gives_part_for_whole
from pcp_reports.passage import Sort
from pcp_reports.said import PUT_IN, sentences_of
from pcp_reports.stated.asides import without_asides
from pcp_reports.stated.sentences import names_with_figures, of_sentence
from pcp_reports.stated.words import holds, is_plain_count, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.claims.text import AboutText
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence
    from pcp_reports.stated.assertion import Assertion

_WEIGHED = (
    "considered", "shortlisted", "assessed", "scored", "received", "reviewed", "invited", "applied", "visited",
    "submitted", "looked at", "since then", "over the years",
)  # fmt: skip
_OF_THESE = re.compile(r"\b[Tt]he (?:\w+ )?(?:grants|awards)\s+(?:of|totalling|worth|\s)\s*£")
_OF_NONE = re.compile(r"(?:No|None|Neither) \w+")
_MET = re.compile(
    r"(?i)\b(?:are|is|were|was|will be|to be|being) (?:met|funded|paid|financed|found|drawn) (?:from|out of|by)\b.*$"
)
_SUM_ALONE = re.compile(r"(?:£\s?)?[0-9][0-9,]*(?:\.[0-9]{2})?")
_FEW = 2  # sums that may stand alone in a paper of whole tables
_WHO_SAT = re.compile(
    r"(?<=\w),? (?:which|who|that) (?:also )?includ(?:ed|es) [^,;:.£0-9]{3,150},(?= [^,;:]{1,60}£|[^£]{1,80} £)"
)
"""Who judged the bids, told before what was given: “after assessment by a panel which included a head teacher, nine groups …”."""
_MAKES = re.compile(r"(?:That|This|It|Which) (?:makes|brings (?:it|this|that) to)\b")


def of_text(
    paper: Paper, one: Round, made: Summed, text: AboutText, leading: frozenset[int], locale: str
) -> Iterator[Heard]:
    """Yield the claims of the sentences before and behind a list."""
    model = made.whole.round
    names = names_with_figures(award.recipient for award in one.awards)
    most = Decimal(max((award.amount.pence for award in one.awards if award.amount is not None), default=0)) / 100
    sentences = [
        heard_sentence(
            sentence,
            most,
            own=_is_own(text, sentence, leading),
            as_many=gives_to_as_many(sentence.text, len(one.awards)),
            size=(len(one.awards), made.whole.sum.total.pence),
        )
        if sentence.claims
        else sentence
        for sentence in map(_without_judges, map(without_asides, sentences_of(text.text, locale, names)))
    ]
    apart = {*one.tail, *one.afar}
    before = [sentence for sentence in sentences if text.at(sentence.start)[0] not in apart]
    own_figures = [one for one in before if one.claims and not is_of_another_time(one.text)]
    of_sums = [one for one in own_figures if sums_of(one)]
    of_figures = own_figures or [one for one in before if one.claims]
    last = {text.at(sentence.start)[0]: sentence for sentence in before}
    behind: set[int] = set()  # passages whose list has been passed
    summed_behind = _summed_behind(text, sentences)
    around = _ending_a_paragraph(text, sentences)
    as_many = _giving_to_as_many(one, text, sentences)
    known = _known(paper, one)
    leading_words = _leading_words(paper, one, sentences)
    for sentence in sentences:
        index = text.at(sentence.start)[0]
        passed = index in behind or index in one.tail
        if PUT_IN in sentence.text:
            behind.add(index)
        summing = _summing(sentence, known) if passed else Back.NOT
        back = summing is not Back.NOT
        sentence = _without_rest(sentence, back=back)  # noqa: PLW2901 - only what it says of the list
        if not sentence.claims or _OF_NONE.match(sentence.text.lstrip()):
            continue
        own = _is_own(text, sentence, leading) or (index in leading and last.get(index) is sentence and not passed)
        headed = is_heading(paper, index) or (index in leading and names_and_sums(paper.passages[index].text))
        afar = index in one.afar
        counted = sentence.start in summed_behind and index in leading and not passed
        own, back = (own or counted) and not afar, back or (afar and paper.passages[index].sort is Sort.NOTE)
        doubtful = _fills_a_strand(one, sentence) or is_doubtful(
            _heard(sentence.text, back=back, afar=afar),
            own=own or back or headed,
            announced=model.announced,
            leading=leads(sentence.text) or back or PUT_IN in sentence.text,
        )
        claims = of_sentence(
            _without_source(sentence) if afar else sentence,
            model,
            sums=own or back or headed or afar or of_sums == [sentence],
            counts=own or back or headed or afar or of_figures == [sentence],
            doubtful=doubtful,
            leads=(
                (own or afar)
                and (
                    leads(sentence.text)
                    or sums_up(sentence.text)
                    or (afar and _OF_THESE.search(sentence.text) is not None)
                )
            )
            or back
            or headed,
        )
        claims = [as_led(without_bidders(claim), own=own, doubtful=doubtful) for claim in claims]
        if index in as_many and (afar or not own):
            claims = _of_as_many(claims, sentence, afar=afar, here=as_many[index] == sentence.start)
        if own:
            claims = _together(claims, sentence)
        claims = [replace(claim, firm=False) if is_of_something_else(claim) else claim for claim in claims]
        if headed:
            claims = [_less_sure(claim, sentence.text, made) for claim in claims]
        if (passed and not back) or (index in one.tail and _is_torn_cell(paper, index)):
            claims = [replace(claim, firm=False) for claim in claims]
        for claim in claims:
            said = claim.said
            passage, offset = text.at(said.claim.start if said is not None else sentence.start)
            if claim.total is not None and claim.total.hedge == "up to" and not claim.firm:
                continue  # the most that one grant may be
            inside = PUT_IN in sentence.text
            yield Heard(
                claim,
                passage,
                offset,
                leading=(own and (inside or leads(sentence.text))) or _is_caption(paper, one, sentence, index),
                heading=headed,
                holds=inside,
                back=back or afar,
                afar=afar,
                around=sentence.start in around and claim.count is not None and claim.count.noun.startswith(RECIPIENT),
                plain=is_plain(sentence.text, leading_words),
                # a paragraph of its own, with no word that points to the list, may run over more than it
                running=back
                and (
                    _MAKES.match(sentence.text.lstrip()) is not None
                    or (summing is Back.BARE and paper.passages[index].numbered)
                ),
            )


def _fills_a_strand(one: Round, sentence: Sentence) -> bool:
    """Return whether a sentence says what was put into a fund that is a strand of the list, not what was given from it."""
    return any(goes_into(sentence.text, group.name) for group in one.groups if group.name is not None)


def _is_torn_cell(paper: Paper, index: int) -> bool:
    """Return whether a passage is a sum alone, as others of the paper are, and not beneath the word “Total”: a cell of a table that came apart."""
    if _SUM_ALONE.fullmatch(paper.passages[index].text.strip()) is None:
        return False
    above = paper.passages[index - 1].text.casefold() if index else ""
    alone = sum(_SUM_ALONE.fullmatch(one.text.strip()) is not None for one in paper.passages)
    return "total" not in above and alone > _FEW


def _summing(sentence: Sentence, known: frozenset[str]) -> Back:
    """Return how plainly a sentence behind a list sums it up."""
    return Back.POINTS if points_to_grants(sentence) else sums_up_list(without_rest(sentence.text), known)


def _is_caption(paper: Paper, one: Round, sentence: Sentence, index: int) -> bool:
    """Return whether a sentence stands right above a list as a caption does: “Grants in 2023/24 came to £10,850”, with no stop."""
    text = paper.passages[index].text.rstrip()
    return index == max(one.lead, default=-1) and text.endswith(sentence.text.strip()) and text[-1:].isalnum()


def _known(paper: Paper, one: Round) -> frozenset[str]:
    """Return the words that lead to a list, in small letters: in a sentence behind it they mean no other list.

    “More meetings were held than last year.” further up does not make “last year” a word about the list.
    """
    last = max(one.lead, default=-1)
    return frozenset(
        word
        for index in one.lead
        for word in words_of(
            paper.passages[index].text
            if index == last or is_heading(paper, index)
            else without_other_times(paper.passages[index].text)
        )
    )


def _leading_words(paper: Paper, one: Round, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words of the headings over a list and of the sentences that lead to it by their words, in small letters."""
    heads = [paper.passages[index].text for index in one.lead if is_heading(paper, index)]
    return frozenset(
        word for text in (*heads, *(s.text for s in sentences if leads(s.text))) for word in words_of(text)
    )


def _summed_behind(text: AboutText, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return where sentences begin whose number the next one sums up: “Six clubs have been chosen. Together they get £9,000.”."""
    return frozenset(
        one.start
        for one, other in pairwise(sentences)
        if sums_up_those_before(other.text) and text.at(one.start)[0] == text.at(other.start)[0] and not sums_of(one)
    )


def _ending_a_paragraph(text: AboutText, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return where sentences begin behind which stand only the list and its sum: “Five clubs got a grant. Guides had … They came to £900.”.

    What stands between, or behind in that paragraph, may be of one that the list leaves out.
    """
    ends = {text.at(one.start)[0]: one.start for one in sentences}
    return frozenset(
        one.start
        for one, held, last in zip(sentences, sentences[1:], sentences[2:], strict=False)
        if one.claims
        and _HELD.match(held.text) is not None
        and text.at(one.start)[0] == text.at(last.start)[0]
        and ends[text.at(last.start)[0]] == last.start
        and len(last.claims) == 1
        and not years_of(one.text)
    )


_HELD = re.compile(rf"\s*(?:[Tt]he )?{PUT_IN}")


def _giving_to_as_many(one: Round, text: AboutText, sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the passages with a sentence that gives a sum to as many as the list has, and where that begins."""
    pence = sum(award.amount.pence for award in one.awards if award.amount is not None)
    parts = one.strand_sums
    found = ((text.at(sentence.start)[0], sentence) for sentence in sentences if "£" in sentence.text)
    return {
        index: sentence.start
        for index, sentence in found
        if index not in one.tail
        and not _is_of_another(one, text, sentence)
        and (
            gives_to_as_many(sentence.text, len(one.awards))
            or is_near_pair(sentence, len(one.awards), pence)
            or is_near_sum(sentence, pence)
            or points_to_grants(sentence)
            or gives_part_for_whole(sentence, len(one.awards), parts)
        )
    }


def _is_of_another(one: Round, text: AboutText, sentence: Sentence) -> bool:
    """Return whether a sentence names a giver or a fund where the other words about the list name their own."""
    rest = text.text.replace(sentence.text.strip(), " ")
    named = funds_of([rest]) or not funds_of([sentence.text])
    return bool(named) and names_another(sentence.text, (rest, *(award.recipient for award in one.awards)))


def _of_as_many(claims: list[Assertion], sentence: Sentence, *, afar: bool, here: bool) -> list[Assertion]:
    """Return the claims of a passage that gives a sum to as many as the list has: firm in that sentence (``here``) alone."""
    if here:
        claims = _together(claims, sentence)
        return [replace(claim, firm=len(claims) == 1 and claim.total is not None) for claim in claims]
    return [replace(claim, firm=False) for claim in claims] if afar else claims


def _without_judges(sentence: Sentence) -> Sentence:
    """Return a sentence without who sat on the panel, told in front of what was given: blanks stand in their place."""
    sat = _WHO_SAT.search(sentence.text) if "£" in sentence.text and "includ" in sentence.text else None
    if sat is None:
        return sentence
    start, end = sentence.start + sat.start(), sentence.start + sat.end()
    if any(one.start < start for one in sentence.claims):
        return sentence  # “nine groups, which included …, shared £900” may lead to some of the nine
    text = f"{sentence.text[: sat.start()]}{' ' * (end - start)}{sentence.text[sat.end() :]}"
    claims = tuple(one for one in sentence.claims if one.end <= start or one.start >= end)
    return replace(sentence, text=text, claims=claims)


def _without_source(sentence: Sentence) -> Sentence:
    """Return a sentence without the words that say what money a sum was met from, and the figures in them."""
    met = _MET.search(sentence.text)
    return sentence if met is None else _cut(sentence, met.start())


def _without_rest(sentence: Sentence, *, back: bool) -> Sentence:
    """Return a sentence that sums a list up from behind without what it goes on to say, of a budget or else; others as they are."""
    return _cut(sentence, len(without_aside(without_rest(sentence.text)))) if back else sentence


def _cut(sentence: Sentence, length: int) -> Sentence:
    """Return the beginning of a sentence, with the figures in it."""
    end = sentence.start + length
    return replace(
        sentence, text=sentence.text[:length], claims=tuple(one for one in sentence.claims if one.end <= end)
    )


def _heard(text: str, *, back: bool, afar: bool) -> str:
    """Return a sentence that speaks of a list from behind or afar without words that tell of no other money."""
    if afar:
        return _MET.sub("", text)
    return _MAKES.sub("That comes to", text) if back else text


def _together(claims: list[Assertion], sentence: Sentence) -> list[Assertion]:
    """Return the sum and the number of a sentence that leads to a list as one claim, where it has but one of each.

    “Six gifts were made, coming to £4,950:” tells of the list with both; a number that was considered does not.
    """
    sums = [one for one in claims if one.total is not None and one.count is None]
    numbers = [one for one in claims if one.total is None and one.count_said is not None]
    if len(claims) != 2 or len(sums) != 1 or len(numbers) != 1 or holds(words_of(sentence.text), _WEIGHED):  # noqa: PLR2004 - one of each
        return claims
    total, number = sums[0], numbers[0]
    if number.count_said is None or number.covers != total.covers:
        return claims
    firm = total.firm and is_plain_count(number.count_said, ())
    return [replace(total, count=number.count, counts=number.counts, count_said=number.count_said, firm=firm)]


def _less_sure(claim: Assertion, text: str, made: Summed) -> Assertion:
    """Return the claim of a heading, not firm where its sum may be what there was to give."""
    pot = claim.total is not None and may_be_pot(claim.total, text, made.whole.sum.total.pence)
    return replace(claim, firm=False) if pot else claim


def _is_own(text: AboutText, sentence: Sentence, leading: frozenset[int]) -> bool:
    """Return whether a sentence leads to the list by its words, or holds it."""
    return leads(sentence.text) or (PUT_IN in sentence.text and text.at(sentence.start)[0] in leading)
