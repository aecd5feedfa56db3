"""What stands behind a figure typed in prose: arithmetic that can be worked out, or the name of a source.

Arithmetic is of numbers as papers print them, with + - × ÷ and brackets; words beside a number name it, as in
`130 (custody log) + 278 arrests for damage`. It is read by a parser of its own within bounds, and worked out exactly.
A value that does not begin as arithmetic is a source's name, whatever numbers stand in it.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from pcp_reports.evidence.marks import Sign
from pcp_reports.evidence.numbers import Number, SignError, shown
from pcp_reports.evidence.signs import signs_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 2_000
"""How many characters an evidence may have and still be worked out."""
MOST_NUMBERS = 200
DEEPEST = 20
"""How many brackets may stand within each other."""

_NO_SOURCE = frozenset(
    (
        *(
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be advised",
            "to follow",
            "pending",
            "unknown",
            "none",
            "no source",
        ),
        *(
            "na",
            "n/a",
            "not known",
            "various",
            "see above",
            "as above",
            "ditto",
            "me",
            "x",
            "xx",
            "xxx",
            "source",
            "i'w gadarnhau",
        ),
    )
)
"""What people type to fill a place, and what names nothing."""

_BEYOND = 10**18
_DIGITS = 40
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Source:
    """The name of a source, which the tool cannot look into."""

    words: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Arithmetic that cannot be worked out: a clause that says why, and what to type where that can be told.

    ``empty``: it is not even meant as arithmetic, but holds a place (“tbc”).
    """

    words: str
    reason: str
    instead: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Arithmetic worked out: its numbers in order, the exact outcome, and what it is an outcome of.

    ``money`` is whether pounds come out, ``percent`` whether all numbers are percentages; ``divided`` whether it holds
    a division, whose outcome is printed rounded. `value` has 40 digits where the outcome has no end.
    """

    words: str
    numbers: tuple[Number, ...]
    exact: Fraction
    money: bool = False
    percent: bool = False
    divided: bool = False

    @property
    def value(self) -> Decimal:
        """Return the outcome as a decimal number."""
        with localcontext() as context:
            context.prec = _DIGITS
            return Decimal(self.exact.numerator) / Decimal(self.exact.denominator)

    @property
    def outcome(self) -> str:
        """Return the outcome as it is printed: 408, £132,650, 4.53, 18%."""
        return shown(self.value, money=self.money, percent=self.percent)


def read_evidence(words: str) -> Arithmetic | Source | Unread:
    """Return what an evidence says: arithmetic, a source, or arithmetic that cannot be worked out and why."""
    plain = " ".join(words.split())
    if not any(char.isalnum() for char in plain) or plain.casefold().rstrip(".!?") in _NO_SOURCE:
        return Unread(plain, "it names no source yet", empty=True)
    if plain.startswith("="):
        plain = plain[1:].strip()  # as in a spreadsheet
    try:
        if len(plain) > LONGEST:
            return Unread(plain, f"it has more than {LONGEST:,} characters")
        signs = signs_of(plain)
        if signs is None:
            return Source(plain)
        return _worked_out(plain, signs)
    except SignError as error:
        return Unread(plain, error.reason, error.instead)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the arithmetic: its outcome, whether it is pounds, and how many parts a bracketed sum has."""

    value: Fraction
    money: bool = False
    bare: bool = True  # made of numbers without a unit, which take the unit of what they are added to
    parts: int = 1


def _worked_out(words: str, signs: Sequence[Sign | Number]) -> Arithmetic | Unread:
    numbers = tuple(one for one in signs if isinstance(one, Number))
    if len(numbers) > MOST_NUMBERS:
        return Unread(words, f"it has more than {MOST_NUMBERS} numbers")
    sides = _sides(signs)
    if sum(sign is Sign.EQUALS for sign in signs) > 1:
        raise SignError("it has more than one “=”")
    worked = [_Working(side) for side in sides]
    outcomes = [one.outcome() for one in worked]
    # “130 + 278 = 408”: the longer side is the arithmetic, the other says what it comes to.
    first = max(range(len(sides)), key=lambda number: len(sides[number]))
    told = outcomes[first]
    for other in outcomes:
        if not _same(other.value, told.value, rounded=any(one.divided for one in worked)):
            said = shown(_decimal(other.value), money=other.money)
            raise SignError(
                f"it comes to {shown(_decimal(told.value), money=told.money)}, and not to {said} as it says"
            )
    if abs(told.value) > _BEYOND:
        raise SignError("it comes to more than any paper tells of")
    own = tuple(one for one in sides[first] if isinstance(one, Number))
    free = worked[first].free
    kept = tuple(one.freed() if number in free else one for number, one in enumerate(own))
    shown_words = words if len(sides) == 1 else words.split("=")[first].strip()
    return Arithmetic(
        shown_words,
        kept,
        told.value,
        told.money,
        percent=bool(own) and all(one.percent for one in own) and not any(one.divided for one in worked),
        divided=worked[first].divided,
    )


def _sides(signs: Sequence[Sign | Number]) -> list[list[Sign | Number]]:
    sides: list[list[Sign | Number]] = [[]]
    for one in signs:
        if one is Sign.EQUALS:
            sides.append([])
        else:
            sides[-1].append(one)
    return sides


def _same(one: Fraction, other: Fraction, *, rounded: bool) -> bool:
    return one == other or (rounded and abs(one - other) <= Fraction(1, 2))


def _decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(value.numerator) / Decimal(value.denominator)


class _Working:
    """One side of the arithmetic being worked out, from left to right, × and ÷ before + and -."""

    def __init__(self, signs: Sequence[Sign | Number]) -> None:
        self.signs = signs
        self.at = 0
        self.deep = 0
        self.read = 0
        self.divided = False
        self.free: set[int] = set()  # numbers that need no support: × 100, and an average's ÷ by how many there are

    def outcome(self) -> _Part:
        if not self.signs:
            raise SignError("a number is missing beside “=”")
        part = self._sum()
        if self.at < len(self.signs):
            sign = self.signs[self.at]
            if sign is Sign.CLOSE:
                raise SignError("a bracket is closed that was not opened")
            raise SignError("a sign is missing between two of its numbers")
        return part

    def _next(self) -> Sign | Number | None:
        return self.signs[self.at] if self.at < len(self.signs) else None

    def _sum(self) -> _Part:
        part = self._product()
        count = 1
        while (sign := self._next()) in (Sign.PLUS, Sign.MINUS):
            self.at += 1
            other = self._product()
            if part.money != other.money and not (part.bare if other.money else other.bare):
                raise SignError("pounds and a number of something else are added up")
            value = part.value + other.value if sign is Sign.PLUS else part.value - other.value
            count += 1
            part = _Part(value, part.money or other.money, part.bare and other.bare)
        return _Part(part.value, part.money, part.bare, count)

    def _product(self) -> _Part:
        part = self._factor()
        while (sign := self._next()) in (Sign.TIMES, Sign.DIVIDED):
            self.at += 1
            number = self.read
            other = self._factor()
            alone = self.read == number + 1 and other.parts == 1
            if sign is Sign.TIMES:
                if part.money and other.money:
                    raise SignError("pounds are multiplied by pounds")
                value, money = part.value * other.value, part.money or other.money
            else:
                if not other.value:
                    raise SignError("it divides by 0")
                if other.money and not part.money and not part.bare:
                    raise SignError("a number is divided by pounds")
                value, money = part.value / other.value, part.money and not other.money
                self.divided = True
            if alone and (other.value == _HUNDRED or (sign is Sign.DIVIDED and other.value == part.parts > 1)):
                self.free.add(number)
            part = _Part(value, money, bare=not money)
        return part

    def _factor(self) -> _Part:
        one = self._next()
        self.at += 1
        if isinstance(one, Number):
            self.read += 1
            return _Part(one.value, one.money, bare=not one.money)
        if one is Sign.MINUS:
            if self._next() is Sign.MINUS:
                raise SignError("two minus signs stand side by side")
            part = self._factor()
            return _Part(-part.value, part.money, part.bare)
        if one is Sign.OPEN:
            self.deep += 1
            if self.deep > DEEPEST:
                raise SignError(f"more than {DEEPEST} brackets stand within each other")
            part = self._sum()
            if self._next() is not Sign.CLOSE:
                raise SignError("a bracket is not closed")
            self.at += 1
            self.deep -= 1
            return part
        if one is None:
            raise SignError("a number is missing at its end")
        raise SignError("a number is missing between two of its signs")
