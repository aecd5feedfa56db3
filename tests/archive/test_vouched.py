"""A forged version is never taken out, compared or corrected as if it were the one that was archived."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from support import run
from tampering import build, document, edit_list, home, rewrite
from word_wrappers import altered

if TYPE_CHECKING:
    from pathlib import Path

PAPER = "2023-10-03"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with three versions of an update."""
    return build(tmp_path / "workspace")


def forged(folder: Path) -> None:
    """Change an amount in the second version's paper, and every digest of it in the lists."""
    path = document(folder, 2)
    rewrite(folder, path, altered(path.read_bytes(), "word/document.xml", "£2,000".encode(), "£9,000".encode()))


@pytest.mark.parametrize(
    "command",
    [
        ("restore", PAPER, "v2", "--to", "out"),
        ("diff", PAPER, "v1", "v2"),
        ("diff", PAPER, "v1", "v2", "--erratum"),
        ("rebuild", PAPER, "v2"),
        ("export", PAPER, "v2", "--bagit", "out"),
    ],
    ids=" ".join,
)
def test_a_version_that_the_ledger_disproves_is_refused(
    root: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists and files were forged together; the ledger was not, and I am told."""
    monkeypatch.chdir(root)
    forged(root)
    ran = run(root, *command)
    assert ran.code == 1
    assert "A506" in ran.err
    assert "9,000" not in ran.out
    assert not (root / "out").exists()


def test_a_second_folder_of_one_paper_is_never_taken_for_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody put a forged copy into an earlier year: what I take out is the paper that the ledger names."""
    monkeypatch.chdir(root)
    copy = root / "output" / "archive" / "2022" / home(root).name
    shutil.copytree(home(root), copy)
    (copy / "v2" / "files" / "totals.csv").write_bytes(b"forged\n")
    edit_list(copy, lambda held: held["versions"]["v2"].update(message="final: forged"))
    assert run(root, "restore", PAPER, "v2", "--to", "out").code == 0
    assert (root / "out" / "totals.csv").read_bytes() == f"{PAPER},2\n".encode()


def test_without_a_ledger_it_is_said_that_nothing_is_proved(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files can still be had, and I am told what they are worth."""
    monkeypatch.chdir(root)
    shutil.rmtree(root / "output" / "ledger")
    ran = run(root, "restore", PAPER, "v2", "--to", "out")
    assert ran.code == 0
    assert "Nothing proves that v2" in ran.err


def test_a_version_s_reason_changed_in_the_paper_s_list_alone_is_refused(root: Path) -> None:
    """The list within the version still says “final”; the paper's own was edited."""
    edit_list(home(root), lambda held: held["versions"]["v1"].update(message="published: x"))
    assert "A506" in run(root, "restore", PAPER, "v1", "--to", "out").err


def test_an_event_that_leads_out_of_the_archive_is_not_followed(root: Path, tmp_path: Path) -> None:
    """A forged ledger cannot make me read a folder elsewhere."""
    shutil.copytree(home(root), tmp_path / "elsewhere")
    event = sorted((root / "output" / "ledger").iterdir())[2]
    held = json.loads(event.read_text(encoding="utf-8"))
    event.write_text(json.dumps({**held, "object": "../../../elsewhere"}), encoding="utf-8", newline="\n")
    ran = run(root, "diff", PAPER, "v1", "v2")
    assert "elsewhere" not in ran.out + ran.err
