"""A sheet of a workbook, or a table in text, as read: values as typed, row by row. What they mean is told elsewhere."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, TypeAlias

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = "str | int | Decimal | bool | datetime | date | time | timedelta | None"
"""A number is as the file has it, figure by figure: whole, or a Decimal. No float is among them."""
Row: TypeAlias = tuple[int, tuple[Value, ...]]
"""A row's number, from 1, as Excel counts it, and its values."""

MOST_ROWS = 200_000
"""How many rows that hold anything are read of one sheet."""
MOST_COLUMNS = 256

_SHOWN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_WHOLE = 15

_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)"
)
_ESCAPED = re.compile("_x00(?:0[9aAdD]|(0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]))_")
"""How a workbook writes a sign that XML cannot hold; in the group, one that is no blank."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Controls, soft hyphens, marks of direction, tags, spaces of no width: nobody sees them, and they part no words."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one: first row and column, last row and column; rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` are those that hold anything. ``unsaved`` are the cells (row, column) of formulas without a value.

    ``struck`` are those whose words are struck through; ``forms`` says of some with what a number is shown that is not pounds.
    ``form`` is “xlsx” or “csv”: in a text every value is words, and a number may have lost its noughts.
    """

    name: str
    rows: tuple[Row, ...]
    form: str
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unsaved: frozenset[tuple[int, int]] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    forms: Mapping[tuple[int, int], str] = field(default_factory=dict)


def as_shown(number: Decimal) -> Decimal:
    """Return a number to 15 figures, which is as much as Excel keeps of what was typed, and all that it ever shows.

    Its file has two more, which are the binary number's: 1.1 may stand there as ``1.1000000000000001``.
    """
    return _SHOWN.plus(number)


def words(value: Value) -> str:
    """Return a value as words on one line: a number as Excel shows it, a day as 2023-10-03, the rest as typed."""
    if isinstance(value, str):
        if value.isprintable() and "  " not in value and "_x00" not in value:
            return value.strip()
        return " ".join(without_unseen(value).split())
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return _figures(as_shown(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return str(value)


def without_unseen(text: str) -> str:
    """Return words without the signs in them that nobody sees; the ends of lines are left."""
    if "_x00" in text:
        text = _ESCAPED.sub(lambda match: "" if match[1] else " ", text)
    return text if text.isprintable() else _UNSEEN.sub("", text)


def _figures(number: Decimal) -> str:
    """Return a number in plain figures, ``4500`` and not ``4.5E+3``, unless it is so large or small that nobody writes it so."""
    if number.is_finite() and number and -_WHOLE < number.adjusted() < _WHOLE:
        plain = f"{number:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(number) if number else "0"


def is_blank(value: object) -> bool:
    """Return whether a cell holds nothing that can be seen."""
    if not isinstance(value, str):
        return value is None
    bare = value.strip()
    return not bare or (not bare.isprintable() and not words(bare))


def is_error(value: Value) -> bool:
    """Return whether a cell shows one of Excel's errors, such as #REF!."""
    return isinstance(value, str) and value[:1] == "#" and _ERROR.fullmatch(value.strip()) is not None


def letters(column: int) -> str:
    """Return the letters of a column (from 0), as Excel has them: A, B, … Z, AA."""
    made = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def cell(row: int, column: int) -> str:
    """Return a cell's address as Excel has it: G12."""
    return f"{letters(column)}{row}"
