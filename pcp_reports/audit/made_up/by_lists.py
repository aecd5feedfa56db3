"""A sum in the text that a list of grants would come to, had not two digits of one grant, or of the sum, changed places.

No words need join the two: that a figure of six digits or more agrees so by chance does not happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import Figure, firmly, sentence_ends
from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.slips import is_swapped, swapped_part
from pcp_reports.audit.words.doubt import is_of_another_time
from pcp_reports.audit.words.whole import means_another

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_FEWEST = 3
_DIGITS = 6  # besides the noughts at the end
_MOST = 60  # grants: in a longer list a digit may agree by chance


def by_lists_in(
    paper: Paper, every: Sequence[tuple[Figure, ...]], rounds: Sequence[Round], locale: str
) -> Iterator[MadeUp]:
    """Yield the sums of the text with the lists that they would be the totals of but for two digits.

    A list that another sum of the text is the total of has its own.
    """
    told = {one.pence for figures in every for one in figures}
    for each in rounds:
        awards = [award for award in each.awards if award.counts]
        pence = [award.amount.pence for award in awards if award.amount is not None]
        if not _FEWEST <= len(pence) == len(awards) <= _MOST or sum(pence) in told:
            continue
        parts = tuple(
            Figure(award.passage, award.start, award.end, amount, full=True)
            for award, amount in zip(awards, pence, strict=True)
        )
        for figures in every:
            for one in figures:
                if _is_total(one, pence) and _is_plain(paper, one, locale):
                    yield MadeUp(one, parts, Shut.SLIP)


def _is_total(one: Figure, pence: Sequence[int]) -> bool:
    """Return whether a sum is what grants come to but for two digits: in a short grant only where the sum is the longer."""
    come_to = sum(pence)
    if not one.full or one.pence == come_to or len(str(one.pence).rstrip("0")) < _DIGITS or one.pence <= max(pence):
        return False
    if is_swapped(one.pence, come_to, fewest=_DIGITS) or swapped_part(pence, one.pence) is not None:
        return True
    gap = one.pence - come_to
    short = sum(each + gap > 0 and is_swapped(each, each + gap, fewest=2) for each in pence)
    return len(str(one.pence).rstrip("0")) > _DIGITS and short > 0


def _is_plain(paper: Paper, one: Figure, locale: str) -> bool:
    """Return whether a sum is given in full, in a sentence that speaks of no other time, and is no budget, pot or sum asked for."""
    text = paper.passages[one.passage].text
    begin = max((end for end in sentence_ends(text) if end <= one.start), default=0)
    end = next(end for end in sentence_ends(text) if end > one.start)
    told = text[begin:end]
    if is_of_another_time(told) or means_another(told, one.start - begin, one.end - begin):
        return False
    return firmly(paper, (one,), locale) is not None
