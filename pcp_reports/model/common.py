"""What every entry may carry, whatever its kind: title, date, owner, priority, figures, evidence, accept, exempt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from pcp_reports.model.fields import GIVEN, Reading, Trail, is_empty, key, node_field
from pcp_reports.model.values import YES_NO, Date, Group, Named, Words
from pcp_reports.nodes import Block, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.dates import PartialDate

WORDS = Words()
DATE = Date()


@dataclass(frozen=True, slots=True)
class Change(Words):
    """How a figure moved: ``up 18%``, ``down £296,290``, ``up 18 points``, ``none``; in Welsh ``i fyny``, ``i lawr``, ``dim``."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> str | None:
        """Return the words as typed."""
        words = Words.read(self, node, reading, trail)
        if words is None or words.lower() in ("none", "dim") or re.match(r"(?i)(up|down|i fyny|i lawr) \S", words):
            return words
        from pcp_reports.model.change_slips import slip  # noqa: PLC0415 - only for what cannot be read

        clause, hint = slip(words, alone=trail[-1:] == ("change",))
        reading.found("M112", trail, f"{quoted(shortened(words))} {clause}.", node, hint)
        return None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in full. Values stand as printed; a figure has a value, or a was and a now, or a change."""

    node: Block = node_field()
    value: str | None = key(WORDS, "the figure as printed")
    was: str | None = key(WORDS, "the figure before")
    now: str | None = key(WORDS, "the figure now")
    change: str | None = key(Change(), "how it moved: up 18%, down £296,290, up 18 points, none")
    since: str | None = key(WORDS, "from when the change is counted")
    period: str | None = key(WORDS, "the time it covers")
    area: str | None = key(WORDS, "the area it covers")
    source: str | None = key(WORDS, "where it comes from")
    elsewhere: dict[str, str] | None = key(Named(Change(), "place"), "how it moved in other places: place and change")
    parts: dict[str, str] | None = key(Named(WORDS, "part"), "what it is made of: name and figure")
    partial: bool = key(YES_NO, "yes when the parts need not make the whole", default=False)
    part_of: str | None = key(WORDS, "the name of the figure it is a part of")

    @property
    def printed(self) -> str | None:
        """Return the figure as it is put into a sentence: its value, else what it is now, else its change."""
        return self.value or self.now or self.change


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure: its value alone, or a group of keys."""

    detail: ClassVar[Group] = Group(Figure)

    def read(self, node: Node, reading: Reading, trail: Trail) -> Figure | None:
        """Return the figure; a value alone is the figure's value."""
        if not isinstance(node, Text):
            made: Figure | None = self.detail.read(node, reading, trail)
            if made is not None and made.printed is None:
                if is_empty(made.node.get(Text("change"), Text())):  # else it cannot be read, which is said already
                    message = "the figure has no value, no now and no change."
                    reading.found("M113", trail, message, node, "Add a line that begins “value: ”.")
                return None
            return made
        holder = Block()
        holder.line, holder.column, holder.flow = node.line, node.column, False
        words = WORDS.read(node, reading, trail)
        return None if words is None else Figure(holder, value=words)

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema: a scalar or the group."""
        return {"anyOf": [dict(GIVEN), self.detail.schema(define)]}


FIGURES = Named(FigureValue(), "figure's name")


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why something stays out of everything public: the paragraph of Schedule 12A to the Local Government Act 1972."""

    node: Block = node_field()
    paragraph: str = key(WORDS, "the paragraph of Schedule 12A", required=True)
    reason: str = key(WORDS, "why it applies", required=True)


EXEMPTION = Group(Exemption)


@dataclass(frozen=True, slots=True)
class Entry:
    """What any entry but office and paper may have."""

    node: Block = node_field()
    kind: str = key(WORDS, "what the entry is", required=True)
    title: str | None = key(WORDS, "what the entry is called")
    date: PartialDate | None = key(DATE, "the day or month of it")
    owner: str | None = key(WORDS, "who writes it")
    due: PartialDate | None = key(DATE, "when it must be ready")
    ready: bool | None = key(YES_NO, "yes when it is ready")
    priority: str | None = key(WORDS, "one of the plan's priorities in office.yaml")
    figures: dict[str, Figure] | None = key(FIGURES, "figures that the tool prints or inserts: name and figure")
    evidence: dict[str, str] | None = key(
        Named(WORDS, "words of the text"), "proof of figures typed in the text: the words, then arithmetic or a source"
    )
    accept: dict[str, str] | None = key(
        Named(WORDS, "finding's code"), "a warning's code, and the reason why it is accepted"
    )
    exempt: Exemption | None = key(EXEMPTION, "keeps the entry out of everything public")
