"""The first sentence of a notice says who gets how much: it is held against the only list, however it is put."""

from __future__ import annotations

import pytest
from papers_by_hand import verdicts

ACCUSED = {"disagrees", "exceeds"}
LINES = (
    ("Alder Valley Youth Club", 5_000),
    ("Brook Street Boxing Club", 4_250),
    ("Cold Mere Village Hall Trust", 6_100),
    ("Dunmore Women’s Centre", 3_800),
    ("Elmfield Community Association", 5_200),
)  # £24,350


def _said(first: str, *, leads: str = "Here it goes to:", without: int = 0, behind: str = "") -> dict[str, str]:
    """Return what is said of each figure of a notice over the lines, but for the last ``without`` of them."""
    lines = "\n\n".join(f"{name} – £{amount:,}" for name, amount in LINES[: len(LINES) - without])
    told = "The fund is run by the Commissioner’s office and helps those who keep people safe."
    text = "\n\n".join(part for part in (first, told, leads, lines, behind) if part)
    return {figure: verdict for one in verdicts(text) for figure, verdict in one}


FIRST = (
    "Charities and other bodies that help victims are to have {sum} of emergency funding between them, it was announced.",
    "Northshire County Council is giving {sum} to community groups.",
    "Crime-fighting groups scoop {sum} from the Commissioner in a search for safer streets.",
    "Village halls, clubs and charities are sharing {sum} in council cash after a meeting of councillors.",
    "Bids of {sum} came through in the award of community safety funding.",
    "A number of community projects are set to be boosted by grants approved by Northshire District Council totalling {sum}.",
    "{sum} from the Safer Places Fund was spread over projects that make streets safer.",
)


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize(("told", "verdict"), [("more than £24,000", "within_bound"), ("£24k", "agrees_rounded")])
def test_the_sum_of_the_first_sentence_is_the_lists(first: str, told: str, verdict: str) -> None:
    """However a headline puts it, the sum in it is compared with the list beneath."""
    assert verdict in _said(first.format(sum=told)).values()


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("told", ["more than £27,000", "almost £20,000", "£42,350"])
def test_a_wrong_sum_in_the_first_sentence_is_found(first: str, told: str) -> None:
    """A line that was dropped, or two digits in each other's place, show in the headline."""
    assert ACCUSED & set(_said(first.format(sum=told)).values())


@pytest.mark.parametrize(
    "first",
    [
        "{number} churches in Northshire have been lucky (19 had applied): nowhere did a county do better.",
        "{number} clubs in Northshire are saved by the council’s fund.",
        "{number} organisations in Northshire have been successful in getting money from the Commissioner.",
        "A further {number} charities have been presented with a cheque by the Commissioner.",
    ],
)
def test_a_number_that_begins_the_first_sentence_is_that_of_the_lines(first: str) -> None:
    """“Five churches have been lucky” over four lines is one too many, over five it is right."""
    assert list(_said(first.format(number="Five")).values()) == ["agrees"]
    assert list(_said(first.format(number="Five"), without=1).values()) == ["disagrees"]


@pytest.mark.parametrize(
    "first",
    [
        "A pot of £30,000 is to be shared by community groups in Northshire.",
        "Groups can apply for grants from a £30,000 fund set up by the Commissioner.",
        "Charities across Northshire have been given a share of £30,000 by the Commissioner.",
        "The Commissioner has made £30,000 available to community groups in Northshire.",
        "Last year £30,000 was given to six community groups.",
        "Six community groups were given a total of £30,000 in the first round of the fund in March.",
        "The council has set aside £30,000 for community groups.",
        "Projects costing £30,000 have been given a helping hand by the Commissioner.",
        "Local groups raised £30,000 and have been given a boost by the Commissioner.",
        "The Commissioner has secured £30,000 from the Home Office for projects in Northshire.",
        "Groups were asked to bid for £30,000 of funding from the Commissioner.",
        "Community groups will get £10,000 each year for three years, a total of £30,000.",
        "Victims of crime will be helped by £30,000 of new money from the Ministry of Justice.",
        "Six communities in Northshire are to benefit from grants from the Commissioner.",
        "Six months ago the Commissioner opened a fund for community groups.",
        "Half of the £30,000 given to the fund went to youth clubs.",
        "Six new clubs and one old club have been given money by the Commissioner.",
    ],
)
def test_what_may_mean_something_else_is_let_alone(first: str) -> None:
    """A pot, a bid, a cost, another time, places rather than bodies: none of it is held against the list."""
    assert ACCUSED.isdisjoint(_said(first).values())


@pytest.mark.parametrize(
    ("leads", "behind"),
    [
        ("Among those who get some of it are:", ""),
        ("The largest grants are:", ""),
        ("Here it goes to:", "Grants were also given to the following groups in the south:\n\nEmber Trust\n\nFenn Hub"),
    ],
)
def test_a_list_that_may_not_be_the_whole_says_nothing_against_the_first_sentence(leads: str, behind: str) -> None:
    """Where only some are named, or others are told of behind, the sum of them all may well be more."""
    said = _said("Community groups have been given £30,000 by the Commissioner.", leads=leads, behind=behind)
    assert ACCUSED.isdisjoint(said.values())


def test_a_pot_that_is_what_was_given_agrees_and_vouches_for_nothing() -> None:
    """A pot of just what the lines come to is told as right; a wrong sum beside it is accused all the same."""
    assert _said("Groups are to share a funding pot of £24,350.") == {"£24,350": "agrees"}
    said = _said("Groups are to share a funding pot of £24,350.", leads="£26,350 has been awarded as follows:")
    assert said["£26,350"] == "disagrees"


@pytest.mark.parametrize(
    ("leads", "verdict"),
    [
        ("{number} bids for funding met all criteria and have been given money as follows:", "agrees"),
        ("{number} charities that look after victims have been awarded:", "agrees"),
    ],
)
def test_a_number_that_begins_the_sentence_over_a_list_counts_its_lines(leads: str, verdict: str) -> None:
    """Bids that met the criteria and have been given money are the lines, in whatever words between."""
    right, wrong = leads.format(number="Five"), leads.format(number="Six")
    first = "The Commissioner has looked after those who look after others."
    assert verdict in _said(first, leads=right).values()
    assert "disagrees" in _said(first, leads=wrong).values()


def test_bids_that_were_received_are_not_the_lines() -> None:
    """“Nine bids were received and the following have been given money:” says nothing of how many got it."""
    leads = "Six bids for funding were received and the following have been given money:"
    assert ACCUSED.isdisjoint(_said("The Commissioner helps others.", leads=leads).values())


def test_items_of_support_before_their_sum_are_the_lines() -> None:
    """“Five items of support, totalling” the very sum of the list counts its lines."""
    leads = "The Chief Grants Officer reported on grants under delegated powers and on {number} items of support, totalling £24,350, approved by the Chair:"
    assert _said("Grants agreed", leads=leads.format(number="five")).get("five items") == "agrees"
    assert _said("Grants agreed", leads=leads.format(number="six")).get("six items") == "disagrees"


def test_what_was_made_last_month_is_what_is_listed_right_beneath() -> None:
    """“There were six grants made last month” right above a list of five is of that list."""
    over = "There were {number} grants made last month by the committee."
    assert _said("", leads=over.format(number="five")).get("five grants") == "agrees"
    assert _said("", leads=over.format(number="six")).get("six grants") == "disagrees"
