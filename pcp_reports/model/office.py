"""The office itself: its names, people, plan, funds and standing paragraphs. One file, entries/office.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.model.common import WORDS
from pcp_reports.model.fields import Reading, Trail, is_empty, key, keys_of, node_field
from pcp_reports.model.slips import strands_without_key
from pcp_reports.model.values import Amount, Choice, Group, ListOf, Named, Prose, Whole, Words
from pcp_reports.nodes import Block
from pcp_reports.recipients.organisations import WORDS_FOR_KINDS
from pcp_reports.records import dataclass
from pcp_reports.words import did_you_mean, quoted, shortened

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


# How an office may say in which language it writes; papers in both are two papers.
_ENGLISH = frozenset(("en", "eng", "english", "british", "uk", "gb", "saesneg"))
_WELSH = frozenset(("cy", "cym", "wel", "welsh", "cymraeg", "wales"))


@dataclass(frozen=True, slots=True)
class Language(Words):
    """The language that papers are written in, as ``en_GB`` or ``cy_GB``; capitals and hyphens do not matter."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> str | None:
        """Return the language."""
        words = Words.read(self, node, reading, trail)
        if words is None:
            return None
        plain = words.casefold().replace("-", "_")
        known = {"en_gb": "en_GB", "cy_gb": "cy_GB"}
        if plain in known:
            return known[plain]
        said = set(re.split(r"[\W_]+", plain))
        english, welsh = bool(said & _ENGLISH), bool(said & _WELSH)
        meant = "" if english == welsh else "en_GB" if english else "cy_GB"
        line = reading.source.line(node.line)
        certain = meant and line.count(words) == 1
        reading.found(
            "M109",
            trail,
            f"{quoted(shortened(words, 40))} is not en_GB or cy_GB.",
            node,
            f"Type: {trail[-1]}: {meant}" if meant else "Type en_GB for papers in English, cy_GB for papers in Welsh.",
            reading.source.fix(node.line, line.replace(words, meant)) if certain else None,
        )
        return meant or None


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
class FundGroup(Group):
    """A fund. Its strands may stand right under its name by mistake; they are read, and it is said where they belong."""

    def read(self, node: Node, reading: Reading, trail: Trail) -> Fund | None:
        """Return the fund."""
        if not isinstance(node, Block) or node.flow or not node or not _are_strands(node):
            made: Fund | None = Group.read(self, node, reading, trail)
            return made
        strands_without_key(node, reading, trail)
        return Fund(node, strands=keys_of(Fund)["strands"].value.read(node, reading, trail))


def _are_strands(node: Block) -> bool:
    """Return whether the names under a fund are its strands: each with nothing or with rules behind it."""
    known = keys_of(Strand)
    slips = [name for name in node if did_you_mean(name, ["strands", *known]) is not None]
    if len(slips) == 1 or any(name in known for name in node):  # “Strand 1” is near as well, but “Strand 2” with it
        return False
    return all(is_empty(behind) or isinstance(behind, Block) for behind in node.values())


@dataclass(frozen=True, slots=True)
class Publishing:
    """What 360Giving, the open format for grants, asks of whoever publishes them."""

    node: Block = node_field()
    prefix: str | None = key(WORDS, "the publisher's prefix that 360Giving gave the office, such as 360G-northshirepcc")
    identifier: str | None = key(WORDS, "the office's own identifier, such as GB-GOR-PC99")
    area: str | None = key(WORDS, "where a grant without a district is spent: the police area")


@dataclass(frozen=True, slots=True)
class Office:
    """The office."""

    node: Block = node_field()
    kind: str = key(WORDS, "the word office", required=True)
    name: str = key(WORDS, "the office's full name", required=True)
    commissioner: str | None = key(WORDS, "the commissioner's title")
    force: str | None = key(WORDS, "the police force")
    panel: str | None = key(WORDS, "the panel's name")
    language: str = key(Language(), "en_GB or cy_GB", default="en_GB")
    clear_days: int = key(
        Whole(1, 30), "how many clear working days before the meeting the papers are public", default=5
    )
    people: dict[str, Person] | None = key(Named(Group(Person), "person's name", Person), "the people the papers name")
    plan: Plan | None = key(Group(Plan), "the Police and Crime Plan")
    funds: dict[str, Fund] | None = key(Named(FundGroup(Fund), "fund", Fund), "the funds that grants are made from")
    standing: dict[str, Text] | None = key(Named(Prose(), "paragraph's name"), "paragraphs that stand in every paper")
    publishing: Publishing | None = key(Group(Publishing), "what 360Giving asks of whoever publishes grants")
