"""The sum that each of those listed below a sentence gets: “Six grants of £500 each were made. They went to:”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.several.run_on import SPEAKS
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pcp_reports.claims import Claim

_PLURAL_OF = re.compile(r"\b(?:grants|awards|donations|gifts|payments|sums)\s+of\s+$", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:to|(?:they|these|those|which|who)\s+(?:were|are)|follow(?:s|ing)|recipients|groups|projects|clubs|charities|organisations|schools|sef|made|agreed|approved|awarded|given|received|got|get|gets|receive)\b[^.;£]{0,60}:\s*$",
    re.IGNORECASE,
)
_FOR_EACH_OF = re.compile(r"\s+(?:to|for)\s+each\s+of\b", re.IGNORECASE)
_EACH_OF = re.compile(
    r"\beach\s+(?:of\s+[^£.;:]{2,60}|[a-z]+\s+(?:received|was\s+given|got|gets|has)\s+(?:a\s+grant\s+of\s+)?)$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[a-z)]\.\s+(?=[A-Z])")
_NO_GRANT = re.compile(
    r"\b(?:fines?|penalt(?:y|ies)|loans?|fees?|tickets?|salar(?:y|ies)|allowances?|budgets?)\b", re.IGNORECASE
)


def each_of(text: str, locale: str = "en_GB") -> tuple[Money, Claim | None] | None:
    """Return the sum that each of those listed below gets; None where the text leads to no such list.

    A text with several sums has one that is “each”; one with a single sum may speak of “grants of £500” as well.
    """
    if not text.rstrip().endswith(":") or "£" not in text or SPEAKS.search(text) is None:
        return None
    sums = sums_in(text, locale=locale)
    each = [
        one
        for one in sums
        if one.each
        or _FOR_EACH_OF.match(text, one.end)
        or _EACH_OF.search(text[: one.start]) is not None
        or (len(sums) == 1 and _PLURAL_OF.search(text[: one.start]) is not None)
    ]
    if len(each) != 1 or each[0].pence is None or _NO_GRANT.search(text) is not None:
        return None
    if _STOP.search(text, each[0].end) is not None and _LEADS.search(text) is None:
        return None  # the sum belongs to a sentence before, and this one leads to something else
    return Money(each[0].pence), each[0].claim
