"""Figures beside a list that are none of its totals, in the ways people write: nothing is found, whatever they are."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, messages, verdicts

LIST = """
- Scouts – tents – £5,000
- Guides – a minibus – £2,500
- Rovers – patrols – £1,250
"""
OTHER = "- Shop Watch – radios – £900\n- Cyber Unit – a conference – £1,100\n"

BEFORE = (
    "The Commissioner awarded £8,750 to 3 projects from the Community Fund and £30,000 to 12 projects from the Innovation Fund. The Community Fund projects were:",
    "£8,750 was awarded to the following three projects, which have a total value of £41,000 with match funding:",
    "£10,000 was set aside for the round, including £1,250 for evaluation. These grants were made:",
    "Grants of £2,917 on average were awarded to three groups:",
    "The panel considered nine applications and £8,750 was awarded to three of them:",
    "Nine projects applied and the following were awarded funding:",
    "Following the success of round 1, in which £14,000 was awarded to 6 projects, the Commissioner has made these awards:",
    "To date the Commissioner has awarded £120,000 to 41 projects. The projects awarded funding in this period are as follows:",
    "The Commissioner has committed £50,000 over the year to support community groups. Grants awarded since the last meeting:",
    "The £50,000 Community Fund supports grassroots projects. This quarter's awards are listed below.",
    "A £50,000 fund for youth projects was launched in May. The first awards have been made:",
    "The Commissioner gave £20,000 to the Youth Justice Service. He also supported three community projects:",
    "Organisations could apply for up to £5,000. The successful organisations were:",
    "Grants of up to £5,000 were awarded to the following groups:",
    "The Commissioner, with £5,000 from the Council, awarded £8,750 to three groups:",
    "£8,750 was awarded to three groups, with a further £2,000 to be awarded to two groups in the autumn:",
    "The Community Fund, worth £100,000 this year, has three priorities. Awards agreed at the June panel:",
    "Sixteen bids totalling £61,000 were received, of which three, worth £8,750, were approved:",
    "Members noted that £8,750 of the £25,000 allocated to the fund had been awarded to:",
    "Of the £25,000 in the fund, the following has been awarded:",
    "Two new projects and one existing project have received funding:",
    "Nearly 200 young people will benefit from £8,750 of funding for three projects:",
    "The Commissioner's six priorities guide his grants. He has funded:",
    "Five grants were made in the month, three of them from the Community Fund:",
    "Three organisations were awarded £20,000 a year for two years between them and others. This year's awards:",
)


@pytest.mark.parametrize("lead", BEFORE)
def test_other_figures_before_a_list_are_let_alone(lead: str) -> None:
    """Running totals, other funds, bids, averages, limits and pots before a list are not held against it."""
    assert messages(f"# Update\n9. {lead}\n{LIST}\n") == []


@pytest.mark.parametrize(
    "behind",
    [
        "The remaining £3,250 was carried forward.",
        "Total committed to date: £45,200",
        "Total fund: £50,000",
        "Remaining balance: £41,250",
        "This year £50,000 will be given to 20 projects.",
        "This brings the total awarded this year to £64,300.",
        "The total awarded from the fund is now £509,832.",
        "A total of 12 applications were received, for £61,000.",
        "In total, the fund has awarded £1.2m to 152 projects.",
    ],
)
def test_other_figures_behind_a_list_are_let_alone(behind: str) -> None:
    """What is left, what was given to date, and what will be given are not held against the list above."""
    assert messages(f"# Update\n9. Awards made:\n{LIST}\n{behind}\n") == []


def test_the_sum_of_several_funds_is_judged_over_its_own_strand_each() -> None:
    """One sentence with a sum and a number for each of two funds is right where each is right of its strand."""
    lead = "The Commissioner awarded £8,750 to 3 projects from the Community Fund and £2,000 to 2 projects from the Innovation Fund:"
    text = f"9. {lead}\nCommunity Fund:\n{LIST}\nInnovation Fund:\n{OTHER}\n"
    assert messages(text) == []
    assert {verdict for _, verdict in verdicts(text)[0]} == {"agrees"}


@pytest.mark.parametrize(
    "lead",
    [
        "Across both rounds £10,750 was awarded to 5 projects.",
        "A total of £10,750 has been awarded in two rounds.",
        "£10,750 has been awarded to five organisations.",
    ],
)
def test_a_total_over_several_lists_is_no_fault_of_any(lead: str) -> None:
    """A total over two lists that follow is right, and neither of them is accused."""
    text = f"# Grants\n9. {lead}\nGrants made in May 2023:\n{LIST}\nGrants made in July 2023:\n{OTHER}\n"
    assert messages(text) == []


def test_what_a_fund_holds_stands_in_its_heading_without_harm() -> None:
    """“Youth Fund – £25,000” over a list of £8,750 may be what the fund holds."""
    assert messages(f"## Youth Fund – £25,000\n{LIST}\n## Rural Fund – £10,000\n{OTHER}\n") == []


def test_a_line_that_pays_for_two_projects_may_be_two() -> None:
    """Four projects in three lines, one of which tells of two, may well be right."""
    text = """
        8. At the end of August £16,244 was invested in 4 projects:
        - Scouts – tents – £5,000
        - Guides – a bus – £4,500
        - Talking – “In The Know” for residents & South rural taskforce – security markings for property – £6,744
    """
    assert messages(text) == []


def test_sums_a_year_are_not_added_up_against_a_total_over_years() -> None:
    """Amounts a year under a total over three years are not added up."""
    text = "9. £75,000 over three years was awarded to two charities:\n- Haven – £15,000 a year\n- Refuge – £10,000 a year\n"
    assert all(code == "G212" for code, _ in messages(text))


def test_requested_and_declined_sums_of_a_table_are_not_in_its_total() -> None:
    """A table of what was asked for and what was given is added up over what was given; the other column for itself."""
    text = """
        # Grants awarded
        | Organisation | Requested | Awarded |
        | Scouts | £7,000 | £5,000 |
        | Guides | £2,500 | £2,500 |
        | Rovers | £4,000 | Declined |
        | Total | £13,500 | £7,500 |
    """
    assert messages(text) == []
    assert verdicts(text) == [[("£7,500", "agrees"), ("£13,500", "agrees")]]
    assert [claim.covers for one in audited(text).rounds for claim in one.claims] == [(), ("Requested",)]


def test_a_list_of_refused_bids_in_one_sentence_is_no_part_of_the_round_above() -> None:
    """“Unsuccessful: Ink Studios (£4,000), …” behind the list of grants is not added to it."""
    text = f"# Decision\n£8,750 was awarded to these groups:\n{LIST}\nUnsuccessful: Ink Studios (£4,000), Jolly Sailors (£2,500) and Kirk Lads (£1,200).\n"
    assert messages(text) == []


def test_summaries_by_scheme_are_no_grants() -> None:
    """“General Grants – 28 awards totalling £341,000” tells of many grants and is none."""
    text = """
        2. A total of 113 applications were received. Following evaluation:
        - General Grants – 28 awards totalling £341,000
        - Road Safety Grants – 22 awards totalling £165,412
        - Small Grants – 12 awards totalling £29,887
    """
    assert verdicts(text) == []
    assert messages(text) == []
