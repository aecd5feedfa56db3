"""Whether the words about a list account for what its total is off by: another sum, a correction, grants that come later.

“The council put in the other £7,500.” behind three grants of £12,500 under “£20,000” says what the total takes in; so does “One
award is commercially sensitive” that a grant is wanting, and “the last figure should be £3,000” that the total is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.told.stated import tells_of_more
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE
from pcp_reports.claims import Unit, find
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper

_BEHIND = 2  # passages behind the last of some grants
_LONGEST = 600  # characters of a passage that is a remark on a list
_CORRECTED = re.compile(
    r"(?i)\b(?:should (?:be|read|have been)|correct\w*|amend\w*|revised|mistake|misprint|typing error|rather than|instead of|and not £)"
)
_ELSEWHERE = re.compile(
    r"(?i)\b(?:remaining|outstanding|rest of the) (?:\w+ )?(?:awards|grants|projects|recipients|payments)\b"
    rf"|^\W*(?:one|another|an|a|{TWO_TO_TWELVE})(?: (?:other|further|more))? (?:awards?|grants?|projects?|recipients?)\b[^.£]{{0,60}}\b(?:exempt|confidential|sensitive|withheld|private|part (?:2|ii|two))\b"
    rf"|^\W*(?:{TWO_TO_TWELVE}) (?:other|further|more) (?:awards|grants|projects)\b[^£]*$"
    r"|^\W*the (?:balance|remainder|rest)\b[^£]*$"
)
"""Grants, or a part of the money, that the paper itself says to be elsewhere, or still to come."""

_OTHERS_TOO = re.compile(r"(?i)\bmatch(?:ed|es|ing)?\b")
_OF_MORE = re.compile(
    r"(?i)\s*(?:in (?:total|all) )?(?:awarded |given |paid |spent )?"
    r"(?:(?:for|in|over|during|throughout|across) the (?:\w+ )?(?:year|quarter|period)\b|(?:so far )?this year\b|since\b|to date\b|so far\b|(?:with|once|for the (?:two|three|four|five))\b)"
)
_THOSE = re.compile(r"(?i)^\W*(?:those|the ones) (?:made |given )?(?:for|in|to|from|under)\b")
_THE_REST = re.compile(
    r"(?i)\b(?:other|rest|remaining|remainder|balance|further|additional|also|running|administ\w+|evaluat\w+|fees?)\b"
)
_HAD_THE_REST = re.compile(
    r"(?i)^[^£]*\b(?:the (?:rest|remainder|others)|the other (?:grants|awards)|(?:others|more) (?:are|were|will|have|follow\w*))\b[^£]*$"
)
_OF_WHICH = re.compile(r"(?i)\b(?:of which|including|of it|from)\b[^.£]{0,40}£[0-9][0-9,.]*[0-9]")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z£“‘(])|\n")


def is_told_beside(paper: Paper, one: Round, gap: int) -> bool:
    """Return whether the remarks on a list account for a total that is ``gap`` pence more than its lines (less, where below nought)."""
    behind = _behind(paper, one)
    amounts = [award.amount.pence for award in one.awards if award.amount is not None]
    texts = [paper.passages[at].text for at in behind]
    sums = {pence for text in texts for pence in _sums(text)} - set(amounts)
    if gap in {pence for text in texts for pence in _added(text)} - set(amounts):
        return True
    if one.told and gap < 0 and -gap in {pence for award in one.awards for pence in _held(paper, award.passage)}:
        return True
    if any(_CORRECTED.search(text) for text in texts) and gap in {each - own for each in sums for own in amounts}:
        return True
    if gap <= 0:
        return False
    if one.told and any(tells_of_more(text) or _OTHERS_TOO.search(text) for text in texts):
        return True
    return any(_ELSEWHERE.search(sentence) for text in texts for sentence in _SENTENCES.split(text))


def is_told_of_more(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a total behind lines in one passage is of a longer time, or of other things: “…, making £50,000 for the year”.

    Or whether it is of fewer than are listed, and the next sentence tells of those that it leaves out: “Clubs had the rest.”
    """
    heard, total = row.heard, row.judged.claim.total
    if total is not None and total.value is not None and not heard.row and not row.judged.covers:
        behind = _SENTENCES.split(paper.passages[heard.passage].text[heard.offset :])[1:2]
        if pence_of(total) < row.judged.over.total.pence and any(_HAD_THE_REST.search(text) for text in behind):
            return True
    inside = any(award.passage == heard.passage and award.start < heard.offset for award in one.awards)
    if total is None or not inside:
        return False
    text = paper.passages[heard.passage].text
    at = text.find(total.text, heard.offset)
    return at >= 0 and _OF_MORE.match(text, at + len(total.text)) is not None


def leads_to_some(lead: str) -> bool:
    """Return whether the sentence right above a list picks some out of the grants told of before: “Those for the north:”."""
    return _THOSE.search(lead) is not None


def _behind(paper: Paper, one: Round) -> list[int]:
    """Return the short passages of prose right behind a list."""
    last = max(award.passage for award in (*one.awards, *one.apart))
    found: list[int] = []
    for at in range(last + 1, min(last + 1 + _BEHIND, len(paper.passages))):
        passage = paper.passages[at]
        if passage.sort in (Sort.HEADING, Sort.TITLE, Sort.ROW):
            break
        if passage.sort not in AROUND and len(passage.text) <= _LONGEST:
            found.append(at)
    return found


def _added(text: str) -> Iterator[int]:
    """Yield the sums of the sentences that say them to be the rest of something, or of another kind than the grants."""
    for sentence in _SENTENCES.split(text):
        if _THE_REST.search(sentence) is not None:
            yield from _sums(sentence)


def _held(paper: Paper, at: int) -> Iterator[int]:
    """Yield the sums that a paragraph says to be within that of its grant: “£8,000, of which £3,000 is the mayor’s”."""
    for match in _OF_WHICH.finditer(paper.passages[at].text):
        yield from _sums(match[0])


def _sums(text: str) -> Iterator[int]:
    for claim in find(text) if "£" in text else ():
        if claim.unit is Unit.MONEY and claim.value is not None:
            yield pence_of(claim)
