"""A folder of entries into a register: every file found is used, or named in a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pcp_reports.checks import check
from pcp_reports.findings import Severity
from pcp_reports.placing import survey
from pcp_reports.workspace import find_workspace, load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

OFFICE = "kind: office\nname: Office\n"
PAPER = "kind: paper\nmeeting: 2024-01-15\ntitle: Update\nsections:\n  - heading: Headlines\n    items:\n      - hub\n"
ENTRY = "kind: statement\ntext: Fine.\n"


def workspace(root: Path, files: dict[str, str]) -> Path:
    """Return a workspace with the entries given."""
    (root / "entries").mkdir(exist_ok=True)
    for name, text in files.items():
        path = root / "entries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


def findings_of(root: Path) -> list[Finding]:
    """Return what `check` finds."""
    return check(survey(load(root)))


def codes(root: Path) -> list[str]:
    """Return the codes of what `check` finds."""
    return [one.code for one in findings_of(root)]


BASE = {"office.yaml": OFFICE, "2024-01-15/paper.yaml": PAPER, "2024-01-15/hub.yaml": ENTRY}


def test_papers_shared_folders_and_the_office_are_told_apart(tmp_path: Path) -> None:
    """A folder with a paper.yaml is a paper, folders inside it are its own, and every other folder is shared."""
    more = {"2024-01-15/photos/pier.yaml": ENTRY, "funding/a/winter.yml": ENTRY, "loose.yaml": ENTRY}
    register = load(workspace(tmp_path, BASE | more))
    assert list(register.papers) == ["2024-01-15"]
    assert [filed.name for filed in register.papers["2024-01-15"].own] == ["hub", "pier"]
    assert [filed.name for filed in register.shared] == ["winter", "loose"]
    assert register.office is not None
    assert register.files == 6


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.yaml",
        "~$hub.yaml",
        "desktop.ini",
        "Thumbs.db",
        ".git/config",
        "2024-01-15/.DS_Store",
        "__MACOSX/hub.yaml",
        "Icon\r",
    ],
)
def test_what_windows_and_macos_leave_behind_is_passed_over(name: str, tmp_path: Path) -> None:
    """Nobody is told of files that nobody made."""
    assert codes(workspace(tmp_path, BASE | {name: "x"})) == []


@pytest.mark.parametrize("name", ["notes.txt", "2024-01-15/minutes.docx", "funding/grants.xlsx", "hub.yaml.bak", "hub"])
def test_every_other_file_is_named_in_a_note(name: str, tmp_path: Path) -> None:
    """A file that is no entry is named, so that nobody waits for it to be printed."""
    (finding,) = findings_of(workspace(tmp_path, BASE | {name: "x"}))
    assert (finding.code, finding.severity, finding.place.path) == ("P140", Severity.NOTE, f"entries/{name}")


@pytest.mark.parametrize("name", ["Paper.yaml", "PAPER.yml", "paper.YAML", "paper.Yml"])
def test_a_paper_is_never_lost_to_capital_letters(name: str, tmp_path: Path) -> None:
    """A paper whose file is almost named paper.yaml is read, or is an error that says how to name it."""
    files = {"office.yaml": OFFICE, f"2024-01-15/{name}": PAPER, "2024-01-15/hub.yaml": ENTRY}
    register = load(workspace(tmp_path, files))
    errors = [one for one in register.findings if one.severity is Severity.ERROR]
    assert list(register.papers) == ["2024-01-15"] or [(one.code, one.hint) for one in errors] == [
        ("P144", "Rename it to paper.yaml.")
    ]


def test_a_broken_office_is_said_once(tmp_path: Path) -> None:
    """A fault in office.yaml is not followed by a complaint about every name that it would have held."""
    files = BASE | {
        "office.yaml": "The office\n\nname: Office\n",
        "2024-01-15/paper.yaml": PAPER.replace("title:", "contact: Jo Bell\ntitle:"),
    }
    found = findings_of(workspace(tmp_path, files))
    assert {one.place.path for one in found} == {"entries/office.yaml"}
    assert len(found) == 1


def test_a_broken_paper_is_said_once(tmp_path: Path) -> None:
    """A paper that cannot be read is not followed by a complaint that none of its entries is placed."""
    found = findings_of(
        workspace(tmp_path, BASE | {"2024-01-15/paper.yaml": "The harbour was busy\n\ntitle: Update\n"})
    )
    assert [(one.code, one.place.path) for one in found] == [("Y119", "entries/2024-01-15/paper.yaml")]


def test_an_entry_of_a_mistyped_kind_is_checked_as_what_was_meant(tmp_path: Path) -> None:
    """A slip in the kind does not keep the other faults of the file from me."""
    found = findings_of(workspace(tmp_path, BASE | {"2024-01-15/hub.yaml": "kinf: statment\ntxt: Fine.\n"}))
    assert [(one.code, one.place.line) for one in found] == [("M103", 1), ("M102", 1), ("M103", 2)]


def test_an_empty_workspace_says_what_to_do_next(tmp_path: Path) -> None:
    """A folder without papers says how to make the first one."""
    (finding,) = findings_of(workspace(tmp_path, {}))
    assert (finding.code, finding.severity) == ("P116", Severity.NOTE)
    assert "pcp-reports new meeting" in finding.hint


def test_entries_of_doubtful_names_are_asked_about_once(tmp_path: Path) -> None:
    """Two files of one name are one question, not three."""
    files = {"office.yaml": OFFICE, "2024-01-15/paper.yaml": PAPER, "one/hub.yaml": ENTRY, "two/hub.yaml": ENTRY}
    (finding,) = findings_of(workspace(tmp_path, files))
    assert finding.code == "P108"
    assert [near.place.path for near in finding.related] == ["entries/one/hub.yaml", "entries/two/hub.yaml"]


def test_a_claim_over_a_strand_that_is_not_there_is_not_called_wrong(tmp_path: Path) -> None:
    """Where a claim names no strand of the round, nothing is accused of being too much."""
    entry = "kind: funding-round\nfund: F\nannounced: 2023-11\ntext: Fine.\nstated:\n  covers: Other\n  total: £5\ngrants:\n  - recipient: A\n    purpose: b\n    amount: £1\n"
    office = OFFICE + "funds:\n  F:\n"
    assert codes(workspace(tmp_path, BASE | {"office.yaml": office, "2024-01-15/hub.yaml": entry})) == ["G112"]


def test_prompts_are_told_from_an_editors_brackets_and_have_an_end(tmp_path: Path) -> None:
    """A prompt is named where it stands, words in a quotation are not, and a page of them is told in part."""
    lines = "  One [say what]. “Two [as he said] too.” [sic] [2023] [a link](https://b.example)\n"
    found = findings_of(workspace(tmp_path, BASE | {"2024-01-15/hub.yaml": "kind: statement\ntext: |\n" + lines}))
    assert [(one.code, one.place.line, one.place.column) for one in found] == [("P121", 3, 7)]
    many = "kind: statement\ntext: |\n" + "  [say what]\n" * 500
    assert codes(workspace(tmp_path, BASE | {"2024-01-15/hub.yaml": many})) == ["P121"] * 20


def test_the_workspace_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    """I may stand anywhere inside my workspace when I type a command."""
    root = workspace(tmp_path, BASE)
    assert find_workspace(root / "entries" / "2024-01-15") == root
    assert find_workspace(root) == root
    (tmp_path / "entries").rename(tmp_path / "other")
    assert find_workspace(tmp_path / "other") != tmp_path


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """What I am told does not depend on the order in which a disk lists its files."""
    root = workspace(tmp_path, BASE | {f"z/{name}.yaml": ENTRY for name in "hgfedcba"})
    assert findings_of(root) == findings_of(root)
    assert [filed.name for filed in load(root).shared] == list("abcdefgh")
