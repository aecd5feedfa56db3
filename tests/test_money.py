"""Amounts: what is read, what is refused and with what advice, and how they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.money import MOST, Money, MoneyError, format_money, rounded

amounts = st.integers(1, MOST).map(Money)
like_amounts = st.text("£€$0123456789.,  -−()kmpOl٣eE'_", max_size=14) | st.text(max_size=90)


def read(text: str) -> tuple[Money | None, MoneyError | None]:
    """Return the amount that was read, or the refusal."""
    try:
        return Money.parse(text), None
    except MoneyError as refused:
        return None, refused


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£9,500", 950_000),
        ("9500", 950_000),
        ("9,500.00", 950_000),
        ("£9,500.00", 950_000),
        ("£1470.57", 147_057),
        ("£ 5,000", 500_000),
        ("£\u00a05,000", 500_000),
        ("\u00a0£5,000\u202f", 500_000),
        ("£7,755.", 775_500),
        ("£0.50", 50),
        ("£1,000,000,000,000", MOST),
    ],
)
def test_amounts_are_read_as_officers_write_them(typed: str, pence: int) -> None:
    """I may write an amount with or without the pound sign, commas and pence."""
    assert Money.parse(typed) == Money(pence)


def test_a_difference_says_which_way_it_goes() -> None:
    """What is left of ten pounds after three is seven pounds, and the other way round it is seven too few."""
    assert Money(1000) - Money(300) == Money(700)
    assert Money(300) - Money(1000) == Money(-700)
    assert abs(Money(300) - Money(1000)) == Money(700)


@pytest.mark.parametrize("typed", ["8.,.3659", "1,2.3,4", "£1.,.1", "1.,.,.2", "1.2,3.4"])
def test_points_and_commas_in_a_muddle_are_refused(typed: str) -> None:
    """A key struck twice never stops the tool: I am told that the amount cannot be read."""
    assert isinstance(read(typed)[1], MoneyError)


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("£12,34.50", ("£1,234.50", "£12,345")),
        ("£13, 527.20", ("£13,527.20",)),
        ("£14.340", ("£14,340", "£14.34")),
        ("£14.345", ("£14,345",)),
        ("£1,000,00", ("£1,000", "£100,000")),
        ("£1,0000", ("£10,000", "£1,000")),
        ("£5,00", ("£5", "£500")),
        ("€5", ()),
        ("$5", ()),
        ("10k", ("£10,000",)),
        ("£2.8m", ("£2,800,000",)),
        ("2 million", ("£2,000,000",)),
        ("£493,444k", ("£493,444", "£493,444,000")),
        ("£2.8m million", ("£2,800,000",)),
        ("-500", ("£500",)),
        ("−500", ("£500",)),
        ("£-500", ("£500",)),
        ("(500)", ("£500",)),
        ("9,500-", ("£9,500",)),
        ("1e3", ("£1,000",)),
        ("1e999999999", ()),
        ("1e-3", ()),
        ("NaN", ()),
        ("inf", ()),
        ("٣", ("£3",)),
        ("９５００", ("£9,500",)),
        ("£1O,OOO", ("£10,000",)),
        ("£1l,000", ("£11,000",)),
        ("£9.5", ("£9.50",)),
        ("£.50", ("£0.50",)),
        ("GBP 500", ("£500",)),
        ("5,000 pounds", ("£5,000",)),
        ("about £500", ("£500",)),
        ("£500 - £600", ("£500", "£600")),
        ("£500 for 2 projects", ("£500",)),
        ("0.41p", ("£0.41",)),
        ("50p", ("£0.50",)),
        ("9 500", ("£9,500",)),
        ("£10,000 .00", ("£10,000",)),
        ("9.500,00", ("£9,500",)),
        ("1.000.000", ("£1,000,000",)),
        ("££500", ("£500",)),
        ("0500", ("£500",)),
        ("£01,000", ("£1,000",)),
        ("£1,470·57", ("£1,470.57",)),
        ("£1·5", ("£1.50",)),
        ("£5,000*", ("£5,000",)),
        ("￡5,000", ("£5,000",)),
        ("£9,500,", ("£9,500",)),
        ("", ()),
        ("to be confirmed", ()),
        ("0", ()),
        ("£0.00", ()),
        ("£1,000,000,000,000.01", ()),
        ("9" * 5000, ()),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(typed: str, instead: tuple[str, ...]) -> None:
    """An amount that is not plain is never guessed: I am told what to type, the likeliest first."""
    with pytest.raises(MoneyError) as refused:
        Money.parse(typed)
    assert refused.value.instead == instead


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nothing is given"),
        ("tbc", "there is no figure in it"),
        ("£12,34.50", "a comma stands in the wrong place"),
        ("£13, 527.20", "a blank stands after a comma"),
        ("£14.340", "three figures stand after the full stop, where pence need two"),
        ("£9.5", "one figure stands after the full stop, where pence need two"),
        ("€5", "it is in euros, and amounts are read in pounds"),
        ("$5", "it is in dollars, and amounts are read in pounds"),
        ("£1,470·57", "a raised dot stands where a full stop should"),
        ("£01,000", "it begins with a nought"),
        ("£5,000*", "a sign that marks a note stands behind it"),
        ("￡5,000", "its pound sign is the wide one of East Asian type"),
        ("10k", "it is shortened, and an amount is given in full"),
        ("-5", "a minus sign stands before it, and an amount cannot be below nothing"),
        ("5-", "a minus sign stands after it, and an amount cannot be below nothing"),
        ("(5)", "it stands in brackets, which mean an amount below nothing"),
        ("0", "it is an amount of nothing"),
        ("1e3", "it is a figure in a calculator's shorthand"),
        ("٣", "its figures are those of another script"),
        ("£1O,OOO", "the letter O stands where a nought should"),
        ("about £500", "words stand beside the amount"),
        ("£500 - £600", "more than one figure stands in it"),
        ("£2.8m million", "its unit is given twice"),
        ("£2,000,000,000,000", "it is more than a million million pounds"),
        ("9" * 81, "it is too long for an amount"),
    ],
)
def test_a_refusal_says_what_is_wrong_in_plain_words(typed: str, reason: str) -> None:
    """I am told what is wrong with the amount, not that it failed a pattern."""
    with pytest.raises(MoneyError) as refused:
        Money.parse(typed)
    assert refused.value.reason == reason


@given(amounts, st.sampled_from(["en_GB", "cy_GB"]))
def test_what_is_printed_reads_back_as_the_same_amount(money: Money, locale: str) -> None:
    """An amount copied out of a paper, English or Welsh, can be typed into an entry."""
    assert Money.parse(format_money(money, locale)) == money


@given(like_amounts)
def test_any_text_is_an_amount_or_a_refusal(text: str) -> None:
    """Whatever I type, I get an amount or an answer, and every answer can be typed."""
    money, refused = read(text)
    if refused is None:
        assert money is not None
        assert 0 < money.pence <= MOST
        return
    assert refused.reason
    for offer in refused.instead:
        assert str(Money.parse(offer)) == offer


@given(st.integers(-MOST, MOST))
def test_amounts_are_laid_out_as_the_locale_data_say(pence: int) -> None:
    """The British layout is the standard one, to the character."""
    layout = "¤#,##0.00" if pence % 100 else "¤#,##0"
    for locale in ("en_GB", "cy_GB"):
        expected = format_currency(Decimal(pence).scaleb(-2), "GBP", layout, locale=locale, currency_digits=False)
        assert format_money(Money(pence), locale) == expected


def test_whole_pounds_are_printed_without_pence() -> None:
    """£9,500 is printed as £9,500, and £1,470.57 to the penny, in Welsh papers too."""
    assert [str(Money(950_000)), str(Money(147_057)), str(Money(5))] == ["£9,500", "£1,470.57", "£0.05"]
    assert format_money(Money(147_057), "cy_GB") == "£1,470.57"
    assert format_money(Money(147_057), "cy-GB") == "£1,470.57"


def test_a_machine_gets_two_decimals_and_no_sign() -> None:
    """Another program reads 9500.00, whatever the paper prints."""
    assert [Money(950_000).decimal, Money(5).decimal, Money(-105).decimal] == ["9500.00", "0.05", "-1.05"]


@pytest.mark.parametrize(
    ("pence", "short"),
    [
        (6_926_700, "£69k"),
        (7_371_900, "£74k"),
        (200_000_000, "£2m"),
        (260_000_000, "£2.6m"),
        (85_000, "£850"),
        (85_049, "£850"),
        (85_050, "£851"),
        (99_949, "£999"),
        (99_950, "£1k"),
        (149_999, "£1k"),
        (150_000, "£2k"),
        (99_949_999, "£999k"),
        (99_950_000, "£1m"),
        (254_999_999, "£2.5m"),
        (255_000_000, "£2.6m"),
        (99_994_999_999, "£999.9m"),
        (99_995_000_000, "£1bn"),
        (50, "£0.50"),
        (0, "£0"),
        (-6_926_700, "-£69k"),
    ],
)
def test_the_short_form_is_the_one_of_headings(pence: int, short: str) -> None:
    """A heading says £69k, £2m or £2.6m; an exact half goes up; nothing is ever £1000k."""
    assert rounded(Money(pence)) == short


@given(amounts, amounts)
def test_rounding_keeps_the_order_and_stays_near(one: Money, other: Money) -> None:
    """The larger of two amounts never has the smaller short form, and a short form is off by half its last figure."""

    def value(short: str) -> Decimal:
        scale = {"k": 3, "m": 6, "n": 9}.get(short[-1], 0)
        return Decimal(short.strip("£kmbn").replace(",", "")).scaleb(scale + 2)

    short, steps = rounded(one), {"k": 100_000, "m": 10_000_000, "n": 10_000_000_000}
    assert abs(value(short) - one.pence) <= Decimal(steps.get(short[-1], 100)) / 2
    if one <= other:
        assert value(short) <= value(rounded(other))


def test_a_round_adds_up_to_the_penny() -> None:
    """The eight Community Fund lines of August 2023 come to £62,523, and no lines to nothing."""
    lines = ("£9,500", "£10,000", "£10,000", "£4,000", "£3,228", "£7,755", "£10,000", "£8,040")
    assert str(Money.total(Money.parse(line) for line in lines)) == "£62,523"
    assert Money.total(()) == Money(0)
    assert Money(5) + Money(7) == Money(12)
    assert abs(Money(5) - Money(7)) == Money(2)
    assert max(Money(3), Money(20)) == Money(20)
