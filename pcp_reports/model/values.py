"""What may stand behind a key: words, prose, numbers, money, dates, lists and groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from pcp_reports.dates import DateError, PartialDate
from pcp_reports.model.fields import SCALAR, Reading, Trail, Value, is_empty, keys_of, read_model, told
from pcp_reports.model.slips import OTHER_BULLET, as_typed, bullets, taken_apart, without_key
from pcp_reports.money import Money, MoneyError
from pcp_reports.nodes import Block, Items, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable


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
            f"words are expected here, not {told(node)}.",
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
                f"names with a colon are expected here, not {told(node)}.",
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
