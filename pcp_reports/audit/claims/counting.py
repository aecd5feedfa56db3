"""The numbers that the lines of a list may be said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award


def ways_of(awards: Sequence[Award]) -> tuple[int, ...]:
    """Return the numbers that lines may be said to be: of lines, of projects, of recipients."""
    names = {" ".join(award.recipient.casefold().split()) for award in awards}
    ways = (
        len(awards),
        sum(award.projects for award in awards),
        len(names),
        sum(award.recipients for award in awards),
        sum(max(award.recipients, award.projects) for award in awards),
    )
    return tuple(dict.fromkeys(ways))
