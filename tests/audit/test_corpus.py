"""Papers as other offices write them, in many layouts, sound and with planted faults: what the audit makes of each."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import corpus_score
import pytest
import yaml

from pcp_reports.claims import read
from pcp_reports.judging import judge

NAMES = corpus_score.names()


@cache
def _score(name: str) -> corpus_score.Score:
    try:
        return corpus_score.scored(corpus_score.case(name))
    except corpus_score.NotMadeError as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_is_found_and_what_is_sound_is_not_accused(name: str) -> None:
    """A planted fault is named, and nothing else in the paper is."""
    score = _score(name)
    assert (score.accused, score.missed) == ([], []), f"{name}: (accused falsely, missed)"


@pytest.mark.parametrize("name", NAMES)
def test_the_grants_are_read_as_a_careful_officer_reads_them(name: str) -> None:
    """Each grant of the paper is read with its recipient and its amount, in its round, and nothing else is taken for one."""
    score = _score(name)
    assert score.misread == [], (
        f"{name}: {score.lines_read} of {score.lines} lines, {score.lines_invented} that are none"
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_expectations_hold_together(name: str) -> None:
    """What is expected of a paper is borne out by the paper: its words stand there, and its sums are right."""
    expected = _expected(name)
    source = next(path for path in corpus_score.PAPERS.glob(f"{name}.*") if not path.name.endswith(".yaml"))
    text = _words(source.read_text("utf-8"))
    for due in expected["rounds"]:
        assert due["grants"] == len(due["lines"])
        assert all(any(_words(one) in text for one in _each(line[0])) for line in due["lines"]), due["lines"]
        amounts = [_each(line[1]) for line in due["lines"]]
        if due["total"] == "either":
            assert any(len(each) > 1 for each in amounts)
        else:
            assert sum(Decimal(each[0]) for each in amounts) == Decimal(due["total"])
        strands = due.get("strands", {})
        assert not strands or sum(map(Decimal, strands.values())) == Decimal(due["total"])
    for fault in expected.get("faults", ()):
        assert any(_words(str(figure)) in text for figure in fault["figure"]), fault
    for claim in expected.get("claims", ()):
        assert _words(str(claim["text"])) in text, claim
    assert expected["clean"] == (not expected.get("faults")), "a paper is clean, or its faults are named"


@pytest.mark.parametrize("name", NAMES)
def test_the_verdicts_expected_are_those_of_the_lines_expected(name: str) -> None:
    """Each stated figure is worth against the lines what the expectation says: a sound one holds, a planted one does not."""
    expected = _expected(name)
    rounds = expected["rounds"]
    due = {"agrees": corpus_score.AGREES, "disagrees": corpus_score.ACCUSES}
    for claim in expected.get("claims", ()):
        covered = [rounds[claim["round"] - 1]] if "round" in claim else [r for r in rounds if not r.get("optional")]
        if claim["verdict"] not in due or any(r["total"] == "either" for r in covered):
            continue
        if claim["what"] == "count":
            value = sum(r["grants"] for r in covered)
        elif "covers" in claim:
            value = sum(Decimal(r["strands"][strand]) for r in covered for strand in claim["covers"])
        else:
            value = sum(Decimal(r["total"]) for r in covered)
        judged = judge(read(str(claim["text"])), Decimal(value))
        assert judged.verdict in due[claim["verdict"]], (claim, value)
        assert not judged.looks_rounded, claim


def test_there_are_papers_enough() -> None:
    """The corpus is large, about half of it sound, and most of the sound papers have figures that invite a mistake."""
    papers = [_expected(name) for name in NAMES]
    clean = sum(paper["clean"] for paper in papers)
    assert len(papers) >= 80
    assert 0.4 <= clean / len(papers) <= 0.65


def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((corpus_score.PAPERS / f"{name}.expected.yaml").read_text("utf-8"))
    return found


def _each(value: Any) -> list[Any]:  # noqa: ANN401 - one value or a list of them, as the YAML has it
    return value if isinstance(value, list) else [value]


def _words(text: str) -> str:
    """Return the words of a text, without marks of layout and the spaces between lines."""
    return re.sub(r"[\s*>]+", " ", re.sub(r"\{-.*?-\}|\{\+|\+\}|\\[nt]|\[\^\]", " ", text))
