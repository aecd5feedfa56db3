"""A grant tracker, in Excel or as text -> its awards, with what was taken for what shown."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.made import Tally
from pcp_reports.importing.sheets.choosing import Choice, choose, columns_missing
from pcp_reports.importing.sheets.days import Order, evidence
from pcp_reports.importing.sheets.delimited import DelimitedError, read_delimited
from pcp_reports.importing.sheets.headings import best_header
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.statuses import AWARDS, Outcome
from pcp_reports.importing.sheets.table import Sort, pieces
from pcp_reports.importing.sheets.vocabulary import DAYS, Role, plain
from pcp_reports.importing.sheets.xlsx import Workbook, WorkbookError
from pcp_reports.importing.trackers.rows.notes_against import noted_against
from pcp_reports.importing.trackers.rows.reading import Reading, Settings
from pcp_reports.importing.trackers.rows.remarks import MOST_NAMED, still_to_come, struck_through, unread
from pcp_reports.importing.trackers.rows.sheet_totals import totals_found
from pcp_reports.importing.trackers.rows.shown_otherwise import shown_otherwise
from pcp_reports.importing.trackers.rows.thousands import in_thousands
from pcp_reports.importing.trackers.rows.total_scopes import Scopes
from pcp_reports.importing.trackers.tracked import Tracker
from pcp_reports.money import Money
from pcp_reports.records import dataclass
from pcp_reports.words import counted, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from pcp_reports.importing.funds import Funds
    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet
    from pcp_reports.importing.sheets.table import Piece

_UNCOUNTED = frozenset(("G510", "G511", "G512", "G516", "G517"))
"""Rows whose amounts cannot be counted yet: as long as there are such, no total of the sheet is called wrong."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer says of a tracker: its sheet, what columns hold (by heading), what statuses mean, how dates are typed."""

    sheet: str = ""
    columns: Mapping[str, Role] = field(default_factory=dict)
    statuses: Mapping[str, Outcome] = field(default_factory=dict)
    order: Order | None = None


def read_tracker(
    data: bytes,
    path: str,
    asked: Asked,
    funds: Funds,
    step: Callable[[], None] = lambda: None,
    *,
    today: date | None = None,
) -> Tracker:
    """Return what a tracker holds; whatever stands in the way is a finding, and nothing is raised.

    Days that lie in the future are told for a ``today`` alone.
    """
    by_heading = {plain(heading): role for heading, role in asked.columns.items()}
    notes: list[str] = []
    others: tuple[str, ...] = ()
    if data[:2] == b"PK":
        try:
            book = Workbook(data, path)
            chosen = choose(book.sheets(), by_heading, asked.sheet, path)
            if isinstance(chosen, Finding):
                return Tracker(path, (), findings=(chosen,))
            sheet, others = book.read(chosen.name, step), chosen.others
        except WorkbookError as error:
            return Tracker(path, (), findings=(error.finding,))
        notes += _about(chosen, macros=book.macros)
    else:
        try:
            sheet = read_delimited(data, path, by_heading, step)
        except DelimitedError as error:
            hint = "Save it from Excel as an Excel Workbook (.xlsx), or as “CSV UTF-8”, and import that."
            return Tracker(
                path, (), findings=(Finding("G501", f"The table cannot be read: {error}.", Place(path), hint),)
            )
    header = best_header(sheet, by_heading)
    missing = columns_missing(header, asked.columns, sheet, path)
    if missing or header is None:
        return Tracker(path, (), notes=(*notes, *(_mapping(header) if header is not None else ())), findings=missing)
    tracker = _read(sheet, header, path, asked, funds, [*notes, *_mapping(header)], today)
    return replace(tracker, sheets=others)


def _read(
    sheet: Sheet, header: Header, path: str, asked: Asked, funds: Funds, notes: list[str], today: date | None
) -> Tracker:
    told = pieces(sheet, header, funds.names)
    orders, findings = _orders(told, header, asked.order, path)
    notes += _hidden(sheet, told)
    for order in dict.fromkeys(orders.values()):
        if order is not None and order is not asked.order:
            those = [quoted(header.heading(role)) for role, one in orders.items() if one is order]
            of = f"under {listed(those)}" if len(set(orders.values())) > 1 else "of the tracker"
            notes.append(
                f"The dates {of} are read with the {order.value.partition('-')[0]} first, as its other dates show."
            )
    statuses = {key.casefold(): one for key, one in asked.statuses.items()}
    reading = Reading(sheet, header, path, Settings(orders, statuses))
    for words_over in _over(sheet, header):
        reading.standings.over(words_over)
    reading.read(told)
    scopes = Scopes(told, reading.counted, header, orders, funds)
    totals = totals_found(told, reading.counted, header, path, scopes, text_table=sheet.form == "csv")
    uncounted = any(one.code in _UNCOUNTED for one in reading.findings)
    unsound = () if uncounted else totals.findings
    if totals.sound:
        notes.append(
            f"{counted(totals.sound, 'total')} of the sheet {'is' if totals.sound == 1 else 'are'} borne out by its rows, and not imported."
        )
    notes += () if uncounted else totals.besides[:MOST_NAMED]
    groups = list(dict.fromkeys(piece.label for piece in told if piece.sort is Sort.GROUP))
    if groups:
        notes.append(f"Headings among the rows: {listed([quoted(one) for one in groups[:MOST_NAMED]])}.")
    rest = (*findings, *reading.findings, *unsound, *unread(told, header, path))
    rest += in_thousands(sheet, header, told, path)
    rest += tuple(shown_otherwise(sheet, header, reading.counted, path))
    rest += struck_through(reading.awards, reading.struck, path)
    rest += tuple(noted_against(reading.awards, told, header, path))
    rest += still_to_come(reading.awards, today, path) if today is not None else ()
    source = f"{path.replace(chr(92), '/').rpartition('/')[2]}" + (
        f", sheet {quoted(sheet.name)}" if sheet.form == "xlsx" else ""
    )
    apart = tuple(reading.no_awards)
    return Tracker(path, tuple(reading.awards), _tallies(reading), tuple(notes), rest, source, no_awards=apart)


def _over(sheet: Sheet, header: Header) -> list[str]:
    """Return the words that stand over the table, each alone in its row, and the sheet's name."""
    above = [[words(value) for value in cells if not is_blank(value)] for row, cells in sheet.rows if row < header.row]
    return [*(held[0] for held in above if len(set(held)) == 1), *([sheet.name] if sheet.form == "xlsx" else [])]


def _about(chosen: Choice, *, macros: bool) -> list[str]:
    notes = [
        f"Sheet {quoted(chosen.name)} was read"
        + (f", as it has the columns of a grant tracker; {chosen.why}" if chosen.why else "")
        + "."
    ]
    if not chosen.visible:
        notes.append("That sheet is hidden in Excel.")
    if macros:
        notes.append(
            "The workbook holds macros (small programs). None was run: only what stands in the cells was read."
        )
    return notes


def _mapping(header: Header) -> tuple[str, ...]:
    """Return which column was taken for what, and which were not taken over."""
    taken = [
        f"  {quoted(shortened(one.heading, 60))} → {one.role.value}"
        for one in header.columns
        if one.role not in (None, Role.NOTHING, Role.REQUESTED)
    ]
    left = [
        quoted(shortened(one.heading, 40)) for one in header.columns if one.role in (None, Role.NOTHING, Role.REQUESTED)
    ]
    rest = (f"  not taken over: {listed(left)}",) if left else ()
    return (f"The headings stand in row {header.row}:", *taken, *rest)


def _orders(
    told: Sequence[Piece], header: Header, asked: Order | None, path: str
) -> tuple[dict[Role, Order | None], tuple[Finding, ...]]:
    """Return which comes first in the dates of each column, day or month, and what stands in the way of telling.

    A column that does not show it itself goes by the other one.
    """
    orders: dict[Role, Order | None] = {}
    found: list[Finding] = []
    for role in DAYS:
        at = header.column(role)
        if at is None:
            continue
        said = evidence(piece.cells[at] for piece in told if piece.sort is Sort.GRANT and at < len(piece.cells))
        place = Place(path, header.row, at + 1)
        heading = quoted(header.heading(role))
        orders[role] = asked or said.order
        if asked is None and said.either and said.order is None:
            both = " and other dates of the column contradict each other" if said.day_first else ""
            message = f"Under {heading} stands {quoted(said.shown)}: it may be read with the day or with the month first{both}."
            found.append(Finding("G514", message, place, "Say which: --dates day-first, or --dates month-first."))
        elif asked is None and said.swapped:
            message = (
                f"Under {heading}, every date that Excel keeps as one lies in the first twelve days of a month, and every later day is "
                "text: Excel has probably taken days for months when the tracker was opened or pasted."
            )
            hint = "Look whether the dates are right. If they are: --dates day-first. If not, mend them in the tracker."
            found.append(Finding("G515", message, place, hint))
    proven = next((order for order in orders.values() if order is not None), None)
    return {role: order or proven for role, order in orders.items()}, tuple(found)


def _hidden(sheet: Sheet, told: Sequence[Piece]) -> list[str]:
    rows = sum(1 for piece in told if piece.row in sheet.hidden_rows and piece.sort is Sort.GRANT)
    notes = []
    if rows:
        notes.append(
            f"{counted(rows, 'row')} that Excel hides (filtered or hidden by hand) {'was' if rows == 1 else 'were'} read as well."
        )
    if sheet.hidden_columns:
        notes.append("Columns that Excel hides were read as well.")
    return notes


def _tallies(reading: Reading) -> tuple[Tally, ...]:
    """Return what was read: the awards that count, those that do not, and what was no award."""
    awards = [one.amount for one in reading.awards if one.counts]
    made = [Tally("awarded", len(awards), Money.total(awards))]
    for outcome in AWARDS:
        amounts = [one.amount for one in reading.awards if one.status == outcome.value and not one.counts]
        if amounts:
            made.append(Tally(outcome.value, len(amounts), Money.total(amounts)))
    made += [Tally(what, len(amounts), Money.total(amounts)) for what, amounts in reading.apart.items()]
    return tuple(made)
