"""Sums within a list: the columns beside that of the awards, and the parts that a grant is made of."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

YEARS = """# Prevention Fund: awards to districts

The Commissioner has awarded the grants below.

| District | 2025/26 | 2026/27 | Two years |
|---|---:|---:|---:|
| Amersham | £58,400 | £60,100 | £118,500 |
| Berrow | £73,250 | £75,450 | £148,700 |
| Chess | £41,900 | £43,150 | £85,050 |
| Total | £173,550 | £178,700 | £352,250 |
"""
ASKED = """# Community Chest: grants awarded

| Applicant | Amount requested | Amount awarded |
|---|---:|---:|
| Abbots Lane Hall | £1,850 | £1,850 |
| Brockham Carnival | £3,000 | £1,500 |
| Dorking Dojo | £2,420 | £2,420 |
| Leigh Shelter | £4,900 | declined |
| Total | £12,170 | £5,770 |
"""
BRACKETS = """# Serious Violence Duty grants

The Deputy Mayor approves the following grants:

- £121,500 to Isleford (£58,000 in 2024/25 and £63,500 in 2025/26).
- £118,650 to Kenton Marsh (£53,350 in 2024/25 and £65,300 in 2025/26).
- £107,750 to Perivale Green (£50,250 in 2024/25 and £57,500 in 2025/26).
"""


def _said(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in audit(read_paper(text.encode(), "paper.md")).findings]


@pytest.mark.parametrize("text", [YEARS, ASKED, ASKED.replace("£12,170", "£7,270"), BRACKETS])
def test_what_adds_up_is_not_accused(text: str) -> None:
    """Columns that come to their totals are sound, also where what was declined is left out of the total of what was asked for."""
    assert _said(text) == []


def test_the_total_of_one_years_column_is_held_against_its_figures() -> None:
    """The total of all years is right, that of one is not: both figures are named, the difference, and what was mistyped."""
    ((code, message),) = _said(YEARS.replace("£178,700", "£187,700"))
    assert code == "G211"
    assert "The total given under “2026/27” is £187,700, but the figures above it come to £178,700" in message
    assert "which is £9,000 less" in message
    assert "Two digits may have changed places" in message


def test_the_total_of_what_was_asked_for_is_held_against_its_figures() -> None:
    """A total of the requests that neither all of them nor those that were granted come to is a slip."""
    ((code, message),) = _said(ASKED.replace("£12,170", "£12,710"))
    assert code == "G211"
    assert "under “Amount requested” is £12,710" in message


def test_a_column_is_let_alone_where_no_other_comes_right() -> None:
    """Where no column comes to its total, nobody can tell which rows the totals are of: the list's own total is judged alone."""
    text = YEARS.replace("£173,550", "£183,550").replace("£178,700", "£187,700").replace("£352,250", "£371,250")
    assert [message for _, message in _said(text) if "under “" in message] == []


def test_a_column_is_let_alone_where_rows_stand_between() -> None:
    """A second row of totals, a budget or a cell that cannot be read leaves open what a total is of."""
    wrong = YEARS.replace("£178,700", "£187,700")
    for row in (
        "| Total so far | £131,650 | £135,550 | £267,200 |\n",
        "| Budget remaining | £10 | £20 | £30 |\n",
        "| Dean | tbc | about £5 | £0 |\n",
    ):
        assert not [one for one in _said(wrong.replace("| Chess", f"{row}| Chess")) if "2026/27" in one[1]], row


def test_whole_pounds_may_be_rounded() -> None:
    """A pound in a column of whole pounds is rounding, and no finding."""
    assert _said(YEARS.replace("£178,700", "£178,701")) == []


def test_parts_in_brackets_are_held_against_the_grant() -> None:
    """Where the years of the other lines come to what is given, those of one that do not are named."""
    ((code, message),) = _said(BRACKETS.replace("£53,350", "£55,150"))
    assert code == "G213"
    assert (
        "Kenton Marsh has £118,650, but its parts, £55,150 and £65,300, come to £120,450, which is £1,800 more"
        in message
    )


def test_parts_in_columns_are_held_against_the_grant() -> None:
    """A district whose years do not come to its two years is named where those of the others do."""
    text = YEARS.replace("| £73,250 | £75,450 | £148,700 |", "| £73,250 | £74,550 | £148,700 |").replace(
        "£178,700", "£177,800"
    )
    ((code, message),) = _said(text)
    assert code == "G213"
    assert "Berrow has £148,700, but its parts, £73,250 and £74,550, come to £147,800, which is £900 less" in message


def test_parts_are_let_alone_where_the_other_lines_do_not_bear_them_out() -> None:
    """Figures in brackets that are no parts in any line, or in but one other, accuse nobody."""
    match = BRACKETS.replace("in 2024/25", "of match funding").replace("£58,000", "£8,000").replace("£50,250", "£5,250")
    assert _said(match) == []
    assert _said(BRACKETS.replace("£53,350", "£55,150").rpartition("- ")[0]) == []
