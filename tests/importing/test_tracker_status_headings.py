"""A word such as “Declined” alone in a row holds for the rows beneath it: what was not awarded is in no total."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tracker_files import imported, rounds, xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Organisation", "Purpose", "Amount", "Awarded"]
D = date(2023, 9, 1)
FUND = ("--fund", "Small Grants")
Rows = list[list[Any]]


DECLINED = (
    *(
        "Declined",
        "DECLINED:",
        "Applications declined",
        "Unsuccessful applications",
        "Not funded",
        "Rejected",
        "Refused",
    ),
    *("Applications not taken forward", "Turned down", "Withdrawn and declined", "Declined – out of area"),
)


@pytest.mark.parametrize("heading", DECLINED)
def test_what_stands_under_a_word_for_declined_is_no_award(root: Path, heading: str) -> None:
    """I write “Declined” over the bids that we turned down: they are counted apart, and are in no round."""
    ran = imported(root, xlsx([HEAD, ["A", "x", 1000, D], [heading], ["Z", "z", 500, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert "Read: 1 grant awarded, £1,000; declined: 1 (£500)." in ran.err
    assert "G521" not in ran.err


@pytest.mark.parametrize(
    "heading", ["Pending", "Reserve list", "Reserves", "Awaiting decision", "Applications received"]
)
def test_what_is_not_decided_yet_is_no_award(root: Path, heading: str) -> None:
    """The reserve list beneath the grants is not decided yet, and is in no round."""
    ran = imported(root, xlsx([HEAD, ["A", "x", 1000, D], [heading], ["Z", "z", 500, D]]), *FUND)
    assert "Read: 1 grant awarded, £1,000; not decided yet: 1 (£500)." in ran.err


def test_what_stands_under_withdrawn_does_not_count(root: Path) -> None:
    """A grant under “Withdrawn” keeps that status in its entry, and is in no total."""
    ran = imported(root, xlsx([HEAD, ["A", "x", 1000, D], ["Withdrawn"], ["Z", "z", 500, D]]), *FUND)
    assert "Read: 1 grant awarded, £1,000; withdrawn: 1 (£500)." in ran.err
    assert next(iter(rounds(root).values())).count("status: withdrawn") == 1


def test_the_headings_may_stand_again_beneath_the_word(root: Path) -> None:
    """“Applications declined”, then the headings over again, then the bids: these are no awards; “Approved” ends it."""
    rows: Rows = [
        HEAD,
        ["A", "x", 1000, D],
        ["Applications declined"],
        HEAD,
        ["Z", "z", 500, D],
        ["Approved"],
        ["Y", "y", 30, D],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert "Read: 2 grants awarded, £1,030; declined: 1 (£500)." in ran.err


def test_declined_within_a_strand_ends_with_the_strand(root: Path) -> None:
    """Each strand has its grants and then those declined: the grants of the next strand are awards again."""
    rows: Rows = [
        HEAD,
        ["Community Fund"],
        ["A", "x", 1000, D],
        ["Declined"],
        ["Z", "z", 500, D],
        ["Innovation Fund"],
        ["C", "c", 20, D],
    ]
    ran = imported(root, xlsx(rows), *FUND)
    assert "Read: 2 grants awarded, £1,020; declined: 1 (£500)." in ran.err


def test_unsuccessful_over_several_strands_holds_for_them_all(root: Path) -> None:
    """“Unsuccessful” with the strands set out beneath it holds for every one of them."""
    strands: Rows = [["Community Fund"], ["A", "x", 1000, D], ["Innovation Fund"], ["C", "c", 20, D]]
    ran = imported(root, xlsx([HEAD, ["Successful"], *strands, ["Unsuccessful"], *strands]), *FUND)
    assert "Read: 2 grants awarded, £1,020; declined: 2 (£1,020)." in ran.err


@pytest.mark.parametrize("title", ["Draft", "Revised", "Submitted", "Final", "Grants awarded and withdrawn"])
def test_a_title_that_speaks_of_the_file_says_nothing_of_the_grants(root: Path, title: str) -> None:
    """“Draft” or “Revised” over the table is about my tracker: its grants are awards, without any status."""
    ran = imported(root, xlsx([[title], [], HEAD, ["A", "x", 1000, D]]), *FUND)
    assert "Read: 1 grant awarded, £1,000." in ran.err, ran.err
    assert "status:" not in next(iter(rounds(root).values()))


@pytest.mark.parametrize(("title", "what"), [("Withdrawn", "withdrawn"), ("Turned down", "declined")])
def test_a_title_that_speaks_of_the_grants_holds_for_them_all(root: Path, title: str, what: str) -> None:
    """“Turned down” over the table holds for every row of it."""
    ran = imported(root, xlsx([[title], [], HEAD, ["A", "x", 1000, D]]), *FUND)
    assert f"{what}: 1" in ran.err, ran.err


@pytest.mark.parametrize("name", ["Refuge", "Success at School", "Live Music Now"])
def test_a_body_that_stands_alone_is_still_asked_about(root: Path, name: str) -> None:
    """A recipient whose row was never filled in is named, whatever its name reminds of."""
    ran = imported(root, xlsx([HEAD, ["A", "x", 1000, D], [name], ["Z", "z", 500, D]]), *FUND)
    assert f"row 3 (“{name}”): a name stands there alone" in ran.err
    assert "Read: 2 grants awarded, £1,500." in ran.err


def test_a_name_with_such_a_word_in_it_is_asked_about(root: Path) -> None:
    """“Rejected Dogs Home” may be a body or a heading: I am asked, and nothing is written."""
    ran = imported(root, xlsx([HEAD, ["A", "x", 1000, D], ["Rejected Dogs Home"], ["Z", "z", 500, D]]), *FUND)
    assert (ran.code, rounds(root)) == (1, {})
    assert (
        "row 3 (“Rejected Dogs Home”): that stands alone, so whether the grants beneath it were awarded cannot be told. (G516"
        in ran.err
    )
    assert "write “Declined”, “Pending” or “Awarded” there" in ran.err


def test_a_row_goes_by_its_own_status_and_never_against_the_heading_unasked(root: Path) -> None:
    """Under “Applications received” each row's own status counts; “Awarded” beneath “Declined” is asked about."""
    head = [*HEAD, "Status"]
    received: Rows = [["Applications received"], head, ["A", "x", 1000, D, "Awarded"], ["B", "y", 5, D, "Declined"]]
    assert "Read: 1 grant awarded, £1,000; declined: 1 (£5)." in imported(root, xlsx(received), *FUND, "--draft").err
    against: Rows = [
        head,
        ["A", "x", 1000, D, "Awarded"],
        ["Declined"],
        ["Z", "z", 500, D, "Awarded"],
        ["Y", "z", 5, D, ""],
    ]
    ran = imported(root, xlsx(against), *FUND)
    assert (ran.code, rounds(root)) == (1, {})
    assert "row 4: “Awarded” stands under “Status”, and “Declined” over the rows" in ran.err
    assert "G517" in ran.err
