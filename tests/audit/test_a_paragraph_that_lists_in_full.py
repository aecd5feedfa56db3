"""A list that runs on within one paragraph, with its number or sum in front: what the next paragraph gives is no line of it."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

ITEMS = (
    "£5,000 to Levels Youth Bus for a timetable; £3,650 to Harbourne Foodbank for storage; £2,480 to Saltby Sailing Club for"
    " places; and £1,995 to Harbourne Pride for stewarding."
)
"""Four, of £13,125."""


@pytest.mark.parametrize(
    "behind",
    [
        "She had also given £15,000 from the Serious Violence Grant to Harbourne College for knife arches.",
        "She had also given £15,000 to Harbourne College for knife arches.",
        "A further £15,000 went to Harbourne College from the Serious Violence Grant.",
        "From the Serious Violence Grant £15,000 was given to Harbourne College.",
    ],
)
@pytest.mark.parametrize(
    ("opening", "verdicts"),
    [
        ("Four grants had been made, amounting to £13,125: ", {"agrees"}),
        ("Four grants had been made, amounting to £13,215: ", {"agrees", "disagrees"}),
        ("Grants of £13,125 had been made: ", {"agrees"}),
    ],
)
def test_a_grant_in_the_next_paragraph_is_none_of_the_list(opening: str, verdicts: set[str], behind: str) -> None:
    """The number in front of the list is right, whatever else was given; a wrong sum in front of it is said alone."""
    found = audit(read_paper(f"{opening}{ITEMS}\n\n{behind}\n".encode(), "paper.txt"))
    assert len(found.rounds[0].lines) == 4
    claims = found.rounds[0].claims
    assert {claim.verdict.value for claim in claims} == verdicts
    assert all(claim.verdict.value == "agrees" for claim in claims if claim.what == "count")
    assert len(found.findings) == len(verdicts) - 1


def test_a_list_short_of_its_number_may_go_on_in_the_next_paragraph() -> None:
    """“Five grants” with four in the paragraph, and one more behind it, is five."""
    behind = "A further £1,000 went to Elm Club for kit."
    found = audit(read_paper(f"Five grants had been made: {ITEMS}\n\n{behind}\n".encode(), "paper.txt"))
    assert not found.findings
