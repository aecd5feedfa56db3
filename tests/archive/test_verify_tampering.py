"""Whatever is done to an archive is found, and named once, in words that say which version, which file, and what."""

from __future__ import annotations

import errno
import hashlib
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
import tampering as made
from tampering import (
    BRIEFING,
    document,
    edit_event,
    edit_list,
    events,
    flip_digest,
    home,
    rewrite,
    rewrite_ledger,
    state,
)
from word_wrappers import altered

from pcp_reports.archive.ocfl import disk, hashing
from pcp_reports.archive.proving.verifying import verify
from pcp_reports.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LISTS = ("inventory.json", "inventory.json.sha512")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with three versions of an update and one of a briefing."""
    return made.build(tmp_path_factory.mktemp("built") / "workspace")


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace, to be tampered with."""
    return shutil.copytree(built, tmp_path / "workspace")


def file(root: Path, number: int, name: str = "totals.csv") -> Path:
    """Return a file of a version of the update."""
    return home(root) / f"v{number}" / "files" / name


def flip(path: Path, at: int = 100) -> None:
    """Change one bit of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def swap(one: Path, other: Path) -> None:
    """Let two files change places."""
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)


def exchange(*folders: Path) -> None:
    """Let each folder take the place of the one before, and the first that of the last."""
    between = folders[0].with_name("between")
    folders[0].rename(between)
    for folder, place in zip((*folders[1:], between), folders, strict=True):
        folder.rename(place)


def exchange_and_flip(root: Path) -> None:
    """Let two versions' folders change places, and change a bit in a file of what is v2."""
    exchange(home(root) / "v1", home(root) / "v2")
    flip(file(root, 1), 2)


def put(folder: Path, name: str, data: bytes = b"x") -> None:
    """Write a file, and the folder that it lies in."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)


def put_two(root: Path) -> None:
    """Add a folder with two files."""
    for name in "ab":
        put(file(root, 2, "old"), name)


def set_back(root: Path, to: int) -> None:
    """Put the list of versions back to that of an earlier version."""
    for name in LISTS:
        shutil.copy(home(root) / f"v{to}" / name, home(root) / name)


def roll_back(root: Path, to: int) -> None:
    """Take versions away, and the list back, as if they had never been."""
    for number in range(to + 1, 4):
        shutil.rmtree(home(root) / f"v{number}")
    set_back(root, to)


def say_twice(folder: Path) -> None:
    """Give a list two heads, and the digest of that beside it."""
    path = folder / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b'"head":', b'"head": "v1",\n "head":', 1))
    state(folder)


def add_by_hand(root: Path, *, listed: bool) -> None:
    """Copy v3 as v4, and enter it in the lists as a tamperer would who knows OCFL."""
    shutil.copytree(home(root) / "v3", home(root) / "v4")

    def enter(held: dict[str, Any]) -> None:
        held["head"] = "v4"
        held["versions"]["v4"] = held["versions"]["v3"]
        for paths in held["manifest"].values():
            paths += [path.replace("v3/", "v4/") for path in paths if path.startswith("v3/")]

    if listed:
        edit_list(home(root) / "v4", enter)
        set_back(root, 4)


def copy_over(root: Path) -> None:
    """Put another paper's folder in the place of the update's."""
    shutil.rmtree(home(root))
    shutil.copytree(home(root, BRIEFING), root / "output" / "archive" / "2023" / "2023-10-03-panel-update")


def cut(root: Path, count: int) -> None:
    """Take the last events of the ledger away."""
    for path in events(root)[-count:]:
        path.unlink()


def shutil_move(root: Path) -> None:
    """Drag the update's folder into another."""
    home(root).rename(root / "output" / "archive" / "undated" / home(root).name)


Case = tuple["Callable[[Path], object]", list[tuple[str, str]]]
CASES: dict[str, Case] = {
    "a flipped bit in the paper": (lambda r: flip(document(r, 2)), [("A302", "2023-10-03, v2: the paper “2023-10-03 panel-update v2 final.docx” is not the file that was archived: its content was changed.")]),
    "a flipped bit in an entry": (lambda r: flip(file(r, 2, "entries/office.yaml"), 5), [("A302", "v2: the entry “entries/office.yaml” is not the file that was archived: its content was changed.")]),
    "a flipped bit in version.json": (lambda r: flip(file(r, 1, "version.json")), [("A302", "v1: the file “version.json”")]),
    "a word of the paper": (lambda r: document(r, 2).write_bytes(altered(document(r, 2).read_bytes(), "word/document.xml", "£2,000".encode(), "£9,000".encode())), [("A302", "its content was changed. Changed: its text.")]),
    "an emptied file": (lambda r: file(r, 2).write_bytes(b""), [("A302", "there is nothing in it any more")]),
    "a deleted file": (lambda r: file(r, 1).unlink(), [("A303", "2023-10-03, v1: the file “totals.csv” is missing.")]),
    "the last file of a folder": (lambda r: file(r, 1, "entries/office.yaml").unlink(), [("A303", "v1: the entry “entries/office.yaml” is missing.")]),
    "a deleted folder": (lambda r: shutil.rmtree(file(r, 1, "entries")), [("A303", "v1: the folder “entries” is missing, with all 3 files in it.")]),
    "all files of a version": (lambda r: shutil.rmtree(home(r) / "v1" / "files"), [("A303", "v1: the folder “files” is missing, with all 7 files in it.")]),
    "an added file": (lambda r: put(file(r, 2, ""), "more.docx"), [("A306", "v2: the file “more.docx” was added: nobody archived it.")]),
    "an added file beside the versions": (lambda r: put(home(r), "notes.txt"), [("A306", "2023-10-03: the file “notes.txt” was added")]),
    "an added file in the archive": (lambda r: put(r / "output" / "archive", "notes.txt"), [("A306", "The file “output/archive/notes.txt” was added: it belongs to no paper")]),
    "an added folder": (put_two, [("A306", "v2: the folder “old”, with 2 files in it, was added")]),
    "an added folder of a year": (lambda r: put(r / "output" / "archive" / "2023" / "other", "a.txt"), [("A306", "The folder “output/archive/2023/other” was added")]),
    "logs, which OCFL allows": (lambda r: put(home(r) / "logs", "log.txt"), [("A306", "the folder “logs”, with 1 file in it, was added")]),
    "two files that changed places": (lambda r: swap(file(r, 2, "entries/office.yaml"), file(r, 2)), [("A305", "v2: the entry “entries/office.yaml” and the file “totals.csv” changed places")]),
    "two versions' papers that changed places": (lambda r: swap(document(r, 1), document(r, 2)), [("A305", "v1: the paper “2023-10-03 panel-update v1 draft.docx” and the paper “2023-10-03 panel-update v2 final.docx” of v2 changed places")]),
    "one version's file copied over another's": (lambda r: shutil.copy(file(r, 1), file(r, 3)), [("A305", "v3: the file “totals.csv” is not the file that was archived: what stands there is a copy of the file “totals.csv” of v1.")]),
    "another paper's file copied over": (lambda r: shutil.copy(document(r, 1, BRIEFING), document(r, 1)), [("A305", "what stands there is a copy of “prosper partnership-briefing v1 draft.docx” of prosper, v1.")]),
    "a renamed file": (lambda r: file(r, 2).rename(file(r, 2, "total.csv")), [("A304", "v2: the file “totals.csv” was moved or renamed: it is now “total.csv”.")]),
    "a file moved to another version": (lambda r: file(r, 2).rename(file(r, 1, "totals 2.csv")), [("A304", "it is now “v1/files/totals 2.csv”")]),
    "a renamed folder": (lambda r: file(r, 2, "entries").rename(file(r, 2, "words")), [("A304", "v2: the folder “entries” with its 3 files was moved or renamed: it is now “words”.")]),
    "a renamed version": (lambda r: (home(r) / "v2").rename(home(r) / "v2 old"), [("A304", "the folder v2 was renamed: it is now “v2 old”.")]),
    "an empty folder": (lambda r: file(r, 2, "new").mkdir(), [("A307", "v2: the folder “new” is an empty folder")]),
    "an empty folder beside the versions": (lambda r: (home(r) / "new").mkdir(), [("A307", "2023-10-03: the folder “new” is an empty folder")]),
    "an empty folder of a year": (lambda r: (r / "output" / "archive" / "2024").mkdir(), [("A307", "“output/archive/2024” is an empty folder")]),
    "a version rolled back with its lists": (lambda r: roll_back(r, 2), [("A312", "v3 is missing: no folder of that name is there any more. The ledger says: v3, published, archived 23 September 2023, 10:00 by Ann Thorne: “Reason 3”. The list of versions was set back to that of v2")]),
    "two versions rolled back": (lambda r: roll_back(r, 1), [("A312", "v2 and v3 are missing")]),
    "a version deleted": (lambda r: shutil.rmtree(home(r) / "v2"), [("A312", "v2 is missing")]),
    "two versions' folders that changed places": (lambda r: exchange(home(r) / "v1", home(r) / "v2"), [("A305", "2023-10-03: the folders v1 and v2 changed places: each holds what belongs in the other; nothing in them was changed by it.")]),
    "three versions' folders that changed places": (lambda r: exchange(home(r) / "v1", home(r) / "v2", home(r) / "v3"), [("A305", "2023-10-03: the folders v1, v2 and v3 changed places: each holds what belongs in another")]),
    "the same, and a file of one changed": (exchange_and_flip, [("A305", "v1 and v2 changed places"), ("A302", "2023-10-03, v2: the file “totals.csv” is not the file that was archived")]),
    "the last version deleted": (lambda r: shutil.rmtree(home(r) / "v3"), [("A312", "v3 is missing")]),
    "a list of versions set back far": (lambda r: set_back(r, 1), [("A310", "its list of versions was set back to that of v1, and the ledger has v3.")]),
    "a list of versions changed": (lambda r: edit_list(home(r), lambda held: held["versions"]["v1"].update(message="sent: x")), [("A310", "its list of versions was changed: it is not the one that was written with v3.")]),
    "a list of versions emptied": (lambda r: (home(r) / LISTS[0]).write_bytes(b""), [("A310", "its list of versions cannot be used: it cannot be read: it is empty, cut short or garbled.")]),
    "a list of versions deleted": (lambda r: (home(r) / LISTS[0]).unlink(), [("A310", "its list of versions is missing.")]),
    "a version's own list changed": (lambda r: edit_list(home(r) / "v1", lambda held: held["versions"]["v1"].update(message="sent: x")), [("A310", "v1: its own list of files was changed. What it held is proved by a later list.")]),
    "the last version's own list deleted": (lambda r: (home(r) / "v3" / LISTS[0]).unlink(), [("A310", "v3: its own list of files is missing. What it held is proved by the list of versions.")]),
    "keys that stand twice": (lambda r: say_twice(home(r)), [("A310", "its list of versions cannot be used: it says one thing twice")]),
    "keys that stand twice in a version's list": (lambda r: say_twice(home(r) / "v1"), [("A310", "v1: its own list of files cannot be used: it says one thing twice")]),
    "keys that stand twice in the ledger": (lambda r: events(r)[3].write_bytes(events(r)[3].read_bytes().replace(b'"number"', b'"number": 4, "number"', 1)), [("A323", "it says one thing twice")]),
    "another paper's list": (lambda r: [shutil.copy(home(r, BRIEFING) / name, home(r) / name) for name in LISTS], [("A310", "the list of versions in its place is that of another paper, “prosper”")]),
    "a digest beside a list changed": (lambda r: (home(r) / LISTS[1]).write_text("0" * 128 + " inventory.json\n", encoding="ascii"), [("A311", "the digest of its list of versions (inventory.json.sha512) was changed")]),
    "a digest beside a version's list": (lambda r: (home(r) / "v2" / LISTS[1]).unlink(), [("A311", "the digest of v2's list of files (inventory.json.sha512) is missing")]),
    "a declaration deleted": (lambda r: (home(r) / "0=ocfl_object_1.1").unlink(), [("A311", "the file “0=ocfl_object_1.1”")]),
    "the archive's declaration changed": (lambda r: put(r / "output" / "archive", "0=ocfl_1.1", b"ocfl_1.0\n"), [("A311", "The file “0=ocfl_1.1”")]),
    "a version added by hand": (lambda r: add_by_hand(r, listed=False), [("A313", "a folder v4 was put here, and neither the list of versions nor the ledger knows of such a version.")]),
    "one paper copied over another": (copy_over, [("A316", "2023-10-03: what lies in its folder is another paper, “prosper”; nothing of v1, v2 and v3 is there.")]),
    "a paper deleted": (lambda r: shutil.rmtree(home(r)), [("A315", "2023-10-03: its folder is missing, with v1 (draft), v2 (final) and v3 (published)")]),
    "a paper dragged to another year": (shutil_move, [("A316", "its folder was moved or renamed: the ledger has it at output/archive/2023/2023-10-03-panel-update.")]),
    "a paper copied": (lambda r: shutil.copytree(home(r), home(r).with_name("2023-10-03-panel-update - Copy")), [("A316", "there is a second folder that says it is this paper")]),
    "the whole archive deleted": (lambda r: shutil.rmtree(r / "output" / "archive"), [("A317", "The ledger has 4 versions of 2 papers in it.")]),
    "the ledger cut short": (lambda r: cut(r, 1), [("A313", "The ledger knows nothing of a version in the archive: prosper, v1. It ends with event 3 (2023-10-03, v3).")]),
    "the ledger cut shorter": (lambda r: cut(r, 2), [("A313", "The ledger knows nothing of 2 versions in the archive: 2023-10-03, v3; prosper, v1.")]),
    "the ledger deleted": (lambda r: shutil.rmtree(r / "output" / "ledger"), [("A313", "The ledger is missing: output/ledger holds no event, and the archive holds 4 versions")]),
    "the ledger forked": (lambda r: shutil.copy(events(r)[2], events(r)[2].with_name("000003 2024-01-15-panel-update v1.json")), [("A321", "The ledger is forked")]),
    "an event taken out of the ledger": (lambda r: events(r)[1].unlink(), [("A320", "The ledger has a gap: event 000002 is missing.")]),
    "a digit of a list's digest in an event": (lambda r: flip_digest(events(r)[0]), [("A322", "“000002 2023-10-03-panel-update v2.json” was not written after “000001 2023-10-03-panel-update v1.json” as it stands now.")]),
    "the same in the event of the latest version": (lambda r: flip_digest(events(r)[2]), [("A322", "was not written after “000003 2023-10-03-panel-update v3.json” as it stands now.")]),
    "the same in the last event of all": (lambda r: flip_digest(events(r)[3]), [("A336", "prosper, v1: the ledger's event 4 and the version's list of files do not fit each other: one of them was changed since; which of the two cannot be told from here.")]),
    "a blank put into an event": (lambda r: events(r)[1].write_bytes(events(r)[1].read_bytes().replace(b": ", b":  ", 1)), [("A323", "“000002 2023-10-03-panel-update v2.json” is not as the tool wrote it")]),
    "a line end taken off the last event": (lambda r: events(r)[3].write_bytes(events(r)[3].read_bytes().rstrip()), [("A323", "“000004 prosper-partnership-briefing v1.json” is not as the tool wrote it")]),
    "the last event reworded": (lambda r: edit_event(events(r)[3], reason="Another"), [("A336", "prosper, v1: the ledger's event 4 gives the reason “Another”; the version's own list says “Reason 1”.")]),
    "the ledger written anew with another status": (lambda r: rewrite_ledger(r, lambda held: held.update(status="final") if held["number"] == 3 else None), [("A336", "the ledger's event 3 gives the status “final”; the version's own list says “published”.")]),
    "the digest of the event before in an event": (lambda r: edit_event(events(r)[1], previous="0" * 64), [("A322", "“000002 2023-10-03-panel-update v2.json” was not written after “000001 2023-10-03-panel-update v1.json” as it stands now.")]),
    "the same in the first event": (lambda r: edit_event(events(r)[0], previous="0" * 64), [("A322", "The ledger's first event")]),
    "the same in the last": (lambda r: edit_event(events(r)[3], previous="0" * 64), [("A322", "“000004 prosper-partnership-briefing v1.json” was not written after")]),
    "an event changed": (lambda r: edit_event(events(r)[1], by="Jo Bold"), [("A322", "The ledger's chain is broken"), ("A336", "the ledger's event 2 gives the name “Jo Bold”")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_was_done_is_found_and_named_once(root: Path, name: str) -> None:
    """I read which paper, which version and which file it is, and what was done to it; and of one deed but once."""
    act, expected = CASES[name]
    act(root)
    found = [one for one in verify(root).findings if one.severity is Severity.ERROR]
    assert [one.code for one in found] == [code for code, _ in expected], [one.message for one in found]
    assert all(words in one.message for one, (_, words) in zip(found, expected, strict=True)), found
    assert all(one.hint for one in found)


def test_nothing_is_found_in_an_archive_that_nobody_touched(root: Path) -> None:
    """An archive as it was written is as it was archived, every byte of it read."""
    heard: list[int] = []
    sizes: list[int] = []
    found = verify(root, step=heard.append, total=sizes.append)
    assert (found.findings, found.valid) == ((), True)
    assert [(one.paper, one.versions, one.files, one.valid) for one in found.papers] == [
        ("2023-10-03", 3, 21, True),
        ("prosper", 1, 7, True),
    ]
    assert [sum(heard)] == sizes
    assert sizes[0] > sum(one.size for one in found.papers)


def test_what_is_read_again_is_not_counted_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a paper was written while it was read, the bar still ends where it should."""
    document(root, 1).write_bytes(b"x")
    monkeypatch.setattr("pcp_reports.archive.proving.verifying.lay", lambda *_: None)
    heard: list[int] = []
    sizes: list[int] = []
    verify(root, step=heard.append, total=sizes.append)
    assert [sum(heard)] == sizes
    assert min(heard) >= 0


REWRITTEN = {
    "the last version": (3, "v3 is not what was archived: its list of files was written anew since", "(event 3)"),
    "the first version": (1, "v1, v2 and v3 are not what was archived: their lists of files were written anew", "(events 1, 2 and 3)"),
}  # fmt: skip


@pytest.mark.parametrize("name", REWRITTEN)
def test_everything_rewritten_with_fresh_digests_is_found_through_the_ledger(root: Path, name: str) -> None:
    """Somebody changed a file and every digest with it, so that OCFL finds nothing wrong: the ledger still tells."""
    number, words, event = REWRITTEN[name]
    rewrite(root, file(root, number), b"everything else\n")
    found = {one.code: one for one in verify(root).findings}
    assert list(found) == ["A314", "A318"]
    assert words in found["A314"].message
    assert event in found["A314"].message
    assert "“totals.csv” is another file" in found["A318"].message


def forge(root: Path) -> None:
    """Change a paper's figures, its digests in version.json and in every list, and the whole ledger."""
    path = document(root, 1)
    old = hashlib.sha512(path.read_bytes()).hexdigest()
    new = altered(path.read_bytes(), "word/document.xml", "£1,000".encode(), "£9,000".encode())
    record = file(root, 1, "version.json")
    rewrite(root, path, new)
    rewrite(root, record, record.read_bytes().replace(old.encode(), hashlib.sha512(new).hexdigest().encode()))
    rewrite_ledger(root)


def test_a_ledger_rewritten_too_is_found_through_the_digest_that_was_noted(root: Path) -> None:
    """Archive and ledger were both forged to the last digest; the digest in the minutes shows it."""
    noted = verify(root).head
    forge(root)
    assert verify(root).findings == ()
    (one,) = verify(root, anchor=noted).findings
    assert one.code == "A335"
    assert "none of the ledger's 4 events has" in one.message


def test_a_ledger_and_an_archive_cut_short_together_are_found_through_the_digest_alone(root: Path) -> None:
    """Somebody took the last versions away everywhere; the digest noted after them is nowhere any more."""
    noted = [verify(root).head]
    cut(root, 2)
    shutil.rmtree(home(root, BRIEFING).parent)
    roll_back(root, 2)
    found = verify(root, anchor=noted[0])
    assert [one.code for one in found.findings] == ["A335"]
    assert verify(root).findings == ()
    before = verify(root, anchor=verify(root).head)
    assert (before.findings, before.anchored) == ((), before.last)


def test_a_version_put_into_all_lists_by_hand_is_found(root: Path) -> None:
    """A version that was never archived is told though OCFL finds nothing wrong with it."""
    add_by_hand(root, listed=True)
    found = {one.code: one.message for one in verify(root).findings}
    assert set(found) == {"A313", "A318"}
    assert "The ledger knows nothing of a version in the archive: 2023-10-03, v4." in found["A313"]
    assert "put there by hand; which of the two cannot be told from here" in found["A313"]


def test_a_forged_list_cannot_let_an_archived_file_drop_out(root: Path) -> None:
    """Who adds a version by hand cannot have a file of an earlier one forgotten with it."""
    add_by_hand(root, listed=True)
    file(root, 1).unlink()

    def forget(held: dict[str, Any]) -> None:
        for paths in held["manifest"].values():
            paths[:] = [path for path in paths if path != "v1/files/totals.csv"]

    edit_list(home(root) / "v4", forget)
    set_back(root, 4)
    assert any("totals.csv” is missing" in one.message for one in verify(root).findings)


def test_a_forged_list_cannot_let_a_file_slip_into_an_archived_version(root: Path) -> None:
    """Nor can a file be put into an earlier version, as if it had always been there."""
    add_by_hand(root, listed=True)
    shutil.copy(file(root, 1), file(root, 1, "more.csv"))

    def enter(held: dict[str, Any]) -> None:
        for paths in held["manifest"].values():
            if "v1/files/totals.csv" in paths:
                paths.append("v1/files/more.csv")

    edit_list(home(root) / "v4", enter)
    set_back(root, 4)
    assert any("v1: the file “more.csv” was added" in one.message for one in verify(root).findings)


def test_a_file_and_the_list_of_versions_alone_rewritten(root: Path) -> None:
    """Who changes a file and the one list that lies on top is found by the lists of the versions."""
    own = {path: path.read_bytes() for name in LISTS for path in home(root).glob(f"v*/{name}")}
    rewrite(root, file(root, 1), b"other\n")
    for path, data in own.items():
        path.write_bytes(data)
    found = {one.code: one.message for one in verify(root).findings}
    assert set(found) == {"A302", "A310"}
    assert found["A302"].endswith("“totals.csv” is not the file that was archived: its content was changed.")


def test_a_folder_that_was_emptied_is_told_by_its_files(root: Path) -> None:
    """The folder that is left behind is no second deed."""
    for path in file(root, 1, "entries/2023-10-03").iterdir():
        path.unlink()
    assert [one.code for one in verify(root).findings] == ["A303", "A303"]


def test_a_gap_in_the_ledger_is_told_by_the_ledger_alone(root: Path) -> None:
    """The version whose event is missing is not accused besides."""
    events(root)[0].unlink()
    assert [one.code for one in verify(root).findings] == ["A320"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_is_named_and_not_followed(root: Path, tmp_path: Path) -> None:
    """A file of the same bytes that lies elsewhere is not what was archived."""
    path = file(root, 2)
    path.rename(tmp_path / "elsewhere.csv")
    path.symlink_to(tmp_path / "elsewhere.csv")
    (one,) = verify(root).findings
    assert (one.code, "is a link to another place" in one.message) == ("A308", True)


def test_what_cannot_be_opened_cannot_be_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that I may not read is not called altered."""

    def open_plain(path: Path) -> int:
        if path == file(root, 2):
            raise PermissionError(errno.EACCES, "Permission denied")
        return disk.open_plain(path)

    monkeypatch.setattr(hashing, "open_plain", open_plain)
    (one,) = verify(root).findings
    assert one.code == "A309"
    assert "cannot be opened (Permission denied), so it cannot be told whether it is what was archived" in one.message
