"""A claim with what it is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.judging import Judgement, Verdict
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


_CANNOT = Judgement(Verdict.CANNOT_CHECK)


def unjudged(found: Judged) -> Judged:
    """Return a claim of which only what agrees is judged."""

    def but(made: Judgement | None) -> Judgement | None:
        return _CANNOT if made is not None and made.verdict.is_wrong else made

    return replace(found, total=but(found.total), count=but(found.count))
