"""Faults put in at the calls to the system by which a version is archived: each one refused, cut short, or the last ever made.

strace stands between the process and the system. A first run records every call that changes a file; each further run
lets one of them fail. ``python tests/archive/faults.py`` prints how many that makes, of which kind.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from writers import OTHER, PAPER, archive, version

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.layout import archive_of, ledger_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
CALLS = (
    *("mkdir", "mkdirat", "open", "openat", "creat", "link", "linkat", "symlink", "symlinkat"),
    *("write", "pwrite64", "writev", "sendfile", "copy_file_range", "truncate", "ftruncate", "fsync", "fdatasync"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"),
    *("chmod", "fchmod", "fchmodat", "utimensat", "flock"),
)
STRACE = shutil.which("strace") or ""
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (.*)")
_CHANGES = re.compile(r"O_CREAT|O_WRONLY|O_RDWR|O_TRUNC|O_APPEND")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EXDEV")
KINDS = ("KILL", *ERRORS, "SHORT")


@dataclass(frozen=True)
class Call:
    """A call that changes a file: its name, which of its name it is since the process was let go, and what it was given."""

    name: str
    index: int
    given: str


@dataclass(frozen=True)
class Scenario:
    """A state of the archive to start from, and the version that is archived then; ``head`` is where it stands before."""

    name: str
    make: Callable[[Path], None]
    number: int
    paper: str = PAPER
    head: int = 0


class Driver:
    """The process whose children archive, each under strace."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        places = os.pathsep.join(map(str, (HERE, HERE.parents[1])))
        self.process = subprocess.Popen(
            [sys.executable, HERE / "fault_driver.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": places},
        )

    def run(self, root: Path, number: int, paper: str, *options: str) -> tuple[int, str, str]:
        """Archive a version with strace's ``options``; return how the child ended, what it told, and strace's record."""
        told, trace = self.scratch / "told", self.scratch / "trace"
        told.write_text("", encoding="utf-8")
        asked = {"root": str(root), "number": number, "paper": paper, "told": str(told)}
        child = self._ask(json.dumps(asked))
        strace = subprocess.Popen(
            [STRACE, "-f", "-y", "-s", "0", "-o", trace, *options, "-p", child],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert strace.stderr is not None
        attached = strace.stderr.readline()
        assert "attached" in attached, attached + strace.stderr.read()
        ended = int(self._ask("go"))
        strace.communicate()
        return ended, told.read_text(encoding="utf-8"), trace.read_text(encoding="utf-8", errors="replace")

    def calls(self, root: Path, scenario: Scenario) -> list[Call]:
        """Return every call that changes a file of the workspace while a version is archived.

        Of a recovery, only what comes before the version's own folder is made: the rest is a commit like any other.
        """
        traced = "trace=" + ",".join(f"?{one}" for one in CALLS)
        ended, told, trace = self.run(root, scenario.number, scenario.paper, "-e", traced)
        assert ended == 0, told
        made = changing(trace, root)
        if not scenario.name.startswith("recovery"):
            return made
        commit = (at for at, call in enumerate(made) if call.name == "mkdir" and "/archive/" in call.given)
        return made[: next(commit, len(made))]

    def fault(self, root: Path, scenario: Scenario, call: Call, kind: str) -> tuple[int, str]:
        """Archive a version while one call fails as ``kind`` says; return how it ended, and what was told.

        Raises AssertionError where the call that failed was not the one that was meant.
        """
        how = {"KILL": "error=EIO:signal=KILL", "SHORT": "retval=1"}.get(kind, f"error={kind}")
        options = ("-e", f"trace={call.name}", "-e", f"inject={call.name}:{how}:when={call.index}")
        ended, told, trace = self.run(root, scenario.number, scenario.paper, *options)
        hit = [line for line in trace.splitlines() if "INJECTED" in line]
        if kind == "KILL":
            made = [line for line in trace.splitlines() if f"{call.name}(" in line]
            assert ended == -9, (call, ended, told)
            assert len(made) == call.index, (call, trace)
            hit = made[-1:]
        assert len(hit) == 1, (call, kind, trace)
        assert plain(call.given, root) in plain(hit[0], root), (call, hit)
        return ended, told

    def close(self) -> None:
        """Let the process end."""
        self.process.communicate()

    def _ask(self, line: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def changing(trace: str, root: Path) -> list[Call]:
    """Return the calls of strace's record that change a file below ``root``, each counted among all of its name."""
    seen: Counter[str] = Counter()
    made: list[Call] = []
    for line in trace.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, given, _ = match.groups()
        seen[name] += 1
        opens = name in ("open", "openat")
        if str(root) in given and (not opens or _CHANGES.search(given)):
            made.append(Call(name, seen[name], plain(given, root)))
    return made


def plain(given: str, root: Path) -> str:
    """Return what a call was given without what differs from run to run: the folder, and names drawn by lot."""
    return re.sub(r"\.[0-9a-f]{12}\.tmp", ".#.tmp", given.replace(str(root), ""))


@contextmanager
def driver(scratch: Path) -> Iterator[Driver]:
    """Yield a driver that is ended afterwards."""
    made = Driver(scratch)
    try:
        yield made
    finally:
        made.close()


# -- states to start from


def archived(root: Path, count: int, paper: str = PAPER) -> None:
    """Archive the first versions of a paper."""
    for number in range(1, count + 1):
        assert isinstance(archive(root, number, paper), Added)


def home(root: Path, paper: str = PAPER) -> Path:
    """Return a paper's folder in the archive."""
    return archive_of(root) / paper[:4] / f"{paper}-panel-update"


def last_event(root: Path) -> Path:
    """Return the ledger's last event."""
    return max(path for path in ledger_of(root).iterdir() if path.suffix == ".json")


def undecided(root: Path, number: int) -> None:
    """Leave what a process leaves that is killed just before version ``number`` is recorded."""
    archived(root, number - 1)
    before = {name: (home(root) / name).read_bytes() for name in _LISTS} if number > 1 else {}
    archived_one(root, number)
    event = last_event(root)
    event.rename(event.with_name(f".event.{number:012}.tmp"))
    (home(root) / f"v{number}" / "NOT FINISHED.txt").write_bytes(b"This version is being written.\n")
    _listed_as(root, before)


def unlisted(root: Path, number: int) -> None:
    """Leave what a process leaves that is killed just after version ``number`` was recorded."""
    archived(root, number - 1)
    before = {name: (home(root) / name).read_bytes() for name in _LISTS} if number > 1 else {}
    archived_one(root, number)
    (home(root) / f"v{number}" / "NOT FINISHED.txt").write_bytes(b"This version is being written.\n")
    _listed_as(root, before)
    (home(root) / ".inventory.json.0123456789ab.tmp").write_bytes(b"{")


def old_sidecar(root: Path) -> None:
    """Leave the digest beside the list of versions as it was before the last version."""
    archived(root, 1)
    before = (home(root) / _LISTS[1]).read_bytes()
    archived_one(root, 2)
    (home(root) / _LISTS[1]).write_bytes(before)


def empty_list(root: Path) -> None:
    """Leave the list of versions empty, as a power cut may."""
    archived(root, 2)
    (home(root) / _LISTS[0]).write_bytes(b"")


def cut_event(root: Path) -> None:
    """Leave the ledger's last event empty, and its version unfinished."""
    undecided(root, 2)
    claim = next(path for path in ledger_of(root).iterdir() if path.suffix == ".tmp")
    claim.rename(ledger_of(root) / f"000002 {home(root).name} v2.json")
    last_event(root).write_bytes(b"")


def archived_one(root: Path, number: int) -> None:
    """Archive one version."""
    assert isinstance(archive(root, number), Added)


def _listed_as(root: Path, before: dict[str, bytes]) -> None:
    for name in _LISTS:
        if name in before:
            (home(root) / name).write_bytes(before[name])
        else:
            (home(root) / name).unlink()


_LISTS = ("inventory.json", "inventory.json.sha512")

SCENARIOS = {
    one.name: one
    for one in (
        Scenario("commit of v1 in a new archive", lambda _: None, 1),
        Scenario("commit of v2", lambda root: archived(root, 1), 2, head=1),
        Scenario("commit of another paper's v1", lambda root: archived(root, 1), 1, OTHER),
        Scenario("recovery of v1 cut off before its record", lambda root: undecided(root, 1), 1),
        Scenario("recovery of v2 cut off before its record", lambda root: undecided(root, 2), 2, head=1),
        Scenario("recovery of v1 cut off after its record", lambda root: unlisted(root, 1), 1),
        Scenario("recovery of v2 cut off after its record", lambda root: unlisted(root, 2), 2, head=1),
        Scenario("recovery of a digest not yet written", old_sidecar, 2, head=1),
        Scenario("recovery of an empty list of versions", empty_list, 2, head=1),
        Scenario("recovery of an empty event", cut_event, 2, head=1),
    )
}


def can(kind: str, call: Call) -> bool:
    """Return whether a call can fail in this way: only what writes can write too little."""
    return kind != "SHORT" or call.name in ("write", "pwrite64", "writev", "sendfile", "copy_file_range")


def counts() -> dict[str, Counter[str]]:
    """Return for each scenario how many faults of which kind it takes, from a recording."""
    made: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder, driver(Path(folder)) as running:
        for name, scenario in SCENARIOS.items():
            root = Path(folder) / "work"
            root.mkdir()
            scenario.make(root)
            calls = running.calls(root, scenario)
            made[name] = Counter({kind: sum(can(kind, call) for call in calls) for kind in KINDS})
            shutil.rmtree(root)
    return made


def main() -> None:
    """Print the faults of every scenario as a table."""
    found = counts()
    sys.stdout.write("| what is cut off | " + " | ".join(KINDS) + " |\n| --- " * 1 + "| --- " * len(KINDS) + "|\n")
    for name, counted in found.items():
        sys.stdout.write(f"| {name} | " + " | ".join(str(counted[kind]) for kind in KINDS) + " |\n")
    total = sum(found.values(), Counter[str]())
    sys.stdout.write("| together | " + " | ".join(str(total[kind]) for kind in KINDS) + f" |\n\n{total.total()}\n")


if __name__ == "__main__":
    assert version(1).files
    main()
