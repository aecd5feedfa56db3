"""The totals that a sheet gives itself: held against the rows above them, and never taken for grants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.claims import read
from pcp_reports.explaining.parts import Line
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.statuses import Outcome
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Value
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.trackers.rows.reading import Counted
    from pcp_reports.importing.trackers.rows.total_scopes import Scope, Scopes

_GOOD = (Outcome.AWARDED, Outcome.VARIED)
_MOST_NAMED = 4
_GRAND = re.compile(
    r"(?i)\b(?:grand|overall)\b|\btotal(?: of| for)? all(?: the)? (?:grants|awards)\b|\ball (?:grants|awards) total\b"
)
"""The name of a total of every award above, whatever part of the sheet it stands in."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many totals of a sheet its rows bear out, what those count besides awards, and a finding for each that is wrong."""

    sound: int
    besides: tuple[str, ...]
    findings: tuple[Finding, ...]


def totals_found(
    pieces: Sequence[Piece], counted: Sequence[Counted], header: Header, path: str, scopes: Scopes, *, text_table: bool
) -> Totals:
    """Return what the totals of a sheet are worth.

    A total may be of what its name says, of the rows since the last one, of those under the last heading, or of all above it;
    with or without what was declined or withdrawn. Only one that none of these bears out is called wrong, and where nothing
    in the sheet shows what its name means, none is; one that counts what was withdrawn is said to, and so is one that fits
    other rows than those named.
    """
    at = header.column(Role.AMOUNT)
    sound, besides, found = 0, [], []
    starts = [header.row]
    group = grand = header.row
    for piece in pieces:
        if piece.sort is Sort.GROUP:
            group = piece.row
        if piece.sort is not Sort.TOTAL or at is None or at >= len(piece.cells):
            continue
        stated = _stated(piece.cells[at], text_table=text_table)
        if stated is None:
            continue
        scope = scopes.of(piece)
        named = _named(piece, counted, scope.sets, starts, group)
        if not scope.sets and _GRAND.search(piece.label):
            named, grand = _everything(piece, counted, grand), piece.row
        wider = _named(piece, counted, scope.wider, starts, group)
        sets = [*named, *wider, *_sets(piece, counted, starts, group)]
        fits = next(((which, rows) for which, rows in _likeliest(named, sets) if _sum(rows) == stated), None)
        if fits is not None:
            others = fits[0] >= len(named) and bool(named) and scope.understood
            sound += not others
            if said := _of_others(piece, stated, scope, named[0]) if others else _besides(piece, stated, fits[1]):
                besides.append(said)
        elif scope.understood and not _is_count(piece.cells[at], sets):
            found.append(_differs(piece, stated, sets, path, at, scope.named if scope.sets else ""))
        elif not scope.understood:
            besides.append(_cannot_tell(piece, stated, scope, sets[-1]))
        starts.append(piece.row)
    return Totals(sound, tuple(besides), tuple(found))


def _stated(value: Value, *, text_table: bool) -> Money | None:
    """Return the amount of a total; None where there is none, or it cannot be read."""
    try:
        stated = amount_in(value, text_table=text_table)
    except AmountError:
        return None
    return None if isinstance(stated, Absent) else stated


def _sum(rows: Sequence[Counted]) -> Money:
    return Money.total(one.amount for one in rows)


def _sets(piece: Piece, counted: Sequence[Counted], starts: Sequence[int], group: int) -> list[list[Counted]]:
    """Return the rows that the total may be a total of by where it stands, the likeliest first."""
    above = [one for one in counted if one.row < piece.row]
    return [
        above if _GRAND.search(piece.label) else [one for one in above if one.row > max(starts[-1], group)] or above,
        *([one for one in above if one.row > start] for start in starts),
        [one for one in above if one.row > group],
        *([_beneath(piece, counted)] if piece.label and "total" not in piece.label.casefold() else []),
        list(counted),
    ]


def _everything(piece: Piece, counted: Sequence[Counted], last: int) -> list[list[Counted]]:
    """Return the rows that a grand total may be of: all above it, or the whole sheet, or those since the ``last`` such total."""
    above = [one for one in counted if one.row < piece.row]
    return [above or list(counted), list(counted), [one for one in above if one.row > last]]


def _is_count(value: Value, sets: Sequence[list[Counted]]) -> bool:
    """Return whether a figure is the number of the grants rather than what they come to: whole, and without a pound sign."""
    shown = str(value).strip()
    if not (shown.isascii() and shown.isdigit()):
        return False
    return any(len(rows) == int(shown) for _, rows in _with_and_without(sets))


def _named(
    piece: Piece, counted: Sequence[Counted], scopes: Sequence[frozenset[int]], starts: Sequence[int], group: int
) -> list[list[Counted]]:
    """Return the rows that the name of the total may mean: all of them, those above it, and those of its part of the sheet."""
    windows = (0, piece.row), (starts[-1], piece.row), (group, piece.row)
    made = [[one for one in counted if one.row in rows] for rows in scopes]
    return made + [[one for one in rows if top < one.row < end] for rows in made for top, end in windows]


def _likeliest(named: Sequence[list[Counted]], sets: Sequence[list[Counted]]) -> Iterator[tuple[int, list[Counted]]]:
    """Yield each set of rows; first those of a name that means no awards at all, as “Total declined” does."""
    if named and named[0] and all(one.outcome not in _GOOD for one in named[0]):
        yield from enumerate(named)
    yield from _with_and_without(sets)


def _with_and_without(sets: Sequence[list[Counted]]) -> Iterator[tuple[int, list[Counted]]]:
    """Yield each set of rows without what is no award, nor then what is struck through; then with what was withdrawn or is open; then with all of it."""
    yield from ((at, [one for one in rows if one.outcome in _GOOD]) for at, rows in enumerate(sets))
    if any(one.struck for rows in sets for one in rows):
        yield from (
            (at, [one for one in rows if one.outcome in _GOOD and not one.struck]) for at, rows in enumerate(sets)
        )
    yield from ((at, [one for one in rows if one.outcome is not Outcome.DECLINED]) for at, rows in enumerate(sets))
    yield from enumerate(sets)


def _besides(piece: Piece, stated: Money, rows: Sequence[Counted]) -> str:
    """Return the sentence that a total counts what is no award; nothing where it does not."""
    apart = [
        f"{_sum(of)} {_WORDS.get(outcome, outcome.value)}"
        for outcome in Outcome
        if outcome not in _GOOD and (of := [one for one in rows if one.outcome is outcome])
    ]
    if not apart or all(one.outcome not in _GOOD for one in rows):  # “Total declined” says itself what it counts
        return ""
    awards = _sum([one for one in rows if one.outcome in _GOOD])
    return (
        f"Row {piece.row}: {_called(piece)} says {stated}, which counts {listed(apart)}; the awards come to {awards}."
    )


_WORDS = {Outcome.UNDECIDED: "not decided yet"}


def _called(piece: Piece) -> str:
    return quoted(shortened(piece.label, 40)) if piece.label else "a sum without a name"


def _those(named: str) -> str:
    return f"the grants of {quoted(shortened(named, 40))}" if named else "the grants above"


def _of_others(piece: Piece, stated: Money, scope: Scope, named: list[Counted]) -> str:
    """Return the sentence that a total comes to other rows than those that its name means."""
    awards = _sum([one for one in named if one.outcome in _GOOD])
    return (
        f"Row {piece.row}: {_called(piece)} says {stated}; {_those(scope.named)} come to {awards}. It is what other rows of the "
        "sheet come to: look which is meant."
    )


def _cannot_tell(piece: Piece, stated: Money, scope: Scope, rows: list[Counted]) -> str:
    """Return the sentence that a total was not checked, as nothing shows which rows it is of."""
    awards = _sum([one for one in rows if one.outcome in _GOOD])
    return (
        f"Row {piece.row}: {_called(piece)} says {stated}. Which grants are of {quoted(shortened(scope.named, 40))} the sheet does "
        f"not show, so it was not checked; all its grants come to {awards}."
    )


def _beneath(piece: Piece, counted: Sequence[Counted]) -> list[Counted]:
    """Return the rows beneath a total that stands above its rows: those of the strand of the first of them."""
    below = [one for one in counted if one.row > piece.row]
    return [one for one in below if one.strand == below[0].strand] if below else []


def _differs(piece: Piece, stated: Money, sets: Sequence[list[Counted]], path: str, at: int, named: str) -> Finding:
    rows = sets[0]
    if not named:  # a plain total beneath the declined is of the awards
        rows = next((those for those in sets if any(one.outcome in _GOOD for one in those)), rows)
    awards = [one for one in rows if one.outcome in _GOOD]
    sum_ = _sum(awards or rows)
    way = "more" if stated > sum_ else "less"
    label = f"{_called(piece)}{'' if piece.label else ','} "
    message = (
        f"row {piece.row}: {label}says {stated}; {_those(named)} come to {sum_}, so it says {abs(stated - sum_)} {way}."
    )
    hint = "Look whether its formula takes in every row. The total is not imported; the grants are."
    if cause := _as_text(stated, sets) or _cause(stated, rows):
        message += f" {cause}"
    return Finding("G520", message, Place(path, piece.row, at + 1), hint)


def _as_text(stated: Money, sets: Sequence[list[Counted]]) -> str:
    """Return that the total lacks the amounts that are typed as text, which Excel's SUM passes over; nothing if not so."""
    for _, rows in _with_and_without(sets):
        text = [one for one in rows if one.text]
        if text and _sum(rows) - _sum(text) == stated:
            named = listed(
                [f"row {one.row} ({shortened(one.recipient, 40)}, {one.amount})" for one in text[:_MOST_NAMED]]
            )
            more = f" and {len(text) - _MOST_NAMED} more" if len(text) > _MOST_NAMED else ""
            those, is_ = ("that amount is", "it") if len(text) == 1 else ("those amounts are", "them")
            return f"It is what they come to without {named}{more}: {those} text in the tracker, and Excel’s SUM passes over {is_}."
    return ""


def _cause(stated: Money, rows: Sequence[Counted]) -> str:
    """Return the one cause that fits to the penny; nothing where none does, or more than one."""
    from pcp_reports.checks.explain import explain_total  # noqa: PLC0415 - only for a total that is wrong

    lines = [
        Line(one.recipient, one.strand or None, one.amount.pence, counts=one.outcome in _GOOD, fate=one.outcome.value)
        for one in rows
    ]
    causes = explain_total(read(str(stated)), lines).causes
    return causes[0].sentence if len(causes) == 1 and not causes[0].choice else ""
