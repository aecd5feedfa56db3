"""The ledger as CSV for Excel: typed money, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from pcp_reports.dates import FinancialYear

if TYPE_CHECKING:
    from pcp_reports.ledger import Ledger

COLUMNS = ("row", "year", "fund", "round", "announced", "paper", "strand", "grants", "projects", "total")


def as_csv(made: Ledger) -> str:
    """Return the ledger as CSV for Excel, with a byte-order mark: a row a strand, a round and a year.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in made.rounds:
        model = one.round
        lead = (
            str(FinancialYear.of(model.announced)),
            model.fund,
            one.filed.name,
            str(model.announced),
            one.paper or "",
        )
        for strand in one.strands:
            if strand.name is not None:
                writer.writerow(_row("strand", *lead, strand.name, strand.sum))
        writer.writerow(_row("round", *lead, "", one.sum))
    for row in made.years:
        writer.writerow(_row("year", str(row.year), row.fund, "", "", "", row.strand or "", row.sum))
    return "\ufeff" + out.getvalue()


def _row(*cells: Any) -> list[str]:  # noqa: ANN401 - words, and a sum at the end
    *words, total = cells
    return [*(safe(str(word)) for word in words), str(total.grants), str(total.projects), total.total.decimal]


# What begins a formula or a command, the wide forms that some spreadsheets take for the same, and what hides them.
_FORMULA = frozenset("=+-@|%＝＋－＠\t\r\n")


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0")[:1] in _FORMULA else cell
