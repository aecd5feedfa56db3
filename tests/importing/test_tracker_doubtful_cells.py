"""Cells that nobody can be sure of are told, each at its place: dates, amounts, merged cells, lines struck through."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from tracker_files import delimited, imported, rounds, saved, xlsx

from pcp_reports.importing.funds import Funds
from pcp_reports.importing.trackers.rows.tracker import Asked, read_tracker

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Organisation", "Purpose", "Amount", "Date of award"]
D = date(2023, 9, 1)
FUND = ("--fund", "Small Grants")
Rows = list[list[Any]]


# -- dates


def test_a_date_against_the_order_of_the_others_is_asked_about(root: Path) -> None:
    """13/10/2023 and 11/25/2023 in one column: the second is told, though I said when the round was announced."""
    rows: Rows = [HEAD, ["A", "x", 1000, "13/10/2023"], ["B", "y", 500, "11/25/2023"]]
    ran = imported(root, xlsx(rows), *FUND, "--announced", "2023-10")
    assert (ran.code, rounds(root)) == (1, {})
    assert "row 3: B, awarded: “11/25/2023” cannot be read as a date: the month comes first in it" in ran.err
    assert "G513" in ran.err


def test_each_column_of_dates_has_its_own_order(root: Path) -> None:
    """Where one column shows days first and another months first, each is read in its own way, and no date is lost."""
    head = [*HEAD, "Announced"]
    rows: Rows = [head, ["A", "x", 1, "13/10/2023", "10/14/2023"], ["B", "y", 5, "11/10/2023", "10/14/2023"]]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    (text,) = rounds(root).values()
    assert "announced: 2023-10-14" in text
    assert "awarded: 2023-10-13" in text
    assert "awarded: 2023-10-11" in text


def test_signs_that_nobody_sees_do_not_hide_a_date(root: Path) -> None:
    """A date pasted with a mark of direction in front of it is asked about as any other."""
    rows: Rows = [HEAD, ["A", "x", 1000, "\u200e03/10/2023"]]
    ran = imported(root, xlsx(rows), *FUND, "--announced", "2023-10")
    assert "Under “Date of award” stands “03/10/2023”: it may be read with the day or with the month first." in ran.err


@pytest.mark.parametrize("typed", ["01-Sep-23", "01 Sep 23", "1 Sept 2023", "01-Sep-2023", "1 Sep '23"])
def test_a_day_as_excel_saves_it_in_a_text_is_read(root: Path, typed: str) -> None:
    """01-Sep-23, as Excel writes dates into a CSV, is 1 September 2023."""
    ran = imported(root, delimited([HEAD, ["A", "x", "1000", typed], ["B", "y", "5", typed]]), *FUND, name="t.csv")
    assert ran.code == 0, ran.err
    assert next(iter(rounds(root).values())).count("2023-09-01") == 2


def test_a_day_without_its_year_is_asked_about(root: Path) -> None:
    """01-Sep has lost its year: I am told which cells, and what to do in Excel."""
    ran = imported(root, delimited([HEAD, ["A", "x", "1000", "01-Sep"]]), *FUND, "--announced", "2023-09", name="t.csv")
    assert (ran.code, rounds(root)) == (1, {})
    assert "row 2: A, awarded: “01-Sep” cannot be read as a date: the year is missing. (G513" in ran.err
    assert "give the column a form with the year" in ran.err


@pytest.mark.parametrize(
    ("day", "late"), [(date(2032, 9, 1), True), (date(2023, 9, 16), True), (date(2023, 9, 15), False)]
)
def test_an_award_of_a_day_to_come_is_told(day: date, *, late: bool) -> None:
    """2032 for 2023 is told as a day in the future; an award of today is not."""
    data = xlsx([HEAD, ["A", "x", 1000, day], ["B", "y", 5, D]])
    read = read_tracker(data, "t.xlsx", Asked(), Funds({}), today=date(2023, 9, 15))
    assert [one.code for one in read.findings] == (["G527"] if late else [])
    assert len(read.awards) == 2


def test_the_month_that_is_not_over_is_not_in_the_future() -> None:
    """An award of this month, of which the day is not given, is no slip; one of next month is told."""
    rows: Rows = [HEAD, ["A", "x", "1000", "September 2023"], ["B", "y", "5", "October 2023"]]
    read = read_tracker(delimited(rows), "t.csv", Asked(), Funds({}), today=date(2023, 9, 15))
    assert [one.message for one in read.findings] == [
        "row 3 (B, October 2023): the day lies in the future, and it was taken over as typed."
    ]


# -- amounts


def test_amounts_that_cannot_be_read_are_named_cell_by_cell(root: Path) -> None:
    """The column “Amount” is known as that, though nothing in it can be read: each cell is told with what to type."""
    rows: Rows = [HEAD, ["A", "x", "£500 + £500", D], ["B", "y", "£1.000,50", D]]
    ran = imported(root, xlsx(rows), *FUND)
    assert "No column was found" not in ran.err
    assert "row 2 (C2): A, amount: “£500 + £500” cannot be read: more than one figure stands in it. (G510" in ran.err
    assert "row 3 (C3): B, amount: “£1.000,50” cannot be read" in ran.err


def test_a_column_of_words_is_not_taken_for_the_amounts(root: Path) -> None:
    """“Award: Gold, Silver” holds no amounts, and I am asked which column does."""
    rows: Rows = [["Organisation", "Purpose", "Award", "Date"], ["A", "x", "Gold", D], ["B", "y", "Silver", D]]
    assert "No column was found for the amount" in imported(root, xlsx(rows), *FUND).err


@pytest.mark.parametrize(("typed", "either"), [("700,5", "£700.50 or £7,005"), ("1,000,5", "£1,000.50 or £10,005")])
def test_a_comma_before_one_figure_may_stand_for_pence(root: Path, typed: str, either: str) -> None:
    """700,5 may be £700.50 as well as £7,005: I am shown both."""
    ran = imported(root, xlsx([HEAD, ["A", "x", typed, D], ["B", "y", 5, D]]), *FUND)
    assert f"Type {either}, whichever is meant." in ran.err


@pytest.mark.parametrize("status", [None, "Awarded"])
def test_one_merged_amount_for_several_grants_is_asked_about(root: Path, status: str | None) -> None:
    """£1,000 merged over two grants: nobody can tell whose is how much, so nothing is written until I say."""
    rows: Rows = [
        [*HEAD, "Status"],
        ["A", "x", 1000, D, status],
        ["B", "y", None, D, status],
        ["C", "z", None, D, "Declined"],
    ]
    ran = imported(root, xlsx(rows if status else [row[:4] for row in rows[:3]], merges=["C2:C4"]), *FUND)
    assert (ran.code, rounds(root)) == (1, {})
    assert (
        "rows 2 and 3 (C2): £1,000 stands in one merged cell for A and B, so how much each is cannot be told. (G510"
        in ran.err
    )
    assert "Unmerge the cells, and type an amount into each row." in ran.err


def test_a_merged_amount_beside_one_grant_alone_is_that_grants(root: Path) -> None:
    """An amount merged over a grant and an empty row, or a note, is the grant's."""
    rows: Rows = [HEAD, ["A", "x", 1000, D], [None, None, None, None], ["B", "y", 5, D]]
    ran = imported(root, xlsx(rows, merges=["C2:C3"]), *FUND)
    assert "Read: 2 grants awarded, £1,005." in ran.err, ran.err


# -- struck through


def struck(rows: Rows, cells: list[str]) -> bytes:
    """Return a workbook with some cells struck through."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for one in cells:
        sheet[one].font = Font(strike=True)
    return saved(book)


def test_a_row_that_is_struck_through_is_named(root: Path) -> None:
    """A line struck through in Excel is no word on what became of the grant: I am told, and the total without it is right."""
    rows: Rows = [HEAD, ["A", "x", 700, D], ["B", "y", 5, D], ["Total", None, 700]]
    ran = imported(root, struck(rows, ["A3", "B3", "C3", "D3"]), *FUND)
    assert ran.code == 0, ran.err
    assert "row 3 (B, £5) is struck through in Excel, and it was taken over as awarded. (G525" in ran.err
    assert "Say what became of it in a column of statuses, such as Withdrawn, or delete the row." in ran.err
    assert "G520" not in ran.err


def test_a_struck_row_with_a_status_of_its_own_is_not_asked_about(root: Path) -> None:
    """Where the column of statuses says that the grant was withdrawn, its line says nothing new; nor does one under a remark."""
    rows: Rows = [
        [*HEAD, "Status", "Notes"],
        ["A", "x", 700, D, "Awarded", "was late"],
        ["B", "y", 5, D, "Withdrawn", None],
    ]
    ran = imported(root, struck(rows, ["A3", "C3", "F2"]), *FUND)
    assert ran.code == 0, ran.err
    assert "G525" not in ran.err
