"""Values as lines of YAML that the entry language reads back word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pcp_reports.rewriting.edits import Refused
from pcp_reports.words import yaml_quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.rewriting.edits import Written

STEP = 2
"""How many spaces deeper the words of a text, or the keys of a group, stand than what they belong to."""


def literal_lines(words: str, column: int) -> list[str]:
    """Return the lines of a text under a bar that stands ``column`` spaces in, without the bar itself."""
    margin = " " * column
    return [margin + line if line else "" for line in words.rstrip("\n").split("\n")]


def bar(words: str, step: int = STEP) -> str:
    """Return the bar before a text; with a figure where YAML could not tell how far in the words begin."""
    return f"|{step}" if words[:1] in (" ", "\n") else "|"


def value_lines(head: str, value: Written, column: int) -> list[str]:
    """Return the lines of ``head`` (``amount:`` or ``-``, with what stands before it) and its value.

    ``column`` (from 0) is where the head itself begins; what stands beneath is set in by two spaces more.
    """
    if value is None:
        return [head]
    if isinstance(value, str):
        if "\n" not in value.rstrip("\n"):
            return [f"{head} {value_as_typed(value.rstrip(chr(10)))}"]
        return [f"{head} {bar(value)}", *literal_lines(value, column + STEP)]
    if not value:
        raise Refused("an empty list or group of keys cannot be written")
    if isinstance(value, Mapping):
        return [head, *mapping_lines(value, column + STEP)]
    return [head, *list_lines(value, column + STEP)]


def mapping_lines(value: Mapping[str, Written], column: int) -> list[str]:
    """Return keys with their values, each key ``column`` spaces in."""
    lines: list[str] = []
    for key, behind in value.items():
        lines += value_lines(f"{' ' * column}{key_as_typed(key)}:", behind, column)
    return lines


def list_lines(value: Sequence[Written], column: int) -> list[str]:
    """Return the items of a list, each dash ``column`` spaces in."""
    return [line for item in value for line in item_lines(item, column)]


def item_lines(item: Written, column: int, inner: int = STEP) -> list[str]:
    """Return one item of a list; its dash stands ``column`` spaces in, its keys ``inner`` further."""
    if isinstance(item, Mapping):
        first, *rest = mapping_lines(item, column + inner)
        return [f"{' ' * column}-{' ' * (inner - 1)}{first.strip(' ')}", *rest]
    if isinstance(item, str):
        return value_lines(f"{' ' * column}-", item, column)
    raise Refused("a list within a list cannot be written")


def value_as_typed(value: str) -> str:
    """Return words as they stand behind a key: a date without the quotation marks that other programs would need."""
    return value if re.fullmatch(_DATE, value) else yaml_quoted(value)


_DATE = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"


def key_as_typed(key: str) -> str:
    """Return a key as YAML takes it: in quotation marks where it needs them. Raises Refused for one that cannot be typed."""
    if "\n" in key or not key.strip():
        raise Refused("a key must be words on one line")
    return yaml_quoted(key)
