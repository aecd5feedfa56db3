"""Reading grant trackers as offices keep them: which columns, which rows, which amounts and dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import Ran, write
from tracker_files import HEADINGS, delimited, imported, rounds, workbook, xlsx

from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

D = date(2023, 9, 14)
FUND = ("--fund", "Safer Streets Fund")
Rows = list[list[Any]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office of two funds, one of which has strands."""
    return write(tmp_path / "ws", {})


def grants(root: Path) -> list[tuple[str | None, str, str, int, str]]:
    """Return strand, recipient, purpose, pence and status of each grant in the ledger."""
    return [
        (
            None if strand.name is None else str(strand.name),
            str(grant.recipient),
            str(grant.purpose),
            grant.amount.pence,
            grant.status,
        )
        for one in ledger(survey(load(root))).rounds
        for strand in one.round.grants
        for grant in strand.grants
    ]


def recipients(root: Path) -> list[tuple[str, int]]:
    """Return recipient and pence of each grant in the ledger."""
    return [(recipient, pence) for _, recipient, _, pence, _ in grants(root)]


def test_a_plain_tracker_becomes_a_round_a_month(root: Path) -> None:
    """Each month's awards become one round under the office's own strands; what was declined is counted apart."""
    ran = imported(
        root,
        xlsx(
            [
                ["Grants 2023/24 – Safer Streets Fund"],
                [],
                HEADINGS,
                ["S/1", "180 Programme", "CrossFit: a programme", 10000, D, "Community", "Awarded"],
                ["S/2", "Hub #1", "'quoted'", 1470.57, D, "Community Fund", "Approved"],
                ["S/3", "Elsewhere", "no luck", 900, D, "Innovation", "Declined – out of area"],
                ["S/4", "Y", "No", 250, date(2023, 10, 2), "Innovation", "Withdrawn"],
                [],
                ["Total", None, None, 11470.57],
                ["* provisional until the audit"],
            ]
        ),
    )
    assert ran.code == 0, ran.err
    assert list(rounds(root)) == [
        "entries/funding/2023-24/safer-streets-fund-2023-09.yaml",
        "entries/funding/2023-24/safer-streets-fund-2023-10.yaml",
    ]
    assert grants(root) == [
        ("Community Fund", "180 Programme", "CrossFit: a programme", 1000000, "awarded"),
        ("Community Fund", "Hub #1", "'quoted'", 147057, "awarded"),
        ("Innovation Fund", "Y", "No", 25000, "withdrawn"),
    ]
    assert "Read: 2 grants awarded, £11,470.57; withdrawn: 1 (£250); declined: 1 (£900)." in ran.err
    assert "“Organisation” → recipient" in ran.err
    assert "G520" not in ran.err
    assert ran.out.splitlines() == list(rounds(root))


@pytest.mark.parametrize(
    "headings",
    [
        ("Name of Organisation", "Project Description", "Grant Awarded (£)", "Date of Award"),
        ("Applicant", "Purpose of Grant", "Amount approved", "Month"),
        ("Organisation/Group Name", "Summary of project", "Value of grant", "Decision date"),
        ("RECIPIENT", "ACTIVITY", "£", "DATE"),
        ("Grant recipient", "Project title", "Total award", "Panel date"),
        ("Awarded to", "What the money is for", "Award (£)", "Date approved"),
        ("recipientOrganization", "description", "amountAwarded", "awardDate"),
        ("Charity", "Project", "Funding", "Approved on"),
        ("Beneficiary", "Summary of the purpose of the grant", "Amount", "Date the grant was awarded"),
        ("Lead organisation", "Project name", "PCC contribution", "Date agreed"),
        ("Name of group", "Brief description of project", "Total grant awarded 2023/24", "Meeting date"),
        ("Grantee", "Details", "Value", "Month awarded"),
    ],
)
def test_columns_go_by_many_names(root: Path, headings: Sequence[str]) -> None:
    """Whatever my office calls its columns, recipient, purpose, amount and date are found."""
    ran = imported(root, xlsx([headings, ["A", "a thing", 5, D], ["B", "b thing", 6, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 500), ("B", 600)]


def test_what_was_asked_for_is_not_what_was_awarded(root: Path) -> None:
    """The column of requests, of project costs and of payments is never taken for the award."""
    head = ["Organisation", "Project", "Amount requested", "Total project cost", "Amount", "Paid to date", "Date"]
    ran = imported(root, xlsx([head, ["A", "a", 900, 2000, 500, 100, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 50000)]


def test_headings_in_two_rows_and_merged_cells(root: Path) -> None:
    """Headings over two rows are read together, and a strand merged over several rows holds for each of them."""
    rows: Rows = [
        ["Strand", "Organisation", "Purpose", "Amount", None, "Date"],
        [None, None, None, "Requested", "Awarded", None],
        ["Community Fund", "A", "a", 500, 400, D],
        [None, "B", "b", 100, 90, D],
        ["Innovation Fund", "C", "c", 10, 9, D],
    ]
    ran = imported(root, xlsx(rows, merges=["D1:E1", "A1:A2", "B1:B2", "A3:A4"]))
    assert ran.code == 0, ran.err
    assert [(strand, name, pence) for strand, name, _, pence, _ in grants(root)] == [
        ("Community Fund", "A", 40000),
        ("Community Fund", "B", 9000),
        ("Innovation Fund", "C", 900),
    ]


def test_strands_as_headings_among_the_rows_and_their_totals(root: Path) -> None:
    """A row with nothing but a strand's name heads the grants beneath it; its sub-total is checked, not imported."""
    rows: Rows = [
        ["Recipient", "Project", "Amount"],
        ["Community Fund"],
        ["A", "a", 100],
        ["Total Wellbeing CIC", "b", 200],
        ["Sub-total", None, 300],
        ["Innovation Fund"],
        ["C", "c", 50],
        ["Sub-total", None, 50],
        ["Grand total", None, 350],
    ]
    ran = imported(root, xlsx(rows), "--announced", "2023-09")
    assert ran.code == 0, ran.err
    assert [(strand, name) for strand, name, *_ in grants(root)] == [
        ("Community Fund", "A"),
        ("Community Fund", "Total Wellbeing CIC"),
        ("Innovation Fund", "C"),
    ]
    assert "3 totals of the sheet are borne out" in ran.err


def test_a_total_that_the_rows_do_not_bear_out_is_told(root: Path) -> None:
    """Where the sheet's own total leaves a row out, I am told both figures and the difference."""
    rows: Rows = [
        ["Recipient", "Project", "Amount", "Date"],
        ["A", "a", 100, D],
        ["B", "b", 200, D],
        ["Total", None, 100.5, None],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0
    assert "row 4: “Total” says £100.50; the grants above come to £300, so it says £199.50 less. (G520" in ran.err
    assert recipients(root) == [("A", 10000), ("B", 20000)]


FAULTS: list[tuple[str, list[Any], str]] = [
    ("a misprint", ["A", "a", "£14.340", D], "row 2 (C2): A, amount: “£14.340” cannot be read"),
    ("a part of a penny", ["A", "a", 1.005, D], "is not whole pence"),
    ("an error of Excel's", ["A", "a", "#REF!", D], "Excel shows #REF!"),
    ("an error elsewhere", ["#N/A", "a", 5, D], "Excel shows #N/A"),
    ("no recipient", [None, "a", 5, D], "without a recipient"),
    ("a formula that was never worked out", ["A", "a", "=2+3", D], "result was not saved"),
    ("less than nothing", ["A", "a", -5, D], "below nothing"),
    ("a day that does not exist", ["A", "a", 5, "31/02/2023"], "cannot be read as a date"),
    ("a date that may be two", ["A", "a", 5, "03/10/2023"], "--dates day-first"),
    ("euros", ["A", "a", "€500", D], "it is in euros"),
    ("a date among the amounts", ["A", "a", D, D], "it is a date"),
]


@pytest.mark.parametrize(("row", "told"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_what_cannot_be_read_is_told_at_its_row_and_nothing_is_written(root: Path, row: list[Any], told: str) -> None:
    """One cell that cannot be read, among sound ones, is named, and keeps everything from being written."""
    sound = [["B", "b", 7, D], ["C", "c", 8, D], ["D", "d", 9, D]]
    ran = imported(root, xlsx([["Recipient", "Project", "Amount", "Date"], row, *sound]), *FUND)
    assert ran.code == 1
    assert told in ran.err
    assert "Nothing was written." in ran.err
    assert rounds(root) == {}


def test_binary_residue_is_whole_pence(root: Path) -> None:
    """What Excel adds up to 0.30000000000000004 is 30p."""
    imported(
        root,
        xlsx([["Recipient", "Project", "Amount", "Date"], ["A", "a", 0.1 + 0.2, D], ["B", "b", 1234.57, D]]),
        *FUND,
    )
    assert recipients(root) == [("A", 30), ("B", 123457)]


@pytest.mark.parametrize(
    ("sign", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16"), (",", "utf-8-sig"), ("|", "utf-8")]
)
def test_text_tables_of_every_sort(root: Path, sign: str, encoding: str) -> None:
    """A CSV from any program reads the same: commas, semicolons or tabs; UTF-8, UTF-16 or Windows' own letters."""
    rows: Rows = [
        ["Ref", "Organisation", "Description", "Grant (£)", "Award date"],
        ["1", "Caffè, Bar & Grill", "x – y\nz", "£1,470.57", "14/09/2023"],
        ["2", "=SUM", "£5", "1470.5", "2023-09-15"],
    ]
    ran = imported(root, delimited(rows, sign, encoding), *FUND, name="t.csv")
    assert ran.code == 0, ran.err
    assert [(name, purpose, pence) for _, name, purpose, pence, _ in grants(root)] == [
        ("Caffè, Bar & Grill", "x – y z", 147057),
        ("=SUM", "£5", 147050),
    ]


def test_the_column_of_dates_shows_which_way_round_they_are(root: Path) -> None:
    """14/09/2023 in the same column shows that 03/10/2023 is in October, and I am told so."""
    rows: Rows = [["Recipient", "Project", "Amount", "Date"], ["A", "a", 1, "14/09/2023"], ["B", "b", 2, "03/10/2023"]]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0
    assert "with the day first" in ran.err
    assert [path[-12:-5] for path in rounds(root)] == ["2023-09", "2023-10"]


def test_days_that_excel_took_for_months_are_asked_about(root: Path) -> None:
    """Where every date that Excel knows is before the 13th and every later one is text, the tracker is not trusted."""
    rows: Rows = [
        ["Recipient", "Project", "Amount", "Date"],
        *(["A", f"visit {day}", 1, date(2023, 3, day)] for day in (4, 9, 11)),
        ["B", "b", 2, "25/03/2023"],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 1
    assert "G515" in ran.err
    assert imported(root, xlsx(rows), *FUND, "--dates", "day-first").code == 0


def test_several_sheets_are_asked_about_and_one_may_be_named(root: Path) -> None:
    """With two years on two sheets I am asked which; a sheet of sums or notes is passed over by itself."""
    one: Rows = [["Recipient", "Project", "Amount", "Date"], ["A", "a", 1, D]]
    two: Rows = [["Recipient", "Project", "Amount", "Date"], ["B", "b", 1, D]]
    ran = imported(root, workbook({"2022-23": one, "2023-24": two}), *FUND)
    assert ran.code == 1
    assert '--sheet "2022-23"' in ran.err
    assert imported(root, workbook({"2022-23": one, "2023-24": two}), *FUND, "--sheet", "2023-24").code == 0
    assert recipients(root) == [("B", 100)]
    ran = imported(root, workbook({"Summary": [["Strand", "Total"], ["Community", 5]], "Data": two}), *FUND)
    assert "Sheet “Data” was read" in ran.err


def test_a_heading_that_is_not_known_can_be_said(root: Path) -> None:
    """I say what my own headings mean; a slip in one is answered with the heading that I meant."""
    rows: Rows = [["Lead body", "What they do", "Money", "When"], ["A", "a", 1, D]]
    said = (
        "--column",
        "Lead body=recipient",
        "--column",
        "What they do=purpose",
        "--column",
        "Money=amount",
        "--column",
        "When=awarded",
    )
    assert imported(root, xlsx(rows), *FUND, *said).code == 0
    assert recipients(root) == [("A", 100)]
    assert (
        'Did you mean --column "Lead body=recipient"'
        in imported(root, xlsx(rows), *FUND, "--column", "Leed body=recipient", *said[2:]).err
    )


def test_two_columns_that_could_be_the_amount_are_asked_about(root: Path) -> None:
    """The tool does not choose between two columns of awards."""
    ran = imported(
        root, xlsx([["Recipient", "Project", "Amount awarded", "Grant awarded", "Date"], ["A", "a", 1, 2, D]]), *FUND
    )
    assert ran.code == 1
    assert "Two columns could hold the amount" in ran.err


def test_a_status_that_may_mean_two_things_is_asked_about(root: Path) -> None:
    """“In progress” may be the project or the bid: I say which, and then it is taken over, or not."""
    rows: Rows = [
        ["Recipient", "Project", "Amount", "Date", "Status"],
        ["A", "a", 1, D, "In progress"],
        ["B", "b", 2, D, "Approved"],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 1
    assert '--status "In progress=awarded"' in ran.err
    assert imported(root, xlsx(rows), *FUND, "--status", "in progress=undecided").code == 0
    assert recipients(root) == [("B", 200)]


def test_a_round_by_name_and_the_numbers_of_charities(root: Path) -> None:
    """“Round 3 – September 2023” names a round and its month; a charity's number becomes the recipient's identifier."""
    rows: Rows = [
        ["Recipient", "Project", "Amount", "Round", "Strand", "Charity No", "Company number"],
        ["A", "a", 5, "Round 3 – September 2023", "Community Fund", 1234567, None],
        ["B", "b", 5, "Round 3 – September 2023", "Community Fund", "n/a", 1234567],
        ["C", "c", 5, "Round 4 (January 2024)", "Innovation", 12, None],
    ]
    ran = imported(root, xlsx(rows))
    assert ran.code == 0, ran.err
    texts = rounds(root)
    assert list(texts) == [
        "entries/funding/2023-24/safer-streets-fund-round-3-september-2023.yaml",
        "entries/funding/2023-24/safer-streets-fund-round-4-january-2024.yaml",
    ]
    assert "recipient_id: GB-CHC-1234567" in next(iter(texts.values()))
    assert "recipient_id: GB-COH-01234567" in next(iter(texts.values()))
    assert "“12” is not a number that the register gives out" in ran.err


def test_without_fund_or_date_i_am_told_what_to_type(root: Path) -> None:
    """What the tracker does not say is asked for, by the option that says it."""
    rows: Rows = [["Recipient", "Project", "Amount"], ["A", "a", 1]]
    ran = imported(root, xlsx(rows))
    assert ran.code == 1
    assert '--fund "Safer Streets Fund" or --fund "Small Grants"' in ran.err
    ran = imported(root, xlsx(rows), *FUND)
    assert "--announced 2023-09" in ran.err
    assert imported(root, xlsx(rows), *FUND, "--announced", "2023-09").code == 0


def test_an_unknown_fund_is_said_and_can_be_added_to_the_office(root: Path) -> None:
    """A fund that office.yaml does not have is taken over as typed with a warning; --add-funds adds it, comments kept."""
    rows: Rows = [["Recipient", "Project", "Amount", "Date", "Fund"], ["A", "a", 5, D, "Youth Fund"]]
    ran = imported(root, xlsx(rows), "--draft")
    assert "The fund “Youth Fund” is not in office.yaml" in ran.err
    before = (root / "entries/office.yaml").read_text(encoding="utf-8")
    assert imported(root, xlsx(rows), "--add-funds").code == 0
    after = (root / "entries/office.yaml").read_text(encoding="utf-8")
    assert after == before.replace("  Small Grants:\n", "  Small Grants:\n  Youth Fund:\n")


def test_rows_without_an_amount_are_left_out_and_said(root: Path) -> None:
    """An application without an award is no grant, and is named."""
    rows: Rows = [
        ["Recipient", "Project", "Amount awarded", "Date"],
        ["A", "a", 1, D],
        ["B", "b", None, D],
        ["C", "c", "tbc", D],
        ["D", "d", "Declined", D],
        ["E", "e", 0, D],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0
    assert recipients(root) == [("A", 100)]
    assert "1 row without an amount awarded: C3" in ran.err


def ran_draft(root: Path, rows: list[list[Any]]) -> Ran:
    """Import a sheet as a draft."""
    return imported(root, xlsx(rows), *FUND, "--draft")


def test_a_draft_shows_everything_and_writes_nothing(root: Path) -> None:
    """With --draft I see the files, their totals and the first of them in full, and nothing is written."""
    ran = ran_draft(root, [["Recipient", "Project", "Amount", "Date"], ["A", "a", 1, D]])
    assert ran.code == 0
    assert ran.out == "entries/funding/2023-24/safer-streets-fund-2023-09.yaml: new, 1 grant, £1\n"
    assert "- recipient: A" in ran.err
    assert rounds(root) == {}


def test_declined_applications_under_a_heading_are_no_awards(root: Path) -> None:
    """Rows under “Unsuccessful applications” are counted apart, whatever amount stands in them."""
    rows: Rows = [
        ["Recipient", "Project", "Amount", "Date"],
        ["Successful applications"],
        ["A", "a", 1, D],
        ["Unsuccessful applications"],
        ["B", "b", 2, D],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 100)]
    assert "declined: 1 (£2)" in ran.err


def test_a_sheet_of_declined_applications_makes_nothing(root: Path) -> None:
    """A table whose title says that its applications were declined holds no awards."""
    head = ["Recipient", "Project", "Amount", "Date"]
    ran = imported(root, xlsx([["Unsuccessful applications 2023/24"], [], head, ["A", "a", 1, D]]), *FUND)
    assert ran.code == 1
    assert rounds(root) == {}
    ran = imported(root, workbook({"Declined": [head, ["A", "a", 1, D]]}), *FUND)
    assert rounds(root) == {}


def test_a_second_table_beneath_is_not_taken_for_more_grants(root: Path) -> None:
    """Where another table begins under the first, with other columns, it is not read, and I am told."""
    rows: Rows = [
        ["Recipient", "Project", "Amount awarded", "Date"],
        ["A", "a", 1, D],
        [],
        ["Organisation", "Amount requested", "Project", "Decision"],
        ["B", 500, "b", "Declined"],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 100)]
    assert "Another table begins in row 4" in ran.err


def test_headings_over_again_are_passed_over(root: Path) -> None:
    """A table printed over two pages has its headings twice."""
    head = ["Recipient", "Project", "Amount", "Date"]
    ran = imported(root, xlsx([head, ["A", "a", 1, D], head, ["B", "b", 2, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 100), ("B", 200)]


def test_sums_without_the_word_total_are_no_grants(root: Path) -> None:
    """What is left of the budget is no grant; a name with nothing but an amount is asked about."""
    head = ["Recipient", "Project", "Amount", "Date"]
    ran = imported(root, xlsx([head, ["A", "a", 1, D], ["Budget remaining", None, 9000]]), *FUND)
    assert ran.code == 0, ran.err
    assert recipients(root) == [("A", 100)]
    ran = imported(root, xlsx([head, ["A", "a", 1, D], ["Hub", None, 9000]]), *FUND)
    assert ran.code == 1
    assert "“Hub” has an amount and nothing else" in ran.err


def test_days_that_lost_their_form_are_days(root: Path) -> None:
    """A date that Excel shows as 45183, because its cell was formatted as a number, is 14 September 2023."""
    rows: Rows = [["Recipient", "Project", "Amount", "Date awarded"], ["A", "a", 1, 45183], ["B", "b", 2, 45184]]
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code == 0, ran.err
    assert "awarded: 2023-09-14" in next(iter(rounds(root).values()))
