"""Numbers of projects that a paper's lines leave open are accepted for the office by an import, and no others are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from paper_imports import MEETING, written
from papers_in_word import word_file

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.verdicts import COUNT, TOTAL, JudgedClaim, JudgedRound
from pcp_reports.checks import check
from pcp_reports.importing.papers.drafting import from_paper
from pcp_reports.importing.papers.open_counts import open_counts
from pcp_reports.judging import Verdict
from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Paper
from pcp_reports.printed.claim import Kind

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """T| Update
N0| In June the Community Fund gave £2,750 to three projects:
L0| Tarn Hall – tents – £900
L0| Lowick Guides – a shed – £1,200
L0| Elm Club – gloves – £650
"""
OPEN = JudgedClaim("four projects", Kind.EXACT, COUNT, (), Decimal(4), Verdict.CANNOT_CHECK, "A line may be two.")

WHY = (
    "The paper says “four projects” of 3 grants, and not which grant pays for more than one. "
    "Once it is known, type projects: 2 at that grant, and delete this line."
)


@pytest.fixture
def three() -> JudgedRound:
    """Return a round of three grants, each of one project as far as its lines tell."""
    paper = read_paper(word_file(PAPER), "u.docx")
    assert isinstance(paper, Paper)
    (found,) = audit(paper).rounds
    return found


def test_a_number_above_the_lines_is_accepted_with_the_reason(three: JudgedRound) -> None:
    """“Four projects” over three lines that the audit leaves open: each line knows why the sentence may be right."""
    found = open_counts([replace(three, claims=(OPEN,))])
    assert set(found) == {line.award.passage for line in three.lines}
    assert set(found.values()) == {WHY}


@pytest.mark.parametrize(
    "claims",
    [
        (),
        (replace(OPEN, value=Decimal(3), text="three projects"),),
        (replace(OPEN, value=Decimal(2), text="two projects"),),
        (replace(OPEN, value=None, text="several projects"),),
        (replace(OPEN, verdict=Verdict.AGREES),),
        (replace(OPEN, verdict=Verdict.DISAGREES),),
        (replace(OPEN, covers=("Community Fund",)),),
        (replace(OPEN, what=TOTAL),),
        (OPEN, replace(OPEN, value=Decimal(5), text="five projects")),
        (OPEN, replace(OPEN, value=Decimal(6), text="six projects", verdict=Verdict.DISAGREES)),
    ],
    ids=[
        "none",
        "as many",
        "fewer",
        "no value",
        "right",
        "wrong",
        "a strand's",
        "a total",
        "two open",
        "another wrong",
    ],
)
def test_no_other_figure_is_accepted(three: JudgedRound, claims: tuple[JudgedClaim, ...]) -> None:
    """What is right needs no acceptance, what is wrong gets none, and two open numbers cannot both be taken on trust."""
    assert open_counts([replace(three, claims=claims)]) == {}


def test_a_total_that_is_wrong_does_not_stand_in_the_way(three: JudgedRound) -> None:
    """A wrong total is told by itself, and says nothing of how many projects a line pays for."""
    wrong = replace(OPEN, what=TOTAL, verdict=Verdict.DISAGREES)
    assert len(open_counts([replace(three, claims=(wrong, OPEN))])) == len(three.lines)


def test_an_imported_round_with_an_open_number_is_not_called_wrong(tmp_path: Path) -> None:
    """“Four projects”, of which a line calls itself two: `check` notes that the number was accepted, and why."""
    paper = PAPER.replace("three projects", "four projects").replace("a shed", "two projects")
    surveyed = written(tmp_path, from_paper(word_file(paper), "u.docx", MEETING))
    (finding,) = (one for one in check(surveyed) if one.code == "G202")
    assert finding.accepted == WHY


def test_a_number_that_is_wrong_stays_wrong(tmp_path: Path) -> None:
    """“Five projects” over three lines of which none says that it is several: the entry is called wrong, as the paper is."""
    surveyed = written(tmp_path, from_paper(word_file(PAPER.replace("three", "five")), "u.docx", MEETING))
    (finding,) = (one for one in check(surveyed) if one.code == "G202")
    assert finding.accepted is None
    assert "five projects" in finding.message
