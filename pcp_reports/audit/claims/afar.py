"""Sums elsewhere in a paper that are given from the very fund that its only list is of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.beside_list import LONGEST_ABOUT_A_LIST, known_words, passages_behind
from pcp_reports.audit.claims.one_sum import is_near, names_one, the_sum, whole_sum
from pcp_reports.audit.words.names import funds_of, months_of, years_of
from pcp_reports.audit.words.whole import (
    heads,
    is_of_a_part,
    is_of_this_paper,
    without_meeting,
)
from pcp_reports.passage import Sort
from pcp_reports.said import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_ACT = re.compile(r"\b(?:19|20)[0-9]{2} Act\b|\bfrom the fund\b|\b(?:from|through|under) the\b")


def sums_afar(paper: Paper, one: Round, locale: str) -> Iterator[Heard]:
    """Yield the sums elsewhere in the paper that are given from the very fund that its only list is of, and are near to the list's."""
    funds = funds_of([*(paper.passages[index].text for index in one.lead)])
    known = known_words(paper, one)
    own = {*one.lead, *one.tail, *(award.passage for award in (*one.awards, *one.apart)), *passages_behind(paper, one)}
    for at, passage in enumerate(paper.passages if funds else ()):
        if (
            at in own
            or "£" not in passage.text
            or passage.sort not in (Sort.TEXT, Sort.ITEM)
            or len(passage.text) > LONGEST_ABOUT_A_LIST
        ):
            continue
        if not any(name in passage.text for name in funds):
            continue
        for sentence in sentences_of(passage.text, locale):
            told = replace(sentence, text=without_meeting(sentence.text))
            claim = the_sum(told)
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
            if is_near(claim, one) and not names_one(sentence.text, one):
                yield replace(whole_sum(claim, sentence, at, back=True), afar=True)
