"""Grants told paragraph by paragraph, as in news and notices, and what is stated above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from pcp_reports.audit.verdicts import Audited

FOUR = """Grants of £14,350 for local causes

Barset District Council has given £14,350 to four community groups.

Elm Lea Cricket Club gets £4,000 for new nets. The club has 120 members.

£3,350 goes to Oakham Village Hall, whose roof let the rain in last winter.

Also among the winners are Ferris Scouts, with a grant of £2,000 for tents.

The Tarn Lunch Club feeds 40 people every week. Its award of £5,000 will buy a new cooker.
"""
THREE = """MORE than £20,000 has been shared by three village halls.

Ashwell Village Hall has been granted £9,500 towards the £21,000 cost of a new floor.

Burwash Memorial Hall will have £6,250, to mend its roof.

A grant of £5,500 was agreed for Cobham Reading Room, which opened in 1901.

Councillor Ann Lee said: “I am delighted. The hall committee raised £3,000 itself.”
"""
FUND = """The Commissioner has made awards totalling £9,870 from his Community Fund.

Northgate Youth Trust works with young people who have nowhere to go. The trust was awarded £4,980 for a bus.

Haven Refuge, which opened its doors in 1984, has received £2,390 for counselling.

Finally, £2,500 was approved for Bowland Farm Watch to buy trackers.

Applicants may ask for up to £5,000. The next round has £40,000 to give.
"""
MORE_TO_COME = """Over £40,000 has been won by two village halls.

Elm Hall has been awarded £12,000 by the council.

Oak Hall has been awarded £15,000 by the council.

Both halls have a further sum from the landfill fund.
"""
SHARED = """Two charities will share £25,000 raised at the ball.

Elm Hospice will receive £12,000 from the ball, and Oak Rescue will receive £8,000. The rest pays for the marquee.
"""
CAPITAL = """The approved programme of £3,450,000 was spent as follows:

Custody refurbishment took £2,310,000.

Vehicles took £640,000.

Digital took £500,000.
"""


def _audit(text: str) -> Audited:
    return audit(read_paper(text.encode(), "news.txt"))


def _wrong(text: str) -> list[str]:
    return [one.text for made in _audit(text).rounds for one in made.claims if one.verdict.is_wrong]


@pytest.mark.parametrize(("text", "lines", "pence"), [(FOUR, 4, 1435000), (THREE, 3, 2125000), (FUND, 3, 987000)])
def test_grants_told_one_to_a_paragraph_are_one_list(text: str, lines: int, pence: int) -> None:
    """A release that tells of each grant in a paragraph of its own is read as a list, wherever in it the sum stands."""
    made = _audit(text).rounds
    assert [(len(one.lines), one.total.pence) for one in made] == [(lines, pence)]
    assert _wrong(text) == []


def test_the_body_is_the_one_that_got_the_sum() -> None:
    """Who got a grant is found before the verb, behind the sum, or in the sentence before."""
    names = [line.award.recipient for line in _audit(FOUR).rounds[0].lines]
    assert names == ["Elm Lea Cricket Club", "Oakham Village Hall", "Ferris Scouts", "Tarn Lunch Club"]


def test_a_total_is_wrong_where_the_number_says_that_all_were_read() -> None:
    """Three halls are announced and three are told of: “more than £20,000” cannot be right of £17,650."""
    assert _wrong(THREE.replace("£6,250", "£2,650")) == ["MORE than £20,000"]


def test_a_total_with_two_digits_in_each_others_place_is_said() -> None:
    """A total that is that of the grants but for a slip of the keys is said to be one, in the headline and in the text."""
    assert _wrong(FUND.replace("£9,870", "£8,970")) == ["£8,970"]
    assert "£13,450" in _wrong(FOUR.replace("£14,350", "£13,450"))


def test_a_number_is_wrong_where_the_total_comes_out_exactly() -> None:
    """Grants that come to the stated total are all there: a number that is one off is wrong."""
    assert _wrong(FOUR.replace("four community", "five community")) == ["five community groups"]


@pytest.mark.parametrize("text", [MORE_TO_COME, SHARED])
def test_what_may_be_a_part_is_no_fault(text: str) -> None:
    """Where more is told of, or the rest went elsewhere, nothing is called wrong."""
    assert _wrong(text) == []


def test_the_number_of_those_who_decide_is_none_of_grants() -> None:
    """“A panel of five agreed” says how many sat, and is not held against the four grants."""
    assert (
        _wrong(
            FOUR.replace("Barset District Council has given", "The panel of five agreed grants of").replace(
                "to four community groups", ""
            )
        )
        == []
    )


def test_a_budget_told_by_its_heads_is_no_list_of_grants() -> None:
    """What a programme was spent on comes to its sum as well, and is no list of grants."""
    assert _audit(CAPITAL).rounds == ()
