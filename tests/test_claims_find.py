"""Figures in running prose: all of them, in order, with their hedges and units, and nothing that is no figure."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.claims import Claim, Kind, Unit, find, read

SENTENCES = Path(__file__).parent / "data" / "running_sentences.yaml"
MATTER = "£0123456789.,:;-–/()[]%+ \n\ufffc½²"
WORDS = (
    "over under almost about up to at least one six twenty hundred million a half of and in out aged section page October"
    " March May per cent points each or more between from £ £5 £9,500 £69k 2023 M65 3.2.1 12-18 pm th x k m bn p C c. dros"
)
pieces = st.lists(st.sampled_from([*WORDS.split(), "\n\n", "-", "–", ","]), max_size=30).map(" ".join)
texts = st.text(MATTER + "aeioulmkbpxſİ", max_size=60) | st.text(max_size=80) | pieces
locales = st.sampled_from(["en_GB", "cy_GB"])


def sentences() -> list[dict[str, Any]]:
    """Return every sentence of the data file with the figures that stand in it."""
    read_in: list[dict[str, Any]] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return read_in


def words(text: str, locale: str = "en_GB") -> list[str]:
    """Return the words of each figure of a text."""
    return [claim.text for claim in find(text, locale)]


def only(text: str) -> Claim:
    """Return the one figure of a text."""
    (claim,) = find(text)
    return claim


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence["text"][:60])
def test_every_figure_of_a_sentence_is_found_and_nothing_else(sentence: dict[str, Any]) -> None:
    """The register of figures lists each figure that a paper prints once, and no date, road or page."""
    assert words(sentence["text"]) == sentence["figures"]


def test_there_are_sentences_enough() -> None:
    """Some hundreds of sentences hold the search, of which some have no figure at all."""
    assert len(sentences()) >= 200
    assert sum(not sentence["figures"] for sentence in sentences()) >= 10


@given(texts, locales)
def test_figures_never_overlap_and_are_words_of_the_text(text: str, locale: str) -> None:
    """Whatever is pasted in, each figure stands where it is said to stand, in order, and none in another."""
    found = find(text, locale)
    for claim in found:
        assert claim.text
        assert text[claim.start : claim.end] == claim.text
        assert "\ufffc" not in claim.text
        assert "\n\n" not in claim.text
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(texts, locales)
def test_bounds_are_in_order_and_hold_the_value(text: str, locale: str) -> None:
    """A figure's lower bound is never above its upper one, and its own number lies between them."""
    for claim in find(text, locale):
        if claim.low is not None and claim.high is not None:
            assert claim.low <= claim.high
        if claim.readable and claim.value is not None:
            assert claim.low is None or claim.low <= claim.value
            assert claim.high is None or claim.value <= claim.high
        assert claim.readable or claim.reason
        assert claim.readable is not (claim.low is claim.high is None)


@given(texts)
def test_any_text_can_be_read_as_one_figure_or_refused_with_a_reason(text: str) -> None:
    """Where one figure is asked for, anything may be typed."""
    claim = read(text)
    assert claim.readable or claim.reason


@given(st.sampled_from(["the force", "in all,", "was given", "– this cost"]), st.integers(1, 10**9), texts)
def test_no_amount_is_ever_hidden(lead: str, pounds: int, text: str) -> None:
    """Whatever else stands in a text, an amount in it is found: a date or a page never swallows money."""
    whole = f"{text}\n\n{lead} £{pounds:,} to them"
    at = whole.rindex("£")
    assert any(claim.start <= at < claim.end for claim in find(whole))


@given(st.integers(0, 10**6), st.sampled_from(["people", "arrests", "fixed penalty notices"]))
def test_a_figure_taken_out_of_its_sentence_says_the_same(value: int, noun: str) -> None:
    """The words of a figure, read alone, are the figure that was found."""
    for text in (f"there were {value:,} {noun} in all", f"it cost £{value:,} in all", f"it fell by {value:,}% in all"):
        found = only(text)
        alone = read(found.text)
        assert (alone.kind, alone.unit, alone.value) == (found.kind, found.unit, found.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose from 5 to 10 people.", ["5", "10"]),
        ("It fell from £10k to £8k.", ["£10k", "£8k"]),
        ("Confidence went from 52% to 70%.", ["52%", "70%"]),
        ("It was reduced: 342 to 7.", ["342", "7"]),
        ("an increase from 4 to 6", ["4", "6"]),
        ("Grants of £1,000 to £10,000 are made.", ["£1,000 to £10,000"]),
        ("It takes 5 to 10 people.", ["5 to 10"]),
        ("Numbers ranged from 12 to 45 people.", ["from 12 to 45"]),
        ("£53,879 to 6 projects", ["£53,879", "6"]),
        ("£200,000 – £100,000 from each", ["£200,000", "£100,000"]),
        ("Arson 25 – 12%", ["25", "12%"]),
    ],
)
def test_a_change_is_two_figures_and_a_range_is_one(text: str, expected: list[str]) -> None:
    """“From 52% to 70%” tells where it was and where it is; “£1,000 to £10,000” is one range."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It rose from 52 to 70 per cent.", Unit.PERCENT, 52),
        ("The budget went from £2 to £3 million.", Unit.MONEY, 2_000_000),
    ],
)
def test_two_figures_share_their_unit(text: str, unit: Unit, value: int) -> None:
    """“From 52 to 70 per cent” is per cent both times."""
    first = find(text)[0]
    assert (first.unit, first.value) == (unit, Decimal(value))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Over the summer 400 people came.", Kind.EXACT),
        ("We asked about 3 issues.", Kind.EXACT),
        ("The scheme runs over 3 years.", Kind.EXACT),
        ("The scheme has run for over 20 years.", Kind.AT_LEAST),
        ("They handed over £500 to her.", Kind.EXACT),
        ("Work under 6 themes is complete.", Kind.EXACT),
        ("Class C 400 tablets", Kind.EXACT),
        ("There are 1,234 > 1,102 rows", Kind.EXACT),
        ("They met over 400 people.", Kind.AT_LEAST),
        ("About 400 people came.", Kind.ROUNDED),
    ],
)
def test_a_word_that_only_looks_like_a_hedge_is_none(text: str, kind: Kind) -> None:
    """“Over three years” says how long, and hedges nothing."""
    assert find(text)[0].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "one of the projects",
        "no one came",
        "one another",
        "a one-off payment",
        "one-to-one support",
        "day one",
        "including one for them",
        "the only one that",
        "at one time",
        "one day",
        "as one voice",
        "Stage One",
        "one or more of them",
    ],
)
def test_one_that_is_no_number_is_no_figure(text: str) -> None:
    """“One of the” points, and counts nothing."""
    assert words(text) == []


@pytest.mark.parametrize(
    "text", ["one project", "One arrest was made.", "only one grant", "one sergeant and", "at least one visit"]
)
def test_one_that_counts_is_a_figure(text: str) -> None:
    """“One arrest” is as much a figure as two."""
    assert only(text).value == 1


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Confidence is up 18 points.", Unit.POINTS),
        ("Confidence is up two points.", Unit.POINTS),
        ("She made two points.", Unit.COUNT),
        ("a 10-point plan", Unit.COUNT),
        ("six penalty points", Unit.COUNT),
        ("MoRiLE score fell from 371 to 342", Unit.SCORE),
        ("It scored 12 last year.", Unit.SCORE),
        ("They rated 12 bids highly.", Unit.COUNT),
    ],
)
def test_points_and_scores_are_told_from_counts(text: str, unit: Unit) -> None:
    """Percentage points, a score and a count are held against different things."""
    assert {claim.unit for claim in find(text)} == {unit}


def test_a_welsh_paper_is_read_in_welsh_and_in_english() -> None:
    """A bilingual office may write in either language, or in both."""
    text = "Dyfarnwyd dros £62k i chwe phrosiect ym mis Awst 2023; six projects in all, hyd at £10,000 yr un."
    assert words(text, "cy_GB") == ["dros £62k", "chwe", "six", "hyd at £10,000"]
    assert [claim.noun for claim in find(text, "cy_GB")] == ["", "phrosiect", "projects", ""]
    assert find(text, "cy_GB")[-1].each


@pytest.mark.parametrize(
    "text",
    [
        "Cynhelir y cyfarfod ar 3 Hydref 2023 am 2yp.",
        "pobl ifanc 12-18 oed",
        "yr un peth",
        "adran 23, tudalen 5",
        "un o’r rhain",
    ],
)
def test_welsh_dates_and_ages_are_no_figures(text: str) -> None:
    """A Welsh date, age or page is no more a figure than an English one."""
    assert words(text, "cy_GB") == []


@pytest.mark.parametrize(
    "part",
    [
        *("1,1,", "£", "£ ", "over ", "9", "(", "(1", "[1]", "1-", "1/", "1.", "1 ", "one ", "one-", "a hundred "),
        *("twenty-", "1m", "£1k", "£1,", "£1 000 ", "\n", "1\n \n", "1 to ", "between 5 and ", "5%", "1 in ", "a1"),
        *(
            "score 1 ",
            "12 Ab ",
            "sections 1, 2, ",
            "0 12 34 ",
            "1 x ",
            "half a ",
            "£1oil",
            "+44 (",
            "c.",
            "un ar ddeg ",
        ),
        *("111 ", "£1,111", ",111", "1:11 minutes ", "two women, 24 and 27, ", "half of ", "Operation A ", "£4;444"),
        "two hundred and ",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(part: str) -> None:
    """Sixty thousand characters of anything are searched in moments, and twice as many in twice the time."""
    long = part * (60_000 // len(part))
    spent = []
    for text in (long[: len(long) // 4], long):
        began = time.process_time()
        find(text, "cy_GB")
        spent.append(time.process_time() - began)
    assert spent[1] < max(12 * spent[0], 1.0)
