"""A police operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model.common import DATE, WORDS, Entry
from pcp_reports.model.fields import key
from pcp_reports.model.values import ListOf, Prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.dates import PartialDate
    from pcp_reports.nodes import Text


@dataclass(frozen=True, slots=True)
class Operation(Entry):
    """An operation, where it ran and what came of it."""

    name: str = key(WORDS, "the operation's name", required=True)
    launched: PartialDate | None = key(DATE, "when it began")
    places: tuple[str, ...] = key(ListOf(WORDS, "place"), "where it runs", default=())
    text: Text | None = key(Prose(), "the paragraphs, as printed")
