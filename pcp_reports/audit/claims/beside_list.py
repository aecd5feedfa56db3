"""Sums that stand right above a list, or right behind it, and speak of all of it, however their sentences put it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.one_sum import is_near, is_of_one_line, names_one, pence_of_list, the_sum, whole_sum
from pcp_reports.audit.pieces.strand_sums import NAME_AND_SUM
from pcp_reports.audit.words.doubt import ends_in_colon, leads
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.pairs import is_near_pair_told
from pcp_reports.audit.words.whole import (
    gathers,
    heads,
    is_of_a_part,
    leads_elsewhere,
    leads_over,
    points_back,
    without_others,
)
from pcp_reports.passage import AROUND, Sort
from pcp_reports.said import sentences_of
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_BEHIND = 2  # passages behind a list, of which the first that gathers it does
LONGEST_ABOUT_A_LIST = 600  # characters of a passage that is about a list
_TENTH = 10
_OF_MORE = re.compile(
    r"(?i)\b(?:rest|others?|more|further|remain\w*|since|later|follow\w*|another|also|too|then|earlier|before|yet)\b"
)
"""Behind it: words of other grants, or of a later time."""
_WERE_MADE = re.compile(
    r"(?i)\b(?:grants|awards|donations) (?:of|totalling|worth|amounting to|coming to|to the value of) £[0-9][0-9,.]* (?:had|have|has|were|was|are)(?: now| all)?(?: been)?"
    r" (?:made|agreed|awarded|given|approved)\b(?! (?:in|at|by|from|to|for|out)\b)"
)
_THIS_ROUND = re.compile(r"(?i)\bin this round\b")


def sums_beside(paper: Paper, one: Round, locale: str, *, only: bool) -> Iterator[Heard]:
    """Yield the sums of the sentences right above a list and right behind it that speak of all of it. ``only``: the paper has no other."""
    above = _above(paper, one)
    if above is not None and _is_about(paper, one, above):
        for sentence in _last(sentences_of(paper.passages[above].text, locale)):
            claim = the_sum(sentence)
            if (
                claim is None
                or names_one(sentence.text, one)
                or leads_elsewhere(sentence.text, claim.end - sentence.start)
            ):
                continue
            pair = is_near_pair_told(sentence, len(one.awards), pence_of_list(one))
            if pair or (_is_head(paper, above) and heads(sentence.text)) or leads_over(sentence.text):
                yield whole_sum(claim, sentence, above, back=False)
        yield from _made_before_last(paper, one, above, locale)
    known = known_words(paper, one)
    for at in passages_behind(paper, one):
        found = [
            (claim, sentence)
            for sentence in sentences_of(paper.passages[at].text, locale)
            if (claim := the_sum(sentence)) is not None
            and not names_one(sentence.text, one)
            and _is_of_the_list(sentence, claim, known, only=only)
            and (points_back(sentence.text) or is_near(claim, one))
            and not is_of_one_line(claim, one)
        ]
        if len(found) == 1:
            yield whole_sum(*found[0], at, back=True)
            break


def known_words(paper: Paper, one: Round) -> frozenset[str]:
    """Return the words of the passages that lead to a list, in lower case."""
    return frozenset(word for index in one.lead for word in words_of(paper.passages[index].text))


def _made_before_last(paper: Paper, one: Round, above: int, locale: str) -> Iterator[Heard]:
    """Yield the sum of a sentence that says what was given, before the last one of the passage right above a list that prints its right total.

    “Grants of £86,900 had been made. This leaves a fair sum for the last quarter.”, and the table. What names another month than
    the headings of the paper may be of an earlier state of it.
    """
    whole = pence_of_list(one)
    if not any(total.claim.value is not None and pence_of(total.claim) == whole for total in one.totals):
        return
    *sentences, last = sentences_of(paper.passages[above].text, locale) or (None,)
    if last is None or len([each for each in (*sentences, last) if _WERE_MADE.search(each.text)]) != 1:
        return
    for number, sentence in enumerate(sentences):
        behind = [*sentences[number + 1 :], last]
        claim = the_sum(sentence) if _WERE_MADE.search(sentence.text) is not None else None
        if claim is None or any(
            "£" in each.text or leads(each.text) or points_back(each.text) or _OF_MORE.search(each.text)
            for each in behind
        ):
            continue
        titles = " ".join(
            each.text.title() for each in paper.passages[:above] if each.sort in (Sort.HEADING, Sort.TITLE)
        )
        near = abs(pence_of(claim) - whole) * _TENTH <= whole
        if near and months_of(sentence.text) <= months_of(titles) and not names_one(sentence.text, one):
            yield whole_sum(claim, sentence, above, back=False)


def _is_of_the_list(sentence: Sentence, claim: Claim, known: frozenset[str], *, only: bool) -> bool:
    """Return whether a sentence right behind a list speaks of all of it."""
    text = sentence.text
    if is_of_a_part(text) or not years_of(text) <= years_of(" ".join(known)) or ends_in_colon(text):
        return False
    if points_back(text):
        return True
    here = only or _THIS_ROUND.search(text) is not None
    return here and not _names_a_month(text) and gathers(without_others(text, claim.start - sentence.start), known)


def _names_a_month(text: str) -> bool:
    return bool(months_of(text))


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
        return at if passage.sort is not Sort.ROW and len(passage.text) <= LONGEST_ABOUT_A_LIST else None
    return None


def passages_behind(paper: Paper, one: Round) -> Iterator[int]:
    """Yield the passages of prose right behind a list, and its line of a total."""
    last = max(award.passage for award in (*one.awards, *one.apart))
    table = paper.passages[last].table
    left = _BEHIND
    for at in range(last + 1, len(paper.passages)):
        passage = paper.passages[at]
        if passage.sort in AROUND or (table and passage.table == table):
            continue
        if passage.sort not in (Sort.TEXT, Sort.ITEM) or not left or len(passage.text) > LONGEST_ABOUT_A_LIST:
            return
        left -= 1
        yield at
