"""Lists of which only some lines kept their bullet, as pages lose them: such a line is one of the list, and heads nothing.

“East: £9,000” over bullets that come to £9,000 heads them. “Bowls Club: £800” over bullets of £4,000 and £700 cannot.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape, read_line
from pcp_reports.audit.words.ends import is_furniture
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Paper, Sort
from pcp_reports.records import dataclass
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.passage import Passage

_FEWEST = 3
_SEVERAL = 2
_LONGEST = 300
_NEAR = 10  # within a tenth
_CARRIED = re.compile(
    r"(?i)\b(?:balance|carried|brought|forward|totals?|sub-?totals?|in hand|left|remaining|unallocated|budget|income|interest|available)\b"
)
_BODY = re.compile(
    r"[A-Z][\w’'&.-]*(?: (?:[A-Z(][\w’'&.)-]*|of|and|the|for|&))* (?:\w+ )?(?:Museum|Club|Trust|Council|School|Hall|Society|Church|Association|Group|Centre|CIC|CIO|Charity|Theatre|Library|Choir|"
    r"Band|Scouts?|Guides|Brownies|Academy|College|Hospice|Shed|Committee|Pantry|Foodbank|Playgroup|Nursery|Forum|Partnership|Federation|Allotments?|Festival|Hospital|Team|FC|RFC|AFC|PTA|Project)\b"
)
_SHARED = re.compile(
    r"(?i)\b(?:funds?|grants|awards|scheme|strand|pot|programme|theme|priority|lot|round|stream|projects|cronfa)\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage that gives one body one sum, in pence."""

    at: int
    name: str
    pence: int
    item: bool
    spoken: bool  # a sentence, that may as well tell of a grant of its own


@dataclass(frozen=True, slots=True)
class _Head:
    """A line without a bullet, and the bullets right beneath it."""

    line: _Line
    beneath: tuple[_Line, ...]

    @property
    def agrees(self) -> bool:
        """Return whether the bullets come to its sum."""
        return self.apart == 0

    @property
    def apart(self) -> int:
        """Return how far the bullets are from its sum, in pence."""
        return abs(sum(one.pence for one in self.beneath) - self.line.pence)

    @property
    def is_too_small(self) -> bool:
        """Return whether one bullet alone is more than its sum: then it can be no sum of them."""
        return max(one.pence for one in self.beneath) > self.line.pence


def with_bullets_back(paper: Paper, locale: str = "en_GB") -> Paper:
    """Return the paper, lines of a list that lost their bullet as items of it."""
    passages = list(paper.passages)
    runs = list(_runs(paper.passages, locale))
    stated = _stated(paper, runs[-1][0].at, locale) if runs else {}
    for run in runs:
        lost = _lost(paper, run, stated, locale)
        like = next(passages[one.at] for one in run if one.item)
        for one in lost:
            passages[one.at] = replace(passages[one.at], sort=Sort.ITEM, level=like.level, label=like.label, bold=False)
    return replace(paper, passages=tuple(passages))


def _runs(passages: Sequence[Passage], locale: str) -> Iterator[list[_Line]]:
    """Yield lines that follow one another, some with a bullet and some without."""
    for stretch in _stretches(passages):
        if len({passages[at].sort for at in stretch}) == 1:
            continue
        run: list[_Line] = []
        for at in stretch:
            line = _line(passages[at], at, locale)
            if line is not None:
                run.append(line)
                continue
            yield from [run] if len({one.item for one in run}) > 1 else []
            run = []
        yield from [run] if len({one.item for one in run}) > 1 else []


def _stretches(passages: Sequence[Passage]) -> Iterator[list[int]]:
    """Yield the places of passages that may be lines and follow one another."""
    made: list[int] = []
    for at, one in enumerate(passages):
        if _may_be_line(one):
            made.append(at)
        elif made and one.text.strip() and not is_furniture(one.text):
            yield made
            made = []
    yield from [made] if made else []


def _may_be_line(one: Passage) -> bool:
    if one.sort not in (Sort.TEXT, Sort.ITEM) or one.numbered or one.bold or "£" not in one.text:
        return False
    return len(one.text) <= _LONGEST and not one.text.rstrip().endswith(":")


def _line(one: Passage, at: int, locale: str) -> _Line | None:
    read = read_line(one.text, passage=at, locale=locale)
    if len(read.awards) != 1 or read.shape not in (Shape.LINE, Shape.SENTENCE):
        return None
    award = read.awards[0]
    if award.amount is None or _CARRIED.search(one.text):
        return None
    return _Line(at, award.recipient, award.amount.pence, one.sort is Sort.ITEM, read.shape is Shape.SENTENCE)


def _stated(paper: Paper, end: int, locale: str) -> dict[Decimal, int]:
    """Return the sums stated above a passage, in pence, each with the first passage that states it."""
    found: dict[Decimal, int] = {}
    for at, one in enumerate(paper.passages[:end]):
        if one.sort is not Sort.ROW and "£" in one.text:
            for claim in find(one.text, locale):
                if claim.unit is Unit.MONEY and claim.value is not None:
                    found.setdefault(claim.value * 100, at)
    return found


def _lost(paper: Paper, run: Sequence[_Line], stated: Mapping[Decimal, int], locale: str) -> list[_Line]:
    """Return the lines of a run that lost their bullet; none where they may head what stands beneath them."""
    told = _is_told(paper, run, stated, locale)
    heads = list(_heads(run))
    if any(one.agrees or _SHARED.search(one.line.name) for one in heads):
        return []
    if heads and all(one.apart * _NEAR <= one.line.pence for one in heads):
        return []  # strands whose sums are all but right
    led = {one.line.at for one in heads}
    last = max(led, default=-1)
    others = any(not one.item and one.at < last and one.at not in led for one in run)
    certain = told or len(heads) >= _SEVERAL or others
    if heads and not (certain or heads[0].is_too_small):
        return []
    return [
        one
        for one in run
        if not one.item and (told or not one.spoken) and (one.at <= last or certain or _is_last_of(run, one))
    ]


def _is_last_of(run: Sequence[_Line], one: _Line) -> bool:
    """Return whether a line without a bullet closes a list of bullets: it names a body of its own, and is not what they come to.

    What is said of a body of the list behind it is no line of it: “Elm Club will spend £500 on staff.”
    """
    if one is not run[-1]:
        return False
    above = [other for other in run if other.at < one.at]
    if one.name.casefold() in {other.name.casefold() for other in above}:
        return False
    sums = sum(other.pence for other in above)
    alone = all(other.item for other in above) and len(above) >= _FEWEST
    return alone and one.pence != sums and _BODY.search(one.name) is not None


def _heads(run: Sequence[_Line]) -> Iterator[_Head]:
    for number, line in enumerate(run):
        if line.item:
            continue
        beneath: list[_Line] = []
        for one in run[number + 1 :]:
            if not one.item:
                break
            beneath.append(one)
        if beneath:
            yield _Head(line, tuple(beneath))


def _is_told(paper: Paper, run: Sequence[_Line], stated: Mapping[Decimal, int], locale: str) -> bool:
    """Return whether a sentence before the run gives the very sum of all its lines, or the last one their number."""
    start = run[0].at
    if stated.get(Decimal(sum(one.pence for one in run)), start) < start:
        return True
    above = (paper.passages[at].text for at in range(start - 1, -1, -1) if paper.passages[at].text.strip())
    counted = (claim for claim in find(next(above, ""), locale) if what_it_counts(claim) is not None)
    return any(claim.value == len(run) for claim in counted)


__all__ = ["with_bullets_back"]
