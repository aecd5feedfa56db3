"""The figures of a sentence in numbers: its sums in pence, what it counts, and whether that is near to what a list has."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Kind, Unit

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.said import Sentence

_COUNT_APART = 8  # of so many lines one may be missing or too many

_DIGITS, _PAIR = 3, 2


def sums_of(sentence: Sentence) -> list[Claim]:
    """Return the sums of money that a sentence gives."""
    return [one for one in sentence.claims if one.unit is Unit.MONEY]


def numbers_of(sentence: Sentence) -> list[Claim]:
    """Return the numbers that a sentence gives of anything."""
    return [one for one in sentence.claims if one.unit is Unit.COUNT]


def pence_of(claim: Claim) -> int:
    """Return a sum in pence; 0 where it is none that can be told."""
    return int((claim.value or 0) * 100)


def is_to_the_penny(claim: Claim, pence: int) -> bool:
    """Return whether a sum is told in full, and is just so many pence."""
    return claim.kind is Kind.EXACT and claim.value is not None and pence_of(claim) == pence


def unit_of(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not 0: 1,000 of 62,000; 0 of nothing."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(0)


def is_near_number(number: int, lines: int) -> bool:
    """Return whether a number is that of the lines of a list, or missed by one, of many by a few."""
    return abs(number - lines) <= max(1, lines // _COUNT_APART)


def is_swapped(one: int, other: int, fewest: int = _DIGITS) -> bool:
    """Return whether two numbers of ``fewest`` digits or more, but for noughts at the end, differ by two neighbours in each other's place."""
    first, second = str(one), str(other)
    if len(first) != len(second) or min(len(first.rstrip("0")), len(second.rstrip("0"))) < fewest:
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return (
        len(apart) == _PAIR
        and apart[1] == apart[0] + 1
        and first[apart[0] : apart[1] + 1] == second[apart[0] : apart[1] + 1][::-1]
    )
