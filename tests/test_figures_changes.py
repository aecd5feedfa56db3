"""Changes against their start and end: was + change = now, and per cent against percentage points."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from textwrap import indent
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support import OFFICE, statement, surveyed

from pcp_reports.changes import Fit, fit, read_change
from pcp_reports.checks import changes
from pcp_reports.findings import Severity
from pcp_reports.measured import read_quantity
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding


def moved(tmp_path: Path, figures: str, more: str = "") -> list[Finding]:
    """Return what is said about the changes of an entry with these figures."""
    text = statement("Hello.", f"figures:\n{indent(figures.strip(), '  ')}\n{more}")
    read = surveyed(tmp_path, {"visit": text})
    return [*changes.moves(read), *changes.compared(read)]


def phased(tmp_path: Path, analysis: str, assessment: str, office: str = OFFICE) -> list[Finding]:
    """Return what is said about the changes of a partnership told in two phases."""
    text = "kind: partnership\nname: Harbour\nanalysis:\n  figures:\n" + indent(analysis.strip(), "    ")
    text += "\nassessment:\n  figures:\n" + indent(assessment.strip(), "    ") + "\n"
    return [*changes.moves(surveyed(tmp_path, {"harbour": text, "office": office}))]


def judged(start: str, end: str, change: str) -> Fit:
    """Return whether a change leads from one printed figure to another."""
    first, last, said = read_quantity(start), read_quantity(end), read_change(change)
    assert first is not None
    assert last is not None
    assert said is not None
    return fit(first, last, said)


FITS = [
    ("8 minutes 41 seconds", "3 minutes 12 seconds", "down 5 minutes 29 seconds"),
    ("8m 41s", "3 mins 12 secs", "down 63%"),
    ("1 hour 5 minutes", "59 minutes 30 seconds", "down 5 minutes 30 seconds"),
    ("52%", "70%", "up 18 points"),
    ("52%", "70%", "up 18 percentage points"),
    ("52%", "70%", "up 34.6%"),
    ("52%", "70%", "up 35%"),
    ("52%", "70%", "up 19 points"),  # 51.6% to 70.4%
    ("52%", "70%", "up 17 points"),
    ("52%", "70%", "up 18"),
    ("10%", "9%", "down 10%"),
    ("10%", "9%", "down 1 point"),
    ("10%", "9%", "down 1%"),  # 9.5% to 9.4%
    ("10%", "9.9%", "down 1%"),
    ("98%", "99%", "up 1%"),
    ("90%", "99%", "up 9%"),  # 9 points and 10 per cent, and rounding allows either
    ("50%", "51%", "up 2%"),
    ("52%", "52%", "none"),
    ("52%", "53%", "none"),  # both may be 52.5%
    ("52.0%", "70.2%", "up 18"),
    ("70.2%", "52.0%", "down 18"),
    ("50%", "75%", "up 50"),
    ("64.2%", "61.9%", "down 2.3 points"),
    ("549", "613", "up 64"),
    ("549", "613", "up 64 arrests"),
    ("549", "613", "up 12%"),
    ("549", "613", "up 11.7%"),
    ("549", "613", "up 11%"),  # cut off and not rounded
    ("1,204", "1,056", "down 148"),
    ("1,204", "1,056", "down 12.3%"),
    ("342", "7", "down 335"),
    ("342", "7", "down 335 points"),  # points of a score
    ("342", "7", "down 98%"),
    ("20", "40", "up 100%"),
    ("40", "0", "down 100%"),
    ("£420,000", "£357,000", "down £63,000"),
    ("£420,000", "£357,000", "down 15%"),
    ("£69k", "£72k", "up £3,000"),
    ("£69k", "£72,480", "up £2,980"),
    ("£4.5m", "£5m", "up £500k"),
    ("£4.5m", "£5m", "up 11%"),
    ("over 400", "520", "up 30%"),
    ("over 400", "0", "down 100%"),
    ("400", "over 500", "up over 25%"),
    ("12.4 minutes", "11.1 minutes", "down 1.3 minutes"),
    ("12.4 minutes", "11.1 minutes", "down 10%"),
    ("37", "37", "none"),
]


@pytest.mark.parametrize(("start", "end", "change"), FITS)
def test_a_change_that_some_reading_of_the_figures_allows_is_let_alone(start: str, end: str, change: str) -> None:
    """However my figures were rounded, a change that can be right is never called wrong."""
    assert judged(start, end, change) is Fit.FITS


@pytest.mark.parametrize(
    ("start", "end", "change"),
    [
        ("52%", "70%", "up 18%"),
        ("47%", "71%", "up 24%"),
        ("52%", "70%", "up 18 per cent"),
        ("52%", "70%", "up 17%"),
        ("70%", "52%", "down 18%"),
        ("64.2%", "61.9%", "down 2.3%"),
        ("10.0%", "9.0%", "down 1%"),
        ("0%", "5%", "up 5%"),
        ("41%", "63%", "up 22.0%"),
    ],
)
def test_points_that_are_called_per_cent_are_told_apart(start: str, end: str, change: str) -> None:
    """The difference of two per cents is points; as a per cent it does not fit."""
    assert judged(start, end, change) is Fit.POINTS_MEANT


@pytest.mark.parametrize(
    ("start", "end", "change"),
    [
        ("52%", "70%", "up 20%"),
        ("52%", "70%", "up 16%"),
        ("52%", "70%", "up 20 points"),
        ("52%", "70%", "up 16 points"),
        ("52%", "70%", "down 18 points"),
        ("52%", "70%", "down 18%"),
        ("52%", "70%", "none"),
        ("52%", "70%", "up 40"),
        ("10%", "9%", "down 10 points"),
        ("549", "613", "up 46"),
        ("549", "613", "up 63"),
        ("549", "613", "down 64"),
        ("549", "613", "up 21%"),
        ("549", "613", "up 13%"),
        ("549", "613", "up 10%"),
        ("549", "613", "up 11.4%"),
        ("549", "613", "up almost 11%"),
        ("52.0%", "70.2%", "up 17"),
        ("52.0%", "70.2%", "up 19"),
        ("37", "38", "none"),
        ("£420,000", "£357,000", "down £62,999"),
        ("£420,000", "£357,000", "down £36,000"),
        ("£69k", "£72k", "up £5,000"),
        ("£4.5m", "£5m", "up 35%"),
        ("40", "0", "down 50%"),
    ],
)
def test_a_change_that_no_reading_allows_is_wrong(start: str, end: str, change: str) -> None:
    """A slip in the change is found even where the figures are rounded."""
    assert judged(start, end, change) is Fit.WRONG


@pytest.mark.parametrize(
    ("start", "end", "change"),
    [
        ("0", "5", "up 100%"),  # nothing is a share of nothing
        ("52%", "£70", "up 18%"),
        ("40", "52%", "up 12"),
        ("5 years", "7 months", "up 2"),
        ("£500", "£700", "up 200 people"),
        ("£500", "£700", "up 20 points"),
        ("52%", "70%", "up £18"),
        ("52%", "70%", "up 18 people"),
        ("500 people", "700 people", "up 200 visits"),
        ("500", "1,500", "up threefold"),
        ("500", "1,500", "up 3 times"),
        ("500", "750", "up by half"),
        ("500", "750", "up sharply"),
    ],
)
def test_what_cannot_be_compared_is_not_judged(start: str, end: str, change: str) -> None:
    """Pounds and people, years and months, and words without a figure are never held against each other."""
    assert judged(start, end, change) is Fit.CANNOT_CHECK


def test_a_welsh_change_is_read_like_an_english_one() -> None:
    """“I lawr” is down, and “dim” is none."""
    assert [
        (one.way, one.size is not None) for words in ("i fyny 12%", "i lawr 12%", "dim") if (one := read_change(words))
    ] == [
        (1, True),
        (-1, True),
        (0, False),
    ]


def test_a_figure_with_a_key_held_down_is_not_judged(tmp_path: Path) -> None:
    """Thirty digits are nobody's figure: nothing is worked out with them, and nothing breaks."""
    long = "9" * 30
    assert moved(tmp_path, f"thefts: {{was: '{long}', now: '4', change: 'down {long}'}}") == []
    assert moved(tmp_path, f"thefts: {{was: '0.{long}', now: '4', change: 'down 4'}}") == []


@pytest.mark.parametrize("words", ["down to 7", "up from 342", "up on last year", "better", "risen by 4", "upper 4"])
def test_words_that_are_no_change_are_not_read_as_one(words: str) -> None:
    """“Down to 7” says where it ends, not how far it went."""
    assert read_change(words) is None


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Return a value as an officer rounds it."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


WHOLE, TENTH = Decimal(1), Decimal("0.1")
steps = st.sampled_from([WHOLE, TENTH])
shares = st.integers(0, 10000).map(lambda number: Decimal(number) / 100)


@given(shares, shares, steps)
def test_points_between_rounded_per_cents_are_never_called_wrong(was: Decimal, now: Decimal, step: Decimal) -> None:
    """Whatever a survey found, its figures and their difference in points, each rounded by itself, are let alone."""
    apart = rounded(abs(now - was), step)
    word = "up" if now >= was else "down"
    ends = (f"{rounded(was, step)}%", f"{rounded(now, step)}%")
    assert judged(*ends, f"{word} {apart} points") is Fit.FITS
    assert judged(*ends, f"{word} {apart}%") in (Fit.FITS, Fit.POINTS_MEANT)


@given(shares, shares, steps, steps)
def test_per_cents_of_per_cents_are_never_called_wrong(
    was: Decimal, now: Decimal, step: Decimal, fine: Decimal
) -> None:
    """A change that really is in per cent is let alone, however it and the figures were rounded."""
    assume(was > 0)
    share = rounded(abs(now - was) / was * 100, fine)
    word = "up" if now >= was else "down"
    assert judged(f"{rounded(was, step)}%", f"{rounded(now, step)}%", f"{word} {share}%") is Fit.FITS


counts = st.integers(1, 200_000)


@given(counts, counts, steps, st.sampled_from(["", "£"]))
def test_true_changes_of_counts_and_money_are_let_alone(was: int, now: int, step: Decimal, sign: str) -> None:
    """Whatever two numbers I give, their true difference and the true per cent are never called wrong."""
    word = "up" if now >= was else "down"
    ends = (f"{sign}{was:,}", f"{sign}{now:,}")
    assert judged(*ends, f"{word} {sign}{abs(now - was):,}") is Fit.FITS
    share = rounded(Decimal(abs(now - was)) / was * 100, step)
    assert judged(*ends, f"{word} {share:,}%") is Fit.FITS


@given(counts, counts, st.integers(-5000, 5000), st.sampled_from(["", "£"]))
def test_every_planted_slip_in_a_difference_is_found(was: int, now: int, slip: int, sign: str) -> None:
    """A difference that is out by one or more is found, whichever way it is out."""
    apart = abs(now - was) + slip
    assume(slip and apart > 0)
    word = "up" if now >= was else "down"
    assert judged(f"{sign}{was:,}", f"{sign}{now:,}", f"{word} {sign}{apart:,}") is Fit.WRONG


@given(counts, counts, st.integers(2, 50))
def test_every_planted_slip_in_a_per_cent_is_found(was: int, now: int, slip: int) -> None:
    """A per cent that is out by two or more is found."""
    share = rounded(Decimal(abs(now - was)) / was * 100, WHOLE) + slip
    assert judged(f"{was:,}", f"{now:,}", f"{'up' if now >= was else 'down'} {share:,}%") is not Fit.FITS


@given(st.integers(1, 99), st.integers(1, 99))
def test_points_called_per_cent_are_found_wherever_they_differ(was: int, now: int) -> None:
    """Wherever points and per cent lie clearly apart, calling the one the other is found."""
    apart = abs(now - was)
    share = Decimal(apart) / was * 100
    assume(apart > 1 and abs(share - apart) > 1 + Decimal(150 + apart) / was)
    assert judged(f"{was}%", f"{now}%", f"{'up' if now > was else 'down'} {apart}%") is Fit.POINTS_MEANT


def test_points_are_explained_with_the_words_to_type(tmp_path: Path) -> None:
    """“Up 18%” from 52% to 70% is answered with what it would mean, and with what to type."""
    (warning,) = phased(tmp_path, "confidence: 52%", "confidence:\n  now: 70%\n  change: up 18%")
    assert (warning.code, warning.severity) == ("F310", Severity.WARNING)
    assert warning.message == (
        "harbour, confidence: from 52% to 70% is 18 percentage points; “up 18%” would mean 52% to 61.4%."
    )
    assert warning.hint == "Type: change: up 18 points"
    assert (warning.place.line, warning.place.column) == (10, 15)
    assert [(one.message, one.place.line) for one in warning.related] == [("52% in the analysis", 5)]


def test_points_of_the_unrounded_survey_stay_as_typed(tmp_path: Path) -> None:
    """52% to 70% may be 17 points before rounding; my own number is kept in the words to type."""
    (warning,) = phased(tmp_path, "trust: 52%", "trust: {now: 70%, change: up 17%}")
    assert "is 18 percentage points; “up 17%” would mean 52% to 60.8%." in warning.message
    assert warning.hint == "Type: change: up 17 points"


def test_points_in_a_range_are_told_apart_too(tmp_path: Path) -> None:
    """Of a range only what is certain is said."""
    (warning,) = phased(tmp_path, "trust: 52%", "trust: {now: 70%, change: up 17%-19%}")
    assert warning.message == "harbour, trust: from 52% to 70% is 18 percentage points."
    assert warning.hint == "Say points in place of per cent."


def test_one_point_down_is_one_point(tmp_path: Path) -> None:
    """10% falling to 9% is down 1 point; down 1% would be 9.9%."""
    (warning,) = moved(tmp_path, "burglary: {was: 10.0%, now: 9.0%, change: down 1%}")
    assert warning.message == (
        "visit, burglary: from 10.0% to 9.0% is 1 percentage point; “down 1%” would mean 10.0% to 9.9%."
    )
    assert warning.hint == "Type: change: down 1 point"


@pytest.mark.parametrize(
    ("figure", "said", "hint"),
    [
        ("{was: 88, now: 61, change: down 37}", "from 88 to 61 is down 27, not down 37; that is 10 out.", "down 27"),
        ("{was: 61, now: 88, change: down 27}", "from 61 to 88 is up 27, not down 27; that is 54 out.", "up 27"),
        ("{was: 88, value: 61, change: none}", "from 88 to 61 is down 27, not none.", "down 27"),
        ("{was: 61, now: 61, change: up 4}", "from 61 to 61 is no change, not up 4.", "none"),
        ("{was: £420k, now: £357k, change: down 12%}", "from £420k to £357k is down 15%, not down 12%.", "down 15%"),
        (
            "{was: '£1,470.57', now: '£2,000', change: 'up £500'}",
            "from £1,470.57 to £2,000 is up £529.43, not up £500; that is £29.43 out.",
            "up £529.43",
        ),
        (
            "{was: 52%, now: 70%, change: up 28 points}",
            "from 52% to 70% is up 18 percentage points, or 34.6 per cent, not up 28 points.",
            "up 18 points",
        ),
        (
            "{was: 0%, now: 5%, change: up 9 points}",
            "from 0% to 5% is up 5 percentage points, not up 9 points.",
            "up 5 points",
        ),
        (
            "{was: 10%, now: 9%, change: down 10 points}",
            "from 10% to 9% is down 1 percentage point, or 10 per cent, not down 10 points.",
            "down 10%",
        ),
    ],
)
def test_a_wrong_change_is_answered_with_the_right_one(tmp_path: Path, figure: str, said: str, hint: str) -> None:
    """Both figures, how far they lie apart, and the change to type are said."""
    (warning,) = moved(tmp_path, f"thefts: {figure}")
    assert (warning.code, warning.severity) == ("F304", Severity.WARNING)
    assert warning.message == f"visit, thefts: {said}"
    assert warning.hint == f"Type: change: {hint}, or correct the figures."


def test_a_range_that_does_not_fit_is_said_without_a_number(tmp_path: Path) -> None:
    """Of ranges nothing is worked out that is not there."""
    (warning,) = moved(tmp_path, "thefts: {was: 10 to 20, now: 61, change: down 5}")
    assert warning.message == "visit, thefts: “down 5” does not lead from 10 to 20 to 61."


@pytest.mark.parametrize(
    "figure",
    [
        "{now: 70%, was: about half, change: up 18%}",
        "{now: Good, was: Poor, change: up 18%}",
        "{now: 70%, change: none}",
        "{now: '70', change: up 18%}",
        "{now: £70k, change: up 18%}",
        "{change: up 18%}",
        "{now: 70%, change: up 18 points}",
        "{now: 98%, change: up 1%}",  # 97% either way
        "{now: 95%, change: down 2%}",  # 97% either way
        "{now: 10%, change: up 16%}",  # from below nothing, if points
        "{now: 40%, change: down 100%}",
        "{now: 70%, change: up over 10%}",
        "{now: over 70%, change: up 10%}",
        "{now: almost 70%, change: up 10%}",
    ],
)
def test_without_a_start_only_a_per_cent_of_a_per_cent_is_asked_about(tmp_path: Path, figure: str) -> None:
    """Where only one reading is possible, or both come to the same, I am not asked."""
    assert moved(tmp_path, f"thefts: {figure}") == []


@pytest.mark.parametrize(
    ("figure", "first", "second"),
    [("now: 75%, change: up 16%", "59%", "64.7%"), ("value: 41%, change: down 11%", "52%", "46.1%")],
)
def test_both_starts_that_may_be_meant_are_worked_out(tmp_path: Path, figure: str, first: str, second: str) -> None:
    """A start that I did not give is worked out both ways, in a note and not as an accusation."""
    (note,) = moved(tmp_path, f"trust: {{{figure}}}")
    assert (note.code, note.severity) == ("F311", Severity.NOTE)
    assert f"it was {first} if percentage points are meant, {second} if per cent." in note.message
    assert second not in note.hint, "a start that is worked back from the change would prove the change by itself"


def test_a_change_may_be_counted_from_another_day_than_the_earlier_phase(tmp_path: Path) -> None:
    """With “since”, a change that does not fit the analysis is not called wrong; points called per cent still are."""
    since = "arrests:\n  now: 613\n  change: up 40%\n  since: '2019'"
    assert phased(tmp_path, "arrests: 549", since) == []
    assert [one.code for one in phased(tmp_path, "arrests: 549", since.rpartition("\n")[0])] == ["F304"]
    trust = "trust:\n  now: 70%\n  change: up 18%\n  since: '2019'"
    assert [one.code for one in phased(tmp_path, "trust: 52%", trust)] == ["F310"]


def test_figures_of_two_areas_are_not_one_measure(tmp_path: Path) -> None:
    """The analysis may tell of Wyre and the assessment of Fleetwood; two areas that are the same are one measure."""
    for area, said in ((", area: Fleetwood", []), (", area: wyre", ["F304"]), ("", ["F304"])):
        before, after = "crime: {value: 549, area: Wyre}", f"crime: {{now: 613, change: up 40{area}}}"
        assert [one.code for one in phased(tmp_path, before, after)] == said


def test_a_name_is_the_same_however_its_capitals_stand(tmp_path: Path) -> None:
    """“MoRiLE score” and “MORILE score” are one measure."""
    assert [one.code for one in phased(tmp_path, "MoRiLE score: 371", "MORILE score: {now: 7, change: down 335}")] == [
        "F304"
    ]


def test_any_earlier_phase_may_be_where_it_started(tmp_path: Path) -> None:
    """A change from the first of three phases to the last is right."""
    text = """\
        kind: partnership
        name: Harbour
        scanning: {figures: {trust: 47%}}
        analysis: {figures: {trust: 52%}}
        assessment: {figures: {trust: {now: 70%, change: up 23 points}}}
        """
    assert list(changes.moves(surveyed(tmp_path, {"harbour": text}))) == []
    wrong = text.replace("23 points", "30 points")
    (warning,) = changes.moves(surveyed(tmp_path, {"harbour": wrong}))
    assert "from 52% to 70%" in warning.message


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("{change: down 12%, elsewhere: {Wyre: down 4%}}", ""),
        ("{change: down 12%, elsewhere: {Wyre: none}}", ""),
        ("{change: none, elsewhere: {Wyre: down £4}}", ""),
        ("{change: down 12, elsewhere: {Wyre: down 4 points}}", ""),
        ("{change: down 12%, elsewhere: {Wyre: down sharply}}", ""),
        ("{change: down 12%, area: Wyre, elsewhere: {wyre: down 12%}}", ""),
        ("{change: down 12%, area: Wyre, elsewhere: {Wyre: down sharply}}", ""),
        ("{change: down 12%, elsewhere: {Wyre: down £4k}}", "the one is in per cent, the other in pounds."),
        ("{change: down 12%, elsewhere: {Wyre: down 4 points}}", "the one is in per cent, the other in points."),
        ("{change: down 12%, elsewhere: {Wyre: down 4}}", "the one is in per cent, the other in numbers."),
        (
            "{change: down 12%, area: Wyre, elsewhere: {wyre: down 4%}}",
            "the figure is for wyre and says down 12%, but under “elsewhere” wyre says down 4%.",
        ),
    ],
)
def test_a_change_elsewhere_is_of_the_same_sort_and_another_place(tmp_path: Path, figure: str, said: str) -> None:
    """I am told when a comparison compares pounds with per cent, or a place with itself."""
    found = [one for one in moved(tmp_path, f"crime: {figure}") if one.code == "F312"]
    assert [one.message.endswith(said) for one in found] == ([True] if said else [])


def test_nothing_is_said_of_exempt_figures(tmp_path: Path) -> None:
    """No finding, which may be printed or kept, gives away a figure that must stay out of everything public."""
    figure = "thefts: {was: 88, now: 61, change: down 37}"
    assert [one.code for one in moved(tmp_path, figure)] == ["F304"]
    assert moved(tmp_path, figure, "exempt: {paragraph: '3', reason: tender}\n") == []
    assert moved(tmp_path, figure, "exemptt: {paragraph: '3', reason: tender}\n") == []


def test_a_welsh_office_is_read_the_same(tmp_path: Path) -> None:
    """In a Welsh paper points called per cent are found as in an English one."""
    office = OFFICE.replace("kind: office\n", "kind: office\nlanguage: cy_GB\n")
    found = phased(tmp_path, "ymddiriedaeth: 52%", "ymddiriedaeth: {now: 70%, change: up 18%}", office)
    assert [one.code for one in found] == ["F310"]


def test_a_workspace_without_figures_has_no_findings_about_them(tmp_path: Path) -> None:
    """Nothing is found where nothing is given."""
    assert list(changes.moves(survey(load(tmp_path)))) == []


def test_a_time_in_minutes_and_seconds_is_told_in_both(tmp_path: Path) -> None:
    """Minutes and seconds are worked out together, and I am told what to type in them."""
    (warning,) = moved(
        tmp_path,
        "wait: {was: 8 minutes 41 seconds, now: 3 minutes 12 seconds, change: down 5 minutes 39 seconds}",
    )
    assert warning.message == (
        "visit, wait: from 8 minutes 41 seconds to 3 minutes 12 seconds is down 5 minutes 29 seconds, not down 5 minutes "
        "39 seconds; that is 10 seconds out."
    )
    assert warning.hint == "Type: change: down 5 minutes 29 seconds, or correct the figures."


@pytest.mark.parametrize(
    "figures",
    [
        "wait: {was: 8 minutes 41 seconds, now: 3 minutes, change: down 5 minutes 29 seconds}",
        "wait: {was: 8 minutes 41 seconds, now: 192, change: down 329}",
        "wait: {was: 8 minutes 41 seconds, now: 3 minutes 12 seconds, change: down 5 minutes}",
    ],
)
def test_times_in_other_units_are_not_held_against_each_other(tmp_path: Path, figures: str) -> None:
    """Minutes alone may be rounded, and a bare number may count anything: nothing is said."""
    assert moved(tmp_path, figures) == []
