"""Which paragraphs of a plain text are headings: short ones that no sentence is, above something they may head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.columns import Table

if TYPE_CHECKING:
    from pcp_reports.papers.paragraph import Paragraph

_LONGEST = 90
_MOST_WORDS = 12
_MOST_NAME_WORDS = 8  # of a name before a colon, which is no sentence
_MOST_LINES = 2
_FEWEST_CAPITALS = 3  # “£5K” is no heading
_AMOUNT = re.compile(r"£\s?\d|\d\s?(?:%|per cent)")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\b|\d{1,2}/\d{1,2}/\d{2,4}|@|https?:|www\.|\b0\d{3,4} ?\d{3}"
)
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "via", "with")
)

CAPITALS, PLAIN, COLON = 1, 2, 3


def heading_level(part: Paragraph, above: Paragraph | Table | None, below: Paragraph | Table | None) -> int:
    """Return the level of a heading from 1, 0 for what is none."""
    text = part.text
    words = text.split()
    if not words or "\n" in text or len(text) > _LONGEST or len(words) > _MOST_WORDS or len(part.lines) > _MOST_LINES:
        return 0
    if not any(char.isalpha() for char in text) or _AMOUNT.search(text) or below is None:
        return 0
    numbered = part.label is not None
    if numbered and not (part.label is not None and part.label.numbered):
        return 0
    if text.isupper() and text[-1] not in ".;," and sum(char.isalpha() for char in text) >= _FEWEST_CAPITALS:
        return 0 if numbered and isinstance(above, type(part)) and _is_alike(part, above) else CAPITALS
    if numbered:
        return PLAIN if _has_parts(part, below) else 0
    if text[-1] == ":":
        return COLON if _is_titled(text[:-1]) and len(words) <= _MOST_NAME_WORDS else 0
    if text[-1] in ".;,!?–—-" or not (text[0].isupper() or text[0].isdigit()) or _DATE.search(text):
        return 0
    return PLAIN if _stands_alone(part, above, below) else 0


def _is_alike(part: Paragraph, above: Paragraph) -> bool:
    """Return whether two numbered lines in capitals follow one another directly: a list in capitals."""
    return above.label is not None and above.label.sort == getattr(part.label, "sort", "") and not part.first.gap


def _has_parts(part: Paragraph, below: Paragraph | Table) -> bool:
    """Return whether the first part of a numbered heading is what follows: “3. Funding” above “3.1 …”."""
    if isinstance(below, Table) or below.label is None or part.label is None or below.label.sort != "dotted":
        return False
    return below.label.series == part.label.typed.strip("(.)") and part.text[-1] not in ".;,"


def _is_titled(text: str) -> bool:
    """Return whether half the words that matter have capitals, as names of funds and titles have and lead-ins have not."""
    telling = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word.casefold() not in _SMALL_WORDS]
    return bool(telling) and sum(word[0].isupper() for word in telling) * 2 >= len(telling)


def _stands_alone(part: Paragraph, above: Paragraph | Table | None, below: Paragraph | Table) -> bool:
    """Return whether a short line heads what is below it: set apart from what is above, and not one of many short lines."""
    apart = above is None or isinstance(above, Table) or part.first.gap > 0 or above.label is not None
    longer = not isinstance(above, Table) and above is not None and len(above.text) > _LONGEST
    if isinstance(below, Table):
        return apart or longer
    if below.first.gap == 0 and below.label is None and len(below.text) <= _LONGEST:
        return False  # a line of an address, of a signature, of a list
    return apart or longer
