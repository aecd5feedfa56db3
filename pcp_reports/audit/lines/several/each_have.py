"""Bodies or places counted and named in one sentence, and what each of them gets: “The three areas in A, B and C each have £5”.

Where the number is not that of the names, two of the areas may be in one place, and nothing is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.roles import Role
from pcp_reports.audit.lines.names.rolls import names_apart
from pcp_reports.audit.lines.several.shared import Shared
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines.amounts.roles import Cast

_FEWEST = 3
_LONGEST = 1200
_HEAD = re.compile(
    rf"\W*(?:the\s+|these\s+|our\s+|all\s+)?(?P<number>[2-9]|[1-9][0-9]|{TWO_TO_TWELVE})\s+(?:[a-z][a-z-]*\s+){{0,4}}?[a-z-]+s\s*"
    r"(?:(?:[–—(,:-]\s*)?(?:in|of|at|for|namely|covering)\s+(?:the\s+)?|[–—(,:-]\s*)(?=[A-Z])",
    re.IGNORECASE,
)
_EACH_HAS = re.compile(
    r"\s*[–—),-]?\s*(?:(?:will|are\s+to|is\s+to|have|were|are|was)\s+)?(?:each|all)\s+"
    r"(?:(?:will|to|been|be|of\s+which|have|has)\s+)*"
    r"(?:(?:receiv(?:e|es|ed)|gets?|got|given|awarded|granted|allocated)\s+(?:(?:an?|the|grants?|sums?|awards?|of|funding|up)\s+)*"
    r"|(?:have|has|had)?\s*(?:an?|the|their)?\s*(?:[a-z]+\s+)?(?:grants?|awards?|funding|allocations?)\s+(?:budget\s+)?of\s+)$",
)


def each_have(text: str, casts: Sequence[Cast]) -> Shared | None:
    """Return the one sum of a sentence that each of those have whom it counts and names; None for any other."""
    if (
        len(casts) != 1
        or casts[0].sum.pence is None
        or casts[0].role not in (Role.AWARD, Role.ASIDE)
        or len(text) > _LONGEST
    ):
        return None
    before = text[: casts[0].sum.start]
    head = _HEAD.match(before)
    found = None if head is None else _EACH_HAS.search(before, head.end())
    if head is None or found is None:
        return None
    names = names_apart(before[head.end() : found.start()].strip(" –—(),"))
    if names is None or len(names) < _FEWEST or number_of(head["number"]) != len(names):
        return None
    return Shared(casts[0].sum, names, sure=True)
