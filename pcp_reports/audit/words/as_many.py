"""A sentence that gives a sum to as many bodies as a list has lines, so that it can hardly mean another list.

“The Commissioner has awarded £41,300 to nine projects”, paragraphs above a list of nine, speaks of that list.
"""

from __future__ import annotations

import re

from pcp_reports.audit.words.kinds import MANY_OR_GIFTS
from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.audit.words.phrases import GIVES
from pcp_reports.claims import read

_FEWEST = 3
_GIVES = re.compile(
    rf"(?i)\b(?:award(?:ed|s|ing)?|grant(?:ed|s|ing)?|{GIVES})\b"
    r"(?: \w+){0,3} £[0-9][0-9,]*(?:\.[0-9]{2})?(?: of (?:it|this|that))? (?:to|between|among|amongst|across) (?:the |these )?"
    rf"([a-z]+|[0-9]{{1,3}}) (?:\w+ ){{0,3}}?(?:{MANY_OR_GIFTS}|boroughs|districts|parishes)\b"
)
_NO_WHOLE = re.compile(
    r"(?i)\b(?:so far|to date|already|previous\w*|last|earlier|first|second|other|others|another|further|further\w*|more|each|every|next|"
    r"recommend\w*|propos\w+|plan\w*|hopes?|could|would|may|might|request\w*|sought|asked|applied|bids?|up to|of which|of whom|including|"
    r"such as|annual\w*|since|also|addition\w*|new)\b|\?|[“”\"]"
)
_COUNCILS = re.compile(r"(?i)\b(?:boroughs|councils|districts|parishes|schools|partnerships)$")

_TOGETHER = re.compile(
    r"(?i)(?:together|between them|altogether|in (?:all|total)),? they (?:will |have |are to |can )?(?:all )?"
    r"(?:receive[ds]?|shared?|get|got|be given|been (?:given|awarded|granted)|benefit(?:ted)? from) (?:a total of )?£"
)


def gives_to_as_many(text: str, lines: int) -> bool:
    """Return whether a sentence gives one sum to exactly as many as a list has lines, and names no other time or part."""
    if lines < _FEWEST or text.count("£") != 1 or _NO_WHOLE.search(text) or months_of(text) or years_of(text):
        return False
    match = _GIVES.search(text)
    return match is not None and read(match[1]).value == lines


def receives(noun: str) -> bool:
    """Return whether the noun of a count is one of public bodies that may receive grants: “parish councils”."""
    return _COUNCILS.search(noun.strip()) is not None


def sums_up_those_before(text: str) -> bool:
    """Return whether a sentence says what those counted in the one before it get: “Together they receive £9,000”."""
    return _TOGETHER.match(text.lstrip()) is not None and text.count("£") == 1
