"""Sums that are the list's own in other digits: two of them in each other's place, or the odd pounds left out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.proved import amounts_of
from pcp_reports.audit.claims.subject import is_of_something_else
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.figures import is_swapped, pence_of, unit_of
from pcp_reports.audit.words.grant_words import of_other_money
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.pairs import is_of_giving, is_of_others
from pcp_reports.claims import Kind
from pcp_reports.stated.words import is_awarded

if TYPE_CHECKING:
    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.claims.summing import Summed

_WHO = re.compile(r"\b(?:who|whose|which|that)\b")  # when *they* did something is not when they were given a grant
_OF_A_POT = re.compile(r"(?i)\b(?:available|budget|pot|unspent|remain\w*|left|to give)\b")
_FEWEST = 3
_THOUSAND, _DIGITS = 1000, 10


def is_mistyped(one: Heard, made: Summed) -> bool:
    """Return whether a sum is the list's own but for two digits that stand side by side and have changed places.

    A sum of three digits or more that is said to be given, and is so near to another, is hardly another's.
    """
    said, total = one.claim.total_said, one.claim.total
    amounts = amounts_of(made)
    if said is None or total is None or total.value is None or total.kind is not Kind.EXACT or made.unread:
        return False
    if len(amounts) < _FEWEST or one.claim.covers or is_of_something_else(one.claim) or not is_awarded(said):
        return False
    if is_of_another_time(said.sentence.text) or of_other_money(said.sentence.text):
        return False
    if one.claim.count is not None and one.claim.count.value != len(amounts):
        return False
    told = said.before + said.claim.text + _WHO.split(said.behind)[0]
    if years_of(told) or months_of(told):
        return False
    return is_swapped(pence_of(total), sum(amounts))


def as_rounded(one: Heard, made: Summed, first: int) -> Heard:
    """Return a claim above a list (``first`` is its first passage) with a sum in full thousands, as rounded where the lines come to so much.

    Headlines leave the odd pounds out: “£31,000 awarded”, over grants of £31,260.
    """
    total, actual = one.claim.total, Decimal(made.whole.sum.total.pence) / 100
    if (
        total is None
        or total.value is None
        or total.kind is not Kind.EXACT
        or one.claim.covers
        or one.row
        or one.leading
    ):
        return one
    said = one.claim.total_said
    if one.passage >= first or said is None or not is_awarded(said) or _OF_A_POT.search(said.sentence.text) is not None:
        return one
    if not is_of_giving(said.sentence) or is_of_others(said.sentence) or is_of_something_else(one.claim):
        return one
    unit = unit_of(total.value)
    if (
        (one.claim.firm and not one.heading)
        or unit < _THOUSAND
        or total.value < _DIGITS * unit
        or total.value == actual
    ):
        return one
    if not total.value - unit / 2 <= actual < total.value + unit:
        return one
    rounded = replace(total, kind=Kind.ROUNDED, low=total.value - unit / 2, high=total.value + unit)
    return replace(one, claim=replace(one.claim, total=rounded))
