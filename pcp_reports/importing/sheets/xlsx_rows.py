"""The values of a sheet, row by row, out of its XML: what openpyxl's `iter_rows` gives, in a third of the time.

Numbers alone are better than its: they come exactly as the XML has them, never by way of a float. openpyxl has read the
workbook by then: shared strings, and which styles are dates, are its. Source: ECMA-376 part 1, 18.3.1.4 (cells) and
18.18.11 (their types); a number is an `xsd:double`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from pcp_reports.importing.sheets.sheet import MOST_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

    from pcp_reports.importing.sheets.sheet import Row, Value

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE = f"{_MAIN}v"
_ROOT = re.compile(rb"<((?:\w+:)?worksheet)(\s[^>]*?)?/?>")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(\.[0-9]{0,400})?|(\.[0-9]{1,400}))([eE][+-]?[0-9]{1,3})?", re.ASCII)


class NotPlainError(ValueError):
    """A sheet that is not written as every program writes one; openpyxl's own reader is to be asked."""


class Cells:
    """What makes values out of the cells of one workbook."""

    def __init__(self, strings: Sequence[str], days: AbstractSet[int], spans: AbstractSet[int], epoch: Any) -> None:  # noqa: ANN401 - openpyxl's own
        """Take the shared strings, the numbers of the styles that are days and spans of time, and Excel's first day."""
        from openpyxl.utils.datetime import from_excel  # noqa: PLC0415 - slow to load

        self.strings = strings
        self.days = frozenset(map(str, days))
        self.spans = frozenset(map(str, spans))
        self.epoch = epoch
        self._from_excel = from_excel
        self._columns: dict[str, int] = {}

    def rows(self, root: bytes, piece: bytes) -> Iterator[Row]:
        """Yield the rows in a piece of a sheet that begins and ends between rows; ``root`` is the tag that opens the sheet.

        Raises NotPlainError for what is not as expected.
        """
        from xml.etree.ElementTree import fromstring  # noqa: PLC0415 - only here

        match = _ROOT.fullmatch(root)
        if match is None:
            raise NotPlainError(root[:40])
        start, end = _inside(piece)
        try:
            tree = fromstring(b"<%b%b>%b</%b>" % (match[1], match[2] or b"", piece[start:end], match[1]))  # noqa: S314 - a document type was refused before, and a piece can hold none
        except ParseError as error:
            raise NotPlainError(str(error)) from error
        for row in tree:
            if row.tag == f"{_MAIN}row":
                yield self._row(row)

    def _row(self, row: Element) -> Row:  # noqa: C901 - as its first line says
        """Return a row. One loop over its cells: splitting it would cost a call for each of a hundred thousand."""
        number = row.get("r", "")
        if not number.isdecimal():
            raise NotPlainError("a row without its number")
        size, columns = -len(number), self._columns
        values: list[Value] = []
        for cell in row:
            held = None
            for part in cell:
                if part.tag == _VALUE:
                    held = part.text
            sort = cell.get("t", "n")
            if held is None and sort != "inlineStr":
                continue
            place = cell.get("r", "")
            at = columns.get(place[:size]) if place.endswith(number) else None
            if at is None:
                at = self._new_column(place, number)
            value: Value = self.strings[int(held)] if sort == "s" and held else self._value(cell, sort, held)
            if value is None or at >= MOST_COLUMNS:
                continue
            if at != len(values):
                if at < len(values):
                    raise NotPlainError("cells out of order")
                values.extend([None] * (at - len(values)))
            values.append(value)
        while values and isinstance(values[-1], str) and not values[-1].strip():
            values.pop()
        return int(number), tuple(values)

    def _new_column(self, place: str, number: str) -> int:
        match = _PLACE.fullmatch(place)
        if match is None or match[2] != number:
            raise NotPlainError("a cell out of its place")
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        self._columns[match[1]] = column - 1
        return column - 1

    def _value(self, cell: Element, sort: str, held: str | None) -> Value:
        if sort == "inlineStr":
            return _inline(cell)
        if held is None:
            return None
        if sort == "n":
            return self._number(held, cell.get("s", "0"))
        if sort in ("str", "e"):
            return held
        if sort == "b":
            return held == "1"
        raise NotPlainError(sort)

    def _number(self, held: str, style: str) -> Value:
        """Return an exact number, or a day: Excel counts days, and parts of one, from its first; there a float is no money."""
        match = _NUMBER.fullmatch(held)
        if match is None:
            raise NotPlainError(held[:40])
        if style not in self.days:
            return int(held) if match.lastindex is None else Decimal(held)
        try:
            day: Value = self._from_excel(float(held), self.epoch, timedelta=style in self.spans)
        except (OverflowError, ValueError):
            return "#VALUE!"
        return day


def _inline(cell: Element) -> str | None:
    """Return the words of a cell that holds them itself, in one piece or in several with looks of their own."""
    parts = [
        piece.text or ""
        for held in cell
        if held.tag == f"{_MAIN}is"
        for part in held
        for piece in ((part,) if part.tag == f"{_MAIN}t" else part if part.tag == f"{_MAIN}r" else ())
        if piece.tag == f"{_MAIN}t"
    ]
    return "".join(parts) if parts else None


def _inside(piece: bytes) -> tuple[int, int]:
    """Return where the rows of a piece begin and end."""
    start = max(piece.find(b"<row "), 0) if b"<row " in piece[:200] or b":row " not in piece else -1
    if start < 0 or b":row " in piece[: start or 200]:
        at = piece.find(b":row ")
        start = piece.rfind(b"<", 0, at) if at >= 0 else 0
    ends = [at for at in (piece.find(b"</sheetData>"), piece.rfind(b":sheetData>")) if at >= 0]
    if not ends:
        return start, len(piece)
    return start, piece.rfind(b"<", 0, min(ends) + 1)


def opening(piece: bytes) -> bytes:
    """Return the tag that opens a sheet, out of the first piece of it; empty where there is none."""
    match = _ROOT.search(piece[:100_000])
    return match[0] if match is not None else b""
