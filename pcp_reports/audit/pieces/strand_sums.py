"""Numbered paragraphs and headings that look like a grant line, and are a strand with its sum: “2. Community Fund (£85k)”.

What stands beneath tells: a sentence that leads to lines of its own, or lines that come to that very sum. Under the name of a
fund bullets are its grants whatever they come to; under another name those whose recipients can only be bodies. Where one of
them is a strand, the others of its kind are (“3. Serious Violence (£210,000)”), whatever stands beneath those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.subjects import is_body
from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.words.beneath import telling
from pcp_reports.audit.words.doubt import leads
from pcp_reports.audit.words.grant_words import strength
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper, Passage

_SHORT = 12
_MOST = 40  # pieces beneath a heading
_SEVERAL = 2
_FIRST = ("1", "a", "A", "i", "I")
NAME_AND_SUM = re.compile(
    r"[^£\n.:;]{2,90}?[\s:,(\[–—-]+£\s?[0-9][0-9,.]*\s?(?:k|m|bn|million)?\s*[)\]]?\s*:?", re.IGNORECASE
)
"""A name and a sum, and nothing more: “Community Fund (£85k)”."""

_FUND = re.compile(
    r"(?i)\b(?:funds?|grants|scheme|strand|pot|awards|programme|theme|priority|lot|round|stream|cronfa)\b"
)
_Kind = tuple[Sort, int, bool, str]


def with_strand_sums(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, what names a strand and its sum as a heading and no grant line."""
    able = {at: _kind(paper.passages[piece.start]) for at, piece in enumerate(made) if _may_name(paper, piece)}
    proven = {kind for at, kind in able.items() if _is_strand(paper, made, at, kind)}
    if not proven:
        return list(made)
    return [
        Piece(Of.HEAD, piece.start, piece.end) if able.get(at) in proven else piece for at, piece in enumerate(made)
    ]


def _may_name(paper: Paper, piece: Piece) -> bool:
    """Return whether a piece is a name and a sum, set as a heading or as a numbered paragraph."""
    one = paper.passages[piece.start]
    if piece.of is not Of.AWARDS or len(piece.awards) != 1 or piece.end != piece.start + 1 or piece.awards[0].purpose:
        return False
    headed = one.sort in (Sort.HEADING, Sort.TITLE) or (one.bold and one.sort is Sort.TEXT)
    numbered = one.sort is Sort.ITEM and one.numbered
    return (
        (headed or numbered)
        and len(one.text.split()) <= _SHORT
        and NAME_AND_SUM.fullmatch(one.text.strip()) is not None
    )


def _kind(one: Passage) -> _Kind:
    return one.sort, one.level, one.bold, re.sub(r"[0-9]+", "0", re.sub(r"[A-Za-z]+", "a", one.label))


def _is_strand(paper: Paper, made: Sequence[Piece], at: int, kind: _Kind) -> bool:
    """Return whether lines of another kind stand beneath, led to by a sentence, or a fund's that come to its very sum."""
    beneath = list(_beneath(paper, made, at, kind))
    awards = [award for piece in beneath for award in piece.awards]
    if not awards:
        return False
    first = beneath[0]
    words = paper.passages[first.start].text
    if first.of in (Of.TEXT, Of.HEAD) and leads(telling(words)) and strength(words) > 0:
        return True
    if first.of is Of.AWARDS and first.runs_on and strength(words) > 0:
        return True
    named = _FUND.search(paper.passages[made[at].start].text) is not None
    if named and len(awards) >= _SEVERAL and _come_to(awards, made[at].awards[0]):
        return True
    own = _bullets(paper, made, at)
    return len(own) >= _SEVERAL and (
        (named and all(award.recipient for award in own))
        or (not _is_of_bodies([made[at].awards[0]]) and _is_of_bodies(own))
    )


def _bullets(paper: Paper, made: Sequence[Piece], at: int) -> list[Award]:
    """Return the grants in the bullets right beneath a paragraph or heading; none where something else stands there first."""
    found: list[Award] = []
    first: Passage | None = None
    over = paper.passages[made[at].start]
    for piece in made[at + 1 : at + 1 + _MOST]:
        if piece.of is Of.FURNITURE:
            continue
        one = paper.passages[piece.start]
        if first is None and _runs_on(over, one):
            break
        first = first or one
        under = one.sort is Sort.ITEM and (not one.numbered or one.level > over.level or over.sort is not Sort.ITEM)
        if not under or (one.numbered, one.level) != (first.numbered, first.level):
            break
        if piece.of is not Of.AWARDS:
            return []
        found += piece.awards
    return found


def _runs_on(over: Passage, one: Passage) -> bool:
    """Return whether a line goes on with the numbers of the one above it, however far in it stands: “iii.”, then “iv.”."""
    return over.numbered and one.numbered and _kind(over)[3] == _kind(one)[3] and one.label.strip("().") not in _FIRST


def _is_of_bodies(awards: Sequence[Award]) -> bool:
    """Return whether most of those named can only be bodies: “Mill Trust”, “Oak CIC”, which are no costs of one grant."""
    sure = sum(" " in award.recipient and is_body(award.recipient) for award in awards)
    return 2 * sure > len(awards)


def _beneath(paper: Paper, made: Sequence[Piece], at: int, kind: _Kind) -> Iterator[Piece]:
    """Yield the pieces beneath one, up to the next heading or the next of its kind."""
    for piece in made[at + 1 : at + 1 + _MOST]:
        one = paper.passages[piece.start]
        if one.sort in (Sort.HEADING, Sort.TITLE) or _kind(one) == kind:
            return
        if piece.of is not Of.FURNITURE:
            yield piece


def _come_to(awards: Sequence[Award], head: Award) -> bool:
    pence = sum(award.amount.pence for award in awards if award.amount is not None)
    claim = head.claim
    if claim is None or claim.low is None or claim.high is None:
        return head.amount is not None and head.amount.pence == pence
    return claim.low * 100 <= pence <= claim.high * 100
