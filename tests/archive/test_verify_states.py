"""What is no tampering is not called so: litter, drives that pack files anew, attempts cut off, an archive that is not there."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

import filelock
import pytest
import tampering as made
from tampering import BRIEFING, UPDATE, document, events, home
from word_wrappers import on_sharepoint, opened, packed

from pcp_reports.archive.adding.committing import Added
from pcp_reports.archive.layout import LOCK, NOT_FINISHED
from pcp_reports.archive.ocfl import disk
from pcp_reports.archive.proving.anchoring import AnchorError, read_anchor
from pcp_reports.archive.proving.verifying import Verified, archived_papers, verify

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("inventory.json", "inventory.json.sha512")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with three versions of an update and one of a briefing."""
    return made.build(tmp_path_factory.mktemp("built") / "workspace")


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace."""
    return shutil.copytree(built, tmp_path / "workspace")


def told(found: Verified) -> list[tuple[str, str]]:
    """Return what was found: each finding's code and message."""
    return [(one.code, one.message) for one in found.findings]


LITTER = {
    "desktop.ini": ("A331", "it is what Windows keeps for itself about a folder"),
    "~$totals.docx": ("A331", "it is Word's mark that a file is open: somebody has it open in Word, or Word stopped"),
    ".~lock.totals.csv#": ("A331", "it is LibreOffice's mark that a file is open"),
    "totals (1).csv": ("A332", "it is a copy that somebody, or a drive that could not agree, made of a file"),
    "totals-LAPTOP7.csv": ("A332", "it is a copy that somebody, or a drive that could not agree, made of a file"),
    "totals (Jo's conflicted copy 2024-01-02).csv": ("A332", "a copy made by a drive that could not agree"),
    "totals.sync-conflict-20240102-101500-ABCDEF7.csv": ("A332", "a copy made by a drive that could not agree"),
}


@pytest.mark.parametrize("name", LITTER)
def test_litter_is_called_what_it_is_and_harms_nothing(root: Path, name: str) -> None:
    """A file that Windows, Word or a drive left in the archive is told, and the archive is still what was archived."""
    (home(root) / "v2" / "files" / name).write_bytes(b"")
    found = verify(root)
    code, words = LITTER[name]
    assert [(one, words in message) for one, message in told(found)] == [(code, True)]
    assert found.valid
    assert all(one.valid for one in found.papers)


def test_a_folder_of_sharepoints_is_told_once(root: Path) -> None:
    """What SharePoint put there is one thing, with whatever it keeps inside; so it is in the archive's own folder."""
    for folder in (home(root), root / "output" / "archive"):
        (folder / "_vti_cnf").mkdir()
        (folder / "_vti_cnf" / "inventory.json").write_bytes(b"")
    assert [code for code, _ in told(verify(root))] == ["A331", "A331"]
    assert "SharePoint" in told(verify(root))[0][1]


def test_a_name_like_a_copys_without_its_original_was_added(root: Path) -> None:
    """What merely calls itself a copy is not excused."""
    (home(root) / "v2" / "files" / "plans (1).csv").write_bytes(b"")
    assert [code for code, _ in told(verify(root))] == ["A306"]


@pytest.mark.parametrize("name", ["paper", "template"])
def test_a_word_file_that_sharepoint_rewrote_is_named_as_that(root: Path, name: str) -> None:
    """I uploaded the archive to SharePoint, which packed the Word files anew: none is called altered."""
    path = document(root, 2) if name == "paper" else home(root) / "v2" / "files" / "template.docx"
    path.write_bytes(on_sharepoint(path.read_bytes()))
    found = verify(root)
    ((code, message),) = told(found)
    assert (code, found.valid) == ("A330", True)
    assert message.startswith(
        f"2023-10-03, v2: the {name} “{path.name}” was packed anew by SharePoint, or by another drive"
    )
    assert "Its bytes are not those that were archived; every part that holds words" in message


def test_where_the_parts_are_not_known_it_is_not_guessed(root: Path) -> None:
    """With version.json gone, nothing tells a file packed anew from one that was altered."""
    path = document(root, 2)
    path.write_bytes(packed(opened(path.read_bytes())))
    (home(root) / "v2" / "files" / "version.json").unlink()
    rows = dict(told(verify(root)))
    assert set(rows) == {"A302", "A303"}
    assert "cannot be told" in rows["A302"]


def test_a_word_file_that_cannot_be_unpacked_is_altered(root: Path) -> None:
    """A file that is no Word file any more is no wrapper."""
    document(root, 2).write_bytes(b"PK\x03\x04")
    ((code, message),) = told(verify(root))
    assert code == "A302"
    assert "It does not open as a sound Word file any more" in message


def test_nothing_archived_yet(tmp_path: Path) -> None:
    """Where nothing was archived nothing is wrong."""
    (tmp_path / "entries").mkdir()
    found = verify(tmp_path)
    assert (found.findings, found.papers, found.head, found.valid) == ((), (), "", True)
    assert not (tmp_path / "output").exists()


# -- what is cut off


def test_an_attempt_that_was_cut_off_is_a_warning(root: Path) -> None:
    """A computer that stopped in the middle of archiving left something that is no version; what was archived stands."""
    (home(root) / "v4").mkdir()
    (home(root) / "v4" / NOT_FINISHED).write_bytes(b"")
    (home(root) / "v4" / "half.docx").write_bytes(b"PK")
    found = verify(root)
    ((code, message),) = told(found)
    assert (code, found.valid) == ("A333", True)
    assert "v4 is being archived at this moment, or archiving it was cut off; it is no version yet" in message


@pytest.mark.parametrize("step", ["declared", "begun"])
def test_an_attempt_at_a_first_version_is_one_too(root: Path, step: str) -> None:
    """The same for a paper that has no version yet."""
    folder = root / "output" / "archive" / "2024" / "2024-01-15-panel-update"
    folder.mkdir(parents=True)
    (folder / "0=ocfl_object_1.1").write_bytes(b"ocfl_object_1.1\n")
    if step == "begun":
        (folder / "v1").mkdir()
    found = verify(root)
    assert [(code, found.valid) for code, _ in told(found)] == [("A333", True)]


def test_an_empty_folder_of_a_paper_is_told(root: Path) -> None:
    """A folder with nothing in it is named, whoever made it."""
    (root / "output" / "archive" / "2024" / "2024-01-15-panel-update").mkdir(parents=True)
    assert [code for code, _ in told(verify(root))] == ["A307"]


def cut_off_after_its_record(root: Path, step: str) -> None:
    """Leave the update as a kill leaves it once v4 stands in the ledger."""
    before = {name: (home(root) / name).read_bytes() for name in LISTS}
    made.add_one(root, 4)
    (home(root) / "v4" / NOT_FINISHED).write_bytes(b"")
    if step in ("list", "digest"):
        (home(root) / LISTS[1]).write_bytes(before[LISTS[1]])
    if step == "list":
        (home(root) / LISTS[0]).write_bytes(before[LISTS[0]])


@pytest.mark.parametrize("step", ["list", "digest", "mark"])
def test_archiving_that_was_cut_off_after_its_record_is_told_once(root: Path, step: str) -> None:
    """The version stands and the ledger has it: I am told to type the command again, and nothing is called tampering."""
    cut_off_after_its_record(root, step)
    ((code, message),) = told(verify(root))
    assert code == "A337"
    assert message.startswith("2023-10-03: archiving v4 was cut off")


@pytest.mark.parametrize("step", ["list", "digest", "mark"])
def test_the_next_archiving_settles_what_was_told(root: Path, step: str) -> None:
    """What the advice says helps."""
    cut_off_after_its_record(root, step)
    made.add_one(root, 5)
    assert told(verify(root)) == []


def test_the_first_version_cut_off_after_its_record(root: Path) -> None:
    """The same for a paper's first version, whose list of versions was never written."""
    for name in LISTS:
        (home(root, BRIEFING) / name).unlink()
    ((code, message),) = told(verify(root))
    assert (code, "v1 stands whole, and the ledger has it" in message) == ("A337", True)


def test_what_recovery_set_aside_is_a_note(root: Path) -> None:
    """I am told that there is something I may delete."""
    (root / "output" / "unfinished" / "2023-10-03-panel-update v4").mkdir(parents=True)
    found = verify(root)
    assert [(code, found.valid) for code, _ in told(found)] == [("A338", True)]


def test_the_page_for_successors_is_missed(root: Path) -> None:
    """A successor would not know how to check a version."""
    (root / "output" / "archive" / "READ ME FIRST.txt").unlink()
    found = verify(root)
    assert [(code, found.valid) for code, _ in told(found)] == [("A334", True)]


@pytest.mark.parametrize("change", ["a letter", "line ends", "emptied", "another text", "a large one"])
def test_the_page_for_successors_is_not_the_one_that_was_written(root: Path, change: str) -> None:
    """Who rewrites the page could tell a successor to look in the wrong place: I am warned of every byte of it."""
    path = root / "output" / "archive" / "READ ME FIRST.txt"
    data = path.read_bytes()
    others = {
        "a letter": data.replace(b"SHA-512", b"SHA-511", 1),
        "line ends": data.replace(b"\r\n", b"\n"),
        "emptied": b"",
        "another text": b"Do as you like.",
        "a large one": data * 1000,
    }
    path.write_bytes(others[change])
    found = verify(root)
    ((code, message),) = told(found)
    assert (code, found.valid) == ("A334", True)
    assert "“READ ME FIRST.txt”" in message
    assert "was changed: it is not the one that the tool wrote" in message
    assert "copy" in found.findings[0].hint


def test_the_page_for_successors_that_an_earlier_release_wrote_is_sound(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive begun years ago keeps the page of those days, and nobody is blamed for that."""
    path = root / "output" / "archive" / "READ ME FIRST.txt"
    path.write_bytes(b"READ ME FIRST, as it was in the first release\r\n")
    assert [code for code, _ in told(verify(root))] == ["A334"]
    earlier = (hashlib.sha256(path.read_bytes()).hexdigest(),)
    monkeypatch.setattr("pcp_reports.archive.proving.archive_folders.READ_ME_BEFORE", earlier)
    assert told(verify(root)) == []


def test_a_page_for_successors_that_cannot_be_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that I may not read is not called changed."""

    def open_plain(path: Path) -> int:
        if path.name == "READ ME FIRST.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_as_ever(path)

    open_as_ever = disk.open_plain
    monkeypatch.setattr(disk, "open_plain", open_plain)
    ((code, message),) = told(verify(root))
    assert (code, "cannot be opened (Permission denied)" in message) == ("A334", True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_in_the_place_of_the_page_for_successors_is_told_as_that(root: Path, tmp_path: Path) -> None:
    """It is neither followed nor told twice."""
    path = root / "output" / "archive" / "READ ME FIRST.txt"
    path.rename(tmp_path / "elsewhere.txt")
    path.symlink_to(tmp_path / "elsewhere.txt")
    assert [code for code, _ in told(verify(root))] == ["A308"]


def test_a_writer_at_work_is_not_called_tampering(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody archives, verify waits for a moment and then finds everything as it is to be."""
    cut_off_after_its_record(root, "list")
    lock = filelock.FileLock(root / "output" / LOCK)
    lock.acquire()
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if lock.is_locked:
            lock.release()
            made.add_one(root, 5)

    monkeypatch.setattr("pcp_reports.archive.proving.placed_papers.time.sleep", sleep)
    assert told(verify(root)) == []
    assert waits


def test_verify_leaves_everything_as_it_was(root: Path) -> None:
    """Whoever only looks changes nothing, whatever there is to be found."""
    cut_off_after_its_record(root, "list")
    document(root, 1).write_bytes(b"")

    def every() -> dict[str, bytes]:
        files = (path for path in root.rglob("*") if path.is_file() and path.name != LOCK)
        return {path.as_posix(): path.read_bytes() for path in files}

    before = every()
    verify(root, anchor="0" * 64)
    assert every() == before


# -- which papers, and the digest that was noted


def test_one_paper_alone(root: Path) -> None:
    """I ask after one paper and am told of that one; the ledger is judged as a whole."""
    document(root, 1, BRIEFING).write_bytes(b"")
    assert archived_papers(root) == ("2023-10-03", "prosper")
    alone = verify(root, ("2023-10-03",))
    assert (alone.findings, [one.paper for one in alone.papers]) == ((), ["2023-10-03"])
    assert [code for code, _ in told(verify(root, ("prosper",)))] == ["A302"]
    events(root)[0].unlink()
    assert "A320" in [code for code, _ in told(verify(root, ("prosper",)))]


def test_a_digest_noted_earlier_is_found_where_it_was_noted(root: Path) -> None:
    """The digest of the minutes still tells of everything up to then, however it was written down."""
    noted = verify(root).head
    made.add_one(root, 4)
    wordings = (noted, noted.upper(), f" {noted[:32]}\n{noted[32:]} ", "-".join(noted[at : at + 4] for at in range(0, 64, 4)), noted[:16], noted[-20:])  # fmt: skip
    for words in wordings:
        found = verify(root, anchor=words)
        assert found.findings == ()
        assert found.anchored is not None
        assert (found.anchored.number, found.anchored.paper, found.anchored.version) == (4, "prosper", 1)


def test_a_digest_with_one_wrong_figure_is_not_found(root: Path) -> None:
    """A slip in typing does not pass for the digest."""
    noted = verify(root).head
    wrong = ("0" if noted[0] != "0" else "1") + noted[1:]
    assert [code for code, _ in told(verify(root, anchor=wrong))] == ["A335"]


@pytest.mark.parametrize("words", ["", "6da27d28496f5fd", "minutes of 3 October", "z" * 64, "a" * 65])
def test_what_is_no_digest_is_refused(words: str) -> None:
    """Too little, too much, or other letters cannot be a digest."""
    with pytest.raises(AnchorError):
        read_anchor(words)


def test_papers_are_archived_by_the_writer(root: Path) -> None:
    """What these tests tamper with is what `archive` writes."""
    assert Added.__module__ == "pcp_reports.archive.adding.committing"
    assert len(events(root)) == 4


def test_a_paper_that_was_hardly_begun_is_no_paper(root: Path) -> None:
    """A computer stopped at the first moment of archiving a paper: that is told as what it is, and harms nothing."""
    folder = root / "output" / "archive" / "2024" / ".object.0123456789ab.tmp"
    folder.mkdir(parents=True)
    for data in (None, b"ocfl_object_1.1\n"):
        if data is not None:
            (folder / "0=ocfl_object_1.1").write_bytes(data)
        found = verify(root)
        ((code, message),) = told(found)
        assert (code, found.valid) == ("A331", True)
        assert "it is a temporary file of this tool's, left behind when it was stopped" in message
        assert "goes away when something is archived next" in found.findings[0].hint
        assert [one.paper for one in found.papers] == [UPDATE, BRIEFING]


def test_what_windows_keeps_in_an_empty_folder_makes_it_no_version(root: Path) -> None:
    """An attempt that was cut off stays one when Windows has put a file of its own into its folder."""
    (home(root) / "v4").mkdir()
    (home(root) / "v4" / "desktop.ini").write_bytes(b"x")
    assert [code for code, _ in told(verify(root))] == ["A333"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this system")
def test_a_pipe_in_the_ledger_is_called_what_it_is(root: Path) -> None:
    """A pipe in an event's place is not waited for, and is no folder."""
    events(root)[3].unlink()
    os.mkfifo(events(root)[2].with_name("000004 prosper-partnership-briefing v1.json"))
    os.mkfifo(root / "output" / "ledger" / "pipe")
    rows = told(verify(root))
    assert [code for code, _ in rows] == ["A323", "A326"]
    assert rows[0][1].endswith("cannot be used: it is no ordinary file.")
    assert rows[1][1].endswith("it is no ordinary file.")
