"""Figures beside a list that are of several of its lines, of other money than its awards, or of bids put off."""

from __future__ import annotations

import pytest
from papers_by_hand import codes, messages, totals

LIST = """
- Fulwood Scouts – tents – £2,450
- Leyland Boxing Club – youth sessions – £4,800
- Brookside Residents’ Association – lighting – £1,975
"""
HEAD = "# Community Safety Fund\nThe following grants were awarded:"
SUM = "£9,225"


@pytest.mark.parametrize(
    "told",
    [
        "Fulwood Scouts and Leyland Boxing Club were awarded £7,250 between them.",
        "Fulwood Scouts and Leyland Boxing Club received £7,250.",
        "Fulwood Scouts & Leyland Boxing Club received £7,250 in total.",
        "Between them, Fulwood Scouts and the Leyland Boxing Club were awarded £7,250.",
        "Leyland Boxing Club, Brookside Residents’ Association received £6,775 together.",
        "Our Scouts and Leyland Boxing Club received £7,250.",
    ],
)
def test_a_sum_of_several_named_together_is_not_held_against_the_last_of_them(told: str) -> None:
    """Where others are named before a recipient and joined to it, the sum behind them is of all of them."""
    assert messages(f"{HEAD}\n{LIST}\n{told}") == []
    assert messages(f"# {told.rstrip('.')}\nThe following grants were awarded:\n{LIST}") == []


@pytest.mark.parametrize(
    "told",
    [
        "Leyland Boxing Club received £4,900.",
        "Fulwood Scouts received £2,450 and Leyland Boxing Club received £4,900.",
    ],
)
def test_a_wrong_sum_of_one_recipient_is_still_found(told: str) -> None:
    """A sum that the sentence gives to one recipient alone is held against its line, also behind that of another."""
    assert codes(f"{HEAD}\n{LIST}\n{told}") == ["G206"]


@pytest.mark.parametrize(
    "label",
    [
        "Total allocation",
        "Total income",
        "Total underspend",
        "Total resources",
        "Total grant from the Home Office",
        "Total value of projects",
        "Total project cost",
        "Total, rounds 1 and 2:",
        "Total incl. Round 1",
        "Total for the county",
    ],
)
def test_a_total_that_is_called_something_else_than_awards_is_let_alone(label: str) -> None:
    """What came in, was set aside, or was given with other rounds and places is no total of the list."""
    assert messages(f"{HEAD}\n{LIST}\n{label} £15,500") == []


def test_a_total_of_the_place_that_the_list_is_of_is_held_against_it() -> None:
    """“Total for the county” behind the grants of the county is the list's own."""
    assert codes(f"# Fund\nGrants awarded across the county:\n{LIST}\nTotal for the county £9,235") == ["G211"]


@pytest.mark.parametrize("other", ["Total", "Grand total"])
def test_beside_the_right_total_no_other_is_wrong(other: str) -> None:
    """Where one of two totals side by side is that of the list, the other is of something else."""
    assert messages(f"{HEAD}\n{LIST}\nTotal awarded {SUM}\n{other} £12,500") == []


@pytest.mark.parametrize("row", ["Total allocation", "Total project cost", "Total incl. Round 1", "Administration fee"])
def test_a_last_row_of_other_money_is_no_grant_and_no_total(row: str) -> None:
    """Behind the right total of a table another sum is let alone, and what the awards cost to make is no award."""
    table = "| Organisation | Project | Award |\n| Fulwood Scouts | Tents | £2,450 |\n| Leyland Boxing Club | Youth | £4,800 |"
    lead = "# Fund\nThe following two grants (£7,250) were awarded:"
    assert messages(f"{lead}\n{table}\n| Total | | £7,250 |\n| {row} | | £12,000 |") == []
    assert messages(f"{lead}\n{table}\n| {row} | | £12,000 |") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Applications held over:",
        "Bids deferred to the next meeting:",
        "Deferred:",
        "Waiting list:",
        "Bids outside the criteria:",
        "Referred to other funders:",
    ],
)
def test_bids_that_were_put_off_are_no_grants(heading: str) -> None:
    """A second list of bids held over, put on a waiting list or sent to others is not counted with the awards."""
    paper = f"# Fund\nThe panel awarded {SUM} to three groups.\nThe following were awarded:\n{LIST}\n{heading}\n- Heysham Allotments – fencing – £3,000\n- Carnforth Railway Club – arts – £2,500"
    assert messages(paper) == []
    assert totals(paper)[0] == (3, SUM)


def test_awards_that_a_heading_refers_to_stay_grants() -> None:
    """“Referred to” of a list itself puts nothing off: its lines are still added up and held against the sum."""
    assert codes(f"# The projects referred to:\n9. The panel awarded £9,235 to these projects:\n{LIST}") == ["G201"]
