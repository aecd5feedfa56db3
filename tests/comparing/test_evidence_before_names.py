"""A figure that the entry gives evidence for is never called wrong by the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from built_papers import NAME, workspace
from support import THREE_STRANDS, funding_round, paper

if TYPE_CHECKING:
    from pathlib import Path


def test_evidence_speaks_before_the_words_beside_a_figure(tmp_path: Path) -> None:
    """I typed where £62,523 comes from; another figure in its place needs new evidence, and is not called wrong."""
    text = "These grants were made. Of the year the Community Fund had £62,523:"
    files = {
        f"{NAME}/paper": paper("august"),
        "funding/august": f"{funding_round(THREE_STRANDS, text=text)}evidence:\n  £62,523: the ledger\n",
    }
    made = workspace(tmp_path, files)
    made.edited.replace("£62,523", "£62,253")
    (change,) = made.changes()
    assert not change.can_apply
    assert "evidence" in change.figures[0].explanation
    assert "wrong" not in change.figures[0].explanation
