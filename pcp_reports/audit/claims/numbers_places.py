"""The passages about a list that may say how many grants it has: right above it, right behind it, and elsewhere in its paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.names import months_of
from pcp_reports.audit.words.rounds_named import rounds_named
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_MOST = 4  # passages above a list
_TOP = 6  # passages; a heading further down is of its section
_SEASON = re.compile(r"(?i)\b(spring|summer|autumn|winter|christmas|easter)\b")
DATED = re.compile(r"(?i)\b(?:published|updated|posted|dated?|last reviewed|added)\b")


def _first(paper: Paper, one: Round) -> int:
    """Return the first passage of a list: the first row of its table, or its first line."""
    first = min(award.passage for award in one.awards)
    table = paper.passages[first].table
    while first > 0 and table and paper.passages[first - 1].table == table:
        first -= 1
    return first


def right_above(paper: Paper, one: Round) -> list[int]:
    """Return the passages right above a list that may lead to it: the last paragraph, the captions and headings by it."""
    headings = {group.heading for group in one.groups if group.heading >= 0}
    at = _first(paper, one) - 1
    found: list[int] = []
    texts = 0
    while at >= 0 and len(found) < _MOST:
        passage = paper.passages[at]
        if at in headings:
            at -= 1
            continue
        if passage.sort in (Sort.ROW, Sort.HEADER, Sort.FOOTER, Sort.NOTE, Sort.BOX, Sort.TITLE):
            break
        heading = passage.sort is Sort.HEADING
        if not heading:
            texts += 1
            if texts > 1:
                break  # what stands above it may be of another list
        found.append(at)
        if heading and passage.level <= 1:
            break
        at -= 1
    return found


def headings_over(paper: Paper, one: Round) -> list[int]:
    """Return the headings above a list, the nearest three."""
    first = _first(paper, one)
    return [at for at in range(first) if paper.passages[at].sort is Sort.HEADING][-3:]


def right_behind(paper: Paper, one: Round) -> int | None:
    """Return the paragraph right behind a list."""
    last = max(award.passage for award in (*one.awards, *one.apart))
    table = paper.passages[last].table
    at = last + 1
    while at < len(paper.passages) and (
        (table and paper.passages[at].table == table) or any(total.passage == at for total in one.totals)
    ):
        at += 1
    if at >= len(paper.passages) or paper.passages[at].sort not in (Sort.TEXT, Sort.ITEM):
        return None
    return at


def top_headings(paper: Paper, one: Round) -> list[int]:
    """Return the headings at the top of a paper that has one list, none where what stands between may be of another round.

    “Winter round 2024: 7 projects funded” over a page is the list's own, unless a month, a season, a year or a round is named
    on the way to it, or in what leads to it, that the heading does not have.
    """
    first = _first(paper, one)
    found = [at for at in range(min(first, _TOP)) if paper.passages[at].sort in (Sort.HEADING, Sort.TITLE)]
    return [at for at in found if not names_another_time(paper, at, first)]


def names_another_time(paper: Paper, at: int, first: int) -> bool:
    """Return whether a heading, or what leads on from a heading, names another season, round or month than that heading does."""
    own = _times_of(paper.passages[at].text)
    if not own:
        own = frozenset().union(*(_times_of(paper.passages[index].text) for index in range(at)))
    between = [
        paper.passages[index].text
        for index in range(at + 1, first)
        if paper.passages[index].sort in (Sort.HEADING, Sort.TITLE) or first - index <= _MOST
    ]
    times = [_times_of(text) for text in between if DATED.search(text) is None]
    if not own:
        return len(frozenset().union(*times)) > 1  # it may be of all of them
    return any(not each <= own for each in times)


def _times_of(text: str) -> frozenset[str]:
    rounds = {f"{kind} {number}" for kind, numbers in rounds_named([text]).items() for number in numbers}
    seasons = {match[1].casefold() for match in _SEASON.finditer(text)}
    return frozenset((*rounds, *seasons, *(f"month {month}" for month in months_of(text))))


def elsewhere(paper: Paper, one: Round, known: set[int]) -> Iterator[int]:
    """Yield the other paragraphs and headings of a paper."""
    lines = {award.passage for award in (*one.awards, *one.apart)}
    for at, passage in enumerate(paper.passages):
        if at not in known and at not in lines and passage.sort in (Sort.TEXT, Sort.ITEM, Sort.HEADING, Sort.TITLE):
            yield at
