"""What was asked for in the lines of a list, all together: a total of it given as the total of the awards is a slip of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.role_words import ASKING
from pcp_reports.audit.lines.amounts.roles import Role, cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.passage import Sort
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_MOST_LINES = 8


def asked_in_all(paper: Paper, one: Round, locale: str = "en_GB") -> tuple[int, ...]:
    """Return what the applications of a list come to, in pence: of those that were granted, and with the others beside them.

    Nothing where a line does not say what was asked for, or says it of several.
    """
    places = sorted({award.passage for award in one.awards})
    if len(places) != len(one.awards) or any(paper.passages[index].sort is Sort.ROW for index in places):
        return ()
    asked: list[int] = []
    before = places[0] - _MOST_LINES
    for place in places:
        told = list(_asked(paper, max(before + 1, place - _MOST_LINES, 0), place, locale))
        if len(told) != 1:
            return ()
        asked += told
        before = place
    others = [award.amount.pence for award in one.apart if award.amount is not None]
    return tuple(dict.fromkeys((sum(asked), sum(asked) + sum(others))))


def _asked(paper: Paper, first: int, last: int, locale: str) -> Iterator[int]:
    """Yield the sums that the passages of one line say were asked for."""
    for index in range(first, last + 1):
        text = paper.passages[index].text
        if "£" not in text or not holds_any(text.lower(), ASKING):
            continue
        for each in cast(text, sums_in(text, locale=locale)):
            if each.role is Role.REQUESTED and each.sum.pence:
                yield each.sum.pence
