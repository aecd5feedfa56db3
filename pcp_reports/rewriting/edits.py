"""What may be done to an entry file, and what it then must hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from pcp_reports.nodes import Block, Items, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

Trail: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys by name, items of a list by number from 0."""

Written: TypeAlias = "str | Mapping[str, Written] | Sequence[Written] | None"
"""What can be written: words, keys with what stands behind them, a list, or nothing behind a colon."""


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818 - a value that is handed back; raised only within this package
    """Why a file was not edited, as a clause for an officer: “the list stands in brackets on one line”."""

    why: str


@dataclass(frozen=True, slots=True)
class Setting:
    """The value at ``trail`` becomes ``value``; a key that is not there yet is put at the end of its group."""

    trail: Trail
    value: Written


@dataclass(frozen=True, slots=True)
class Addition:
    """``item`` becomes the last one of the list at ``trail``."""

    trail: Trail
    item: Written


@dataclass(frozen=True, slots=True)
class Removal:
    """The key or item at ``trail`` goes, with its value and the notes set in beneath it."""

    trail: Trail


Edit: TypeAlias = Setting | Addition | Removal


def named(trail: Trail) -> str:
    """Return a trail in words: “grants”, “Community Fund”, number 3, “amount”."""
    return listed([quoted(shortened(step, 40)) if isinstance(step, str) else f"number {step + 1}" for step in trail])


def node_at(root: Node | None, trail: Trail) -> Node | None:
    """Return what stands at the end of a trail, or None."""
    node: Node | None = root
    for step in trail:
        if isinstance(step, str) and isinstance(node, Block):
            node = node.get(Text(step))
        elif isinstance(step, int) and isinstance(node, Items) and 0 <= step < len(node):
            node = node[step]
        else:
            return None
    return node


def expected(root: Node, edits: Iterable[Edit]) -> Any:  # noqa: ANN401 - plain dicts, lists and strings, to be compared
    """Return what the file must hold after the edits, as plain data. Trails count items as they stand before all of them.

    Raises Refused for a trail that leads nowhere.
    """
    plain = plainly(root)
    gone = []
    for edit in edits:
        if isinstance(edit, Removal):
            gone.append((_holder(plain, edit.trail), _at(plain, edit.trail), edit.trail[-1]))
        elif isinstance(edit, Addition) and isinstance(rows := _at(plain, edit.trail), list):
            rows.append(plainly(edit.item))
        elif isinstance(edit, Addition):
            if rows:
                raise Refused(f"{named(edit.trail)} is no list")
            _holder(plain, edit.trail)[edit.trail[-1]] = [plainly(edit.item)]
        else:
            holder = _holder(plain, edit.trail)
            if isinstance(holder, list):
                _at(plain, edit.trail)
            holder[edit.trail[-1]] = plainly(edit.value)
    for holder, what, last in gone:
        if isinstance(holder, dict):
            del holder[last]
        else:
            holder.remove(what)
    return plain


def _holder(plain: Any, trail: Trail) -> Any:  # noqa: ANN401 - plain data
    """Return the group or list that the last step of a trail leads out of."""
    above = _at(plain, trail[:-1]) if trail else None
    if not isinstance(above, dict if isinstance((trail or ("",))[-1], str) else list):
        raise Refused(f"nothing stands at {named(trail)}")
    return above


def _at(plain: Any, trail: Trail) -> Any:  # noqa: ANN401 - plain data
    for step in trail:
        known = isinstance(plain, dict) if isinstance(step, str) else isinstance(plain, list)
        inside = known and (step in plain if isinstance(step, str) else 0 <= step < len(plain))
        if not inside:
            raise Refused(f"nothing stands at {named(trail)}")
        plain = plain[step]
    return plain


def plainly(node: Any) -> Any:  # noqa: ANN401 - whatever can be read or written
    """Return a value as plain data; the line ends behind a text are the file's affair, not the text's."""
    if node is None or isinstance(node, str):
        return str(node or "").rstrip("\n")
    if isinstance(node, Mapping):
        return {str(key): plainly(behind) for key, behind in node.items()}
    return [plainly(item) for item in node]
