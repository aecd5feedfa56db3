"""Tables of a paper that no entry can hold: what stands in their place, and which of them print grants a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.importing.papers.literal import plain
from pcp_reports.money import Money, MoneyError
from pcp_reports.passage import Sort
from pcp_reports.words import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.importing.papers.taken_over import Line, PaperRound
    from pcp_reports.passage import Paper, Passage

_MOST_HEADS = 100
_FEWEST = 2
"""How many rows a table must share with the grants: one may be chance."""


class Tables:
    """The tables of a paper by their numbers, and which of them have a prompt in an entry by now. ``front`` are passages of the front matter."""

    def __init__(self, paper: Paper, rounds: Sequence[PaperRound], front: Iterable[int]) -> None:
        self.rows: dict[int, list[int]] = {}
        for at, one in enumerate(paper.passages):
            if one.sort is Sort.ROW:
                self.rows.setdefault(one.table, []).append(at)
        self._passages = paper.passages
        taken = frozenset(at for one in rounds for at in one.places)
        lines = [line for one in rounds for line in one.lines]
        self.again = frozenset(
            table
            for table, places in self.rows.items()
            if taken.isdisjoint(places) and _prints_again([paper.passages[at] for at in places], lines)
        )
        self.prompted: set[int] = set()
        self._front = frozenset(paper.passages[at].table for at in front)

    def prompts_at(self, places: Iterable[int]) -> dict[int, str]:
        """Return a prompt for each table among rows that are taken over nowhere, at the first of them, and once a table."""
        made: dict[int, str] = {}
        for at in places:
            table = self._passages[at].table
            if table not in self.prompted and table not in self._front:
                self.prompted.add(table)
                made[at] = self._prompt(table)
        return made

    def _prompt(self, table: int) -> str:
        places = self.rows[table]
        heads = [plain(cell.text).strip(" :") for cell in self._passages[places[0]].cells if not cell.goes_on]
        # Brackets within would end the prompt.
        shown = shortened(", ".join(filter(None, heads)).translate({ord("["): "(", ord("]"): ")"}), _MOST_HEADS)
        rows = counted(len(places), "row")
        again = ", whose grants stand in a list of this paper" if table in self.again else ""
        return f"[Table: {shown} – {rows}{again}]" if shown else f"[Table of {rows}{again}]"


def _prints_again(rows: Sequence[Passage], lines: Sequence[Line]) -> bool:
    """Return whether every row with a name and a sum, but for a total, is one of the grants that were read elsewhere."""
    left: dict[int, list[str]] = {}
    for line in lines:
        left.setdefault(line.amount.pence, []).append(_words(line.recipient))
    same = others = 0
    for row in rows:
        cells = [plain(cell.text) for cell in row.cells if not cell.goes_on and plain(cell.text)]
        sums = [money.pence for cell in cells if (money := _money(cell)) is not None]
        names = [_words(cell) for cell in cells if _money(cell) is None]
        if not sums or not names or names[0].startswith(("total", "cyfanswm")):
            continue
        found = next(
            (
                (pence, one)
                for pence in sums
                for one in left.get(pence, ())
                if any(_is_name(one, name) for name in names)
            ),
            None,
        )
        if found is None:
            others += 1
        else:
            left[found[0]].remove(found[1])
            same += 1
    return same >= _FEWEST and not others


def _is_name(one: str, other: str) -> bool:
    return one in other or other in one


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()


def _money(cell: str) -> Money | None:
    try:
        return Money.parse(cell)
    except MoneyError:
        return None
