"""Grant lines out of the tables of a paper: which column holds what, and what each row awards."""

from __future__ import annotations

from pcp_reports.audit.tables.choosing import settled
from pcp_reports.audit.tables.columns import Columns, columns_of
from pcp_reports.audit.tables.rows import ReadTable, awards_of

__all__ = ["Columns", "ReadTable", "awards_of", "columns_of", "settled"]
