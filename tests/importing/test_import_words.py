"""What an import says of odd files is right to the word: which cell, which date, how many more; and a count nobody can check."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import FUND, run, write
from tracker_files import imported, xlsx

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLE = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty workspace."""
    return write(tmp_path / "ws", {})


def package(number: int, **last: object) -> bytes:
    """Return a 360Giving package, with keys of its last grant changed."""
    grants: list[dict[str, Any]] = [
        {
            "id": f"360G-x-{at}",
            "title": f"t{at}",
            "description": f"d{at}",
            "currency": "GBP",
            "amountAwarded": 100,
            "awardDate": "2023-09-04",
            "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Mill"}],
            "fundingOrganization": [{"id": "GB-LAE-X", "name": "Northshire"}],
            "grantProgramme": [{"title": FUND}],
        }
        for at in range(1, number + 1)
    ]
    grants[-1] |= last
    return json.dumps({"grants": grants}).encode()


@pytest.mark.parametrize(("number", "names"), [(4, "“360G-x-3” and “360G-x-4”."), (6, "“360G-x-4” and 2 more.")])
def test_as_many_are_said_to_be_more_as_there_are(root: Path, number: int, names: str) -> None:
    """Of four grants four are named, and nothing is said of more; of six I read how many are not named."""
    ran = imported(root, package(number), name="g.json")
    (said,) = [line for line in ran.err.splitlines() if "(beneficiaryLocation)" in line]
    assert names in said


def test_a_date_that_is_no_day_is_not_called_missing(root: Path) -> None:
    """“2023-02-31” stands in the file: I am shown it, and not told that there is no date."""
    ran = imported(root, package(4, awardDate="2023-02-31"), name="g.json")
    assert "The tracker has a date that is no day of the calendar for grant 4 (“2023-02-31”), so the month" in ran.err
    assert "has no date" not in ran.err


def test_why_a_grant_is_left_out_is_said(root: Path) -> None:
    """A grant of £0 is left out, and that is what I read."""
    ran = imported(root, package(4, amountAwarded=0), name="g.json")
    assert "1 grant cannot be taken over, as its amount is £0 or less: “360G-x-4” (£0)." in ran.err


def test_the_cell_with_the_formula_is_named_by_its_column(root: Path) -> None:
    """It is the purpose that is worked out by a formula, and not the recipient."""
    rows: list[Sequence[object]] = [
        ["Organisation", "Purpose", "Amount", "Awarded"],
        ["Mill", '="a"&"b"', 5, date(2023, 9, 4)],
    ]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert "row 2 (B2): Mill, purpose: worked out by a formula whose result was not saved." in ran.err


@pytest.mark.parametrize("name", ["png.docx", "png.pdf", "png.md"])
def test_a_picture_is_told_before_the_meeting_is_asked_for(root: Path, name: str) -> None:
    """A picture under a paper's name is called a picture at once."""
    ran = imported(root, b"\x89PNG\r\n\x1a\n" + bytes(400), name=name)
    assert "The file is a picture" in ran.err
    assert "Which meeting" not in ran.err


SUMS: tuple[Sequence[object], ...] = (
    ("Mill", "club", 500, date(2023, 9, 4)),
    ("Elm", "cctv", 900, date(2023, 9, 5)),
)


@pytest.mark.parametrize(("name", "purpose"), [("Total for Communities", "youth club"), ("Total for Men", "talks")])
def test_a_body_called_total_for_is_a_grant_though_it_has_the_sum_so_far(root: Path, name: str, purpose: str) -> None:
    """A body whose name begins so, with a purpose and a date of its own, is paid, even if it gets as much as all above it."""
    rows: list[Sequence[object]] = [
        ["Organisation", "Purpose", "Amount", "Awarded"],
        *SUMS,
        (name, purpose, 1400, date(2023, 9, 6)),
    ]
    ran = imported(root, xlsx(rows), "--fund", FUND)
    assert "3 grants awarded, £2,800" in ran.err, ran.err


def test_a_right_number_of_projects_is_not_called_wrong_after_an_import(tmp_path: Path) -> None:
    """The example says 10 projects of nine grants, of which one pays two; that is not printed, and the import says so."""
    import shutil  # noqa: PLC0415 - for this test alone

    example, again = tmp_path / "example", tmp_path / "again"
    for name in ("entries", "templates"):
        shutil.copytree(EXAMPLE / name, example / name)
    assert run(example, "build", "2023-10-03").code == 0
    (file,) = (example / "output" / "2023-10-03").glob("*.docx")
    (again / "entries").mkdir(parents=True)
    ran = run(again, "import", str(file), "--meeting", "2023-10-03")
    assert ran.code == 0
    assert "slnf-august: the number of projects is left as it stands (G202 accepted)" in ran.err
    checked = run(again, "check").out
    assert "accepted: slnf-august: the text says £69k to 10 projects" in checked
    assert "warning: slnf-august" not in checked
