"""Bodies named by their place or their owner, and what they are in small letters: “Elmford village hall”, “the Bees’ winter appeal”."""

from __future__ import annotations

import re

from pcp_reports.printed.patterns import word_set

_BODY_OF = re.compile(
    r"(?P<whose>(?:[Tt]he\s+)?[A-Z][^\s,;:()]*(?:\s+(?:(?:of|and|the|&|on|in|upon|de|la|le)\s+)*[A-Z][^\s,;:()]*){0,5})"
    r"(?:\s+(?!(?:a|an|the|of|for|and|or|in|on|at|to|by|with|from|as|per|is|was|has|who|that)\s)[a-z][\w’'-]*){0,3}?\s+(?P<body>[a-z-]+)"
)
_BODIES = word_set(
    "hall school playgroup pre-school nursery church chapel mosque library museum hospice club group band choir orchestra troop guides"
    " scouts brownies cubs association society theatre charity foodbank allotments orchard carnival festival fete project fund"
    " appeal campaign trust shed pantry almshouses newsletter"
)
_OF_AN_OWNER = word_set("appeal fund campaign charity festival carnival newsletter project")
"""What is named by whose it is, and hardly by where it is: “Elmford village project” may be anything."""

_OWNER = re.compile(r"(?:['’]s|s['’])$")
_GIVER = re.compile(
    r"(?i)\b(?:commissioner|p\.?f?cc|opcc|office|force|police|government|council|county)(?:['’]s|s['’])$"
)
_NO_PLACE = re.compile(
    r"(?:The\s+)?(?:Local|Community|Youth|Voluntary|Small|New|Other|Various|Several|Each|Every|Any|Some|All|Your|Our|This|That|One|Two|Three|Four|Five|Six"
    r"|Work|[A-Z][a-z]+ing|Improve|Refurbish|Repair|Replace|Build|Buy|Provide|Support|Help|Fund|Create|Extend|Run)\b"
)


def is_body_by_place(text: str) -> bool:
    """Return whether words name a body by its place or its owner; a giver's own fund is none."""
    plain = text.strip(" ,.:;")
    found = _BODY_OF.fullmatch(plain)
    if found is None or found["body"] not in _BODIES or _NO_PLACE.match(plain) is not None:
        return False
    if found["body"] not in _OF_AN_OWNER:
        return True
    return _OWNER.search(found["whose"]) is not None and _GIVER.search(found["whose"]) is None
