"""One measure, one start, one value; and the figures of the reference deck as a whole."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest
from support import surveyed

from pcp_reports.checks import changes, misprints, parts, starts
from pcp_reports.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding
    from pcp_reports.placing import Survey

# The figures of the deck, with the verdicts that were worked out by hand.
DECK = """\
kind: partnership
name: Harbour
analysis:
  figures:
    share of crime in two wards: 10%
    MoRiLE score: 371
    confidence in crime: 52%
    confidence in ASB: 47%
response:
  figures:
    arrests: 549
    arrests for drug supply: {value: 101, part_of: arrests}
    prison sentencing: 102 years
    cash seized: £372k
    drugs seized: £4.5 Million
assessment:
  figures:
    confidence in crime: {now: 70%, change: up 18%}
    confidence in ASB: {now: 71%, change: up 24%}
    doing a good job: {now: 75%, change: up 16%}
    confidence: {now: 78%, change: up 18%}
    intelligence: {change: up 74%}
    crime: {change: down 12%, elsewhere: {Wyre: down 4%}}
    ASB: {change: down 24%, elsewhere: {Wyre: down 10%}}
    cost of crime:
      change: down £296,290
      parts: {violence: "down £132,650", criminal damage: "down £54,000", arson: "down £25,260"}
    MoRiLE score: {was: 342, now: 7}
"""


def everything(read: Survey) -> list[Finding]:
    """Return all that is found about the figures of a workspace."""
    checks = (
        changes.moves,
        changes.compared,
        parts.itemised,
        parts.subsets,
        starts.started,
        starts.doubled,
        misprints.figures,
    )
    return sorted((one for check in checks for one in check(read)), key=lambda one: (one.place, one.code))


def test_the_reference_deck_gives_the_verdicts_worked_out_by_hand(tmp_path: Path) -> None:
    """Two of points, one of two starts; three notes; and nothing else about any of its figures."""
    found = everything(surveyed(tmp_path, {"harbour": DECK}))
    assert [(one.code, one.severity.value, one.place.line) for one in found] == [
        ("F310", "warning", 18),
        ("F310", "warning", 19),
        ("F311", "note", 20),
        ("F311", "note", 21),
        ("F301", "note", 26),
        ("F305", "warning", 28),
    ]
    assert found[5].message == (
        "harbour, MoRiLE score: the analysis says 371, but “was” says 342, which is 29 less; one measure has one start."
    )
    assert found[5].hint == "Type “was: 371”, or correct the analysis."
    assert [(one.message, one.place.line) for one in found[5].related] == [("371 in the analysis", 6)]


def phased(tmp_path: Path, analysis: str, assessment: str, scanning: str = "") -> list[Finding]:
    """Return what is said of the starts and values of a partnership told in phases."""
    text = "kind: partnership\nname: Harbour\n"
    for name, figures in (("scanning", scanning), ("analysis", analysis), ("assessment", assessment)):
        text += f"{name}:\n  figures:\n{indent(figures.strip(), '    ')}\n" if figures else ""
    read = surveyed(tmp_path, {"harbour": text})
    return [*starts.started(read), *starts.doubled(read)]


@pytest.mark.parametrize(
    ("analysis", "assessment", "scanning"),
    [
        ("score: 371", "score: {was: 371, now: 7}", ""),
        ("score: 371", "score: 7", ""),
        ("score: 371", "score: {was: 342, now: 7}", "score: 342"),  # the first phase says so
        ("score: {was: 371, now: 300}", "score: {was: 371, now: 7}", ""),
        ("score: £69k", "score: {was: '£69,267', now: £7k}", ""),
        ("score: 52%", "score: {was: 52.4%, now: 60%}", ""),
        ("score: over 300", "score: {was: 342, now: 7}", ""),
        ("score: Red", "score: {was: Amber, now: Green}", ""),
        ("score: 371", "score: {was: high, now: 7}", ""),
        ("score: 371", "score: {was: 37%, now: 7}", ""),
        ("score: 5 years", "score: {was: 60 months, now: 7}", ""),
        ("score: {value: 371, area: Wyre}", "score: {was: 342, now: 7, area: Fleetwood}", ""),
        ("score: {value: 371, period: '2021'}", "score: {was: 342, now: 7, since: '2022'}", ""),
        ("score: {was: 371, change: down 4, period: x}", "score: {was: 367, now: 7, since: x}", ""),
        ("score: {change: down 4}", "score: {was: 367, now: 7}", ""),
        ("scores: 371", "score: {was: 342, now: 7}", ""),
    ],
)
def test_a_start_that_may_be_the_same_is_let_alone(
    tmp_path: Path, analysis: str, assessment: str, scanning: str
) -> None:
    """Rounded figures, other areas and other years are no conflict."""
    assert phased(tmp_path, analysis, assessment, scanning) == []


@pytest.mark.parametrize(
    ("analysis", "assessment", "said"),
    [
        ("score: 371", "score: {was: 342, now: 7}", "the analysis says 371, but “was” says 342, which is 29 less;"),
        ("Score: 342", "score: {was: 371, now: 7}", "the analysis says 342, but “was” says 371, which is 29 more;"),
        ("score: £69k", "score: {was: '£69,501', now: £7k}", "£69k, but “was” says £69,501, which is £501 more;"),
        ("score: 52%", "score: {was: 54%, now: 60%}", "52%, but “was” says 54%, which is 2 points more;"),
        ("score: 10 to 20", "score: {was: 21, now: 7}", "10 to 20, but “was” says 21; one measure"),
        ("score: {value: 371, period: x}", "score: {was: 342, now: 7, since: X}", "371, but “was” says 342"),
        ("score: {was: 371, now: 300}", "score: {was: 342, now: 7}", "the analysis says 300, but “was” says 342"),
    ],
)
def test_two_starts_of_one_measure_are_a_warning(tmp_path: Path, analysis: str, assessment: str, said: str) -> None:
    """Both starts are named, with the difference and the phase that says the other."""
    (warning,) = phased(tmp_path, analysis, assessment)
    assert (warning.code, warning.severity, warning.place.line) == ("F305", Severity.WARNING, 8)
    assert said in warning.message


def test_the_entry_s_own_figures_start_where_one_of_its_phases_does(tmp_path: Path) -> None:
    """A figure over the whole partnership sums up its phases, and is held against what they say."""
    phases = "analysis: {figures: {score: 371}}\nassessment: {figures: {score: 7}}\n"
    for was, said in (("371", []), ("342", ["F305"])):
        text = f"kind: partnership\nname: Harbour\nfigures: {{score: {{was: {was}, now: 7}}}}\n{phases}"
        assert [one.code for one in everything(surveyed(tmp_path, {"harbour": text}))] == said


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (
            "score: {value: 52%, now: 70%}",
            "harbour, score: “value” says 52% and “now” says 70%; a figure has one value.",
        ),
        ("score: {value: £69k, now: '£69,267'}", ""),
        ("score: {value: Good, now: 70%}", ""),
        ("score: {value: 52, now: 70%}", ""),
        (
            "Score: 371\nscore: 342",
            "harbour: in the analysis “Score” is 371 and “score” is 342; a figure has one value.",
        ),
        ("Score: 371\nscore: 371", ""),
        ("Score: {value: 371, area: Wyre}\nscore: {value: 342, area: Fleetwood}", ""),
        ("Score: {value: 371, period: '2022'}\nscore: {value: 342, period: '2023'}", ""),
        ("Score: 371\nscore: high", ""),
    ],
)
def test_a_figure_has_one_value_in_a_phase(tmp_path: Path, figures: str, said: str) -> None:
    """Two values of one figure are a conflict; two names that only look alike and agree are none."""
    found = phased(tmp_path, figures, "")
    assert [(one.code, one.message) for one in found] == ([("F306", said)] if said else [])


def test_a_start_typed_as_value_is_answered_with_was(tmp_path: Path) -> None:
    """Whoever typed the start as `value` is told the word for it."""
    (one,) = phased(tmp_path, "score: {value: 52%, now: 70%}", "")
    assert one.hint == "Delete one of the two, or if 52% is the start, type: was: 52%"
    (two,) = phased(tmp_path, "score: {was: 52%, value: 60%, now: 70%}", "")
    assert two.hint == "Delete one of the two"
