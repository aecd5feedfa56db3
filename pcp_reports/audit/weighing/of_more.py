"""Whether a figure that is more than the lines come to is of more than is listed, and the paper says so.

“Six grants worth £19,555 were made; one is not published.” above five lines is right, as is what was approved above a list of
what was paid, or a sum that takes in match funding, another cost, or a grant that was handed back later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.told_beside import is_told_beside, leads_to_some
from pcp_reports.audit.weighing.wanting import is_told_wanting
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper

_NEAR = 6  # passages above the first line of a list
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z£“‘(])|\n")
_BENEATH = re.compile(
    r"(?i)\b(?:paid|payments?|taken up|accepted|claimed|confirmed|completed|remaining|drawn down|those to)\b"
)
_GRANTED = re.compile(r"(?i)\b(?:approved|agreed|offered)\b")
_PARTED = re.compile(r"(?i)\b(?:of (?:them|these|which) (?:to|for|in)|and (?:those|the ones) (?:to|for|in)) ")
_A_PART = re.compile(r"(?i)^\W*(?:the|those) (?:(?:grants|awards) )?(?:to|for|in) |\b(?:those|the ones) (?:to|for|in) ")
_REMAINING = re.compile(r"(?i)\bremaining\b")
_WIDER = re.compile(r"(?i)^\W*total for the (?:whole )?(district|county|borough|city|area|region)\b")
_LEFT_OUT = re.compile(
    r"(?i)\b(?:(?:is|are|was|were) not (?:listed|shown|included|itemised|given here)|(?:list|table|figures?)(?: \w+){0,2} (?:omits?|excludes?|leaves? out)|"
    r"(?:does|do) not (?:include|show|list)|including (?:those|these|them)|(?:omits?|excludes?) \w+ (?:grants|awards|payments|donations))\b"
)
_AND_MORE = re.compile(
    r"(?i)\b(?:grants|awards|projects|schemes)(?: (?:above|below|listed|shown|following))? and (?:on |for )?(?:their|its|the|an?) "
)
"""“… on the grants below and their evaluation”: something is put to the grants."""
_MATCHED = re.compile(r"(?i)^\W*(?:(?:together |along )?with )?match(?:ed)?[ -]funding\b")
_WITH = re.compile(
    r"(?i)^\W*(?:(?:together|along|taken|combined|added|adding) (?:with|to)|counting|including)\b[^£]{1,80}, "
)
"""“Together with those reported in June, the awards come to …”: those are none of the list."""
_COST = re.compile(r"(?i)^\W*total costs?\b")
_COSTS = re.compile(r"(?i)\bcosts? $")

_OVER_YEARS = re.compile(
    r"(?i)\b(?:over|across|for|during) (?:the )?(?:next |coming |last |past )?(?:two|three|four|five|[2-5])(?: financial)? years\b|"
    r"\b(?:two|three|four|five|[2-5]|multi)[- ]?year\b"
)
_OF_ONE_YEAR = re.compile(
    r"(?i)\b(?:first|second|third|this|current|each|every|per|a|in year|year) (?:financial )?(?:year|one|two|three|[1-5])\b|"
    r"\bannual\w*\b"
)


def sentence_at(passage: str, offset: int) -> str:
    """Return the sentence of a passage that has a place in it."""
    stops = [match.end() for match in _STOP.finditer(passage)]
    first = max((stop for stop in stops if stop <= offset), default=0)
    return passage[first : min((stop for stop in stops if stop > offset), default=len(passage))].strip()


def leaves_out(text: str) -> bool:
    """Return whether a sentence says that a list leaves something out, or that its figure takes that in."""
    return _LEFT_OUT.search(text) is not None


def is_of_more(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether a total, in the sentence ``text``, may be of more than is listed, by what the paper says."""
    found = row.judged
    total = found.claim.total
    if total is None or total.value is None:
        return False
    more = pence_of(total) - found.over.total.pence
    if leaves_out(text) or is_told_beside(paper, one, more):
        return True
    if more <= 0:
        return False
    around = [paper.passages[index].text for index in (*one.lead, *one.tail)]
    if _OVER_YEARS.search(text) is not None and _is_of_one_year(paper, one):
        return True
    if any(map(leaves_out, around)) or _is_of_a_wider_place(text, around) or _AND_MORE.search(text) is not None:
        return True
    if _WITH.search(text) is not None and not row.heard.leading:
        return True
    passage = paper.passages[row.heard.passage].text
    if _adds_to_it(more, text, passage) or is_told_wanting(paper, one, row, more):
        return True
    return is_of_what_was_paid(paper, one, row, text)


def _is_of_one_year(paper: Paper, one: Round) -> bool:
    """Return whether a line, or what stands right above the list, says that its sums are those of one year."""
    first = min(award.passage for award in one.awards)
    places = {first - 1, *(award.passage for award in one.awards)} - {-1}
    return any(_OF_ONE_YEAR.search(paper.passages[at].text) is not None for at in places)


def _is_of_a_wider_place(text: str, around: list[str]) -> bool:
    wider = _WIDER.search(text)
    return wider is not None and not any(wider[1].casefold() in words.casefold() for words in around if words != text)


def is_of_what_was_paid(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether the list is of what was paid, taken up or completed, or of some, and a total of what was given before that."""
    lead = lead_sentence(paper, one)
    if lead != text and leads_to_some(lead):
        return True
    if _PARTED.search(text) is not None and _A_PART.search(lead) is not None:
        return True
    if lead == text or not _BENEATH.search(lead) or _GRANTED.search(lead):
        return False
    if _GRANTED.search(text) is not None or _REMAINING.search(lead) is not None:
        return True
    # Of what was given, however that is put, more was given to more: the list has come to fewer of them.
    made = row.judged.count
    return made is not None and made.verdict.is_wrong and (made.gap or 0) > 0 and _BENEATH.search(text) is None


def last_lead(one: Round) -> int:
    """Return the passage right above a list that leads to it; -1 where none does."""
    first = min(award.passage for award in one.awards)
    return max((index for index in one.lead if index < first), default=-1)


def lead_sentence(paper: Paper, one: Round) -> str:
    """Return the sentence right above a list."""
    first = min(award.passage for award in one.awards)
    near = range(max(first - _NEAR, 0), first)  # the names of columns may stand between
    leads = [index for index in near if paper.passages[index].text.rstrip().endswith(":")] or [last_lead(one)]
    if leads[-1] < 0:
        return ""
    text = paper.passages[leads[-1]].text
    return sentence_at(text, len(text.rstrip()) - 1)


def _adds_to_it(more: int, text: str, passage: str) -> bool:
    """Return whether a sum adds something to that of the list, and says so: match funding, or another cost."""
    at = passage.find(str(Money(more)))
    if at < 0:
        return False
    return _MATCHED.search(text) is not None or (
        _COST.search(text) is not None and _COSTS.search(passage[:at]) is not None
    )
