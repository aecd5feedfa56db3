"""Workbooks that are huge, odd, broken or hostile: read as data, or refused in a sentence."""

from __future__ import annotations

import io
import re
import time
import zipfile
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.reader.strings import read_string_table
from support import run
from tracker_files import imported, rounds, saved, xlsx

from pcp_reports.importing.sheets.xlsx import Workbook as TrackerBook
from pcp_reports.importing.sheets.xlsx_strings import strings_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

D = date(2023, 9, 14)
HEAD = ["Recipient", "Project", "Amount", "Date"]
FUND = ("--fund", "Small Grants")


def repacked(data: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """Return a workbook with its parts changed, and some more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def in_sheet(old: str, new: str) -> Callable[[str, bytes], bytes]:
    """Return a change of words in the XML of the sheet, which must be there."""

    def change(name: str, data: bytes) -> bytes:
        if not name.startswith("xl/worksheets/sheet"):
            return data
        assert re.search(old.encode(), data)
        return re.sub(old.encode(), new.encode(), data, count=1)

    return change


PLAIN = xlsx([HEAD, ["A", "a", 5, D], ["B", "b", 6, D]])


def test_formulas_with_their_results_are_read(root: Path) -> None:
    """A formula counts as what Excel last made of it."""
    data = repacked(xlsx([HEAD, ["A", "a", 5, D], ["B", "b", 77, D]]), in_sheet(r"<v>77</v>", "<f>40+37</f><v>77</v>"))
    assert imported(root, data, *FUND).code == 0
    assert "amount: £77" in next(iter(rounds(root).values()))


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(root: Path) -> None:
    """A formula that shows nothing is no fault: its row has no amount."""
    data = repacked(
        xlsx([HEAD, ["A", "a", 5, D], ["B", "b", 77, D]]),
        in_sheet(r'<c r="C3"[^>]*><v>77</v></c>', '<c r="C3" t="str"><f>IF(1,"")</f><v></v></c>'),
    )
    ran = imported(root, data, *FUND)
    assert ran.code == 0
    assert "1 row without an amount awarded: C3" in ran.err


def test_text_that_looks_like_a_formula_stays_text(root: Path) -> None:
    """Words that begin with = or @ are words, and read back as such."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    sheet.append(["A", "a", 5, D])
    for column, words in ((1, "=cmd|' /C calc'!A0"), (2, "@SUM(1+1)*cmd")):
        cell = sheet.cell(3, column)
        cell.value = words
        cell.data_type = "s"
    sheet.cell(3, 3).value = 6
    sheet.cell(3, 4).value = D
    assert imported(root, saved(book), *FUND).code == 0
    text = next(iter(rounds(root).values()))
    assert "recipient: =cmd|' /C calc'!A0\n" in text
    assert 'purpose: "@SUM(1+1)*cmd"' in text


def test_hidden_rows_and_columns_are_read_and_said(root: Path) -> None:
    """What a filter hides is an award all the same."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, ["A", "a", 5, D], ["B", "b", 6, D]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    ran = imported(root, saved(book), *FUND)
    assert "1 row that Excel hides (filtered or hidden by hand) was read as well" in ran.err
    assert "Columns that Excel hides were read as well" in ran.err
    assert "recipient: B" in next(iter(rounds(root).values()))


def test_a_million_formatted_rows_take_no_time(root: Path) -> None:
    """A sheet coloured down to its last row is read as far as it holds anything."""
    rows = "".join(
        f'<row r="{number}" s="1" customFormat="1"><c r="A{number}" s="1"/></row>' for number in range(4, 300_000)
    )
    data = repacked(PLAIN, in_sheet("</sheetData>", rows + "</sheetData>"))
    data = repacked(data, in_sheet(r'<dimension ref="[^"]*"\s*/>', '<dimension ref="A1:XFD1048576"/>'))
    began = time.monotonic()
    ran = imported(root, data, *FUND)
    assert ran.code == 0, ran.err
    assert next(iter(rounds(root).values())).count("recipient:") == 2
    assert time.monotonic() - began < 20


def test_a_cell_at_the_far_corner_does_no_harm(root: Path) -> None:
    """One stray blank in the last row and column of Excel neither fills the memory nor hides the table."""
    data = repacked(
        PLAIN,
        in_sheet(
            "</sheetData>", '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row></sheetData>'
        ),
    )
    assert imported(root, data, *FUND).code == 0
    assert next(iter(rounds(root).values())).count("recipient:") == 2


def test_a_bomb_is_refused(root: Path) -> None:
    """A workbook that unpacks to gigabytes is refused before it is unpacked."""
    data = repacked(PLAIN, lambda _, content: content, {"xl/media/image1.png": bytes(120_000_000)})
    ran = imported(root, data, *FUND)
    assert ran.code == 1
    assert "unpacks to far more than a tracker needs" in ran.err


@pytest.mark.parametrize(
    "start", [b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>', b"<!ENTITY a SYSTEM 'file:///etc/passwd'>"]
)
def test_a_document_type_is_refused(root: Path, start: bytes) -> None:
    """A workbook with a document type inside, which could call up other files, is not opened."""
    data = repacked(PLAIN, lambda name, content: start + content if name == "xl/workbook.xml" else content)
    ran = imported(root, data, *FUND)
    assert ran.code == 1
    assert "declares a document type" in ran.err


def test_macros_are_not_run_and_said(root: Path) -> None:
    """A workbook with macros is read as data, and I am told that it holds them."""
    data = repacked(PLAIN, lambda _, content: content, {"xl/vbaProject.bin": b"macro"})
    ran = imported(root, data, *FUND, name="t.xlsm")
    assert ran.code == 0, ran.err
    assert "None was run" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old form (.xls), or is protected by a password"),
        ("t.xlsx", b"", "The file is empty"),
        ("t.xlsx", b"PK\x03\x04 broken", "The file is damaged"),
        ("t.xlsx", PLAIN[:2000], "The file is damaged"),
        ("t.csv", bytes(range(256)) * 40, "G50"),
        ("t.json", b'{"grants": ', "G501"),
        ("t.json", b"[1, 2]", "G501"),
        ("t.csv", b'a,b\n"never closed', "G50"),
        ("t.xlsx", b"<html><table><tr><td>Recipient</td></tr></table></html>", "G502"),
    ],
)
def test_what_is_no_tracker_is_refused_in_a_sentence(root: Path, name: str, data: bytes, told: str) -> None:
    """Whatever the file is, I get a sentence and never a traceback, and nothing is written."""
    ran = imported(root, data, name=name)
    assert ran.code == 1
    assert told in ran.err
    assert rounds(root) == {}


@pytest.mark.parametrize(
    "part",
    ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"],
)
@pytest.mark.parametrize("spoilt", [b"", b"<x", b"<x/>", b"\x00\xff" * 50])
def test_a_spoilt_part_never_ends_in_a_crash(root: Path, part: str, spoilt: bytes) -> None:
    """Whichever part of a workbook is damaged, the command says so, or reads what it can."""
    data = repacked(PLAIN, lambda name, content: spoilt if name == part else content)
    assert imported(root, data, *FUND).code in (0, 1)


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD],
        [["Recipient"], ["A"]],
        [[None, None], [1, 2]],
        [HEAD, [None] * 4, [True, False, True, False]],
        [HEAD, ["A", "a", 1e300, D]],
        [HEAD, ["A", "a", float("1e-9"), D]],
        [HEAD, ["x" * 32_000, "a", 5, D]],
        [HEAD, ["A\u202e", "a\u2028b", 5, D]],
        [HEAD, ["_x000D_A", "\U0001f600 smile", 5, D]],
    ],
)
def test_odd_rows_never_end_in_a_crash(root: Path, rows: list[list[Any]]) -> None:
    """However odd the rows are, the command ends in a sentence."""
    ran = imported(root, xlsx(rows), *FUND)
    assert ran.code in (0, 1), ran.err
    if ran.code == 0 and rounds(root):
        assert run(root, "check").code == 0


def test_what_is_no_file_is_wrong_usage(root: Path) -> None:
    """A name with a slip in it, or a folder, is wrong usage, and said so."""
    assert run(root, "import", str(root / "none.xlsx")).code == 2
    assert run(root, "import", str(root)).code == 2


def test_both_readers_of_cells_agree() -> None:
    """What the quick reader takes from a sheet is what openpyxl takes from it, whatever the cells hold."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    odd: list[list[Any]] = [
        ["a & b < c", " blanks ", "Tŷ – £", "line\nend", "_x000D_", "\U0001f600", ""],
        [0, -1, 1.5, 1e300, 0.1 + 0.2, 10**15, None],
        [True, False, D, datetime(2023, 9, 14, 12, 30), time_of_day(9, 30), timedelta(hours=30), "#REF!"],  # noqa: DTZ001 - Excel knows no zones
        [None, None, "far", None, None, None, "right"],
    ]
    for row in odd:
        sheet.append(row)
    sheet.cell(9, 30).value = "stray"
    sheet.merge_cells("C4:D4")
    read = TrackerBook(saved(book), "t.xlsx")
    quick = read.read("Sheet").rows
    assert quick == read._rows(read._sheets[0], 20)
    assert float not in {type(value) for _, cells in quick for value in cells}
    assert len(quick) == 5


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), max_size=4), max_size=6)
)
def test_shared_words_are_those_that_openpyxl_reads(items: list[list[str]]) -> None:
    """Words that cells share, in one piece or in several with looks of their own, are read as openpyxl reads them."""
    sign = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = [[f"<t xml:space='preserve'>{escape(words)}</t>" for words in item] for item in items]
    plain = [f"<si>{item[0]}</si>" for item in texts if item]
    rich = [
        f"<si>{''.join(f'<r><rPr><b/></rPr>{one}</r>' for one in item)}<rPh sb='0' eb='1'><t>aloud</t></rPh></si>"
        for item in texts
    ]
    data = (
        f"<sst xmlns='{sign}'>{''.join([*plain, *rich])}<si/><si><t/></si><si><t>_x005F_x000D_</t></si></sst>".encode()
    )
    assert strings_in(data) == read_string_table(io.BytesIO(data))


def test_a_document_type_far_into_the_shared_words_is_refused() -> None:
    """Entities that a long comment hides from a first look are not read: the workbook is refused."""
    data = b"<!--" + b"x" * 9000 + b'--><!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'
    with pytest.raises(ValueError, match="a document type"):
        strings_in(data)
