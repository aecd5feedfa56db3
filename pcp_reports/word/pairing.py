"""Finds each block of the paper among the items of the finished file: where it should be, changed, elsewhere, or not.

As a rule the blocks stand in the file one after another, exactly: then nothing is searched for. Only a file that
differs pays for a comparison.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.document import BlockKind
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from pcp_reports.document import Block
    from pcp_reports.word.items import Item

_SIMILAR = 0.6  # at least this alike, and in the right place, is the same paragraph with other words
_MOST_TRIES = 50
_WIDEST_GAP = 40


class Found(Enum):
    """How a block was found."""

    EXACTLY = 1
    CHANGED = 2
    ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a block was found: the position among the items, and how."""

    at: int
    how: Found


def pair(
    blocks: Sequence[Block], items: Sequence[Item], taken: Collection[int], *, numbered: bool
) -> list[Pair | None]:
    """Return for each block where it stands among the items that are not taken, or None where it stands nowhere."""
    if not blocks:
        return []
    free = [at for at in range(len(items)) if at not in taken]
    wanted: list[Hashable] = [_block_key(block) for block in blocks]
    there: list[Hashable] = [_item_key(items[at]) for at in free]
    if numbered:
        # Two paragraphs may have the same words; the one that carries a number as it should is meant.
        with_number: list[Hashable] = [
            (key, block.kind is BlockKind.NUMBERED) for key, block in zip(wanted, blocks, strict=True)
        ]
        there_with: list[Hashable] = [(key, items[at].is_number) for key, at in zip(there, free, strict=True)]
        exact = _run(with_number, there_with)
        if exact is not None:
            return [Pair(free[at], Found.EXACTLY) for at in exact]
    exact = _run(wanted, there) or _in_order(wanted, there)
    if exact is not None:
        return [Pair(free[at], Found.EXACTLY) for at in exact]
    return [None if one is None else Pair(free[one.at], one.how) for one in _closest(wanted, there)]


def _block_key(block: Block) -> tuple[bool, str]:
    return block.table is not None, block.text


def _item_key(item: Item) -> tuple[bool, str]:
    return item.rows is not None, item.text


def _places(there: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = {}
    for at, key in enumerate(there):
        places.setdefault(key, []).append(at)
    return places


def _run(wanted: list[Hashable], there: list[Hashable]) -> list[int] | None:
    """Return the places of all the wanted in one unbroken run, or None."""
    for at in _places(there).get(wanted[0], [])[:_MOST_TRIES]:
        if there[at : at + len(wanted)] == wanted:
            return list(range(at, at + len(wanted)))
    return None


def _in_order(wanted: list[Hashable], there: list[Hashable]) -> list[int] | None:
    """Return places of all the wanted in their order, whatever stands between, or None."""
    places = _places(there)
    found: list[int] = []
    for key in wanted:
        after = places.get(key, [])
        at = bisect_left(after, found[-1] + 1 if found else 0)
        if at == len(after):
            return None
        found.append(after[at])
    return found


def _closest(wanted: list[Hashable], there: list[Hashable]) -> list[Pair | None]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a file that differs is compared

    pairs: list[Pair | None] = [None] * len(wanted)
    gaps: list[tuple[range, range]] = []
    for kind, first, last, from_, to in SequenceMatcher(None, wanted, there).get_opcodes():
        if kind == "equal":
            for step in range(last - first):
                pairs[first + step] = Pair(from_ + step, Found.EXACTLY)
        elif kind == "replace":
            gaps.append((range(first, last), range(from_, to)))
    used = {one.at for one in pairs if one is not None}
    loose = {key: [at for at in places if at not in used] for key, places in _places(there).items()}
    for at, key in enumerate(wanted):
        if pairs[at] is None and loose.get(key):
            pairs[at] = Pair(loose[key].pop(0), Found.ELSEWHERE)
    used = {one.at for one in pairs if one is not None}
    for blocks, places in gaps:
        _pair_changed(blocks, [at for at in places if at not in used], wanted, there, pairs)
    return pairs


def _pair_changed(
    blocks: range, places: list[int], wanted: list[Hashable], there: list[Hashable], pairs: list[Pair | None]
) -> None:
    """Pair what is left in one gap by likeness, each block with the first place that is like it."""
    left = [at for at in blocks if pairs[at] is None]
    after = 0
    for at in left:
        for step, place in enumerate(places[after : after + _WIDEST_GAP], after):
            if _alike(wanted[at], there[place]):
                pairs[at] = Pair(place, Found.CHANGED)
                after = step + 1
                break


def _alike(one: Hashable, other: Hashable) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415 - as above

    match one, other:
        case (bool(a), str(text)), (bool(b), str(their)):
            if a != b:
                return False
            compared = SequenceMatcher(None, text, their, autojunk=False)
            return compared.quick_ratio() >= _SIMILAR and compared.ratio() >= _SIMILAR
    return False
