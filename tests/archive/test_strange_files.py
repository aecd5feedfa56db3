"""What stands in the place of a file of the archive's and is none is called that: no drive is full or broken because of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from archives import assess
from faults import archived, home, last_event
from writers import OTHER, PAPER, archive

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.layout import LOCK, archive_of
from pcp_reports.archive.objects import MOST_INVENTORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.findings import Finding


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.parent / "elsewhere")


def _huge(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(MOST_INVENTORY + 1)


def said(root: Path, number: int) -> Finding:
    """Try to archive a version, which must be refused; return the first finding."""
    result = archive(root, number)
    assert isinstance(result, tuple)
    return result[0]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_folder, "it is a folder"),
        (_pipe, "it is no ordinary file"),
        (_link, "it is a link to another place"),
        (_huge, "it is larger than 67 MB"),
    ],
)
@pytest.mark.parametrize("name", ["inventory.json", "inventory.json.sha512"])
def test_a_list_of_versions_that_is_none_is_called_that(
    tmp_path: Path, name: str, make: Callable[[Path], None], words: str
) -> None:
    """I am told which file it is and what is wrong with it, not to make room; and the next paper is archived all the same."""
    archived(tmp_path, 1, OTHER)
    archived(tmp_path, 2)
    make(home(tmp_path) / name)
    shown = f"output/archive/2023/2023-10-03-panel-update/{name}"
    found = said(tmp_path, 3)
    assert (found.code, found.place.path) == ("A222", shown)
    assert found.message == f"Nothing was archived: “{shown}” cannot be used: {words}."
    assert "Make room" not in found.hint
    assert isinstance(archive(tmp_path, 2, OTHER), Added)


@pytest.mark.parametrize("make", [_folder, _pipe, _link])
def test_a_lock_that_is_no_file_is_called_that(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Where something else bears the lock's name I learn its name, and once it is gone I can archive."""
    archived(tmp_path, 1)
    path = tmp_path / "output" / LOCK
    make(path)
    found = said(tmp_path, 2)
    assert (found.code, found.place.path) == ("A222", f"output/{LOCK}")
    path.rmdir() if make is _folder else path.unlink()
    assert isinstance(archive(tmp_path, 2), Added)


def test_an_event_far_too_large_is_the_ledger_s_fault(tmp_path: Path) -> None:
    """An event of many megabytes is told as an event that cannot be used, not as a drive that is full."""
    archived(tmp_path, 2)
    with last_event(tmp_path).open("ab") as file:
        file.truncate(70_000_000)
    found = said(tmp_path, 3)
    assert found.code == "A323"
    assert last_event(tmp_path).name in found.message


@pytest.mark.parametrize("name", ["archive", "unfinished"])
def test_a_file_in_the_place_of_a_folder_is_called_that(tmp_path: Path, name: str) -> None:
    """A file called “archive” is told as what it is."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / name).write_bytes(b"")
    found = said(tmp_path, 1)
    assert (found.code, found.place.path) == ("A222", f"output/{name}")
    assert "it is no folder" in found.message


def test_an_attempt_with_a_strange_list_is_set_aside_like_any_other(tmp_path: Path) -> None:
    """A list that cannot be read is no reason to leave in the way what was never archived."""
    archived(tmp_path, 1)
    attempt = home(tmp_path) / "v2"
    (attempt / "inventory.json").mkdir(parents=True)
    (attempt / "NOT FINISHED.txt").write_bytes(b"")
    result = archive(tmp_path, 2)
    assert isinstance(result, Added)
    assert [one.code for one in result.settled] == ["A210"]
    assess(tmp_path, PAPER, 2)


def test_the_next_version_s_place_is_named_as_that(tmp_path: Path) -> None:
    """Something that stands where the next version belongs is not said to stand where the paper belongs."""
    archived(tmp_path, 1)
    (home(tmp_path) / "v2").mkdir()
    (home(tmp_path) / "v2" / "holiday.jpg").write_bytes(b"")
    found = said(tmp_path, 2)
    assert found.code == "A209"
    assert "/2023-10-03-panel-update/v2” stands where the paper's next version belongs" in found.message


def test_a_twin_in_other_capitals_is_named_with_its_place(tmp_path: Path) -> None:
    """What stands in a new paper's place is named as it is written."""
    (archive_of(tmp_path) / "2023" / "2023-10-03-Panel-Update").mkdir(parents=True)
    (archive_of(tmp_path) / "2023" / "2023-10-03-Panel-Update" / "x.txt").write_bytes(b"")
    found = said(tmp_path, 1)
    assert found.code == "A209"
    assert "“output/archive/2023/2023-10-03-Panel-Update” stands where the paper's folder belongs" in found.message


def test_a_paper_s_empty_folder_is_used(tmp_path: Path) -> None:
    """An empty folder in the place of a new paper, which nobody needs, does not stop it."""
    home(tmp_path).mkdir(parents=True)
    archived(tmp_path, 1)
    assess(tmp_path, PAPER, 1)
