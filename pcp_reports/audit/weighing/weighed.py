"""A claim with what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.stated.judged import Judged


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with what it is worth. ``why`` says why it cannot be judged, ``words`` why it disagrees; empty where it does not."""

    heard: Heard
    judged: Judged
    why: str = ""
    words: str = ""
