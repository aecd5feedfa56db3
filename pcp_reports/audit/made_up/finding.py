"""The wholes of a paper that are not what their parts come to, each said once, and none that a list of grants answers for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.text import place_in, where_of
from pcp_reports.audit.made_up.by_lists import by_lists_in
from pcp_reports.audit.made_up.by_years import by_years_in
from pcp_reports.audit.made_up.figures import figures_of
from pcp_reports.audit.made_up.in_turn import in_turn
from pcp_reports.audit.made_up.listed import listed_in
from pcp_reports.audit.made_up.near import near_in
from pcp_reports.audit.made_up.sets import Shut, disagrees
from pcp_reports.audit.made_up.slips import is_swapped, swapped_part
from pcp_reports.audit.made_up.told import told_in
from pcp_reports.checks.claim_words import capital
from pcp_reports.explaining.wording import in_words
from pcp_reports.findings import Finding, Related, Severity
from pcp_reports.money import Money
from pcp_reports.passage import AROUND, Sort
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.audit.made_up.sets import MadeUp
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST_SHOWN = 6
_OF_LISTS = ("G201", "G202", "G211")
"""Findings that hold a figure against a list already."""

_MOST_FIGURES = 40  # in one paragraph: of more nobody can say what belongs to what


def made_up(
    paper: Paper, rounds: Sequence[Round], locale: str = "en_GB", known: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """Yield a finding for each sum whose parts the paper gives and that is surely not what they come to.

    Where something is said of a line already (``known``) nothing more is.
    """
    told = {each.place.line for each in known if each.severity is Severity.WARNING}
    said: set[tuple[int, frozenset[int]]] = set()
    for one in odd_sums(paper, locale):
        key = (one.whole.pence, frozenset(part.pence for part in one.parts))
        place = place_in(paper, one.whole.passage, one.whole.start)
        if key in said or place.line in told or _is_of_a_list(one, rounds):
            continue
        said.add(key)
        yield _finding(paper, one)
    if any(each.code in _OF_LISTS for each in known):
        return
    for one in by_lists_in(paper, _flow(paper), rounds, locale):
        if place_in(paper, one.whole.passage, one.whole.start).line not in told:
            yield _finding(paper, one)


def odd_sums(paper: Paper, locale: str = "en_GB") -> Iterator[MadeUp]:
    """Yield the wholes of a paper that their parts do not come to, the surest sets first."""
    flow = _flow(paper)
    for one in _sets(paper, flow):
        about = _about(flow, one)
        if one.shut in (Shut.SLIP, Shut.PART) and _is_made_of(one, about):
            continue
        if disagrees(paper, one, about, locale):
            yield one


def _flow(paper: Paper) -> list[tuple[Figure, ...]]:
    """Return the sums of each passage that is no row of a table and stands in the flow of the text."""
    flow = [
        () if passage.sort is Sort.ROW or passage.sort in AROUND else figures_of(passage, index)
        for index, passage in enumerate(paper.passages)
    ]
    return [figures if len(figures) <= _MOST_FIGURES else () for figures in flow]


def _sets(paper: Paper, flow: Sequence[tuple[Figure, ...]]) -> Iterator[MadeUp]:
    for at, figures in enumerate(flow):
        if len(figures) > _FEWEST:
            yield from told_in(paper.passages[at].text, figures)
            yield from in_turn(paper.passages[at].text, figures)
        elif figures:
            yield from listed_in(paper, flow, at)
        if figures:
            yield from by_years_in(paper, flow, at)
    yield from near_in(paper, flow)


def _about(flow: Sequence[tuple[Figure, ...]], one: MadeUp) -> list[Figure]:
    """Return the sums of the passages that a set stands in, and of those right before and behind.

    What else stands in the items of a list is what each of some gets of a part.
    """
    items = {part.passage for part in one.parts} - {one.whole.passage}
    first, last = max(0, min(one.whole.passage, *items, len(flow)) - 1), max(one.whole.passage, *items, 0) + 2
    listed_ones = items if one.shut in (Shut.LIST, Shut.SURE) else frozenset[int]()
    return [
        figure
        for figures in flow[first:last]
        for figure in figures
        if figure.passage not in listed_ones or figure in one.parts
    ]


def _is_made_of(one: MadeUp, about: Sequence[Figure]) -> bool:
    """Return whether some sums about it, one after the other, do come to a whole."""
    for first in range(len(about)):
        for number, total in enumerate(accumulate(figure.pence for figure in about[first:])):
            if total >= one.whole.pence:
                if number and total == one.whole.pence:
                    return True
                break
    return False


def _is_of_a_list(one: MadeUp, rounds: Sequence[Round]) -> bool:
    """Return whether the parts are grants of a list: what is stated of that is judged there."""
    places = {(part.passage, part.pence) for part in one.parts}
    for each in rounds:
        awards = [award for award in (*each.awards, *each.apart) if award.amount is not None]
        same = {(award.passage, award.amount.pence) for award in awards if award.amount is not None} & places
        if len(same) >= _FEWEST:
            return True
    return False


def _finding(paper: Paper, one: MadeUp) -> Finding:
    whole = Money(one.whole.pence)
    parts = [Money(part.pence) for part in one.parts]
    shown = listed([str(part) for part in parts])
    if len(parts) > _MOST_SHOWN:
        shown = f"the {in_words(len(parts))} sums given as its parts"
    more = "more" if one.gap > 0 else "less"
    words = (
        f"The text gives {whole}, but its parts, {shown}, come to {one.come_to}, which is {Money(abs(one.gap))} {more}."
    )
    if len(parts) > _MOST_SHOWN:
        words = f"The text gives {whole}, but {shown} come to {one.come_to}, which is {Money(abs(one.gap))} {more}."
    return Finding(
        "G214",
        f"{capital(where_of(paper, one.whole.passage))}: {words}{_cause(one)}",
        place_in(paper, one.whole.passage, one.whole.start),
        "Correct the sum or its parts.",
        tuple(
            Related(str(Money(part.pence)), place_in(paper, part.passage, part.start))
            for part in one.parts
            if part.passage != one.whole.passage
        ),
    )


def _cause(one: MadeUp) -> str:
    """Return the slip that explains the gap exactly; nothing where none does."""
    if is_swapped(one.whole.pence, one.come_to.pence):
        return f" Two digits may have changed places: {Money(one.whole.pence)} for {one.come_to}."
    at = swapped_part([part.pence for part in one.parts], one.whole.pence)
    if at is None:
        return ""
    part = one.parts[at].pence
    return f" Two digits may have changed places: {Money(part)} for {Money(part - one.gap)}."
