"""A second column of amounts that go otherwise than the first, or on top of it: “Revised award”, “Top-up” beside “Amount awarded”."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import is_blank, words
from pcp_reports.importing.sheets.vocabulary import Role, plain
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.importing.sheets.headings import Column, Header
    from pcp_reports.importing.sheets.sheet import Sheet

_REVISED = re.compile(
    r"(?:(?:revised|varied|amended|final|updated|adjusted|current|actual|new|net)\b.*\b"
    r"(?:awards?|awarded|amounts?|grants?|funding|value|sum|total|allocation|gbp)|net|revised|"
    r"(?:awards?|amount|grant|value)\b.*\b(?:revised|varied|amended|after variation)).*"
)
_NO_AMOUNT = re.compile(
    r".*\b(?:dates?|reason|reference|ref|by|on|status|end|paid|spent|spend|claimed|costs?|requested|match|budget|remaining|balance|left)\b.*"
)
"""What is paid, spent or left of an award is not another award."""
_MORE = re.compile(
    r"(?:top ?ups?|uplifts?|supplement(?:ary|al)?|increase(?:d)?(?: by)?|(?:additional|extra|further|second) (?:award|grant|allocation))"
    r"(?: (?:awards?|awarded|amounts?|grants?|funding|sum|value|gbp|total|allocat(?:ion|ed)|agreed|approved|made))*"
)


def revised_amounts(header: Header, sheet: Sheet, path: str) -> Iterator[Finding]:
    """Yield a finding for each column that is not taken over, and whose amounts are others than those taken.

    An officer who has said which column is the amount, or that the other is nothing, is not asked.
    """
    taken = next((column for column in header.columns if column.role is Role.AMOUNT), None)
    if taken is None or taken.rank < 0:
        return
    for column in header.columns:
        heading = plain(column.heading)
        if column.role is not None or _NO_AMOUNT.fullmatch(heading):
            continue
        if _MORE.fullmatch(heading):
            yield from _on_top(sheet, header.row, taken, column, path)
        if not _REVISED.fullmatch(heading):
            continue
        row = next(_otherwise(sheet, header.row, taken.at, column.at), None)
        if row is not None:
            first, second = quoted(shortened(taken.heading, 40)), quoted(shortened(column.heading, 40))
            message = (
                f"Row {row} has another amount under {second} than under {first}: which of them counts cannot be told."
            )
            hint = (
                f'Say which it is: --column "{taken.heading}=amount", or --column "{column.heading}=amount", which must then '
                "have the amount of every grant."
            )
            yield Finding("G506", message, Place(path, row, column.at + 1), hint)


def _otherwise(sheet: Sheet, below: int, first: int, second: int) -> Iterator[int]:
    """Yield the rows that have an amount in both columns, and not the same.

    Nothing in the second is another amount where that repeats amounts of the first, and so holds what each grant is now.
    """
    repeats = False
    noughts = []
    for row, cells in sheet.rows:
        if row > below and max(first, second) < len(cells):
            one, other = cells[first], cells[second]
            if is_blank(one) or is_blank(other):
                continue
            now = _figure(other)
            if now == 0 and _figure(one):
                noughts.append(row)
            elif now != _figure(one) and (now or (now is None and any(map(str.isdigit, words(other))))):
                yield row
            repeats = repeats or bool(now)
    yield from noughts if repeats else ()


def _on_top(sheet: Sheet, below: int, taken: Column, more: Column, path: str) -> Iterator[Finding]:
    """Yield the finding that a column holds money that may come on top of what was awarded."""
    for row, cells in sheet.rows:
        value = cells[more.at] if row > below and more.at < len(cells) else None
        if not is_blank(value) and _figure(value):
            first, second = quoted(shortened(taken.heading, 40)), quoted(shortened(more.heading, 40))
            message = f"Row {row} has {words(value)} under {second}: whether {first} holds it already cannot be told."
            hint = (
                f'If it does: --column "{taken.heading}=amount". If not, make a column in the tracker that has the whole of each '
                "grant, and name that one instead."
            )
            yield Finding("G506", message, Place(path, row, more.at + 1), hint)
            return


def _figure(value: object) -> Decimal | None:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    bare = words(value).replace("£", "").replace(",", "").strip() if isinstance(value, str) else ""
    return Decimal(bare) if re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,4})?", bare, re.ASCII) else None
