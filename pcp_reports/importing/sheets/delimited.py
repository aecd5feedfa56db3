"""A table in a text file (CSV) -> a sheet: which sign parts the columns is told by which makes sense of the headings."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

from pcp_reports.importing.sheets.headings import best_header
from pcp_reports.importing.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet
from pcp_reports.papers.decoding import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pcp_reports.importing.sheets.sheet import Row
    from pcp_reports.importing.sheets.vocabulary import Role

SIGNS = (",", ";", "\t", "|")
_SAYS = re.compile(r"(?i)\ufeff?sep=(.)\r?\n")
_NEXT_LINE = b"\xc2\x85"
_KEPT = re.compile(r"'(?=[=+\-@|%'])")
"""The apostrophe that this tool, and others, put before what Excel would take for a formula."""


class DelimitedError(Exception):
    """A text that is no table; the message says why."""


def read_delimited(data: bytes, name: str, asked: Mapping[str, Role], step: Callable[[], None] = lambda: None) -> Sheet:
    """Return the table of a text file in UTF-8, UTF-16 or Windows' own letters. Raises DelimitedError."""
    if _NEXT_LINE in data and b"\n" in data:  # a line that ends inside a cell, as the rows end otherwise
        data = data.replace(_NEXT_LINE, b" ")
    found = decoded(data)
    if found is None:
        raise DelimitedError("it is not a text")
    text = found.text
    said = _SAYS.match(text)
    if said is not None:
        text = text[said.end() :]
    sign = said[1] if said is not None else _sign(text, name, asked)
    try:
        rows = tuple(_rows(text, sign, step))
    except csv.Error as error:
        raise DelimitedError("a cell in it is never closed, or far too long") from error
    if len(rows) > MOST_ROWS:
        raise DelimitedError(f"it holds more than {MOST_ROWS:,} rows")
    return Sheet(name, rows, "csv")


def _sign(text: str, name: str, asked: Mapping[str, Role]) -> str:
    """Return the sign that parts the columns: that with the best headings, then that with most cells of the first rows."""
    start = text[:200_000]

    def worth(sign: str) -> tuple[int, int]:
        try:
            rows = tuple(islice(_rows(start, sign), 40))
        except csv.Error:
            return 0, 0
        header = best_header(Sheet(name, rows, "csv"), asked)
        return (header.score if header is not None else 0), sum(len(row) for _, row in rows)

    return max(SIGNS, key=worth)


def _rows(text: str, sign: str, step: Callable[[], None] = lambda: None) -> Iterator[Row]:
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), 1):
        step()
        width = min(len(row), MOST_COLUMNS)
        while width and not row[width - 1].strip():
            width -= 1
        if width:
            yield number, tuple(_KEPT.sub("", value, count=1) if value[:1] == "'" else value for value in row[:width])
