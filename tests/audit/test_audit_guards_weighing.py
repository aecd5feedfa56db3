"""What is accused and what is not, by the smallest paper that shows each rule of weighing: a sound one beside a wrong one."""

from __future__ import annotations

import pytest
from papers_by_hand import audited, messages, verdicts

LIST = """
- Scouts – tents – £5,000
- Guides – a minibus – £2,500
- Rovers – patrols – £1,250
"""
OTHER = """
- Shop Watch – radios – £900
- Cyber Unit – a conference – £1,100
"""
TOLD = """
Scouts were awarded £5,000 for tents.

Guides were awarded £2,500 for a minibus.

Rovers received £1,250 for patrols.
"""


def codes(text: str) -> list[str]:
    """Return the codes of the findings of a paper."""
    return [code for code, _ in messages(text)]


def worth(text: str) -> list[tuple[str, str]]:
    """Return the claims of the first round of a paper, each with its verdict."""
    return verdicts(text)[0]


@pytest.mark.parametrize(("figure", "found"), [("£10,750", []), ("£10,570", ["G201"])])
def test_a_lead_to_two_lists_may_give_the_sum_of_both(figure: str, found: list[str]) -> None:
    """A total and a number that are right of this list and the next together are none of this list's; a slip is told."""
    text = f"""
        # Grants
        9. {figure} was awarded to the following five projects. From the Community Fund:
        {LIST}
        10. From the Innovation Fund:
        {OTHER}
    """
    assert sorted(set(codes(text))) == found


@pytest.mark.parametrize(("figure", "found"), [("over £10,700", []), ("over £10,800", ["G201"])])
def test_an_open_bound_is_not_excused_by_what_two_lists_come_to(figure: str, found: list[str]) -> None:
    """“Over £10,700” for two lists of £10,750 is let alone only where it may be said of both; “over £10,800” never."""
    text = f"""
        9. A total of {figure} was awarded to these projects:
        Community Fund:
        {LIST}
        Innovation Fund:
        {OTHER}
    """
    assert codes(text) == found


@pytest.mark.parametrize(("number", "found"), [("3", []), ("5", ["G202"])])
def test_the_number_in_a_strands_heading_is_held_against_that_strand(number: str, found: list[str]) -> None:
    """“Innovation Fund – 5 grants” over two lines is wrong, however many lines another strand has."""
    text = f"9. These grants were made:\nInnovation Fund – 2 grants:\n{OTHER}\nCommunity Fund – {number} grants:\n{LIST}\nYouth Fund – 1 grant:\n- Cubs – huts – £300\n"
    assert codes(text) == found


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [("£17,000", "disagrees"), ("£17,600", "cannot_check"), ("£50,000", "cannot_check")],
)
def test_a_list_of_less_than_half_of_what_is_said_was_perhaps_not_read_in_full(figure: str, verdict: str) -> None:
    """A total of more than twice the list is not called wrong: a page may be missing. Nearly twice as much is."""
    assert worth(f"9. {figure} was awarded to these projects:\n{LIST}") == [(figure, verdict)]


@pytest.mark.parametrize(("number", "verdict"), [("five", "disagrees"), ("six", "cannot_check")])
def test_a_number_of_twice_the_lines_was_perhaps_not_read_in_full(number: str, verdict: str) -> None:
    """Six grants said and three listed may be half a list; five said and three listed is a wrong number."""
    assert worth(f"9. These {number} grants were awarded:\n{LIST}") == [(f"{number} grants", verdict)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("£9,250 was awarded to nine projects", ["cannot_check", "cannot_check"]),
        ("£8,750 was awarded to nine projects", ["agrees", "disagrees"]),
        ("£8,250 was awarded to nine projects", ["disagrees", "disagrees"]),
        ("£18,300 was awarded to three projects", ["disagrees", "agrees"]),
        ("£18,300 was awarded to two projects", ["disagrees", "disagrees"]),
        ("£18,300 was awarded to four projects", ["cannot_check", "cannot_check"]),
    ],
)
def test_a_list_is_short_only_where_sum_and_number_both_say_more(said: str, expected: list[str]) -> None:
    """Lines are missing where more is said both in sum and in number; where one of them fits or is less, the other is wrong."""
    assert [verdict for _, verdict in worth(f"9. {said}:\n{LIST}")] == expected


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("£8,750 was awarded to projects including", "agrees"),
        ("£8,800 was awarded to projects including", "cannot_check"),
        ("£8,700 was awarded to projects including", "disagrees"),
        ("£8,749 was awarded to projects including", "cannot_check"),
        ("Almost £8,000 was awarded to projects including", "exceeds"),
        ("£8,700 was awarded in May. Projects supported with grants include", "cannot_check"),
    ],
)
def test_a_part_of_a_list_is_wrong_only_where_it_comes_to_more_than_the_whole(lead: str, verdict: str) -> None:
    """Examples may come to less than is said, never to more; and only the very words that lead to them are held to it."""
    assert [found for _, found in worth(f"9. {lead}:\n{LIST}")] == [verdict]


def test_a_strands_figure_in_a_list_of_examples_is_not_held_against_it() -> None:
    """Where the text says “including”, the figure in a strand's heading cannot be checked either."""
    text = f"9. Grants were made to projects including:\nCommunity Fund – grants of £4,000:\n{LIST}\nInnovation Fund:\n{OTHER}"
    assert worth(text) == [("£4,000", "cannot_check")]


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ("£8,750 was awarded in the month", []),
        ("£9,750 was awarded in the month", []),
        ("These grants were awarded, £8,250 in all", ["G201"]),
    ],
)
def test_grants_told_of_in_sentences_may_not_be_all_but_cannot_be_more_than_all(figure: str, found: list[str]) -> None:
    """A sum above grants told of one by one may take in others; one that is less than these come to is wrong."""
    assert codes(f"# Grants\n{figure}.\n{TOLD}") == found


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("three organisations", "agrees"),
        ("four organisations", "disagrees"),
        ("over four organisations", "cannot_check"),
    ],
)
def test_a_number_of_organisations_is_wrong_only_where_it_is_a_plain_number(said: str, verdict: str) -> None:
    """“Four organisations” over three names is wrong; a hedged number of them alone is not held against the list."""
    assert [found for _, found in worth(f"9. Grants were awarded to {said}:\n{LIST}")] == [verdict]


@pytest.mark.parametrize(("number", "verdict"), [("three", "agrees"), ("four", "cannot_check"), ("five", "disagrees")])
def test_a_line_of_two_names_may_be_two_organisations(number: str, verdict: str) -> None:
    """“Scouts and Guides” may be one body or two, so three and four cannot be called wrong; five can."""
    text = f"9. Grants were awarded to {number} organisations:\n- Scouts and Guides – tents – £5,000\n- Rovers – patrols – £1,250\n- Cubs – huts – £500"
    assert [found for _, found in worth(text)] == [verdict]


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ("£8,750", []),
        ("£6,250", ["G201"]),
        ("£11,250", ["G201"]),
        ("£8,570", ["G201"]),
        ("£8,123", []),
        ("£41,000", []),
    ],
)
def test_a_sum_that_may_run_on_is_accused_only_of_a_slip(figure: str, found: list[str]) -> None:
    """“This makes £…” behind a list may take in earlier grants: only a sum that a slip explains is called wrong."""
    assert codes(f"9. These grants were awarded:\n{LIST}\nThis makes {figure}.") == found


@pytest.mark.parametrize(("lead", "found"), [("£6,000", ["G201"]), ("£6,500", [])])
def test_an_item_without_an_amount_in_the_list_leaves_only_too_small_a_total_wrong(lead: str, found: list[str]) -> None:
    """An unread last item may make a total too small for what is said, never too large."""
    text = f"9. {lead} was awarded to these projects:\n- Scouts – tents – £5,000\n- Rovers – patrols – £1,250\n- Guides – a minibus\n"
    assert codes(text) == found


def test_why_a_figure_is_let_alone_is_said() -> None:
    """Where a line stands in the way of a total, I am told which line it is."""
    text = "9. £8,750 was awarded to these projects:\n- Scouts – tents – £5,000\n- Guides – a minibus\n- Rovers – patrols – £1,250\n"
    ((claim,),) = (one.claims for one in audited(text).rounds)
    assert claim.explanation == "It cannot be checked: bullet 3 may tell of a grant that could not be read."
