"""Grants that a figure counts and a list has not, of which the paper says what became: handed back since, kept from print.

“Six grants totalling £19,555 were agreed.” is right above five lines where one of the six “has since withdrawn”. As many are
told of as the list wants; or the very sum that it wants is, and what became of it came later.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from pcp_reports.audit.words.fates import tells_standing
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper

_CLAUSES = re.compile(r"(?<=[.!?;])\s+|\n|, (?:and|but|of which|though|although) | – ")
_NOT = re.compile(
    r"(?i)\b(?:not|never|no longer|nor|cannot|could not|n[o’']t|without|exempt|confidential|pending)\b|n[’']t\b"
)
_SINCE = re.compile(r"(?i)\b(?:since|later|subsequently|afterwards|no longer|after that|thereafter)\b")
_ONE_MORE = re.compile(
    r"(?i)\W*(?:an?|the) (?:further|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[0-9]{1,2}(?:th|st|nd|rd))\b"
)
"""“A seventh, of £200, was handed back.”"""
_MOST_BEFORE = 25  # letters in front of the number that a clause begins with


def is_told_wanting(paper: Paper, one: Round, row: Weighed, more: int) -> bool:
    """Return whether the words around a list say what became of the grants by which a claim has more; ``more`` in pence."""
    made = row.judged.count
    count = row.judged.claim.count
    if row.heard.row or (count is not None and (made is None or not made.verdict.is_wrong or (made.gap or 0) <= 0)):
        return False
    number = int(made.gap or 0) if made is not None else 0
    for clause in _around(paper, one, row):
        if (
            more > 0
            and str(Money(more)) in clause
            and (_SINCE.search(clause) or (_ONE_MORE.match(clause) and tells_standing(clause)))
        ):
            return True
        if number and _begins_with(clause, number) and (_NOT.search(clause) or tells_standing(clause)):
            return True
    return False


def _around(paper: Paper, one: Round, row: Weighed) -> Iterator[str]:
    """Yield the clauses of the passages about a list, and of that which makes the claim, without the lines."""
    lines = {award.passage for award in one.awards}
    for index in dict.fromkeys(chain(one.lead, one.tail, (row.heard.passage,))):
        if index not in lines:
            yield from _CLAUSES.split(paper.passages[index].text)


def _begins_with(clause: str, number: int) -> bool:
    """Return whether a clause begins with a number: “One withdrew”, “of these, two were handed back”."""
    first = clause.lstrip(" ,")
    if number == 1 and (first.casefold().startswith(("one ", "a grant ", "another ")) or _ONE_MORE.match(first)):
        return True
    counts = (claim for claim in find(first) if claim.unit is Unit.COUNT and claim.kind is Kind.EXACT)
    return any(claim.start <= _MOST_BEFORE and claim.value == number for claim in counts)
