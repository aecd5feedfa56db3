"""Which list of a paper a figure belongs to: what leads to a list and is just what that comes to is said of no other.

A figure that is held against all lists of a paper, or against the list above it, may be that of the list right beneath it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.of_more import sentence_at
from pcp_reports.audit.words.doubt import ends_in_colon
from pcp_reports.audit.words.figures import is_to_the_penny
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Sort
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_OF_ALL = re.compile(
    r"(?i)\b(?:in all|in total|altogether|overall|combined|grand total|together|both (?:lists|rounds|strands|funds|tables|schemes)|"
    r"all (?:the )?(?:\w+ )?(?:lists|rounds|strands|funds|tables|schemes))\b"
)
"""Words by which a figure above a list may be of those behind it, too."""
_CLOSES = re.compile(r"(?i)^\W*(?:(?:the |a |grand |overall |sub-?)*total|sum|cyfanswm)\b[^£.]{0,30}£[0-9][0-9,.]*\W*$")
"""A line that closes the list above it, whatever follows: “Total: £900”."""
_NUMBER_OF = re.compile(
    r"(?i)\bnumber of (?:\w+ )?(?:grants|awards|projects|recipients|groups|organisations)\W*(?:is |was )?$"
)
_POINTS_UP = re.compile(r"(?i)\b(?:above|these|those|listed so far)\b")
"""Words that can mean the list above alone."""


def leads_to_its_own(paper: Paper, row: Weighed, rounds: Sequence[Round], told: Sequence[Telling]) -> bool:
    """Return whether a total that was held against all lists leads to one of them, and is just what that comes to.

    Where its sentence says that it is of all, it is so only if it ends in a colon and gives the number of that list as well.
    """
    total = row.heard.claim.total
    if total is None:
        return False
    text = sentence_at(paper.passages[row.heard.passage].text, row.heard.offset)
    for one, said in zip(rounds, told, strict=True):
        if row.heard.passage not in one.lead or not is_to_the_penny(total, said.summed.whole.sum.total.pence):
            continue
        if _OF_ALL.search(text) is None or (ends_in_colon(text) and any(_counts_to(each, one) for each in find(text))):
            return True
    return False


def _counts_to(figure: Claim, one: Round) -> bool:
    """Return whether a figure is the number of lines that a list has."""
    return figure.unit is Unit.COUNT and figure.value == len(one.awards)


def is_of_the_next(paper: Paper, row: Weighed, at: int, rounds: Sequence[Round]) -> bool:
    """Return whether a figure in prose between a list and the next one is just what the next one comes to.

    It must stand right above that, or in the paragraph that leads to it, or give both its sum and its number; a row of a table
    and a line that closes the list are of the list above them.
    """
    heard = row.heard
    if heard.row or heard.heading or heard.holds or at + 1 >= len(rounds):
        return False
    one, other = rounds[at], rounds[at + 1]
    last, first = max(award.passage for award in one.awards), min(award.passage for award in other.awards)
    passage = paper.passages[heard.passage]
    if not last < heard.passage < first or passage.sort is Sort.ROW or _CLOSES.match(passage.text) is not None:
        return False
    pence = sum(award.amount.pence for award in other.awards if award.amount is not None)
    near = heard.passage == max((index for index in other.lead if index < first), default=-1)
    if near and ends_in_colon(sentence_at(passage.text, heard.offset)):
        return True  # it leads to the next one, and is held against that
    if _POINTS_UP.search(sentence_at(passage.text, heard.offset)) is not None:
        return False
    figures = find(passage.text)
    told = [
        each for each in figures if what_it_counts(each) is not None or _NUMBER_OF.search(passage.text[: each.start])
    ]
    if near and len(told) == 1 and _counts_to(told[0], other) and not _counts_to(told[0], one):
        return True  # its number is that of the next one alone, and its sum is held against that
    total, count = heard.claim.total, heard.claim.count
    if (total is not None and not is_to_the_penny(total, pence)) or (
        count is not None and not _counts_to(count, other)
    ):
        return False
    if not any(is_to_the_penny(figure, pence) for figure in figures if figure.unit is Unit.MONEY):
        return False
    return (near and total is not None) or any(_counts_to(figure, other) for figure in figures)
