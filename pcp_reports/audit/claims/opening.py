"""What the top of a short paper says of its only list, above what leads to it: a headline, the first sentences of a notice.

Such a figure counts where it agrees. It is held against the list only where another figure proves that it is meant
(`proved`): “Four projects have won funding” over four lines, under the headline “£72,000 for local projects”.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard, heard_sentence
from pcp_reports.passage import AROUND, Sort
from pcp_reports.said import sentences_of
from pcp_reports.stated.asides import without_asides
from pcp_reports.stated.sentences import of_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.claims.summing import Summed
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper
    from pcp_reports.said import Sentence

_MOST_FIGURES = 12  # in a sentence; one with more is a list
_MOST_ABOVE = 20  # passages; above a list further down other things are told


def of_opening(paper: Paper, one: Round, made: Summed, locale: str) -> Iterator[Heard]:
    """Yield the claims at the top of a paper that stand beyond what leads to its list. None of them is firm by itself."""
    model, whole = made.whole.round, made.whole.sum
    first = min((*one.lead, *(award.passage for award in one.awards)), default=0)
    for index, sentence in sentences_above(paper, first, locale):
        spoken = heard_sentence(sentence, Decimal(0), own=False, size=(len(one.awards), whole.total.pence))
        for claim in of_sentence(spoken, model, sums=False, counts=False, doubtful=True):
            said = claim.said
            yield Heard(claim, index, said.claim.start if said is not None else 0)


def sentences_above(paper: Paper, first: int, locale: str) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences with figures at the top of a paper, above its passage ``first``, each with its passage."""
    above = paper.passages[:first]
    if first > _MOST_ABOVE or any(passage.numbered for passage in above):
        return
    for index, passage in enumerate(above):
        if passage.sort in (*AROUND, Sort.ROW) and passage.sort is not Sort.HEADING:
            continue
        for sentence in map(without_asides, sentences_of(passage.text, locale)):
            if 0 < len(sentence.claims) <= _MOST_FIGURES:
                yield index, sentence
