"""The quick reader of a sheet's cells gives what the XML reader gives, or leaves the piece to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.importing.sheets import xlsx_rows
from pcp_reports.importing.sheets.sheet import Row, letters
from pcp_reports.importing.sheets.xlsx_plain import plain_parts
from pcp_reports.importing.sheets.xlsx_rows import Cells, NotPlainError

ROOT = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
STRINGS = ("Ref", "  ", "Hope & Sons", "£4,500", "")
CELLS = (
    *(
        "",
        ' s="2"/>',
        "></c>",
        "><v/></c>",
        "><v></v></c>",
        "><v>12</v></c>",
        "><v>12.50</v></c>",
        "><v>1.5E+3</v></c>",
    ),
    *(' s="1"><v>45202</v></c>', ' s="2"><v>-7</v></c>', ' t="s"><v>0</v></c>', ' t="s"><v>1</v></c>'),
    *(' s="3" t="s"><v>2</v></c>', ' t="b"><v>1</v></c>', ' t="e"><v>#N/A</v></c>', ' t="str"><v>words</v></c>'),
    *("><f>SUM(A1:A2)</f><v>3</v></c>", '><f t="shared" si="0"/><v>3</v></c>', "><f>A1</f></c>"),
    *(' t="str"><v>a &amp; b</v></c>', ' t="inlineStr"><is><t>words</t></is></c>', "><v>1e9999</v></c>"),
    *(' t="s"><v>4</v></c>', ' t="x"><v>1</v></c>', "><v> 5</v></c>", ' t="n"><v>5</v></c>'),
)


def made(rows: list[list[str]]) -> bytes:
    """Return the XML of rows, each cell as it goes on behind its place."""
    body = []
    for number, cells in enumerate(rows, 1):
        held = "".join(f'<c r="{letters(at)}{number}"{cell}' for at, cell in enumerate(cells) if cell)
        body.append(f'<row r="{number}" spans="1:9">{held}</row>' if held else f'<row r="{number}" ht="15"/>')
    return "".join(body).encode()


def values(body: bytes) -> list[Row] | str:
    """Return what is read of them, or the name of the error."""
    cells = Cells(STRINGS, {1}, set(), datetime(1899, 12, 30))  # noqa: DTZ001 - as Excel counts
    try:
        return list(cells.rows(ROOT, body))
    except (NotPlainError, IndexError, ValueError) as error:
        return type(error).__name__


def by_xml(body: bytes, patch: pytest.MonkeyPatch) -> list[Row] | str:
    """Return what the XML reader alone makes of them."""

    def none(_body: bytes) -> Any:  # noqa: ANN401 - what the quick reader says of a piece it leaves
        return None

    with patch.context() as context:
        context.setattr(xlsx_rows, "plain_parts", none)
        return values(body)


@given(st.lists(st.lists(st.sampled_from(CELLS), max_size=5), max_size=5))
def test_both_readers_give_the_same_values_of_any_rows(rows: list[list[str]]) -> None:
    """Whatever a sheet holds, an officer gets the same figures by the quick way as by the long one."""
    body = made(rows)
    with pytest.MonkeyPatch.context() as patch:
        assert values(body) == by_xml(body, patch)


def test_an_ordinary_sheet_is_read_the_quick_way() -> None:
    """A tracker as Excel saves it does not have to wait for the XML reader."""
    parts = plain_parts(made([["><v>12</v></c>", ' t="s"><v>0</v></c>'], []]))
    assert parts is not None
    assert [part[1:] for part in parts] == [
        ("1", "", "", "", "", ""),
        ("", "A", "1", "", "", "12"),
        ("", "B", "1", "", "s", "0"),
        ("", "", "", "", "", ""),
        ("2", "", "", "", "", ""),
    ]


@pytest.mark.parametrize(
    "body",
    [
        b'<row r="1"><c r="A1" t="str"><v>Hope &amp; Sons</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>2</v></c> --></row>',
        b'<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        b'<row r="1"> <c r="A1"><v>1</v></c></row>',
        b'<row r="1"><c r="A1" cm="1"><v>1</v></c></row>',
        b'<x:row xmlns:x="y" r="1"/>',
        b'<row r="1" xmlns="urn:other"><c r="A1"><v>1</v></c></row>',
        b"<row><c><v>1</v></c></row>",
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>',
        b'<row r="1"><c r="A1" t="str"><v>\xff</v></c></row>',
    ],
)
def test_what_is_not_of_the_plainest_form_is_left_to_the_xml_reader(body: bytes) -> None:
    """No cell is read by guess: a piece with anything unusual in it goes the long way."""
    assert plain_parts(body) is None


def test_a_cell_that_says_another_row_is_not_taken() -> None:
    """An amount never moves into another grant's row, however a file was patched together."""
    assert values(b'<row r="1"><c r="A2"><v>1</v></c></row>') == "NotPlainError"


def test_cells_out_of_order_are_not_taken() -> None:
    """Nor into another column."""
    assert values(b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>') == "NotPlainError"


def test_another_namespace_goes_to_the_xml_reader() -> None:
    """A tag of the same name in somebody else's namespace is no row."""
    cells = Cells(STRINGS, set(), set(), datetime(1899, 12, 30))  # noqa: DTZ001 - as Excel counts
    assert list(cells.rows(b'<worksheet xmlns="urn:other">', b'<row r="1"><c r="A1"><v>1</v></c></row>')) == []
