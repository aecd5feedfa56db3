"""Tables among the pieces of a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.tables import awards_of, borne_out, columns_of, decisions_in, records_from, settled
from pcp_reports.audit.words.above import speak_of_grants, speak_of_their_cost

if TYPE_CHECKING:
    from pcp_reports.passage import Paper

_OF_DECISIONS = re.compile(
    r"(?i)\b(?:decisions?|notices?|approvals?)\b[^.£]*\b(?:worth|total\w*|value|valued|amount\w*|com(?:e|ing) to|came to|in all|sum)\b[^.£]*£"
)
_BEFORE, _BEHIND = 4, 2
"""How many passages before a table and behind it are asked what they say of its columns."""


def table_piece(paper: Paper, start: int, end: int, locale: str) -> Piece:
    """Return a table as a piece: its groups and totals, none where it is no table of grants."""
    rows = paper.passages[start:end]
    if not any(char.isdigit() for row in rows[1:] for char in row.text):
        return Piece(Of.TABLE, start, end)
    about = [
        one.text for one in (*paper.passages[max(0, start - _BEFORE) : start], *paper.passages[end : end + _BEHIND])
    ]
    given, costed = speak_of_grants(paper.passages, start), speak_of_their_cost(paper.passages, start)
    columns = columns_of(rows, given=given, costed=costed) or borne_out(rows, about, locale)
    if columns is None:
        return _records_piece(paper, start, locale) or _decisions_piece(paper, start, end)
    if columns.years:
        columns = settled(columns, rows, about, locale)
    read = awards_of(rows, columns, passages=range(start, end), locale=locale)
    decided = columns.requested_only and columns.decision is not None
    return Piece(
        Of.TABLE,
        start,
        end,
        groups=read.groups,
        totals=read.totals,
        sure=columns.sure,
        decided=decided,
        aside=read.aside,
    )


def _records_piece(paper: Paper, start: int, locale: str) -> Piece | None:
    """Return a table that tells of one grant, with those of the same kind behind it, as one piece; None where it is no such table."""
    told = records_from(paper.passages, start)
    columns = columns_of(told.rows) if told is not None else None
    if told is None or columns is None:
        return None
    read = awards_of(told.rows, columns, passages=told.passages, locale=locale)
    rows = tuple(range(told.start, told.end))
    return Piece(Of.TABLE, told.start, told.end, groups=read.groups, totals=read.totals, sure=columns.sure, aside=rows)


def _decisions_piece(paper: Paper, start: int, end: int) -> Piece:
    """Return a table of decisions with the grants among them; without any where it is another."""
    groups = decisions_in(paper.passages[start:end], passages=range(start, end))
    if any(_OF_DECISIONS.search(one.text) for one in paper.passages[max(0, start - _BEFORE) : start]):
        groups = ()  # “decisions worth £1.2m”: what is told of all of them is none of the grants alone
    return Piece(
        Of.TABLE, start, end, groups=groups, sure=bool(groups), aside=tuple(range(start, end)) if groups else ()
    )
