"""A meeting of the Accountability Board, where the commissioner holds the Chief Constable to account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.model.common import DATE, Entry
from pcp_reports.model.fields import key
from pcp_reports.model.values import Prose
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.dates import PartialDate
    from pcp_reports.nodes import Text


@dataclass(frozen=True, slots=True)
class AccountabilityBoard(Entry):
    """What the Board discussed."""

    held: PartialDate | None = key(DATE, "when the Board met")
    text: Text = key(Prose(), "what was discussed, as printed", required=True)
