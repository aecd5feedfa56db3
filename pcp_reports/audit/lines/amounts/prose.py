"""Running text that cannot hold a grant line, told by a look at the words about each sum: most sums of a paper are such."""

from __future__ import annotations

import re

from pcp_reports.words import holds_any

_LEANS = re.compile(
    r"\b(?:of|by|than|at|from|was|is|were|are|be|over|under|around|about|approximately|nearly|almost|further|additional|worth|costs?|costing|totalling|just|to|additional|the|a|an|its|their|some|for|in|on|saved|raised|seized)\s$"
)
_WITH_ITS = re.compile(r"\bwith\s+(?:its|their)\s$")
_GIVES = re.compile(
    r"\b(?:a(?:ward|lloc|pprov|gree|nnounc|ccept|ltogether)|b(?:enefit|oost|ack|ring)|c(?:ontribut|ommit|laim|afodd|afwyd|yfanswm)|d(?:onat|istribut|yfarn|erbyn|yran)|each|f(?:und|inanc)|g(?:rant|ave|iv|et|ot\b|o(?:es|ing|ne)?\b|ain|ift)"
    r"|hand|in\sall|invest|m(?:ad|ak)|nawdd|o(?:ffer|btain)|p(?:aid|ay|rovid|resent|ledg)|r(?:eceiv|ho[di]|eleas|ecommend|ecipient)|s(?:upport|ecur|pen|um|uccess|plit|har)|total|us(?:e|ing)|w(?:ent|on|ins?)\b)"
)
_BEFORE, _BEHIND = 110, 90
_SHORTEST = 60
_OTHER_MONEY = ("gbp", "pounds", " tbc", " tba", " nil", "to be confirmed", "to be agreed", "£0", "￡")


def is_prose(text: str) -> bool:
    """Return whether each sum of a text leans on the word before it, and no word about it tells of giving.

    In “the budget of £1.2m for the year” the sum belongs to the sentence; in “Guides £500” it may be a grant. A text
    without a pound sign is not judged.
    """
    if len(text) < _SHORTEST or "£" not in text:
        return False
    low = text.lower()  # a pattern that does not mind capitals takes twice as long
    if holds_any(low, _OTHER_MONEY):
        return False
    at = low.find("£")
    while at >= 0:
        if _LEANS.search(low, max(0, at - 16), at) is None or _WITH_ITS.search(low, max(0, at - 16), at) is not None:
            return False
        if _GIVES.search(low, max(0, at - _BEFORE), at + _BEHIND) is not None:
            return False
        at = low.find("£", at + 1)
    return True
