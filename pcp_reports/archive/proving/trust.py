"""Which of two is to be believed where the ledger's event and a version's list of files do not fit each other."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory
from pcp_reports.archive.layout import paper_of
from pcp_reports.archive.proving.laid import version_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.archive.ledger.events import Event, Ledger
    from pcp_reports.archive.proving.laid import Laid


class Blame(Enum):
    """What was changed, as far as the ledger alone can tell."""

    LIST = "the version's list, as the event is borne out"
    EVENT = "the event, as the ledger's chain tells already"
    EITHER = "one of the two"


@dataclass(frozen=True, slots=True)
class Trust:
    """The names of the events that are as they were written, and of those that are not; of the rest nothing is known."""

    borne_out: frozenset[str]
    broken: frozenset[str]

    def blame(self, event: Event) -> Blame:
        """Return what was changed where an event does not fit its version's list."""
        if event.name in self.broken:
            return Blame.EVENT
        return Blame.LIST if event.name in self.borne_out else Blame.EITHER


def trust_in(ledger: Ledger, anchored: Event | None) -> Trust:
    """Return how far the events of a ledger are to be trusted; one of which a digest was noted elsewhere is as it was."""
    known = frozenset({anchored.name}) if anchored is not None else frozenset()
    return Trust(ledger.borne_out | known, ledger.broken - known)


class Doubts:
    """Finds the versions of which it is, or may be, the event that was changed, and not the list: that is whole in itself.

    ``base`` is the latest list for which the ledger vouches, None for none; of later versions nothing is proved.
    """

    def __init__(self, laid: Laid, events: Mapping[int, Event], trust: Trust, base: Inventory | None) -> None:
        self.laid, self.base = laid, base
        lists = {n: laid.lists[n] for n in events if n in laid.versions}
        self.blames = {n: trust.blame(events[n]) for n, one in lists.items() if one.digest != events[n].inventory}
        self.last = max(events, default=0)
        self.head: Blame | None = None

    def of_head(self, paper: str) -> bool:
        """Return whether the latest version is in doubt; its list is then the one that the paper's files are held to."""
        root, reach = self.laid.lists[0], self.base.head if self.base is not None else 0
        # What it says of earlier versions must be what is proved, and repeat nothing that is known to be forged.
        if any(n > reach and blame is Blame.LIST for n, blame in self.blames.items()):
            return False
        if self.last <= reach or self.last not in self.blames or not self._is_whole(self.last):
            return False
        said = root.read()
        if root.digest != self.laid.lists[self.last].digest or not isinstance(said, Inventory):
            return False
        if (said.head, paper_of(said.id)) != (self.last, paper):
            return False
        if self.base is not None and not repeats(self.base, said):
            return False
        self.base, self.head = said, self.blames[self.last]
        return True

    def found(self) -> dict[int, Blame]:
        """Return what was changed of each version that is in doubt: an earlier list must be what the latest repeats."""
        made = {self.last: self.head} if self.head is not None else {}
        for number, blame in self.blames.items():
            if self.base is None or number >= self.base.head or blame is Blame.LIST or not self._is_whole(number):
                continue
            said = self.laid.lists[number].read()
            if isinstance(said, Inventory) and repeats(said, self.base):
                made[number] = blame
        return made

    def _is_whole(self, number: int) -> bool:
        return self.laid.lists[number].is_stated


def repeats(base: Inventory, longer: Inventory) -> bool:
    """Return whether a later list says the very same of every version of ``base``, and of every file of theirs.

    When, why and by whom a version was archived belongs to it.
    """
    if longer.id != base.id or longer.head <= base.head or longer.versions[: base.head] != base.versions:
        return False
    old = {(digest, path) for digest, paths in base.manifest.items() for path in paths}
    new = {(digest, path) for digest, paths in longer.manifest.items() for path in paths}
    return old <= new and all(version_of(path) > base.head for _, path in new - old)
