"""Lines that close a list with its sum and no word for a total: “Main grants – £14,889” behind four main grants, “£14,889” alone.

Such a line looks like one more grant, or like what leads to the lines beneath. Only the arithmetic tells: it gives, to the penny,
what the lines right above it come to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.tables.tallies import names_a_kind
from pcp_reports.claims import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.claims import Claim
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST = 60
_NAME_AND_SUM = re.compile(r"(?P<name>[^£]{0,80}?)[\s:,;–—-]*£[0-9][0-9,]*(?:\.[0-9]{2})?\.?")


def with_closing_sums(paper: Paper, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a line that closes those above it with their very sum, under the name of their kind, as their total.

    A sum without any word says nothing of what it is over: amid a list it is passed over.
    """
    made: list[Piece] = []
    above: list[int | None] = []  # what each line since the last heading or total gives, in pence
    for number, piece in enumerate(pieces):
        told = _name_and_sum(paper, piece) if _FEWEST <= len(above) <= _MOST and None not in above else None
        if told is not None and told[1].value is not None and sum(pence or 0 for pence in above) == told[1].value * 100:
            name, claim = told
            amid = number + 1 < len(pieces) and bool(pieces[number + 1].awards)
            if name:
                made.append(Piece(Of.TOTAL, piece.start, piece.end, ReadLine((), False, Shape.TOTAL, claim, name)))
            else:
                made.append(Piece(Of.FURNITURE, piece.start, piece.end) if amid else piece)
            above = []
            continue
        if piece.awards:
            above += [
                award.amount.pence if award.amount is not None else None for award in piece.awards if award.counts
            ]
        elif piece.of is not Of.FURNITURE:
            above = []
        made.append(piece)
    return made


def _name_and_sum(paper: Paper, piece: Piece) -> tuple[str, Claim] | None:
    """Return the name of a kind of grants, or none, and the sum that a line gives and nothing more; None for any other piece."""
    if piece.of not in (Of.AWARDS, Of.TEXT, Of.HEAD) or piece.end != piece.start + 1:
        return None
    text = paper.passages[piece.start].text.strip()
    match = _NAME_AND_SUM.fullmatch(text)
    if match is None or not (not match["name"] or names_a_kind(match["name"])):
        return None
    sums = [claim for claim in find(text) if claim.readable]
    return (match["name"], sums[0]) if len(sums) == 1 else None
