"""An audit as plain data: the JSON form, and what the closing line of the text form counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pcp_reports.findings import Severity, by_place, has_errors
from pcp_reports.judging import Verdict
from pcp_reports.money import Money
from pcp_reports.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from pcp_reports.audit.verdicts import Audited, JudgedClaim, JudgedLine, JudgedRound, JudgedStrand

_WRONG_TOTALS = ("G201", "G211", "G214")
_WRONG_COUNTS = ("G202",)
_WRONG_LINES = ("G206", "G213")


def as_json(audits: Sequence[Audited]) -> dict[str, Any]:
    """Return audits as `audit --format json` prints them, a paper after the other as they were named."""
    return {
        "papers": [
            {
                "path": one.paper.path,
                "rounds": [_round(each) for each in one.rounds],
                "findings": [finding.as_row() for finding in by_place(one.findings)],
            }
            for one in audits
        ]
    }


def _round(one: JudgedRound) -> dict[str, Any]:
    return {
        "where": one.where,
        "lead": one.lead,
        "total": one.total.decimal,
        "grants": one.grants,
        "strands": [_strand(strand) for strand in one.strands],
        "lines": [_line(line) for line in one.lines],
        "claims": [_claim(claim) for claim in one.claims],
    }


def _strand(one: JudgedStrand) -> dict[str, Any]:
    return {"name": one.name, "total": one.total.decimal, "grants": one.grants, "projects": one.projects}


def _line(one: JudgedLine) -> dict[str, Any]:
    award = one.award
    return {
        "recipient": award.recipient,
        "purpose": award.purpose,
        "amount": award.amount.decimal if award.amount is not None else None,
        "where": one.where,
    }


def _claim(one: JudgedClaim) -> dict[str, Any]:
    return {
        "text": one.text,
        "kind": one.kind.name.lower(),
        "what": one.what,
        "covers": list(one.covers),
        "value": _number(one.value),
        "verdict": one.verdict.value,
        "explanation": one.explanation,
    }


def _number(value: Decimal | None) -> str | None:
    """Return a number as it is typed: “69000”, “14.34”; never with an exponent."""
    if value is None:
        return None
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value() if whole else value.normalize():f}"


def closing(audits: Sequence[Audited], *, notes: bool = False) -> str:
    """Return the closing line: how much was read, and how much of it disagrees."""
    unread = [one for one in audits if is_unread(one)]
    rounds = [each for one in audits for each in one.rounds]
    read = f"{counted(len(audits) - len(unread), 'paper')} read"
    parts = []
    if rounds:
        total = Money.total(each.total for each in rounds)
        grants = sum(each.grants for each in rounds)
        missing = sum(lines_unread(each) for each in rounds)
        without = f" without {counted(missing, 'amount')} that could not be read" if missing else ""
        parts.append(f"{counted(len(rounds), 'round')}, {counted(grants, 'grant')}, {total}{without}")
        parts.append(disagreements(audits) or _soundness(rounds))
    elif len(unread) < len(audits):
        wrong = disagreements(audits)
        parts.append(f"no list of grants found; {wrong or 'nothing was checked'}")
    if unread:
        parts.append(f"{counted(len(unread), 'file')} could not be read")
    small = sum(finding.severity is Severity.NOTE for one in audits for finding in one.findings)
    if small and not notes:
        parts.append(f"{counted(small, 'note')} (shown with --notes)")
    return f"{read}: {'; '.join(parts)}." if parts else f"{read}."


def lines_unread(one: JudgedRound) -> int:
    """Return how many lines of a round have no plain amount, so that its total is without them."""
    return sum(line.award.amount is None for line in one.lines)


def is_unread(one: Audited) -> bool:
    """Return whether a file could not be read at all."""
    return has_errors(one.paper.findings)


def disagreements(audits: Sequence[Audited]) -> str:
    """Return how many totals, counts and lines disagree, in words; empty where none does."""
    codes = [finding.code for one in audits for finding in one.findings]
    kinds = ((_WRONG_TOTALS, "total"), (_WRONG_COUNTS, "count"), (_WRONG_LINES, "line"))
    numbers = [(sum(code in wanted for code in codes), noun) for wanted, noun in kinds]
    said = [counted(number, noun) for number, noun in numbers if number]
    return f"{listed(said)} {'disagrees' if sum(number for number, _ in numbers) == 1 else 'disagree'}" if said else ""


def _soundness(rounds: Sequence[JudgedRound]) -> str:
    """Return what may be said where nothing disagrees: no more than was checked."""
    claims = [claim for each in rounds for claim in each.claims]
    checked = [claim for claim in claims if claim.verdict is not Verdict.CANNOT_CHECK]
    if not claims:
        return "no total or count was found to hold them against"
    if not checked:
        return f"{counted(len(claims), 'stated figure')} could not be checked"
    left = len(claims) - len(checked)
    agrees = "agrees" if len(checked) == 1 else "agree"
    more = f", and {counted(left, 'figure')} could not be checked" if left else ""
    return f"{counted(len(checked), 'stated figure')} {agrees}{more}"
