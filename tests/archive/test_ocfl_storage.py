"""A storage root is judged by itself, and each object under it too."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_objects import good_object, good_root, place
from test_ocfl_codes import CASES as OBJECT_CASES
from test_ocfl_codes import WARNINGS as OBJECT_WARNINGS

from pcp_reports.archive import ocfl
from pcp_reports.archive.ocfl import judge_path, judge_storage_root

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUT = "ocfl_layout.json"


def written(path: str, data: bytes) -> Callable[[Path], object]:
    """Return what writes a file."""
    return lambda folder: place(folder, path, data)


def declared(name: str) -> Callable[[Path], object]:
    """Return what gives the declaration another name."""
    return lambda folder: (folder / "0=ocfl_1.1").rename(folder / name)


def _older(folder: Path) -> None:
    (folder / "0=ocfl_1.1").unlink()
    place(folder, "0=ocfl_1.0", b"ocfl_1.0\n")


def _older_with_stray(folder: Path) -> None:
    shutil.rmtree(folder)
    good_root(folder, spec="1.0")
    place(folder, "extensions/one.txt", b"")


CASES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("E070", written(LAYOUT, b"{")),
    ("E070", written(LAYOUT, b'{"extension": "0002-flat-direct-storage-layout"}')),
    ("E070", written(LAYOUT, b"[1]")),
    ("E071", written(LAYOUT, b'{"extension": "our own", "description": "by year"}')),
    ("E071", written(LAYOUT, b'{"extension": [], "description": "by year"}')),
    ("E073", lambda folder: (folder / "2025" / "one").mkdir(parents=True)),
    ("E076", written("0=ocfl_1.0", b"ocfl_1.0\n")),
    ("E077", declared("0=ocfl_1.1.txt")),
    ("E078", declared("1=ocfl_1.1")),
    ("E079", declared("0=ocfl_7.0")),
    ("E080", written("0=ocfl_1.1", b"ocfl_1.1")),
    ("E081", _older),
    ("E083", lambda folder: shutil.copytree(folder / "2024" / "two", folder / "2024" / "two copied")),
    ("E084", written("2023/notes.txt", b"")),
    ("E085", written("2025/notes.txt", b"")),
    ("E086", _older_with_stray),
    ("E112", written("extensions/one.txt", b"")),
    ("W015", lambda folder: good_object(folder / "three", name="three")),
    ("W016", written("extensions/ours/config.json", b"{}")),
)


@pytest.mark.parametrize(("code", "change"), CASES, ids=[f"{code}-{at}" for at, (code, _) in enumerate(CASES)])
def test_each_breach_of_a_storage_root_is_called_by_its_code(
    tmp_path: Path, code: str, change: Callable[[Path], object]
) -> None:
    """What is wrong around the objects is said of the storage root, and the objects stay as sound as they were."""
    folder = good_root(tmp_path / "archive")
    change(folder)
    root, *objects = judge_path(folder)
    assert {fault.code for fault in (*root.errors, *root.warnings)} == {code}
    assert root.valid == code.startswith("W")
    assert len(objects) >= 2
    assert all(one.valid for one in objects)


def test_a_good_storage_root_is_valid_with_a_note_for_people_beside_its_declaration(tmp_path: Path) -> None:
    """READ ME FIRST.txt in the archive is allowed; each object is judged, in the order of its place."""
    folder = good_root(tmp_path / "archive")
    place(folder, LAYOUT, b'{"extension": "0002-flat-direct-storage-layout", "description": "by year"}')
    judged = judge_path(folder)
    assert [one.path for one in judged] == [folder, folder / "2023" / "one", folder / "2024" / "two"]
    assert all((one.errors, one.warnings) == ((), ()) for one in judged)


def test_a_fault_in_one_object_is_said_of_that_object(tmp_path: Path) -> None:
    """One paper's damage does not make another paper, or the archive's root, look damaged."""
    folder = good_root(tmp_path / "archive")
    place(folder, "2024/two/v1/content/letter.txt", b"forged")
    root, one, two = judge_path(folder)
    assert (root.valid, one.valid, two.valid) == (True, True, False)


def test_an_archive_without_its_declaration_is_called_that(tmp_path: Path) -> None:
    """Our own archive, its declaration deleted, is judged as an archive that lacks it."""
    folder = good_root(tmp_path / "archive")
    (folder / "0=ocfl_1.1").unlink()
    root, *objects = judge_storage_root(folder)
    assert [fault.code for fault in root.errors] == ["E069"]
    assert len(objects) == 2
    assert [fault.code for one in judge_path(folder) for fault in one.errors if fault.code == "E003"] == ["E003"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are made as POSIX makes them")
def test_links_and_pipes_are_named_and_not_followed(tmp_path: Path) -> None:
    """A link in the archive to another folder is a fault, and what lies behind it is not read."""
    folder = good_root(tmp_path / "archive")
    (folder / "2025").symlink_to(tmp_path, target_is_directory=True)
    (folder / "2023" / "three").symlink_to(folder / "2023" / "one", target_is_directory=True)
    os.mkfifo(folder / "2024" / "pipe")
    (folder / "loop").mkdir()
    (folder / "loop" / "loop").symlink_to(folder, target_is_directory=True)
    root, *objects = judge_path(folder)
    assert sorted((fault.code, fault.path) for fault in root.errors if fault.code in {"E089", "E090"}) == [
        ("E089", "2024/pipe"),
        ("E090", "2023/three"),
        ("E090", "2025"),
        ("E090", "loop/loop"),
    ]
    assert len(objects) == 2


def test_every_code_that_the_judge_can_give_is_tried() -> None:
    """No code stands in the judge that no test makes it give."""
    given = set()
    for module in Path(ocfl.__file__).parent.glob("*.py"):
        given |= set(re.findall(r'"([EW][0-9]{3})"', module.read_text(encoding="utf-8")))
    rows = [*(one[0] for one in OBJECT_CASES), *(one[0] for one in OBJECT_WARNINGS), *(one[0] for one in CASES)]
    tried = {code for codes in rows for code in codes.split()}
    assert given - tried == {"E069", "E089", "E090", "W004"}, (
        "these have tests of their own, in this module and beside it"
    )
    assert tried <= given
