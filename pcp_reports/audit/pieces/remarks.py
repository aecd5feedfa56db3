"""Sentences behind a list of plain paragraphs that tell of the list, or of other money, and are no lines of it.

“Elm Club – £500”, a paragraph each, and behind them “Separately, £900 went to the Road Fund.”: such a sentence has a body
and a sum as the lines have. It is known by what the list comes to without it, where that is just what the words above say,
by its number, where it is the next numbered paragraph of the paper, or by its own words: “Payments to date: £900.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.grant_words import gives_to_one
from pcp_reports.audit.words.numbers_told import numbers_told
from pcp_reports.claims import Unit, find
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper, Passage

_FEWEST = 2
_MOST_APART = 3  # texts between the list and a remark on it
_MOST_ABOVE = 3  # passages above the list that may give what it comes to
_STOPS = (".", "!", "?")

Make = tuple[bool, str, str]
"""How a line is made: whether its sum comes first, what stands right behind its first part, what right before its second."""

_OUTSIDE = re.compile(
    r"(?i)(?:excluding|excepting|except(?: for)?|omitting|disregarding|ignoring|not (?:counting|including)|without|leaving (?:out|aside)|"
    r"apart from|other than|aside from|if [^£,]{3,60} (?:is|are) left out|(?:together |taken )?with the [^£,]{3,60}, the total|added to|including the)\b"
)
"""How a sentence begins that gives what the awards come to without one of them, or with others."""

_OF_PAYMENT = re.compile(
    r"(?i)(?:payments?|paid|still to (?:be )?pa(?:y|id)|outstanding|spent|claimed|unclaimed|year to date|previous quarters?|earlier quarters?|to date|"
    r"the (?:first|second|third|final|remaining) (?:instal\w+|payments?|tranches?))\b(?: (?:to date|so far|made|already))?\s*(?:[:,–—-]|of £|come|amount|total)"
)
_OF_SIZE = re.compile(
    r"(?i)(?:the|our|its|his|her) (?:\w+ )?(?:largest|biggest|highest|greatest|smallest|lowest|least|oldest|newest)(?: \w+)? (?:grants?|awards?|donations?|gifts?|sums?|amounts?)\b"
)
"""“The largest grant, £9,500, went to Elm Club”, which the list has already."""
_PAID_OUT = re.compile(
    r"(?i)\b(?:will|shall|to|has|have|had|is|was) (?:already |now |so far |then )?(?:be |been |being )?paid\b|\bof (?:this|that|it|its (?:grant|award)|the (?:grant|award))\b"
)
"""What of a grant was paid, or what some of it is for."""
_RECEIVED = re.compile(r"(?i)\b(?:received?s?|gets?|got|awarded|granted|given|named|stated|shown)\b")
_OF_SEVERAL = re.compile(
    r"(?i)\b(?:the|these|those|all) (?:\w+ ){0,3}(?:awards?|grants?|total|sum)\b[^£]{0,80}\b(?:com(?:e|es|ing) to|is|was|totals?|amounts? to|makes?) (?:a total of |in all )?£"
)
"""“The awards to Elm Club and Ash Hall come to £900”, “the total is £900”: what is told of has no name of its own."""


def with_remarks(paper: Paper, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces; sentences behind a list of plain paragraphs, or of one sentence, that are no lines of it as text."""
    made = list(pieces)
    at = 0
    while at < len(made):
        end = _list_end(paper, made, at)
        if end > at:
            for other in _remarks(paper, made, at, end):
                made[other] = Piece(Of.TEXT, made[other].start, made[other].end)
        at = max(end, at + 1)
    return made


def _list_end(paper: Paper, pieces: Sequence[Piece], at: int) -> int:
    """Return where the lines of one make end that begin at a piece; the same place where it begins no such list."""
    first = pieces[at]
    if not _is_plain(paper, first):
        return _items_end(paper, pieces, at)
    if first.runs_on:
        return at + 1 if len(first.awards) >= _FEWEST else at
    make = _make(paper, first.awards[0])
    end = at + 1
    while end < len(pieces) and (pieces[end].of is Of.FURNITURE or _is_line(paper, pieces[end], make)):
        end += 1
    lines = sum(1 for one in pieces[at:end] if one.awards)
    return end if lines >= _FEWEST else at


def _items_end(paper: Paper, pieces: Sequence[Piece], at: int) -> int:
    """Return where items, or grants told in a few short lines each, end that begin at a piece; the same place where none do."""
    first = pieces[at]
    if first.of is not Of.AWARDS:
        return at
    end = at + 1
    while end < len(pieces) and (
        pieces[end].of is Of.FURNITURE or _is_next(paper, first, pieces[end - 1], pieces[end])
    ):
        end += 1
    return end if sum(1 for one in pieces[at:end] if one.awards) >= _FEWEST else at


def _is_next(paper: Paper, first: Piece, before: Piece, piece: Piece) -> bool:
    """Return whether a piece goes on with items of one kind, or with grants of several lines each.

    The next paragraph of a paper, whose number does not follow on that of the last item, is none.
    """
    if piece.of is not Of.AWARDS:
        return False
    line, last, one = (paper.passages[each.start] for each in (first, before, piece))
    if line.sort is Sort.TEXT:
        return one.sort is Sort.TEXT and piece.end > piece.start + 1
    if (one.sort, one.numbered, one.level) != (line.sort, line.numbered, line.level):
        return False
    own, other = last.label.strip(" ().[]"), one.label.strip(" ().[]")
    if own.isdecimal() or other.isdecimal():
        return own.isdecimal() and other.isdecimal() and int(other) == int(own) + 1
    return True


def _is_plain(paper: Paper, piece: Piece) -> bool:
    """Return whether a piece is a paragraph with grants in it, not numbered, no item and no row."""
    one = paper.passages[piece.start]
    return piece.of is Of.AWARDS and piece.end == piece.start + 1 and one.sort is Sort.TEXT and bool(piece.awards)


def _is_line(paper: Paper, piece: Piece, make: Make) -> bool:
    return (
        _is_plain(paper, piece)
        and len(piece.awards) == 1
        and _make(paper, piece.awards[0]) == make
        and _OF_PAYMENT.match(paper.passages[piece.start].text) is None
    )


def _make(paper: Paper, award: Award) -> Make:
    """Return how a line puts a body and a sum together: “ –” and “– ” of “Elm Club – tents – £500”, “was” and “awarded”."""
    text = paper.passages[award.passage].text
    sums = award.claim.text if award.claim is not None else "£"
    name, money = text.find(award.recipient), text.find(sums)
    if name < 0 or money < 0:
        return False, "", ""
    first = money < name
    between = text[money + len(sums) : name] if first else text[name + len(award.recipient) : money]
    parts = between.split()
    return first, _mark(parts[0]) if parts else "", _mark(parts[-1]) if parts else ""


def _mark(word: str) -> str:
    """Return the mark that a word opens with, or else the mark that it ends in, or else the word: “(two” as “(”, “tents,” as “,”."""
    if not word[0].isalnum():
        return word[0]
    return word[-1] if not word[-1].isalnum() else word.casefold()


def _remarks(paper: Paper, pieces: Sequence[Piece], first: int, end: int) -> list[int]:
    """Return which pieces behind a list are sentences about it, or about other money. None, where more of its lines follow."""
    listed = [award for piece in pieces[first:end] for award in piece.awards]
    found: list[int] = []
    texts = 0
    for at in range(end, len(pieces)):
        piece = pieces[at]
        if piece.of is Of.FURNITURE:
            continue
        if piece.of in (Of.HEAD, Of.TABLE):
            break
        if piece.of is not Of.AWARDS:
            texts += 1
            if texts > _MOST_APART or paper.passages[piece.start].text.rstrip().endswith(":"):
                break
            continue
        if not _may_be_remark(paper, pieces[first], piece, listed):
            break
        plain = _is_plain(paper, pieces[first])
        if (plain and _is_told_without(paper, pieces[first].start, listed, piece.awards)) or _is_remark(
            paper, piece, listed, plain=plain
        ):
            found.append(at)
    return found


def _may_be_remark(paper: Paper, line: Piece, piece: Piece, listed: Sequence[Award]) -> bool:
    """Return whether a piece is a sentence or a numbered paragraph, made otherwise than the lines above it."""
    one = paper.passages[piece.start]
    text = one.text.rstrip()
    if piece.end > piece.start + 1 or not (one.sort is Sort.TEXT or (one.numbered and one.level == 0)):
        return False
    if text.endswith(":") or not text.endswith(_STOPS):
        return False
    if len(piece.awards) > len(listed) or (piece.runs_on and len(piece.awards) > _FEWEST):
        return False  # a list of its own
    if line.runs_on:
        return not text.endswith(";")
    if _OF_PAYMENT.match(text):
        return True
    return _make(paper, piece.awards[0]) != _make(paper, line.awards[0])


def _is_remark(paper: Paper, piece: Piece, listed: Sequence[Award], *, plain: bool) -> bool:
    """Return whether the own words of a sentence say that it is no line of the list above it, which is ``plain`` paragraphs or not."""
    text = paper.passages[piece.start].text.strip()
    if _OUTSIDE.match(text) or _OF_PAYMENT.match(text) or _OF_SEVERAL.search(text):
        return True
    known = {_plain(award.recipient) for award in listed}
    if _OF_SIZE.match(text) is not None and any(name in _plain(text) for name in known):
        return not any(_is_swapped(award, text, listed) for award in piece.awards)  # a slip is told of as such
    if not any(_plain(award.recipient) in known for award in piece.awards):
        return False
    if not plain and (
        _RECEIVED.search(text) is not None or any(_is_swapped(award, text, listed) for award in piece.awards)
    ):
        return False  # what a body of the list is said to have got is held against its line
    return not gives_to_one(text) or _PAID_OUT.search(text) is not None


def _is_swapped(award: Award, text: str, listed: Sequence[Award]) -> bool:
    """Return whether a body that a sentence names has in the list the digits of its sum in another order: £4,500 and £5,400."""
    digits = sorted(str(award.amount.pence)) if award.amount is not None else []
    return any(
        _plain(one.recipient) in _plain(text)
        and one.amount is not None
        and one.amount != award.amount
        and sorted(str(one.amount.pence)) == digits
        for one in listed
    )


def _gives_sum(one: Passage, pence: int, *, exactly: bool) -> bool:
    """Return whether a passage gives a sum of money, as far as it is rounded where it need not be given ``exactly``."""
    for claim in find(one.text):
        if claim.unit is not Unit.MONEY:
            continue
        if claim.value is not None and int(claim.value * 100) == pence:
            return True
        low, high = claim.low, claim.high
        if not exactly and low is not None and high is not None and low * 100 <= pence <= high * 100:
            return True
    return False


def _is_told_without(paper: Paper, first: int, listed: Sequence[Award], more: Sequence[Award]) -> bool:
    """Return whether the words right above a list, which begins at a passage, give its sum or its number without some more awards.

    Where they give the sum with those, these are lines of it.
    """
    pence = [award.amount.pence if award.amount is not None else None for award in (*listed, *more)]
    over = [one for one in paper.passages[max(first - _MOST_ABOVE, 0) : first] if one.sort is not Sort.ROW]
    if not over or None in pence:
        return False
    own, every = sum(one or 0 for one in pence[: len(listed)]), sum(one or 0 for one in pence)
    if any(_gives_sum(one, every, exactly=True) for one in over):
        return False
    if any(_gives_sum(one, own, exactly=True) for one in over) or _gives_sum(over[-1], own, exactly=False):
        return True
    return any(told.value == len(listed) for told in numbers_told(over[-1].text))


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))
