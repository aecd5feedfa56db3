"""Parts of a whole: “two-thirds of”, “almost half of”, “3/4 of”, “¾ of”, “dwy ran o dair”. They are said per cent.

A part in words is no measurement: it is good to two and a half points either way, and behind “around” to five, so that
half is 47.5 to 52.5 and around half 45 to 55. It is a figure only where “of” and what it is part of stand behind it, or
where it does something (“two-thirds did not report it”); “half the budget”, “a third party”, “half an hour” and “the last
quarter of the year” are none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.claim import Unit
from pcp_reports.printed.numerals import PART, Numeral
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.printed.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

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
