"""A grant that the paper tells of twice with two amounts, where they differ as people mistype them."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

PAPER = """# Decision 12

## Applications

{told}

## Recommendation

The Commissioner awards:

- £5,000 to Elm Street Trust for its counselling service;
- £{amount} to Oak Hill and Wyre Youth CIO for start-up funding; and
- £2,500 to The Ash Club for running costs.
"""


def _said(told: str, amount: str = "8,150") -> list[str]:
    found = audit(read_paper(PAPER.format(told=told, amount=amount).encode(), "paper.md")).findings
    return [one.message for one in found if one.code == "G206"]


@pytest.mark.parametrize(
    "told",
    [
        "To provide Oak Hill and Wyre Youth CIO £8,105 as start-up funding, so that a club can meet from May.",
        "Oak Hill and Wyre Youth CIO: it is proposed to pay £8,105 for a youth club.",
        "A grant of £8,105 for Oak Hill and Wyre Youth CIO is put forward.",
    ],
)
def test_two_amounts_for_one_grant_are_found(told: str) -> None:
    """£8,105 in the text and £8,150 in the recommendation for one body are one grant, and one of the two is wrong."""
    said = _said(told)
    assert len(said) == 1
    assert "£8,150" in said[0]
    assert "£8,105" in said[0]


@pytest.mark.parametrize(
    "told",
    [
        "To provide Oak Hill and Wyre Youth CIO £8,150 as start-up funding.",
        "Oak Hill and Wyre Youth CIO asked for £8,105 and will match it.",
        "Last year Oak Hill and Wyre Youth CIO was given £8,105.",
        "Oak Hill and Wyre Youth CIO was awarded a further £8,105 for a second club.",
        "Oak Hill and Wyre Youth CIO runs a club. The hall costs £8,105 a year.",
        "Birch Lane Youth Club was given £8,105 for a club.",
        "Oak Hill and Wyre Youth CIO was given £9,200 for a trip.",
        "Of £8,105 and £4,000 Oak Hill and Wyre Youth CIO took the lesser.",
    ],
)
def test_another_sum_of_the_same_body_is_let_alone(told: str) -> None:
    """What was asked for, given before, given besides, or given to others is another sum."""
    assert _said(told) == []
