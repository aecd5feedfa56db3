"""What a fresh reviewer found in imports of trackers: an exempt grant, totals of many kinds, blocks of declined bids, moved rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import FUND
from tracker_files import imported, rounds

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Ref,Recipient,Purpose,Amount,Date awarded,Status\n"
MILL = "G1,Mill Trust,lamps,£500,04/09/2023,Awarded\n"
QUAY = "G2,Quay Club,boats,£700,14/09/2023,Awarded\n"
HILL = "G3,Hill School,fence,£500,20/10/2023,Awarded\n"
REFUGE = 'G5,Refuge,safe beds,"£2,000",25/10/2023,Awarded\n'
PLAIN = "Recipient,Purpose,Amount,Date awarded\n"
TWO = "Mill Trust,lamps,£500,04/09/2023\nQuay Club,boats,£700,14/09/2023\n"
FUNDS = "Fund,Recipient,Purpose,Amount,Date awarded\n"


def said(root: Path, text: str, *more: str) -> tuple[int, str]:
    """Return the exit code of an import, and what it says."""
    ran = imported(root, text.encode(), *(more or ("--fund", FUND)), name="tracker.csv")
    return ran.code, ran.err


def exempted(root: Path) -> None:
    """Mark the grant of £2,000 exempt in its entry."""
    file = next(path for path in (root / "entries").rglob("*.yaml") if "Refuge" in path.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    mark = "    amount: £2,000\n    exempt: {paragraph: 1, reason: the address}\n"
    assert "    amount: £2,000\n" in text
    file.write_text(text.replace("    amount: £2,000\n", mark), encoding="utf-8")


def test_an_exempt_grant_whose_reference_is_retyped_is_asked_about(root: Path) -> None:
    """When I retype G5 as G-005, the exempt grant does not come in a second time as a public one: I am asked."""
    assert said(root, HEAD + MILL + REFUGE)[0] == 0
    exempted(root)
    before = rounds(root)
    code, err = said(root, HEAD + MILL + REFUGE.replace("G5", "G-005"))
    assert (code, rounds(root)) == (1, before)
    assert "would come in as a new grant, in public" in err
    assert "G531" in err


def test_the_advice_about_an_exempt_grant_leads_on(root: Path) -> None:
    """With a row of its own under its own reference, the exempt grant is told from one much like it."""
    assert said(root, HEAD + MILL + REFUGE)[0] == 0
    exempted(root)
    other = REFUGE.replace("G5", "G9")
    assert "give the exempt grant a row of its own" in " ".join(said(root, HEAD + MILL + other)[1].split())
    code, err = said(root, HEAD + MILL + REFUGE + other)
    assert (code, "G531" in err) == (0, False), err


@pytest.mark.parametrize("name", ["Grand total", "Overall total", "Total all grants"])
def test_a_grand_total_is_of_every_award_above(root: Path, name: str) -> None:
    """A grand total that is only what its last section comes to is not said to be borne out."""
    rows = f'{PLAIN}Mill Trust,lamps,£500,04/09/2023\nTotal,,£500,\n{TWO}Total,,"£1,200",\n'
    _, err = said(root, f'{rows}{name},,"£1,200",\n')
    assert "2 totals of the sheet are borne out" in err
    assert "the grants above come to £1,700" in err


def test_a_grand_total_of_all_awards_is_borne_out(root: Path) -> None:
    """A grand total of all sections is right, and so is said to be."""
    rows = f'{PLAIN}Mill Trust,lamps,£500,04/09/2023\nTotal,,£500,\n{TWO}Total,,"£1,200",\n'
    code, err = said(root, f'{rows}Grand total,,"£1,700",\n')
    assert code == 0
    assert "3 totals of the sheet are borne out" in err


TWO_FUNDS = (
    FUNDS + "Community Fund,Mill Trust,lamps,£500,04/09/2023\nYouth Fund,Quay Club,boats,£800,14/09/2023\n"
    "Community Fund,Hill School,fence,£700,20/10/2023\n"
)


@pytest.mark.parametrize(("figure", "sound"), [("£500", True), ('"£1,200"', False)])
def test_a_total_with_two_limits_is_held_to_both(root: Path, figure: str, *, sound: bool) -> None:
    """“Community Fund September total” is of neither the whole fund nor the whole month."""
    _, err = said(root, f"{TWO_FUNDS}Community Fund September total,,,{figure},\n", "--add-funds")
    assert ("borne out" in err) is sound
    assert ("come to £500" in err) is not sound


DECLINED = f"{PLAIN}{TWO}Declined,,,\nHill School,fence,£900,20/09/2023\n"
LATER = "Dale Club,nets,£400,21/09/2023\n"


@pytest.mark.parametrize(
    "between", [f"Awarded,,,\n\n{PLAIN}", "Total declined,,£900,\n"], ids=["a new table", "its own total"]
)
def test_what_follows_a_block_of_declined_bids_is_awarded_again(root: Path, between: str) -> None:
    """“Declined” holds as far as its own total, or as the next table that says of itself that it holds awards."""
    _, err = said(root, DECLINED + between + LATER)
    assert "Read: 3 grants awarded, £1,600; declined: 1 (£900)." in err


@pytest.mark.parametrize("between", [PLAIN, ""], ids=["headings of a new page", "nothing"])
def test_a_block_of_declined_bids_may_go_on_over_the_page(root: Path, between: str) -> None:
    """Headings that come again without an empty row above them are those of a new page: the block goes on."""
    _, err = said(root, DECLINED + between + LATER)
    assert "Read: 2 grants awarded, £1,200; declined: 2 (£1,300)." in err


def test_a_total_of_the_declined_is_held_against_the_declined(root: Path) -> None:
    """“Total declined” that is wrong is told with what was declined, not with £0; a right one is borne out."""
    assert (
        "1 total of the sheet is borne out"
        in said(root, f"{DECLINED}Total declined,,£900,\n", "--fund", FUND, "--draft")[1]
    )
    _, err = said(root, f"{DECLINED}Total declined,,£950,\n")
    assert "come to £900" in err


def test_a_total_of_the_declined_is_not_taken_for_one_of_awards(root: Path) -> None:
    """“Total declined” is of the declined alone, though the awards come to as much and more awards follow."""
    text = DECLINED.replace("£900", '"£1,200"') + 'Total declined,,"£1,200",\n' + LATER
    assert "1 total of the sheet is borne out" in said(root, text)[1]


def test_a_wrong_total_beneath_the_declined_is_held_against_the_awards(root: Path) -> None:
    """A plain total beneath the declined that nothing bears out is measured by the awards."""
    _, err = said(root, f'{DECLINED}Total,,"£1,300",\n')
    assert "the grants above come to £1,200, so it says £100 more" in err


@pytest.mark.parametrize(
    "name",
    [
        "Total remaining",
        "Total budget 2023/24",
        "Total underspend",
        "Total carried forward",
        "Total from previous year",
    ],
)
def test_what_remains_or_was_budgeted_is_no_grant_and_no_total_of_them(root: Path, name: str) -> None:
    """Sums beneath the table that are of something else do not keep the import from being made, and are not checked."""
    code, err = said(root, f'{PLAIN}{TWO}{name},,"£5,000",\n')
    assert (code, "G516" in err, "G520" in err) == (0, False, False), err


def test_the_number_of_grants_is_no_amount(root: Path) -> None:
    """“Total grants” with 2 beside it, for two grants, is their number; £2 would be an amount, and a wrong one."""
    assert "G520" not in said(root, f"{PLAIN}{TWO}Total grants,,2,\n", "--fund", FUND, "--draft")[1]
    assert "says £2; the grants above come to £1,200" in said(root, f"{PLAIN}{TWO}Total grants,,£2,\n")[1]


def test_a_round_that_has_moved_whole_never_counts_twice(root: Path) -> None:
    """With --remove-gone, a round all of whose grants are in another month now is left, and the way on leads out of it."""
    head, mill, quay = (line.partition(",")[2] for line in (HEAD, MILL, QUAY))
    assert said(root, head + mill + quay)[0] == 0
    before = rounds(root)
    moved = head + (mill + quay).replace("/09/", "/11/")
    _, err = said(root, moved, "--fund", FUND, "--remove-gone")
    assert rounds(root) == before
    assert "the whole round has moved: delete entries/" in " ".join(err.split())
    next(path for path in (root / "entries").rglob("*2023-09.yaml")).unlink()
    assert said(root, moved, "--fund", FUND, "--remove-gone")[0] == 0
    assert len(rounds(root)) == 1
    assert all("2023-11" in path for path in rounds(root))
