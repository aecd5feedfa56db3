"""A list of who got what under the words that lead to it, its names in small letters: “guides £498, football club £338”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names import in_small, naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast

_FEWEST = 4  # parallel parts; fewer may be anything
_LEAD = re.compile(
    r"(?i)\b(?:recipients?|receiv\w*|beneficiar\w*|benefit\w*|gave|given|awarded|allocated|granted|donat\w+|grants?|awards?|handed|presented|distributed)\b[^:£]*(?:\b(?:were|are|was|is|to|follows?|including|included?|following)\s*:?|:)\s+(?=\S)"
)
_NAME = re.compile(r"(?:the\s+)?[A-Za-z][\w’'&.-]*(?:\s+[\w’'&.-]+){0,5}")
_OPENS = re.compile(r"\s*[(:–-]?\s*$")
_BETWEEN = re.compile(
    r"\s*\)?(?:\s+(?P<what>(?:for|towards?)\s+[^,;£]{2,80}))?\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?P<name>[^,;£]{2,60})",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|raised|raising|cost|costs|spent|paid|made|sold|sales?|takings?|raffle|tombola|bar|entry|entrance|fees?|stalls?|draw|collections?|tickets?|total|balance|income|profit|refreshments|teas|programmes?|adverts?|sponsorship|of|from|by|at|up|down)\b"
)
"""What a list of takings or costs has, and words that no name in small letters holds."""

_GROUPS = re.compile(
    r"(?i)(?:guides|brownies|scouts|cubs|beavers|rainbows|farmers|players|ringers|friends|pensioners|over-60s|rovers|rangers|majorettes|cadets|bowls|football|cricket|rugby|tennis|netball|athletics|gymnastics|twirlers|dancers|singers|toddlers|mothers|men|women|children|gardeners|allotments)$"
)


def small_names(text: str, casts: Sequence[Cast]) -> tuple[tuple[str, str], ...]:
    """Return who and what for of each sum, where names in small letters and sums take turns to the end; else nothing."""
    if len(casts) < _FEWEST or any(one.role is not Role.AWARD or one.sum.pence is None for one in casts):
        return ()
    leads = list(_LEAD.finditer(text, 0, casts[0].start))
    if not leads:
        return ()
    names = [_OPENS.sub("", text[leads[-1].end() : casts[0].start])]
    purposes: list[str] = []
    for number, one in enumerate(casts[1:]):
        between = _BETWEEN.fullmatch(text[casts[number].end : one.start].rstrip(" (:–-"))
        if between is None:
            return ()
        names.append(between["name"])
        purposes.append(between["what"] or "")
    purposes.append("")
    told = [naming.without_article(naming.tidied(name)) for name in names]
    if any(_NAME.fullmatch(name) is None or _NO_NAME.search(name) or naming.is_finance(name) for name in told):
        return ()
    bodies = sum(_is_plainly_one(name) for name in told)
    return tuple(zip(told, purposes, strict=True)) if 2 * bodies > len(told) else ()


def _is_plainly_one(name: str) -> bool:
    """Return whether a name is one beyond doubt: it has capitals, or ends as a body or a group is called."""
    return naming.is_name(name) or in_small.ends_as_body(name) or _GROUPS.search(name) is not None
