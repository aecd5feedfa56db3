"""Whatever fails while a version is archived, and wherever it is cut off: nothing that was archived is lost or changed.

Each test lets every call of one commit or recovery that changes a file fail in one way, one after the other.
"""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest
from archives import assess, frozen, head_of
from faults import ERRORS, KINDS, SCENARIOS, STRACE, Call, Scenario, can, driver
from writers import OTHER, PAPER, archive

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.ledger.events import read_ledger

if TYPE_CHECKING:
    from pathlib import Path

DENIED = ("A202", "A204", "A205", "A207", "A208")
"""What says that nothing was archived."""
WRITES_NOTHING = {
    "recovery of v1 cut off before its record",
    "recovery of v2 cut off before its record",
    "recovery of an empty event",
}
"""The recoveries that only move things away: no write of theirs can be cut short."""
pytestmark = pytest.mark.skipif(not STRACE, reason="strace is not installed")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_whatever_fails_nothing_is_lost_and_the_next_attempt_succeeds(name: str, kind: str, tmp_path: Path) -> None:
    """Power may fail, the drive may fill up or break, at any moment: older versions stay, and typing it again completes it."""
    scenario = SCENARIOS[name]
    start, root = tmp_path / "start", tmp_path / "work"
    start.mkdir()
    scenario.make(start)
    before = frozen(start)
    injected = 0
    with driver(tmp_path) as running:
        shutil.copytree(start, root)
        calls = running.calls(root, scenario)
        assert len(calls) > 5
        for call in (call for call in calls if can(kind, call)):
            shutil.rmtree(root)
            shutil.copytree(start, root)
            ended, told = running.fault(root, scenario, call, kind)
            where = f"{kind} at {call}: {ended} {told}"
            assert ended in ((-9,) if kind == "KILL" else (0, 1)), where
            assert before.items() <= frozen(root).items(), where
            unread = {None} if name == "recovery of an empty list of versions" else set()
            assert head_of(root, scenario.paper) in {scenario.head, scenario.head + 1} | unread, where
            if ended == 0:  # the fault was overcome, and the version is there
                assess(root, scenario.paper, scenario.head + 1)
            else:
                recorded = len(read_ledger(root).of(scenario.paper)) > scenario.head
                assert kind == "KILL" or told.startswith("A2"), where
                assert not told.startswith("A206") or recorded, where
                assert told[:4] not in DENIED or name.startswith("recovery") or not recorded, where
            retried = archive(root, scenario.number, scenario.paper)
            assert isinstance(retried, Added), (where, retried)
            assess(root, scenario.paper, scenario.head + 1)
            assert before.items() <= frozen(root).items(), where
            injected += 1
    assert injected == sum(can(kind, call) for call in calls)
    assert (injected == 0) == (kind == "SHORT" and name in WRITES_NOTHING)


def test_each_attempt_that_fails_says_what_to_do(tmp_path: Path) -> None:
    """A full drive, a drive that nobody may write to and a broken one are told apart, each with what to do."""
    scenario = SCENARIOS["commit of v1 in a new archive"]
    codes = {"ENOSPC": "A204", "EACCES": "A202", "EROFS": "A202", "EIO": "A205", "SHORT": "A208"}
    with driver(tmp_path) as running:
        root = tmp_path / "work"
        root.mkdir()
        calls = running.calls(root, scenario)
        write = next(call for call in calls if call.name == "write" and "slnf" in call.given)
        fsync = next(call for call in calls if call.name == "fsync" and "slnf" in call.given)
        for kind, code in codes.items():
            shutil.rmtree(root)
            root.mkdir()
            ended, told = running.fault(root, scenario, write if kind == "SHORT" else fsync, kind)
            assert (ended, told[:4]) == (1, code)
            assert [path for path in root.rglob("*") if "2023-10-03" in path.name] == []


def test_all_is_on_the_disk_before_the_ledger_says_so(tmp_path: Path) -> None:
    """When the power fails right after a version is recorded, every byte of it is on the disk already, and every name."""
    root = tmp_path / "work"
    root.mkdir()
    with driver(tmp_path) as running:
        calls = running.calls(root, SCENARIOS["commit of v1 in a new archive"])
    (record,) = (at for at, call in enumerate(calls) if call.name == "rename" and "000001 " in call.given)
    before, after = calls[:record], calls[record + 1 :]
    created = {_file(call) for call in before if call.name == "openat" and "O_EXCL" in call.given}
    created -= {"/output/.archive.lock"}
    assert len(created) == 12
    assert created <= {_file(call) for call in before if call.name == "fsync"}
    made = [at for at, call in enumerate(before) if call.name == "mkdir"]
    for at in made:
        folder = before[at].given.split('"')[1]
        above = folder.rpartition("/")[0]
        synced = {_file(call) for call in before[at:] if call.name == "fsync"}
        assert above in synced, (folder, above)
    assert _file(after[0]) == "/output/ledger"
    assert after[0].name == "fsync"


def _file(call: Call) -> str:
    """Return the file that a call was given: a path of its own, or that of an open file."""
    return call.given.split('"')[1] if '"/' in call.given else call.given.split("<", 1)[1].split(">", 1)[0]


@pytest.mark.parametrize("seed", range(8))
def test_any_run_of_attempts_cut_off_at_any_moment_leaves_a_whole_archive(seed: int, tmp_path: Path) -> None:
    """However often I am cut off, and however often I try again, each version is kept once and nothing else is."""
    chance = random.Random(seed)  # noqa: S311 - no secret is drawn
    root = tmp_path / "work"
    root.mkdir()
    heads = {PAPER: 0, OTHER: 0}
    with driver(tmp_path) as running:
        for _ in range(12):
            paper = chance.choice([PAPER, OTHER])
            wanted = Scenario("", lambda _: None, heads[paper] + 1, paper)
            before = frozen(root)
            copy = tmp_path / "copy"
            shutil.copytree(root, copy)
            calls = running.calls(copy, wanted)
            shutil.rmtree(copy)
            kind = chance.choice(["KILL", "KILL", "KILL", *ERRORS])
            running.fault(root, wanted, chance.choice(calls), kind)
            assert before.items() <= frozen(root).items()
            assert head_of(root, paper) in (heads[paper], heads[paper] + 1)
            if chance.random() < 0.5:
                assert isinstance(archive(root, wanted.number, paper), Added)
                heads[paper] += 1
                assess(root, paper, heads[paper])
        for paper, head in heads.items():
            assert isinstance(archive(root, head + 1, paper), Added)
            assess(root, paper, head + 1)
