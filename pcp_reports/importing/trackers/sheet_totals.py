"""The totals that a sheet gives itself: held against the rows above them, and never taken for grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.funds import bare
from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.statuses import Outcome
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.money import Money
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.trackers.reading import Counted

_GOOD = (Outcome.AWARDED, Outcome.VARIED)


def totals_found(
    pieces: Sequence[Piece], counted: Sequence[Counted], header: Header, path: str, *, text_table: bool
) -> tuple[int, tuple[Finding, ...]]:
    """Return how many totals of the sheet are borne out by its rows, and a finding for each that is not.

    A total may be of the rows since the last one, of those under the last heading, of a strand that it names, or of all
    above it; with or without what was declined or withdrawn. Only one that none of these bears out is spoken of.
    """
    at = header.column(Role.AMOUNT)
    sound, found = 0, []
    starts = [header.row]
    group = header.row
    for piece in pieces:
        if piece.sort is Sort.GROUP:
            group = piece.row
        if piece.sort is not Sort.TOTAL or at is None or at >= len(piece.cells):
            continue
        try:
            stated = amount_in(piece.cells[at], text_table=text_table)
        except AmountError:
            stated = Absent.BLANK
        if isinstance(stated, Absent):
            continue
        readings = list(_readings(piece, counted, starts, group))
        if any(stated == reading for reading in readings):
            sound += 1
        else:
            found.append(_differs(piece, stated, readings[0], path, at))
        starts.append(piece.row)
    return sound, tuple(found)


def _readings(piece: Piece, counted: Sequence[Counted], starts: Sequence[int], group: int) -> Iterator[Money]:
    """Yield what the total may be a total of, the likeliest first."""
    named = _strand_named(piece.label, counted)
    above = [one for one in counted if one.row < piece.row]
    sets = [
        *([[one for one in counted if one.strand == named]] if named else []),
        above
        if "grand" in piece.label.casefold()
        else [one for one in above if one.row > max(starts[-1], group)] or above,
        *([one for one in above if one.row > start] for start in starts),
        [one for one in above if one.row > group],
        *([_beneath(piece, counted)] if piece.label and "total" not in piece.label.casefold() else []),
        list(counted),
    ]
    for rows in sets:
        yield Money.total(one.amount for one in rows if one.outcome in _GOOD)
        yield Money.total(one.amount for one in rows)
        yield Money.total(one.amount for one in rows if one.outcome is not Outcome.DECLINED)


def _beneath(piece: Piece, counted: Sequence[Counted]) -> list[Counted]:
    """Return the rows beneath a total that stands above its rows: those of the strand of the first of them."""
    below = [one for one in counted if one.row > piece.row]
    return [one for one in below if one.strand == below[0].strand] if below else []


def _strand_named(label: str, counted: Sequence[Counted]) -> str:
    """Return the strand that the words of a total name, or nothing."""
    words = bare(label.casefold().replace("total", " ").replace("sub", " "))
    return next((one.strand for one in counted if one.strand and bare(one.strand) == words), "")


def _differs(piece: Piece, stated: Money, sum_: Money, path: str, at: int) -> Finding:
    way = "more" if stated > sum_ else "less"
    label = f"{quoted(shortened(piece.label, 40))} " if piece.label else "a sum without a name, "
    message = f"row {piece.row}: {label}says {stated}; the grants above come to {sum_}, so it says {abs(stated - sum_)} {way}."
    hint = "Look whether its formula takes in every row. The total is not imported; the grants are."
    return Finding("G520", message, Place(path, piece.row, at + 1), hint)
