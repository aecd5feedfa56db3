"""The example of docs/audit.md is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from cli.conftest import Said

    Pcp = Callable[..., Said]

PAGE = Path(__file__).parents[2] / "docs" / "audit.md"


def test_the_page_shows_what_the_audit_prints(pcp: Pcp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An officer who types the example sees, to the letter, what the page shows."""
    text = PAGE.read_text(encoding="utf-8")
    (paper,) = re.findall(r"(?s)```markdown\n(.*?)```", text)
    (shown,) = re.findall(r"(?s)```\n(update\.md\n.*?)```", text)
    (tmp_path / "update.md").write_text(paper, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert pcp("audit", "update.md").out == shown
