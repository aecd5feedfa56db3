"""Amounts in cells merged over several rows: one sum beside several grants is nobody's, until somebody says whose is how much."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pcp_reports.findings import Finding, Place
from pcp_reports.importing.sheets.sheet import cell
from pcp_reports.importing.sheets.vocabulary import Role
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.importing.sheets.headings import Header
    from pcp_reports.importing.sheets.sheet import Sheet
    from pcp_reports.importing.trackers.rows.reading import Counted

_FEW = 4


class MergedAmounts:
    """Keeps the grants that stand beside an amount of another row, and tells them once every row is read."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        """Take the cells that are merged downwards in the column of amounts."""
        self._at = header.column(Role.AMOUNT) or 0
        cells = [one for one in sheet.merges if one.left == self._at and one.bottom > one.top]
        self._merges = sorted((one.top, one.bottom) for one in cells)
        self._beside: dict[int, list[tuple[int, str]]] = {}

    def takes(self, row: int, recipient: str, counted: Sequence[Counted]) -> bool:
        """Return whether a grant without an amount shares the merged cell of one above it, and keep it then."""
        at = bisect_left(self._merges, (row, 0)) if self._merges else 0
        if not at or row > self._merges[at - 1][1]:
            return False
        top = self._merges[at - 1][0]
        if not any(one.row == top for one in reversed(counted)):
            return False
        self._beside.setdefault(top, []).append((row, recipient))
        return True

    def findings(self, counted: Sequence[Counted], path: str) -> Iterator[Finding]:
        """Yield each amount that stands beside several grants."""
        for top, others in self._beside.items():
            first = next(one for one in counted if one.row == top)
            rows = listed([str(top), *(str(row) for row, _ in others[:_FEW])]) + (
                " and more" if len(others) > _FEW else ""
            )
            names = list(
                dict.fromkeys(name or "no recipient" for name in (first.recipient, *(name for _, name in others)))
            )
            message = (
                f"rows {rows} ({cell(top, self._at)}): {first.amount} stands in one merged cell for {listed(names[:_FEW])}, so how "
                "much each is cannot be told."
            )
            hint = "Unmerge the cells, and type an amount into each row. If it is one grant, put it into one row."
            yield Finding("G510", message, Place(path, top, self._at + 1), hint)
