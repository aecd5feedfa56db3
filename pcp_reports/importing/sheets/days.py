"""The dates of a column: read together, because only the whole column tells whether 03/10/2023 is in March or in October."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.dates import FIRST_YEAR, LAST_YEAR, DateError, PartialDate, days_in, month_named
from pcp_reports.importing.sheets.sheet import words
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.importing.sheets.sheet import Value

_FIGURES = re.compile(
    r"([0-9]{1,2})\s?[-/.\s]\s?([0-9]{1,2})\s?[-/.\s]\s?([0-9]{4}|[0-9]{2})(?:[ T][0-9:.]+(?: ?[ap]m)?)?",
    re.ASCII | re.IGNORECASE,
)
_SHORT = re.compile(r"(?:([0-9]{1,2})[-/ .])?([A-Za-z]{3,9})\.?,?[-/ .]'?([0-9]{4}|[0-9]{2})")
_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})|([0-9]{4})/([0-9]{1,2})", re.ASCII)
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?", re.ASCII)
_TWELVE = 12
_ENOUGH = 3  # fewer days prove nothing
_THIS_CENTURY = 2000


EITHER = "it may be read with the day or with the month first"
"""Why a date of figures cannot be read in a column that does not show its order; the column is asked about once."""


NO_YEAR = "the year is missing"
"""Why “01-Sep” cannot be read, which is how Excel saves some columns of dates as text."""


class Order(Enum):
    """Which comes first in a date of figures; the value is what an officer types behind ``--dates``."""

    DAY = "day-first"
    MONTH = "month-first"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a column's dates say of their order: figures that can only be a day, first or second; both-ways ones; Excel's own.

    ``shown`` is one of those that can be read both ways. ``low`` counts Excel's own days up to the 12th of a month.
    """

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    own: int = 0
    low: int = 0
    shown: str = ""

    @property
    def order(self) -> Order | None:
        """Return the order that the column's own dates prove, None where none does, or they contradict each other."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return Order.DAY if self.day_first else Order.MONTH

    @property
    def swapped(self) -> bool:
        """Return whether Excel has probably read days as months: all it took for dates could be, and all it left could not."""
        sure = self.own >= _ENOUGH and self.low == self.own
        return sure and bool(self.day_first) and not self.either and not self.month_first


def evidence(values: Iterable[Value]) -> Evidence:
    """Return what the values of a column say of the order of day and month."""
    day = month = either = own = low = 0
    shown = ""
    for value in values:
        if isinstance(value, date):
            own += 1
            low += value.day <= _TWELVE
        elif isinstance(value, str) and (match := _FIGURES.fullmatch(words(value))):
            first, second = int(match[1]), int(match[2])
            if first > _TWELVE >= second:
                day += 1
            elif second > _TWELVE >= first:
                month += 1
            elif first != second:
                either += 1
                shown = shown or words(value)
    return Evidence(day, month, either, own, low, shown)


def day_in(value: Value, order: Order | None) -> PartialDate | None:
    """Return the day or month of a cell, None for a blank one. Raises DateError for what cannot be read."""
    if isinstance(value, date):  # a moment too
        return _checked(value.year, value.month, value.day)
    shown = words(value)
    if not shown or shown in ("-", "–", "n/a", "N/A"):
        return None
    if (serial := serial_day(value, shown)) is not None:
        return serial
    if match := _FIGURES.fullmatch(shown):
        return _of_figures(match, order)
    if match := _MOMENT.fullmatch(shown):
        return PartialDate.parse(match[1])
    if match := _MONTH.fullmatch(shown):
        return _checked(int(match[2] or match[3]), int(match[1] or match[4]), None)
    if (match := _SHORT.fullmatch(shown)) and (month := month_named(match[2])) is not None:
        return _checked(_year(match[3]), month, int(match[1]) if match[1] else None)
    return PartialDate.parse(shown)


def _of_figures(match: re.Match[str], order: Order | None) -> PartialDate:
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    if (order is None and first > _TWELVE) or first == second:
        return _checked(year, second, first)
    if order is None and second > _TWELVE:
        raise DateError("the month comes first in it, and the day in other dates of the column")
    if order is None:
        raise DateError(EITHER)
    return _checked(year, second, first) if order is Order.DAY else _checked(year, first, second)


def serial_day(value: Value, shown: str) -> PartialDate | None:
    """Return the day that Excel keeps as a number, where its cell lost the form of a date; None for what is none."""
    if not isinstance(value, int | Decimal | str) or not _SERIAL.fullmatch(shown):
        return None
    day = _FIRST + timedelta(days=int(shown))
    return PartialDate(day.year, day.month, day.day) if FIRST_YEAR <= day.year <= LAST_YEAR else None


_SERIAL = re.compile("[2-7][0-9]{4}", re.ASCII)
_FIRST = date(1899, 12, 30)
"""Excel's day 0, for every day after February 1900."""


def _year(typed: str) -> int:
    return int(typed) if len(typed) > 2 else _THIS_CENTURY + int(typed)  # noqa: PLR2004 - 23 for 2023


def _checked(year: int, month: int, day: int | None) -> PartialDate:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"the year {year:04} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= _TWELVE:
        raise DateError(f"there is no month {month}")
    if day is not None and not 1 <= day <= days_in(year, month):
        raise DateError(f"that month has {days_in(year, month)} days")
    return PartialDate(year, month, day)
