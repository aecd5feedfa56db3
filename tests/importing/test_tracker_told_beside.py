"""What stands beside an award and goes against it, or on top of it: told or asked, never passed over in silence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing.sheets.number_forms import shown_with
from pcp_reports.importing.sheets.second_words import fate_beside
from pcp_reports.importing.sheets.statuses import Outcome, outcome_of

if TYPE_CHECKING:
    from pathlib import Path

    from support import Ran

DAY = date(2024, 3, 2)


def beside(tmp_path: Path, heading: str, *cells: str | int | None) -> Ran:
    """Import awards of £950 each, with a column more."""
    root = write(tmp_path / "ws", {})
    rows = [[f"Body {at}", f"work {at}", 950, DAY, value] for at, value in enumerate(cells)]
    return imported(root, xlsx([["Organisation", "Purpose", "Amount", "Awarded", heading], *rows]), "--fund", FUND)


@pytest.mark.parametrize("heading", ["Reason", "Conditions", "Comments"])
@pytest.mark.parametrize(
    "said",
    ["Declined - out of area", "Withdrawn by applicant", "Grant withdrawn 3 May", "Unsuccessful", "Not awarded", "Duplicate of row 3"],
)  # fmt: skip
def test_a_remark_that_begins_with_its_fate_is_told(tmp_path: Path, heading: str, said: str) -> None:
    """“Declined – out of area” as the reason for an award is no award, and I am told where it stands."""
    ran = beside(tmp_path, heading, said)
    assert ran.code == 0
    assert f"has “{said}” under “{heading}”" in ran.err
    assert "G525" in ran.err


@pytest.mark.parametrize("heading", ["Reason", "Conditions", "Comments"])
@pytest.mark.parametrize(
    "said",
    ["Refused elsewhere, so in need", "Not awarded in full", "Declined last year", "Cancelled last year's event", "Meets the plan", "Rejected their first bid"],
)  # fmt: skip
def test_a_remark_on_something_else_is_not(tmp_path: Path, heading: str, said: str) -> None:
    """What was refused elsewhere, or last year, is a reason for the award."""
    assert "G525" not in beside(tmp_path, heading, said).err


@pytest.mark.parametrize(("came", "told"), [(950, True), ("£950.00", True), (60, False), (0, False), (None, False)])
@pytest.mark.parametrize("heading", ["Amount returned", "Funding repaid (£)"])
def test_an_award_that_came_back_whole_is_told(
    tmp_path: Path, heading: str, came: str | int | None, told: bool
) -> None:
    """A grant that was repaid in full still counts until its status says so; what was not spent of one is no news."""
    assert ("G525" in beside(tmp_path, heading, came).err) is told


@pytest.mark.parametrize("heading", ["Top-up", "Uplift (£)", "Additional award", "Increase"])
def test_money_on_top_is_asked_about(tmp_path: Path, heading: str) -> None:
    """£500 under “Top-up” is not lost: I say whether the amount holds it already."""
    ran = beside(tmp_path, heading, 500, None)
    assert ran.code == 1
    assert f"Row 2 has 500 under “{heading}”: whether “Amount” holds it already cannot be told" in ran.err
    assert rounds(tmp_path / "ws") == {}


def test_money_on_top_is_taken_as_said(tmp_path: Path) -> None:
    """Once I have said which column is the amount nobody asks again, and a column without any amounts never asked."""
    root = write(tmp_path / "ws", {})
    rows: list[list[Any]] = [
        ["Organisation", "Purpose", "Amount", "Awarded", "Top-up"],
        ["Mill", "club", 950, DAY, 500],
    ]
    assert imported(root, xlsx(rows), "--fund", FUND, "--column", "Amount=amount").code == 0
    assert imported(root, xlsx([rows[0], [*rows[1][:4], None]]), "--fund", FUND).code == 0


@pytest.mark.parametrize("cells", [("£1.2k", None), (0, 950)])
def test_a_revised_award_is_asked_about_however_it_is_typed(
    tmp_path: Path, cells: tuple[str | int | None, ...]
) -> None:
    """“£1.2k”, or nothing at all where the column gives each grant's amount, is another amount than was awarded first."""
    ran = beside(tmp_path, "Revised award", *cells)
    assert ran.code == 1
    assert "Row 2 has another amount under “Revised award”" in ran.err


@pytest.mark.parametrize("cells", [(0, None), (0, 0), ("n/a", None), (950, None)])
def test_a_column_of_no_revisions_is_not(tmp_path: Path, cells: tuple[str | int | None, ...]) -> None:
    """Noughts alone say that nothing was revised."""
    assert beside(tmp_path, "Revised award", *cells).code == 0


@pytest.mark.parametrize("words", ["All figures in £ thousand", "Amounts in thousand pounds", "Awards (£ thousands)"])
def test_amounts_in_thousands_are_never_pounds(tmp_path: Path, words: str) -> None:
    """However the sheet says that 9.5 is £9,500, it does not come in as £9.50."""
    root = write(tmp_path / "ws", {})
    rows: list[list[Any]] = [[words], ["Organisation", "Purpose", "Amount", "Awarded"], ["Mill", "club", 9.5, DAY]]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert ran.code == 1
    assert "not in pounds" in ran.err


def test_a_heading_in_thousands_is_asked_about_even_as_the_column_i_named(tmp_path: Path) -> None:
    """To name the column says which it is, and not that its figures are pounds."""
    root = write(tmp_path / "ws", {})
    rows: list[list[Any]] = [["Organisation", "Purpose", "Amount (£ thousand)", "Awarded"], ["Mill", "club", 9.5, DAY]]
    ran = imported(root, xlsx(rows), "--fund", FUND, "--column", "Amount (£ thousand)=amount")
    assert ran.code == 1
    assert "not in pounds" in ran.err


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Awarded & paid", Outcome.AWARDED),
        ("Awarded + paid", Outcome.AWARDED),
        ("Declined – resubmitted & approved", None),
        ("Declined – resubmitted", Outcome.DECLINED),
    ],
)
def test_a_sign_for_and_says_what_the_word_does(said: str, meant: Outcome | None) -> None:
    """“Awarded & paid” is one thing, “resubmitted & approved” another than the “Declined” before it."""
    assert outcome_of(said) is meant


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Elm Hall (duplicate)", "duplicate"),
        ("Elm Hall WITHDRAWN", "WITHDRAWN"),
        ("Elm Hall (duplicate of row 3)", "duplicate of row 3"),
        ("Voices of the Returned", ""),
        ("VOICES OF THE RETURNED", ""),
        ("Duplicate Keys Ltd", ""),
    ],
)
def test_a_name_that_says_what_became_of_it(shown: str, said: str) -> None:
    """“(duplicate)” or “WITHDRAWN” beside a name is found, and a name that only sounds so is left."""
    assert fate_beside(shown) == said


@pytest.mark.parametrize("words", ["pcm", " pw", " /month", "up to "])
def test_a_form_that_makes_another_sum_of_the_figure_is_told(words: str) -> None:
    """What Excel shows as “£500pcm” or “up to £500” is not £500."""
    assert shown_with(f'£#,##0"{words}"')
