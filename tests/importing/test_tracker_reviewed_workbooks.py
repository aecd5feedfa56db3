"""Workbooks that are spoilt, or that unpack to far more than a tracker: refused in a sentence, and soon."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from tracker_files import imported, rounds, xlsx

from pcp_reports.importing.sheets.xlsx_parts import TooMuchError, check_top, pieces_of

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = xlsx([["Recipient", "Project", "Amount"], ["A", "a", 5], ["B", "b", 6]])
GIVEN = ("--fund", "Small Grants", "--announced", "2023-10")
SHEET = "xl/worksheets/sheet1.xml"
SOON = 10
"""Seconds; what is refused here took minutes, or gigabytes."""


def packed(method: int, change: dict[str, bytes]) -> bytes:
    """Return the plain workbook, packed in a way, with some of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoilt(data: bytes, name: str, at: int) -> bytes:
    """Return a workbook with a dozen bytes of one part's packed data written over."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    names, more = struct.unpack("<HH", data[info.header_offset + 26 : info.header_offset + 30])
    start = info.header_offset + 30 + names + more + at
    return data[:start] + b"\xff" * 12 + data[start + 12 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED])
@pytest.mark.parametrize("name", sorted(parts(PLAIN)))
@pytest.mark.parametrize("at", [0, 40])
def test_spoilt_data_are_damage_and_no_crash(root: Path, name: str, method: int, at: int) -> None:
    """A workbook whose packed data were spoilt on the way is called damaged, or read where what is spoilt is not needed."""
    ran = imported(root, spoilt(packed(method, {}), name, at), *GIVEN)
    assert ran.code == (0 if rounds(root) else 1)
    if not rounds(root):
        assert "G501" in ran.err
        assert "damaged" in ran.err or "document type" in ran.err


def test_a_spoilt_sheet_is_always_damage(root: Path) -> None:
    """Where the sheet itself is spoilt, nothing is taken over."""
    ran = imported(root, spoilt(packed(zipfile.ZIP_DEFLATED, {}), SHEET, 0), *GIVEN)
    assert (ran.code, rounds(root)) == (1, {})
    assert "The workbook is damaged" in ran.err


def sheet_with(cells: bytes, behind: bytes = b"") -> dict[str, bytes]:
    """Return the sheet with more cells in its second row, and something behind its rows."""
    old = parts(PLAIN)[SHEET]
    assert old.count(b'<row r="3">') == 1
    new = old.replace(b'</row><row r="3">', cells + b'</row><row r="3">')
    return {SHEET: new.replace(b"</sheetData>", b"</sheetData>" + behind)}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (sheet_with(b"<c/>" * 3_000_000), "A row of the sheet holds more than 16,384 cells."),
        (sheet_with(b"", b" " * 60_000_000), "or what stands besides its rows, takes more than 16 MB."),
        (sheet_with(b'<c r="D2" t="inlineStr"><is><t>' + b"a" * 40_000_000 + b"</t></is></c>"), "more than 16 MB."),
        (sheet_with(b'<c r="D2" t="inlineStr"><is><t>' + b"a" * 140_000 + b"</t></is></c>"), "row 2: a cell holds 140,000 letters"),
        ({"xl/styles.xml": parts(PLAIN)["xl/styles.xml"] + b" " * 30_000_000}, "unpacks to far more"),
    ],
    ids=["cells", "blanks", "string", "long string", "styles"],
)  # fmt: skip
def test_what_no_tracker_holds_is_refused_soon(root: Path, changed: dict[str, bytes], said: str) -> None:
    """A row of millions of cells, a string of millions of letters or megabytes of blanks are refused with a sentence."""
    began = time.process_time()
    ran = imported(root, packed(zipfile.ZIP_DEFLATED, changed), *GIVEN)
    assert (ran.code, rounds(root)) == (1, {})
    assert said in ran.err
    assert "G501" in ran.err
    assert time.process_time() - began < SOON


def test_pieces_end_where_a_row_begins_wherever_the_chunks_end() -> None:
    """However a sheet's bytes come, its pieces together are the sheet, and each but the first begins with a row."""
    data = b"<worksheet><sheetData>" + b"".join(b'<row r="%d"><c><v>1</v></c></row>' % at for at in range(1, 90_000))
    for shift in range(6):
        found = list(pieces_of(io.BytesIO(b" " * shift + data)))
        assert b"".join(found) == b" " * shift + data
        assert len(found) > 1
        assert all(piece.startswith(b"<row ") for piece in found[1:])


def test_a_wide_sheet_is_none_too_large() -> None:
    """A row may have every column that Excel has."""
    row = b"<row r='1'>" + b"".join(b'<c r="A1" s="12"><v>1234567.25</v></c>' for _ in range(16_384)) + b"</row>"
    check_top(io.BytesIO(b"<sheetData>" + row * 8 + b"</sheetData>"), 60)
    with pytest.raises(TooMuchError):
        check_top(io.BytesIO(b"<sheetData><row >" + b"<c />" * 600_000), 60)
