"""A number with its unit: pounds, per cent, points, or nothing, which is a count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Unit
from pcp_reports.printed.number_words import and_a_half, article_at, part_at, words_at
from pcp_reports.printed.numerals import NUMBER, Numeral, plain_number, scaled_amount, scaled_count
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

_POUND = re.compile(r"(?:£|gbp)\s{0,3}")
_UNIT = (
    r"(?P<points>\s?%(?:age)?[\s-]{0,2}(?:points?|pts?)(?![a-z])|[\s-]?per[\s-]?cent(?:age)?[\s-]{1,2}points?(?![a-z])|\s?ppts?(?![a-z])"
    r"|\s?pp(?![a-z])|[\s-]pwynt(?:iau)?\s(?:canran|y\scant)(?:nol)?"
    r"|[\s-](?:points?|pts?)(?![a-z])(?!\s+(?:plan|of|system|scale|for)\b|\s+on\s+(?:their|his|her|a|the)\s+lic))"
    r"|(?P<percent>\s?%|[\s-]?per[\s-]?cent(?![a-z])|\s?pc(?![a-z])|\sy\scant(?![a-z]))"
    r"|(?P<pence>p(?![a-z])(?!\.[a-z])|\s?pence(?![a-z])|\s?penn(?:y|ies)(?![a-z])|\s?ceiniog(?:au)?(?![a-z]))"
    r"|(?P<money>[\s-](?:pounds?|quid)(?![a-z])(?:\s+sterling\b)?|\s?gbp(?![a-z])"
    r"|\s(?:o\s)?(?:b|ph?)un(?:t|n(?:au|oedd))(?![a-z]))"
)
UNIT_WORDS = word_set("""per percent percentage pence penny pennies pounds pound quid points point pts pt pp ppt ppts pc gbp age y pwynt pwyntiau
    ceiniog ceiniogau o punt bunt bunnau bunnoedd punnau punnoedd phunt""")
"""The words behind a number that may be its unit."""

_UNIT_GLUED = frozenset({"p", "pc", "pp", "ppt", "ppts", "percent", "pence", "gbp"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, its unit, and where the two stand in the text."""

    start: int
    end: int
    number: Numeral
    unit: Unit
    signed: bool = False  # a pound sign stands before it

    @property
    def value(self) -> Decimal:
        """Return the number in its unit: pounds, per cent, points, or a count."""
        return self.number.value


def amount_at(low: str, at: int) -> Quantity | None:
    """Return the amount whose pound sign stands here, or None where no number can be read."""
    inner = at + 1
    if not low[inner : inner + 1].isdecimal():
        opening = _POUND.match(low, at)
        if opening is None:
            return None
        inner = opening.end()
    match = NUMBER.match(low, inner)
    if match is None:
        if not low.startswith(("half", "quarter", "three"), inner):
            return None
        part = part_at(low, inner)
        return None if part is None else Quantity(at, part.end, part, Unit.MONEY, signed=True)
    number = plain_number(match)
    if number is None:
        return None
    number = scaled_amount(match, number)
    end = number.end
    if low.startswith((" pound", " sterling"), end):
        end = pattern(r"\s(?:pounds?(?:\ssterling)?|sterling)(?![a-z])|").match(low, end).end()  # type: ignore[union-attr] # it matches nothing at least
    return Quantity(at, end, number, Unit.MONEY, signed=True)


def count_at(low: str, at: int, *, alone: bool = False) -> Quantity | None:
    """Return the number in digits that begins here with its unit, or None where it is too long to be one."""
    match = NUMBER.match(low, at)
    number = None if match is None else plain_number(match)
    return None if match is None or number is None else count_of(low, match, number, alone=alone)


def count_of(low: str, match: re.Match[str], number: Numeral, *, alone: bool = False) -> Quantity:
    """Return the quantity of a match of `NUMBER`."""
    glued, behind = match.group("glued", "next")
    if glued or behind is not None:
        number = scaled_count(match, number, alone=alone)
        if behind == "and" and number.step == 1 and not number.scale:
            number = and_a_half(low, number) or number
    end = number.end
    if behind == "of" and match["alone"]:
        from pcp_reports.printed.fractions import vulgar_share  # noqa: PLC0415 - it is made of quantities itself

        part = vulgar_share(low, Quantity(number.start, end, number, Unit.COUNT))
        if part is not None:
            return part
    if glued in _UNIT_GLUED or number.scale or behind in UNIT_WORDS or "%" in low[end : end + 2]:
        return with_unit(low, number)
    return Quantity(number.start, end, number, Unit.COUNT)


def with_unit(low: str, number: Numeral) -> Quantity:
    """Return the number with the unit that stands behind it."""
    end = number.end
    match = pattern(_UNIT).match(low, end)
    if match is None:
        return Quantity(number.start, end, number, Unit.COUNT)
    unit = {"points": Unit.POINTS, "percent": Unit.PERCENT}.get(match.lastgroup or "", Unit.MONEY)
    if match["pence"]:
        number = replace(number, value=number.value.scaleb(-2), step=number.step.scaleb(-2))
    return Quantity(number.start, match.end(), number, unit)


def quantity_at(low: str, at: int) -> Quantity | None:
    """Return the quantity that begins here, in digits or words, or None."""
    first = low[at : at + 1]
    if first == "£":
        return amount_at(low, at)
    if not first.isalpha():
        return count_at(low, at)
    number = article_at(low, at) if low.startswith(("a ", "a-"), at) else part_at(low, at) or words_at(low, at)
    return None if number is None else with_unit(low, number)
