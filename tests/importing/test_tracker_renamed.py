"""A tracker under a new name goes on with its rounds; another workbook of the same fund is another, and keeps its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, run, write
from tracker_files import imported, rounds, xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["Ref", "Organisation", "Purpose", "Strand", "Amount", "Awarded", "Status"]
SEPTEMBER: list[list[Any]] = [
    ["SSF/001", "Mill Trust", "club", "Community Fund", 500, date(2023, 9, 4), "Awarded"],
    ["SSF/002", "Elm Hall", "cctv", "Community Fund", 900, date(2023, 9, 5), "Awarded"],
    ["SSF/003", "Oak CIC", "van", "Community Fund", 1200, date(2023, 9, 6), "Awarded"],
]
YEW: list[Any] = ["SSF/005", "Yew", "drone", "Innovation Fund", 1000, date(2023, 10, 6), "Withdrawn"]
ASH: list[Any] = ["SSF/006", "Ash", "beds", "Community Fund", 300, date(2023, 11, 2), "Awarded"]
GONE = "“safer-streets-fund-2023-10” holds 1 grant for which the tracker has no award any more: Yew (£1,000)."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty workspace."""
    return write(tmp_path / "ws", {})


@pytest.mark.parametrize("name", ["t1.xlsx", "t2.xlsx"])
def test_a_grant_that_is_gone_is_named_whatever_the_tracker_is_called_now(root: Path, name: str) -> None:
    """The only row of October was deleted, and the tracker saved under another name: I am told of the grant all the same."""
    imported(root, xlsx([HEADINGS, *SEPTEMBER, YEW]), "--fund", FUND, name="t1.xlsx")
    for options in ((), ("--remove-gone",)):
        ran = imported(root, xlsx([HEADINGS, *SEPTEMBER]), "--fund", FUND, *options, name=name)
        assert (ran.code, GONE in ran.err) == (1, True)
        assert ("But the round was imported from t1.xlsx" in ran.err) is (name != "t1.xlsx")


def test_a_tracker_that_is_renamed_each_month_stays_one(root: Path) -> None:
    """Each month's copy makes its own rounds, and the third still knows that the second's grant is gone."""
    imported(root, xlsx([HEADINGS, *SEPTEMBER]), "--fund", FUND, name="September.xlsx")
    assert imported(root, xlsx([HEADINGS, *SEPTEMBER, YEW]), "--fund", FUND, name="October.xlsx").code == 0
    october = rounds(root)["entries/funding/2023-24/safer-streets-fund-2023-10.yaml"]
    assert "# The tracker goes on from September.xlsx, sheet “Grants”.\n" in october
    ran = imported(root, xlsx([HEADINGS, *SEPTEMBER]), "--fund", FUND, name="November.xlsx")
    assert (ran.code, GONE in ran.err) == (1, True)
    assert "imported from October.xlsx" in ran.err


def test_a_paper_copy_of_one_month_does_not_speak_for_the_year(root: Path) -> None:
    """An extract with few of the grants says nothing of those that it leaves out in other months."""
    imported(root, xlsx([HEADINGS, *SEPTEMBER, YEW, ASH]), "--fund", FUND, name="tracker.xlsx")
    ran = imported(root, xlsx([HEADINGS, ASH]), "--fund", FUND, name="November only.xlsx")
    assert (ran.code, "no award any more" in ran.err) == (0, False)


OAK_AND_MORE: list[list[Any]] = [
    ["SSF/011", "Fir", "radio", "Community Fund", 50, date(2023, 9, 9), "Awarded"],
    ["SSF/012", "Larch", "kit", "Community Fund", 70, date(2023, 9, 9), "Awarded"],
]


FOUR_MONTHS: list[list[Any]] = [
    [f"SSF/{month}", body, "club", "Community Fund", 100 * month, date(2023, month, 4), "Awarded"]
    for month, body in ((9, "Mill Trust"), (10, "Elm Hall"), (11, "Oak CIC"), (12, "Yew"))
]


@pytest.mark.parametrize(("kept", "is_its_own"), [(1, False), (2, True), (3, True)])
def test_a_renamed_tracker_is_known_by_half_of_its_grants(root: Path, kept: int, is_its_own: bool) -> None:
    """Of four months' grants two are there still: it is the tracker under a new name, and the others are gone. With one it is not."""
    imported(root, xlsx([HEADINGS, *FOUR_MONTHS]), "--fund", FUND, name="old.xlsx")
    ran = imported(root, xlsx([HEADINGS, *FOUR_MONTHS[:kept], *OAK_AND_MORE]), "--fund", FUND, name="new.xlsx")
    assert ("no award any more" in ran.err) is is_its_own, ran.err


def test_a_renamed_tracker_of_a_new_year_leaves_the_old_year_as_it_was(root: Path) -> None:
    """In April a clean workbook is begun: last year's grants are not gone because it has none of them."""
    imported(root, xlsx([HEADINGS, *SEPTEMBER]), "--fund", FUND, name="2023-24.xlsx")
    may = [["SSF/101", "Mill Trust", "more club", "Community Fund", 800, date(2024, 5, 4), "Awarded"]]
    ran = imported(root, xlsx([HEADINGS, *may]), "--fund", FUND, "--remove-gone", name="2024-25.xlsx")
    assert (ran.code, "no award any more" in ran.err) == (0, False), ran.err
    assert sorted(text.count("recipient:") for text in rounds(root).values()) == [1, 3]


@pytest.mark.parametrize(
    "row",
    [
        ["SSF/021", "Mill Trust", "club", "Community Fund", 550, date(2023, 9, 4), "Awarded"],
        ["SSF/021", "Mill Trust", "evening club", "Community Fund", 500, date(2023, 9, 4), "Awarded"],
        ["SSF/021", "Friends of the Mill", "club", "Community Fund", 500, date(2023, 9, 4), "Awarded"],
        ["SSF/021", "Mill Trusts", "young people's hall", "Community Fund", 500, date(2023, 9, 4), "Awarded"],
    ],
    ids=["amount changed", "purpose changed", "body changed", "body respelled"],
)
def test_a_grant_under_a_new_name_and_reference_is_asked_about_and_not_counted_twice(
    root: Path, row: list[Any]
) -> None:
    """The tracker was renamed and renumbered: a row with two of body, purpose and amount in common is no second grant."""
    imported(root, xlsx([HEADINGS, SEPTEMBER[0]]), "--fund", FUND, name="old.xlsx")
    ran = imported(root, xlsx([HEADINGS, row]), "--fund", FUND, name="new.xlsx")
    texts = "\n".join(rounds(root).values())
    assert ran.code == 1 or texts.count("recipient:") == 1, ran.err


def test_two_workbooks_of_one_fund_leave_each_other_alone(root: Path) -> None:
    """Two officers keep a workbook each, of the same fund and month: neither calls the other's grants gone, whichever comes again."""
    books = {
        "north.xlsx": SEPTEMBER,
        "south.xlsx": [["N1", "Fir", "radio", "Community Fund", 50, date(2023, 9, 9), "Awarded"]],
    }
    for _ in range(2):
        for name, rows in books.items():
            ran = imported(root, xlsx([HEADINGS, *rows]), "--fund", FUND, "--remove-gone", name=name)
            assert (ran.code, "no award any more" in ran.err, "taken out" in ran.err) == (0, False, False), ran.err
    assert [text.count("recipient:") for text in rounds(root).values()] == [1, 3]
    assert "£2,650" in run(root, "totals").out


def test_funds_cannot_be_added_to_an_office_file_that_is_not_there(root: Path) -> None:
    """Without office.yaml I am told to make it, and not to type the option that I have just typed."""
    (root / "entries" / "office.yaml").unlink()
    ran = imported(root, xlsx([HEADINGS, *SEPTEMBER]), "--fund", FUND, "--add-funds")
    assert f"There is no entries/office.yaml yet, so the fund “{FUND}” is kept nowhere" in ran.err
    assert "Make the file entries/office.yaml; “pcp-reports init” in an empty folder shows one." in ran.err
    assert "--add-funds does it" not in ran.err
