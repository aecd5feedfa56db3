"""Which passages of a paper are a round of grants, and which are none."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, messages, totals, verdicts

LINES = """
- Scouts – tents – £5,000
- Guides – a minibus – £2,500
- Rovers – patrols – £1,250
"""
"""Three grants that come to £8,750."""


def test_each_numbered_paragraph_with_a_lead_of_its_own_is_a_round() -> None:
    """The grants of August and those of September, told of in two numbered paragraphs, are two rounds."""
    text = f"8. In August £8,750 was awarded to 3 projects:\n{LINES}\n9. A further £900 went to one project:\n- Brownies – games – £900\n"
    assert totals(text) == [(3, "£8,750"), (1, "£900")]
    assert [one.where for one in audited(text).rounds] == ["paragraph 8", "paragraph 9"]


@pytest.mark.parametrize("mark", ["{}:", "* {}", "## {}", "{}"])
def test_headings_beneath_one_lead_are_strands_of_one_round(mark: str) -> None:
    """However the names of the strands are set, the grants beneath one lead are one round."""
    first, second = mark.format("Community Fund"), mark.format("Innovation Fund")
    (one,) = audited(
        f"# Grants\n9. £9,650 was awarded to 4 projects through:\n{first}\n{LINES}\n{second}\n- Shop Watch – radios – £900\n"
    ).rounds
    assert [(strand.name, str(strand.total), strand.grants) for strand in one.strands] == [
        ("Community Fund", "£8,750", 3), ("Innovation Fund", "£900", 1),
    ]  # fmt: skip
    assert [line.strand for line in one.lines] == ["Community Fund"] * 3 + ["Innovation Fund"]


def test_headings_of_the_rank_of_the_rounds_own_heading_begin_another() -> None:
    """“Grants made in May” and “Grants made in June” are two rounds, not two strands."""
    text = f"# Update\n## Grants made in May\n{LINES}\n## Grants made in June\n- Brownies – games – £900\n- Cubs – huts – £100\n"
    assert totals(text) == [(3, "£8,750"), (2, "£1,000")]


@pytest.mark.parametrize("between", ["Page 3 of 7", "(continued)", "The club will report back in spring."])
def test_a_list_that_is_interrupted_goes_on(between: str) -> None:
    """A page number, “continued”, or a sentence about a grant between the lines does not end the list."""
    text = f"8. £9,650 was awarded to four projects:\n{LINES}\n{between}\n- Brownies – games – £900\n"
    assert totals(text) == [(4, "£9,650")]
    assert not messages(text)


def test_a_strand_that_is_continued_is_one_strand() -> None:
    """“Community Fund (continued)” goes on with the Community Fund."""
    text = (
        f"8. £9,650 was awarded:\n* Community Fund\n{LINES}\n* Community Fund (continued)\n- Brownies – games – £900\n"
    )
    (one,) = audited(text).rounds
    assert [(strand.name, strand.grants) for strand in one.strands] == [("Community Fund", 4)]


def test_a_list_printed_twice_is_counted_once() -> None:
    """Grants in the text and again in an appendix are one round, with the totals of both places judged."""
    rows = "| Organisation | Grant |\n| Scouts | £5,000 |\n| Guides | £2,500 |\n| Rovers | £1,250 |\n| Total | £8,570 |"
    text = f"8. £8,750 was awarded to three projects:\n{LINES}\n# Appendix A: grants awarded\n{rows}\n"
    assert totals(text) == [(3, "£8,750")]
    assert ("£8,750", "agrees") in verdicts(text)[0]
    assert ("£8,570", "disagrees") in verdicts(text)[0]


def test_an_amount_that_differs_between_two_printings_is_named() -> None:
    """The same grant at two amounts in two places is said; which is right, the tool does not pretend to know."""
    again = LINES.replace("£2,500", "£5,200")
    ((code, words),) = messages(f"8. These grants were awarded:\n{LINES}\n# Appendix A\nGrants awarded:\n{again}\n")
    assert code == "G206"
    assert "£2,500" in words
    assert "£5,200" in words
    assert "cannot be told" in words


@pytest.mark.parametrize(
    "lead",
    [
        "The following applications were declined:",
        "Unsuccessful bids:",
        "The panel did not support these projects:",
        "Applications received, under consideration:",
        "These organisations have applied for funding and await a decision:",
        "Grants withdrawn:",
    ],
)
def test_what_was_not_awarded_is_no_round(lead: str) -> None:
    """Bids that were declined, or are still to be decided, are no grants, and their sums are in no total."""
    assert totals(f"8. {lead}\n{LINES}\n") == []


def test_declined_bids_beside_a_round_are_not_in_its_total() -> None:
    """Grants and the bids that were refused, one list behind the other: only the grants count."""
    text = f"8. £8,750 was awarded to three projects:\n{LINES}\n9. The following were not supported:\n- Vale Motors – karts – £3,000\n"
    assert totals(text) == [(3, "£8,750")]
    assert not messages(text)


@pytest.mark.parametrize(
    "lead",
    [
        "Cash was seized in these operations, £9,000 in all:",
        "Fines came to £9,000:",
        "The savings of £9,000 are made up of:",
        "The budget of £9,000 is spent as follows:",
        "The costs were £9,000:",
        "Spending over £500 in May came to £9,000:",
        "The precept of £9,000 is made up of:",
        "Reserves of £9,000 are held for:",
        "Contracts worth £9,000 were awarded to:",
        "The Commissioner has secured £9,000 from the Home Office for:",
        "Income of £9,000 was received:",
        "Members asked three questions:",
    ],
)
def test_lists_of_other_money_are_no_rounds(lead: str) -> None:
    """A list of fines, savings, costs, contracts or income is let alone, whatever its total says."""
    text = f"# Update\n8. {lead}\n{LINES}\n"
    assert totals(text) == []
    assert messages(text) == []


def test_a_paper_without_money_has_no_rounds() -> None:
    """A paper that speaks of no sum is read in no time, and nothing is found in it."""
    assert totals("# Minutes\n1. Six members attended.\n- Apologies: none\n") == []


def test_grants_told_over_several_lines_each_are_read() -> None:
    """A name, what it is for, and the amount on a line of its own, one after another, are a list of grants."""
    text = """
        # Grants made in the spring
        Three grants were made, worth £8,750.
        ## Scouts
        Tents for the summer.
        Amount awarded: £5,000
        ## Guides
        A minibus.
        Amount awarded: £2,500
        ## Rovers
        Patrols at night.
        Amount awarded: £1,250
    """
    assert totals(text) == [(3, "£8,750")]
    assert verdicts(text) == [[("£8,750", "agrees"), ("Three grants", "agrees")]]


def test_a_table_under_a_lead_is_a_round_with_its_total_row() -> None:
    """A table of recipients and amounts is a round, and its last row is a total and no grant."""
    rows = "| Organisation | Project | Amount awarded |\n| Scouts | Tents | £5,000 |\n| Guides | A bus | £2,500 |\n| Total | | £7,500 |"
    text = f"8. The Commissioner made two grants:\n{rows}\n"
    assert totals(text) == [(2, "£7,500")]
    assert verdicts(text)[0] == [("two grants", "agrees"), ("£7,500", "agrees")]


def test_tables_under_the_names_of_strands_are_one_round() -> None:
    """Several tables under one lead, each beneath the name of a fund, are strands of one round."""
    table = "| Organisation | Amount awarded |\n| {} | £1,000 |\n| {} | £2,000 |\n"
    text = f"8. £6,000 was awarded as follows.\n* Community Fund\n{table.format('Scouts', 'Guides')}\n* Innovation Fund\n{table.format('Rovers', 'Cubs')}\n"
    (one,) = audited(text).rounds
    assert [(strand.name, str(strand.total)) for strand in one.strands] == [
        ("Community Fund", "£3,000"), ("Innovation Fund", "£3,000"),
    ]  # fmt: skip


def test_grants_in_one_sentence_are_a_round() -> None:
    """Grants that are told of in one running sentence are a list as well."""
    text = "2. Three grants were made in July, £8,750 in all: Scouts (£5,000), Guides (£2,500) and Rovers (£1,250).\n3. The Commissioner opened a station that cost £4.1m.\n"
    assert totals(text) == [(3, "£8,750")]
    assert verdicts(text) == [[("£8,750", "agrees"), ("Three grants", "agrees")]]
