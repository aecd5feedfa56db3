"""Rows that sum a table up in plain text, whose words run over the narrow columns that they stand beneath."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

TABLE = """Grants made in quarter 3

Date        Recipient                Purpose               Amount
04/10/24    Ashcombe Samaritans      Volunteers            £5,000
11/10/24    Broom Hill Nursery       Gates and locks       £2,250
29/10/24    Chapel Street Mission    Night shelter         £8,400
"""


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "words", ["Total for quarter", "Total for the quarter", "Total awarded in the quarter", "Quarter 3 total"]
)
def test_a_total_whose_words_run_over_is_a_row_of_the_table(words: str, gap: str) -> None:
    """“Total for quarter” beneath a column of dates stands in the table: right it agrees, wrong it is said."""
    for shown, codes, verdict in (("£15,650", [], "agrees"), ("£15,560", ["G211"], "disagrees")):
        text = f"{TABLE}{gap}{words:<59}{shown}\n{'Number of grants':<59}3\n\nNotes follow.\n"
        found = audit(read_paper(text.encode(), "paper.txt"))
        assert [one.code for one in found.findings] == codes
        (one,) = found.rounds
        assert len(one.lines) == 3
        assert [(claim.what, claim.verdict.value) for claim in one.claims] == [("total", verdict), ("count", "agrees")]


def test_a_long_name_beneath_a_narrow_column_is_no_total() -> None:
    """A line of two cells that says nothing of a total is kept out of the columns that it runs over."""
    text = f"{TABLE}\n{'Totnes Road residents, by post':<59}£900\n\nNotes follow.\n"
    (one,) = audit(read_paper(text.encode(), "paper.txt")).rounds
    assert [line.award.recipient for line in one.lines][:3] == [
        "Ashcombe Samaritans",
        "Broom Hill Nursery",
        "Chapel Street Mission",
    ]
    assert not one.claims
