"""Whether a block of lines is a list of grants: its own words, those that lead to it, and its shape must agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.grant_words import (
    gave_one,
    gives,
    hands_out,
    is_income,
    of_other_money,
    speaks_of_allocating,
    speaks_of_grants_given,
    strength,
    tells_of_one,
)
from pcp_reports.audit.words.names import last_sentence
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from pcp_reports.audit.rounds.lead import Lead
    from pcp_reports.audit.rounds.sheet import Sheet

_CLEAR = 2
_PLAINLY = 3
_ABOVE = 12
_BUDGETED = re.compile(
    r"(?i)\W*(?:(?:area|category|type|item|head(?:ing)?|analysis) of (?:spend|spending|expenditure|budget|income)|(?:service|spending|budget) (?:area|line|head|category)|"
    r"(?:expenditure|budget|cost cent(?:re|er)|income|reserves?|subjective)\b)"
)
_STOP = re.compile(r"\.\s+(?=[A-Z])")


def is_of_grants(sheet: Sheet, lead: Lead, piece: Piece) -> bool | None:
    """Return whether a block is a list of grants beyond doubt; None where it is certainly none."""
    shown = [*lead.pieces, *([lead.strand] if lead.strand is not None else [])]
    nearest = [sheet.text(one) for one in shown]
    closest = nearest[-2:] if lead.strand is not None else nearest[-1:]
    inside = [_own_words(sheet, piece)] if lead.inside else []
    close = " \n".join([*(last_sentence(text) for text in closest), *inside])
    totals = [sheet.paper.passages[total.passage].text for total in piece.totals]
    every = " \n".join(
        [*nearest, *([sheet.words(piece)] if lead.inside else []), *totals, sheet.heading_above(piece.start)]
    )
    told = " \n".join([close, sheet.words(piece)]) if lead.inside else close
    if piece.of is Of.TABLE and _BUDGETED.match(sheet.words(piece)):
        return None
    own = sheet.text(piece)
    if sheet.is_text(piece) and tells_of_one(own) and not is_income(own):
        return True  # “The Commissioner awarded £4,500 to the Canal Trust”, wherever it stands
    if is_income(close) or (of_other_money(close) and not speaks_of_grants_given(told)) or not _are_names(piece):
        return None
    clear = strength(told) > 0 or (strength(every) == _CLEAR and not of_other_money(close))
    if not clear and not of_other_money(every):
        leading = any(leads(last_sentence(text)) for text in closest)
        headed = bool(shown) and shown[-1].of is Of.HEAD
        # “£5,000:”, or “The following sums have been allocated:”, and straight to lines of who gets how much
        clear = ("£" in told and (headed or leading)) or (gives(told) and (piece.runs_on or leading))
        clear = clear or (piece.of is Of.TABLE and speaks_of_allocating(every))
        clear = (
            clear
            or hands_out(close)
            or gave_one(told if lead.inside else sheet.text(piece))
            or (leading and strength(every) > 0 and _is_plain_list(sheet, piece))
        )
    following = next((one for one in sheet.behind(piece.end) if one.of is not Of.TEXT), None)
    alone = following is None or not following.awards or following.of is Of.TABLE
    if sum(award.counts for award in piece.awards) < _CLEAR and alone:
        item = sheet.passage(piece).sort in (Sort.ITEM, Sort.ROW)
        structured = item or lead.strand is not None or any(text.rstrip().endswith(":") for text in closest)
        if structured and nearest:
            return clear
        return None
    sure = piece.sure or (piece.read is not None and piece.read.sure and not sheet.is_text(piece))
    if clear or (sure and not of_other_money(every)):
        return True
    if sure and piece.of is Of.AWARDS and piece.end > piece.start + 1 and not is_income(every):
        return any(strength(sheet.text(one)) > 0 for one in sheet.before(piece.start, _ABOVE))
    return _is_plain_list(sheet, piece) and _speaks_above(sheet, piece)


def _speaks_above(sheet: Sheet, piece: Piece) -> bool:
    """Return whether the nearest words above a plain list that speak of any money speak of grants given."""
    for one in reversed(sheet.before(piece.start, _ABOVE)):
        if one.of not in (Of.TEXT, Of.HEAD):
            continue
        text = sheet.text(one)
        if strength(text) == _CLEAR and not is_income(text):
            return True
        if of_other_money(text) or is_income(text):
            return False
    return False


def _own_words(sheet: Sheet, piece: Piece) -> str:
    """Return the words about the lines of a sentence that lists them, without the sentences behind it."""
    words = sheet.words(piece)
    if piece.of is Of.TABLE:
        return words
    stop = _STOP.search(words, max(award.end for award in piece.awards) if piece.runs_on else len(words))
    return words[: stop.start() + 1] if stop is not None else words


def _is_plain_list(sheet: Sheet, piece: Piece) -> bool:
    """Return whether lines of a name and a sum each, three at least, follow one another."""
    for number, one in enumerate(sheet.behind(piece.start), 1):
        if one.of is not Of.AWARDS or one.read is None or one.read.shape is not Shape.LINE:
            return False
        if number >= _PLAINLY:
            return True
    return False


def _are_names(piece: Piece) -> bool:
    """Return whether most of those named in a block can be recipients: “overtime” and “B” cannot."""
    names = [award.recipient for award in piece.awards]
    sound = [name for name in names if len(name) > 2 and not name[0].islower()]  # noqa: PLR2004 - a name, no letter
    return 2 * len(sound) >= len(names)
