"""Rows that look like a grant of the entries and are another: nothing passes from one body to another, and nothing exempt gets out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, Ran, run, write
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing.likeness import one_name
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = ["Organisation", "Purpose", "Amount", "Strand", "Awarded"]
SEPTEMBER = "entries/funding/2023-24/safer-streets-fund-2023-09.yaml"
PRIVATE = "entries/funding/2023-24/private.yaml"
FOURTH, FIFTH, SIXTH = (date(2023, 9, day) for day in (4, 5, 6))
APRIL = date(2024, 4, 9)
MARK = "exempt: {paragraph: 1, reason: the address}"


def row(recipient: str, purpose: str, pounds: int, when: date = FIFTH, strand: str = "Community Fund") -> list[Any]:
    """Return a row of a tracker."""
    return [recipient, purpose, pounds, strand, when]


MILL, ELM, OAK = row("Mill Trust", "lamps", 500, FOURTH), row("Elm", "zumba", 40, SIXTH), row("Oak", "yoga", 30, SIXTH)
REFUGE = row("Refuge House", "safe room", 900)
CHORLEY = row("Chorley Borough Council", "CCTV", 900)
BURNLEY = row("Burnley Borough Council", "CCTV", 900, SIXTH)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office and no grants."""
    return write(tmp_path / "ws", {})


def tracker(root: Path, *rows: list[Any], refs: str = "", also: tuple[str, ...] = (), notes: str = "") -> Ran:
    """Import rows; ``refs`` are their references, if they have any, and ``notes`` what a column of notes says of the first."""
    headings = [*PLAIN, "Notes"] if notes else PLAIN
    made = [[*one, notes if one is rows[0] else ""] if notes else one for one in rows]
    if refs:
        headings = ["Ref", *headings]
        made = [[number, *one] for number, one in zip(refs.split(), made, strict=True)]
    return imported(root, xlsx([headings, *made]), "--fund", FUND, *also)


def mark(root: Path, amount: str, words: str = MARK) -> dict[str, str]:
    """Type words into the entry of September beneath an amount, by default that it is exempt, and return the rounds."""
    file = root / SEPTEMBER
    text = file.read_text(encoding="utf-8")
    assert text.count(f"      amount: {amount}\n") == 1
    file.write_text(text.replace(f"amount: {amount}\n", f"amount: {amount}\n      {words}\n"), encoding="utf-8")
    return rounds(root)


def private(root: Path) -> str:
    """Write a round of one exempt grant, which the tracker never had, and return it."""
    text = (
        f"kind: funding-round\nfund: {FUND}\nannounced: 2023-09\ntext: |\n  {{{{ total }}}} was awarded.\ngrants:\n"
        f"  Community Fund:\n    - recipient: Wyre Refuge\n      purpose: beds\n      amount: £500\n      {MARK}\n"
    )
    (root / PRIVATE).parent.mkdir(parents=True)
    (root / PRIVATE).write_text(text, encoding="utf-8")
    return text


def pounds(root: Path) -> int:
    """Return what all rounds come to in the ledger, in pounds; what is exempt counts in none."""
    return sum(one.sum.total.pence for one in ledger(survey(load(root))).rounds) // 100


def err(ran: Ran) -> str:
    """Return what was said on the screen as one line."""
    return " ".join(ran.err.split())


# -- references that lead to another grant


def test_a_tracker_sorted_without_its_references_makes_nothing_exempt_public(root: Path) -> None:
    """I sorted the tracker and left the references where they were: I am asked, the mark stays on the refuge, nothing is written."""
    assert tracker(root, MILL, REFUGE, ELM, refs="A1 A2 A3").code == 0
    before = mark(root, "£900")
    ran = tracker(root, MILL, ELM, REFUGE, refs="A1 A2 A3")
    assert (ran.code, rounds(root)) == (1, before)
    assert "Elm, “zumba” (£40, row 3) has the reference “A2”" in err(ran)
    assert "that is the reference of Refuge House, “safe room” (£900), which is exempt. (G531" in err(ran)
    assert "G534" not in ran.err


def test_a_row_put_in_among_running_numbers_makes_nothing_exempt_public(root: Path) -> None:
    """My references are running numbers, and a new row came in between, so that all below moved on: I am asked."""
    assert tracker(root, MILL, REFUGE, OAK, refs="1 2 3").code == 0
    before = mark(root, "£900")
    ran = tracker(root, MILL, ELM, REFUGE, OAK, refs="1 2 3 4")
    assert (ran.code, rounds(root)) == (1, before)
    assert "which is exempt. (G531" in err(ran)


@pytest.mark.parametrize(
    "other",
    [
        row("Elm", "safe room", 900),
        row("Refuge House Elm", "safe room", 900),
        row("Refuge House", "training", 950),
    ],
    ids=["another body", "perhaps another body", "another work and amount"],
)
def test_no_import_passes_the_mark_exempt_to_another(root: Path, other: list[Any]) -> None:
    """Whoever else has the reference of my exempt grant, its entry keeps its recipient until I have looked at it."""
    assert tracker(root, MILL, REFUGE, refs="A1 A2").code == 0
    before = mark(root, "£900")
    ran = tracker(root, MILL, other, refs="A1 A2")
    assert (ran.code, rounds(root)) == (1, before)
    assert "G531" in ran.err


def test_an_exempt_grant_follows_its_own_row(root: Path) -> None:
    """The amount of an exempt grant, and the spelling of its name, are corrected as those of any other."""
    assert tracker(root, MILL, REFUGE, refs="A1 A2").code == 0
    mark(root, "£900")
    ran = tracker(root, MILL, row("Refuge House CIO", "safe room", 950), refs="A1 A2")
    assert ran.code == 0, ran.err
    assert (
        f"- recipient: Refuge House CIO\n      purpose: safe room\n      amount: £950\n      {MARK}\n"
        in (rounds(root)[SEPTEMBER])
    )


def test_references_that_begin_again_in_april_rewrite_nothing(root: Path) -> None:
    """In a new tracker that begins again at 001, no grant of last year's is overwritten: I am asked to tell the years apart."""
    assert tracker(root, MILL, ELM, refs="001 002").code == 0
    before = rounds(root)
    new = row("Ash", "fences", 70, APRIL), row("Oak", "kits", 40, APRIL)
    ran = tracker(root, *new, refs="001 002")
    assert (ran.code, rounds(root)) == (1, before)
    assert ran.err.count("has the reference") == 2
    assert "put the year in front of them, as in 2024/001" in err(ran)
    assert tracker(root, *new, refs="2024/001 2024/002").code == 0
    assert pounds(root) == 650


def test_small_grants_of_one_amount_do_not_change_places(root: Path) -> None:
    """Where all grants are of £500, and a row was put in between, no body's words are left with another: I am asked."""
    assert tracker(root, MILL, row("Elm", "zumba", 500), row("Oak", "yoga", 500), refs="1 2 3").code == 0
    before = rounds(root)
    moved = row("Ash", "fences", 500), row("Elm", "zumba", 500), row("Oak", "yoga", 500)
    ran = tracker(root, MILL, *moved, refs="1 2 3 4")
    assert (ran.code, rounds(root)) == (1, before)
    assert "Elm, “zumba” (£500, row 4) has the reference “3”" in err(ran)


def test_many_rows_astray_are_told_as_one(root: Path) -> None:
    """Of a whole tracker whose references moved on, the first few rows are named and the rest counted."""
    many = [row(f"Body {number}", f"work {number}{number}", 100 + number) for number in range(1, 12)]
    assert tracker(root, *many, refs=" ".join(map(str, range(1, 12)))).code == 0
    ran = tracker(root, *many, refs=" ".join(map(str, range(2, 13))))
    assert ran.err.count("has the reference “") == 6
    assert "4 more rows like those above: each has the reference of another grant" in err(ran)


@pytest.mark.parametrize(
    "new",
    [
        row("Elm Village Hall", "lamps", 500),
        row("Elm Village Hall", "lamps", 600),
        row("Mill Trust", "fences", 700),
        row("Ash", "fences", 500),
        row("Mill Trust Community", "path lights", 600),
    ],
)
def test_what_is_corrected_in_a_row_with_its_reference_is_written_unasked(root: Path, new: list[Any]) -> None:
    """One or two of recipient, purpose and amount may be corrected at once: the reference tells that it is one grant."""
    assert tracker(root, MILL, ELM, refs="A1 A2").code == 0
    ran = tracker(root, new, ELM, refs="A1 A2")
    assert ran.code == 0, ran.err
    assert rounds(root)[SEPTEMBER].count("recipient:") == 2
    assert f"recipient: {new[0]}\n" in rounds(root)[SEPTEMBER]


# -- rows without references that look like another grant


@pytest.mark.parametrize(
    "new", [BURNLEY, row("Chorley Borough Council", "training of volunteers", 900, date(2023, 9, 20))]
)
def test_no_public_grant_goes_into_an_exempt_one(root: Path, new: list[Any]) -> None:
    """A new public grant that is like my exempt one is not taken for it, and so lost from the total: I am asked."""
    assert tracker(root, MILL, CHORLEY).code == 0
    before = mark(root, "£900")
    ran = tracker(root, MILL, new)
    assert (ran.code, rounds(root)) == (1, before)
    assert "it could be Chorley Borough Council (£900)" in err(ran)


def test_another_council_is_not_the_same_respelt(root: Path) -> None:
    """Burnley Borough Council in the place of Chorley's is asked about, so that what I wrote of Chorley does not stay with it."""
    assert tracker(root, MILL, CHORLEY).code == 0
    before = mark(root, "£900", "reason: Chorley market was hit")
    ran = tracker(root, MILL, BURNLEY)
    assert (ran.code, rounds(root)) == (1, before)
    assert "holds under another name: Chorley Borough Council" in err(ran)
    assert tracker(root, MILL, BURNLEY, also=("--remove-gone",)).code == 0
    assert "Chorley" not in rounds(root)[SEPTEMBER]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chorley Borough Council", "Burnley Borough Council", False),
        ("Chorley Borough Council", "Chorley Borough Counsil", True),
        ("Chorley Council", "Chorley Borough Council", True),
        ("Preston North Scout", "Preston North Scouts", True),
        ("Preston North Scouts", "Preston South Scouts", False),
        ("1st Elm Scouts", "2nd Elm Scouts", False),
        ("Elm Youth Zone", "Elm Youthzone Ltd", True),
        ("&", "Elm", False),
    ],
)
def test_the_words_that_tell_bodies_apart_decide(one: str, other: str, *, same: bool) -> None:
    """A slip, a plural, a legal form or a name at greater length is one body; another place is another."""
    assert one_name(one, other) is same


def test_a_body_that_took_on_a_legal_form_after_its_purpose_was_reworded(root: Path) -> None:
    """I keep my own shorter purpose, and the body is a CIO now: it is the same grant, and I am not asked."""
    assert tracker(root, MILL, ELM).code == 0
    assert tracker(root, row("Mill Trust", "lamps in Northton", 500, FOURTH), ELM).code == 0
    ran = tracker(root, row("Mill Trust CIO", "lamps in Northton", 500, FOURTH), ELM)
    assert ran.code == 0, ran.err
    assert "recipient: Mill Trust CIO\n      purpose: lamps\n" in rounds(root)[SEPTEMBER]
    ran = tracker(root, row("Mill Trust Ltd", "lamps in Northton", 500, FOURTH), ELM)
    assert "holds under another name: Mill Trust CIO" in err(ran)


def test_two_equal_grants_that_were_renumbered_are_paired_in_their_order(root: Path) -> None:
    """Two grants of one body that differ in nothing get their new references in their order, and I am not asked."""
    assert tracker(root, MILL, MILL, ELM, refs="1 2 3").code == 0
    ran = tracker(root, MILL, MILL, ELM, refs="71 72 3")
    assert ran.code == 0, ran.err
    text = rounds(root)[SEPTEMBER]
    assert text.index('"71"') < text.index('"72"')
    assert pounds(root) == 1040


def test_equal_grants_of_which_one_has_words_of_mine_are_asked_about(root: Path) -> None:
    """Where I gave one of two such grants a reason, the two are not the same to me: I am asked which is which."""
    assert tracker(root, MILL, MILL, ELM, refs="1 2 3").code == 0
    file = root / SEPTEMBER
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("amount: £500\n", "amount: £500\n      reason: the first\n", 1), encoding="utf-8")
    ran = tracker(root, MILL, MILL, ELM, refs="71 72 3")
    assert ran.code == 1
    assert "holds under another reference (1)" in err(ran)


# -- what a tracker does not hold


def test_a_clean_tracker_in_april_leaves_last_years_rounds_alone(root: Path) -> None:
    """When I begin a clean tracker each April under the old name, last year's rounds are not said to be gone from it."""
    assert tracker(root, MILL, ELM).code == 0
    for _ in range(2):
        ran = tracker(root, row("Mill Trust", "lamps", 500, APRIL))
        assert ran.code == 0, ran.err
        assert "G532" not in ran.err
    assert "has no row of 2023/24: what was imported of that time stays as it is" in err(ran)
    assert tracker(root, row("Mill Trust", "lamps", 500, APRIL), also=("--remove-gone",)).code == 0
    assert pounds(root) == 1040


def test_a_grant_gone_from_a_year_that_the_tracker_has_is_still_named(root: Path) -> None:
    """As long as the tracker has rows of a year, a month of it that is gone whole is named."""
    assert tracker(root, MILL, row("Ash", "fences", 70, date(2023, 11, 3))).code == 0
    ran = tracker(root, MILL)
    assert ran.code == 1
    assert "no award any more: Ash (£70)" in err(ran)


def test_a_tracker_whose_awards_were_all_declined_still_has_its_round(root: Path) -> None:
    """If every row of a year says “Declined” now, the grants of that year are named, and not passed over as another year's."""
    headings = [*PLAIN, "Status"]
    assert imported(root, xlsx([headings, [*MILL, "Awarded"]]), "--fund", FUND).code == 0
    declined, later = [*MILL, "Declined"], [*row("Oak", "yoga", 30, APRIL), "Awarded"]
    for rows in ([declined], [declined, later]):
        ran = imported(root, xlsx([headings, *rows]), "--fund", FUND)
        assert "no award any more: Mill Trust (£500). Mill Trust stands in row 2 as “Declined”" in err(ran)


def test_an_exempt_grant_kept_from_the_tracker_is_never_taken_out(root: Path) -> None:
    """I keep my exempt grant from the tracker: that is a note which says so, and --remove-gone leaves it."""
    assert tracker(root, MILL, REFUGE, ELM).code == 0
    mark(root, "£900")
    ran = tracker(root, MILL, ELM)
    assert ran.code == 0, ran.err
    assert "holds 1 exempt grant for which the tracker has no award: Refuge House (£900)" in err(ran)
    assert "--remove-gone" not in ran.err
    assert tracker(root, MILL, also=("--remove-gone",)).code == 0
    assert "Refuge House" in rounds(root)[SEPTEMBER]
    assert "Elm" not in rounds(root)[SEPTEMBER]


def test_a_round_of_exempt_grants_takes_in_no_public_row(root: Path) -> None:
    """The grants of a month do not join the round that I wrote by hand for an exempt one; they make their own."""
    text = private(root)
    ran = tracker(root, ELM, OAK)
    assert ran.code == 0, ran.err
    assert rounds(root)[PRIVATE] == text
    assert rounds(root)[SEPTEMBER].count("recipient:") == 2
    assert run(root, "check").code == 0


def test_another_bodys_grant_of_the_same_amount_is_told_and_not_refused(root: Path) -> None:
    """A public grant that has only amount and strand in common with an exempt one of another round comes in, and I am told."""
    text = private(root)
    ran = tracker(root, MILL, ELM)
    assert ran.code == 1
    assert (
        "Of the same amount is Wyre Refuge in “private”, which is exempt; recipient and purpose are others. (G533"
        in (err(ran))
    )
    assert (rounds(root)[PRIVATE], pounds(root)) == (text, 540)
    assert tracker(root, MILL, ELM).code == 0


def test_in_a_tracker_of_another_name_my_exempt_grant_is_asked_about_as_before(root: Path) -> None:
    """I keep the tracker under a new name each month: a row of my exempt grant that was all reworded does not come in as public."""
    assert tracker(root, MILL, REFUGE).code == 0
    before = mark(root, "£900")
    rows = [PLAIN, row("Wyre Aid", "beds", 900, SIXTH)]
    ran = imported(root, xlsx(rows), "--fund", FUND, name="October.xlsx")
    assert (ran.code, rounds(root)) == (1, before)
    assert "it could be Refuge House (£900)" in err(ran)


def test_if_all_public_grants_are_gone_the_exempt_one_stays_alone(root: Path) -> None:
    """When --remove-gone takes out all that is public of a month, the exempt grant stays, and the workspace is still sound."""
    assert tracker(root, MILL, REFUGE, row("Ash", "fences", 70, date(2023, 11, 3))).code == 0
    mark(root, "£900")
    ran = tracker(root, row("Ash", "fences", 70, date(2023, 11, 3)), also=("--remove-gone",))
    assert ran.code == 0, ran.err
    assert "Mill Trust" not in rounds(root)[SEPTEMBER]
    assert MARK in rounds(root)[SEPTEMBER]
    assert run(root, "check").code == 0


def test_a_row_of_a_round_of_exempt_grants_finds_it(root: Path) -> None:
    """If the tracker does have the row of the exempt grant in such a round, it finds it there, and it stays exempt."""
    text = private(root)
    assert tracker(root, row("Wyre Refuge", "beds", 550), ELM).code == 0
    assert rounds(root)[PRIVATE].startswith(text.replace("£500", "£550").partition("amount: £550")[0])
    assert MARK in rounds(root)[PRIVATE]


# -- what is noted beside an award


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Project cancelled by organisation last week", True),
        ("Withdrawn – no reply from them", True),
        ("Cancelled before work began", True),
        ("Last year's bid was withdrawn", False),
        ("Declined before; won on appeal", False),
        ("Not withdrawn", False),
        ("Withdrawn? No", False),
        ("To be refunded if unspent", False),
    ],
)
def test_a_note_that_the_project_was_cancelled_is_told(root: Path, note: str, *, told: bool) -> None:
    """What a note says of this award is told, with its reason and its time; what it says of another, or denies, is not."""
    assert ("G525" in tracker(root, MILL, ELM, notes=note).err) is told


@pytest.mark.parametrize(
    "new",
    [row("Oak Club", "boxing", 500, APRIL), row("Oak Club", "lamps", 700, APRIL), row("Mill Trust", "boxing", 700, APRIL)],
    ids=["the amount alone agrees", "the purpose alone agrees", "the body alone agrees"],
)  # fmt: skip
def test_one_thing_in_common_is_not_enough_in_another_year(root: Path, new: list[Any]) -> None:
    """My references begin again in April, and the new 001 happens to have one thing in common with last year's: I am asked."""
    assert tracker(root, MILL, ELM, refs="001 002").code == 0
    before = rounds(root)
    ran = tracker(root, new, refs="001")
    assert (ran.code, rounds(root)) == (1, before)
    assert "G531" in ran.err


def test_an_exempt_grant_whose_reference_was_retyped_is_asked_about(root: Path) -> None:
    """A reference that was put right pairs a public grant with its row; an exempt one is asked about, and stays exempt."""
    assert tracker(root, MILL, REFUGE, refs="SSF/041 SSF/042").code == 0
    before = mark(root, "£900")
    ran = tracker(root, MILL, REFUGE, refs="SSF/041 SSF/0042")
    assert (ran.code, rounds(root)) == (1, before)
    assert "G531" in ran.err
