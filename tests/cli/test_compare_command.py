"""The command `compare`: what an officer sees of edits made in Word, what a program reads, and what --apply leaves behind."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from support import funding_round, paper, run, statement, write

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2023-10-03"
GRANTS = "Community Fund:\n  - {recipient: Scouts, purpose: tents, amount: '£1,000'}\n  - {recipient: Guides, purpose: a hall, amount: '£2,000'}\n"
FILES = {
    f"{NAME}/paper": paper("autumn", "patrols"),
    "funding/autumn": funding_round(GRANTS, text="In all {{ total }} was awarded to 2 projects:"),
    f"{NAME}/patrols": statement("Patrols went on in Padiham. # every night"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace whose paper was built by the command itself."""
    write(tmp_path, FILES)
    assert run(tmp_path, "build", NAME).code == 0
    return tmp_path


def built(root: Path) -> Path:
    """Return the built file, which people edit where it lies."""
    return root / "output" / NAME / f"{NAME} panel-update.docx"


def edit(path: Path, *changes: tuple[str, str]) -> Path:
    """Type over words in a Word file."""
    word = Document(io.BytesIO(path.read_bytes()))
    for old, new in changes:
        runs = [one for paragraph in word.paragraphs for one in paragraph.runs if old in one.text]
        runs[0].text = runs[0].text.replace(old, new)
    word.save(str(path))
    return path


def test_an_unedited_paper(workspace: Path) -> None:
    """Nothing was changed: that is said, and the exit code is 0."""
    ran = run(workspace, "compare", NAME, str(built(workspace)))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("Nothing was changed in Word.\n")


def test_figures_come_first_and_say_what_the_data_make_of_them(workspace: Path) -> None:
    """The file edited in its place: a figure first, then the wording, each with entry and line."""
    edit(built(workspace), ("Padiham", "Burnley"), ("£3,000", "£3,300"), ("2 projects", "3 projects"))
    ran = run(workspace, "compare", NAME, str(built(workspace)))
    assert ran.code == 0
    assert ran.out.index("Figures that changed") < ran.out.index("£3,000 → £3,300") < ran.out.index("Wording")
    assert "The grants come to £3,000, so “£3,300” is wrong." in ran.out
    assert "Paragraph 2 (patrols, entries/2023-10-03/patrols.yaml:3)" in ran.out
    assert "Patrols went on in [-Padiham-] {+Burnley+}." in ran.out
    assert "If the entries said so, check would say" in ran.out
    assert "(G2" in ran.out


def test_apply_writes_the_wording_and_leaves_the_rest(workspace: Path) -> None:
    """What can be written is, the rest stands under “Left for you”, and then the paper can be built again."""
    edit(built(workspace), ("Padiham", "Burnley"), ("£3,000", "£3,300"))
    ran = run(workspace, "compare", NAME, str(built(workspace)), "--apply")
    assert ran.code == 0
    assert "Left for you" in ran.out
    assert f"1 change written in 1 file: entries/{NAME}/patrols.yaml, 1 change left for you." in ran.out
    assert f"pcp-reports build {NAME} --replace" in ran.out
    text = (workspace / "entries" / NAME / "patrols.yaml").read_text(encoding="utf-8")
    assert text == statement("Patrols went on in Burnley. # every night")
    assert (workspace / "entries" / "funding" / "autumn.yaml").read_text(encoding="utf-8") == FILES["funding/autumn"]
    again = run(workspace, "compare", NAME, str(built(workspace)))
    assert "Padiham" not in again.out
    assert "£3,000 → £3,300" in again.out
    assert run(workspace, "build", NAME, "--replace").code == 0


def test_the_json_form(workspace: Path) -> None:
    """A program reads the same: each change with its place, its words, its figures, and whether it can be written."""
    edit(built(workspace), ("Padiham", "Burnley"), ("2 projects", "3 projects"))
    made = json.loads(run(workspace, "compare", NAME, str(built(workspace)), "--format", "json").out)
    assert set(made) == {"paper", "file", "changes", "findings", "check"}
    figure, wording = made["changes"]
    assert wording == {
        "kind": "changed",
        "where": "paragraph 2",
        "entry": "patrols",
        "path": f"entries/{NAME}/patrols.yaml",
        "line": 3,
        "old": "Patrols went on in Padiham. # every night",
        "new": "Patrols went on in Burnley. # every night",
        "figures": [],
        "can_apply": True,
        "why": "",
        "hint": "",
    }
    assert figure["figures"] == [
        {
            "old": "2",
            "new": "3",
            "verdict": "disagrees",
            "explanation": "The grants come to 2 projects, so “3” is wrong.",
        }
    ]
    assert (figure["can_apply"], figure["path"]) == (False, "entries/funding/autumn.yaml")
    assert [one["code"] for one in made["findings"]] == ["W707"]
    applied = json.loads(run(workspace, "compare", NAME, str(built(workspace)), "--apply", "--format", "json").out)
    assert [one["applied"] for one in applied["changes"]] == [False, True]
    assert applied["written"] == [f"entries/{NAME}/patrols.yaml"]
    assert [one["where"] for one in applied["remaining"]] == ["paragraph 1"]


def test_a_draft_is_compared_too(tmp_path: Path) -> None:
    """A draft's own notices are no changes of anybody's."""
    write(tmp_path, {**FILES, f"{NAME}/patrols": statement("Patrols went on in [place].")})
    assert run(tmp_path, "build", NAME, "--draft").code == 0
    draft = tmp_path / "output" / NAME / f"{NAME} panel-update DRAFT.docx"
    assert "Nothing was changed in Word." in run(tmp_path, "compare", NAME, str(draft)).out
    edit(draft, ("[place]", "Burnley"))
    ran = run(tmp_path, "compare", NAME, str(draft), "--apply")
    assert "Patrols went on in Burnley." in (tmp_path / "entries" / NAME / "patrols.yaml").read_text(encoding="utf-8")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("name", "data"), [("paper.docx", b"no Word file"), ("paper.txt", b"1. One day.\n"), ("empty.docx", b"")]
)
def test_a_file_that_is_no_word_file_is_refused(workspace: Path, name: str, data: bytes) -> None:
    """What cannot be read is said in my words, and nothing is compared."""
    path = workspace / name
    path.write_bytes(data)
    ran = run(workspace, "compare", NAME, str(path), "--apply")
    assert ran.code == 1
    assert ran.out.endswith("Nothing was compared.\n")
    assert "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize("arguments", [(NAME, "nowhere.docx"), ("2024-01-01", "x.docx"), (NAME,), (NAME, ".")])
def test_wrong_usage(workspace: Path, arguments: tuple[str, ...]) -> None:
    """A file or a paper that does not exist is wrong usage."""
    ran = run(workspace, "compare", *arguments)
    assert ran.code == 2
    assert ran.err


def test_a_paper_that_cannot_be_read_is_said(workspace: Path) -> None:
    """Where paper.yaml is spoilt there is nothing to compare with."""
    (workspace / "entries" / NAME / "paper.yaml").write_text("kind: paper\n", encoding="utf-8")
    ran = run(workspace, "compare", NAME, str(built(workspace)))
    assert ran.code == 1
    assert "(W701," in ran.out
