"""A total is held against the grants that its own name speaks of: a strand, a month, a year, a value of any column."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import write
from tracker_files import delimited, imported, xlsx

from pcp_reports.importing.trackers.rows.spans import Span, span_in

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "kind: office\nname: The office\nfunds:\n  Safer Streets Fund:\n    strands:\n      Community Fund:\n      Innovation Fund:\n"
FUND = ("--fund", "Safer Streets Fund")
HEAD = ["Organisation", "Purpose", "Amount", "Strand", "Theme", "Awarded"]
ROWS: list[list[Any]] = [
    ["A", "x", 1000, "Community Fund", "Youth", date(2023, 9, 1)],
    ["B", "y", 500, "Innovation Fund", "Roads", date(2023, 9, 2)],
    ["C", "y", 700, "Community Fund", "Roads", date(2023, 10, 2)],
    ["D", "d", 40, "Innovation Fund", "Youth", date(2022, 10, 2)],
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with a fund of two strands."""
    return write(tmp_path / "ws", {"office": OFFICE})


def told(root: Path, label: str, pounds: int, *, column: int = 0) -> str:
    """Return what an import of the tracker with such a total says."""
    total: list[Any] = [None] * len(HEAD)
    total[2], total[column] = pounds, label
    ran = imported(root, xlsx([HEAD, *ROWS, total]), *FUND, "--draft")
    assert ran.code == 0, ran.err
    assert "Read: 4 grants awarded, £2,240." in ran.err
    return ran.err


RIGHT = {
    "Total for Community Fund": 1700,
    "Total for Community": 1700,
    "Total Community": 1700,
    "Community Fund total": 1700,
    "Sub-total – Community Fund": 1700,
    "September total": 1500,
    "Total for September 2023": 1500,
    "Total September 2023": 1500,
    "Total Sept 23": 1500,
    "Total 2022/23": 40,
    "2023/24 total": 2200,
    "Total 2022": 40,
    "Total Q2 2023/24": 1500,
    "September to October 2023 total": 2200,
    "Oct 22 to Sep 23 total": 1540,
    "Community Fund September total": 1000,
    "Total for Youth": 1040,
    "Total for Roads in 2023/24": 1200,
    "Safer Streets Fund total": 2240,
    "Total (4 grants)": 2240,
}


@pytest.mark.parametrize("label", RIGHT)
def test_a_total_that_is_right_of_what_it_names_is_not_called_wrong(root: Path, label: str) -> None:
    """My sub-total of a strand, a month, a year or a theme is right, and nobody says that it is not."""
    said = told(root, label, RIGHT[label])
    assert "G520" not in said
    assert "1 total of the sheet is borne out by its rows" in said


def test_the_strand_may_stand_in_its_own_column(root: Path) -> None:
    """“Total”, with the strand's name in the column of strands, is of that strand."""
    total = ["Total", None, 1700, "Community Fund"]
    ran = imported(root, xlsx([HEAD, *ROWS, total]), *FUND, "--draft")
    assert "1 total of the sheet is borne out by its rows" in ran.err


@pytest.mark.parametrize(
    ("label", "named", "sum_"),
    [
        ("Total for Community Fund", "Community Fund", "£1,700"),
        ("2023/24 total", "2023/24", "£2,200"),
        ("Total for Youth", "Youth", "£1,040"),
    ],
)
def test_a_total_that_is_wrong_is_told_with_what_it_names(root: Path, label: str, named: str, sum_: str) -> None:
    """A wrong sub-total is held against the grants that it names, and not against all."""
    said = told(root, label, 1800)
    assert f"“{label}” says £1,800; the grants of “{named}” come to {sum_}, so it says" in said
    assert "G520" in said


def test_a_total_of_what_the_sheet_does_not_show_is_not_called_wrong(root: Path) -> None:
    """Which grants are of Northfield no column says: I am told that the total was not checked, and accused of nothing."""
    said = told(root, "Total for Northfield", 1040)
    assert "G520" not in said
    assert (
        "Which grants are of “Northfield” the sheet does not show, so it was not checked; all its grants come to £2,240."
        in said
    )


def test_a_total_that_fits_other_rows_than_it_names_is_mentioned(root: Path) -> None:
    """The sum of everything called the Community Fund's is mentioned, as it may be meant, and may not."""
    said = told(root, "Total for Community Fund", 2240)
    assert "G520" not in said
    assert (
        "says £2,240; the grants of “Community Fund” come to £1,700. It is what other rows of the sheet come to" in said
    )


def test_a_year_in_a_total_where_nothing_has_a_date_is_the_whole_sheet(root: Path) -> None:
    """“Total 2023/24” over a sheet without dates is its total, and a wrong one is told."""
    rows = [HEAD[:3], ["A", "x", "1000"], ["B", "y", "500"], ["Total 2023/24", "", "1600"]]
    ran = imported(root, delimited(rows), *FUND, "--announced", "2023-09", name="t.csv")
    assert "“Total 2023/24” says £1,600; the grants above come to £1,500" in ran.err


def test_what_was_declined_may_have_a_total_of_its_own(root: Path) -> None:
    """“Total declined” is of the applications that were declined."""
    d = date(2023, 9, 1)
    head = ["Organisation", "Purpose", "Amount", "Awarded"]
    rows: list[list[Any]] = [
        head,
        ["A", "x", 1000, d],
        ["Declined"],
        ["B", "y", 5, d],
        ["C", "y", 6, d],
        ["Total declined", None, 11],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert "1 total of the sheet is borne out by its rows" in ran.err


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("total for september 2023", Span(months=(9,), year=2023)),
        ("november to january 2023/24 total", Span(months=(11, 12, 1), financial=2023)),
        ("quarter 2 total", Span(quarter=2)),
        ("april 2023 to march 2024", Span(ends=((2023, 4), (2024, 3)))),
        ("total for round 2", None),
        ("total for 2023 and 2024", None),
        ("phase 12 total", None),
    ],
)
def test_the_time_that_a_name_speaks_of(label: str, span: Span | None) -> None:
    """Months, quarters and years in a total's name are read as people write them."""
    assert span_in(label)[0] == span
