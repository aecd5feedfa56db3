"""What all tests share: the shared reference material, and the rule that the full run skips nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support import write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PCP_SHARED") or ROOT.parent / "shared")
# A busy machine is not a fault. Away from it every run looks somewhere new; in CI each looks at the same cases.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

NO_SHARED = "the reference material (PCP_SHARED, else ../shared) is not here"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of reference material; the test is skipped where it is absent."""
    if not (SHARED / "reference" / "workspace" / "entries").is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture(scope="session")
def reference(shared: Path) -> Path:
    """Return the reference workspace: a published paper and a slide deck as entries."""
    return shared / "reference" / "workspace"


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for a LibreOffice profile of this test run's own."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def convert(tmp_path: Path, office_profile: Path) -> Callable[[Sequence[bytes], str], list[bytes]]:
    """Return a function that has LibreOffice turn .docx files into another form, and returns the files it made."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def run(files: Sequence[bytes], form: str) -> list[bytes]:
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        sources = [folder / f"{at}.docx" for at in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        made = [folder / "out" / f"{at}.{form.partition(':')[0]}" for at in range(len(files))]
        arguments = [soffice, f"-env:UserInstallation={office_profile.as_uri()}", "--headless", "--convert-to", form]
        subprocess.run(
            [*arguments, "--outdir", str(made[0].parent), *map(str, sources)], check=True, capture_output=True
        )
        # LibreOffice says that all went well even where it made nothing: only the file tells.
        return [file.read_bytes() for file in made]

    return run


@pytest.fixture
def text_by_office(convert: Callable[[Sequence[bytes], str], list[bytes]]) -> Callable[[Sequence[bytes]], list[str]]:
    """Return a function that gives .docx files as LibreOffice prints them in plain text, numbers and all."""

    def run(files: Sequence[bytes]) -> list[str]:
        return [text.decode("utf-8-sig") for text in convert(files, "txt:Text (encoded):UTF8")]

    return run


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when a test was skipped and PCP_SKIP_NOTHING is set, unless only the reference material is missing."""
    if not os.environ.get("PCP_SKIP_NOTHING") or session.exitstatus != 0:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    reasons = [report.longrepr[2] for report in reporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)]
    wrong = [reason for reason in reasons if NO_SHARED not in reason]
    if wrong:
        reporter.write_line(
            f"PCP_SKIP_NOTHING: {len(wrong)} tests were skipped: {'; '.join(sorted(set(wrong)))}", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an office; a module that needs another one makes its own."""
    return write(tmp_path / "ws", {})
