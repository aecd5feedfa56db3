"""The day by which a paper must be public, counted by hand and by a slow judge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.status.deadlines import ENGLAND, WALES, bank_holidays, is_working, publication

DAY = timedelta(days=1)

# Bank holidays of England and Wales as the government published them, written out by hand.
PUBLISHED = {
    date(2022, 1, 3), date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 2), date(2022, 6, 2), date(2022, 6, 3),
    date(2022, 8, 29), date(2022, 9, 19), date(2022, 12, 26), date(2022, 12, 27),
    date(2023, 1, 2), date(2023, 4, 7), date(2023, 4, 10), date(2023, 5, 1), date(2023, 5, 8), date(2023, 5, 29),
    date(2023, 8, 28), date(2023, 12, 25), date(2023, 12, 26),
    date(2024, 1, 1), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 6), date(2024, 5, 27), date(2024, 8, 26),
    date(2024, 12, 25), date(2024, 12, 26),
}  # fmt: skip


@pytest.mark.parametrize(
    ("meeting", "clear_days", "last_day"),
    [
        (date(2023, 10, 3), 5, date(2023, 9, 25)),  # the reference paper: Tuesday to Monday of the week before
        (date(2023, 10, 3), 3, date(2023, 9, 27)),  # an office that says three
        (date(2023, 10, 6), 5, date(2023, 9, 28)),  # a Friday: one weekend between
        (date(2023, 10, 9), 5, date(2023, 9, 29)),  # a Monday: Sunday would leave five days, but nothing is published then
        (date(2023, 10, 7), 5, date(2023, 9, 29)),  # a meeting on a Saturday
        (date(2023, 10, 8), 5, date(2023, 9, 29)),  # a meeting on a Sunday
        (date(2023, 5, 8), 5, date(2023, 4, 27)),  # a meeting on a bank holiday, another one before it
        (date(2023, 5, 10), 5, date(2023, 4, 28)),  # 8 May 2023, the coronation, and 1 May do not count
        (date(2022, 9, 21), 5, date(2022, 9, 12)),  # 19 September 2022, the state funeral, does not count
        (date(2022, 6, 8), 5, date(2022, 5, 27)),  # the jubilee: Thursday 2 and Friday 3 June 2022
        (date(2023, 4, 13), 5, date(2023, 4, 3)),  # Good Friday and Easter Monday between
        (date(2023, 1, 6), 5, date(2022, 12, 28)),  # New Year on a Sunday, its substitute on Monday 2 January
        (date(2022, 1, 6), 5, date(2021, 12, 24)),  # Christmas 2021 on a weekend: Monday 27 and Tuesday 28 instead
        (date(2024, 1, 3), 5, date(2023, 12, 21)),  # Christmas, Boxing Day and New Year between
        (date(2023, 12, 27), 1, date(2023, 12, 21)),  # one clear day, over Christmas
    ],
)  # fmt: skip
def test_the_last_day_for_a_paper_is_the_one_counted_by_hand(meeting: date, clear_days: int, last_day: date) -> None:
    """I publish on the day shown, and so many working days lie between it and the meeting."""
    found = publication(meeting, clear_days)
    assert found is not None
    assert (found.day, found.clear_days) == (last_day, clear_days)


def test_the_bank_holidays_are_those_that_were_published() -> None:
    """Weekday for weekday the holidays are the government's, those proclaimed once and the substitute days included."""
    known = bank_holidays(2022, 2024)
    assert known is not None
    assert {day for day in known if day.weekday() < 5} == PUBLISHED


def test_wales_has_the_same_days() -> None:
    """A Welsh office counts by the bank holidays of Wales, which are England's."""
    assert bank_holidays(1974, 2100, WALES) == bank_holidays(1974, 2100, ENGLAND)


def test_the_holidays_passed_over_are_named() -> None:
    """I can see why the day is earlier than I counted; a holiday on a weekend, which changes nothing, is not named."""
    found = publication(date(2023, 1, 6), 5)
    assert found is not None
    assert found.holidays == ((date(2023, 1, 2), "New Year's Day (observed)"),)
    funeral = publication(date(2022, 9, 21), 5)
    assert funeral is not None
    assert [day for day, _ in funeral.holidays] == [date(2022, 9, 19)]


def test_a_time_whose_bank_holidays_are_not_known_gives_no_date() -> None:
    """Far from today the tool says that it cannot tell, and never a date that may be wrong."""
    assert publication(date(2101, 5, 5), 5) is None
    assert publication(date(1871, 5, 5), 5) is None


# Around Christmas, New Year and Easter, where a count goes wrong, as often as anywhere else.
HARD = st.builds(
    lambda year, start, days: date(year, *start) + timedelta(days=days),
    st.integers(2000, 2040), st.sampled_from([(3, 15), (4, 20), (5, 25), (8, 25), (12, 15)]), st.integers(0, 40),
)  # fmt: skip
MEETINGS = st.one_of(HARD, st.dates(date(1980, 1, 1), date(2099, 12, 31)))


def judged(published: date, meeting: date, holidays: dict[date, str]) -> int:
    """Return how many working days lie strictly between two days, looking at each of them."""
    count, day = 0, published + DAY
    while day < meeting:
        count += day.strftime("%a") not in {"Sat", "Sun"} and day not in holidays
        day += DAY
    return count


@given(meeting=MEETINGS, clear_days=st.integers(1, 30))
def test_the_day_is_the_latest_working_day_that_leaves_enough(meeting: date, clear_days: int) -> None:
    """Whatever the meeting's day: published then, the clear days are there; on any later working day they are not."""
    holidays = bank_holidays(meeting.year - 1, meeting.year)
    found = publication(meeting, clear_days)
    assert holidays is not None
    assert found is not None
    assert is_working(found.day, holidays)
    assert judged(found.day, meeting, holidays) == clear_days
    later = found.day + DAY
    while later < meeting:
        assert not is_working(later, holidays) or judged(later, meeting, holidays) < clear_days
        later += DAY


@given(meeting=MEETINGS)
def test_with_no_holiday_between_five_clear_days_are_a_week_and_a_day(meeting: date) -> None:
    """For a meeting on a Tuesday to Friday without a bank holiday in between I publish eight days before."""
    found = publication(meeting, 5)
    assert found is not None
    quiet = not found.holidays and 1 <= meeting.weekday() <= 4
    holidays = bank_holidays(meeting.year - 1, meeting.year) or {}
    if quiet and meeting - timedelta(days=8) not in holidays:
        assert found.day == meeting - timedelta(days=8)


@given(meeting=MEETINGS, clear_days=st.integers(1, 29))
def test_one_more_clear_day_is_never_later(meeting: date, clear_days: int) -> None:
    """Asking for a day more moves the publication to an earlier day, never to the same."""
    fewer, more = publication(meeting, clear_days), publication(meeting, clear_days + 1)
    assert fewer is not None
    assert more is not None
    assert more.day < fewer.day
