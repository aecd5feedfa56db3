"""A text made ready for searching, and the words that stand before a place in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.printed.tongue import Tongue

PUT_IN = "\ufffc"
"""What stands for a placeholder: no figure runs across it or into it."""

BREAK = "\ufdd0"
"""What stands for a blank line, which no figure runs across; it is no character of any text."""

_BLANK_LINE = r"\n[^\S\n]+\n"
_LOOK_BACK = 64
_LAST = 24


@dataclass(frozen=True, slots=True)
class Prose:
    """A text to search: as typed, and in small letters with breaks for blank lines, character for character."""

    text: str
    low: str
    tongue: Tongue
    alone: bool = False  # it is one figure, and what only prose can tell (list numbers, pointers) is not asked


def prepared(text: str, tongue: Tongue, *, alone: bool = False) -> Prose:
    """Return the text made ready for searching."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow as they are made small
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if "\n" in low:
        low = low.replace("\n\n", BREAK + "\n")
        if re.search(_BLANK_LINE, low):
            low = re.sub(_BLANK_LINE, lambda match: BREAK * (len(match[0]) - 1) + "\n", low)
    return Prose(text, low, tongue, alone)


def last_word(low: str, at: int, done: int) -> str:
    """Return the word before ``at``, or nothing; it lies behind ``done``, on this side of any break."""
    begin = at - _LAST
    window = low[max(done, begin) : at]
    if PUT_IN in window or BREAK in window:
        window = behind_breaks(window)
    words = window.rsplit(None, 1)
    return words[-1] if words else ""


def left_words(low: str, at: int, done: int) -> list[str]:
    """Return the words before ``at``, none of them across a break or before ``done``; one empty word if none."""
    window = low[max(done, at - _LOOK_BACK) : at]
    return behind_breaks(window).split() or [""]


def behind_breaks(window: str) -> str:
    """Return what stands behind the last placeholder or blank line of some words."""
    if PUT_IN in window or BREAK in window:
        return window[max(window.rfind(PUT_IN), window.rfind(BREAK)) + 1 :]
    return window


_MOST_BEFORE, _MOST_BEHIND = 5, 8
"""How many words may stand before a figure (“A further”, “the first”) and behind it (“Community Fund projects were chosen”)."""


def is_alone(text: str, start: int, end: int) -> bool:
    """Return whether the text is its one figure with a few words: no digits before it, and no sentence about it."""
    before, behind = text[:start], text[end:]
    return (
        re.search("[0-9]", before) is None
        and len(before.split()) <= _MOST_BEFORE
        and len(behind.split()) <= _MOST_BEHIND
    )
