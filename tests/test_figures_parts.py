"""Parts against wholes, and subsets against what they are part of."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import OFFICE, statement, surveyed

from pcp_reports.checks import misprints, parts
from pcp_reports.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding


def itemised(
    tmp_path: Path, figure: str, *, name: str = "crimes", more: str = "", office: str = OFFICE
) -> list[Finding]:
    """Return what is said about the parts of one figure."""
    text = statement("Hello.", f"figures:\n  {name}:\n{indent(figure.strip(), '    ')}\n{more}")
    return list(parts.itemised(surveyed(tmp_path, {"visit": text, "office": office})))


FINE = [
    "value: 549\nparts: {drugs: 101, theft: 448}",
    "now: 549\nparts: {drugs: 101, theft: 448}",
    "value: 549\npartial: yes\nparts: {drugs: 101, theft: 48}",
    "value: over 400\nparts: {drugs: 130, theft: 278}",
    "value: almost 500\nparts: {drugs: 130, theft: 278}",
    "value: up to 500\nparts: {drugs: 130, theft: 278}",
    "value: £4.5 Million\nparts: {drugs: £2.4m, cash: £2.1m}",
    "value: £69k\nparts: {community: '£62,523', innovation: '£6,744'}",
    "value: £69k\nparts: {community: £62k, innovation: £8k}",  # rounded apart, they may well make £69k
    "value: 60%\nparts: {very safe: 25%, fairly safe: 36%}",
    "value: 60%\nparts: {women: 55%, men: 65%}",  # a rate of each group, and not a share of the whole
    "value: 549\nparts: {charged: 62%, released: 38%}",
    "value: 549\nparts: {charged: 62%, released: 39%}",
    "value: 549\nparts: {charged: 62%}",
    "value: 549\nparts: {charged: most, released: 39}",
    "value: 549\nparts: {charged: '£300', released: '£400'}",
    "value: 102 years\nparts: {drugs: 60 months, theft: 90 months}",
    "value: Good\nparts: {drugs: 60, theft: 90}",
    "change: down £296,290\nparts: {violence: 'down £200,000', arson: 'down £96,290'}",
    "change: down £296,290\nparts: {violence: '£200,000', arson: '£96,290'}",
    "change: down £296,290\nparts: {violence: 'down £300,000', arson: 'up £3,710'}",
    "change: down £296,290\nparts: {violence: 'down £296,290', arson: none}",
    "change: down 12%\nparts: {violence: down 20%, arson: down 4%}",  # changes in per cent do not add up
    "change: up 12 points\nparts: {violence: up 20 points, arson: up 4 points}",
    "change: none\nparts: {violence: up 20, arson: down 4}",
    "value: '£900,000'\nchange: down £296,290\nparts: {violence: '£200,000', arson: '£96,290'}",
    "value: '£900,000'\nchange: down £296,290\nparts: {violence: '£800,000', arson: '£100,000'}",
    "change: down 100\npartial: yes\nparts: {violence: down 150, arson: down 20}",  # the rest may have risen
    "value: 12 minutes\nparts: {Monday average: 30 minutes}\npartial: yes",
    "value: 549\nparts: {}",
    "value: 549\nparts: {drugs: up 100, theft: up 4}",
]


@pytest.mark.parametrize("figure", FINE)
def test_parts_that_may_make_the_whole_are_let_alone(tmp_path: Path, figure: str) -> None:
    """Whatever the rounding, and where parts are not meant to be added up, nothing is said."""
    name = "average wait" if "minutes" in figure else "crimes"
    assert itemised(tmp_path, figure, name=name) == []


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            "change: down £296,290\nparts: {violence: 'down £132,650', criminal damage: 'down £54,000', arson: 'down £25,260'}",
            "£84,380 of £296,290 is not itemised: violence £132,650, criminal damage £54,000 and arson £25,260 come to £211,910.",
        ),
        (
            "value: 549\nparts: {drugs: 101, theft: 364}",
            "84 of 549 are not itemised: drugs 101 and theft 364 come to 465.",
        ),
        (
            "value: 549\nparts: {drugs: 101, theft: 447}",
            "1 of 549 is not itemised: drugs 101 and theft 447 come to 548.",
        ),
        ("value: 549\nparts: {drugs: 101}", "448 of 549 are not itemised: the only part is drugs 101."),
        (
            "value: £372k\nparts: {cash: £200k, cars: £100k}",
            "about £72,000 of £372k is not itemised: cash £200k and cars £100k come to about £300,000.",
        ),
        (
            "value: 60%\nparts: {very: 25%, fairly: 30%}",
            "5 points of 60% are not itemised: very 25% and fairly 30% come to 55%.",
        ),
        (
            "value: over 400\nparts: {men: 130, women: 178}",
            "over 400 is not itemised in full: men 130 and women 178 come to 308.",
        ),
        (
            "change: up 40\nparts: {theft: up 30, arson: down 5}",
            "15 of 40 are not itemised: theft up 30 and arson down 5 come to 25.",
        ),
        (
            "value: £69k\nparts: {a: '£60,000', b: '£1,000'}",
            "about £8,000 of £69k is not itemised: a £60,000 and b £1,000 come to £61,000.",
        ),
        ("value: 40 to 50\nparts: {a: 10, b: 12}", "40 to 50 is not itemised in full: a 10 and b 12 come to 22."),
        ("value: 40 to 50\nparts: {a: 10}", "40 to 50 is not itemised in full: a 10."),
        ("value: 40\nparts: {a: 10 to 12, b: 5}", "40 is not itemised in full: a 10 to 12 and b 5."),
        (
            "value: 28\nparts: {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6}",
            "7 of 28 are not itemised: a 1, b 2, c 3, d 4, e 5 and f 6 come to 21.",
        ),
        (
            "value: £420,000\nchange: down 5%\nparts: {a: '£60,000', b: '£1,000'}",
            "£359,000 of £420,000 is not itemised: a £60,000 and b £1,000 come to £61,000.",
        ),
        (
            "value: 28\nparts: {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 6}",
            "1 of 28 is not itemised: a 1, b 2, c 3, d 4, e 5 and 2 more come to 27.",
        ),
        (
            "value: £211,910\nparts: {violence: '£157,651', criminal damage: '£54,260'}",
            "violence £157,651 and criminal damage £54,260 come to £211,911, which is £1 more than £211,910; that looks like rounding.",
        ),
    ],
)
def test_parts_that_come_to_less_are_a_note(tmp_path: Path, figure: str, said: str) -> None:
    """What is not itemised is said in figures, in a note that accuses nobody."""
    (note,) = itemised(tmp_path, figure)
    assert (note.code, note.severity) == ("F301", Severity.NOTE)
    assert note.message == f"visit, crimes: {said}"
    assert note.hint == "Type partial: yes if the list is not meant to be whole."


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            "value: 549\nparts: {drugs: 101, theft: 464}",
            "drugs 101 and theft 464 come to 565, which is 16 more than 549.",
        ),
        ("value: 500\nparts: {a: 500, b: 40}", "a 500 and b 40 come to 540, which is 40 more than 500."),
        ("value: 549\npartial: yes\nparts: {drugs: 597}", "drugs 597 comes to 597, which is 48 more than 549."),
        (
            "value: 549\nparts: {charged: 62%, released: 48%}",
            "charged 62% and released 48% come to 110%, which is 10 points more than 100%.",
        ),
        (
            "value: 60%\nparts: {very: 25%, fairly: 45%}",
            "very 25% and fairly 45% come to 70%, which is 10 points more than 60%.",
        ),
        (
            "value: £69k\nparts: {a: £62k, b: £10k}",
            "a £62k and b £10k come to about £72,000, which is about £3,000 more than £69k.",
        ),
        (
            "value: '£211,910'\nparts: {a: '£157,651', b: '£54,261'}",
            "a £157,651 and b £54,261 come to £211,912, which is £2 more than £211,910.",
        ),
        (
            "value: '£10.50'\nparts: {a: '£5.25', b: '£5.26'}",
            "a £5.25 and b £5.26 come to £10.51, which is £0.01 more than £10.50.",
        ),
        (
            "change: down 100\nparts: {violence: down 150, arson: down 20}",
            "violence 150 and arson 20 come to 170, which is 70 more than 100.",
        ),
        (
            "value: £69k\nparts: {a: '£62,000', b: '£10,000'}",
            "a £62,000 and b £10,000 come to £72,000, which is about £3,000 more than £69k.",
        ),
        ("value: 10 to 20\nparts: {a: 15, b: 16}", "a 15 and b 16 come to more than 10 to 20."),
    ],
)
def test_parts_that_come_to_more_are_a_warning(tmp_path: Path, figure: str, said: str) -> None:
    """Parts cannot be more than their whole: both figures and the difference are said."""
    (warning,) = itemised(tmp_path, figure)
    assert (warning.code, warning.severity) == ("F302", Severity.WARNING)
    assert warning.message == f"visit, crimes: {said}"
    assert warning.hint == "Correct the parts, or the figure that they make up."


SLIPS = [
    ("{Q1: 142, Q2: 398, Q3: 377, Q4: 401}", "Q1 412, and not 142"),
    ("{Q1: 412, Q2: 983, Q3: 377, Q4: 401}", "Q2 398, and not 983"),
    ("{Q1: 412, Q2: 98, Q3: 377, Q4: 401}", "Q2 398, and not 98"),
    ("{Q1: 412, Q2: 398, Q3: 3777, Q4: 401}", "Q3 377, and not 3777"),
    (
        "{Q1: 412, Q2: 389, Q3: 377, Q4: 401}",
        "Q1 421, and not 412; Q2 398, and not 389; or Q4 410, and not 401",
    ),
]


@pytest.mark.parametrize(("typed", "asked"), SLIPS)
def test_a_part_that_may_be_mistyped_is_asked_about_first(tmp_path: Path, typed: str, asked: str) -> None:
    """Where digits of one part changed places, or one was lost or doubled, I am not told to call the list partial."""
    (finding,) = itemised(tmp_path, f"value: 1,588\nparts: {typed}")
    several = ";" in asked
    lead = f"Is {asked}? With {'one of these' if several else 'it'} the parts come to 1,588 exactly. If not,"
    assert finding.hint.startswith(lead)


@pytest.mark.parametrize(
    "figure",
    [
        "value: 1,588\nparts: {Q1: 412, Q2: 350, Q3: 377, Q4: 401}",
        "value: 1,588\nparts: {Q1: 412, Q2: 3, Q3: 377, Q4: 401}",
        "value: about 1,600\nparts: {Q1: 142, Q2: 398, Q3: 377, Q4: 401}",
        "value: 36\nparts: {a: 12, b: 6, c: 0}",
    ],
)
def test_no_part_is_asked_about_that_was_hardly_mistyped(tmp_path: Path, figure: str) -> None:
    """A gap that no slip of the fingers explains is a list that is not whole."""
    (note,) = itemised(tmp_path, figure)
    assert note.hint == "Type partial: yes if the list is not meant to be whole."


def test_the_part_that_is_counted_in_another_is_named(tmp_path: Path) -> None:
    """Where the list is whole without one of its lines, I am told which."""
    (warning,) = itemised(tmp_path, "value: 500\nparts: {drugs: 100, cannabis: 40, theft: 400}")
    assert warning.hint == "Without “cannabis” the parts come to 500 exactly: is it counted in another?"


@pytest.mark.parametrize("name", ["average wait", "Mean age", "response time", "MoRiLE score", "crime rate"])
def test_averages_and_scores_are_not_added_up(tmp_path: Path, name: str) -> None:
    """A wait of 12 minutes on the average may be 10 in the town and 15 in the country."""
    assert itemised(tmp_path, "value: 12\nparts: {town: 10, country: 15}", name=name) == []


def test_a_welsh_office_adds_up_in_welsh(tmp_path: Path) -> None:
    """“Miliwn” is a million among the parts of a Welsh figure."""
    office = OFFICE.replace("kind: office\n", "kind: office\nlanguage: cy_GB\n")
    assert itemised(tmp_path, "value: £4.5 miliwn\nparts: {a: £2.5 miliwn, b: '£2,000,000'}", office=office) == []
    (note,) = itemised(tmp_path, "value: £4.5 miliwn\nparts: {a: £2.5 miliwn, b: '£1,000,000'}", office=office)
    assert "about £1,000,000 of £4.5 miliwn is not itemised" in note.message


amounts = st.lists(st.integers(1, 900_000), min_size=2, max_size=7)
often = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def listed(values: list[int]) -> str:
    """Return parts as they are typed."""
    return "".join(f"\n  part {number}: £{value:,}" for number, value in enumerate(values))


@often
@given(values=amounts, slip=st.integers(2, 5000))
def test_sums_of_money_are_exact(tmp_path: Path, values: list[int], slip: int) -> None:
    """Whatever the parts, the true total is let alone, and one that is out by two pounds is found."""
    total = sum(values)
    assert itemised(tmp_path, f"value: £{total:,}\nparts:{listed(values)}") == []
    (less,) = itemised(tmp_path, f"value: £{total + slip:,}\nparts:{listed(values)}")
    assert (less.code, less.message.startswith(f"visit, crimes: £{slip:,} of £{total + slip:,} is not")) == (
        "F301",
        True,
    )
    if total > slip:
        (more,) = itemised(tmp_path, f"value: £{total - slip:,}\nparts:{listed(values)}")
        assert (more.code, f"which is £{slip:,} more than £{total - slip:,}." in more.message) == ("F302", True)


@often
@given(values=st.lists(st.integers(1_000, 900_000), min_size=2, max_size=7))
def test_figures_rounded_to_thousands_are_never_called_wrong(tmp_path: Path, values: list[int]) -> None:
    """However many parts are rounded, each by itself, a total that may be right is let alone."""
    rows = "".join(f"\n  part {number}: £{(value + 500) // 1000}k" for number, value in enumerate(values))
    assert itemised(tmp_path, f"value: £{(sum(values) + 500) // 1000}k\nparts:{rows}") == []


def subset(tmp_path: Path, figures: str) -> list[Finding]:
    """Return what is said about figures that are part of another."""
    text = statement("Hello.", f"figures:\n{indent(figures.strip(), '  ')}\n")
    return list(parts.subsets(surveyed(tmp_path, {"visit": text})))


@pytest.mark.parametrize(
    "figures",
    [
        "arrests: 549\ndrugs: {value: 101, part_of: arrests}",
        "arrests: 549\ndrugs: {value: 549, part_of: arrests}",
        "arrests: over 400\ndrugs: {value: 549, part_of: arrests}",
        "arrests: 549\ndrugs: {value: 301, part_of: arrests}\nviolence: {value: 302, part_of: arrests}",  # they overlap
        "confidence: 60%\nof women: {value: 65%, part_of: confidence}",  # a rate of a group
        "arrests: 549\ndrugs: {value: '£600', part_of: arrests}",
        "arrests: 549\ndrugs: {value: 600 hours, part_of: arrests}\nhours: 5 minutes",
        "average wait: 12\nwait in Wyre: {value: 15, part_of: average wait}",
        "cash: £69k\ncoins: {value: '£69,300', part_of: cash}",
        "arrests: many\ndrugs: {value: 101, part_of: arrests}",
        "drugs: {value: 101, part_of: arests}\narrests: 99",
        "drugs: {value: 101, part_of: drugs}",
    ],
)
def test_a_subset_that_may_hold_is_let_alone(tmp_path: Path, figures: str) -> None:
    """Several subsets of one figure may overlap, and a group's rate may be higher than the whole's."""
    named = figures.replace("549\ndrugs: {value: 600", "549 people\ndrugs: {value: 600")
    assert subset(tmp_path, named) == []


@pytest.mark.parametrize(
    ("figures", "said", "line"),
    [
        ("arrests: 549\ndrugs: {value: 594, part_of: arrests}", "594 is 45 more than the 549 of “arrests”", 4),
        (
            "arrests: {was: 9, now: 549}\ndrugs: {was: 10, now: 54, part_of: arrests}",
            "10 is 1 more than the 9 of “arrests”",
            4,
        ),
        (
            "cash: £69k\ncoins: {value: '£69,501', part_of: cash}",
            "£69,501 is about £501 more than the £69k of “cash”",
            4,
        ),
        ("arrests: up to 500\ndrugs: {value: 10 to 600, part_of: arrests}", "", 0),
        ("arrests: 10 to 20\ndrugs: {value: 21, part_of: arrests}", "21 is more than the 10 to 20 of “arrests”", 4),
    ],
)
def test_a_subset_larger_than_its_whole_is_a_warning(tmp_path: Path, figures: str, said: str, line: int) -> None:
    """A part that is larger for sure is named with both figures and the difference."""
    found = subset(tmp_path, figures)
    assert [(one.code, one.severity, one.place.line) for one in found] == [("F303", Severity.WARNING, line)][
        : len(said)
    ]
    assert [one.message for one in found] == [
        f"visit, {'coins' if 'coins' in figures else 'drugs'}: {said}, which it is said to be part of."
    ][: len(said)]


def test_a_subset_stands_where_its_own_figure_is(tmp_path: Path) -> None:
    """Of a start that is too large the line of the start is shown, and of a value that of the value."""
    wholes = "arrests: {was: 9, now: 54}\ndrugs:\n  was: 10\n  now: 55\n  part_of: arrests"
    assert [one.place.line for one in subset(tmp_path, wholes)] == [6, 5]


@pytest.mark.parametrize(
    "value",
    ["Good", "Green", "102 years", "one in five", "n/a", "TBC", "2nd of 43 forces", "4 out of 5", "342 to 7", "12:30", "Band C",
     "3 October 2023", "2022/23", "7 (of 12)", "£372k", "£4.5 Million", "37", "0", "999/101", "M55", "24/7", "-5%", "+3",
     "3rd", "1 in 5", "5 minutes 30 seconds", "£5k-£10k", "Requires improvement", "less than 1%", "not known", "–"],
)  # fmt: skip
def test_free_words_are_never_complained_of(tmp_path: Path, value: str) -> None:
    """A rating, a rank, a date, a share in words: whatever I give as a value is mine to word."""
    text = statement("Hello.", f"figures:\n  rating: {{value: '{value}'}}\n  now: {{was: '{value}', now: '{value}'}}\n")
    assert list(misprints.figures(surveyed(tmp_path, {"visit": text}))) == []


@pytest.mark.parametrize(
    ("figure", "label", "hint"),
    [
        ("value: £14.340", "visit, cash", "Type £14,340 or £14.34."),
        ("change: down £14.340", "visit, cash", "Type down £14,340 or down £14.34."),
        ("value: Good\n    parts: {coins: £14.340}", "visit, cash, coins", "Type £14,340 or £14.34."),
        ("change: up 4\n    elsewhere: {Wyre: up £14.340}", "visit, cash, Wyre", "Type up £14,340 or up £14.34."),
    ],
)
def test_a_misprint_is_answered_with_what_was_probably_meant(
    tmp_path: Path, figure: str, label: str, hint: str
) -> None:
    """A figure with a point for a comma is named where it stands, and never guessed in silence."""
    text = statement("Hello.", f"figures:\n  cash:\n    {figure}\n")
    (warning,) = misprints.figures(surveyed(tmp_path, {"visit": text}))
    assert (warning.code, warning.severity) == ("F313", Severity.WARNING)
    assert warning.message.startswith(f"{label}: “")
    assert "£14.340” cannot be read as a figure" in warning.message
    assert warning.hint == hint


def test_changes_that_can_be_read_are_no_misprints(tmp_path: Path) -> None:
    """“None”, “up 18 points” and words without a figure are let alone."""
    text = statement(
        "Hello.", "figures:\n  a: {change: none}\n  b: {change: up 18 points}\n  c: {change: down sharply}\n"
    )
    assert list(misprints.figures(surveyed(tmp_path, {"visit": text}))) == []


def test_nothing_is_said_of_exempt_parts(tmp_path: Path) -> None:
    """Figures of an exempt entry stand in no finding."""
    figure = "value: 549\nparts: {drugs: 101, theft: 464}"
    assert itemised(tmp_path, figure, more="exempt: {paragraph: '3', reason: tender}\n") == []
