"""Parts against their whole: a list of parts that comes to less or to more, and a subset larger than its whole."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from pcp_reports.changes import read_change
from pcp_reports.checks.measures import measures
from pcp_reports.checks.mistyped import is_mistyped
from pcp_reports.claims import Unit
from pcp_reports.findings import Finding
from pcp_reports.measured import NOTHING, Bounds, read_quantity
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.checks.measures import Measure
    from pcp_reports.measured import Quantity
    from pcp_reports.placing import Survey

_MOST_NAMED = 6
_MOST_SLIPS = 3  # of more parts that may be mistyped hardly any is
_ALL = Bounds(Decimal(100), Decimal(100))
_POUND = Decimal(1)
_TWO = 2  # without one of two, the other would be the whole itself
# What such a figure is made of is not added up: the average of 10 and 14 is 12.
_AVERAGED = (
    "average mean median typical rate rates ratio index score scores time times speed wait per cyfartaledd cyfradd"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as typed, and what it adds to the whole."""

    name: str
    text: str
    quantity: Quantity
    way: int = 1

    @property
    def adds(self) -> Bounds:
        return self.quantity.bounds if self.way > 0 else -self.quantity.bounds

    @property
    def value(self) -> Decimal | None:
        return self.quantity.value * self.way if self.quantity.value is not None else None


@dataclass(frozen=True, slots=True)
class _Sum:
    """Parts and the whole that they are held against; ``moving`` where that is a change."""

    parts: tuple[_Part, ...]
    whole: Quantity
    moving: bool

    @property
    def keys(self) -> tuple[str, ...]:
        return ("change",) if self.moving else ("now", "value")

    @property
    def bounds(self) -> Bounds:
        return reduce(add, (part.adds for part in self.parts), NOTHING)

    @property
    def total(self) -> Decimal | None:
        values = [part.value for part in self.parts if part.value is not None]
        return sum(values, Decimal(0)) if len(values) == len(self.parts) else None


def itemised(survey: Survey) -> Iterator[Finding]:
    """The parts of a figure come to it; to less only where they are said to be partial."""
    for measure in measures(survey):
        if measure.figure.parts:
            yield from _itemised(measure)


def _itemised(measure: Measure) -> Iterator[Finding]:
    sums = _sums(measure)
    if not sums or any(one.bounds.meets(one.whole.bounds) for one in sums):
        return
    one = sums[0]
    if one.bounds.high < one.whole.bounds.low:
        if not measure.figure.partial:
            yield _less(measure, one)
    elif not (_averages(measure, one) or (one.moving and measure.figure.partial)):
        yield _more(measure, one)


def _sums(measure: Measure) -> list[_Sum]:
    """Return what the parts may be parts of: the value, or the change; none where they cannot be added up."""
    figure = measure.figure
    change = read_change(figure.change, measure.locale)
    value = measure.read(measure.end)
    typed = figure.parts or {}
    moves = {name: read_change(words, measure.locale) for name, words in typed.items()}
    moving = any(moves.values())
    parts = []
    for name, words in typed.items():
        move = moves[name]
        if move is not None and move.way == 0:
            continue
        quantity = move.size if move is not None else measure.read(words)
        if quantity is None:
            return []
        way = change.way if change is not None and moving else 1
        parts.append(_Part(name, words, quantity, way * move.way if move is not None else 1))
    sums = []
    if value is not None and not moving:
        sums.append(_Sum(tuple(parts), value, moving=False))
    if change is not None and change.way and change.size is not None:
        sums.append(_Sum(tuple(parts), change.size, moving=True))
    return [whole for one in sums if (whole := _in_one_unit(one)) is not None]


def _in_one_unit(one: _Sum) -> _Sum | None:
    """Return parts that are of their whole's unit, or are all per cents of it; changes in per cent do not add up."""
    units = {part.quantity.claim.unit for part in one.parts}
    if units == {Unit.PERCENT} and one.whole.unit is not Unit.PERCENT:
        whole = read_quantity("100%")
        return _Sum(one.parts, whole, one.moving) if whole is not None and one.bounds.low > _ALL.high else None
    if one.moving and one.whole.claim.unit in (Unit.PERCENT, Unit.POINTS):
        return None
    return one if one.parts and all(part.quantity.like(one.whole) for part in one.parts) else None


def _averages(measure: Measure, one: _Sum) -> bool:
    """Return whether the parts may be the same measure for smaller groups, of which the whole is an average."""
    words = f"{measure.name} {one.whole.claim.noun}".casefold().replace("-", " ").split()
    if not set(words).isdisjoint(_AVERAGED.split()):
        return True
    least = min(part.adds.low for part in one.parts)
    most = max(part.adds.high for part in one.parts)
    return one.whole.unit is Unit.PERCENT and one.whole.text != "100%" and least <= one.whole.bounds.high <= most


def _named(one: _Sum) -> str:
    mixed = len({part.way for part in one.parts}) > 1
    rows = [f"{shortened(part.name, 40)} {part.text if mixed else part.quantity.text}" for part in one.parts]
    return listed(
        rows if len(rows) <= _MOST_NAMED else [*rows[: _MOST_NAMED - 1], f"{len(rows) - _MOST_NAMED + 1} more"]
    )


def _about(one: _Sum) -> tuple[str, str]:
    """Return “about ” for the sum of the parts, and for what lies between it and the whole, where they are rounded."""
    parts = all(part.quantity.exact for part in one.parts)
    return "" if parts else "about ", "" if parts and one.whole.exact else "about "


def _less(measure: Measure, one: _Sum) -> Finding:
    whole, total = one.whole, one.total
    of_parts, of_gap = _about(one)
    come = f"{of_parts}{whole.said(total)}" if total is not None else ""
    several = len(one.parts) > 1
    if total is None or whole.value is None or whole.bounds.high.is_infinite():
        more = f" come to {come}" if come and several else ""
        return _finding("F301", measure, one, f"{whole.text} is not itemised in full: {_named(one)}{more}.")
    gap = whole.value - total
    verb = "are" if whole.unit in (Unit.COUNT, Unit.PERCENT) and gap != 1 else "is"
    missing = f"{of_gap}{whole.apart(gap)} of {whole.text} {verb} not itemised"
    if several:
        slip = _slip(one)
        hint = f"{slip} If not, and the list is not meant to be whole, type partial: yes." if slip else ""
        return _finding("F301", measure, one, f"{missing}: {_named(one)} come to {come}.", hint)
    return _finding("F301", measure, one, f"{missing}: the only part is {_named(one)}.")


def _more(measure: Measure, one: _Sum) -> Finding:
    whole, total = one.whole, one.total
    verb = "come" if len(one.parts) > 1 else "comes"
    if total is None or whole.value is None:
        return _finding("F302", measure, one, f"{_named(one)} {verb} to more than {whole.text}.")
    gap = total - whole.value
    of_parts, of_gap = _about(one)
    come, more = f"{of_parts}{whole.said(total)}", f"{of_gap}{whole.apart(gap)}"
    said = f"{_named(one)} {verb} to {come}, which is {more} more than {whole.text}"
    if whole.unit is Unit.MONEY and whole.digit == _POUND and whole.exact and gap <= _POUND:
        return _finding("F301", measure, one, f"{said}; that looks like rounding.")
    extra = next((part for part in one.parts if part.value == gap), None) if len(one.parts) > _TWO else None
    hint = ""
    if extra is not None:
        hint = f"Without {quoted(shortened(extra.name, 40))} the parts come to {whole.text} exactly: is it counted in another?"
    elif slip := _slip(one):
        hint = f"{slip} If not, correct another of the parts, or the figure that they make up."
    return _finding("F302", measure, one, f"{said}.", hint)


def _slip(one: _Sum) -> str:
    """Return the question whether one part is mistyped, naming those with which the parts would make the whole exactly."""
    whole, total = one.whole, one.total
    if total is None or whole.value is None or not whole.bounds.exact:
        return ""
    found = []
    for part in one.parts:
        if part.value is None or part.way < 0 or not part.quantity.bounds.exact:
            return ""
        meant = part.value + whole.value - total
        if is_mistyped(part.value, meant):
            found.append(f"{shortened(part.name, 40)} {whole.said(meant)}, and not {part.quantity.text}")
    if not 0 < len(found) <= _MOST_SLIPS:
        return ""
    asked = found[0] if len(found) == 1 else f"{'; '.join(found[:-1])}; or {found[-1]}"
    return f"Is {asked}? With {'it' if len(found) == 1 else 'one of these'} the parts come to {whole.text} exactly."


def _finding(code: str, measure: Measure, one: _Sum, said: str, hint: str = "") -> Finding:
    if code == "F301" and not hint:
        hint = "Type partial: yes if the list is not meant to be whole."
    return Finding(
        code,
        f"{measure.label}: {said}",
        measure.place(*one.keys),
        hint or "Correct the parts, or the figure that they make up.",
    )


def subsets(survey: Survey) -> Iterator[Finding]:
    """A figure that is part of another is no larger than that."""
    for measure in measures(survey):
        whole = measure.beside.get(measure.figure.part_of or "")
        if whole is None or whole is measure.figure:
            continue
        figure = measure.figure
        for key, inner, outer in (("now", measure.end, whole.now or whole.value), ("was", figure.was, whole.was)):
            part, of = measure.read(inner), measure.read(outer)
            if part is not None and of is not None and _exceeds(measure, part, of):
                yield _larger(measure, key, part, of)


def _exceeds(measure: Measure, part: Quantity, whole: Quantity) -> bool:
    """Return whether a part is larger for sure; a rate may well be higher in a part than it is in the whole."""
    if not part.like(whole) or part.unit is Unit.PERCENT or part.bounds.low <= whole.bounds.high:
        return False
    words = f"{measure.name} {measure.figure.part_of} {part.claim.noun}".casefold().replace("-", " ").split()
    return set(words).isdisjoint(_AVERAGED.split())


def _larger(measure: Measure, key: str, part: Quantity, whole: Quantity) -> Finding:
    name = quoted(shortened(measure.figure.part_of or "", 50))
    more = ""
    if part.value is not None and whole.value is not None:
        about = "" if part.exact and whole.exact else "about "
        more = f"{about}{part.said(part.value - whole.value)} "
    return Finding(
        "F303",
        f"{measure.label}: {part.text} is {more}more than the {whole.text} of {name}, which it is said to be part of.",
        measure.place(*(("now", "value") if key == "now" else ("was",))),
        "Correct one of the two, or take out “part_of”.",
    )
