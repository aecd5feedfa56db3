"""Lines of a total that stand above a list rather than behind it, or behind it in words of their own.

“East – two grants totalling £9,000” over lines names a strand of them, as “East (£9,000)” does. Behind the lines under
“East”, “East – total £9,000” and “Two grants, £9,000” are their total, and no grant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import ReadLine, Shape
from pcp_reports.audit.pieces.heads import is_pair, name_of
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Paper, Passage

_MOST = 4  # pieces between a heading and the lines beneath it
_TOTAL_ALONE = re.compile(
    r"(?i)(?:(?:grand|sub|overall|the|total|totals|subtotal|amount|sum|value|of|for|to|in|all|is|awarded|award|grants?|awards?|funding|funded|"
    r"paid|approved|agreed|allocated|given|made|distributed|here|this|strand|fund|area|theme|district|part)\b\W*)+"
)
_TOTAL_FIRST = re.compile(r"(?i)\W*(?:the )?(?:grand |overall |combined )?(?:sub-?\s?)?totals?\b")
_NAMED = re.compile(
    r"(?i)(?P<over>[^£:]{2,60}?)\s*(?:[:–—-]|\()\s*(?:sub-?\s?)?total(?:s|ling| of| awarded)?\s*[:–—-]?\s*£[0-9][0-9,.]*\W*"
)
_Kind = tuple[Sort, int, bool, bool]


def with_sums_beside(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, totals over lines as headings of them, and totals behind them as totals."""
    found: list[Piece] = []
    head: Piece | None = None  # the nearest above
    for at, piece in enumerate(made):
        head = piece if piece.of is Of.HEAD else head
        found.append(_foot(paper, made, at, head) or piece)
    kinds: set[_Kind] = set()
    for at, piece in enumerate(found):
        if piece.of is Of.TOTAL and _heads_list(paper, found, at, kinds):
            one = paper.passages[piece.start]
            kinds.add(_kind(one))
            found[at] = Piece(Of.HEAD, piece.start, piece.end)
    return found


def _heads_list(paper: Paper, made: Sequence[Piece], at: int, kinds: set[_Kind]) -> bool:
    """Return whether a total stands over lines and says of what they are. ``kinds``: how such lines above it look."""
    piece = made[at]
    one = paper.passages[piece.start]
    if one.sort is Sort.ROW or (one.sort is Sort.ITEM and not _is_over_items(paper, made, at)):
        return False
    above = next((made[up] for up in range(at - 1, -1, -1) if made[up].of is not Of.FURNITURE), None)
    behind = above is not None and bool(above.awards)
    if (
        piece.read is not None
        and _TOTAL_FIRST.match(piece.read.over)
        and (behind or one.sort in (Sort.TEXT, Sort.ITEM))
    ):
        return False  # “Total for East: £9,000”, which the lines above come to, or those below a heading above
    if piece.read is not None and _TOTAL_ALONE.fullmatch(piece.read.over.strip(" (:–—-") + " "):
        return one.sort in (Sort.HEADING, Sort.TITLE) and not behind and _has_lines(made, at)
    if one.sort in (Sort.HEADING, Sort.TITLE):
        return _has_lines(made, at)
    below = next((other for other in made[at + 1 : at + 1 + _MOST] if other.of is not Of.FURNITURE), None)
    if below is None or not below.awards or (above is not None and above.of is Of.TOTAL):
        return False
    return one.text.rstrip().endswith(":") or not behind or _kind(one) in kinds


def _is_over_items(paper: Paper, made: Sequence[Piece], at: int) -> bool:
    """Return whether an item has items of its own beneath it: bullets under a number, or a list within a list."""
    below = next((other for other in made[at + 1 : at + 1 + _MOST] if other.of is not Of.FURNITURE), None)
    if below is None:
        return False
    one, line = paper.passages[made[at].start], paper.passages[below.start]
    return line.sort is Sort.ITEM and (line.level > one.level or (one.numbered and not line.numbered))


def _has_lines(made: Sequence[Piece], at: int) -> bool:
    """Return whether lines stand beneath a heading, before the next one."""
    for piece in made[at + 1 : at + 1 + _MOST]:
        if piece.awards:
            return True
        if piece.of is Of.HEAD:
            return False
    return False


def _kind(one: Passage) -> _Kind:
    return one.sort, one.level, one.bold, one.text.rstrip().endswith(":")


def _foot(paper: Paper, made: Sequence[Piece], at: int, head: Piece | None) -> Piece | None:
    """Return a line behind a list as its total: under “East” the line “East – total £9,000”, or “Two grants, £9,000”."""
    piece = made[at]
    if at == 0 or piece.of not in (Of.AWARDS, Of.TEXT) or piece.end != piece.start + 1 or not made[at - 1].awards:
        return None
    text = paper.passages[piece.start].text
    if piece.of is Of.TEXT:
        if not is_pair(text):
            return None
        over = ""
    else:
        named = _NAMED.fullmatch(text) if len(piece.awards) == 1 else None
        if named is None:
            return None
        over = named["over"].strip()
        if head is None or over.casefold() != name_of(paper.passages[head.start].text).casefold():
            return None  # “Guides – total £500” in a list of such lines
    claims = [claim for claim in find(text) if claim.unit is Unit.MONEY]
    if len(claims) != 1:
        return None
    return Piece(Of.TOTAL, piece.start, piece.end, ReadLine((), shape=Shape.TOTAL, total=claims[0], over=over))
