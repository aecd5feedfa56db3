"""The names of the files that every version holds are said in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from pcp_reports import archive
from pcp_reports.archive.layout import FINDINGS, TEMPLATE, TOTALS, VERSION

HOME = Path(archive.__file__).parent


@pytest.mark.parametrize("name", [TEMPLATE, FINDINGS, TOTALS, VERSION])
def test_the_name_of_a_file_is_written_once(name: str) -> None:
    """What writes a version and what reads it years later cannot come to look for files of two names."""
    spelt = [
        path.relative_to(HOME).as_posix()
        for path in sorted(HOME.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value == name
    ]
    assert spelt == ["layout.py"]
