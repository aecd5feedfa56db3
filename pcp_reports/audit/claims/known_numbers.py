"""Numbers by a list that are just as many as it has lines: “There were five in the year:”, “Four pieces of work had been paid for: …”.

Where a sentence leads straight to a list, holds it, or gives its very sum, a number in it that is that of the lines is theirs, whatever
it is said to count. It is told as one that agrees; one that is not theirs says nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.bodies import is_dealt_out
from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.words.figures import is_to_the_penny, sums_of
from pcp_reports.audit.words.numbers_told import NUMBER, value_of
from pcp_reports.claims import read
from pcp_reports.passage import Sort
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_FEWEST = 3
_LONGEST = 900
_BEHIND = 8  # passages behind a list in which its sum may be told with its number
_HEDGED = re.compile(
    r"(?i)(?:\b(?:over|about|around|nearly|almost|some|at least|at most|up to|than|another|further|first|last|next|other|or|no|page|paragraph|section|round|top|under|level|phase|table|part|priority|item)|~)\s*$"
)
_OF_ELSE = re.compile(
    r"(?i)^ (?:[\w’'-]+ ){0,2}?(?:years?|months?|weeks?|days?|hours?|sessions?|people|residents|pupils|children|young people|victims|officers|staff|members|volunteers|councillors|judges|wards|districts|meetings?|"
    r"bids|applications|applicants|requests|priorities|aims|criteria|rounds?|per cent|%|times|more|fewer|others?|of (?:the|these|those|them))\b"
)
_COUNTS = re.compile(
    r"(?i)^ (?:[\w’'-]+ ){0,4}?(?:[a-z]{3,}s|work|charities|children|councils)\b|^ (?:in|were|have|has|for|during|,)|^[:,.)]"
)
_THERE = re.compile(r"(?i)\bthere (?:were|are|have been)\b")


def known_numbers(paper: Paper, one: Round, heard: Sequence[Heard], locale: str) -> Iterator[Heard]:
    """Yield the numbers by a list that are those of its lines and that nothing ``heard`` gives."""
    lines = len(one.awards)
    if lines < _FEWEST or one.partial or one.told:
        return
    known = {each.passage for each in heard if each.claim.count is not None}
    for index, sentence in _by_the_list(paper, one, locale):
        if index in known:
            continue
        for match in NUMBER.finditer(sentence.text):
            if value_of(match[0]) == lines and _may_count(sentence.text, match):
                known.add(index)
                yield _heard(sentence, match, index)
                break


def _by_the_list(paper: Paper, one: Round, locale: str) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences that lead straight to a list, that hold it, or that give its very sum, each with its passage."""
    award = min(one.awards, key=lambda each: (each.passage, each.start))
    last = max(each.passage for each in (*one.awards, *one.apart))
    pence = sum(each.amount.pence for each in one.awards if each.amount is not None)
    above = max((index for index in one.lead if index < award.passage), default=-1)
    for index in dict.fromkeys((above, award.passage, *range(last + 1, min(last + 1 + _BEHIND, len(paper.passages))))):
        passage = paper.passages[index]
        if index < 0 or passage.sort is Sort.ROW or len(passage.text) > _LONGEST:
            continue
        sentences = sentences_of(passage.text, locale)
        for number, sentence in enumerate(sentences):
            text = sentence.text
            leads = index == above and number == len(sentences) - 1 and (is_dealt_out(text) or _THERE.search(text))
            end = sentence.start + len(text)
            holds = index == award.passage and sentence.start < award.start < end
            sums = sums_of(sentence)
            exact = is_dealt_out(text) and any(is_to_the_penny(claim, pence) for claim in sums)
            if leads or holds or exact:
                front = text[: award.start - sentence.start] if holds else text
                yield index, replace(sentence, text=front)


def _may_count(text: str, match: re.Match[str]) -> bool:
    """Return whether a number may count those who got something, by what stands beside it."""
    before, behind = text[: match.start()], text[match.end() :]
    return _HEDGED.search(before) is None and _OF_ELSE.match(behind) is None and _COUNTS.match(behind) is not None


def _heard(sentence: Sentence, match: re.Match[str], index: int) -> Heard:
    start = sentence.start + match.start()
    claim = replace(read(str(value_of(match[0]))), text=match[0], noun="grants", start=start, end=start + len(match[0]))
    said = Assertion(count=claim, counts=Counts.GRANTS, count_said=Said(claim, sentence))
    return Heard(said, index, start, bare=True)
