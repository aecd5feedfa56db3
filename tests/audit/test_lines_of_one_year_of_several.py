"""Lines that print what they get this year and what they get in all: a total that fits one of the readings is not accused."""

from __future__ import annotations

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

OTHERS = "- Elm Club: £8,750\n- Oak Union: £3,480\n- Ash Taxi Marshals: £14,200"
"""£26,430 without the fourth line."""


def _told(total: str, line: str) -> tuple[list[str], list[str]]:
    text = f"I made four grants in the year, adding up to {total}:\n\n{OTHERS}\n- Karma Trust: {line}\n\nNext year's budget is not known.\n"
    found = audit(read_paper(text.encode(), "paper.txt"))
    verdicts = [claim.verdict.value for one in found.rounds for claim in one.claims if claim.what == "total"]
    return verdicts, [one.code for one in found.findings]


@pytest.mark.parametrize(
    "line",
    [
        "£26,900 (the second of three years; £80,700 in all)",
        "£26,900 (second of three years, £80,700 in total)",
        "£26,900 (year 2 of 3; £80,700 in all)",
        "£26,900 (2024/25; £80,700 in all over three years)",
        "£26,900 (of £80,700 over three years)",
        "£26,900 a year for three years (£80,700 in all)",
        "£80,700 over three years, £26,900 of it this year",
    ],
)
@pytest.mark.parametrize("total", ["£53,330", "£107,130"])
def test_a_total_may_be_of_this_year_or_of_all(line: str, total: str) -> None:
    """£26,430 and £26,900 is a sound total, and so is £26,430 and £80,700: neither is called wrong."""
    verdicts, codes = _told(total, line)
    assert set(verdicts) <= {"agrees", "cannot_check"}
    assert verdicts
    assert not codes


@pytest.mark.parametrize(
    "line", ["£26,900 (the second of three years; £80,700 in all)", "£26,900 (of £80,700 over three years)"]
)
@pytest.mark.parametrize("total", ["£53,300", "£54,330"])
def test_a_total_that_fits_no_reading_is_said(line: str, total: str) -> None:
    """A total that neither the one year nor all of them bear out is wrong."""
    assert _told(total, line)[1] == ["G201"]


@pytest.mark.parametrize(
    "line", ["£26,900 for the year, having asked for £30,000", "£26,900 this year against a cost of £30,000"]
)
def test_what_was_asked_for_is_no_other_year(line: str) -> None:
    """A total that counts what was asked for is wrong, whatever year the line names."""
    assert _told("£56,430", line)[1] == ["G201"]
