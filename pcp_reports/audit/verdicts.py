"""What an audit says of a paper: its rounds with what they come to, the claims made of them, and what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from pcp_reports.audit.found import Award
    from pcp_reports.findings import Finding
    from pcp_reports.judging import Verdict
    from pcp_reports.money import Money
    from pcp_reports.passage import Paper
    from pcp_reports.printed.claim import Kind

TOTAL, COUNT, SUBTOTAL = "total", "count", "subtotal"
"""What a claim gives: what the round comes to, how many it is, what a part of it comes to."""


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A grant line of a round; ``where`` in words (“paragraph 9, third bullet”); ``strand`` is None without strands."""

    award: Award
    where: str
    strand: str | None = None


@dataclass(frozen=True, slots=True)
class JudgedStrand:
    """A strand of a round with what its lines that count come to; ``name`` is None where nothing groups them."""

    name: str | None
    total: Money
    grants: int
    projects: int


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A figure that the paper gives of a round, and what it is worth.

    ``text`` as printed with its noun (“£53,879”, “6 projects”); ``kind`` how much it commits its writer to; ``what`` is
    one of `TOTAL`, `COUNT`, `SUBTOTAL`; ``covers`` the strands it speaks of, none for the whole round; ``value`` its
    number in pounds or as a count, None where it gives none; ``actual`` what the lines come to. ``explanation`` says in
    words why it disagrees or cannot be checked, and is empty where it is sound.
    """

    text: str
    kind: Kind
    what: str
    covers: tuple[str, ...]
    value: Decimal | None
    verdict: Verdict
    explanation: str
    actual: Decimal | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class JudgedRound:
    """A round: where it stands in words, the words that lead up to it, what its lines come to, and its claims.

    ``partial`` says why the list may not be the whole (“the text says ‘including’”), and is empty where it is.
    """

    where: str
    lead: str
    total: Money
    grants: int
    projects: int
    strands: tuple[JudgedStrand, ...]
    lines: tuple[JudgedLine, ...]
    claims: tuple[JudgedClaim, ...] = ()
    partial: str = ""


@dataclass(frozen=True, slots=True)
class Audited:
    """A paper with its rounds in order, and the findings: those of reading it, then those of its rounds."""

    paper: Paper
    rounds: tuple[JudgedRound, ...] = ()
    findings: tuple[Finding, ...] = ()
