"""Two texts word by word: stretches that are the same and stretches that differ, whole words and whole figures."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

# A figure with its sign and unit is one token (£53,879; 12%; £69k), as is a word with its apostrophe or hyphen.
_TOKEN = re.compile(r"[£$€]?\d+(?:[.,:/]\d+)*(?:%|[^\W\d_]{1,2}\b)?|\w+(?:[’'‑-]\w+)*|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w{4}")
_MOST_BETWEEN = 5
MOST_TOKENS = 20_000
"""The longest text, in words and the spaces between, that is compared word by word; a longer one changed as a whole."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the old text and what stands for it in the new one."""

    same: bool
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Span:
    """A change by tokens: those from ``first`` to ``last`` of the old text became those of the new."""

    first: int
    last: int
    new_first: int
    new_last: int


def tokens(text: str) -> list[str]:
    """Return a text as words, figures, signs, and the spaces between; together they are the text."""
    return _TOKEN.findall(text)


def spans(old: list[str], new: list[str]) -> list[Span]:
    """Return where two lists of tokens differ. Changes with no word of weight between them are one."""
    if max(len(old), len(new)) > MOST_TOKENS:
        return [] if old == new else [Span(0, len(old), 0, len(new))]
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    found: list[Span] = []
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag == "equal":
            continue
        span = Span(first, last, new_first, new_last)
        if found and _is_slight(old[found[-1].last : first]):
            before = found.pop()
            span = Span(before.first, last, before.new_first, new_last)
        found.append(span)
    return found


def _is_slight(between: list[str]) -> bool:
    """Return whether words between two changes are so few that both are read as one: “3 of 4”."""
    return len(between) <= _MOST_BETWEEN and not any(map(_WORD.search, between))


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the two texts as stretches in order; all the ``old`` together are the old text, all the ``new`` the new."""
    return tuple(_stretches(tokens(old), tokens(new)))


def _stretches(old: list[str], new: list[str]) -> Iterator[Stretch]:
    here = there = 0
    for one in spans(old, new):
        if one.first > here or one.new_first > there:
            yield Stretch(True, "".join(old[here : one.first]), "".join(new[there : one.new_first]))
        yield Stretch(False, "".join(old[one.first : one.last]), "".join(new[one.new_first : one.new_last]))
        here, there = one.last, one.new_last
    if here < len(old):
        yield Stretch(True, "".join(old[here:]), "".join(new[there:]))
