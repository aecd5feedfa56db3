"""What is said right above a list of grants, or right behind it, is said of that list, whatever verb says so; other money is not."""

from __future__ import annotations

import pytest
from papers_by_hand import verdicts

LINES = """- Alder Youth Club – tents – £5,210
- Brook Boxing Club – gloves – £4,250
- Cold Mere Hall Trust – lights – £6,130
- Dunmore Centre – training – £3,800
"""  # £19,390
WRONG = "£19,930"
RIGHT = "£19,390"
OTHER = "£15,140"  # as it is without Brook Boxing Club: a slip that would be believed
ACCUSED = {"disagrees", "exceeds"}

ABOVE = [
    "The trustees voted {0} at their meeting, shared out like this:",
    "Having read each form twice, I settled on the schemes below, to the tune of {0}.",
    "The fund had £45,000 in it; {0} was parted with, in the grants below.",
    "Our chequebook is {0} lighter, thanks to these good causes:",
    "Against a pot of £60,000, {0} was committed to the bodies shown here:",
    "Rhannwyd {0} rhwng y mudiadau isod:",
]
BEHIND = [
    "Cost of the awards above: {0}.",
    "I therefore authorise spending of {0} on the grants above.",
    "Against a budget of £45,000, then, {0} has been awarded in this round.",
    "The {0} needed for the grants listed is within the approved budget.",
    "The Treasurer said that the grants came to {0}.",
    "Add these up and you get {0}.",
    "It all adds up to {0}.",
    "Mae'r grantiau uchod yn werth {0}.",
]
AFAR = [
    "The Panel is asked to note awards from the Hearth Fund of {0}.",
    "This report sets out how {0} was awarded through the Hearth Fund.",
    "Financial implications: the proposed grants from the Hearth Fund cost {0}, which is within budget.",
]
OTHER_ABOVE = [
    "The fund holds {0} and the grants below were made from it.",
    "Of the {0} in the fund, the grants below have been agreed.",
    "The schemes below have a total cost of {0} and were supported:",
    "The Home Office gave the county {0}, and these grants were made from it:",
    "Awards above {0} are decided by the Commissioner, and these are listed below.",
    "The round was worth {0}; the awards in the north are:",
    "{0} would be needed to meet all the bids; these were met:",
    "This is {0} more than in the summer and was shared by:",
    "The following bring {0} of other money into the county:",
    "The {0} Hearth Fund has helped these groups:",
    "The projects below will cost {0} to run, of which the Commissioner pays:",
]
OTHER_BEHIND = [
    "The total cost of the projects is {0}.",
    "The groups above had asked for {0}.",
    "Three of these grants, worth {0} together, are for equipment.",
    "The above leaves {0} to be given out in March.",
    "The awards were announced at an event that cost {0}.",
    "Total funding pot: {0}",
    "In total the groups have raised {0}.",
    "The Force will spend {0} in total on overtime.",
    "Altogether {0} has gone to the district across all of my funds.",
    "Grants totalling {0} went to charities.",
    "It was then agreed to pay the fair {0}.",
    "So that makes {0} with what the council gave.",
]


def _said(text: str, figure: str) -> set[str]:
    return {verdict for one in verdicts(text) for said, verdict in one if said == figure}


def _paper(above: str, behind: str = "", top: str = "Members met in June.") -> str:
    return f"# Report\n\n{top}\n\n## Hearth Fund\n\n{above}\n\n{LINES}\n{behind}\n\n## Roads\n\nAll were gritted.\n"


@pytest.mark.parametrize("sentence", ABOVE)
def test_a_sum_that_leads_to_a_list_is_held_against_it(sentence: str) -> None:
    """A sentence that points down to the list tells what the list comes to, in whatever words it gives the money."""
    assert _said(_paper(sentence.format(WRONG)), WRONG) & ACCUSED
    assert not _said(_paper(sentence.format(RIGHT)), RIGHT) & ACCUSED


@pytest.mark.parametrize("sentence", BEHIND)
def test_a_sum_that_gathers_a_list_is_held_against_it(sentence: str) -> None:
    """A sentence right behind the list that points up to it, or gathers it, tells what the list comes to."""
    lead = "These grants were awarded:"
    assert _said(_paper(lead, sentence.format(WRONG)), WRONG) & ACCUSED
    assert not _said(_paper(lead, sentence.format(RIGHT)), RIGHT) & ACCUSED


@pytest.mark.parametrize("sentence", AFAR)
def test_a_sum_given_from_the_fund_of_the_only_list_is_held_against_it(sentence: str) -> None:
    """A summary that names the fund of the paper's only list, and a sum like it, tells what that list comes to."""
    lead = "The awards from the Hearth Fund are set out below."
    assert _said(_paper(lead, top=sentence.format(WRONG)), WRONG) & ACCUSED
    assert not _said(_paper(lead, top=sentence.format(RIGHT)), RIGHT) & ACCUSED


@pytest.mark.parametrize("sentence", OTHER_ABOVE)
def test_other_money_above_a_list_is_not_held_against_it(sentence: str) -> None:
    """What there was to give, what others put in, and what would have been needed are no totals of the list beneath."""
    assert not _said(_paper(sentence.format(OTHER)), OTHER) & ACCUSED


@pytest.mark.parametrize("sentence", OTHER_BEHIND)
def test_other_money_behind_a_list_is_not_held_against_it(sentence: str) -> None:
    """What was asked for, raised, left, or spent on something else is no total of the list above."""
    assert not _said(_paper("These grants were awarded:", sentence.format(OTHER)), OTHER) & ACCUSED


def test_a_heading_that_names_one_of_the_list_gives_no_total_of_it() -> None:
    """“Alder Youth Club and Brook Boxing Club share £9,460” is of those two."""
    text = f"# Alder Youth Club and Brook Boxing Club share £9,460\n\n{LINES}"
    assert not _said(text, "£9,460") & ACCUSED


def test_a_sum_between_two_lists_is_of_the_one_that_it_fits() -> None:
    """A sentence behind one list that leads to the next is right where the next comes to what it says."""
    text = _paper(
        "These grants were awarded:",
        "Those listed below were granted £2,500 in total:\n\n- Elm Hall – £1,300\n- Ash Hall – £1,200\n",
    )
    assert not _said(text, "£2,500") & ACCUSED
