"""Rows that were moved, replaced, reworded or emptied in the tracker since the last import: no grant counts twice, none is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from support import Ran

NAMED = ["Ref", "Organisation", "Purpose", "Amount", "Strand", "Awarded"]
PLAIN = NAMED[1:]
SEPTEMBER = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"
NOVEMBER = "entries/funding/2023-24/safer-streets-fund-2023-11.yaml"
FIRST, SECOND, FIFTH = (date(2023, 9, day) for day in (1, 2, 5))
LATER = date(2023, 11, 5)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office and no grants."""
    return write(tmp_path / "ws", {})


def tracker(root: Path, *rows: list[Any], also: tuple[str, ...] = ()) -> Ran:
    """Import a tracker of these rows; those with a reference in front have a column of references."""
    headings = NAMED if len(rows[0]) == len(NAMED) else PLAIN
    return imported(root, xlsx([headings, *rows]), "--fund", FUND, *also)


def pounds(root: Path) -> dict[str, int]:
    """Return what the rounds come to in the ledger, in pounds, by their files."""
    return {one.filed.path: one.sum.total.pence // 100 for one in ledger(survey(load(root))).rounds}


MILL: list[Any] = ["1", "Mill", "club", 1000, "Community Fund", FIRST]
ELM: list[Any] = ["4", "Elm", "cameras", 2500, "Innovation Fund", FIFTH]
ASH: list[Any] = ["5", "Ash", "lamps", 25, "Innovation Fund", FIFTH]


# -- a grant that the tracker has under another month


def test_a_grant_moved_to_another_month_is_named_and_left_where_it_is(root: Path) -> None:
    """A grant whose date was moved from September to November is named, date and all, until I move it; so its text stays true."""
    assert tracker(root, MILL, ELM).code == 0
    before = rounds(root)
    for _ in range(2):
        ran = tracker(root, MILL, [*ELM[:5], LATER])
        assert ran.code == 1
        assert "Elm (row 3) stands in “safer-streets-fund-2023-09” in the entries" in ran.err
        assert "the tracker has it under November 2023. (G533" in ran.err
        assert "so was its date" in ran.err
        assert rounds(root) == before


def test_what_is_new_in_that_month_makes_a_round_of_its_own(root: Path) -> None:
    """A new grant of November does not join the September round because a grant of that was moved to November."""
    assert tracker(root, MILL, ELM).code == 0
    ran = tracker(root, MILL, [*ELM[:5], LATER], ["6", "Oak", "seats", 40, "Community Fund", LATER])
    assert ran.code == 1
    assert pounds(root) == {SEPTEMBER: 3500, NOVEMBER: 40}


def test_once_i_have_moved_its_lines_the_date_is_written(root: Path) -> None:
    """When I have moved the grant's lines to the round of November, the next import writes the date there, and is content."""
    assert tracker(root, MILL, ELM, ["6", "Oak", "seats", 40, "Innovation Fund", LATER]).code == 0
    text = rounds(root)[SEPTEMBER]
    head, _, lines = text.partition("  Innovation Fund:\n")
    (root / SEPTEMBER).write_text(head, encoding="utf-8")
    (root / NOVEMBER).write_text(rounds(root)[NOVEMBER] + lines, encoding="utf-8")
    ran = tracker(root, MILL, [*ELM[:5], LATER], ["6", "Oak", "seats", 40, "Innovation Fund", LATER])
    assert ran.code == 0, ran.err
    assert "Elm, awarded: 2023-09-05 → 2023-11-05" in ran.err
    assert pounds(root) == {SEPTEMBER: 1000, NOVEMBER: 2540}


def test_a_round_announced_after_its_grants_were_awarded_keeps_them(root: Path) -> None:
    """In a round that I announced in another month than its grants were awarded in, a corrected date is simply written."""
    assert tracker(root, MILL, ELM).code == 0
    text = rounds(root)[SEPTEMBER].replace("announced: 2023-09\n", "announced: 2023-12\n")
    (root / SEPTEMBER).write_text(text, encoding="utf-8")
    ran = tracker(root, MILL, [*ELM[:5], LATER])
    assert ran.code == 0, ran.err
    assert "awarded: 2023-11-05" in rounds(root)[SEPTEMBER]


def test_without_references_a_moved_grant_is_not_counted_twice(root: Path) -> None:
    """Body, purpose and amount tell a grant that was moved to another month as well: it is named, and not added a second time."""
    assert tracker(root, MILL[1:], ELM[1:]).code == 0
    before = rounds(root)
    ran = tracker(root, MILL[1:], [*ELM[1:5], LATER])
    assert ran.code == 1
    assert "the tracker has it under November 2023. (G533" in ran.err
    assert "G532" not in ran.err
    assert rounds(root) == before


def test_without_references_remove_gone_moves_it(root: Path) -> None:
    """With --remove-gone the moved grant is taken out of the old month and written into the new one."""
    assert tracker(root, MILL[1:], ELM[1:]).code == 0
    ran = tracker(root, MILL[1:], [*ELM[1:5], LATER], also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert pounds(root) == {SEPTEMBER: 1000, NOVEMBER: 2500}


def test_a_grant_under_another_rounds_name_is_named_as_well(root: Path) -> None:
    """A grant that the tracker has put from Round 3 into Round 4 is named; what is new in Round 4 does not join Round 3."""
    headings = [*NAMED, "Round"]
    assert imported(root, xlsx([headings, [*MILL, "Round 3"], [*ELM, "Round 3"]]), "--fund", FUND).code == 0
    (third,) = rounds(root)
    rows = [headings, [*MILL, "Round 3"], [*ELM, "Round 4"], [*ASH, "Round 4"]]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert ran.code == 1
    assert "and the tracker has it under “Round 4”. (G533" in ran.err
    assert sorted(pounds(root).values()) == [25, 3500]
    assert pounds(root)[third] == 3500


def test_a_round_that_was_given_another_name_is_the_same_round(root: Path) -> None:
    """Where the whole of Round 3 is called “Autumn round” now, its references find it, and nothing is made anew."""
    headings = [*NAMED, "Round"]
    assert imported(root, xlsx([headings, [*MILL, "Round 3"], [*ELM, "Round 3"]]), "--fund", FUND).code == 0
    ran = imported(root, xlsx([headings, [*MILL, "Autumn round"], [*ELM, "Autumn round"]]), "--fund", FUND)
    assert ran.code == 0, ran.err
    assert "Nothing has changed" in ran.err


# -- taking out what is gone


def test_one_grant_gone_and_another_moved_are_told_together(root: Path) -> None:
    """--remove-gone takes the gone grant out once, and names the one that was moved, where a round meets two months."""
    assert tracker(root, MILL, ELM, ASH).code == 0
    ran = tracker(root, [*ELM[:5], LATER], ASH, also=("--remove-gone",))
    assert ran.code == 1
    assert ran.err.count("taken out: Mill, £1,000") == 1
    assert "Elm (row 2) stands in" in ran.err
    assert pounds(root) == {SEPTEMBER: 2525}
    assert "Community Fund" not in rounds(root)[SEPTEMBER]


@pytest.mark.parametrize(
    ("old", "strand"),
    [((MILL, ["3", "Ash", "x", 25, "Community Fund", FIRST]), "Community Fund"), ((MILL, ASH), "Innovation Fund"), ((ASH,), "Community Fund")],
    ids=["the last of its strand", "the only one of its strand", "the only one of the round"],
)  # fmt: skip
def test_a_grant_in_the_place_of_another_needs_one_import(root: Path, old: tuple[list[Any], ...], strand: str) -> None:
    """Where one grant took the place of another, --remove-gone takes the old one out and writes the new one, in one go."""
    assert tracker(root, *old).code == 0
    oak = ["6", "Oak", "seats", 10, strand, FIRST]
    ran = tracker(root, *old[:-1], oak, also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert "Ash" not in rounds(root)[SEPTEMBER]
    assert pounds(root) == {SEPTEMBER: 10 + sum(row[3] for row in old[:-1])}
    assert "Nothing has changed" in tracker(root, *old[:-1], oak).err


# -- amounts that are empty now


@pytest.mark.parametrize("with_references", [True, False])
def test_an_amount_that_is_empty_now_takes_nothing_out(root: Path, *, with_references: bool) -> None:
    """A grant whose amount was cleared in the tracker keeps its own, is named as long as it has none, and is never taken out."""
    rows = [MILL, ELM] if with_references else [MILL[1:], ELM[1:]]
    assert tracker(root, *rows).code == 0
    before = rounds(root)
    emptied = [None if value == 2500 else value for value in rows[1]]
    for also in ((), ("--remove-gone",)):
        ran = tracker(root, rows[0], emptied, also=also)
        assert ran.code == 1
        assert "Elm (row 3) has no amount in the tracker any more. “safer-streets-fund-2023-09” keeps its own: £2,500. (G532" in ran.err  # fmt: skip
        assert "G524" not in ran.err
        assert rounds(root) == before


def test_a_grant_withdrawn_by_hand_stays_so_where_the_tracker_has_no_statuses(root: Path) -> None:
    """A grant that I marked withdrawn stays so where the tracker says nothing of statuses, and I am told what does not count."""
    assert tracker(root, MILL, ELM).code == 0
    text = rounds(root)[SEPTEMBER].replace("      amount: £2,500\n", "      amount: £2,500\n      status: withdrawn\n")
    (root / SEPTEMBER).write_text(text, encoding="utf-8")
    ran = tracker(root, MILL, ELM)
    assert ran.code == 0, ran.err
    assert (
        "Elm (row 3): the tracker does not say that the grant was withdrawn; the entry does, and keeps it." in ran.err
    )
    assert "£2,500 of what was read does not count there" in ran.err
    assert rounds(root)[SEPTEMBER] == text


# -- words that were bettered on both sides


def bettered(root: Path) -> None:
    """Import two grants of one body, and better the purpose of the first in its entry."""
    rows = [["Elm", "x", 5000, "Community Fund", FIRST], ["Mill Trust", "a youth club", 1000, "Community Fund", FIRST], ["Mill Trust", "boxing", 1000, "Community Fund", SECOND]]  # fmt: skip
    assert tracker(root, *rows).code == 0
    text = rounds(root)[SEPTEMBER].replace("purpose: a youth club\n", "purpose: Friday sessions for girls\n")
    (root / SEPTEMBER).write_text(text, encoding="utf-8")


def test_amount_and_day_tell_which_grant_of_a_body_it_is(root: Path) -> None:
    """Two grants of one body, both reworded, one in the entry and one in the tracker: neither comes in a second time."""
    bettered(root)
    ran = tracker(
        root,
        ["Elm", "x", 5000, "Community Fund", FIRST],
        ["Mill Trust", "a youth club", 1000, "Community Fund", FIRST],
        ["Mill Trust", "boxing lessons", 1200, "Community Fund", SECOND],
    )
    assert ran.code == 0, ran.err
    assert pounds(root) == {SEPTEMBER: 7200}
    assert "Mill Trust, amount: £1,000 → £1,200 (row 4)" in ran.err
    assert "purpose: Friday sessions for girls\n      amount: £1,000\n" in rounds(root)[SEPTEMBER]


def test_where_nothing_tells_which_it_is_i_am_asked(root: Path) -> None:
    """Where purpose and amount are others, the row may be the old grant or a new one: I am asked, and nothing is written."""
    bettered(root)
    before = rounds(root)
    rows: list[list[Any]] = [
        ["Elm", "x", 5000, "Community Fund", FIRST],
        ["Mill Trust", "a youth club", 1000, "Community Fund", FIRST],
        ["Mill Trust", "drama", 1200, "Community Fund", SECOND],
    ]
    ran = tracker(root, *rows)
    assert ran.code == 1
    assert "Mill Trust, “drama” (£1,200, row 4) may be a new grant, or one that “safer-streets-fund-2023-09” holds in other words" in ran.err  # fmt: skip
    assert "“boxing” (£1,000), which the tracker has no more. (G531" in ran.err
    assert rounds(root) == before
    ran = tracker(root, *rows, also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert pounds(root) == {SEPTEMBER: 7200}
    assert "boxing" not in rounds(root)[SEPTEMBER]


def test_a_whole_sheet_in_other_words_is_asked_about_in_a_few(root: Path) -> None:
    """Where every row of a sheet is another, a few are asked about one by one, and the rest as a number."""
    rows = [["Mill Trust", f"kit{at}", 1000 + at, "Community Fund", FIRST] for at in range(20)]
    assert tracker(root, *rows).code == 0
    others = [["Mill Trust", f"trip{at}", 3000 + at, "Community Fund", SECOND] for at in range(20)]
    ran = tracker(root, *others)
    assert ran.code == 1
    assert ran.err.count("may be a new grant, or one that") == 6
    assert "14 more rows like those above may be grants of “safer-streets-fund-2023-09” in other words." in ran.err
    assert pounds(root) == {SEPTEMBER: 20190}


@pytest.mark.parametrize(
    "third",
    [
        ["R3", "Mill Trust", "drama", 1200, "Community Fund", SECOND],
        ["", "Mill Trust", "drama", 1200, "Innovation Fund", SECOND],
    ],
    ids=["another reference", "another strand"],
)
def test_references_and_strands_tell_two_grants_of_a_body_apart(root: Path, third: list[Any]) -> None:
    """A row with a reference or strand of its own is a new grant: it comes in, and the one without a row is named as gone."""
    assert tracker(root, ["R1", "Elm", "x", 5, "Innovation Fund", FIRST], ["R2", "Mill Trust", "boxing", 1000, "Community Fund", FIRST]).code == 0  # fmt: skip
    ran = tracker(root, ["R1", "Elm", "x", 5, "Innovation Fund", FIRST], third)
    assert ran.code == 1
    assert "G531" not in ran.err
    assert "G532" in ran.err
    assert pounds(root) == {SEPTEMBER: 2205}


def test_a_purpose_told_at_greater_length_is_the_same(root: Path) -> None:
    """“Boxing” that became “boxing lessons” with another amount is the same grant; “drama” beside it is a new one."""
    assert tracker(root, ["Mill Trust", "boxing", 1000, "Community Fund", FIRST]).code == 0
    ran = tracker(
        root,
        ["Mill Trust", "boxing lessons", 1200, "Community Fund", FIRST],
        ["Mill Trust", "drama", 1000, "Community Fund", FIRST],
    )
    assert ran.code == 0, ran.err
    assert "Mill Trust, amount: £1,000 → £1,200 (row 2)" in ran.err
    assert pounds(root) == {SEPTEMBER: 2200}
