"""What all tests share: the shared reference material, and the rule that the full run skips nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PCP_SHARED") or ROOT.parent / "shared")
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
        reporter.write_line(f"PCP_SKIP_NOTHING: {len(wrong)} tests were skipped: {'; '.join(sorted(set(wrong)))}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
