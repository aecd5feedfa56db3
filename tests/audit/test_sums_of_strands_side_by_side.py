"""What a paper says of each strand side by side: where one sum is right the others are held to their strands, and else nothing is said."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

STRANDS = (
    "### Green Streets Fund\n\n- Alder Hall – benches – £4,150\n- Beck Scouts – tents – £2,300\n\n"
    "### Youth Work Fund\n\n- Carr Trust – drama – £5,420\n- Dene Club – kit – £1,210\n- Esk Choir – hire – £3,060\n"
)
"""Green Streets Fund £6,450, Youth Work Fund £9,690, in all £16,140."""
SENTENCES = (
    "The Commissioner awarded £6,450 through the Green Streets Fund and {0} through the Youth Work Fund.",
    "{0} was given from the Youth Work Fund, and £6,450 from the Green Streets Fund.",
    "The Green Streets Fund awarded £6,450 and the Youth Work Fund {0}.",
    "Grants of £6,450 (Green Streets Fund) and {0} (Youth Work Fund) were made.",
    "In September two grants worth £6,450 were made from the Green Streets Fund and three worth {0} from the Youth Work Fund.",
    "£6,450 was awarded to Green Streets projects, while Youth Work projects were awarded {0}.",
    "Green Streets awards came to £6,450. Youth Work awards came to {0}.",
    "Under the Green Streets Fund £6,450 was awarded; under the Youth Work Fund {0} was awarded.",
)
TABLE = "| Fund | Grants | Amount |\n|---|---|---|\n| Green Streets Fund | {1} | £6,450 |\n| Youth Work Fund | 3 | {0} |\n| Total | 5 | {2} |\n"
ITEMS = "- Green Streets Fund: £6,450\n- Youth Work Fund: {0}\n- Total: {2}\n"
PLACES = {
    "in front": "# Update\n\n## Grants\n\n{0}\n\n" + STRANDS,
    "under a lead of its own": "# Report\n\n## Summary\n\n{0}\n\n## Grants\n\nThe following grants were awarded.\n\n"
    + STRANDS,
    "behind": "# Update\n\n## Grants\n\nThe following grants were awarded in September.\n\n"
    + STRANDS
    + "\n## Money\n\n{0}\n",
    "over lists of their own": "# Update\n\n{0}\n\n"
    + STRANDS.replace("Fund\n\n", "Fund\n\nThe following were given a grant:\n\n").replace("###", "##"),
}
SILENT = (
    "Last year £6,450 was awarded from the Green Streets Fund and £9,600 from the Youth Work Fund.",
    "Bids of £6,450 to the Green Streets Fund and £19,600 to the Youth Work Fund were received.",
    "A budget of £6,450 was set for the Green Streets Fund and of £12,000 for the Youth Work Fund.",
    "£6,450 was paid into the Green Streets Fund and £12,000 was paid into the Youth Work Fund.",
    "The Board gave £6,450 to the Green Streets Fund and £12,000 to the Youth Work Fund.",
    "£6,450 is available in the Green Streets Fund and £12,000 in the Youth Work Fund.",
    "The Green Streets Fund has £6,450 remaining and the Youth Work Fund £12,000.",
    "| Fund | Budget |\n|---|---|\n| Green Streets Fund | £6,450 |\n| Youth Work Fund | £12,000 |\n",
    "| Fund | Available | Awarded |\n|---|---|---|\n| Green Streets Fund | £6,450 | £6,450 |\n| Youth Work Fund | £12,000 | £9,690 |\n",
    "| Fund | Requested |\n|---|---|\n| Green Streets Fund | £6,450 |\n| Youth Work Fund | £12,000 |\n",
    "| Fund | 2022/23 |\n|---|---|\n| Green Streets Fund | £6,450 |\n| Youth Work Fund | £12,000 |\n",
    "The budgets are:\n\n- Green Streets Fund: £6,450\n- Youth Work Fund: £12,000\n",
)


def warned(text: str) -> list[str]:
    """Return what a clerk is warned of in a paper."""
    return [
        one.message for one in audit(read_paper(text.encode(), "paper.md")).findings if one.severity is Severity.WARNING
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", SENTENCES)
def test_a_strands_sum_beside_one_that_is_right_is_held_to_its_lines(said: str, place: str) -> None:
    """Two funds' sums stand in one sentence and the first is right: the second is told to be wrong, wherever that stands."""
    assert warned(PLACES[place].format(said.format("£9,690"))) == []
    (told,) = warned(PLACES[place].format(said.format("£9,960")))
    assert "£9,960" in told
    assert "£9,690" in told


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", [TABLE, ITEMS])
def test_a_table_or_bullets_of_strands_are_held_to_their_lists(said: str, place: str) -> None:
    """A small table or bullets sum the funds up: a fund's wrong sum is told, a wrong total too, right ones are not."""
    assert warned(PLACES[place].format(said.format("£9,690", 2, "£16,140"))) == []
    assert any("£8,690" in told for told in warned(PLACES[place].format(said.format("£8,690", 2, "£16,140"))))
    assert any("£17,140" in told for told in warned(PLACES[place].format(said.format("£9,690", 2, "£17,140"))))


def test_a_number_of_grants_beside_a_right_sum_is_held_to_its_lines() -> None:
    """The table gives a fund's sum rightly and a grant too many: the number is told."""
    text = PLACES["behind"].format(TABLE.format("£9,690", 3, "£16,140"))
    (told,) = warned(text)
    assert "3 grants" in told


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", SILENT)
def test_sums_of_another_time_or_of_what_there_was_to_give_accuse_nobody(said: str, place: str) -> None:
    """Budgets, bids and last year's awards of the same funds are no sums of this list, even where one is the same."""
    assert warned(PLACES[place].format(said)) == []


def test_a_sum_beside_the_name_of_one_who_got_it_is_of_that_grant() -> None:
    """One fund's sum is told, and one grant of the other: that grant is not held to be all of the fund."""
    for said in (
        "£6,450 was awarded from the Green Streets Fund and £5,420 from the Youth Work Fund to Carr Trust.",
        "Green Streets Fund awards come to £6,450. Youth Work Fund money of £5,420 was paid to Carr Trust.",
    ):
        assert warned(PLACES["behind"].format(said)) == []


def test_sums_of_which_none_is_right_are_not_held_to_the_strands() -> None:
    """Away from the lists neither fund's sum is what its list comes to: another time may be meant."""
    said = "£5,200 was awarded from the Green Streets Fund and £9,600 from the Youth Work Fund."
    assert warned(PLACES["behind"].format(said)) == []


def test_a_list_that_is_not_the_whole_is_not_held_against_its_strands_sum() -> None:
    """The text says that the lists are examples: no fund's sum is called wrong."""
    text = PLACES["behind"].format(SENTENCES[0].format("£9,960")).replace("grants were awarded", "grants include")
    assert warned(text) == []


def test_two_lists_of_one_fund_leave_it_open_which_is_meant() -> None:
    """The fund has a list in each of two rounds: a sum of the fund may be of either, and is not called wrong."""
    again = "## Round 2\n\nThe following were awarded:\n\n### Youth Work Fund\n\n- Fell Band – drums – £900\n- Gill Club – nets – £800\n"
    text = PLACES["behind"].format(SENTENCES[0].format("£9,960")) + "\n" + again
    assert not any("£9,960" in told for told in warned(text))
