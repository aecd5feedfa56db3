"""Figures that bear out by themselves that a list was read as meant: they are the list's, however their sentences put it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard
from pcp_reports.claims import Unit
from pcp_reports.said import Said, sentences_of
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts, what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper


def with_proven(paper: Paper, one: Round, heard: Sequence[Heard], locale: str) -> list[Heard]:
    """Return what is heard of a round, with the figures that are proved to be its own as such.

    Beside grants told in running text the others count only where they agree: they may be of anything.
    """
    if not one.proven:
        return list(heard)
    own = {(each.passage, each.offset): each for each in _proven(paper, one, locale)}
    for each in heard:
        if each.claim.firm and len(places := _places(each)) > 1 and not own.keys().isdisjoint(places):
            # a sum and a number told in one breath stay one claim
            own = {place: other for place, other in own.items() if place not in places}
            own[each.passage, each.offset] = replace(each, vouched=True)
    others = [each for each in heard if (each.passage, each.offset) not in own]
    if one.told:
        others = [replace(each, claim=replace(each.claim, firm=False)) for each in others]
    return sorted((*others, *own.values()), key=lambda each: (each.passage, each.offset))


def _places(each: Heard) -> tuple[tuple[int, int], ...]:
    """Return where the figures of a claim stand, each by its passage and its place in the text of that."""
    first = each.claim.said
    figures = (each.claim.total_said, each.claim.count_said)
    starts = [said.claim.start - first.claim.start for said in figures if said is not None and first is not None]
    return tuple((each.passage, each.offset + start) for start in starts)


def _proven(paper: Paper, one: Round, locale: str) -> Iterator[Heard]:
    for index in dict.fromkeys(passage for passage, _ in one.proven):
        for sentence in sentences_of(paper.passages[index].text, locale):
            for claim in sentence.claims:
                if (index, claim.start) not in one.proven:
                    continue
                said = Said(claim, sentence)
                if claim.unit is Unit.MONEY:
                    told = Assertion(total=claim, total_said=said)
                else:
                    told = Assertion(count=claim, counts=what_it_counts(claim) or Counts.RECIPIENTS, count_said=said)
                yield Heard(told, index, claim.start, leading=True, vouched=True)
