"""Parsed JSON of any shape, asked for what should be in it; and how a shortcoming is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_IN_TITLE = 140
"""The most characters that the standard wants in a title."""


@dataclass(frozen=True, slots=True)
class Quality:
    """One shortcoming of a package: ``grant`` is the identifier, ``path`` where in the JSON it stands (``grants/3/id``)."""

    code: str
    message: str
    grant: str = ""
    path: str = ""


def words(value: object) -> str:
    """Return a string as it is, and anything else as no words at all."""
    return value if isinstance(value, str) else ""


def number(value: object) -> int | float | Decimal | None:
    """Return a number that has a size, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return value if Decimal(value).is_finite() else None


def groups(value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the groups in a list with their positions from 0, whatever else is there."""
    if isinstance(value, list):
        yield from ((at, one) for at, one in enumerate(value) if isinstance(one, dict))


def strings(value: object) -> Iterator[tuple[str, str]]:
    """Give every string inside a value with its path, in order, however deep it lies."""
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, str):
            yield path, one
            continue
        inside: list[tuple[str, object]] = []
        if isinstance(one, dict):
            inside = [(str(key), part) for key, part in one.items()]
        elif isinstance(one, list):
            inside = [(str(at), part) for at, part in enumerate(one)]
        waiting += reversed([(f"{path}/{key}" if path else key, part) for key, part in inside])
