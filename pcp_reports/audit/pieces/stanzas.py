"""Grants told over several lines each: a name, what it is for, and an amount on a line of its own, one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award, Standing
from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.audit.pieces.anchors import (
    MOST_BEHIND,
    MOST_LINES,
    Anchor,
    anchors_in,
    first_lines,
    headed,
    labelled,
    lines_behind,
    right_above,
)
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.pieces.records import records_of
from pcp_reports.audit.words.fates import standing_of, tells_standing
from pcp_reports.audit.words.fields import Label, Sense, entry_at
from pcp_reports.papers.tables.torn.marks import names_nobody
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.audit.pieces.anchors import Names
    from pcp_reports.passage import Paper

_FEWEST = 2
_GIVEN = re.compile(r"recipient|grant|award|receiv|benefici|derbynnydd")


def stanzas_of(paper: Paper, read_at: Callable[[int], ReadLine]) -> dict[int, Piece]:
    """Return the grants told in stanzas, by the passage that each begins with; none where there are not two at least.

    ``read_at`` gives what a passage is read into as a line.
    """
    records = records_of(paper)
    taken = {at for piece in records.values() for at in range(piece.start, piece.end)}
    told = _told(paper, read_at)
    return records | {start: piece for start, piece in told.items() if taken.isdisjoint(range(piece.start, piece.end))}


def _told(paper: Paper, read_at: Callable[[int], ReadLine]) -> dict[int, Piece]:
    """Return the grants told around amounts that stand on lines of their own."""
    found: dict[int, Piece] = {}
    run: list[Anchor] = []
    for anchor in anchors_in(paper, read_at):
        if run and anchor.start - run[-1].end > MOST_LINES:
            found |= _of_run(paper, run)
            run = []
        run.append(anchor)
    return found | _of_run(paper, run)


def _of_run(paper: Paper, run: Sequence[Anchor]) -> dict[int, Piece]:
    """Return the stanzas around amounts that follow each other, if their names are found in one and the same way."""
    if len(run) < _FEWEST:
        return {}
    plain = [anchor for anchor in run if not anchor.spoken]
    for names, anchors in (
        (labelled(paper, plain), plain),
        (lines_behind(paper, plain), plain),
        (headed(paper, run), run),
        (first_lines(paper, plain), plain),
        (right_above(paper, plain), plain),
        (right_above(paper, run), run),
    ):
        made = _longest(paper, anchors, names)
        if made:
            return made
    return {}


def _longest(paper: Paper, anchors: Sequence[Anchor], names: Sequence[Names]) -> dict[int, Piece]:
    """Return the stanzas of those that have a name, as long as two stand together."""
    if any(name is not None and names_nobody(name[1]) for name in names):
        return {}  # “Y” or “71”: the cell before a sum is not always the name
    made: dict[int, Piece] = {}
    run: list[tuple[Anchor, tuple[int, str]]] = []
    for anchor, name in [*zip(anchors, names, strict=True), (None, None)]:
        if anchor is not None and name is not None:
            run.append((anchor, name))
            continue
        if sum(one.amount is not None for one, _ in run) >= _FEWEST:
            made |= _pieces(paper, run)
        run = []
    return made


def _pieces(paper: Paper, run: Sequence[tuple[Anchor, tuple[int, str]]]) -> dict[int, Piece]:
    starts = [
        _start_of(paper, anchor, at, run[number - 1] if number else None)
        for number, (anchor, (at, _)) in enumerate(run)
    ]
    cycle = _first_label(paper, starts[0])
    made: dict[int, Piece] = {}
    for number, (anchor, (at, heading)) in enumerate(run):
        least = max(anchor.end, at + 1)
        start = starts[number]
        if number + 1 < len(run):
            end = _cycled(paper, cycle, least, starts[number + 1])
            starts[number + 1] = end
        else:
            end = _end_of(paper, least, at)
        inside = [entry for index in range(start, end) if (entry := entry_at(paper, index)) is not None]
        used = {index for entry in inside for index in range(entry.start, entry.end)} | {
            *range(anchor.start, anchor.end),
            at,
        }
        name, _, project = heading.partition(" – ")
        purpose = next((entry.value for entry in inside if entry.sense is Sense.PURPOSE), "") or anchor.purpose
        rest = [paper.passages[index].text.strip() for index in range(start, end) if index not in used]
        award = Award(
            name.strip(" :."), purpose or project.strip() or " ".join(rest), anchor.amount, at, 0, len(paper.passages[at].text), anchor.claim,
            standing=_standing(inside),
        )  # fmt: skip
        made[start] = Piece(Of.AWARDS, start, end, ReadLine((award,), sure=_is_sure(inside), shape=Shape.LINE))
    return made


def _start_of(paper: Paper, anchor: Anchor, at: int, before: tuple[Anchor, tuple[int, str]] | None) -> int:
    """Return where a stanza begins: with the labelled lines right above its name, or its amount where that stands first."""
    least = max(before[0].end, before[1][0] + 1) if before is not None else 0
    start = min(at, anchor.start)
    while start > least and (entry := entry_at(paper, start - 1)) is not None and entry.end <= start:
        if before is not None:
            break
        start -= 1
    return start


def _first_label(paper: Paper, start: int) -> str:
    entry = entry_at(paper, start)
    return entry.label if entry is not None else ""


def _cycled(paper: Paper, label: str, least: int, start: int) -> int:
    """Return where the next stanza begins: with the label that the first begins with, where it has that."""
    return next(
        (
            at
            for at in range(least, start)
            if label and (entry := entry_at(paper, at)) is not None and entry.label == label
        ),
        start,
    )


def _end_of(paper: Paper, least: int, name: int) -> int:
    """Return the passage behind the last stanza, with the labelled lines and the items under its name."""
    end, top = least, paper.passages[name]
    while end < min(least + MOST_BEHIND, len(paper.passages)):
        one = paper.passages[end]
        entry = entry_at(paper, end)
        under = one.sort is Sort.ITEM and top.sort is Sort.ITEM and one.level > top.level
        if entry is None and not under:
            break
        end = entry.end if entry is not None else end + 1
    return end


def _standing(inside: Sequence[Label]) -> Standing:
    """Return what became of an application: as its line “Decision: declined” says."""
    told = [entry.value for entry in inside if entry.sense is Sense.FATE and tells_standing(entry.value)]
    return standing_of(told[-1]) if told else Standing.AWARDED


def _is_sure(inside: Sequence[Label]) -> bool:
    """Return whether the labels themselves say that money was given to somebody: “Recipient”, “Who received the funding”."""
    return any(entry.sense is Sense.NAME and _GIVEN.search(entry.label) is not None for entry in inside)
