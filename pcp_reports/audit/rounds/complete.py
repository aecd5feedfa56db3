"""Whether a list is just what its own words say, so that no grant told of behind it is one of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.words.figures import is_to_the_penny
from pcp_reports.audit.words.names import last_sentence
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Sort
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.pieces.piece import Piece
    from pcp_reports.audit.rounds.gathered import Open
    from pcp_reports.audit.rounds.sheet import Sheet


def is_complete(sheet: Sheet, current: Open, heads: Sequence[Piece]) -> bool:
    """Return whether a list without strands is just what its lead says, and a heading with a sum of its own follows."""
    if current.sign is not None or not current.lead or not any("£" in sheet.text(one) for one in heads):
        return False
    return _says(last_sentence(sheet.paper.passages[current.lead[-1]].text), _awards(current))


def is_told_in_full(sheet: Sheet, current: Open, piece: Piece) -> bool:
    """Return whether a list that runs on within one paragraph opens with its own number or sum, and another paragraph follows.

    “Four grants had been made, amounting to £13,125: £5,000 to Guides, …” is whole, and “She had also given £15,000 to the
    College” behind it is no line of it.
    """
    awards = _awards(current)
    if not awards or len({award.passage for award in awards}) > 1 or piece.start < current.end:
        return False
    passage = sheet.paper.passages[awards[0].passage]
    if passage.sort is not Sort.TEXT:
        return False
    opening = passage.text[: min(award.start for award in awards)]
    return opening.rstrip().endswith(":") and _says(last_sentence(opening), awards)


def _awards(current: Open) -> list[Award]:
    return [award for group in current.groups for award in group.awards if award.counts]


def _says(text: str, awards: Sequence[Award]) -> bool:
    """Return whether words give the number of several awards, or what they come to."""
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    return len(awards) > 1 and any(
        is_to_the_penny(one, pence)
        if one.unit is Unit.MONEY
        else what_it_counts(one) is not None and one.value == len(awards)
        for one in find(text)
    )
