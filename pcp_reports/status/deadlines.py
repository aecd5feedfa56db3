"""The day by which a paper must be public: so many clear working days before the meeting.

Local Government Act 1972, s.100B, as applied to police and crime panels: five clear days in England; an office says in
its own file where it is another number. Clear means that neither the day of publication nor the day of the meeting
counts; Saturdays, Sundays and bank holidays do not count either. The day of publication is itself a working day: a paper
is put where people can see it while the office is open, so that what falls on a Sunday is due on the Friday before.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ENGLAND, WALES = "ENG", "WLS"
"""Whose bank holidays count, by the codes of ISO 3166-2:GB. The two nations have the same ones."""

_FRIDAY = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Publication:
    """The last day on which a paper can be made public, and the bank holidays that were passed over to find it."""

    day: date
    clear_days: int
    holidays: tuple[tuple[date, str], ...]  # on weekdays between the two days, each with its name


def publication(meeting: date, clear_days: int, nation: str = ENGLAND) -> Publication | None:
    """Return the last working day that leaves ``clear_days`` working days between itself and the meeting.

    The meeting may be on any day of the week. None where the bank holidays of the time are not known.
    """
    # Twice the days and a month hold the working days wanted, whatever holidays lie among them.
    first = meeting - timedelta(days=2 * clear_days + 30)
    holidays = bank_holidays(first.year, meeting.year, nation)
    if holidays is None:
        return None
    day, wanted = meeting, clear_days + 1
    while wanted:
        day -= _DAY
        wanted -= is_working(day, holidays)
    passed = [one for one in holidays.items() if day < one[0] < meeting and one[0].weekday() <= _FRIDAY]
    return Publication(day, clear_days, tuple(sorted(passed)))


def is_working(day: date, holidays: Mapping[date, str]) -> bool:
    """Return whether a day is neither a Saturday, a Sunday nor a bank holiday."""
    return day.weekday() <= _FRIDAY and day not in holidays


def bank_holidays(first: int, last: int, nation: str = ENGLAND) -> dict[date, str] | None:
    """Return the bank holidays of the years ``first`` to ``last`` by day, or None where one of the years is not known.

    Substitute days and those proclaimed once are among them. The `holidays` library knows what was proclaimed when it
    was released; later years follow the rules of the Banking and Financial Dealings Act 1971.
    """
    from holidays import country_holidays  # noqa: PLC0415 - takes 70 ms, and only `status` asks

    known = country_holidays("GB", subdiv=nation, years=range(first, last + 1), expand=False)
    if first < known.start_year or last > known.end_year:
        return None
    return dict(known.items())
