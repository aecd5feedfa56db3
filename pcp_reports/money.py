"""Money in whole pence: one type, one parser, one formatter. No float comes near an amount.

An amount is read only when it can be read in one way. Anything else is answered with a reason and with what to
type, never with a guess (`money_slips` works that out, and is imported only when an amount cannot be read).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MOST = 100_000_000_000_000
"""The largest amount read, in pence: £1,000,000,000,000. Beyond it a key was held down."""

# One or more blanks may follow the pound sign (a no-break one, where the text was pasted), and one full stop, which
# belongs to the sentence, may follow the amount.
_PLAIN = re.compile(
    "£?[ \u00a0\u2007\u2009\u202f]*(0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\\.([0-9]{2}))?\\.?", re.ASCII
)
_LONGEST = 80


class MoneyError(ValueError):
    """An amount that cannot be read. ``reason`` is a clause; ``instead`` is what to type, the most likely first."""

    def __init__(self, reason: str, instead: tuple[str, ...] = ()) -> None:
        """Keep the reason and what to type; the latter is empty where one cannot tell."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole pence."""

    pence: int

    @classmethod
    def parse(cls, text: str) -> Money:
        """Return the amount that ``text`` gives in pounds: ``£9,500``, ``9500``, ``9,500.00``, ``£1,470.57``.

        Raises MoneyError for everything else, zero and negative amounts included.
        """
        shown = text.strip()
        match = _PLAIN.fullmatch(shown) if len(shown) <= _LONGEST else None
        if match is None:
            raise _refusal(shown)
        pounds, pence = match.groups()
        amount = int(pounds.replace(",", "")) * 100 + int(pence or 0)
        if amount == 0:
            raise MoneyError("it is an amount of nothing")
        if amount > MOST:
            raise MoneyError("it is more than a million million pounds")
        return cls(amount)

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """Return the sum of the amounts, which is nothing where there are none."""
        return cls(sum(amount.pence for amount in amounts))

    def __add__(self, other: Money) -> Money:
        """Return the two amounts together."""
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        """Return this amount less the other; it may fall below nothing, as the difference of two totals does."""
        return Money(self.pence - other.pence)

    def __abs__(self) -> Money:
        """Return the amount without its sign."""
        return Money(abs(self.pence))

    def __str__(self) -> str:
        """Return the amount as a British paper prints it."""
        return format_money(self)

    @property
    def decimal(self) -> str:
        """Return the amount in pounds with two decimals and nothing else, ``9500.00``, for machines to read."""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{'-' if self.pence < 0 else ''}{pounds}.{pence:02}"


def format_money(money: Money, locale: str = "en_GB") -> str:
    """Return the amount as printed: whole pounds without pence (``£9,500``), else to the penny (``£1,470.57``).

    The layout is that of the Unicode locale data, as Babel carries it. British English, which nearly every paper is
    in, is written out here, because loading Babel takes longer than checking a paper; a test holds the two together.
    """
    if locale != "en_GB":
        return _writer(locale)(money.pence)
    pounds, pence = divmod(abs(money.pence), 100)
    return f"{'-' if money.pence < 0 else ''}£{pounds:,}" + (f".{pence:02}" if pence else "")


@lru_cache(maxsize=8)
def _writer(locale: str) -> Callable[[int], str]:
    """Return what prints pence in the locale: Babel's pattern for it, looked up once."""
    from decimal import Decimal  # noqa: PLC0415 - Babel is slow to load

    from babel import Locale  # noqa: PLC0415 - as above
    from babel.numbers import parse_pattern  # noqa: PLC0415 - as above

    place = Locale.parse(locale.replace("-", "_"))
    to_the_penny = place.currency_formats["standard"]
    whole = parse_pattern(to_the_penny.pattern.replace("0.00", "0"))

    def write(pence: int) -> str:
        pattern = to_the_penny if pence % 100 else whole
        return str(pattern.apply(Decimal(pence).scaleb(-2), place, currency="GBP", currency_digits=False))

    return write


# Each scale in pence, with its letter and the number of decimals printed.
_SCALES = ((100, "", 0), (100_000, "k", 0), (100_000_000, "m", 1), (100_000_000_000, "bn", 1))


def rounded(money: Money) -> str:
    """Return the amount in the short form of a heading: ``£850``, ``£69k``, ``£2m``, ``£2.6m``.

    Under a thousand to the nearest pound, under a million to the nearest thousand, from there to one decimal of a
    million (from a thousand million, of ``bn``), the decimal left out where it is 0. An exact half rounds up; what
    rounds to a thousand of its unit is written as one of the next (£999,500 is £1m, never £1000k). An amount under
    a pound is printed in full.
    """
    sign, pence = "-" if money.pence < 0 else "", abs(money.pence)
    if 0 < pence < 100:  # noqa: PLR2004 - a pound
        return format_money(money)
    written = ""
    for scale, letter, decimals in _SCALES:
        step = scale // 10**decimals
        units = (2 * pence + step) // (2 * step)
        whole, tenths = divmod(units, 10**decimals)
        written = f"{sign}£{whole:,}{f'.{tenths}' if tenths else ''}{letter}"
        if whole < 1000:  # noqa: PLR2004 - a thousand of a unit is one of the next
            break
    return written


def _refusal(shown: str) -> MoneyError:
    if len(shown) > _LONGEST:
        return MoneyError("it is too long for an amount")
    from pcp_reports.money_slips import explain  # noqa: PLC0415 - only for what cannot be read

    reason, readings = explain(shown)
    offers = (format_money(Money(pence)) for pence in readings if 0 < pence <= MOST)
    return MoneyError(reason, tuple(dict.fromkeys(offers)))
