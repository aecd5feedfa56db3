"""Changes against the start and end that are given: was + change = now, and per cent against percentage points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.changes import (
    Fit,
    fit,
    moved,
    per_cent_between,
    read_change,
    start_by_per_cent,
    start_by_points,
)
from pcp_reports.checks.measures import comparable, measures, same_name
from pcp_reports.claims import Unit
from pcp_reports.findings import Finding, Related
from pcp_reports.measured import in_tenths, points, printed
from pcp_reports.records import dataclass
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.changes import Change
    from pcp_reports.checks.measures import Measure
    from pcp_reports.measured import Quantity
    from pcp_reports.placing import Survey

_HUNDRED = 100
_UNITS = {
    Unit.MONEY: "pounds",
    Unit.COUNT: "numbers",
    Unit.SCORE: "numbers",
    Unit.PERCENT: "per cent",
    Unit.POINTS: "points",
}


@dataclass(frozen=True, slots=True)
class _Start:
    """A value that a figure may have started from, and the earlier phase that says it (None for its own ``was``)."""

    quantity: Quantity
    told: Measure | None = None


def moves(survey: Survey) -> Iterator[Finding]:
    """A change leads from the start to the end, and says per cent or points as it is meant."""
    for measure in measures(survey):
        change = read_change(measure.figure.change, measure.locale)
        end = measure.read(measure.end)
        if change is None or end is None:
            continue
        starts = _starts(measure)
        if starts:
            yield from _judged(measure, starts, end, change)
        elif measure.figure.was is None and not measure.earlier:
            yield from _without_start(measure, end, change)


def _starts(measure: Measure) -> list[_Start]:
    """Return the starts that can be read: the figure's own, else what earlier phases say, the nearest first."""
    if measure.figure.was is not None:
        own = measure.read(measure.figure.was)
        return [_Start(own)] if own is not None else []
    if not measure.phase:
        return []  # an entry's own figures sum up its phases, and start from none of them
    told = [one for one in reversed(measure.earlier) if comparable(one, measure)]
    return [_Start(read, one) for one in told if (read := measure.read(one.end)) is not None]


def _judged(measure: Measure, starts: list[_Start], end: Quantity, change: Change) -> Iterator[Finding]:
    fits = [(fit(start.quantity, end, change), start) for start in starts]
    verdicts = [verdict for verdict, _ in fits]
    if Fit.FITS in verdicts:
        return
    if Fit.POINTS_MEANT in verdicts:
        yield _points_meant(measure, fits[verdicts.index(Fit.POINTS_MEANT)][1], end, change)
    elif verdicts[0] is Fit.WRONG and (starts[0].told is None or measure.figure.since is None):
        # With “since” the change may be counted from another day than the earlier phase tells of.
        yield _wrong(measure, starts[0], end, change)


def _points_meant(measure: Measure, start: _Start, end: Quantity, change: Change) -> Finding:
    size = change.size.value if change.size is not None else None
    was, now = start.quantity.value, end.value
    difference = abs(now - was) if now is not None and was is not None else size
    would = ""
    if size is not None and was is not None:
        then = was * (_HUNDRED + change.way * size) / _HUNDRED
        would = f"; {quoted(change.text)} would mean {start.quantity.text} to {printed(then, Unit.PERCENT)}"
    shown = in_tenths(difference) if difference is not None else ""
    noun = "percentage point" if shown == "1" else "percentage points"
    word = "up" if change.way > 0 else "down"
    return Finding(
        "F310",
        f"{measure.label}: from {start.quantity.text} to {end.text} is {shown} {noun}{would}.",
        measure.place("change"),
        f"Type: change: {word} {points(size)}" if size is not None else "Say points in place of per cent.",
        _related(start),
    )


def _wrong(measure: Measure, start: _Start, end: Quantity, change: Change) -> Finding:
    right = moved(start.quantity, end, change)
    way = f"from {start.quantity.text} to {end.text}"
    if right is None:
        message = f"{measure.label}: {quoted(change.text)} does not lead {way}."
    elif right == "none":
        message = f"{measure.label}: {way} is no change, not {change.text}."
    else:
        told = _both(start.quantity, end, change, right)
        message = f"{measure.label}: {way} is {told}, not {change.text}{_apart(start.quantity, end, change)}."
    words = right
    if right is not None and start.quantity.unit is Unit.PERCENT and change.size is not None:
        share = per_cent_between(start.quantity, end)
        relative = change.size.claim.unit is Unit.POINTS and share is not None
        if relative and share is not None and in_tenths(share) == in_tenths(change.size.value or share + 1):
            words = f"{right.split(' ')[0]} {in_tenths(share)}%"  # the number is right, and the unit is not
    offer = f"Type: change: {words}, or correct" if words is not None else "Correct the change, or"
    return Finding("F304", message, measure.place("change"), f"{offer} the figures.", _related(start))


def _apart(start: Quantity, end: Quantity, change: Change) -> str:
    """Return how far the change lies from the true one, where both are numbers of the same thing."""
    size = change.size
    if size is None or size.value is None or not size.like(start) or start.unit is Unit.PERCENT:
        return ""
    if start.value is None or end.value is None:
        return ""
    return f"; that is {start.said(abs(end.value - start.value - change.way * size.value))} out"


def _both(start: Quantity, end: Quantity, change: Change, right: str) -> str:
    """Return how the figure moved; of two per cents in points and in per cent, because either may be meant."""
    shown = right.replace(" point", " percentage point") if start.unit is Unit.PERCENT else right
    share = per_cent_between(start, end)
    if start.unit is Unit.PERCENT and change.way and share is not None:
        return f"{shown}, or {in_tenths(share)} per cent"
    return shown


def _related(start: _Start) -> tuple[Related, ...]:
    if start.told is None:
        return ()
    return (Related(f"{start.quantity.text} in the {start.told.phase}", start.told.place("now", "value")),)


def _without_start(measure: Measure, end: Quantity, change: Change) -> Iterator[Finding]:
    """Yield a note where a per cent moved by a per cent from a start that nobody says: points may be meant."""
    size = change.size
    if size is None or end.unit is not Unit.PERCENT or size.claim.unit is not Unit.PERCENT:
        return
    by_points, by_share = start_by_points(end, change), start_by_per_cent(end, change)
    if by_share is None or by_points.high < 0 or by_points.meets(by_share):
        return  # only one reading is possible, or both come to the same
    number, now = size.value, end.value
    if number is None or now is None:
        return
    first = printed(now - change.way * number, Unit.PERCENT)
    second = printed(now * _HUNDRED / (_HUNDRED + change.way * number), Unit.PERCENT)
    word = "up" if change.way > 0 else "down"
    yield Finding(
        "F311",
        f"{measure.label}: whether {quoted(change.text)} is right cannot be told without the start: it was {first} if percentage points are meant, {second} if per cent.",
        measure.place("change"),
        f"Type “change: {word} {points(number)}” if points are meant; else add a line “was:” with the start that your source gives.",
    )


def compared(survey: Survey) -> Iterator[Finding]:
    """A change elsewhere is in the unit of the change it is set against, and of another place."""
    for measure in measures(survey):
        own = read_change(measure.figure.change, measure.locale)
        if own is None:
            continue
        for place, words in (measure.figure.elsewhere or {}).items():
            other = read_change(words, measure.locale)
            if other is not None:
                yield from _comparison(measure, own, place, other)


def _comparison(measure: Measure, own: Change, place: str, other: Change) -> Iterator[Finding]:
    where = measure.place_in("elsewhere", place)
    area = measure.figure.area
    shown = shortened(place, 40)
    readable = all(one.size is not None or not one.way for one in (own, other))
    if readable and area is not None and same_name(area) == same_name(place) and other.bounds != own.bounds:
        yield Finding(
            "F312",
            f"{measure.label}: the figure is for {shown} and says {own.text}, but under “elsewhere” {shown} says {other.text}.",
            where,
            "Correct the area, or the place it is compared with.",
        )
    elif own.size is not None and other.size is not None and own.size.unit is not other.size.unit:
        one, two = _UNITS[own.size.claim.unit], _UNITS[other.size.claim.unit]
        yield Finding(
            "F312",
            f"{measure.label}: {own.text} cannot be compared with {other.text} in {shown}: the one is in {one}, the other in {two}.",
            where,
            f"Give both in {one}, or both in {two}.",
        )
