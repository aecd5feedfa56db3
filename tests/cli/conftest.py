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


MENDS = {
    "funding/2023-24/slnf-september.yaml": (("£53,879 was", "£53,879 from the Community Fund was"),),
    "prosper-partnership/prosper.yaml": (
        ("up 18%", "up 18 points"),
        ("up 24%", "up 24 points"),
        ("up 16%", "up 16 points"),
        ("was: 342", "was: 371"),
        ("      change: down £296,290\n", "      change: down £296,290\n      partial: yes\n"),
    ),
}
"""What the published papers got wrong, and the worked example keeps, as it would be mended."""


@pytest.fixture
def mended(example: Path) -> Path:
    """Return the worked example with nothing left to mend."""
    for name, changes in MENDS.items():
        path = example / "entries" / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8", newline="\n")
    return example


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the worked example, and work inside it."""
    root = tmp_path / "workspace"
    for name in ("entries", "templates"):
        shutil.copytree(ROOT / name, root / name)
    monkeypatch.chdir(root)
    return root
