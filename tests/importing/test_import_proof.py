"""The proof of an import: what would be written is added up before anything is, however many grants there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import write
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing import proving
from pcp_reports.importing.made import EditedFile, Made, NewFile, RoundTotal, Tally
from pcp_reports.importing.proving import proved, read_back
from pcp_reports.money import Money
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Recipient", "Project", "Amount", "Date", "Status"]
D = date(2023, 9, 14)
FUND = ("--fund", "Small Grants")
OLD, NEW = "entries/funding/old.yaml", "entries/funding/new.yaml"


def entry(*grants: str, announced: str = "2023-09") -> str:
    """Return the entry of a round with these grants, each as “amount” or “amount status”."""
    rows = []
    for at, one in enumerate(grants):
        amount, _, status = one.partition(" ")
        rows.append(
            f"  - recipient: R{at}\n    purpose: a\n    amount: {amount}\n"
            + (f"    status: {status}\n" if status else "")
        )
    return f"kind: funding-round\nfund: Small Grants\nannounced: {announced}\ntext: Given to\ngrants:\n{''.join(rows)}"


def round_total(path: str, grants: int, pounds: int) -> RoundTotal:
    """Return what a file must come to."""
    return RoundTotal(path, grants, Money(pounds * 100))


def tally(grants: int, pounds: int) -> tuple[Tally, ...]:
    """Return what was read."""
    return (Tally("awarded", grants, Money(pounds * 100)),)


@pytest.fixture(params=[proving.MOST_MODELLED, 0], ids=["few", "very many"])
def root(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace that holds a round, for a proof as of few grants and as of very many."""
    monkeypatch.setattr(proving, "MOST_MODELLED", request.param)
    return write(tmp_path / "ws", {"funding/old": entry("£70", "£30")})


SOUND = Made(
    files=(NewFile(NEW, entry("£10", "£20", "£5 withdrawn", "£7 varied")),),
    rounds=(round_total(NEW, 3, 37),),
    tallies=tally(3, 37),
)


def told(root: Path, made: Made) -> tuple[int, Money, list[str]]:
    """Return how many grants the proof counts, their sum, and the codes of what it finds."""
    proof = proved(made, load(root, keep=True))
    return proof.grants, proof.total, [one.code for one in proof.findings]


def test_what_is_right_is_proved(root: Path) -> None:
    """New rounds that come to what was read are sound; what was withdrawn is not counted, what was varied is."""
    assert told(root, SOUND) == (3, Money(3700), [])


@pytest.mark.parametrize(
    "meant", [round_total(NEW, 3, 38), round_total(NEW, 3, 36), round_total(NEW, 4, 37), round_total(NEW, 2, 37)]
)
def test_a_round_that_comes_to_something_else_is_refused(root: Path, meant: RoundTotal) -> None:
    """A round whose file holds a grant or a pound more or less than was meant is never written."""
    made = replace(SOUND, rounds=(meant,), tallies=tally(meant.grants, meant.total.pence // 100))
    assert told(root, made)[2] == ["G535"]


@pytest.mark.parametrize(("pounds", "left"), [(36, 0), (38, 0), (37, 1)])
def test_totals_in_and_out_must_agree_to_the_penny(root: Path, pounds: int, left: int) -> None:
    """Rounds that are as they were meant, but do not come to what was read, are refused."""
    made = replace(SOUND, tallies=tally(3, pounds), left=Money(left * 100))
    assert told(root, made)[2] == ["G535"]


def test_what_the_entries_hold_besides_is_counted_apart(root: Path) -> None:
    """£100 in a round of the entries, of which the tracker has £70: totals in and out differ by the £30 that are said."""
    made = replace(SOUND, rounds=(*SOUND.rounds, round_total(OLD, 2, 100)), tallies=tally(4, 107), left=Money(3000))
    assert told(root, made) == (5, Money(13700), [])
    assert told(root, replace(made, left=Money(0)))[2] == ["G535"]
    assert told(root, replace(made, tallies=tally(4, 108)))[2] == ["G535"]


def test_an_old_round_that_comes_to_something_else_is_refused(root: Path) -> None:
    """A round of the entries that would not come to what it must is found, though the new ones are right."""
    made = replace(SOUND, rounds=(*SOUND.rounds, round_total(OLD, 2, 99)), tallies=tally(4, 136))
    assert told(root, made)[2] == ["G535"]


def test_an_edit_is_proved_as_it_would_be(root: Path) -> None:
    """A round is added up with its edit in place, not as it stands."""
    data = entry("£70", "£45").encode()
    made = replace(
        SOUND,
        edits=(EditedFile(OLD, "", data),),
        rounds=(*SOUND.rounds, round_total(OLD, 2, 115)),
        tallies=tally(5, 152),
    )
    assert told(root, made) == (5, Money(15200), [])
    assert (root / OLD).read_text(encoding="utf-8") == entry("£70", "£30")


def test_an_edit_that_brings_in_an_error_is_refused(root: Path) -> None:
    """An entry that `check` would refuse is not written, whatever it comes to."""
    data = entry("£70", "£30").replace("announced: 2023-09", "announced: 2023-99").encode()
    made = replace(SOUND, edits=(EditedFile(OLD, "", data),))
    assert told(root, made)[2] != []


@pytest.mark.parametrize("text", ["grants:\n  - recipient: [", "kind: funding-round\nkind: funding-round\n", ""])
def test_a_file_that_would_not_read_back_is_refused(root: Path, text: str) -> None:
    """A new file that the reader of entries does not take, or that holds nothing, is never written."""
    made = replace(SOUND, files=(NewFile(NEW, text),))
    assert "G535" in told(root, made)[2]


def test_many_grants_are_added_up_strand_by_strand() -> None:
    """The quick proof counts the grants of all strands, those alone that count, and none without a recipient's amount."""
    text = (
        "kind: funding-round\nfund: F\nannounced: 2023-09\ntext: t\ngrants:\n"
        "  One:\n    - recipient: A\n      purpose: a\n      amount: £10\n"
        "  Two:\n    - recipient: B\n      purpose: b\n      amount: £1,470.57\n      status: varied\n"
        "    - recipient: C\n      purpose: c\n      amount: £5\n      status: returned\n"
        "    - recipient: E\n      purpose: e\n      amount: £3\n      status: awarded\n"
    )
    right = RoundTotal(NEW, 3, Money(148357))
    assert read_back(text, right) == right
    for wrong in (RoundTotal(NEW, 3, Money(148356)), RoundTotal(NEW, 4, Money(148357))):
        found = read_back(text, wrong)
        assert not isinstance(found, RoundTotal)
        assert found.code == "G535"
        assert "would come to £1,483.57 in 3 grants" in found.message


@pytest.mark.usefixtures("root")
def test_a_tracker_is_taken_over_whole(root: Path) -> None:
    """An import of a tracker is the same by either proof: into new rounds, then into those that are there."""
    rows: list[list[Any]] = [HEAD, ["A", "a", 5, D, "Awarded"], ["B", "b", 6.5, D, "Withdrawn"]]
    for more in ([], [["C", "c", 7, date(2023, 10, 2), "Awarded"], ["E", "e", 1, D, "Awarded"]]):
        ran = imported(root, xlsx([*rows, *more]), "--fund", "Other Grants")
        assert ran.code == 0, ran.err
        assert "G535" not in ran.err
    assert "".join(rounds(root).values()).count("recipient: ") == 2 + 4
