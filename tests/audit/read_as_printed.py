"""How a line or a text file is read: who got how much, as printed. For the tests of grant lines."""

from __future__ import annotations

from textwrap import dedent

from pcp_reports.audit.auditing import audit
from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines import read_line
from pcp_reports.papers.opening import read_paper

Told = list[tuple[str, str | None]]


def told(text: str) -> Told:
    """Return who got how much of a line, as printed."""
    return [
        (one.recipient, None if one.amount is None else str(one.amount))
        for one in read_line(text, passage=0).awards
        if one.standing is Standing.AWARDED
    ]


def rounds(text: str) -> list[Told]:
    """Return the rounds of a text file, each with who got how much."""
    judged = audit(read_paper(dedent(text).strip().encode(), "paper.txt")).rounds
    return [[(line.award.recipient, str(line.award.amount)) for line in one.lines] for one in judged]
