"""Rounds kept as examples: what each claim is worth, and why it disagrees, from the entry's own text to the sentence.

A folder holds ``round.yaml``, perhaps the ``earlier.yaml`` round before it, and ``expected.json``. When words were changed
on purpose, ``python tests/test_kept_rounds.py --refresh`` writes every expected.json anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from support import OFFICE, paper, surveyed

from pcp_reports.checks import check
from pcp_reports.checks.causes import explained
from pcp_reports.checks.explain import CauseKind
from pcp_reports.findings import Severity
from pcp_reports.judging import Verdict
from pcp_reports.ledger import sum_round
from pcp_reports.stated.judged import judged

KEPT = Path(__file__).parent / "data" / "rounds"
FOLDERS = sorted(path.name for path in KEPT.iterdir())
SHOWN = 2  # explanations that a message gives
_WRONG = (Verdict.DISAGREES, Verdict.EXCEEDS)


def told(folder: str, root: Path) -> dict[str, Any]:
    """Return what is made of a kept round, as expected.json holds it."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in sorted((KEPT / folder).glob("*.yaml"))}
    survey = surveyed(root, {"office": OFFICE, "2023-10-03/paper": paper(*files), **files})
    (filed,) = (one for one in survey.register.entries if one.name == "round")
    claims = []
    for one in judged(sum_round(filed)):
        row: dict[str, Any] = {"total": one.total_words, "projects": one.count_words, "covers": list(one.covers)}
        row["verdict"] = one.verdict.value
        if one.is_wrong:
            causes = explained(survey, sum_round(filed), one).causes[:SHOWN]
            row["causes"] = [{"kind": cause.kind.value, "sentence": cause.sentence} for cause in causes]
        claims.append(row)
    findings = [one for one in check(survey) if one.severity is not Severity.NOTE]
    return {"claims": claims, "warnings": sorted(one.code for one in findings)}


def expected(folder: str) -> dict[str, Any]:
    """Return what a folder says is to be made of its round."""
    held: dict[str, Any] = json.loads((KEPT / folder / "expected.json").read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_kept_round_is_judged_and_explained_as_before(folder: str, tmp_path: Path) -> None:
    """What I am told about a round's figures, and why they disagree, never changes by accident."""
    assert told(folder, tmp_path) == expected(folder)


@pytest.mark.parametrize("folder", [name for name in FOLDERS if "-clean-" in name])
def test_no_clean_round_has_a_warning(folder: str) -> None:
    """Hedges, rounding, withdrawn grants, several projects, other figures beside: a round that is right is left alone."""
    held = expected(folder)
    assert held["warnings"] == []
    assert [one for one in held["claims"] if one["verdict"] in _WRONG] == []


@pytest.mark.parametrize("folder", [name for name in FOLDERS if "-clean-" not in name])
def test_every_faulty_round_is_found(folder: str) -> None:
    """Each round with a fault in it has a warning of that fault, and of nothing else, and but one its explanation."""
    held = expected(folder)
    assert set(held["warnings"]) in ({"G201"}, {"G202"}, {"G201", "G202"})
    wrong = [one for one in held["claims"] if one["verdict"] in _WRONG]
    assert wrong != []
    assert all(one["causes"] for one in wrong) or "nothing-explains" in folder


def test_the_kept_rounds_show_every_kind_of_cause() -> None:
    """There is an example to read of every reason that I may be given."""
    shown = {
        cause["kind"] for folder in FOLDERS for one in expected(folder)["claims"] for cause in one.get("causes", [])
    }
    unseen = CauseKind.PROJECTS_NOT_GRANTS  # a number of grants may as well be one of projects
    assert shown == {kind.value for kind in CauseKind} - {unseen.value}
    assert len(FOLDERS) >= 60


def refresh() -> None:
    """Write every expected.json anew; the difference is for a person to read."""
    for folder in FOLDERS:
        with TemporaryDirectory() as root:
            text = json.dumps(told(folder, Path(root)), ensure_ascii=False, indent=2) + "\n"
        (KEPT / folder / "expected.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__" and sys.argv[1:] == ["--refresh"]:
    refresh()
