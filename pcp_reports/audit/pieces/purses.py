"""Blocks of lines for each member who has a budget: what there was to give, who got what, what was spent, and what is left.

“Budget £2,500”, “Elm Club Screens £500”, “Oak Nursery Books £350”, “Spent £850”, “Left £1,650”: whatever the words are, the
first is a budget and the last what is left of it where the sums between bear that out. Words that one block proves so mean
the same in the others, whose sums may be wrong.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.audit.lines.names.naming import tidied
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.claims import Unit, find
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_LINE = re.compile(r"(?P<words>[^£\n]{2,110}?)[\s:.–—-]+£(?P<pounds>[0-9][0-9,]*)(?:\.(?P<pence>[0-9]{2}))?\s*")
_MOST_WORDS = 5  # of a label
_FEWEST = 3  # lines of a block: a budget, a grant, and what was spent or is left
_MOST_LINES = 60


class _Role(Enum):
    BUDGET = "budget"
    SPENT = "spent"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of words and a sum: its place among the pieces, its passage, the sum in pence."""

    at: int
    passage: int
    words: str
    pence: int

    @property
    def label(self) -> str:
        """Return the words as a label, without figures: “Budget 2024/25” and “Budget” are one."""
        return " ".join(re.sub(r"[^a-z ]+", " ", self.words.casefold()).split())


def with_purses(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the lines of such blocks as grants and what was spent as their total; other papers as they are."""
    runs = list(_runs(paper, made))
    roles = _proven(runs)
    found = list(made)
    for run in runs if roles else ():
        told = [roles.get(line.label) for line in run]
        if _Role.BUDGET not in told and _Role.SPENT not in told:
            continue
        aside = tuple(line.passage for line, role in zip(run, told, strict=True) if role is not None)
        for line, role in zip(run, told, strict=True):
            claim = _claim(paper, line)
            if claim is not None:
                found[line.at] = _piece(paper, line, claim, role, aside)
        _head(paper, found, run[0].at - 1)
    return found


def _runs(paper: Paper, made: Sequence[Piece]) -> Iterator[list[_Line]]:
    """Yield the lines of words and a sum that follow one another."""
    run: list[_Line] = []
    for at, piece in enumerate(made):
        line = _line(paper, piece, at)
        if line is not None:
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = []
    if len(run) >= _FEWEST:
        yield run


def _line(paper: Paper, piece: Piece, at: int) -> _Line | None:
    one = paper.passages[piece.start]
    if piece.end != piece.start + 1 or one.sort not in (Sort.TEXT, Sort.ITEM) or one.text.count("£") != 1:
        return None
    match = _LINE.fullmatch(one.text.strip())
    if match is None:
        return None
    pence = int(match["pounds"].replace(",", "")) * 100 + int(match["pence"] or 0)
    return _Line(at, piece.start, match["words"], pence)


def _claim(paper: Paper, line: _Line) -> Claim | None:
    """Return the one sum of a line as it is printed; None where it is not printed as a sum should be."""
    claims = [claim for claim in find(paper.passages[line.passage].text) if claim.unit is Unit.MONEY]
    return claims[0] if len(claims) == 1 and claims[0].value is not None else None


def _proven(runs: Sequence[Sequence[_Line]]) -> dict[str, _Role]:
    """Return what labels mean, by a block whose sums come right and by the other blocks that have them too."""
    roles: dict[str, _Role] = {}
    for run in runs:
        if len(run) > _MOST_LINES:
            continue
        found = _roles(run)
        if not found or any(len(label.split()) > _MOST_WORDS for label in found):
            continue
        if any(other is not run and set(found) <= {line.label for line in other} for other in runs):
            roles |= found
    return roles


def _roles(run: Sequence[_Line]) -> dict[str, _Role]:
    """Return what the first and the last lines of a block are, where its sums bear that out; nothing where they do not."""
    budget, *lines, last = run
    pence = [line.pence for line in lines]
    if len(lines) > 1 and pence[-1] == sum(pence[:-1]) and last.pence == budget.pence - pence[-1]:
        return {budget.label: _Role.BUDGET, lines[-1].label: _Role.SPENT, last.label: _Role.LEFT}
    if len(lines) > 1 and pence[-1] == budget.pence - last.pence and last.pence == sum(pence[:-1]):
        return {budget.label: _Role.BUDGET, lines[-1].label: _Role.LEFT, last.label: _Role.SPENT}
    if last.pence == budget.pence - sum(pence):
        return {budget.label: _Role.BUDGET, last.label: _Role.LEFT}
    if len(lines) > 1 and last.pence == sum(pence) < budget.pence:
        return {budget.label: _Role.BUDGET, last.label: _Role.SPENT}
    return {}


def _piece(paper: Paper, line: _Line, claim: Claim, role: _Role | None, aside: tuple[int, ...]) -> Piece:
    """Return a line of a block as what it is: a grant without a role, the total, or nothing that counts.

    ``aside`` are the lines of the block that are no grants.
    """
    start, end = line.passage, line.passage + 1
    if role is _Role.SPENT:
        return Piece(Of.TOTAL, start, end, ReadLine((), shape=Shape.TOTAL, total=claim))
    if role is not None:
        return Piece(Of.FURNITURE, start, end)
    length = len(paper.passages[start].text)
    award = Award(tidied(line.words), "", Money(line.pence), start, 0, length, claim)
    return Piece(Of.AWARDS, start, end, ReadLine((award,), sure=False, shape=Shape.LINE), aside=aside)


def _head(paper: Paper, found: list[Piece], at: int) -> None:
    """Put the line that names a member over the block, where it is a short one without a sum; a sentence only without a figure."""
    if at < 0 or found[at].of is not Of.TEXT:
        return
    text = paper.passages[found[at].start].text
    plain = not text.rstrip().endswith(".") or not find(text)
    if "£" not in text and len(text.split()) <= _MOST_WORDS + 3 and plain:
        found[at] = Piece(Of.HEAD, found[at].start, found[at].end)
