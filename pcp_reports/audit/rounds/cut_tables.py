"""Tables that a paper breaks off in: its last row names somebody, and the sum is no longer there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.passage import AROUND, Sort

if TYPE_CHECKING:
    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_STOPS = (".", "!", "?")
_MOST_BEHIND = 1  # the rest of a cell, that lost its bar


def is_cut_table(paper: Paper, one: Round) -> bool:
    """Return whether the table that a list ends in has a last row that leaves its sum out, and the paper all but ends with it."""
    last = paper.passages[
        max((award.passage for award in one.awards if award.amount is not None), default=one.awards[-1].passage)
    ]
    if last.sort is not Sort.ROW:
        return False
    flow = (passage for passage in reversed(paper.passages) if passage.sort not in AROUND)
    ending = list(islice(flow, _MOST_BEHIND + 1))
    row = next((at for at, passage in enumerate(ending) if passage.table == last.table), None)
    if row is None or any(passage.text.rstrip()[-1:] in _STOPS for passage in ending[:row]):
        return False
    words = ending[row].text.strip()
    filled = {cell.column for cell in ending[row].cells if cell.text.strip()}
    sums = {cell.column for cell in last.cells if "£" in cell.text} or {max(cell.column for cell in last.cells)}
    return (
        bool(words)
        and filled.isdisjoint(sums)
        and words[-1] not in _STOPS
        and words[0] not in "*†"
        and not is_total(words)
    )
