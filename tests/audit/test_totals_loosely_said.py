"""Totals that are loosely said, and rows of totals that say more than “Total”: nobody is accused for either."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.findings import Severity
from pcp_reports.papers.opening import read_paper

LINES = "- Alder Hall – benches – £4,150\n- Beck Scouts – tents – £2,300\n- Carr Trust – drama – £1,550\n"
"""In all £8,000."""
TABLE = (
    "The following grants were awarded in September:\n\n| Organisation | Purpose | Amount |\n|---|---|---|\n"
    "| Alder Hall | benches | £4,150 |\n| Beck Scouts | tents | £2,300 |\n| Carr Trust | drama | £1,550 |\n"
)


@pytest.mark.parametrize("hedge", ["just over", "over", "more than", "just under", "almost", "in excess of"])
def test_a_bound_that_is_the_very_sum_is_noted_and_no_warning(hedge: str) -> None:
    """“Just over £8,000” of £8,000 to the penny is a little off: a note says so, and no total is called wrong."""
    text = f"# Grants\n\nGrants worth {hedge} £8,000 were awarded in September:\n\n{LINES}"
    (told,) = audit(read_paper(text.encode(), "paper.md")).findings
    assert (told.code, told.severity) == ("G203", Severity.NOTE)
    assert "a little off" in told.message


def test_a_bound_that_is_a_penny_out_is_told() -> None:
    """“Over £8,000” of less than that is wrong."""
    text = f"# Grants\n\nGrants worth over £8,000 were awarded in September:\n\n{LINES.replace('£1,550', '£1,450')}"
    assert [one.code for one in audit(read_paper(text.encode(), "paper.md")).findings] == ["G201"]


@pytest.mark.parametrize("label", ["Total", "TOTAL", "Grand total", "**Total**", "Total awarded", "In all"])
@pytest.mark.parametrize("beside", ["paid from reserves", "met from the fund", "three awards", "all in one year"])
def test_a_row_of_totals_is_one_whatever_is_said_beside_it(label: str, beside: str) -> None:
    """“Total | paid from reserves | £8,000” is no grant to “Total”."""
    found = audit(read_paper(f"# Grants\n\n{TABLE}| {label} | {beside} | £8,000 |\n".encode(), "paper.md"))
    assert [one.grants for one in found.rounds] == [3]
    assert not found.findings


def test_a_name_that_begins_with_total_is_a_name() -> None:
    """Total Wellbeing got a grant for walks: that is a line."""
    found = audit(read_paper(f"# Grants\n\n{TABLE}| Total Wellbeing | walks | £900 |\n".encode(), "paper.md"))
    assert [one.grants for one in found.rounds] == [4]


@pytest.mark.parametrize(
    "rows",
    [
        "| Number of grants | {0} | |\n| Total | | £8,000 |\n",
        "| Total | | £8,000 |\n| Number of grants awarded: | {0} | |\n",
        "| Total | {0} grants | £8,000 |\n",
        "| Total awarded | {0} projects | £8,000 |\n",
    ],
)
def test_a_number_in_the_last_rows_of_a_table_is_held_to_its_lines(rows: str) -> None:
    """The last rows give the number of grants: three is right, four is told."""
    told = {
        number: [
            one.code
            for one in audit(read_paper(f"# Grants\n\n{TABLE}{rows.format(number)}".encode(), "paper.md")).findings
        ]
        for number in (3, 4)
    }
    assert told == {3: [], 4: ["G202"]}


def test_a_number_of_applications_in_the_last_rows_is_no_number_of_grants() -> None:
    """How many asked is not how many got something; nor is a number held to a table that shows who got nothing."""
    for rows in (
        "| Number of applications | 9 | |\n",
        "| Dene Club | kit | Declined |\n| Number of organisations | 4 | |\n",
    ):
        assert not audit(read_paper(f"# Grants\n\n{TABLE}{rows}".encode(), "paper.md")).findings


@pytest.mark.parametrize(
    "said",
    [
        "Note: the grants in the table total {0}.",
        "The total awarded was {0}, and every recipient has been told.",
        "The grants come to {0} and everybody has signed an agreement.",
    ],
)
def test_a_sum_behind_a_list_may_go_on_to_say_something_else(said: str) -> None:
    """What the sentence says once the sum is told does not keep it from being the list's."""
    for sum_, codes in (("£8,000", []), ("£8,500", ["G201"])):
        text = f"# Grants\n\n{TABLE}\n{said.format(sum_)}\n"
        assert [one.code for one in audit(read_paper(text.encode(), "paper.md")).findings] == codes


@pytest.mark.parametrize(
    "said",
    [
        "The total awarded was £9,500 and includes grants of last year.",
        "The total awarded was £9,500 and covers both rounds.",
        "The total awarded was £9,500 and £1,500 went to others.",
    ],
)
def test_a_sum_that_goes_on_to_take_in_more_accuses_nobody(said: str) -> None:
    """Where the sentence goes on to say what else is in the sum, the list is not held against it."""
    assert not audit(read_paper(f"# Grants\n\n{TABLE}\n{said}\n".encode(), "paper.md")).findings
