"""What lies in an archive's folders though nobody archived it is called by what it is."""

from __future__ import annotations

import pytest

from pcp_reports.archive.strays import copy_of, stray

KNOWN = {
    "desktop.ini": "Windows",
    "Desktop.ini": "Windows",
    "Thumbs.db": "Windows",
    "$RECYCLE.BIN": "Windows",
    ".DS_Store": "macOS",
    "._template.docx": "macOS",
    "~$23-10-03 panel-update v1 draft.docx": "open in Word",
    "~$template.docx": "open in Word",
    "~WRL0003.tmp": "temporary file of Word's",
    ".~lock.2023-10-03 panel-update v1 draft.docx#": "open, or LibreOffice stopped",
    "_vti_cnf": "SharePoint",
    "_vti_pvt": "SharePoint",
    ".inventory.json.0123456789ab.tmp": "this tool's",
    "~DF3A1.tmp": "temporary file of another program's",
    "template.docx.crdownload": "temporary file of another program's",
    "totals (Ann's conflicted copy 2024-01-02).csv": "could not agree",
    "totals (conflicted copy 2024-01-02 101500).csv": "could not agree",
    "totals_conflict-20240102-101500.csv": "could not agree",
    "totals (Case Conflict).csv": "could not agree",
    "totals [Conflict].csv": "could not agree",
    "totals.sync-conflict-20240102-101500-ABCDEF7.csv": "could not agree",
    "totals-LAPTOP7.csv": "a copy",
    "totals-DESKTOP-AB12CD.csv": "a copy",
    "inventory (1).json": "a copy",
    "totals - Copy.csv": "a copy",
    "Copy of totals.csv": "a copy",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "synchronises",
    ".dropbox.attr": "synchronises",
    ".nfs000000000123abcd00000001": "the drive keeps",
    "@eaDir": "the drive keeps",
    "template.docx - Shortcut.lnk": "shortcut",
    "office.yaml~": "editor",
    ".office.yaml.swp": "editor",
    ".keep": "git",
}

OWN = [
    "2023-10-03 panel-update v1 draft.docx",
    "2023-10-03 panel-update v2 published.docx",
    "slnf-september.yaml",
    "2023-10-03",
    "office.yaml",
    "paper.yaml",
    "template.docx",
    "findings.json",
    "totals.csv",
    "version.json",
    "inventory.json",
    "inventory.json.sha512",
    "0=ocfl_object_1.1",
    "operation-centurion.yaml",
    "conflict-resolution.yaml",
    "copying.yaml",
    "hotspots (Blackpool).yaml",
    "keep.yaml",
    "parts.yaml",
]


@pytest.mark.parametrize("name", KNOWN)
def test_what_a_program_leaves_behind_is_called_by_its_name(name: str) -> None:
    """I am told what a file is that I never saw before, and whose it is."""
    assert KNOWN[name] in str(stray(name))


@pytest.mark.parametrize("name", OWN)
def test_a_file_of_ours_is_never_taken_for_one(name: str) -> None:
    """What an office archives is not called litter."""
    assert stray(name) is None


def test_a_name_like_a_copys_is_a_copy_only_beside_its_original() -> None:
    """A second visit that is named like a copy is doubted only where the first lies beside it."""
    assert stray("visit (1).yaml", ["visit.yaml"])
    assert stray("VISIT (1).yaml", ["Visit.yaml"])
    assert stray("visit (1).yaml", ["office.yaml"]) is None


def test_a_copy_names_what_it_was_copied_from() -> None:
    """I know which two files to compare."""
    assert copy_of("totals-LAPTOP7.csv") == "totals.csv"
    assert copy_of("2023-10-03-panel-update - Copy") == "2023-10-03-panel-update"
    assert copy_of("2023-10-03-panel-update") is None
