"""A paper four times as long takes about four times the work, whatever it is full of: calls are counted, never seconds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from pcp_reports.audit.auditing import audit
from pcp_reports.papers.opening import read_paper

if TYPE_CHECKING:
    from types import CodeType, FrameType

    from _typeshed import TraceFunction

_SHORT, _LONG = 15, 60  # times that a stretch of text is repeated
_MOST = 1.025  # in step with its length is 1; going back over every list before shows from 1.027 at this length
_NEWS = """The Commissioner has awarded £{0},500 to two charities in May.

Barset Youth received £{0},000 for evening football, and Morton Scouts were given £500 for tents.
"""
_STRETCHES = {
    "tiny lists": "Budget £{0}\n\nElm £3\n\nLeft £2\n",
    "the same news": _NEWS.replace("{0}", "2"),
    "news of other sums": _NEWS,
    "lists that lost a bullet": "## Grants of round {0}\n\n- Elm - £{0}1\n- Oak - £{0}2\n\nAsh - £{0}3\n",
    "lists of an appendix": "Appendix A Grants\n\n- Elm - £{0}1\n- Oak - £{0}2\n\nAs appendix A shows, £{0} was given.\n",
    "one fund": "The Elm Fund awarded these grants:\n\n- Ash - £{0}1\n- Oak - £{0}2\n\nIn June the Elm Fund gave £{0}.\n",
}


def _steps(text: str) -> int:
    """Return how many steps of the program's own code the audit of a text takes: calls, and rounds of each loop in them."""
    paper = read_paper(text.encode(), "paper.md")
    steps = 0
    own: dict[CodeType, bool] = {}

    def step(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal steps
        code = frame.f_code
        if code not in own:
            own[code] = "pcp_reports" in code.co_filename
        if not own[code]:
            return None
        steps += event in {"call", "line"}
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        audit(paper)
    finally:
        sys.settrace(before)
    return steps


def _text(stretch: str, times: int) -> str:
    return "\n".join(stretch.replace("{0}", str(number)) for number in range(100, 100 + times))


@pytest.mark.parametrize("stretch", _STRETCHES.values(), ids=_STRETCHES.keys())
def test_a_long_paper_of_small_lists_is_read_in_step_with_its_length(stretch: str) -> None:
    """A year of notices pasted into one file is audited in as many times the work as it is long, and no more."""
    short, long = _steps(_text(stretch, _SHORT)), _steps(_text(stretch, _LONG))
    assert long / short <= _MOST * _LONG / _SHORT


def test_a_long_list_whose_later_lines_say_something_else_is_audited() -> None:
    """A list of fifty lines, of which only the first forty share their words, does not stop the audit."""
    lines = [f"given to elm{number} hall £{number}00" for number in range(10, 55)]
    lines += [f"paid for oak{number} £{number}00" for number in range(60, 70)]
    found = audit(read_paper(("The following grants were awarded:\n\n- " + "\n- ".join(lines)).encode(), "paper.md"))
    assert found.paper.passages
