"""Grants told over several lines each: a name, what it is for, and an amount on a line of its own, one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines import ReadLine, Shape, naming
from pcp_reports.audit.rounds_piece import Of, Piece
from pcp_reports.claims import Kind, Unit, read
from pcp_reports.money import Money
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.passage import Paper, Passage

_AMOUNT = re.compile(
    r"(?i)(?:(?:grant |award )?(?:amount|grant|award|value|sum|funding|awarded|granted|approved)"
    r"(?: (?:amount|value|awarded|of|approved|given|agreed|made|offered|recommended|size|grant|award))*\s*[:=–-]?\s*)?"
    r"(£\s?[0-9][0-9,]*(?:\.[0-9]{2})?)\s*\.?"
)
_NAME = re.compile(
    r"(?i)(?:(?:name of )?(?:the )?(?:recipient|organi[sz]ation|applicant|grantee|group|awarded to|name|lead)(?: name)?\s*[:–-]\s*)"
)
_PURPOSE = re.compile(r"(?i)(?:purpose|project|description|for|summary|activity|scheme)(?: \w+)?\s*[:–-]\s*")
_FEWEST = 2
_MOST_LINES = 5
_MOST_WORDS = 12


def stanzas_of(paper: Paper) -> dict[int, Piece]:
    """Return the grants told in stanzas, by the passage that each begins with; none where there are not two at least."""
    ends = [index for index, one in enumerate(paper.passages) if _is_amount(one)]
    found: dict[int, Piece] = {}
    run: list[int] = []
    for end in ends:
        if run and not 1 < end - run[-1] <= _MOST_LINES + 1:
            found |= _read(paper, run)
            run = []
        run.append(end)
    return found | _read(paper, run)


def _is_amount(one: Passage) -> bool:
    return one.sort in (Sort.TEXT, Sort.ITEM) and "£" in one.text and _AMOUNT.fullmatch(one.text.strip()) is not None


def _read(paper: Paper, ends: Sequence[int]) -> dict[int, Piece]:
    """Return the stanzas that end in amounts; all of them or none, as one that is no grant makes the others doubtful."""
    if len(ends) < _FEWEST:
        return {}
    length = ends[1] - ends[0]
    starts = [max(ends[0] - length + 1, 0), *(end + 1 for end in ends[:-1])]
    made: dict[int, Piece] = {}
    for start, end in zip(starts, ends, strict=True):
        piece = _stanza(paper, start, end)
        if piece is None:
            return {}
        made[piece.start] = piece
    return made


def _stanza(paper: Paper, start: int, end: int) -> Piece | None:
    heads = [at for at in range(start, end) if paper.passages[at].sort is Sort.HEADING]
    first = heads[-1] if heads else start
    name = _NAME.sub("", paper.passages[first].text.strip(), count=1)
    match = _AMOUNT.fullmatch(paper.passages[end].text.strip())
    claim = read(match[1]) if match is not None else None
    if (
        first >= end
        or claim is None
        or claim.kind is not Kind.EXACT
        or claim.unit is not Unit.MONEY
        or claim.value is None
    ):
        return None
    if not _is_name(name) or any(paper.passages[at].sort is Sort.ROW for at in range(first, end)):
        return None
    purpose = " ".join(_PURPOSE.sub("", paper.passages[at].text.strip(), count=1) for at in range(first + 1, end))
    award = Award(name, purpose, Money(int(claim.value * 100)), first, 0, len(paper.passages[first].text), claim)
    return Piece(Of.AWARDS, first, end + 1, ReadLine((award,), sure=False, shape=Shape.LINE))


def _is_name(text: str) -> bool:
    plain = text.rstrip(" :.")
    return (
        len(plain.split()) <= _MOST_WORDS
        and "£" not in plain
        and naming.is_name(plain)
        and not naming.is_total(plain)
        and not naming.is_finance(plain)
        and not naming.is_generic(plain)
    )
