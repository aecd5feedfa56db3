"""Headings that part grants by their size: “Over £1,000”, “£1,000 and under”, “£1,001 to £5,000”. Their sums are nobody's."""

from __future__ import annotations

import re

_SUM = r"£\s?[0-9][0-9,.]*(?:\s?k)?"
_KIND = r"(?:(?:small(?:er)?|large[r]?|main|micro|other|all)\s+)?(?:(?:grants?|awards?)\s+)?(?:of\s+)?"
_BAND = re.compile(
    rf"{_KIND}(?:(?:over|above|under|below|up to|more than|less than|at least|from|not more than)\s+{_SUM}(?:\s+(?:and|or)\s+(?:over|above|under|below|more|less|fewer))?"
    rf"|{_SUM}\s+(?:and|or)\s+(?:over|above|under|below|more|less|upwards)"
    rf"|(?:from\s+|between\s+)?{_SUM}\s*(?:to|and|[-–])\s*{_SUM})\s*:?",
    re.IGNORECASE,
)


def is_size_band(words: str) -> bool:
    """Return whether words say how large the grants beneath them are, and nothing more."""
    return "£" in words and _BAND.fullmatch(words.strip()) is not None
