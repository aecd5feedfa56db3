"""Lines within a list of grants that could not be read: no total over the list is judged then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.rounds_ends import is_furniture
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.found import Award, Total
    from pcp_reports.passage import Paper, Passage

_FEW_WORDS = 8
_SUM = re.compile(r"£\s?[0-9]")


def unread_lines(
    paper: Paper, awards: Iterable[Award], totals: Iterable[Total], heads: Iterable[int]
) -> tuple[int, ...]:
    """Return the passages between the first line and the last that look like lines and were not read as such.

    The items right before the first line and behind the last are looked at as well. What is a heading of lines, a
    total, or tells more of the line above it, is none.
    """
    read = {award.passage for award in awards}
    known = read | {total.passage for total in totals} | set(heads)
    first, last = min(read), max(read)
    found = [index for index in range(first + 1, last) if index not in known and _looks_read(paper, index, read)]
    for step in (-1, 1):
        edge = first if step < 0 else last
        index = edge + step
        while 0 <= index < len(paper.passages) and _is_like(paper.passages[index], paper.passages[edge]):
            text = paper.passages[index].text
            short = step > 0 and len(text.split()) <= _FEW_WORDS and not text.rstrip().endswith(".")
            if index not in known and (short or _SUM.search(text)):
                found.append(index)
            index += step
    return tuple(sorted(found))


def _looks_read(paper: Paper, index: int, read: set[int]) -> bool:
    one = paper.passages[index]
    if is_furniture(one.text) or one.header:
        return False
    if one.sort is Sort.ROW:
        return _SUM.search(one.text) is not None and any(
            paper.passages[at].table == one.table for at in read if at < index
        )
    return any(_is_like(one, paper.passages[at]) for at in _near(index, read))


def _near(index: int, read: set[int]) -> Iterator[int]:
    """Yield the nearest lines before and behind a passage."""
    yield max(at for at in read if at < index)
    yield min(at for at in read if at > index)


def _is_like(one: Passage, line: Passage) -> bool:
    """Return whether a passage is an item of the very kind of a line: of its list, level and sort of label."""
    if one.sort is not Sort.ITEM or line.sort is not Sort.ITEM:
        return False
    if (one.level, one.numbered) != (line.level, line.numbered) or one.text.rstrip().endswith(":"):
        return False
    return label_kind(one.label) == label_kind(line.label)


def label_kind(label: str) -> str:
    """Return how a label is written, whatever its number: “9.” and “10.” alike, “(a)” and “(b)”."""
    if re.fullmatch(r"[^0-9A-Za-z]*", label):
        return label.strip()
    return re.sub(r"[0-9]+", "0", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", label)))
