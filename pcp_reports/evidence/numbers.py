"""The numbers of an evidence that is arithmetic, as papers print them: £1,350 · 278 · £1.2m · 15%."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    import re

NUMBER = (
    r"(?i)(£\s?)?([0-9][0-9,.]*[0-9]|[0-9])(?:(\s?%|\s?per\s?cent\b)|\s?(thousand|million|billion)\b|(k|mn?|bn)\b)?"
)
"""A number as text of a pattern, which few entries need: pound sign, digits, per cent, unit in words, unit."""
MOST_DIGITS = 15
"""How many digits a number may have."""
MOST_DECIMALS = 6

_PENCE = 2
_GROUP = 3  # digits between thousands commas: three behind a stop may be either
_SHOWN_PLACES = Decimal("0.01")
_UNITS = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed; its value, in pounds where ``money``; ``name`` are the words that name it.

    ``free``: it is no figure of its own but part of the working, as the 100 of a percentage.
    """

    text: str
    value: Fraction
    money: bool = False
    percent: bool = False
    name: str = ""
    free: bool = False

    def named(self, name: str) -> Number:
        """Return the number with a name."""
        return replace(self, name=name)

    def freed(self) -> Number:
        """Return the number as one that needs no support."""
        return replace(self, free=True)


class SignError(ValueError):
    """Arithmetic that cannot be read. ``reason`` is a clause; ``instead`` is what to type, where that can be told.

    ``sure``: whatever else the words are, they were meant to be worked out.
    """

    def __init__(self, reason: str, instead: str = "", *, sure: bool = False) -> None:
        """Keep the reason and what to type."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead
        self.sure = sure


def number_of(found: re.Match[str]) -> Number:
    """Return the number that `NUMBER` has found; raise SignError for one that is misprinted."""
    text = found[0].strip()
    digits = found[2]
    if sum(map(str.isdigit, digits)) > MOST_DIGITS:
        raise SignError(f"“{text}” has more than {MOST_DIGITS} digits")
    whole, stop, places = digits.partition(".")
    money = found[1] is not None
    unit = (found[4] or found[5] or "").lower()
    first, *groups = whole.split(",")
    if not first or (groups and len(first) > _GROUP) or any(len(group) != _GROUP for group in groups):
        raise SignError(f"the comma in “{text}” does not set off thousands")
    if stop and not (places.isdecimal() and len(places) <= MOST_DECIMALS):
        raise SignError(f"“{text}” is no number")
    if stop and not unit and len(places) == _GROUP and int(whole.replace(",", "")) and not found[3]:
        sign = "£" if money else ""
        shorter = digits.rstrip("0")
        raise SignError(f"“{text}” may be {sign}{whole},{places} or {sign}{shorter}", f"{sign}{whole},{places}")
    if stop and money and not unit and len(places) != _PENCE:
        raise SignError(f"“{text}” has pence that are not two figures")
    value = Fraction(digits.replace(",", "")) * _UNITS.get(unit, 1)
    return Number(text, value, money, percent=found[3] is not None)


def shown(value: Decimal, *, money: bool = False, percent: bool = False) -> str:
    """Return a number as a sentence prints it, with two places at most."""
    places = value.quantize(_SHOWN_PLACES)
    whole = places == places.to_integral_value()
    sign = "−" if value < 0 else ""
    digits = f"{abs(places):,.0f}" if whole else f"{abs(places):,.2f}"
    if not money and not whole:
        digits = digits.rstrip("0")
    return f"{sign}{'£' if money else ''}{digits}{'%' if percent else ''}"
