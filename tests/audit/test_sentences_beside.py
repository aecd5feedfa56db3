"""Sentences beside a list that tell of other money, and those that sum the list up: the first accuse nobody, the second do."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

LINES = "- Mill Trust – youth work – £10,000\n- Leyland FC – new pitch – £9,000\n"
TABLE = (
    "| Organisation | Purpose | Grant |\n|---|---|---|\n| Mill Trust | youth work | £10,000 |\n"
    "| Leyland FC | new pitch | £9,000 |\n"
)
OTHERS = (
    "Since April, a total of £25,000 has been awarded to 3 projects.",
    "In October 2022 a total of £25,000 was awarded to 3 projects.",
    "In 2022/23 a total of £25,000 was awarded to 3 projects.",
    "Last year a total of £25,000 was awarded to 3 projects.",
    "During the summer a total of £25,000 was awarded to 3 projects.",
    "In July and August a total of £25,000 was awarded to 3 projects.",
    "A total of £25,000 was awarded to 3 projects at the last meeting.",
    "In the first round, a total of £25,000 was awarded to 3 projects.",
    "A total of £25,000 was awarded to 3 projects through the Road Safety Fund.",
    "A total of £25,000 was awarded to 3 projects from the Safer Streets allocation.",
    "The neighbouring force awarded a total of £25,000 to 3 projects.",
    "A total of £25,000 was spent on 3 projects by the Constabulary.",
    "A total of £25,000 was invested in 3 hubs for victims.",
    "A total of £25,000 has been recovered from criminals.",
    "A total of £25,000 was allocated to three schools for road safety.",
    "The total awarded this year is £25,000.",
    "In total, £25,000 has been awarded since the fund opened.",
    "Together the groups have 25,000 members and £25,000 in the bank.",
    "In all, £25,000 of match funding came in.",
    "These projects will save the force £25,000 a year.",
    "The above is in addition to £25,000 awarded to three projects in the spring.",
    "A total of £25,000 was awarded to three further projects.",
    "A total of £25,000 was paid to 3 officers who were injured.",
    "We had £25,000 to give.",
    "Three projects were turned down, which had asked for £25,000 in all.",
    "Members will recall that £25,000 was awarded to three projects in June.",
    "Chorley Council awarded £25,000 to three projects.",
    "A further £25,000 was awarded to three projects by the Deputy.",
    "The Commissioner has awarded £25,000 to victims' services.",
)
PLACES = {
    "behind": f"4. In September a total of £19,000 was awarded to two projects:\n\n{LINES}\n{{0}}\n",
    "in the paragraph behind": f"4. In September grants were awarded to the following projects:\n\n{LINES}\n5. {{0}}\n",
    "before the lead": f"# Community grants\n\n4. {{0}} The following grants were awarded:\n\n{LINES}",
    "in a paragraph before": f"# Community grants\n\n{{0}}\n\nThe following grants were awarded in September:\n\n{LINES}",
    "above the heading": f"# Update\n\n{{0}}\n\n## Grants awarded in September 2023\n\n{TABLE}",
    "behind the lead": f"# Community grants\n\n4. The following grants were awarded. {{0}}\n\n{TABLE}",
}


def accused(text: str) -> list[str]:
    """Return what a clerk is warned of in a paper."""
    return [
        one.message
        for one in audit(read_paper(text.encode(), "paper.md")).findings
        if one.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sentence", OTHERS)
def test_other_money_beside_a_list_accuses_nobody(place: str, sentence: str) -> None:
    """What was given at another time, by another body, for another use says nothing against the list it stands beside."""
    assert accused(PLACES[place].format(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In total, £18,000 was awarded.",
        "The total awarded is £18,000.",
        "In all, two projects will share £18,000.",
        "A total of £18,000 was awarded to two projects.",
        "Together these come to £18,000.",
        "The awards above come to a total of £18,000.",
        "In total, three projects were awarded £19,000.",
        "The grants total £18,000.",
        "Total funding awarded amounts to £18,000.",
        "These awards, worth £18,000, were approved on 4 September.",
        "The total value of the grants made is £18,000.",
    ],
)
def test_a_sentence_that_sums_the_list_up_is_held_against_it(sentence: str) -> None:
    """What points to the list above, or can mean nothing else, is compared with it, whether the lead gives a total or not."""
    for place in ("behind", "in the paragraph behind"):
        lead = PLACES[place].replace("\n5. {0}", "\n{0}")
        assert accused(lead.format(sentence)), place


THREE = "\n\n- Ashby Youth Forum – football – £7,500\n- St Mark’s Church – warm space – £4,200\n- Rural Watch – kits – £5,000\n"


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize(
    "lead",
    [
        "The Commissioner awarded {0} to three projects, leaving £32,400 in the fund:",
        "The Commissioner awarded {0} to three projects (of 27 that applied, asking for £131,000):",
        "The Commissioner awarded {0} to three projects. Match funding of £22,000 was brought in by the groups. They are:",
        "The Commissioner received bids worth £131,000 and awarded {0} to three projects:",
        "The Commissioner awarded {0} to three projects. The fund has now given £214,000 to 61 projects. The latest are:",
        "A total of {0} was awarded. 27 bids totalling £131,000 were received. The awards are:",
        "From a budget of £50,000 the Commissioner awarded {0} to three projects:",
        "Grants totalling {0} were approved by the panel on 4 October (£21,400 had been requested):",
        "The Commissioner awarded {0} to three projects, attracting match funding of £9,000:",
        "Of the £50,000 available, {0} was awarded to three projects:",
    ],
)
def test_other_sums_in_the_lead_do_not_hide_its_total(lead: str, *, right: bool) -> None:
    """What was asked for, what there was to give, what is left and what others put in are set aside; the total is judged."""
    said = accused(lead.format("£16,700" if right else "£17,600") + THREE)
    assert bool(said) is not right
    assert all("£17,600" in one for one in said)


@pytest.mark.parametrize(("count", "wrong"), [("Eleven", False), ("Ten", True)])
def test_a_number_beside_the_lists_own_sum_is_its_number(count: str, *, wrong: bool) -> None:
    """“Ten grants have been made. They come to £66,000” over eleven lines that come to £66,000: the number is wrong."""
    lines = "".join(
        f"- {name} Club – kit – £6,000\n"
        for name in ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan"]
    )
    said = accused(f"2. {count} grants have been made from the rest. They come to £66,000:\n\n{lines}")
    assert bool(said) is wrong


TWO_LISTS = """# Grants 2024/25

## Strand A

| Organisation | Award |
|---|---:|
| Allstars | £9,800 |
| Yemeni Society | £12,300 |
| The Hoppings | £14,950 |

## Strand B

| Organisation | Award |
|---|---:|
| Change the Track | £68,000 |
| Quayside Justice | £41,250 |

## Next

{0}
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("In all the Commissioner has awarded £146,300 to the five organisations in the two strands.", False),
        ("In all the Commissioner has awarded £109,250 to the five organisations in the two strands.", True),
        ("In all the Commissioner has awarded £146,300 to the six organisations in the two strands.", True),
        ("Last year the Commissioner awarded £109,250 to five organisations.", False),
        ("The Commissioner has awarded £109,250 to two organisations.", False),
    ],
)
def test_a_sum_of_all_lists_is_held_against_all_of_them(sentence: str, *, wrong: bool) -> None:
    """A sentence that counts the grants of both lists is about both: the total of one of them is not theirs."""
    assert bool(accused(TWO_LISTS.format(sentence))) is wrong


ASKED = """68. Area Board Funding

The Board considered three applications for community grants:

Stourby Museum – requested £5,000 towards a new boiler.
Decision
Stourby Museum was awarded £4,000.

Chilby Parish Council – requested £1,750 towards a village gate.
Decision
Chilby Parish Council was awarded £1,750.

Compton Pool – requested £3,200 towards lockers.
Decision
Compton Pool was awarded £2,500.

The Chairman observed that the Board had awarded {0} in all, and thanked the applicants.
"""


@pytest.mark.parametrize(("figure", "wrong"), [("£8,250", False), ("£9,950", True)])
def test_what_was_asked_for_given_as_what_was_awarded_is_told(figure: str, *, wrong: bool) -> None:
    """A total of the requests, said to be awarded, is named as what it is."""
    said = accused(ASKED.format(figure))
    assert bool(said) is wrong
    assert all("£9,950 is what was asked for" in one for one in said)


def test_two_figures_out_by_the_same_are_told_as_one_slip() -> None:
    """A subtotal that is £1,000 out and the total carried from it: the total's finding says so, and accuses no grant."""
    said = accused(
        "4. The Commissioner awarded £17,700 to four projects. The Prevention strand received £11,700 and the Victims strand £6,000.\n\n"
        "Prevention:\n- Mill Trust – youth work – £7,500\n- Leyland FC – new pitch – £4,200\n\n"
        "Victims:\n- Quay Club – boxing – £2,000\n- Peel Trust – bus – £3,000\n"
    )
    assert len(said) == 2
    assert any("The figure for the Victims is out by as much" in one for one in said)


def test_a_sum_that_makes_up_the_difference_beside_the_list_holds_the_total_back() -> None:
    """“An additional £610 went to help with huts”, where the lines are £610 short: nobody is accused."""
    lines = "- Ashby Scouts – huts – £5,000\n- Ashby Guides – tents – £2,640\n- Ashby Rovers – kit – £1,250\n"
    lead = "4. £9,500 was awarded to these projects:\n\n"
    assert accused(f"{lead}{lines}") != []
    assert accused(f"{lead}{lines}\nAn additional £610 went to help with huts.\n") == []


def test_a_total_that_names_its_fund_is_no_grant() -> None:
    """“Community Fund total: £2,600” beneath the fund's grants is held against them, and never counted as one of them."""
    text = "Community Fund\n\n- Alder Scouts – £1,500\n- Birch Guides – £1,000\n\nCommunity Fund total: {0}\n"
    assert accused(f"Grants awarded in March\n\n{text.format('£2,500')}") == []
    (said,) = accused(f"Grants awarded in March\n\n{text.format('£2,600')}")
    assert "the two grants under Community Fund come to £2,500" in said


SUMMARY = """# Summary

{0}

# Background

The fund is in its fifth year. It is paid out of the sale of found goods.

# Grants awarded

| Group | Grant |
|---|---:|
| Allerby Lifeboat Crew | £3,950 |
| Brackenrigg Association | £2,780 |
| Cleator Mosque | £6,400 |
| Eskmoor Mind | £9,515 |
| Flimby Bikers | £7,240 |
| Hensing Watch | £850 |

# Finance

{1}
"""


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The Commissioner is asked to approve six grants worth £30,735 from the fund.", False),
        ("The Commissioner is asked to approve seven grants worth £32,235 from the fund.", True),
        ("A total of £30,735 has been awarded to community groups.", False),
        ("A total of £30,375 has been awarded to community groups.", True),
        ("A total of £31,235 has been awarded to community groups.", True),
        ("A total of £250,000 has been awarded to community groups.", False),
        ("Last year £30,375 was awarded to community groups.", False),
        ("In 2022/23 a total of £30,375 was awarded to seven groups.", False),
        ("The police spent £31,235 on overtime.", False),
        ("Seven applications were turned down, which had asked for £31,235.", False),
        ("The average grant to the seven groups of the year before was £3,412.", False),
    ],
)
def test_figures_of_a_summary_are_held_against_the_only_list(sentence: str, place: int, *, wrong: bool) -> None:
    """What a summary or the paragraph on finance says of the grants is compared with the list, headings away."""
    texts = ["Members are asked to note the report."] * 2
    texts[place] = sentence
    assert bool(accused(SUMMARY.format(*texts))) is wrong


@pytest.mark.parametrize(("number", "wrong"), [("six", False), ("seven", True), ("nine", False)])
def test_a_number_alone_is_held_against_a_list_whose_sum_is_told(number: str, *, wrong: bool) -> None:
    """“Grants to seven organisations” over a list of six whose total is right: the number was not changed with the list."""
    text = SUMMARY.format(f"The Commissioner has made grants to {number} organisations.", "In all £30,735 was awarded.")
    assert bool(accused(text)) is wrong
