"""Sums that were asked for line by line, and are given in one sentence behind: “the amounts requested are awarded to the above”.

Until that sentence they are requests; it makes them grants, all of them, and says nothing of who gets how much.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.pieces.piece import Of, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.passage import Paper

_FAR = 40
"""How many pieces above the sentence the first of the requests may stand."""
_ASKED = r"(?:requested|applied for|asked for|sought)"
_GIVEN = r"(?:approved|agreed|granted|awarded|given|paid|funded|supported)"
_AS_ASKED = re.compile(
    rf"(?i)\b(?:award|grant|approv|pay|give|agree)\w*\b[^.;:£]{{0,40}}\b(?:amounts?|sums?|grants?|funding) (?:as )?{_ASKED}\b"
    rf"|\b(?:the|all|both|these|those) (?:[\w-]+ ){{0,2}}(?:amounts?|sums?|grants?|funding) (?:as )?{_ASKED} (?:should |to |will )?(?:be|is|are|was|were) {_GIVEN}\b"
    rf"|\b(?:all|both)(?: of)?(?: the| these)? (?:[\w-]+ ){{0,2}}(?:applications?|requests?|bids?|grants?)(?: (?:listed|set out|shown|detailed))?(?: above)? "
    rf"(?:should |to |will )?(?:be|is|are|was|were|have been|had been) {_GIVEN}\b"
)
_BUT = re.compile(
    r"(?i)\b(?:not|never|except\w*|exclud\w+|other than|apart from|half|part|partly|reduced|some|most|declin\w*|refus\w*|reject\w*|defer\w*|less than|up to|if|whether|would|could|per cent)\b|n[’']t\b|%|\?"
)


def with_granted(paper: Paper, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the requests above a sentence that gives all that was asked for as grants."""
    made = list(pieces)
    first = next((at for at, one in enumerate(pieces) if any(map(_was_asked_for, one.awards))), len(pieces))
    for at, one in enumerate(pieces[first:], first):
        if one.of is not Of.TEXT or not _gives_all(paper.passages[one.start].text):
            continue
        for before in range(at - 1, max(at - 1 - _FAR, -1), -1):
            awards = made[before].awards
            if made[before].of is Of.TABLE or not all(map(_was_asked_for, awards)):
                break
            if awards:
                made[before] = _granted(made[before])
    return made


def _was_asked_for(award: Award) -> bool:
    return award.standing is Standing.REQUESTED


def _gives_all(text: str) -> bool:
    """Return whether a sentence gives what was asked for, to all and in full."""
    found = _AS_ASKED.search(text)
    if found is None:
        return False
    start = max(text.rfind(". ", 0, found.start()), 0)
    end = text.find(". ", found.end())
    return _BUT.search(text[start : end if end >= 0 else len(text)]) is None


def _granted(piece: Piece) -> Piece:
    if piece.read is None:
        return piece
    awards = tuple(replace(award, standing=Standing.AWARDED) for award in piece.read.awards)
    return replace(piece, read=replace(piece.read, awards=awards))
