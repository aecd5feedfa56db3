"""Trackers of awkward shapes: amounts in thousands, revised amounts in a second column, withdrawals in a column of notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from support import FUND, Ran, write
from tracker_files import imported, rounds, xlsx

if TYPE_CHECKING:
    from pathlib import Path

D = date(2023, 9, 1)
HEAD = ["Organisation", "Purpose", "Amount awarded", "Date"]
MILL, ELM = ["Mill", "club", 10, D], ["Elm", "cameras", 2.5, D]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office and no grants."""
    return write(tmp_path / "ws", {})


def tracker(root: Path, *rows: object, also: tuple[str, ...] = ()) -> Ran:
    """Import a sheet of these rows."""
    return imported(root, xlsx(cast("list[list[Any]]", list(rows))), "--fund", FUND, *also)


def err(ran: Ran) -> str:
    """Return what the command says, on one line."""
    return " ".join(ran.err.split())


# -- thousands


@pytest.mark.parametrize(
    "words", ["All figures in £000", "£'000s", "Amounts in thousands", "(£k)", "£m", "in thousands of pounds"]
)
def test_a_sheet_in_thousands_is_not_taken_as_pounds(root: Path, words: str) -> None:
    """Where a line over or beneath my table says that its amounts are in thousands, £10,000 does not come in as £10."""
    for rows in ([[words], HEAD, MILL, ELM], [HEAD, MILL, ELM, [], [words]]):
        ran = tracker(root, *rows)
        assert (ran.code, rounds(root)) == (1, {})
        assert f"says “{words}”, so what stands under the amounts is not in pounds. (G510" in err(ran)


def test_a_heading_in_thousands_is_not_taken_as_pounds_though_i_name_the_column(root: Path) -> None:
    """“Amount awarded (£000s)” is refused as well when I say that it is the amount."""
    head = ["Organisation", "Purpose", "Amount awarded (£000s)", "Date"]
    ran = tracker(root, head, MILL, ELM, also=("--column", "Amount awarded (£000s)=amount"))
    assert (ran.code, rounds(root)) == (1, {})
    assert "is not in pounds" in err(ran)


@pytest.mark.parametrize(
    "over", [["Grants under £5k"], ["Awards of £10,000 and more"], ["A £1m fund"], ["Budget (£000)", 250]]
)
def test_an_amount_over_the_table_says_nothing_of_the_others(root: Path, over: list[Any]) -> None:
    """“Grants under £5k” or a budget with its figure beside it over my table does not keep it from being read."""
    assert tracker(root, over, HEAD, MILL, ELM).code == 0


# -- revised amounts


@pytest.mark.parametrize(
    "heading", ["Revised award", "Final amount awarded after variation", "Net", "Amount (revised)"]
)
def test_a_revised_amount_beside_the_award_is_asked_about(root: Path, heading: str) -> None:
    """Where a second column has other amounts than those awarded, I am asked which count, and my word settles it."""
    rows = [[*HEAD, heading], ["Mill", "club", 1000, D, 800], ["Elm", "cameras", 500, D, 500]]
    ran = tracker(root, *rows)
    assert (ran.code, rounds(root)) == (1, {})
    assert f"Row 2 has another amount under “{heading}” than under “Amount awarded”" in err(ran)
    for column, total in ((heading, "£1,300"), ("Amount awarded", "£1,500")):
        assert f"{total}. In the entries" in err(tracker(root, *rows, also=("--draft", "--column", f"{column}=amount")))


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Revised award", 1000), ("Revised award", None), ("Revised date", 800), ("Actual amount spent", 800), ("Final report", "yes"), ("New group?", "£5")],
)  # fmt: skip
def test_a_second_column_that_says_nothing_else_is_passed_over(root: Path, heading: str, value: object) -> None:
    """A revised amount that is the same, or none, and what was spent, are not asked about."""
    assert tracker(root, [*HEAD, heading], ["Mill", "club", 1000, D, value]).code == 0


# -- notes beside an award


@pytest.mark.parametrize(
    ("heading", "note"),
    [("Notes", "Grant withdrawn 3/10"), ("Comments", "Project cancelled, funding returned"), ("Update", "CLAWED BACK"), ("Withdrawn?", "Yes"), ("Date withdrawn", D)],
)  # fmt: skip
def test_a_note_that_says_withdrawn_is_shown_to_me(root: Path, heading: str, note: object) -> None:
    """A grant that is only noted as withdrawn is taken over as awarded, as its status says, and I am told where it is."""
    ran = tracker(root, [*HEAD, heading], ["Mill", "club", 1000, D, note], ["Elm", "cameras", 500, D, None])
    assert ran.code == 0, ran.err
    assert "row 2 (Mill, £1,000) has “" in err(ran)
    assert f"under “{heading}”, which is not taken over, and it was taken over as awarded. (G525" in err(ran)
    assert ran.err.count("G525") == 1


@pytest.mark.parametrize(
    ("heading", "note"),
    [("Notes", "Previous bid declined"), ("Notes", "not withdrawn"), ("Agreement", "Returned"), ("Withdrawn?", "No"), ("Notes", "To be repaid if unspent")],
)  # fmt: skip
def test_a_note_about_something_else_is_no_warning(root: Path, heading: str, note: object) -> None:
    """A form that was returned, another bid that was declined, or “No” under “Withdrawn?” is not held against the award."""
    assert "G525" not in tracker(root, [*HEAD, heading], ["Mill", "club", 1000, D, note]).err


def test_a_grant_withdrawn_by_its_status_is_not_told_again(root: Path) -> None:
    """Where the status says “Withdrawn” already, a note that says so too is no news."""
    rows = [[*HEAD, "Status", "Notes"], ["Mill", "club", 1000, D, "Withdrawn", "withdrawn in October"]]
    assert "G525" not in tracker(root, *rows).err


def test_many_notes_are_told_in_a_few(root: Path) -> None:
    """Where many rows have such a note, eight are told one by one, and the rest as a number."""
    rows = [[f"Body {number}", "club", 1000, D, "cancelled"] for number in range(12)]
    ran = tracker(root, [*HEAD, "Notes"], *rows)
    assert ran.err.count("which is not taken over") == 8
    assert "4 more rows like those above, the last of them row 13. (G525" in err(ran)
