"""What `compare` says that --apply writes is what --apply writes, and what stands in the way is said beforehand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from built_papers import NAME, Built, workspace
from docx import Document
from support import THREE_STRANDS, funding_round, paper, run, statement, write

from pcp_reports.comparing import applying
from pcp_reports.comparing.applying import as_planned
from pcp_reports.comparing.entries.change import Change, Kind
from pcp_reports.comparing.pairs.matching import Match

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROUND = "entries/funding/autumn.yaml"
GRANTS = """
- recipient: Scouts
  purpose: tents
  amount: £10,000
- recipient: Guides
  purpose: kit
  amount: £59,267
"""


def files(text: str = "It gives {{ total | rounded }} to {{ projects }} projects:") -> dict[str, str]:
    """Return a paper with a round that prints its own total, and another entry."""
    return {
        f"{NAME}/paper": paper("autumn", "patrols"),
        "funding/autumn": funding_round(GRANTS, text=text),
        f"{NAME}/patrols": statement("Patrols went on in Padiham.\n\nThey were liked."),
    }


def word(root: Path, *changes: tuple[str, str]) -> str:
    """Build the paper, type over words in it, and return the path of the file."""
    assert run(root, "build", NAME).code == 0
    path = root / "output" / NAME / f"{NAME} panel-update.docx"
    made = Document(io.BytesIO(path.read_bytes()))
    for old, new in changes:
        runs = [one for paragraph in made.paragraphs for one in paragraph.runs if old in one.text]
        assert runs != []
        runs[0].text = runs[0].text.replace(old, new)
    made.save(str(path))
    return str(path)


def test_a_total_that_the_tool_prints_is_said_beforehand_to_stand_in_the_way(tmp_path: Path) -> None:
    """£10,000 became £9,000, and Word still says £69k: I hear so before --apply, with the line of the amount."""
    write(tmp_path, files())
    path = word(tmp_path, ("£10,000", "£9,000"))
    before = run(tmp_path, "compare", NAME, path).out
    assert "writes" not in before
    why = "Not written by --apply: in the text “£69k” would become “£68k”, and Word still says “£69k”."
    hint = f"→ If £9,000 is right, change the amount in {ROUND}, line 9."
    applied = run(tmp_path, "compare", NAME, path, "--apply").out
    for said in (before, applied):
        assert why in said
        assert hint in said
    assert run(tmp_path, "compare", NAME, path).out == before


def test_what_is_said_to_be_written_is_written(tmp_path: Path) -> None:
    """An amount that cannot and a word that can: “writes 1 of them”, and one is written."""
    write(tmp_path, files())
    path = word(tmp_path, ("£10,000", "£9,000"), ("Padiham", "Burnley"))
    assert "writes 1 of them" in run(tmp_path, "compare", NAME, path).out
    out = run(tmp_path, "compare", NAME, path, "--apply").out
    assert "1 change written in 1 file" in out


def test_what_is_left_is_named_before_the_paper_is_built_again(tmp_path: Path) -> None:
    """The edited file is put aside by the next build: I am told that something in it is not in the entries yet."""
    write(tmp_path, files())
    path = word(tmp_path, ("£10,000", "£9,000"), ("Padiham", "Burnley"))
    out = run(tmp_path, "compare", NAME, path, "--apply").out
    assert out.endswith(
        "1 change left for you.\nThat is not in the entries yet, and a paper built now would not have it. Settle it"
        f" first. Then: pcp-reports build {NAME} --replace\n"
    )


def test_several_that_are_left_are_counted(tmp_path: Path) -> None:
    """Two are left: both are named as not in the entries."""
    write(tmp_path, files("It gives {{ total }}:"))
    path = word(tmp_path, ("£10,000", "£9,000"), ("£59,267", "£59,268"), ("Padiham", "Burnley"))
    out = run(tmp_path, "compare", NAME, path, "--apply").out
    assert "Those 2 are not in the entries yet, and a paper built now would not have them. Settle them first." in out


def test_with_nothing_left_the_paper_can_be_built(tmp_path: Path) -> None:
    """All is written: nothing is between me and the next build."""
    write(tmp_path, files())
    out = run(tmp_path, "compare", NAME, word(tmp_path, ("Padiham", "Burnley")), "--apply").out
    assert out.endswith(f"patrols.yaml. Now: pcp-reports build {NAME} --replace\n")


def made_with(root: Path, text: str, more: str = "") -> Built:
    """Return a round of three strands with its total in the text."""
    return workspace(
        root, {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(THREE_STRANDS, text=text, more=more)}
    )


def test_every_change_keeps_its_order_when_some_are_refused(tmp_path: Path) -> None:
    """What the proof refuses stays in its place among the others."""
    made = made_with(tmp_path, "In all {{ total }}:")
    made.edited.replace("dance", "a dance")
    made.edited.replace("£879", "£979")
    made.edited.replace("radios", "two radios")
    compared, planned = made.compared(), made.planned()
    told = as_planned(compared, planned).changes
    assert [one.new for one in told] == [one.new for one in compared.changes]
    assert [one.can_apply for one in told] == [True, False, True]
    assert (len(planned.applied), len(planned.left)) == (2, 1)


def test_what_stands_in_the_way_without_a_figure_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the paper built again said other words somewhere else, I would hear which, and where."""
    made = made_with(tmp_path, "Grants were made:")
    made.edited.replace("dance", "a dance")
    compared = made.compared()
    assert compared.base is not None
    unit = next(at for at, one in enumerate(compared.base.units) if "radios" in one.text)
    passage = next(at for at, one in enumerate(compared.passages) if "radios" in one.text)
    match = Match((unit,), (passage,))
    harm = Change(Kind.CHANGED, "paragraph 1", "Shop Watch – lamps", "Shop Watch", match, path=ROUND)
    monkeypatch.setattr(applying, "left_over", lambda *_: (harm,))
    (left,) = made.planned().left
    assert left.why == "paragraph 1 would then say “Shop Watch – lamps”, where Word says “Shop Watch”"
    assert left.hint == f"If it shall stand, type it in {ROUND}, line 9."
