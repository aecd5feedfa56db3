"""Amounts that stand on lines of their own, and the names that they may belong to."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import Shape
from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.words.fields import Sense, entry_at
from pcp_reports.audit.words.names import is_caption
from pcp_reports.claims import Kind, Unit, read
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.audit.lines import ReadLine
    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

    Names = tuple[int, str] | None

_AMOUNT = re.compile(
    r"(?i)(?:(?:grant |award )?(?:amount|grant|award|value|sum|funding|awarded|granted|approved)"
    r"(?: (?:amount|value|awarded|of|approved|given|agreed|made|offered|recommended|size|grant|award|funding))*\s*[:=–-]?\s*)?"
    r"(£\s?[0-9][0-9,]*(?:\.[0-9]{2})?)\s*(?:\([^£)]*\))?\s*\.?"
)
_ALIKE = 3
MOST_LINES = 8
_MOST_WORDS = 12
MOST_BEHIND = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """An amount on a line of its own; None where it is no plain sum (“Amount: up to £500”). ``spoken``: a sentence under the heading of whom it is about; ``labelled``: “Amount:”."""

    start: int
    end: int
    amount: Money | None
    claim: Claim | None
    purpose: str = ""
    spoken: bool = False
    labelled: bool = False


def anchors_in(paper: Paper, read_at: Callable[[int], ReadLine]) -> list[Anchor]:
    """Return the amounts that stand on lines of their own, in order."""
    made: list[Anchor] = []
    for at, one in enumerate(paper.passages):
        if one.sort not in (Sort.TEXT, Sort.ITEM) or "£" not in one.text or (made and at < made[-1].end):
            continue
        start = at
        above = entry_at(paper, at - 1) if at else None
        if above is not None and above.end == at + 1:
            if above.sense is not Sense.AMOUNT:
                continue
            start = at - 1
        own = entry_at(paper, at)
        if own is not None and own.sense is not Sense.AMOUNT:
            continue
        line = read_at(at)
        anchor = _plain(one.text, start, at + 1) or _of_part(line, start, at + 1) or _of_sentence(paper, line, at)
        if anchor is None and (own is not None or start < at):
            anchor = Anchor(start, at + 1, None, read(own.value if own is not None else one.text.strip()))
        if anchor is not None:
            made.append(replace(anchor, labelled=start < at or own is not None))
    return made


def _plain(text: str, start: int, end: int) -> Anchor | None:
    match = _AMOUNT.fullmatch(text.strip())
    claim = read(match[1]) if match is not None else None
    if claim is None or claim.kind is not Kind.EXACT or claim.unit is not Unit.MONEY or claim.value is None:
        return None
    return Anchor(start, end, Money(int(claim.value * 100)), claim)


def _of_part(line: ReadLine, start: int, end: int) -> Anchor | None:
    part = line.part
    if part is None or part.amount is None or part.standing is not Standing.AWARDED:
        return None
    return Anchor(start, end, part.amount, part.claim, part.purpose, line.shape is Shape.SPOKEN)


def _of_sentence(paper: Paper, line: ReadLine, at: int) -> Anchor | None:
    """Return the amount of a sentence right under a heading that names the very recipient."""
    if at == 0 or len(line.awards) != 1 or paper.passages[at - 1].sort is not Sort.HEADING:
        return None
    award = line.awards[0]
    head = paper.passages[at - 1].text.casefold().split()
    if award.amount is None or not award.counts or award.recipient.casefold().split()[:_ALIKE] != head[:_ALIKE]:
        return None
    return Anchor(at, at + 1, award.amount, award.claim, award.purpose, spoken=True)


def _window(paper: Paper, anchors: Sequence[Anchor], number: int) -> range:
    """Return the passages between an amount and the one before it."""
    start = anchors[number].start
    least = anchors[number - 1].end if number else max(start - MOST_LINES, 0)
    for at in range(start - 1, least - 1, -1):
        if paper.passages[at].sort is Sort.ROW:
            return range(at + 1, start)
    return range(least, start)


def labelled(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the names that labels give before the amounts, of the recipient, else of the applicant; or behind them.

    They stand behind where the first amount has a label and no name before it.
    """
    if anchors and anchors[0].labelled and _name_in(paper, _window(paper, anchors, 0)) is None:
        return _labelled_behind(paper, anchors)
    return [_name_in(paper, _window(paper, anchors, number)) for number in range(len(anchors))]


def _labelled_behind(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the names that labels give behind the amounts."""
    ends = [anchor.start for anchor in anchors[1:]] + [min(anchors[-1].end + MOST_BEHIND, len(paper.passages))]
    return [_name_in(paper, range(anchor.end, end)) for anchor, end in zip(anchors, ends, strict=True)]


def _name_in(paper: Paper, window: range) -> Names:
    found = [entry for at in window if (entry := entry_at(paper, at)) is not None and entry.end <= window.stop]
    for sense in (Sense.NAME, Sense.APPLICANT):
        named = [entry for entry in found if entry.sense is sense and _is_name(entry.value)]
        if named:
            return named[-1].start, named[-1].value
    return None


def lines_behind(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the lines right beneath the amounts, where each is a name, and nothing but a sentence or heading leads to the first.

    “£500”, beneath it “Guides”, “£600”, “Scouts”: read upwards, the first sum would have no name and the last name no sum.
    """
    none: list[Names] = [None for _ in anchors]
    length = _length(anchors)
    if length < 1 or anchors[0].start < 1 or anchors[-1].end + length > len(paper.passages):
        return none
    behind = [_line_name(paper, anchor.end) for anchor in anchors]
    first = paper.passages[anchors[0].start - 1]
    # a line above that may be a name is taken for one: then the sums stand beneath their names
    led = first.sort in (Sort.HEADING, Sort.TITLE) or first.text.rstrip().endswith((".", ":", "!", "?"))
    return behind if led and _line_name(paper, anchors[0].start - 1) is None and all(behind) else none


def _length(anchors: Sequence[Anchor]) -> int:
    """Return how many passages stand between one amount and the next, where they are as many everywhere; else 0."""
    found = {later.start - one.end for one, later in pairwise(anchors)}
    return found.pop() if len(found) == 1 else 0


def headed(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the names that stand over the amounts as headings, in bold, or as the items that theirs are part of."""
    length = _length(anchors)
    if length > 1 and all(
        paper.passages[at].sort is Sort.HEADING
        for anchor in anchors[1:]
        for at in range(anchor.start - length, anchor.start)
    ):
        return [None for _ in anchors]  # short lines that all look like headings: the first of each stanza is the name
    made: list[Names] = []
    for number, anchor in enumerate(anchors):
        level = paper.passages[anchor.start]
        found: Names = None
        for at in reversed(_window(paper, anchors, number)):
            one = paper.passages[at]
            over = one.sort is Sort.ITEM and level.sort is Sort.ITEM and one.level < level.level
            if one.sort in (Sort.HEADING, Sort.TITLE) or one.bold or over:
                text = one.text.strip().rstrip(" :")
                found = (at, text) if _is_name(text) and not is_caption(text) and entry_at(paper, at) is None else None
                break
        made.append(found)
    return made


def first_lines(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the first line of each stanza, where all are equally long."""
    length = _length(anchors)
    if length < 1:
        return [None for _ in anchors]
    made: list[Names] = []
    for anchor in anchors:
        at = anchor.start - length
        heads = [index for index in range(max(at, 0), anchor.start) if paper.passages[index].sort is Sort.HEADING]
        at = heads[-1] if 0 < len(heads) < length else at
        made.append(_line_name(paper, at) if at >= 0 else None)
    return made


def right_above(paper: Paper, anchors: Sequence[Anchor]) -> list[Names]:
    """Return the lines right above the amounts, where each is a name."""
    return [_line_name(paper, anchor.start - 1) if anchor.start else None for anchor in anchors]


def _line_name(paper: Paper, at: int) -> Names:
    one = paper.passages[at]
    text = one.text.strip()
    if one.sort is Sort.ROW or entry_at(paper, at) is not None or text.endswith((".", ":", ";")) or not _is_name(text):
        return None
    return at, text


def _is_name(text: str) -> bool:
    plain = text.rstrip(" :.")
    return (
        0 < len(plain.split()) <= _MOST_WORDS
        and "£" not in plain
        and naming.is_name(plain)
        and not naming.is_total(plain)
        and not naming.is_finance(plain)
        and not naming.is_generic(plain)
    )
