"""Taking lines out of an entry file so that what is left is as it was typed: whole items, whole keys, and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.nodes import Block

_NOTE = re.compile(r"(?:^|(?<=[ \t]))#")
_MOST_TRIED = 200
"""How many notes of one file are looked at one by one; each is read in the whole of the file."""


class Cutting:
    """Takes whole items of lists, and whole keys, out of a file's lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        self.gone: set[int] = set()
        self.possible = True

    def item(self, node: Block) -> None:
        """Take out the item of a list that a group of keys is, from its dash to where the next one begins."""
        start = self._dash(node.line, node.column)
        if start is None or (node.flow and not self.lines[start].lstrip().startswith("- {")):
            self.possible = False
            return
        dash = self.lines[start].index("-")
        end = start + 1
        while end < len(self.lines) and (not self.lines[end].strip() or _indent(self.lines[end]) > dash):
            end += 1
        while not self.lines[end - 1].strip():
            end -= 1
        self._take(start, end)

    def line(self, number: int) -> None:
        """Take out an item that stands on one line (from 1)."""
        text = self.lines[number - 1].lstrip()
        if text.startswith("- ") and not text.startswith("- ["):
            self._take(number - 1, number)
        else:
            self.possible = False

    def line_above(self, node: Block, name: str) -> None:
        """Take out the line, with ``name`` and a colon, that a list stands beneath."""
        start = self._dash(node.line, node.column)
        at = (start or 0) - 1
        while at > 0 and (at in self.gone or not self.lines[at].strip()):
            at -= 1
        if name in self.lines[at] and self.lines[at].rstrip().endswith(":"):
            self._take(at, at + 1)
        else:
            self.possible = False

    def without_also(self, number: int) -> None:
        """Make an ``also`` item on or just above a line (from 1) an item that carries a number itself."""
        for at in (number - 1, number - 2):
            if at >= 0 and re.match(r"\s*-\s+also:", self.lines[at]):
                behind = self.lines[at].split("also:", 1)
                self.lines[at] = (behind[0] + behind[1].strip()).rstrip()
                return
        self.possible = False

    def key(self, name: str) -> None:
        """Take out a key of the file itself with all beneath it; a file without it stays as it is."""
        start = next((at for at, line in enumerate(self.lines) if line.startswith(f"{name}:")), None)
        if start is None:
            return
        end = start + 1
        while end < len(self.lines) and (not self.lines[end].strip() or _indent(self.lines[end]) > 0):
            end += 1
        self._take(start, end)

    def done(self) -> list[str] | None:
        """Return the lines that are left, or None where something could not be taken out."""
        return [line for at, line in enumerate(self.lines) if at not in self.gone] if self.possible else None

    def _dash(self, line: int, column: int) -> int | None:
        """Return the line (from 0) with the dash of the item whose first key stands at a place (from 1)."""
        if re.search(r"-\s+$", self.lines[line - 1][: column - 1]):
            return line - 1
        above = line - 2
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 and self.lines[above].strip() == "-" else None

    def _take(self, start: int, end: int) -> None:
        self.gone |= set(range(start, end))


def without_notes(lines: list[str], path: str) -> list[str] | None:
    """Return the lines of a file without its notes (``# …``); None where one cannot be told from words.

    YAML itself decides what is a note: what is taken out must leave all that the file holds as it was.
    """
    held = read_source("\n".join(lines).encode(), path).root

    def same(tried: list[str]) -> bool:
        return read_source("\n".join(tried).encode(), path).root == held

    bare = [next(_shorter(line), line) for line in lines]
    if same(bare):
        return bare
    noted = [at for at, line in enumerate(lines) if _NOTE.search(line)]
    if len(noted) > _MOST_TRIED:
        return None
    left = list(lines)
    for at in noted:  # some of these signs stand in texts or quotation marks
        for shorter in _shorter(left[at]):
            tried = [*left[:at], shorter, *left[at + 1 :]]
            if same(tried):
                left = tried
                break
    return left


def _shorter(line: str) -> Iterator[str]:
    """Yield the line cut before each sign that may begin a note, the first sign first."""
    for match in _NOTE.finditer(line):
        yield line[: match.start()].rstrip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
