"""Headings whose words were broken at the edge of a narrow column: “Organisati on”, “Amount recommende d”.

A PDF prints the pieces beneath one another without a hyphen. They are put together where that makes a word that heads a
column, and one of the pieces heads none.
"""

from __future__ import annotations

import re

from pcp_reports.audit.tables.headings import Holds, holds

_PIECE = re.compile(r"[a-z]+")
_MOST_PIECES = 3


def mended(heading: str) -> str:
    """Return a heading with its broken words whole."""
    if " " not in heading:
        return heading
    words = heading.split(" ")
    made: list[str] = []
    while words:
        first = words.pop(0)
        for number in range(1, _MOST_PIECES):
            pieces = words[:number]
            if len(pieces) == number and first.isalpha() and all(map(_PIECE.fullmatch, pieces)):
                whole = "".join((first, *pieces))
                if _heads(whole) and not (_heads("".join(pieces)) or all(map(_heads, (first, *pieces)))):
                    first, words = whole, words[number:]
                    break
        made.append(first)
    return " ".join(made)


def _heads(word: str) -> bool:
    """Return whether a word by itself heads a column."""
    return holds(word) is not Holds.UNKNOWN
