"""Grants told of outside the lists whose amount has the digits of a listed one in another order: £2,460 for £2,640."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.doubt import may_be_another_grant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.passage import Paper

_FEWEST_DIGITS = 2


def strays(paper: Paper, pieces: Sequence[Piece], rounds: Sequence[Round]) -> Iterator[tuple[Award, Award]]:
    """Yield listed awards with the mention elsewhere that slips from each; a recipient with several of either has none.

    Only a slip of digits is taken for one: another amount may be another grant.
    """
    listed = _by_name([award for one in rounds for award in (*one.awards, *one.apart)])
    known = {award.passage for one in rounds for award in (*one.awards, *one.apart)}
    beside = {index for one in rounds for index in (*one.lead, *one.tail)}
    apart = [
        award
        for piece in pieces
        if piece.of is Of.AWARDS and piece.start not in known and piece.start not in beside
        for award in piece.awards
        if not may_be_another_grant(paper.passages[piece.start].text)
    ]
    for name, mentions in _by_name(apart).items():
        awards = listed.get(name, [])
        if len(awards) == len(mentions) == 1 and _is_slip(awards[0], mentions[0]):
            yield awards[0], mentions[0]


def _by_name(awards: Sequence[Award]) -> dict[str, list[Award]]:
    found: dict[str, list[Award]] = {}
    for award in awards:
        found.setdefault(" ".join(award.recipient.casefold().removeprefix("the ").split()), []).append(award)
    return found


def _is_slip(one: Award, other: Award) -> bool:
    if one.amount is None or other.amount is None or one.amount == other.amount:
        return False
    digits = sorted(str(one.amount.pence).rstrip("0"))
    return len(digits) > _FEWEST_DIGITS and digits == sorted(str(other.amount.pence).rstrip("0"))
