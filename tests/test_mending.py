"""`check --fix`: what is certain is written, every other byte stays, and nobody's work is overwritten."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from pcp_reports import editing
from pcp_reports.checks import check
from pcp_reports.cli.app import run
from pcp_reports.editing import FileChangedError, digest, edit_file
from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.mending import mend
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = b"kind: office\nname: Office of the Police and Crime Commissioner\n"
PAPER = b"kind: paper\ntitle: Update\nsections:\n  - heading: Headlines\n    items:\n      - hub\n"
FILE = "entries/2024-01-15/hub.yaml"


def workspace(root: Path, entry: bytes) -> Path:
    """Return a workspace with one entry, typed as given."""
    for name, data in {"entries/office.yaml": OFFICE, "entries/2024-01-15/paper.yaml": PAPER, FILE: entry}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def findings_of(root: Path) -> list[Finding]:
    """Return what `check` finds."""
    return check(survey(load(root)))


def mended(root: Path) -> bytes:
    """Return the entry after `check --fix`."""
    for _ in range(12):
        if not mend(root, findings_of(root)).written:
            break
    return (root / FILE).read_bytes()


TYPED = (
    "# A note at the top.\nkind: statement   # a note behind\n\ntitle: Hub: one\nowner:    Jo\n"
    "text: |\n  Words.\n\n  More “words” – 😀.   \n\n# A note at the end."
)
MEANT = TYPED.replace("Hub: one", '"Hub: one"')


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_every_byte_that_is_not_mended_stays(end: str, mark: str, last: str, tmp_path: Path) -> None:
    """My notes, blanks, line ends, and the mark that Notepad puts first are as they were."""
    root = workspace(tmp_path, (mark + TYPED + last).replace("\n", end).encode())
    assert mended(root) == (mark + MEANT + last).replace("\n", end).encode()


def test_line_ends_of_several_sorts_stay_each_as_it_is(tmp_path: Path) -> None:
    """A file that two editors wrote keeps the line ends of both, and a new line takes those of its neighbour."""
    root = workspace(tmp_path, b"kind: statement\r\nowner: Jo\ntitle: Hub: one\r\ntext: One.\r\n\r\nTwo.\nready: no\n")
    assert (
        mended(root)
        == b'kind: statement\r\nowner: Jo\ntitle: "Hub: one"\r\ntext: |\r\n  One.\r\n\r\n  Two.\nready: no\n'
    )


def test_a_second_run_has_nothing_left_to_write(tmp_path: Path) -> None:
    """--fix does its work once; after that it leaves my file alone."""
    root = workspace(tmp_path, b"kind: statement\ntitle: 'A' b\ntext: One: two.\n\nThree.\n")
    first = mended(root)
    done = mend(root, findings_of(root))
    assert (done.written, done.left, (root / FILE).read_bytes()) == ((), (), first)


def test_a_file_that_somebody_changes_at_the_same_moment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a colleague saves while --fix runs is never overwritten; I am told to check again."""
    root = workspace(tmp_path, b"kind: statement\ntitle: Hub: one\ntext: Fine.\n")
    theirs = b"kind: statement\ntitle: Theirs\ntext: Fine.\n"
    real = editing.digest_of

    def saved_meanwhile(path: Path) -> str | None:
        path.write_bytes(theirs)
        return real(path)

    monkeypatch.setattr(editing, "digest_of", saved_meanwhile)
    done = mend(root, findings_of(root))
    assert done.written == ()
    assert done.left == (f"{FILE} was changed by somebody else at the same moment, and was left alone; check again.",)
    assert (root / FILE).read_bytes() == theirs


def test_a_line_that_has_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    """A mend is meant for the line that was checked, and for no other that has come to stand in its place."""
    root = workspace(tmp_path, b"kind: statement\ntitle: Hub: one\ntext: Fine.\n")
    found = findings_of(root)
    theirs = b"kind: statement\ntitle: Another: line\ntext: Fine.\n"
    (root / FILE).write_bytes(theirs)
    assert mend(root, found).written == ()
    assert (root / FILE).read_bytes() == theirs


def test_an_edit_is_refused_when_the_file_is_not_the_one_that_was_read(tmp_path: Path) -> None:
    """Whoever writes an entry says first which one was read."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    with pytest.raises(FileChangedError):
        edit_file(path, digest(b"older"), b"new")
    assert path.read_bytes() == b"old"
    edit_file(path, digest(b"old"), b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_was_deleted_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    """An entry that a colleague deletes stays deleted."""
    root = workspace(tmp_path, b"kind: statement\ntitle: Hub: one\ntext: Fine.\n")
    found = findings_of(root)
    (root / FILE).unlink()
    done = mend(root, found)
    assert done.written == ()
    assert "was left alone" in done.left[0]
    assert not (root / FILE).exists()


def test_a_file_that_cannot_be_written_is_named_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A protected file is left as it is, and I am told so without a word of programmers."""
    root = workspace(tmp_path, b"kind: statement\ntitle: Hub: one\ntext: Fine.\n")

    def protected(path: Path, data: bytes, read: str | None = None) -> None:
        assert read is not None
        raise PermissionError(13, "Permission denied", str(path), len(data))

    monkeypatch.setattr(editing, "replace_file", protected)
    done = mend(root, findings_of(root))
    assert done.left == (
        f"{FILE} cannot be written: somebody may have it open, or it is protected. It was left alone.",
    )
    assert run(["-C", str(root), "check", "--fix"]) == 1
    shown = capsys.readouterr()
    assert "somebody may have it open, or it is protected" in shown.err
    assert "Traceback" not in shown.err + shown.out


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room to write, my file stays whole, and nothing half-written is left beside it."""
    entry = b"kind: statement\ntitle: Hub: one\ntext: Fine.\n"
    root = workspace(tmp_path, entry)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", descriptor)

    monkeypatch.setattr(os, "fsync", full)
    done = mend(root, findings_of(root))
    assert done.left == (f"{FILE} cannot be written (No space left on device). It was left alone.",)
    assert (root / FILE).read_bytes() == entry
    assert sorted(one.name for one in (root / FILE).parent.iterdir()) == ["hub.yaml", "paper.yaml"]


def test_a_mend_that_would_make_matters_worse_is_not_written(tmp_path: Path) -> None:
    """Before anything is written it is read again: no mend leaves a file with more faults than it had."""
    root = workspace(tmp_path, b"kind: statement\ntext: Fine.\n")
    bad = Finding("Y110", "a bad mend.", Place(FILE, 2, 1), fix=Fix(FILE, 2, ("text: Fine.",), ("text: a: b: [",)))
    assert mend(root, [bad]).written == ()
    assert (root / FILE).read_bytes() == b"kind: statement\ntext: Fine.\n"


def test_the_command_says_what_it_mended_and_checks_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """I see each line before and after, and then that nothing is left to mend."""
    root = workspace(tmp_path, b"kind: statement\ntitle: Hub: one\ntext: One: a.\n\nTwo.\n")
    assert run(["-C", str(root), "check", "--fix"]) == 0
    shown = capsys.readouterr()
    assert f"Mended {FILE}, line 2:" in shown.err
    assert '    - title: Hub: one\n    + title: "Hub: one"' in shown.err
    assert "    + text: |\n" in shown.err
    assert "nothing to mend" in shown.out
