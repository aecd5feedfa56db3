"""A paper: front matter, and the sections with the items they place."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from pcp_reports.model.common import DATE, WORDS
from pcp_reports.model.fields import GIVEN, Reading, Trail, key, node_field
from pcp_reports.model.values import Choice, Group, ListOf, Named, Prose
from pcp_reports.nodes import Block, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.dates import PartialDate

PROSE = Prose()


class ItemKind(Enum):
    """What an item in a section is."""

    ENTRY = "entry"  # an entry by its file's stem
    TEXT = "text"  # a paragraph written in place
    STANDING = "standing"  # a paragraph kept in office.yaml


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a section. ``words`` is the name or the prose; ``also`` goes on under the number above."""

    kind: ItemKind
    words: Text
    also: bool = False


@dataclass(frozen=True, slots=True)
class ItemValue:
    """A name, or ``also``, ``text`` or ``standing`` with what belongs to it."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> Item | None:
        """Return the item, or None with a finding."""
        if isinstance(node, Text):
            return Item(ItemKind.ENTRY, node)
        if not isinstance(node, Block):
            reading.found(
                "M107", trail, "a list stands where one item is expected.", node, "Take the extra dash or brackets out."
            )
            return None
        behind = node.get(Text("also"))
        if behind is None:
            return self._keyed(node, reading, trail, also=False)
        rest = Block({name: value for name, value in node.items() if name != "also"})
        rest.line, rest.column, rest.flow = node.line, node.column, node.flow
        if isinstance(behind, Text) and behind.strip() and not rest:
            return Item(ItemKind.ENTRY, behind, also=True)
        if isinstance(behind, Block) and not rest:
            return self._keyed(behind, reading, trail, also=True)
        if isinstance(behind, Text) and not behind.strip() and rest:
            return self._keyed(rest, reading, trail, also=True)
        reading.found(
            "M107",
            trail,
            "“also:” takes one thing: a name, or a text.",
            node,
            "Type “- also: name”, or “- also:” with “text: ” beneath it.",
        )
        return None

    def _keyed(self, node: Block, reading: Reading, trail: Trail, *, also: bool) -> Item | None:
        kinds = {"text": ItemKind.TEXT, "standing": ItemKind.STANDING}
        if len(node) == 1:
            typed, behind = next(iter(node.items()))
            if typed in kinds:
                if isinstance(behind, Text) and behind.strip():
                    return Item(kinds[typed], behind, also)
                reading.found(
                    "M104",
                    (*trail, typed),
                    "nothing stands behind the colon.",
                    typed,
                    "Fill it in, or delete the line.",
                )
                return None
            meant = did_you_mean(typed, [*kinds, "also"])
            if meant is not None:
                line = reading.source.line(typed.line)
                new = line.replace(typed, meant, 1)
                reading.found(
                    "M103",
                    trail,
                    f"“{typed}” is not a key that is known here. Did you mean “{meant}”?",
                    typed,
                    f"Type: {new.strip()}",
                    reading.source.fix(typed.line, new),
                )
                return None
        reading.found(
            "M107",
            trail,
            f"an item cannot hold {listed([f'“{name}”' for name in node])}." if node else "the item is empty.",
            node,
            "An item is a name, “also: name”, “text: words” or “standing: name”.",
        )
        return None

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:  # noqa: ARG002 - one signature for all values
        """Return the schema of the four shapes."""

        def alone(name: str, value: dict[str, Any]) -> dict[str, Any]:
            return {"type": "object", "properties": {name: value}, "required": [name], "additionalProperties": False}

        text, standing = alone("text", dict(GIVEN)), alone("standing", dict(GIVEN))
        besides = {
            "type": "object",
            "properties": {"also": {"type": "null"}, "text": dict(GIVEN), "standing": dict(GIVEN)},
            "required": ["also"],
            "minProperties": 2,
            "maxProperties": 2,
            "additionalProperties": False,
        }
        return {
            "anyOf": [dict(GIVEN), text, standing, alone("also", {"anyOf": [dict(GIVEN), text, standing]}), besides]
        }


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the items beneath it."""

    node: Block = node_field()
    heading: str = key(WORDS, "the heading as printed", required=True)
    items: tuple[Item, ...] = key(ListOf(ItemValue(), "item"), "what stands beneath it, in order", required=True)
    order: str | None = key(
        Choice({"priority": "priority"}), "the word priority, to sort the items by the plan's priorities"
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's front matter and order."""

    node: Block = node_field()
    kind: str = key(WORDS, "the word paper", required=True)
    title: str = key(WORDS, "the paper's title", required=True)
    sections: tuple[Section, ...] = key(
        ListOf(Group(Section, "heading"), "section"),
        "the sections, each with a heading and its items",
        required=True,
        default=(),
    )
    meeting: PartialDate | None = key(DATE, "the day of the meeting")
    template: str = key(WORDS, "the Word template's name", default="panel-update")
    contact: str | None = key(WORDS, "who answers questions: a name from people in office.yaml")
    signatory: str | None = key(WORDS, "who signs: a name from people in office.yaml")
    summary: Text | None = key(PROSE, "the executive summary")
    recommendation: Text | None = key(PROSE, "what the panel is asked to do, printed at the top")
    accept: dict[str, str] | None = key(
        Named(WORDS, "finding's code"), "a warning's code, and the reason why it is accepted"
    )

    @property
    def numbered(self) -> bool:
        """Return whether paragraphs are numbered: in every paper whose template's name does not say ``briefing``."""
        return "briefing" not in self.template.lower()
