"""The body of a paper as sections, and each section as matters: what stands under one number, parted where it must be.

The numbers themselves are not kept: the tool numbers the paper anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.word.marks import read_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.importing.papers.taken_over import PaperRound
    from pcp_reports.passage import Paper, Passage

NO_HEADING = "Report"
"""The heading of what stands above a paper's first heading."""

_LONGEST_HEADING = 100
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?")
_COUNTED = re.compile(r"\(?(\d{1,3})[.)]?")
_OPERATION = re.compile(
    r"(?:(?:The|Our|Phase \w+ of)\s+)?(?:Op|Operation|OP|OPERATION|Ymgyrch)\.?\s+[“\"‘']?(?P<name>[A-Z][\w’'-]+)"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """Passages that belong together, by their places. ``also``: they go on under the number above.

    ``found`` is the round whose list is among them; ``mark`` the entry's of a paper that this tool built.
    """

    places: tuple[int, ...]
    also: bool = False
    found: PaperRound | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading, the passages that it was made of, and its matters."""

    heading: str
    heads: tuple[int, ...]
    matters: tuple[Matter, ...]


def parts_of(paper: Paper, body: Sequence[int], rounds: Sequence[PaperRound]) -> tuple[Part, ...]:
    """Return the sections of a paper's body. A heading with nothing beneath it is set in front of the next one."""
    return _Parting(paper, body, rounds).parts()


class _Parting:
    def __init__(self, paper: Paper, body: Sequence[int], rounds: Sequence[PaperRound]) -> None:
        self.passages = paper.passages
        self.body = body
        self.rounds = rounds
        self.of_round: dict[int, PaperRound] = {place: one for one in rounds for place in one.places}
        # What stands in the midst of a list stays with it, or the list would be two.
        self.within = frozenset(at for one in rounds for at in range(min(one.places), max(one.places)))
        numbered = [self.passages[at] for at in body if is_counted(self.passages[at])]
        self.level = min((one.level for one in numbered), default=0)
        self.is_numbered = bool(numbered)
        self.made: list[Part] = []
        self.heading = ""
        self.heads: list[int] = []
        self.items: list[list[int]] = []
        self.last = 0  # the number of the paragraph last met, and of the list within it, where there is one
        self.inner = 0

    def parts(self) -> tuple[Part, ...]:
        for at in self.body:
            one = self.passages[at]
            if (at in self.of_round or at in self.within) and not self._opens(at):
                self._goes_on(at)
            elif (one.sort in (Sort.HEADING, Sort.TITLE) and not one.text.rstrip().endswith(":")) or heads_numbers(
                self.passages, at
            ):
                self._head(at, one)
            elif self._is_new(at, one):
                self.items.append([at])
            else:
                self._goes_on(at)
        self._close()
        if self.heads:  # a heading that nothing follows
            self.items.append(self.heads)
            self.heading, self.heads = self.made[-1].heading if self.made else NO_HEADING, []
            self._close()
        return tuple(self.made)

    def _opens(self, at: int) -> bool:
        """Return whether a sentence that names its own grants is a paragraph of its own, and not the list of the one above."""
        found = self.of_round.get(at)
        return found is not None and at == min(found.places) and at in found.kept and is_counted(self.passages[at])

    def _goes_on(self, at: int) -> None:
        if self.items:
            self.items[-1].append(at)
        else:
            self.items.append([at])

    def _head(self, at: int, one: Passage) -> None:
        words = " ".join(one.text.split())
        if self.items:
            self._close()
        self.heading = f"{self.heading}: {words}" if self.heads else words
        self.heads.append(at)
        self.last = self.inner = 0 if not self.is_numbered else self.last

    def _close(self) -> None:
        if not self.items:
            return
        matters = tuple(matter for places in self.items for matter in self._matters(places))
        self.made.append(Part(self.heading or NO_HEADING, tuple(self.heads), matters))
        self.items, self.heads, self.heading = [], [], ""

    def _is_new(self, at: int, one: Passage) -> bool:
        """Return whether a passage begins a matter: it bears a number of the paper's own, or is the first beneath a heading."""
        if not self.items:
            return True
        if self._mark(at) and self._mark(at) == self._mark(self.items[-1][-1]) and not is_counted(one):
            return False
        if not is_counted(one):
            return False
        if _DOTTED.fullmatch(one.label.strip("()")):
            return True
        if one.level != self.level:
            return False
        return self._is_next(one, self.passages[self.items[-1][-1]])

    def _is_next(self, one: Passage, above: Passage) -> bool:
        """Return whether a number goes on with the paper's own, and not with those of a list inside a paragraph."""
        match = _COUNTED.fullmatch(one.label)
        number = int(match[1]) if match is not None else 0
        if self.inner and number == self.inner + 1 and number != self.last + 1:
            self.inner = number
            return False
        if number == 1 and self.last >= 1 and above.text.rstrip().endswith(":"):
            self.inner = 1
            return False
        self.last, self.inner = number, 0
        return True

    # -- what stands under one number

    def _matters(self, places: Sequence[int]) -> Iterable[Matter]:
        stretches = self._by_mark(places)
        first = True
        for mark, stretch in stretches:
            for piece, found in self._by_round(stretch):
                for part in self._by_operation(piece) if not mark and found is None else [piece]:
                    if part:
                        yield Matter(tuple(part), not first, found, mark)
                        first = False

    def _by_mark(self, places: Sequence[int]) -> list[tuple[str, list[int]]]:
        """Return the passages parted where our bookmarks tell of another entry."""
        made: list[tuple[str, list[int]]] = []
        for at in places:
            mark, found = self._mark(at), self.of_round.get(at)
            same = made and found is not None and found is self.of_round.get(made[-1][1][-1])
            if made and (not mark or mark == made[-1][0] or same):
                made[-1][1].append(at)
            else:
                made.append((mark, [at]))
        return made

    def _mark(self, at: int) -> str:
        marks = (read_mark(name) for name in self.passages[at].marks)
        return next((mark.entry for mark in marks if mark is not None), "")

    def _by_round(self, places: Sequence[int]) -> list[tuple[list[int], PaperRound | None]]:
        """Return the passages parted so that each part holds one list of grants at most, with what leads up to it."""
        made: list[tuple[list[int], PaperRound | None]] = [([], None)]
        for at in places:
            found = self.of_round.get(at)
            here, held = made[-1]
            before = next((piece for piece, other in made[:-1] if found is not None and other is found), None)
            if before is not None:  # two lists that run through one another
                before.append(at)
            elif found is None or found is held:
                here.append(at)
            elif held is None:
                made[-1] = ([*here, at], found)
            else:
                lead = self._leading(here, held, found)
                made[-1] = (here[: len(here) - lead], held)
                made.append(([*here[len(here) - lead :], at], found))
        return made

    def _leading(self, here: Sequence[int], held: PaperRound, found: PaperRound) -> int:
        """Return how many of the last passages lead up to the next list: those behind the one before that speak of it."""
        lead = 0
        while lead < len(here) - 1 and here[-1 - lead] not in held.places:
            lead += 1
        spoken = [at for at in here[len(here) - lead :] if at in found.lead]
        return len(here) - here.index(spoken[0]) if spoken else min(lead, 1)

    def _by_operation(self, places: Sequence[int]) -> list[list[int]]:
        """Return the passages parted before a paragraph that begins with an operation of which nothing was said yet."""
        made: list[list[int]] = [[]]
        for at in places:
            one = self.passages[at]
            match = _OPERATION.match(one.text) if one.sort is Sort.TEXT and made[-1] else None
            if match is not None:
                said = " ".join(self.passages[before].text for before in made[-1])
                own = _OPERATION.match(self.passages[made[-1][0]].text)
                if match["name"].casefold() not in said.casefold() and (own or not re.search(r"\boperation\b", said)):
                    made.append([])
            made[-1].append(at)
        return made


def heads_numbers(passages: Sequence[Passage], at: int) -> bool:
    """Return whether a numbered line is the heading of the numbers beneath it: “2 Grants agreed” over “2.1 In May …”."""
    if at + 1 >= len(passages):
        return False
    one, below = passages[at], passages[at + 1]
    return (
        is_counted(one)
        and is_counted(below)
        and len(one.text) <= _LONGEST_HEADING
        and not one.text.rstrip().endswith((".", ":", ";", ","))
        and below.label.strip("().").startswith(f"{one.label.strip('().')}.")
    )


def is_counted(one: Passage) -> bool:
    """Return whether a passage bears a figure that counts: a number of the paper's, or one of a list."""
    return one.sort is Sort.ITEM and one.numbered and re.match(r"\(?\d", one.label) is not None
