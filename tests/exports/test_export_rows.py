"""The ledger grant by grant, and as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from export_samples import HIDDEN, ROWS, row, sample
from hypothesis import given
from support import funding_round, surveyed

from pcp_reports.dates import FinancialYear, PartialDate
from pcp_reports.exports.csv_form import COLUMNS, as_csv
from pcp_reports.exports.rows import rows_of, total_of, totals_of
from pcp_reports.ledger import ledger
from pcp_reports.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.exports.rows import GrantRow


def test_each_public_grant_is_one_row_in_the_ledgers_order(tmp_path: Path) -> None:
    """I find each public grant once: rounds in the order announced, grants as I typed them."""
    rows = rows_of(sample(tmp_path))
    assert [(one.round, one.strand, one.recipient, one.status) for one in rows] == [
        ("may", None, "Rovers", "returned"),
        ("may", None, "Rovers", "awarded"),
        ("september", "Community Fund", "=Barchester Scouts", "awarded"),
        ("september", "Community Fund", "Caffi Tŷ Ni t/a “Y Cwt”", "awarded"),
        ("september", "Innovation Fund", "Shop Watch", "withdrawn"),
        ("september", "Innovation Fund", "Guides & Co", "varied"),
    ]


def test_a_row_carries_all_that_the_entry_says(tmp_path: Path) -> None:
    """Every key that I filled in for a grant reaches its row, with the file and line it stands at."""
    first = rows_of(sample(tmp_path))[2]
    lines = (tmp_path / "entries/funding/september.yaml").read_text(encoding="utf-8").splitlines()
    assert first == row(
        "=Barchester Scouts",
        147_057,
        number=next(at for at, line in enumerate(lines, 1) if "=Barchester" in line),
        projects=2,
        reference="CF/1",
        recipient_id="GB-CHC-1234567",
        reason="Best of twelve",
        conditions="Report by May",
    )
    assert first.when == PartialDate(2023, 9, 14)


def test_nothing_exempt_is_in_any_row(tmp_path: Path) -> None:
    """What I marked as exempt, a grant or a whole round, is in no row and no total."""
    rows = rows_of(sample(tmp_path))
    assert HIDDEN not in repr(rows)
    assert HIDDEN not in as_csv(rows)
    assert "hidden" not in as_csv(rows)


@pytest.mark.parametrize("typed", ["exemt: {paragraph: 1, reason: a refuge}", "exempt:", "Exempt: yes"])
@pytest.mark.parametrize("whole", [True, False], ids=["round", "grant"])
def test_a_round_in_which_something_was_meant_to_be_exempt_is_left_out(
    tmp_path: Path, typed: str, *, whole: bool
) -> None:
    """Where I misspelt “exempt”, or left out the paragraph, the round stays out rather than the secret going in."""
    grants = f"- recipient: {HIDDEN}\n  purpose: locks\n  amount: £5\n" + ("" if whole else f"  {typed}\n")
    text = funding_round(grants, more=f"{typed}\n" if whole else "")
    survey = surveyed(tmp_path, {"funding/round": text})
    assert survey.register.entries[0].model is not None
    assert rows_of(survey) == ()


def test_totals_are_those_of_the_ledger(tmp_path: Path) -> None:
    """What the export comes to by year, fund and strand is what `totals` says."""
    survey = sample(tmp_path)
    rows = rows_of(survey)
    assert totals_of(rows) == ledger(survey).years
    assert total_of(rows).total == Money(20 + 147_057 + 950_000 + 10)
    assert (total_of(rows).grants, total_of(rows).projects) == (4, 5)


def test_a_year_or_a_paper_narrows_the_rows(tmp_path: Path) -> None:
    """Asked for one financial year or one paper, I get its grants alone."""
    survey = sample(tmp_path)
    assert [one.recipient for one in rows_of(survey, year=FinancialYear(2024))] == ["Caffi Tŷ Ni t/a “Y Cwt”"]
    assert {one.round for one in rows_of(survey, papers=("2023-10-03",))} == {"september"}


def read_back(text: str) -> list[dict[str, str]]:
    """Return CSV as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_opens_in_excel_with_a_line_a_grant(tmp_path: Path) -> None:
    """The CSV begins with Excel's mark, has a line a grant, and says which ones do not count."""
    text = as_csv(rows_of(sample(tmp_path)))
    assert text.startswith("\ufeffyear,fund,strand,round,")
    assert read_back(text)[2] == dict(
        zip(
            COLUMNS,
            (
                *("2023/24", "Safer Streets Fund", "Community Fund", "september", "2023-09", "2023-09-14"),
                *("2023-10-03", "'=Barchester Scouts", "GB-CHC-1234567", "tents", "1470.57", "2", "Wyre", "CF/1"),
                *("awarded", "yes", "Best of twelve", "Report by May", "entries/funding/september.yaml"),
                str(rows_of(sample(tmp_path))[2].line),
            ),
            strict=True,
        )
    )
    assert [line["counts"] for line in read_back(text)] == ["no", "yes", "yes", "yes", "no", "yes"]


@pytest.mark.parametrize("sign", [*"=+-@|%＝＋－＠", " =", "\u00a0=", "  \u00a0@", "\t", "\t=", "\r="])
def test_what_a_spreadsheet_might_run_begins_with_an_apostrophe(sign: str) -> None:
    """A name that begins as a formula does, in wide letters or behind blanks too, is words to every spreadsheet."""
    (line,) = read_back(as_csv([row(f"{sign}HYPERLINK(A1)", purpose=f"{sign}1")]))
    assert (line["recipient"], line["purpose"]) == (f"'{sign}HYPERLINK(A1)", f"'{sign}1")


def test_lines_of_the_csv_end_as_excel_ends_them() -> None:
    """Each line ends in both signs, as Excel and Notepad write them."""
    assert as_csv([row("A"), row("B")]).count("\r\n") == 3


@given(ROWS)
def test_no_name_becomes_a_formula_or_breaks_a_line(rows: list[GrantRow]) -> None:
    """Whatever a recipient is called, a spreadsheet reads the same names and amounts, and runs nothing."""
    lines = read_back(as_csv(rows))
    assert [line["recipient"].removeprefix("'") for line in lines] == [one.recipient.removeprefix("'") for one in rows]
    assert [Money(int(line["amount"].replace(".", ""))) for line in lines] == [one.amount for one in rows]
    assert not any(cell.lstrip(" \u00a0")[:1] in tuple("=+-@|%") for line in lines for cell in line.values() if cell)
