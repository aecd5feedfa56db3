"""Where bookmarks lead: to the block that still has their words, else to the one of their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.word.marks import Mark


class Claim(NamedTuple):
    """What a bookmark says: the passage ``at`` is the unit, and how alike the two are."""

    weight: float
    at: int
    unit: int
    mark: Mark
    exact: bool


class Homes:
    """Where a bookmark belongs: the unit that has its digest, else the one of its number."""

    def __init__(self, units: Sequence[Unit], marks: Iterable[Mark]) -> None:
        """Sort the units by what their own bookmarks say; ``marks`` are all those of the edited paper."""
        self.by_nth: dict[tuple[str, int], int] = {}
        self.by_words: dict[tuple[str, str], dict[int, int]] = {}  # number -> place
        for at, unit in enumerate(units):
            if unit.mark is not None and unit.row <= 0:
                self.by_nth.setdefault((unit.mark.entry, unit.mark.nth), at)
                self.by_words.setdefault((unit.mark.entry, unit.mark.words), {})[unit.mark.nth] = at
        built: dict[tuple[str, str], set[int]] = {}
        for mark in marks:
            built.setdefault((mark.entry, mark.words), set()).add(mark.nth)
        # The numbers of the blocks that said the same when they were built, each with its rank.
        self.ranks = {words: {nth: rank for rank, nth in enumerate(sorted(ones))} for words, ones in built.items()}

    def find(self, mark: Mark) -> tuple[int, bool] | None:
        """Return the unit, and whether its words are those that were built; None where the entry prints nothing now."""
        same = self.by_words.get((mark.entry, mark.words)) if mark.words else None
        if same:
            return self._of_alike(mark, same), True
        at = self.by_nth.get((mark.entry, mark.nth))
        return (at, not mark.words) if at is not None else None

    def _of_alike(self, mark: Mark, same: dict[int, int]) -> int:
        """Return which of the units that say the same: the one of its number, else of its rank, else the nearest."""
        if len(same) == 1:
            return next(iter(same.values()))
        ranks = self.ranks[mark.entry, mark.words]
        if ranks.keys() <= same.keys():
            return same[mark.nth]
        if len(ranks) == len(same):
            return same[sorted(same)[ranks[mark.nth]]]
        return same[min(same, key=lambda nth: (abs(nth - mark.nth), nth))]
