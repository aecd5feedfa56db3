"""Sums and numbers beside a list: whose they are, however they are put; one that is not the list's is held against nothing."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, verdicts

from pcp_reports.audit.lines.reading import awards_in

_LINES = "Alder Scouts – £1,200\n\nBrant Hall – £850\n\nCorve Swimmers – £2,430\n\nDene Bowls Club – £560\n"


def _said(leads: str) -> list[str]:
    return [verdict for one in verdicts(f"# Grants\n\n{leads}\n\n{_LINES}") for _, verdict in one]


def _codes(text: str) -> list[str]:
    return [one.code for one in audited(text).findings]


@pytest.mark.parametrize(
    "leads",
    [
        "Grants were given in five villages:",
        "Grants were given throughout the five districts:",
        "These grants help pupils in five schools:",
        "The five clubs that bid, and what they were awarded:",
        "Five charities which wrote in, and the grants made:",
        "Of the five projects which had asked for money, these were funded:",
    ],
)
def test_where_grants_are_and_who_asked_is_no_number_of_grants(leads: str) -> None:
    """Five villages, schools or bidders over four grants accuse nobody."""
    assert "disagrees" not in _said(leads)


@pytest.mark.parametrize(
    "leads",
    [
        "The five groups which applied were all given grants:",
        "Five groups were given grants:",
        "Grants were awarded to five charities:",
        "The panel invested in five projects, listed with their grants:",
    ],
)
def test_a_number_of_those_who_got_the_grants_is_held_against_them(leads: str) -> None:
    """Five that were given grants, and four are listed: that is found."""
    assert "disagrees" in _said(leads)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("£700 to Tarn (£400 in FY 2024/25 and £300 in FY 2025/26).", "£700"),
        ("£502 to Tarn Hall (£272 this year and £230 in the next).", "£502"),
        ("£900 to Tarn Hall (£400 for tents and £500 for stoves).", "£900"),
        ("Tarn Guides – £900 for tents (Elm £400, Oak £500)", "£900"),
    ],
)
def test_a_grant_told_with_its_shares_is_one_grant(text: str, amount: str) -> None:
    """The shares in the bracket are no grants of their own."""
    assert [str(one.amount) for one in awards_in(text, passage=0)] == [amount]


_PURSE = """Four grants were made, £2,470 in all.

Cllr A. Oak
{budget} £2,500.00
Birch Cricket Club Sight screens £500.00
Cedar Nursery Book corner £350.00
Used £850.00
{left} £1,650.00

Cllr B. Fir
{budget} £2,500.00
Birch Cricket Club Sight screens £1,380.00
Hazel Knitters Fabric and room hire £240.00
Used £1,620.00
{left} £880.00
"""


@pytest.mark.parametrize(
    ("budget", "left"),
    [("To give", "Still to give"), ("To award", "Not given"), ("Grant money", "Over"), ("Awards purse", "To come")],
)
def test_what_a_member_has_to_give_is_no_total_of_the_grants(budget: str, left: str) -> None:
    """A label that speaks of giving is what there was to give, not what the list beneath comes to."""
    assert _codes(_PURSE.format(budget=budget, left=left)) == []


@pytest.mark.parametrize(
    "lead",
    [
        "The balance was £60,000, split by ward as follows:",
        "The balance was £60,000, divided by ward as follows:",
        "The underspend was £60,000, apportioned by ward as follows:",
        "Reserves of £60,000 were broken down as follows:",
    ],
)
@pytest.mark.parametrize(("last", "wrong"), [("£15,000", False), ("£18,000", True)])
def test_a_sum_that_is_split_into_the_sums_behind_it_is_all_of_them(lead: str, last: str, *, wrong: bool) -> None:
    """Whatever money it is, what it is split into comes to it: more is found, and the right sum is let alone."""
    found = _codes(f"# Report\n\n## Funding\n\n{lead} Alder £20,000, Birch £25,000 and Cedar {last}.")
    assert len(found) == wrong
    assert set(found) <= {"G201", "G214"}


@pytest.mark.parametrize(
    "lead",
    [
        "The balance was £60,000; grants were split by ward as follows:",
        "The balance was £60,000, from which these were made:",
        "The balance was £60,000, (split below) of which some was granted:",
    ],
)
def test_a_sum_that_others_are_only_paid_from_is_let_alone(lead: str) -> None:
    """What there was may be more than what was given of it."""
    assert _codes(f"# Report\n\n## Funding\n\n{lead} Alder £20,000, Birch £25,000 and Cedar £8,000.") == []
