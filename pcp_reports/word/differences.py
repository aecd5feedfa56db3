"""Says in words where two texts part, so that an officer finds the place."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.document import Table

_LONGEST = 70
_AROUND = 30


def excerpt(text: str) -> str:
    """Return the beginning of a text in quotation marks, line breaks as spaces."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1].rstrip()}…”"


def shown_difference(expected: str, found: str) -> str:
    """Return ``expected “…”, found “…”``, each cut to what stands around the first difference and the last."""
    start = 0
    while start < min(len(expected), len(found)) and expected[start] == found[start]:
        start += 1
    end = 0
    while end < min(len(expected), len(found)) - start and expected[-1 - end] == found[-1 - end]:
        end += 1
    return f"expected “{_around(expected, start, end)}”, found “{_around(found, start, end)}”"


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    # Whole words, so that nobody takes the cut for the difference.
    first = text.rfind(" ", 0, first) + 1
    last = text.find(" ", last) if " " in text[last:] else len(text)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}"


def cell_differences(table: Table, rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield each difference between a table and the rows found, by row and column counted from 1, the header first."""
    expected = (table.header, *table.rows)
    if len(expected) != len(rows):
        yield f"expected {len(expected)} rows, found {len(rows)}"
    for at, (wanted, found) in enumerate(zip(expected, rows, strict=False), 1):
        for column, (cell, their) in enumerate(zip_longest(wanted, found, fillvalue=None), 1):
            if cell != their:
                expectation = "nothing" if cell is None else excerpt(cell)
                yield (
                    f"row {at}, column {column}: expected {expectation}, "
                    f"found {'nothing' if their is None else excerpt(their)}"
                )
