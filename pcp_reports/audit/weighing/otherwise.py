"""Whether a sum that the lines do not bear out is said, by its own sentence, to be something else than what was given to all of them.

Its sentence may point to the list and still speak of what the projects are worth, of some of them, of another giver's grants, or
of what is spent with the money of others: such a sum is right, and says nothing of the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.words.doubt import ends_in_colon
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.audit.words.not_given import is_put_by, is_rise_or_fall
from pcp_reports.audit.words.other_money import is_of_another_giver, is_worth, takes_others_in
from pcp_reports.audit.words.some_of_them import how_many, is_of_more, is_of_some, leaves_some_out, narrows
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_MOST_LINES = 16  # of more, some come to almost any sum
_MOST_NUMBER = 3  # lines of which all but so few are left open


def is_told_otherwise(paper: Paper, one: Round, row: Weighed, text: str) -> bool:
    """Return whether the sentence ``text`` says of a wrong total that it is no total of the list."""
    total = row.judged.claim.total
    if total is None or total.value is None:
        return False
    if total.text.rstrip().endswith("p"):
        return True  # a price: “60p where sold”, at the head of a magazine
    at = text.find("£", max(text.find(total.text), 0))
    lines = sum(award.counts for award in one.awards)
    if is_rise_or_fall(text, at) or is_put_by(text, at) or is_of_more(text, at, at + len(total.text), lines):
        return True
    if row.heard.heading:
        return False
    if is_worth(text):
        return True
    first = min(award.passage for award in one.awards)
    if row.heard.passage < first or ends_in_colon(text) or row.heard.holds:
        return False
    known = _known(paper, one)
    if leaves_some_out(text) or is_of_some(text) or is_of_another_giver(text, known):
        return True
    return (
        takes_others_in(text, text.find(total.text))
        or _is_added(text, total, row.judged.over.total.pence)
        or _comes_to_some(one, total, text, known)
    )


def _known(paper: Paper, one: Round) -> frozenset[str]:
    """Return the words of the headings over a list and of what stands right above it, in small letters."""
    near = [index for index in one.lead if paper.passages[index].sort in (Sort.HEADING, Sort.TITLE)]
    return frozenset(word for index in (*near, *sorted(one.lead)[-1:]) for word in words_of(paper.passages[index].text))


def _is_added(text: str, total: Claim, pence: int) -> bool:
    """Return whether a sum is what the lines come to with another sum of its own sentence: with what partners put in, say."""
    gap = pence_of(total) - pence
    return gap > 0 and any(
        claim.unit is Unit.MONEY and claim.value is not None and claim.text != total.text and pence_of(claim) == gap
        for claim in find(text)
    )


def _comes_to_some(one: Round, total: Claim, text: str, known: frozenset[str]) -> bool:
    """Return whether some lines come to a sum exactly, and its sentence says how many they are, or has a word that picks them out."""
    amounts = [award.amount.pence for award in one.awards if award.amount is not None and award.counts]
    number = how_many(text)
    if total.kind is not Kind.EXACT or not 1 < len(amounts) <= _MOST_LINES or number >= len(amounts):
        return False
    return (bool(number) or narrows(text, known)) and _reach(amounts, pence_of(total), number)


def _reach(amounts: Sequence[int], pence: int, number: int) -> bool:
    """Return whether so many of the amounts come to a sum; without a number, any of them but not all."""
    reached: set[tuple[int, int]] = {(0, 0)}
    for amount in amounts:
        reached |= {(many + 1, come_to + amount) for many, come_to in reached if come_to + amount <= pence}
    return any((many, pence) in reached for many in ((number,) if number else range(1, len(amounts))))
