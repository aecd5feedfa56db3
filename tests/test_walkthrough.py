"""The README's own walk-through of the archive, typed line by line in an empty folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from pcp_reports.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
SECTION = README[README.index("## Keeping versions") : README.index("## The folders")]
PAPER = "2023-10-03"


def steps() -> Iterator[list[str]]:
    """Yield the lines of the walk-through, word by word; what is to be retyped in an entry is a step named ``retype``."""
    for part in re.finditer(
        r"```console\n(?P<lines>.*?)```|In `(?P<file>[^`]+)` replace `(?P<old>[^`]+)` by\s+`(?P<new>[^`]+)`",
        SECTION,
        re.DOTALL,
    ):
        if part["file"]:
            yield ["retype", part["file"], part["old"], part["new"]]
        else:
            yield from (shlex.split(line) for line in part["lines"].splitlines())


def do(step: list[str]) -> int:
    """Do one step where we are, and return its exit code."""
    if step[0] == "retype":
        path = Path(step[1])
        text = path.read_text(encoding="utf-8")
        assert text.count(step[2]) == 1
        path.write_text(text.replace(step[2], step[3]), encoding="utf-8", newline="\n")
        return 0
    assert step[0] == "pcp-reports"
    return run(step[1:])


def test_the_walk_through_of_the_readme_goes_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """I type what stands there, and get three versions, a difference, a proof, a copy, the same paper again, and a bag."""
    monkeypatch.chdir(tmp_path)
    said: dict[str, str] = {}
    for step in steps():
        if step[0] == "cd":
            monkeypatch.chdir(Path.cwd() / step[1])
            continue
        assert do(step) == 0, (step, capsys.readouterr())
        said[step[1]] = capsys.readouterr().out
    assert [line.split()[:2] for line in said["versions"].splitlines()[1:]] == [
        ["v1", "draft"],
        ["v2", "final"],
        ["v3", "published"],
    ]
    assert "from the Community Fund" in said["diff"]
    assert re.search(r"\b[0-9a-f]{64}\b", said["verify"])
    assert (Path("as published") / f"{PAPER} panel-update v3 published.docx").is_file()
    assert "identical" in said["rebuild"]
    assert (Path("for the record office") / "bagit.txt").is_file()

    paper = next(Path("output/archive").rglob("*v3 published.docx"))
    data = bytearray(paper.read_bytes())
    data[len(data) // 2] ^= 1
    paper.write_bytes(data)
    assert run(["verify"]) == 1
    told = capsys.readouterr()
    assert "v3" in told.out + told.err
    assert paper.name in told.out + told.err
    assert run(["restore", PAPER, "v3", "--to", "again"]) == 1
    assert not Path("again").exists()


def test_a_final_version_is_refused_until_the_total_is_mended_as_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the step of retyping, “final” is refused, and the reason is the September round."""
    monkeypatch.chdir(tmp_path)
    before = [step for step in steps() if step[0] != "cd"]
    at = next(number for number, step in enumerate(before) if step[0] == "retype")
    run(["init", "practice"])
    monkeypatch.chdir(tmp_path / "practice")
    assert [do(step) for step in before[1:at]] == [0, 0]
    capsys.readouterr()
    assert do(before[at + 2]) == 1
    assert "slnf-september" in capsys.readouterr().err
