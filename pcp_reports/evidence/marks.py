"""What stands at a place of an evidence beside its numbers: signs, labels in front of numbers, dates.

Looked up by plain steps: few entries have evidence, and compiling expressions for it would take longer than reading it.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import takewhile


class Sign(Enum):
    """A sign between numbers."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "×"
    DIVIDED = "÷"
    OPEN = "("
    CLOSE = ")"
    EQUALS = "="


# Financial years, spans of years, dates, times, “24/7”, “4x4”; they begin with figures and one of these signs.
_DATED = (
    r"(?:19|20)[0-9]{2}[-–/](?:(?:19|20)?[0-9]{2})\b|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{2}){1,2}\b"
    r"|24/7\b|4x4\b|[0-9]{1,2}:[0-9]{2}\b"
)
_OF_DATES = frozenset("-–/.:x")
_MONTH_NAMES = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
)
_MONTHS = frozenset(_MONTH_NAMES.split())
_NOT_IN_LABELS = frozenset("+×*÷=()£")
DIGITS = tuple("0123456789")
"""The figures a number is made of."""

_WORDS = {"plus": Sign.PLUS, "minus": Sign.MINUS, "times": Sign.TIMES, "x": Sign.TIMES}
_CHARS = {
    "+": Sign.PLUS, "-": Sign.MINUS, "−": Sign.MINUS, "–": Sign.MINUS, "×": Sign.TIMES, "*": Sign.TIMES,
    "/": Sign.DIVIDED, "÷": Sign.DIVIDED, "=": Sign.EQUALS,
}  # fmt: skip
MINUS = ("-", "−", "–")
"""How the sign of subtraction is typed."""
APART = (*MINUS, "/", "x", "X", "plus", "minus", "times")
"""Signs that words may hold, and that must therefore stand apart behind them."""
_NOT_IN_WORDS = ("+", "×", "*", "÷", "=")
SIGNS = _CHARS | _WORDS
"""Each sign as it is typed, words in small letters."""


def begins(words: str) -> bool:
    """Return whether the words begin as arithmetic does: with a number, whatever label, bracket or sign is before it."""
    number = words[_behind_colon(words, 0) :].lstrip("( ")
    if number[:1] in MINUS:
        number = number[1:].lstrip()
    return number.removeprefix("£").removeprefix(" ").removeprefix(".")[:1] in DIGITS


def _behind_colon(words: str, at: int) -> int:
    """Return where the words go on behind a label and its colon (“arrests: 130”), or 0 where no label stands."""
    colon = words.find(":", at)
    if colon < 0 or not words[at].isalpha() or not _NOT_IN_LABELS.isdisjoint(words[at:colon]):
        return 0
    behind = words[colon + 1 :].lstrip()
    return len(words) - len(behind) if behind and words[colon + 1].isspace() else 0


def label_at(words: str, at: int) -> int:
    """Return where the number begins behind a label, or 0 where no label of a number stands."""
    end = _behind_colon(words, at)
    return end if end and words[end] in ("(", "£", "-", *DIGITS) else 0


def is_dated(words: str, at: int) -> bool:
    """Return whether a date or the like stands there: figures, and right behind them what dates are written with."""
    end = at
    while words[end : end + 1].isdecimal():
        end += 1
    return words[end : end + 1] in _OF_DATES and re.match(_DATED, words[at:]) is not None


def sign_at(words: str, at: int) -> tuple[str, int]:
    """Return the sign that stands next, whatever blanks are before it, and where the words go on; no sign is empty."""
    rest = words[at:].lstrip()
    typed = rest[:1]
    if typed not in _CHARS:
        typed = next((word for word in _WORDS if rest[: len(word)].lower() == word), "")
        if rest[len(typed) : len(typed) + 1] not in ("", " ", "£", "(", *DIGITS):
            return "", at
    return typed, len(words) - len(rest[len(typed) :].lstrip())


def sign_behind_words(words: str, at: int) -> str:
    """Return the sign that ends the words before it, as typed, or nothing where none does."""
    rest = words[at:].lstrip()
    if rest[:1] in _NOT_IN_WORDS:
        behind = rest[1:].lstrip()
        ends = behind[:1] in ("", "(", "£", "-", *DIGITS) or _behind_colon(behind, 0)
        return rest[0] if ends else ""
    sign, _, number = rest.partition(" ")
    if sign not in APART or not words[at].isspace():
        return ""
    number = number.lstrip()
    return sign if number.removeprefix("£").removeprefix(" ")[:1] in ("(", *DIGITS) else ""


def names_a_month(name: str) -> bool:
    """Return whether the words behind a number make a date of it: “March”, “rd March”, “th May 2024”."""
    words = name.casefold().split()
    first = words[words[:1] in (["st"], ["nd"], ["rd"], ["th"]) :][:1]
    return bool(first) and "".join(takewhile(str.isalnum, first[0])) in _MONTHS
