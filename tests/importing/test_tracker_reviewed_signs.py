"""Signs that nobody sees part no words: in sheets, in text tables and in JSON alike."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tracker_files import delimited, imported, rounds, xlsx

from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.ledger import ledger
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["Ref", "Organisation", "Project", "Awarded", "Date"]
D = date(2023, 9, 14)
FUND = ("--fund", "Small Grants")
Rows = list[list[Any]]
UNSEEN = [
    "\u00ad",
    "\u200b",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u2060",
    "\ufeff",
    "\U000e0041",
    "\u061c",
]
CONTROLS = ["\x00", "\x07", "\x1b", "\x7f", "\x80"]


def held(root: Path) -> list[tuple[str, str | None]]:
    """Return recipient and reference of each grant in the ledger."""
    return [
        (str(grant.recipient), grant.reference)
        for one in ledger(survey(load(root))).rounds
        for strand in one.round.grants
        for grant in strand.grants
    ]


def file_of(form: str, mark: str) -> tuple[str, bytes]:
    """Return a file's name and bytes: one grant, to Neighbourhood Watch with a mark in it."""
    name, reference = f"Neigh{mark}bourhood Watch{mark}", f"R{mark}1"
    if form == "json":
        grant = {
            "id": reference, "title": "signs", "description": "signs", "currency": "GBP", "amountAwarded": 500,
            "awardDate": "2023-09-14", "recipientOrganization": [{"id": "GB-CHC-1", "name": name}],
            "fundingOrganization": [{"id": "GB-LAE-X", "name": "Small Grants"}],
        }  # fmt: skip
        return "grants.json", json.dumps({"grants": [grant]}).encode()
    rows: Rows = [HEAD, [reference, name, "signs " * 99, 500, D]]
    return ("t.csv", delimited(rows)) if form == "csv" else ("t.xlsx", xlsx(rows))


# No program can write a control into a workbook.
WRITTEN = [
    (mark, form) for mark in (*UNSEEN, *CONTROLS) for form in ("csv", "json", "xlsx") if form != "xlsx" or mark >= " "
]


@pytest.mark.parametrize(("mark", "form"), WRITTEN, ids=ascii)
def test_an_unseen_sign_parts_no_word(root: Path, mark: str, form: str) -> None:
    """“Neigh­bourhood Watch” with a soft hyphen, a mark of direction or a stray control in it is Neighbourhood Watch."""
    name, data = file_of(form, mark)
    ran = imported(root, data, *FUND, name=name)
    assert ran.code == 0, ran.err
    assert held(root) == [("Neighbourhood Watch", "R1")]


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029", "\u00a0"], ids=ascii)
def test_a_break_is_a_blank(root: Path, mark: str, form: str) -> None:
    """A line that ends inside a name is a blank there, and no row ends with it."""
    name, data = file_of(form, "")
    there = mark if form != "json" else json.dumps(mark)[1:-1]
    if form == "xlsx":
        data = xlsx([HEAD, ["R1", f"Neighbourhood{mark}Watch", "signs", 500, D]])
    ran = imported(root, data.replace(b"bourhood Watch", f"bourhood{there}Watch".encode()), *FUND, name=name)
    assert ran.code == 0, ran.err
    assert held(root) == [("Neighbourhood Watch", "R1")]


@pytest.mark.parametrize(
    "typed", ["SSF-1", "SSF\u20111", "SSF\u2013\u200b1", "ss\u00adf-1", " SSF-1\u200f", "\uff33SF-1"]
)
def test_a_reference_is_found_however_it_is_marked(root: Path, typed: str) -> None:
    """A row finds its grant by the reference, whatever dash or unseen sign came into it."""
    assert imported(root, xlsx([HEAD, ["SSF-1", "A Trust", "a thing", 500, D]]), *FUND).code == 0
    ran = imported(root, xlsx([HEAD, [typed, "A Trust", "other words", 700, D]]), *FUND)
    assert ran.code == 0, ran.err
    assert len(held(root)) == 1
    assert "£700" in next(iter(rounds(root).values()))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("a_x0007_b", "ab"), ("a_x000D_b", "a b"), ("a_x000a_b", "a b"), ("file_x00", "file_x00"), ("\u200b", "")],
)
def test_signs_as_a_workbook_writes_them(typed: str, shown: str) -> None:
    """Excel's own way of writing a control is read as that control; a cell with nothing to see in it is empty."""
    assert words(typed) == shown
    assert is_blank(typed) is (not shown)
