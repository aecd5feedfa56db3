"""Tables among the pieces of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.audit.pieces.piece import Of, Piece
from pcp_reports.audit.tables import awards_of, columns_of, settled

if TYPE_CHECKING:
    from pcp_reports.passage import Paper

_BEFORE, _BEHIND = 4, 2
"""How many passages before a table and behind it are asked which of its years they speak of."""


def table_piece(paper: Paper, start: int, end: int, locale: str) -> Piece:
    """Return a table as a piece: its groups and totals, none where it is no table of grants."""
    rows = paper.passages[start:end]
    if not any(char.isdigit() for row in rows[1:] for char in row.text):
        return Piece(Of.TABLE, start, end)
    columns = columns_of(rows)
    if columns is None:
        return Piece(Of.TABLE, start, end)
    if columns.years:
        about = (*paper.passages[max(0, start - _BEFORE) : start], *paper.passages[end : end + _BEHIND])
        columns = settled(columns, rows, [one.text for one in about], locale)
    read = awards_of(rows, columns, passages=range(start, end), locale=locale)
    return Piece(Of.TABLE, start, end, groups=read.groups, totals=read.totals, sure=columns.sure)
