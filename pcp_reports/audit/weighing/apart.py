"""Whether a figure beside a list stands in a sentence that tells of something else than the list: of another time, of another fund.

A sentence that leads straight to the list, holds it, or is its only lead tells of that list whatever time it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.of_more import lead_sentence, sentence_at
from pcp_reports.audit.words.doubt import ends_in_colon
from pcp_reports.audit.words.other_money import takes_others_in
from pcp_reports.audit.words.told_apart import goes_on, is_of_payment, is_of_what_was_paid, is_told_apart
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper


def is_told_of_else(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a wrong figure stands in a sentence that tells of something else than the list beside it."""
    return stands_apart(paper, one, row, sentence_at(paper.passages[row.heard.passage].text, row.heard.offset))


def stands_apart(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether the sentence ``text`` of a wrong figure tells of something else than the list it stands by."""
    heard = row.heard
    if heard.row or heard.heading or heard.holds or ends_in_colon(text):
        return False
    lead = lead_sentence(paper, one)
    first = min((award.passage, award.start) for award in one.awards)
    above = (heard.passage, heard.offset) < first
    if above and (lead in ("", text) or goes_on(lead)):
        return False
    heads = [
        paper.passages[index].text
        for index in one.lead
        if paper.passages[index].sort in (Sort.HEADING, Sort.TITLE) and index != heard.passage
    ]
    strands = len(one.groups) > 1
    heads += [group.name for group in one.groups if strands and group.name is not None]
    return (
        is_told_apart(text, lead, heads, len(one.awards), strands=strands)
        or is_of_payment(text, paper.passages[heard.passage].text)
        or _is_of_all_spent(row, text)
        or (above and is_of_what_was_paid(text))
    )


def _is_of_all_spent(row: Weighed, text: str) -> bool:
    """Return whether a sum is said to be what is spent with the money of others: “match funding of £5, a total investment of £9”."""
    total = row.judged.claim.total
    return total is not None and takes_others_in(text, text.find(total.text))
