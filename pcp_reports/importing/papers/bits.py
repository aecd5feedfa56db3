"""Passages of a paper as blocks of prose: paragraphs, bullets and the bullets beneath them, set as they are set in Word."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.document import Run
from pcp_reports.importing.papers.literal import Bit
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from pcp_reports.passage import Paper, Passage
    from pcp_reports.word.set_words import SetParagraph

_TYPED = re.compile(r"\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-Z“‘\"'(])")
_LONGEST_LABEL = 10
_NEAR = 400  # paragraphs: how far ahead the words of a passage are looked for


def set_as(paper: Paper, paragraphs: Sequence[SetParagraph]) -> dict[int, SetParagraph]:
    """Return how the passages of a Word file are set, by their places; both run in one order, and are held by their words.

    What was typed in front of a passage as its number or bullet is not among its words.
    """
    found: dict[int, SetParagraph] = {}
    words = [_plain(one.text) for one in paragraphs]
    at = 0
    for place, passage in enumerate(paper.passages):
        if passage.sort in AROUND or passage.sort is Sort.ROW:
            continue
        wanted = _plain(passage.text)
        for ahead in range(at, min(len(words), at + _NEAR)):
            over = len(words[ahead]) - len(wanted)
            if wanted and 0 <= over <= _LONGEST_LABEL and words[ahead].endswith(wanted):
                found[place] = _behind_label(paragraphs[ahead], wanted) if over else paragraphs[ahead]
                at = ahead + 1
                break
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _behind_label(one: SetParagraph, wanted: str) -> SetParagraph:
    """Return a paragraph without the number or bullet that was typed in front of its words."""
    runs = list(one.runs)
    while runs and _plain("".join(run.text for run in runs)) != wanted:
        first = runs.pop(0)
        if len(first.text) > 1:
            runs.insert(0, replace(first, text=first.text[1:]))
    return replace(one, runs=tuple(runs))


def bits_of(
    passages: Sequence[Passage],
    places: Iterable[int],
    typed: Mapping[int, SetParagraph],
    numbers: Container[int] = (),
    said: Mapping[int, str] | None = None,
) -> list[Bit]:
    """Return passages as blocks. ``numbers`` are passages whose own numbers are the paper's, and are left out.

    Other numbers and letters are those of a list inside the text: they stay in front of their words. A row of a table
    becomes a paragraph, its cells one behind the other. ``said`` are words that stand for those of a passage.
    """
    chosen = list(places)
    instead = said or {}
    bullets = [passages[at].level for at in chosen if _is_bullet(passages[at], at, numbers)]
    highest = min(bullets, default=0)
    made: list[Bit] = []
    count = _Count()
    for at in chosen:
        one = passages[at]
        if instead.get(at):
            made.append(Bit("paragraph", (Run(instead[at]),)))
            continue
        runs = typed[at].runs if at in typed else (Run(_row(one) if one.sort is Sort.ROW else one.text),)
        if not _is_bullet(one, at, numbers):
            made += [Bit("paragraph", line) for line in _lines(count.without(runs))]
            continue
        label = f"{one.label} " if one.numbered and one.label else ""
        made.append(Bit("bullet" if one.level == highest else "sub-bullet", (Run(label), *runs)))
    return made


class _Count:
    """Numbers that somebody typed in front of paragraphs: “3.1 In February …”, and “3.2 …” after it, but not “1.5 posts”."""

    def __init__(self) -> None:
        """Begin before the first paragraph, which may have any number."""
        self._next = ""
        self._first = True

    def without(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """Return a paragraph without its number, where it is the first, or the number goes on from the one before."""
        typed = _TYPED.match(runs[0].text) if runs else None
        counts = typed is not None and (self._first or typed[0].strip().rstrip(".") == self._next)
        self._first = False
        if typed is None or not counts:
            return tuple(runs)
        over, _, last = typed[0].strip().rstrip(".").rpartition(".")
        self._next = f"{over}.{int(last) + 1}"
        return (replace(runs[0], text=runs[0].text[typed.end() :]), *runs[1:])


def _row(one: Passage) -> str:
    """Return a row as words: “Total: £8,200”, “Mill Trust – lamps – up to £500”."""
    cells = [" ".join(cell.text.split()).strip(" :") for cell in one.cells if cell.text.strip() and not cell.goes_on]
    return ": ".join(cells) if len(cells) == 2 else " – ".join(cells)  # noqa: PLR2004 - a name and its figure


def _is_bullet(one: Passage, at: int, numbers: Container[int]) -> bool:
    return one.sort is Sort.ITEM and at not in numbers


def _lines(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Give the lines of a paragraph that has line breaks in it, each as a paragraph of its own."""
    line: list[Run] = []
    for run in runs:
        first, *more = re.split(r"[\n\v\f]", run.text)
        line.append(Run(first, run.bold, run.italic, run.link))
        for text in more:
            yield tuple(line)
            line = [Run(text, run.bold, run.italic, run.link)]
    yield tuple(line)
