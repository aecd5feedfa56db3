"""Figures that another figure beside them shows to be the list's: “Ten grants were made. They come to £121,900” over a list of £121,900.

A sum that is the list's to the penny is hardly another's; the number in that sentence, or in the one before or behind it, is
then the list's as well. In the same way a number of grants in one sentence with one sum vouches for that sum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.digits import as_rounded, is_mistyped
from pcp_reports.audit.claims.foremost import is_foremost, sums_above
from pcp_reports.audit.claims.proved import is_number_alone, is_number_proved, is_sum_proved
from pcp_reports.audit.claims.subject import is_of_something_else
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_to_the_penny, numbers_of, sums_of
from pcp_reports.audit.words.pairs import is_near, is_near_count
from pcp_reports.audit.words.phrases import COMES_TO, IN_ALL
from pcp_reports.stated.words import is_plain_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.said import Said, Sentence

_FEWEST = 3
_SUMS_UP = re.compile(rf"(?i)\b(?:worth|valued at|totall?ing|(?:total|value|cost|sum) of|{COMES_TO}|{IN_ALL})[\s,:(]*$")


def witnessed(heard: Iterable[Heard], made: Summed, first: int, opening: frozenset[int] = frozenset()) -> list[Heard]:
    """Return the claims, those that another vouches for as firm.

    ``first`` is the first passage of the list, ``opening`` those that open a paper about it alone.
    """
    every = [as_rounded(one, made, first) for one in heard]
    sums = [one for one in every if _is_the_sum(one, made)]
    above = sums_above(every, first)
    made_firm: list[Heard] = []
    for one in every:
        if (
            is_number_proved(one, made)
            or is_sum_proved(one, every, made, first)
            or is_mistyped(one, made)
            or is_foremost(one, made, opening, above)
        ):
            made_firm.append(replace(one, claim=replace(one.claim, firm=True), vouched=True))
        elif is_number_alone(one, every, made, first):
            right_above = one.passage == first - 1
            made_firm.append(replace(one, claim=replace(one.claim, firm=True), vouched=right_above))
        else:
            made_firm.append(_vouched(one, sums, made))
    return made_firm


def _is_the_sum(one: Heard, made: Summed) -> bool:
    """Return whether a claim gives what the whole list comes to, to the penny."""
    total = one.claim.total
    return (
        total is not None
        and is_to_the_penny(total, made.whole.sum.total.pence)
        and (one.claim.total_said is not None or one.row)
        and not made.unread
    )


def _vouched(one: Heard, sums: Sequence[Heard], made: Summed) -> Heard:
    claim = one.claim
    if claim.count_said is not None and claim.total is None and not one.leading:
        # away from the list a number is its own only where the paper gives the list's sum as well
        near = bool(sums) and is_near_count(claim.count_said.sentence, made.whole.sum.grants)
        if near or one.afar:
            return replace(one, claim=replace(claim, firm=near))
    if claim.firm or claim.covers or is_of_something_else(claim):
        return one
    if claim.count_said is not None and claim.total is None and _is_near(one, made):
        beside = (other for other in sums if other.passage == one.passage and other.claim.total_said is not None)
        others = list(beside)
        if any(_stand_together(claim.count_said, other.claim.total_said) for other in others):
            return _firm(one, claim.count_said)
        if one.around and any(other.back for other in others):
            made_firm = _firm(one, claim.count_said)
            return replace(made_firm, vouched=made_firm.claim.firm)
    if claim.total_said is not None and _has_the_number(claim.total_said, made):
        return _firm(one, claim.total_said)
    return one


def _is_near(one: Heard, made: Summed) -> bool:
    """Return whether a number is not far from that of the lines: one of the office's staff is none of them."""
    count, lines = one.claim.count, made.whole.sum.grants
    if count is None or count.value is None or lines < _FEWEST:
        return False
    return is_near(int(count.value) - lines, 0, lines, made.whole.sum.total.pence)


def _stand_together(count: Said, total: Said | None) -> bool:
    """Return whether two figures stand in one sentence, or in two that follow one another."""
    if total is None:
        return False
    first, second = sorted((count.sentence, total.sentence), key=lambda one: one.start)
    return first.start + len(first.text) >= second.start


def _has_the_number(total: Said, made: Summed) -> bool:
    """Return whether a sentence gives a sum, no other, of as many grants as there are lines: “nine grants …, at a cost of £23,970”."""
    sentence = total.sentence
    lines = made.whole.sum.grants
    if lines < _FEWEST or _SUMS_UP.search(total.before) is None:
        return False
    sums, numbers = sums_of(sentence), numbers_of(sentence)
    return len(sums) == len(numbers) == 1 and numbers[0].value == lines and _is_of_grants(sentence)


def _is_of_grants(sentence: Sentence) -> bool:
    return re.search(r"(?i)\b(?:grants|awards|donations|gifts)\b", sentence.text) is not None


def _firm(one: Heard, said: Said) -> Heard:
    """Return the claim as firm, unless its own sentence may speak of another time."""
    if is_of_another_time(said.sentence.text):
        return one
    if one.claim.count_said is said and not is_plain_count(said, ()):
        return one
    return replace(one, claim=replace(one.claim, firm=True))
