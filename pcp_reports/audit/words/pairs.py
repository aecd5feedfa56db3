"""A sentence that gives a number of grants and a sum, both near those of a list, so that it can hardly mean another list.

“The Commissioner is asked to approve nine grants worth £48,920”, pages before a list of eight that come to £44,420, speaks
of that list: a summary that was not changed with it. Where only one of the two is near, it may be another's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import months_of, years_of
from pcp_reports.claims import Kind, Unit
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from pcp_reports.said import Sentence

_FEWEST = 3
_APART = 4  # of four lines one may be missing or too many, of eight two
_GIVEN = re.compile(
    r"(?i)\b(?:award(?:ed|s|ing)?|grant(?:ed|s|ing)?|giv(?:es?|en|ing)|gave|allocat(?:ed?|es|ing)|approv(?:ed?|es|ing)|distribut(?:ed?|es|ing)|"
    r"fund(?:ed|ing)?|support(?:ed|ing)?|shar(?:ed?|es|ing)|receiv(?:ed?|es|ing)|made|offered|donat(?:ed|es|ing)|invest(?:ed|s|ing)?|"
    r"dyfarn\w*|rhoi|gwerth)\b"
)
_OTHERS = re.compile(
    r"(?i)\b(?:so far|to date|already|previous\w*|last|earlier|others?|another|further|more|each|every|next|would|could|might|request\w*|"
    r"sought|asked for|applied|bids?|up to|of which|of whom|includ\w+|such as|annual\w*|since|also|in addition|declined|refused|rejected|"
    r"unsuccessful|recommend\w*|propos\w+|withdrawn|returned|average|estimated|target|budget|remaining|left|match\w*|compared|against|than)\b|[?“”\"]"
)

_ASKED_TO = re.compile(
    r"(?i)\b(?:(?:is|are) (?:therefore |now )?(?:asked|recommended|requested|invited) (?:to|that)|it is recommended (?:to|that))(?= )"
)
"""Decisions are drafted so: what they ask to be approved is what they list."""


def is_near_pair(sentence: Sentence, lines: int, pence: int) -> bool:
    """Return whether a sentence gives one number of grants and one sum, both near to those of a list, and no other time."""
    text = _ASKED_TO.sub(" to ", sentence.text)
    if lines < _FEWEST or _OTHERS.search(text) or not _GIVEN.search(text) or months_of(text) or years_of(text):
        return False
    sums = [one for one in sentence.claims if one.unit is Unit.MONEY]
    numbers = [one for one in sentence.claims if one.unit is Unit.COUNT and what_it_counts(one) is not None]
    if len(sums) != 1 or len(numbers) != 1:
        return False
    total, count = sums[0], numbers[0]
    if total.value is None or count.value is None or (total.kind, count.kind) != (Kind.EXACT, Kind.EXACT):
        return False
    return is_near(int(count.value) - lines, int(total.value * 100) - pence, lines, pence)


def is_near(more: int, over: int, lines: int, pence: int) -> bool:
    """Return whether a list is missed by a few lines and at most half of its sum (pence): where more are said, no less is said."""
    if abs(more) > max(1, lines // _APART) or 2 * abs(over) > pence:
        return False
    return not (more > 0 > over or more < 0 < over)
