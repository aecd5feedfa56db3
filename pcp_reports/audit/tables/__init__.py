"""Grant lines out of the tables of a paper: which column holds what, and what each row awards."""

from __future__ import annotations

from pcp_reports.audit.tables.choosing import borne_out, settled
from pcp_reports.audit.tables.columns import Columns
from pcp_reports.audit.tables.decisions import decisions_in
from pcp_reports.audit.tables.finding import columns_of
from pcp_reports.audit.tables.records import records_from
from pcp_reports.audit.tables.rows import ReadTable, awards_of

__all__ = ["Columns", "ReadTable", "awards_of", "borne_out", "columns_of", "decisions_in", "records_from", "settled"]
