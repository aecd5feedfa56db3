"""Sums close together of which one is nearly what the others come to: two of its digits have changed places.

No words need close such a set: that figures of five digits or more agree so by chance does not happen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.slips import is_swapped
from pcp_reports.audit.made_up.words import OPEN, TOTALLING
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST = 8
_REACH = 4  # passages that give sums
_FURTHEST = 10  # passages
_LEAST = 1_000_000  # pence: of smaller sums many are like each other
_SHARED = 3
_WORD = re.compile(r"[^\W\d_]{5,}")


def near_in(paper: Paper, every: Sequence[tuple[Figure, ...]]) -> Iterator[MadeUp]:
    """Yield the wholes of a paper that are what some sums beside them come to, but for two digits."""
    giving = [at for at, figures in enumerate(every) if figures]
    for number, at in enumerate(giving):
        figures = every[at]
        if len(figures) > _FEWEST:
            yield from _in_one(paper, figures)
        behind = [index for index in giving[number + 1 : number + 1 + _MOST] if index - at <= _FURTHEST + _MOST]
        before = [index for index in giving[max(0, number - _MOST) : number] if at - index <= _FURTHEST + _MOST]
        yield from _led(every, at, behind)
        yield from _behind(paper, every, at, before)
        if len(figures) == 1:
            yield from _elsewhere(paper, every, at, [*before[-_REACH:], *behind[:_REACH]])


def _in_one(paper: Paper, figures: Sequence[Figure]) -> Iterator[MadeUp]:
    """Yield a sum and those that follow it in one paragraph."""
    text = paper.passages[figures[0].passage].text
    for at, whole in enumerate(figures):
        if not _is_long(whole):
            continue
        for last in range(at + 1 + _FEWEST, min(len(figures), at + 1 + _MOST) + 1):
            yield from _swapped(text, whole, figures[at + 1 : last])


def _swapped(text: str, whole: Figure, parts: Sequence[Figure]) -> Iterator[MadeUp]:
    if not is_swapped(whole.pence, sum(part.pence for part in parts)):
        return
    first, last = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    if OPEN.search(text, first, last) is None:
        yield MadeUp(whole, tuple(parts), Shut.SLIP)


def _led(every: Sequence[tuple[Figure, ...]], at: int, behind: Sequence[int]) -> Iterator[MadeUp]:
    """Yield the last sum of a passage with the first of each that follows."""
    whole = every[at][-1]
    if _is_long(whole):
        yield from _grown(whole, [every[index][0] for index in behind])


def _behind(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int, before: Sequence[int]) -> Iterator[MadeUp]:
    """Yield a sum that is called a total with those before it: all in its own passage, of the others the first of each."""
    text, own = paper.passages[at].text, every[at]
    for number, whole in enumerate(own):
        told = text[own[number - 1].end if number else 0 : whole.start]
        if _is_long(whole) and TOTALLING.search(told) is not None:
            firsts = [*reversed(own[:number]), *(every[index][0] for index in reversed(before))]
            yield from _grown(whole, firsts[:_MOST])


def _grown(whole: Figure, firsts: Sequence[Figure]) -> Iterator[MadeUp]:
    """Yield the sets of two, three and more of the sums that come to the whole but for two digits."""
    for number in range(_FEWEST, len(firsts) + 1):
        parts = sorted(firsts[:number], key=lambda one: (one.passage, one.start))
        if is_swapped(whole.pence, sum(part.pence for part in parts)):
            yield MadeUp(whole, tuple(parts), Shut.SLIP)


def _elsewhere(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int, near: Sequence[int]) -> Iterator[MadeUp]:
    """Yield the only sum of a passage with all sums of one close by that speaks of the same things."""
    whole = every[at][0]
    if not _is_long(whole) or paper.passages[at].sort is Sort.ROW:
        return
    for index in near:
        parts = every[index]
        if not _FEWEST <= len(parts) <= _MOST or not is_swapped(whole.pence, sum(part.pence for part in parts)):
            continue
        words = [set(_WORD.findall(paper.passages[each].text.casefold())) for each in (at, index)]
        if len(words[0] & words[1]) >= _SHARED:
            yield MadeUp(whole, parts, Shut.SLIP)


def _is_long(one: Figure) -> bool:
    return one.full and one.pence >= _LEAST
