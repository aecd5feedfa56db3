"""Which file was given: a draft, another paper's, one whose entries became exempt, one with a paragraph copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, built, workspace
from support import funding_round, paper, statement
from word_edits import Edited

from pcp_reports.building import make
from pcp_reports.comparing import applying as writing
from pcp_reports.comparing.applying import write
from pcp_reports.comparing.comparison import compare
from pcp_reports.comparing.entries.change import Kind
from pcp_reports.editing import edit_file

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "2024-01-15"
REFUGE = "The refuge lies in Mill Lane.\n\nIts doors are blue."


@pytest.fixture
def two(tmp_path: Path) -> Built:
    """Return a workspace with two papers, of which one is built."""
    files = {
        f"{NAME}/paper": paper("patrols", "refuge", "text: Members are thanked."),
        f"{NAME}/patrols": statement("Patrols went on in Padiham."),
        f"{NAME}/refuge": statement(REFUGE),
        f"{OTHER}/paper": paper("text: The winter was mild.", meeting=OTHER),
    }
    return workspace(tmp_path, files)


def test_another_papers_file_is_named_and_not_compared(two: Built) -> None:
    """The January paper given for the October one: I hear which it is, and what to type."""
    data = make(two.survey, OTHER, two.root, draft=False).data
    assert data is not None
    made = two.compared(data)
    (finding,) = made.findings
    assert (finding.code, made.read, made.changes) == ("W701", False, ())
    assert finding.message == f"This file was built as the paper “{OTHER}”, not “{NAME}”."
    assert f"compare {OTHER}" in finding.hint


def test_a_paragraph_pasted_from_another_paper_does_not_make_it_that(two: Built) -> None:
    """Text copied with its bookmark out of the January paper is a paragraph added."""
    data = make(two.survey, OTHER, two.root, draft=False).data
    assert data is not None
    two.edited.having("Patrols went on").addnext(Edited(data).having("The winter was mild"))
    assert [one.kind for one in two.changes()] == [Kind.ADDED]


@pytest.mark.parametrize("record", [True, False])
def test_a_drafts_notices_are_nobodys_change(two: Built, *, record: bool) -> None:
    """Whichever was built last, a draft or the paper, the notices in front and on each page are never told."""
    draft = make(two.survey, NAME, two.root, draft=True).data
    assert draft is not None
    path = two.root / "output" / NAME
    path.mkdir(parents=True)
    (path / "build.json").write_text(f'{{"draft": {str(record).lower()}, "file": "x.docx"}}', encoding="utf-8")
    edited = Edited(draft)
    assert edited.having("DRAFT") is not None
    assert two.compared(edited.saved()).changes == ()
    assert two.compared().changes == ()


def test_a_paragraph_copied_with_its_bookmark_is_told(two: Built) -> None:
    """A paragraph that stands twice is one added, and no entry is said to have changed."""
    copied = Edited(two.data).having("Patrols went on")
    two.edited.having("Members are thanked").addnext(copied)
    made = two.compared()
    assert [one.kind for one in made.changes] == [Kind.ADDED]
    assert made.findings == ()


def test_words_of_an_entry_that_became_exempt_are_neither_shown_nor_written(two: Built) -> None:
    """Somebody edited what is kept from the public by now: I hear where, and none of its words goes anywhere."""
    two.edited.replace("Mill Lane", "Hill Lane")
    two.edited.part(two.edited.having("Its doors are blue"), 10)
    path = two.root / "entries" / NAME / "refuge.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "exempt: {paragraph: 3, reason: safety}\n", encoding="utf-8", newline="\n"
    )
    made, planned = two.compared(), two.planned()
    assert made.changes != ()
    assert planned.files == {}
    told = [*made.findings, *made.checked, *planned.anew]
    rows = [str(one.as_row()) for one in (*made.changes, *planned.left, *planned.remaining)]
    shown = " ".join([*(one.message + one.hint for one in told), *rows])
    assert not any(word in shown for word in ("Hill", "Lane", "doors", "blue", "refuge"))


def test_the_place_of_exempt_words_does_not_name_them(tmp_path: Path) -> None:
    """A grant's place in the paper is told by the heading it stands under: where that is exempt too, it is left out."""
    grants = "Community Fund:\n  - {recipient: Secret House, purpose: locks, amount: '£1,000'}\n"
    files = {
        f"{NAME}/paper": paper("hidden", "text: Members are thanked."),
        "funding/hidden": funding_round(grants, text="Given:"),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("locks", "strong locks")
    path = made.root / "entries/funding/hidden.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "exempt: {paragraph: 3, reason: safety}\n", encoding="utf-8", newline="\n"
    )
    rows = [str(one.as_row()) for one in made.changes()]
    assert rows != []
    assert not any(word in row for row in rows for word in ("Community", "Secret", "locks"))


def test_words_of_an_entry_taken_out_of_the_paper_go_into_no_other(two: Built) -> None:
    """What was built from an entry that the paper names no more is shown, and put into no neighbour."""
    two.edited.replace("Its doors are blue", "Its doors are green")
    path = two.root / "entries" / NAME / "paper.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("      - refuge\n", ""), encoding="utf-8", newline="\n")
    planned = two.planned()
    assert planned.files == {}
    assert "Its doors are green." in {one.new for one in planned.left}


def test_an_interrupted_writing_says_what_is_written(two: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files: the first is whole, the second untouched, both are said, and the next try goes on."""
    two.edited.replace("in Padiham", "in Burnley")
    two.edited.replace("Its doors are blue", "Its doors are green")
    now, planned = two.survey, two.planned()
    asked: list[str] = []

    def stopped(path: Path, known: str, data: bytes) -> None:
        asked.append(path.name)
        if len(asked) == 2:
            raise KeyboardInterrupt
        edit_file(path, known, data)

    monkeypatch.setattr(writing, "edit_file", stopped)
    written, failed = write(planned, now, two.root)
    assert written == (f"entries/{NAME}/patrols.yaml",)
    assert [one.code for one in failed] == ["W711"]
    assert two.file(f"{NAME}/refuge") == statement(REFUGE)
    monkeypatch.undo()
    two.apply()
    assert "Its doors are green." in two.file(f"{NAME}/refuge")
    assert compare(two.survey, NAME, two.root, built(two.root), "built.docx").changes == ()
