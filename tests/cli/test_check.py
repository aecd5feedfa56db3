"""`check`: everything at once, in the officer's words, as text and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from pcp_reports import checks
from pcp_reports.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from cli.conftest import Said

    Pcp = Callable[..., Said]

ROUND = "entries/funding/2023-24/slnf-september.yaml"


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace words in an entry."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_a_clean_workspace_says_so_in_one_line(pcp: Pcp, mended: Path) -> None:
    """Nothing wrong: exit 0 and one sentence."""
    said = pcp("check")
    assert (said.code, said.out, said.err) == (0, "14 files read: nothing to mend.\n", "")
    assert mended.is_dir()


def test_every_fault_of_every_file_is_said_at_once(pcp: Pcp, example: Path) -> None:
    """A wrong amount, a misspelt strand, a missing file and a pasted colon: four mistakes, four messages, one run."""
    change(example, ROUND, "£9,599", "£95,99")
    change(example, ROUND, "  Police Innovation Fund:", "  Police Inovation Fund:")
    change(example, "entries/2023-10-03/paper.yaml", "- bacup", "- bacup-visit")
    change(
        example,
        "entries/2023-10-03/operation-vertebrae.yaml",
        "name: Operation Vertebrae",
        "name: Vertebrae: an operation",
    )
    said = pcp("check")
    assert said.code == 1
    for words in (
        "slnf-september, Empowerment Charity, amount: “£95,99” cannot be read as an amount",
        "“Police Inovation Fund” is not a strand of Safer Lancashire Neighbourhoods Fund. Did you mean “Police Innovation Fund”?",
        "no entry is named “bacup-visit”",
        'Type: name: "Vertebrae: an operation"',
    ):
        assert words in said.out


def test_a_finding_shows_the_line_and_marks_the_column(pcp: Pcp, example: Path) -> None:
    """The officer's own line stands under the message, with a mark where the fault is, and the place at the end."""
    change(example, ROUND, "£9,599", "£95,99")
    lines = pcp("check").out.splitlines()
    number = (example / ROUND).read_text(encoding="utf-8").splitlines().index("      amount: £95,99") + 1
    assert lines[0].endswith(f"(G101, {ROUND}:{number}:15)")
    assert lines[1] == f"    {number} |       amount: £95,99"
    assert lines[2] == " " * (len(f"    {number} | ") + 14) + "^"
    assert lines[3].startswith("    → Type ")


def test_the_json_is_the_contract(pcp: Pcp, example: Path) -> None:
    """Keys, severities, paths with slashes, places from 1, findings in place order, a summary that adds up."""
    change(example, ROUND, "£9,599", "£95,99")
    change(example, "entries/2023-10-03/paper.yaml", "- bacup", "- bacup-visit")
    said = pcp("check", "--format", "json")
    assert said.code == 1
    told = json.loads(said.out)
    assert list(told) == ["findings", "summary"]
    assert list(told["summary"]) == ["files", "entries", "errors", "warnings", "notes"]
    keys = ["code", "severity", "message", "path", "line", "column", "hint", "accepted", "related"]
    assert [list(one) for one in told["findings"]] == [keys] * len(told["findings"])
    places = [(one["path"], one["line"], one["column"]) for one in told["findings"]]
    assert places == sorted(places)
    assert all((example / path).is_file() for path, _, _ in places)
    for severity in ("error", "warning", "note"):
        assert told["summary"][f"{severity}s"] == sum(one["severity"] == severity for one in told["findings"])
        assert all(RULES[one["code"]].severity == one["severity"] for one in told["findings"])
    assert told["summary"]["files"] == 14
    assert told["summary"]["entries"] == 11


def test_warnings_pass_unless_strict(pcp: Pcp, mended: Path) -> None:
    """A warning leaves the exit code at 0; --strict makes it 1, unless somebody has accepted it with a reason."""
    change(mended, ROUND, "£53,879", "£53,789")
    said = pcp("check")
    assert said.code == 0
    assert "£53,789" in said.out
    assert "£53,879" in said.out
    assert "£90 too little" in said.out
    assert pcp("check", "--strict").code == 1
    change(mended, ROUND, "stated:", "accept:\n  G201: Agreed with the treasurer on 4 September.\nstated:")
    strict = pcp("check", "--strict")
    assert strict.code == 0
    assert "Accepted: Agreed with the treasurer on 4 September." in strict.out


def test_one_paper_alone(pcp: Pcp, example: Path) -> None:
    """Named papers: their findings and those of the rounds they cite, and of no other paper."""
    change(
        example,
        "entries/prosper-partnership/prosper.yaml",
        "name: The Prosper Partnership",
        "nmae: The Prosper Partnership",
    )
    assert pcp("check", "2023-10-03").code == 0
    assert pcp("check", "prosper-partnership").code == 1
    change(example, ROUND, "£9,599", "£95,99")
    assert pcp("check", "2023-10-03").code == 1


def test_wrong_usage_is_two(pcp: Pcp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown paper, an unknown option, an unknown command, no workspace: exit 2, each with what to do."""
    assert "Did you mean “2023-10-03”?" in pcp("check", "2023-10-04").err
    for arguments in (["check", "nonsense"], ["check", "--nonsense"], ["chekc"], ["check", "-C", tmp_path / "nowhere"]):
        said = pcp(*arguments)
        assert said.code == 2, arguments
        assert said.out == ""
    assert "Did you mean “check”?" in pcp("chekc").err
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "bare")
    said = pcp("check")
    assert said.code == 2
    assert "pcp-reports init" in said.err
    assert example.is_dir()


def test_the_workspace_is_found_from_below_and_from_afar(
    pcp: Pcp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder inside the workspace will do; from elsewhere -C names it, before or after the command."""
    monkeypatch.chdir(example / "entries" / "2023-10-03")
    assert pcp("check").code == 0
    monkeypatch.chdir(tmp_path)
    assert pcp("-C", example, "check").code == 0
    assert pcp("check", "-C", example).code == 0


def test_notes_are_folded_unless_asked_for(pcp: Pcp, mended: Path) -> None:
    """A note is counted; --notes shows it."""
    (mended / "entries" / "notes.txt").write_text("remember", encoding="utf-8")
    said = pcp("check")
    assert said.out == "14 files read: 1 note (shown with --notes).\n"
    assert "entries/notes.txt is not an entry" in pcp("check", "--notes").out


def test_a_fault_of_ours_exits_three_and_names_the_file(
    pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No traceback is shown; a crash file is saved and named, with what is needed to mend the tool."""

    def broken(_: object) -> list[object]:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(checks, "CHECKS", (broken,))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = pcp("check")
    assert said.code == 3
    assert "Traceback" not in said.out + said.err
    assert "not of your entries" in said.err
    (saved,) = tmp_path.glob("pcp-reports-crash-*.txt")
    assert str(saved) in said.err
    assert "a fault of ours" in saved.read_text(encoding="utf-8")
    assert example.is_dir()


def test_a_folder_that_has_gone_is_said_in_plain_words(
    pcp: Pcp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the drive has gone under an officer's window, no command calls that a fault of its own."""

    def gone(_: object = None) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr("pathlib.Path.cwd", gone)
    said = pcp("-C", str(example), "check")
    assert said.code == 2
    assert said.err.startswith("The folder that you are in is no longer there")
    assert "cd" in said.err


def test_fix_writes_what_is_certain_and_says_so(pcp: Pcp, example: Path) -> None:
    """--fix mends the pasted colon and the misspelt key, shows old and new, and leaves what it cannot know."""
    change(
        example,
        "entries/2023-10-03/operation-vertebrae.yaml",
        "name: Operation Vertebrae",
        "nmae: Vertebrae: an operation",
    )
    change(example, ROUND, "£9,599", "£95,99")
    said = pcp("check", "--fix")
    assert said.code == 1
    assert 'name: "Vertebrae: an operation"' in (example / "entries/2023-10-03/operation-vertebrae.yaml").read_text(
        encoding="utf-8"
    )
    assert "Mended entries/2023-10-03/operation-vertebrae.yaml" in said.err
    assert "£95,99" in (example / ROUND).read_text(encoding="utf-8"), "an amount is never guessed"
    assert "£95,99" in said.out


def test_output_is_utf8_whatever_the_terminal_says(example: Path) -> None:
    """Pounds and curly quotes come out as UTF-8 even where the system speaks another encoding."""
    change(example, ROUND, "£9,599", "£95,99")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "pcp_reports", "check"], check=False, cwd=example, env=environment, capture_output=True
    )
    assert done.returncode == 1
    assert "“£95,99”" in done.stdout.decode("utf-8")
