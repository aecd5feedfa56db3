"""Whom a sentence means by “it”, “the group”, “the club”, where the sentence before it names who but no sum."""

from __future__ import annotations

import re

from pcp_reports.audit.lines import in_small, naming
from pcp_reports.audit.lines.deeds import deed_at
from pcp_reports.audit.lines.sentences import ON_THE_WAY

_BY_KIND = re.compile(
    r"\b[Tt]he\s+(?P<kind>charity|group|club|project|trust|team|school|church|academy|centre|society|association|company|council|forum|hospice|band|choir|hall|theatre|league|network|partnership|foundation)\s+(?=[a-z])"
)
_NEAR = 160
_VERB = re.compile(
    r",?\s+(?=(?:is|are|was|were|has|have|had|will|wants?|plans?|hopes?|aims?|needs?|provides?|runs?|helps?|offers?|works?|brings?|teaches|gives?|supports?)\s)"
)
_SAYS = re.compile(r"\b(?:said|says|added|told|explained)\b")


def meant_by(sentence: str, before: str) -> str:
    """Return the name in the sentence before that another means; empty where it names nobody, or somebody speaks in it.

    “The club” is whoever is called a club there; “it” and “the group” are whom the sentence begins with.
    """
    if "£" in before or _SAYS.search(before):
        return ""
    kind = _BY_KIND.search(sentence[:_NEAR])
    if kind is not None:
        named = re.compile(
            rf"(?:[A-Z][\w’'&.-]*\s+(?:(?:of|and|for|the|in|&)\s+(?=[A-Z])(?:the\s+)?)?){{1,8}}(?i:{kind['kind']})\b"
        )
        found = {naming.without_article(one[0].removeprefix("The ")) for one in named.finditer(before)}
        if len(found) == 1:
            return naming.tidied(found.pop())
    words = ON_THE_WAY.sub("", before.strip())
    deed = deed_at(words)
    told = _VERB.search(words)
    ends = [end for end in (None if deed is None else deed[0], None if told is None else told.start()) if end]
    if not ends:
        return ""
    who = naming.without_article(naming.tidied(words[: min(ends)]))
    if not (naming.is_name(who) or in_small.is_body(who)) or naming.is_generic(who) or naming.is_own_office(who):
        return ""
    return who
