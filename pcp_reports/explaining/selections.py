"""Causes by lines: strands on their own, lines left out, counted twice, or counted though they stand elsewhere."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from pcp_reports.explaining.parts import CauseKind, Change, Fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.explaining.parts import Earlier, Line
    from pcp_reports.explaining.search import Search

MOST_STRANDS = 12
"""Up to this many strands every set of them is tried (4,096); beyond it one, two, all but one and all but two."""

MOST_LINES = 5_000
"""Up to this many lines two at a time are tried; beyond it one at a time."""

# How likely a slip is in an office, in parts of a thousand million. Each is shared among all the slips of its sort that could
# have happened: with 60 lines, that just this one was left out says less than with three.
_STRAND, _WHOLE, _SETS = 300_000_000, 300_000_000, 100_000_000
_LEFT_OUT, _TWICE, _APART, _OUTSIDE, _EARLIER = 200_000_000, 150_000_000, 150_000_000, 40_000_000, 150_000_000
_EARLIER_COUNT = 40_000_000  # a small number is soon met twice
_TWO_LEFT_OUT, _TWO_TWICE = 30_000_000, 10_000_000
_MOST_SETS = 8  # of more sets of strands that fit, not even a count printed beside would prove one
_MOST_FITS = 2  # more different ones of one sort than this prove nothing


def of_lines(search: Search, earlier: Sequence[Earlier]) -> list[Fit]:
    """Return every cause by lines that fits the claim, in no order; at each, every change that would do."""
    fits = [*_strands(search), *_single(search), *_apart(search), *_outside(search), *_earlier(search, earlier)]
    if search.target.exact and search.measure.money and len(search.lines) <= MOST_LINES:
        fits += _pairs(search)
    return [_weighed(search, fit) for fit in fits]


def _weighed(search: Search, fit: Fit) -> Fit:
    """Return the cause with what it is worth: where several figures would do, it is weak, unless one is the very figure."""
    changes = fit.changes
    if search.target.exact and len(changes) > 1:
        very = tuple(change for change in changes if search.target.is_right_of(search.after(change)))
        changes = very or changes
    unclear = len({search.after(change) for change in changes}) > 1 or search.by_chance(fit.weight)
    return Fit(fit.kind, fit.weight, changes, fit.earlier, weak=fit.weak or unclear, faint=fit.faint)


def _strands(search: Search) -> Iterator[Fit]:
    """Yield the whole round, strands alone, and sets of them: these only for money, and as a weak cause if it is not exact."""
    names = list(search.strands)
    sums = [search.measure.sum(search.strands[name]) for name in names]
    # Lines without a strand are no set of strands, but they are part of the whole round.
    loose = search.measure.sum(line for line in (*search.lines, *search.others) if line.strand is None)
    if search.others and search.target.admits(sum(sums) + loose):
        yield Fit(CauseKind.WHOLE, _WHOLE, (Change(extra=search.others),))
    alone = [
        change for at, name in enumerate(names) if search.target.admits(sums[at]) for change in _only(search, (name,))
    ]
    if alone:
        yield Fit(CauseKind.STRANDS, _STRAND * len(alone) // len(names), tuple(alone))
    if len(names) > 2 and search.measure.money:  # noqa: PLR2004 - else each set is one alone, or all
        sets, tried = _sets_that_fit(search, sums)
        if len(sets) > _MOST_SETS:
            return
        made = [change for chosen in sets for change in _only(search, tuple(names[at] for at in chosen))]
        weak = len(made) > _MOST_FITS or not search.target.exact
        for change in made:
            yield Fit(CauseKind.STRANDS, max(_SETS // tried, 1), (change,), weak=weak)


def _only(search: Search, strands: tuple[str, ...]) -> Iterator[Change]:
    """Yield what is changed if only these strands count; nothing where they are just what is claimed."""
    out = tuple(line for line in search.lines if line.strand not in strands)
    extra = tuple(line for line in search.others if line.strand in strands)
    if out or extra:
        yield Change(out, extra, strands)


def _sets_that_fit(search: Search, sums: list[int]) -> tuple[list[tuple[int, ...]], int]:
    """Return the sets of two strands or more that fit, and how many were tried."""
    number = len(sums)
    if number <= MOST_STRANDS:
        totals = [0]
        for one in sums:
            totals += [total + one for total in totals]
        marks = [mark for mark, total in enumerate(totals) if mark.bit_count() > 1 and search.target.admits(total)]
        return [tuple(at for at in range(number) if mark >> at & 1) for mark in marks], len(totals)
    whole, few = sum(sums), [*combinations(range(number), 1), *combinations(range(number), 2)]
    sets = [chosen for chosen in few[number:] if search.target.admits(sum(sums[at] for at in chosen))]
    without = [left for left in few if search.target.admits(whole - sum(sums[at] for at in left))]
    sets += [tuple(at for at in range(number) if at not in left) for left in without]
    return sets, 2 * len(few)


def _single(search: Search) -> Iterator[Fit]:
    """Yield one line left out, and one counted twice: all the lines that would do together, as they cannot be told apart."""
    number = len(search.lines)
    if not number:
        return
    low, high = search.target.low, search.target.high
    out, twice = [], []
    for value, lines in search.by_value.items():
        if low <= search.total - value <= high and number > 1 and search.target.admits(search.total - value):
            out += [Change(out=(line,)) for line in lines]
        if low <= search.total + value <= high and search.target.admits(search.total + value):
            twice += [Change(extra=(line,)) for line in lines]
    for kind, prior, changes in ((CauseKind.LEFT_OUT, _LEFT_OUT, out), (CauseKind.TWICE, _TWICE, twice)):
        # Nearly any line makes a count go out by one: that says little, and nothing where it may be one or another.
        if changes and (search.measure.money or len(changes) == 1):
            yield Fit(kind, prior * len(changes) // number, tuple(changes), faint=not search.measure.money)


def _pairs(search: Search) -> Iterator[Fit]:
    """Yield two lines left out, or counted twice, where they come exactly to the difference and no other two do."""
    number = len(search.lines)
    most = max(number * (number - 1) // 2, 1)
    two = _only_pair(search, -search.gap)
    if two is not None and number > len(two):
        yield Fit(CauseKind.LEFT_OUT, max(_TWO_LEFT_OUT // most, 1), (Change(out=two),))
    two = _only_pair(search, search.gap)
    if two is not None:
        yield Fit(CauseKind.TWICE, max(_TWO_TWICE // most, 1), (Change(extra=two),))


def _only_pair(search: Search, wanted: int) -> tuple[Line, ...] | None:
    """Return the only two lines that add up to ``wanted`` (above nothing); None where there are none, or several."""
    found: tuple[Line, Line] | None = None
    for value, lines in search.by_value.items():
        rest = wanted - value
        if value > rest or rest not in search.by_value:
            continue
        partners = search.by_value[rest]
        ways = len(lines) * (len(lines) - 1) // 2 if rest == value else len(lines) * len(partners)
        if ways == 0:
            continue
        if ways > 1 or found is not None:
            return None
        found = (lines[0], partners[-1])
    if found is None:
        return None
    return tuple(line for line in search.lines if line is found[0] or line is found[1])


def _apart(search: Search) -> Iterator[Fit]:
    """Yield lines that are withdrawn or returned and counted all the same: one of them, or all."""
    number = len(search.apart)
    ones = [change for change in (Change(extra=(line,)) for line in search.apart) if search.admits(change)]
    if ones:
        yield Fit(CauseKind.APART, _APART * len(ones) // number, tuple(ones))
    together = Change(extra=search.apart)
    if number > 1 and search.admits(together):
        yield Fit(CauseKind.APART, _APART // 2, (together,))


def _outside(search: Search) -> Iterator[Fit]:
    """Yield one line of another strand that is counted as well; only for money to the penny or the pound."""
    if not (search.target.exact and search.measure.money):
        return
    low, high = search.target.low - search.total, search.target.high - search.total
    near = [Change(extra=(line,)) for line in search.others if low <= line.pence <= high]
    fitting = tuple(change for change in near if search.admits(change))
    if fitting:
        yield Fit(CauseKind.OUTSIDE, _OUTSIDE * len(fitting) // len(search.others), fitting)


def _earlier(search: Search, earlier: Sequence[Earlier]) -> Iterator[Fit]:
    prior = _EARLIER if search.measure.money else _EARLIER_COUNT
    for at, one in enumerate(earlier, 1):
        value = one.pence if search.measure.money else one.projects
        if value is not None and search.target.admits(value):
            yield Fit(CauseKind.EARLIER, prior // at, (), one)  # the nearest come first
