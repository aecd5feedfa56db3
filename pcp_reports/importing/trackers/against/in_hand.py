"""A round of the entries while rows of a tracker are held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.importing.funds import bare
from pcp_reports.importing.made import RoundTotal
from pcp_reports.importing.trackers.entry_text import mended_opening
from pcp_reports.money import Money
from pcp_reports.rewriting import Setting
from pcp_reports.rewriting.edits import node_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.importing.trackers.against.filed_rounds import FiledRound
    from pcp_reports.importing.trackers.tracked import Tracked
    from pcp_reports.rewriting import Edit, Trail, Written


class RoundInHand:
    """One round of the entries: what is to be edited, added and said, and what it will come to."""

    def __init__(self, known: FiledRound) -> None:
        """Begin with the round as it stands, nothing of it matched."""
        self.known = known
        self.has_strands = known.has_strands
        self.edits: list[Edit] = []
        self.said: list[str] = []
        # What each grant will come to once all is written, by the way to it; what does not count is nothing.
        self.after: dict[Trail, Money | None] = {
            one.trail: one.grant.amount if one.grant.counts else None for one in known.grants
        }
        self.projects: dict[Trail, int] = {one.trail: one.grant.projects for one in known.grants}
        self.added: list[Tracked] = []
        self.new_strands: dict[str, list[Written]] = {}
        self.matched: set[Trail] = set()
        # Awards of the tracker, which says nothing of their status, for grants that the entry has as withdrawn or returned.
        self.uncounted: list[Money] = []

    def strands(self) -> dict[str, str]:
        """Return its strands as typed, by their names compared as `bare` has them."""
        return {bare(one.strand): one.strand for one in self.known.grants if one.strand is not None}

    def total(self) -> RoundTotal:
        """Return what it will come to once all is written."""
        amounts = [amount for amount in self.after.values() if amount is not None]
        amounts += [award.amount for award in self.added if award.counts]
        return RoundTotal(self.known.filed.path, len(amounts), Money.total(amounts))

    def opening(self) -> Iterator[Setting]:
        """Yield the edit of the tool's own sentence before the grants, where it would no longer be true of them."""
        text = node_at(self.known.filed.source.root, ("text",))
        paying = sum(self.projects[trail] for trail, amount in self.after.items() if amount is not None)
        paying += sum(award.projects or 1 for award in self.added if award.counts)
        if isinstance(text, str) and (new := mended_opening(text, self.known.model.announced, paying)):
            yield Setting(("text",), f"{new}\n")

    def besides(self) -> Money:
        """Return how much more it comes to than its awards in the tracker: grants without a row, less what does not count."""
        unmatched = (amount for trail, amount in self.after.items() if amount is not None and trail not in self.matched)
        return Money.total(unmatched) - Money.total(self.uncounted)
