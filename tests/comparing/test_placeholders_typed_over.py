"""Words typed over what a placeholder puts in: the entry must not go on saying something else in its own key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from support import paper

if TYPE_CHECKING:
    from pathlib import Path

VISIT = """kind: engagement
place: Bacup
text: |
  People said what troubles {{ place }} most, and what they would like.

  They meet again in May.
"""


@pytest.fixture
def visit(tmp_path: Path) -> Built:
    """Return a paper with a visit whose place its text prints."""
    return workspace(tmp_path, {f"{NAME}/paper": paper("visit"), f"{NAME}/visit": VISIT})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("troubles Bacup", "troubles Rawtenstall"), ("Bacup", "the town")),
        *(("troubles Bacup most", "worries all of Rawtenstall"), ("what troubles Bacup most", "how Burnley fares")),
    ],
)
def test_a_name_typed_over_a_placeholder_is_left_with_the_key_to_change(visit: Built, old: str, new: str) -> None:
    """“Rawtenstall” over {{ place }}: the placeholder stays, and I am shown that `place` is where to change it."""
    visit.edited.replace(old, new)
    planned = visit.apply()
    assert visit.file(f"{NAME}/visit") == VISIT
    (left,) = planned.left
    assert "put" in left.why
    assert "The tool puts in “Bacup” from “place”: change it where it is kept" in left.hint


def test_words_beside_a_placeholder_are_written_all_the_same(visit: Built) -> None:
    """What was changed in another paragraph, or beside the placeholder, goes into the entry."""
    visit.edited.replace("They meet again in May", "They meet again in June")
    visit.edited.replace("troubles Bacup most", "worries Bacup most")
    planned = visit.apply()
    assert planned.left == ()
    assert "what worries {{ place }} most" in visit.file(f"{NAME}/visit")
    assert "again in June" in visit.file(f"{NAME}/visit")


def test_a_placeholder_that_was_taken_out_goes(visit: Built) -> None:
    """Where the sentence names no place any more, nothing contradicts the key, and the words are written."""
    visit.edited.replace("what troubles Bacup most, and ", "")
    planned = visit.apply()
    assert planned.left == ()
    assert "{{" not in visit.file(f"{NAME}/visit")
