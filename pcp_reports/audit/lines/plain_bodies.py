"""Bodies told of without a name, in small letters: “£900 to the village school”, “£5,000 to a women's refuge”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines import naming, splitting

_BODY = re.compile(
    r"\s*to\s+(?P<who>(?:the|a|an|our|one|another)\s+(?:[a-z][\w’'-]*\s+){1,4}?(?:trust|school|college|academy|university|hospital|hospice|church|mosque|temple|chapel|gurdwara|synagogue|library|museum|theatre"
    r"|club|group|charity|refuge|shelter|centre|hall|association|society|choir|band|foodbank|food\s+bank|nursery|playgroup|parish\s+council|town\s+council|district\s+council|borough\s+council|county\s+council"
    r"|youth\s+service|fire\s+service|ambulance\s+service|housing\s+association|enterprise|company|trader|theatre\s+company|farm|gym|team|project))(?=\s*(?:[.,;:)]|$|\s(?:for|to|towards?|in|at|so|which|who|that|and|as|from|on|near|behind)\b))"
)


def plain_body(rest: str) -> tuple[str, str] | None:
    """Return the body in small letters that a sum was given to, and what for; None where the words name none.

    What is one of many (“a local group”) or the giver's own (“the police force”) is none.
    """
    found = _BODY.match(rest)
    if found is None or naming.is_own_office(found["who"]):
        return None
    who = naming.without_article(found["who"])
    if naming.is_generic(who):
        return None
    behind = rest[found.end() :]
    stop = _STOPS.search(behind)
    return who, splitting.purpose_behind(behind if stop is None else behind[: stop.start()])


_STOPS = re.compile(r"[.;]\s")
