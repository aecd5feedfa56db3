"""Figures that somebody changed in Word are judged by the grants, and never written into the entries unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from hypothesis import given
from hypothesis import strategies as st
from support import OFFICE, THREE_STRANDS, funding_round, paper, statement

from pcp_reports.comparing.words.changed_figures import changed_figures
from pcp_reports.judging import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pcp_reports.comparing.entries.change import Figure

ROUND = "entries/funding/autumn.yaml"


@pytest.fixture
def autumn(tmp_path: Path) -> Callable[[str], Built]:
    """Return a function that builds a paper with a round of £73,719 in three strands, led by a text."""

    def make(text: str) -> Built:
        files = {
            f"{NAME}/paper": paper("autumn", "patrols"),
            "funding/autumn": funding_round(THREE_STRANDS, text=text),
            f"{NAME}/patrols": statement("Officers made 37 arrests on 4 October 2023 and seized £1,200."),
        }
        return workspace(tmp_path, files)

    return make


def figures(made: Built) -> list[Figure]:
    """Return the figures of all changes, in order."""
    return [figure for change in made.changes() for figure in change.figures]


def test_a_total_changed_by_hand_is_wrong_where_the_grants_say_otherwise(autumn: Callable[[str], Built]) -> None:
    """Somebody typed £73,917 over £73,719: I hear what the grants come to, and nothing is written."""
    made = autumn("In all £73,719 was awarded to 8 projects:")
    made.edited.replace("£73,719", "£73,917")
    (figure,) = figures(made)
    assert (figure.old, figure.new, figure.verdict) == ("£73,719", "£73,917", Verdict.DISAGREES)
    assert figure.explanation == "The grants come to £73,719, so “£73,917” is wrong."
    (finding,) = [one for one in made.compared().findings if one.code == "W707"]
    assert finding.place.path == ROUND
    assert finding.message.startswith("paragraph 1: “£73,719” became “£73,917”.")
    assert made.planned().files == {}


def test_a_count_changed_by_hand_is_judged(autumn: Callable[[str], Built]) -> None:
    """So is the number of projects."""
    made = autumn("In all £73,719 was awarded to 8 projects:")
    made.edited.replace("8 projects", "9 projects")
    (figure,) = figures(made)
    assert figure.verdict is Verdict.DISAGREES
    assert figure.explanation == "The grants come to 8 projects, so “9” is wrong."


def test_a_figure_in_a_welsh_paper_is_judged(tmp_path: Path) -> None:
    """In an office that writes in Welsh, a count in a Welsh sentence is held against the grants all the same."""
    files = {
        "office": OFFICE.rstrip("\n") + "\nlanguage: cy_GB\n",
        f"{NAME}/paper": paper("autumn"),
        "funding/autumn": funding_round(THREE_STRANDS, text="Dyfarnwyd £73,719 i 8 prosiect:"),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("8 prosiect", "9 prosiect")
    assert [(one.old, one.verdict) for one in figures(made)] == [("8", Verdict.DISAGREES)]


def test_a_figure_that_agrees_in_other_words_is_wording(autumn: Callable[[str], Built]) -> None:
    """£74k is what £73,719 comes to, so that may be written."""
    made = autumn("In all £73,719 was awarded to 8 projects:")
    made.edited.replace("£73,719", "£74k")
    (figure,) = figures(made)
    assert figure.verdict is Verdict.AGREES_ROUNDED
    assert "In all £74k was awarded" in made.planned().files[ROUND].decode()


def test_a_figure_put_in_by_a_placeholder_is_never_typed_over(autumn: Callable[[str], Built]) -> None:
    """A total that the tool adds up stays a placeholder, whatever Word says; wording beside it is written."""
    made = autumn("In all {{ total }} was awarded to {{ projects }} projects:")
    made.edited.replace("£73,719", "£73,917")
    made.edited.replace("In all", "Altogether")
    (change,) = made.changes()
    (figure,) = change.figures
    assert (figure.verdict, figure.put_in) == (Verdict.DISAGREES, "total")
    assert figure.explanation == "The grants come to £73,719, so “£73,917” is wrong."
    planned = made.planned()
    assert "Altogether {{ total }} was awarded to {{ projects }} projects:" in planned.files[ROUND].decode()
    assert [one.partly for one in planned.applied] == [True]
    assert [one.new for one in planned.remaining] == ["Altogether £73,917 was awarded to 8 projects:"]


def test_a_total_typed_otherwise_over_a_placeholder_may_still_be_right(autumn: Callable[[str], Built]) -> None:
    """“£74k” over {{ total }} is what the grants come to, rounded: I am not told that it is wrong."""
    made = autumn("In all {{ total }} was awarded to {{ projects }} projects:")
    made.edited.replace("£73,719", "£74k")
    (figure,) = figures(made)
    assert (figure.verdict, figure.put_in) == (Verdict.AGREES_ROUNDED, "total")
    assert figure.explanation == "The grants come to £73,719, as “£74k” says as well."


def test_a_strands_total_typed_over_is_held_against_that_strand(autumn: Callable[[str], Built]) -> None:
    """A sum put in for one strand is judged by that strand's grants, and the sentence names it."""
    made = autumn('Of these {{ total_of("Community Fund") }} came from the Community Fund.')
    made.edited.replace("£53,879", "£73,719")
    (figure,) = figures(made)
    assert (figure.verdict, figure.put_in) == (Verdict.DISAGREES, "total_of:Community Fund")
    assert figure.explanation == "The grants of Community Fund come to £53,879, so “£73,719” is wrong."


def test_figures_of_a_paragraph_that_was_taken_out_are_old_ones(tmp_path: Path) -> None:
    """A deleted paragraph's figures are told as taken out, and none of them as new."""
    files = {
        f"{NAME}/paper": paper("patrols"),
        f"{NAME}/patrols": statement("The days are longer.\n\nIn all 37 arrests were made on patrol that month."),
    }
    made = workspace(tmp_path, files)
    made.edited.delete(made.edited.having("In all 37 arrests"))
    (figure,) = figures(made)
    assert (figure.old, figure.new) == ("37", "")
    assert figure.explanation == "“37” was taken out."


def test_a_placeholder_alone_typed_over_is_left_with_what_to_change(autumn: Callable[[str], Built]) -> None:
    """Where nothing else was changed, nothing is written, and I am told to change the data."""
    made = autumn("In all {{ total }} was awarded:")
    made.edited.replace("£73,719", "£74,000")
    (change,) = made.changes()
    assert not change.can_apply
    assert "from data" in change.why
    assert ROUND in change.hint
    assert made.planned().files == {}


def test_a_number_of_grants_is_held_against_the_grants_and_not_the_projects(tmp_path: Path) -> None:
    """Two grants for three projects: “3 grants” is wrong, although 3 is the number of projects."""
    grants = "- {recipient: A, purpose: b, amount: '£10', projects: 2}\n- {recipient: C, purpose: d, amount: '£20'}"
    files = {
        f"{NAME}/paper": paper("autumn"),
        "funding/autumn": funding_round(grants, text="In all {{ grants }} grants were made:"),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("2 grants", "3 grants")
    (figure,) = figures(made)
    assert (figure.verdict, figure.explanation) == (
        Verdict.DISAGREES,
        "The grants come to 2, so “3” is wrong.",
    )


def test_a_grant_that_was_returned_changes_no_total(tmp_path: Path) -> None:
    """A returned grant taken out in Word counts in no total, so I am not told of another one."""
    grants = (
        "- {recipient: A, purpose: b, amount: '£10'}\n- {recipient: C, purpose: d, amount: '£20', status: returned}"
    )
    made = workspace(tmp_path, {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants)})
    made.edited.delete(made.edited.having("C – d"))
    found = figures(made)
    assert found != []
    assert not any("would come to" in one.explanation for one in found)


def test_a_figure_that_is_typed_beside_the_one_put_in_is_judged_as_typed(tmp_path: Path) -> None:
    """The text says the total twice, once typed: where Word changes one, nothing says that the tool put it in."""
    grants = "- {recipient: A, purpose: b, amount: '£10'}\n- {recipient: C, purpose: d, amount: '£20'}"
    text = "In all {{ total }} was given, and £30 paid:"
    made = workspace(tmp_path, {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(grants, text=text)})
    made.edited.replace("£30 paid", "£40 paid")
    assert [(one.new, one.put_in) for one in figures(made)] == [("£40", "")]


def test_a_grants_amount_changed_says_what_the_round_would_come_to(autumn: Callable[[str], Built]) -> None:
    """£10,000 became £11,000 in Word: I hear the round's total either way, and that the text would then be wrong."""
    made = autumn("In all £73,719 was awarded to 8 projects:")
    made.edited.replace("£10,000", "£11,000")
    (figure,) = figures(made)
    assert (figure.old, figure.new, figure.verdict) == ("£10,000", "£11,000", Verdict.DISAGREES)
    assert figure.explanation == (
        "The entry says £10,000; with £11,000 the round comes to £74,719 instead of £73,719, so “£73,719” in its text"
        " would be wrong."
    )
    assert made.planned().files == {}


def test_an_amount_whose_total_is_put_in_is_left_while_word_prints_the_old_total(
    autumn: Callable[[str], Built],
) -> None:
    """With a new amount the paper built again would print another total than Word has: the two must be decided together."""
    made = autumn("In all {{ total }} was awarded:")
    made.edited.replace("£10,000", "£11,000")
    assert made.planned().files == {}


def test_an_amount_and_its_total_changed_together_are_written(autumn: Callable[[str], Built]) -> None:
    """Where Word changes the amount and the total to match, the amount is written, and the total follows by itself."""
    made = autumn("In all {{ total }} was awarded:")
    made.edited.replace("£10,000", "£11,000")
    made.edited.replace("£73,719", "£74,719")
    planned = made.planned()
    assert "amount: '£11,000'" in planned.files[ROUND].decode()
    assert "{{ total }}" in planned.files[ROUND].decode()
    assert planned.remaining == ()
    by_new = {figure.new: figure for figure in figures(made)}
    assert by_new["£74,719"].explanation == (
        "With the amounts in Word the grants come to £74,719, as “£74,719” says; as the entry stands, to £73,719."
    )


def test_a_figure_with_no_data_behind_it_is_not_accused(autumn: Callable[[str], Built]) -> None:
    """A date, an arrest, a sum that no entry knows: it is named first, and that it cannot be checked."""
    made = autumn("In all £73,719 was awarded:")
    made.edited.replace("4 October", "5 October")
    made.edited.replace("£1,200", "£1,300")
    found = figures(made)
    assert [(one.old, one.new) for one in found] == [("4 October 2023", "5 October 2023"), ("£1,200", "£1,300")]
    assert {one.verdict for one in found} == {Verdict.CANNOT_CHECK}
    assert "W707" not in {one.code for one in made.compared().findings}
    assert made.planned().files != {}


@given(st.text(alphabet="ab 1£,.–’", max_size=30), st.text(alphabet="ab 1£,.–’", max_size=30))
def test_figures_that_are_the_same_are_never_told(old: str, new: str) -> None:
    """Only what differs is told, and of two equal texts nothing."""
    assert list(changed_figures(old, old)) == []
    assert all(one != other for one, other in changed_figures(old, new))
