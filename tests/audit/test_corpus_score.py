"""The scorer of the corpus: what it lets through would never be seen, so each of its judgements is held to an example."""

from __future__ import annotations

from typing import Any

import corpus_score
import pytest

TEXT = "The Commissioner gave £900 to two groups:"
LINES = [["Rovers", "300.00"], ["Scouts", "500.00"]]


def _case(**expected: Any) -> corpus_score.Case:  # noqa: ANN401 - whatever an expectation holds
    whole = {"clean": not expected.get("faults"), "rounds": [{"total": "800.00", "grants": 2, "lines": LINES}]}
    return corpus_score.Case("example", "example.txt", b"", whole | expected)


def _said(
    *,
    findings: tuple[dict[str, Any], ...] = (),
    claims: tuple[dict[str, Any], ...] = (),
    lines: tuple[tuple[str, str | None], ...] = (("Rovers", "300.00"), ("Scouts", "500.00")),
) -> dict[str, Any]:
    read = [{"recipient": who, "purpose": "", "amount": amount, "where": ""} for who, amount in lines]
    only = {"lead": TEXT, "total": "800.00", "grants": len(read), "strands": [], "lines": read, "claims": list(claims)}
    return {"papers": [{"path": "example.txt", "rounds": [only], "findings": list(findings)}]}


def _finding(message: str, *, severity: str = "warning", line: int = 9) -> dict[str, Any]:
    return {"code": "G201", "severity": severity, "message": message, "line": line, "hint": ""}


def _claim(text: str, verdict: str) -> dict[str, Any]:
    return {"text": text, "what": "total", "verdict": verdict, "explanation": ""}


def _score(case: corpus_score.Case, said: dict[str, Any]) -> corpus_score.Score:
    return corpus_score.score_of(case, said, {1: TEXT})


FAULT = {"faults": [{"kind": "total", "figure": ["£900"]}]}


@pytest.mark.parametrize(
    ("findings", "claims", "missed"),
    [
        ((), (), 1),
        ((_finding("the text says £900; the lines come to £800"),), (), 0),
        ((_finding("the text says £900", severity="note"),), (), 1),
        ((_finding("the text says £4,900"),), (), 1),
        ((_finding("they come to £900.50"),), (), 1),
        ((_finding("a total is out", line=1),), (), 0),
        ((), (_claim("£900", "disagrees"),), 0),
        ((), (_claim("over £900 in all", "exceeds"),), 0),
        ((), (_claim("£900", "cannot_check"),), 1),
        ((), (_claim("£900", "agrees"),), 1),
    ],
)
def test_a_planted_fault_is_found_only_where_it_is_accused(
    findings: tuple[dict[str, Any], ...], claims: tuple[dict[str, Any], ...], missed: int
) -> None:
    """A fault counts as found where a warning or a verdict speaks of its figure, not where a like figure is spoken of."""
    assert len(_score(_case(**FAULT), _said(findings=findings, claims=claims)).missed) == missed


@pytest.mark.parametrize(
    ("findings", "claims", "accused"),
    [
        ((), (_claim("£800", "agrees"),), 0),
        ((), (_claim("£800", "disagrees"),), 1),
        ((), (_claim("£800", "exceeds"),), 1),
        ((), (_claim("£800", "cannot_check"),), 0),
        ((_finding("£800 is not right"),), (), 1),
        ((_finding("£800 may be rounded", severity="note"),), (), 0),
        ((_finding("the file is damaged", severity="error"),), (), 1),
    ],
)
def test_nothing_sound_may_be_accused(
    findings: tuple[dict[str, Any], ...], claims: tuple[dict[str, Any], ...], accused: int
) -> None:
    """A warning, an error or an unsound verdict on a sound paper is a false accusation; a note is none."""
    assert len(_score(_case(), _said(findings=findings, claims=claims)).accused) == accused


def test_what_either_way_is_right_does_not_count() -> None:
    """A figure that a careful reader could take either way is neither missed nor falsely accused."""
    case = _case(either=["£801"])
    assert _score(case, _said(claims=(_claim("£801", "disagrees"),))).accused == []
    assert _score(case, _said()).accused == []


@pytest.mark.parametrize(
    ("lines", "read", "invented"),
    [
        ((("Rovers", "300.00"), ("Scouts", "500.00")), 2, 0),
        ((("ROVERS", "300.00"), ("“Scouts”,", "500.00")), 2, 0),
        ((("Rovers", "300.00"),), 1, 0),
        ((("Rovers", "300.00"), ("Scouts", None)), 1, 1),
        ((("Rovers", "300.00"), ("The Scouts", "500.00")), 1, 1),
        ((("Rovers", "300.00"), ("Scouts", "500.00"), ("Scouts", "500.00")), 2, 1),
    ],
)
def test_lines_are_counted_one_for_one(lines: tuple[tuple[str, str | None], ...], read: int, invented: int) -> None:
    """A line is read where its recipient and its amount are; a line too many is counted against the reader."""
    score = _score(_case(), _said(lines=lines))
    assert (score.lines_read, score.lines_invented) == (read, invented)
    assert bool(score.misread) == ((read, invented) != (2, 0))


def test_the_summary_says_what_was_missed() -> None:
    """The summary gives the figures, and names each paper with what went wrong in it."""
    told = corpus_score.summary([_score(_case(**FAULT), _said(claims=(_claim("£800", "disagrees"),)))])
    assert "planted faults found    0 of 1 (0.0 %)" in told
    assert "example: total: £900" in told
    assert "example: total “£800” disagrees" in told
