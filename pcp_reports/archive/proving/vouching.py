"""What of a paper's lists of versions the ledger vouches for, and so which files its versions must hold.

The ledger keeps the digest of each version's own list. Of the lists that have such a digest the latest is the one that
files are held to: it tells of every version up to its own, whatever was written elsewhere since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.archive.inventory import Inventory
from pcp_reports.archive.layout import INVENTORY, NOT_FINISHED, SIDECAR, paper_of
from pcp_reports.archive.proving import list_words
from pcp_reports.archive.proving.laid import MISSING, is_attempt, read_list
from pcp_reports.archive.proving.trust import Blame, Doubts, repeats
from pcp_reports.findings import Finding, Place
from pcp_reports.records import dataclass
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pcp_reports.archive.ledger.events import Event
    from pcp_reports.archive.proving.laid import Laid
    from pcp_reports.archive.proving.trust import Trust


@dataclass(frozen=True, slots=True)
class Vouched:
    """The list that a paper's files are held to, and what is wrong with its lists.

    ``base`` is None where no list can be used. ``gone`` are versions whose folder is missing, which is told;
    ``untold`` versions with a folder of which no list that can be used speaks; ``unledgered`` versions that stand in
    the list and not in the ledger; ``doubted`` versions whose list is whole in itself and does not fit the ledger's
    event, and which of the two was changed. ``lists`` are the paths of the lists, and what belongs to them, that were spoken of.
    """

    paper: str
    base: Inventory | None
    gone: frozenset[int]
    untold: frozenset[int]
    unledgered: tuple[int, ...]
    doubted: Mapping[int, Blame]
    findings: tuple[Finding, ...]
    lists: frozenset[str]
    last: int
    reach: int
    stands_for: int
    unfinished: int
    renamed: Mapping[str, str]


def vouch(laid: Laid, events: Mapping[int, Event], paper: str, trust: Trust) -> Vouched:
    """Return what the ledger's events of a paper, by version, vouch for in its folder, as far as they are to be trusted."""
    judging = _Vouching(laid, events, paper, trust)
    judging.judge()
    return Vouched(
        paper,
        judging.base,
        frozenset(judging.gone),
        frozenset(judging.untold),
        tuple(judging.unledgered),
        judging.doubted,
        tuple(judging.findings),
        frozenset(judging.lists),
        judging.last,
        judging.reach,
        judging.stands_for,
        judging.unfinished,
        judging.renamed,
    )


class _Vouching:
    def __init__(self, laid: Laid, events: Mapping[int, Event], paper: str, trust: Trust) -> None:
        self.laid, self.events, self.paper, self.trust = laid, events, paper, trust
        self.findings: list[Finding] = []
        self.lists: set[str] = set()
        self.untold: set[int] = set()
        self.unledgered: list[int] = []
        self.last = max(events, default=0)
        self.root = laid.lists[0]
        self.stands_for = max((n for n, event in events.items() if event.inventory == self.root.digest), default=0)
        """The version whose list the object's own list is, byte for byte; 0 for none that the ledger knows."""
        self.sound = {
            n for n, event in events.items() if n in laid.versions and laid.lists[n].digest == event.inventory
        }
        self.reach = max(self.sound | {self.stands_for})
        self.base = self._of_reach()
        self.doubted: Mapping[int, Blame] = {}
        if self.base is not None or not self.reach:
            doubts = Doubts(laid, events, trust, self.base if self.reach else None)
            if doubts.of_head(paper):
                self.base, self.reach, self.stands_for = doubts.base, self.last, self.last
            self.doubted = doubts.found()
        self.gone: set[int] = set()
        self.unfinished = 0
        self.renamed: dict[str, str] = {}

    def judge(self) -> None:
        """Say what is wrong, the object's own list first; nothing of a folder that cannot be opened, which is told."""
        if "" in self.laid.unread:
            return
        if not self.reach:
            self._unvouched()
            if self.events and self._is_another():
                return
        elif self.base is None:
            self._unusable(self.reach)
        elif self.stands_for != self.last:
            self._own_list()
        elif f"v{self.last}/{NOT_FINISHED}" in self.laid.files:
            self.unfinished = self.last
            self.lists.add(f"v{self.last}/{NOT_FINISHED}")
            if self.root.is_stated:
                words = f"{self.paper}: archiving v{self.last} was cut off at its very end. All of it is there; only the page “{NOT_FINISHED}” is still in its folder."
                self._say("A337", words, f"v{self.last}/{NOT_FINISHED}", list_words.FINISH)
        known = set(range(1, self.base.head + 1)) if self.base is not None else set()
        self.gone = (known | set(self.events)) - set(self.laid.versions)
        self._gone()
        self._rewritten()
        self._version_lists()
        self._beyond(known)
        self.unledgered = sorted(known - set(self.events) - self.gone)

    def _of_reach(self) -> Inventory | None:
        said = self.laid.lists[0 if self.reach == self.stands_for else self.reach].read()
        return said if isinstance(said, Inventory) else None

    def _unvouched(self) -> None:
        """Find a list to hold files to where the ledger vouches for none: the object's own, or the latest that can be read."""
        for number in (0, *reversed(self.laid.versions)):
            said = self.laid.lists[number].read()
            if isinstance(said, Inventory):
                self.base = said
                break
        why = self.root.read()
        if self.root.data is None and not self.events and all(is_attempt(self.laid, n) for n in self.laid.versions):
            if not self.laid.versions:
                words = (
                    f"{self.paper}: its first version is being archived at this moment, or archiving it was cut off."
                )
                self._say("A333", words, INVENTORY, f"If nobody is archiving now: {list_words.FINISH}", whole=True)
        elif isinstance(why, str) and not self.events:
            self._say(
                "A301",
                f"{self.paper}: its list of versions cannot be used: {why}.",
                INVENTORY,
                list_words.FROM_A_COPY,
                whole=True,
            )

    def _is_another(self) -> bool:
        """Say that another paper lies here, if one does."""
        other = paper_of(self.base.id) if self.base is not None else None
        if other is None or other == self.paper:
            return False
        words = f"{self.paper}: what lies in its folder is another paper, {quoted(other)}; nothing of {list_words.versions(self.events)} is there."
        self._say("A316", words, INVENTORY, "Bring the folder back from a copy of the shared drive.", whole=True)
        self.base = None
        self.untold |= set(self.laid.versions)
        return True

    def _unusable(self, number: int) -> None:
        where = INVENTORY if number == self.stands_for else f"v{number}/{INVENTORY}"
        why = self.laid.lists[0 if number == self.stands_for else number].read()
        self._say(
            "A301",
            f"{self.paper}: its list of versions cannot be used: {why}.",
            where,
            list_words.FROM_A_COPY,
            whole=True,
        )

    def _own_list(self) -> None:
        """Say why the object's own list is not that of the latest version in the ledger."""
        said = self.root.read()
        before = self.stands_for == self.last - 1 and self.stands_for
        if self.last in self.sound and (before or (self.root.data is None and self.last == 1)):
            self.unfinished = self.last
            self.lists.add(f"v{self.last}/{NOT_FINISHED}")
            words = list_words.cut_off(self.paper, self.last, self.stands_for)
            self._say("A337", words, INVENTORY, list_words.FINISH, whole=True)
            return
        if isinstance(said, Inventory) and self.base is not None and repeats(self.base, said):
            self.base = said
            return
        other = paper_of(said.id) if isinstance(said, Inventory) else None
        if isinstance(said, str):
            what = (
                "its list of versions is missing"
                if self.root.why == MISSING
                else f"its list of versions cannot be used: {said}"
            )
        elif other is not None and other != self.paper:
            what = f"the list of versions in its place is that of another paper, {quoted(other)}"
        elif self.stands_for:
            what = f"its list of versions was set back to that of v{self.stands_for}, and the ledger has v{self.last}"
        else:
            what = f"its list of versions was changed: it is not the one that was written with v{self.last}"
        hint = list_words.over_the_other(self.last) if self.last in self.sound else list_words.FROM_A_COPY
        self._say("A310", f"{self.paper}: {what}.", INVENTORY, hint, whole=True)

    def _gone(self) -> None:
        """Say which versions are missing, those apart whose folder bears another name now."""
        self._renamed()
        missing = self.gone - {int(name[1:]) for name in self.renamed.values()}
        if not missing:
            return
        back = max((n for n in range(1, self.last) if n not in missing), default=0)
        set_back = back if self.stands_for == back and min(missing) > back else 0
        words = list_words.missing(self.paper, missing, self.events, set_back)
        self._say("A312", words, f"v{min(missing)}", list_words.FOLDER_FROM_A_COPY)
        self.lists |= {f"v{number}" for number in missing}
        if self.stands_for != self.last and max(missing) == self.last:
            self._drop("A310")
            self.lists |= {INVENTORY, SIDECAR}

    def _renamed(self) -> None:
        digests = {self.events[n].inventory: n for n in self.gone if n in self.events}
        for folder in sorted(self.laid.folders) if digests else ():
            if f"{folder}/{INVENTORY}" not in self.laid.files or "/" in folder:
                continue
            number = digests.pop(read_list(self.laid.on_disk(folder)).digest, 0)
            if number:
                self.renamed[folder] = f"v{number}"
                words = f"{self.paper}: the folder v{number} was renamed: it is now {quoted(folder)}."
                self._say("A304", words, f"v{number}", "Give it its name again.")

    def _rewritten(self) -> None:
        """Say which versions' lists were written anew, so that nothing vouches for what they held."""
        rewritten = [n for n in self.events if n > self.reach and n in self.laid.versions]
        if not rewritten:
            return
        self._drop("A310")
        why = self.laid.lists[max(rewritten)].read()
        words = list_words.rewritten(self.paper, rewritten, self.events, why if isinstance(why, str) else None)
        self._say("A314", words, f"v{rewritten[0]}/{INVENTORY}", list_words.WHOLE_FOLDER, whole=True)
        self.lists |= {f"v{n}/{name}" for n in rewritten for name in (INVENTORY, SIDECAR)}
        held = self.base.head if self.base is not None else 0
        self.untold |= {n for n in rewritten if n > held}

    def _version_lists(self) -> None:
        """Say which versions' own lists were changed though a later one still vouches for what they held."""
        for number in sorted(set(self.events) - self.sound - self.gone):
            if number > self.reach or f"v{number}" in self.laid.unread:
                continue
            if number in self.doubted:
                if self.doubted[number] is Blame.EITHER:
                    words = list_words.do_not_fit(self.paper, self.events[number], later=number < self.reach)
                    self._say("A336", words, f"v{number}/{INVENTORY}", list_words.COMPARE)
                continue
            why = self.laid.lists[number].read()
            what = f"cannot be used: {why}" if isinstance(why, str) else "was changed"
            what = "is missing" if self.laid.lists[number].why == MISSING else what
            words = f"{self.paper}, v{number}: its own list of files {what}. What it held is proved by {'the list of versions' if number == self.stands_for else 'a later list'}."
            hint = list_words.over_the_versions_own() if number == self.stands_for else list_words.FROM_A_COPY
            self._say("A310", words, f"v{number}/{INVENTORY}", hint)
            self.lists.add(f"v{number}/{SIDECAR}")

    def _beyond(self, known: Collection[int]) -> None:
        """Say which folders are named like versions of which neither a list nor the ledger knows."""
        for number in self.laid.versions:
            if number in known or number in self.events:
                continue
            if is_attempt(self.laid, number):
                words = f"{self.paper}: v{number} is being archived at this moment, or archiving it was cut off; it is no version yet."
                self._say("A333", words, f"v{number}", f"If nobody is archiving now: {list_words.FINISH}")
            else:
                words = f"{self.paper}: a folder v{number} was put here, and neither the list of versions nor the ledger knows of such a version."
                self._say("A313", words, f"v{number}", list_words.PUT_HERE)
            self.untold.add(number)

    def _say(self, code: str, words: str, path: str, hint: str, *, whole: bool = False) -> None:
        self.findings.append(Finding(code, words, Place(f"{self.laid.shown}/{path}"), hint))
        self.lists.add(path)
        if whole:
            self.lists |= {INVENTORY, SIDECAR, f"v{self.last}/{INVENTORY}"}

    def _drop(self, code: str) -> None:
        """Take back what was said of the object's own list, since more than the list is wrong."""
        own = f"{self.laid.shown}/{INVENTORY}"
        self.findings = [one for one in self.findings if (one.code, one.place.path) != (code, own)]


def by_version(events: Iterable[Event]) -> Iterator[tuple[int, Event]]:
    """Yield events by the version that they speak of; of two for one version the first."""
    seen: set[int] = set()
    for event in events:
        if event.version not in seen:
            seen.add(event.version)
            yield event.version, event
