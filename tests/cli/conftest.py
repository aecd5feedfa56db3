"""What the tests of the command line share: running it, and a workspace to run it on."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pcp_reports.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Said:
    """What a run said and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def pcp(capfd: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Return a function that runs the command line with the arguments given."""

    def call(*arguments: object) -> Said:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the worked example, and work inside it."""
    root = tmp_path / "workspace"
    for name in ("entries", "templates"):
        shutil.copytree(ROOT / name, root / name)
    monkeypatch.chdir(root)
    return root
