"""Partnership work told as SARA: scanning, analysis, response, assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model.common import DATE, FIGURES, WORDS, Entry
from pcp_reports.model.fields import key, node_field
from pcp_reports.model.values import Group, ListOf, Prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.dates import PartialDate
    from pcp_reports.model.common import Figure
    from pcp_reports.nodes import Block, Text

PROSE = Prose()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A prison sentence: an example, never summed against a total."""

    node: Block = node_field()
    term: str = key(WORDS, "how long", required=True)
    offence: str = key(WORDS, "for what", required=True)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said."""

    node: Block = node_field()
    words: str = key(WORDS, "the words, without quotation marks", required=True)
    by: str | None = key(WORDS, "who said them")


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of the work."""

    node: Block = node_field()
    objective: Text | None = key(PROSE, "what was meant to be reached")
    measures_of_success: Text | None = key(PROSE, "how it was to be told")
    text: Text | None = key(PROSE, "the paragraphs, as printed")
    figures: dict[str, Figure] | None = key(FIGURES, "figures, printed in a table: name and figure")
    sentences: tuple[Sentence, ...] = key(
        ListOf(Group(Sentence), "sentence"), "prison sentences, each with its offence", default=()
    )
    civil_orders: tuple[str, ...] = key(ListOf(WORDS, "order"), "civil orders", default=())
    quotes: tuple[Quote, ...] = key(ListOf(Group(Quote), "quote"), "what people said", default=())


PHASE = Group(Phase)
PHASES = ("scanning", "analysis", "response", "assessment")
"""The phases in their order (scanning, analysis, response, assessment: SARA)."""


@dataclass(frozen=True, slots=True)
class Partnership(Entry):
    """A partnership and its work."""

    name: str = key(WORDS, "the partnership's name", required=True)
    place: str | None = key(WORDS, "where it works")
    launched: PartialDate | None = key(DATE, "when it began")
    partners: tuple[str, ...] = key(ListOf(WORDS, "partner"), "who takes part", default=())
    summary: Text | None = key(PROSE, "what it is, in a paragraph")
    scanning: Phase | None = key(PHASE, "what the problem is")
    analysis: Phase | None = key(PHASE, "what lies behind it")
    response: Phase | None = key(PHASE, "what was done")
    assessment: Phase | None = key(PHASE, "what came of it")

    @property
    def phases(self) -> tuple[tuple[str, Phase], ...]:
        """Return the phases told of, by name, in their order."""
        found = ((name, getattr(self, name)) for name in PHASES)
        return tuple((name, phase) for name, phase in found if phase is not None)
