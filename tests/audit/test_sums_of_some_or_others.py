"""Figures beside a list that are of some of its grants, of more than those, or of no grants: none of them is accused."""

from __future__ import annotations

import pytest
from papers_by_hand import messages

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

LINES = """
- Fulwood Scouts – new camping equipment – £2,450
- Leyland Boxing Club – youth sessions – £4,800
- Brookside Residents’ Association – security lighting – £1,975
- Chorley Street Pastors – training of volunteers – £3,200
- St Mary’s Church Hall – CCTV – £5,130
"""
LEAD = "The following grants were awarded:"


def _paper(lead: str = LEAD, before: str = "", behind: str = "") -> str:
    return f"# Community Safety Fund\n\n{before}\n\n{lead}\n{LINES}\n{behind}\n"


SOME = [
    "Grants to charities came to £7,250.",
    "Three grants have been paid, to a total of £9,225.",
    "Three of the grants, totalling £9,225, are for young people.",
    "The three youth grants total £9,225.",
    "£9,225 has been paid to three groups.",
    "Awards to charities totalled £9,225.",
    "Charities received a total of £9,225.",
    "Grants to charities: £9,225",
    "Total for charities: £9,225",
    "Total for youth projects: £9,225",
    "Total rural: £9,225",
    "Those in the Lancaster area come to £9,225.",
    "Grants totalling £9,225 went to charities.",
    "Young people’s projects received £9,225.",
    "Awards made under delegated powers: £9,225",
]


@pytest.mark.parametrize("words", SOME)
def test_a_sum_of_some_of_the_grants_is_not_held_against_all(words: str) -> None:
    """A sum that some of the lines come to exactly is right of those, where its number or its words can pick them out."""
    assert not messages(_paper(behind=words))
    assert not messages(_paper(before=words))


@pytest.mark.parametrize(
    "words", ["Total: £9,225", "The awards come to £9,225.", "These grants come to £15,580 in all.", "Total £15,580"]
)
def test_a_plain_total_of_some_of_the_lines_is_wrong(words: str) -> None:
    """A plain total says nothing of some: it is of all, though some lines come to it."""
    assert any(words.split("£")[1][:5] in message for _, message in messages(_paper(behind=words)))


def test_a_lead_that_gives_the_sum_of_some_is_wrong() -> None:
    """The words that lead to a list are of all its lines."""
    assert any("£15,580" in message for _, message in messages(_paper("Grants totalling £15,580 were awarded to:")))


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        ("Six grants totalling £19,555 were approved.", "Grants paid to date:"),
        ("Six grants totalling £19,555 were approved.", "Payments made:"),
        ("Six grants totalling £19,555 were approved.", "The following have been taken up:"),
        ("Six grants totalling £19,555 were approved.", "Projects completed at 31 March:"),
        ("Six grants totalling £19,555 were made. One has been returned in full.", "The remaining grants are:"),
        ("", "Eight grants worth £24,555 were agreed and those to voluntary groups are as follows."),
        ("Eight grants worth £24,555 were made, three of them to schools.", "The grants to community groups were:"),
    ],
)
def test_what_was_approved_is_not_held_against_a_list_of_what_was_paid(before: str, lead: str) -> None:
    """Above a list of what was paid, taken up or remains, what was approved may be more."""
    assert not messages(_paper(lead, before))


@pytest.mark.parametrize(
    "lead", ["The panel of six awarded the following grants:", "A panel of eight approved the following grants:"]
)
def test_a_number_of_those_who_decide_counts_no_grants(lead: str) -> None:
    """“The panel of six” says how many sat on it."""
    assert not messages(_paper(lead))


@pytest.mark.parametrize(
    "words",
    [
        "Awards under £900 are not listed.",
        "Grants below £900 are not shown.",
        "The list below omits two grants made to individuals.",
        "These figures exclude two grants made by officers. Including those, seven grants totalling £21,855 were made.",
        "Match funding of £12,000 brings the total value of the projects to £29,555.",
        "Evaluation will cost £2,500. Total cost £20,055.",
        "Fourteen applications were received in all, with a total value of £51,475.",
    ],
)
def test_what_is_left_out_or_added_is_no_total_of_the_list(words: str) -> None:
    """A threshold, grants that are left out, what is put to the grants, and what was asked for say nothing against a list."""
    assert not messages(_paper(before=words))
    assert not messages(_paper(behind=words))


_TRADERS = (
    "- Market Traders, shutters, £9,600\n- Elm Town Council, cameras, £7,375\n- Riverbank Rangers, paths, £3,180\n"
    "- Old Mill Arts, a mural, £2,450\n"
)
"""Four, of £22,605."""


@pytest.mark.parametrize(
    "lead",
    [
        "Five projects, costing £26,855, were supported, and four of them are finished:",
        "Five projects, costing £26,855, were supported; four of them are:",
        "Five projects were supported with £26,855, and four of them are done:",
    ],
)
def test_a_sum_of_more_of_which_some_are_listed_is_not_held_against_them(lead: str) -> None:
    """The sum is of the five, the list is of the four that its sentence goes on to."""
    assert not audit(read_paper(f"{lead}\n\n{_TRADERS}".encode(), "paper.txt")).findings


@pytest.mark.parametrize(
    "lead",
    [
        "We looked at nine bids and agreed £26,855 for four of them:",
        "Nine bids were received. £26,855 went to four of them:",
        "Of nine bids, four of them were given £26,855:",
    ],
)
def test_a_sum_given_to_those_listed_is_held_against_them(lead: str) -> None:
    """Where the sum goes to the four themselves, the larger number is of those who asked."""
    found = audit(read_paper(f"{lead}\n\n{_TRADERS}".encode(), "paper.txt")).findings
    assert [one.code for one in found] == ["G201"]
