"""What a paper says of each strand of its lists side by side: “£12,000 from the Community Fund and £8,000 from the Innovation Fund”.

Sums that stand side by side, one to each strand, are of one thing. Where one of them is what its strand comes to, to the
penny, the others are meant to be what theirs come to, wherever in the paper they stand: in one sentence, as items one
after another, as the rows of a small table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.claims.strand_names import strands_of
from pcp_reports.audit.claims.strand_numbers import counted_by_strand
from pcp_reports.audit.claims.strand_tables import in_tables
from pcp_reports.audit.claims.strand_words import in_items, in_sentences
from pcp_reports.audit.words.figures import is_to_the_penny, pence_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.claims.strand_names import Strand
    from pcp_reports.audit.claims.strand_side import Side
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_SEVERAL = 2
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """What is said side by side: for each round of its strands, or of all of it (``of_rounds``); ``of_all`` of all rounds."""

    of_rounds: tuple[tuple[Heard, ...], ...]
    of_all: tuple[Heard, ...] = ()


def told_by_strand(paper: Paper, rounds: Sequence[Round], locale: str = "en_GB") -> Sides:
    """Return what is said of the strands of a paper's rounds side by side."""
    strands = strands_of(paper, rounds)
    if not strands:
        return Sides(tuple(() for _ in rounds))
    taken = {index for one in rounds for index in _taken(one)}
    free = [index for index in range(len(paper.passages)) if index not in taken]
    leads = frozenset(index for one in rounds for index in one.lead)
    bodies = frozenset(
        award.recipient for one in rounds for award in one.awards if len(award.recipient) >= _FEWEST_LETTERS
    )
    made: list[list[Heard]] = [[] for _ in range(len(rounds) + 1)]
    parts = sum(len(one.groups) for one in rounds)
    for told in (
        in_sentences(paper, strands, bodies, free, leads, locale),
        in_items(paper, strands, bodies, free, locale),
        in_tables(paper, strands, free, locale),
    ):
        for sides in told:
            for at, heard in _borne_out(strands, sides, parts):
                made[at].append(heard)
    for at, heard in counted_by_strand(paper, rounds, strands, free, locale):
        made[at].append(heard)
    return Sides(tuple(map(tuple, made[:-1])), tuple(made[-1]))


def _taken(one: Round) -> Iterator[int]:
    """Yield the passages from the first line of a round to its last, and its headings."""
    places = [award.passage for award in (*one.awards, *one.apart)]
    yield from range(min(places, default=0), max(places, default=-1) + 1)
    yield from (group.heading for group in one.groups if group.heading >= 0)
    yield from (total.passage for total in one.totals)


def _borne_out(strands: Sequence[Strand], sides: Sequence[Side], every: int) -> Iterator[tuple[int, Heard]]:
    """Yield the claims of sums that stand side by side, where one at least is right, with the number of their round.

    A sum of them all is one only where each of them is right, and they are all the strands of one round, or all the
    strands there are (``every`` is their number), of all rounds: -1.
    """
    parts = [(side, side.strand) for side in sides if side.strand is not None]
    told = [strand for _, strand in parts]
    right = [strand for side, strand in parts if _is_right(side, strand)]
    if len(parts) < _SEVERAL or len({id(strand) for strand in told}) != len(told) or not right:
        return
    for side, strand in parts:
        if strand.sound:
            yield strand.at, _heard(side, strand, sure=strand in right)
    whole = [side for side in sides if side.strand is None]
    if len(whole) != 1 or len(right) != len(parts):
        return
    if len({strand.at for strand in told}) > 1:
        if len(told) == every:
            yield -1, _heard(whole[0], None, sure=True)
    elif told[0].covers and len(told) == sum(strand.at == told[0].at for strand in strands):
        yield told[0].at, _heard(whole[0], None, sure=True)


def _heard(side: Side, strand: Strand | None, *, sure: bool) -> Heard:
    """Return what is said of a strand, or of all. Its number counts only beside a sum that is right (``sure``)."""
    claim = side.claim if sure else replace(side.claim, count=None, count_said=None)
    covers = strand.covers if strand is not None else ()
    claim = replace(claim, covers=covers, firm=True, placed=True, near=())
    more = strand is not None and claim.total is not None and pence_of(claim.total) > strand.pence
    return Heard(claim, side.passage, side.offset, back=True, vouched=True, holds=True, running=side.row and more)


def _is_right(side: Side, strand: Strand) -> bool:
    total = side.claim.total
    return total is not None and strand.sound and is_to_the_penny(total, strand.pence)
