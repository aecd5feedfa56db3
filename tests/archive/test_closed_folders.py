"""A folder that may not be opened is not one that is missing: what cannot be read is never said not to be there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from faults import archived, home
from writers import OTHER, PAPER

from pcp_reports.archive.layout import archive_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SETPRIV = shutil.which("setpriv")
IS_ROOT = os.name == "posix" and os.geteuid() == 0
WITHOUT = (SETPRIV or "", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all") if IS_ROOT else ()
"""What takes from the administrator the right to open what is closed to everybody."""
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    os.name != "posix" or (IS_ROOT and SETPRIV is None), reason="rights cannot be taken away"
)


def typed(root: Path, *words: str) -> tuple[int, str, str]:
    """Type a command as somebody who may not open everything; return its exit code and what it printed."""
    ended = subprocess.run(
        [*WITHOUT, sys.executable, "-m", "pcp_reports", "-C", root, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with one paper in 2023 and one in 2024."""
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "office.yaml").write_text("kind: office\n", encoding="utf-8")
    archived(tmp_path, 1)
    archived(tmp_path, 1, OTHER)
    return tmp_path


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Close a folder to everybody for a while."""
    mode = folder.stat().st_mode
    folder.chmod(0)
    try:
        yield
    finally:
        folder.chmod(mode)


def places(root: Path) -> dict[str, Path]:
    """Return the folders that may be closed: a paper's, its year, the whole archive."""
    return {"paper": home(root), "year": home(root).parent, "archive": archive_of(root)}


@pytest.mark.parametrize("which", ["paper", "year", "archive"])
def test_the_list_of_versions_tells_what_it_could_not_read(root: Path, which: str) -> None:
    """“versions” shows what it can read, says which folder it could not open, and does not end as if all were well."""
    folder = places(root)[which]
    with closed(folder):
        code, out, err = typed(root, "versions", "--format", "json")
    assert code == 1
    assert [one["paper"] for one in json.loads(out)["papers"]] == ([] if which == "archive" else [OTHER])
    shown = folder.relative_to(root).as_posix()
    assert f"The folder “{shown}” cannot be opened (Permission denied)" in err


@pytest.mark.parametrize("which", ["paper", "year", "archive"])
@pytest.mark.parametrize("command", [("versions",), ("restore", "v1", "--to", "copy"), ("diff", "v1", "v1")])
def test_a_paper_that_cannot_be_opened_is_not_said_to_be_missing(
    root: Path, which: str, command: tuple[str, ...]
) -> None:
    """Whatever I ask of a paper whose folder is closed to me, I am told that it is closed."""
    with closed(places(root)[which]):
        code, _, err = typed(root, command[0], PAPER, *command[1:])
    assert code == 1
    assert "cannot be opened (Permission denied)" in err
    assert "ever archived" not in err


@pytest.mark.parametrize("which", ["paper", "year"])
def test_another_paper_is_read_all_the_same(root: Path, which: str) -> None:
    """A folder that is closed to me holds up no paper but its own."""
    with closed(places(root)[which]):
        code, out, err = typed(root, "versions", OTHER)
        assert (code, OTHER in out) == (0, True), err
        code, _, err = typed(root, "restore", OTHER, "v1", "--to", str(root / "copy"))
    assert code == 0, err


def test_a_paper_whose_lists_are_all_closed_is_not_said_to_be_missing(root: Path) -> None:
    """Where nothing tells whose a folder is, it may be the paper that I ask for."""
    lists = [*home(root).rglob("inventory.json")]
    for path in lists:
        path.chmod(0)
    code, _, err = typed(root, "restore", PAPER, "v1", "--to", str(root / "copy"))
    assert code == 1
    assert "cannot be opened (Permission denied)" in err


@pytest.mark.parametrize("which", ["paper", "year", "archive"])
def test_nothing_is_archived_over_what_cannot_be_read(root: Path, which: str) -> None:
    """Whoever cannot see what is archived adds nothing to it, and is told which folder is closed."""
    folder = places(root)[which]
    words = "import sys; from pathlib import Path; from writers import archive; print(archive(Path(sys.argv[1]), 2))"
    with closed(folder):
        ended = subprocess.run(
            [*WITHOUT, sys.executable, "-c", words, root],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent)))},
            check=True,
        )
    assert "A202" in ended.stdout
    assert f"(Permission denied: {folder.relative_to(root).as_posix()}" in ended.stdout


def verified(root: Path, *words: str) -> tuple[int, list[tuple[str, str]]]:
    """Verify as somebody who may not open everything; return the exit code, and each finding's code and message."""
    code, out, err = typed(root, "verify", *words, "--format", "json")
    assert out, err
    return code, [(one["code"], one["message"]) for one in json.loads(out)["findings"]]


@pytest.mark.parametrize("asked", [(), (PAPER,)])
@pytest.mark.parametrize("which", ["paper", "year"])
def test_verify_says_that_a_folder_is_closed_and_not_that_anything_is_missing(
    root: Path, which: str, asked: tuple[str, ...]
) -> None:
    """I may not open a folder: that is all that is said of it, and nobody is told that versions are gone."""
    with closed(places(root)[which]):
        code, found = verified(root, *asked)
    assert code == 1
    ((one, message),) = found
    assert one == "A309"
    subject = f"{PAPER}: its folder" if which == "paper" else "The folder “output/archive/2023”"
    assert message.startswith(f"{subject} cannot be opened (Permission denied), so it cannot be told whether")


def test_a_closed_year_holds_up_the_verdict_on_no_other(root: Path) -> None:
    """Of a paper elsewhere it is proved all the same that it is what was archived; of the closed one it is not."""
    with closed(places(root)["year"]):
        code, found = verified(root, OTHER)
        assert (code, found) == (0, [])
        _, out, _ = typed(root, "verify", "--format", "json")
    rows = {one["paper"]: one["valid"] for one in json.loads(out)["papers"]}
    assert rows == {PAPER: False, OTHER: True}


@pytest.mark.parametrize("within", ["v1", "v1/files", "v2", "v2/files/entries"])
def test_a_closed_folder_of_a_version_is_told_once(root: Path, within: str) -> None:
    """Neither is its list of files said to be changed, nor any file in it missing."""
    archived(root, 2)
    with closed(home(root) / within):
        code, found = verified(root)
    assert (code, [one for one, _ in found]) == (1, ["A309"]), found


def test_an_event_that_is_closed_accuses_no_other(root: Path) -> None:
    """The event after one that I may not open is as it was written, as far as anybody can tell."""
    archived(root, 2)
    path = min((root / "output" / "ledger").iterdir())
    with closed(path):
        code, found = verified(root)
    assert (code, [one for one, _ in found]) == (1, ["A323"]), found
    assert "cannot be opened (Permission denied)" in found[0][1]
