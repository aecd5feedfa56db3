"""Patterns that are compiled when they are first needed: most papers need few of them, and `check` must start fast."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern, compiled once."""
    return re.compile(text)
