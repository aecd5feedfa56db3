"""Totals of a tracker, however they are set out, are no grants; and a grant to a body named “Total …” is one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracker_files import delimited, imported, xlsx

from pcp_reports.importing.sheets.headings import best_header
from pcp_reports.importing.sheets.sheet import Sheet
from pcp_reports.importing.sheets.table import Sort, pieces
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Organisation", "Project", "Requested", "Awarded"]
ROWS = [["A Trust", "youth club", 500, 400], ["B Trust", "street lights", 500, 300]]
D = date(2023, 9, 14)
GIVEN = ("--fund", "Small Grants", "--announced", "2023-10")
Rows = list[list[Any]]


def held(root: Path) -> list[tuple[str, int]]:
    """Return recipient and pence of each grant in the ledger."""
    return [
        (str(grant.recipient), grant.amount.pence)
        for one in ledger(survey(load(root))).rounds
        for strand in one.round.grants
        for grant in strand.grants
    ]


BOTH = [("A Trust", 40000), ("B Trust", 30000)]
TOTALS: dict[str, list[Any]] = {
    "total": ["Total", None, 1000, 700],
    "capitals": ["TOTALS", None, 1000, 700],
    "grand": ["Grand Total:", None, 1000, 700],
    "hyphen": ["Sub-total", None, 1000, 700],
    "awarded": ["Total awarded (£)", None, 1000, 700],
    "short": ["Total", None, None, 700],
    "counting": ["Total", "2 projects", 1000, 700],
    "all": ["TOTAL", "All projects", 1000, 700],
    "dash": ["Total", "–", 1000, 700],
    "in the purposes": [None, "Total", 1000, 700],
    "no label": [None, None, 1000, 700],
    "no label, one figure": [None, None, None, 700],
    "overall": ["Overall", None, 1000, 700],
    "fund": ["Small Grants total", None, 1000, 700],
    "year": ["Total 2023/24", None, 1000, 700],
    "welsh": ["Cyfanswm", None, 1000, 700],
    "stars": ["** Total **", None, 1000, 700],
    "other words that add up": ["Total", "Everything in this round", 1000, 700],
}


@pytest.mark.parametrize("form", ["csv", "xlsx", "typed"])
@pytest.mark.parametrize("name", TOTALS)
def test_a_total_is_never_a_grant(root: Path, name: str, form: str) -> None:
    """Whatever my total is called and wherever it stands, the round comes to what its grants do, and not to twice as much."""
    rows: Rows = [HEAD, *ROWS, TOTALS[name]]
    if form == "typed":
        rows = [
            HEAD,
            *([one if one is None or isinstance(one, str) else f"{one:,}" for one in row] for row in rows[1:]),
        ]
    file = ("tracker.csv", delimited(rows)) if form == "csv" else ("tracker.xlsx", xlsx(rows))
    ran = imported(root, file[1], *GIVEN, name=file[0])
    assert ran.code == 0, ran.err
    assert held(root) == BOTH
    assert "1 total of the sheet is borne out by its rows" in ran.err
    assert "Read: 2 grants awarded, £700." in ran.err


@pytest.mark.parametrize("label", ["Total", "TOTALS", "Grand Total", None])
@pytest.mark.parametrize("other", ["Total project cost", "Amount paid"])
def test_a_second_column_that_is_summed_as_well_changes_nothing(root: Path, label: str | None, other: str) -> None:
    """Sums of the costs and of the payments beside that of the awards do not make a grant of the row."""
    rows: Rows = [
        ["Organisation", "Project", "Awarded", other],
        ["A Trust", "youth club", 400, 900],
        ["B Trust", "street lights", 300, 800],
        [label, None, 700, 1700],
    ]
    assert imported(root, delimited(rows), *GIVEN, name="tracker.csv").code == 0
    assert held(root) == BOTH


def test_a_wrong_total_is_told_and_not_taken_over(root: Path) -> None:
    """A total of £750 over grants of £700 is said to differ, and is no grant."""
    ran = imported(root, delimited([HEAD, *ROWS, ["Total", "", 1000, 750]]), *GIVEN, name="tracker.csv")
    assert held(root) == BOTH
    assert "row 4: “Total” says £750; the grants above come to £700, so it says £50 more." in ran.err
    assert "G520" in ran.err


def test_an_average_is_no_grant(root: Path) -> None:
    """The average beneath the total is passed over, and said to be."""
    rows: Rows = [HEAD, *ROWS, ["Total", "", 1000, 700], ["Average", "", 500, 350], ["Number of grants", "", 2, 2]]
    ran = imported(root, delimited(rows), *GIVEN, name="tracker.csv")
    assert held(root) == BOTH
    assert "2 rows are no grant, and were passed over: 5 (“Average”) and 6 (“Number of grants”)." in ran.err


@pytest.mark.parametrize(
    "label", [["Total", None, None], ["Small Grants", "Total", None], ["Small Grants", None, "Total"]]
)
def test_a_total_beside_a_column_of_funds(root: Path, label: list[Any]) -> None:
    """“Total” under Fund, or beside the fund's name, is a total."""
    rows: Rows = [
        ["Fund", "Organisation", "Project", "Requested", "Awarded"],
        ["Small Grants", "A Trust", "youth club", 500, 400],
        ["Small Grants", "B Trust", "street lights", 500, 300],
        [*label, 1000, 700],
    ]
    assert imported(root, delimited(rows), "--announced", "2023-10", name="tracker.csv").code == 0
    assert held(root) == BOTH


@pytest.mark.parametrize("label", ["Total", None])
def test_a_total_in_a_tracker_with_dates_stands_in_nobodys_way(root: Path, label: str | None) -> None:
    """A total has no date, and I am not asked for one: typing it would have made a grant of the sum."""
    rows: Rows = [[*HEAD, "Date"], *([*row, D] for row in ROWS), [label, None, 1000, 700, None]]
    ran = imported(root, xlsx(rows), "--fund", "Small Grants")
    assert ran.code == 0, ran.err
    assert held(root) == BOTH


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEAD, ["Total Insight Theatre", "drama", 800, 700]),
        (HEAD, ["Total Insight Theatre", "drama", 800, 650]),
        (HEAD, ["Sum of Us", "an exhibition", None, 650]),
        (HEAD, ["Average Joes", "football", None, 350]),
        (["Organisation", "Project", "Date", "Awarded"], ["Total Insight Theatre", "drama", D, 700]),
        (["Organisation", "Project", "Date", "Awarded"], ["Total Insight Theatre", None, D, 700]),
        (["Organisation", "Project", "Ref", "Awarded"], ["Total", "theatre", "R3", 650]),
        (HEAD, ["C Trust", "Total", 800, 650]),
        (HEAD, ["C Trust", "Sum of its costs", 800, 650]),
    ],
)
def test_a_body_or_work_called_total_gets_its_grant(root: Path, head: list[str], row: list[Any]) -> None:
    """A grant to “Total Insight Theatre”, or for “Total”, is not lost, even where it comes to what stands above it."""
    third = [{"Date": D, "Ref": "R1"}.get(head[2], 500), {"Date": D, "Ref": "R2"}.get(head[2], 500)]
    rows: Rows = [head, *([*old[:2], mark, old[3]] for old, mark in zip(ROWS, third, strict=True)), row]
    ran = imported(root, xlsx(rows), *GIVEN)
    assert ran.code == 0, ran.err
    assert held(root) == [*BOTH, (row[0], row[3] * 100)]


@pytest.mark.parametrize("row", [["Total", "the whole of it", 900, 650], ["Total Insight Theatre", None, 900, 650]])
def test_what_may_be_a_sum_or_a_grant_is_asked_about(root: Path, row: list[Any]) -> None:
    """A row that may be either is neither dropped nor taken over: I am asked, and nothing is written."""
    ran = imported(root, delimited([HEAD, *ROWS, row]), *GIVEN, name="tracker.csv")
    assert ran.code == 1
    assert held(root) == []
    assert "row 4: " in ran.err
    assert "cannot be told. (G516" in ran.err


NAMES = st.sampled_from(["Total", "TOTALS", "Grand total", "Sub total:", "Total awarded", None])
AMOUNTS = st.lists(st.integers(100, 9_000_00), min_size=2, max_size=8)


@given(amounts=AMOUNTS, label=NAMES, typed=st.booleans(), wrong=st.integers(0, 3))
def test_no_total_is_ever_counted_and_no_grant_is_lost(
    amounts: list[int], label: str | None, wrong: int, *, typed: bool
) -> None:
    """Whatever the amounts, each grant is one, and a total beneath them, right or wrong, is none."""

    def shown(pence: int) -> str:
        return f"£{pence // 100:,}.{pence % 100:02}" if typed else f"{pence // 100}.{pence % 100:02}"

    table: list[tuple[str | None, ...]] = [
        tuple(HEAD),
        *((f"Body {at}", f"work {at}", shown(one), shown(one)) for at, one in enumerate(amounts)),
    ]
    total = shown(sum(amounts) + wrong)
    table.append((label, None, total, total))
    sheet = Sheet("t", tuple(enumerate(table, 1)), "csv")
    header = best_header(sheet, {})
    assert header is not None
    found = [one.sort for one in pieces(sheet, header, ())]
    assert found == [*([Sort.GRANT] * len(amounts)), Sort.TOTAL]


# -- what a total counts


def test_a_total_that_counts_what_was_withdrawn_is_said_to(root: Path) -> None:
    """The sheet's total takes in a withdrawn grant: I am told both sums, so that I print the right one."""
    rows: Rows = [
        ["Organisation", "Project", "Awarded", "Status"],
        ["A", "a", 8000, "Approved"],
        ["B", "b", 2600, "Approved"],
        ["C", "c", 1200, "Withdrawn"],
        ["Total", None, 11800],
    ]
    ran = imported(root, xlsx(rows), *GIVEN)
    assert ran.code == 0, ran.err
    assert "Row 5: “Total” says £11,800, which counts £1,200 withdrawn; the awards come to £10,600." in ran.err
    assert "G520" not in ran.err


def test_a_total_of_awards_alone_is_not_said_to_count_more(root: Path) -> None:
    """A total without the withdrawn grant is borne out, and nothing more is said of it."""
    rows: Rows = [
        ["Organisation", "Project", "Awarded", "Status"],
        ["A", "a", 8000, "Approved"],
        ["C", "c", 1200, "Withdrawn"],
        ["Total", None, 8000],
    ]
    ran = imported(root, xlsx(rows), *GIVEN)
    assert "which counts" not in ran.err
    assert "1 total of the sheet is borne out" in ran.err


def test_an_amount_typed_as_text_is_named_as_what_the_total_lacks(root: Path) -> None:
    """Excel's SUM passed over £2,600 that is text: the row is named, and nothing else is blamed."""
    rows: Rows = [
        ["Organisation", "Project", "Awarded"],
        ["A", "a", 8000],
        ["B", "b", "£2,600"],
        ["C", "c", 1200],
        ["Total", None, 9200],
    ]
    ran = imported(root, xlsx(rows), *GIVEN)
    assert ran.code == 0, ran.err
    assert (
        "It is what they come to without row 3 (B, £2,600): that amount is text in the tracker, and Excel’s SUM passes over it."
        in ran.err
    )


def test_a_total_without_one_row_names_it(root: Path) -> None:
    """A total whose formula ends one row early names the row that it leaves out."""
    rows: Rows = [["Organisation", "Project", "Awarded"], ["A", "a", 8000], ["B", "b", 2613.5], ["C", "c", 1207]]
    ran = imported(root, xlsx([*rows, ["Total", None, 10613.5]]), *GIVEN)
    assert "G520" in ran.err
    assert "is what the grants come to without C (£1,207)." in ran.err


def test_a_name_that_ends_in_total_and_has_a_date_is_asked_about(root: Path) -> None:
    """“Youth Total” with a date of its own, which comes to nothing above it, is not dropped as a sum."""
    rows: Rows = [[*HEAD, "Date"], *([*row, D] for row in ROWS), ["Youth Total", None, 800, 650, D]]
    ran = imported(root, xlsx(rows), "--fund", "Small Grants")
    assert (ran.code, held(root)) == (1, [])
    assert "row 4: “Youth Total” " in ran.err
