"""Columns whose heading stands beside its cells: set left over sums that are set right, or in the middle over names.

Such a column looks like two that lie beside one another: one with a heading and nothing beneath, one without a heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

_SUM = re.compile(r"[-–(]?(?:£\s?)?\d[\d,]*(?:\.\d+)?(?:k|m)?\)?[.*†‡]*|[-–—]|[Nn]il|£\s?\d.*", re.DOTALL)
_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a stretch holds: the lines that it has cells in, those of its headings, and how many of the others are sums."""

    heads: frozenset[int]
    body: frozenset[int]
    sums: int

    @property
    def of_sums(self) -> bool:
        """Return whether half of what stands in it are sums, headings apart."""
        return 2 * self.sums >= len(self.body)


def with_heads(columns: Sequence[tuple[int, int]], lines: Sequence[Mapping[int, str]]) -> list[tuple[int, int]]:
    """Return the columns, those that are one made one. ``lines`` are the words of each line by column."""
    first = next((at for at, line in enumerate(lines) if at and any(map(_is_plainly_a_sum, line.values()))), 1)
    heads = {at for at, line in enumerate(lines) if at < first or line == lines[0]}
    kept = list(columns)
    held = [_held(column, lines, heads) for column in range(len(columns))]
    at = 0
    while at + 1 < len(kept):
        one, two = held[at], held[at + 1]
        if _are_one(one, two) or (
            _is_headed_by(one, two) and not (at + 2 < len(kept) and _is_headed_by(two, held[at + 2]))
        ):
            kept[at : at + 2] = [(kept[at][0], kept[at + 1][1])]
            held[at : at + 2] = [_Filled(one.heads | two.heads, one.body | two.body, one.sums + two.sums)]
        else:
            at += 1
    return kept


def _held(column: int, lines: Sequence[Mapping[int, str]], over: AbstractSet[int]) -> _Filled:
    """Return what a stretch holds; ``over`` are the lines of the headings, wherever they are printed again."""
    filled = [(at, line[column]) for at, line in enumerate(lines) if column in line]
    heads = frozenset(at for at, words in filled if at in over and _SUM.fullmatch(words) is None)
    return _Filled(
        heads,
        frozenset(at for at, _ in filled) - heads,
        sum(_SUM.fullmatch(words) is not None for at, words in filled if at not in heads),
    )


def _is_plainly_a_sum(words: str) -> bool:
    return any(sign in words for sign in "£,.") and _SUM.fullmatch(words) is not None and words[-1].isdigit()


def _are_one(one: _Filled, two: _Filled) -> bool:
    """Return whether two stretches are the heading of a column of sums and its sums, whichever stands on the left."""
    apart = not (one.heads & two.heads or one.body & two.body)
    headed = bool(one.heads) != bool(two.heads)
    return apart and headed and one.of_sums and two.of_sums and one.sums + two.sums > 1


def _is_headed_by(one: _Filled, two: _Filled) -> bool:
    """Return whether of two stretches one is a heading with nothing beneath it, the other words without a heading."""
    head, words = (one, two) if one.heads else (two, one)
    return 0 in head.heads and not head.body and not words.heads and len(words.body) >= _ROWS
