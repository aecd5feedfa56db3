"""What lists are dotted with, and the words behind a figure that make it an amount, a measure, a time or a date.

One place for all who look for labels: in the lines of a text, and in the paragraphs of Word and of Markdown.
"""

from __future__ import annotations

import re

BULLETS = "•·∙▪▫◦‣⁃●○■□❍❑❖➢➤►▶◆◇✓✔☐☑\ue000-\uf8ff"
"""Signs that a list is dotted with whatever stands around them, for a class of a regular expression; dashes are none."""

# In small letters, as they stand in a sentence: “1.2 Hours worked” begins a paragraph, “1.2 hours” does not.
_UNITS = (
    "million billion thousand hundred per percent percentage noon hour hours hr hrs day days week weeks month months year"
    " years mile miles metre metres time times point points post posts officer officers x"
)
_UNIT = frozenset(_UNITS.split())
_SHORT_UNITS = "m k bn tn % am pm a.m p.m km kg gb fte wte"  # in capitals as well
_SHORT_UNIT = frozenset(_SHORT_UNITS.split())
_SIGNS = "-–—×+=/%&"
_MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b[.,]?"
)
_BEGINS_WITH_MONTH = re.compile(rf"\s*{_MONTH}")
_DATED = re.compile(rf"\s*{_MONTH}\s+(?:19|20)[0-9]{{2}}\b")


def is_measured(words: str) -> bool:
    """Return whether the words behind a figure make it an amount, a measure or a time: “million”, “FTE”, “per cent”."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    bare = first.strip(".,;:)")
    return first[:1] in _SIGNS or bare in _UNIT or bare.casefold() in _SHORT_UNIT


def is_dated(words: str) -> bool:
    """Return whether the words behind a figure make it the day of a date: a month and a year."""
    return _DATED.match(words) is not None


def begins_with_month(words: str) -> bool:
    """Return whether a month stands behind a figure, with a year or without one."""
    return _BEGINS_WITH_MONTH.match(words) is not None
