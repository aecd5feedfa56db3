"""The ledger as an Excel workbook, read back by openpyxl and computed by LibreOffice."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import datetime, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from export_samples import HIDDEN, ROWS, row, sample
from hypothesis import given
from hypothesis import settings as within
from openpyxl import load_workbook

from pcp_reports.exports import xlsx_form
from pcp_reports.exports.rows import rows_of, total_of, totals_of
from pcp_reports.exports.xlsx_form import as_xlsx
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from openpyxl import Workbook

    from pcp_reports.exports.rows import GrantRow


def opened(data: bytes) -> Workbook:
    """Return a workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(data))


def office(profile: Path, form: str, source: Path) -> None:
    """Have LibreOffice convert a file, into the folder it stands in; only the file made tells whether it did."""
    soffice = shutil.which("soffice")
    if soffice is not None:
        arguments = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        subprocess.run([*arguments, "--outdir", str(source.parent), str(source)], check=False, capture_output=True)


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory, office_profile: Path) -> Path:
    """Return the profile of a LibreOffice that reads sheets; it can be installed without that part."""
    source = tmp_path_factory.mktemp("calc") / "plain.csv"
    source.write_text("1,2\n", encoding="utf-8")
    office(office_profile, "xlsx", source)
    if not source.with_suffix(".xlsx").exists():
        pytest.skip("LibreOffice Calc (soffice) is not installed")
    return office_profile


@pytest.fixture
def computed(tmp_path: Path, calc: Path) -> Callable[[bytes], list[list[str]]]:
    """Return a function that has LibreOffice work out a sheet, Totals unless another is named, and returns its cells."""

    def run(data: bytes, sheet: str = "Totals") -> list[list[str]]:
        source = tmp_path / "grants.xlsx"
        source.write_bytes(data)
        office(calc, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", source)
        with (tmp_path / f"grants-{sheet}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    return run


def test_money_and_days_are_typed(tmp_path: Path) -> None:
    """Amounts are numbers that I can add up, shown in pounds and pence; whole days are dates; a month is words."""
    sheet = opened(as_xlsx(rows_of(sample(tmp_path))))["Grants"]
    cells: dict[str, Any] = {str(head.value): cell for head, cell in zip(sheet[1], sheet[4], strict=True)}
    assert (cells["Amount"].value, cells["Amount"].number_format) == (1470.57, "£#,##0.00")
    assert (cells["Awarded"].value, cells["Awarded"].is_date) == (datetime(2023, 9, 14), True)  # noqa: DTZ001 - a cell's day has no zone
    assert (cells["Announced"].value, cells["Projects"].value) == ("2023-09", 2)
    assert (cells["Recipient"].value, cells["Recipient"].data_type) == ("=Barchester Scouts", "s")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:U7"
    assert sheet.column_dimensions["H"].width == 28


def test_nothing_exempt_is_anywhere_in_the_workbook(tmp_path: Path) -> None:
    """What I marked as exempt is on no sheet."""
    book = opened(as_xlsx(rows_of(sample(tmp_path))))
    cells = [str(cell.value) for sheet in book.worksheets for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if HIDDEN in cell or "777" in cell or "hidden" in cell]


def test_a_hundred_kinds_of_grants_fit() -> None:
    """Every total of many strands stands on its own line, in the order of the ledger."""
    rows = [row("Scouts", at + 1, number=at, strand=f"Strand {at}") for at in range(100)]
    sheet = opened(as_xlsx(rows))["Totals"]
    assert [line[3].value for line in sheet.iter_rows(min_row=2, max_row=101)] == [one.strand for one in rows]


def test_the_formulas_come_to_what_was_proven(tmp_path: Path, computed: Callable[[bytes], list[list[str]]]) -> None:
    """A spreadsheet that works the formulas out gets our totals to the penny, withdrawn grants left out."""
    rows = rows_of(sample(tmp_path))
    head, *lines = computed(as_xlsx(rows))
    assert head == [name for name, _ in xlsx_form._TOTALS]
    sums = [one.sum for one in totals_of(rows)] + [total_of(rows)]
    for line, one in zip(lines, sums, strict=True):
        assert Decimal(line[4]) == Decimal(line[5]) == Decimal(one.total.decimal)
        assert line[6:] == [*(str(one.grants),) * 2, *(str(one.projects),) * 2, "agrees"]


def test_names_that_excel_would_match_loosely_are_kept_apart(computed: Callable[[bytes], list[list[str]]]) -> None:
    """Strands named with stars, signs or other capitals, and years like a month, each keep their own total."""
    names = ("A*", "AB", "ab", ">5", "<>", "?", "~", "", "2011/12", "=1+1")
    rows = [row("Scouts", 10 * 2**at + at, strand=name, number=at) for at, name in enumerate(names)]
    lines = computed(as_xlsx(rows))[1:]
    assert [Decimal(line[4]) for line in lines] == [
        *(Decimal(one.amount.decimal) for one in rows),
        Decimal(total_of(rows).total.decimal),
    ]
    assert {line[10] for line in lines} == {"agrees"}


def test_ten_thousand_pence_add_up_exactly(computed: Callable[[bytes], list[list[str]]]) -> None:
    """Many odd pence, which a spreadsheet cannot hold exactly, still agree to the penny; and so does a huge amount."""
    rows = [row("Scouts", 10 + at % 7, number=at) for at in range(2000)] + [row("Trust", 99_999_999_999_999)]
    assert {line[10] for line in computed(as_xlsx(rows))[1:]} == {"agrees"}


def test_a_changed_amount_is_seen_in_the_check(tmp_path: Path, computed: Callable[[bytes], list[list[str]]]) -> None:
    """Where somebody changes an amount in the workbook, the check beside its total says that it differs."""
    book = opened(as_xlsx(rows_of(sample(tmp_path))))
    book["Grants"]["K3"] = Decimal("0.30")
    file = io.BytesIO()
    book.save(file)
    assert [line[10] for line in computed(file.getvalue())[1:]] == ["differs", "agrees", "agrees", "agrees", "differs"]


def test_a_changed_number_of_projects_is_seen_in_the_check(computed: Callable[[bytes], list[list[str]]]) -> None:
    """So is a number of projects that somebody changed."""
    book = opened(as_xlsx([row("Scouts"), row("Guides", number=2)]))
    book["Grants"]["L2"] = 7
    file = io.BytesIO()
    book.save(file)
    assert [line[10] for line in computed(file.getvalue())[1:]] == ["differs", "differs"]


def test_words_are_shown_as_they_were_typed(computed: Callable[..., list[list[str]]]) -> None:
    """A spreadsheet shows a name that looks like a formula, a number or a written-out character as it was typed."""
    names = ["=1+1", "+44 1234", "-2", "'tis", "007", "1/2", "#N/A", "_x0041_", "TRUE", "Tŷ & “Co” <b>"]
    data = as_xlsx([row(name, number=at) for at, name in enumerate(names)])
    assert [line[7] for line in computed(data, "Grants")[1:]] == names
    cells = [line[7] for line in opened(data)["Grants"].iter_rows(min_row=2)]
    assert cells[7].value == "_x005F_x0041_"  # Excel itself would show the letter A for what was typed
    assert [cell.quotePrefix for cell in cells] == [True] * 4 + [False] * 6


def test_sums_are_rounded_to_the_penny() -> None:
    """Each formula for money rounds what binary fractions leave, so that its cell never shows a stray fraction."""
    sheet = opened(as_xlsx([row("Scouts")]))["Totals"]
    assert [str(sheet[place].value)[:7] for place in ("E2", "E3")] == ["=ROUND(", "=ROUND("]


def test_no_grants_make_a_workbook_all_the_same(computed: Callable[[bytes], list[list[str]]]) -> None:
    """A ledger without grants is a workbook with its headings and a total of nothing."""
    assert [line[4] for line in computed(as_xlsx(()))[1:]] == ["0"]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook made twice, at different times, is the same file."""
    rows = rows_of(sample(tmp_path))
    first = as_xlsx(rows)

    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # no subclass is needed
            return datetime(2040, 1, 1, tzinfo=tz)

    monkeypatch.setattr("openpyxl.writer.excel.datetime", SimpleNamespace(datetime=Later, timezone=timezone))
    assert as_xlsx(rows) == first


def test_words_too_long_or_unheld_are_made_to_fit() -> None:
    """A purpose beyond what a cell holds ends in an ellipsis, and a character that Excel cannot hold shows as one lost."""
    sheet = opened(as_xlsx([row("A\x00B\rC\ud800", purpose="x" * 40_000)]))["Grants"]
    assert sheet["H2"].value == "A\ufffdB\ufffdC\ufffd"
    assert sheet["J2"].value == "x" * 32_766 + "…"


@within(max_examples=40)
@given(ROWS)
def test_no_name_becomes_a_formula(rows: list[GrantRow]) -> None:
    """Whatever a recipient is called, its cell holds words, and its amount is exact to the penny."""
    sheet = opened(as_xlsx(rows))["Grants"]
    for line, one in zip(sheet.iter_rows(min_row=2), rows, strict=True):
        assert {cell.data_type for cell in line} <= {"s", "n", "d"}
        assert line[7].value == xlsx_form._held(one.recipient)
        assert Money(int((Decimal(repr(line[10].value)) * 100).to_integral_exact())) == one.amount
