"""A file that holds more than any paper does: it is refused, because looking through it would take too long."""

from __future__ import annotations

from pcp_reports.findings import Finding, Place
from pcp_reports.papers.sniffing import name_of


def too_large(path: str, size: str) -> Finding:
    """Return the finding that a file holds more than any paper; ``size`` says how much, and what is the most."""
    hint = "Make the pictures in it smaller, or give the pages with the grants alone."
    return Finding("W613", f"{name_of(path)} is too large for a paper ({size}).", Place(path), hint)
