"""Grants of “up to £3,500” in a list whose stated total takes them in full.

How much such a grant will be is open; where the paper gives the very sum that the list comes to with all of it, that is what
it means. Nothing else settles it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper

_BESIDE = 3  # pieces before a list, and behind it, that may state its total


def with_most_taken(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, sums “up to” so much as so much where a stated total bears that out."""
    found = list(made)
    for start, end in list(_runs(found)):
        awards = [award for piece in found[start:end] for award in piece.awards if award.counts]
        open_ones = [award for award in awards if award.amount is None]
        if not open_ones or len(open_ones) == len(awards) or any(_most(award) is None for award in open_ones):
            continue
        pence = sum(award.amount.pence if award.amount is not None else _most(award) or 0 for award in awards)
        if pence in _stated(
            paper, [*found[max(start - _BESIDE, 0) : start], *found[end : end + _BESIDE]], found[start:end]
        ):
            found[start:end] = [_taken(piece) for piece in found[start:end]]
    return found


def _runs(made: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield where lines of grants that follow one another begin and end; a table stands alone."""
    at = 0
    while at < len(made):
        end = at + 1
        while made[at].of is Of.AWARDS and end < len(made) and made[end].of is Of.AWARDS:
            end += 1
        if made[at].of in (Of.AWARDS, Of.TABLE):
            yield at, end
        at = end


def _most(award: Award) -> int | None:
    """Return the pence that a grant is at the most; None where it does not say so."""
    claim = award.claim
    if claim is None or claim.kind is not Kind.AT_MOST or claim.value is None or claim.each or award.recipients > 1:
        return None
    pence = claim.value * 100
    return int(pence) if pence == pence.to_integral_value() else None


def _stated(paper: Paper, beside: Sequence[Piece], own: Sequence[Piece]) -> frozenset[int]:
    """Return the exact sums, in pence, that the words beside a list and its rows of totals give."""
    words = [one for piece in beside if piece.of is not Of.TABLE for one in find(paper.passages[piece.start].text)]
    rows = [total.claim for piece in own for total in piece.totals]
    return frozenset(
        int(one.value * 100)
        for one in (*words, *rows)
        if one.unit is Unit.MONEY and one.kind is Kind.EXACT and one.value is not None
    )


def _taken(piece: Piece) -> Piece:
    """Return a piece with each open sum as the most that it may be."""

    def whole(award: Award) -> Award:
        most = _most(award) if award.counts and award.amount is None else None
        return award if most is None else replace(award, amount=Money(most))

    groups = tuple(replace(group, awards=tuple(map(whole, group.awards))) for group in piece.groups)
    read = piece.read
    read = None if read is None else replace(read, awards=tuple(map(whole, read.awards)))
    return replace(piece, groups=groups, read=read)
