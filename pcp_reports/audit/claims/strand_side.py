"""A sum that stands side by side with others, one to each strand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from pcp_reports.audit.claims.strand_names import Strand
    from pcp_reports.stated.assertion import Assertion


@dataclass(frozen=True, slots=True)
class Side:
    """A claim of one strand, or of them all (``strand`` is None), with the passage and the place in its text.

    ``row``: it stands in a table, which may be of another day, and count what the lists do not have.
    """

    claim: Assertion
    strand: Strand | None
    passage: int
    offset: int
    row: bool = False
