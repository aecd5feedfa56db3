"""What a cell of an amounts column says: a sum, nothing, or what became of the application."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pcp_reports import claims
from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.outcomes import standing_of
from pcp_reports.audit.lines.amounts.payment import payment_of
from pcp_reports.audit.lines.amounts.roles import cast
from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.claims import Claim, Kind, Unit
from pcp_reports.records import dataclass

_NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "nil",
        "none",
        "£nil",
        "£-",
        "£–",
        "£ -",
        "£0",
        "0",
        "£0.00",
        "0.00",
        "£0.0",
        "not applicable",
        "zero",
        "--",
        "£—",
        "dim",
    }
)
_BELOW = re.compile(r"^(?:\(\s*£?\s*[0-9][0-9,.]*\s*\)|[-−–]\s*£?\s*[0-9][0-9,.]*|£\s*[-−]\s*[0-9][0-9,.]*)$")
_BARE = re.compile(r"^[0-9][0-9,]*(?:\.[0-9]+)?$")
_BLANKS_IN_IT = re.compile(r"^[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]{2})?$")
"""Blanks between the thousands: “9 507”."""

_NOTE_MARKS = re.compile(r"[*†‡¹²³]+$|(?<=[0-9])\s*\[[0-9a-z]\]$")
_DEFERRED = re.compile(r"(?:to\s+be\s+)?(?:defer(?:red)?|refer(?:red)?|considered|decided)\.?", re.IGNORECASE)
_DECLINED = re.compile(r"(?:decline|refuse|reject|not\s+recommended)\.?", re.IGNORECASE)
_NOTE = re.compile(r"\s*\((?:one[- ]off|total|grant|full|part|awarded|approved|revised)\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paid:
    """What a cell says: the sum in pence, None where there is none or it cannot be read; the claim; what became of it."""

    pence: int | None = None
    claim: Claim | None = None
    standing: Standing | None = None
    blank: bool = False


def paid(words: str, *, thousands: bool = False, locale: str = "en_GB") -> Paid:
    """Return what a cell under a heading of amounts says. ``thousands``: the heading says that it is in thousands."""
    plain = _NOTE.sub("", _NOTE_MARKS.sub("", " ".join(words.replace("\u00a0", " ").split())).strip()).strip()
    if plain.lower() in _NOTHING:
        return Paid(0 if plain[-1:] == "0" else None, None, Standing.DECLINED if plain else None, blank=not plain)
    if _BELOW.match(plain):
        return Paid(None, Claim(plain, Kind.INVALID, Unit.MONEY, reason="it is below nothing", end=len(plain)))
    if _BLANKS_IN_IT.match(plain):
        plain = plain.replace(" ", ",")
    if _BARE.match(plain):
        return _bare(plain, thousands=thousands)
    sums = sums_in(plain, money=True, locale=locale)
    if not sums:
        return Paid(standing=standing_of(plain) or _instead_of(plain))
    payment = payment_of(plain, cast(plain, sums))
    if payment is None:
        return Paid(None, sums[0].claim if len(sums) == 1 else None)
    standing = payment.standing if payment.standing is not Standing.AWARDED else None
    if thousands and payment.pence is not None:
        claim = payment.claim
        doubtful = (
            None
            if claim is None
            else replace(claim, kind=Kind.AMBIGUOUS, reason="its column is in thousands of pounds")
        )
        return Paid(None, doubtful, standing)
    return Paid(payment.pence, payment.claim, standing)


def _instead_of(plain: str) -> Standing | None:
    """Return what stands in the place of a sum, in the short words of a table: “Defer”, “To be referred”."""
    if _DEFERRED.fullmatch(plain):
        return Standing.REQUESTED
    return Standing.DECLINED if _DECLINED.fullmatch(plain) else None


def _bare(plain: str, *, thousands: bool) -> Paid:
    """Return the sum of a number without its pound sign."""
    if thousands:
        return _in_thousands(plain)
    claim = claims.read(f"£{plain}")
    if claim.kind is Kind.EXACT and claim.value is not None:
        return Paid(_pence(claim.value), claim)
    return Paid(None, claim)


def _in_thousands(plain: str) -> Paid:
    if not re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{1,3})?|[0-9]+(?:\.[0-9]{1,3})?", plain):
        return Paid(None, Claim(plain, Kind.INVALID, Unit.MONEY, reason="it cannot be read", end=len(plain)))
    value = Decimal(plain.replace(",", "")) * 1000
    step = Decimal(1000).scaleb(-len(plain.partition(".")[2]))
    claim = Claim(
        f"£{plain}k", Kind.ROUNDED, Unit.MONEY, value - step / 2, value + step / 2, value, step, end=len(plain)
    )
    return Paid(_pence(value), claim)


def _pence(value: Decimal) -> int | None:
    pence = value.scaleb(2)
    return int(pence) if pence == pence.to_integral_value() else None
