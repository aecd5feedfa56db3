"""What a round's own text claims of it: which figures are held against the grants, and which are left alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support import THREE_STRANDS, codes, found, funding_round, of_code, run, write

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.findings import Finding

PLAIN = (
    "- {recipient: Scouts, purpose: tents, amount: '£69,267'}\n- {recipient: Guides, purpose: tents, amount: '£733'}"
)
"""A round without strands: £70,000 to two projects."""


def stated(tmp_path: Path, text: str, grants: str = THREE_STRANDS, more: str = "") -> list[tuple[Any, ...]]:
    """Return what `totals` prints of the claims of a round's text."""
    root = write(tmp_path, {"august": funding_round(grants, text=text, more=more)})
    (row,) = json.loads(run(root, "totals", "--format", "json").out)["rounds"]
    return [(one["total"], one["projects"], one["covers"], one["verdict"]) for one in row["stated"]]


def told(tmp_path: Path, text: str, grants: str = THREE_STRANDS, more: str = "") -> list[Finding]:
    """Return what `check` says of the figures of a round's text."""
    findings = found(tmp_path, {"august": funding_round(grants, text=text, more=more)})
    return [one for one in findings if one.code[0] in "GF" and one.code != "G113"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A further £73,719 was provided to 8 projects through:", ("£73,719", "8", [], "agrees")),
        ("A total of £73,719 went to eight projects.", ("£73,719", "eight", [], "agrees")),
        ("The Commissioner invested £74k in the following projects.", ("£74k", None, [], "agrees_rounded")),
        ("Almost £74,000 was shared between the projects below:", ("Almost £74,000", None, [], "within_bound")),
        ("More than £70,000 has been awarded to these projects:", ("More than £70,000", None, [], "within_bound")),
        ("Eight projects have been supported in this round:", (None, "Eight", [], "agrees")),
        ("The Commissioner made five grants:", (None, "five", [], "agrees")),
        ("£53,879 was awarded to 6 projects from the Community Fund:", ("£53,879", "6", ["Community Fund"], "agrees")),
        ("The Community Fund gave £53,879 to 6 projects.", ("£53,879", "6", ["Community Fund"], "agrees")),
        ("£53,879 was given to 6 Community Fund projects:", ("£53,879", "6", ["Community Fund"], "agrees")),
        ("£53,879 was provided from the Community Fund to 6 projects:", ("£53,879", "6", ["Community Fund"], "agrees")),
        ("It was agreed to fund twelve projects:", (None, "twelve", [], "disagrees")),
        (
            "£53,879 was provided from the Community Fund to 9 projects:",
            ("£53,879", "9", ["Community Fund"], "disagrees"),
        ),
        ("In September £73,719 was awarded:", ("£73,719", None, [], "agrees")),
        ("The round came to £73.7k.", ("£73.7k", None, [], "agrees_rounded")),
        ("**£73,719** was awarded to *8* projects:", ("£73,719", "8", [], "agrees")),
        ("A further £74,719 was provided to 8 projects through:", ("£74,719", "8", [], "disagrees")),
        ("A further £73,719 was provided to 9 projects through:", ("£73,719", "9", [], "disagrees")),
        ("The Commissioner invested £69k in the following projects.", ("£69k", None, [], "disagrees")),
        ("Over £74,000 was shared between the projects below:", ("Over £74,000", None, [], "disagrees")),
        ("Just under £73,000 was shared between the projects below:", ("Just under £73,000", None, [], "exceeds")),
        ("The Commissioner made seven grants:", (None, "seven", [], "disagrees")),
        ("The Community Fund gave £53,789 to 6 projects.", ("£53,789", "6", ["Community Fund"], "disagrees")),
        ("A further £53,879 was provided to 6 projects through:", ("£53,879", "6", [], "disagrees")),
    ],
)
def test_a_figure_that_speaks_of_the_round_is_held_against_it(
    tmp_path: Path, text: str, expected: tuple[Any, ...]
) -> None:
    """What I typed in the sentence above the list is checked without my saying so twice."""
    assert stated(tmp_path, text) == [expected]
    wrong = expected[3] in ("disagrees", "exceeds")
    assert bool({"G201", "G202"} & set(codes(told(tmp_path, text)))) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner made these grants:",
        "The Commissioner has awarded a share of £33,000 to these projects:",
        "Grants of up to £10,000 were available to community groups:",
        "Groups could bid for between £1,000 and £10,000, and these were successful:",
        "From his £2m fund the Commissioner supported the following:",
        "The £500,000 Community Safety Fund supported the following:",
        "Out of 152 applications the following were supported:",
        "Of the 61 projects supported this year, these are the latest:",
        "The Commissioner has now awarded £509,832.58 to 61 projects so far this year, most recently:",
        "This brings the total awarded since April to £509,832 for 61 projects. The latest are:",
        "The fund is partly paid for with £250k seized from criminals. These projects were supported:",
        "Each project received £5,000 or more:",
        "The projects received £5,000 each:",
        "Bids worth £200,000 were received, and these were supported:",
        "These grants were made, including £18,000 for patrols:",
        "Over 400 young people will benefit from these grants:",
        "The projects, for children aged 8-12, will run for 16 weeks from 3 October 2023:",
        "In July £69k was awarded; these are the grants of the next round:",
        "The council matched the fund with £30,000. The following were supported:",
        "4 Me 2 and four others are among the following:",
        "£10,000 went to 4 Me 2 for dance, and more to others:",
        "Five of the projects listed are in Barchester:",
        "Half a million pounds is available in all for grants such as these:",
        "The next deadline is 12 January. Call 01234 567890, or write to PR1 4XY. The grants:",
        "{{ total }} was awarded to {{ projects }} projects:",
    ],
)
def test_a_figure_that_may_speak_of_something_else_is_left_alone(tmp_path: Path, text: str) -> None:
    """A bid, a budget, a rule, another year or one grant is never held against the round's total."""
    assert stated(tmp_path, text) == []
    assert told(tmp_path, text) == []


def test_several_sums_in_a_sentence_go_to_the_strands_they_name(tmp_path: Path) -> None:
    """Each sum is held against the strand that stands beside it."""
    text = (
        "£53,879 came from the Community Fund, £1,840 from the Innovation Fund and £18,000 from Fighting Crime Grants:"
    )
    assert stated(tmp_path, text) == [
        ("£53,879", None, ["Community Fund"], "agrees"),
        ("£1,840", None, ["Innovation Fund"], "agrees"),
        ("£18,000", None, ["Fighting Crime Grants"], "agrees"),
    ]
    before = "The Community Fund gave £53,879, the Innovation Fund £1,840 and Fighting Crime Grants £18,000:"
    assert [row[2] for row in stated(tmp_path, before)] == [
        ["Community Fund"],
        ["Innovation Fund"],
        ["Fighting Crime Grants"],
    ]
    wrong = text.replace("£1,840", "£1,480")
    assert [row[3] for row in stated(tmp_path, wrong)] == ["agrees", "disagrees", "agrees"]


def test_a_whole_and_its_parts_in_one_sentence_are_each_right(tmp_path: Path) -> None:
    """The round's total and a strand's share of it may stand together."""
    text = "A total of £73,719 was awarded to 8 projects, with £53,879 from the Community Fund:"
    assert stated(tmp_path, text) == [("£73,719", "8", [], "agrees"), ("£53,879", None, ["Community Fund"], "agrees")]
    assert told(tmp_path, text) == []


def test_a_sum_under_the_funds_own_name_is_not_taken_for_a_strands(tmp_path: Path) -> None:
    """A fund whose name ends like a strand's is not mistaken for the strand."""
    text = "Through the Safer Streets Fund £73,719 was awarded to 8 projects:"
    assert stated(tmp_path, text) == [("£73,719", "8", [], "agrees")]


SCOPE = "stated:\n  covers: Community Fund\n"


def test_a_scope_that_the_sentence_does_not_say_is_warned_of_with_the_wording(tmp_path: Path) -> None:
    """A reader would take £53,879 for the whole round; I am told so, and what to write."""
    (one,) = told(tmp_path, "A further £53,879 was provided to 6 projects through:", more=SCOPE)
    assert (one.code, one.severity.value, str(one.place)) == ("G201", "warning", "entries/august.yaml:5:13")
    assert one.message == (
        "august: the text says £53,879 to 6 projects, which reads as if it were the whole round, but all the grants listed "
        "come to £73,719 for 8 projects. £53,879 to 6 projects is what the Community Fund alone comes to, and the sentence does "
        "not say so."
    )
    assert one.hint == "Type: A further £53,879 from the Community Fund was provided to 6 projects through:"
    assert stated(tmp_path, "A further £53,879 was provided to 6 projects through:", more=SCOPE) == [
        ("£53,879", "6", ["Community Fund"], "agrees")
    ]


def test_a_scope_that_the_sentence_says_is_not_warned_of(tmp_path: Path) -> None:
    """Once the strand is named in the sentence, nothing is said, whether or not I keep `covers`."""
    text = "A further £53,879 from the Community Fund was provided to 6 projects through:"
    assert told(tmp_path, text, more=SCOPE) == []
    assert told(tmp_path, text) == []


def test_a_scope_is_needless_where_the_round_has_one_strand(tmp_path: Path) -> None:
    """Where nothing else is listed, the sentence is right as it reads."""
    grants = "Community Fund:\n  - {recipient: Guides, purpose: tents, amount: £879}"
    assert told(tmp_path, "A further £879 was provided to 1 project through:", grants, SCOPE) == []


def test_without_a_scope_the_strand_that_fits_is_offered_as_the_cause(tmp_path: Path) -> None:
    """I learn at once that the published figure is the Community Fund's alone."""
    (one,) = told(tmp_path, "A further £53,879 was provided to 6 projects through:")
    assert one.code == "G201"
    assert "the grants of the round come to £73,719 for 8 projects" in one.message
    assert "£19,840 too little" in one.message
    assert "2 too few" in one.message
    assert "Community Fund" in one.message


def test_a_pound_of_difference_is_a_note(tmp_path: Path) -> None:
    """A pound more or less in whole pounds looks like rounding, and is no accusation."""
    (one,) = told(tmp_path, "A further £73,720 was provided to 8 projects through:")
    assert (one.code, one.severity.value) == ("G203", "note")
    assert "looks like rounding" in one.message


def test_a_true_hedge_that_misleads_is_a_note(tmp_path: Path) -> None:
    """“Over £30,000” of £73,719 is true, and would still mislead."""
    (one,) = told(tmp_path, "Over £30,000 was awarded to these projects:")
    assert (one.code, one.severity.value) == ("G204", "note")
    assert told(tmp_path, "Over £70,000 was awarded to these projects:") == []


def test_a_claim_in_full_is_what_is_judged(tmp_path: Path) -> None:
    """What I give under `stated` is what `totals` lists; a sentence that agrees with the grants is not held against it."""
    more = "stated:\n  total: £53,879\n  projects: 6\n  covers: Community Fund\n"
    assert stated(tmp_path, "A total of £73,719 was awarded to 8 projects:", more=more) == [
        ("£53,879", "6", ["Community Fund"], "agrees")
    ]
    assert told(tmp_path, "A total of £73,719 was awarded to 8 projects:", more=more) == []
    assert [one.code for one in told(tmp_path, "A total of £77,719 was awarded to 8 projects:", more=more)] == ["G201"]


def test_a_stated_figure_that_cannot_be_read_is_asked_about(tmp_path: Path) -> None:
    """A misprint under `stated` is not passed over in silence: I am asked what it is meant to be."""
    (one,) = of_code(told(tmp_path, "The grants:", more="stated:\n  total: £14.340\n"), "G205")
    assert one.severity.value == "warning"
    assert "£14,340" in one.hint
    assert stated(tmp_path, "The grants:", more="stated:\n  total: £14.340\n")[0][3] == "cannot_check"


def test_a_withdrawn_grant_does_not_count_towards_what_the_text_says(tmp_path: Path) -> None:
    """The sentence is held against the grants that count; that it counts a withdrawn one is offered as the cause."""
    grants = PLAIN + "\n- {recipient: Rovers, purpose: p, amount: '£5,000', status: withdrawn}"
    assert told(tmp_path, "£70,000 was awarded to two projects:", grants) == []
    (one,) = told(tmp_path, "£75,000 was awarded to two projects:", grants)
    assert "Rovers" in one.message


def test_exempt_money_makes_a_claim_uncheckable_and_unseen(tmp_path: Path) -> None:
    """Nothing is said of a total that runs over exempt grants, not even what it was."""
    grants = PLAIN + "\n- {recipient: Refuge, purpose: locks, amount: '£5', exempt: {paragraph: 1, reason: safety}}"
    assert stated(tmp_path, "£70,005 was awarded to three projects:", grants) == [(None, None, [], "cannot_check")]
    assert told(tmp_path, "£80,005 was awarded to three projects:", grants) == []


def test_a_fault_elsewhere_in_the_round_leaves_the_text_alone(tmp_path: Path) -> None:
    """While an amount cannot be read, no total is accused of disagreeing with the rest."""
    findings = told(tmp_path, "£70,000 was awarded to two projects:", PLAIN.replace("£733", "£7.3.3"))
    assert codes(findings) == ["G101"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("£18,000 went to the Rovers for patrols.", False),
        ("The Rovers received £18,000.", False),
        ("Rovers were awarded a grant of £18,000, and others less:", False),
        ("£10,000 was given to 4 Me 2 for dance:", False),
        ("£81,000 went to the Rovers for patrols.", True),
        ("The Rovers received £18,500.", True),
        ("4 Me 2 was given over £10,000.", True),
        ("£81,000 was raised by friends of the Rovers.", False),
        ("The Rovers have raised £81,000.", False),
        ("With the Rovers, who spent £81,000 on fuel, these were supported:", False),
        ("£81,000 went to the Rovers and the Guides:", False),
        ("£81,000 will help Rovers-in-Need.", False),
    ],
)
def test_an_amount_beside_a_recipient_is_held_against_its_grant(tmp_path: Path, text: str, wrong: bool) -> None:
    """What the sentence gives to one recipient is what the line beneath gives; other sums about it are its own business."""
    assert (codes(told(tmp_path, text)) == ["G206"]) == wrong
    assert codes(told(tmp_path, text)) in ([], ["G206"])
