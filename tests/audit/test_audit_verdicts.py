"""What the claims of a paper are worth against its lists, and in what words an audit says so."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, messages, verdicts

COMMUNITY = """
- Scouts – tents – £5,000
- Guides – a minibus – £2,500
- Rovers – patrols – £1,250
"""
INNOVATION = "- Shop Watch – radios – £900\n"


def strands(lead: str, behind: str = "") -> str:
    """Return a paper whose paragraph 9 has a lead and two strands: £8,750 for three lines, £900 for one."""
    return f"9. {lead}\nCommunity Fund:\n{COMMUNITY}\nInnovation Fund:\n{INNOVATION}\n{behind}\n"


def test_figures_of_one_strand_alone_are_explained_in_two_sentences() -> None:
    """A total and a number that are the first strand's alone are named so, and what all grants come to."""
    assert messages(strands("A further £8,750 was provided to 3 projects through:")) == [
        (
            "G201",
            (
                "Paragraph 9: £8,750 and 3 projects are the Community Fund alone. "
                "All four grants listed come to £9,650, which is £900 more."
            ),
        )
    ]


def test_a_count_of_one_strand_alone_is_explained_in_two_sentences() -> None:
    """A number that is one strand's alone is named so, and how many there are in all."""
    assert messages(strands("These 3 grants were made, £9,650 in all:")) == [
        (
            "G202",
            "Paragraph 9: 3 grants are the Community Fund alone. There are four grants listed in all, which is 1 more.",
        )
    ]


@pytest.mark.parametrize(
    ("lead", "cause"),
    [
        ("£6,250 was awarded:", "£6,250 is what the grants come to without Guides (£2,500)."),
        ("£11,250 was awarded:", "£11,250 is what the grants come to with Guides (£2,500) counted twice."),
        ("£8,570 was awarded:", "Two digits may have changed places: £8,570 for £8,750."),
        ("£87,500 was awarded:", "£87,500 is £8,750 with one nought too many."),
        ("£8,123 was awarded:", "Why cannot be told from the paper."),
    ],
)
def test_a_total_that_disagrees_is_explained_as_far_as_it_can_be(lead: str, cause: str) -> None:
    """I read both figures, the difference, and the cause that fits exactly; where none fits, that none does."""
    ((code, words),) = messages(f"9. {lead}\n{COMMUNITY}\n")
    assert code == "G201"
    assert "but the three grants listed come to £8,750, which is £" in words
    assert words.endswith(cause)


def test_a_declined_bid_in_the_total_is_named() -> None:
    """A total that takes in the sum of a bid that was declined is explained by it."""
    text = f"9. £11,750 was awarded to these projects:\n{COMMUNITY}\n10. The following bids were declined:\n- Vale Motors – karts – £3,000\n- Laser Hall – games – £4,000\n"
    ((code, words),) = messages(text)
    assert code == "G201"
    assert words.endswith("£11,750 is what the grants come to with Vale Motors (£3,000) counted, though declined.")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("£8,750", "agrees"),
        ("£9k", "agrees_rounded"),
        ("over £8,500", "within_bound"),
        ("almost £9,000", "within_bound"),
        ("£8,751", "disagrees"),
        ("£8,500", "disagrees"),
        ("over £9,000", "disagrees"),
        ("almost £8,000", "exceeds"),
    ],
)
def test_a_total_is_judged_in_any_printed_form(words: str, verdict: str) -> None:
    """Exact, rounded and hedged totals are held against the lines as `check` holds them against the entries."""
    assert verdicts(f"9. A total of {words} was awarded to these projects:\n{COMMUNITY}\n") == [[(words, verdict)]]


def test_a_pound_is_rounding_and_only_noted() -> None:
    """A total that is a pound out looks like rounding, and I am told so without an accusation."""
    ((code, words),) = messages(f"9. £8,751 was awarded to these projects:\n{COMMUNITY}\n")
    assert code == "G203"
    assert "looks like rounding" in words


def test_a_hedge_that_misleads_is_noted() -> None:
    """“Over £3,000” of £8,750 is true, and I am told that a reader would be misled."""
    ((code, words),) = messages(f"9. Over £3,000 was awarded to these projects:\n{COMMUNITY}\n")
    assert code == "G204"
    assert "over £3,000" in words.casefold()


@pytest.mark.parametrize(
    "behind",
    ["In total £9,560 was awarded to four projects.", "Total awarded: £9,560", "These grants come to £9,560."],
)
def test_a_total_behind_the_list_is_judged(behind: str) -> None:
    """What stands behind a list and sums it up is judged as what stands before it."""
    ((code, words),) = messages(strands("The Commissioner made these grants:", behind))
    assert code in ("G201", "G211")
    assert "£9,560" in words
    assert "£9,650" in words


def test_totals_in_the_headings_of_strands_are_judged_over_their_strands() -> None:
    """“Community Fund (£8,570):” speaks of that strand, and is wrong by two digits."""
    text = f"9. The Commissioner made these grants:\nCommunity Fund (£8,570):\n{COMMUNITY}\nInnovation Fund (£900):\n{INNOVATION}\n"
    ((code, words),) = messages(text)
    assert code == "G201"
    assert "£8,570, but the three grants under Community Fund come to £8,750" in words
    assert verdicts(text) == [[("£8,570", "disagrees"), ("£900", "agrees")]]


def test_what_a_fund_has_to_give_is_no_total_of_its_grants() -> None:
    """A round sum behind a strand's name may be what it has to give, and is not accused."""
    text = f"9. The Commissioner made these grants:\nCommunity Fund (£10,000):\n{COMMUNITY}\nInnovation Fund (£5,000):\n{INNOVATION}\n"
    assert messages(text) == []


def test_subtotals_and_grand_total_of_a_table_are_judged_each() -> None:
    """Each strand's subtotal and the grand total are held against their own rows."""
    text = """
        8. The Commissioner made these awards:
        | Organisation | Amount awarded |
        | North |  |
        | Scouts | £5,000 |
        | Guides | £2,500 |
        | Subtotal | £7,500 |
        | South |  |
        | Rovers | £1,250 |
        | Cubs | £700 |
        | Subtotal | £1,590 |
        | Grand total | £9,450 |
    """
    ((code, words),) = messages(text)
    assert code == "G211"
    assert "£1,590, but the two grants under South come to £1,950" in words


@pytest.mark.parametrize(
    "lead",
    [
        "The fund gave £30,000 to 12 groups, including:",
        "£30,000 was awarded to 12 groups, such as:",
        "£30,000 was awarded to 12 groups. Examples of the projects funded:",
        "£30,000 was awarded to 12 groups. A selection of them:",
        "£30,000 was awarded to 12 groups. Some of the projects are listed below:",
        "12 groups won a share of £30,000, among them:",
        "£30,000 was awarded to 12 groups. The largest grants were:",
        "£30,000 was awarded to 12 groups; the full list is on our website. They were made to:",
        "So far this year £30,000 has been awarded to 12 groups. The latest grants are:",
    ],
)
def test_a_list_that_is_not_the_whole_is_never_held_against_the_whole(lead: str) -> None:
    """Where the text itself says that the list is not all, no total and no number is accused."""
    assert messages(f"9. {lead}\n{COMMUNITY}\n") == []
    assert all(verdict != "disagrees" for claims in verdicts(f"9. {lead}\n{COMMUNITY}\n") for _, verdict in claims)


@pytest.mark.parametrize(
    "last", ["- and others", "- and many more…", "The full list of grants is available on our website."]
)
def test_a_list_that_says_at_its_end_that_it_goes_on_is_not_the_whole(last: str) -> None:
    """“And others” or “the full list is on our website” behind a list leave its total alone."""
    assert messages(f"9. £30,000 was awarded to 12 groups:\n{COMMUNITY}{last}\n") == []


def test_a_list_that_is_cut_off_is_not_the_whole() -> None:
    """A page that ends in the middle of the list is not accused."""
    assert (
        messages(f"9. £30,000 was awarded to 12 groups:\n{COMMUNITY}- Hilltop Ass\n(continued on the next page)\n")
        == []
    )


def test_a_part_that_is_more_than_its_whole_is_accused() -> None:
    """A list that is said to be a part, and comes to more than the whole, cannot be right."""
    ((code, words),) = messages(f"9. The fund gave £7,500 to groups across the county, including:\n{COMMUNITY}\n")
    assert code == "G201"
    assert "£8,750, which is £1,250 more" in words


def test_an_amount_that_cannot_be_read_leaves_the_total_alone() -> None:
    """A line without a plain amount makes its total one that cannot be checked, and I am told which line."""
    text = (
        "9. £8,750 was awarded to these two projects:\n- Scouts – tents – up to £5,000\n- Guides – a minibus – £2,500\n"
    )
    assert verdicts(text) == [[("£8,750", "cannot_check"), ("two projects", "agrees")]]
    assert [code for code, _ in messages(text)] == ["G212"]
    (claim, _) = audited(text).rounds[0].claims
    assert claim.explanation == "It cannot be checked: the amount of Scouts cannot be read."


def test_a_misprinted_amount_is_named_with_what_was_meant() -> None:
    """“£14.340” is said to be a misprint, and what it may have been."""
    text = "9. These two projects were awarded grants:\n- Scouts – tents – £14.340\n- Guides – a minibus – £2,500\n"
    found = {finding.code: finding for finding in audited(text).findings}
    assert found["F313"].hint == "Type £14,340 or £14.34."


def test_an_amount_said_otherwise_in_the_text_is_named() -> None:
    """“The largest award, £5,200 to Guides” beside £2,500 in the list is said."""
    text = f"9. The Commissioner made these awards:\n{COMMUNITY}\nThe award of £5,200 to Guides, pays for a minibus.\n"
    ((code, words),) = messages(text)
    assert code == "G206"
    assert "£5,200 for Guides, but the list has £2,500" in words


@pytest.mark.parametrize(
    "other",
    [
        "Since 2013 the fund has given £1,049,987 to 236 projects.",
        "Last year £111,625 was invested into 50 groups.",
        "There were 12 applications, asking for £40,000 in all.",
        "The budget of the fund is £50,000.",
        "Applications of up to £5,000 were invited.",
        "Match funding of £12,000 was found by the groups.",
        "In 2019 the Scouts received £2,975.",
    ],
)
def test_other_figures_before_a_list_are_not_held_against_it(other: str) -> None:
    """Running totals, last year's figures, bids, budgets and limits beside a list are none of its totals."""
    assert messages(f"9. {other} The following three projects were awarded grants:\n{COMMUNITY}\n") == []


def test_a_total_over_two_rounds_is_no_fault_of_the_first() -> None:
    """A total that is right of two lists told of together is accused over neither."""
    text = f"# Grants\n8. In the half-year £9,650 was awarded to four projects.\n9. In May these grants were made:\n{COMMUNITY}\n10. In July this grant was made:\n{INNOVATION}\n"
    assert messages(text) == []


def test_a_table_that_is_a_page_of_a_longer_one_is_not_summed() -> None:
    """Sums brought and carried forward belong to pages that I did not give the tool."""
    text = """
        # Grants awarded
        | Organisation | Amount awarded |
        | Brought forward | £38,215 |
        | Scouts | £1,400 |
        | Guides | £875 |
        | Carried forward | £40,490 |
    """
    assert messages(text) == []


def test_the_place_of_a_finding_is_the_figure_itself() -> None:
    """The finding points at the passage and the column of the figure that is wrong."""
    (finding,) = audited(f"# Update\n9. A further £8,000 was provided:\n{COMMUNITY}\n").findings
    assert (finding.place.path, finding.place.line, finding.place.column) == ("paper.docx", 2, 11)
