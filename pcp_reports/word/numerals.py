"""Numbers as Word's lists print them: 1, 01, 1st, a, A, i, I, a bullet, nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BULLET = "•"
_ALPHABET = 26
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# Word itself stops drawing longer ones, and a list that long would be a file made to do harm.
_LONGEST_LETTERS = 780
_PLACE = re.compile("%([1-9])")
_LARGEST_ROMAN = 32_767


def numeral(value: int, form: str) -> str:
    """Return ``value`` as a number format of Word (``w:numFmt``) prints it; a format not known here as digits."""
    printed = _FORMS.get(form, str)
    return printed(value)


def fill_pattern(pattern: str, form: str, counts: Mapping[int, tuple[int, str]], *, legal: bool) -> str | None:
    """Return the label a level prints: its pattern with ``%1`` … ``%9`` filled in; None where it prints nothing.

    ``counts`` gives the count and the number format of each level from 0 up to the paragraph's own.
    """
    if form == "bullet":
        return BULLET

    def put(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at not in counts:
            return ""
        value, own = counts[at]
        return numeral(value, "decimal" if legal and own not in {"none", "bullet"} else own)

    return _PLACE.sub(put, pattern) or None


def _letters(value: int) -> str:
    # After z Word doubles the letter: aa, bb, cc; not aa, ab, ac as a spreadsheet does.
    if not 1 <= value <= _LONGEST_LETTERS:
        return str(value)
    times, letter = divmod(value - 1, _ALPHABET)
    return chr(ord("a") + letter) * (times + 1)


def _roman(value: int) -> str:
    if not 1 <= value <= _LARGEST_ROMAN:
        return str(value)
    digits = []
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        digits.append(letters * times)
    return "".join(digits)


def _ordinal_ending(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "decimalZero": "{:02d}".format,
    "ordinal": lambda value: f"{value}{_ordinal_ending(value)}",
}
