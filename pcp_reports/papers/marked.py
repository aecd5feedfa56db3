"""Whether a text that is named as Markdown is the words of a page, merely saved so: no mark of Markdown's own, lines as they come.

There every line end was meant, as in a plain text; Markdown would run the lines of such a page together.
"""

from __future__ import annotations

import re
from itertools import pairwise

_MARKS = (
    re.compile(r"^ {0,3}#{1,6}\s+\S", re.MULTILINE),  # a heading
    re.compile(r"^ {0,3}(?:=+|\*{3,}|_{3,})[ \t]*$", re.MULTILINE),  # a line under a heading, or across the page
    re.compile(r"^ {0,3}(?:```|~~~|> )", re.MULTILINE),
    re.compile(
        r"\*\*|__|(?<![*\w])[*_](?=\w)|\]\(|\]\[|`|</?[a-zA-Z!]|&#?\w{2,8};|\\(?:[!-/:-@\[-`{-~]|$)", re.MULTILINE
    ),
    re.compile(r"\S {2,}$", re.MULTILINE),  # a break that was typed
)
_RULE = "|:- \t"  # what the line beneath the headings of a table is made of
_WRAPPED = 160
"""The most letters of a line in a text that anybody wraps by hand: where a line is longer, none was."""


def is_marked(text: str) -> bool:
    """Return whether a text has a mark of Markdown's own; bullets and numbers are everybody's."""
    if any("-" in line and not line.strip(_RULE) for line in text.split("\n")):
        return True
    return any(mark.search(text) is not None for mark in _MARKS)


def is_a_copied_page(text: str) -> bool:
    """Return whether no mark stands in a text, and its lines are whole: rows of cells, or longer than anybody wraps."""
    lines = text.split("\n")
    rows = any("|" in above and "|" in below for above, below in pairwise(lines))
    whole = max(map(len, lines)) > _WRAPPED and any(above.strip() and below.strip() for above, below in pairwise(lines))
    return (rows or whole) and not is_marked(text)
