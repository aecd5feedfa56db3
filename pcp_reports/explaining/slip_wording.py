"""The sentences of slips of typing and of counting: the figure as printed beside the one that it was to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.explaining.wording import called, in_words, named, pounds, subject
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.explaining.parts import Line
    from pcp_reports.explaining.search import Search


def swapped(search: Search, total: int) -> str:
    """Return that two digits of the figure have changed places; ``total`` is the right one as it would be printed."""
    right = pounds(total) if search.measure.money else f"{total:,}"
    near = f" ({pounds(search.total)} to the penny)" if search.measure.money and total != search.total else ""
    return f"Two digits may have changed places: {called(search.target.claim.text)} for {right}{near}."


_TIMES = {1: "ten times", 2: "a hundred times", 3: "a thousand times"}
_PARTS = {1: "a tenth of", 2: "a hundredth of", 3: "a thousandth of"}
_PLACES = {1: "one place", 2: "two places", 3: "three places"}
_NOUGHTS = {1: "one nought", 2: "two noughts", 3: "three noughts"}


def point(search: Search, places: int) -> str:
    """Return that the figure is the total with its point elsewhere; of whole pounds, with noughts too many or too few."""
    total, words = search.total, subject(search.target.claim)
    steps = abs(places)
    if not search.target.exact:
        much = _TIMES[steps] if places > 0 else _PARTS[steps]
        return f"{words} fits {much} what the grants come to ({pounds(total)})."
    if places == 2 and total % 100:  # noqa: PLR2004 - pence have two places
        return f"{words} is {pounds(total)} with the point left out."
    if total % 100 == 0 and search.target.number % 100 == 0:
        return f"{words} is {pounds(total)} with {_NOUGHTS[steps]} {'too many' if places > 0 else 'left out'}."
    return f"{words} is {pounds(total)} with the point {_PLACES[steps]} too far to the {'right' if places > 0 else 'left'}."


def digit(search: Search, total: int, which: str, *, lost: bool) -> str:
    """Return that a digit of the total is lost, or stands twice."""
    happened = f"a {which} left out" if lost else f"a {which} typed twice"
    return f"{subject(search.target.claim)} may be {pounds(total)} with {_a(happened)}."


def _a(words: str) -> str:
    return words.replace("a 8 ", "an 8 ", 1)


def in_pounds(search: Search) -> str:
    """Return that the figure is the total in whole pounds."""
    cut = search.total // 100 * 100 == search.target.number
    how = "without the pence" if cut else "to the nearest pound"
    return f"{subject(search.target.claim)} is {pounds(search.total)} {how}."


def line_by_line(search: Search, how: str) -> str:
    """Return that the figure is the total of the amounts in whole pounds; ``how`` they came to be so."""
    return (
        f"{subject(search.target.claim)} is the total of the amounts {how}; as they stand it is {pounds(search.total)}."
    )


def misread(search: Search, lines: Sequence[tuple[Line, int]], how: str) -> str:
    """Return that the figure comes out with another amount in one line; each is given with the amount it was read as."""
    shown = [f"{called(line.recipient)} at {pounds(read)} instead of {pounds(line.pence)}" for line, read in lines]
    which = shown[0]
    if len(lines) > 1:
        some = listed(shown, "or") if len(lines) == 2 else f"such as {shown[0]}"  # noqa: PLR2004 - both
        which = f"one of {in_words(len(lines))} amounts read otherwise, {some}"
    return f"{subject(search.target.claim)} is what the grants come to with {which}: {how}."


# -- ways of counting


def _with_projects(lines: Sequence[Line]) -> str:
    return named(lines, lambda line: f"{called(line.recipient)} has {line.projects:,}")


def grants_not_projects(search: Search, several: Sequence[Line]) -> str:
    """Return that the figure counts grants, of which ``several`` pay for more projects than one."""
    return f"{subject(search.target.claim)} {_is(search)} the number of grants{_found(search, len(search.lines))}, not of projects: {_with_projects(several)}."


def projects_not_grants(search: Search, several: Sequence[Line]) -> str:
    """Return that the figure counts projects where grants are spoken of."""
    projects = sum(line.projects for line in search.lines)
    return f"{subject(search.target.claim)} {_is(search)} the number of projects{_found(search, projects)}, not of grants: {_with_projects(several)}."


def one_ignored(search: Search, lines: Sequence[Line]) -> str:
    """Return that one line counts as one project."""
    which = (
        f"{called(lines[0].recipient)} ({counted(lines[0].projects, 'project')})"
        if len(lines) == 1
        else f"one of {in_words(len(lines))} grants of {counted(lines[0].projects, 'project')} ({named(lines, lambda line: called(line.recipient))})"
    )
    return f"{subject(search.target.claim)} is the number of projects with {which} counted as one."


def recipients(search: Search, repeated: Sequence[Sequence[Line]]) -> str:
    """Return that the figure counts recipients, some of which have several grants."""
    grants = {id(lines[0]): in_words(len(lines)) for lines in repeated}
    who = named(
        [lines[0] for lines in repeated], lambda line: f"{called(line.recipient)} has {grants[id(line)]} grants"
    )
    number = len(search.lines) - sum(len(lines) - 1 for lines in repeated)
    return f"{subject(search.target.claim)} {_is(search)} the number of recipients{_found(search, number)}: {who}."


def _is(search: Search) -> str:
    return "is" if search.target.exact else "fits"


def _found(search: Search, number: int) -> str:
    return "" if search.target.exact else f" ({number:,})"
