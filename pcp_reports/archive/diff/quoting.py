"""The corrections of one paragraph as an officer quotes them: the smallest stretch that is found there once.

Each correction, made in the old text, and all of them together, give the new text; a test holds them to it.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.comparing.words.stretches import Span, spans, tokens
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_QUOTED = 4
"""How many corrections one paragraph bears; one with more is quoted whole."""
_MOST_CHANGED = 0.6
_FEW_TOKENS = 9
_SLIGHT = 2  # characters that are too few to look for in a paragraph: a figure, “of”, a comma
_COMMON = frozenset(
    ("all", "and", "are", "for", "had", "has", "its", "not", "that", "the", "this", "was", "were", "with")
)
_NEAR = re.compile(r"\w")


class How(Enum):
    """What is to be done."""

    REPLACE = "replace"  # for ``old`` read ``new``
    INSERT = "insert"  # after ``old`` insert ``new``
    OMIT = "omit"  # omit ``old``
    WHOLE = "whole"  # for the whole text read ``new``


@dataclass(frozen=True, slots=True)
class Quote:
    """One correction of a text; ``old`` stands in it exactly once."""

    how: How
    old: str
    new: str

    def applied(self, text: str) -> str:
        """Return a text with this correction made, its blanks made even. Raises ValueError where ``old`` is not there."""
        if self.how is How.WHOLE:
            return even(self.new)
        at = _places(text, self.old)
        if not at:
            raise ValueError(self.old)
        end = at[0] + len(self.old)
        put = {How.REPLACE: self.new, How.OMIT: "", How.INSERT: f"{self.old} {self.new}"}[self.how]
        return even(f"{text[: at[0]]}{put}{text[end:]}")


def even(text: str) -> str:
    """Return a text with each stretch of blanks as one, and none at its ends."""
    return " ".join(text.split())


def quotes(old: str, new: str) -> tuple[Quote, ...]:
    """Return the corrections that lead from one text to another; none where they differ in blanks alone."""
    before, after = even(old), even(new)
    if before == after:
        return ()
    made = tuple(_quotes(before, after)) if before and after else ()
    if not made or len(made) > MOST_QUOTED or _all(made, before) != after or any(_is_long(one, before) for one in made):
        return (Quote(How.WHOLE, before, after),)
    return made


def _all(made: Sequence[Quote], text: str) -> str | None:
    """Return the text with all corrections made; None where one of them cannot be found any more."""
    for one in made:
        if len(_places(text, one.old)) != 1:
            return None
        text = one.applied(text)
    return text


def _is_long(one: Quote, text: str) -> bool:
    return len(tokens(text)) >= _FEW_TOKENS and len(one.old) > _MOST_CHANGED * len(text)


def _quotes(old: str, new: str) -> Iterator[Quote]:
    here, there = tokens(old), tokens(new)
    waiting = spans(here, there)
    floor = 0  # the end of the correction before, into which none may reach
    while waiting:
        span, *waiting = waiting
        left = not _NEAR.match("".join((*here[span.first : span.last], *there[span.new_first : span.new_last])))
        while (quote := _quote(here, there, span, floor)) is None:
            wider, waiting = _widened(here, span, waiting, floor, left=left)
            if wider == span:
                return  # there is no more to quote than the whole text
            span, left = wider, not left
        yield quote
        floor = span.last


def _quote(here: list[str], there: list[str], span: Span, floor: int) -> Quote | None:
    """Return the correction of a span, if its words are found once and tell where it is."""
    text = "".join(here)
    out, put = "".join(here[span.first : span.last]).strip(), "".join(there[span.new_first : span.new_last]).strip()
    wanted = even("".join((*here[: span.first], *there[span.new_first : span.new_last], *here[span.last :])))
    if not out:
        anchor = _anchor(here, span.first, floor)
        made = Quote(How.INSERT, anchor, put) if anchor else None
    elif not put:
        made = Quote(How.OMIT, out, "")
    else:
        made = Quote(How.REPLACE, out, put) if not _is_slight(out) or out == text else None
    if made is None or not _NEAR.search(made.old) or (made.new and not _NEAR.search(made.new)):
        return None
    return made if len(_places(text, made.old)) == 1 and made.applied(text) == wanted else None


def _is_slight(words: str) -> bool:
    return len(words) <= _SLIGHT or words.casefold() in _COMMON


def _anchor(here: list[str], first: int, floor: int) -> str:
    """Return the fewest words before a place that stand only there; ``""`` where there are none."""
    text = "".join(here)
    for start in range(first - 1, floor - 1, -1):
        words = "".join(here[start:first]).strip()
        if words and not here[start].isspace() and len(words) > _SLIGHT and len(_places(text, words)) == 1:
            end = len("".join(here[:first]).rstrip())
            return words if _places(text, words)[0] + len(words) == end else ""
    return ""


def _places(text: str, words: str) -> list[int]:
    """Return where words stand in a text, not as a part of a longer word or figure."""
    found = []
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 2]
        if not _joined(before, words[:1]) and not _joined(words[-1:], after[:1]) and not _goes_on(words, after):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _joined(one: str, other: str) -> bool:
    return bool(_NEAR.match(one) and _NEAR.match(other)) or (one in "£$€" and one != "" and other.isdecimal())


def _goes_on(words: str, after: str) -> bool:
    """Return whether a figure goes on behind its point or comma: £5 is not found in £5,000."""
    return words[-1:].isdecimal() and after[:1] in (",", ".") and after[1:].isdecimal()


def _widened(here: list[str], span: Span, waiting: list[Span], floor: int, *, left: bool) -> tuple[Span, list[Span]]:
    """Return a span with the next word on one side, or else on the other; one that meets the next is joined with it."""
    if span.first > floor and (left or span.last == len(here)):
        first = span.first - 1
        while first > floor and here[first].isspace():
            first -= 1
        return Span(first, span.last, span.new_first - (span.first - first), span.new_last), waiting
    last, new_last = span.last, span.new_last
    while last < len(here):
        if waiting and waiting[0].first == last:
            joined, *waiting = waiting
            last, new_last = joined.last, joined.new_last
            break
        last, new_last = last + 1, new_last + 1
        if not here[last - 1].isspace():
            break
    return Span(span.first, last, span.new_first, new_last), waiting
