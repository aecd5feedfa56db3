"""docs/figures.md is true: every form it shows is read as it says, and the verdicts and standings are those there are."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from pcp_reports.checks.totals import MOST_CAUSES
from pcp_reports.claims import Kind, find, read
from pcp_reports.explaining.parts import CauseKind
from pcp_reports.explaining.selections import MOST_LINES, MOST_STRANDS
from pcp_reports.judging import Verdict
from pcp_reports.standing import Standing

PAGE = (Path(__file__).parent.parent / "docs" / "figures.md").read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    """Return the rows of the table whose header begins so."""
    lines = PAGE.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {header}"))
    made = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        made.append([cell.strip() for cell in line.strip("|").split("|")])
    return made


def _number(shown: str) -> Decimal | None:
    return None if shown == "–" else Decimal(shown.replace(",", ""))


@pytest.mark.parametrize("row", rows("as printed | kind"), ids=lambda row: row[0])
def test_each_form_is_read_as_the_page_says(row: list[str]) -> None:
    """What I look up on the page is what the tool does, in a text as well as on its own."""
    shown, kind, low, high, unit = row
    for claim in (read(shown), *find(f"The paper says {shown} here.")):
        assert claim.text.strip("()*.") in shown
        assert (claim.kind, claim.low, claim.high, claim.unit) == (kind, _number(low), _number(high), unit)
    assert len(find(f"The paper says {shown} here.")) == 1


@pytest.mark.parametrize("row", rows("fel y'i hargraffwyd"), ids=lambda row: row[0])
def test_each_welsh_form_is_read_as_the_page_says(row: list[str]) -> None:
    """A Welsh office's figures are read as the page says, too."""
    shown, kind, low, high, unit = row
    claim = read(shown, "cy_GB")
    assert (claim.kind, claim.low, claim.high, claim.unit) == (kind, _number(low), _number(high), unit)


@pytest.mark.parametrize("row", rows("as printed | what was"), ids=lambda row: row[0])
def test_each_misprint_is_asked_about_as_the_page_says(row: list[str]) -> None:
    """A misprint is never read as a figure, and the likeliest meaning is offered first."""
    shown, meant = row
    claim = read(shown)
    assert claim.kind in (Kind.AMBIGUOUS, Kind.INVALID)
    assert claim.low is None
    assert claim.high is None
    assert claim.meant[0] == meant


def test_the_verdicts_are_those_of_the_page() -> None:
    """Every verdict that `totals` prints is explained, and none that it never prints."""
    assert [row[0].strip("`") for row in rows("verdict")] == [verdict.value for verdict in Verdict]


def test_what_is_no_figure_is_not_taken_for_one() -> None:
    """The examples the page gives of digits that are no figures are not read as figures."""
    sentence = next(line for line in PAGE.split("\n\n") if line.startswith("Dates, years, times"))
    assert re.search("M65", sentence)
    assert find(sentence.replace("\n", " ")) == []


def test_the_causes_are_those_of_the_page() -> None:
    """Every cause that a message may give is on the page."""
    assert [row[0] for row in rows("cause")] == [kind.value for kind in CauseKind]


def test_the_standings_are_those_of_the_page() -> None:
    """Every standing of the register is explained."""
    assert [row[0].strip("`") for row in rows("standing")] == [standing.value for standing in Standing]


def test_the_bounds_of_the_search_are_those_of_the_page() -> None:
    """The page says how far causes are looked for."""
    assert f"Up to {MOST_STRANDS} strands and {MOST_LINES:,} grants" in PAGE
    assert f"at most {['no', 'one', 'two'][MOST_CAUSES]}:" in PAGE.replace("\n", " ")
