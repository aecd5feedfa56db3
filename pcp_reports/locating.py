"""Where a character of a value stands in the lines as typed, whatever notation the value is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PRINTED = {
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$)|\S"),
}
_ANY = re.compile(r"\S")
_BLANK_ESCAPES = ("\\n", "\\t", "\\r", "\\v", "\\f", "\\ ", "\\_", "\\N", "\\L", "\\P", "\\")
"""What stands for a blank or a line end in double quotation marks; a backslash alone joins two lines."""


def locate(lines: Sequence[str], start: tuple[int, int], style: str | None, value: str, offset: int) -> tuple[int, int]:
    """Return line and column (from 1) of the character at ``offset`` (from 0) of a value that begins at ``start``.

    A blank is placed at the printed character before it, because YAML folds blanks.
    """
    return next(locate_each(lines, start, style, value, (offset,)))


def locate_each(
    lines: Sequence[str], start: tuple[int, int], style: str | None, value: str, offsets: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield what `locate` returns for each of the offsets, which must not fall. Runs along the lines once for all."""
    if style == "|":
        yield from _in_block(lines, start[0], value, offsets)
        return
    pattern = _PRINTED.get(style or "", _ANY)
    line, skip = (start[0], 0) if style == ">" else (start[0] - 1, start[1] - 1 + (style in _PRINTED))
    marks = _marks(lines, line, pattern, skip)
    wanted = passed = done = 0  # printed characters up to the one wanted; those of earlier lines; characters looked at
    for offset in offsets:
        wanted += len("".join(value[done : offset + 1].split()))
        done = max(done, offset + 1)
        while wanted - passed > len(marks) and line < len(lines):
            passed += len(marks)
            line += 1
            marks = _marks(lines, line, pattern)
        found = 0 < wanted - passed <= len(marks)
        yield (line + 1, marks[wanted - passed - 1] + 1) if found else start


def _marks(lines: Sequence[str], line: int, pattern: re.Pattern[str], skip: int = 0) -> list[int]:
    """Return the columns (from 0) where a printed character is typed in a line; none where there is no such line."""
    if line >= len(lines):
        return []
    return [one.start() for one in pattern.finditer(lines[line], skip) if _prints(one[0])]


def _prints(typed: str) -> bool:
    """Return whether what is typed stands for a character that is not blank."""
    code = typed[2:] if typed.startswith("\\") else ""
    return typed not in _BLANK_ESCAPES and not (code and chr(int(code, base=16)).isspace())


def _in_block(lines: Sequence[str], line: int, value: str, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places in a text under a bar, whose lines stand as they are but for the indent."""
    rows = value.split("\n", 200)
    inside = next((number for number, row in enumerate(rows) if row.strip()), 0)
    typed = lines[line + inside] if line + inside < len(lines) else ""
    indent = (len(typed) - len(typed.lstrip(" "))) - (len(rows[inside]) - len(rows[inside].lstrip(" ")))
    number, done = line + 1, 0
    for offset in offsets:
        number += value.count("\n", done, offset)
        done = offset
        yield number, max(indent, 0) + offset - value.rfind("\n", 0, offset)
