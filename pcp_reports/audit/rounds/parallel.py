"""Lists right behind one another whose leads are worded alike: “The larger awards are:”, “The smaller awards (up to £2,000) are:”.

What stands above the first speaks of both: they are one list in two parts. Leads that give sums or numbers of their own
that are wrong, or other times, lead to lists of their own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.heads import name_of, names_part
from pcp_reports.audit.pieces.piece import Of
from pcp_reports.audit.words.fates import standing_of
from pcp_reports.audit.words.grant_words import of_other_money
from pcp_reports.audit.words.names import marks_of
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort
from pcp_reports.stated.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.pieces.piece import Piece
    from pcp_reports.audit.rounds.gathered import Open
    from pcp_reports.audit.rounds.sheet import Sheet
    from pcp_reports.claims import Claim

_MOST_WORDS = 20
_SEVERAL = 2
_LIKE = 2  # at least half of the words


def next_part(sheet: Sheet, current: Open, gap: Sequence[Piece], piece: Piece) -> tuple[Open, Piece | None] | None:
    """Return the round that a block goes on with, led to by a line worded as the one above the part before; None where it does not.

    Where the two lines say what their own parts come to, and are right, they name strands: the first is named so in the
    round, and the second line given with it.
    """
    shown = [one for one in gap if one.of is not Of.FURNITURE]
    if len(shown) != 1 or len(current.lead) < _SEVERAL or shown[0].of is not Of.TEXT:
        return None
    head, part = shown[0], current.groups[-1]
    above = sheet.paper.passages[part.heading if part.heading >= 0 else current.lead[-1]]
    line, first = sheet.passage(head), sheet.paper.passages[part.awards[0].passage]
    here = sheet.passage(piece)
    if (
        above.sort is not Sort.TEXT
        or line.sort is not Sort.TEXT
        or (first.sort, first.level) != (here.sort, here.level)
    ):
        return None
    if not _are_alike(above.text, line.text) or _is_of_the_first(sheet, current):
        return None
    own, other = _own(above.text), _own(line.text)
    if not own and not other:
        return current, None
    if not (own and other and _all_fit(own, part.awards) and _all_fit(other, _lines(sheet, piece))):
        return None
    if not _name_parts(above.text, line.text):
        return None
    if part.name is None:
        named = replace(part, name=name_of(above.text), heading=current.lead[-1])
        current = replace(current, groups=(*current.groups[:-1], named))
    return current, head


def _name_parts(one: str, other: str) -> bool:
    """Return whether two lines name a part each: “Members are asked to note the award of £900 to …” names none."""
    return name_of(one).casefold() != name_of(other).casefold() and names_part(one) and names_part(other)


def _are_alike(one: str, other: str) -> bool:
    """Return whether two lines lead to lists in like words."""
    if not all(text.rstrip().endswith(":") and len(text.split()) <= _MOST_WORDS for text in (one, other)):
        return False
    if any(of_other_money(text) or standing_of(text) is not Standing.AWARDED for text in (one, other)):
        return False
    first, second = (set(words_of(text)) - {":"} for text in (one, other))
    same = len(first & second)
    return marks_of(one) == marks_of(other) and same * _LIKE >= min(len(first), len(second)) and same >= _SEVERAL


def _own(text: str) -> list[Claim]:
    """Return the figures that a line gives of its own part: none is the most that one award may be."""
    return [claim for claim in find(text) if claim.kind is not Kind.AT_MOST]


def _all_fit(claims: Sequence[Claim], awards: Sequence[Award]) -> bool:
    pence, lines = _size(awards)
    return all(_fits(claim, pence, lines) for claim in claims)


def _size(awards: Sequence[Award]) -> tuple[int, int]:
    counted = [award for award in awards if award.counts]
    return sum(award.amount.pence for award in counted if award.amount is not None), len(counted)


def _lines(sheet: Sheet, piece: Piece) -> list[Award]:
    """Return the lines of a list that begins with a block."""
    alike = takewhile(
        lambda one: one.of is Of.AWARDS and not sheet.is_apart(one, piece.start), sheet.behind(piece.start)
    )
    return [award for one in alike for award in one.awards]


def _is_of_the_first(sheet: Sheet, current: Open) -> bool:
    """Return whether a figure above the first part is right of that part alone."""
    pence, lines = _size([award for group in current.groups for award in group.awards])
    return any(
        _fits(claim, pence, lines) for index in current.lead[:-1] for claim in find(sheet.paper.passages[index].text)
    )


def _fits(claim: Claim, pence: int, lines: int) -> bool:
    if claim.low is None or claim.high is None or claim.kind in (Kind.AT_MOST, Kind.AT_LEAST):
        return False
    if claim.unit is Unit.MONEY:
        return claim.low * 100 <= pence <= claim.high * 100
    return claim.unit is Unit.COUNT and claim.value == lines
