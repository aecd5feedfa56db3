"""Thousands of rounds made from seeds: every planted fault is found and its true cause told, and no clean round is accused."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from planted_faults import FAULTS
from rounds import made, projects_of, total_of, workspace
from support import surveyed

from pcp_reports.checks import check
from pcp_reports.checks.explain import CauseKind, explain_both
from pcp_reports.judging import Verdict, judge

if TYPE_CHECKING:
    from pathlib import Path

    from rounds import Round

    from pcp_reports.checks.explain import Cause

CHUNKS = 20
EACH = 750  # 15,000 rounds: 10,000 with a fault, 5,000 clean
RIVALS = 1  # of 750: rounds in which two other causes fit as exactly, which nobody could tell from the true one
_WRONG = (Verdict.DISAGREES, Verdict.EXCEEDS)
_SAME_LINES = {CauseKind.STRANDS, CauseKind.WHOLE, CauseKind.LEFT_OUT, CauseKind.OUTSIDE}
"""What may be one and the same: a strand of one line that is left out, the only line of the others that is counted."""


def seeds(chunk: int, *, clean: bool) -> list[int]:
    """Return the seeds of a chunk whose rounds are clean, or have a fault."""
    return [seed for seed in range(chunk * EACH, (chunk + 1) * EACH) if (seed % 3 == 0) is clean]


def disagree(own: Round) -> tuple[bool, bool]:
    """Return whether the total and the count printed disagree with the lines."""
    total, count = own.total, own.count
    return (
        total is not None and judge(total, Decimal(total_of(own.inside)).scaleb(-2)).verdict in _WRONG,
        count is not None and judge(count, Decimal(projects_of(own.inside))).verdict in _WRONG,
    )


def is_true(cause: Cause, own: Round) -> bool:
    """Return whether a cause is the fault that was planted; of several lines that would do, one that names its line."""
    fault = own.fault
    assert fault is not None
    told, planted = set(map(id, cause.lines)), set(map(id, fault.lines))
    alike = cause.kind is fault.kind or {cause.kind, fault.kind} <= _SAME_LINES
    return alike and (planted <= told if cause.choice else planted == told)


def holds(cause: Cause, own: Round) -> bool:
    """Return whether the figures printed come out with the cause, added up here anew; for causes by lines."""
    fewer = cause.kind in (CauseKind.LEFT_OUT, CauseKind.STRANDS)
    inside = [line for line in own.inside if line.counts]
    if cause.choice and cause.kind is CauseKind.STRANDS:
        ways = [[line for line in own.lines if line.counts and line.strand == name] for name in cause.strands]
    elif cause.kind is CauseKind.STRANDS:
        ways = [[line for line in own.lines if line.counts and line.strand in cause.strands]]
    else:
        changed = [[line] for line in cause.lines] if cause.choice else [list(cause.lines)]
        out = [set(map(id, lines)) if fewer else set() for lines in changed]
        ways = [
            [*(line for line in inside if id(line) not in gone), *([] if fewer else lines)]
            for gone, lines in zip(out, changed, strict=True)
        ]
    for lines in ways:
        pence, projects = sum(line.pence for line in lines), sum(line.projects for line in lines)
        if cause.total and (own.total is None or not _nearly(own, pence)):
            return False
        if cause.count and (own.count is None or judge(own.count, Decimal(projects)).verdict in _WRONG):
            return False
    return bool(ways)


def _nearly(own: Round, pence: int) -> bool:
    """Return whether the total is right of an amount, or in whole pounds of its pounds."""
    assert own.total is not None
    near = (pence, pence // 100 * 100, (pence + 50) // 100 * 100) if own.total.step == 1 else (pence,)
    return any(judge(own.total, Decimal(one).scaleb(-2)).verdict not in _WRONG for one in near)


_BY_LINES = {*_SAME_LINES, CauseKind.TWICE, CauseKind.APART}


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_planted_fault_is_found_and_its_cause_told(chunk: int) -> None:
    """Whatever slipped in a round's total or count, I am told that it disagrees, and why among the first two reasons."""
    missed = []
    for seed in seeds(chunk, clean=False):
        own = made(seed)
        assert own.fault is not None
        total, count = disagree(own)
        assert total is (own.fault.total and own.total is not None), seed
        assert count is (own.fault.count and own.count is not None), seed
        explained = explain_both(own.total, own.count, own.inside, own.days, others=own.others)
        assert explained.complete
        for cause in explained.causes:
            if cause.kind in _BY_LINES:
                assert holds(cause, own), (seed, cause.sentence)
        if not any(is_true(cause, own) for cause in explained.causes[:2]):
            missed.append((seed, own.fault.kind, [cause.sentence for cause in explained.causes]))
    # A miss is allowed only where two other causes come out exactly as well, and hardly ever.
    assert all(len(causes) > 2 for _, _, causes in missed), missed
    assert len(missed) <= RIVALS, missed


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_clean_round_is_accused(chunk: int) -> None:
    """A round whose figures are right is never said to disagree, however they are hedged, and nothing is explained."""
    for seed in seeds(chunk, clean=True):
        own = made(seed)
        assert own.fault is None
        assert disagree(own) == (False, False), (seed, own.text)
        assert explain_both(own.total, own.count, own.inside, own.days, others=own.others).causes == ()


@pytest.mark.parametrize("chunk", range(5))
def test_the_whole_check_says_of_a_round_what_its_lines_say(chunk: int, tmp_path: Path) -> None:
    """From the entry as typed, too: a planted fault is the one warning, a clean round has none, however it is worded."""
    for seed in range(chunk * 40, (chunk + 1) * 40):
        own = made(seed)
        found = {one.code for one in check(surveyed(tmp_path / str(seed), workspace(own)))}
        assert found == own.codes, (seed, own.text)


def test_every_kind_of_cause_is_planted() -> None:
    """There is no reason that I may be given which the generated rounds do not try."""
    faults = [made(seed).fault for seed in range(300)]
    planted = {fault.kind for fault in faults if fault is not None}
    assert planted == set(CauseKind) - {CauseKind.PROJECTS_NOT_GRANTS}  # that one is of counts of grants
    assert len(FAULTS) >= len(planted)
