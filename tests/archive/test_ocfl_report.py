"""`verify --path` says of each object whether it is valid, for eyes and for programs, with the right exit code."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click
import pytest
from made_objects import good_object, good_root, place

from pcp_reports.cli.ocfl_report import MOST_ALIKE, report_on

if TYPE_CHECKING:
    from pathlib import Path


def test_the_json_of_a_storage_root_has_a_row_for_it_and_for_each_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program finds each object by its path, with each code once and in order; the exit code says that not all is valid."""
    folder = good_root(tmp_path / "archive")
    for name in ("b.txt", "a.txt"):
        place(folder, f"2024/two/{name}", b"")
    place(folder, "2024/two/v1/content/letter.txt", b"forged")
    place(folder, "2024/two/v1/notes/x.txt", b"")
    assert report_on(folder, "json") == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == {
        "objects": [
            {"path": ".", "valid": True, "errors": [], "warnings": []},
            {"path": "2023/one", "valid": True, "errors": [], "warnings": []},
            {"path": "2024/two", "valid": False, "errors": ["E001", "E092", "E093"], "warnings": ["W002"]},
        ]
    }
    assert said.err == ""


def test_an_object_by_itself_is_called_by_a_full_stop_and_exits_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder that I named is “.”, and all is well."""
    folder = good_object(tmp_path / "object")
    assert report_on(folder, "json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "objects": [{"path": ".", "valid": True, "errors": [], "warnings": []}]
    }
    assert report_on(folder, "text") == 0
    assert capsys.readouterr().out == ".: valid\n"


def test_a_folder_that_is_neither_is_an_object_that_lacks_its_declaration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pointed at a folder of anything, the tool says what it lacks and does not list its files."""
    place(tmp_path, "photographs/one.jpg", b"")
    assert report_on(tmp_path, "json") == 1
    assert json.loads(capsys.readouterr().out)["objects"][0]["errors"] == ["E003", "E063"]


def test_the_text_says_what_is_wrong_in_words_with_the_code_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each object has its paragraph; each fault has its place, its words, and then its code."""
    folder = good_root(tmp_path / "archive")
    place(folder, "2023/one/v2/inventory.json.sha512", b"ab" * 64 + b" inventory.json\n")
    place(folder, "2023/one/v2/notes/x.txt", b"")
    assert report_on(folder, "text") == 1
    assert capsys.readouterr().out == (
        ".: valid\n"
        "\n"
        "2023/one: not valid (1 error, 1 warning)\n"
        "  v2/inventory.json: the inventory is not the one whose digest stands beside it: one of them was changed [E060]\n"
        "  warning: v2/notes: a folder beside the content folder, of which nothing is known [W002]\n"
        "\n"
        "2024/two: valid\n"
    )


def test_faults_without_number_are_counted_and_not_all_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A thousand stray files do not push the one altered file off my screen."""
    folder = good_object(tmp_path / "object")
    for number in range(MOST_ALIKE + 30):
        place(folder, f"stray {number}.txt", b"")
    place(folder, "v1/content/letter.txt", b"forged")
    report_on(folder, "text")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + MOST_ALIKE + 1 + 2
    assert "  and 30 more like these [E001]" in lines
    assert sum("[E092]" in line for line in lines) == 1


def test_a_folder_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    """A path mistyped is not called invalid: I am told that there is no such folder."""
    with pytest.raises(click.UsageError, match="does not exist"):
        report_on(tmp_path / "none", "text")
    place(tmp_path, "file", b"")
    with pytest.raises(click.UsageError, match="is not a folder"):
        report_on(tmp_path / "file", "json")


def test_on_a_terminal_a_bar_shows_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who waits sees that it goes on, on the error stream, and the JSON stays whole."""
    folder = good_object(tmp_path / "object")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert report_on(folder, "json") == 0
    said = capsys.readouterr()
    assert "Verifying" in said.err
    assert "100%" in said.err
    assert json.loads(said.out)["objects"][0]["valid"] is True
