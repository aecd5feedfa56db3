"""What a tracker holds besides sound awards, told once for all rows of a kind: names, notes, lines struck through, days to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.dates import in_words
from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.statuses import heading_outcome
from pcp_reports.importing.sheets.table import Sort
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pcp_reports.dates import PartialDate
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.table import Piece
    from pcp_reports.importing.trackers.tracked import NoAward, Tracked

MOST_NAMED = 8


def unread(told: Sequence[Piece], header: Header, path: str) -> tuple[Finding, ...]:
    """Return what was not taken over: names that stand alone, notes, a second table."""
    names = [piece for piece in told if piece.sort is Sort.NAME and heading_outcome(piece.label) is None]
    doubtful = [piece for piece in told if piece.sort is Sort.NAME and heading_outcome(piece.label) is not None]
    notes = [piece for piece in told if piece.sort is Sort.NOTE and any(not is_blank(value) for value in piece.cells)]
    at = header.column(Role.RECIPIENT)
    found = []
    if doubtful:
        shown = listed([f"row {piece.row} ({quoted(shortened(piece.label, 60))})" for piece in doubtful[:MOST_NAMED]])
        message = f"{shown}: that stands alone, so whether the grants beneath it were awarded cannot be told."
        hint = "If it is a heading, write “Declined”, “Pending” or “Awarded” there. If it is a body, fill its row in, or clear it."
        found.append(Finding("G516", message, Place(path, doubtful[0].row, (at or 0) + 1), hint))
    if names:
        shown = listed([f"row {piece.row} ({quoted(shortened(piece.label, 30))})" for piece in names[:MOST_NAMED]])
        message = f"{shown}: a name stands there alone, without a purpose or an amount; it was not taken over."
        found.append(
            Finding("G521", message, Place(path, names[0].row, (at or 0) + 1), "Fill the row in, or clear it.")
        )
    other = next((piece for piece in told if piece.sort is Sort.TABLE), None)
    if other is not None:
        message = f"Another table begins in row {other.row}, with other headings; it and all beneath it was not read."
        hint = "If its grants are awards, copy it to a sheet of its own, and import that."
        found.append(Finding("G521", message, Place(path, other.row), hint))
    if notes:
        shown = listed([_row(piece) for piece in notes[:MOST_NAMED]]) + (" and more" if len(notes) > MOST_NAMED else "")
        message = f"{counted(len(notes), 'row')} {'is' if len(notes) == 1 else 'are'} no grant, and {'was' if len(notes) == 1 else 'were'} passed over: {shown}."
        found.append(Finding("G523", message, Place(path, notes[0].row)))
    return tuple(found)


def _row(piece: Piece) -> str:
    """Return a row's number with the first words that stand in it."""
    label = piece.label or next((words(value) for value in piece.cells if not is_blank(value)), "")
    return f"{piece.row} ({quoted(shortened(label, 40))})"


def without_amount(rows: Sequence[NoAward], path: str) -> tuple[Finding, ...]:
    """Return the finding that grants have no amount; ``rows`` are those without one, and without a word on why."""
    if not rows:
        return ()
    shown = listed([row.cell for row in rows[:MOST_NAMED]]) + (" and more" if len(rows) > MOST_NAMED else "")
    message = f"{counted(len(rows), 'row')} without an amount awarded: {shown}. {'It was' if len(rows) == 1 else 'They were'} left out."
    return (Finding("G524", message, Place(path, rows[0].row), "Fill in the amount if one was awarded."),)


def struck_through(awards: Sequence[Tracked], rows: frozenset[int], path: str) -> tuple[Finding, ...]:
    """Return the awards that count and whose rows are struck through: as a rule they were withdrawn, and nobody says so."""
    struck = [one for one in awards if one.row in rows and one.counts]
    if not struck:
        return ()
    shown = _awards([f"{one.row} ({shortened(one.recipient, 40)}, {one.amount})" for one in struck])
    are, were = ("is", "it was") if len(struck) == 1 else ("are", "they were")
    message = f"{shown} {are} struck through in Excel, and {were} taken over as awarded."
    hint = "Say what became of it in a column of statuses, such as Withdrawn, or delete the row."
    return (Finding("G525", message, Place(path, struck[0].row), hint),)


def still_to_come(awards: Sequence[Tracked], today: date, path: str) -> tuple[Finding, ...]:
    """Return the awards with a day, or a month, that lies behind ``today``: as a rule a slip of typing."""
    limit = today.year, today.month, today.day
    days = ((one, day) for one in awards for day in (one.awarded, one.announced))
    late = list({one.row: (one, day) for one, day in days if day is not None and _order(day) > limit}.values())
    if not late:
        return ()
    shown = _awards([f"{one.row} ({shortened(one.recipient, 40)}, {in_words(day)})" for one, day in late])
    message = f"{shown}: {'the day lies' if len(late) == 1 else 'these days lie'} in the future, and {'it was' if len(late) == 1 else 'they were'} taken over as typed."
    return (Finding("G527", message, Place(path, late[0][0].row), "Look whether the year is right."),)


def _order(day: PartialDate) -> tuple[int, int, int]:
    """Return what a day is compared by; a month comes before its days, so that the month that is not over is not to come."""
    return day.year, day.month, day.day or 0


def _awards(named: Sequence[str]) -> str:
    more = " and more" if len(named) > MOST_NAMED else ""
    return f"row{'s' if len(named) > 1 else ''} {listed(list(named[:MOST_NAMED]))}{more}"
