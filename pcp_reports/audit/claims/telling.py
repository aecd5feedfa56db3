"""What a paper says a round comes to: in the words that lead to its list, in headings, in rows of totals, behind it.

Each figure is heard with how surely it speaks of the round; one that may speak of something else counts only where it
agrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.claims.agreeing import agreeing
from pcp_reports.audit.claims.foremost import goes_on, opening_of
from pcp_reports.audit.claims.hearing import of_text
from pcp_reports.audit.claims.known_numbers import known_numbers
from pcp_reports.audit.claims.numbered import with_numbers
from pcp_reports.audit.claims.opening import of_opening
from pcp_reports.audit.claims.others_numbers import without_others
from pcp_reports.audit.claims.pointed import with_pointed
from pcp_reports.audit.claims.pointed_sums import with_pointed_sums
from pcp_reports.audit.claims.proven import with_proven
from pcp_reports.audit.claims.referred import with_referred
from pcp_reports.audit.claims.row_numbers import of_row_numbers
from pcp_reports.audit.claims.rows import of_brackets, of_heading, of_rows
from pcp_reports.audit.claims.summing import Summed, summed
from pcp_reports.audit.claims.text import AboutText, about, is_heading
from pcp_reports.audit.claims.witnessed import witnessed
from pcp_reports.audit.words.doubt import announced_in
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper


@dataclass(frozen=True, slots=True)
class Telling:
    """A round with all that is told of it: its sum, its claims, and the text they stand in.

    ``goes_on``: right behind it others are led to that got something as well.
    """

    summed: Summed
    heard: tuple[Heard, ...]
    text: AboutText
    goes_on: bool = False


def telling(
    paper: Paper,
    one: Round,
    locale: str = "en_GB",
    *,
    only: bool = False,
    beside: Sequence[Heard] = (),
    pointing: Sequence[Heard] = (),
) -> Telling:
    """Return a round with the claims that the paper makes of it, in order.

    ``only``: the paper has no other; ``beside`` is what stands of its strands side by side, ``pointing`` what points to it by
    the number of its place.
    """
    headings = tuple(group.heading for group in one.groups if group.heading >= 0)
    first = min((award.passage for award in one.awards), default=0)
    running = tuple(
        dict.fromkeys(
            award.passage
            for award in (*one.awards, *one.apart)
            if paper.passages[award.passage].sort is not Sort.ROW and _is_running(paper, award)
        )
    )
    lead = tuple(index for index in one.lead if index not in headings)
    tail = [index for index in one.tail if index not in running]
    every = tuple(dict.fromkeys((*lead, *running, *tail, *one.afar)))
    text = about(paper, every, (*one.awards, *one.apart))
    leading = _leading(paper, lead, running, first)
    announced = announced_in(paper.passages[index].text for index in (*reversed(lead), *running[:1]))
    made = summed(one, text.text, announced=announced)
    heard = [*beside]
    heard += of_text(paper, one, made, text, leading, locale)
    for group in one.groups:
        if group.heading >= 0 and group.name is not None:
            heard += of_heading(paper, made, group, locale)
    heard += of_rows(paper, one)
    heard += of_row_numbers(paper, one)
    for index in lead:
        if is_heading(paper, index):
            heard += of_brackets(paper.passages[index].text, index)
    if only:
        heard += of_opening(paper, one, made, locale)
    opening = opening_of(paper, one, heard) if only else frozenset()
    told = with_proven(paper, one, witnessed(_once(heard), made, first, opening), locale)
    told = with_pointed(paper, one, told, locale, only=only)
    told = without_others(paper, one, with_numbers(paper, one, told, made, locale, only=only))
    told = with_referred(with_pointed_sums(paper, one, told, locale), pointing)
    bare = agreeing(paper, one, made, told, locale) if only else ()
    told = [*told, *bare]
    return Telling(made, (*told, *known_numbers(paper, one, told, locale)), text, goes_on(paper, one))


def _is_running(paper: Paper, award: Award) -> bool:
    """Return whether an award stands in a sentence that says more than the award, as a run-on list does."""
    text = paper.passages[award.passage].text
    return len(text) > (award.end - award.start) + len(text) // 4 or "£" in text[: award.start] + text[award.end :]


def _leading(paper: Paper, lead: Sequence[int], running: Sequence[int], first: int) -> frozenset[int]:
    """Return the passages whose last sentence leads to the list: the last of the lead, and headings right above it."""
    found = set(running)
    for index in reversed(lead):
        if index > first:
            continue
        found.add(index)
        if paper.passages[index].sort is not Sort.HEADING:
            break
    return frozenset(found)


def _once(heard: Iterable[Heard]) -> list[Heard]:
    """Return the claims, each that stands in one place once."""
    kept: dict[tuple[int, int], Heard] = {}
    for one in heard:
        kept.setdefault((one.passage, one.offset), one)
    return sorted(kept.values(), key=lambda one: (one.passage, one.offset))
