"""Cells that one blank alone parts from the next, as where a long cell fills its column: the rows about it show where that begins.

Cricket Club     new shutters on the pavilion £985
Windle Scouts    crime prevention badge       £340
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.blank_cells import NARROW, Spans, is_money, spans_of
from pcp_reports.papers.tables.columns import WIDEST_GAP, adjoining

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.papers.lines.lines import Line

_NEAR = 3
_FEWEST = 2
_ENDS_IN_SUM = re.compile(r"[0-9]\)?\.?\*?\s*$")


def spans_at(lines: Sequence[Line], at: int) -> Spans:
    """Return the cells of a line, those that one blank parts told by where the cells of the lines about it begin or end."""
    own = spans_of(lines[at])
    if _ENDS_IN_SUM.search(lines[at].shown) is None or not any(" " in words for _, _, words in own.spans):
        return own
    about = list(_about(lines, at))
    sums = [one.spans[-1] for one in about]
    others = [start for one in about for start, _, _ in one.spans[1:-1]]
    made: list[tuple[int, int, str]] = []
    for start, end, words in own.spans:
        cuts = []
        last = words.rfind(" ") + 1
        beneath = bool(sums) and all(start + last < right and left < end for left, right, _ in sums)
        if last and words[last:].startswith("£") and is_money(words[last:]) and beneath:
            cuts.append(last)
        cuts += [
            place - start
            for place in sorted(set(others))
            if start < place < end and words[place - start - 1] == " " and others.count(place) >= _FEWEST
        ]
        made += _cut(start, end, words, sorted(set(cuts)))
    return replace(own, spans=tuple(made)) if len(made) > len(own.spans) else own


def _about(lines: Sequence[Line], at: int) -> Iterator[Spans]:
    """Yield the rows right above and below a line, without a gap: several cells, the last of them an amount."""
    for step in (-1, 1):
        place = at
        for _ in range(_NEAR):
            place += step
            below = max(place, place - step)
            if not (0 <= place < len(lines) and adjoining(lines, below, WIDEST_GAP)):
                break
            one = spans_of(lines[place])
            if len(one.spans) > 1 and is_money(one.spans[-1][2]):
                yield one


def _cut(start: int, end: int, words: str, cuts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield a stretch in parts; each ends as far before the next as cells do, so that their columns are told apart."""
    first = 0
    for cut in cuts:
        yield start + first, max(start + cut - NARROW, start + first + 1), words[first:cut].rstrip()
        first = cut
    yield start + first, end, words[first:]
