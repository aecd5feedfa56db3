"""The time that the name of a total speaks of: a month, months, a quarter, a financial year or a calendar one."""

from __future__ import annotations

import re
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, FinancialYear
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pcp_reports.dates import PartialDate

_NAMES = "|".join(month.lower() for month in MONTHS) + "|sept|" + "|".join(month[:3].lower() for month in MONTHS)
_MONTH = re.compile(rf"\b({_NAMES})\b\.?(?:[ -]*'?(?:20)?([0-9]{{2}})\b)?")
_FINANCIAL = re.compile(r"\b(?:20)?([0-9]{2}) ?[/–-] ?(?:20)?([0-9]{2})\b")
_YEAR = re.compile(r"\b20([0-9]{2})\b")
_QUARTER = re.compile(r"\b(?:q|quarter )([1-4])\b")
_BETWEEN = re.compile(r"\b(?:to|and)\b|[&–-]")
_THIS_CENTURY, _FIRST_MONTH, _TWELVE = 2000, 4, 12
_ENDS = 2  # months that a span is named by, at most


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time as named: its months (none: all), quarter, the first year of a financial one, or a calendar year.

    ``ends`` are the first and last month, each with its year, where both are named.
    """

    months: tuple[int, ...] = ()
    quarter: int | None = None
    financial: int | None = None
    year: int | None = None
    ends: tuple[tuple[int, int], tuple[int, int]] | None = None

    def readings(self) -> Iterator[Callable[[PartialDate], bool]]:
        """Yield each sense that the name may have: “2023” may be a financial year too, and a quarter count from April."""
        if self.ends is not None:
            first, last = self.ends
            yield lambda day: first <= (day.year, day.month) <= last
            return
        quarters: list[Callable[[PartialDate], bool]] = [lambda _: True]
        if self.quarter is not None:
            quarters = [
                lambda day: (day.month - _FIRST_MONTH) % _TWELVE // 3 + 1 == self.quarter,
                lambda day: (day.month - 1) // 3 + 1 == self.quarter,
            ]
        years: list[Callable[[PartialDate], bool]] = [lambda _: True]
        if self.financial is not None:
            years = [lambda day: FinancialYear.of(day).start == self.financial]
        elif self.year is not None:
            years = [
                lambda day: day.year == self.year,
                lambda day: FinancialYear.of(day).start == self.year,
                lambda day: FinancialYear.of(day).start + 1 == self.year,
            ]
        for in_quarter, in_year in product(quarters, years):
            yield partial(self._holds, in_quarter, in_year)

    def _holds(
        self, in_quarter: Callable[[PartialDate], bool], in_year: Callable[[PartialDate], bool], day: PartialDate
    ) -> bool:
        return (not self.months or day.month in self.months) and in_quarter(day) and in_year(day)


def span_in(label: str) -> tuple[Span | None, str]:
    """Return the span of time that a name in small letters gives, None where it gives none, and what is left of the name."""
    found = _FINANCIAL.search(label)
    financial = _THIS_CENTURY + int(found[1]) if found and (int(found[1]) + 1) % 100 == int(found[2]) else None
    left = label.replace(found[0], " ") if found and financial is not None else label
    quarter = _QUARTER.search(left)
    left = _QUARTER.sub(" ", left)
    named = [(_number(match[1]), _year(match[2])) for match in _MONTH.finditer(left)]
    left = _BETWEEN.sub(" ", _MONTH.sub(" ", left)) if named else left
    years = {_year(match[1]) for match in _YEAR.finditer(left)} | {year for _, year in named if year is not None}
    if len(named) > _ENDS or (len(years) > 1 and None in (year for _, year in named)):
        return None, label
    if financial is None and quarter is None and not named and len(years) != 1:
        return None, label
    months = _from_to([month for month, _ in named])
    if len(years) > 1:
        (first, began), (last, ended) = named[0], named[-1]
        return Span(ends=((began or 0, first), (ended or 0, last))), left
    of_quarter = int(quarter[1]) if quarter else None
    return Span(months, of_quarter, financial, next(iter(years), None)), _YEAR.sub(" ", left)


def _number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3])


def _year(typed: str | None) -> int | None:
    return _THIS_CENTURY + int(typed) if typed else None


def _from_to(named: list[int]) -> tuple[int, ...]:
    """Return the months from the first named to the last: of November and January, three."""
    if not named:
        return ()
    first, last = named[0], named[-1]
    return tuple((first - 1 + step) % _TWELVE + 1 for step in range((last - first) % _TWELVE + 1))
