"""A statement: paragraphs that belong to no other kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model.common import Entry
from pcp_reports.model.fields import key
from pcp_reports.model.values import Prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.nodes import Text


@dataclass(frozen=True, slots=True)
class Statement(Entry):
    """Paragraphs."""

    text: Text = key(Prose(), "the paragraphs, as printed", required=True)
