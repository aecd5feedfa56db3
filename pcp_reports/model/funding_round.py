"""A funding round: its grants by strand, and what the paper says they come to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pcp_reports.model.common import DATE, EXEMPTION, WORDS, Entry, Exemption
from pcp_reports.model.fields import Reading, Trail, is_empty, key, node_field
from pcp_reports.model.values import Amount, Choice, Group, ListOf, Prose, Whole
from pcp_reports.nodes import Block, Items, Node, Text
from pcp_reports.records import dataclass
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.dates import PartialDate
    from pcp_reports.money import Money


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of a round. ``projects`` counts the projects it pays; withdrawn and returned grants do not count."""

    node: Block = node_field()
    recipient: str = key(WORDS, "who receives the money", required=True)
    purpose: str = key(WORDS, "what it is for", required=True)
    amount: Money = key(Amount(), "how much", required=True)
    projects: int = key(Whole(1, 10_000), "how many projects it pays; 1 when left out", default=1)
    district: str | None = key(WORDS, "the district it is spent in")
    awarded: PartialDate | None = key(DATE, "when it was awarded")
    reference: str | None = key(WORDS, "the office's own reference")
    recipient_id: str | None = key(WORDS, "the recipient's identifier, such as GB-CHC-1234567")
    reason: str | None = key(WORDS, "why it was made")
    conditions: str | None = key(WORDS, "the conditions it was made on")
    status: str = key(
        Choice({name: name for name in ("awarded", "varied", "withdrawn", "returned")}),
        "awarded, varied, withdrawn or returned",
        default="awarded",
    )
    exempt: Exemption | None = key(EXEMPTION, "keeps the grant out of everything public")

    @property
    def counts(self) -> bool:
        """Return whether the grant counts towards totals."""
        return self.status in ("awarded", "varied")


GRANTS = ListOf(Group(Grant, "recipient"), "grant")


@dataclass(frozen=True, slots=True)
class Strand:
    """The grants of one strand; ``name`` is None in a round without strands."""

    name: Text | None
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class GrantsValue:
    """Strands with their lists of grants, or a plain list."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> tuple[Strand, ...] | None:
        """Return the strands in the order typed."""
        if isinstance(node, Items):
            for row in node:
                name, behind = next(iter(row.items()), (None, None)) if isinstance(row, Block) else (None, None)
                if name is not None and isinstance(behind, Items):
                    message = f"a dash stands before the strand “{shortened(name, 50)}”."
                    reading.found("M106", trail, message, row, f"Take the dash away: {name}:")
                    return None
            return (Strand(None, GRANTS.read(node, reading, trail) or ()),)
        if not isinstance(node, Block):
            reading.found(
                "M106", trail, "a list of grants is expected here.", node, "Begin each grant with “- recipient: ”."
            )
            return None
        if "recipient" in node:
            reading.found("M106", trail, "the grant stands without a dash.", node, "Begin it with “- recipient: ”.")
            return None
        made = []
        for name, behind in node.items():
            if is_empty(behind):
                reading.found(
                    "M111",
                    (*trail[:-1], name),
                    "no grant stands under the strand.",
                    name,
                    f"Add its grants, or delete the line “{name}:”.",
                )
            elif isinstance(behind, Text):
                reading.found(
                    "M106",
                    (*trail[:-1], name),
                    "a list of grants is expected here.",
                    behind,
                    "Begin each grant with “- recipient: ”.",
                )
            else:
                made.append(Strand(name, GRANTS.read(behind, reading, (*trail[:-1], name)) or ()))
        return tuple(made)

    def schema(self, define: Callable[[type], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema of both shapes."""
        rows = {"type": "array", "minItems": 1, "items": define(Grant)}
        return {"anyOf": [rows, {"type": "object", "minProperties": 1, "additionalProperties": rows}]}


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim about the round; total and projects in any printed form."""

    node: Block = node_field()
    covers: tuple[str, ...] = key(
        ListOf(WORDS, "strand"), "the strand or strands it speaks of; left out, the whole round", default=()
    )
    total: str | None = key(WORDS, "the total as printed")
    projects: str | None = key(WORDS, "the number of projects as printed")


def _meant(words: str) -> str:
    """Return the key of a claim that words without a key were meant for: an amount, a number, or else a strand."""
    if any(char.isdecimal() for char in words):
        return "total" if re.search(r"[£,.]|\d\s?[km]\b|\d{4}", words) else "projects"
    return "covers"


@dataclass(frozen=True, slots=True)
class FundingRound(Entry):
    """Grants announced together."""

    fund: str = key(WORDS, "the fund, as named in office.yaml", required=True)
    announced: PartialDate = key(DATE, "when the round was announced", required=True)
    text: Text = key(Prose(), "the words before the list of grants, as printed", required=True)
    stated: tuple[Stated, ...] = key(
        ListOf(Group(Stated, meant=_meant), "claim"), "what the words leave open about the claim", default=()
    )
    grants: tuple[Strand, ...] = key(GrantsValue(), "the grants by strand, or a plain list", required=True, default=())
