"""Bodies whose names begin as a total does: “Total Insight Theatre – £2,000” in a list of grants is no total of it.

So with “Awarded CIC”, “Approved Premises Group” and “Sum of Us” where a purpose stands between name and amount.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import Shape, read_line
from pcp_reports.audit.pieces.piece import Of, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.lines import ReadLine
    from pcp_reports.passage import Paper

_BODY = re.compile(r"((?:Grand )?(?:Total|Sum|Overall)) ((?:[A-Z][\w’'&.-]*|of|and|the|for|&)(?: |$|(?=[:,–]))){2,}")
_OF_GRANTS = re.compile(
    r"(?i)\b(?:total|sum|overall) (?:of|for|in|to|grants?|awards?|awarded|funding|funded|cost|value|spend|spent|amount|allocat\w+|paid|approved|"
    r"committed|number|sum|community|small)\b|\b(?:fund|grants?|awards?|scheme|strand|round|pot|programme|total|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|quarter|year)\b[\s:–-]*$"
)

_INCORPORATED = re.compile(
    r"\b(?:CIC|CIO|Ltd|Limited|Trust|Club|Theatre|Academy|Society|Association|Company|Project|Centre|Choir|Band|Charity)$"
)


_OF_THREE = re.compile(
    r"(?P<who>(?P<first>Awarded|Approved|Granted|Agreed|Funded|All|Sum|Total|Overall)(?: (?:[A-Z0-9][\w’'&.-]*|of|and|the|for|&))+)"
    r"\s+[–—-]\s+(?P<purpose>[^£]{3,200}?)\s+[–—-]\s+£[0-9][0-9,.]*[.;,]?"
)
_OF_MANY = re.compile(
    r"(?i)\b(?:(?:total|all|overall) (?:of|for|in|to)|(?:sum|all|total) (?:of )?(?:the )?(?:above|grants?$|awards?|funding|strands?|districts?|areas?))\b|"
    r"\b(?:funds?|grants?|awards?|bids?|applications?|schemes?|strands?|rounds?|pot|programmes?|total|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|quarter|year)(?: (?:[0-9]+|one|two|three|four))?$"
)
_COUNTS = re.compile(
    r"(?i)\W*(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|all|the|sub-?total|total)\b(?: \w+)?"
    r" ?(?:grants?|awards?|projects?|organi[sz]ations?|groups?|bids?|applications?|schemes?)?"
)


def with_bodies(paper: Paper, made: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, what names a body and is not the sum of the lines above it as a grant line and no total."""
    found = list(made)
    for number, piece in enumerate(made):
        if piece.of in (Of.TOTAL, Of.TEXT) and piece.end == piece.start + 1:
            text = paper.passages[piece.start].text
            first = _first_word(text.strip("–—•- \t")) if "£" in text else ""
            read = _as_line(text, first, piece.start) if first else None
            if read is not None and not _sums_up(found[:number], read):
                found[number] = Piece(Of.AWARDS, piece.start, piece.end, read)
    return found


def _first_word(text: str) -> str:
    """Return the word that a body's name begins with as a total does; empty where a line names none."""
    match = _BODY.match(text)
    if match is not None:
        name = match[0].strip()
        if not _OF_GRANTS.search(name) or _INCORPORATED.search(name):
            return match[1]
    parts = _OF_THREE.fullmatch(text)
    if parts is None or _COUNTS.fullmatch(parts["purpose"]):
        return ""
    return "" if _OF_MANY.search(parts["who"]) and not _INCORPORATED.search(parts["who"]) else parts["first"]


def _as_line(text: str, first: str, passage: int) -> ReadLine | None:
    """Return the line read with another first letter, which makes a name of what looked like a total; None where it is none."""
    masked = text.replace(first, f"X{first[1:]}", 1)
    read = read_line(masked, passage=passage)
    if read.shape is not Shape.LINE or len(read.awards) != 1:
        return None
    award = read.awards[0]
    return replace(read, awards=(replace(award, recipient=award.recipient.replace(f"X{first[1:]}", first, 1)),))


def _sums_up(above: Sequence[Piece], read: ReadLine) -> bool:
    """Return whether a line gives what the lines above it come to."""
    amount = read.awards[0].amount
    total = 0
    for piece in reversed(above):
        if piece.of is Of.FURNITURE:
            continue
        if piece.of is not Of.AWARDS:
            break
        total += sum(award.amount.pence for award in piece.awards if award.amount is not None)
        if amount is None or total == amount.pence:
            return True
    return amount is None
