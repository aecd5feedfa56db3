"""Amounts whose k or m has run into the next word, as where a PDF lost the blank."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pcp_reports import claims
from pcp_reports.claims import Kind


@pytest.mark.parametrize("word", ["to", "for", "of", "in", "and", "from", "by", "was", "has", "over", "is"])
@pytest.mark.parametrize(("shown", "value"), [("£40k", 40_000), ("£12.5m", 12_500_000), ("£1.2bn", 1_200_000_000)])
def test_a_small_word_run_into_the_k_leaves_it_a_k(word: str, shown: str, value: int) -> None:
    """“£40kto six groups” is £40k, and never £40."""
    found = claims.find(f"We gave {shown}{word} groups of the county.")
    assert [(one.text, one.value) for one in found] == [(shown, Decimal(value))]
    assert found[0].kind is Kind.ROUNDED


def test_a_whole_number_with_min_is_left_as_it_is() -> None:
    """“£5min spend” may be a least spend of £5: nobody is told of millions."""
    assert [one.value for one in claims.find("A £5min spend applies.")] == [Decimal(5)]


@pytest.mark.parametrize("shown", ["£12.5mrun", "£2.5kvans", "£1.5bnplan"])
def test_other_letters_give_no_advice(shown: str) -> None:
    """Where the letters behind an amount cannot be told, nothing is said of its pence."""
    assert claims.find(f"We paid {shown} for tents.") == []


@pytest.mark.parametrize("shown", ["£40kit", "£40mats", "£500mobile"])
def test_a_word_that_begins_with_k_or_m_is_no_scale(shown: str) -> None:
    """“£40kit” lost a blank before “kit”: it is no £40k."""
    (found,) = claims.find(f"We paid for {shown} in May.")
    assert found.value in {Decimal(40), Decimal(500)}


def test_the_pence_are_still_watched() -> None:
    """“£12.5 of” has one figure after its full stop, and is doubted as before."""
    (found,) = claims.find("We paid £12.5 of the bill.")
    assert found.kind is Kind.INVALID
