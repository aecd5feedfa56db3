"""A figure as people print it (“£69k”, “over 400”, “just under £1m”) -> bounds that a value can be held against."""

from __future__ import annotations

from pcp_reports.printed.claim import Claim, Kind, Unit
from pcp_reports.printed.prose import prepared
from pcp_reports.printed.search import figures_in
from pcp_reports.printed.tongue import tongue_of

__all__ = ["Claim", "Kind", "Unit", "find", "read"]

_LONGEST = 2000


def find(text: str, locale: str = "en_GB") -> list[Claim]:
    """Return every figure of a text in order, none overlapping, each with where it stands."""
    return figures_in(prepared(text, tongue_of(locale)))


def read(text: str, locale: str = "en_GB") -> Claim:
    """Return the one figure of a text, such as “over £62k”; `Kind.INVALID` with a reason if there is none, or several."""
    if len(text) > _LONGEST:
        return _refused(text, "it is too long for a figure")
    tongue = tongue_of(locale)
    found = figures_in(prepared(text, tongue, alone=True))
    if len(found) != 1:
        found = figures_in(prepared(text, tongue)) or found
    if len(found) == 1:
        return found[0]
    return _refused(text, "more than one figure stands in it" if found else "there is no figure in it")


def _refused(text: str, reason: str) -> Claim:
    return Claim(text, Kind.INVALID, Unit.COUNT, reason=reason, start=0, end=len(text))
