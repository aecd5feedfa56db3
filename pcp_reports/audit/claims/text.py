"""The words about a list of grants as one text, of which every character knows the passage it stands in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pcp_reports.findings import Place
from pcp_reports.papers.spots import spot_of
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.said import PUT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper

_BREAK = "\n\n"
_HEADLINE = 16  # words


@dataclass(frozen=True, slots=True)
class AboutText:
    """Passages joined by blank lines, the grant lines within them blanked out; ``starts`` is where each begins in the text."""

    text: str
    passages: tuple[int, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> tuple[int, int]:
        """Return the passage that a character stands in, and its place in the text of that."""
        number = max(bisect_right(self.starts, offset) - 1, 0)
        return self.passages[number], offset - self.starts[number]


def about(paper: Paper, passages: Sequence[int], awards: Iterable[Award]) -> AboutText:
    """Return the passages as one text. Grant lines in them are no words about the list, and no figure runs across one."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for award in awards:
        spans.setdefault(award.passage, []).append((award.start, award.end))
    made, starts, at = [], [], 0
    for index in passages:
        text = paper.passages[index].text
        for start, end in spans.get(index, ()):
            text = text[:start] + PUT_IN * (min(end, len(text)) - start) + text[end:]
        starts.append(at)
        made.append(text)
        at += len(text) + len(_BREAK)
    return AboutText(_BREAK.join(made), tuple(passages), tuple(starts))


def place_in(paper: Paper, passage: int, offset: int = 0) -> Place:
    """Return the place of a character of a passage: lines and columns as an editor counts them, as far as they are known."""
    line, column = spot_of(paper.passages[passage], offset)
    return Place(paper.path, line, column)


def is_heading(paper: Paper, index: int) -> bool:
    """Return whether a passage is a heading, or the headline of a notice: the first line of all, and no sentence."""
    one = paper.passages[index]
    if one.sort in (Sort.HEADING, Sort.TITLE):
        return True
    return index == 0 and len(one.text.split()) <= _HEADLINE and not one.text.rstrip().endswith((".", ":"))


def where_of(paper: Paper, passage: int) -> str:
    """Return where a passage stands in words; its line, where nothing better is known."""
    one = paper.passages[passage]
    return one.where or f"line {one.line}"
