"""What the passages right above a list or a table speak of: grants, or other money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.grant_words import gives, is_income, of_other_money, speaks_of_grants_given, strength
from pcp_reports.audit.words.names import last_sentence
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Passage

_NEAREST = 4
_SHORT = 6  # words: “They are:”, “In order of size:”


def speak_of_grants(passages: Sequence[Passage], at: int) -> bool:
    """Return whether the words right above a place, up to the heading that they stand under, speak of grants and of no other money."""
    near: list[str] = []
    for one in reversed(passages[max(0, at - _NEAREST) : at]):
        if one.sort is Sort.ROW:
            break
        near.append(one.text)
        if one.sort in (Sort.HEADING, Sort.TITLE):
            break
    last = near[0] if near else ""
    if (
        _is_of_something_else(last_sentence(last))
        or is_income(last)
        or (of_other_money(last) and not speaks_of_grants_given(last))
    ):
        return False
    return any(strength(text) > 0 for text in near)


def _is_of_something_else(sentence: str) -> bool:
    """Return whether a sentence leads to a list in words of its own, none of which speaks of giving: “The prices quoted to us were:”."""
    return (
        sentence.rstrip().endswith(":")
        and len(sentence.split()) > _SHORT
        and strength(sentence) == 0
        and not gives(sentence)
    )


_COST = re.compile(r"(?i)\bcost(?:s|ing)?\b[^.;:£]{0,30}£[^.;£]*(?:\.[0-9][^.;£]*)?[.:]?\s*$")


def speak_of_their_cost(passages: Sequence[Passage], at: int) -> bool:
    """Return whether the words right above a place close with what the grants cost: “Five were supported, at a cost of £5,000:”."""
    return at > 0 and _COST.search(passages[at - 1].text) is not None and speak_of_grants(passages, at)
