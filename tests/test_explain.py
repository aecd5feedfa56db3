"""Why a total or a count disagrees: the sentences an officer would forward, the lines they name, and where they stay silent."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_figures import almost, exact_count, exact_money, in_thousands, over

from pcp_reports.checks.explain import (
    Cause,
    CauseKind,
    Counted,
    Earlier,
    Explained,
    Line,
    explain_both,
    explain_count,
    explain_total,
)
from pcp_reports.findings import Place
from pcp_reports.judging import Verdict, judge
from pcp_reports.printed.claim import Claim, Kind, Unit

COMMUNITY, INNOVATION, CRIME = "Community Fund", "Innovation Fund", "Fighting Crime Grants"
LINES = tuple(
    Line(name, strand, pounds * 100, projects, Place("entries/harvest.yaml", at + 8, 7))
    for at, (name, strand, pounds, projects) in enumerate(
        (
            ("Barchester Boxing Club", COMMUNITY, 10_000, 1),
            ("Framley Family Centre", COMMUNITY, 10_000, 1),
            ("Silverbridge Action", COMMUNITY, 10_000, 1),
            ("Plumstead Charity", COMMUNITY, 9_599, 1),
            ("Ullathorne Training", COMMUNITY, 9_280, 1),
            ("Hogglestock Council", COMMUNITY, 5_000, 1),
            ("Cyber Unit", INNOVATION, 1_840, 2),
            ("Courcy Council", CRIME, 18_000, 1),
        )
    )
)
"""Community Fund £53,879 to 6; Innovation £1,840 to 2; Fighting Crime £18,000 to 1; all £73,719 to 9 projects, 8 grants."""

AUGUST = Earlier("what the round of August 2023 came to", 69_267_00, 11)
PLAIN = tuple(replace(line, strand=None) for line in LINES)


def total(pounds: float | str, lines: tuple[Line, ...] = LINES, **more: tuple[Line, ...]) -> list[str]:
    """Return the sentences that explain an exact total, best first."""
    claim = exact_money(int(Decimal(str(pounds)) * 100))
    return [cause.sentence for cause in explain_total(claim, lines, (AUGUST,), **more).causes]


def count(number: int, lines: tuple[Line, ...] = LINES, counted: Counted = Counted.PROJECTS) -> list[str]:
    """Return the sentences that explain an exact count, best first."""
    return [cause.sentence for cause in explain_count(exact_count(number), lines, (AUGUST,), counted=counted).causes]


def both(pounds: int, number: int, lines: tuple[Line, ...] = LINES) -> list[str]:
    """Return the sentences that explain an exact total and count printed together."""
    explained = explain_both(exact_money(pounds * 100), exact_count(number), lines, (AUGUST,))
    return [cause.sentence for cause in explained.causes]


def only(explained: Explained) -> Cause:
    """Return the only cause."""
    (cause,) = explained.causes
    return cause


# -- strands


def test_a_total_of_one_strand_is_told_with_its_number_of_grants() -> None:
    """Where a total speaks of one strand alone, I am told which, and of how many grants."""
    assert total(53_879) == ["£53,879 is what the Community Fund alone comes to (6 grants)."]


def test_a_total_of_two_strands_of_three_is_told() -> None:
    """Where two of three strands make the total, both are named."""
    lines = (*LINES, Line("Rovers", CRIME, 2_000_00))
    assert total(55_719, lines) == [
        "£55,719 is what the Community Fund and the Innovation Fund together come to (7 grants)."
    ]


def test_total_and_count_that_fit_one_strand_are_told_as_one() -> None:
    """Where the money and the number of projects both are those of a strand, that is one explanation, and the first."""
    first = "£53,879 and 6 projects are what the Community Fund alone comes to (6 grants)."
    assert both(53_879, 6) == [first]


def test_the_whole_round_is_told_where_a_strand_is_spoken_of() -> None:
    """A sentence that names one strand and gives the whole round's total is found out."""
    assert total(73_719, LINES[:6], others=LINES[6:]) == ["£73,719 is what the whole round comes to (8 grants)."]


def test_the_whole_round_has_its_grants_without_a_strand() -> None:
    """The whole round is all its grants, also those that stand under no strand."""
    others = (*LINES[6:], Line("Rovers", None, 281_00))
    assert total(74_000, LINES[:6], others=others) == ["£74,000 is what the whole round comes to (9 grants)."]


def test_sets_of_strands_are_told_only_where_few_would_do() -> None:
    """Where two sets of strands come to the total both are told; where three do, none says anything."""
    amounts = {"North": 1_010_00, "South": 2_020_00, "East": 3_030_00, "West": 4_040_00}
    lines = tuple(Line(f"{name} {at}", name, pence // 2) for name, pence in amounts.items() for at in "ab")
    kinds = [cause.strands for cause in explain_total(exact_money(5_050_00), lines).causes]
    assert kinds == [("South", "East"), ("North", "West")]
    more = (
        *lines,
        Line("Mid a", "Mid", 505_00),
        Line("Mid b", "Mid", 515_00),
        *(Line(name, "Far", 2_015_00) for name in "ab"),
    )
    assert [cause.kind for cause in explain_total(exact_money(5_050_00), more).causes] == []


def test_a_count_does_not_single_out_one_of_many_sets_of_strands() -> None:
    """Where a score of sets come to the total, the one that happens to have the right count as well is not named."""
    lines = tuple(
        Line(f"Group {at}", f"Strand {at}", 2_000_00, projects) for at, projects in enumerate((1, 2, 4, 8, 16, 32))
    )
    assert both(6_000, 7, lines) == []
    like = tuple(Line(f"Group {at}", f"Strand {at // 2}", 1_000_00) for at in range(8))
    assert both(4_000, 4, like) == []  # any two of four strands


def test_another_strand_is_told_where_a_strand_is_spoken_of() -> None:
    """A sentence that names one strand and gives another's total is found out."""
    assert total(1_840, LINES[:6], others=LINES[6:]) == ["£1,840 is what the Innovation Fund alone comes to (1 grant)."]


def test_two_strands_of_one_amount_are_both_named() -> None:
    """Where two strands come to the same, I am not told that it is the one or the other."""
    lines = (Line("A", COMMUNITY, 5_000_00), Line("B", INNOVATION, 5_000_00), Line("C", CRIME, 7_000_00))
    cause = only(explain_total(exact_money(5_000_00), lines))
    assert cause.sentence == "£5,000 is what the Community Fund or the Innovation Fund alone comes to (1 grant)."
    assert (cause.choice, cause.strands) == (True, (COMMUNITY, INNOVATION))


def test_a_strand_with_pence_printed_in_pounds_is_told() -> None:
    """A strand's total printed in whole pounds is recognised, and the pence are given."""
    lines = (Line("A", COMMUNITY, 5_000_57), Line("B", INNOVATION, 3_000_00))
    assert total(5_001, lines) == [
        "£5,001 is what the Community Fund alone comes to (£5,000.57 to the penny, 1 grant).",
    ]


# -- lines


def test_a_line_left_out_is_named_with_its_place() -> None:
    """The one grant that is missing from a total is named, and I can go to its line."""
    cause = only(explain_total(exact_money(68_719_00), PLAIN))
    assert cause.sentence == "£68,719 is what the grants come to without Hogglestock Council (£5,000)."
    assert (cause.kind, cause.lines[0].place) == (CauseKind.LEFT_OUT, Place("entries/harvest.yaml", 13, 7))


def test_lines_of_one_amount_are_named_together() -> None:
    """Where one of three grants of £10,000 is missing, nobody can tell which, and all three are named."""
    sentence = (
        "£63,719 is what the grants come to without one of three grants of £10,000 "
        "(Barchester Boxing Club, Framley Family Centre and Silverbridge Action)."
    )
    cause = only(explain_total(exact_money(63_719_00), PLAIN))
    assert (cause.sentence, cause.choice, len(cause.lines)) == (sentence, True, 3)


def test_of_many_lines_of_one_amount_three_are_named() -> None:
    """A list of twenty names would tell me nothing."""
    lines = tuple(Line(f"Group {at}", None, 2_000_00) for at in range(20))
    assert total(38_000, lines) == [
        "£38,000 is what the grants come to without one of 20 grants of £2,000 (Group 0, Group 1, Group 2 and 17 others)."
    ]


def test_the_count_tells_which_of_two_like_lines_was_left_out() -> None:
    """Of two grants of one amount, the number of projects shows which is missing."""
    lines = (Line("A", None, 5_000_00), Line("B", None, 5_000_00, 3), Line("C", None, 4_000_00), Line("D", None, 1_00))
    assert (
        both(9_001, 3, lines)[0] == "£9,001 and 3 projects are what the grants come to without B (£5,000, 3 projects)."
    )


def test_two_lines_left_out_are_named_where_no_other_two_would_do() -> None:
    """Two grants that are missing are named only where no other two come to the same amount."""
    assert total(54_840, PLAIN) == [
        "£54,840 is what the grants come to without Plumstead Charity (£9,599) and Ullathorne Training (£9,280).",
    ]
    like = tuple(Line(f"Group {at}", None, at * 1_001_00) for at in (1, 2, 3, 4, 50))
    assert total(60 * 1_001 - 5 * 1_001, like) == []  # 1 and 4, or 2 and 3
    assert total(0, LINES[:2]) == []
    assert total(58_719, PLAIN) == []  # £15,000: each of three grants of £10,000 with that of £5,000


def test_the_very_amount_goes_before_one_in_whole_pounds() -> None:
    """Where one grant left out gives the total to the penny, another that gives it only in pounds is not named."""
    lines = tuple(
        Line(f"Group {at}", None, pence) for at, pence in enumerate((1_000_00, 9_99, 9_99, 9_99, 1_07, 8_96, 57))
    )
    told = explain_total(exact_money(1_040_00), lines).causes
    assert [cause.lines for cause in told if cause.kind is CauseKind.LEFT_OUT] == [(lines[6],)]


def test_a_line_counted_twice_is_named() -> None:
    """A grant that was added up twice is named; two of them, where no other two would do."""
    assert total(78_719, PLAIN) == [
        "£78,719 is what the grants come to with Hogglestock Council (£5,000) counted twice."
    ]
    assert total(92_598, PLAIN) == [
        "£92,598 is what the grants come to with Plumstead Charity (£9,599) and Ullathorne Training (£9,280) both counted twice.",
    ]


def test_a_withdrawn_line_that_is_counted_is_named() -> None:
    """A grant that was withdrawn or returned and is still in the total is named; so are all of them together."""
    lines = (*PLAIN, Line("Rovers", None, 3_100_00, counts=False), Line("Guides", None, 4_200_00, counts=False))
    assert both(76_819, 10, lines)[0] == (
        "£76,819 and 10 projects are what the grants come to with Rovers (£3,100) counted, though withdrawn or returned."
    )
    assert total(81_019, lines) == [
        "£81,019 is what the grants come to with Rovers (£3,100) and Guides (£4,200) counted, though withdrawn or returned."
    ]


def test_a_line_of_another_strand_that_is_counted_is_named() -> None:
    """A grant that stands under another strand and is counted with the first is named with its own strand."""
    lines = (*LINES, Line("Rovers", INNOVATION, 2_222_00))
    assert total(55_719, lines[:6], others=lines[6:]) == [
        "£55,719 is what the grants come to with Cyber Unit (£1,840) of the Innovation Fund counted as well."
    ]


# -- typing


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        (73_791, "Two digits may have changed places: £73,791 for £73,719."),
        (93_717, "Two digits may have changed places: £93,717 for £73,719."),
        ("7371.90", "£7,371.90 is £73,719 with the point one place too far to the left."),
        ("737.19", "£737.19 is £73,719 with the point two places too far to the left."),
        (737_190, "£737,190 is £73,719 with one nought too many."),
        (73_719_000, "£73,719,000 is £73,719 with three noughts too many."),
        (7_719, "£7,719 may be £73,719 with a 3 left out."),
        (7_371, "£7,371 may be £73,719 with a 9 left out."),
        (733_719, "£733,719 may be £73,719 with a 3 typed twice."),
        (69_267, "£69,267 is what the round of August 2023 came to."),
    ],
)
def test_a_total_that_was_mistyped_is_shown_beside_the_right_one(printed: float | str, sentence: str) -> None:
    """A slip of typing in a total is shown for what it is, with the total it was to be."""
    assert total(printed, PLAIN) == [sentence]


def test_noughts_left_out_are_counted() -> None:
    """A total that lost its noughts is told so; digits lost from a round total prove nothing more."""
    lines = (Line("A", None, 50_000_00), Line("B", None, 20_000_00))
    assert total(7_000, lines) == ["£7,000 is £70,000 with one nought left out."]
    assert total(70, lines) == ["£70 is £70,000 with three noughts left out."]


def test_one_slip_of_typing_has_one_name() -> None:
    """A nought too many is no digit typed twice, and a strange digit among the others is neither."""
    lines = (Line("A", None, 50_000_00), Line("B", None, 3_870_00))
    assert total(538_700, lines) == ["£538,700 is £53,870 with one nought too many."]
    assert total(736_719, PLAIN) == []


def test_a_point_left_out_is_told() -> None:
    """£4,970.88 typed without its point is recognised."""
    lines = (Line("A", None, 1_470_57), Line("B", None, 3_500_31))
    assert total(497_088, lines) == ["£497,088 is £4,970.88 with the point left out."]


def test_a_line_that_was_misread_is_named_with_both_amounts() -> None:
    """A grant whose digits changed round, or whose point moved, before it was added up is named with both amounts."""
    assert total(74_259, PLAIN) == [
        "£74,259 is what the grants come to with Ullathorne Training at £9,820 instead of £9,280: two digits may have changed places."
    ]
    assert total(90_279, PLAIN) == [
        "£90,279 is what the grants come to with Cyber Unit at £18,400 instead of £1,840: the point or the noughts may be misplaced."
    ]
    assert total(72_063, PLAIN) == [
        "£72,063 is what the grants come to with Cyber Unit at £184 instead of £1,840: the point or the noughts may be misplaced."
    ]


def test_a_moved_point_moves_the_amount_the_right_way() -> None:
    """A grant is not said to be misread where the total would go the other way."""
    assert total(82_719, PLAIN) == []  # £10,000 is £9,000 more than £1,000, and not less


def test_a_misread_line_is_found_in_a_total_of_whole_pounds() -> None:
    """Where the grants have pence and the total has none, a grant that was misread is still found."""
    lines = (Line("A", None, 9_280_00), Line("B", None, 2_318_40), Line("C", None, 999_99))
    (sentence,) = total(13_138, lines)
    assert sentence.startswith("£13,138 is what the grants come to with A at £9,820 instead of £9,280")


def test_many_lines_that_may_have_been_misread_come_last() -> None:
    """Where nearly any grant could have been misread, another cause is told first, and one of them as an example."""
    lines = (
        *(Line(f"Group {at}", None, 9_801_00) for at in range(18)),
        Line("Rovers", None, 900_00),
        Line("Guides", None, 77_00),
    )
    assert total(sum(line.pence for line in lines) // 100 - 900, lines) == [
        "£176,495 is what the grants come to without Rovers (£900).",
        (
            "£176,495 is what the grants come to with one of 18 amounts read otherwise, "
            "such as Group 0 at £8,901 instead of £9,801: two digits may have changed places."
        ),
    ]


def test_pence_that_were_dropped_are_told() -> None:
    """A total in whole pounds, and a total of amounts in whole pounds, are told from a mistake."""
    lines = (Line("A", None, 1_470_99), Line("B", None, 2_500_99), Line("C", None, 1_000_99))
    assert total(4_972, lines) == ["£4,972 is £4,972.97 without the pence."]
    assert total(4_973, lines) == ["£4,973 is £4,972.97 to the nearest pound."]
    assert total(4_970, lines) == [
        "£4,970 is the total of the amounts without their pence; as they stand it is £4,972.97."
    ]
    near = tuple(
        Line(name, None, pence) for name, pence in zip("ABCD", (1_470_60, 2_500_60, 1_000_60, 60), strict=True)
    )
    sentence = "£4,974 is the total of the amounts each rounded to the pound; as they stand it is £4,972.40."
    assert total(4_974, near)[0] == sentence
    half = tuple(
        Line(name, None, pence) for name, pence in zip("ABCD", (1_470_50, 2_500_50, 1_000_50, 20_50), strict=True)
    )
    assert (
        total(4_994, half)[0]
        == "£4,994 is the total of the amounts each rounded to the pound; as they stand it is £4,992."
    )


# -- counts


def test_projects_that_were_not_counted_are_told() -> None:
    """Where grants were counted for projects, I am told which grant pays for more than one."""
    assert count(8) == ["8 is the number of grants, not of projects: Cyber Unit has 2."]


def test_one_line_whose_projects_were_not_counted_is_named() -> None:
    """Of several grants that pay for more projects than one, the one that was counted as one is named."""
    lines = (Line("A", None, 1, 2), Line("B", None, 1, 3), Line("C", None, 1, 2), Line("D", None, 1))
    assert count(6, lines) == ["6 is the number of projects with B (3 projects) counted as one."]
    assert (
        count(7, lines)[0]
        == "7 is the number of projects with one of two grants of 2 projects (A and C) counted as one."
    )


def test_projects_counted_for_grants_are_told() -> None:
    """A sentence that speaks of grants and gives the number of projects is found out."""
    assert count(9, counted=Counted.GRANTS) == ["9 is the number of projects, not of grants: Cyber Unit has 2."]


def test_recipients_counted_once_are_told() -> None:
    """Where each recipient was counted once, I am told who has several grants; capitals and blanks make no other name."""
    lines = (Line("Courcy Council", None, 1), Line("courcy  council", None, 2), Line("Rovers", None, 3))
    assert count(2, lines) == ["2 is the number of recipients: Courcy Council has two grants."]


def test_a_count_of_one_strand_is_told() -> None:
    """A number of projects that is one strand's is told so, and so is one whose digits changed round."""
    assert count(6) == ["6 is the number of projects in the Community Fund alone."]
    lines = tuple(Line(f"Group {at}", None, 100) for at in range(12))
    assert count(21, lines) == ["Two digits may have changed places: 21 for 12."]


def test_a_count_that_is_out_by_one_is_not_explained_by_just_any_line() -> None:
    """Every grant makes a count go out by one, so none is blamed for it."""
    lines = tuple(Line(f"Group {at}", None, 100) for at in range(7))
    assert count(6, lines) == []
    assert count(8, lines) == []
    assert count(0, lines[:1]) == []


# -- rounded and hedged figures


def test_a_rounded_total_of_one_strand_is_told_with_its_amount() -> None:
    """£54k is recognised as the Community Fund's £53,879."""
    cause = only(explain_total(in_thousands(53_879_00), LINES))
    assert cause.sentence == "£54k fits what the Community Fund alone comes to (£53,879, 6 grants)."


def test_a_hedged_total_is_near_its_bound() -> None:
    """“Almost £54,000” is the Community Fund's £53,879, but “over £80,000” is not just anything above it."""
    cause = only(explain_both(almost(53_879_00), exact_count(6, words=True), LINES))
    assert cause.sentence == (
        "Almost £54,000 and six projects fit what the Community Fund alone comes to (£53,879, 6 grants)."
    )
    assert explain_total(over(80_500_00), LINES[:6], others=(*LINES[6:], Line("Rovers", CRIME, 60_000_00))).causes == ()


def test_a_line_explains_a_rounded_total_only_where_few_would() -> None:
    """With four large grants £59k shows which is missing; with many small ones it shows nothing, and nothing is said."""
    few = tuple(
        Line(name, None, pounds * 100) for name, pounds in zip("ABCD", (17_000, 18_500, 23_100, 11_200), strict=True)
    )
    assert only(explain_total(in_thousands(58_600_00), few)).sentence == (
        "£59k fits what the grants come to without D (£11,200): £58,600."
    )
    assert explain_total(in_thousands(68_719_00), PLAIN).causes == ()


def test_a_count_beside_a_rounded_total_does_not_single_out_one_of_many_lines() -> None:
    """With twenty grants one always fits a total in thousands and a count that is one too few; it is not named."""
    lines = tuple(Line(f"Group {at}", None, at * 1_000_00) for at in range(1, 21))
    assert explain_both(in_thousands(205_000_00), exact_count(19), lines).causes == ()
    few = lines[:4]
    assert only(explain_both(in_thousands(6_000_00), exact_count(3), few)).sentence == (
        "£6k and 3 projects fit what the grants come to without Group 4 (£4,000): £6,000."
    )


def test_of_two_lines_that_would_do_for_a_rounded_total_neither_is_named() -> None:
    """Where either of two grants of different amounts could be missing from £7k, neither is accused."""
    lines = tuple(Line(f"Group {at}", None, pounds * 100) for at, pounds in enumerate((1_000, 2_000, 4_000, 4_300)))
    assert explain_both(in_thousands(7_000_00), exact_count(3), lines).causes == ()


def test_a_total_with_its_pence_is_not_held_against_whole_pounds() -> None:
    """£4,927.00 is not £4,972.97 with two digits changed round."""
    lines = (Line("A", None, 1_470_99), Line("B", None, 2_500_99), Line("C", None, 1_000_99))
    claim = replace(exact_money(4_927_00), text="£4,927.00", step=Decimal("0.01"))
    assert explain_total(claim, lines).causes == ()


def test_wide_bounds_explain_nothing() -> None:
    """“£2m” fits so much that no strand is named for it."""
    lines = tuple(
        Line(name, name, pounds * 100) for name, pounds in (("A", 900_000), ("B", 1_000_000), ("C", 1_200_000))
    )
    half = Decimal(500_000)
    two = Claim("£2m", Kind.ROUNDED, Unit.MONEY, 4 * half - half, 4 * half + half, 4 * half, 2 * half)
    assert judge(two, Decimal(3_100_000)).verdict is Verdict.DISAGREES
    assert explain_total(two, lines).causes == ()


def test_a_rounded_total_with_a_nought_too_many_is_told() -> None:
    """£693k for £69,267 is ten times too much."""
    lines = (Line("A", None, 40_000_00), Line("B", None, 29_267_00))
    assert only(explain_total(in_thousands(692_670_00), lines)).sentence == (
        "£693k fits ten times what the grants come to (£69,267)."
    )
    lines = (Line("A", None, 400_000_00), Line("B", None, 292_670_00))
    assert only(explain_total(in_thousands(69_267_00), lines)).sentence == (
        "£69k fits a tenth of what the grants come to (£692,670)."
    )


# -- what is left alone


def test_figures_that_agree_need_no_explanation() -> None:
    """Nothing is explained of a figure that is right."""
    assert total(73_719) == []
    assert count(9) == []
    assert both(73_719, 9) == []


@pytest.mark.parametrize(
    "claim",
    [
        Claim("£14.340", Kind.AMBIGUOUS, Unit.MONEY),
        Claim("£2.8m million", Kind.INVALID, Unit.MONEY),
        replace(exact_money(5_000_00), each=True),
        Claim("18%", Kind.EXACT, Unit.PERCENT, Decimal(18), Decimal(18), Decimal(18), Decimal(1)),
    ],
)
def test_figures_that_cannot_be_judged_are_not_explained(claim: Claim) -> None:
    """Of what nobody can read, or what is no total, nothing is said."""
    many = tuple(Line(f"Group {at}", f"Strand {at}", 1_00) for at in range(13))
    assert explain_total(claim, (*LINES, *many), (AUGUST,)) == Explained()
    assert explain_count(claim, LINES, (AUGUST,)) == Explained()


def test_a_number_is_no_amount() -> None:
    """A count is never explained by money, nor an amount by projects."""
    lines = (Line("A", None, 500), Line("B", None, 300, 2))
    assert explain_total(exact_count(500), lines) == Explained()
    assert explain_count(exact_money(1_00), lines) == Explained()


def test_an_earlier_figure_fits_total_and_count_at_once() -> None:
    """A sentence copied from an earlier paper is recognised by both its figures."""
    assert both(69_267, 11) == ["£69,267 and 11 projects are what the round of August 2023 came to."]


def test_the_figure_of_a_day_long_past_is_told_behind_likelier_causes() -> None:
    """The last round's total is told first, that of forty rounds ago behind a grant of this one that was left out."""
    claim = exact_money(68_719_00)
    others = [Earlier(f"what round {at} came to", 1_00 + at) for at in range(39)]
    same = Earlier("what the old round came to", 68_719_00)
    near, far = (explain_total(claim, PLAIN, days).causes for days in ((same, *others), (*others, same)))
    assert [cause.kind for cause in near] == [CauseKind.EARLIER, CauseKind.LEFT_OUT]
    assert [cause.kind for cause in far] == [CauseKind.LEFT_OUT, CauseKind.EARLIER]


def test_a_small_number_met_in_another_round_is_told_last() -> None:
    """That another round had six projects too says less than that a strand of this one has."""
    causes = explain_count(exact_count(6), LINES, (Earlier("what the last round came to", None, 6),)).causes
    assert [cause.kind for cause in causes] == [CauseKind.STRANDS, CauseKind.EARLIER]


def test_neighbouring_digits_are_likelier_to_change_places() -> None:
    """Two neighbouring digits changed round are told before one grant among twelve; two far apart, behind it."""
    near = (*(Line(f"Group {at}", None, 2_288_00) for at in range(10)), Line("Guides", None, 2_293_00))
    causes = explain_total(exact_money(43_173_00), (*near, Line("Rovers", None, 9_000_00))).causes
    assert [cause.kind for cause in causes] == [CauseKind.SWAPPED, CauseKind.TWICE]
    far = (*(Line(f"Group {at}", None, 1_306_00) for at in range(10)), Line("Guides", None, 1_313_00))
    causes = explain_total(exact_money(14_373_00), (*far, Line("Rovers", None, 19_800_00))).causes
    assert [cause.kind for cause in causes] == [CauseKind.LEFT_OUT, CauseKind.SWAPPED]


def test_projects_not_counted_are_likelier_than_a_strand() -> None:
    """A number that is both that of all grants and that of one strand's projects is first the number of grants."""
    lines = (Line("A", COMMUNITY, 1, 3), Line("B", COMMUNITY, 2), Line("C", CRIME, 3), Line("D", CRIME, 4))
    causes = explain_count(exact_count(4), lines).causes
    assert [cause.kind for cause in causes] == [CauseKind.PROJECTS_IGNORED, CauseKind.STRANDS]


def test_where_total_and_count_have_causes_of_their_own_both_are_told() -> None:
    """Two faults in one sentence are explained each, in turn."""
    assert both(73_791, 8) == [
        "Two digits may have changed places: £73,791 for £73,719.",
        "8 is the number of grants, not of projects: Cyber Unit has 2.",
    ]


def test_one_cause_is_told_once() -> None:
    """A strand of one grant that is left out is not told a second time as a grant that is left out."""
    lines = (Line("A", COMMUNITY, 5_000_00), Line("B", COMMUNITY, 3_000_00), Line("C", CRIME, 1_200_00))
    assert total(8_000, lines) == ["£8,000 is what the Community Fund alone comes to (2 grants)."]
    assert both(8_000, 2, lines) == ["£8,000 and 2 projects are what the Community Fund alone comes to (2 grants)."]


def test_names_do_not_break_a_sentence() -> None:
    """Line breaks, signs that do not print and endless names stay out of the sentence."""
    lines = (Line("A\nB\x00 " + "very " * 60 + "long", None, 1_000_00), Line("C", None, 500_00))
    (sentence,) = total(500, lines)
    assert sentence == (
        "£500 is what the grants come to without A B� very very very very very very very very very very very… (£1,000)."
    )


def test_a_line_listed_twice_is_two_lines() -> None:
    """Two grants alike in everything are still two grants."""
    line = Line("Rovers", None, 5_000_00)
    cause = only(explain_total(exact_money(5_000_00), (line, line)))
    assert (
        cause.sentence == "£5,000 is what the grants come to without one of two grants of £5,000 (Rovers and Rovers)."
    )


# -- bounds and proof


def test_the_bound_is_said_where_the_search_is_cut() -> None:
    """With more strands or grants than are tried together, I am told what was not tried."""
    lines = tuple(Line(f"Group {at}", f"Strand {at}", 1_00 * 2**at) for at in range(13))
    cut = explain_total(exact_money(1_00 * 0b1010101), lines)
    assert (cut.causes, cut.complete) == ((), False)
    assert cut.bound == ("of more than 12 strands, only one or two, and all but one or two, were tried together")
    found = explain_total(exact_money(1_00 * 0b1111111110111), lines)
    assert found.causes[0].sentence.startswith("£8,183 is what the grants come to without Group 3")
    all_sets = explain_total(exact_money(1_00 * 0b1010101), lines[:12])
    assert (only(all_sets).strands, all_sets.complete) == (("Strand 0", "Strand 2", "Strand 4", "Strand 6"), True)


def test_two_lines_are_tried_up_to_a_bound() -> None:
    """With very many grants one at a time is tried, and that is said."""
    lines = tuple(Line(f"Group {at}", None, 1_000_00 + at * at * 100 + at % 7) for at in range(5_001))
    whole = sum(line.pence for line in lines)
    gone = whole - lines[4_000].pence - lines[17].pence
    assert explain_total(exact_money(gone), lines).bound == (
        "of more than 5,000 grants, only one at a time was left out or counted twice"
    )
    gone -= lines[-1].pence
    few = explain_total(exact_money(gone), lines[:-1])
    assert (few.complete, [cause.lines for cause in few.causes]) == (True, [(lines[17], lines[4_000])])


def test_ten_thousand_lines_are_no_burden() -> None:
    """A list of ten thousand grants is explained at once: work grows with the lines, not with their pairs."""
    lines = tuple(Line(f"Group {at}", f"Strand {at % 12}", 50_000 + at * 977 % 950_000) for at in range(10_000))
    gone = sum(line.pence for line in lines) - lines[77].pence
    began = time.process_time()
    explained = explain_both(exact_money(gone), exact_count(9_999), lines)
    assert time.process_time() - began < 2  # tens of milliseconds; pair by pair it would take minutes
    assert lines[77] in explained.causes[0].lines


_lines = st.lists(
    st.builds(
        Line,
        st.sampled_from(("A", "B", "C")),
        st.sampled_from((None, COMMUNITY, CRIME)),
        st.sampled_from((1_000_00, 2_500_00, 9_99, 12_345_67)) | st.integers(1, 10_000_00),
        st.integers(1, 3),
        counts=st.booleans(),
    ),
    max_size=8,
)
_claims = st.one_of(
    st.integers(1, 60_000_00).map(exact_money),
    st.integers(100_000, 60_000_00).map(in_thousands),
    st.integers(200_000, 60_000_00).map(over),
    st.integers(200_000, 60_000_00).map(almost),
)


@given(_claims, st.integers(0, 20).map(exact_count), _lines, _lines)
def test_whatever_is_printed_only_what_can_be_so_is_said(
    money: Claim, number: Claim, lines: list[Line], others: list[Line]
) -> None:
    """Whatever the figures and grants, each explanation is one sentence, of a figure that disagrees, and never said twice."""
    explained = explain_both(money, number, lines, (AUGUST,), others=others)
    pence = sum(line.pence for line in lines if line.counts)
    projects = sum(line.projects for line in lines if line.counts)
    wrong = (Verdict.DISAGREES, Verdict.EXCEEDS)
    for cause in explained.causes:
        assert cause.total or cause.count
        assert not cause.total or judge(money, Decimal(pence).scaleb(-2)).verdict in wrong
        assert not cause.count or judge(number, Decimal(projects)).verdict in wrong
        assert cause.sentence.endswith(".")
        assert "\n" not in cause.sentence
    sentences = [(cause.sentence, cause.lines) for cause in explained.causes]
    assert len(sentences) == len(set(sentences))


@given(_lines.filter(lambda lines: sum(line.counts for line in lines) > 2), st.data())
def test_a_line_left_out_is_always_told(lines: list[Line], data: st.DataObject) -> None:
    """Whichever grant is missing from an exact total, it is among those that are named."""
    counted = [line for line in lines if line.counts]
    gone = data.draw(st.sampled_from(counted))
    claim = exact_money(sum(line.pence for line in counted) - gone.pence)
    causes = explain_total(claim, lines).causes
    assert any(gone in cause.lines and cause.kind in (CauseKind.LEFT_OUT, CauseKind.STRANDS) for cause in causes)
