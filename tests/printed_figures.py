"""Figures as a paper prints them, with the bounds that they give worked out anew in whole numbers.

The tests of generated rounds do not ask the program what it is to find.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pcp_reports.printed.claim import Claim, Kind, Unit

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _money(text: str, kind: Kind, low: int | None, high: int | None, value: int, step: str, **more: object) -> Claim:
    least, most = (Decimal(one).scaleb(-2) if one is not None else None for one in (low, high))
    claim = Claim(text, kind, Unit.MONEY, least, most, Decimal(value).scaleb(-2), Decimal(step))
    return replace(claim, **more)  # type: ignore[arg-type] # the hedge and whether its bound is open


def pounds(pence: int) -> str:
    """Return an amount as a paper prints it."""
    return f"£{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")


def exact_money(pence: int) -> Claim:
    """Return a full figure."""
    return _money(pounds(pence), Kind.EXACT, pence, pence, pence, "0.01" if pence % 100 else "1")


def in_thousands(pence: int) -> Claim:
    """Return “£69k”."""
    thousands = (pence + 50_000) // 100_000
    value = thousands * 100_000
    return _money(f"£{thousands:,}k", Kind.ROUNDED, value - 50_000, value + 50_000, value, "1000")


def over(pence: int) -> Claim:
    """Return “over £69,000”, the thousand below an amount."""
    value = (pence - 1) // 100_000 * 100_000
    return _money(f"over {pounds(value)}", Kind.AT_LEAST, value, None, value, "1", hedge="over", open=True)


def almost(pence: int) -> Claim:
    """Return “almost £70,000”, the thousand above an amount."""
    value = (pence // 100_000 + 1) * 100_000
    return _money(f"almost {pounds(value)}", Kind.AT_MOST, None, value, value, "1", hedge="almost", open=True)


def may_say(claim: Claim, pence: int) -> bool:
    """Return whether a printed amount is true of ``pence``: the bounds in whole numbers."""
    low, high = (int(one * 100) if one is not None else None for one in (claim.low, claim.high))
    above = low is None or (pence > low if claim.open else pence >= low)
    below = high is None or (pence < high if claim.open else pence <= high)
    return above and below


def exact_count(number: int, *, words: bool = False) -> Claim:
    """Return “6”, or “six”."""
    text = _WORDS[number] if words and number < len(_WORDS) else f"{number:,}"
    return Claim(text, Kind.EXACT, Unit.COUNT, *(Decimal(number),) * 3, Decimal(1))
