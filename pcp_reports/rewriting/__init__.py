"""One entry file edited: every line that is not concerned keeps its bytes, and what was written is read back and compared.

A trail leads to a value from the top of the file: keys by name, items of a list by number from 0, as in
``("grants", "Community Fund", 2, "amount")``.
"""

from pcp_reports.rewriting.edits import Addition, Edit, Refused, Removal, Setting, Trail, Written
from pcp_reports.rewriting.rewrite import rewritten, with_item, with_value, without

__all__ = [
    "Addition",
    "Edit",
    "Refused",
    "Removal",
    "Setting",
    "Trail",
    "Written",
    "rewritten",
    "with_item",
    "with_value",
    "without",
]
