"""Sums near a body's name that are no second telling of its grant, and grants told in words of their own among others."""

from __future__ import annotations

import pytest
from papers_by_hand import codes, totals, verdicts

PAPER = """# Briefing

## What we did

The Commissioner awarded £31,400 to four groups:

- £8,150 to Oak Hill Youth CIO for a youth club
- £13,500 to New Leaf Refuge for a worker
- £5,250 to Elm Street Trust for its counselling service
- £4,500 to Ash Meadow Scouts for tents

## What we are worried about

{told}
"""


@pytest.mark.parametrize(
    "told",
    [
        "The posts at Elm Street Trust and Oak Hill Youth CIO, £8,510 between them, will end in March.",
        "Oak Hill Youth CIO and Birch Hall share a grant of £8,510.",
        "£8,510 was awarded to Oak Hill Youth CIO and the Boys' Brigade for a youth club.",
        "The manager of Oak Hill Youth CIO has a salary of £8,510.",
        "Oak Hill Youth CIO has a loan of £8,510 from the bank.",
        "Oak Hill Youth CIO received £8,510 from the county council.",
        "Oak Hill Youth CIO received £8,510 from the Road Safety Fund.",
        "In 2022/23 Oak Hill Youth CIO was given £8,510.",
        "Friends of Oak Hill Youth CIO were given £8,510.",
        "Oak Hill Youth CIO awarded £8,510 to its young leaders.",
        "The Ministry awarded £8,510 to Oak Hill Youth CIO.",
    ],
)
def test_a_sum_that_is_no_grant_of_the_body_alone_is_not_held_against_it(told: str) -> None:
    """What several have between them, a salary, a loan or another giver's money is not called a wrong amount."""
    assert codes(PAPER.format(told=told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Oak Hill Youth CIO was awarded £8,510.",
        "£8,510 went to Oak Hill Youth CIO.",
        "Oak Hill Youth CIO, which gets £8,510, runs a youth club.",
        "Oak Hill Youth CIO will use its £8,510 for a youth club.",
    ],
)
def test_a_grant_plainly_told_again_with_digits_changed_round_is_found(told: str) -> None:
    """A sentence that says that the body was given the sum is held against the list."""
    assert codes(PAPER.format(told=told)) == ["G206"]


NEWS = """# {number} groups share £15,725

{number} groups have been given money from the Community Chest.

In all £15,725 has been given out.

Dene Valley Dads gets £1,250 for a climbing trip.

Barrow Road Bowls Club gets £850 for a new shutter.

{odd}

Jubilee Park Friends gets £3,975 for lights by the bandstand.

Owl House gets £4,750 for a family worker.
"""


@pytest.mark.parametrize(
    "odd",
    [
        "Coastal Mediation will put its £4,900 towards training.",
        "Coastal Mediation is spending its £4,900 on training.",
        "Coastal Mediation's £4,900 will pay for training.",
        "£4,900 means that Coastal Mediation can afford training.",
        "Coastal Mediation was successful with £4,900 for training.",
        "Coastal Mediation picked up £4,900 for training.",
    ],
)
def test_a_grant_in_words_of_its_own_is_read_among_others(odd: str) -> None:
    """In news with a paragraph a grant, one in other words is read, and a wrong number is found."""
    assert codes(NEWS.format(number="Five", odd=odd)) == []
    assert totals(NEWS.format(number="Five", odd=odd)) == [(5, "£15,725")]
    assert "G202" in codes(NEWS.format(number="Six", odd=odd))


@pytest.mark.parametrize(
    "beside",
    [
        "Owl House is raising £900 of its own for a van.",
        "Vandals did £900 of damage at Jubilee Park.",
        "Tesco is giving £900 in vouchers.",
    ],
)
def test_other_money_among_grants_in_news_is_none(beside: str) -> None:
    """What is raised, lost or given by others is not counted among the grants."""
    odd = f"Coastal Mediation gets £4,900 for training.\n\n{beside}"
    assert codes(NEWS.format(number="Five", odd=odd)) == []


def test_money_out_of_a_reserve_to_those_named_is_a_list_of_grants() -> None:
    """Where a sum was taken from a reserve and items say to whom it went, all of them are read and added up."""
    paper = (
        "# Update\n\n{total} came out of the reserves for the following three groups:\n\n"
        "- £8,000 to Travellers' Voice for an advocate\n- £5,450 to Bethel Women's Circle for their drop-in\n"
        "- £4,300 to Rural Outreach Marlbeck for mileage\n"
    )
    assert verdicts(paper.format(total="£17,750"))[0][0] == ("£17,750", "agrees")
    assert "G201" in codes(paper.format(total="£17,570"))
