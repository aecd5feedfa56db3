"""Names that a sentence writes partly in small letters: “the Elm village hall committee”, “the 5MW Oak solar farm”.

A list may not be read so: only where a verb of giving or getting says that the words name who got a sum.
"""

from __future__ import annotations

import re

from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.words.kinds import ONE
from pcp_reports.printed.patterns import word_set

_WORD = re.compile(r"[^\s,;:()\[\]“”\"]+")
_MOST = 9
_NO_NAME = word_set(
    "is was were are be been being has have had will would could should may might can did does do that which who whom this these those there"
    " then than when while because since if so it they we he she you his her their my me said also to for from by with into about over under"
    " police county district borough local commissioner government force"
)


def is_body(words: str) -> bool:
    """Return whether the words are a name and what it is the name of, the latter in small letters.

    They hold a word with a capital that does not begin a sentence, end as a body is called, and are no sentence.
    """
    found = _WORD.findall(words)
    if found and found[0].lower() in {"the", "a", "an"}:
        found = found[1:]
    if not 2 <= len(found) <= _MOST or found[-1].lower() not in ONE:  # noqa: PLR2004 - a name and a body
        return False
    if any(word in _NO_NAME for word in found):
        return False
    return any(word[:1].isupper() for word in found) and not naming.is_own_office(words)


def ends_as_body(words: str) -> bool:
    """Return whether the last word is what a body is called: “football club”."""
    found = words.split()
    return bool(found) and found[-1].lower() in ONE
