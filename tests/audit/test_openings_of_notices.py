"""What the top of a notice says of its only list is held against it where another of its figures proves that it is meant."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, verdicts

NAMES = ("Alder Scouts", "Brant Hall", "Corve Swimmers", "Dene Bowls Club", "Elstow Choir", "Farrow Players", "Gossop Allotments", "Hale Cadets")  # fmt: skip
AMOUNTS = (1_200, 850, 2_430, 560, 1_975, 640, 1_310, 2_225)  # £11,190
LINES = "\n\n".join(f"{name} – £{amount:,}" for name, amount in zip(NAMES, AMOUNTS, strict=True))


def _notice(*above: str, leads: str = "The projects that will get grant funding are:") -> dict[str, str]:
    """Return what is said of each figure of a notice with these paragraphs over eight grants of £11,190."""
    return {text: verdict for one in verdicts("\n\n".join((*above, leads, LINES))) for text, verdict in one}


@pytest.mark.parametrize(
    ("number", "verdict"),
    [("Eight", "agrees"), ("Seven", "disagrees"), ("Nine", "disagrees")],
)
def test_a_number_that_shares_a_clause_with_the_lists_sum_is_the_lists(number: str, verdict: str) -> None:
    """The headline's sum is right to the pound, so the number of groups beside it should be as well."""
    said = _notice(f"{number} groups in Alder and Brant have been given a £11,190 boost in the annual grants round.")
    assert said == {f"{number} groups": verdict, "£11,190": "agrees"}


def test_so_few_cannot_have_shared_more_than_all_but_one_got() -> None:
    """No seven of the eight lines come to “over £11,000”, and all eight do: seven is a slip."""
    assert _notice("Seven groups are to share over £11,000 from the council.")["Seven groups"] == "disagrees"


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder Town Council, which has 12 members, has given £11,190 to local groups.",
        "Ten groups applied and £11,190 was given out by the council.",
        "Seven of the groups that shared £11,190 were new to the council.",
        "The council has awarded £11,190, with seven groups getting a grant for the first time.",
    ],
)
def test_a_number_of_others_beside_the_lists_sum_is_no_accusation(sentence: str) -> None:
    """Members, bidders and newcomers are not those who got the grants."""
    assert "disagrees" not in _notice(sentence).values()


def test_the_only_sum_over_as_many_as_are_listed_is_the_lists() -> None:
    """Eight projects are told of and eight are listed: the one sum said to be given is theirs, and is wrong."""
    said = _notice("Eight projects will benefit.", "The council agreed to allocate a total of just over £14,300.")
    assert said == {"Eight projects": "agrees", "just over £14,300": "disagrees"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The council agreed to allocate a total of £11,000.",
        "The council has set aside a budget of £14,300 for grants.",
        "The council runs a £14,300 grants fund.",
        "Last year the council awarded £14,300.",
        "The projects cost £14,300.",
        "The council can award up to £14,300.",
        "The council has awarded £14,300 since the scheme began.",
        "The groups have raised £14,300 themselves.",
        "The council awarded £14,300 in 2021.",
        "The scheme has been given £14,300 by the county.",
        "The council received £14,300 for community grants.",
        "The groups will get a share of £14,300.",
    ],
)
def test_a_sum_that_may_be_other_money_is_no_accusation(sentence: str) -> None:
    """A budget, a cost, another year, what came in, a rounded sum: nothing is said against the notice."""
    assert "disagrees" not in _notice("Eight community projects will benefit.", sentence).values()


def test_another_giver_beside_the_one_who_is_named_gave_another_sum() -> None:
    """What a second giver gave is not what the council's list comes to."""
    said = _notice("Eight projects will benefit from council grants.", "Rotary gave £14,300.")
    assert "disagrees" not in said.values()


def test_a_headline_may_leave_out_the_odd_pounds() -> None:
    """“£11,000 awarded” over £11,190 is how headlines round; £14,000 is not, where the number of groups is right."""
    told = "Eight local groups have been awarded grants."
    assert _notice("# £11,000 awarded to local groups\n\nTown news\n=========", told)["£11,000"] == "agrees_rounded"
    assert _notice("# £14,000 awarded to local groups\n\nTown news\n=========", told)["£14,000"] == "disagrees"


@pytest.mark.parametrize(("total", "verdict"), [("£11,910", "disagrees"), ("£11,900", None), ("£17,190", None)])
def test_a_sum_with_two_digits_in_each_others_place_is_the_lists(total: str, verdict: str | None) -> None:
    """£11,910 given out, over grants of £11,190, is a slip of the keys; other sums may be of other money."""
    said = _notice(f"The mayor handed out {total} of cheques to the groups who ran a stall at last August's show.")
    assert said.get(total) == verdict


@pytest.mark.parametrize(
    ("leads", "verdict"),
    [
        ("The 8 villages which will be receiving the grants are:", "agrees"),
        ("The 9 villages which will be receiving the grants are:", "disagrees"),
        ("Here are the seven winners who will share the funding:", "disagrees"),
        ("The panel funded nine good causes:", "disagrees"),
        ("The seven community projects successful in their bid for funding were:", "disagrees"),
        ("The following is a list of 9 areas in which projects have been funded, with the budget given to each:", "disagrees"),
        ("Nine applications were recommended for funding as follows:", "disagrees"),
    ],
)  # fmt: skip
def test_who_gets_the_grants_of_a_list_may_be_called_anything(leads: str, verdict: str) -> None:
    """Villages, winners, good causes: the number in the line that leads to the list is that of its lines."""
    assert list(_notice("# Grants", leads=leads).values()) == [verdict]


@pytest.mark.parametrize(
    "leads",
    [
        "Grants were given across nine parishes:",
        "The nine trustees agreed to give grants to:",
        "The panel, made up of seven councillors, awarded grants to:",
        "Seven businesses sponsored the grants given to:",
        "Nine applications were considered for funding as follows:",
        "The nine groups which applied, and the grants they were given:",
    ],
)
def test_others_than_those_who_get_the_grants_are_no_lines(leads: str) -> None:
    """Where they are, who decides, who paid, who applied: no such number is held against the list."""
    assert "disagrees" not in _notice("# Grants", leads=leads).values()


@pytest.mark.parametrize(
    ("told", "items", "total"),
    [("8 items, totalling £11,190", "agrees", "agrees"), ("7 items, totalling £11,190", "disagrees", "agrees")],
)
def test_things_that_total_the_lists_sum_are_its_lines(told: str, items: str, total: str) -> None:
    """Items of expenditure that come to just the sum of the list are the grants listed."""
    said = _notice("# Grants agreed", leads=f"The committee was advised of {told}, agreed by the chairman:")
    assert said == {told.partition(",")[0]: items, "£11,190": total}


@pytest.mark.parametrize(("number", "verdict"), [("eight", "agrees"), ("seven", "disagrees")])
def test_to_be_told_of_the_following_grants_is_no_part_of_them(number: str, verdict: str) -> None:
    """Members are advised *of* the following grants: of all of them."""
    said = _notice("# Grants", leads=f"Members were advised of the following {number} grants, totalling £11,190:")
    assert said[f"{number} grants"] == verdict


@pytest.mark.parametrize(
    ("total", "verdict"), [("£12,000", "within_bound"), ("£14,000", "disagrees"), ("£20,000", "within_bound")]
)
def test_almost_is_near(total: str, verdict: str) -> None:
    """Nobody calls £11,190 “almost £14,000”; of £20,000, whose last digit is so large, it is let alone."""
    assert _notice("# Grants", leads=f"Grants were made totalling almost {total} as follows:") == {f"almost {total}": verdict}  # fmt: skip


def test_the_only_number_right_above_a_list_is_the_lists() -> None:
    """“Seven organisations have been successful in their bid”, just above the eight that receive the funding, is wrong."""
    said = _notice("From 33 applicants, seven organisations have been successful in their bid for the money.")
    assert said == {"seven organisations": "disagrees"}
    assert "disagrees" not in _notice("Seven organisations were unsuccessful in their bid for the money.").values()


def test_a_list_that_has_all_that_is_told_is_whole() -> None:
    """“Among those who got cheques were”, over the eight that are told of above, names them all."""
    among = "Those who got grants included:"
    said = _notice(
        "Almost £12,000 was handed to eight good causes.", "Cheques of £11,910 were handed out.", leads=among
    )
    assert said["£11,910"] == "disagrees"
    assert "disagrees" not in _notice("Cheques of £11,910 were handed out.", leads=among).values()


@pytest.mark.parametrize(("number", "verdict"), [("eight", "agrees"), ("nine", "disagrees")])
def test_what_each_gets_hides_no_number(number: str, verdict: str) -> None:
    """“£100 each to nine local groups” gives the number of groups, whatever each of them gets."""
    said = _notice(f"The club has donated £100 each to {number} separate local groups.", leads="The grants went to:")
    assert said == {f"{number} separate local groups": verdict}


def test_a_noun_may_be_long() -> None:
    """“Eight community and voluntary organisations” counts organisations."""
    said = _notice("Eight community and voluntary organisations have received funding.")
    assert said == {"Eight organisations": "agrees"}


def test_a_sum_that_a_blank_parts_is_read_where_the_list_comes_to_it() -> None:
    """“More than £11, 000” over grants of £11,190 can only mean £11,000."""
    said = _notice("# Grants", leads="Eight groups were awarded more than £11, 000 between them:")
    assert said["more than £11, 000"] == "within_bound"


def test_blanks_behind_every_comma_are_how_a_page_was_set() -> None:
    """One sum with a blank in it is said to be mistyped; a page that has all its thousands so is let alone."""
    one = "The council gave £4, 173 to the choir and £5,000 to the scouts."
    assert [row.code for row in audited(one).findings] == ["F313"]
    assert not audited(one.replace("£5,000", "£5, 000")).findings


@pytest.mark.parametrize(("items", "verdict"), [("4", "agrees"), ("5", "disagrees")])
def test_what_is_told_of_two_lists_is_held_against_both(items: str, verdict: str) -> None:
    """A report of so many items, totalling what two lists come to together, counts the lines of both."""
    text = f"""
# Grants agreed under delegated authority
The committee received a report of the Grants Officer that advised members of {items} spending items, totalling £7,450, which had been presented for approval.
- Alder Scouts – £1,200 for tents.
- Brant Hall – £2,850 for an audit of its building.
# Strategic initiatives
- Corve Swimmers – £2,400 for lanes.
- Dene Bowls Club – £1,000 for a mower.
"""
    said = {claim for one in verdicts(text) for claim in one}
    assert ("£7,450", "agrees") in said
    assert (f"{items} spending items", verdict) in said
