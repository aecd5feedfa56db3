"""`--watch`: every save is answered, good or bad, until Ctrl+C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("watchfiles", reason="the extra “watch” (watchfiles) is not installed")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30
"""Seconds to wait for an answer on a busy machine."""


class Watched:
    """A running --watch and what it says, line by line."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "pcp_reports", *arguments, "--watch"],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Return everything said up to a line with ``words``."""
        said = ""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                said += self.lines.get(timeout=0.2)
            except queue.Empty:
                assert self.process.poll() is None, f"it ended: {said}"
                continue
            if words in said:
                return said
        raise AssertionError(f"“{words}” was never said: {said}")

    def close(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.wait(PATIENCE)
        self.listener.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def stop(self) -> int:
        """Press Ctrl+C and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watching(example: Path) -> Iterator[list[Watched]]:
    """Return a list whose runs are ended with the test."""
    running: list[Watched] = []
    yield running
    for one in running:
        one.close()
    assert example.is_dir()


def test_check_answers_every_save_and_survives_bad_input(example: Path, watching: list[Watched]) -> None:
    """A fault saved is told, rubbish is survived, the mended file is called clean, Ctrl+C ends it quietly."""
    entry = example / "entries/2023-10-03/bacup.yaml"
    good = entry.read_bytes()
    watched = Watched(example, "check")
    watching.append(watched)
    watched.until("Waiting for the next save")
    for data, answer in (
        (good.replace(b"kind: engagement", b"kind: engagment"), "Did you mean “engagement”?"),
        (b"\xff\xfe\x00rubbish", "UTF-16"),
        (b"", "the file is empty"),
        (good, "14 files read: 4 warnings"),
    ):
        entry.write_bytes(data)
        assert answer in watched.until(answer)
        watched.until("Waiting for the next save")
    assert watched.stop() == 0


def test_build_answers_a_save_of_the_template_too(example: Path, watching: list[Watched]) -> None:
    """Restyling the template in Word builds the paper again; a broken template is told and survived."""
    template = example / "templates/panel-update.docx"
    good = template.read_bytes()
    watched = Watched(example, "build", "2023-10-03")
    watching.append(watched)
    watched.until("panel-update.docx")
    watched.until("Waiting for the next save")
    template.write_bytes(b"not Word")
    assert "W201" in watched.until("Nothing was built")
    watched.until("Waiting for the next save")
    template.write_bytes(good)
    watched.until("output/2023-10-03/2023-10-03 panel-update.docx")
    watched.until("Waiting for the next save")
    assert watched.stop() == 0
