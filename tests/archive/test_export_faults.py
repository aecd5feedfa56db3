"""`restore` and `export` when the drive, or the power, fails at each of their calls to the system in turn.

strace stands between the command and the system, as in `faults`. After each fault the archive is as it was, the folder
asked for is absent, empty or whole, and the same command typed again does it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import bagit
import pytest
from archive_page import near, told
from faults import CALLS, ERRORS, Call, can, changing
from handmade_archive import keep, tree
from support import Ran, run

from pcp_reports.archive.handing_out.staging import left_over

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's"),
    pytest.mark.skipif(
        shutil.which("strace") is None and not os.environ.get("PCP_SKIP_NOTHING"), reason="strace is not here"
    ),
]
KINDS = ("KILL", *ERRORS, "SHORT")
HANDED_OUT = {
    "a copy taken out": ("restore", False),
    "a copy taken out to an empty folder": ("restore", True),
    "a bag": ("export", False),
    "a bag in an empty folder": ("export", True),
}
"""What is handed out, by its row in docs/archive.md: the command, and whether the folder is there already, empty."""
"""Whether each call fails in every way; otherwise in two of the five in which a drive refuses, by turns, to save time."""
NAME = "2023-10-03"
FILES = {
    "2023-10-03 panel-update v1 final.docx": b"PK the paper",
    "entries/office.yaml": b"kind: office\nname: The office\n",
    "version.json": b"{}\n",
}


class Driver:
    """The process whose children run a command, each under strace."""

    def __init__(self, root: Path, scratch: Path) -> None:
        self.root, self.scratch = root, scratch
        here = Path(__file__).resolve().parent
        places = os.pathsep.join(map(str, (here, *here.parents[:2])))
        self.process = subprocess.Popen(
            [sys.executable, here / "handing_out_driver.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": places},
        )
        self._say(json.dumps(["-C", str(root), "export", NAME, "v1", "--bagit", str(scratch / "warm")]))

    def run(self, arguments: list[str], *options: str) -> tuple[Ran, str]:
        """Run a command with strace's ``options``; return what came of it, and strace's record."""
        told, trace = self.scratch / "told", self.scratch / "trace"
        self._say(json.dumps({"arguments": ["-C", str(self.root), *arguments], "told": str(told)}))
        child = self._hear()
        strace = subprocess.Popen(
            [shutil.which("strace") or "", "-f", "-y", "-s", "0", "-o", trace, *options, "-p", child],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert strace.stderr is not None
        attached = strace.stderr.readline()
        assert "attached" in attached, attached + strace.stderr.read()
        self._say("go")
        code = int(self._hear())
        strace.communicate()
        out, err = json.loads(told.read_text(encoding="utf-8") or '["", ""]')
        return Ran(code, out, err), trace.read_text(encoding="utf-8", errors="replace")

    def fault(self, arguments: list[str], call: Call, kind: str) -> Ran:
        """Run a command while one call fails as ``kind`` says. Raises AssertionError where it did not."""
        how = {"KILL": "error=EIO:signal=KILL", "SHORT": "retval=1"}.get(kind, f"error={kind}")
        options = ("-e", f"trace={call.name}", "-e", f"inject={call.name}:{how}:when={call.index}")
        ran, trace = self.run(arguments, *options)
        assert (ran.code == -9) if kind == "KILL" else ("INJECTED" in trace), (call, kind, ran, trace)
        return ran

    def close(self) -> None:
        """Let the process end."""
        self.process.communicate()

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with a version in its archive."""
    home = tmp_path_factory.mktemp("handed") / "workspace"
    (home / "entries").mkdir(parents=True)
    keep(home, FILES, "final")
    return home


@pytest.fixture(scope="module")
def driver(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """Yield a driver that is ended afterwards."""
    made = Driver(root, tmp_path_factory.mktemp("driver"))
    yield made
    made.close()


def is_whole(command: str, target: Path) -> bool:
    """Return whether a folder holds the whole of the version, or a valid bag of it."""
    if command == "restore":
        return tree(target) == FILES
    bag = bagit.Bag(str(target))
    held = {path.removeprefix("data/version/"): data for path, data in tree(target).items()}
    return bool(bag.validate()) and held.items() >= FILES.items()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", HANDED_OUT)
def test_every_call_may_fail(driver: Driver, root: Path, tmp_path: Path, name: str, kind: str) -> None:
    """Whatever fails, and whenever: I have the whole or nothing, I am told so in words, and trying again works."""
    command, empty = HANDED_OUT[name]
    before = tree(root)
    target = tmp_path / "out" / "handed over"
    option = {"restore": "--to", "export": "--bagit"}[command]
    arguments = [command, NAME, "v1", option, str(target)]

    def begin() -> None:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        (target if empty else tmp_path).mkdir(parents=True, exist_ok=True)

    begin()
    ran, trace = driver.run(arguments, "-e", "trace=" + ",".join(f"?{one}" for one in CALLS))
    assert ran.code == 0, ran
    assert is_whole(command, target)
    calls = changing(trace, tmp_path / "out")
    done = 0
    for call in (one for one in calls if can(kind, one)):
        begin()
        ran = driver.fault(arguments, call, kind)
        done += 1
        there = target.is_dir() and any(target.iterdir())
        assert not there or is_whole(command, target), (call, kind, ran)
        assert ran.code in (0, 1, -9), (call, kind, ran)
        assert (ran.code == 0) <= there, (call, kind, ran)
        assert "Traceback" not in ran.out + ran.err, (call, kind, ran)
        assert ran.code != 1 or ("(A50" in ran.err and not ran.out), (call, kind, ran)
        left = left_over(target)
        if ran.code == 1:
            assert not left or "delete “handed over (unfinished copy " in ran.err, (call, kind, ran)
        beside = {one.name for one in (tmp_path / "out").iterdir()} if (tmp_path / "out").is_dir() else set()
        assert beside <= {"handed over", *(one.name for one in left)}, (call, kind, beside)
        assert tree(root) == before, (call, kind)
        if ran.code != 0 and not there:
            again = run(root, *arguments)
            assert again.code == 0, (call, kind, again)
            assert is_whole(command, target)
            assert again.err.count("was left by an attempt that was cut off") == len(left), (call, kind, again)
    assert len(calls) > 15
    assert near(done, told(name)[kind])
