"""What recovery makes of what an attempt left behind that was cut off."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from archives import head_of, noted, refused
from faults import archived, cut_event, empty_list, home, old_sidecar, undecided, unlisted
from writers import OTHER, archive

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.layout import archive_of

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "NOT FINISHED.txt"


def _list_gone(root: Path) -> None:
    archived(root, 2)
    (home(root) / "inventory.json").unlink()


def _list_halved(root: Path) -> None:
    archived(root, 2)
    path = home(root) / "inventory.json"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _list_zeroed(root: Path) -> None:
    archived(root, 2)
    path = home(root) / "inventory.json"
    path.write_bytes(bytes(path.stat().st_size))


def _digest_gone(root: Path) -> None:
    archived(root, 2)
    (home(root) / "inventory.json.sha512").unlink()


def _mark_left(root: Path) -> None:
    archived(root, 2)
    (home(root) / "v2" / MARK).write_bytes(b"")


def _only_a_folder(root: Path) -> None:
    archived(root, 1)
    (home(root) / "v2").mkdir()


def _only_declared(root: Path) -> None:
    home(root).mkdir(parents=True)
    (home(root) / "0=ocfl_object_1.1").write_bytes(b"")


def _only_marked(root: Path) -> None:
    """Leave what a drive leaves that lost the declaration when the power failed, and kept the mark."""
    (home(root) / "v1").mkdir(parents=True)
    (home(root) / "v1" / MARK).write_bytes(b"")


def _not_even_begun(root: Path) -> None:
    (home(root).parent / ".object.0123456789ab.tmp").mkdir(parents=True)


def _barely_begun(root: Path) -> None:
    _not_even_begun(root)
    (home(root).parent / ".object.0123456789ab.tmp" / "0=ocfl_object_1.1").write_bytes(b"")


def _a_folder_of_windows(root: Path) -> None:
    """Leave an empty folder of the next version into which Windows has put its own file."""
    _only_a_folder(root)
    (home(root) / "v2" / "desktop.ini").write_bytes(b"")


def _an_attempt_with_litter(root: Path) -> None:
    undecided(root, 1)
    (home(root) / ".DS_Store").write_bytes(b"")
    (home(root) / "desktop.ini").write_bytes(b"")


@pytest.mark.parametrize(
    ("make", "number", "settled"),
    [
        (lambda root: undecided(root, 1), 1, ["A213", "A210"]),
        (lambda root: undecided(root, 2), 2, ["A213", "A210"]),
        (lambda root: unlisted(root, 1), 1, ["A213", "A211"]),
        (lambda root: unlisted(root, 2), 2, ["A213", "A211"]),
        (old_sidecar, 2, ["A212"]),
        (empty_list, 2, ["A212"]),
        (_list_gone, 2, ["A212"]),
        (_list_halved, 2, ["A212"]),
        (_list_zeroed, 2, ["A212"]),
        (_digest_gone, 2, ["A212"]),
        (_mark_left, 2, ["A211"]),
        (cut_event, 2, ["A214", "A210"]),
        (_only_a_folder, 2, ["A210"]),
        (lambda root: (archive_of(root) / "2023").mkdir(parents=True), 1, []),
        (lambda root: home(root).mkdir(parents=True), 1, []),
        (_only_declared, 1, ["A210"]),
        (_only_marked, 1, ["A210"]),
        (_barely_begun, 1, ["A213"]),
        (_not_even_begun, 1, ["A213"]),
        (_a_folder_of_windows, 2, ["A210"]),
        (_an_attempt_with_litter, 1, ["A213", "A210"]),
    ],
)
def test_what_was_cut_off_is_settled_and_told(
    tmp_path: Path, make: Callable[[Path], object], number: int, settled: list[str]
) -> None:
    """Whatever an attempt left behind, the next one finishes it or sets it aside, and says which."""
    make(tmp_path)
    assert noted(tmp_path, number) == settled
    assert head_of(tmp_path) == number
    assert noted(tmp_path, number) == []


def test_what_is_set_aside_is_kept_whole(tmp_path: Path) -> None:
    """An attempt that was cut off is never deleted, and a second one does not take the first one's place."""
    for _ in range(2):
        shutil.rmtree(tmp_path / "work", ignore_errors=True)
        (tmp_path / "work").mkdir()
    root = tmp_path / "work"
    archived(root, 1)
    for count in (1, 2):
        (home(root) / "v2" / "files").mkdir(parents=True)
        (home(root) / "v2" / MARK).write_bytes(b"")
        (home(root) / "v2" / "files" / "paper.docx").write_bytes(b"%d" % count)
        archive(root, 1)
    aside = root / "output" / "unfinished"
    assert (aside / f"{home(root).name} v2" / "files" / "paper.docx").read_bytes() == b"1"
    assert (aside / f"{home(root).name} v2 2" / "files" / "paper.docx").read_bytes() == b"2"


def test_an_attempt_that_lacks_only_its_record_is_told_as_that(tmp_path: Path) -> None:
    """If I was told that it was archived, and the ledger does not know it, I learn to compare the ledger."""
    undecided(tmp_path, 2)
    result = archive(tmp_path, 2)
    assert isinstance(result, Added)
    said = next(one for one in result.settled if one.code == "A210")
    assert "never counted as archived" in said.message
    assert "somebody changed the ledger" in said.hint


def test_an_attempt_that_cannot_be_moved_away_is_left_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where output/unfinished lies on another drive, I am told what to move; another paper is not held up by it."""
    archived(tmp_path, 1, OTHER)
    undecided_at(tmp_path)
    real = Path.rename

    def far(self: Path, target: Path) -> Path:
        if "unfinished" in target.parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", far)
    assert refused(tmp_path, 2) == "A215"
    archived(tmp_path, 2, OTHER)
    assert (home(tmp_path) / "v2").is_dir()


def undecided_at(root: Path) -> None:
    """Leave an attempt at v2 of the paper, and nothing else."""
    archived(root, 1)
    (home(root) / "v2").mkdir()
    (home(root) / "v2" / MARK).write_bytes(b"")
