"""Tables, bullets and sentences that sum up the lists of a paper, a row for each fund, strand, district or quarter: no grants beside these.

A row is known by its name, which is that of a heading with a list beneath it or of a part of another table, or by its sum,
which is what another list comes to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper

_FEWEST = 2
_WORD = re.compile(r"\w+")
_GRANTS = re.compile(r"(?: (?:grants?|awards?|projects?|funds?|strand))+$")


@dataclass(frozen=True, slots=True)
class _List:
    """Lines under one heading or in one part of a table: its name, the passage of its first line, what it comes to in pence.

    ``bodies`` are those who get something.
    """

    name: str
    first: int
    lines: int
    pence: int | None
    bodies: frozenset[str]

    def is_summed_in(self, name: str, pence: int | None) -> bool:
        """Return whether a row of a summary may be of this list."""
        if name in self.bodies:
            return False  # what one body gets, told of once more beneath its name
        return (bool(name) and _bare(name) == _bare(self.name)) or (
            self.lines >= _FEWEST and self.pence == pence is not None
        )


def without_summaries(paper: Paper, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces; tables, runs of bullets and sentences that sum up the lists without their lines: then nothing but grants is left."""
    tables = any(piece.of is Of.TABLE and piece.awards for piece in pieces)
    runs = list(_runs(paper, pieces))
    if not tables and len(runs) < _FEWEST and not any(map(_is_sentence, pieces)):
        return list(pieces)
    lists = list(_lists(paper, pieces))
    summed = {
        at for first, end in runs if end - first >= _FEWEST and _sums_up(pieces[first:end], lists)
        for at in range(first, end)
    }  # fmt: skip
    summed |= {at for at, piece in enumerate(pieces) if _is_sentence(piece) and _sums_up([piece], lists)}
    made = [Piece(Of.TEXT, piece.start, piece.end) if at in summed else piece for at, piece in enumerate(pieces)]
    return [
        replace(piece, groups=(), totals=(), sure=False)
        if piece.of is Of.TABLE and len(piece.awards) >= _FEWEST and _sums_up([piece], lists)
        else piece
        for piece in made
    ]


def _is_sentence(piece: Piece) -> bool:
    """Return whether a passage gives several sums: “the East Fund awarded £6,000 and the West Fund £9,000” sums two lists up."""
    return piece.of is Of.AWARDS and len(piece.awards) >= _FEWEST


def _runs(paper: Paper, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield where items with a name and a sum each follow one another, and where they end."""
    first = -1
    for at, piece in enumerate(pieces):
        item = piece.of is Of.AWARDS and len(piece.awards) == 1 and paper.passages[piece.start].sort is Sort.ITEM
        if item and first < 0:
            first = at
        elif not item and first >= 0:
            yield first, at
            first = -1
    if first >= 0:
        yield first, len(pieces)


def _lists(paper: Paper, pieces: Sequence[Piece]) -> Iterator[_List]:
    """Yield the lists of a paper: what stands under each heading, and the parts of its tables."""
    head = ""
    gathered: list[Award] = []
    for piece in pieces:
        if piece.of is Of.HEAD:
            yield from _made(head, gathered)
            head, gathered = paper.passages[piece.start].text, []
        gathered += piece.awards
        if piece.of is Of.TABLE:
            for group in piece.groups:
                yield from _made(group.name or "", group.awards)
    yield from _made(head, gathered)


def _made(name: str, awards: Sequence[Award]) -> Iterator[_List]:
    counted = [award.amount for award in awards if award.counts]
    if not counted:
        return
    known = [amount.pence for amount in counted if amount is not None]
    pence = sum(known) if len(known) == len(counted) else None
    bodies = frozenset(_plain(award.recipient) for award in awards)
    yield _List(_plain(name), min(one.passage for one in awards), len(counted), pence, bodies)


def _sums_up(run: Sequence[Piece], lists: Sequence[_List]) -> bool:
    """Return whether every row of a table or run of items has a list of its own elsewhere, most of them of several lines."""
    others = [one for one in lists if not run[0].start <= one.first < run[-1].end]
    used: dict[int, int] = {}
    for award in (award for piece in run for award in piece.awards):
        name = _plain(award.recipient)
        pence = award.amount.pence if award.amount is not None else None
        found = next((one for one in others if one.first not in used and one.is_summed_in(name, pence)), None)
        if found is None:
            return False
        used[found.first] = found.lines
    return _FEWEST * sum(lines > 1 for lines in used.values()) >= len(used)


def _plain(name: str) -> str:
    """Return a name without case and marks, and without what stands in brackets or behind a sum."""
    return " ".join(_WORD.findall(re.split(r"[(£]", name.casefold())[0]))


def _bare(name: str) -> str:
    """Return a plain name without the words for grants at its end, which are read as none of a recipient's name."""
    return _GRANTS.sub("", name) or name
