"""Numbers in digits as printed, “9,500”, “2.6m”, “1½ million”, with what stands right behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.patterns import pattern
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE = Decimal(1)
TENTH = Decimal("0.1")
PART = "part"
"""The scale of a part of a whole, “two-thirds”."""

LONGEST = 15
"""The most digits that are read; more are an identifier, or a key held down."""

SCALES: Mapping[str, Decimal] = {
    "hundred": Decimal(100),
    "dozen": Decimal(12),
    "k": Decimal(1_000),
    "thousand": Decimal(1_000),
    "thou": Decimal(1_000),
    "grand": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "mill": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "millions": Decimal(1_000_000),
    "b": Decimal(1_000_000_000),
    "bn": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
    "tn": Decimal(1_000_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}
"""What the words and letters behind a number make of it."""

WELSH_SCALES: Mapping[str, Decimal] = {
    "miliwn": Decimal(1_000_000),
    "filiwn": Decimal(1_000_000),
    "biliwn": Decimal(1_000_000_000),
}
"""Those of Welsh that are no English word, and are read in any paper."""

_ALL = {**SCALES, **WELSH_SCALES}
_LETTERS = frozenset({"k", "m", "b", "thou", "mill", "mn", "bn", "tn"})
_OF_COUNTS = frozenset(_ALL) - {"m", "b", "thou", "grand", "mill", "tn", "millions"}
_EXACT = frozenset({"hundred", "dozen"})
_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.333333"),
    "⅔": Decimal("0.666667"),
}

NUMBER = re.compile(
    r"""(?P<number>
           (?P<whole> [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
                    | [0-9]{1,3}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9]) | [0-9]+)
           (?:\.(?P<part>[0-9]+))? (?P<vulgar>[½¼¾⅓⅔])?
         | (?P<alone>[½¼¾⅓⅔]))
        (?P<glued>[^\W\d_]*) (?:[\s-]{1,2}(?P<next>[^\W\d_]+))?""",
    re.VERBOSE,
)
"""A number in digits, the letters that stand against it, and the word behind."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed: where it stands, what it is, and one unit of its last digit.

    ``rounded`` is so of k, m, million and bn in digits, and of whole millions in words: half a step either way is meant.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    rounded: bool = False
    scale: str = ""  # “k”, “million”, “dozen”
    bare: str = ""  # the digits as typed; of a number in words nothing

    @property
    def decimals(self) -> int:
        """Return how many digits stand behind the full stop."""
        return len(self.bare) - self.bare.index(".") - 1 if "." in self.bare else 0


def plain_number(match: re.Match[str]) -> Numeral | None:
    """Return the number of a match of `NUMBER` without any k or million; None if it is too long to be one."""
    number, whole, part, vulgar, alone, _, _ = match.groups()
    start, end = match.span(1)
    if number.isdecimal() and number.isascii() and end - start <= LONGEST:  # most are
        return Numeral(start, end, Decimal(number), ONE, bare=number)
    if alone:
        return Numeral(start, end, _VULGAR[alone], TENTH, bare=number)
    if "," in whole:
        whole = whole.replace(",", "")
    elif not whole.isdecimal():
        whole = "".join(char for char in whole if "0" <= char <= "9")
    if len(whole) > LONGEST or (part and len(part) > LONGEST):
        return None
    if part:
        return Numeral(start, end, Decimal(f"{whole}.{part}"), ONE.scaleb(-len(part)), bare=number)
    if vulgar:
        return Numeral(start, end, Decimal(whole) + _VULGAR[vulgar], TENTH, bare=number)
    return Numeral(start, end, Decimal(whole), ONE, bare=number)


def times(number: Numeral, word: str, end: int) -> Numeral:
    """Return the number so many times: “2.6m”, “250 thousand”, “3 dozen”."""
    scale = _ALL[word]
    value = number.value * scale
    return Numeral(
        number.start,
        end,
        value.to_integral_value() if value == value.to_integral_value() else value,
        ONE if word in _EXACT else whole(number.step * scale),
        word not in _EXACT,
        word,
        number.bare,
    )


def whole(value: Decimal) -> Decimal:
    """Return the number without noughts behind its full stop."""
    integral = value.to_integral_value()
    return integral if integral == value else value


def scaled_amount(match: re.Match[str], number: Numeral) -> Numeral:
    """Return the amount with its k, m or million, if it has one: “£69k”, “£69 k”, “£2 million”, “£2-million”."""
    glued, behind = match.group("glued", "next")
    if glued:
        if glued not in _ALL:
            word = _run_into(glued, number)
            return times(number, word, match.start("glued") + len(word)) if word else number
        return times(number, glued, match.end("glued")) if glued not in _EXACT else number
    if behind is None or behind not in _ALL or behind in _EXACT:
        return number
    end = match.end("next")
    if behind in _LETTERS and ("-" in match.string[number.end : end] or _is_label(match, end)):
        return number
    if behind == "grand" and pattern(_GRAND_THINGS).match(match.string, end):
        return number
    return times(number, behind, end)


def _run_into(glued: str, number: Numeral) -> str:
    """Return the k or m that the next word has run into, as where a PDF lost the blank: “£40kto six groups”; else nothing.

    “£5min” may be a minimum, so that a whole number with it is left as it is.
    """
    found = pattern(_RUN_INTO).fullmatch(glued)
    if found is None or (glued == "min" and not number.decimals):
        return ""
    return found[1]


_RUN_INTO = r"(k|million|mn|m|bn)(?:to|for|of|in|and|from|by|was|has|over|is)"


def _is_label(match: re.Match[str], end: int) -> bool:
    """Return whether the letter that ends there heads the next item of a list: the b of “a) £350 b) £20”."""
    before = match.string[: match.start()]
    return match.string.startswith(")", end) and before.rfind("(") <= before.rfind(")")


_GRAND_THINGS = r"\s(?:pianos?|national|prix|total|final|opening|jury|slam|union|parade|hotel|theatre)\b"
_MANY = r"\s+(?:[a-z'’-]+\s+){0,2}(?:[a-z'’-]*[a-rt-z]s|people|children|women|men)(?![a-z])"


def scaled_count(match: re.Match[str], number: Numeral, *, alone: bool) -> Numeral:
    """Return the count with its k, million or dozen, if it has one.

    “5m” is five metres, and “1.2m residents” more than a million; where the figure stands ``alone``, it is millions.
    """
    glued, behind = match.group("glued", "next")
    if glued:
        if glued == "m" and not (alone or match["vulgar"] or match["alone"]):
            return (
                times(number, "m", match.end("glued")) if pattern(_MANY).match(match.string, number.end + 1) else number
            )
        return times(number, glued, match.end("glued")) if glued in _OF_COUNTS or glued == "m" else number
    if behind is not None and behind in _OF_COUNTS and behind not in _LETTERS:
        return times(number, behind, match.end("next"))
    return number
