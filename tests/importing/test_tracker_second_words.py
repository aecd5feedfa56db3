"""Cells of a tracker that say two things: a status with news behind it, a name with “(withdrawn)”, a figure shown as thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from support import FUND
from tracker_files import delimited, imported, rounds, saved, xlsx

from pcp_reports.importing.sheets.number_forms import shown_with
from pcp_reports.importing.sheets.statuses import Outcome, outcome_of, says_two_things

if TYPE_CHECKING:
    from pathlib import Path

    from support import Ran

HEAD = ["Date awarded", "Organisation", "Project", "Amount awarded", "Status"]
DAY = "14 September 2023"
TWO_THINGS = (
    *("Awarded - withdrawn 3 October 2023", "Approved - not taken up", "Agreed by panel, awaiting PCC decision"),
    *("Awarded (withdrawn 3/10/23)", "Awarded/Withdrawn", "Approved; later cancelled", "Paid – refunded"),
    *("Agreed - declined by applicant", "Successful - offer declined", "Approved - pending", "Yes - withdrawn"),
    *(
        "Live - on hold",
        "Awarded, terminated",
        "Awarded, returned £200",
        "Funded by another fund",
        "Supported by council",
    ),
    *(
        "Approved (subject to PCC sign off)",
        "Awarded on 3 Oct 2023 - withdrawn by applicant",
        "Approved/declined",
        "Y/N",
    ),
    *("Deferred - now awarded", "Declined - then awarded on appeal", "Pending - approved", "Reserve - awarded Oct"),
    *(
        "Withdrawn - now re-awarded",
        "Declined 3/10/23; approved 5/11/23",
        "Awarded (contract terminated)",
        "Awarded - TBC",
    ),
)
ONE_THING = {
    Outcome.AWARDED: (
        *(
            "Awarded - paid",
            "Approved 3/10/23",
            "Approved by PCC",
            "Awarded (final report due)",
            "Awarded October 2023",
        ),
        *("Awarded - awaiting final report", "Awarded (signed agreement returned)", "Approved - awaiting bank details"),
        *(
            "Approved, subject to conditions",
            "Funded by OPCC",
            "Awarded - payment pending",
            "Paid by BACS",
            "Awarded/paid",
        ),
        *(
            "Accepted by applicant",
            "Approved by panel 3 October 2023",
            "Awarded - report not yet received",
            "Awarded (part)",
        ),
    ),
    Outcome.DECLINED: (
        *("Declined – out of area", "Declined - funded elsewhere", "Unsuccessful - already funded by council"),
        *("Rejected: no match funding agreed", "Declined (not supported by police)", "Declined 3/10/23"),
    ),
    Outcome.UNDECIDED: (
        *("Pending approval", "Pending - to be approved by PCC", "Awaiting PCC decision"),
        *("Reserve – funded if money allows", "Pending (not yet approved)"),
    ),
    Outcome.WITHDRAWN: (
        "Withdrawn (was awarded 3/10/23)",
        "Withdrawn by applicant 3/10/23",
        "Cancelled - event not held",
    ),
    Outcome.RETURNED: ("Fully returned", "Returned (paid 3/10/23)"),
}


def read(root: Path, *rows: list[Any], head: list[str] | None = None) -> Ran:
    """Import rows of a text table."""
    return imported(root, delimited([head or HEAD, *rows]), "--fund", FUND, name="t.csv")


def shown_as(form: str, *amounts: float) -> bytes:
    """Return a workbook whose amounts Excel shows in a form."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    for number, amount in enumerate(amounts):
        sheet.append([DAY, f"Body {number}", "lamps", amount, "Awarded"])
        sheet.cell(number + 2, 4).number_format = form
    return saved(book)


@pytest.mark.parametrize("status", TWO_THINGS)
def test_a_status_that_says_two_things_is_asked_about(root: Path, status: str) -> None:
    """“Awarded – withdrawn 3 October” is no award until I say so: nothing is written, and I am shown what to type."""
    ran = read(root, [DAY, "Mill Trust", "lamps", "500", status], [DAY, "Elm Hall", "trips", "70", "Awarded"])
    assert (ran.code, rounds(root)) == (1, {})
    assert "G517" in ran.err
    assert f'--status "{status}=awarded"' in ran.err


def test_what_i_say_of_such_a_status_holds(root: Path) -> None:
    """Once I have said what “Awarded - withdrawn” means, the grant is written as withdrawn, and counts in no total."""
    table = delimited([HEAD, [DAY, "Mill Trust", "lamps", "500", "Awarded - withdrawn"]])
    ran = imported(root, table, "--fund", FUND, "--status", "Awarded - withdrawn=withdrawn", name="t.csv")
    assert ran.code == 0, ran.err
    (text,) = rounds(root).values()
    assert "status: withdrawn" in text


@pytest.mark.parametrize("status", ["Partly returned", "Partially returned", "Part returned", "Underspend returned"])
def test_a_grant_that_came_back_in_part_is_not_dropped_whole(root: Path, status: str) -> None:
    """Of a grant partly returned nobody knows how much was kept: I am asked, and it is not left out of the total."""
    ran = read(root, [DAY, "Mill Trust", "lamps", "500", status])
    assert (ran.code, rounds(root)) == (1, {})
    assert "G517" in ran.err


@pytest.mark.parametrize(("outcome", "status"), [(key, one) for key, held in ONE_THING.items() for one in held])
def test_an_explanation_behind_a_status_is_no_question(outcome: Outcome, status: str) -> None:
    """“Awarded – paid”, “Approved by PCC” and “Declined – funded elsewhere” are read, and I am not asked about each."""
    assert outcome_of(status) is outcome
    assert not says_two_things(status)


def test_a_column_of_statuses_with_days_in_all_of_them_is_one(root: Path) -> None:
    """Where each status bears its day, the column is read all the same, and a withdrawn grant is asked about."""
    first = [DAY, "Mill Trust", "lamps", "500", "Awarded 14/09/2023"]
    ran = read(root, first, [DAY, "Elm Hall", "x", "70", "Awarded 14/09/2023, withdrawn 20/10/2023"])
    assert (ran.code, rounds(root)) == (1, {})
    assert "“Status” → status" in ran.err + ran.out
    assert "row 3" in ran.err


def test_two_things_beneath_declined_are_asked_about(root: Path) -> None:
    """Under the heading “Declined”, “Deferred – now awarded” is neither dropped nor counted in silence."""
    rows = [["", "Declined", "", "", ""], [DAY, "Mill Trust", "lamps", "500", "Deferred - now awarded"]]
    ran = read(root, [DAY, "Elm Hall", "trips", "70", "Awarded"], *rows)
    assert (ran.code, rounds(root)) == (1, {})
    assert "G517" in ran.err


@pytest.mark.parametrize(
    ("recipient", "purpose"),
    [
        *(("Mill Trust (withdrawn)", "lamps"), ("Mill Trust – declined", "lamps"), ("WITHDRAWN Mill Trust", "lamps")),
        *(("Mill Trust [cancelled]", "lamps"), ("Mill Trust", "lamps - withdrawn 3 Oct")),
        *(("Mill Trust", "fences (not proceeding)"), ("Withdrawn: Mill Trust", "lamps")),
    ],
)
def test_a_name_that_says_withdrawn_is_asked_about(root: Path, recipient: str, purpose: str) -> None:
    """“Mill Trust (withdrawn)” with “Awarded” beside it is not printed as an award of that name: I am asked."""
    ran = read(root, [DAY, recipient, purpose, "500", "Awarded"], [DAY, "Elm Hall", "trips", "70", "Awarded"])
    assert (ran.code, rounds(root)) == (1, {})
    assert "the row counts as awarded, so whether it was cannot be told. (G517" in ran.err


@pytest.mark.parametrize(
    ("recipient", "status"),
    [
        *(
            ("Mill Trust (withdrawn)", "Withdrawn"),
            ("Mill Trust (Northton)", "Awarded"),
            ("Returned Volunteers CIC", "Awarded"),
        ),
        *(
            ("Mill Trust (Returned Citizens)", "Awarded"),
            ("CANCELLED DEBTS ADVICE", "Declined"),
            ("Elm – West", "Awarded"),
        ),
    ],
)
def test_a_name_that_agrees_with_its_status_or_is_a_name_is_no_question(
    root: Path, recipient: str, status: str
) -> None:
    """Where the status says withdrawn as well, or the words are the body's own name, nothing is asked."""
    ran = read(root, [DAY, recipient, "lamps", "500", status], [DAY, "Elm Hall", "trips", "70", "Awarded"])
    assert ran.code == 0, ran.err


FORMS_ASKED = (
    *('0.0"k"', '0"k"', '£0.0"k"', "0.0\\k", "[$€-2] #,##0", "[$€-407]#,##0", '"$"#,##0', "[$$-409]#,##0.00"),
    *('£#,##0"m"', '0.0,"m"', "0%", '0.00"%"', '"£000" 0', '#,##0"000"', '£#,##0" per month"', '0 "EUR"'),
)
FORMS_PLAIN = (
    *(
        "General",
        "£#,##0.00",
        '"£"#,##0',
        "#,##0.00",
        "#,##0,",
        '£#,##0.0,"k"',
        '£0.0,," million"',
        '#,##0;(#,##0);"0%"',
    ),
    *('_-[$£-809]* #,##0.00_-;\\-[$£-809]* #,##0.00_-;_-[$£-809]* "-"??_-;_-@_-', '"£"#,##0;[Red]"-£"#,##0'),
    *('[>=1000000]£0.0,,"m";[>=1000]£0.0,"k";£0', "#,##0_ ;[Red]\\-#,##0\\ ", "[$-809]0.00", '"£"#,##0" GBP"'),
)


@pytest.mark.parametrize("form", FORMS_ASKED)
def test_a_form_that_makes_other_money_of_a_figure_is_asked_about(root: Path, form: str) -> None:
    """9.5 that Excel shows as “£9.5k”, as euros or as a share is not £9.50: I am told which cells, and nothing is written."""
    ran = imported(root, shown_as(form, 9.5, 12), "--fund", FUND)
    assert (ran.code, rounds(root)) == (1, {})
    assert "D2 and D3: in Excel " in ran.err
    assert "G510" in ran.err


@pytest.mark.parametrize("form", FORMS_PLAIN)
def test_a_form_of_pounds_is_no_question(form: str) -> None:
    """Pounds in any of Excel's forms, and 9,500 that is shown as “9.5k” and is 9,500, are taken as they are."""
    assert shown_with(form) == ""


def test_thousands_that_excel_divides_itself_come_in_whole(root: Path) -> None:
    """9,500 shown as “£9.5k” is £9,500."""
    ran = imported(root, shown_as('£#,##0.0,"k"', 9500), "--fund", FUND)
    assert ran.code == 0, ran.err
    assert "amount: £9,500" in next(iter(rounds(root).values()))


def test_a_form_of_another_column_or_of_words_is_no_question(root: Path) -> None:
    """A column of shares in per cent beside the amounts, and an amount typed as words, do not stop an import."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEAD, "Share of bid"])
    sheet.append([DAY, "Mill Trust", "lamps", "£500", "Awarded", 0.5])
    for column in (4, 6):
        sheet.cell(2, column).number_format = "0%"
    ran = imported(root, saved(book), "--fund", FUND)
    assert ran.code == 0, ran.err


def test_a_column_of_sums_in_words_is_asked_about_row_by_row(root: Path) -> None:
    """“up to £500” under “Amount awarded” is told at its row, and not that there was no such column."""
    rows = [[DAY, "Mill Trust", "lamps", "up to £500", "Awarded"], [DAY, "Elm Hall", "x", "c. £500", "Awarded"]]
    ran = imported(root, xlsx([HEAD, *rows]), "--fund", FUND)
    assert (ran.code, rounds(root)) == (1, {})
    assert "G505" not in ran.err
    assert "row 2 (D2): Mill Trust, amount: “up to £500” cannot be read" in ran.err
    assert "row 3 (D3): Elm Hall, amount: “c. £500” cannot be read" in ran.err


def test_a_number_of_projects_with_words_beside_it_is_told(root: Path) -> None:
    """“2 (was 3)” projects is not quietly one project."""
    head = [*HEAD, "No of projects"]
    rows = [[DAY, f"Body {number}", "lamps", "500", "Awarded", "2"] for number in range(3)]
    ran = read(root, *rows, [DAY, "Mill Trust", "lamps", "500", "Awarded", "2 (was 3)"], head=head)
    assert ran.code == 0, ran.err
    assert "row 5: Mill Trust: “2 (was 3)” is no number of projects" in ran.err
