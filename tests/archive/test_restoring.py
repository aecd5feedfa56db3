"""`restore`: a version comes out of the archive whole and as it was, or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from handmade_archive import forge, keep, place_of, tree
from support import run

from pcp_reports.archive.folders import stored
from pcp_reports.archive.handing_out import staging
from pcp_reports.archive.handing_out.restoring import Restored, places_of, restore
from pcp_reports.archive.objects import StoredPaper

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = {
    "2023-10-03 panel-update v1 draft.docx": b"PK the paper",
    "entries/office.yaml": b"kind: office\n",
    "entries/funding/2023-24/slnf-september.yaml": b"kind: funding-round\n",
    "template.docx": b"PK the template",
    "version.json": b"{}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace whose entries cannot be read, and in whose archive a paper of two versions stands."""
    home = tmp_path / "workspace"
    (home / "entries").mkdir(parents=True)
    (home / "entries" / "office.yaml").write_bytes(b"\xff\xfe not YAML")
    keep(home, FILES)
    second = {name.replace("v1 draft", "v2 final"): data for name, data in FILES.items()}
    keep(home, second | {"version.json": b'{"version": 2}\n'}, "final")
    return home


def restored(root: Path, target: Path, number: int = 1) -> object:
    """Restore a version of the paper."""
    paper = stored(root, "2023-10-03")
    assert isinstance(paper, StoredPaper)
    return restore(paper.version(number), target, root, here=root)


def test_every_file_comes_out_as_it_was(root: Path, tmp_path: Path) -> None:
    """I get the paper and all it was made from, each file under its own name, and the folder's name to go on with."""
    before = tree(root)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out" / "October"))
    assert (ran.code, ran.out.strip()) == (0, str(tmp_path / "out" / "October"))
    assert ran.err == "Copied: v1 (draft), 5 files.\n"
    assert tree(tmp_path / "out" / "October") == FILES
    assert tree(root) == before
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["October"]


def test_an_earlier_version_is_not_the_later_one(root: Path, tmp_path: Path) -> None:
    """v2 is v2, its own paper and what was said of it, although most of its files are those of v1."""
    assert run(root, "restore", "2023-10-03/", "2", "--to", str(tmp_path / "two")).code == 0
    files = tree(tmp_path / "two")
    assert files["version.json"] == b'{"version": 2}\n'
    assert "2023-10-03 panel-update v2 final.docx" in files
    assert len(files) == 5


def test_an_empty_folder_may_be_filled(root: Path, tmp_path: Path) -> None:
    """A folder that I have just made for it will do."""
    (tmp_path / "mine").mkdir()
    assert run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "mine")).code == 0
    assert tree(tmp_path / "mine") == FILES


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("full", "it holds something already"),
        ("file", "a file of that name stands there"),
        ("workspace/entries/2023-10-03", "the entries are kept there"),
        ("workspace/templates/old", "the templates are kept there"),
        ("workspace/output/archive/2023/mine", "it is the archive itself"),
        ("workspace/output/ledger", "the ledger is kept there"),
        ("workspace/output/unfinished/x", "what recovery set aside is kept there"),
        ("full/../workspace/entries/x", "the entries are kept there"),
        ("link", "it is a link to another place"),
        ("to-archive/x", "it is the archive itself"),
    ],
)
def test_nothing_is_put_where_something_is_kept(root: Path, tmp_path: Path, where: str, why: str) -> None:
    """What I keep is safe from it: a folder with something in it, my entries, the archive itself, by whatever way."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "nothing").mkdir()
    try:
        (tmp_path / "link").symlink_to(tmp_path / "nothing")
        (tmp_path / "to-archive").symlink_to(root / "output" / "archive")
    except OSError:  # pragma: no cover - Windows without the right to make links
        pytest.skip("links cannot be made here")
    before = tree(tmp_path)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / where))
    assert (ran.code, ran.out) == (1, "")
    assert f": {why}. (A502)" in ran.err
    kept = "kept there" in why or "archive itself" in why
    assert ("Name a folder outside the workspace." in ran.err) == kept  # not that it should not exist yet: it does not
    assert tree(tmp_path) == before


def test_not_the_folder_that_i_am_in(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that I work in is not replaced beneath me."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ran = run(root, "restore", "2023-10-03", "v1", "--to", ".")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "Nothing can be copied to “.”: it is the folder that you are in. (A502)\n"
        "    → Name a new folder within it, or go to another folder first.\n"
    )
    (tmp_path / "here" / "mine.txt").write_bytes(b"mine")
    assert "“.”: it holds something already." in run(root, "restore", "2023-10-03", "v1", "--to", ".").err


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_no_folder(root: Path, name: str) -> None:
    """A name that a script left empty is a slip, and I am told which."""
    ran = run(root, "restore", "2023-10-03", "v1", "--to", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "The name behind --to is empty. Type the name of a folder or a file there.\n"


def test_a_folder_is_named_from_where_i_am(root: Path, tmp_path: Path) -> None:
    """Where I am is told, and not asked of the computer, beneath the command line."""
    paper = stored(root, "2023-10-03")
    assert isinstance(paper, StoredPaper)
    done = restore(paper.version(1), Path("out"), root, here=tmp_path)
    assert isinstance(done, Restored)
    assert done.folder == (tmp_path / "out").resolve()
    assert tree(tmp_path / "out") == FILES


def test_a_version_edited_in_word_is_said_to_be_one(root: Path, tmp_path: Path) -> None:
    """Whoever takes out a paper whose figures were not proved is told so, every time."""
    keep(root, {**FILES, "version.json": b'{"as_built": false}'}, "published")
    ran = run(root, "restore", "2023-10-03", "v3", "--to", str(tmp_path / "out"))
    assert ran.code == 0
    assert ran.err == (
        "v3 was edited in Word after it was built; its figures were not proved.\nCopied: v3 (published), 5 files.\n"
    )


@pytest.mark.parametrize("record", [b"no JSON", b"[]", b'{"as_built": 0}', b'{"as_built": null}', b"{}"])
def test_nothing_is_said_of_what_is_not_recorded(root: Path, tmp_path: Path, record: bytes) -> None:
    """A version.json that does not tell whether the paper was edited is no reason to call it edited, nor to fail."""
    keep(root, {**FILES, "version.json": record}, "published")
    ran = run(root, "restore", "2023-10-03", "v3", "--to", str(tmp_path / "out"))
    assert (ran.code, ran.err) == (0, "Copied: v3 (published), 5 files.\n")


def changed(path: Path) -> None:
    """Change one letter of a file."""
    data = path.read_bytes()
    path.write_bytes(bytes((data[0] ^ 1,)) + data[1:])


def linked(path: Path) -> None:
    """Put a link to the same bytes in the place of a file."""
    path.rename(path.with_name("aside"))
    path.symlink_to(path.with_name("aside"))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (changed, "is not the file that was archived: its content was changed"),
        (Path.unlink, "is missing"),
        (lambda path: (path.unlink(), path.mkdir()), "cannot be read (it is a folder)"),
        pytest.param(
            linked,
            "is a link to another place, which is not followed",
            marks=pytest.mark.skipif(os.name == "nt", reason="links need a right there"),
        ),
    ],
)
@pytest.mark.parametrize("name", ["entries/office.yaml", "version.json"])
def test_one_damaged_file_stops_it(
    root: Path, tmp_path: Path, name: str, harm: Callable[[Path], object], said: str
) -> None:
    """If but one file is not what was archived, it is named, and I get nothing rather than most of it."""
    harm(place_of(root).joinpath("v1", "files", *name.split("/")))
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out" / "October"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"v1: “{name}” {said}. Nothing was copied. (A501)")
    assert not (tmp_path / "out").exists()


def test_a_damaged_version_does_not_hold_up_another(root: Path, tmp_path: Path) -> None:
    """What was done to v1 does not keep me from v2."""
    changed(place_of(root) / "v1" / "files" / "version.json")
    assert run(root, "restore", "2023-10-03", "v2", "--to", str(tmp_path / "out")).code == 0


@pytest.mark.parametrize(
    "path", ["../../x.yaml", "/etc/x.yaml", "entries/../../x.yaml", "entries//x.yaml", "./x", "a/.", ".."]
)
def test_a_path_that_leads_out_is_refused(root: Path, tmp_path: Path, path: str) -> None:
    """A forged list cannot have a file written anywhere but into the folder that I named."""
    forge(root, lambda text: text.replace('"entries/office.yaml"', json.dumps(path)))
    before = tree(tmp_path)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert (ran.code, ran.out) == (1, "")
    assert "leads out of its folder" in ran.err
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["../../../../secret", "/secret", "v1/files/../../../x", "C:/secret", "v1\\files\\x"])
def test_a_list_that_reads_elsewhere_is_refused(root: Path, tmp_path: Path, path: str) -> None:
    """A forged list cannot have a file from elsewhere on my drive handed out as the paper."""
    forge(root, lambda text: text.replace('"v1/files/version.json"', json.dumps(path)))
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert ran.code == 1
    assert "it names a file that would lie outside the paper's own folder" in ran.err
    assert not (tmp_path / "out").exists()


def test_names_that_windows_cannot_bear_are_mended_there() -> None:
    """On Windows no name leads to another drive or vanishes into a device; elsewhere it stays the true one."""
    paths = [
        "C:/x.yaml",
        "D:x",
        "entries/aux.yaml",
        "entries/what?.yaml",
        "\\\\server\\share",
        "entries/a\\..\\b",
        "a.yaml",
    ]
    assert places_of(paths, windows=False) == {path: path for path in sorted(paths)}
    mended = places_of(paths, windows=True)
    assert isinstance(mended, dict)
    assert [path for path, made in mended.items() if made == path] == ["a.yaml"]
    assert not any(sign in made for made in mended.values() for sign in '\\:?<>"|*')


def test_names_that_differ_in_capitals_alone_are_told_apart(root: Path, tmp_path: Path) -> None:
    """Two files that a drive without capitals would take for one are both there, and I am told of it."""
    keep(
        root,
        {"entries/A.yaml": b"one", "entries/a.yaml": b"two", "entries/\u00f4.yaml": b"3", "entries/o\u0302.yaml": b"4"},
    )
    ran = run(root, "restore", "2023-10-03", "v3", "--to", str(tmp_path / "out"))
    assert ran.code == 0
    files = tree(tmp_path / "out")
    assert sorted(files.values()) == [b"3", b"4", b"one", b"two"]
    assert len({name.casefold() for name in files}) == 4
    assert "entries/a.yaml cannot bear that name here; it is entries/a-" in ran.err


def test_a_file_that_is_a_folder_as_well_is_refused(root: Path, tmp_path: Path) -> None:
    """A forged list cannot make one file hide another."""
    keep(root, {"entries/a": b"one"})
    forge(root, lambda text: text.replace('"version.json"', '"entries"', 2))
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert ran.code == 1
    assert "is both a file and a folder" in ran.err
    assert places_of(["A", "a/b"], windows=False) == "“A” is both a file and a folder"


@pytest.mark.parametrize(("number", "hint"), [(errno.ENOSPC, "the drive is full"), (errno.EACCES, "Ask whoever looks")])
@pytest.mark.parametrize("call", ["mkdir", "open", "rename", "fsync"])
def test_what_the_drive_refuses_leaves_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, hint: str
) -> None:
    """When the drive is full or shut, I am told so, and no half of a version is left behind."""

    def refuse(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        real = getattr(Path, call)

        def barred(path: Path, *rest: object, **more: object) -> object:
            ours = staging.LEFT_OVER in str(path) and (call != "open" or path.name == "version.json")
            return refuse() if ours and "v1" not in path.parts else real(path, *rest, **more)

        monkeypatch.setattr(Path, call, barred)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "a" / "b" / "October"))
    monkeypatch.undo()
    assert (ran.code, ran.out) == (1, "")
    assert "(A503)" in ran.err
    assert hint in ran.err
    assert "Nothing was left there." in ran.err
    assert not (tmp_path / "a").exists()
    assert run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "a" / "b" / "October")).code == 0


def test_an_empty_folder_of_mine_is_there_again_after_a_failure(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that I had made for it is still there, and empty, if the copy cannot be moved into it."""
    (tmp_path / "mine").mkdir()

    def far(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "rename", far)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "mine"))
    assert ran.code == 1
    assert [(one.name, list(one.iterdir())) for one in tmp_path.iterdir() if one.name != "workspace"] == [("mine", [])]


def test_what_cannot_be_taken_away_is_named(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the drive will not even let go of the half that was written, I am told which folder to delete."""

    def far(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "rename", far)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "October"))
    assert ran.code == 1
    assert "What was begun could not be taken away; delete “October (unfinished copy " in ran.err
    monkeypatch.undo()
    again = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "October"))
    assert again.code == 0
    assert "was left by an attempt that was cut off. Unless another is still running, delete it." in again.err


def test_stopping_it_leaves_nothing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If I press Ctrl+C, the folder is not there."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(staging, "sync_folders", stop)
    with pytest.raises(KeyboardInterrupt):
        restored(root, tmp_path / "out")
    assert [one.name for one in tmp_path.iterdir()] == ["workspace"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2023-10-30", "v1"), "No version of “2023-10-30” was ever archived. Did you mean “2023-10-03”?"),
        (("something", "v1"), "The only paper in the archive is “2023-10-03”."),
        (("2023-10-03", "v9"), "There is no version “v9” of “2023-10-03”. The versions are v1 (draft) and v2 (final)."),
        (("2023-10-03", "final"), "There is no version “final” of “2023-10-03”."),
        (("2023-10-03", "v0"), "There is no version “v0”"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(
    root: Path, tmp_path: Path, arguments: tuple[str, str], said: str
) -> None:
    """If I mistype the paper or the version, I see what there is."""
    ran = run(root, "restore", *arguments, "--to", str(tmp_path / "out"))
    assert ran.code == 2
    assert said in ran.err


def test_nothing_archived_yet_is_said(tmp_path: Path) -> None:
    """Before anything was archived I am told how to begin."""
    (tmp_path / "entries").mkdir()
    ran = run(tmp_path, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert ran.code == 2
    assert "Keep one first: pcp-reports archive 2023-10-03" in ran.err


def test_a_list_of_versions_that_cannot_be_read_is_said(root: Path, tmp_path: Path) -> None:
    """If the paper's list is damaged, that is said, and not that the paper was never archived."""
    (place_of(root) / "inventory.json").write_bytes(b"")
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert ran.code == 1
    assert "The list of versions in 2023-10-03-panel-update cannot be used" in ran.err


def test_restoring_twice_needs_another_folder(root: Path, tmp_path: Path) -> None:
    """What I restored yesterday is not overwritten today."""
    assert isinstance(restored(root, tmp_path / "out"), Restored)
    ran = run(root, "restore", "2023-10-03", "v1", "--to", str(tmp_path / "out"))
    assert ran.code == 1
    assert "Name a folder that does not exist yet." in ran.err
