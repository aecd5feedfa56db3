"""Sums that stand right above a list, or right behind it, and speak of all of it, however their sentences put it.

Where a sentence points to the list or gathers it, and holds one sum that no other reading claims, that sum is the list's. It is
held against the lines as any other; what it may take in besides is weighed later.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard, alone
from pcp_reports.audit.claims.subject import is_of_one_body_or_pot, is_of_something_else
from pcp_reports.audit.pieces.strand_sums import NAME_AND_SUM
from pcp_reports.audit.words.doubt import ends_in_colon, leads
from pcp_reports.audit.words.figures import is_swapped, pence_of, sums_of
from pcp_reports.audit.words.names import funds_of, months_of, years_of
from pcp_reports.audit.words.pairs import is_near_pair_told
from pcp_reports.audit.words.whole import (
    gathers,
    heads,
    is_of_a_part,
    is_of_another_time,
    is_of_this_paper,
    is_other_money,
    is_said_to_be_another,
    is_split,
    leads_elsewhere,
    leads_over,
    means_another,
    points_back,
    without_beside,
    without_meeting,
    without_others,
)
from pcp_reports.claims import Kind
from pcp_reports.passage import AROUND, Sort
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST = 2
_BEHIND = 2  # passages behind a list, of which the first that gathers it does
_THIRD = 3
_SHORT = 3
_LONGEST = 600  # characters of a passage that is about a list
_KINDS = (Kind.EXACT, Kind.ROUNDED, Kind.AT_LEAST)


def with_pointed(paper: Paper, one: Round, heard: Sequence[Heard], locale: str, *, only: bool) -> list[Heard]:
    """Return what is heard of a round, with the sums beside it that speak of all of it as such. ``only``: the paper has no other."""
    if one.told or len(one.awards) < _FEWEST:
        return list(heard)
    own = {(each.passage, each.offset): each for each in _pointed(paper, one, locale, only=only)}
    made: list[Heard] = []
    for each in heard:
        place = _place(each)
        if place not in own:
            if not _is_other_line(paper, each):
                made.append(_less_sure(each))
            continue
        found = own.pop(place)
        if each.claim.firm and len(one.groups) > 1:
            made.append(each)
        elif each.claim.firm:
            made.append(
                replace(
                    each,
                    claim=replace(each.claim, covers=()),
                    vouched=True,
                    whole=True,
                    # “This makes £9,000.” points to no grants, and may count earlier ones in
                    running=each.running and not _points_back(each),
                )
            )
        else:
            made.append(
                replace(found, leading=each.leading, heading=each.heading, row=each.row, back=each.back or found.back)
            )
            made += _count_alone(each)
    return sorted((*made, *own.values()), key=lambda each: (each.passage, each.offset))


_ON_WHAT = re.compile(r"\bspen(?:ds?|t) £[0-9][0-9,.]* on \w")


def _points_back(each: Heard) -> bool:
    said = each.claim.total_said
    return said is not None and points_back(said.sentence.text)


def _less_sure(each: Heard) -> Heard:
    """Return a claim, not firm where the very clause of its sum says that it is other money, or a part."""
    said = each.claim.total_said
    if said is None or not each.claim.firm or each.heading or each.claim.count is not None:
        return each
    start = said.claim.start - said.sentence.start
    if is_split(said.sentence.text, said.claim.end - said.sentence.start):
        return each
    text = without_beside(said.sentence.text, leading=each.leading and ends_in_colon(said.sentence.text))
    other = is_said_to_be_another(text, start, said.claim.end - said.sentence.start) or (
        each.leading and leads_elsewhere(said.sentence.text, said.claim.end - said.sentence.start)
    )
    return replace(each, claim=replace(each.claim, firm=False), vouched=False) if other else each


def _count_alone(each: Heard) -> Iterator[Heard]:
    """Yield the number that a claim has besides its sum, as a claim of its own."""
    count, said = each.claim.count_said, each.claim.said
    if count is not None and said is not None:
        only = replace(each.claim, total=None, total_said=None)
        yield replace(each, claim=only, offset=each.offset + count.claim.start - said.claim.start)


def _is_other_line(paper: Paper, each: Heard) -> bool:
    """Return whether a line of a total behind a list is one of other money: “Total funding pot: £39,750”."""
    passage = paper.passages[each.passage]
    if not each.row or passage.table or passage.sort is Sort.ROW:
        return False
    return is_other_money(passage.text) or _ON_WHAT.search(passage.text) is not None


def _place(each: Heard) -> tuple[int, int]:
    """Return where the sum of a claim stands."""
    said, total = each.claim.said, each.claim.total_said
    return each.passage, each.offset + (total.claim.start - said.claim.start if total and said else 0)


def _pointed(paper: Paper, one: Round, locale: str, *, only: bool) -> Iterator[Heard]:
    above = _above(paper, one)
    if above is not None and _is_about(paper, one, above):
        for sentence in _last(sentences_of(paper.passages[above].text, locale)):
            claim = _the_sum(sentence)
            if (
                claim is None
                or _names_one(sentence.text, one)
                or leads_elsewhere(sentence.text, claim.end - sentence.start)
            ):
                continue
            pair = is_near_pair_told(sentence, len(one.awards), _pence(one))
            if pair or (_is_head(paper, above) and heads(sentence.text)) or leads_over(sentence.text):
                yield _heard(claim, sentence, above, back=False)
        yield from _made_before_last(paper, one, above, locale)
    known = frozenset(word for index in one.lead for word in words_of(paper.passages[index].text))
    for at in _behind(paper, one):
        found = [
            (claim, sentence)
            for sentence in sentences_of(paper.passages[at].text, locale)
            if (claim := _the_sum(sentence)) is not None
            and not _names_one(sentence.text, one)
            and _is_of_the_list(sentence, claim, known, only=only)
            and (points_back(sentence.text) or is_near(claim, one))
            and not _is_of_one_line(claim, one)
        ]
        if len(found) == 1:
            yield _heard(*found[0], at, back=True)
            break
    if only:
        yield from _afar(paper, one, known, locale)


def _made_before_last(paper: Paper, one: Round, above: int, locale: str) -> Iterator[Heard]:
    """Yield the sum of a sentence that says what was given, before the last one of the passage right above a list that prints its right total.

    “Grants of £86,900 had been made. This leaves a fair sum for the last quarter.”, and the table. What names another month than
    the headings of the paper may be of an earlier state of it.
    """
    whole = _pence(one)
    if not any(total.claim.value is not None and pence_of(total.claim) == whole for total in one.totals):
        return
    *sentences, last = sentences_of(paper.passages[above].text, locale) or (None,)
    if last is None or len([each for each in (*sentences, last) if _WERE_MADE.search(each.text)]) != 1:
        return
    for number, sentence in enumerate(sentences):
        behind = [*sentences[number + 1 :], last]
        claim = _the_sum(sentence) if _WERE_MADE.search(sentence.text) is not None else None
        if claim is None or any(
            "£" in each.text or leads(each.text) or points_back(each.text) or _OF_MORE.search(each.text)
            for each in behind
        ):
            continue
        titles = " ".join(
            each.text.title() for each in paper.passages[:above] if each.sort in (Sort.HEADING, Sort.TITLE)
        )
        near = abs(pence_of(claim) - whole) * _TENTH <= whole
        if near and months_of(sentence.text) <= months_of(titles) and not _names_one(sentence.text, one):
            yield _heard(claim, sentence, above, back=False)


_TENTH = 10
_OF_MORE = re.compile(
    r"(?i)\b(?:rest|others?|more|further|remain\w*|since|later|follow\w*|another|also|too|then|earlier|before|yet)\b"
)
"""Behind it: words of other grants, or of a later time."""
_WERE_MADE = re.compile(
    r"(?i)\b(?:grants|awards|donations) (?:of|totalling|worth|amounting to|coming to|to the value of) £[0-9][0-9,.]* (?:had|have|has|were|was|are)(?: now| all)?(?: been)?"
    r" (?:made|agreed|awarded|given|approved)\b(?! (?:in|at|by|from|to|for|out)\b)"
)


def _heard(claim: Claim, sentence: Sentence, at: int, *, back: bool) -> Heard:
    return Heard(alone(claim, sentence), at, claim.start, back=back, vouched=True, whole=True)


def _is_of_the_list(sentence: Sentence, claim: Claim, known: frozenset[str], *, only: bool) -> bool:
    """Return whether a sentence right behind a list speaks of all of it."""
    text = sentence.text
    if is_of_a_part(text) or not years_of(text) <= years_of(" ".join(known)) or ends_in_colon(text):
        return False
    if points_back(text):
        return True
    here = only or _THIS_ROUND.search(text) is not None
    return here and not _names_a_month(text) and gathers(without_others(text, claim.start - sentence.start), known)


def _afar(paper: Paper, one: Round, known: frozenset[str], locale: str) -> Iterator[Heard]:
    """Yield the sums elsewhere in the paper that are given from the very fund that its only list is of, and are near to the list's."""
    funds = funds_of([*(paper.passages[index].text for index in one.lead)])
    own = {*one.lead, *one.tail, *(award.passage for award in (*one.awards, *one.apart)), *_behind(paper, one)}
    for at, passage in enumerate(paper.passages if funds else ()):
        if (
            at in own
            or "£" not in passage.text
            or passage.sort not in (Sort.TEXT, Sort.ITEM)
            or len(passage.text) > _LONGEST
        ):
            continue
        if not any(name in passage.text for name in funds):
            continue
        for sentence in sentences_of(passage.text, locale):
            told = replace(sentence, text=without_meeting(sentence.text))
            claim = _the_sum(told)
            if (
                claim is None
                or funds_of([told.text]).isdisjoint(funds)
                or not heads(told.text)
                or is_of_a_part(_ACT.sub(" ", told.text.replace(next(iter(funds)), "fund")))
            ):
                continue
            if not years_of(_ACT.sub(" ", told.text)) <= years_of(" ".join(known)):
                continue
            if months_of(told.text) - months_of(" ".join(word.capitalize() for word in known)) and not is_of_this_paper(
                sentence.text
            ):
                continue
            if is_near(claim, one) and not _names_one(sentence.text, one):
                yield replace(_heard(claim, sentence, at, back=True), afar=True)


_ACT = re.compile(r"\b(?:19|20)[0-9]{2} Act\b|\bfrom the fund\b|\b(?:from|through|under) the\b")


def is_near(claim: Claim, one: Round) -> bool:
    """Return whether a sum is within a third of what a list comes to, or is that without one line, or with two digits changed round."""
    amounts = [award.amount.pence for award in one.awards if award.amount is not None]
    pence, actual = pence_of(claim), _pence(one)
    return abs(pence - actual) * _THIRD <= actual or actual - pence in amounts or is_swapped(pence, actual)


def _pence(one: Round) -> int:
    return sum(award.amount.pence for award in one.awards if award.amount is not None)


def _is_of_one_line(claim: Claim, one: Round) -> bool:
    """Return whether a sum is the very one of a line: told on behind it, the sentence may be about that line."""
    return any(award.amount is not None and award.amount.pence == pence_of(claim) for award in one.awards)


_CONSEQUENCE = re.compile(r",? (?:so that|so|which means|which leaves|leaving|making|bringing)\b|;")
"""“The awards are worth £27,025, so that the Fund has given £32,125 this year, out of £35,000.”"""
_LARGER = re.compile(
    r"(?i)\b(?:larger|smaller|main|bigger|biggest|new|other|first|second) (?:grants|awards|donations)\b"
)
_THIS_ROUND = re.compile(r"(?i)\bin this round\b")


def _names_one(text: str, one: Round) -> bool:
    """Return whether a sentence names somebody who is in the list: it speaks of those it names."""
    return any(len(award.recipient) > _SHORT and award.recipient in text for award in one.awards)


def _names_a_month(text: str) -> bool:
    return bool(months_of(text))


def _the_sum(sentence: Sentence) -> Claim | None:
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


def _is_head(paper: Paper, at: int) -> bool:
    """Return whether a passage stands over a list as a heading or a caption does: no sentence, and not ended by a stop."""
    passage = paper.passages[at]
    return passage.sort in (Sort.HEADING, Sort.TITLE) or passage.text.rstrip()[-1:] not in (".", "!", "?", "")


def _is_about(paper: Paper, one: Round, at: int) -> bool:
    """Return whether a passage right above a list leads to it, and is no line built as those of the list are: “To give £2,500”.

    A name and a sum that lead to nothing are what somebody has, or a line that was read as none.
    """
    heading = paper.passages[at].sort in (Sort.HEADING, Sort.TITLE)
    return heading or at in one.lead or NAME_AND_SUM.fullmatch(paper.passages[at].text.strip()) is None


def _last(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the last sentence of a passage."""
    return sentences[-1:]


def _above(paper: Paper, one: Round) -> int | None:
    """Return the passage of prose that stands right above the first line of a list; the heads of columns may lie between."""
    first = min(award.passage for award in one.awards)
    table = paper.passages[first].table
    for at in range(first - 1, -1, -1):
        passage = paper.passages[at]
        if passage.sort in AROUND or (table and passage.table == table):
            continue
        return at if passage.sort is not Sort.ROW and len(passage.text) <= _LONGEST else None
    return None


def _behind(paper: Paper, one: Round) -> Iterator[int]:
    """Yield the passages of prose right behind a list, and its line of a total."""
    last = max(award.passage for award in (*one.awards, *one.apart))
    table = paper.passages[last].table
    left = _BEHIND
    for at in range(last + 1, len(paper.passages)):
        passage = paper.passages[at]
        if passage.sort in AROUND or (table and passage.table == table):
            continue
        if passage.sort not in (Sort.TEXT, Sort.ITEM) or not left or len(passage.text) > _LONGEST:
            return
        left -= 1
        yield at
