"""Where a character of a value stands in the lines as typed, whatever notation the value is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRINTED = {
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$)|\S"),
}
_ANY = re.compile(r"\S")
_BLANK_ESCAPES = ("\\n", "\\t", "\\r", "\\v", "\\f", "\\ ", "\\_", "\\N", "\\L", "\\P", "\\")
"""What stands for a blank or a line end in double quotation marks; a backslash alone joins two lines."""


def locate(lines: Sequence[str], start: tuple[int, int], style: str | None, value: str, offset: int) -> tuple[int, int]:
    """Return line and column (from 1) of the character at ``offset`` (from 0) of a value that begins at ``start``.

    A blank is placed at the printed character before it, because YAML folds blanks. Runs along the lines once.
    """
    line, column = start
    if style == "|":
        return _in_block(lines, line, value, offset)
    before = len("".join(value[: offset + 1].split()))
    if before == 0:
        return start
    pattern = _PRINTED.get(style or "", _ANY)
    first, skip = (line, 0) if style == ">" else (line - 1, column - 1 + (style in _PRINTED))
    for number in range(first, len(lines)):
        marks = [one.start() for one in pattern.finditer(lines[number], skip) if _prints(one[0])]
        if before <= len(marks):
            return number + 1, marks[before - 1] + 1
        before -= len(marks)
        skip = 0
    return start


def _prints(typed: str) -> bool:
    """Return whether what is typed stands for a character that is not blank."""
    code = typed[2:] if typed.startswith("\\") else ""
    return typed not in _BLANK_ESCAPES and not (code and chr(int(code, base=16)).isspace())


def _in_block(lines: Sequence[str], line: int, value: str, offset: int) -> tuple[int, int]:
    """Return the place in a text under a bar, whose lines stand as they are but for the indent."""
    rows = value.split("\n", 200)
    inside = next((number for number, row in enumerate(rows) if row.strip()), 0)
    typed = lines[line + inside] if line + inside < len(lines) else ""
    indent = (len(typed) - len(typed.lstrip(" "))) - (len(rows[inside]) - len(rows[inside].lstrip(" ")))
    at = value.rfind("\n", 0, offset) + 1
    return line + value.count("\n", 0, offset) + 1, max(indent, 0) + offset - at + 1
