"""What a drive or git did to all files alike is said in one sentence, and is not called tampering."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest
import tampering as made
from support import paper, run, statement, write
from tampering import edit_event, events, home

from pcp_reports.archive.adding.committing import Added, NewVersion, add
from pcp_reports.archive.layout import object_place
from pcp_reports.archive.ledger.events import read_ledger
from pcp_reports.archive.proving.verifying import Verified, verify

if TYPE_CHECKING:
    from pathlib import Path

NAME = "réunion-2023"
ENTRY = "rôle"
GIT = shutil.which("git")


@pytest.fixture(scope="module")
def of_cardiff(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace of which a paper and an entry have accents in their names, archived by the command as a draft."""
    root = tmp_path_factory.mktemp("cardiff") / "workspace"
    write(root, {f"{NAME}/paper": paper(ENTRY), f"{NAME}/{ENTRY}": statement("The harbour was busy.")})
    for words in (("build", NAME), ("archive", NAME, "--status", "draft", "--reason", "To be read")):
        ran = run(root, *words)
        assert ran.code == 0, ran.err + ran.out
    return root


@pytest.fixture
def cardiff(of_cardiff: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace."""
    return shutil.copytree(of_cardiff, tmp_path / "workspace")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with three versions of an update and one of a briefing."""
    return made.build(tmp_path_factory.mktemp("built") / "workspace")


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace."""
    return shutil.copytree(built, tmp_path / "workspace")


def taken_apart(folder: Path) -> int:
    """Write the accents of every name in a folder as macOS does; return how many names that were."""
    count = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        apart = unicodedata.normalize("NFD", path.name)
        if apart != path.name:
            path.rename(path.with_name(apart))
            count += 1
    return count


def told(found: Verified) -> list[tuple[str, str]]:
    """Return what was found: each finding's code and message."""
    return [(one.code, one.message) for one in found.findings]


def test_names_with_their_accents_taken_apart_are_the_same_names(cardiff: Path) -> None:
    """I keep the archive on a Mac's drive, which writes “ô” its own way: I am told once, and nothing is amiss."""
    assert verify(cardiff).findings == ()
    count = taken_apart(cardiff / "output" / "archive") + taken_apart(cardiff / "output" / "ledger")
    found = verify(cardiff)
    said = f"The drive writes the accents of {count} names another way than they were archived; nothing was changed."
    assert count > 3
    assert told(found) == [("A339", said)]
    assert [(one.paper, one.valid) for one in found.papers] == [(NAME, True)]
    assert run(cardiff, "verify").code == 0
    assert read_ledger(cardiff).findings == ()


def test_archiving_goes_on_where_the_drive_takes_accents_apart(cardiff: Path) -> None:
    """The next version is archived, into the same folder, and both are proved and can be taken out."""
    taken_apart(cardiff / "output" / "archive")
    taken_apart(cardiff / "output" / "ledger")
    ran = run(cardiff, "archive", NAME, "--status", "final", "--reason", "Cleared")
    assert ran.code == 0, ran.err
    found = verify(cardiff)
    assert [code for code, _ in told(found)] == ["A339"]
    assert [(one.paper, one.versions, one.valid) for one in found.papers] == [(NAME, 2, True)]
    assert len([*(cardiff / "output" / "archive" / "2023").iterdir()]) == 1
    ran = run(cardiff, "restore", NAME, "v1", "--to", str(cardiff / "copy"))
    assert ran.code == 0, ran.err
    assert any(path.name == f"{ENTRY}.yaml" for path in (cardiff / "copy").rglob("*"))


def test_a_change_is_found_under_a_name_taken_apart(cardiff: Path) -> None:
    """Another way of writing an accent hides nothing."""
    taken_apart(cardiff / "output")
    (path,) = (cardiff / "output" / "archive").rglob(unicodedata.normalize("NFD", f"{ENTRY}.yaml"))
    path.write_bytes(path.read_bytes() + b" ")
    rows = told(verify(cardiff))
    assert [code for code, _ in rows] == ["A339", "A302"]
    assert rows[1][1].endswith(
        f"the entry “entries/{NAME}/{ENTRY}.yaml” is not the file that was archived: its content was changed."
    )


def test_a_second_file_of_the_same_name_but_for_the_accent_was_added(cardiff: Path) -> None:
    """A file that only looks like an archived one, beside it, is not taken for it."""
    (path,) = (cardiff / "output" / "archive").rglob(f"{ENTRY}.yaml")
    path.with_name(unicodedata.normalize("NFD", path.name)).write_bytes(b"other")
    assert [code for code, _ in told(verify(cardiff))] == ["A306"]


def with_windows_ends(folder: Path, pattern: str = "*") -> int:
    """Give the lines of every text in a folder Windows' ends, as git does; return how many files that were."""
    count = 0
    for path in sorted(folder.rglob(pattern)):
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data and b"\n" in data and b"\r\n" not in data:
            path.write_bytes(data.replace(b"\n", b"\r\n"))
            count += 1
    return count


def only_ends(root: Path, count: int) -> Verified:
    """Hold what `verify` finds to one sentence: the ends of lines in so many files; return it."""
    found = verify(root)
    words = f"changed the ends of the lines in {count} file{'s' if count > 1 else ''} of output, and nothing else in"
    assert [(code, words in message) for code, message in told(found)] == [("A340", True)], told(found)
    assert not found.valid
    return found


def test_line_ends_that_git_changed_everywhere_are_told_in_one_sentence(root: Path) -> None:
    """I cloned the workspace with git on Windows: nobody is said to have tampered, and I read what to type."""
    count = with_windows_ends(root / "output" / "archive") + with_windows_ends(root / "output" / "ledger")
    assert count > 30
    found = only_ends(root, count)
    assert [one.valid for one in found.papers] == [False, False]
    assert "* -text" in found.findings[0].hint
    assert run(root, "verify").code == 1


@pytest.mark.parametrize(
    "pattern", ["*.yaml", "inventory.json", "inventory.json.sha512", "0=ocfl_object_1.1", "0=ocfl_1.1"]
)
def test_line_ends_changed_in_some_files_alone(root: Path, pattern: str) -> None:
    """Whichever files it befell, it is one thing."""
    only_ends(root, with_windows_ends(root / "output" / "archive", pattern))


def test_line_ends_of_the_ledger_alone(root: Path) -> None:
    """The chain of the ledger is judged as it was before; it is not broken, and nothing is added to it meanwhile."""
    found = only_ends(root, with_windows_ends(root / "output" / "ledger"))
    assert [one.valid for one in found.papers] == [True, True]
    ledger = read_ledger(root)
    assert [one.code for one in ledger.findings] == ["A340"]
    assert not ledger.sound


def test_windows_line_ends_that_were_taken_away(tmp_path: Path) -> None:
    """The same the other way about: entries that were typed on Windows, in a copy that lost their line ends."""
    files = {"entries/office.yaml": b"kind: office\r\nname: x\r\n", "totals.csv": b"1,2\r\n"}
    asked = NewVersion("draft", "x", "Ann Thorne", "", "2023-09-20T10:00:00+01:00", files)
    done = add(tmp_path, "prosper", object_place("prosper", "paper", 2023), lambda _: asked, wait=1, quiet=0)
    assert isinstance(done, Added)
    path = home(tmp_path, "prosper") / "v1" / "files" / "totals.csv"
    path.write_bytes(b"1,2\n")
    only_ends(tmp_path, 1)


def test_a_word_changed_besides_is_found_all_the_same(root: Path) -> None:
    """Other line ends excuse no other change: not in a file, not in a list, not in the ledger."""
    path = home(root) / "v2" / "files" / "entries" / "office.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"kind", b"kimd"))
    assert [code for code, _ in told(verify(root))] == ["A302"]
    edit_event(events(root)[1], reason="Another")
    with_windows_ends(root / "output")
    assert {"A322", "A302", "A340"} <= {code for code, _ in told(verify(root))}
    listed = home(root) / "inventory.json"
    listed.write_bytes(listed.read_bytes().replace(b"Reason 1", b"Reason 7"))
    assert "A310" in {code for code, _ in told(verify(root))}


@pytest.mark.skipif(GIT is None, reason="git is not installed")
def test_what_the_advice_says_of_git_is_true(root: Path, tmp_path: Path) -> None:
    """What I am told to type in a clone of git brings every file back as it was archived."""

    def git(folder: Path, *words: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.gov.uk", "-c", "core.autocrlf=true")
        subprocess.run([GIT or "git", *names, *words], cwd=folder, check=True, capture_output=True)

    attributes = root / "output" / ".gitattributes"
    attributes.unlink(missing_ok=True)
    clone = tmp_path / "clone"
    git(root, "init", "-q")
    git(root, "-c", "core.autocrlf=false", "add", "-A", "-f")
    git(root, "commit", "-q", "-m", "Archived")
    git(tmp_path, "clone", "-q", str(root), str(clone))
    (one,) = verify(clone).findings
    assert one.code == "A340"
    (clone / "entries").mkdir(exist_ok=True)
    (clone / "entries" / "new.yaml").write_bytes(b"kind: statement\n")
    (clone / "output" / attributes.name).write_bytes(b"* -text\n")
    typed = re.findall("“git ([^”]*)”", one.hint)
    assert len(typed) == 2
    for words in typed:
        git(clone, *words.split())
    assert verify(clone).findings == ()
    assert (clone / "entries" / "new.yaml").exists()
