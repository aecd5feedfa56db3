"""Where a value begins and ends in the lines of an entry file. ruamel.yaml tells the ends that our own reader does not keep."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pcp_reports.nodes import Block, Items, Text
from pcp_reports.records import dataclass
from pcp_reports.rewriting.edits import Refused
from pcp_reports.typed_lines import indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.nodes import Node


@dataclass(frozen=True, slots=True)
class Span:
    """From line and column to line and column, all from 0; the end is the first character behind."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The lines of one file with the nodes read out of them."""

    def __init__(self, lines: Sequence[str], root: Block) -> None:
        """Note where every node begins."""
        self.lines = lines
        self._starts = sorted({node.line - 1 for node in _every(root)})
        self._last: dict[int, int] = {}  # by the node, as thousands of lines may be added behind one

    def _next(self, line: int) -> int:
        """Return the first line behind ``line`` (from 0) on which a node begins, else the number of lines."""
        at = bisect_right(self._starts, line)
        return self._starts[at] if at < len(self._starts) else len(self.lines)

    def span(self, value: Text, *, flow: bool = False) -> Span:
        """Return where a scalar stands; ``flow`` where it stands within brackets.

        A text under a bar reaches from the bar to the last line of its words.
        """
        line, column = value.line - 1, value.column - 1
        if not value and self.lines[line][column : column + 1] not in ("'", '"', "|", ">"):
            return Span(line, column, line, column)
        if value.style in ("|", ">"):
            last = self._last_of_text(line, self._next(line))
            return Span(line, column, last, len(self.lines[last]))
        end = self._next(line)
        lead = " " * (column - 1) + "[" if flow else " " * column
        text = "\n".join((lead + self.lines[line][column:], *self.lines[line + 1 : end]))
        mark = _end_of(text, value)
        return Span(line, column, line + mark[0], mark[1])

    def _last_of_text(self, line: int, end: int) -> int:
        """Return the last line of the words under a bar on ``line``; blank ones behind them are the file's layout."""
        inside = [number for number in range(line + 1, end) if self.lines[number].strip()]
        if not inside:
            return line
        margin = indent_of(self.lines[inside[0]])
        last = inside[0]
        for number in inside[1:]:
            if indent_of(self.lines[number]) < margin:
                break
            last = number
        return last

    def last_line(self, node: Node) -> int:
        """Return the last line (from 0) of a node's own words."""
        if id(node) not in self._last:
            self._last[id(node)] = self._last_line(node)
        return self._last[id(node)]

    def _last_line(self, node: Node) -> int:
        if isinstance(node, Text):
            return self.span(node).end_line
        if node.flow:
            line, column = node.line - 1, node.column - 1
            end = self._next(max(one.line for one in _every(node)) - 1)
            return line + _end_of(" " * column + "\n".join((self.lines[line][column:], *self.lines[line + 1 : end])))[0]
        if isinstance(node, Block):
            key, behind = list(node.items())[-1]
            return max(key.line - 1, self.last_line(behind))
        return self.last_line(node[-1]) if node else node.line - 1

    def with_notes(self, last: int, margin: int) -> int:
        """Return the last of the lines behind ``last`` that are notes set in deeper than ``margin``."""
        while last + 1 < len(self.lines):
            below = self.lines[last + 1]
            if not below.lstrip(" ").startswith("#") or indent_of(below) <= margin:
                break
            last += 1
        return last

    def dash(self, item: Node) -> tuple[int, int]:
        """Return line and column (from 0) of the dash before an item. Raises Refused where it stands in no line of its own."""
        line, column = item.line - 1, item.column - 1
        before = self.lines[line][:column].rstrip(" ")
        while not before and line > 0:
            line -= 1
            before = self.lines[line].partition(" #")[0].rstrip(" ")
        if not before.endswith("-") or before.strip(" ") != "-":
            raise Refused("the list is not written with one dash a line")
        return line, len(before) - 1


def _every(node: Node) -> Iterator[Node]:
    waiting: list[Node] = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, Block):
            waiting += one.keys()
            waiting += one.values()
        elif isinstance(one, Items):
            waiting += one


def _end_of(text: str, value: Text | None = None) -> tuple[int, int]:
    """Return line and column (from 0) behind the scalar ``value``, or without one behind the brackets, that begin ``text``.

    Raises Refused where ruamel.yaml reads something else there than our own reader does.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - only where a file is edited
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above
    from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent  # noqa: PLC0415 - as above

    deep = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            deep += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            ended = isinstance(event, CollectionEndEvent) and not deep
            if isinstance(event, ScalarEvent) and value is not None:
                ended = event.value == value
                deep = -1
            if ended:
                return event.end_mark.line, event.end_mark.column
            if deep < 0:
                break
    except YAMLError as error:
        raise Refused(_UNKNOWN) from error
    raise Refused(_UNKNOWN)


_UNKNOWN = "the end of the old words cannot be told"
