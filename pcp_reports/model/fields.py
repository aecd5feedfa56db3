"""How an entry's keys are declared, read and described: one declaration serves the reader and the JSON Schema.

A model is a frozen dataclass whose fields are made by `key`. Reading yields a value of that class, or None when a
required key is missing, and every fault of the entry at its place; nothing is raised.
"""

from __future__ import annotations

from dataclasses import MISSING, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from pcp_reports.bare_keys import EXEMPT, means_exempt
from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.model.slips import cut_by_comma, unknown_key
from pcp_reports.nodes import Block, Items, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pcp_reports.source import Source

SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
"""What an editor may take a typed value for: it reads ``6`` as a number and ``no`` as a boolean."""

GIVEN: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""The same where the key may not be left empty."""

MOST_STRANGE = 20
"""How many unknown keys of one block are named; a text that is not set in can be read as hundreds."""

Trail = tuple[str, ...]
"""Where a value stands, in the officer's terms: ``("slnf-september", "Blackpool Council", "amount")``."""


class Reading:
    """One entry being read: its source, and what has been found so far."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.findings: list[Finding] = []
        self.withheld = False  # something was meant to be exempt, but the words for it cannot be read

    def found(self, code: str, trail: Trail, message: str, node: Node, hint: str = "", fix: Fix | None = None) -> None:
        """Keep a finding at ``node``; the message is led by the trail."""
        self.found_at(code, trail, message, self.source.place(node), hint, fix)

    def found_at(
        self, code: str, trail: Trail, message: str, place: Place, hint: str = "", fix: Fix | None = None
    ) -> None:
        """Keep a finding at a place; the message is led by the trail."""
        self.findings.append(Finding(code, f"{', '.join((self.name, *trail))}: {message}", place, hint, fix=fix))


class Value(Protocol):
    """What may stand behind a key: read from a node, and described to editors."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> Any:  # noqa: ANN401 - each value has a type of its own
        """Return the value, or None with a finding kept."""

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the JSON Schema of the value; ``define`` gives the reference to a model's own."""


def key(value: Value, about: str, *, required: bool = False, default: Any = None, name: str = "") -> Any:  # noqa: ANN401 - as dataclasses.field
    """Declare a key: what may stand behind it and what it is for. ``name`` is the key where Python has taken the word."""
    return field(default=default, metadata={"value": value, "about": about, "required": required, "name": name})


@dataclass(frozen=True, slots=True)
class Key:
    """A declared key of a model."""

    name: str
    attribute: str
    value: Value
    about: str
    required: bool


def keys_of(model: type) -> dict[str, Key]:
    """Return the declared keys of a model by the name typed, in the order declared."""
    return _keys_of(cast("Hashable", model))  # a class can be hashed; the stubs do not say so of every class


@cache
def _keys_of(model: Any) -> dict[str, Key]:  # noqa: ANN401 - a class, see above
    made = [
        Key(
            one.metadata["name"] or one.name,
            one.name,
            one.metadata["value"],
            one.metadata["about"],
            one.metadata["required"],
        )
        for one in fields(model)
        if "value" in one.metadata
    ]
    return {one.name: one for one in made}


M = TypeVar("M")


def read_model(model: type[M], node: Node, reading: Reading, trail: Trail = ()) -> M | None:
    """Return ``model`` read from a block of keys, or None when it is no block or lacks a required key."""
    made, whole = read_partly(model, node, reading, trail)
    return made if whole else None


def read_partly(model: type[M], node: Node, reading: Reading, trail: Trail = ()) -> tuple[M | None, bool]:
    """Return ``model`` read from a block of keys, and whether all that is required could be read.

    What could not be read is None, so that the rest can be checked all the same; None for what is no block.
    """
    if not isinstance(node, Block):
        keys = listed([one.name for one in keys_of(model).values() if one.required] or list(keys_of(model))[:3])
        hint = f"Type them on lines of their own, set in beneath, such as “{next(iter(keys_of(model)))}: ”."
        reading.found("M106", trail, f"keys are expected here ({keys}), not {told(node)}.", node, hint)
        return None, False
    known = keys_of(model)
    values: dict[str, Any] = {"node": node}
    sound = True
    strange = 0
    meant: set[str] = set()
    above = ""  # the key above that has nothing behind it, to which keys that are not set in may belong
    for typed, behind in node.items():
        own = known.get(typed)
        above = above if own is None else str(typed) if is_empty(behind) else ""
        if typed == EXEMPT and (is_empty(behind) or not isinstance(behind, Block)):
            reading.withheld = True
            reading.found(
                "M106",
                (*trail, typed),
                "an exempt item names the paragraph of Schedule 12A and the reason.",
                typed,
                "Type “exempt:” with “paragraph: ” and “reason: ” beneath it, set in by two spaces.",
            )
        elif own is None:
            strange += 1
            if node.flow and cut_by_comma(reading, trail, node, typed):
                sound = False
            elif strange <= MOST_STRANGE:
                taken = {name for name in known if name in node} | (meant & known.keys())
                free = [name for name in known if name not in taken]
                meant.add(unknown_key(reading, trail, typed, free, above, taken))
            meant.add(above)
            reading.withheld = reading.withheld or means_exempt(typed)
        elif not is_empty(behind):
            value = own.value.read(behind, reading, (*trail, own.name))
            if value is None:
                sound = sound and not own.required
                reading.withheld = reading.withheld or typed == EXEMPT
            else:
                values[own.attribute] = value
    if strange > MOST_STRANGE:
        reading.found("M103", trail, f"{strange - MOST_STRANGE:,} more keys are not known here.", node)
    wanting = [one for one in known.values() if one.required and one.attribute not in values]
    missing = bool(wanting) and _missing(wanting, node, reading, trail, meant)
    return model(**values), sound and not missing


def _missing(wanting: list[Key], node: Block, reading: Reading, trail: Trail, meant: set[str]) -> bool:
    """Return whether a required key is missing; one with a slip in it (``meant``) is named already."""
    missing = [one for one in wanting if is_empty(node.get(Text(one.name), Text()))]
    for one in missing:
        if one.name not in meant:
            message, hint = f"“{one.name}” is missing: {one.about}.", f"Add a line that begins “{one.name}: ”."
            if Text(one.name) in node:
                where = (
                    "behind its colon" if one.value.schema(_nothing) == SCALAR else "beneath it, set in by two spaces"
                )
                message, hint = f"“{one.name}” is empty: {one.about}.", f"Fill it in {where}."
            place = reading.source.place_of(node, one.name)
            reading.found_at("M104", trail, message, place, hint)
    return bool(missing)


def _nothing(_: type) -> dict[str, Any]:
    return {}


def is_empty(node: Node) -> bool:
    """Return whether nothing stands behind a key: no words, an empty list, an empty group."""
    return not node.strip() if isinstance(node, Text) else not node


def told(node: Node) -> str:
    """Return a node as a message speaks of it: its words in quotation marks, or what it is."""
    if isinstance(node, Text):
        return quoted(shortened(node, 40))
    return "a list" if isinstance(node, Items) else "a group of keys"


def node_field() -> Any:  # noqa: ANN401 - as dataclasses.field
    """Declare the block that a model was read from, which knows its place."""
    return field(repr=False, compare=False, default=MISSING)
