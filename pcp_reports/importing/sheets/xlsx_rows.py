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
from pcp_reports.importing.sheets.xlsx_plain import plain_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

    from pcp_reports.importing.sheets.sheet import Row, Value
    from pcp_reports.importing.sheets.xlsx_plain import Part

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _ROW = f"{_MAIN}v", f"{_MAIN}row"
_DEFAULT = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
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
        self._days: dict[tuple[str, str], Value] = {}  # a tracker has few days, and many rows

    def rows(self, root: bytes, piece: bytes) -> Iterator[Row]:
        """Yield the rows in a piece of a sheet that begins and ends between rows; ``root`` is the tag that opens the sheet.

        Raises NotPlainError for what is not as expected.
        """
        match = _ROOT.fullmatch(root)
        if match is None:
            raise NotPlainError(root[:40])
        start, end = _inside(piece)
        body = piece[start:end]
        parts = plain_parts(body) if match[1] == b"worksheet" and _DEFAULT in (match[2] or b"") else None
        yield from self._rows(parts if parts is not None else _parsed(match, body))

    def _rows(self, parts: Iterable[Part]) -> Iterator[Row]:
        """Yield rows. One loop over their cells: splitting it would cost a call for each of a hundred thousand."""
        columns, strings = self._columns, self.strings
        number = ""
        values: list[Value] = []
        for _, row, letters, of, style, sort, held in parts:
            if row:
                if number:
                    yield _row(number, values)
                number, values = row, []
            elif held:
                if of != number:
                    raise NotPlainError("a cell out of its place")
                at = columns[letters] if letters in columns else self._new_column(letters)
                value: Value = strings[int(held)] if sort == "s" else self._value(style, sort, held)
                if value is None or at >= MOST_COLUMNS:
                    continue
                if at != len(values):
                    if at < len(values):
                        raise NotPlainError("cells out of order")
                    values.extend([None] * (at - len(values)))
                values.append(value)
        if number:
            yield _row(number, values)

    def _new_column(self, letters: str) -> int:
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        self._columns[letters] = column - 1
        return column - 1

    def _value(self, style: str, sort: str, held: str) -> Value:
        if sort in ("", "n"):
            return self._number(held, style)
        if sort in ("str", "e", "inlineStr"):
            return held
        if sort == "b":
            return held == "1"
        raise NotPlainError(sort)

    def _number(self, held: str, style: str) -> Value:
        """Return an exact number, or a day: Excel counts days, and parts of one, from its first; there a float is no money."""
        is_day = (style or "0") in self.days
        if is_day and (held, style) in self._days:
            return self._days[held, style]
        match = _NUMBER.fullmatch(held)
        if match is None:
            raise NotPlainError(held[:40])
        if not is_day:
            return int(held) if match.lastindex is None else Decimal(held)
        day = self._days[held, style] = self._day(held, style)
        return day

    def _day(self, held: str, style: str) -> Value:
        """Return the day that a number in the form of a date stands for; only such numbers come here, and never an amount."""
        try:
            day: Value = self._from_excel(float(held), self.epoch, timedelta=style in self.spans)
        except (OverflowError, ValueError):
            return "#VALUE!"
        return day


def _row(number: str, values: list[Value]) -> Row:
    """Return a row without the blanks at its end."""
    while values and isinstance(values[-1], str) and not values[-1].strip():
        values.pop()
    return int(number), tuple(values)


def _parsed(root: re.Match[bytes], body: bytes) -> Iterator[Part]:
    """Yield the rows and cells of a piece as an XML reader has them."""
    from xml.etree.ElementTree import fromstring  # noqa: PLC0415 - only here

    try:
        tree = fromstring(b"<%b%b>%b</%b>" % (root[1], root[2] or b"", body, root[1]))  # noqa: S314 - a document type was refused before, and a piece can hold none
    except ParseError as error:
        raise NotPlainError(str(error)) from error
    for row in tree:
        if row.tag != _ROW:
            continue
        number = row.get("r", "")
        if not number.isdecimal():
            raise NotPlainError("a row without its number")
        yield "", number, "", "", "", "", ""
        for cell in row:
            sort = cell.get("t", "n")
            held = _inline(cell) if sort == "inlineStr" else cell.findtext(_VALUE)
            if held:
                place = _PLACE.fullmatch(cell.get("r", ""))
                if place is None:
                    raise NotPlainError("a cell without its place")
                yield "", "", place[1], place[2], cell.get("s", ""), sort, held


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
