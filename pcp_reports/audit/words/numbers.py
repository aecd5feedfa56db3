"""Numbers in words, as lists of grants are told to have so many lines: “six projects”, “the twelve groups”."""

from __future__ import annotations

from pcp_reports.printed.number_words import UNITS

_MOST = 12
TWO_TO_TWELVE = "|".join(word for word, number in UNITS.items() if 2 <= number <= _MOST)  # noqa: PLR2004 - several
"""Alternatives of a pattern, for a number of several."""
ONE_TO_TWELVE = f"one|{TWO_TO_TWELVE}"


def number_of(word: str) -> int:
    """Return the number that a word up to “nineteen” or a figure tells; 0 for any other."""
    low = word.casefold()
    return int(low) if low.isdecimal() else UNITS.get(low, 0)
