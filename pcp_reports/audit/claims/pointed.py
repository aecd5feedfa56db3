"""What is heard of a list, put together with the sums beside it that speak of all of it, however their sentences put it.

Where a sentence points to the list or gathers it, and holds one sum that no other reading claims, that sum is the list's. It is
held against the lines as any other; what it may take in besides is weighed later.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.afar import sums_afar
from pcp_reports.audit.claims.beside_list import sums_beside
from pcp_reports.audit.words.doubt import ends_in_colon
from pcp_reports.audit.words.whole import (
    is_other_money,
    is_said_to_be_another,
    is_split,
    leads_elsewhere,
    points_back,
    without_beside,
)
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.heard import Heard
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_FEWEST = 2
_ON_WHAT = re.compile(r"\bspen(?:ds?|t) £[0-9][0-9,.]* on \w")


def with_pointed(paper: Paper, one: Round, heard: Sequence[Heard], locale: str, *, only: bool) -> list[Heard]:
    """Return what is heard of a round, with the sums beside it that speak of all of it as such. ``only``: the paper has no other."""
    if one.told or len(one.awards) < _FEWEST:
        return list(heard)
    own = {(each.passage, each.offset): each for each in _pointed(paper, one, locale, only=only)}
    made: list[Heard] = []
    for each in heard:
        place = _place(each)
        if place not in own:
            if not _is_other_line(paper, each):
                made.append(_less_sure(each))
            continue
        found = own.pop(place)
        if each.claim.firm and len(one.groups) > 1:
            made.append(each)
        elif each.claim.firm:
            made.append(
                replace(
                    each,
                    claim=replace(each.claim, covers=()),
                    vouched=True,
                    whole=True,
                    # “This makes £9,000.” points to no grants, and may count earlier ones in
                    running=each.running and not _points_back(each),
                )
            )
        else:
            made.append(
                replace(found, leading=each.leading, heading=each.heading, row=each.row, back=each.back or found.back)
            )
            made += _count_alone(each)
    return sorted((*made, *own.values()), key=lambda each: (each.passage, each.offset))


def _pointed(paper: Paper, one: Round, locale: str, *, only: bool) -> Iterator[Heard]:
    yield from sums_beside(paper, one, locale, only=only)
    if only:
        yield from sums_afar(paper, one, locale)


def _points_back(each: Heard) -> bool:
    said = each.claim.total_said
    return said is not None and points_back(said.sentence.text)


def _less_sure(each: Heard) -> Heard:
    """Return a claim, not firm where the very clause of its sum says that it is other money, or a part."""
    said = each.claim.total_said
    if said is None or not each.claim.firm or each.heading or each.claim.count is not None:
        return each
    start = said.claim.start - said.sentence.start
    if is_split(said.sentence.text, said.claim.end - said.sentence.start):
        return each
    text = without_beside(said.sentence.text, leading=each.leading and ends_in_colon(said.sentence.text))
    other = is_said_to_be_another(text, start, said.claim.end - said.sentence.start) or (
        each.leading and leads_elsewhere(said.sentence.text, said.claim.end - said.sentence.start)
    )
    return replace(each, claim=replace(each.claim, firm=False), vouched=False) if other else each


def _count_alone(each: Heard) -> Iterator[Heard]:
    """Yield the number that a claim has besides its sum, as a claim of its own."""
    count, said = each.claim.count_said, each.claim.said
    if count is not None and said is not None:
        only = replace(each.claim, total=None, total_said=None)
        yield replace(each, claim=only, offset=each.offset + count.claim.start - said.claim.start)


def _is_other_line(paper: Paper, each: Heard) -> bool:
    """Return whether a line of a total behind a list is one of other money: “Total funding pot: £39,750”."""
    passage = paper.passages[each.passage]
    if not each.row or passage.table or passage.sort is Sort.ROW:
        return False
    return is_other_money(passage.text) or _ON_WHAT.search(passage.text) is not None


def _place(each: Heard) -> tuple[int, int]:
    """Return where the sum of a claim stands."""
    said, total = each.claim.said, each.claim.total_said
    return each.passage, each.offset + (total.claim.start - said.claim.start if total and said else 0)
