"""Copies of files and folders, and what is no ordinary file: named, and never counted twice without a word."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from support import codes, found, funding_round, of_code, paper, run, statement, surveyed, write

from pcp_reports import folders
from pcp_reports.copies import copied_from

if TYPE_CHECKING:
    from pathlib import Path

GRANTS = "Community Fund:\n  - {recipient: Harbour Club, purpose: evenings, amount: £4000}"
BASE = {"2023-10-03/paper": paper("slnf"), "funding/slnf": funding_round(GRANTS)}
NAMES = [
    "slnf - Copy",
    "slnf - Copy (2)",
    "slnf (1)",
    "slnf-DESKTOP-AB12",
    "Copy of slnf",
    "slnf copy 2",
    "slnf (Jo's conflicted copy 2024-01-02)",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_copied_round_is_named_once_and_counts_once(tmp_path: Path, name: str) -> None:
    """A copy that a drive or an explorer left behind is one warning, and its grants are not counted a second time."""
    (warning,) = found(tmp_path, BASE | {f"funding/{name}": BASE["funding/slnf"]})
    assert (warning.code, warning.place.path) == ("P145", f"entries/funding/{name}.yaml")
    said = run(tmp_path, "totals")
    assert "£8,000" not in said.out
    assert "looks like a copy of entries/funding/slnf.yaml" in said.err


def test_the_faults_of_a_file_are_not_told_again_for_its_copy(tmp_path: Path) -> None:
    """A mistake that was copied with its file is one mistake to mend."""
    wrong = BASE["funding/slnf"].replace("£4000", "£40.000")
    assert codes(found(tmp_path, BASE | {"funding/slnf": wrong, "funding/slnf (1)": wrong})) == ["P145", "G101"]


def test_a_copy_that_differs_is_counted_and_said(tmp_path: Path) -> None:
    """Where the copy says something else I am asked to compare the two; nothing is left out by guess."""
    other = BASE["funding/slnf"].replace("£4000", "£5000")
    (warning,) = found(tmp_path, BASE | {"funding/slnf (1)": other})
    assert (warning.code, "its grants count in the totals" in warning.message) == ("P145", True)
    assert "£9,000" in run(tmp_path, "totals").out


def test_a_name_like_a_copys_without_the_file_itself_is_a_name(tmp_path: Path) -> None:
    """An entry that happens to be named like a copy is not doubted, nor is one that a paper places."""
    files = {"2023-10-03/paper": paper("visit (1)"), "2023-10-03/visit (1)": statement("x")}
    assert found(tmp_path, files) == []
    assert copied_from("operation-centurion") is None
    assert copied_from("slnf-september") is None


@pytest.mark.parametrize("name", ["office - Copy", "2023-10-03/paper - Copy"])
def test_a_copy_of_the_office_or_a_paper_is_not_told_to_move(tmp_path: Path, name: str) -> None:
    """A copied office.yaml or paper.yaml is a copy, not an entry in the wrong place."""
    original = name.removesuffix(" - Copy")
    write(tmp_path, BASE)
    text = (tmp_path / "entries" / f"{original}.yaml").read_text(encoding="utf-8")
    (warning,) = found(tmp_path, {name: text})
    assert (warning.code, warning.hint) == ("P145", "Compare the two, then delete one.")


def test_two_rounds_with_the_very_same_grants_are_named(tmp_path: Path) -> None:
    """A round saved under two names counts twice: I am told so by check and by totals."""
    (warning,) = of_code(found(tmp_path, BASE | {"funding/winter": BASE["funding/slnf"]}), "G114")
    assert "winter" in warning.message
    assert "slnf" in warning.message
    assert "G114" in run(tmp_path, "totals").err
    later = BASE["funding/slnf"].replace("announced: 2023-09", "announced: 2023-08")
    assert "G114" not in codes(found(tmp_path, {"funding/winter": later}))


def test_a_copied_papers_folder_is_named_and_new_entries_go_to_the_real_one(tmp_path: Path) -> None:
    """Two papers for one meeting are a warning at the second, and `new` takes the folder named for the day."""
    files = {"2023-10-03/paper": paper("visit"), "2023-10-03/visit": statement("x")}
    write(tmp_path, files)
    shutil.copytree(tmp_path / "entries/2023-10-03", tmp_path / "entries/2023-10-03 - Copy")
    (warning,) = found(tmp_path, {})
    assert (warning.code, warning.place.path) == ("P117", "entries/2023-10-03 - Copy/paper.yaml")
    shutil.copytree(tmp_path / "entries/2023-10-03", tmp_path / "entries/update")
    assert run(tmp_path, "new", "statement", "Right care").out.startswith("entries/2023-10-03/right-care.yaml")


def test_a_papers_folder_dropped_into_itself_leaves_the_paper_as_it_was(tmp_path: Path) -> None:
    """The paper that I know is used, and the error stands at the copy inside it."""
    files = {"2023-10-03/paper": paper("visit"), "2023-10-03/visit": statement("x")}
    inner = {f"2023-10-03/{name}": text for name, text in files.items()}
    (error,) = found(tmp_path, files | inner)
    assert (error.code, error.place.path) == ("P110", "entries/2023-10-03/2023-10-03/paper.yaml")
    assert "only entries/2023-10-03/paper.yaml is used" in error.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no ordinary file is named, and `check` does not hang on it."""
    write(tmp_path, BASE)
    os.mkfifo(tmp_path / "entries/funding/pipe.yaml")
    (note,) = found(tmp_path, {})
    assert (note.code, note.place.path) == ("P141", "entries/funding/pipe.yaml")


def test_too_many_files_are_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole drive moved into entries/ by mistake is one sentence, and not read to its end."""
    monkeypatch.setattr(folders, "MAX_FILES", 10)
    (error,) = of_code(found(tmp_path, BASE | {f"many/{number}": statement("x") for number in range(30)}), "P143")
    assert "more than 10 files" in error.message
    assert surveyed(tmp_path, {}).register.files <= 10


def test_a_linked_papers_folder_is_explained_where_it_is_asked_for(tmp_path: Path) -> None:
    """Where a paper's folder is a link, `build` says that it is not followed, not that there is no paper."""
    write(tmp_path, {f"elsewhere/{name}": text for name, text in BASE.items()})
    (tmp_path / "entries/elsewhere/2023-10-03").rename(tmp_path / "real")
    try:
        (tmp_path / "entries/2023-10-03").symlink_to(tmp_path / "real", target_is_directory=True)
    except OSError:  # pragma: no cover - Windows without the right to make links
        pytest.skip("links cannot be made here")
    said = run(tmp_path, "build", "2023-10-03")
    assert said.code == 2
    assert "entries/2023-10-03 is a link to another place, which is not followed." in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made here")
@pytest.mark.parametrize("sign", ["\x1b[2J", "\n", "\u202e"])
def test_a_name_that_steers_the_screen_is_not_shown(tmp_path: Path, sign: str) -> None:
    """A file whose name could wipe or forge what I read is named by its folder, in every form."""
    (note,) = of_code(found(write(tmp_path, BASE), {f"funding/a{sign}b": statement("x")}), "P142")
    assert note.place.path == "entries/funding"
    for form in ("text", "json"):
        out = run(tmp_path, "check", "--notes", "--format", form).out
        assert not any(unicodedata.category(one) in ("Cc", "Cf") and one != "\n" for one in out)
