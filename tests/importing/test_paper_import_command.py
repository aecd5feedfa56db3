"""What `import` answers when a call is not quite right, and how it ends."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from support import run, write

if TYPE_CHECKING:
    from pathlib import Path

UPDATE = "POLICE AND CRIME PANEL\n\n3 October 2023\n\nThe update\n\nNews\n\n1. Crime fell.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with a paper beside it."""
    write(tmp_path, {})
    (tmp_path / "update.txt").write_text(UPDATE, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["2024-12-12"], "If it is the day of the meeting, type: --meeting 2024-12-12"),
        (["12", "December", "2024"], "If it is the day of the meeting, type: --meeting 2024-12-12"),
        (["of", "May"], 'put the whole name into quotation marks, as in: "'),
        (["--meeting", "December"], "the year is missing. Type it as 2023-09-14."),
        (
            ["--meeting", "2024-12"],
            "--meeting: the day is missing in “2024-12”. Type its day, as in: --meeting 2024-12-03",
        ),
        ([], "Which meeting is the paper for? Type its day, as in: --meeting 2023-10-03"),
    ],
)
def test_a_call_that_lacks_the_meeting_is_told_what_to_type(root: Path, typed: list[str], told: str) -> None:
    """Whatever I forget about the day of the meeting, I am told what to type, and of no option that there is not."""
    ran = run(root, "import", str(root / "update.txt"), *typed)
    assert ran.code == 2
    assert told in ran.err
    assert "--reason" not in ran.err
    assert "2023-09," not in ran.err


def test_an_option_that_there_is_not_is_still_refused(root: Path) -> None:
    """A mistyped option is not taken for words."""
    ran = run(root, "import", str(root / "update.txt"), "--meting", "2024-12-12")
    assert ran.code == 2
    assert "--meting" in ran.err


@pytest.mark.parametrize(
    ("kind", "what", "save"),
    [
        ("text", "an OpenDocument text (.odt)", "Word Document (.docx)"),
        ("spreadsheet", "an OpenDocument spreadsheet", "Excel Workbook (.xlsx)"),
    ],
)
def test_an_opendocument_file_is_saved_as_what_it_is(root: Path, kind: str, what: str, save: str) -> None:
    """A text is to be saved as a Word document, a table as an Excel workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<office:document-content/>")
    (root / "file.odf").write_bytes(out.getvalue())
    ran = run(root, "import", str(root / "file.odf"), "--meeting", "2023-10-03")
    assert ran.code == 1
    assert what in ran.err
    assert save in ran.err


def test_every_new_round_is_named(root: Path) -> None:
    """Of several new rounds each one's name is shown, as a paper must name each that it is to print."""
    lines = ["Recipient,Purpose,Amount,Fund,Date awarded", "Mill,lamps,500,Lantern Fund,4 May 2023"]
    (root / "t.csv").write_text("\n".join([*lines, "Quay,nets,250,Lantern Fund,4 June 2023"]) + "\n", encoding="utf-8")
    ran = run(root, "import", str(root / "t.csv"), "--add-funds")
    assert ran.code == 0, ran.err
    assert ran.err.endswith(
        "Add those that it is to print to a section of the paper:\n    - lantern-fund-2023-05\n    - lantern-fund-2023-06\n"
    )
