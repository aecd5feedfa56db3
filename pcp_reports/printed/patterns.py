"""Patterns that are compiled when they are first needed, as most papers need few and `check` must start fast; word lists."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern, compiled once."""
    return re.compile(text)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which are easier to read in a line than as a list."""
    return frozenset(text.split())
