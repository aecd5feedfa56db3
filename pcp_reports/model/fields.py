"""How an entry's keys are declared, read and described: one declaration serves the reader and the JSON Schema.

A model is a frozen dataclass whose fields are made by `key`. Reading yields a value of that class, or None when a
required key is missing, and every fault of the entry at its place; nothing is raised.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast

from pcp_reports.bare_keys import EXEMPT, means_exempt
from pcp_reports.dates import DateError, PartialDate
from pcp_reports.findings import Finding, Fix, Place
from pcp_reports.model.slips import OTHER_BULLET, as_typed, bullets, cut_by_comma, taken_apart, unknown_key, without_key
from pcp_reports.money import Money, MoneyError
from pcp_reports.records import dataclass
from pcp_reports.source import Block, Items, Node, Source, Text
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

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
        reading.found("M106", trail, f"keys are expected here ({keys}), not {_shown(node)}.", node, hint)
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
                where = "behind its colon" if isinstance(one.value, Words) else "beneath it, set in by two spaces"
                message, hint = f"“{one.name}” is empty: {one.about}.", f"Fill it in {where}."
            place = reading.source.place_of(node, one.name)
            reading.found_at("M104", trail, message, place, hint)
    return bool(missing)


def is_empty(node: Node) -> bool:
    """Return whether nothing stands behind a key: no words, an empty list, an empty group."""
    return not node.strip() if isinstance(node, Text) else not node


def _shown(node: Node) -> str:
    if isinstance(node, Text):
        return quoted(shortened(node, 40))
    return "a list" if isinstance(node, Items) else "a group of keys"


def _literal(text: Text) -> str:
    """Return a literal string: a line end inside it is a space."""
    return " ".join(line.strip() for line in text.strip().split("\n") if line.strip()) if "\n" in text else text.strip()


@dataclass(frozen=True, slots=True)
class Words:
    """Words taken literally, on one line."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> str | None:
        """Return the words; a list or group in their place is a finding with the line as it should be."""
        if isinstance(node, Text):
            return _literal(node)
        mended = as_typed(node, reading.source)
        fix = reading.source.fix(node.line, mended) if mended else None
        reading.found(
            "M105",
            trail,
            f"words are expected here, not {_shown(node)}.",
            node,
            f"Type: {mended.strip()}" if mended else "Put quotation marks round the words.",
            fix,
        )
        return None

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:  # noqa: ARG002 - one signature for all values
        """Return the schema of a scalar."""
        return dict(SCALAR)


@dataclass(frozen=True, slots=True)
class Prose(Words):
    """Light Markdown, kept as typed, so that places inside it can be told."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> Text | None:
        """Return the text with its place. Without a bar, YAML leaves one line end of each blank line."""
        if isinstance(node, Text) and node.style != "|" and "\n" in node:
            text = Text(node.replace("\n", "\n\n"))
            text.line, text.column, text.style = node.line, node.column, node.style
            return text
        return node if isinstance(node, Text) else Words.read(self, node, reading, trail)  # type: ignore[return-value] # words are None here


@dataclass(frozen=True, slots=True)
class Choice(Words):
    """One of a few words."""

    options: dict[str, Any]
    code: ClassVar[str] = "M109"

    def read(self, node: Node, reading: Reading, trail: Trail) -> Any:  # noqa: ANN401 - as the options
        """Return what the word stands for."""
        words = Words.read(self, node, reading, trail)
        if words is None or words.lower() in self.options:
            return None if words is None else self.options[words.lower()]
        offered = {value: word for word, value in reversed(self.options.items())}  # one word for each meaning
        shown = listed(list(offered.values())[::-1], "or")
        meant = did_you_mean(words, list(self.options))
        hint = f"Did you mean “{meant}”?" if meant else ""
        reading.found(self.code, trail, f"{quoted(shortened(words, 40))} is not {shown}.", node, hint)
        return None


YES_NO = Choice({"yes": True, "no": False, "true": True, "false": False})


@dataclass(frozen=True, slots=True)
class Whole(Words):
    """A whole number within bounds."""

    least: int = 1
    most: int = 1_000_000

    def read(self, node: Node, reading: Reading, trail: Trail) -> int | None:  # type: ignore[override] # a number out of words
        """Return the number."""
        words = Words.read(self, node, reading, trail)
        if words is None:
            return None
        plain = words.replace(",", "")
        if re.fullmatch(r"[0-9]{1,9}", plain) and self.least <= int(plain) <= self.most:
            return int(plain)
        reading.found(
            "M108",
            trail,
            f"{quoted(shortened(words, 40))} is not a whole number from {self.least:,} to {self.most:,}.",
            node,
            "Type figures only, such as 2.",
        )
        return None


@dataclass(frozen=True, slots=True)
class Amount(Words):
    """An amount of money; whole pence."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> Money | None:  # type: ignore[override] # money out of words
        """Return the `Money`."""
        words = Words.read(self, node, reading, trail)
        if words is None:
            return None
        try:
            return Money.parse(words)
        except MoneyError as error:
            reading.found(
                "G101",
                trail,
                f"{quoted(shortened(words, 40))} cannot be read as an amount: {error.reason}.",
                node,
                _instead(error.instead) or "Type the amount in pounds, such as £9,500 or £1,470.57.",
            )
            return None


@dataclass(frozen=True, slots=True)
class Date(Words):
    """A date, or a month."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> PartialDate | None:  # type: ignore[override] # a date out of words
        """Return the `PartialDate`."""
        words = Words.read(self, node, reading, trail)
        if words is None:
            return None
        try:
            return PartialDate.parse(words)
        except DateError as error:
            reading.found(
                "M110",
                trail,
                f"{quoted(shortened(words, 40))} cannot be read as a date: {error.reason}.",
                node,
                _instead(error.instead) or "Type a day or a month as in 3 October 2023 or October 2023.",
            )
            return None


def _instead(options: tuple[str, ...]) -> str:
    return f"Type {listed(list(options), 'or')}." if options else ""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; one value alone may stand without a dash."""

    item: Value
    noun: str = "item"

    def read(self, node: Node, reading: Reading, trail: Trail) -> tuple[Any, ...] | None:
        """Return the values that could be read."""
        if isinstance(node, Block) and isinstance(self.item, Words):
            reading.found(
                "M106", trail, "a list is expected here, not a group of keys.", node, "Begin each line with “- ”."
            )
            return None
        if isinstance(node, Text) and OTHER_BULLET.match(node) and not node.style:
            bullets(node, reading, trail)
            return None
        if isinstance(node, Items) and isinstance(self.item, Group):
            known = keys_of(self.item.model)
            alone = sum(one.required for one in known.values()) < 2  # noqa: PLR2004 - one key can be a whole item
            if not alone and taken_apart(node, known, self.noun, reading, trail):
                return None
        rows = node if isinstance(node, Items) else [node]
        made = []
        for number, row in enumerate(rows, 1):
            if is_empty(row):
                reading.found(
                    "M111", trail, f"{self.noun} {number} of the list is empty.", row, "Fill it in, or delete the line."
                )
                continue
            value = self.item.read(
                row, reading, trail if isinstance(self.item, Words) else (*trail[:-1], f"{self.noun} {number}")
            )
            if value is not None:
                made.append(value)
        return tuple(made)

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema of a list of the item, or of the item alone."""
        item = self.item.schema(define)
        return {"anyOf": [{"type": "array", "items": item}, item, {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Named:
    """Names, each with a value behind it; ``empty`` is what a name with nothing behind it stands for."""

    item: Value
    noun: str
    empty: Callable[[Block], Any] | None = None

    def read(self, node: Node, reading: Reading, trail: Trail) -> dict[str, Any] | None:
        """Return the values by name, in the order typed."""
        if not isinstance(node, Block):
            reading.found(
                "M106",
                trail,
                f"names with a colon are expected here, not {_shown(node)}.",
                node,
                f"Type a {self.noun} and a colon on each line.",
            )
            return None
        made: dict[str, Any] = {}
        for name, behind in node.items():
            if is_empty(behind) and self.empty is not None:
                made[name] = self.empty(node)
            elif is_empty(behind):
                reading.found(
                    "M104",
                    (*trail, name),
                    "nothing stands behind the colon.",
                    name,
                    f"Fill it in, or delete the line “{name}:”.",
                )
            else:
                value = self.item.read(behind, reading, (*trail, name))
                if value is not None:
                    made[name] = value
        return made

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema of an object of the item."""
        item = self.item.schema(define)
        behind = {"anyOf": [item, {"type": "null"}]} if self.empty is not None else item
        return {"anyOf": [{"type": "object", "additionalProperties": behind}, {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys, read into a model of its own. ``label`` is the key whose value names it in a trail.

    ``meant`` tells the key that words typed in the place of the whole group were meant for.
    """

    model: type
    label: str = ""
    meant: Callable[[str], str] | None = None

    def read(self, node: Node, reading: Reading, trail: Trail) -> Any:  # noqa: ANN401 - an instance of the model
        """Return the model, or None."""
        if self.label and isinstance(node, Block):
            named = node.get(Text(self.label))
            if isinstance(named, Text) and named.strip():
                trail = (*trail[:-1], shortened(_literal(named), 50))
        if self.meant is not None and isinstance(node, Text) and node.strip():
            without_key(node, _literal(node), self.meant(node), reading, trail)
            return None
        return read_model(self.model, node, reading, trail)

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the reference to the model's schema."""
        return define(self.model)


def node_field() -> Any:  # noqa: ANN401 - as dataclasses.field
    """Declare the block that a model was read from, which knows its place."""
    return field(repr=False, compare=False, default=MISSING)
