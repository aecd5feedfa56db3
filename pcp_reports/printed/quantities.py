"""A number with its unit: pounds, per cent, points, or nothing, which is a count; and parts of a whole, “two-thirds of”."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Unit
from pcp_reports.printed.number_words import and_a_half, article_at, part_at, words_at
from pcp_reports.printed.numerals import NUMBER, PART, Numeral, plain_number, scaled_amount, scaled_count
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_POUND = r"(?:£|gbp)\s{0,3}"
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
        opening = pattern(_POUND).match(low, at)
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


# -- parts of a whole
#
# A part in words is no measurement: it is good to two and a half points either way, and behind “around” to five, so that
# half is 47.5 to 52.5 and around half 45 to 55. It is a figure only where “of” and what it is part of stand behind it, or
# where it does something (“two-thirds did not report it”); “half the budget”, “a third party”, “half an hour” and “the last
# quarter of the year” are none.

_NAMES = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS: Mapping[str, int] = {name: bottom for bottom, name in enumerate(_NAMES, 2)} | {"halve": 2}
_TOPS: Mapping[str, int] = {
    word: top for top, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
}
_WORDED = (
    r"(?:(?:(?P<top>one|two|three|four|five|six|seven|eight|nine)[\s-]|(?P<a>an?[\s-]))(?P<part>half|halves|third|quarter|fifth"
    r"|sixth|seventh|eighth|ninth|tenth)(?P<many>s?)|(?P<half>half))(?![a-z-])"
)
_WELSH = r"(?P<top>dwy|tair|pedair|pum)\sr(?:h)?an\so\s(?P<bottom>dair|bedair|bum|bump|chwech|ddeg)(?![a-z])"
_WELSH_TOPS = {"dwy": 2, "tair": 3, "pedair": 4, "pum": 5}
_WELSH_BOTTOMS = {"dair": 3, "bedair": 4, "bum": 5, "bump": 5, "chwech": 6, "ddeg": 10}
_DIGITS = r"(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?=\s{1,2}of\s)"
_SPANS = (
    r"(?:an?|the|this|that|each|every|last|next)\s(?:[a-z-]+\s){0,2}(?:years?|months?|weeks?|days?|hours?|minutes?|mornings?|season|term"
    r"|game|match|century|decade|way|miles?|acres?|pints?|pounds?)\b|(?:19|20)[0-9]{2}\b(?!,)|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b|it\sall\b|(?:an?\s)?(?:thousand|million|billion|trillion|dozen|hundred)\b"
)
_OF = rf"\s{{1,2}}of\s{{1,2}}(?!{_SPANS})(?=[£a-z0-9“\"‘'])"
_DOES = (
    r"\s{1,2}(?:did|do|does|were|are|have|had|said|say|felt|feel|reported|agreed|thought|think|believed?|knew|know|lived?|live|saw"
    r"|wanted|want|came|would|could|will)\b"
)
_NOT_BEHIND = word_set("""the this that each every other another last next first second third fourth final previous past current same top
    bottom better best latter former later earlier first-half back front opening closing per by a an and-a one two three four
    five six seven eight nine ten""")
_STEP = Decimal(5)  # points, half of it either way


def fraction_at(low: str, at: int, last: str) -> Quantity | None:
    """Return the share that begins here in words, or None; ``last`` is the word before it."""
    match = pattern(_WORDED).match(low, at)
    if match is None or last.strip("([\"“‘'") in _NOT_BEHIND:
        return None
    if match["half"]:
        top, bottom = 1, 2
    else:
        top = 1 if match["a"] else _TOPS[match["top"]]
        name = match["part"]
        bottom = 2 if name == "halves" else _PARTS[name]
        if top >= bottom or (top > 1) is not (bool(match["many"]) or name == "halves"):
            return None
    end = match.end()
    if pattern(_OF).match(low, end) is None and pattern(_DOES).match(low, end) is None:
        return None
    return share(at, end, Decimal(top), Decimal(bottom), _STEP)


def welsh_fraction_at(low: str, at: int) -> Quantity | None:
    """Return the share that begins here in Welsh words, “dwy ran o dair”, or None."""
    match = pattern(_WELSH).match(low, at)
    if match is None:
        return None
    top, bottom = _WELSH_TOPS[match["top"]], _WELSH_BOTTOMS[match["bottom"]]
    return share(at, match.end(), Decimal(top), Decimal(bottom), _STEP) if top < bottom else None


def written_share(low: str, at: int) -> Quantity | None:
    """Return the share that begins here in digits, “3/4 of”, or None."""
    match = pattern(_DIGITS).match(low, at)
    if match is None or pattern(_OF).match(low, match.end()) is None:
        return None
    top, bottom = Decimal(match["top"]), Decimal(match["bottom"])
    return share(at, match.end(), top, bottom, _STEP) if top < bottom else None


def share(start: int, end: int, top: Decimal, bottom: Decimal, step: Decimal) -> Quantity:
    """Return so many parts of so many as a quantity per cent, rounded."""
    value = (100 * top / bottom).quantize(Decimal("0.01")).normalize()
    plain = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    return Quantity(start, end, Numeral(start, end, plain, step, rounded=True, scale=PART), Unit.PERCENT)


def vulgar_share(low: str, quantity: Quantity) -> Quantity | None:
    """Return “¾ of” as the share that it is; None where it is anything else, as “¾ hour” is."""
    if not 0 < quantity.value < 1 or pattern(_OF).match(low, quantity.end) is None:
        return None
    return share(quantity.start, quantity.end, quantity.value, Decimal(1), _STEP)
