"""Dates: what is read, what is asked about, how they are printed, and which financial year they lie in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.dates import DateError, FinancialYear, PartialDate, in_words

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")

days = st.dates(date(1974, 1, 1), date(2100, 12, 31))
partial_dates = st.builds(
    lambda day, known: PartialDate(day.year, day.month, day.day if known else None), days, st.booleans()
)


def read(parse: Callable[[str], Read], text: str) -> tuple[Read | None, DateError | None]:
    """Return what was read, or the refusal."""
    try:
        return parse(text), None
    except DateError as refused:
        return None, refused


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("2023-10-03", "2023-10-03"),
        ("2023-10", "2023-10"),
        ("3 October 2023", "2023-10-03"),
        ("  3\u00a0October   2023 ", "2023-10-03"),
        ("October 2023", "2023-10"),
        ("3rd October 2023", "2023-10-03"),
        ("21st of october 2023", "2023-10-21"),
        ("11th October 2023", "2023-10-11"),
        ("3 Oct 2023", "2023-10-03"),
        ("3 Sept. 2023", "2023-09-03"),
        ("Tuesday 3 October 2023", "2023-10-03"),
        ("Tue, 3 Oct 2023", "2023-10-03"),
        ("3 Hydref 2023", "2023-10-03"),
        ("3ydd o Hydref 2023", "2023-10-03"),
        ("1 o Fawrth 2024", "2024-03-01"),
        ("Dydd Mawrth 3 Hydref 2023", "2023-10-03"),
        ("Gorffennaf 2023", "2023-07"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_dates_are_read_as_officers_write_them(typed: str, read_as: str) -> None:
    """I may write the day in figures or in words, in English or Welsh, or the month alone."""
    assert str(PartialDate.parse(typed)) == read_as


@pytest.mark.parametrize(
    ("typed", "reason", "instead"),
    [
        ("03/10/2023", "the day and the month could be either way round", ("3 October 2023", "10 March 2023")),
        ("3.10.2023", "the day and the month could be either way round", ("3 October 2023", "10 March 2023")),
        ("13/10/2023", "the month is not written as a word", ("13 October 2023",)),
        ("10/13/2023", "the month is not written as a word", ("13 October 2023",)),
        ("05/05/2023", "the month is not written as a word", ("5 May 2023",)),
        ("31/02/2023", "there is no such day", ()),
        ("2023-02-30", "February 2023 has 28 days", ()),
        ("30 February 2024", "February 2024 has 29 days", ()),
        ("31 June 2023", "June has 30 days", ()),
        ("0 June 2023", "there is no day 0", ()),
        ("2023", "the month is missing", ()),
        ("2023-13", "there is no month 13", ()),
        ("2023-13-03", "there is no month 13", ("13 March 2023",)),
        ("23-10-03", "the century is missing from the year", ("2023-10-03", "23 October 2003")),
        ("03/10/23", "the century is missing from the year", ("3 October 2023", "10 March 2023")),
        ("3 Oct 99", "the century is missing from the year", ("3 October 1999",)),
        ("1973-12-31", "the year 1973 lies outside 1974 to 2100", ()),
        ("January 2101", "the year 2101 lies outside 1974 to 2100", ()),
        ("Monday 3 October 2023", "3 October 2023 is a Tuesday", ("Tuesday 3 October 2023", "Monday 2 October 2023")),
        ("Octobre 2023", "“Octobre” is not the name of a month", ("October 2023",)),
        ("3st October 2023", "it is not written as 3 October 2023 is", ("3 October 2023",)),
        ("October 3, 2023", "it is not written as 3 October 2023 is", ("3 October 2023",)),
        ("Blursday 3 October 2023", "it is not written as 3 October 2023 is", ("3 October 2023",)),
        ("Tuesday October 2023", "a weekday is named, but no day", ("October 2023",)),
        ("2023-1-3", "it is not written as 2023-10-03 is", ("2023-01-03",)),
        ("2023/10/03", "it is not written as 2023-10-03 is", ("2023-10-03",)),
        ("2023-10-03T10:00", "it is not written as 2023-10-03 is", ("2023-10-03",)),
        ("20231003", "no hyphens part the year, month and day", ("2023-10-03",)),
        ("10/2023", "a month in figures comes after its year", ("October 2023",)),
        ("2023-9", "the month is not written with two figures", ("September 2023",)),
        ("3 October", "the year is missing", ()),
        ("3-4 October 2023", "it names more than one day", ()),
        ("March to April 2023", "it names more than one month", ()),
        ("October 2023 2024", "it names more than one year", ()),
        ("٢٠٢٣-10-03", "its figures are those of another script", ("3 October 2023",)),
        ("٢٠٢٣", "its figures are those of another script", ()),
        ("soon", "it is not a date", ()),
        ("", "nothing is given", ()),
        ("x" * 5000, "it is too long for a date", ()),
    ],
)
def test_a_date_that_is_not_plain_is_asked_about(typed: str, reason: str, instead: tuple[str, ...]) -> None:
    """A date is never guessed: I am told what is wrong with it and what it may be."""
    with pytest.raises(DateError) as refused:
        PartialDate.parse(typed)
    assert (refused.value.reason, refused.value.instead) == (reason, instead)


@given(partial_dates, st.sampled_from(["en_GB", "cy_GB"]))
def test_a_printed_date_reads_back_as_the_same_date(day: PartialDate, locale: str) -> None:
    """A date copied out of a paper, English or Welsh, can be typed into an entry; so can the form of entries."""
    assert PartialDate.parse(in_words(day, locale)) == day
    assert PartialDate.parse(str(day)) == day


@given(partial_dates, st.sampled_from(["en_GB", "cy_GB"]))
def test_dates_are_printed_as_the_locale_data_say(day: PartialDate, locale: str) -> None:
    """Month names and their order are the standard ones of each language."""
    assert in_words(day, locale) == format_date(day.first, "MMMM y" if day.day is None else "d MMMM y", locale=locale)


@given(days)
def test_the_right_weekday_is_taken_and_a_wrong_one_named(day: date) -> None:
    """Only the weekday that the day was is taken; both things I may have meant are offered."""
    for shift in range(7):
        weekday = format_date(day + timedelta(days=shift), "EEEE", locale="en_GB")
        text = f"{weekday} {in_words(day)}"
        if shift == 0:
            assert PartialDate.parse(text).first == day
            continue
        with pytest.raises(DateError) as refused:
            PartialDate.parse(text)
        right, other = refused.value.instead
        assert PartialDate.parse(right).first == day
        assert other.startswith(weekday)


@given(st.text("0123456789-/. OctoberHydMaiSpt", max_size=20) | st.text(max_size=70))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    """Whatever I type, I get a date or an answer, and every answer can be typed."""
    day, refused = read(PartialDate.parse, text)
    if refused is None:
        assert day is not None
        assert 1974 <= day.year <= 2100
        return
    assert refused.reason
    for offer in refused.instead:
        assert PartialDate.parse(offer).year <= 2100


@given(st.text("0123456789/-– to", max_size=12) | st.text(max_size=12))
def test_any_text_is_a_financial_year_or_a_refusal(text: str) -> None:
    """Whatever I type for a year, I get a year or an answer, and every answer can be typed."""
    year, refused = read(FinancialYear.parse, text)
    if refused is None:
        assert FinancialYear.parse(str(year)) == year
        return
    assert refused.reason
    assert [str(FinancialYear.parse(offer)) for offer in refused.instead] == list(refused.instead)


def test_a_month_without_a_day_runs_from_its_first_day_to_its_last() -> None:
    """`2024-02` may be any day of that February, and is not too late unless its first day is."""
    month = PartialDate(2024, 2)
    assert (month.first, month.last, month.day) == (date(2024, 2, 1), date(2024, 2, 29), None)
    december = PartialDate(2023, 12)
    assert december.last == date(2023, 12, 31)
    day = PartialDate(2023, 10, 3)
    assert day.first == day.last == date(2023, 10, 3)


def test_a_date_that_does_not_exist_cannot_be_made() -> None:
    """No part of the tool can hold 30 February."""
    with pytest.raises(ValueError, match="day"):
        PartialDate(2023, 2, 30)


@given(partial_dates, partial_dates)
def test_dates_sort_with_a_month_before_its_days(one: PartialDate, other: PartialDate) -> None:
    """Lists of dates are in order, a month whose day is not known standing first in it."""
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (not one > other)
    assert (one >= other) == (not one < other)
    assert PartialDate(2023, 10) < PartialDate(2023, 10, 1) < PartialDate(2023, 10, 2) < PartialDate(2023, 11)


def test_a_language_without_month_names_is_refused() -> None:
    """A paper is never printed with the months of a language that nobody chose."""
    with pytest.raises(ValueError, match="fr_FR"):
        in_words(PartialDate(2023, 10), "fr_FR")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("2023/24", "2023/24"), ("2023-24", "2023/24"), ("2023/2024", "2023/24"), (" 1999-00 ", "1999/00")],
)
def test_financial_years_are_read_as_papers_write_them(typed: str, printed: str) -> None:
    """I may write 2023/24, 2023-24 or 2023/2024."""
    assert str(FinancialYear.parse(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("2023/25", ("2023/24", "2024/25")),
        ("2023", ("2023/24", "2022/23")),
        ("23/24", ("2023/24",)),
        ("2023 to 24", ("2023/24",)),
        ("2100/02", ("2100/01",)),
        ("1800/01", ()),
        ("this year", ()),
        ("", ()),
    ],
)
def test_what_is_no_financial_year_is_asked_about(typed: str, instead: tuple[str, ...]) -> None:
    """A year that is not plain is answered with the years it may be."""
    with pytest.raises(DateError) as refused:
        FinancialYear.parse(typed)
    assert refused.value.instead == instead


@given(days)
def test_a_financial_year_runs_from_april_to_march(day: date) -> None:
    """Every day lies in the year that it is said to lie in, to the day at both ends."""
    year = FinancialYear.of(day)
    assert year.first <= day <= year.last
    assert (year.last + timedelta(days=1)) == FinancialYear(year.start + 1).first


def test_the_end_of_march_and_the_first_of_april_part_the_years() -> None:
    """31 March 2024 is in 2023/24 and 1 April 2024 in 2024/25; so are the two months without a day."""
    assert str(FinancialYear.of(date(2024, 3, 31))) == "2023/24"
    assert str(FinancialYear.of(date(2024, 4, 1))) == "2024/25"
    assert str(FinancialYear.of(PartialDate(2024, 3))) == "2023/24"
    assert str(FinancialYear.of(PartialDate(2024, 4))) == "2024/25"
