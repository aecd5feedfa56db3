"""The columns beside the awards are accused of nothing but a slip: not of averages, balances, or bodies that are not listed."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

TABLE = """# Grants awarded 2024/25

| Organisation | {heading} | Awarded |
|---|---:|---:|
| Abbey Row Scouts | {first} | £1,200 |
| Belmont Elders | {second} | £2,500 |
| Castle Court CIC | {third} | £1,100 |
| Total | {total} | £4,800 |
"""


def _codes(heading: str, first: str, second: str, third: str, total: str) -> list[str]:
    text = TABLE.format(heading=heading, first=first, second=second, third=third, total=total)
    return [one.code for one in audit(read_paper(text.encode(), "paper.md")).findings]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Average grant (£)", ("£600", "£500", "£550", "£550")),
        ("Cost per person", ("£60", "£50", "£55", "£54")),
        ("Balance", ("£8,800", "£6,300", "£5,200", "£5,200")),
        ("Paid so far", ("£600", "£1,250", "£1,100", "£3,950")),
        ("Match funding", ("£800", "", "£900", "£3,200")),
        ("Match funding", ("£800*", "£900", "£900", "£1,800")),
        ("Amount requested", ("£1,200", "£3,500", "£1,500", "£31,200")),
        ("2023/24", ("£1,000", "£2,000", "£1,000", "£6,500")),
        ("Last award (£)", ("£500", "£900", "£700", "£900")),
    ],
)
def test_a_column_that_may_be_sound_is_not_accused(heading: str, cells: tuple[str, str, str, str]) -> None:
    """An average, a balance, a blank or marked cell, other bidders, and bodies that had money last year explain such a figure."""
    assert _codes(heading, *cells) == []


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Match funding", ("£800", "£1,300", "£900", "£3,300")),
        ("Amount requested", ("£1,200", "£3,500", "£1,500", "£2,600")),
        ("2023/24", ("£1,000", "£2,300", "£1,100", "£4,040")),
        ("Total cost", ("£2,000", "£3,800", "£2,000", "£8,700")),
        ("Total cost", ("£2,000", "£3,800", "£2,000", "£6,700")),
    ],
)
def test_a_column_that_only_a_slip_explains_is_accused(heading: str, cells: tuple[str, str, str, str]) -> None:
    """A total that its own figures do not come to is named, where no body beyond the table can be in it."""
    expected = [] if heading == "Amount requested" else ["G211"]  # less than one of its figures: of what, nobody knows
    assert _codes(heading, *cells) == expected


def test_what_was_paid_so_far_makes_no_wrong_parts() -> None:
    """Quarters beside what was awarded may be what has been paid so far; beside a total they are its parts."""
    text = """# Grants awarded

| Organisation | Q1 | Q2 | {own} |
|---|---:|---:|---:|
| Abbey Row Scouts | £600 | £600 | £1,200 |
| Belmont Elders | £1,250 | £1,250 | £2,500 |
| Castle Court CIC | £500 | £500 | £1,100 |
"""
    found = {
        own: [one.code for one in audit(read_paper(text.format(own=own).encode(), "paper.md")).findings]
        for own in ("Awarded", "Total")
    }
    assert found == {"Awarded": [], "Total": ["G213"]}


def test_figures_in_brackets_that_are_no_parts_accuse_nobody() -> None:
    """“(including £1,000 …)” and match funding in brackets are no parts of the grant, though others' brackets come right."""
    lines = [
        "£121,500 to Isleford (£58,000 in 2024/25 and £63,500 in 2025/26)",
        "£118,650 to Kenton Marsh (£53,350 in 2024/25 and £65,300 in 2025/26)",
        "£107,750 to Perivale Green (including £50,250 for staff and £7,500 for rent)",
    ]
    text = "# Serious Violence Duty grants\n\nThe following grants are approved:\n\n" + "".join(
        f"- {one}.\n" for one in lines
    )
    assert [one.code for one in audit(read_paper(text.encode(), "paper.md")).findings] == []
