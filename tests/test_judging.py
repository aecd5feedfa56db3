"""What a figure as printed is worth against the value that is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.claims import read
from pcp_reports.judging import Verdict, judge
from pcp_reports.money import Money, format_money
from pcp_reports.printed.claim import Claim, Kind, Unit


def verdict(words: str, value: Any) -> str:  # noqa: ANN401 - whatever Decimal takes
    """Return the verdict on printed words."""
    return judge(read(words), Decimal(value)).verdict.value


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("£9,500", 9500, "agrees"),
        ("£9,500", "9500.01", "disagrees"),
        ("£69k", 69267, "agrees_rounded"),
        ("£69k", 68500, "agrees_rounded"),
        ("£69k", 69500, "agrees_rounded"),
        ("£69k", "68499.99", "disagrees"),
        ("£69k", "69500.01", "disagrees"),
        ("over 400", 408, "within_bound"),
        ("over 400", 401, "within_bound"),
        ("over 400", 400, "disagrees"),
        ("over 400", 399, "disagrees"),
        ("at least 400", 400, "within_bound"),
        ("at least 400", 399, "disagrees"),
        ("almost £74,000", 73719, "within_bound"),
        ("almost £74,000", 74000, "exceeds"),
        ("almost £74,000", 74001, "exceeds"),
        ("up to 30", 30, "within_bound"),
        ("up to 30", 31, "exceeds"),
        ("around 400", 350, "agrees_rounded"),
        ("around 400", 349, "disagrees"),
        ("5 to 10", 5, "within_bound"),
        ("5 to 10", 10, "within_bound"),
        ("5 to 10", 4, "disagrees"),
        ("5 to 10", 11, "exceeds"),
        ("£14.340", 14340, "cannot_check"),
        ("£5,000 each", 5000, "cannot_check"),
        ("nonsense", 0, "cannot_check"),
    ],
)
def test_a_figure_is_worth_what_its_words_commit_to(words: str, value: Any, expected: str) -> None:  # noqa: ANN401 - as above
    """The verdict is the one a careful officer would give, at the bound and on both sides of it."""
    assert verdict(words, value) == expected


@pytest.mark.parametrize(
    ("words", "value", "looks"),
    [
        ("£73,720", 73719, True),
        ("£73,718", 73719, True),
        ("£73,719", "73719.40", True),
        ("£73,721", 73719, False),
        ("£73,720.00", 73719, False),
        ("£73,719", 73719, False),
        ("£74k", 75000, False),
        ("over £73,719", 73719, False),
        ("around £45,000", 44450, True),
        ("around £45,000", 44000, False),
        ("about £44k", 44600, True),
        ("£44k", 44600, False),
    ],
)
def test_a_pound_of_difference_in_whole_pounds_looks_like_rounding(words: str, value: Any, looks: bool) -> None:  # noqa: ANN401 - as above
    """Pence that were dropped line by line make a total a pound out; that is no mistake to accuse anybody of."""
    assert judge(read(words), Decimal(value)).looks_rounded is looks


@pytest.mark.parametrize(
    ("words", "value", "misleads"),
    [
        ("over £62k", 147000, True),
        ("over £62k", 69000, False),
        ("over £1m", 1900000, False),
        ("over £1m", 2000000, True),
        ("over 400", 408, False),
        ("over 400", 601, True),
        ("almost £74,000", 73719, False),
        ("almost £74,000", 40000, True),
        ("nearly 100", 88, False),
        ("nearly 100", 60, False),
        ("nearly 100", 49, True),
        ("up to 30", 2, False),
        ("at least 10", 90, False),
        ("almost £74,000", 75000, False),
    ],
)
def test_a_true_hedge_far_from_the_value_misleads(words: str, value: int, misleads: bool) -> None:
    """“Over £62k” of £147k is true and misleads; “up to” and “at least” promise no nearness."""
    assert judge(read(words), Decimal(value)).misleading is misleads


@given(pence=st.integers(1, 10**11), off=st.integers(-1000, 1000))
def test_an_amount_agrees_with_itself_alone(pence: int, off: int) -> None:
    """A full figure agrees exactly when it says the very pence, and the difference is told to the penny."""
    claim = read(format_money(Money(pence)))
    made = judge(claim, Decimal(pence + off) / 100)
    assert (made.verdict is Verdict.AGREES) == (off == 0)
    assert made.gap == Decimal(-off) / 100


@given(low=st.integers(0, 1000), width=st.integers(0, 100), value=st.integers(-200, 1500))
def test_a_range_holds_what_lies_within_it(low: int, width: int, value: int) -> None:
    """Between its bounds, both taken in, a range agrees; outside it does not, and the gap is the way back."""
    claim = Claim("range", Kind.RANGE, Unit.COUNT, Decimal(low), Decimal(low + width))
    made = judge(claim, Decimal(value))
    assert (made.verdict is Verdict.WITHIN_BOUND) == (low <= value <= low + width)
    assert made.gap == (low - value if value < low else low + width - value if value > low + width else 0)
