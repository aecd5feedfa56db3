"""Rows that were changed in more than one way since the last import: never counted twice, and no word of mine lost unsaid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, Ran, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = ["Organisation", "Purpose", "Amount", "Strand", "Awarded"]
SEPTEMBER = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"
NOVEMBER = "entries/funding/2023-24/safer-streets-fund-2023-11.yaml"
FIRST, FIFTH, LATER = date(2023, 9, 1), date(2023, 9, 5), date(2023, 11, 5)
MILL: list[Any] = ["Mill", "club", 1000, "Community Fund", FIRST]
ELM: list[Any] = ["Elm Hall", "cameras", 2500, "Innovation Fund", FIFTH]


def changed(row: list[Any], **more: Any) -> list[Any]:  # noqa: ANN401 - any value of a cell
    """Return a row with some cells otherwise, by their headings in small letters."""
    return [more.get(heading.lower(), value) for heading, value in zip(PLAIN, row, strict=True)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office and no grants."""
    return write(tmp_path / "ws", {})


def tracker(root: Path, *rows: list[Any], also: tuple[str, ...] = (), refs: str = "", more: str = "") -> Ran:
    """Import rows; ``refs`` are their references, if they have any, ``more`` the heading of a last column."""
    headings = [*PLAIN, more] if more else PLAIN
    numbers = refs.split()
    made = [[number, *row] for number, row in zip(numbers, rows, strict=True)] if refs else rows
    return imported(root, xlsx([["Ref", *headings] if refs else headings, *made]), "--fund", FUND, *also)


def pounds(root: Path) -> int:
    """Return what all rounds come to in the ledger, in pounds."""
    return sum(one.sum.total.pence for one in ledger(survey(load(root))).rounds) // 100


def typed(root: Path, words: str, beneath: str = "amount: £2,500") -> str:
    """Type a line into the entry of September beneath another, and return the entry."""
    file = root / SEPTEMBER
    text = file.read_text(encoding="utf-8")
    assert text.count(f"      {beneath}\n") == 1
    file.write_text(text.replace(f"      {beneath}\n", f"      {beneath}\n      {words}\n"), encoding="utf-8")
    return file.read_text(encoding="utf-8")


def err(ran: Ran) -> str:
    """Return what the command says, on one line."""
    return " ".join(ran.err.split())


# -- words that I typed with a grant


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("conditions: Report in March", "conditions: “Report in March”"),
        ("projects: 3", "projects: 3"),
        ("# agreed by telephone", "the comment “agreed by telephone”"),
        ("status: withdrawn", "status: “withdrawn”"),
    ],
)
def test_remove_gone_leaves_a_moved_grant_with_words_of_mine(root: Path, words: str, told: str) -> None:
    """A grant that moved to another month stays where it is, with all I typed, and I am told why --remove-gone leaves it."""
    assert tracker(root, MILL, ELM).code == 0
    before = typed(root, words)
    ran = tracker(root, MILL, changed(ELM, awarded=LATER), also=("--remove-gone",))
    assert ran.code == 1
    assert rounds(root) == {SEPTEMBER: before}
    assert f"as --remove-gone would lose what you typed there: {told}. " in f"{err(ran)} "


def test_a_moved_grant_without_words_of_mine_is_moved(root: Path) -> None:
    """A “#” within its purpose is no comment of mine: --remove-gone moves the grant as before."""
    elm = changed(ELM, purpose="cameras for #StreetSafe")
    assert tracker(root, MILL, elm).code == 0
    ran = tracker(root, MILL, changed(elm, awarded=LATER), also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert sorted(rounds(root)) == [SEPTEMBER, NOVEMBER]
    assert pounds(root) == 3500


def test_words_that_go_with_a_grant_are_shown(root: Path) -> None:
    """When --remove-gone takes a grant out, the conditions, comments and projects that I typed with it are shown in full."""
    assert tracker(root, MILL, ELM).code == 0
    typed(root, "conditions: Report in March\n      projects: 3\n      # ask Ann")
    ran = tracker(root, MILL, also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert (
        "taken out: Elm Hall, £2,500, and with it what the tracker does not say: projects: 3, conditions: “Report in March” and "
        "the comment “ask Ann”"
    ) in err(ran)


def test_what_the_tracker_says_itself_is_not_shown_as_mine(root: Path) -> None:
    """A district that came out of the tracker's own column is not told as something of mine that goes."""
    rows = [[*MILL, "Wyre"], [*ELM, "Fylde"]]
    assert tracker(root, *rows, more="District").code == 0
    ran = tracker(root, rows[0], more="District", also=("--remove-gone",))
    assert "taken out: Elm Hall, £2,500" in ran.err
    assert "and with it" not in ran.err


def test_a_whole_round_that_moved_names_what_to_keep_before_it_is_deleted(root: Path) -> None:
    """Before I delete the file of a round that moved whole, I am told which words of mine stand in it alone."""
    assert tracker(root, MILL, ELM).code == 0
    typed(root, "conditions: Report in March")
    ran = tracker(root, changed(MILL, awarded=LATER), changed(ELM, awarded=LATER))
    assert ran.code == 1
    assert "the whole round has moved: delete entries/" in err(ran)
    assert "Keep first what the tracker does not say of it: conditions: “Report in March”." in err(ran)


# -- references that were retyped


@pytest.mark.parametrize("new", ["SSF/0041", "SSF-41", "NS/7"])
def test_a_reference_that_was_retyped_is_no_new_grant(root: Path, new: str) -> None:
    """SSF/041 that is another reference now, with all else as it was, is one grant: its reference is written, and nothing doubles."""
    assert tracker(root, MILL, ELM, refs="SSF/040 SSF/041").code == 0
    ran = tracker(root, MILL, ELM, refs=f"SSF/040 {new}")
    assert ran.code == 0, ran.err
    assert f"Elm Hall, reference: SSF/041 → {new} (row 3)" in ran.err
    assert pounds(root) == 3500


def test_a_reference_mended_in_its_signs_tells_the_grant_at_another_amount(root: Path) -> None:
    """SSF/041 typed as SSF-041 is the same reference, though the amount was corrected at once."""
    assert tracker(root, MILL, ELM, refs="SSF/040 SSF/041").code == 0
    ran = tracker(root, MILL, changed(ELM, amount=2600), refs="SSF/040 SSF-041")
    assert ran.code == 0, ran.err
    assert pounds(root) == 3600


def test_a_second_grant_like_the_first_is_a_second_grant(root: Path) -> None:
    """The same club twice with references of its own is two grants, as both references stand in the tracker."""
    assert tracker(root, MILL, ELM, refs="1 2").code == 0
    assert tracker(root, MILL, ELM, ELM, refs="1 2 3").code == 0
    assert pounds(root) == 6000


def test_of_three_equal_grants_one_gone_a_renumbering_is_asked_about(root: Path) -> None:
    """Where three equal grants became two with other references, nothing tells which is gone: I am asked, and nothing is written."""
    assert tracker(root, MILL, ELM, ELM, ELM, refs="1 2 3 4").code == 0
    before = rounds(root)
    ran = tracker(root, MILL, ELM, ELM, refs="1 72 83")
    assert (ran.code, rounds(root)) == (1, before)
    assert "may be a new grant, or one that “safer-streets-fund-2023-09” holds under another reference (2)" in err(ran)
    assert "give the entry the tracker's reference, and import again" in err(ran)


def test_a_reference_and_an_amount_changed_at_once_are_asked_about(root: Path) -> None:
    """Another reference and another amount for the same work of the same body: I am asked before both count."""
    assert tracker(root, MILL, ELM, refs="1 2").code == 0
    before = rounds(root)
    rows = MILL, changed(ELM, amount=2600)
    ran = tracker(root, *rows, refs="1 72")
    assert (ran.code, rounds(root)) == (1, before)
    assert "holds under another reference (2): “cameras” (£2,500)" in err(ran)
    assert tracker(root, *rows, refs="1 72", also=("--remove-gone",)).code == 0
    assert pounds(root) == 3600


# -- bodies that were renamed


def test_a_name_told_at_greater_length_is_the_same_body(root: Path) -> None:
    """“Elm Hall” that is “Elm Village Hall CIO” now, with the same work and amount, is one grant, and takes the new name."""
    assert tracker(root, MILL, ELM).code == 0
    typed(root, "conditions: Report in March")
    ran = tracker(root, MILL, changed(ELM, organisation="Elm Village Hall CIO"))
    assert ran.code == 0, ran.err
    assert pounds(root) == 3500
    assert "recipient: Elm Village Hall CIO\n      purpose: cameras\n" in rounds(root)[SEPTEMBER]
    assert "conditions: Report in March" in rounds(root)[SEPTEMBER]


def test_another_name_with_the_same_work_and_amount_is_asked_about(root: Path) -> None:
    """A name that is quite another, for the same work and amount: I am asked whether it is a new name or a new grant."""
    assert tracker(root, MILL, ELM).code == 0
    before = rounds(root)
    row = changed(ELM, organisation="Northshire Youth Trust")
    ran = tracker(root, MILL, row)
    assert (ran.code, rounds(root)) == (1, before)
    assert "may be a new grant, or one that “safer-streets-fund-2023-09” holds under another name: Elm Hall, “cameras” (£2,500)" in err(ran)  # fmt: skip
    text = before[SEPTEMBER].replace("recipient: Elm Hall\n", "recipient: Northshire Youth Trust\n")
    (root / SEPTEMBER).write_text(text, encoding="utf-8")
    assert "Nothing has changed" in tracker(root, MILL, row).err


def test_another_bodys_other_work_is_not_asked_about(root: Path) -> None:
    """A new grant of the same amount to another body for other work comes in, and the old one is named as gone."""
    assert tracker(root, MILL, ELM).code == 0
    ran = tracker(root, MILL, changed(ELM, organisation="Oak", purpose="seats"))
    assert "G531" not in ran.err
    assert "G532" in ran.err


# -- a month that was moved, and an amount corrected


def test_a_month_and_an_amount_changed_at_once_are_asked_about(root: Path) -> None:
    """A grant whose month and amount were both corrected is asked about; with the amount in the entry, it is told as moved."""
    assert tracker(root, MILL, ELM).code == 0
    before = rounds(root)
    row = changed(ELM, amount=2600, awarded=LATER)
    ran = tracker(root, MILL, row)
    assert (ran.code, rounds(root)) == (1, before)
    assert "holds in another month (September 2023): “cameras” (£2,500), which the tracker has no more. (G531" in err(
        ran
    )
    (root / SEPTEMBER).write_text(before[SEPTEMBER].replace("£2,500", "£2,600"), encoding="utf-8")
    ran = tracker(root, MILL, row)
    assert "the tracker has it under November 2023. (G533" in ran.err
    assert pounds(root) == 3600


def test_remove_gone_answers_that_the_old_grant_is_gone(root: Path) -> None:
    """With --remove-gone the old grant goes and the one of the other month and amount comes in: together they count once."""
    assert tracker(root, MILL, ELM).code == 0
    ran = tracker(root, MILL, changed(ELM, amount=2600, awarded=LATER), also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert pounds(root) == 3600


@pytest.mark.parametrize("also", [(), ("--remove-gone",)])
def test_a_whole_round_moved_with_other_amounts_is_asked_about(root: Path, also: tuple[str, ...]) -> None:
    """When a whole round moved and its amounts changed, nothing is written until I delete the old file, as I am told to."""
    assert tracker(root, MILL, ELM).code == 0
    before = rounds(root)
    rows = changed(MILL, amount=1100, awarded=LATER), changed(ELM, amount=2600, awarded=LATER)
    ran = tracker(root, *rows, also=also)
    assert (ran.code, rounds(root)) == (1, before)
    assert f"If the whole round has moved, or is gone, delete {SEPTEMBER} by hand, and import again." in err(ran)
    (root / SEPTEMBER).unlink()
    assert tracker(root, *rows).code == 0
    assert pounds(root) == 3700


def test_the_same_work_a_year_on_is_a_new_grant(root: Path) -> None:
    """The next year's grant to the same body for the same work is not taken for a grant that was moved."""
    assert tracker(root, MILL, ELM).code == 0
    ran = tracker(root, MILL, changed(ELM, amount=2600, awarded=date(2024, 9, 5)))
    assert "G531" not in ran.err


def test_a_named_round_is_spoken_of_as_a_round(root: Path) -> None:
    """Where the tracker names its rounds, a grant put into another of them at another amount is asked about as such."""
    assert tracker(root, [*MILL, "Round 3"], [*ELM, "Round 3"], more="Round").code == 0
    ran = tracker(root, [*MILL, "Round 3"], [*changed(ELM, amount=2600), "Round 4"], more="Round")
    assert "in another round (September 2023): “cameras” (£2,500)" in err(ran)


# -- an exempt grant whose own row is declined now


def exempt(root: Path) -> dict[str, str]:
    """Import two grants with statuses, mark the second exempt, and return the rounds."""
    assert tracker(root, [*MILL, "Awarded"], [*ELM, "Awarded"], more="Status").code == 0
    typed(root, "exempt: {paragraph: 1, reason: the address}")
    return rounds(root)


def test_an_exempt_grant_whose_row_is_declined_is_in_the_tracker(root: Path) -> None:
    """An exempt grant whose own row says “Declined” is named as such, and another body's grant of that amount comes in unasked."""
    exempt(root)
    oak = ["Oak", "seats", 2500, "Innovation Fund", FIFTH, "Awarded"]
    ran = tracker(root, [*MILL, "Awarded"], [*ELM, "Declined"], oak, more="Status")
    assert "G531" not in ran.err
    assert "Elm Hall stands in row 3 as “Declined”. (G532" in err(ran)


@pytest.mark.parametrize(
    "more",
    [{"purpose": "shelter", "amount": 2700}, {"organisation": "Women's Aid"}],
    ids=["the same body", "the same work and amount"],
)
def test_a_row_much_like_it_is_asked_about_all_the_same(root: Path, more: dict[str, Any]) -> None:
    """A new row that shares more than a purpose or an amount with it may be that exempt grant entered afresh: I am asked."""
    before = exempt(root)
    again = [*changed(ELM, **more), "Awarded"]
    ran = tracker(root, [*MILL, "Awarded"], [*ELM, "Declined"], again, more="Status")
    assert (ran.code, rounds(root)) == (1, before)
    assert "give each row in the tracker a reference of its own" in err(ran)


# -- amounts that are gone


def test_an_emptied_amount_is_told_once_and_stands_open(root: Path) -> None:
    """An amount that was cleared is told once, with the entry's own amount; a new row without one is told beside it."""
    assert tracker(root, MILL, ELM).code == 0
    ran = tracker(root, MILL, changed(ELM, amount=None), ["Oak", "seats", None, "Community Fund", FIRST])
    assert ran.code == 1
    assert "Elm Hall (row 3) has no amount in the tracker any more." in ran.err
    assert "1 row without an amount awarded: C4. It was left out. (G524" in err(ran)


@pytest.mark.parametrize("words", [0, "-", "nil", "declined"])
@pytest.mark.parametrize("status", ["", "Awarded"])
def test_nothing_as_an_amount_is_told_as_an_amount(root: Path, words: object, status: str) -> None:
    """“0” or “-” under the amount of a grant is told as its amount, whatever its status, and never as a status."""
    more = "Status" if status else ""
    rows = [[*row, status] if status else row for row in (MILL, ELM)]
    assert tracker(root, *rows, more=more).code == 0
    emptied = [words if value == 2500 else value for value in rows[1]]
    ran = tracker(root, rows[0], emptied, more=more)
    assert ran.code == 1
    assert f"Elm Hall stands in row 3 with “{words}” as its amount." in err(ran)
    assert "or correct the amount in the tracker" in err(ran)


# -- headings that come again beneath what is declined

BID, LAST = ["Oak", "seats", 700, "Community Fund", FIRST], ["Ash", "lamps", 300, "Community Fund", FIRST]


@pytest.mark.parametrize(
    ("between", "row", "there"),
    [([[], PLAIN], 6, "the headings over again"), ([["Round 2"]], 5, "“Round 2”"), ([[], ["Round 2"], PLAIN], 6, "“Round 2”")],
)  # fmt: skip
def test_what_follows_the_declined_without_a_word_is_asked_about(root: Path, between: list[list[Any]], row: int, there: str) -> None:  # fmt: skip
    """Headings again beneath declined bids may begin the next page or the next awards: I am asked, and say it in the sheet."""
    ran = tracker(root, MILL, ["Declined"], BID, *between, LAST)
    assert (ran.code, rounds(root)) == (1, {})
    assert f"beneath the rows under “Declined”, row {row} has {there}, so whether “Declined” still holds" in err(ran)
    for word, total in (("Declined", 1000), ("Awarded", 1300)):
        ran = tracker(root, MILL, ["Declined"], BID, [word], *between, LAST, also=("--draft",))
        assert f"awarded, £{total:,}" in err(ran), (word, ran.err)


def test_each_rows_own_status_goes_before(root: Path) -> None:
    """Where each row says itself what became of it, headings that come again are asked about for none."""
    rows = [[*MILL, "Awarded"], ["Declined"], [*BID, "Declined"], [], [*PLAIN, "Status"], [*LAST, "Awarded"]]
    ran = tracker(root, *rows, more="Status")
    assert ran.code == 0, ran.err
    assert "Read: 2 grants awarded, £1,300; declined: 1 (£700)." in ran.err
