"""The verdict on every object of the published OCFL fixtures is the one in its folder's name."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from pcp_reports.archive.ocfl import judge_path

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.archive.ocfl import Judged

_CODE = re.compile(r"[EW][0-9]{3}")


@pytest.fixture(scope="module")
def fixtures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the fixtures in which folders that were kept by a `.keep` alone are empty again."""
    copy = tmp_path_factory.mktemp("fixtures") / "ocfl"
    shutil.copytree(shared / "data" / "ocfl-1.1-fixtures", copy)
    for keep in copy.rglob(".keep"):
        if len(list(keep.parent.iterdir())) == 1:
            keep.unlink()
    return copy


def judged(folder: Path, least: int) -> dict[str, Judged]:
    """Return the verdicts on the objects in a folder, of which there are at least so many."""
    made = {one.name: judge_path(one) for one in sorted(folder.iterdir())}
    assert len(made) >= least
    assert all(len(verdicts) == 1 for verdicts in made.values())
    return {name: verdicts[0] for name, verdicts in made.items()}


def codes(name: str) -> set[str]:
    """Return the codes in a folder's name."""
    return set(_CODE.findall(name))


def test_every_good_object_is_valid_and_without_a_warning(fixtures: Path) -> None:
    """What others hold to be sound, I am told is sound."""
    for name, one in judged(fixtures / "good-objects", 12).items():
        assert (one.errors, one.warnings) == ((), ()), name


def test_every_warned_of_object_is_valid_with_just_the_warnings_of_its_name(fixtures: Path) -> None:
    """What is allowed but unwise is called valid, and I am told what is unwise."""
    for name, one in judged(fixtures / "warn-objects", 13).items():
        assert one.valid, name
        assert {fault.code for fault in one.warnings} == codes(name), name


def test_every_bad_object_is_not_valid_with_the_codes_of_its_name(fixtures: Path) -> None:
    """What is broken is called broken, for the reason that it was broken for."""
    for name, one in judged(fixtures / "bad-objects", 54).items():
        found = {fault.code for fault in one.errors}
        assert codes(name) <= found, name
        assert len(found) <= len(codes(name)) + 2, (name, found)


def test_a_storage_root_of_all_good_objects_is_valid(fixtures: Path, tmp_path: Path) -> None:
    """The good objects together, in a storage root, are valid but for identifiers that several of them share."""
    (tmp_path / "0=ocfl_1.1").write_bytes(b"ocfl_1.1\n")
    shutil.copytree(fixtures / "good-objects", tmp_path / "good")
    root, *objects = judge_path(tmp_path)
    assert len(objects) == 12
    assert all(one.valid for one in objects)
    assert {fault.code for fault in root.errors} == {"E083"}
