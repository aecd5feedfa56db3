"""Pairs the rows of an old list with those of a new one: by sure marks first, then by likeness."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

T = TypeVar("T")

MOST_COMPARED = 40_000
"""How many pairs of rows are weighed against each other; beyond, only sure marks pair them."""

Paired = list[tuple[int, int]]
"""Places in the old list and in the new one."""


def pair(
    old: Sequence[T],
    new: Sequence[T],
    marks: Iterable[Callable[[T], Hashable | None]],
    likeness: Callable[[T, T], float],
    least: float,
) -> Paired:
    """Return the pairs, in the order of the old list.

    Each of ``marks`` gives a row's mark, or None for a row without one; rows with the same mark are paired in order,
    the surest marks first. What is left is paired by ``likeness`` (0 to 1), the most alike first, not under ``least``.
    """
    left, right = set(range(len(old))), set(range(len(new)))
    found: Paired = []
    for mark in marks:
        found += _by_mark(old, new, left, right, mark)
    if left and right and len(left) * len(right) <= MOST_COMPARED:
        weighed = sorted(
            (-weight, here, there)
            for here in left
            for there in right
            if (weight := likeness(old[here], new[there])) >= least
        )
        for _, here, there in weighed:
            if here in left and there in right:
                _take(found, left, right, here, there)
    return sorted(found)


def _by_mark(
    old: Sequence[T], new: Sequence[T], left: set[int], right: set[int], mark: Callable[[T], Hashable | None]
) -> Paired:
    waiting: dict[Hashable, list[int]] = {}
    for there in sorted(right, reverse=True):
        waiting.setdefault(mark(new[there]), []).append(there)
    found: Paired = []
    for here in sorted(left):
        name = mark(old[here])
        if name is not None and waiting.get(name):
            _take(found, left, right, here, waiting[name].pop())
    return found


def _take(found: Paired, left: set[int], right: set[int], here: int, there: int) -> None:
    found.append((here, there))
    left.discard(here)
    right.discard(there)


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, by their words."""
    if one == other:
        return 1.0
    here, there = one.casefold().split(), other.casefold().split()
    if not here or not there:
        return 0.0
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0 else 0.0


def out_of_order(order: Sequence[int]) -> set[int]:
    """Return the fewest places of ``order`` that must be taken out for the rest to rise: those that were moved."""
    ends: list[int] = []  # the place of the smallest end of a rising row of each length
    before: dict[int, int | None] = {}
    for place, value in enumerate(order):
        at = bisect_left(ends, value, key=lambda end: order[end])
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    kept = set()
    place_kept = ends[-1] if ends else None
    while place_kept is not None:
        kept.add(place_kept)
        place_kept = before[place_kept]
    return set(range(len(order))) - kept
