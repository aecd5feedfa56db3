"""What `check` does not load: an officer who checks a file does not wait for Word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
LOADED = """
import sys
from pcp_reports.cli.app import run
code = run(sys.argv[1:])
sys.stderr.write("\\n".join(sorted({name.partition(".")[0] for name in sys.modules} | set(sys.modules))))
sys.exit(code)
"""
HEAVY = (
    "babel", "docx", "docxtpl", "jinja2", "lxml", "markdown_it", "pydantic", "rich", "watchfiles",
    "concurrent", "difflib", "email", "http", "ssl", "unittest", "xml", "zipfile", "pcp_reports.word",
)  # fmt: skip
NEVER = ("email", "http", "ssl", "rich", "watchfiles", "pydantic", "unittest")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a copy of the example, to be changed at will."""
    for name in ("entries", "templates"):
        shutil.copytree(CHECKOUT / name, tmp_path / name)
    return tmp_path


def loaded(workspace: Path, *arguments: str) -> set[str]:
    """Return the names of the modules, and of the packages they are in, that a command loads."""
    command = [sys.executable, "-c", LOADED, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.split("\n"))


def test_check_of_the_example_loads_nothing_heavy(workspace: Path) -> None:
    """Checking the example is done before Word's libraries could be loaded, and asks for nothing of the network."""
    names = loaded(workspace, "check")
    assert "pcp_reports.checks" in names
    assert sorted(names.intersection(HEAVY)) == []


def test_check_loads_only_the_kinds_that_are_there(workspace: Path) -> None:
    """An office without partnerships does not wait for them."""
    assert "pcp_reports.model.partnership" in loaded(workspace, "check")
    shutil.rmtree(workspace / "entries" / "prosper-partnership")
    names = loaded(workspace, "check")
    assert "pcp_reports.model.funding_round" in names
    assert "pcp_reports.model.partnership" not in names


def test_totals_loads_nothing_of_word(workspace: Path) -> None:
    """Adding up the grants does not wait for Word."""
    names = loaded(workspace, "totals")
    assert "pcp_reports.ledger" in names
    assert sorted(names.intersection({"docx", "docxtpl", "lxml", "pcp_reports.word"})) == []


def test_build_loads_no_network(workspace: Path) -> None:
    """Building the paper loads Word's libraries and nothing that could go online."""
    names = loaded(workspace, "build", "2023-10-03")
    assert "docxtpl" in names
    assert sorted(names.intersection(NEVER)) == []
