"""What the checks do across files: dates against the meeting, files that nothing places, names that must resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import OFFICE, codes, found, funding_round, of_code, paper, run, statement, surveyed, write

from pcp_reports.checks import check, concerning

if TYPE_CHECKING:
    from pathlib import Path

GRANTS = "Community Fund:\n  - {{recipient: Scouts, purpose: tents, amount: £10{0}}}\n"


@pytest.mark.parametrize(
    ("meeting", "date", "late"),
    [
        ("2023-10-03", "2023-10-03", False),
        ("2023-10-03", "2023-10-04", True),
        ("2023-10-03", "2023-10", False),
        ("2023-10-03", "2023-11", True),
        ("2023-10", "2023-10-31", False),
        ("2023-10", "2023-11-01", True),
        ("2023-10-31", "2023-11", True),
    ],
)
def test_a_date_is_late_only_if_its_first_day_is(tmp_path: Path, meeting: str, date: str, *, late: bool) -> None:
    """A month that the meeting falls into may have come before it, and is let pass; the day after the meeting is not."""
    files = {"update/paper": paper("visit", meeting=meeting), "visit": statement("Hello.", f"date: {date}\n")}
    assert codes(found(tmp_path, files)) == (["P120"] if late else [])


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("kind: accountability-board\nheld: 2023-11\ntext: x\n", 2),
        ("kind: operation\nname: N\nlaunched: 2023-11\ntext: x\n", 3),
        ("kind: partnership\nname: N\nlaunched: 2023-11\nsummary: x\n", 3),
        (funding_round(GRANTS.format(""), announced="2023-11"), 3),
        (funding_round(GRANTS.format(", awarded: 2023-11")), 8),
        ("kind: engagement\ndate: 2023-11-01\ntext: x\n", 2),
    ],
)
def test_every_date_of_what_happened_is_held_against_the_meeting(tmp_path: Path, entry: str, line: int) -> None:
    """Board, launch, announcement and award: none can be after the meeting that hears of it."""
    (warning,) = found(tmp_path, {"2023-10-03/paper": paper("entry"), "entry": entry})
    assert (warning.code, warning.severity.value, warning.place.line) == ("P120", "warning", line)
    assert "the meeting of 3 October 2023" in warning.message


def test_a_day_by_which_something_is_due_may_be_later(tmp_path: Path) -> None:
    """`due` is about the writing, not about what happened."""
    assert found(tmp_path, {"2023-10-03/paper": paper("v"), "v": statement("x", "due: 2024-01-01\n")}) == []


def test_an_entry_in_two_papers_is_held_against_each_meeting(tmp_path: Path) -> None:
    """The meeting that came too early is named, and the other is not."""
    files = {
        "early/paper": paper("visit", meeting="2023-07-04"),
        "late/paper": paper("visit", meeting="2023-10-03"),
        "visit": statement("Hello.", "date: 2023-08-01\n"),
    }
    (warning,) = found(tmp_path, files)
    assert "4 July 2023 (early)" in warning.message


def test_every_file_is_placed_or_named(tmp_path: Path) -> None:
    """A file that no paper prints is a warning; a shared round that waits for its paper only a note."""
    files = {
        "2023-10-03/paper": paper("placed"),
        "2023-10-03/placed": statement("x"),
        "2023-10-03/own": statement("x"),
        "shared": statement("x"),
        "2023-10-03/round": funding_round(GRANTS.format("")),
        "funding/waiting": funding_round(GRANTS.format("").replace("tents", "boats"), announced="2023-08"),
    }
    findings = found(tmp_path, files)
    assert sorted((one.code, one.place.path[8:-5]) for one in findings) == [
        ("P106", "2023-10-03/own"),
        ("P106", "2023-10-03/round"),
        ("P106", "shared"),
        ("P107", "funding/waiting"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("contact: Ann Thorne", "contact: Ann Thorn", "P102"),
        ("signatory: Ann Thorne", "signatory: ann thorne", "P102"),
        ("priority: Victims", "priority: Victim", "P103"),
        ("fund: Safer Streets Fund", "fund: Safer Street Fund", "G111"),
        ("Community Fund:\n", "Comunity Fund:\n", "G110"),
        ("covers: Community Fund", "covers: Comunity Fund", "G112"),
        ("template: panel-update", "template: panel-updat", "P113"),
        ("owner: Ann Thorne", "owner: Ann Thorn", "P102"),
    ],
)
def test_a_mistyped_name_is_answered_and_mended(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A slip in a person, priority, fund, strand or template is an error with the name meant, which --fix can write."""
    files = {
        "2023-10-03/paper": paper("visit", "august", more="contact: Ann Thorne\nsignatory: Ann Thorne\n"),
        "visit": statement("x", "priority: Victims\nowner: Ann Thorne\n"),
        "august": funding_round(GRANTS.format(""), more="stated:\n  covers: Community Fund\n"),
    }
    assert found(tmp_path, files) == []
    assert sum(old in text for text in files.values()) == 1
    wrong = {name: text.replace(old, new) for name, text in files.items()}
    told = of_code(found(tmp_path, wrong), code)
    assert [one.severity.value for one in told] == ["error"]
    assert "Did you mean" in told[0].message
    run(tmp_path, "check", "--fix")
    assert check(surveyed(tmp_path, {"office": OFFICE})) == []


def test_a_mend_leaves_the_key_alone(tmp_path: Path) -> None:
    """Where the mistyped name also stands in the key before it, the name is mended and not the key."""
    office = OFFICE.replace("  Small Grants:\n", "  Fund:\n")
    grants = "- {recipient: A, purpose: p, amount: £1}"
    files = {
        "office": office,
        "2023-10-03/paper": paper("august"),
        "august": funding_round(grants).replace("fund: Safer Streets Fund", "fund: fund"),
    }
    (error,) = of_code(found(tmp_path, files), "G111")
    assert error.hint == "Type: fund: Fund"


def test_grants_without_strands_in_a_fund_that_has_strands_are_asked_about(tmp_path: Path) -> None:
    """Totals by strand would be wrong, so I am warned; in a fund without strands a plain list is right."""
    grants = "- {recipient: A, purpose: p, amount: £1}"
    files = {"2023-10-03/paper": paper("august"), "august": funding_round(grants)}
    assert codes(found(tmp_path, files)) == ["G113"]
    files["august"] = files["august"].replace("Safer Streets Fund", "Small Grants")
    assert codes(found(tmp_path, files)) == []


def test_findings_of_one_paper_leave_out_those_of_others(tmp_path: Path) -> None:
    """Asked about one paper, I read of its files, of what it places and of the office, and of nothing else."""
    office = OFFICE + "stray: yes\n"
    broken = "kind: statement\n"
    files = {
        "office": office,
        "a/paper": paper("mine", "shared", meeting="2023-10-03"),
        "a/mine": broken,
        "a/unplaced": broken,
        "shared": broken,
        "elsewhere": broken,
        "b/paper": paper("theirs", meeting="2023-10-02"),
        "b/theirs": broken,
    }
    seen = surveyed(tmp_path, files)
    paths = {one.place.path[8:-5] for one in concerning(seen, ("a",), check(seen))}
    assert paths == {"office", "a/mine", "a/unplaced", "shared"}
    assert len({one.place.path for one in concerning(seen, (), check(seen))}) == 6


def test_a_broken_entry_of_another_paper_does_not_stop_mine(tmp_path: Path) -> None:
    """My paper is built although a colleague's is not yet right."""
    files = {
        "a/paper": paper("text: Sound.", meeting=""),
        "b/paper": paper("x", meeting=""),
        "b/x": "kind: statement\n",
    }
    root = write(tmp_path, files)
    assert run(root, "build", "a").code == 0
    assert run(root, "build", "b").code == 1


def test_findings_stand_in_the_same_order_every_time(tmp_path: Path) -> None:
    """Checking twice says the same in the same order, each thing once."""
    files = {
        "2023-10-03/paper": paper("vist", "vist", more="contact: Nobody\n"),
        "visit": statement("[fill this in] {{ x }}"),
    }
    first = found(tmp_path, files)
    assert first == found(tmp_path, files)
    assert len(set(first)) == len(first)
    assert [one.place for one in first] == sorted(one.place for one in first)
