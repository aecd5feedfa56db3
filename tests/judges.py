"""The two validators of Word files, asked as an officer's Word would be: whether this file opens cleanly."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def complaints(data: bytes, folder: Path) -> list[str]:
    """Return what both validators have to say against a file; the test is skipped where one of them is missing."""
    path = folder / "judged.docx"
    path.write_bytes(data)
    beside_python = str(Path(sys.executable).parent)
    found: list[str] = []
    for name, arguments in (("ooxml-validator", []), ("openxml-audit", ["--output", "json"])):
        program = shutil.which(name) or shutil.which(name, path=beside_python)
        if program is None:
            pytest.skip(f"{name} is not installed")
        done = subprocess.run([program, *arguments, str(path)], check=False, capture_output=True, encoding="utf-8")
        said = json.loads(done.stdout)
        judged = said[0] if isinstance(said, list) else said
        if done.returncode or judged["errors"] or judged.get("warning_count"):
            found.append(f"{name}: {judged}")
    return found
