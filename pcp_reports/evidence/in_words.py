"""Sums that are written in words behind a figure: “sum of 130 arrests and 278 fines (custody system)”.

They look like the name of a source, and are arithmetic that nobody can check until it is typed with its signs.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit, find
from pcp_reports.evidence.arithmetic import Unread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from pcp_reports.claims import Claim

_HINTS = (" and ", " plus ", " together", "sum of", "total of", " a ", " ac ")
_SAID = r"(?i)(?:^|\b)(?:the\s+)?(?:sum|total)\s+of\s+$|\b(?:adding|add)\s+(?:up\s+)?$"
_JOINS = r"(?i)[^\d.;:()]*?(?:\([^()]*\))?\s*(?:,|,?\s*(?:and|plus|together\s+with|&|a|ac))\s+(?:the\s+|a\s+further\s+|another\s+)?"
_PLUS, _TOGETHER = r"(?i)\bplus\b", r"(?i)\btogether\b(?!\s+with)"
_LONGEST = 300
_FEWEST = 2


def sum_in_words(words: str, proved: str, locale: str) -> Unread | None:
    """Return the arithmetic that a source's words are, with what to type in its place, or None where they name a source.

    ``proved`` are the words that it stands behind. Numbers joined by “and” alone are a sum only where they come to the
    number of those.
    """
    if len(words) > _LONGEST or not any(hint in f" {words.casefold()} " for hint in _HINTS):
        return None
    numbers = [one for one in find(words, locale) if one.unit in (Unit.COUNT, Unit.MONEY) and one.kind is Kind.EXACT]
    if len(numbers) < _FEWEST:
        return None
    wanted = next((one.value for one in find(proved, locale) if one.value is not None), None)
    for first in range(len(numbers) - 1):
        joined = _joined(words, numbers[first:])
        if len(joined) >= _FEWEST and _is_sum(words, joined, wanted):
            typed = " + ".join(_named(one) for one in joined)
            return Unread(words, "its sum is written in words", typed)
    return None


def _joined(words: str, numbers: Sequence[Claim]) -> list[Claim]:
    """Return the first number with those that words for adding up join to it, one behind the other."""
    joined = [numbers[0]]
    for one in numbers[1:]:
        if one.unit is not joined[0].unit or re.fullmatch(_JOINS, words[joined[-1].end : one.start]) is None:
            break
        joined.append(one)
    return joined


def _is_sum(words: str, joined: list[Claim], wanted: Decimal | None) -> bool:
    between = (words[one.end : other.start] for one, other in pairwise(joined))
    if re.search(_SAID, words[: joined[0].start]) or re.search(_TOGETHER, words[joined[-1].end :]):
        return True
    if any(re.search(_PLUS, part) for part in between):
        return True
    return wanted is not None and sum(one.value or 0 for one in joined) == wanted


def _named(one: Claim) -> str:
    noun = " ".join(one.noun.split())
    return f"{one.text} ({noun})" if noun else one.text
