"""Why a date or a financial year cannot be read, and which ones its writer may have meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    MONTHS_CY,
    DateError,
    FinancialYear,
    PartialDate,
    in_words,
    month_named,
    weekday_named,
)
from pcp_reports.words import did_you_mean, western_digits

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = re.compile(r"([0-9]{1,4})\s?[-/.\s]\s?([0-9]{1,2})\s?[-/.\s]\s?([0-9]{1,4})(?:[T\s][0-9:.Z+]*)?", re.ASCII)
_LONGEST = 60


def explain(shown: str) -> DateError:
    """Return why ``shown`` is no date, with the dates that it may stand for."""
    if not shown:
        return DateError("nothing is given")
    if len(shown) > _LONGEST:
        return DateError("it is too long for a date")
    western = western_digits(shown)
    if western != shown:
        return DateError("its figures are those of another script", _instead(western))
    if match := _NUMBERS.fullmatch(shown):
        return _of_numbers(*match.groups(), year_first="-" in shown)
    if match := re.fullmatch(r"([0-9]{4})(?:[-/.\s]([0-9]{1,2}))?", shown):
        readings = _days((match[1], match[2], None)) if match[2] else ()
        return DateError("the month is not written with two figures" if match[2] else "the month is missing", readings)
    if match := re.fullmatch(r"([0-9]{1,2})[-/.\s]([0-9]{4})", shown):
        return DateError("a month in figures comes after its year", _days((match[2], match[1], None)))
    if match := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", shown):
        return DateError("no hyphens part the year, month and day", _days(match.groups(), write=str))
    return _of_words(shown)


def explain_year(shown: str) -> DateError:
    """Return why ``shown`` is no financial year, with the years that it may stand for."""
    if not shown:
        return DateError("nothing is given")
    if match := re.fullmatch(r"([0-9]{4})", shown):
        start = int(match[1])
        return DateError("a financial year runs over two years", _years(start, start - 1))
    if match := re.fullmatch(r"([0-9]{2})[/-]([0-9]{2})", shown):
        return DateError("the century is missing", _years(int(_century(match[1]))))
    if match := re.fullmatch(r"([0-9]{4})\s*(?:[/–-]|to)\s*([0-9]{2,4})", shown):
        return DateError("it is not written as 2023/24 is", _years(int(match[1])))
    return DateError("it is not a financial year")


def _years(*starts: int) -> tuple[str, ...]:
    return tuple(str(FinancialYear(start)) for start in starts if FIRST_YEAR <= start <= LAST_YEAR)


def _of_numbers(one: str, two: str, three: str, *, year_first: bool) -> DateError:
    """Return what three figures leave open: which of them is the day, the month, the year."""
    if len(one) == 4:  # noqa: PLR2004 - the year stands first
        readings = _days((one, two, three), write=str) or _days((one, three, two))
        return DateError("it is not written as 2023-10-03 is", readings)
    if len(three) == 4:  # noqa: PLR2004 - the year stands last
        readings = _days((three, two, one), (three, one, two))
        if len(readings) > 1:
            return DateError("the day and the month could be either way round", readings)
        return DateError("the month is not written as a word" if readings else "there is no such day", readings)
    last = _days((_century(three), two, one), (_century(three), one, two))
    first = _days((_century(one), two, three), write=str)
    return DateError("the century is missing from the year", first + last[:1] if year_first else last)


def _century(year: str) -> str:
    """Return a year of one or two figures in full, within the hundred years from FIRST_YEAR."""
    return str(FIRST_YEAR + (int(year) - FIRST_YEAR) % 100)


def _days(*numbers: tuple[str | None, ...], write: Callable[[PartialDate], str] = in_words) -> tuple[str, ...]:
    """Return those of the (year, month, day) that exist and are within bounds, each once."""
    found: list[str] = []
    for year, month, day in numbers:
        try:
            reading = PartialDate(int(year or 0), int(month or 0), None if day is None else int(day))
        except ValueError:
            continue
        if FIRST_YEAR <= reading.year <= LAST_YEAR:
            found.append(write(reading))
    return tuple(dict.fromkeys(found))


def _of_words(shown: str) -> DateError:
    """Return why words are no date: a month misspelt, a year left out or cut short, an ordinal's wrong ending."""
    words = re.findall(r"[^\W\d_]+|[0-9]+", shown)
    months = [(word, number) for word in words if (number := _nearest_month(word))]
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    days = [word for word in words if re.fullmatch("[0-9]{1,2}", word)]
    if len(months) != 1:
        return DateError("it is not a date" if not months else "it names more than one month")
    word, month = months[0]
    short = [_century(day) for day in days[1:]] if len(days) == 2 and not years else []  # noqa: PLR2004 - 3 Oct 23
    if len(years or short) != 1:
        return DateError("it names more than one year" if years else "the year is missing")
    if len(days) > 1 + len(short):
        return DateError("it names more than one day")
    readings = _days(((years or short)[0], str(month), days[0] if days else None))
    if short:
        return DateError("the century is missing from the year", readings)
    if month_named(word) is None:
        return DateError(f"“{word}” is not the name of a month", readings)
    if not days and any(weekday_named(other) is not None for other in words):
        return DateError("a weekday is named, but no day", readings)
    return DateError("it is not written as 3 October 2023 is", readings)


def _nearest_month(word: str) -> int | None:
    """Return the month that the word names or nearly names."""
    if (month := month_named(word)) is not None:
        return month
    near = did_you_mean(word, (*MONTHS, *MONTHS_CY)) if len(word) > 3 else None  # noqa: PLR2004 - too short to tell
    return month_named(near) if near else None


def _instead(western: str) -> tuple[str, ...]:
    try:
        return (in_words(PartialDate.parse(western)),)
    except DateError as error:
        return error.instead
