"""One printed figure: what each form says, in English and in Welsh, and what is offered for a misprint."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from pcp_reports.claims import Claim, Kind, Unit, find, read
from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.money import MOST, Money, rounded
from pcp_reports.printed.days import MONTH_NAMES

FORMS = Path(__file__).parent / "data" / "printed_forms.yaml"
Said = list[float | str]
Form = tuple[str, str, Kind, Unit, Said]


def forms() -> list[Form]:
    """Return every form of the data file with what it should say."""
    groups = yaml.safe_load(FORMS.read_text(encoding="utf-8"))
    heads, bodies = groups[::2], groups[1::2]
    return [
        (text, head["locale"], Kind(head["kind"]), Unit(head["unit"]), said if isinstance(said, list) else [said])
        for head, body in zip(heads, bodies, strict=True)
        for text, said in body.items()
    ]


def number(value: float | str) -> Decimal:
    """Return a number of the data file as it is written there."""
    return Decimal(str(value))


def test_there_are_forms_enough() -> None:
    """What the tool reads is held by some hundreds of printed forms, misprints and Welsh among them."""
    assert len(forms()) >= 300
    assert sum(locale == "cy_GB" for _, locale, *_ in forms()) >= 40
    assert sum(kind in (Kind.AMBIGUOUS, Kind.INVALID) for _, _, kind, *_ in forms()) >= 30


@pytest.mark.parametrize(("text", "locale", "kind", "unit", "said"), forms(), ids=repr)
def test_each_form_is_read_as_a_careful_officer_reads_it(
    text: str, locale: str, kind: Kind, unit: Unit, said: Said
) -> None:
    """A figure says what a careful reader takes from it: no more, no less, and in the right unit."""
    claim = read(text, locale)
    assert (claim.kind, claim.unit) == (kind, unit)
    if kind in (Kind.AMBIGUOUS, Kind.INVALID):
        assert claim.reason
        assert list(claim.meant) == said
        assert (claim.low, claim.high, claim.value) == (None, None, None)
    elif kind is Kind.EXACT:
        assert [claim.low, claim.high, claim.value] == [number(said[0])] * 3
    elif kind is Kind.AT_LEAST:
        assert (claim.low, claim.high) == (number(said[0]), None)
    elif kind is Kind.AT_MOST:
        assert (claim.low, claim.high) == (None, number(said[0]))
    else:
        assert (claim.low, claim.high) == (number(said[0]), number(said[1]))
    if claim.readable:
        assert claim.text == text[claim.start : claim.end]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("over 400", True),
        ("more than 400", True),
        ("at least 400", False),
        ("no fewer than 400", False),
        ("400 or more", False),
        ("400+", False),
        ("almost 400", True),
        ("under 400", True),
        ("up to 400", False),
        ("no more than 400", False),
        ("400 or fewer", False),
        ("over 400 or more", False),
    ],
)
def test_a_hedge_says_whether_the_figure_itself_is_meant(text: str, left_out: bool) -> None:
    """“Over 400” is 401 at least; “at least 400” may be 400; “up to 400” may be 400, “almost 400” may not."""
    assert read(text).open is left_out


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("over £62k", "over"),
        ("Just under £1m", "just under"),
        ("in excess of 400", "in excess of"),
        ("400 or more", "or more"),
        ("c. £62k", "c."),
        ("up to around £5k", "up to around"),
        ("Dros £62k", "dros"),
    ],
)
def test_a_hedge_is_told_in_small_letters(text: str, hedge: str) -> None:
    """A finding can quote the words that make a figure a bound."""
    assert read(text, "cy_GB" if hedge == "dros" else "en_GB").hedge == hedge


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("£69k", "1000"),
        ("£2.6m", "100000"),
        ("£2m", "1000000"),
        ("£53,879", "1"),
        ("£1,470.57", "0.01"),
        ("12.4%", "0.1"),
        ("50p", "0.01"),
        ("half a million", "100000"),
        ("£½m", "100000"),
        ("six", "1"),
    ],
)
def test_a_figure_knows_how_finely_it_is_printed(text: str, step: str) -> None:
    """£69k is printed in thousands, £1,470.57 in pence: what rounding may hide depends on it."""
    assert read(text).step == Decimal(step)


@pytest.mark.parametrize(
    "text",
    [
        "£5,000 each",
        "£5,000 apiece",
        "£5,000 per grant",
        "£5,000 per organisation",
        "£12 per head",
        "£12 a head",
        "each receiving £5,000",
        "each of £5,000",
        "six sessions each",
    ],
)
def test_each_is_told(text: str) -> None:
    """“£5,000 each” is no total: what it multiplies is for the sentence to say."""
    assert read(text).each


@pytest.mark.parametrize(
    "text", ["£5,000 per annum", "£5,000 p.a.", "£5,000 each year", "£5,000 a year", "£5,000 in all"]
)
def test_a_yearly_sum_is_not_each(text: str) -> None:
    """A sum by the year is a sum."""
    assert not read(text).each


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("6 Community Fund projects were chosen", "Community Fund projects"),
        ("204 fixed penalty notices were handed out", "fixed penalty notices"),
        ("278 people have been arrested", "people"),
        ("400 or more individuals", "individuals"),
        ("six of the hotspots", "hotspots"),
        ("the first six hotspots which", "hotspots"),
        ("Twelve Special Constables gave hours", "Special Constables"),
        ("37 civil orders have been issued", "civil orders"),
        ("102 years prison sentencing", "years"),
        ("1,204 stop and searches", "stop and searches"),
        ("342 received", ""),
        ("2 x ANPR cameras", "ANPR cameras"),
        ("4no. CCTV columns", "CCTV columns"),
        ("12-month pilot", "month"),
        ("20-strong gang", "gang"),
        ("12.5kg of heroin", "kg"),
        ("sixty-one of which", ""),
        ("6 o brosiectau", "brosiectau"),
    ],
)
def test_a_count_knows_what_it_counts(text: str, noun: str) -> None:
    """“6 Community Fund projects” counts projects of the Community Fund, and nothing else in the sentence."""
    assert read(text).noun == noun


def test_a_text_with_several_figures_is_no_figure() -> None:
    """Where one figure is asked for, two are an answer that cannot be used."""
    refused = read("6 projects, £53,879")
    assert refused.kind is Kind.INVALID
    assert refused.reason == "more than one figure stands in it"
    assert read("none at all").reason == "there is no figure in it"
    assert read("6" * 5000).kind is Kind.INVALID


def test_a_figure_within_a_phrase_is_found() -> None:
    """I may give the figure with the words it stands among."""
    claim = read("A further £53,879 was provided")
    assert (claim.text, claim.start, claim.value) == ("£53,879", 10, Decimal(53_879))


amounts = st.integers(1, MOST).map(Money)


@given(amounts)
def test_every_amount_that_the_tool_prints_is_read_back(amount: Money) -> None:
    """What the paper prints in full is read as exactly that."""
    claim = read(str(amount))
    assert (claim.kind, claim.unit, claim.value) == (Kind.EXACT, Unit.MONEY, Decimal(amount.pence) / 100)
    assert claim.text == str(amount)


@given(st.integers(100, 10**13).map(Money))
def test_every_short_form_that_the_tool_prints_allows_the_amount(amount: Money) -> None:
    """The house style of headings, £69k and £2.6m, is never told to disagree with its own amount."""
    claim = read(rounded(amount))
    value = Decimal(amount.pence) / 100
    assert claim.low is not None
    assert claim.high is not None
    if claim.kind is Kind.ROUNDED:
        assert claim.low <= value <= claim.high
    else:  # a thousand pounds and less are printed to the pound
        assert abs(claim.low - value) <= Decimal("0.5")


over = st.sampled_from(["over", "more than", "in excess of", "well over", "at least", "no fewer than", "a minimum of"])
under = st.sampled_from(["almost", "nearly", "just under", "less than", "up to", "no more than", "a maximum of"])
near = st.sampled_from(["around", "about", "approximately", "c.", "roughly", "in the region of", "circa"])


@given(over, amounts)
def test_a_lower_bound_is_the_amount_itself(hedge: str, amount: Money) -> None:
    """“Over £x” gives x below and nothing above, whatever x is."""
    claim = read(f"{hedge} {amount}")
    assert (claim.kind, claim.low, claim.high) == (Kind.AT_LEAST, Decimal(amount.pence) / 100, None)
    assert claim.text == f"{hedge} {amount}"


@given(under, amounts)
def test_an_upper_bound_is_the_amount_itself(hedge: str, amount: Money) -> None:
    """“Almost £x” gives x above and nothing below, whatever x is."""
    claim = read(f"{hedge} {amount}")
    assert (claim.kind, claim.low, claim.high) == (Kind.AT_MOST, None, Decimal(amount.pence) / 100)


@given(near, st.integers(1, 10**9))
def test_around_allows_half_a_unit_of_the_last_digit_that_is_not_nought(hedge: str, value: int) -> None:
    """Around 400 is 350 to 450, around 410 is 405 to 415."""
    claim = read(f"{hedge} {value:,}")
    noughts = len(str(value)) - len(str(value).rstrip("0"))
    half = Decimal(10) ** noughts / 2
    assert (claim.kind, claim.low, claim.high) == (Kind.ROUNDED, value - half, value + half)


_SMALL = "- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_BELOW_TWENTY = f"{_SMALL} eighteen nineteen".split(" ")
_LARGE = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _LARGE.split(" ")


def spelled(value: int) -> str:
    """Return a number under a million in words, as British English writes it."""
    if value >= 1000:
        rest = value % 1000
        joined = f" and {spelled(rest)}" if 0 < rest < 100 else f" {spelled(rest)}" if rest else ""
        return f"{spelled(value // 1000)} thousand{joined}"
    if value >= 100:
        rest = value % 100
        return f"{_BELOW_TWENTY[value // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if value < 20:
        return _BELOW_TWENTY[value]
    return _TENS[value // 10] + (f"-{_BELOW_TWENTY[value % 10]}" if value % 10 else "")


@given(st.integers(2, 999_999))
def test_every_number_in_words_is_read(value: int) -> None:
    """A number may be written in words, however long; in whole thousands it is rounded, as £44k is."""
    claim = read(f"{spelled(value)} people")
    kind = Kind.EXACT if value % 1000 else Kind.ROUNDED
    assert (claim.kind, claim.value, claim.noun) == (kind, Decimal(value), "people")
    assert claim.text == spelled(value)


def test_the_layout_of_numbers_is_that_of_the_locale_data() -> None:
    """Commas and full stops in figures mean what the Unicode data says they mean in English and in Welsh papers."""
    for name in ("en_GB", "cy_GB"):
        place = Locale.parse(name)
        symbols = place.number_symbols["latn"]
        assert (symbols["group"], symbols["decimal"]) == (",", ".")
        assert read(f"£9{symbols['group']}500{symbols['decimal']}25", name).value == Decimal("9500.25")
        assert {place.months["format"]["wide"][month].lower() for month in range(1, 13)} <= MONTH_NAMES


def test_a_month_is_never_a_count() -> None:
    """A day of any month, in English and in Welsh, is a date."""
    for locale, months in (("en_GB", MONTHS), ("cy_GB", MONTHS_CY)):
        for month in months:
            assert find(f"12 {month} 2023", locale) == []


def test_a_claim_is_a_value() -> None:
    """The same words say the same thing."""
    assert read("over £62k") == read("over £62k")
    assert isinstance(read("over £62k"), Claim)
