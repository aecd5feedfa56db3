"""What a total and a count under `stated` are worth, in whatever form they are printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support import codes, found, funding_round, of_code, run, surveyed, write

from pcp_reports.judging import Verdict, worse
from pcp_reports.ledger import sum_round
from pcp_reports.stated.judged import judged

if TYPE_CHECKING:
    from pathlib import Path

GRANTS = """
    Community Fund:
      - {recipient: Scouts, purpose: tents, amount: '£53,000', projects: 4}
      - {recipient: Guides, purpose: tents, amount: £879, projects: 2}
    Innovation Fund:
      - {recipient: Shop Watch, purpose: radios, amount: '£1,840'}
    Fighting Crime Grants:
      - {recipient: Rovers, purpose: patrols, amount: '£18,000'}
"""
"""A round whose Community Fund comes to £53,879 for 6 projects, and all of which comes to £73,719 for 8."""


def verdicts(tmp_path: Path, stated: str, grants: str = GRANTS) -> list[str]:
    """Return the verdicts that `totals` prints of what is stated."""
    root = write(tmp_path, {"august": funding_round(grants, more=f"stated: {stated}\n")})
    (row,) = json.loads(run(root, "totals", "--format", "json").out)["rounds"]
    return [claim["verdict"] for claim in row["stated"]]


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("{total: '£73,719', projects: 8}", "agrees"),
        ("{total: '73719'}", "agrees"),
        ("{total: '£73,719.00'}", "agrees"),
        ("{total: '£73,719.'}", "agrees"),
        ("{projects: '8'}", "agrees"),
        ("{total: '£73,719.01'}", "disagrees"),
        ("{total: '£73,718'}", "disagrees"),
        ("{total: '£53,879', projects: 6}", "disagrees"),
        ("{projects: 7}", "disagrees"),
        ("{projects: 9}", "disagrees"),
        ("{projects: 0}", "disagrees"),
        ("{total: '£53,879', projects: 6, covers: Community Fund}", "agrees"),
        ("{total: '£53,879', projects: 6, covers: [Community Fund]}", "agrees"),
        ("{total: '£19,840', projects: 2, covers: [Fighting Crime Grants, Innovation Fund]}", "agrees"),
        ("{total: '£1,840', covers: Community Fund}", "disagrees"),
        ("{projects: 2, covers: Community Fund}", "disagrees"),
    ],
)
def test_exact_figures_are_held_against_the_grants_they_cover(tmp_path: Path, stated: str, verdict: str) -> None:
    """A total to the penny and a number of projects agree with the grants of the strands they speak of, or disagree."""
    assert verdicts(tmp_path, stated) == [verdict]


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("{total: £74k}", "agrees_rounded"),
        ("{total: 74k}", "agrees_rounded"),
        ("{total: £73.7k}", "agrees_rounded"),
        ("{total: £0.07m}", "agrees_rounded"),
        ("{total: 'about £74,000'}", "agrees_rounded"),
        ("{total: c. £74k}", "agrees_rounded"),
        ("{total: 'over £73,000'}", "within_bound"),
        ("{total: 'almost £74,000'}", "within_bound"),
        ("{total: 'up to £75,000'}", "within_bound"),
        ("{total: '£70,000 to £75,000'}", "within_bound"),
        ("{projects: eight}", "agrees"),
        ("{projects: 8 projects}", "agrees"),
        ("{projects: over 7}", "within_bound"),
        ("{projects: nearly ten}", "within_bound"),
        ("{total: £73k}", "disagrees"),
        ("{total: 'over £74,000'}", "disagrees"),
        ("{total: 'more than £73,719'}", "disagrees"),
        ("{total: 'almost £73,000'}", "exceeds"),
        ("{total: 'up to £73,000'}", "exceeds"),
        ("{projects: over 8}", "disagrees"),
        ("{projects: fewer than 8}", "exceeds"),
        ("{projects: nine}", "disagrees"),
    ],
)
def test_rounded_hedged_and_worded_claims_are_read_as_an_officer_reads_them(
    tmp_path: Path, stated: str, verdict: str
) -> None:
    """£74k, “over £73,000” and “eight” are held against what they say, no more and no less."""
    assert verdicts(tmp_path, stated) == [verdict]
    assert bool({"G201", "G202"} & set(codes(found(tmp_path, {})))) == (verdict in ("disagrees", "exceeds"))


@pytest.mark.parametrize(
    "stated",
    [
        "{total: £5 each}",
        "{total: €5}",
        "{total: '£13, 527.20'}",
        "{total: £14.340}",
        "{total: some money}",
        "{projects: '1,00'}",
        "{projects: ٦}",
        "{projects: several}",
        "{projects: £6}",
        "{total: 6 projects}",
        "{total: 'a share of £73,719'}",
        "{covers: Community Fund}",
    ],
)
def test_what_cannot_be_read_is_asked_about_and_never_accused(tmp_path: Path, stated: str) -> None:
    """A misprint may well be right once it is mended; it is asked about, and not called a wrong total."""
    assert verdicts(tmp_path, stated) == ["cannot_check"]
    told = codes(found(tmp_path, {}))
    assert not {"G201", "G202"} & set(told)
    assert ("G205" in told) == (not stated.startswith("{covers"))


def test_several_claims_are_judged_one_by_one(tmp_path: Path) -> None:
    """A list under `stated` makes several claims, each with a verdict of its own, in the order I typed them."""
    stated = "[{total: '£53,879', covers: Community Fund}, {projects: 3}, {total: £74k}, {total: '£73,719'}]"
    assert verdicts(tmp_path, stated) == ["agrees", "disagrees", "agrees_rounded", "agrees"]


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("{total: '£73,719', projects: 9}", "disagrees"),
        ("{total: '£1', projects: 8}", "disagrees"),
        ("{total: £74k, projects: 8}", "agrees_rounded"),
        ("{total: £14.340, projects: 8}", "cannot_check"),
        ("{total: £14.340, projects: 9}", "disagrees"),
        ("{total: over £70k, projects: over 8}", "disagrees"),
    ],
)
def test_a_claim_is_worth_the_worse_of_its_total_and_its_count(tmp_path: Path, stated: str, verdict: str) -> None:
    """One sound half does not make up for the other."""
    assert verdicts(tmp_path, stated) == [verdict]


def test_verdicts_run_from_sound_to_unsound() -> None:
    """Of two verdicts the worse is always the one that an officer would mind more."""
    order = ["agrees", "agrees_rounded", "within_bound", "cannot_check", "exceeds", "disagrees"]
    made = [Verdict(word) for word in order]
    assert made == list(Verdict)
    for number, better in enumerate(made):
        for other in made[number:]:
            assert worse([better, other]) is worse([other, better]) is other
    assert worse([]) is Verdict.CANNOT_CHECK


EXEMPT = """
    Community Fund:
      - {recipient: Scouts, purpose: tents, amount: £10}
      - {recipient: Refuge, purpose: locks, amount: £5, exempt: {paragraph: 1, reason: safety}}
    Innovation Fund:
      - {recipient: Shop Watch, purpose: radios, amount: £20}
"""


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("{total: £15, covers: Community Fund}", "cannot_check"),
        ("{total: £10, covers: Community Fund}", "cannot_check"),
        ("{projects: 1, covers: Community Fund}", "cannot_check"),
        ("{total: £99, covers: [Innovation Fund, Community Fund]}", "cannot_check"),
        ("{total: £35}", "cannot_check"),
        ("{projects: 7}", "cannot_check"),
        ("{total: £20, covers: Innovation Fund}", "agrees"),
        ("{total: £21, covers: Innovation Fund}", "disagrees"),
    ],
)
def test_a_claim_that_runs_over_exempt_money_cannot_be_checked(tmp_path: Path, stated: str, verdict: str) -> None:
    """Whether a total holds would give away what is exempt in it, so nothing is said; strands without are judged as ever."""
    assert verdicts(tmp_path, stated, EXEMPT) == [verdict]


def test_a_claim_over_a_plain_list_with_an_exempt_grant_cannot_be_checked(tmp_path: Path) -> None:
    """A round without strands is as careful as one with."""
    grants = "- {recipient: A, purpose: p, amount: £1}\n- {recipient: B, purpose: p, amount: £2, exempt: {paragraph: 1, reason: r}}"
    assert verdicts(tmp_path, "{total: £1}", grants) == ["cannot_check"]


def test_nothing_is_judged_of_a_round_with_a_fault_in_it(tmp_path: Path) -> None:
    """While an amount is unreadable, the stated total is not accused of disagreeing with what is left."""
    grants = GRANTS.replace("£879", "£8.7.9")
    findings = found(tmp_path, {"august": funding_round(grants, more="stated: {total: '£53,879', projects: 6}\n")})
    assert "G101" in codes(findings)
    assert not {"G201", "G202"} & set(codes(findings))
    # The same where the fault leaves every grant standing.
    other = found(tmp_path, {"august": funding_round(GRANTS, more="stray: yes\nstated: {total: £1, projects: 1}\n")})
    assert not {"G201", "G202"} & set(codes(other))
    (filed,) = surveyed(tmp_path, {}).register.shared
    assert judged(sum_round(filed))[0].verdict is Verdict.CANNOT_CHECK


def stated_findings(tmp_path: Path, stated: str) -> list[str]:
    """Return the messages of what is wrong with a claim."""
    findings = found(tmp_path, {"august": funding_round(GRANTS, more=f"stated:\n  {stated}\n")})
    return [one.message for one in findings if one.code in ("G201", "G202")]


def test_a_total_that_disagrees_is_told_with_both_figures_and_the_difference(tmp_path: Path) -> None:
    """I read what was stated, what the grants come to, how far apart they are and which way, at the line to mend."""
    files = {"august": funding_round(GRANTS, more="stated:\n  total: £53,879\n  projects: 6\n")}
    total, projects = (one for one in found(tmp_path, files) if one.code in ("G201", "G202"))
    assert total.message == (
        "august: the stated total is £53,879, but the grants of the round come to £73,719; £53,879 is £19,840 too little. "
        "£53,879 is what the Community Fund alone comes to (2 grants)."
    )
    assert projects.message == (
        "august: the stated number of projects is 6, but the grants of the round come to 8 projects; 6 is 2 too few. "
        "6 is the number of projects in the Community Fund alone."
    )
    assert [(one.code, one.severity.value, str(one.place)) for one in (total, projects)] == [
        ("G201", "warning", "entries/august.yaml:7:10"),
        ("G202", "warning", "entries/august.yaml:8:13"),
    ]
    assert [near.message for near in total.related] == [
        "Community Fund: £53,879 to 6 projects",
        "Innovation Fund: £1,840 to 1 project",
        "Fighting Crime Grants: £18,000 to 1 project",
    ]
    assert [near.place.line for near in total.related] == [11, 14, 16]


def test_a_claim_over_strands_that_disagrees_names_them(tmp_path: Path) -> None:
    """The message names the strands that were added up, and says “too much” when the claim is the larger."""
    assert stated_findings(tmp_path, "{total: '£20,000.50', covers: [Innovation Fund, Fighting Crime Grants]}") == [
        (
            "august: the stated total is £20,000.50, but the grants of Innovation Fund and Fighting Crime Grants come to "
            "£19,840; £20,000.50 is £160.50 too much."
        )
    ]
    assert stated_findings(tmp_path, "{projects: '1,006', covers: Community Fund}") == [
        "august: the stated number of projects is 1,006, but the grants of Community Fund come to 6 projects; 1,006 is 1,000 too many."
    ]


def test_only_the_half_that_disagrees_is_named(tmp_path: Path) -> None:
    """A right total is not dragged into a wrong count, nor the other way round."""
    assert len(stated_findings(tmp_path, "{total: '£73,719', projects: 9}")) == 1
    assert len(stated_findings(tmp_path, "{total: '£1', projects: 8}")) == 1
    assert stated_findings(tmp_path, "{total: '£73,719', projects: 8}") == []


def test_a_claim_over_a_strand_that_the_round_lacks_is_an_error(tmp_path: Path) -> None:
    """A mistyped strand under `covers` is named with the one I meant, and is not judged as if it were nothing."""
    files = {"august": funding_round(GRANTS, more="stated:\n  covers: Comunity Fund\n  total: £0.01\n")}
    (one,) = of_code(found(tmp_path, files), "G112")
    assert "Did you mean “Community Fund”?" in one.message
    assert one.place.line == 7
