"""Causes by typing, in the total or in a line: digits changed round, a point or noughts misplaced, a digit lost, pence lost.

Each is looked for only where the claim is one exact amount; a misplaced point also where it is rounded or hedged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.explaining import slip_wording as wording
from pcp_reports.explaining.parts import CauseKind, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.explaining.parts import Line
    from pcp_reports.explaining.search import Search

# In parts of a thousand million, as in `selections`.
_SWAPPED, _SWAPPED_APART, _POINT, _DIGIT, _PENCE = 80_000_000, 10_000_000, 60_000_000, 30_000_000, 60_000_000
_SWAPPED_LINE, _SWAPPED_LINE_APART, _POINT_LINE = 60_000_000, 5_000_000, 50_000_000
_PLACES = (1, -1, 2, -2, 3, -3)  # how far a point strays: one or two places, or a group of three noughts
_FEWEST_DIGITS = 4  # of a total whose digits may be lost: noughts at its end do not count
_MOST_MISREAD = 2  # of more lines that may have been misread hardly any was
_POUND = 100


def of_total(search: Search) -> Iterator[Slip]:
    """Yield what may have happened to the total as it was typed."""
    yield from _point(search)
    if search.target.exact:
        claimed = search.target.number
        for total in search.target.printings(search.total):
            yield from _swapped(search, claimed, total)
            yield from _digit(search, claimed, total)
        yield from _pence(search)


def of_line(search: Search) -> Iterator[Slip]:
    """Yield what may have happened to one line's amount before it was added up; only for an exact total."""
    if not search.target.exact:
        return
    for gap in search.gaps:
        yield from _swapped_line(search, gap)
        yield from _point_line(search, gap)


def of_count(search: Search) -> Iterator[Slip]:
    """Yield two digits changed round in a count."""
    if search.target.exact:
        yield from _swapped(search, search.target.number, search.total)


def _digits(one: int, other: int) -> tuple[str, str, int]:
    """Return two amounts as the digits that would be typed, of whole pounds without the pence; and pence in the last one."""
    if one % _POUND == 0 and other % _POUND == 0:
        return str(one // _POUND), str(other // _POUND), _POUND
    return str(one), str(other), 1


def changed_round(one: str, other: str) -> tuple[int, int] | None:
    """Return where the two digits stand that have changed places between the two; None if that is not all the difference."""
    if len(one) != len(other):
        return None
    at = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(at) != 2 or one[at[0]] != other[at[1]] or one[at[1]] != other[at[0]]:  # noqa: PLR2004 - two digits
        return None
    return at[0], at[1]


def change_round(digits: str, places: tuple[int, int]) -> int:
    """Return the number with the digits in two places changed round."""
    row = list(digits)
    one, other = places
    row[one], row[other] = row[other], row[one]
    return int("".join(row))


def _swapped(search: Search, claimed: int, total: int) -> Iterator[Slip]:
    typed, right, scale = _digits(claimed, total) if search.measure.money else (str(claimed), str(total), 1)
    places = changed_round(typed, right)
    if places is not None:
        near = places[1] - places[0] == 1
        weight = _SWAPPED // (len(right) - 1) if near else _SWAPPED_APART // (len(right) * (len(right) - 1) // 2)
        value = change_round(right, places) * scale
        yield Slip(CauseKind.SWAPPED, weight, value, wording.swapped(search, total))


def _point(search: Search) -> Iterator[Slip]:
    """Yield the total with its point elsewhere. Bounds must be narrow against it, or many totals would do."""
    weight, target = _POINT // len(_PLACES), search.target
    for places in _PLACES:
        value = moved(search.total, places)
        if value and target.admits(value) and target.is_right_of(value) and not search.by_chance(weight):
            yield Slip(CauseKind.POINT, weight, value, wording.point(search, places))


def moved(pence: int, places: int) -> int | None:
    """Return an amount with its point so many places further right (left where negative); None if it has no such pence."""
    if places >= 0:
        return int(pence * 10**places)
    whole, rest = divmod(pence, 10**-places)
    return None if rest else int(whole)


def _digit(search: Search, claimed: int, total: int) -> Iterator[Slip]:
    """Yield a digit dropped or doubled. A nought at the end is the point's affair, and of round totals it says nothing."""
    typed, right, scale = _digits(claimed, total)
    if len(right.rstrip("0")) < _FEWEST_DIGITS:
        return
    weight, last = _DIGIT // len(right), len(right) - 1
    if len(typed) == len(right) - 1:
        at = _one_more(right, typed)
        if at is not None and not (at == last and right[at] == "0"):
            value = int(right[:at] + right[at + 1 :]) * scale
            yield Slip(CauseKind.DIGIT, weight, value, wording.digit(search, total, right[at], lost=True))
    elif len(typed) == len(right) + 1:
        at = _one_more(typed, right)
        # The last of the places that would do is behind the digit that it doubles.
        if at and typed[at] == typed[at - 1] and not (at == last + 1 and typed[at] == "0"):
            value = int(right[:at] + right[at - 1 :]) * scale
            yield Slip(CauseKind.DIGIT, weight, value, wording.digit(search, total, typed[at], lost=False))


def _one_more(longer: str, shorter: str) -> int | None:
    """Return where ``longer`` has a digit that ``shorter`` lacks, all else being the same; the last such place."""
    for at in range(len(longer) - 1, -1, -1):
        if longer[:at] + longer[at + 1 :] == shorter:
            return at
    return None


def _pence(search: Search) -> Iterator[Slip]:
    """Yield the total in whole pounds, and the total of the amounts each in whole pounds."""
    claimed, target = search.target.number, search.target
    if claimed in target.printings(search.total):
        yield Slip(CauseKind.PENCE, _PENCE, claimed, wording.in_pounds(search))
        return
    odd = tuple(line for line in search.lines if line.pence % _POUND)
    cut = search.total - sum(line.pence % _POUND for line in odd)
    nearest = cut + _POUND * sum(line.pence % _POUND >= _POUND // 2 for line in odd)
    for value, how in ((cut, "without their pence"), (nearest, "each rounded to the pound")):
        if value == claimed:
            yield Slip(CauseKind.PENCE, _PENCE // 2, value, wording.line_by_line(search, how), odd)
            return


def _swapped_line(search: Search, gap: int) -> Iterator[Slip]:
    """Yield a line with two digits changed round: neighbours, or where none would do, others."""
    if gap % 9:
        return  # changing two digits round moves a number by a multiple of nine
    near: list[tuple[Line, int]] = []
    far: list[tuple[Line, int]] = []
    for value, lines in search.by_value.items():
        typed, right, scale = _digits(max(value + gap, 0), value)
        places = changed_round(typed, right)
        if places is not None:
            read = change_round(right, places) * scale
            (near if places[1] - places[0] == 1 else far).extend((line, read) for line in lines)
    for fitting, prior in ((near, _SWAPPED_LINE // 4), (far, _SWAPPED_LINE_APART // 8)):
        if fitting:
            yield _misread(search, CauseKind.SWAPPED, prior, fitting, "two digits may have changed places")
            return


def _point_line(search: Search, gap: int) -> Iterator[Slip]:
    """Yield a line with its point elsewhere: its amount is the gap divided by what the move multiplies it by, less one."""
    fitting: list[tuple[Line, int]] = []
    for places in _PLACES:
        value, rest = divmod(abs(gap), 10 ** abs(places) - 1)
        if rest or (gap > 0) != (places > 0):
            continue
        right = value if places > 0 else value * 10**-places
        fitting += [(line, moved(right, places) or 0) for line in search.by_value.get(right, ())]
    if fitting:
        how = "the point or the noughts may be misplaced"
        yield _misread(search, CauseKind.POINT, _POINT_LINE // len(_PLACES), fitting, how)


def _misread(search: Search, kind: CauseKind, prior: int, fitting: list[tuple[Line, int]], how: str) -> Slip:
    """Return that one of some lines was read as another amount; ``prior`` is shared among all lines."""
    (line, read), *more = fitting
    return Slip(
        kind,
        max(prior * len(fitting) // len(search.lines), 1),
        search.total - line.pence + read,
        wording.misread(search, fitting, how),
        tuple(line for line, _ in fitting),
        choice=bool(more),
        faint=len(fitting) > _MOST_MISREAD,
    )
