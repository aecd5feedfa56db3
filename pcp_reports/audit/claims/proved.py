"""Figures in the opening of a paper that another figure, which is the list's own, proves to be meant for the list.

“Six groups have been given £8,420”, over seven lines that come to just that: the number is the list's, and one short.
“Four projects will benefit. … A total of £38,000 was agreed.”, over four lines that come to £33,500: so is the sum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.givers import is_of_another_giver
from pcp_reports.audit.claims.subject import is_of_something_else
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_to_the_penny, numbers_of, sums_of, unit_of
from pcp_reports.audit.words.grant_words import of_other_money
from pcp_reports.audit.words.pairs import is_near, is_near_count, is_of_giving, is_of_others
from pcp_reports.claims import Kind
from pcp_reports.stated.vocabulary import COUNTED
from pcp_reports.stated.words import is_awarded, is_plain_count, what_it_counts, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.claims import Claim
    from pcp_reports.said import Said, Sentence

_FEWEST = 3
_PAIR = 2
_LONG = 5  # lines; a number near that of a shorter list may count anything
_CLOSE = 4  # passages above a list
_CLAUSE = re.compile(r"(?i)[,;:()]|\s[–—-]\s|\b(?:with|while|whilst|but|when|after|as|who|which|that)\b")
_SNUG = Decimal("1.05")  # “over £31,000” of more than that would be put otherwise
_GOT = re.compile(
    r"(?i)\b(?:receiv\w+|gets?|got|won|secured?|(?:been|was|were|is|are|being|be) (?:\w+ )?(?:given|awarded|granted|allocated|handed))\b"
)
_LAST_MONTH = re.compile(r"(?i)\b(?:last|this|in the past) (?:month|quarter)\b")
_LEAST_LIKE, _MOST_LIKE = Decimal("0.5"), Decimal(2)


def is_number_proved(one: Heard, made: Summed) -> bool:
    """Return whether a sentence gives one number and the sum of the list, which so many lines alone cannot come to."""
    said = one.claim.count_said
    if said is None or one.claim.covers or is_of_something_else(one.claim):
        return False
    sentence, count = said.sentence, said.claim
    numbers, sums = numbers_of(sentence), sums_of(sentence)
    amounts = amounts_of(made)
    if (
        len(numbers) != 1
        or len(sums) != 1
        or _are_apart(sentence, count, sums[0])
        or count.kind is not Kind.EXACT
        or count.value is None
        or made.unread
    ):
        return False
    if len(amounts) < _FEWEST or is_of_another_time(sentence.text) or is_of_others(sentence):
        return False
    if not is_near(int(count.value) - len(amounts), 0, len(amounts), sum(amounts)):
        return False
    return is_to_the_penny(sums[0], sum(amounts)) or (
        is_of_giving(sentence) and _is_out_of_reach(sums[0], int(count.value), amounts)
    )


def is_sum_proved(one: Heard, every: Iterable[Heard], made: Summed, first: int) -> bool:
    """Return whether a sum is the only one told before a list (``first`` is its first passage), and the number told is the list's."""
    said = one.claim.total_said
    amounts = amounts_of(made)
    if said is None or one.passage >= first or one.claim.covers or is_of_something_else(one.claim) or made.unread:
        return False
    if len(amounts) < _FEWEST or said.claim.value is None or not is_awarded(said) or not is_of_giving(said.sentence):
        return False
    sentence = said.sentence
    if is_income(said) or of_other_money(sentence.text) or is_of_another_time(sentence.text):
        return False
    if is_of_another_giver(sentence.text, made) or (
        is_of_others(sentence) and not _shares_a_clause(said, len(amounts))
    ):
        return False
    if not _is_like(said.claim, Decimal(sum(amounts)) / 100):
        return False
    before = [other for other in every if other.passage < first]
    sums = {other.claim.total.value for other in before if other.claim.total is not None}
    numbers = {
        other.claim.count.value
        for other in before
        if other.claim.count is not None and other.claim.count.kind is Kind.EXACT
    }
    return len(sums) == 1 and numbers == {len(amounts)} and any(_counts_them(other, len(amounts)) for other in before)


def _are_apart(sentence: Sentence, one: Claim, other: Claim) -> bool:
    """Return whether two figures stand in two clauses: “£9,400 was given, with six groups getting a grant for the first time”."""
    first, second = (one, other) if one.start < other.start else (other, one)
    return _CLAUSE.search(sentence.text[first.end - sentence.start : second.start - sentence.start]) is not None


def is_income(said: Said) -> bool:
    """Return whether a sum was given to somebody who is none of several that get grants: “The scheme has been given £14,300”."""
    return _GOT.search(said.before) is not None and not any(
        word.endswith("s") and word in COUNTED for word in words_of(said.before)
    )


def is_number_alone(one: Heard, every: Iterable[Heard], made: Summed, first: int) -> bool:
    """Return whether a number near that of the lines is the only one of grants told before a list, and stands close above it."""
    said = one.claim.count_said
    lines = len(amounts_of(made))
    if (
        said is None
        or one.claim.total is not None
        or one.claim.covers
        or one.leading
        or is_of_something_else(one.claim)
    ):
        return False
    if (
        not first - _CLOSE <= one.passage < first
        or not is_near_count(_just_now(said.sentence) if one.passage == first - 1 else said.sentence, lines, _LONG)
        or not is_plain_count(said, ())
    ):
        return False
    before = [other for other in every if other.passage < first and other.claim.count is not None]
    return all(other.claim.count is not None and other.claim.count.value == said.claim.value for other in before)


def _just_now(sentence: Sentence) -> Sentence:
    """Return a sentence right above a list without “last month”: what stands there is what was made then."""
    return replace(sentence, text=_LAST_MONTH.sub(" ", sentence.text))


def _shares_a_clause(total: Said, lines: int) -> bool:
    """Return whether as many as a list has lines, and no others, are said to get a sum in the very clause of it."""
    numbers = numbers_of(total.sentence)
    return (
        len(numbers) == 1
        and numbers[0].value == lines
        and len(total.sentence.claims) == _PAIR
        and not _are_apart(total.sentence, numbers[0], total.claim)
    )


def _counts_them(one: Heard, lines: int) -> bool:
    """Return whether a sentence says that as many got something as a list has lines."""
    said = one.claim.count_said
    return (
        said is not None
        and said.claim.value == lines
        and what_it_counts(said.claim) is not None
        and (one.leading or is_of_giving(said.sentence))
        and not is_of_something_else(one.claim)
        and (not is_of_others(said.sentence) or _gives_a_sum(said))
    )


def _gives_a_sum(count: Said) -> bool:
    """Return whether the sentence of a number gives one sum, and both stand in one clause."""
    sums = sums_of(count.sentence)
    return len(sums) == 1 and not _are_apart(count.sentence, count.claim, sums[0])


def amounts_of(made: Summed) -> Sequence[int]:
    """Return what the lines that count come to, each, in pence, the smallest first."""
    return sorted(grant.amount.pence for grant in made.whole.within(()) if grant.counts)


def _is_out_of_reach(claim: Claim, number: int, amounts: Sequence[int]) -> bool:
    """Return whether all lines together are snugly within a rounded sum, and no ``number`` of them, which is fewer, is."""
    if claim.low is None or not 0 < number < len(amounts):
        return False
    low, high = claim.low * 100, (claim.high if claim.high is not None else claim.low * _SNUG) * 100
    return low <= sum(amounts) <= high and sum(amounts[len(amounts) - number :]) < low


def _is_like(claim: Claim, actual: Decimal) -> bool:
    """Return whether a sum is of the size of what the lines come to, and further off than rounding it up or down would be."""
    value = claim.value or Decimal(0)
    return abs(value - actual) >= unit_of(value) and actual > 0 and _LEAST_LIKE <= value / actual <= _MOST_LIKE
