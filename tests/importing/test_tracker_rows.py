"""Which rows of a tracker are grants, headings, totals and notes: no grant is lost, and no total is called wrong that is right."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from support import write
from tracker_files import delimited, imported, rounds, xlsx

from pcp_reports.importing.sheets.sheet import words
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Recipient", "Project", "Amount", "Date"]
D = date(2023, 9, 14)
FUND = ("--fund", "Small Grants")
Rows = list[list[Any]]


def held(root: Path) -> list[tuple[str, int, str | None]]:
    """Return recipient, pence and strand of each grant in the ledger."""
    return [
        (str(grant.recipient), grant.amount.pence, None if strand.name is None else str(strand.name))
        for one in ledger(survey(load(root))).rounds
        for strand in one.round.grants
        for grant in strand.grants
    ]


# -- rows


def test_a_grant_to_a_body_called_as_a_heading_is_a_grant(root: Path) -> None:
    """“Club”, for “Activities”, £500 is a grant: its cells are words of headings, but the amount is none."""
    rows: Rows = [HEAD, ["A", "a", "£100", None], ["Club", "Activities", "£500", None], ["B", "b", "£200", None]]
    ran = imported(root, xlsx(rows), *FUND, "--announced", "2023-09")
    assert ran.code == 0, ran.err
    assert held(root) == [("A", 10000, None), ("Club", 50000, None), ("B", 20000, None)]


def test_a_name_alone_under_the_recipients_is_no_strand(root: Path) -> None:
    """A recipient's name with nothing beside it is asked about, and does not become the strand of what follows."""
    rows: Rows = [
        ["Ref", *HEAD],
        ["1", "A", "a", 5, D],
        [None, "Hub", None, None, None],
        ["2", "B", "b", 6, D],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert "row 3 (“Hub”): a name stands there alone" in ran.err
    assert "Headings among the rows" not in ran.err


def test_a_name_in_another_column_heads_what_follows(root: Path) -> None:
    """A name that stands alone in a column that is not the recipients' heads the rows beneath it."""
    rows: Rows = [["Ref", *HEAD], ["1", "A", "a", 5, D], ["Town centre"], ["2", "B", "b", 6, D]]
    ran = imported(root, xlsx(rows), *FUND)
    assert "Headings among the rows: “Town centre”" in ran.err


def test_a_name_merged_downwards_is_no_strand(root: Path) -> None:
    """A recipient merged over two rows, the first of them never filled in, heads nothing."""
    rows: Rows = [HEAD, ["A", "a", 5, D], ["Hub", None, None, None], [None, "b", 6, D], ["C", "c", 7, D]]
    ran = imported(root, xlsx(rows, merges=["A3:A4"]), *FUND)
    assert "row 3 (“Hub”): a name stands there alone" in ran.err
    assert "Headings among the rows" not in ran.err


def test_a_row_that_ends_before_the_column_of_statuses_is_read(root: Path) -> None:
    """Where the last column, of statuses, is empty in a row, the amount under “Amount awarded” counts."""
    rows: Rows = [
        ["Recipient", "Project", "Date", "Amount awarded", "Status"],
        ["A", "a", D, 5, "Awarded"],
        ["B", "b", D, 6],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert held(root) == [("A", 500, None), ("B", 600, None)]


def test_an_error_of_excel_in_a_declined_row_does_no_harm(root: Path) -> None:
    """What Excel could not work out in a row that is no award does not stand in the way of the others."""
    rows: Rows = [
        [*HEAD, "Status", "District"],
        ["A", "a", 5, D, "Awarded", "Wyre"],
        ["B", "b", 6, D, "Declined", "#REF!"],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert held(root) == [("A", 500, None)]
    rows[2][4] = "Awarded"
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 1
    assert "row 3 (F3): B: Excel shows #REF!" in ran.err


@pytest.mark.parametrize(("number", "said"), [(12, ""), (13, "1 more row like those above, the last of them row 14.")])
def test_a_dozen_faults_alike_are_all_told(root: Path, number: int, said: str) -> None:
    """Twelve rows with one fault are told one by one; of thirteen I am told that there is one more."""
    ran = imported(root, xlsx([HEAD, *([f"R{at}", "x", 1.005, D] for at in range(number))]), *FUND)
    assert ran.code == 1
    assert ran.err.count("cannot be read: it is not whole pence") == 12
    assert ("more row" in ran.err) is bool(said)
    assert said in ran.err


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2023, 9, 14, 0, 0), "2023-09-14"),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2023, 9, 14, 9, 5), "2023-09-14 09:05"),  # noqa: DTZ001 - as above
        (D, "2023-09-14"),
        ("_x000D_A", "A"),
        ("A_x000d_ b", "A b"),
        ("  A  b\n", "A b"),
    ],
)
def test_words_are_on_one_line(value: datetime | date | str, shown: str) -> None:
    """A day is shown without the midnight that Excel keeps with it, and no carriage return of Excel's stays behind."""
    assert words(value) == shown


# -- totals of the sheet


def test_a_total_may_be_of_what_stands_under_its_heading_alone(root: Path) -> None:
    """The total under the second heading is of that strand's rows, though the first has no total of its own."""
    rows: Rows = [
        HEAD,
        ["Community Fund"],
        ["A", "a", 10, D],
        ["Innovation Fund"],
        ["B", "b", 20, D],
        ["C", "c", 30, D],
        ["Total", None, 50],
    ]
    ran = imported(root, xlsx(rows), "--fund", "Safer Streets Fund")
    assert ran.code == 0, ran.err
    assert "1 total of the sheet is borne out by its rows" in ran.err
    assert "G520" not in ran.err


def test_a_wrong_total_is_told_at_its_cell_with_what_stands_above_it(root: Path) -> None:
    """Of two sub-totals the second is wrong: I am told what its own rows come to, more or less, and the cell."""
    rows: Rows = [
        HEAD,
        ["A", "a", 10, D],
        ["Total", None, 10],
        ["B", "b", 20, D],
        ["C", "c", 30, D],
        ["Total", None, 55],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert "row 6: “Total” says £55; the grants above come to £50, so it says £5 more. (G520" in ran.err
    assert ":6:3)" in ran.err
    assert "1 total of the sheet is borne out by its rows" in ran.err


@pytest.mark.parametrize("nothing", ["nil", "tbc", "see below", 0, None])
def test_a_total_that_was_not_filled_in_is_passed_over(root: Path, nothing: object) -> None:
    """A row of totals without a sum in it is neither a grant nor a wrong total."""
    ran = imported(root, xlsx([HEAD, ["A", "a", 10, D], ["Total", None, nothing], ["B", "b", 5, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert "G520" not in ran.err
    assert held(root) == [("A", 1000, None), ("B", 500, None)]


@pytest.mark.parametrize(
    ("label", "pounds", "sound"),
    [
        ("Total", 100, True),  # without what was declined and withdrawn
        ("Total", 160, True),  # with all
        ("Total", 120, True),  # without what was declined
        ("Total", 140, False),
        ("Total", 60, False),
        ("Grand total", 100, True),
        ("Total Community Fund", 70, True),
        ("Sub-total: Community Fund", 70, True),
    ],
)
def test_a_total_may_be_with_or_without_what_was_not_paid(root: Path, label: str, pounds: int, *, sound: bool) -> None:
    """A total may take in what was declined or withdrawn, or be of a strand that it names; any other sum is told."""
    rows: Rows = [
        [*HEAD, "Status", "Strand"],
        ["A", "a", 70, D, "Awarded", "Community Fund"],
        ["B", "b", 30, D, "Awarded", "Innovation Fund"],
        ["C", "c", 20, D, "Withdrawn", "Innovation Fund"],
        ["E", "e", 40, D, "Declined", "Innovation Fund"],
        [label, None, pounds],
    ]
    ran = imported(root, xlsx(rows), "--fund", "Safer Streets Fund")
    assert ran.code == 0, ran.err
    assert ("G520" not in ran.err) is sound
    assert ("borne out by its rows" in ran.err) is sound


def test_a_total_above_its_rows_is_of_these(root: Path) -> None:
    """The sum beside a strand's name, above its rows, is held against the rows of that strand alone."""
    rows: Rows = [
        [*HEAD, "Strand"],
        ["Community Fund", None, 70],
        ["A", "a", 70, D, "Community Fund"],
        ["Innovation Fund", None, 30],
        ["B", "b", 10, D, "Innovation Fund"],
        ["C", "c", 20, D, "Innovation Fund"],
    ]
    ran = imported(root, xlsx(rows), "--fund", "Safer Streets Fund")
    assert "2 totals of the sheet are borne out by its rows" in ran.err, ran.err


# -- what comes out of a text table, and out of our own exports


def test_a_total_in_a_text_table_is_read_as_its_amounts_are(root: Path) -> None:
    """In a CSV the total 15.5 is £15.50, as every amount above it."""
    rows: Rows = [HEAD, ["A", "a", "10.5", "2023-09-14"], ["B", "b", "5", "2023-09-14"], ["Total", "", "15.5", ""]]
    ran = imported(root, delimited(rows), *FUND, name="t.csv")
    assert ran.code == 0, ran.err
    assert "1 total of the sheet is borne out by its rows" in ran.err


@pytest.mark.parametrize("name", ["Youth: a hub", "Hub # 2", 'the "Hub"', "a \\ b", "C#: a"])
def test_signs_that_yaml_knows_stay_in_a_name(root: Path, name: str) -> None:
    """A colon, a hash, a quotation mark: the name in the ledger is the one in the tracker."""
    assert imported(root, xlsx([HEAD, [name, "a", 5, D]]), *FUND).code == 0
    assert held(root) == [(name, 500, None)]
    assert len(rounds(root)) == 1


def test_an_amount_without_a_recipient_is_told_at_the_empty_cell(root: Path) -> None:
    """An award to nobody is asked about where the name should stand, and nothing is written without it."""
    ran = imported(root, xlsx([HEAD, ["A", "a", 5, D], [None, "b", 6, D]]), *FUND)
    assert ran.code == 1
    assert "row 3: an amount of £6 stands there without a recipient. (G516, tracker.xlsx:3:1)" in ran.err
    assert rounds(root) == {}


def test_a_grant_whose_purpose_is_lacking_is_a_grant(root: Path) -> None:
    """A row with a recipient, a district and an amount is an award, whose purpose is asked for."""
    ran = imported(root, xlsx([[*HEAD, "District"], ["A", "a", 5, D, "Wyre"], ["B", None, 6, D, "Wyre"], ["C", None, 7, None, "Wyre"]]), *FUND, "--announced", "2023-09")  # fmt: skip
    assert ran.code == 0, ran.err
    assert held(root) == [("A", 500, None), ("B", 600, None), ("C", 700, None)]


def test_a_strand_of_the_office_alone_in_a_row_heads_what_follows(tmp_path: Path) -> None:
    """The name of a strand that office.yaml has, alone among the recipients, is the strand of the rows beneath."""
    office = "kind: office\nname: The office\nfunds:\n  Small Grants:\n    strands:\n      Fighting Crime:\n      Young People:\n"
    root = write(tmp_path / "ws", {"office": office})
    rows: Rows = [[*HEAD, "Strand"], ["A", "a", 5, D, "Young People"], ["fighting crime"], ["B", "b", 6, D]]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert held(root) == [("B", 600, "Fighting Crime"), ("A", 500, "Young People")]
