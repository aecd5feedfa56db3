"""`verify` at the command line: a line a paper, what is wrong, the digest to note, and the same as JSON."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
import tampering as made
from support import run
from tampering import document, events, flip_digest, home

from pcp_reports.cli.verified import in_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with three versions of an update and one of a briefing."""
    return made.build(tmp_path_factory.mktemp("built") / "workspace")


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a copy of that workspace."""
    return shutil.copytree(built, tmp_path / "workspace")


def head(out: str) -> str:
    """Return the digest that was printed to be noted, as it was printed."""
    found = re.search(r"^ {4}((?:[0-9a-f]{4} ?){16})$", out, re.MULTILINE)
    assert found is not None
    return found[1]


def test_a_sound_archive_is_told_in_a_few_lines(root: Path) -> None:
    """I read which papers there are, that all is as it was archived, and which digest to note."""
    ran = run(root, "verify")
    lines = ran.out.split("\n")
    assert ran.code == 0
    assert re.fullmatch(r"2023-10-03  3 versions  21 files  \d+ KB  as archived", lines[0])
    assert re.fullmatch(r"prosper      1 version   7 files  \d+ KB  as archived", lines[1])
    assert "28 files of 2 papers read: everything is as it was archived." in lines
    assert "The digest of the ledger (event 4, prosper v1):" in lines
    assert "Put it into the minutes" in ran.out
    assert ran.err == ""


def test_the_digest_printed_can_be_given_back_as_it_was_printed(root: Path) -> None:
    """What I put into the minutes today proves the archive when more was archived since."""
    noted = head(run(root, "verify").out)
    made.add_one(root, 4)
    ran = run(root, "verify", "--anchor", noted)
    assert ran.code == 0
    assert "The digest that was noted is that of event 4 (prosper, v1, archived 21 September 2023, 10:00)." in ran.out
    assert "The ledger up to it stands as it did then, and so does every version that it names." in ran.out
    assert head(ran.out) != noted


def test_what_is_wrong_is_told_with_what_to_do(root: Path) -> None:
    """I read what happened to which file first, its place last, and what to do beneath; and I note no digest."""
    document(root, 2).write_bytes(b"")
    ran = run(root, "verify")
    assert ran.code == 1
    assert "2023-10-03  3 versions  21 files  51 KB  NOT as archived" in re.sub(r"\d+ KB  NOT", "51 KB  NOT", ran.out)
    assert (
        "error: 2023-10-03, v2: the paper “2023-10-03 panel-update v2 final.docx” is not the file that was archived"
        in ran.out
    )
    assert (
        "(A302, output/archive/2023/2023-10-03-panel-update/v2/files/2023-10-03 panel-update v2 final.docx)\n    → "
        in ran.out
    )
    assert "28 files of 2 papers read: 1 error." in ran.out
    assert "Do not note it anywhere while an error stands." in ran.out


def test_litter_is_told_and_exits_0(root: Path) -> None:
    """A file of Windows' is a warning; the archive is sound."""
    (home(root) / "desktop.ini").write_bytes(b"")
    ran = run(root, "verify")
    assert ran.code == 0
    assert "warning: 2023-10-03: the file “desktop.ini” was not archived: it is what Windows keeps" in ran.out
    assert "28 files of 2 papers read: 1 warning." in ran.out
    head(ran.out)


def test_notes_are_counted_and_shown_when_asked_for(root: Path) -> None:
    """What recovery set aside is no more than a note."""
    (root / "output" / "unfinished" / "one").mkdir(parents=True)
    ran = run(root, "verify")
    assert "everything is as it was archived; 1 note (shown with --notes)." in ran.out
    assert "A338" not in ran.out
    assert (
        "note: output/unfinished keeps 1 attempt at archiving that was cut off." in run(root, "verify", "--notes").out
    )


def test_one_paper(root: Path) -> None:
    """I name a paper and am told of that one; the digest is that of the whole ledger, and it says so."""
    ran = run(root, "verify", "prosper")
    assert ran.code == 0
    assert "2023-10-03 " not in ran.out
    assert "7 files of 1 paper read: all of “prosper” is as it was archived." in ran.out
    assert "It stands for all papers; only those named were looked at." in ran.out


def test_a_paper_that_was_never_archived(root: Path) -> None:
    """A slip in the name is answered with the name that was meant."""
    assert (
        run(root, "verify", "2023-10-3").err
        == "No version of “2023-10-3” was ever archived. Did you mean “2023-10-03”?\n"
    )
    assert run(root, "verify", "nothing").code == 2
    assert "The papers in the archive are “2023-10-03” and “prosper”." in run(root, "verify", "nothing").err


def test_what_is_no_digest(root: Path) -> None:
    """Too few figures of a digest are wrong usage, and nothing is read."""
    ran = run(root, "verify", "--anchor", "6DA2 7d28")
    assert ran.code == 2
    assert ran.err.startswith("--anchor: This is too little of a digest to tell it by: 8 characters; 16 are needed.")


def test_nothing_archived_yet(tmp_path: Path) -> None:
    """Before the first paper is archived nothing is wrong."""
    (tmp_path / "entries").mkdir()
    ran = run(tmp_path, "verify")
    assert (ran.code, ran.out) == (0, "Nothing has been archived yet. “pcp-reports archive --help” says how.\n")
    assert "Nothing has been archived yet." in run(tmp_path, "verify", "2023-10-03").err


def test_an_archive_lost_though_the_ledger_stands(root: Path) -> None:
    """An archive that was deleted is no empty one."""
    shutil.rmtree(root / "output" / "archive")
    ran = run(root, "verify")
    assert ran.code == 1
    assert "The ledger has 4 versions of 2 papers in it. (A317, output/archive)" in ran.out
    assert "0 files of 2 papers read: 1 error." in ran.out


def test_broken_entries_are_in_nobodys_way(root: Path) -> None:
    """The archive is proved though an entry cannot be read."""
    (root / "entries" / "office.yaml").write_bytes(b"\xff: [")
    assert run(root, "verify").code == 0


def test_json_for_programs(root: Path) -> None:
    """A script reads each paper, each finding as `check` gives them, the head, and the event that was noted."""
    noted = head(run(root, "verify").out)
    document(root, 1).write_bytes(b"")
    ran = run(root, "verify", "--format", "json", "--anchor", noted[:20])
    held = json.loads(ran.out)
    assert ran.code == 1
    assert held["papers"][0] | {"bytes": 0} == {
        "paper": "2023-10-03",
        "path": "output/archive/2023/2023-10-03-panel-update",
        "versions": 3,
        "files": 21,
        "bytes": 0,
        "valid": False,
    }
    assert held["papers"][1]["valid"]
    assert [(one["code"], one["severity"], one["line"], one["accepted"]) for one in held["findings"]] == [
        ("A302", "error", 1, None)
    ]
    assert held["head"] == noted.replace(" ", "")
    assert held["anchor"]["event"] == 4
    assert held["anchor"]["digest"] == held["head"]
    assert held["summary"] == {"errors": 1, "warnings": 0, "notes": 0}


def test_json_of_nothing(tmp_path: Path) -> None:
    """There is JSON where nothing was archived, too."""
    (tmp_path / "entries").mkdir()
    held = json.loads(run(tmp_path, "verify", "--format", "json").out)
    assert held["papers"] == held["findings"] == []
    assert held["head"] is held["anchor"] is None


def test_a_folder_is_judged_without_a_workspace(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any archive of this standard can be judged, wherever it lies and whoever wrote it."""
    monkeypatch.chdir(tmp_path)
    ran = run(tmp_path, "verify", "--path", str(home(root)), "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["objects"][0]["valid"]
    both = run(root, "verify", "prosper", "--path", str(home(root)))
    assert (both.code, "--path judges a folder by itself" in both.err) == (2, True)


def test_many_findings_of_one_kind_are_cut(root: Path) -> None:
    """A screen is not flooded by a hundred files of one kind."""
    for number in range(60):
        (home(root) / "v1" / "files" / f"added {number}.csv").write_bytes(b"")
    out = run(root, "verify").out
    assert out.count("was added: nobody archived it") == 50
    assert "… and 10 more of these (A306)" in out


def test_a_name_that_steers_the_screen_does_not(root: Path) -> None:
    """A file's name cannot colour or wipe what I read."""
    (home(root) / "v1" / "files" / "a\x1b[2Jb.csv").write_bytes(b"")
    out = run(root, "verify").out
    assert "\x1b" not in out
    assert "A306" in out


def test_the_ledger_s_faults_stand_first(root: Path) -> None:
    """What puts all in doubt is told before a single file."""
    document(root, 1).write_bytes(b"")
    events(root)[1].unlink()
    codes = re.findall(r"\((A\d+), ", run(root, "verify").out)
    assert codes[0] == "A320"
    assert codes[-1] == "A302"


def lines_of(root: Path, *arguments: str) -> dict[str, str]:
    """Return what the table says of each paper."""
    rows = run(root, "verify", *arguments).out.partition("\n\n")[0].split("\n")
    return {row.split()[0]: re.split(r" B |KB  |MB  ", row)[-1] for row in rows}


def valid(root: Path, *arguments: str) -> dict[str, bool]:
    """Return what the JSON says of each paper."""
    rows = json.loads(run(root, "verify", "--format", "json", *arguments).out)["papers"]
    return {row["paper"]: row["valid"] for row in rows}


def unreadable(root: Path) -> None:
    """Put a file in the place of the ledger."""
    ledger = root / "output" / "ledger"
    ledger.rename(root / "ledger")
    ledger.write_bytes(b"")


def both(root: Path) -> None:
    """Change a file of a version, and its event."""
    document(root, 1).write_bytes(b"")
    flip_digest(events(root)[0])


def copied(root: Path) -> None:
    """Put a copy of an event beside it that says something else."""
    events(root)[3].with_name("000004 prosper-partnership-briefing v1 (1).json").write_bytes(b"{}")


def borne_out(root: Path) -> None:
    """Break an event of the update's; the one after, of the briefing, is vouched for by another."""
    made.add_one(root, 4)
    flip_digest(events(root)[2])


def forgotten(root: Path) -> None:
    """Take the last version of the update away, and what its event says."""
    shutil.rmtree(home(root) / "v3")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(home(root) / "v2" / name, home(root) / name)
    events(root)[2].write_bytes(b"")


SOUND, NOT_PROVED, ALTERED = "as archived", "not proved", "NOT as archived"
Shown = tuple["Callable[[Path], object]", tuple[str, ...], str, str]
SHOWN_AS: dict[str, Shown] = {
    "nothing was done": (lambda _: None, (), SOUND, SOUND),
    "a chain broken in the middle": (lambda root: flip_digest(events(root)[0]), (), NOT_PROVED, SOUND),
    "a chain broken at the end": (lambda root: flip_digest(events(root)[2]), (), NOT_PROVED, NOT_PROVED),
    "a last event that does not fit": (lambda root: flip_digest(events(root)[3]), (), SOUND, NOT_PROVED),
    "a last event saved anew": (lambda root: events(root)[3].write_bytes(events(root)[3].read_bytes() + b" "), (), SOUND, NOT_PROVED),
    "an event emptied": (lambda root: events(root)[3].write_bytes(b""), (), SOUND, NOT_PROVED),
    "a chain broken before an event that is vouched for": (borne_out, (), NOT_PROVED, SOUND),
    "a version taken away, and its event emptied": (forgotten, (), NOT_PROVED, SOUND),
    "an event missing": (lambda root: events(root)[1].unlink(), (), NOT_PROVED, SOUND),
    "an event with another copy": (copied, (), SOUND, NOT_PROVED),
    "the ledger cut short": (lambda root: events(root)[3].unlink(), (), SOUND, NOT_PROVED),
    "another digest in the minutes": (lambda _: None, ("--anchor", "0" * 64), NOT_PROVED, NOT_PROVED),
    "a ledger that cannot be read": (unreadable, (), NOT_PROVED, NOT_PROVED),
    "a file changed, and its event": (both, (), ALTERED, SOUND),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN_AS)
def test_a_paper_of_which_the_proof_failed_is_not_called_as_archived(root: Path, name: str) -> None:
    """“As archived” stands only beside a paper for which the ledger, and the digest in my minutes, vouch."""
    act, more, *expected = SHOWN_AS[name]
    act(root)
    assert lines_of(root, *more) == dict(zip(("2023-10-03", "prosper"), expected, strict=True))
    assert list(valid(root, *more).values()) == [words == SOUND for words in expected]
    assert run(root, "verify", *more).code == (0 if set(expected) == {SOUND} else 1)


class Terminal(io.StringIO):
    """An error stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_bar_shows_how_far_it_is_on_a_terminal_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """I see how much of the archive was read; a file that the output goes to holds no bar."""
    from pcp_reports.cli.app import run as command_line  # noqa: PLC0415 - `support.run` takes the streams over

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert command_line(["-C", str(root), "verify"]) == 0
    assert "Reading the archive" in screen.getvalue()
    assert re.search(r"(\d+) KB of \1 KB", screen.getvalue())
    assert "100%" in screen.getvalue()


def test_sizes_are_given_as_drives_give_them() -> None:
    """A gigabyte is read as one."""
    sizes = {
        0: "0 bytes",
        999: "999 bytes",
        75_284: "75 KB",
        1_234_567: "1.2 MB",
        52_000_000: "52 MB",
        1_000_000_000: "1.0 GB",
    }
    assert {size: in_bytes(size) for size in sizes} == sizes
