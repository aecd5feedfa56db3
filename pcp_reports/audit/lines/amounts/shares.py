"""What each of several has of a sum, told in brackets behind it: “£420 across ten villages (Elm £60, all others £40)”.

Only the arithmetic says that the sums in brackets are the shares of the one before them: they come to it, the last of them
once, or once for each of those that no other names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.sums import Sum

_LONGEST = 600
_BRACKET = re.compile(r"\s*\((?P<told>[^()]*)\)[\s.;,]*$")
_FIGURE = re.compile(
    r"(?P<mark>£\s?)?(?<![\w,.])(?P<pounds>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.(?P<rest>[0-9]{1,2}))?(?P<unit>\s?(?:k|m|million))?(?![\w,.]*[0-9])\b",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(r"\b(?:others?|each|every|rest|remaining|per)\b", re.IGNORECASE)
_HOW_MANY = re.compile(rf"\b(?P<many>[0-9]{{1,3}}|{TWO_TO_TWELVE})\s+[a-z]", re.IGNORECASE)
_PLACES = {"": 2, "k": 5, "m": 8, "million": 8}


def without_shares(text: str, sums: Sequence[Sum]) -> tuple[str, Sequence[Sum]]:
    """Return a line and its sums without the bracket at its end that gives the shares of its only other sum."""
    if "(" not in text or not sums or sums[0].pence is None or len(text) > _LONGEST:
        return text, sums
    bracket = _BRACKET.search(text, sums[0].end)
    if bracket is None or any(one.start < bracket.start() for one in sums[1:]) or sums[0].each:
        return text, sums
    shares = [_pence(one) for one in _FIGURE.finditer(bracket["told"]) if one["mark"] or one["unit"]]
    if not shares or not _come_to(sums[0].pence, shares, bracket["told"], text[sums[0].end : bracket.start()]):
        return text, sums
    return text[: bracket.start()], sums[:1]


def _pence(one: re.Match[str]) -> int:
    places = _PLACES[(one["unit"] or "").strip().casefold()]
    return int(one["pounds"].replace(",", "") + (one["rest"] or "").ljust(places, "0"))


def _come_to(whole: int, shares: Sequence[int], told: str, before: str) -> bool:
    """Return whether shares come to the whole: all of them, or the last for each of those that ``before`` counts."""
    if len(shares) > 1 and sum(shares) == whole:
        return True
    counted = _HOW_MANY.search(before)
    if counted is None or _FOR_EACH.search(told) is None:
        return False
    others = number_of(counted["many"]) - len(shares) + 1
    return others > 0 and sum(shares[:-1]) + others * shares[-1] == whole
