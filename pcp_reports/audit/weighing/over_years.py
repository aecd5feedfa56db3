"""Totals that fit a list where some of its lines are taken for one year, or for all their years: which is meant cannot be told.

“£26,900 (the second of three years; £80,700 in all)”: what was given may be either sum, and a total that is right with one of
them accuses nobody.
"""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

from pcp_reports.audit.weighing.weighed import Weighed, unjudged
from pcp_reports.audit.words.figures import pence_of
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper

_WORDS = "some lines give a sum for one year and another for several years"
_YEARS = re.compile(r"(?i)\b(?:years?|annum|annual(?:ly)?|yearly|per year|p\.?a\b|20[0-9]{2}[/–-](?:20)?[0-9]{2})")
_ASKED = re.compile(
    r"(?i)\b(?:ask(?:ed|ing)?|request(?:ed|ing)?|appli(?:ed|cation)|sought|bid|cost(?:s|ing)?|match\w*|reduced|down|up|raised|cut|from)\b[^£]{0,40}$"
)
"""Before a sum that was not given in any year."""
_LONGEST = 400  # characters of a line
_MOST = 6  # lines that may be read in two ways: of more, some of the ways come to almost any sum


def with_years(paper: Paper, one: Round, rows: Iterable[Weighed]) -> Iterator[Weighed]:
    """Yield the claims of a list, those left open that are right for some years of its lines, and wrong for others."""
    gaps: frozenset[int] | None = None
    for row in rows:
        total = row.judged.claim.total
        wrong = row.judged.total is not None and row.judged.total.verdict.is_wrong
        if total is None or not wrong or total.value is None or total.kind is not Kind.EXACT:
            yield row
            continue
        if any(award.passage == row.heard.passage and _pence(award) == pence_of(total) for award in one.awards):
            continue  # a line's own sum over all its years
        gaps = _gaps(paper, one.awards) if gaps is None else gaps
        fits = pence_of(total) - row.judged.over.total.pence in gaps
        yield Weighed(row.heard, unjudged(row.judged), _WORDS) if fits else row


def _gaps(paper: Paper, awards: Sequence[Award]) -> frozenset[int]:
    """Return by how many pence a list may be more or less, taken for other years: no line by itself, and all ways together."""
    ends = {(one.passage, one.start): other.start for one, other in pairwise(awards) if one.passage == other.passage}
    changes = [found for award in awards if (found := _changes(paper, award, ends.get((award.passage, award.start))))]
    if not 0 < len(changes) <= _MOST:
        return frozenset()
    return frozenset(map(sum, product(*((0, *each) for each in changes)))) - {0}


def _pence(award: Award) -> int:
    return award.amount.pence if award.amount is not None else 0


def _changes(paper: Paper, award: Award, end: int | None) -> tuple[int, ...]:
    """Return by how much a line is more or less with another of the sums that it prints, where it speaks of years."""
    passage = paper.passages[award.passage]
    if award.amount is None or passage.sort is Sort.ROW or (end is None and len(passage.text) > _LONGEST):
        return ()
    text = passage.text[award.start : end]
    if _YEARS.search(text) is None:
        return ()
    sums = {
        pence_of(claim)
        for claim in find(text)
        if claim.unit is Unit.MONEY and claim.value is not None and not _ASKED.search(text, 0, claim.start)
    }
    return tuple(sorted(pence - award.amount.pence for pence in sums - {award.amount.pence}))
