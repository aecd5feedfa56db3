"""Causes by the way of counting: a line that pays for several projects counted as one, or a recipient counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.explaining import slip_wording as wording
from pcp_reports.explaining.parts import CauseKind, Counted, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.explaining.parts import Line
    from pcp_reports.explaining.search import Search

# In parts of a thousand million, as in `selections`.
_ALL, _ONE, _OTHER, _RECIPIENTS = 400_000_000, 100_000_000, 400_000_000, 150_000_000


def of_count(search: Search) -> Iterator[Slip]:
    """Yield the other ways of counting the same lines that give the count claimed."""
    grants, projects = len(search.lines), sum(line.projects for line in search.lines)
    several = tuple(line for line in search.lines if line.projects > 1)
    if search.measure.counted is Counted.PROJECTS:
        if _admits(search, grants, _ALL):
            yield Slip(CauseKind.PROJECTS_IGNORED, _ALL, grants, wording.grants_not_projects(search, several), several)
        elif search.target.exact:
            yield from _one_ignored(search, several)
    elif _admits(search, projects, _OTHER):
        yield Slip(
            CauseKind.PROJECTS_NOT_GRANTS, _OTHER, projects, wording.projects_not_grants(search, several), several
        )
    repeated = _repeated(search.lines)
    recipients = grants - sum(len(lines) - 1 for lines in repeated)
    if repeated and _admits(search, recipients, _RECIPIENTS):
        lines = tuple(line for lines in repeated for line in lines)
        yield Slip(CauseKind.RECIPIENTS, _RECIPIENTS, recipients, wording.recipients(search, repeated), lines)


def _admits(search: Search, number: int, weight: int) -> bool:
    return number != search.total and search.target.admits(number) and not search.by_chance(weight)


def _one_ignored(search: Search, several: tuple[Line, ...]) -> Iterator[Slip]:
    """Yield one line out of several such that is counted as one project."""
    fitting = tuple(line for line in several if search.total - line.projects + 1 == search.target.number)
    if fitting and len(several) > 1:
        weight = max(_ONE * len(fitting) // len(several), 1)
        sentence = wording.one_ignored(search, fitting)
        yield Slip(CauseKind.PROJECTS_IGNORED, weight, search.target.number, sentence, fitting, choice=len(fitting) > 1)


def _repeated(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Return the lines of each recipient that has several; case and blanks make no other recipient."""
    by_name: dict[str, list[Line]] = {}
    for line in lines:
        by_name.setdefault(" ".join(line.recipient.casefold().split()), []).append(line)
    return [tuple(one) for one in by_name.values() if len(one) > 1]
