"""Whom a sentence means by “it”, “the group”, “the club”, where the sentence before it names who but no sum."""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.lines.names.before_verb import OBJECT
from pcp_reports.audit.lines.names.subjects import subject_of
from pcp_reports.audit.words.kinds import ONE_OF_THEM

_BY_KIND = re.compile(rf"\b[Tt]he\s+(?P<kind>{ONE_OF_THEM})\s+(?=[a-z])")
_AT = re.compile(
    r"(?:At|In|For)\s+(?:the\s+)?(?P<who>[A-Z][^;:.£]{2,80}?),\s+(?=(?:an?|the|its|there|work|some|one)\s)"
)
"""“At Elm Church, Ferris, a wall is unsafe. There a grant of £900 was made.”"""

_NEAR = 160
_SAYS = re.compile(r"\b(?:said|says|added|told|explained)\b")


def meant_by(sentence: str, before: str) -> str:
    """Return the name in the sentence before that another means; empty where it names nobody, or somebody speaks in it.

    “The club” is whoever is called a club there; “it” and “the group” are whom the sentence begins with.
    """
    if "£" in before or _SAYS.search(before):
        return ""
    there = _AT.match(before) if sentence.startswith("There ") else None
    if there is not None:
        return naming.tidied(there["who"]) if naming.is_name(there["who"]) else ""
    kind = _BY_KIND.search(sentence[:_NEAR])
    if kind is not None:
        named = re.compile(
            rf"(?:[A-Z][\w’'&.-]*\s+(?:(?:of|and|for|the|in|&)\s+(?=[A-Z])(?:the\s+)?)?){{1,8}}(?i:{kind['kind']})\b"
        )
        found = {naming.without_article(one[0].removeprefix("The ")) for one in named.finditer(before)}
        if len(found) == 1:
            return naming.tidied(found.pop())
    if OBJECT.search(before) is not None:
        return ""
    return subject_of(before)
