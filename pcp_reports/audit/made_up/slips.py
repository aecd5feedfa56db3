"""Two digits that changed places, as people mistype them: £519,384 for £591,384."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHANGED = 2
_FURTHEST = 2  # places between the two digits: beside each other, or with one between
_FEWEST_DIGITS = 5  # besides the noughts at the end: of shorter figures many are like each other by chance


def is_swapped(one: int, other: int, fewest: int = _FEWEST_DIGITS) -> bool:
    """Return whether two sums in pence are the same but for two digits close together, and long enough to tell.

    ``fewest`` digits, besides the noughts at the end, must one of them have.
    """
    first, second = str(one), str(other)
    if len(first) != len(second) or max(len(first.rstrip("0")), len(second.rstrip("0"))) < fewest:
        return False
    places = [at for at, (left, right) in enumerate(zip(first, second, strict=True)) if left != right]
    if len(places) != _CHANGED or places[1] - places[0] > _FURTHEST:
        return False
    return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]


def swapped_part(parts: Sequence[int], whole: int) -> int | None:
    """Return which of the parts makes the whole with two digits beside each other changed round; None where none does."""
    gap = whole - sum(parts)
    fitting = [
        at
        for at, part in enumerate(parts)
        if part + gap > 0 and is_swapped(part, part + gap) and _are_beside(part, part + gap)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _are_beside(one: int, other: int) -> bool:
    places = [at for at, (left, right) in enumerate(zip(str(one), str(other), strict=True)) if left != right]
    return places[1] - places[0] == 1
