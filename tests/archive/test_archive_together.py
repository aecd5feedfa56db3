"""Several people at one archive: two who write, somebody who reads meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from archives import assess, head_of
from faults import archived
from writers import OTHER, PAPER

from pcp_reports.archive.folders import stored
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.objects import StoredPaper, StoredVersion

HERE = Path(__file__).parent
ROUNDS = 100


def writer(root: Path, paper: str, who: str, rounds: int) -> subprocess.Popen[str]:
    """Start a process that archives ``rounds`` versions of a paper, each with words of its own."""
    places = os.pathsep.join(map(str, (HERE, HERE.parents[1])))
    return subprocess.Popen(
        [sys.executable, HERE / "writers.py", root, paper, who, str(rounds)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": places},
    )


def ended(process: subprocess.Popen[str]) -> int:
    """Return how many versions a writer stored; it must have ended well."""
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    return int(said)


def words(root: Path, paper: str) -> list[str]:
    """Return who wrote each version of a paper, and in which round."""
    found = stored(root, paper)
    assert isinstance(found, StoredPaper)
    return [version.block.reason for version in found.versions]


@pytest.mark.parametrize("papers", [(PAPER, PAPER), (PAPER, OTHER)])
def test_two_who_archive_at_once_both_have_every_version_kept_once(papers: tuple[str, str], tmp_path: Path) -> None:
    """When two of us archive a hundred times each at the same time, all two hundred versions are there, each once."""
    running = [writer(tmp_path, paper, who, ROUNDS) for paper, who in zip(papers, "AB", strict=True)]
    assert [ended(one) for one in running] == [ROUNDS, ROUNDS]
    found = Counter(one for paper in set(papers) for one in words(tmp_path, paper))
    assert found == Counter(f"{who} {number}" for who in "AB" for number in range(ROUNDS))
    assess(tmp_path)
    assert len(read_ledger(tmp_path).events) == 2 * ROUNDS


def test_a_reader_meanwhile_sees_the_version_before_or_the_one_after(tmp_path: Path) -> None:
    """Whoever looks while somebody archives sees whole versions only, and never one fewer than before."""
    archived(tmp_path, 1)
    process = writer(tmp_path, PAPER, "A", 40)
    seen: list[int] = []
    while process.poll() is None:
        head = head_of(tmp_path)
        assert head is not None
        found = stored(tmp_path, PAPER)
        assert isinstance(found, StoredPaper)
        version: StoredVersion = found.versions[-1]
        assert version.number in (head, head + 1)
        for path in version.paths:
            version.read(path)
        seen.append(version.number)
    assert ended(process) == 40
    assert seen == sorted(seen)
    assert len(set(seen)) > 5
    assess(tmp_path, PAPER, 41)
