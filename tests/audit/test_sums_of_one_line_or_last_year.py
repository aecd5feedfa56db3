"""Sums beside a list that are of one line, of an earlier year, or of a list that the page breaks off: none is held against it."""

from __future__ import annotations

import pytest
from papers_by_hand import codes

from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.whole import means_another


@pytest.mark.parametrize("when", ["Y llynedd", "Yn y flwyddyn flaenorol", "Yn y rownd ddiwethaf"])
def test_a_welsh_year_gone_by_is_another_time(when: str) -> None:
    """What was given last year is held against no list of this year, in Welsh as in English."""
    assert is_of_another_time(f"{when} dyfarnwyd £21,300 i bum grŵp.")


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Clubs and other groups are to have £9,000 between them.", False),
        ("It was resolved to bring about raising the grants to £9,000 in all.", False),
        ("The club is raising £9,000.", True),
        ("The same clubs and other grants came to £9,000.", True),
    ],
)
def test_words_of_other_money_are_heard_only_as_such(text: str, *, another: bool) -> None:
    """“And other groups” names who got the money, and grants that are raised are no fund-raising."""
    start = text.index("£")
    assert means_another(text, start, start + 6) is another


@pytest.mark.parametrize(("last", "found"), [("The Newrad Fisheries", []), ("Guides – a minibus", ["G201"])])
def test_a_paper_that_breaks_off_in_a_name_is_not_held_against_its_list(last: str, found: list[str]) -> None:
    """Where the copied text ends in the middle of one more grant's line, nobody can say what the whole list came to."""
    text = (
        f"9. £6,000 was awarded to these projects:\n- Scouts – tents – £5,000\n- Rovers – patrols – £1,250\n- {last}\n"
    )
    assert codes(text) == found


def test_a_single_line_s_own_sum_told_again_behind_the_list_is_no_total() -> None:
    """“The £5,000 will be paid in two parts” speaks of one of the grants above it."""
    text = (
        "The following grants were awarded:\n- Scouts – tents – £5,000\n- Rovers – patrols – £1,250\n- Guides – boats – £900\n\n"
        "The £5,000 was shared between two troops.\n"
    )
    assert codes(text) == []
