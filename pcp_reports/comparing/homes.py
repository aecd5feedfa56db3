"""Where bookmarks lead: to the block that still has their words, else to the one of their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.comparing.units import Unit
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
        self.by_entry: dict[str, list[tuple[int, Mark]]] = {}
        for at, unit in enumerate(units):
            if unit.mark is not None and unit.row <= 0:
                self.by_entry.setdefault(unit.mark.entry, []).append((at, unit.mark))
        self.alike: dict[tuple[str, str], list[int]] = {}  # the numbers of the blocks that said the same
        for mark in marks:
            known = self.alike.setdefault((mark.entry, mark.words), [])
            if mark.nth not in known:
                known.append(mark.nth)

    def find(self, mark: Mark) -> tuple[int, bool] | None:
        """Return the unit, and whether its words are those that were built; None where the entry prints nothing now."""
        own = self.by_entry.get(mark.entry, [])
        same = [(one.nth, at) for at, one in own if mark.words and one.words == mark.words]
        if same:
            return self._of_alike(mark, sorted(same)), True
        nth = next((at for at, one in own if one.nth == mark.nth), None)
        return (nth, not mark.words) if nth is not None else None

    def _of_alike(self, mark: Mark, same: list[tuple[int, int]]) -> int:
        """Return which of the units that say the same: the one of its number, else of its rank, else the nearest."""
        built = sorted(self.alike[mark.entry, mark.words])
        if not {nth for nth, _ in same}.issuperset(built) and len(built) == len(same):
            return same[built.index(mark.nth)][1]
        return min((abs(nth - mark.nth), at) for nth, at in same)[1]
