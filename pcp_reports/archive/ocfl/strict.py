"""Reading JSON that anybody may have written: strictly, within bounds, and without forgetting a key that stands twice.

Source: RFC 8259, and OCFL 1.1, section 3.5.
"""

from __future__ import annotations

import json
from typing import Any

MOST_BYTES = 256 * 1024 * 1024
"""How large an inventory is read at most."""


class UnreadableError(ValueError):
    """Bytes are no sound JSON; the message is a clause in plain words."""


class Block(dict[str, Any]):
    """A JSON object that remembers which of its keys stood in it more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated: tuple[str, ...] = ()
        if len(self) != len(pairs):
            seen: set[str] = set()
            self.repeated = tuple(dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value] # `add` returns None


def parse(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what JSON in UTF-8 holds, its objects as `Block`. Raises UnreadableError."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not text in UTF-8") from error
    if not text.strip():
        raise UnreadableError("it is empty")
    if text.startswith("\ufeff"):
        raise UnreadableError("it begins with a byte-order mark, which JSON may not")
    try:
        held = json.loads(text, object_pairs_hook=Block, parse_constant=_no_constant)
        if "\\u" in text:
            json.dumps(held, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError("it holds half a character (a lone surrogate)") from error
    except RecursionError as error:
        raise UnreadableError("it is nested without end") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"it is not sound JSON (line {error.lineno}, column {error.colno})") from error
    except ValueError as error:
        raise UnreadableError("it is not sound JSON (a number without end, or no number at all)") from error
    return held


def same(one: object, other: object) -> bool:
    """Return whether two JSON values are the same; False for ones too deep to say."""
    try:
        return one == other
    except RecursionError:
        return False


def _no_constant(name: str) -> None:
    raise ValueError(name)
