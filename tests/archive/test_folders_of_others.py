"""What an officer, Windows or a drive put into the archive is not taken for the tool's own, nor a copy for the paper itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from archives import assess, head_of, refused
from faults import archived, home, last_event, undecided, unlisted
from writers import OTHER, PAPER, archive

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.layout import archive_of, ledger_of
from pcp_reports.archive.objects import StoredPaper
from pcp_reports.archive.vouched import vouched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.findings import Finding

MARK = "NOT FINISHED.txt"


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return all that lies under a folder, with the bytes of each file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def said(root: Path, number: int, paper: str = PAPER) -> Finding:
    """Try to archive a version, which must be refused and change nothing; return the first finding."""
    refused(root, number, paper)
    result = archive(root, number, paper)
    assert isinstance(result, tuple)
    return result[0]


# -- folders of somebody's own


@pytest.mark.parametrize(
    "names",
    [
        (),
        (".DS_Store",),
        ("desktop.ini",),
        ("Minutes (1).docx", "Budget - Copy.xlsx", "notes.old"),
        ("notes.tmp",),
        ("v1/",),
        ("v1/desktop.ini",),
        ("v1/minutes.docx",),
        ("0=ocfl_object_1.1", "notes.old"),
        ("0=ocfl_object_1.1", "v1/", "v2/"),
    ],
)
@pytest.mark.parametrize("year", ["2023", "Our papers"])
def test_a_folder_of_somebodys_own_is_left_where_it_is(tmp_path: Path, year: str, names: tuple[str, ...]) -> None:
    """A folder of mine that I put into the archive by mistake is never moved, and never called the tool's own work."""
    archived(tmp_path, 1)
    mine = archive_of(tmp_path) / year / "My papers"
    mine.mkdir(parents=True)
    for name in names:
        (mine / name).parent.mkdir(exist_ok=True)
        (mine / name).mkdir() if name.endswith("/") else (mine / name).write_bytes(b"mine")
    before = everything(mine)
    result = archive(tmp_path, 2)
    assert isinstance(result, Added)
    assert result.settled == ()
    assert everything(mine) == before
    assert not (tmp_path / "output" / "unfinished").exists()


def test_a_folder_that_a_drive_keeps_for_itself_is_passed_over(tmp_path: Path) -> None:
    """A waste bin that the drive keeps in the archive holds nobody up, whatever was thrown into it."""
    archived(tmp_path, 2)
    shutil.copytree(home(tmp_path), archive_of(tmp_path) / "#recycle" / home(tmp_path).name)
    assert isinstance(archive(tmp_path, 3), Added)
    assert head_of(tmp_path) == 3


# -- a second folder that says it is a paper

COPIES = (
    "2023 (1)/2023-10-03-panel-update",
    "2023/2023-10-03-panel-update - Copy",
    "2022/2023-10-03-panel-update",
    "2023/2023-10-03-PANEL-update",
    "Our papers/x",
)


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("without", [(), ("inventory.json",), ("inventory.json", "0=ocfl_object_1.1")])
def test_a_copy_of_a_paper_s_folder_is_called_that(tmp_path: Path, copy: str, without: tuple[str, ...]) -> None:
    """A copy that somebody made is named with its place; I am not sent to bring back an older ledger, and others can go on."""
    archived(tmp_path, 1, OTHER)
    archived(tmp_path, 2)
    second = archive_of(tmp_path) / copy
    shutil.copytree(home(tmp_path), second)
    for name in without:
        (second / name).unlink()
    before = everything(second)
    found = said(tmp_path, 3)
    assert found.code == "A221"
    assert found.message == (
        f"A second folder says that it is {PAPER}: “output/archive/{copy}”. "
        "The ledger knows only “output/archive/2023/2023-10-03-panel-update”."
    )
    assert "ledger back" not in found.hint
    assert f"move “output/archive/{copy}” out of the archive" in found.hint
    assert isinstance(archive(tmp_path, 2, OTHER), Added)
    assert everything(second) == before
    shutil.move(second, tmp_path / "aside")
    assert isinstance(archive(tmp_path, 3), Added)


def test_a_copy_that_somebody_changed_is_not_taken_for_the_paper(tmp_path: Path) -> None:
    """Whatever stands in the second folder, the next version never joins it."""
    archived(tmp_path, 1)
    second = archive_of(tmp_path) / "2022" / home(tmp_path).name
    shutil.copytree(home(tmp_path), second)
    path = second / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b"Ann", b"Bob"))
    assert said(tmp_path, 2).code == "A221"


def test_a_folder_that_was_moved_is_called_that(tmp_path: Path) -> None:
    """If somebody dragged a paper to another year I am told where it is and where it belongs, and other papers can go on."""
    archived(tmp_path, 1, OTHER)
    archived(tmp_path, 2)
    there = archive_of(tmp_path) / "2022" / home(tmp_path).name
    there.parent.mkdir()
    home(tmp_path).rename(there)
    found = said(tmp_path, 3)
    assert found.code == "A221"
    assert "was moved or renamed: it is “output/archive/2022/" in found.message
    assert found.hint.startswith("Move it back to “output/archive/2023/2023-10-03-panel-update”.")
    assert isinstance(archive(tmp_path, 2, OTHER), Added)


def test_a_copy_that_knows_more_than_the_ledger_stops_everything(tmp_path: Path) -> None:
    """If the copy has a version that the ledger lacks, the ledger may have lost its end: nothing is added until that is clear."""
    archived(tmp_path, 1, OTHER)
    archived(tmp_path, 1)
    lists = {path: path.read_bytes() for path in home(tmp_path).glob("inventory*")}
    archived(tmp_path, 2)
    copy = archive_of(tmp_path) / "2023 (1)" / home(tmp_path).name
    shutil.copytree(home(tmp_path), copy)
    shutil.rmtree(home(tmp_path) / "v2")
    for path, data in lists.items():
        path.write_bytes(data)
    last_event(tmp_path).unlink()
    for paper in (PAPER, OTHER):
        found = said(tmp_path, 2, paper)
        assert found.code == "A217"
        assert f"in output/archive/2023 (1)/{home(tmp_path).name}/v2, and the ledger" in found.message
        assert "if its output/ledger has more files than yours, and only then" in found.hint


@pytest.mark.parametrize("copy", COPIES)
def test_whoever_reads_is_not_given_a_copy_for_the_paper(tmp_path: Path, copy: str) -> None:
    """When I take a version out, it comes out of the paper's own folder, whatever stands beside it."""
    archived(tmp_path, 1)
    second = archive_of(tmp_path) / copy
    shutil.copytree(home(tmp_path), tmp_path / "aside")
    assert isinstance(archive(tmp_path, 2), Added)
    second.parent.mkdir(exist_ok=True)
    (tmp_path / "aside").rename(second)
    found = vouched(tmp_path, PAPER)
    assert isinstance(found, StoredPaper)
    assert (found.folder, found.inventory.head) == (home(tmp_path), 2)


# -- links


@pytest.mark.parametrize("name", ["archive", "ledger", "unfinished"])
@pytest.mark.parametrize("make", [lambda root: undecided(root, 2), lambda root: unlisted(root, 2)])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    """If a folder of the archive is a link I am told so, and nothing is added, moved or finished in the other place."""
    root = tmp_path / "workspace"
    root.mkdir()
    make(root)
    folder = root / "output" / name
    folder.mkdir(exist_ok=True)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    before = everything(tmp_path / "elsewhere")
    found = said(root, 2)
    assert (found.code, found.place.path) == ("A223", f"output/{name}")
    assert f"“output/{name}” is a link" in found.message
    assert everything(tmp_path / "elsewhere") == before


def test_a_new_paper_is_not_written_through_a_link_either(tmp_path: Path) -> None:
    """A year that is a link takes no paper."""
    root = tmp_path / "workspace"
    root.mkdir()
    archived(root, 1, OTHER)
    (tmp_path / "elsewhere").mkdir()
    home(root).parent.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    found = said(root, 1)
    assert (found.code, found.place.path) == ("A223", "output/archive/2023")
    assert everything(tmp_path / "elsewhere") == {}


def test_a_mark_in_a_whole_version_does_no_harm(tmp_path: Path) -> None:
    """Somebody who marks a version as not finished that the ledger records has it finished again."""
    archived(tmp_path, 2)
    (home(tmp_path) / "v2" / MARK).write_bytes(b"planted")
    assert isinstance(archive(tmp_path, 3), Added)
    assess(tmp_path, PAPER, 3)
    assert len(list(ledger_of(tmp_path).iterdir())) == 3
