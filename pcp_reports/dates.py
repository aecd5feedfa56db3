"""Dates as officers write them: a day, or a month whose day is not known; and financial years.

A date that can be read in two ways (``03/10/2023``) is asked about, never guessed. Years from 1974, when today's
counties and forces began, to 2100 are read.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from pcp_reports.records import dataclass

FIRST_YEAR, LAST_YEAR = 1974, 2100
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS_CY = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_CY = tuple(f"Dydd {day}" for day in ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"))
_DECEMBER, _APRIL = 12, 4
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", re.ASCII)
# A pattern as text: it is compiled, and kept by re, only once a date in words is met.
_WORDS = (
    r"(?i)(?:(?P<weekday>(?:dydd\s)?[^\W\d]+),?\s)?(?:(?P<day>[0-9]{1,2})(?P<ordinal>[a-z]{1,3})?\s(?:of\s|o\s)?)?"
    r"(?P<month>[^\W\d]+)\.?,?\s(?P<year>[0-9]{4})"
)
_LONGEST = 60
_CLOCK = re.compile(r"T[0-9]{2}:[0-9]{2}")


class DateError(ValueError):
    """A date that cannot be read. ``reason`` is a clause; ``instead`` is what to type, the most likely first."""

    def __init__(self, reason: str, instead: tuple[str, ...] = ()) -> None:
        """Keep the reason and what to type; the latter is empty where one cannot tell."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a month of which the day is not known (``day`` is None); a month sorts before its days.

    Raises ValueError for a day or month that does not exist.
    """

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no date, so that ``first`` and ``last`` always are."""
        date(self.year, self.month, 1 if self.day is None else self.day)

    @property
    def first(self) -> date:
        """Return the earliest day that this can be."""
        return date(self.year, self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """Return the latest day that this can be."""
        return date(self.year, self.month, days_in(self.year, self.month) if self.day is None else self.day)

    def __lt__(self, other: PartialDate) -> bool:
        """Return whether this comes before the other."""
        return self._order < other._order

    def __le__(self, other: PartialDate) -> bool:
        """Return whether this comes before the other or is the same."""
        return self._order <= other._order

    def __gt__(self, other: PartialDate) -> bool:
        """Return whether this comes after the other."""
        return self._order > other._order

    def __ge__(self, other: PartialDate) -> bool:
        """Return whether this comes after the other or is the same."""
        return self._order >= other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day or 0

    def __str__(self) -> str:
        """Return the date as entries hold it: ``2023-10-03`` or ``2023-10``."""
        return f"{self.year:04}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date that ``text`` gives: ``2023-10-03``, ``2023-10``, ``3 October 2023``, ``October 2023``.

        Months may be English, shortened or Welsh; an ordinal (``3rd``) and a weekday may stand with the day, and the
        weekday must be the right one. Raises DateError for everything else.
        """
        shown = " ".join(text.split())
        if match := _ISO.fullmatch(shown):
            year, month, day = match.groups()
            return _real(int(year), int(month), None if day is None else int(day))
        if len(shown) <= _LONGEST and (match := re.fullmatch(_WORDS, shown)) and (found := _in_words(match)):
            return found
        from pcp_reports.date_slips import explain  # noqa: PLC0415 - only for what cannot be read

        raise explain(shown)


def _in_words(match: re.Match[str]) -> PartialDate | None:
    """Return the date of the words, or None where they are not those of a date."""
    month = month_named(match["month"])
    if month is None:
        return None
    if match["day"] is None:
        return None if match["weekday"] else _real(int(match["year"]), month, None)
    day = int(match["day"])
    if match["ordinal"] and match["ordinal"].casefold() not in _ordinals(day):
        return None
    found = _real(int(match["year"]), month, day)
    if match["weekday"]:
        named = weekday_named(match["weekday"])
        if named is None:
            return None
        _require_weekday(found, named)
    return found


def _ordinals(day: int) -> tuple[str, ...]:
    """Return the endings that the number may have, the English one first, then the Welsh ones."""
    english = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return english, "af", "il", "ydd", "ed", "fed", "eg", "ain"


def _require_weekday(day: PartialDate, named: int) -> None:
    actual = day.first.weekday()
    if named == actual:
        return
    # Of the days within three of the one given, exactly one falls on the weekday given.
    other = day.first + timedelta(days=(named - actual + 3) % 7 - 3)
    raise DateError(
        f"{in_words(day)} is a {WEEKDAYS[actual]}",
        (f"{WEEKDAYS[actual]} {in_words(day)}", f"{WEEKDAYS[named]} {in_words(other)}"),
    )


def _real(year: int, month: int, day: int | None) -> PartialDate:
    """Return the date, or raise DateError saying why there is none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"the year {year:04} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= _DECEMBER:
        swapped = day is not None and 1 <= day <= _DECEMBER and 1 <= month <= days_in(year, day)
        instead = (in_words(PartialDate(year, day, month)),) if swapped and day is not None else ()
        raise DateError(f"there is no month {month}", instead)
    if day == 0 or (day is not None and day > days_in(year, month)):
        of_month = f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]  # noqa: PLR2004 - February
        raise DateError(f"{of_month} has {days_in(year, month)} days" if day else "there is no day 0")
    return PartialDate(year, month, day)


def days_in(year: int, month: int) -> int:
    """Return how many days the month has."""
    following = date(year + 1, 1, 1) if month == _DECEMBER else date(year, month + 1, 1)
    return (following - timedelta(days=1)).day


def month_named(name: str) -> int | None:
    """Return the number of an English or Welsh month, in full or shortened to three letters or more, or None."""
    wanted = name.casefold().rstrip(".")
    exact = {month.casefold(): number for names in (MONTHS, MONTHS_CY) for number, month in enumerate(names, 1)}
    # Welsh softens the first letter of some months after "o": 3 o Fawrth.
    exact |= {"fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "fedi": 9, "dachwedd": 11, "ragfyr": 12}
    if wanted in exact or len(wanted) < 3:  # noqa: PLR2004 - as in Oct
        return exact.get(wanted)
    begun = {number for month, number in exact.items() if month.startswith(wanted)}
    return begun.pop() if len(begun) == 1 else None


def weekday_named(name: str) -> int | None:
    """Return the number of the weekday, Monday 0, in English (in full or shortened) or in Welsh, or None."""
    wanted = " ".join(name.casefold().rstrip(".").split())
    for number, (english, welsh) in enumerate(zip(WEEKDAYS, WEEKDAYS_CY, strict=True)):
        if wanted == welsh.casefold() or (len(wanted) >= 3 and english.casefold().startswith(wanted)):  # noqa: PLR2004 - as in Tue
            return number
    return None


def in_words(day: PartialDate | date, locale: str = "en_GB") -> str:
    """Return the date as a paper prints it, ``3 October 2023`` or ``October 2023``, in English or in Welsh (cy_GB).

    The names are those of the Unicode locale data, written out here because loading them takes longer than checking
    a paper; a test holds the two together. Raises ValueError for another language.
    """
    language = locale[:2]
    if language not in {"en", "cy"}:
        raise ValueError(f"no month names for {locale}")
    month = (MONTHS_CY if language == "cy" else MONTHS)[day.month - 1]
    return f"{month} {day.year}" if day.day is None else f"{day.day} {month} {day.year}"


def moment_in_words(moment: str) -> str:
    """Return a moment in ISO 8601, with its zone, as ``3 October 2023, 14:05``; what is none stands as it is."""
    day = _day_in_words(moment[:10])
    return f"{day}, {moment[11:16]}" if day and _CLOCK.match(moment, 10) else moment


@lru_cache(maxsize=256)
def _day_in_words(day: str) -> str:
    """Return a day in ISO 8601 in words; the empty string for what is none. A list of versions has few days and many moments."""
    try:
        return in_words(date.fromisoformat(day))
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The year from 1 April of ``start`` to the 31 March after it."""

    start: int

    @classmethod
    def of(cls, day: PartialDate | date) -> FinancialYear:
        """Return the financial year that the day lies in; a month lies wholly in one, as years begin on the first."""
        return cls(day.year if day.month >= _APRIL else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Return the year that ``2023/24``, ``2023-24`` or ``2023/2024`` names; raise DateError for anything else."""
        shown = text.strip()
        match = re.fullmatch(r"([0-9]{4})[/–-]([0-9]{4}|[0-9]{2})", shown, re.ASCII)
        if match:
            year = cls(int(match[1]))
            if not FIRST_YEAR <= year.start <= LAST_YEAR:
                raise DateError(f"the year {year.start:04} lies outside {FIRST_YEAR} to {LAST_YEAR}")
            if f"{year.start + 1}".endswith(match[2]):
                return year
            offers = (str(year), str(cls(year.start + 1)))
            raise DateError(
                "a financial year ends in the year after it begins", offers[:1] if year.start == LAST_YEAR else offers
            )
        from pcp_reports.date_slips import explain_year  # noqa: PLC0415 - only for what cannot be read

        raise explain_year(shown)

    @property
    def first(self) -> date:
        """Return 1 April, on which the year begins."""
        return date(self.start, _APRIL, 1)

    @property
    def last(self) -> date:
        """Return 31 March, on which the year ends."""
        return date(self.start + 1, _APRIL, 1) - timedelta(days=1)

    def __str__(self) -> str:
        """Return the year as papers write it: ``2023/24``."""
        return f"{self.start:04}/{(self.start + 1) % 100:02}"
