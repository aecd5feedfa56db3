"""Where a character of a passage stands in the file: the line and the column that an editor shows for it.

Lines that were wrapped are joined, blanks and marks are left out, and the cells of a row are put side by side, so that
the place within a passage says nothing of the file. The word that stands there is looked for in the lines instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.passage import TypedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.passage import Passage

_WORD = re.compile(r"\w(?:[\w.,]{0,60}\w)?")
_FEWEST = 2  # letters of a word that a line's end parted, by which it is found all the same


def spot_of(passage: Passage, offset: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of a character of a passage's words.

    Of a file without lines: the passage's own place, and the column within its words.
    """
    if not passage.lines:
        return passage.line, passage.column + offset
    if not offset:
        return passage.line, passage.column
    match = _WORD.search(passage.text, offset)
    if match is None:
        return passage.line, passage.column
    back = passage.text[offset : match.start()]
    for word in _ways(match[0]):
        found = _nth(passage, word, passage.text.count(word, 0, match.start()))
        if found is not None:
            line, at = found
            at -= len(back) if line.text[:at].endswith(back) else 0
            return line.line, line.column + at
    return passage.line, passage.column


def lines_from(passage: Passage, offset: int) -> tuple[TypedLine, ...]:
    """Return the lines of the file from a character of a passage's words on; none where the file has none."""
    number, column = spot_of(passage, offset)
    rest = [line for line in passage.lines if line.line >= number]
    if not rest:
        return ()
    first, *others = rest
    return (TypedLine(first.text[max(column - first.column, 0) :], number, column), *others)


def _ways(word: str) -> Iterator[str]:
    """Yield a word, then its beginnings: it may have been parted at the end of a line."""
    yield word
    for length in range(len(word) - 1, _FEWEST - 1, -1):
        yield word[:length]


def _nth(passage: Passage, word: str, times: int) -> tuple[TypedLine, int] | None:
    """Return the line in which a word stands once more than so many times, and where in it; None where it does not."""
    left = times
    for number, line in enumerate(passage.lines):
        start = _behind_label(line.text, passage.label) if not number else 0
        inside = line.text.count(word, start)
        if inside <= left:
            left -= inside
            continue
        at = line.text.index(word, start)
        for _ in range(left):
            at = line.text.index(word, at + len(word))
        return line, at
    return None


def _behind_label(text: str, label: str) -> int:
    """Return where the words of a line begin behind its label, which is none of them."""
    at = len(text) - len(text.lstrip())
    return at + len(label) if label and text.startswith(label, at) else 0
