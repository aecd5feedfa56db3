"""The office itself: its names, people, plan, funds and standing paragraphs. One file, entries/office.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.model.common import WORDS
from pcp_reports.model.fields import Reading, Trail, key, node_field
from pcp_reports.model.values import Amount, Choice, Group, ListOf, Named, Prose, Whole, Words
from pcp_reports.nodes import Block  # noqa: TC001 - an annotation that dataclasses read
from pcp_reports.recipients.organisations import WORDS_FOR_KINDS
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.money import Money
    from pcp_reports.nodes import Node, Text

AMOUNT = Amount()


@dataclass(frozen=True, slots=True)
class Email(Words):
    """An e-mail address."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> str | None:
        """Return the address."""
        words = Words.read(self, node, reading, trail)
        if words is None or re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+", words):
            return words
        reading.found(
            "M114", trail, f"“{words}” is not an e-mail address.", node, "Type it as in jo.bell@example.gov.uk."
        )
        return None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the papers name."""

    node: Block = node_field()
    role: str | None = key(WORDS, "what the person is")
    telephone: str | None = key(WORDS, "the telephone number as printed")
    office: str | None = key(WORDS, "the office as printed with the contact")
    email: str | None = key(Email(), "the e-mail address")


@dataclass(frozen=True, slots=True)
class Plan:
    """The Police and Crime Plan."""

    node: Block = node_field()
    name: str | None = key(WORDS, "what the plan is called")
    priorities: tuple[str, ...] = key(ListOf(WORDS, "priority"), "the plan's priorities in its own order", default=())


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand of a fund, and its rules; a strand without rules has none."""

    node: Block = node_field()
    least: Money | None = key(AMOUNT, "the least that one grant may be")
    most: Money | None = key(AMOUNT, "the most that one grant may be")
    budget: Money | None = key(AMOUNT, "what the strand has for a financial year")
    open_to: tuple[str, ...] = key(
        ListOf(Choice(WORDS_FOR_KINDS), "kind of recipient"),
        "who may apply: charity, community group, company, council, police, school …",
        default=(),
    )


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund and its strands."""

    node: Block = node_field()
    strands: dict[str, Strand] = key(
        Named(Group(Strand), "strand", Strand), "the fund's strands, each with its rules or nothing", default=None
    )


@dataclass(frozen=True, slots=True)
class Office:
    """The office."""

    node: Block = node_field()
    kind: str = key(WORDS, "the word office", required=True)
    name: str = key(WORDS, "the office's full name", required=True)
    commissioner: str | None = key(WORDS, "the commissioner's title")
    force: str | None = key(WORDS, "the police force")
    panel: str | None = key(WORDS, "the panel's name")
    language: str = key(Choice({"en_gb": "en_GB", "cy_gb": "cy_GB"}), "en_GB or cy_GB", default="en_GB")
    clear_days: int = key(
        Whole(1, 30), "how many clear working days before the meeting the papers are public", default=5
    )
    people: dict[str, Person] | None = key(Named(Group(Person), "person's name", Person), "the people the papers name")
    plan: Plan | None = key(Group(Plan), "the Police and Crime Plan")
    funds: dict[str, Fund] | None = key(Named(Group(Fund), "fund", Fund), "the funds that grants are made from")
    standing: dict[str, Text] | None = key(Named(Prose(), "paragraph's name"), "paragraphs that stand in every paper")
