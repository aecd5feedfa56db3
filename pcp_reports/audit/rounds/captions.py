"""Short lines between the lines of one list that look like a heading of the second half: the caption of a picture, say.

Where a figure above the list is right of both halves together, it is one list. Where none is, both readings are sensible,
and the first half is not held against a figure that is more than it comes to.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort
from pcp_reports.stated.words import what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.pieces.piece import Piece
    from pcp_reports.audit.rounds.gathered import Open
    from pcp_reports.audit.rounds.sheet import Sheet

_FEWEST = 2
_GUESSED = ("txt", "pdf")  # where nothing marks a heading as one


def goes_on_behind(sheet: Sheet, current: Open, gap: Sequence[Piece], piece: Piece) -> bool:
    """Return whether a block goes on with the list above a caption: a figure above it is right of both halves together."""
    if not _is_caption(sheet, current, gap, piece):
        return False
    first = [award for group in current.groups for award in group.awards]
    both = [*first, *half_behind(sheet, piece)]
    texts = [sheet.paper.passages[index].text for index in current.lead]
    return _is_right(texts, both) and not _is_right(texts, first)


def half_behind(sheet: Sheet, piece: Piece) -> list[Award]:
    """Return the lines of a list from a block on."""
    like = sheet.passage(piece).sort
    lines = takewhile(lambda one: one.of is Of.AWARDS and sheet.passage(one).sort is like, sheet.behind(piece.start))
    return [award for one in lines for award in one.awards]


def may_go_on(sheet: Sheet, one: Open) -> tuple[int, ...]:
    """Return the lines right behind a list and a caption, that may be its second half."""
    gap: list[Piece] = []
    for piece in sheet.behind(one.end):
        if piece.awards:
            lines = half_behind(sheet, piece) if _is_caption(sheet, one, gap, piece) else []
            return tuple(award.passage for award in lines)
        gap.append(piece)
        if len(gap) > 1:
            break
    return ()


def _is_caption(sheet: Sheet, current: Open, gap: Sequence[Piece], piece: Piece) -> bool:
    """Return whether a short line alone, set as the lines are, stands between lines of one make that have no heading yet."""
    shown = [one for one in gap if one.of is not Of.FURNITURE]
    if len(shown) != 1 or shown[0].of is not Of.HEAD or current.sign is not None or len(current.groups) > 1:
        return False
    line, last, here = sheet.passage(shown[0]), sheet.paper.passages[current.end - 1], sheet.passage(piece)
    guessed = line.sort is Sort.HEADING and sheet.paper.form in _GUESSED and current.head != sheet.sign(shown[0])
    set_alike = (line.sort is Sort.TEXT or guessed) and not line.bold and not line.label
    plain = set_alike and not line.text.rstrip().endswith(":")
    several = len(current.groups[0].awards) >= _FEWEST
    return plain and several and piece.of is Of.AWARDS and (last.sort, last.level) == (here.sort, here.level)


def _is_right(texts: Iterable[str], awards: Sequence[Award]) -> bool:
    """Return whether a figure of the words above a list is what these lines come to, or their number."""
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    for claim in (claim for text in texts for claim in find(text)):
        if claim.kind is not Kind.EXACT or claim.low is None or claim.high is None:
            continue
        if claim.unit is Unit.MONEY and claim.low * 100 <= pence <= claim.high * 100:
            return True
        if what_it_counts(claim) is not None and claim.value == len(awards):
            return True
    return False
