"""An engagement: a visit, a meeting, a day out on patrol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model.common import WORDS, Entry
from pcp_reports.model.fields import key
from pcp_reports.model.values import ListOf, Prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.nodes import Text


@dataclass(frozen=True, slots=True)
class Engagement(Entry):
    """Where the commissioner was, with whom, and what was said."""

    place: str | None = key(WORDS, "where it was")
    with_: tuple[str, ...] = key(ListOf(WORDS, "name"), "with whom", default=(), name="with")
    text: Text = key(Prose(), "the paragraphs, as printed", required=True)
