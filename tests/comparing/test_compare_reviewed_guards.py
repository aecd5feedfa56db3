"""What keeps `compare` from a wrong word: each of its cautions, met once."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from built_papers import NAME, Built, workspace
from docx.oxml.ns import qn
from support import OFFICE, THREE_STRANDS, funding_round, paper, statement
from word_edits import drop

from pcp_reports.comparing.entries.change import Kind
from pcp_reports.comparing.entries.stories import Stories
from pcp_reports.comparing.telling.as_in_word import as_in_word
from pcp_reports.comparing.telling.sides import Sides
from pcp_reports.compose import compose
from pcp_reports.judging import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.comparing.entries.change import Change, Figure

ROUND = "entries/funding/autumn.yaml"
COVERS = "stated:\n  covers: Community Fund\n"
EXEMPT = ", exempt: {paragraph: 3, reason: safety}}"


def of_round(root: Path, text: str, grants: str = THREE_STRANDS, more: str = "", office: str = OFFICE) -> Built:
    """Return a paper with one round."""
    round_ = funding_round(grants, text=text, more=more)
    return workspace(root, {"office": office, f"{NAME}/paper": paper("autumn"), "funding/autumn": round_})


def of_text(root: Path, text: str, other: str = "That is all.", more: str = "") -> Built:
    """Return a paper with two statements."""
    files = {
        f"{NAME}/paper": paper("news", "other", "standing: duty"),
        f"{NAME}/news": statement(text, more),
        f"{NAME}/other": statement(other),
    }
    return workspace(root, files)


def figures(made: Built) -> list[Figure]:
    """Return the figures of all changes, in order."""
    return [figure for change in made.changes() for figure in change.figures]


def only(made: Built) -> Change:
    """Return the only change, which is left to me."""
    planned = made.planned()
    assert planned.files == {}
    (change,) = planned.left
    return change


@pytest.mark.parametrize("exempt", [True, False])
def test_what_check_would_say_of_a_round_with_an_exempt_grant_is_not_told(tmp_path: Path, *, exempt: bool) -> None:
    """A total that disagrees is news; where the round holds an exempt grant, the message would tell what it comes to."""
    grants = THREE_STRANDS.replace("amount: '£1,840'}", f"amount: '£1,840'{EXEMPT if exempt else '}'}")
    made = of_round(tmp_path, "£53,879 was awarded:", grants, COVERS)
    made.edited.replace("£53,879", "£53,979")
    assert (made.compared().checked == ()) is exempt


@pytest.mark.parametrize("total", ["£71,879", "£73,719"])
def test_a_total_over_exempt_money_is_never_called_the_whole_rounds(tmp_path: Path, total: str) -> None:
    """Neither the public sum nor the secret one is said to be what the whole round comes to."""
    grants = THREE_STRANDS.replace("amount: '£1,840'}", f"amount: '£1,840'{EXEMPT}")
    made = of_round(tmp_path, "£53,879 was awarded:", grants, COVERS)
    made.edited.replace("£53,879", total)
    assert not any("whole round" in one.explanation for one in figures(made))


def test_no_sum_of_an_exempt_round_is_held_against_anything(tmp_path: Path) -> None:
    """A round that is kept from the public is none of those by which figures are judged."""
    made = of_round(tmp_path, "Given:", more="exempt: {paragraph: 3, reason: safety}\n")
    files = {one.path: one for one in made.survey.register.entries}
    assert ROUND in files
    sides = Sides((), (), Stories(made.survey, compose(made.survey, NAME)), "", "")
    rounds = as_in_word(sides, (), files.values(), files.values())
    assert (rounds.now, rounds.then, rounds.word) == ({}, {}, {})


def test_a_returned_grants_amount_is_told_to_count_in_no_total(tmp_path: Path) -> None:
    """£20 that was returned became £30: no total is said to follow."""
    grants = "- {recipient: A, purpose: b, amount: £10}\n- {recipient: C, purpose: d, amount: £20, status: returned}"
    made = of_round(tmp_path, "Given:", grants)
    made.edited.replace("C – d – £20", "C – d – £30")
    assert [one.explanation for one in figures(made)] == ["The entry says £20; this grant does not count in totals."]


def test_a_count_written_out_in_welsh_is_judged_in_welsh(tmp_path: Path) -> None:
    """“Naw prosiect” in a Welsh paper is nine projects, and the grants are eight."""
    made = of_round(tmp_path, "Dyfarnwyd £73,719 i wyth prosiect:", office=OFFICE.rstrip("\n") + "\nlanguage: cy_GB\n")
    made.edited.replace("wyth prosiect", "naw prosiect")
    assert [(one.new, one.verdict) for one in figures(made)] == [("naw", Verdict.DISAGREES)]


def test_a_second_fault_of_the_same_words_is_news(tmp_path: Path) -> None:
    """One misprint was there before; that Word has another like it is said, once."""
    made = of_text(tmp_path, "It cost £14.340.\n\nThen it went on.")
    made.edited.replace("went on.", "cost more: £14.340.")
    assert [one.code for one in made.compared().checked] == ["F202"]
    made.edited.replace("cost more: £14.340.", "cost more.")
    assert made.compared().checked == ()


def test_two_paragraphs_deleted_are_two(tmp_path: Path) -> None:
    """A bullet that can be taken out is, though a standing paragraph that was deleted too cannot."""
    made = of_text(tmp_path, "News:\n\n- one bullet\n- another one")
    made.edited.delete(made.edited.having("another one"))
    made.edited.delete(made.edited.having("The Commissioner holds"))
    planned = made.planned()
    assert [one.old for one in planned.applied] == ["another one"]
    assert [one.old for one in planned.left] == ["The Commissioner holds the Chief Constable to account."]


def test_a_text_that_the_paper_prints_twice_is_left_to_me(tmp_path: Path) -> None:
    """Somebody has put the entry into the paper a second time by now: its words go back nowhere."""
    made = of_text(tmp_path, "One day was fine.")
    made.edited.replace("was fine", "was very fine")
    path = made.root / "entries" / NAME / "paper.yaml"
    text = path.read_text(encoding="utf-8").replace("- other\n", "- other\n      - news\n")
    path.write_text(text, encoding="utf-8", newline="\n")
    planned = made.planned()
    assert planned.files == {}
    assert "the paper prints this text more than once" in {one.why for one in planned.left}


def test_labels_within_joined_paragraphs_are_left_to_me(tmp_path: Path) -> None:
    """“(a)” typed in front of the second paragraph would come to stand in the middle of a sentence."""
    made = of_text(tmp_path, "One thing was said first of all.\n\n(a) It was a good year for us all.")
    made.edited.join(made.edited.having("One thing"), made.edited.having("It was a good year"))
    assert only(made).why == "labels such as “(a)” are typed in it"


def test_paragraphs_of_two_entries_joined_are_left_to_me(tmp_path: Path) -> None:
    """What became one in Word comes from two entries, and goes into neither."""
    made = of_text(tmp_path, "One thing was said first of all.", "It was a good year for us all.")
    made.edited.join(made.edited.having("One thing"), made.edited.having("It was a good year"))
    assert only(made).why == "it is printed from several entries or keys"


def test_a_strands_total_is_told_as_the_strands(tmp_path: Path) -> None:
    """The sentence speaks of one strand: what that comes to is said, by its name."""
    made = of_round(tmp_path, "£53,879 was awarded to 6 projects:", more=COVERS)
    made.edited.replace("£53,879", "£53,979")
    made.edited.replace("6 projects", "7 projects")
    assert [one.explanation for one in figures(made)] == [
        "The grants of Community Fund come to £53,879, so “£53,979” is wrong.",
        "The grants of Community Fund come to 6 projects, so “7” is wrong.",
    ]


def test_a_figure_is_not_accused_for_a_finding_in_another_entry(tmp_path: Path) -> None:
    """A misprint in one entry is called that; the same digits in another are not, nor such as are only a part of it."""
    made = of_text(tmp_path, "It cost £1,200 for 3 dogs.", "There were 5 cats, and £1,100 was paid.")
    made.edited.replace("£1,200", "£14.340")
    made.edited.replace("3 dogs", "14 dogs")
    made.edited.replace("5 cats", "14.340 cats")
    by_new = {one.new: one for one in figures(made)}
    assert by_new["£14.340"].verdict is Verdict.DISAGREES
    assert "£14.340" in by_new["£14.340"].explanation
    assert by_new["14"].verdict is Verdict.CANNOT_CHECK
    assert by_new["14.340"].verdict is Verdict.CANNOT_CHECK


def test_a_sum_is_not_accused_for_what_is_said_of_a_round(tmp_path: Path) -> None:
    """A round's total is typed over wrongly, and what it comes to is said; the same sum in another entry is no fault."""
    files = {
        f"{NAME}/paper": paper("autumn", "other"),
        "funding/autumn": funding_round(THREE_STRANDS, text="In all £73,719 was awarded:"),
        f"{NAME}/other": statement("The roof cost £1,100."),
    }
    made = workspace(tmp_path, files)
    made.edited.replace("In all £73,719", "In all £73,917")
    made.edited.replace("£1,100", "£73,719")
    assert any("£73,719" in one.message for one in made.compared().checked)
    assert [(one.new, one.verdict) for one in figures(made)] == [
        ("£73,917", Verdict.DISAGREES),
        ("£73,719", Verdict.CANNOT_CHECK),
    ]


@pytest.mark.parametrize(
    ("text", "old", "new", "why"),
    [
        ("In all {{ total }} was given:", "£73,719 was given", "£80,000 and £1 given", "changed together"),
        ("Under {{ fund }} this was given:", "Safer Streets", "Safer Happy Streets", "put into what the tool puts in"),
        ("In all {{ total }} was given:", "£73,719", "£73,7190,5", "from data"),
    ],
)
def test_what_the_tool_puts_in_is_not_cut_up(tmp_path: Path, text: str, old: str, new: str, why: str) -> None:
    """Words put into a fund's name, or a total made another: the placeholder stays whole, and I hear why."""
    made = of_round(tmp_path, text)
    made.edited.replace(old, new)
    planned = made.planned()
    assert all(text.partition("}}")[0] in data.decode() for data in planned.files.values())
    assert planned.files != {} or why in planned.left[0].why


def test_paragraphs_parted_within_what_the_tool_puts_in_are_left(tmp_path: Path) -> None:
    """Enter pressed in the middle of a fund's name: neither half is typed into the entry."""
    made = of_round(tmp_path, "Grants were made under the {{ fund }} in the autumn of that year:")
    line = made.edited.having("Grants were made under")
    made.edited.part(line, made.edited.text(line).index("Streets Fund"))
    planned = made.planned()
    assert planned.files == {}
    assert [one.kind for one in planned.left if one.kind is Kind.SPLIT] == [Kind.SPLIT]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Guides – tents – £879", "Guides, tents, £879", "recipient, purpose and amount cannot be told apart in it"),
        ("Guides – tents – £879", "Guides : tents : £879", "recipient, purpose and amount cannot be told apart in it"),
        ("Guides – tents – £879", "Guides –  – £879", "recipient, purpose and amount cannot be told apart in it"),
        ("Guides – tents – £879", "Guides – tents – some money", "“some money” is no amount that a grant can have"),
        ("Guides – tents – £879", "Guides – tents – £879.00", "it is the same amount"),
        ("Guides – tents – £879", "Guides – two – tents – £879", ""),
    ],
)
def test_a_grants_line_whose_parts_cannot_be_told_is_left(tmp_path: Path, old: str, new: str, why: str) -> None:
    """Without its dashes, or without a sum of money, a line says nothing that could be typed into keys."""
    made = of_round(tmp_path, "Given:")
    made.edited.replace(old, new)
    planned = made.planned()
    assert (planned.files == {}) is bool(why)
    if why:
        assert planned.left[0].why.startswith(why)
    else:
        assert "two – tents" in planned.files[ROUND].decode()


def test_a_purpose_with_a_dash_of_its_own_is_not_taken_for_two_keys(tmp_path: Path) -> None:
    """Where the dash behind the name is gone, the one within the purpose is not read in its place."""
    made = of_round(tmp_path, "Given:", "- {recipient: Guides, purpose: tents – for the camp, amount: £10}")
    made.edited.replace("Guides – tents", "Guides and Scouts; tents")
    assert only(made).why == "recipient, purpose and amount cannot be told apart in it"


def test_a_total_typed_over_and_parted_is_left(tmp_path: Path) -> None:
    """Two totals in two paragraphs where the tool puts in one: the text of the entry stays whole."""
    made = of_round(tmp_path, "In all {{ total }} was given to the groups of the town that asked for help this year:")
    line = made.edited.having("In all £73,719")
    made.edited.replace("£73,719", "£80,000 and £1", line)
    made.edited.part(line, made.edited.text(line).index("£1 was"))
    assert "words that the tool puts in were changed" in only(made).why


def test_a_paragraph_that_became_a_bullet_and_a_paragraph_is_left(tmp_path: Path) -> None:
    """Parted in three, the middle one a bullet: how that is typed is mine to say."""
    made = of_text(
        tmp_path, "One thing was said first of all, and then it was said again, and so it went on.\n\n- a bullet"
    )
    line = made.edited.having("One thing")
    made.edited.part(line, made.edited.text(line).index("and so"))
    second = made.edited.part(line, made.edited.text(line).index("and then"))
    drop(next(second.iter(qn("w:pPr"))))
    second.insert(0, deepcopy(next(made.edited.having("a bullet").iter(qn("w:pPr")))))
    planned = made.planned()
    assert planned.files == {}
    assert "it became paragraphs and bullets" in {one.why for one in planned.left}
