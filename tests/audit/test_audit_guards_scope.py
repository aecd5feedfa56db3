"""Which figure is said of which list, by the smallest paper that shows each rule: a sound one beside a wrong one."""

from __future__ import annotations

import pytest
from papers_by_hand import LIST, OTHER, TABLE, codes, totals


@pytest.mark.parametrize(("number", "found"), [("Five", []), ("Four", ["G202"])])
def test_a_number_alone_may_be_that_of_two_lists(number: str, found: list[str]) -> None:
    """“Five grants were made” over lists of three and of two is right of both together, and no number of the first."""
    text = f"# Update\n9. {number} grants were made this month. From the Community Fund:\n{LIST}\n10. From the Innovation Fund:\n{OTHER}"
    assert codes(text) == found


@pytest.mark.parametrize(
    "lead",
    [
        "Awards of £9,500 have been agreed. £8,890 was awarded to the following projects:",
        "£9,500 was awarded to 3 projects. £8,890 was awarded to the following projects:",
        "The Commissioner has awarded these grants, worth £9,500. The grants come to £8,890:",
    ],
)
def test_of_two_sums_before_a_list_one_that_agrees_is_enough(lead: str) -> None:
    """Where one of two sums that lead to a list is right of it, the other is of something else; where neither is, both are not."""
    assert codes(f"9. {lead}\n{LIST}") == []
    assert codes(f"9. {lead.replace('£8,890', '£8,980')}\n{LIST}") != []


@pytest.mark.parametrize("figure", ["£8,500", "£9,500"])
def test_a_right_sum_before_a_list_excuses_no_wrong_one_behind_it(figure: str) -> None:
    """A sentence that sums the list up stands on its own: a wrong sum in it is told, whatever the lead says."""
    text = f"9. £8,890 was awarded to the following projects:\n{LIST}\nIn total {{}} was awarded.\n"
    assert codes(text.format("£8,890")) == []
    assert codes(text.format(figure)) == ["G201"]


@pytest.mark.parametrize(("figure", "found"), [("£2,640", []), ("£2,460", ["G206"]), ("£2,000", []), ("£3,640", [])])
def test_a_grant_told_of_elsewhere_is_held_against_the_list_only_for_a_slip(figure: str, found: list[str]) -> None:
    """The same digits in another order are a slip; any other sum to the same body may be another grant."""
    text = f"# Visit\nThe Commissioner awarded {figure} to the Guides for a minibus.\n# Grants\n9. £8,890 was awarded to these projects:\n{LIST}"
    assert codes(text) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("£8,500 to the Youth Justice Service", []),
        ("£8,500 to Burnley", []),
        ("£8,500 to Burnley projects", ["G201"]),
        ("£8,500 to Burnley Youth Projects", ["G201"]),
        ("£8,500 to the Youth Justice Service projects", ["G201"]),
        ("£8,500 to community groups", ["G201"]),
    ],
)
def test_a_sum_to_one_body_is_no_sum_of_the_list(words: str, found: list[str]) -> None:
    """What one named body got is let alone; what “Burnley projects” got is what the list of them must come to."""
    assert codes(f"9. The Commissioner awarded {words}:\n{LIST}") == found


@pytest.mark.parametrize("end", [", etc.", " and others", "\n- and many more", "\nand many others.", "\n…"])
def test_a_list_that_ends_in_others_is_not_the_whole(end: str) -> None:
    """A list that ends in “etc.” or “and others” is never held against more than it names; a closed one is."""
    text = f"9. £9,900 was awarded to these projects:\n{LIST.rstrip()}"
    assert codes(text + end) == []
    assert codes(text) == ["G201"]


@pytest.mark.parametrize(
    "leads",
    [
        ("From the Community Fund:", "From the Innovation Fund:"),
        ("Grants from the Community Fund:", "Grants from the Innovation Fund:"),
    ],
)
@pytest.mark.parametrize(("figure", "found"), [("£10,890", []), ("£10,980", ["G201"])])
def test_a_sum_over_lists_of_two_funds_is_that_of_both(leads: tuple[str, str], figure: str, found: list[str]) -> None:
    """A paragraph that gives the sum, and beneath it a list of each fund: it is held against both lists together."""
    text = f"9. Grants of {figure} were awarded in June.\n\n{leads[0]}\n{LIST}\n\n{leads[1]}\n{OTHER}"
    assert totals(text) == [(5, "£10,890")]
    assert codes(text) == found


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("£8,500 was awarded by the Commissioner. The projects will help young people.", ["G201"]),
        ("£8,500 was awarded by the Commissioner. Three projects will help 400 young people.", ["G201"]),
        ("£8,500 was awarded from the fund. £290 was awarded in May. The projects will help young people.", []),
        ("Four groups were awarded funding in the round. They are:", ["G202"]),
    ],
)
def test_the_only_sum_before_a_list_is_that_of_the_list(lead: str, found: list[str]) -> None:
    """The one sum of the words before a list is held against it, though a sentence stands between; one of two is not."""
    assert codes(f"9. {lead}\n{LIST}") == found


@pytest.mark.parametrize(("figure", "found"), [("£8,890", []), ("£8,980", ["G201"])])
@pytest.mark.parametrize("rest", ["", " Bids were many.", " He thanks the panel."])
@pytest.mark.parametrize(
    "far", ["", "# Crime\nCrime has fallen again in the quarter.\n# Roads\nSpeeding was looked at.\n"]
)
def test_a_summary_that_gives_a_sum_to_as_many_as_are_listed_speaks_of_the_list(
    figure: str, found: list[str], rest: str, far: str
) -> None:
    """“£8,980 to three projects” at the top of a paper is held against the list of three further down."""
    text = f"# Summary\nThe Commissioner has awarded {figure} to three projects.{rest}\n{far}# Grants\n9. These grants were made:\n{LIST}"
    assert codes(text) == found


@pytest.mark.parametrize(
    "last", ["The wider programme has funded schemes including:", "Projects supported included some of these:"]
)
def test_the_last_words_of_a_paper_shield_no_wrong_total(last: str) -> None:
    """“Including” at the end of the paper, under another heading, says nothing of a list that has no headings in it."""
    text = f"9. {{}} was awarded to these projects:\n{LIST}\n# Next steps\nNothing else is planned.\n# Annex\n{last}\n"
    assert codes(text.format("£8,890")) == []
    assert codes(text.format("£9,500")) == ["G201"]


@pytest.mark.parametrize(("figure", "found"), [("£8,890", []), ("£8,500", ["G211"]), ("£9,500", ["G211"])])
def test_the_total_of_a_table_of_examples_is_the_tables_own(figure: str, found: list[str]) -> None:
    """Though the text says “including”, the row of totals must be what the rows come to."""
    assert codes(f"9. Grants were awarded to projects including:\n{TABLE}| Total | {figure} |") == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Total | £8,500", ["G211"]),
        ("Total to date | £10,123", []),
        ("Total for the year | £12,123", []),
        ("Total to date | £8,980", ["G211"]),
    ],
)
def test_a_row_that_may_run_on_is_accused_only_of_a_slip(row: str, found: list[str]) -> None:
    """“Total to date” may take in earlier grants, so only a slip of its digits is told; “Total” is the table's."""
    assert codes(f"9. These grants were awarded:\n{TABLE}| {row} |") == found


@pytest.mark.parametrize(("number", "found"), [("3", []), ("5", ["G202"])])
def test_a_strands_number_is_not_borne_out_by_the_other_strands(number: str, found: list[str]) -> None:
    """“Community Fund – 5 grants” over three lines is wrong, though the two other strands have five between them."""
    youth = "- Cubs – huts – £300\n- Brownies – boats – £320\n- Explorers – maps – £340\n"
    text = f"9. These grants were made:\nInnovation Fund – 2 grants:\n{OTHER}\nCommunity Fund – {number} grants:\n{LIST}\nYouth Fund – 3 grants:\n{youth}"
    assert codes(text) == found


@pytest.mark.parametrize(
    ("figure", "found"), [("£8,890", []), ("£8,000", ["G201"]), ("£10,000", []), ("£8,980", ["G201"])]
)
def test_a_round_sum_in_a_strands_heading_may_be_its_pot_unless_more_was_given(figure: str, found: list[str]) -> None:
    """“Community Fund – £10,000” may be what there was to give; £8,000 over lines of £8,890 cannot, nor can £8,980."""
    text = (
        f"# Grants\nThese grants were made:\n* Community Fund – {figure}\n{LIST}\n* Innovation Fund – £2,000\n{OTHER}"
    )
    assert codes(text) == found


@pytest.mark.parametrize(("figure", "found"), [("£8,890", []), ("£4,123", ["G201"])])
def test_a_strands_heading_is_held_to_its_list_however_far_it_is_out(figure: str, found: list[str]) -> None:
    """“3 grants totalling £4,123” heads this very list: less than half of its sum is wrong all the same."""
    text = f"9. These grants were made:\nCommunity Fund – 3 grants totalling {figure}:\n{LIST}\nInnovation Fund – 2 grants:\n{OTHER}"
    assert codes(text) == found


def test_a_declined_bid_is_no_listed_grant_that_a_mention_slips_from() -> None:
    """The Guides were awarded £2,460 elsewhere and their bid for £2,640 was declined here: neither is a misprint."""
    text = (
        "# Visit\nThe Commissioner awarded £2,460 to the Guides for a minibus.\n# Grants\n"
        "9. £6,250 was awarded to these projects:\n- Scouts – tents – £5,000\n- Rovers – patrols – £1,250\n- Cubs – huts – £0\n"
        "10. The following bids were declined:\n- Guides – a minibus – £2,640\n- Laser Hall – games – £4,000\n"
    )
    assert codes(text) == []
