"""The ledger's grants as CSV for Excel: a line a grant, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pcp_reports.totals_csv import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.exports.rows import GrantRow

COLUMNS = (
    *("year", "fund", "strand", "round", "announced", "awarded", "paper", "recipient", "recipient_id", "purpose"),
    *("amount", "projects", "district", "reference", "status", "counts", "reason", "conditions", "entry", "line"),
)


def as_csv(rows: Iterable[GrantRow]) -> str:
    """Return the grants as CSV with a byte-order mark for Excel; amounts have two decimals and no pound sign.

    A cell that a spreadsheet would take for a formula begins with an apostrophe. Every grant stands here; ``counts``
    says ``no`` of one that was withdrawn or returned.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(row) for row in rows)
    return "\ufeff" + out.getvalue()


def _cells(row: GrantRow) -> list[str]:
    lead = (row.year, row.fund, row.strand, row.round, row.announced, row.awarded, row.paper)
    about = (row.district, row.reference, row.status, "yes" if row.counts else "no", row.reason, row.conditions)
    return [
        *_words(*lead, row.recipient, row.recipient_id, row.purpose),
        row.amount.decimal,
        str(row.projects),
        *_words(*about, row.path),
        str(row.line),
    ]


def _words(*cells: object) -> list[str]:
    return ["" if cell is None else safe(str(cell)) for cell in cells]
