"""Numbers of grants told of each strand side by side: where one is right the others are held to their strands, and else nothing is said."""

from __future__ import annotations

import pytest
from papers_in_word import word_file

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

STRANDS = (
    "P| **Elmford**\nL0| Elm Sports, basketball, £2,400\nL0| Hill Top Hall, a shelter, £7,865\nL0| Interfaith Forum, packs, £1,120\n"
    "P| **The Vale**\nL0| Horse Watch, marking days, £930\nL0| Market Rotary, dashcams, £1,275\nL0| Village Shop, CCTV, £1,990\n"
    "L0| Talking Therapies, farmers, £5,500\n"
)
"""Elmford three, the Vale four; £21,080."""
TOLD = (
    "The Commissioner has made 7 awards worth £21,080, {0} in Elmford and four in the Vale.",
    "Seven grants worth £21,080 were made: in Elmford {0}, in the Vale four.",
    "Elmford has {0} grants and the Vale has four grants, worth £21,080.",
    "There were seven awards worth £21,080: {0} were in Elmford and four in the Vale.",
    "Awards of £21,080 were made to {0} groups in Elmford and four groups in the Vale.",
)
INNOCENT = (
    "There were 30 bids, 14 from Elmford and four from the Vale.",
    "The panel met twice, two of its members from Elmford and four from the Vale.",
    "Visits were made to two groups in Elmford and four in the Vale.",
    "The awards will help two villages in Elmford and four in the Vale.",
    "Last year there were six awards, two in Elmford and four in the Vale.",
    "Of the groups, two in Elmford and four in the Vale had not been funded before.",
    "Two of the awards in Elmford and four in the Vale are for equipment.",
    "Grants to two groups in Elmford and four in the Vale are for young people.",
    "The awards pay for two workers in Elmford and four in the Vale.",
    "Two awards in Elmford and four in the Vale have been spent; one is still to be monitored.",
    "At least two grants in Elmford and four in the Vale were made.",
)


def warned(told: str) -> list[str]:
    """Return what a clerk is warned of in a paper with a sentence above the strands."""
    text = (
        f"T| Update\nP| For the Panel.\nH1| Communities Fund\nP| {told}\n{STRANDS}H1| Other\nP| The office has moved.\n"
    )
    read = audit(read_paper(word_file(text), "paper.docx"))
    return [one.message for one in read.findings if one.severity is Severity.WARNING]


@pytest.mark.parametrize("said", TOLD)
def test_a_strands_number_beside_one_that_is_right_is_held_to_its_lines(said: str) -> None:
    """“Four in Elmford” over a list of three, beside the right number of the other strand, is told, and three is not."""
    assert warned(said.format("three")) == []
    (told,) = warned(said.format("two"))
    assert "two" in told.casefold()


@pytest.mark.parametrize("said", INNOCENT)
def test_numbers_of_something_else_beside_the_names_of_strands_are_left_alone(said: str) -> None:
    """Bids, visits, members, another year, or some of the awards, told by strand, are no numbers of all awards."""
    assert warned(f"Seven awards worth £21,080 were made. {said}") == []
