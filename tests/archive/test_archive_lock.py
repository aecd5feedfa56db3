"""One writer at a time: the lock, and what happens where it does not hold."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import filelock
import pytest
from archives import assess, head_of, noted, refused
from faults import archived, home, undecided
from writers import OTHER, PAPER, archive, once, place_of, version

from pcp_reports.archive.adding import disk
from pcp_reports.archive.adding.committing import Added, add
from pcp_reports.archive.adding.writing import Attempt
from pcp_reports.archive.layout import LOCK

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "NOT FINISHED.txt"


def test_a_lock_file_left_over_holds_nobody_up(tmp_path: Path) -> None:
    """The file that an earlier run left behind means nothing by itself."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / LOCK).write_text("somebody, years ago", encoding="utf-8")
    archived(tmp_path, 1)


def test_nothing_is_touched_while_somebody_else_archives(tmp_path: Path) -> None:
    """What looks like a leftover may be somebody's work: while they are at it I am told so, and nothing is moved."""
    undecided(tmp_path, 2)
    with filelock.FileLock(tmp_path / "output" / LOCK):
        assert refused(tmp_path, 2) == "A201"
    assert noted(tmp_path, 2) == ["A213", "A210"]


@pytest.mark.parametrize(
    "error", [NotImplementedError("no"), OSError(errno.ENOLCK, "No locks available"), UserWarning()]
)
def test_a_drive_that_cannot_lock_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Where the drive cannot keep two people apart, I am told to ask for that, and nothing is written."""

    def acquire(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    (tmp_path / "output").mkdir()
    assert refused(tmp_path, 1) == "A203"


def test_somebody_at_work_whom_the_lock_does_not_reach_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was left behind is watched for a moment: if it grows, somebody is writing it on another computer."""
    undecided(tmp_path, 2)
    growing = home(tmp_path) / "v2" / "files" / "growing"
    monkeypatch.setattr("pcp_reports.archive.adding.recovering.time.sleep", lambda _: growing.write_bytes(b"x"))
    result = add(tmp_path, PAPER, place_of(PAPER), once(version(2)), wait=1, quiet=1)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A207"]
    assert growing.exists()


def _meanwhile(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[Attempt], object]) -> None:
    """Have something happen just before a step of an attempt, as if the lock did not hold."""
    real = getattr(Attempt, name)

    def step(self: Attempt, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the step itself
        monkeypatch.setattr(Attempt, name, real)
        act(self)
        return real(self, *rest, **more)

    monkeypatch.setattr(Attempt, name, step)


@pytest.mark.parametrize("name", ["write", "record"])
@pytest.mark.parametrize("paper", [PAPER, OTHER])
@pytest.mark.parametrize("before", [0, 1])
def test_where_the_lock_does_not_hold_only_one_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, paper: str, before: int
) -> None:
    """When two computers archive at once and the drive does not keep them apart, one is told so and nothing is mixed up."""
    archived(tmp_path, before)
    monkeypatch.setattr("pcp_reports.archive.adding.locking.filelock", filelock, raising=False)
    monkeypatch.setattr(filelock.FileLock, "acquire", lambda *_, **__: None)
    monkeypatch.setattr(filelock.FileLock, "release", lambda *_, **__: None)
    first: list[Any] = []
    number = before + 1 if paper == PAPER else 1
    _meanwhile(monkeypatch, name, lambda _: first.append(archive(tmp_path, number, paper, "the other's")))
    result = archive(tmp_path, before + 1)
    assert isinstance(first[0], Added)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A207"]
    assess(tmp_path, paper, number)
    again = archive(tmp_path, before + 2)
    assert isinstance(again, Added)
    assess(tmp_path)


def test_an_attempt_that_fails_takes_away_nothing_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If somebody set my attempt aside and began their own in its place, theirs stays when mine fails."""
    archived(tmp_path, 1)

    def replaced(attempt: Attempt) -> None:
        shutil.rmtree(attempt.plan.folder)
        shutil.copytree(home(tmp_path) / "v1", attempt.plan.folder)
        (attempt.plan.folder / MARK).write_bytes(b"This version is being written (by somebody else).")

    _meanwhile(monkeypatch, "record", replaced)
    result = archive(tmp_path, 2)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A207"]
    assert len(list((home(tmp_path) / "v2").rglob("*.yaml"))) == 2


def test_a_file_that_is_barred_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner or a sync program may hold a file for a moment: that is waited out, but not for ever."""
    monkeypatch.setattr(disk, "PAUSE", 0)
    real, tries = Path.replace, []

    def held(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) % 4:
            raise PermissionError(errno.EACCES, "Access is denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    archived(tmp_path, 1)
    assert len(tries) == 16


def test_a_file_that_stays_barred_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file of the archive stays open elsewhere, I am told to close it, and the next attempt finishes."""
    monkeypatch.setattr(disk, "PAUSE", 0)
    archived(tmp_path, 1)
    with monkeypatch.context() as barred:

        def held(*_: object) -> None:
            raise PermissionError(errno.EACCES, "Access is denied")

        barred.setattr(Path, "replace", held)
        result = archive(tmp_path, 2)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A206"]
    assert "open in Word" in result[0].hint
    assert noted(tmp_path, 2) == ["A211"]


def test_a_version_is_read_back_before_it_is_said_to_be_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the drive says that it put a file in its place, and did not, I am not told that all is well."""
    archived(tmp_path, 1)
    with monkeypatch.context() as lying:
        lying.setattr(Path, "replace", lambda self, _: self.unlink())
        result = archive(tmp_path, 2)
    assert isinstance(result, tuple)
    assert [one.code for one in result] == ["A206"]
    assert noted(tmp_path, 2) == ["A211"]


def test_adding_reads_no_file_of_an_older_version(tmp_path: Path) -> None:
    """The hundredth version takes no longer because of the ninety-nine before it: none of their files is opened."""
    archived(tmp_path, 2)
    for path in home(tmp_path).glob("v1/files/**/*"):
        if path.is_file():
            path.write_bytes(b"changed, which only verify finds")
    assert isinstance(archive(tmp_path, 3), Added)
    assert head_of(tmp_path) == 3
