"""Bodies told of without a name, in small letters: “£900 to the village school”, “£5,000 to a women's refuge”."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.amounts.masks import MARK
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of

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


_DIVIDED = re.compile(
    rf"(?:(?:A|a)\s+further\s+)?{MARK}\s+(?:(?:will|is|was|has|to|be|been|also)\s+){{1,3}}(?:divided|shared|split|distributed)\b[^.;{MARK}]{{0,80}}?\s(?:between|among|amongst|by|to)\s+(?:the\s+|our\s+)?"
    rf"(?:(?P<number>{TWO_TO_TWELVE}|[0-9]{{1,2}})\s+)?(?P<who>(?:[A-Z][\w’'-]*\s+(?:and\s+)?){{1,5}}[A-Z][\w’'-]*s)\s*[.;,]?\s*$"
)


def divided_in(masked: str) -> tuple[str, int] | None:
    """Return among whom a sum is divided, and how many they are (0: not said); None where no such bodies are named.

    “£160,000 will be divided between the five Community Safety Partnerships”: bodies of one kind, by its name.
    """
    found = _DIVIDED.match(masked)
    if found is None:
        return None
    return found["who"], number_of(found["number"] or "")
