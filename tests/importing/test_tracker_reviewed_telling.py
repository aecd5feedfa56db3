"""What an import says and does not guess: amounts, rows that are declined now, words, funds, and grants that come twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND as OCTOBERS
from support import funding_round, run, write
from tracker_files import imported, rounds, xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Organisation", "Project", "Awarded", "Date", "Status"]
D = date(2023, 9, 14)
FUND = ("--fund", "Safer Streets Fund")
Rows = list[list[Any]]
OCTOBER = funding_round(
    "Community Fund:\n  - recipient: A Trust\n    purpose: a club for the young\n    amount: £500", announced="2023-10"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office of two funds, one of which has strands."""
    return write(tmp_path / "ws", {})


def text_of(root: Path) -> str:
    """Return the text of the only round."""
    (text,) = rounds(root).values()
    return text


@pytest.mark.parametrize("typed", ["£500 x 2", "2 x £500", "£500 + £250", "£500 (of £900)"])
def test_an_amount_that_may_be_another_is_not_guessed(root: Path, typed: str) -> None:
    """“£500 x 2” may be £1,000: I am not told to type £500."""
    ran = imported(root, xlsx([HEAD, ["A", "a", typed, D, "Awarded"], ["B", "b", 100, D, "Awarded"]]), *FUND)
    assert ran.code == 1
    assert "cannot be read" in ran.err
    assert "£500." not in ran.err
    assert "type £500 alone" not in ran.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("£2,000 (declined)", "type £2,000 alone"),
        ("£500 per year", "If that is what was awarded, type £500 alone"),
        ("£ 1 000 ish", "£1,000"),
    ],
)
def test_an_amount_that_can_be_told_is_named(root: Path, typed: str, told: str) -> None:
    """Where one figure alone stands in the cell, it is named."""
    ran = imported(root, xlsx([HEAD, ["A", "a", typed, D, "Awarded"], ["B", "b", 100, D, "Awarded"]]), *FUND)
    assert told in ran.err


def test_a_grant_that_is_declined_now_is_said_to_be(root: Path) -> None:
    """A grant of the entries whose row says “Declined” now is not said to be gone from the tracker: row and word are named."""
    rows: Rows = [HEAD, ["A", "a", 500, D, "Awarded"], ["B", "b", 100, D, "Awarded"]]
    assert imported(root, xlsx(rows), *FUND).code == 0
    ran = imported(root, xlsx([*rows[:2], ["B", "b", 100, D, "Declined at panel"]]), *FUND)
    assert "B stands in row 3 as “Declined at panel”." in ran.err
    assert "or correct the status in the tracker" in ran.err
    assert "put it back into the tracker" not in ran.err


def test_a_grant_that_is_gone_is_not_said_to_stand_anywhere(root: Path) -> None:
    """A declined row of other work is not the grant that is gone."""
    rows: Rows = [HEAD, ["A", "a", 500, D, "Awarded"], ["B", "b", 100, D, "Awarded"]]
    assert imported(root, xlsx(rows), *FUND).code == 0
    ran = imported(root, xlsx([*rows[:2], ["B", "other work", 100, D, "Declined"]]), *FUND)
    assert "stands in row" not in ran.err
    assert "or put it back into the tracker" in ran.err


def test_both_wordings_are_shown(root: Path) -> None:
    """Where tracker and entry word a purpose otherwise I see both, and what to do; of many I get one line, with all beneath."""
    rows: Rows = [HEAD, *([f"Body {at}", f"work {at}", 500 + at, D, "Awarded"] for at in range(5))]
    assert imported(root, xlsx(rows), *FUND).code == 0
    other: Rows = [HEAD, ["Body 0", "new words", 500, D, "Awarded"], *rows[2:]]
    ran = imported(root, xlsx(other), *FUND)
    assert (
        "Body 0 (row 2), purpose: the tracker has “new words”, the entry “work 0”. The entry keeps its own." in ran.err
    )
    assert "type them into the entry" in ran.err
    every: Rows = [HEAD, *([f"Body {at}", f"new words {at}", 500 + at, D, "Awarded"] for at in range(5))]
    ran = imported(root, xlsx(every), *FUND)
    assert ran.err.count("G534") == 1
    assert "5 purposes, reasons or conditions in other words" in ran.err
    assert "· Body 4 (row 6), purpose: the tracker has “new words 4”, the entry “work 4”" in ran.err


def test_a_sentence_that_is_changed_is_told(root: Path) -> None:
    """When the last grant of a round is withdrawn, the sentence that the tool wrote becomes another, and I am told."""
    assert imported(root, xlsx([HEAD, ["A", "a", 500, D, "Awarded"]]), *FUND).code == 0
    ran = imported(root, xlsx([HEAD, ["A", "a", 500, D, "Withdrawn"]]), *FUND)
    assert ran.code == 0, ran.err
    assert "have since been withdrawn or returned:" in text_of(root)
    assert "text: “The grants announced in September 2023 have since been withdrawn or returned:”" in ran.err


def test_a_fund_with_a_slip_of_the_pen_is_asked_about(root: Path) -> None:
    """“Safer Steets Fund” is not in the office's file, and I am asked whether I mean the one that is."""
    ran = imported(root, xlsx([HEAD[:4], ["A", "a", 500, D]]), "--fund", "Safer Steets Fund", "--draft")
    assert 'Did you mean --fund "Safer Streets Fund"?' in ran.err


@pytest.mark.parametrize("sign", [" – ", " - ", ": "])
@pytest.mark.parametrize("options", [(), FUND])
def test_a_heading_that_names_fund_and_strand_is_both(root: Path, sign: str, options: tuple[str, ...]) -> None:
    """“Safer Streets Fund – Innovation strand” over rows is that fund and that strand, and `check` finds nothing unknown."""
    rows: Rows = [
        HEAD[:4],
        [f"Safer Streets Fund{sign}Community strand"], ["A", "a", 500, D],
        [f"Safer Streets Fund{sign}Innovation strand"], ["B", "b", 100, D],
    ]  # fmt: skip
    ran = imported(root, xlsx(rows), *options)
    assert ran.code == 0, ran.err
    assert "  Community Fund:" in text_of(root)
    assert "  Innovation Fund:" in text_of(root)
    assert "fund: Safer Streets Fund\n" in text_of(root)
    assert "G110" not in run(root, "check").out


def test_a_grant_that_is_there_already_is_said_before_it_counts_twice(root: Path) -> None:
    """A grant typed from a paper under another month looks like the tracker's row, and I am told that it would count twice."""
    write(root, {"october": OCTOBER})
    rows: Rows = [HEAD[:4], ["A Trust", "youth work", 500, D], ["B", "b", 100, D]]
    ran = imported(root, xlsx(rows), "--fund", OCTOBERS, "--draft")
    assert (
        "A Trust (£500, row 2) comes in as a new grant, and looks like one that “october” (October 2023) holds already"
        in ran.err
    )
    assert ran.err.count("looks like one") == 1


@pytest.mark.parametrize(
    "row",
    [
        ["A Trust", "youth work", 501, D],
        ["C Trust", "youth work", 500, D],
        ["A Trust", "youth work", 500, date(2024, 9, 14)],
    ],
)
def test_another_grant_is_not_said_to_be_there(root: Path, row: list[Any]) -> None:
    """Another amount, another body, or the next year's grant is another grant."""
    write(root, {"october": OCTOBER})
    ran = imported(root, xlsx([HEAD[:4], row]), "--fund", OCTOBERS, "--draft")
    assert "looks like one" not in ran.err
