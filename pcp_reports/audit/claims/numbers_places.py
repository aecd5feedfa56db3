"""The passages about a list that may say how many grants it has: right above it, right behind it, and elsewhere in its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_MOST = 4  # passages above a list


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


def elsewhere(paper: Paper, one: Round, known: set[int]) -> Iterator[int]:
    """Yield the other paragraphs and headings of a paper."""
    lines = {award.passage for award in (*one.awards, *one.apart)}
    for at, passage in enumerate(paper.passages):
        if at not in known and at not in lines and passage.sort in (Sort.TEXT, Sort.ITEM, Sort.HEADING, Sort.TITLE):
            yield at
