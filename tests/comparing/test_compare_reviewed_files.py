"""A file that is not this paper: another paper's, a workbook, a picture. Nothing is advised, and nothing written."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, workspace
from docx import Document
from support import paper, run, statement

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with a paper of thirty paragraphs."""
    text = "\n\n".join(f"The {number}th matter of that day was heard." for number in range(30))
    return workspace(tmp_path, {f"{NAME}/paper": paper("board"), f"{NAME}/board": statement(text)}).root


@pytest.fixture
def strange(root: Path) -> str:
    """Return the path of another office's paper."""
    word = Document()
    word.add_paragraph("Item 1: the weather was fair, and £300 was spent on umbrellas.")
    word.add_paragraph("Item 2: nobody complained.")
    path = root / "other.docx"
    word.save(str(path))
    return str(path)


@pytest.mark.parametrize("more", [(), ("--apply",)])
def test_another_paper_is_named_and_its_words_are_not_listed(root: Path, strange: str, more: tuple[str, ...]) -> None:
    """After “it may be another paper” no list of hundreds of deletions follows, and nobody tells me to delete entries."""
    ran = run(root, "compare", NAME, strange, *more)
    assert "It may be another paper." in ran.out
    assert "deleted" not in ran.out
    assert "delete it in" not in ran.out
    assert ran.out.endswith("--all\n")
    assert len(ran.out.splitlines()) < 9


@pytest.mark.parametrize("more", [(), ("--apply",)])
def test_all_of_it_can_be_asked_for(root: Path, strange: str, more: tuple[str, ...]) -> None:
    """--all lists what differs, still without advice to delete, and writes nothing."""
    before = (root / "entries" / NAME / "board.yaml").read_bytes()
    out = run(root, "compare", NAME, strange, "--all", *more).out
    assert out.count("deleted") > 20
    assert "delete it in" not in out
    assert "Not written by --apply: the file may be another paper." in out
    assert "If the entries said so" not in out
    assert (root / "entries" / NAME / "board.yaml").read_bytes() == before


def test_a_program_is_told_the_same(root: Path, strange: str) -> None:
    """The JSON form lists no changes either, unless they are asked for."""
    made = json.loads(run(root, "compare", NAME, strange, "--format", "json").out)
    assert (made["changes"], [one["code"] for one in made["findings"]]) == ([], ["W704"])
    made = json.loads(run(root, "compare", NAME, strange, "--format", "json", "--all").out)
    assert len(made["changes"]) > 20


def packed(*names: str) -> bytes:
    """Return a zip that holds files of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("tracker.xlsx", packed("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook"),
        ("really.docx", packed("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook"),
        ("paper.pdf", b"%PDF-1.7\n", "is a PDF"),
        ("paper.rtf", b"{\\rtf1 }", "is a rich text file (.rtf)"),
        ("~$paper.docx", b"\x05Ann", "only the mark that Office leaves beside a file that somebody has open"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(root: Path, name: str, data: bytes, what: str) -> None:
    """A workbook given by mistake is called a workbook, and Word is not said to save it."""
    path = root / name
    path.write_bytes(data)
    ran = run(root, "compare", NAME, str(path))
    assert ran.code == 1
    assert what in ran.out
    assert ("Open it in Word" in ran.out) is (name == "paper.rtf")
    assert ran.out.endswith("Nothing was compared.\n")
