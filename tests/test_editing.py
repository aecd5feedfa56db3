"""Writing files so that nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pcp_reports import editing
from pcp_reports.editing import FileChangedError, digest, digest_of, edit_file, replace_file


def scraps(folder: Path) -> list[str]:
    """Return the names of temporary files left behind."""
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_file_is_replaced_whole_and_leaves_no_scrap(tmp_path: Path) -> None:
    """The new words stand in the file, its rights are kept, and nothing else lies in the folder."""
    path = tmp_path / "entry.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert scraps(tmp_path) == []


def test_a_new_file_can_be_read_by_colleagues(tmp_path: Path) -> None:
    """A file on a shared drive is made with the rights that the drive gives, not for its maker alone."""
    before = os.umask(0o022)
    try:
        replace_file(tmp_path / "deep" / "new.docx", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "deep" / "new.docx").stat().st_mode & 0o777 == 0o644


def test_a_file_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    """Somebody else saved in between: their words stay."""
    path = tmp_path / "entry.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(FileChangedError):
        edit_file(path, digest(b"as it was read"), b"ours")
    assert path.read_bytes() == b"theirs"
    path.unlink()
    with pytest.raises(FileChangedError):
        edit_file(path, digest(b"as it was read"), b"ours")
    assert digest_of(path) is None


@pytest.mark.parametrize("theirs", [b"theirs", None], ids=["saved", "deleted"])
def test_what_a_colleague_does_while_the_new_file_is_made_safe_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theirs: bytes | None
) -> None:
    """On a slow drive it takes a while until the new file is safe: what somebody saves in that time is not lost."""
    path = tmp_path / "entry.yaml"
    path.write_bytes(b"as it was read")

    def slow(_: int) -> None:
        path.unlink() if theirs is None else path.write_bytes(theirs)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FileChangedError):
        edit_file(path, digest(b"as it was read"), b"ours")
    assert (path.read_bytes() if path.exists() else None) == theirs
    assert scraps(tmp_path) == []


def test_a_file_held_by_another_program_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner holds the file for a moment: the write waits a little and goes through."""
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")
    held = [2]
    real = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if held[0]:
            held[0] -= 1
            raise PermissionError(13, "Access is denied")
        return real(self, target)

    waited: list[float] = []
    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr("pcp_reports.editing.time.sleep", waited.append)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert waited == [editing.PAUSE] * 2


def test_a_file_held_for_good_is_given_up_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file open in Word stays as it was, after a bounded number of tries, and no scrap is left."""
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")
    tries: list[Path] = []

    def busy(self: Path, target: Path) -> Path:
        tries.append(target)
        raise PermissionError(13, f"{self.name} is in use")

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr("pcp_reports.editing.time.sleep", lambda _: None)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    assert len(tries) == editing.TRIES
    assert path.read_bytes() == b"old"
    assert scraps(tmp_path) == []


@pytest.mark.parametrize("fails", ["write", "fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    """A full disk while writing, flushing or replacing: the old file is whole and no scrap is left."""
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    elif fails == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        real = Path.open

        def opened(self: Path, mode: str = "r", *arguments: object) -> object:
            file = real(self, mode, *arguments)  # type: ignore[call-overload] # passed on as it came
            if mode == "xb":
                file.close()  # what is written now fails
            return file

        monkeypatch.setattr(Path, "open", opened)
    with pytest.raises((OSError, ValueError)):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert scraps(tmp_path) == []
