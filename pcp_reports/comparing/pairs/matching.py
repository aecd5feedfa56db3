"""Which passage of an edited paper is which of the built one: by bookmark first, then by words, then by likeness and place."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.homes import Claim, Homes
from pcp_reports.comparing.pairs.pairing import alike, out_of_order
from pcp_reports.comparing.pairs.units import marks_of
from pcp_reports.comparing.words.alike import plainly, without_page
from pcp_reports.passage import AROUND, Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.comparing.pairs.units import Unit
    from pcp_reports.passage import Passage
    from pcp_reports.word.marks import Mark

MOST_WEIGHED = 20_000
"""How many pairs of passages are weighed against each other at most."""

_PAGES = (Sort.HEADER, Sort.FOOTER)
_BORNE_OUT = 0.3  # a bookmark whose passage is less like its old words gives way to a passage that has these
_ANYWHERE = 0.75
_IN_PLACE = 0.4
_ALONE = 0.15
_HELD = 0.6  # how much of a passage's words must come from another for the two to have been one
_FEW = 2  # words; fewer may be the same by chance


@dataclass(frozen=True, slots=True)
class Match:
    """What belongs together, by place: passages of the built paper (none: it was added), and of the edited one (none: deleted).

    ``tied``: a bookmark proves that the entries still say what was built; ``stale`` is one that proves the contrary.
    """

    units: tuple[int, ...]
    passages: tuple[int, ...]
    moved: bool = False
    tied: bool = False
    stale: Mark | None = None


def matched(units: Sequence[Unit], passages: Sequence[Passage]) -> tuple[Match, ...]:
    """Return every unit and every passage, each once, in the order of the edited paper; what was deleted where it stood."""
    work = _Matching(units, passages)
    claims = tuple(work.claims())
    work.by_bookmark([one for one in claims if one.exact])
    work.by_words()
    # A bookmark whose words are not in the entries any more tells the place alone.
    work.by_bookmark([one for one in claims if not one.exact])
    work.by_likeness()
    return work.matches()


class _Matching:
    def __init__(self, units: Sequence[Unit], passages: Sequence[Passage]) -> None:
        self.units = units
        self.passages = passages
        self.of_unit: dict[int, int] = {}
        self.of_passage: dict[int, int] = {}
        self.stale: dict[int, Mark] = {}
        self.tied: set[int] = set()  # units
        self.plain = [words_of(unit.passage) for unit in units]
        self.said = [words_of(passage) for passage in passages]

    def _take(self, unit: int, passage: int) -> None:
        self.of_unit[unit] = passage
        self.of_passage[passage] = unit

    def _are_alike(self, unit: int, passage: int) -> bool:
        """Return whether two may be one at all: what stands in the page's head is never a paragraph."""
        one, other = self.units[unit].passage.sort, self.passages[passage].sort
        return one is other or (one not in AROUND and other not in AROUND)

    def _stand_alike(self, unit: int, passage: int) -> bool:
        """Return whether two that stand alone in the same place are one: of one sort, and a heading or not all unlike."""
        one, other = self.units[unit].passage, self.passages[passage]
        if (one.sort, one.numbered) != (other.sort, other.numbered):
            return False
        if self.units[unit].block is None:
            return True  # a name that another took the place of has nothing in common with it
        return one.sort in (Sort.TITLE, Sort.HEADING) or alike(self.plain[unit], self.said[passage]) >= _ALONE

    def by_bookmark(self, claims: Iterable[Claim]) -> None:
        """Pair what bookmarks tie, the likeliest first."""
        words = {plain: at for at, plain in enumerate(self.said)}
        known = frozenset(self.plain)
        for claim in sorted(claims, key=lambda one: (-one.weight, one.at, one.unit)):
            unit, at = claim.unit, claim.at
            if unit in self.of_unit or at in self.of_passage:
                continue
            if claim.weight < _BORNE_OUT and words.get(self.plain[unit], at) != at:
                continue  # the bookmark slid to a neighbour; the words themselves stand elsewhere
            if self.said[at] != self.plain[unit] and self.said[at] in known:
                continue  # it slid to a passage that says what another one said
            self._take(unit, at)
            if not claim.exact:
                self.stale[at] = claim.mark

    def claims(self) -> Iterator[Claim]:
        """Yield what the bookmarks say; the rows of tables are paired at once, as a table bears one bookmark."""
        homes = Homes(self.units, [mark for one in self.passages for mark in marks_of(one)])
        for at, passage in enumerate(self.passages):
            for mark in marks_of(passage):
                found = homes.find(mark)
                if found is None:
                    continue
                unit, exact = found
                if exact and mark.words:
                    self.tied.add(unit)
                if self.units[unit].row >= 0:
                    self._rows(unit, at)
                else:
                    yield Claim(alike(self.plain[unit], self.said[at]), at, unit, mark, exact)

    def _rows(self, unit: int, at: int) -> None:
        """Pair the rows of a table by their words, then by likeness, then by place."""
        block, table = self.units[unit].block, self.passages[at].table
        old = [one for one, row in enumerate(self.units) if row.block is block and one not in self.of_unit]
        new = [
            one
            for one, row in enumerate(self.passages)
            if (row.table == table if table else one == at) and one not in self.of_passage
        ]
        self._equal(old, new)
        self._likely(old, new, _IN_PLACE)
        left = [one for one in old if one not in self.of_unit]
        right = [one for one in new if one not in self.of_passage]
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                self._take(one, other)

    def by_words(self) -> None:
        """Pair what says the same, in order."""
        self._equal(range(len(self.units)), range(len(self.passages)))

    def _equal(self, old: Iterable[int], new: Iterable[int]) -> None:
        waiting: dict[tuple[str, bool], list[int]] = {}
        for at in new:
            if at not in self.of_passage:
                waiting.setdefault((self.said[at], self.passages[at].sort in AROUND), []).append(at)
        for unit in old:
            rest = waiting.get((self.plain[unit], self.units[unit].passage.sort in AROUND))
            if unit not in self.of_unit and rest:
                self._take(unit, rest.pop(0))

    def by_likeness(self) -> None:
        """Pair what is most alike: between the same neighbours, then anywhere; one alone in its place with one alone."""
        for old, new in self._gaps():
            self._likely(old, new, _IN_PLACE)
            if len(old) == len(new) == 1 and old[0] not in self.of_unit and self._stand_alike(old[0], new[0]):
                self._take(old[0], new[0])
        left = [one for one in range(len(self.units)) if one not in self.of_unit]
        right = [one for one in range(len(self.passages)) if one not in self.of_passage]
        self._likely(left, right, _ANYWHERE)

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Return the stretches between neighbours that are paired, those with something unpaired on both sides."""
        pairs = sorted(self.of_unit.items())
        strays = out_of_order([passage for _, passage in pairs])
        bounds = [(-1, -1), *(one for at, one in enumerate(pairs) if at not in strays)]
        bounds.append((len(self.units), len(self.passages)))
        found = []
        for (unit, passage), (next_unit, next_passage) in pairwise(bounds):
            old = [one for one in range(unit + 1, next_unit) if one not in self.of_unit]
            new = [one for one in range(passage + 1, next_passage) if one not in self.of_passage]
            if old and new:
                found.append((old, new))
        return found

    def _likely(self, old: Sequence[int], new: Sequence[int], least: float) -> None:
        left = [one for one in old if one not in self.of_unit]
        right = [one for one in new if one not in self.of_passage]
        if len(left) * len(right) > MOST_WEIGHED:
            return
        sets = {one: set(self.said[one].casefold().split()) for one in right}
        weighed = []
        for one in left:
            words = set(self.plain[one].casefold().split())
            for other in right:
                shared, whole = len(words & sets[other]), len(words) + len(sets[other])
                if not whole or 2 * shared < least * whole / 2 or not self._are_alike(one, other):
                    continue
                weight = alike(self.plain[one], self.said[other])
                if weight >= least:
                    weighed.append((-weight, abs(one - other), one, other))
        for _, _, one, other in sorted(weighed):
            if one not in self.of_unit and other not in self.of_passage:
                self._take(one, other)

    def matches(self) -> tuple[Match, ...]:
        """Return what was found, with what was parted and what was joined."""
        groups = {passage: ([unit], [passage]) for unit, passage in self.of_unit.items()}
        for at in range(len(self.passages)):
            if at not in self.of_passage:
                self._parted(at, groups)
        taken = {passage for _, passages in groups.values() for passage in passages}
        for unit in range(len(self.units)):
            if unit not in self.of_unit:
                self._joined(unit, groups)
        joined = {unit for units, _ in groups.values() for unit in units}
        order = sorted(groups.values(), key=lambda group: min(group[1]))
        moved = out_of_order([min(units) for units, _ in order])
        rows = [
            (
                (min(passages), 0),
                Match(
                    tuple(sorted(units)),
                    tuple(sorted(passages)),
                    at in moved,
                    all(one in self.tied for one in units),
                    next((self.stale[one] for one in passages if one in self.stale), None),
                ),
            )
            for at, (units, passages) in enumerate(order)
        ]
        rows += [((at, 0), Match((), (at,))) for at in range(len(self.passages)) if at not in taken]
        behind = self._behind(order)
        rows += [
            ((behind[unit], unit + 1), Match((unit,), ())) for unit in range(len(self.units)) if unit not in joined
        ]
        return tuple(match for _, match in sorted(rows, key=lambda row: row[0]))

    def _behind(self, order: Sequence[tuple[list[int], list[int]]]) -> list[int]:
        """Return for each unit the passage that it stands behind, or would."""
        home = {unit: max(passages) for units, passages in order for unit in units}
        behind, last = [], -1
        for unit in range(len(self.units)):
            last = home.get(unit, last)
            behind.append(last)
        return behind

    def _parted(self, at: int, groups: dict[int, tuple[list[int], list[int]]]) -> None:
        """Put a passage to its neighbour where the two were one paragraph."""
        taken = {passage: group for group in groups.values() for passage in group[1]}
        for beside in (at - 1, at + 1):
            group = taken.get(beside)
            if group is None or len(group[0]) > 1 or not self._can_part(group[0][0], at):
                continue
            old = self.plain[group[0][0]]
            before = " ".join(self.said[one] for one in sorted(group[1]))
            after = " ".join(self.said[one] for one in sorted((*group[1], at)))
            if _holds(old, self.said[at]) and alike(old, after) > alike(old, before):
                group[1].append(at)
                return

    def _can_part(self, unit: int, at: int) -> bool:
        apart = (Sort.ROW, *AROUND)
        return self.units[unit].passage.sort not in apart and self.passages[at].sort not in apart

    def _joined(self, unit: int, groups: dict[int, tuple[list[int], list[int]]]) -> None:
        """Put a unit to its neighbour where the two became one paragraph."""
        home = {one: group for group in groups.values() for one in group[0]}
        for beside in (unit - 1, unit + 1):
            group = home.get(beside)
            if group is None or len(group[1]) > 1 or not self._can_part(unit, group[1][0]):
                continue
            new = self.said[group[1][0]]
            before = " ".join(self.plain[one] for one in sorted(group[0]))
            after = " ".join(self.plain[one] for one in sorted((*group[0], unit)))
            if _holds(new, self.plain[unit]) and alike(after, new) > alike(before, new):
                group[0].append(unit)
                return


def _holds(whole: str, part: str) -> bool:
    """Return whether most of the words of ``part`` are among those of ``whole``."""
    words = Counter(part.casefold().split())
    number = sum(words.values())
    shared = sum((words & Counter(whole.casefold().split())).values())
    return number >= _FEW and shared >= _HELD * number


def words_of(passage: Passage) -> str:
    """Return the words by which a passage is told, in their plainest signs."""
    return without_page(passage.text) if passage.sort in _PAGES else plainly(passage.text)
