"""Amounts of a tracker: exactly what its file holds, to the penny that Excel shows, whichever way a number is written."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile_workbooks import repacked
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing.sheets.amounts import Absent, AmountError, amount_in
from pcp_reports.importing.sheets.sheet import words
from pcp_reports.importing.sheets.xlsx import Workbook
from pcp_reports.money import MOST, Money

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.importing.sheets.sheet import Value

HEAD = ["Recipient", "Project", "Amount", "Date"]
D = date(2023, 9, 14)
FUND = ("--fund", "Small Grants")


def holding(*numbers: str, quick: bool = True) -> bytes:
    """Return a workbook of one sheet whose cells A1, B1 … have these numbers in their XML; else so that openpyxl reads it."""
    data = xlsx([[111 + at for at in range(len(numbers))]])
    for at, number in enumerate(numbers):
        old = f"<v>{111 + at}</v>".encode()

        def change(name: str, part: bytes, old: bytes = old, number: str = number) -> bytes:
            if not name.startswith("xl/worksheets/sheet"):
                return part
            assert old in part
            return part.replace(old, f"<v>{number}</v>".encode())

        data = repacked(data, change)
    # A row without its number is a form that only openpyxl reads.
    return data if quick else repacked(data, lambda _, part: re.sub(rb'<row r="1"', b"<row", part))


def cells(*numbers: str, quick: bool = True) -> tuple[Value, ...]:
    """Return what the cells with these numbers in their XML are read as."""
    return Workbook(holding(*numbers, quick=quick), "t.xlsx").read("Grants").rows[0][1]


@pytest.mark.parametrize("quick", [True, False], ids=["quick", "openpyxl"])
@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("9500", 950_000),
        ("9500.0", 950_000),
        ("1.2785625E7", 1_278_562_500),
        ("1.2785625e+07", 1_278_562_500),
        ("1E3", 100_000),
        ("1234.56", 123_456),
        ("1234.5600000000001", 123_456),
        ("1234.5599999999999", 123_456),
        ("1.1000000000000001", 110),
        ("41133.770000000004", 4_113_377),
        ("0.29999999999999999", 30),
        ("4.0000000000000001E-2", 4),
        (".5", 50),
        ("+7.10", 710),
        ("20000000.000000007", 2_000_000_000),
        ("999999999999.98999", 99_999_999_999_999),
        ("1000000000000", MOST),
    ],
)
def test_a_number_is_the_penny_that_excel_shows(written: str, pence: int, *, quick: bool) -> None:
    """However Excel writes a number into its file, the amount is the one I see in the cell."""
    (value,) = cells(written, quick=quick)
    assert not isinstance(value, float)
    assert amount_in(value, text_table=False) == Money(pence)


def test_a_number_is_kept_figure_by_figure() -> None:
    """What stands in the file is what is held: no binary number takes the place of its figures."""
    written = ("1234.5600000000001", "0.1", "90071992547409931", "3.0")
    read = cells(*written)
    assert [(type(one), str(one)) for one in read] == [
        (Decimal, "1234.5600000000001"),
        (Decimal, "0.1"),
        (int, "90071992547409931"),
        (Decimal, "3.0"),
    ]


@given(st.integers(1, MOST))
def test_every_amount_to_the_penny_comes_back(pence: int) -> None:
    """Any amount is the same again as Excel writes it: with the seventeen figures of its binary number."""
    pounds = pence / 100  # as Excel keeps it
    for written in (f"{pounds:.17g}", repr(pounds), f"{pounds:.16e}"):
        assert amount_in(Decimal(written), text_table=False) == Money(pence)


@pytest.mark.parametrize("written", ["1234.565", "0.001", "33.333333333333336", "1234.5600011", "0.30000101"])
def test_what_is_not_whole_pence_is_asked_about(written: str) -> None:
    """A third of a hundred pounds is no amount to the penny: I am asked, and nothing is rounded in silence."""
    with pytest.raises(AmountError) as caught:
        amount_in(Decimal(written), text_table=False)
    assert caught.value.reason == "it is not whole pence"
    assert caught.value.instead.startswith("Type it to the penny, such as £")


def test_the_residue_of_binary_sums_is_bounded() -> None:
    """What a computer leaves behind is less than a ten-thousandth of a penny; a hair more is asked about."""
    for sign in (1, -1):
        assert amount_in(Decimal("5.25") + sign * Decimal("0.000001"), text_table=False) == Money(525)
        with pytest.raises(AmountError, match="not whole pence"):
            amount_in(Decimal("5.25") + sign * Decimal("0.0000011"), text_table=False)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Decimal("-0.01"), "it is below nothing"),
        (-1, "it is below nothing"),
        (MOST // 100 + 1, "it is more than a million million pounds"),
        (Decimal("1E+300"), "it is more than a million million pounds"),
        (Decimal("Infinity"), "it is not a figure"),
        (True, "it says yes or no, and no amount"),
        (datetime(2023, 9, 14, 0, 0), "it is a date"),  # noqa: DTZ001 - Excel knows no zones
        (D, "it is a date"),
    ],
)
def test_what_is_no_amount_is_said(value: Value, reason: str) -> None:
    """A number below nothing or beyond all bounds, a tick and a date are no amounts, and each is named for what it is."""
    with pytest.raises(AmountError) as caught:
        amount_in(value, text_table=False)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("value", "absent"),
    [
        (None, Absent.BLANK),
        ("  ", Absent.BLANK),
        (0, Absent.NOTHING),
        (Decimal("0.00"), Absent.NOTHING),
        (Decimal("0.0000000001"), Absent.NOTHING),
        ("£0.00", Absent.NOTHING),
        ("–", Absent.NOTHING),
        ("Nil", Absent.NOTHING),
        ("Declined", Absent.DECLINED),
        ("not funded.", Absent.DECLINED),
        ("tbc", Absent.UNDECIDED),
        ("To be agreed", Absent.UNDECIDED),
    ],
)
def test_a_cell_without_an_amount_says_why(value: Value, absent: Absent) -> None:
    """An empty cell, a nought, a word for a refusal and one for a decision still to come are four different things."""
    assert amount_in(value, text_table=False) is absent


@pytest.mark.parametrize(
    ("shown", "pence"),
    [("14.5", 1450), ("14", 1400), ("0.5", 50), ("14.50", 1450), ("1470.5700000000002", 147_057), ("£14.50", 1450)],
)
def test_a_number_that_lost_its_noughts_in_a_text_table(shown: str, pence: int) -> None:
    """In a CSV, 14.5 is what a spreadsheet makes of £14.50."""
    assert amount_in(shown, text_table=True) == Money(pence)


@pytest.mark.parametrize("shown", ["14.340", "14.340000", "14.500", "14.345", "014.5", "014", "1.234"])
def test_a_misprint_in_a_text_table_is_asked_about(shown: str) -> None:
    """Figures that no spreadsheet writes are no pence in silence: 14.500 may be fourteen thousand five hundred."""
    with pytest.raises(AmountError) as caught:
        amount_in(shown, text_table=True)
    assert caught.value.reason != "it is not whole pence"


def test_bare_figures_typed_into_a_workbook_are_read_strictly() -> None:
    """In a cell of words, 14.5 was typed by somebody, and may be a slip."""
    with pytest.raises(AmountError):
        amount_in("14.5", text_table=False)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1.1000000000000001"), "1.1"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1.2785625E7"), "12785625"),
        (Decimal("3.0"), "3"),
        (Decimal("0.00"), "0"),
        (Decimal("0.0000001"), "0.0000001"),
        (Decimal("1E+300"), "1E+300"),
        (Decimal(100), "100"),
        (Decimal("-7.10"), "-7.1"),
        (Decimal("Infinity"), "Infinity"),
        (90071992547409931, "90071992547409931"),
        (True, "yes"),
        (False, "no"),
    ],
)
def test_a_number_is_shown_as_excel_shows_it(value: Value, shown: str) -> None:
    """A reference 1.1 is called that, and not 1.1000000000000001, as it stands in Excel's file."""
    assert words(value) == shown


@pytest.mark.parametrize("number", ["", "x", "NaN", "1" * 500, "1E9999", "--1", "1.2.3"])
def test_a_number_that_is_none_never_ends_in_a_crash(root: Path, number: str) -> None:
    """Whatever stands where a number should, I am told in a sentence, and no amount is made of it."""
    data = repacked(
        xlsx([HEAD, ["A", "a", 111, D], ["B", "b", 6, D]]),
        lambda name, part: part.replace(b"<v>111</v>", f"<v>{number}</v>".encode()) if "sheet1" in name else part,
    )
    ran = imported(root, data, *FUND)
    assert ran.code in (0, 1)
    assert "recipient: A\n" not in "".join(rounds(root).values())


def test_days_and_moments_are_days_still(root: Path) -> None:
    """A date is kept as a number in Excel too, with or without a part of a day behind the point."""
    data = repacked(
        xlsx([HEAD, ["A", "a", 5, D], ["B", "b", 6, D]]),
        lambda name, part: part.replace(b"<v>45183</v>", b"<v>45183.5</v>", 1) if "sheet1" in name else part,
    )
    assert imported(root, data, *FUND).code == 0
    assert next(iter(rounds(root).values())).count("2023-09-14") == 2


def test_a_trackers_numbers_reach_the_entries_to_the_penny(root: Path) -> None:
    """Excel's own spelling of numbers, a formula's residue and its sum beneath come out as the pounds and pence I see."""
    values: dict[int, str] = {111: "1.2785625E7", 112: "1234.5600000000001", 113: "12786859.560000001", 114: "2.1000000000000001"}  # fmt: skip
    rows: list[list[Any]] = [
        ["Ref", *HEAD],
        [114, "A", "a", 111, D],
        ["R2", "B", "b", 112, D],
        ["Total", None, None, 113],
    ]

    def change(name: str, part: bytes) -> bytes:
        for old, new in values.items() if name.startswith("xl/worksheets/sheet") else ():
            part = part.replace(f"<v>{old}</v>".encode(), f"<v>{new}</v>".encode())
        return part

    ran = imported(root, repacked(xlsx(rows), change), *FUND)
    assert ran.code == 0, ran.err
    text = next(iter(rounds(root).values()))
    assert re.findall("amount: (.*)", text) == ["£12,785,625", "£1,234.56"]
    assert re.findall("reference: (.*)", text) == ['"2.1"', "R2"]
    assert "1 total of the sheet is borne out by its rows" in ran.err
