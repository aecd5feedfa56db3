"""What an entry file holds, once read: words, groups of keys, and lists, each with its place."""

from __future__ import annotations


class Text(str):
    """A value as it was typed, with its place: line and column from 1, columns in characters."""

    __slots__ = ("column", "line", "style")
    line: int
    column: int
    style: str


class Block(dict["Text", "Node"]):
    """Keys with their values, in the order typed."""

    __slots__ = ("column", "flow", "line")
    line: int
    column: int
    flow: bool

    def key(self, name: str) -> Text | None:
        """Return the key itself, which knows its place, or None."""
        return next((key for key in self if key == name), None)


class Items(list["Node"]):
    """A list of values, in the order typed."""

    __slots__ = ("column", "flow", "line")
    line: int
    column: int
    flow: bool


Node = Text | Block | Items
