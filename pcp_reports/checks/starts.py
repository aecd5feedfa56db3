"""One measure, one start, one value: what phases say of the same figure, and what a figure says twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.checks.measures import comparable, measures, same_name
from pcp_reports.findings import Finding, Related
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.measures import Measure
    from pcp_reports.measured import Quantity
    from pcp_reports.placing import Survey


def started(survey: Survey) -> Iterator[Finding]:
    """A figure starts from what an earlier phase says of it."""
    for measure in measures(survey):
        was = measure.read(measure.figure.was)
        told = [one for one in measure.earlier if comparable(one, measure) and not _of_other_times(one, measure)]
        if was is None or not told:
            continue
        said = [(read, one) for one in told for read in _values(one) if read.like(was)]
        if said and not any(read.bounds.meets(was.bounds) for read, _ in said) and _all_known(told):
            yield _two_starts(measure, was, *said[-1])


def _of_other_times(earlier: Measure, measure: Measure) -> bool:
    """Return whether both say what time they speak of, and it is not the same."""
    then, since = earlier.figure.period or earlier.figure.since, measure.figure.since
    return then is not None and since is not None and same_name(then) != same_name(since)


def _values(measure: Measure) -> list[Quantity]:
    figure = measure.figure
    read = (measure.read(words) for words in (figure.was, figure.value, figure.now))
    return [one for one in read if one is not None]


def _all_known(told: list[Measure]) -> bool:
    """Return whether each phase gives the value it came to; of a change alone it cannot be told where it led."""
    return all(one.end is not None for one in told)


def _two_starts(measure: Measure, was: Quantity, before: Quantity, earlier: Measure) -> Finding:
    apart = ""
    if was.value is not None and before.value is not None:
        gap = before.value - was.value
        apart = f", which is {was.apart(abs(gap))} {'less' if gap > 0 else 'more'}"
    return Finding(
        "F305",
        f"{measure.label}: the {earlier.phase} says {before.text}, but “was” says {was.text}{apart}; one measure has one start.",
        measure.place("was"),
        f"Type “was: {before.text}”, or correct the {earlier.phase}.",
        (Related(f"{before.text} in the {earlier.phase}", earlier.place("now", "value", "was")),),
    )


def doubled(survey: Survey) -> Iterator[Finding]:
    """A figure has one value in one phase: “value” and “now” are the same, and so are names that are spelt alike."""
    first: dict[tuple[str, str, str], Measure] = {}
    for measure in measures(survey):
        yield from _value_and_now(measure)
        key = (measure.filed.path, measure.phase, same_name(measure.name))
        other = first.setdefault(key, measure)
        if other is not measure and comparable(other, measure) and other.figure.period == measure.figure.period:
            yield from _twice(other, measure)


def _value_and_now(measure: Measure) -> Iterator[Finding]:
    value, now = measure.read(measure.figure.value), measure.read(measure.figure.now)
    if value is None or now is None or not value.like(now) or value.bounds.meets(now.bounds):
        return
    start = "" if measure.figure.was is not None else f", or if {value.text} is the start, type: was: {value.text}"
    yield Finding(
        "F306",
        f"{measure.label}: “value” says {value.text} and “now” says {now.text}; a figure has one value.",
        measure.place("value"),
        f"Delete one of the two{start}",
    )


def _twice(other: Measure, measure: Measure) -> Iterator[Finding]:
    one, two = other.read(other.end), measure.read(measure.end)
    if one is None or two is None or not one.like(two) or one.bounds.meets(two.bounds):
        return
    where = f"in the {measure.phase} " if measure.phase else ""
    yield Finding(
        "F306",
        f"{measure.filed.name}: {where}{quoted(other.name)} is {one.text} and {quoted(measure.name)} is {two.text}; a figure has one value.",
        measure.place("now", "value"),
        "Delete one of the two, or give them names that tell them apart.",
        (Related(f"{one.text} here", other.place("now", "value")),),
    )
