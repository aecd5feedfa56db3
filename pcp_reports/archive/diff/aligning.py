"""Lays the lines of two papers side by side: which is which, which came, which went."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pcp_reports.comparing.pairs.pairing import alike, out_of_order
from pcp_reports.records import dataclass
from pcp_reports.word.printed_lines import LineKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.word.printed_lines import Line

_LEAST = 0.35
_BEGINNING = 30  # so many letters at the beginning tell a line in a long stretch
MOST_WEIGHED = 10_000
"""How many pairs of lines within one stretch are weighed; a longer stretch is told as taken out and put in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the old paper beside the one that it became; None where it went or came."""

    old: Line | None
    new: Line | None

    @property
    def is_same(self) -> bool:
        """Return whether the line stands as it stood, its number aside."""
        return self.old is not None and self.new is not None and self.old.says == self.new.says


def align(old: Sequence[Line], new: Sequence[Line]) -> tuple[Row, ...]:
    """Return every line of both papers, each once, in the order of both.

    Lines that stand once in each paper hold the two together; only what lies between these is searched for the rest.
    """
    numbers: dict[object, int] = {}
    here, there = ([numbers.setdefault(one.says, len(numbers)) for one in lines] for lines in (old, new))
    rows: list[Row] = []
    first = new_first = 0
    for last, new_last in [*_anchors(here, there), (len(old), len(new))]:
        matcher = SequenceMatcher(None, here[first:last], there[new_first:new_last], autojunk=False)
        for tag, start, end, new_start, new_end in matcher.get_opcodes():
            before = old[first + start : first + end]
            after = new[new_first + new_start : new_first + new_end]
            if tag == "equal":
                rows += [Row(one, other) for one, other in zip(before, after, strict=True)]
            else:
                rows += _within(before, after)
        if last < len(old):
            rows.append(Row(old[last], new[new_last]))
        first, new_first = last + 1, new_last + 1
    return tuple(rows)


def _anchors(here: Sequence[int], there: Sequence[int]) -> list[tuple[int, int]]:
    """Return the places of the lines that stand once in each paper, without those that were moved past others."""
    times, new_times = Counter(here), Counter(there)
    places = {number: at for at, number in enumerate(there) if new_times[number] == 1}
    pairs = [(at, places[number]) for at, number in enumerate(here) if times[number] == 1 and number in places]
    moved = out_of_order([new_at for _, new_at in pairs])
    return [one for at, one in enumerate(pairs) if at not in moved]


def _within(old: Sequence[Line], new: Sequence[Line]) -> list[Row]:
    """Return the lines of a stretch in which none is the same, the most alike beside each other and in order."""
    if len(old) == len(new) == 1 and old[0].kind is new[0].kind:
        return [Row(old[0], new[0])]
    if not old or not new:
        return [*(Row(one, None) for one in old), *(Row(None, one) for one in new)]
    if len(old) * len(new) > MOST_WEIGHED:
        return _by_beginning(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    weights = [[_weight(one, other) for other in new] for one in old]
    for here in range(len(old) - 1, -1, -1):
        for there in range(len(new) - 1, -1, -1):
            beside = best[here + 1][there + 1] + weights[here][there] if weights[here][there] else 0.0
            best[here][there] = max(best[here + 1][there], best[here][there + 1], beside)
    rows: list[Row] = []
    here = there = 0
    while here < len(old) and there < len(new):
        weight = weights[here][there]
        if weight and best[here][there] == best[here + 1][there + 1] + weight:
            rows.append(Row(old[here], new[there]))
            here, there = here + 1, there + 1
        elif best[here][there] == best[here + 1][there]:
            rows.append(Row(old[here], None))
            here += 1
        else:
            rows.append(Row(None, new[there]))
            there += 1
    return [*rows, *(Row(one, None) for one in old[here:]), *(Row(None, one) for one in new[there:])]


def _by_beginning(old: Sequence[Line], new: Sequence[Line]) -> list[Row]:
    """Return the lines of a long stretch, those that begin alike beside each other: a list of grants with new amounts."""
    here, there = ([_beginning(one) for one in lines] for lines in (old, new))
    rows: list[Row] = []
    for tag, first, last, new_first, new_last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        before, after = old[first:last], new[new_first:new_last]
        if tag == "equal":
            rows += [Row(one, other) for one, other in zip(before, after, strict=True)]
        elif len(before) * len(after) <= MOST_WEIGHED:
            rows += _within(before, after)
        else:
            rows += [*(Row(one, None) for one in before), *(Row(None, one) for one in after)]
    return rows


def _beginning(line: Line) -> tuple[LineKind, str]:
    return (line.kind, line.recipient if line.kind is LineKind.GRANT else line.text[:_BEGINNING])


def _weight(one: Line, other: Line) -> float:
    """Return how likely one line became the other; 0 where they are not told as one."""
    if (one.rows is None) != (other.rows is None):
        return 0.0
    if (LineKind.HEADING in (one.kind, other.kind) or LineKind.GRANT in (one.kind, other.kind)) and (
        one.kind is not other.kind
    ):
        return 0.0
    weight = alike(one.text, other.text)
    if one.kind is LineKind.GRANT and one.recipient == other.recipient:
        weight = max(weight, _LEAST + 0.1 + weight / 2)
    if one.rows is not None and other.rows is not None and one.rows[:1] == other.rows[:1]:
        weight = max(weight, _LEAST + 0.1 + weight / 2)
    return weight if weight >= _LEAST else 0.0
