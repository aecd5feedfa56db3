"""Whether a block of lines is a list of grants: its own words, those that lead to it, and its shape must agree."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.beneath import telling
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.grant_words import (
    gave_one,
    gives,
    gives_to_one,
    hands_out,
    is_income,
    of_other_money,
    speaks_of_allocating,
    speaks_of_grants_given,
    strength,
)
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
_DECIDED = re.compile(
    r"(?i)(?:(?:amount|sum|grant|funding|award|value)s? )?(?:agreed|approved|awarded|granted|given|offered|donated)(?: (?:amount|sum|funding|grant))?(?:\W*£\W*)?"
)
_WHO = re.compile(
    r"(?i)(?:name of )?(?:the )?(?:community )?(?:group|organi[sz]ation|applicant|recipient|charity|club|project|body|school|beneficiary|grantee|partner|scheme)s?(?: name)?"
)
_STOP = re.compile(r"\.\s+(?!(?:They|Both|All|None|Neither)\s+(?:\w+\s+){0,3}?(?:was|were|had|have)\b)(?=[A-Z])")


def is_of_grants(sheet: Sheet, lead: Lead, piece: Piece) -> bool | None:
    """Return whether a block is a list of grants beyond doubt; None where it is certainly none."""
    shown = [*lead.pieces, *([lead.strand] if lead.strand is not None else [])]
    nearest = [sheet.text(one) for one in shown]
    closest = nearest[-2:] if lead.strand is not None else nearest[-1:]
    inside = [own_words(sheet, piece)] if lead.inside else []
    near = [telling(text) for text in closest]
    close = " \n".join([*near, *inside])
    totals = [sheet.paper.passages[total.passage].text for total in piece.totals]
    every = " \n".join(
        [*nearest, *([sheet.words(piece)] if lead.inside else []), *totals, sheet.heading_above(piece.start)]
    )
    told = " \n".join([close, sheet.words(piece)]) if lead.inside else close
    if piece.of is Of.TABLE and _BUDGETED.match(sheet.words(piece)):
        return None
    own = sheet.text(piece)
    if sheet.is_text(piece) and gives_to_one(own) and not is_income(own):
        return True  # “The Commissioner awarded £4,500 to the Canal Trust”, wherever it stands
    # what stands above a table of “Award” without leading to it may speak of other money: “Nothing may be spent on …”
    against = " \n".join([*(text for text in near if leads(text)), *inside]) if piece.sure else close
    if is_income(close) or (of_other_money(against) and not speaks_of_grants_given(told)) or not _are_names(piece):
        return None
    if _is_mostly_other(sheet, piece):
        return None
    if follows_surely(sheet, piece) and not is_income(every):
        return True  # “Approve a grant of £5,000 to …”, three times and more, whatever leads to them
    clear = strength(told) > 0 or (strength(every) == _CLEAR and not of_other_money(close))
    if not clear and not of_other_money(every):
        leading = any(leads(text) for text in near)
        headed = bool(shown) and shown[-1].of is Of.HEAD
        # “£5,000:”, or “The following sums have been allocated:”, and straight to lines of who gets how much
        clear = ("£" in told and (headed or leading)) or (gives(told) and (piece.runs_on or leading))
        clear = clear or (piece.of is Of.TABLE and (speaks_of_allocating(every) or _is_headed(sheet, piece)))
        clear = (
            clear
            or hands_out(close)
            or gave_one(told if lead.inside else sheet.text(piece))
            or (leading and strength(every) > 0 and _is_plain_list(sheet, piece))
        )
    # between two records of several lines each may stand more that the first says, with labels that look like headings
    passed = (Of.TEXT, Of.HEAD) if piece.end > piece.start + 1 and piece.of is Of.AWARDS else (Of.TEXT,)
    following = next((one for one in sheet.behind(piece.end) if one.of not in passed), None)
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


def _is_headed(sheet: Sheet, piece: Piece) -> bool:
    """Return whether the headings of a table speak of grants: of a sum that was agreed, and of those who get it."""
    words = sheet.words(piece)
    if of_other_money(words) or is_income(words):
        return False
    cells = [cell.text.strip() for cell in sheet.passage(piece).cells]
    decided = any(_DECIDED.fullmatch(text) for text in cells) and any(_WHO.fullmatch(text) for text in cells)
    return decided or strength(words) > 0


def follows_surely(sheet: Sheet, piece: Piece) -> bool:
    """Return whether lines that say of themselves that they are grants, three at least, follow one another, or stand in one sentence."""
    if piece.of is not Of.AWARDS:
        return False
    lines = 0
    for one in sheet.behind(piece.start):
        if one.of is not Of.AWARDS or one.read is None or not one.read.sure or sheet.is_apart(one, piece.start):
            return False
        lines += len(one.awards)
        if lines >= _PLAINLY:
            return True
    return False


def _is_mostly_other(sheet: Sheet, piece: Piece) -> bool:
    """Return whether a line is one of a list most of whose items are no grants, and speak of other money: sales, tenders."""
    first = sheet.passage(piece)
    if piece.of is not Of.AWARDS or first.sort is not Sort.ITEM or first.numbered:
        return False
    grants, others = len(piece.awards), 0
    for way in (reversed(sheet.before(piece.start, _ABOVE)), islice(sheet.behind(piece.end), _ABOVE)):
        for one in takewhile(lambda one: sheet.is_like(one, piece), way):
            grants += len(one.awards)
            others += one.of is Of.TEXT and "£" in sheet.text(one) and of_other_money(sheet.text(one))
    return others > grants


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


def own_words(sheet: Sheet, piece: Piece) -> str:
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
