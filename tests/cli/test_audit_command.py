"""`audit`: papers of any form, alone or in folders; as an officer reads it and as a program does."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

from pcp_reports.word.default_template import default_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Said

NINTH = """\
9. A further £53,879 was provided to 6 projects through:

Community Fund:

- 180 Programme - CrossFit for young people - £10,000.
- The Barset Family Centre – a hub – £10,000.
- Long Ridge Action – Friday Night Youth Club – £10,000.
- Empowerment Charity - Youth Change Makers - £9,599.
- BDS Training - a course of 16 sessions - £9,280.
- Barchester Council – licensing – £5,000

Police Innovation Fund:

- Cyber Crime Unit – Cyber Protect Conference - £1,840.

Fighting Crime Grants:

- Silverbridge Council – patrols – £18,000
"""
SOUND = "The Commissioner gave £1,500 to two groups:\n\n- Scouts – tents – £500\n- Guides – boats – £1,000\n"
NO_GRANTS = "The Panel met on 3 October and agreed the minutes.\n"


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of papers, with this folder above it; no workspace is anywhere near."""
    folder = tmp_path / "Panel papers"
    folder.mkdir()
    (folder / "ninth.txt").write_text(NINTH, encoding="utf-8")
    (folder / "sound.md").write_text(SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_an_officer_is_told_in_two_sentences(papers: Path, pcp: Callable[..., Said]) -> None:
    """The published wording: the total and count are one strand's alone, and all grants come to more."""
    said = pcp("audit", papers / "ninth.txt")
    assert said.code == 0
    assert said.err == ""
    told = "£53,879 and 6 projects are the Community Fund alone. All eight grants listed come to £73,719, which is £19,840 more."
    assert f"  warning: Paragraph 9: {told} (G201, ninth.txt:1:" in said.out
    assert said.out.splitlines()[2:9] == [
        "  Paragraph 9: “A further £53,879 was provided to 6 projects through:”",
        "    Community Fund          £53,879  6 grants",
        "    Police Innovation Fund   £1,840  1 grant",
        "    Fighting Crime Grants   £18,000  1 grant",
        "    " + "─" * 31,
        "    In all                  £73,719  8 grants",
        "    Stated: £53,879 and 6 projects – disagree",
    ]
    assert said.out.splitlines()[-1] == "1 paper read: 1 round, 8 grants, £73,719; 1 total disagrees."


def test_the_published_paper_has_its_verdicts(shared: Path, pcp: Callable[..., Said]) -> None:
    """The paper as published: two rounds, 9 and 8 lines, one claim that agrees when rounded, and one warning."""
    said = pcp("audit", next((shared / "reference").glob("003*.txt")), "--format", "json")
    (paper,) = json.loads(said.out)["papers"]
    assert [(one["total"], len(one["lines"])) for one in paper["rounds"]] == [("69267.00", 9), ("73719.00", 8)]
    assert [[claim["verdict"] for claim in one["claims"]] for one in paper["rounds"]] == [
        ["agrees_rounded"],
        ["disagrees", "disagrees"],
    ]
    assert [one["code"] for one in paper["findings"]] == ["G201"]


def test_the_json_has_the_fields_that_it_promises(papers: Path, pcp: Callable[..., Said]) -> None:
    """A program finds every field under its name, amounts with two decimals, and no other field."""
    said = pcp("audit", "Panel papers/sound.md", "--format", "json")
    (paper,) = json.loads(said.out)["papers"]
    (one,) = paper.pop("rounds")
    assert paper == {"path": "Panel papers/sound.md", "findings": []}
    lead: str = one.pop("lead")
    assert "The Commissioner gave £1,500 to two groups" in lead
    wheres: list[Any] = [one.pop("where"), *(line.pop("where") for line in one["lines"])]
    assert all(isinstance(where, str) and where for where in wheres)
    assert [claim.pop("text") for claim in one["claims"]] == ["£1,500", "two groups"]
    assert one == {
        "total": "1500.00",
        "grants": 2,
        "strands": [{"name": None, "total": "1500.00", "grants": 2, "projects": 2}],
        "lines": [
            {"recipient": "Scouts", "purpose": "tents", "amount": "500.00"},
            {"recipient": "Guides", "purpose": "boats", "amount": "1000.00"},
        ],
        "claims": [
            {"kind": "exact", "what": "total", "covers": [], "value": "1500", "verdict": "agrees", "explanation": ""},
            {"kind": "exact", "what": "count", "covers": [], "value": "2", "verdict": "agrees", "explanation": ""},
        ],
    }
    assert papers.is_dir()


def test_a_paper_without_grants_is_not_called_sound(papers: Path, pcp: Callable[..., Said]) -> None:
    """Where there was nothing to check, that is what is said."""
    (papers / "minutes.txt").write_text(NO_GRANTS, encoding="utf-8")
    said = pcp("audit", papers / "minutes.txt")
    assert "  No list of grants found; nothing was checked." in said.out
    assert said.out.splitlines()[-1] == "1 paper read: no list of grants found; nothing was checked."
    assert said.code == 0


def test_what_agrees_is_said_with_what_was_not_looked_at(papers: Path, pcp: Callable[..., Said]) -> None:
    """A sound paper is told what was checked, and that no other figure was."""
    said = pcp("audit", papers / "sound.md")
    assert "Stated: £1,500 and two groups – agree" in said.out
    assert "Only lists of grants were checked" in said.out
    assert said.out.splitlines()[-1] == "1 paper read: 1 round, 2 grants, £1,500; 2 stated figures agree."


def test_a_folder_stands_for_the_papers_in_it(papers: Path, pcp: Callable[..., Said]) -> None:
    """A folder's papers are read in the order of their names; the rest is named; Word's lock files are not."""
    shutil.copy(papers / "ninth.txt", papers / "another.TXT")
    for name in ("~$ninth.docx", ".hidden.txt", "tracker.xlsx", "desktop.ini"):
        (papers / name).write_text("x", encoding="utf-8")
    (papers / "older").mkdir()
    said = pcp("audit", "Panel papers", "--format", "json")
    assert [one["path"] for one in json.loads(said.out)["papers"]] == [
        "Panel papers/another.TXT",
        "Panel papers/ninth.txt",
        "Panel papers/sound.md",
    ]
    assert said.err == "Passed over in Panel papers: tracker.xlsx\n"


def test_a_pattern_is_understood_where_the_shell_does_not(papers: Path, pcp: Callable[..., Said]) -> None:
    """On Windows *.txt reaches the program as it was typed; a file named twice is read once."""
    (papers / "~$x.txt").write_text("x", encoding="utf-8")
    said = pcp("audit", "Panel papers/*.txt", "Panel papers/ninth.txt")
    assert said.out.splitlines()[-1].startswith("1 paper read: ")
    assert pcp("audit", "Panel papers/*.doc").err == "No file is named like “Panel papers/*.doc”.\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Panel papers/nint.txt", "There is no file “Panel papers/nint.txt”. Did you mean “ninth.txt”?\n"),
        ("nowhere/x.txt", "There is no file “nowhere/x.txt”.\n"),
        ("empty", "The folder empty holds no paper: no file in it ends in .docx, .pdf, .txt, .md.\n"),
    ],
)
def test_a_name_that_leads_nowhere_is_wrong_usage(
    papers: Path, pcp: Callable[..., Said], typed: str, told: str
) -> None:
    """A slip in a name is said with what was perhaps meant, and nothing is read."""
    (papers.parent / "empty").mkdir()
    said = pcp("audit", typed)
    assert (said.code, said.out, said.err) == (2, "", told)


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_read(papers: Path, pcp: Callable[..., Said]) -> None:
    """One bad file among many is said, and ends in 1; the rest is told all the same."""
    (papers / "bad.pdf").write_bytes(b"")
    said = pcp("audit", "Panel papers")
    assert said.code == 1
    assert "  error: “bad.pdf” is empty. (W612, bad.pdf)" in said.out
    assert said.out.splitlines()[-1] == (
        "2 papers read: 2 rounds, 10 grants, £75,219; 1 total disagrees; 1 file could not be read."
    )


def test_a_file_that_the_system_keeps_closed_is_said(
    papers: Path, pcp: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is open elsewhere, or not allowed, is a finding and no failure of the tool."""

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", closed)
    said = pcp("audit", papers / "ninth.txt")
    assert said.code == 1
    assert "“ninth.txt” cannot be opened (Permission denied). (W615, ninth.txt)" in said.out


def test_strict_makes_a_warning_count(papers: Path, pcp: Callable[..., Said]) -> None:
    """For a script, a paper with a warning can be made to fail, and a sound one does not."""
    assert pcp("audit", papers / "ninth.txt", "--strict").code == 1
    assert pcp("audit", papers / "sound.md", "--strict").code == 0


def test_notes_are_folded_unless_asked_for(papers: Path, pcp: Callable[..., Said]) -> None:
    """A note is counted in the last line, and shown when I ask for it."""
    (papers / "update.txt").write_bytes(default_template("panel-update"))
    folded = pcp("audit", papers / "update.txt")
    assert "W616" not in folded.out
    assert folded.out.splitlines()[-1].endswith("1 note (shown with --notes).")
    assert "“update.txt” is a Word file" in pcp("audit", papers / "update.txt", "--notes").out


def test_words_of_a_file_cannot_steer_the_screen(papers: Path, pcp: Callable[..., Said]) -> None:
    """What a paper says is shown as words, whatever signs are hidden in it."""
    (papers / "bad\x1b[2J.txt").write_text(
        SOUND.replace("tents", "ten\x1b]0;x\x07ts").replace("two", "two\x1b[31m"), encoding="utf-8"
    )
    said = pcp("audit", "Panel papers/bad\x1b[2J.txt")
    assert "\x1b" not in said.out
    assert "\x1b" not in pcp("audit", "Panel papers/bad\x1b[2J.txt", "--format", "json").out


def test_many_files_show_a_bar_on_a_terminal_alone(
    papers: Path, pcp: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While many papers are read a bar shows how far it is; a script sees nothing of it, and the audit is the same."""
    plain = pcp("audit", "Panel papers")
    assert plain.err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    shown = pcp("audit", "Panel papers")
    assert "Reading the papers" in shown.err
    assert shown.out == plain.out
    assert papers.is_dir()


def test_what_is_no_award_is_never_counted(papers: Path, pcp: Callable[..., Said]) -> None:
    """A bid that was declined is in no total, and not among the lines of the JSON."""
    table = "| Organisation | Decision | Amount |\n|---|---|---|\n| Scouts | Awarded | £500 |\n| Guides | Awarded | £700 |\n| Rovers | Declined | £900 |\n"
    (papers / "bids.md").write_text(f"The Commissioner awarded £1,200 to two groups.\n\n{table}", encoding="utf-8")
    said = pcp("audit", papers / "bids.md")
    assert "    In all  £1,200  2 grants\n    Stated: £1,200 and two groups – agree\n" in said.out
    (one,) = json.loads(pcp("audit", papers / "bids.md", "--format", "json").out)["papers"][0]["rounds"]
    assert one["total"] == "1200.00"
    assert [line["recipient"] for line in one["lines"]] == ["Scouts", "Guides"]


def test_a_partial_list_is_said_to_be_one(papers: Path, pcp: Callable[..., Said]) -> None:
    """Where the text says “including”, I am told why no total was held against the list."""
    words = (
        "The Commissioner gave £90,000 to 20 groups, including:\n\n- Scouts – tents – £500\n- Guides – boats – £700\n"
    )
    (papers / "partial.txt").write_text(words, encoding="utf-8")
    said = pcp("audit", papers / "partial.txt")
    assert said.code == 0
    assert said.out.count("the text says “including”") == 1
    assert "£90,000 and 20 groups – not checked: " in said.out
    assert "disagree" not in said.out


def test_names_that_lead_nowhere_are_all_said_at_once(papers: Path, pcp: Callable[..., Said]) -> None:
    """Each slip is named, so that I mend them in one go: no file, no name at all, a name too long, a dead link."""
    (papers.parent / "gone.txt").symlink_to("nowhere.txt")
    said = pcp("audit", "nowhere/x.txt", " ", "n" * 300, "gone.txt", "Panel papers/ninth.txt")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines() == [
        "There is no file “nowhere/x.txt”.",
        "One of the names is empty. Type the name of a paper, or of a folder of papers.",
        f"“{'n' * 79}…” cannot be opened (File name too long).",
        "“gone.txt” is a link to a file that is not there.",
    ]


def test_a_folder_of_folders_says_what_it_holds(papers: Path, pcp: Callable[..., Said]) -> None:
    """Where the papers are one folder further down, I am told which folders there are."""
    (papers.parent / "notes.doc").write_bytes(b"x")
    said = pcp("audit", ".")
    assert said.code == 2
    assert said.err == (
        "The folder . holds no paper: no file in it ends in .docx, .pdf, .txt, .md. It holds notes.doc."
        " Folders inside it are not looked through; name one of them: Panel papers.\n"
    )
    assert papers.is_dir()


def test_a_paper_named_in_two_ways_is_read_once(papers: Path, pcp: Callable[..., Said]) -> None:
    """A paper that is named from here and from the top of the disk is one paper, and its grants count once."""
    said = pcp("audit", "Panel papers/sound.md", (papers / "sound.md").resolve(), "./Panel papers")
    assert said.out.splitlines()[-1].startswith("2 papers read: 2 rounds, 10 grants, £75,219;")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among the files of Windows")
def test_a_pipe_is_refused_and_not_waited_for(papers: Path, pcp: Callable[..., Said]) -> None:
    """A name that is no file on a disk is said, and the papers beside it are read."""
    import os  # noqa: PLC0415 - for mkfifo, which Windows has not

    os.mkfifo(papers / "pipe.txt")
    said = pcp("audit", papers / "pipe.txt", papers / "sound.md")
    assert said.code == 1
    assert "  error: “pipe.txt” is a pipe or a device, and no file. (W615, pipe.txt)" in said.out
    assert "2 stated figures agree; 1 file could not be read." in said.out


def test_among_many_papers_those_to_look_at_are_listed_again(papers: Path, pcp: Callable[..., Said]) -> None:
    """What disagrees does not drown: the papers to look at stand together above the last line, and only those."""
    (papers / "bad.docx").write_bytes(b"")
    (papers / "lost.txt").write_text(SOUND.replace("tents", "te\ufffdts"), encoding="utf-8")
    said = pcp("audit", "Panel papers")
    assert said.out.split("\n\n")[-2].splitlines() == [
        "To look at:",
        "  Panel papers/bad.docx: could not be read",
        "  Panel papers/lost.txt: a part of it could not be read",
        "  Panel papers/ninth.txt: 1 total disagrees",
    ]
    assert "To look at" not in pcp("audit", papers / "ninth.txt").out
    for name in ("bad.docx", "lost.txt", "ninth.txt"):
        (papers / name).unlink()
    shutil.copy(papers / "sound.md", papers / "sound too.md")
    assert "To look at" not in pcp("audit", "Panel papers").out


def test_a_paper_in_welsh_is_known_by_its_words(papers: Path, pcp: Callable[..., Said]) -> None:
    """“Dros £1,200” is “over £1,200”: it bounds a list of £1,500 and is not called wrong."""
    words = "Rhoddwyd dros £1,200 i 2 grŵp drwy gronfa gymunedol yr heddlu:\n\n- Sgowtiaid – pebyll – £500\n- Clwb – cychod – £1,000\n"
    (papers / "cymraeg.txt").write_text(words, encoding="utf-8")
    said = pcp("audit", papers / "cymraeg.txt")
    assert "agrees as far as it goes" in said.out
    assert "disagree" not in said.out
