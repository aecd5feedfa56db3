"""Which list a figure belongs to in a paper with two: what leads to a list and is right of it is held against no other."""

from __future__ import annotations

from itertools import product

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

Rows = tuple[tuple[str, str, int], ...]

FIRST: Rows = (
    ("Framley Mind", "a summer club", 9_512),
    ("Courcy Scouts", "boxing sessions", 6_900),
    ("Plumstead Youth Zone", "music workshops", 4_288),
    ("Boxall Women's Aid", "court support", 2_300),
)
SECOND: Rows = (
    ("Barchester Academy", "taxi marshals", 7_410),
    ("Ullathorne Drop-in", "bleed kits", 5_200),
    ("Hogglestock Hospice", "counselling", 3_150),
)


def _bullets(rows: Rows) -> str:
    return "\n".join(f"• {name} – {what} – £{pounds:,}" for name, what, pounds in rows)


def _plain(rows: Rows) -> str:
    return "\n\n".join(f"{name}: {what}: £{pounds:,}" for name, what, pounds in rows)


def _records(rows: Rows) -> str:
    return "\n\n".join(f"{name}\nPurpose: {what}\nAmount: £{pounds:,}" for name, what, pounds in rows)


def _table(rows: Rows) -> str:
    lines = (f"| {name} | {what} | £{pounds:,} |" for name, what, pounds in rows)
    return "\n".join(("| Organisation | Purpose | Amount |", *lines))


LAYOUTS = (_bullets, _plain, _records, _table)
LEADS = (
    ("Members are asked to note the award of {} to {} groups:", True),
    ("In Greshamsbury, {} was awarded to {} projects:", True),
    ("Some {} has been given to {} projects:", True),
    ("The grants below total {}:", True),
    ("{} applications were successful:", False),
)


def _accused(*blocks: str) -> list[str]:
    """Return the sentences that accuse a figure of a paper of these blocks."""
    paper = audit(read_paper("\n\n".join((*blocks, "")).encode(), "paper.txt"))
    return [one.message for one in paper.findings if one.code.startswith("G2")]


def _lead(lead: tuple[str, bool], pounds: str, number: str) -> str:
    return lead[0].format(pounds, number) if lead[1] else lead[0].format(number.capitalize())


@pytest.mark.parametrize("first", LEADS)
@pytest.mark.parametrize("second", LEADS)
@pytest.mark.parametrize("opening", ["", "The panel has handed out £38,760 to good causes.", "It began with £34,390."])
def test_a_lead_that_is_right_of_its_list_is_not_held_against_two(
    first: tuple[str, bool], second: tuple[str, bool], opening: str
) -> None:
    """£23,000 right above a list that comes to it is right, whatever list follows and whatever all come to."""
    for one, other in product(LAYOUTS, LAYOUTS):
        blocks = [_lead(first, "£23,000", "four"), one(FIRST), _lead(second, "£15,760", "three"), other(SECOND)]
        assert not _accused(*([opening] if opening else []), *blocks), (one.__name__, other.__name__)


@pytest.mark.parametrize("first", LEADS[:2])
@pytest.mark.parametrize("second", LEADS[:2])
def test_a_lead_that_is_wrong_of_its_list_is_found_beside_another(
    first: tuple[str, bool], second: tuple[str, bool]
) -> None:
    """£23,900 above the four that come to £23,000 is wrong, and said of those four."""
    for layout in (_bullets, _plain, _table):  # beneath records of several lines another list may go on with them
        blocks = [_lead(first, "£23,900", "four"), layout(FIRST), _lead(second, "£15,760", "three"), layout(SECOND)]
        found = _accused(*blocks)
        assert len(found) == 1, (layout.__name__, found)
        assert "£23,900" in found[0]
        assert "alone" not in found[0]


@pytest.mark.parametrize(
    "between",
    [
        "Number of grants: 3. Value of grants: £15,760.",
        "The total for the three grants is £15,760. Decision 2024/17: to award £15,760 to three groups as set out below:",
    ],
)
def test_prose_between_two_lists_that_is_right_of_the_next_is_not_accused(between: str) -> None:
    """What stands between two lists, and is the sum and number of the one beneath, is of that."""
    lead = "£23,000 was awarded to four groups:"
    for one, other in product((_bullets, _records, _table), (_bullets, _records, _table)):
        assert not _accused(lead, one(FIRST), between, other(SECOND)), (one.__name__, other.__name__)


def test_prose_between_two_lists_with_the_number_of_the_next_is_held_against_that_alone() -> None:
    """“Number of grants: 3. Value of grants: £15,670.” is accused once, of the three beneath."""
    lead = "£23,000 was awarded to four groups:"
    found = _accused(lead, _bullets(FIRST), "Number of grants: 3. Value of grants: £15,670.", _bullets(SECOND))
    assert len(found) == 1
    assert "three grants" in found[0]


def test_a_line_of_total_copied_from_the_next_list_is_found() -> None:
    """“Total: £15,760” right under four grants that come to £23,000 closes those, though the next list comes to it."""
    lead, other = "£23,000 was awarded to four groups:", "Three groups were awarded £15,760:"
    closed = f"{_bullets(FIRST)}\nTotal: £15,760"
    assert any("£15,760" in one for one in _accused(lead, closed, other, _bullets(SECOND)))
    row = f"{_table(FIRST)}\n| Total | | £15,760 |"
    assert any("£15,760" in one for one in _accused(lead, row, other, _bullets(SECOND)))


POTS = (
    "The Commissioner set aside £24,300 for the Police Property Act Fund and has awarded {} of it to four groups:",
    "The Commissioner had earmarked £24,300 for young people, of which {} has been awarded to four groups:",
    "£24,300 was set aside for the fund, and {} has been awarded to four groups:",
    "The Commissioner made £24,300 available and has awarded {} to four groups:",
    "Having ring-fenced £24,300, the panel has granted {} to four groups:",
    "The Commissioner allocated £24,300 to the Community Fund and {} of that has gone to four groups:",
    "The fund holds £24,300, from which {} was given to four groups:",
    "A pot of £24,300 was created and {} of it shared between four groups:",
)


@pytest.mark.parametrize("lead", POTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_set_aside_is_not_what_was_awarded(lead: str, layout: object) -> None:
    """The pot is more than was awarded out of it, and right."""
    assert callable(layout)
    assert not _accused(lead.format("£23,000"), layout(FIRST))


@pytest.mark.parametrize("lead", [POTS[2], POTS[4], POTS[6], POTS[7]])
def test_what_was_awarded_out_of_a_pot_is_still_judged(lead: str) -> None:
    """£23,900 said to be awarded out of it is wrong of grants that come to £23,000."""
    assert any("£23,900" in one for one in _accused(lead.format("£23,900"), _bullets(FIRST)))


RISES = (
    "This is an increase of £18,098 on last year. The following 4 awards, amounting to {}, were made from the Victims' Fund:",
    "Spending rose by £18,098 this year. {} was awarded to four groups:",
    "That is £18,098 less than in 2023. The following 4 awards, amounting to {}, were made:",
)


@pytest.mark.parametrize("lead", RISES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_rise_or_fall_is_no_total(lead: str, layout: object) -> None:
    """By how much more was given than last year is no sum of the list; what was given is."""
    assert callable(layout)
    assert not _accused(lead.format("£23,000"), layout(FIRST))
    assert any("£23,900" in one for one in _accused(lead.format("£23,900"), layout(FIRST)))


@pytest.mark.parametrize("lead", [POTS[0], RISES[0]])
def test_another_sum_in_the_lead_of_a_second_list_is_no_total_of_it(lead: str) -> None:
    """What was set aside, or by how much more it is, stays no total where another list stands above the lead."""
    before = (
        "Decision 2024/17: to award £15,760 to three groups as set out below:",
        _table(SECOND),
        "The two largest awards together come to £12,610.",
    )
    assert not _accused(*before, lead.format("£23,000"), _records(FIRST))
