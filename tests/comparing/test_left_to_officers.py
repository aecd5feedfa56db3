"""What `compare --apply` leaves to an officer, and what it then tells them to do: never a wrong figure, never a wrong place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import support
from built_papers import EXAMPLE, NAME, Built, workspace
from support import THREE_STRANDS, funding_round, paper, statement
from word_edits import Edited

from pcp_reports.building import make
from pcp_reports.comparing.comparison import compare
from pcp_reports.comparing.entries.change import Kind
from pcp_reports.comparing.words.changed_figures import changed_figures
from pcp_reports.judging import Verdict
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from pathlib import Path

    from pcp_reports.comparing.entries.change import Change

PAPER = f"entries/{NAME}/paper.yaml"
ROUND = "entries/funding/autumn.yaml"
PEOPLE = "contact: Ann Thorne\nsignatory: Angela Harrison\n"
OFFICE = support.OFFICE.replace("people:\n", "people:\n  Angela Harrison:\n    role: Chief Executive\n")
PATROLS = """
    Foot patrols led to 37 arrests and to {{ figure("orders") }} orders by September 2023.

    They go on in Padiham.
"""
FIGURES = "figures:\n  orders: 92\nevidence:\n  37 arrests: custody log\n"


def built(
    root: Path, lead: str = "In all {{ total }} was awarded to {{ projects }} projects:", more: str = ""
) -> Built:
    """Return a paper with a round, an entry of figures and people in front."""
    files = {
        "office": OFFICE,
        f"{NAME}/paper": paper(
            "autumn", "patrols", "text: Members are asked to note it.", "text: The Panel is thanked.", more=PEOPLE
        ),
        "funding/autumn": funding_round(THREE_STRANDS, text=lead, more=more),
        f"{NAME}/patrols": statement(PATROLS, FIGURES),
    }
    return workspace(root, files)


def left(made: Built) -> Change:
    """Return the only change, which is not written."""
    (change,) = made.planned().left
    assert made.planned().files == {}
    return change


def test_a_new_signatory_is_no_paragraph_of_the_paper(tmp_path: Path) -> None:
    """Another name under the paper is one change of the signatory, and goes into no text above it."""
    made = built(tmp_path)
    made.edited.replace("Angela Harrison", "Steve Freeman")
    change = left(made)
    assert (change.kind, change.old, change.new) == (Kind.CHANGED, "Angela Harrison", "Steve Freeman")
    assert change.hint == f"Change “signatory” in {PAPER}."


def test_a_signatory_in_two_lines_is_no_paragraph_either(tmp_path: Path) -> None:
    """Two names in the place of one are left to me, each of them."""
    made = built(tmp_path)
    line = made.edited.having("Angela Harrison")
    made.edited.add(line, "On behalf of the Commissioner")
    made.edited.delete(made.edited.having("Chief Executive"))
    made.edited.replace("Angela Harrison", "Steve Freeman")
    assert made.planned().files == {}


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("3 October 2023", "10 October 2023", f"Change “meeting” in {PAPER}."),
        ("01234 567890", "01234 567891", "Change “telephone” of Ann Thorne, under “people” in entries/office.yaml."),
        ("Ann Thorne", "Steve Freeman", f"Change “contact” in {PAPER}."),
    ],
)
def test_words_in_front_of_the_paper_lead_to_their_key(tmp_path: Path, old: str, new: str, hint: str) -> None:
    """What the front of the paper says is kept somewhere, and I am told where; a figure in it is told whole."""
    made = built(tmp_path)
    made.edited.replace(old, new)
    change = left(made)
    assert change.hint == hint
    assert [(one.old, one.new) for one in change.figures] == ([(old, new)] if old[0].isdigit() else [])


@pytest.mark.parametrize(
    "new", ["eleven projects", "over 8 projects", "nearly 9 projects", "over 7 projects", "more than 7 projects"]
)
def test_a_figure_typed_over_in_words_keeps_its_placeholder(tmp_path: Path, new: str) -> None:
    """A figure that the tool adds up is not typed over with “eleven”, nor made “over 8”."""
    made = built(tmp_path)
    made.edited.replace("8 projects", new)
    assert not any("projects }}" not in text.decode() for text in made.planned().files.values())
    change = left(made)
    assert change.why != ""
    assert f"in {ROUND}" in change.hint


def test_a_part_of_a_figure_from_data_leads_to_the_data(tmp_path: Path) -> None:
    """Where half of what the tool puts in was changed, I hear which key it is."""
    made = built(tmp_path)
    made.edited.replace("92 orders", "95 orders")
    assert "“92” from “orders”" in left(made).hint


def test_a_grant_added_and_one_deleted_say_what_the_round_would_come_to(tmp_path: Path) -> None:
    """Grants are data: I hear the total with both, and where the new one is typed."""
    made = built(tmp_path)
    made.edited.add(made.edited.having("4 Me 2"), "New Group – boxing – £2,500")
    made.edited.delete(made.edited.having("Shop Watch"))
    planned = made.planned()
    assert planned.files == {}
    by_kind = {one.kind: one for one in planned.left}
    assert by_kind[Kind.ADDED].path == ROUND
    assert by_kind[Kind.ADDED].why == "it stands among the grants, which are data and count in the totals"
    together = "With all that Word has otherwise the round comes to £74,379 instead of £73,719."
    assert [one.explanation for one in by_kind[Kind.ADDED].figures] == [together]
    assert "recipient “New Group”, purpose “boxing”, amount “£2,500”" in by_kind[Kind.ADDED].hint
    assert [one.explanation for one in by_kind[Kind.DELETED].figures] == [together]


@pytest.mark.parametrize(
    ("taken_out", "said"),
    [
        (True, "Without this grant the round would come to £71,879 instead of £73,719."),
        (False, "With this grant the round would come to £76,219 instead of £73,719."),
    ],
)
def test_one_grant_alone_says_what_the_round_would_come_to(tmp_path: Path, *, taken_out: bool, said: str) -> None:
    """Where one grant is all that changed, I hear the total without it, or with it."""
    made = built(tmp_path)
    if taken_out:
        made.edited.delete(made.edited.having("Shop Watch"))
    else:
        made.edited.add(made.edited.having("4 Me 2"), "New Group – boxing – £2,500")
    assert [one.explanation for change in made.planned().left for one in change.figures] == [said]


def test_a_figure_right_of_the_whole_round_is_not_called_wrong(tmp_path: Path) -> None:
    """The entry says that the sum is of one strand; Word has the whole round's: both can be right, and I decide."""
    made = built(tmp_path, "£53,879 was awarded:", "stated:\n  covers: Community Fund\n")
    made.edited.replace("£53,879", "£73,719")
    compared = made.compared()
    assert "W707" not in {one.code for one in compared.findings}
    change = left(made)
    assert [one.verdict for one in change.figures] == [Verdict.CANNOT_CHECK]
    assert "speaks of Community Fund alone" in change.why
    assert "“covers”" in change.hint


def test_an_amount_says_what_its_strand_comes_to_where_the_text_speaks_of_that(tmp_path: Path) -> None:
    """A total of one strand is not held against the round's without the strand's own sum being said."""
    made = built(tmp_path, "£53,879 was awarded:", "stated:\n  covers: Community Fund\n")
    made.edited.replace("£10,000", "£11,000")
    (figure,) = left(made).figures
    assert "Community Fund to £54,879 instead of £53,879, so “£53,879” in its text would be wrong" in figure.explanation


@pytest.mark.parametrize("accepted", [True, False])
def test_what_was_accepted_is_not_brought_up_by_a_change_in_word(tmp_path: Path, *, accepted: bool) -> None:
    """A disagreement that the office accepted with its reason is not news when Word makes it a little larger."""
    made = built(tmp_path, "£53,879 was awarded:", "accept:\n  G201: agreed with the panel\n" if accepted else "")
    made.edited.replace("£53,879", "£53,979")
    assert ("G201" in {one.code for one in made.compared().checked}) is not accepted


def test_a_figure_with_evidence_is_left_without_being_accused(tmp_path: Path) -> None:
    """New arrests need new evidence: that is said, and nothing calls 38 wrong."""
    made = built(tmp_path)
    made.edited.replace("37 arrests", "38 arrests")
    assert "W707" not in {one.code for one in made.compared().findings}
    change = left(made)
    assert [one.verdict for one in change.figures] == [Verdict.CANNOT_CHECK]
    assert "evidence" in change.why


def test_the_same_amount_written_otherwise_needs_nothing(tmp_path: Path) -> None:
    """£10,000.00 is the entry's £10,000."""
    made = built(tmp_path)
    made.edited.replace("£10,000", "£10,000.00")
    change = left(made)
    assert [one.verdict for one in change.figures] == [Verdict.AGREES]
    assert ("the same amount" in change.why, change.hint) == (True, "")


def test_a_number_typed_by_hand_stays_out_of_the_text(tmp_path: Path) -> None:
    """The paper numbers itself: “1.4 The Panel …” is put where it gets a number of its own, without the typed one."""
    made = built(tmp_path)
    made.edited.add(made.edited.having("They go on"), "2.1 The Panel may visit.")
    change = left(made)
    assert "number" in change.why
    assert change.hint.endswith("- text: The Panel may visit.")


def test_a_new_paragraph_that_begins_with_a_count_is_written(tmp_path: Path) -> None:
    """“3.5 million people” is no number of a paragraph."""
    made = built(tmp_path)
    made.edited.add(made.edited.having("They go on"), "3.5 million people live here.")
    assert "3.5 million people live here." in made.planned().files[f"entries/{NAME}/patrols.yaml"].decode()


def test_what_was_moved_and_changed_has_its_words_written(tmp_path: Path) -> None:
    """The new words go into the entry; where they stand is left to me, with both entries named."""
    made = built(tmp_path)
    moved = made.edited.having("They go on")
    made.edited.replace("in Padiham", "in Burnley", moved)
    made.edited.move(moved, made.edited.having("The Panel is thanked"))
    planned = made.planned()
    assert "They go on in Burnley." in planned.files[f"entries/{NAME}/patrols.yaml"].decode()
    (change,) = planned.left
    assert change.kind is Kind.MOVED
    assert f"put it into {PAPER}" in change.hint


def test_a_figure_in_a_table_leads_to_its_line(tmp_path: Path) -> None:
    """A figure typed over in a table of a briefing is data: I hear what the entry says, and on which line."""
    name = "prosper-partnership"
    for folder in ("entries", "templates"):
        shutil.copytree(EXAMPLE / folder, tmp_path / folder)
    now = survey(load(tmp_path, keep=True))
    data = make(now, name, tmp_path, draft=False).data
    assert data is not None
    edited = Edited(data)
    edited.replace("549", "560")
    (change,) = compare(now, name, tmp_path, edited.saved(), "edited.docx").changes
    line = (tmp_path / change.path).read_text(encoding="utf-8").splitlines()[change.line - 1]
    assert line.strip().endswith("549")
    assert [one.explanation for one in change.figures] == [
        "The entry's own figure is 549: if it is 560, change it there."
    ]


@pytest.mark.parametrize(
    ("old", "new", "figures"),
    [
        ("by July 2023", "by August 2023", [("July 2023", "August 2023")]),
        ("on 3 May", "on 4 May", [("3 May", "4 May")]),
        ("call 01772 533587", "call 01772 533588", [("01772 533587", "01772 533588")]),
        ("Members met and spoke", "The Panel saw paragraph 9 and left", [("", "9")]),
        ("It gave £500 to Guides", "Guides were given £500", []),
        ("They may go", "They may stay", []),
    ],
)
def test_figures_are_told_whole_and_words_are_no_figures(old: str, new: str, figures: list[tuple[str, str]]) -> None:
    """A date and a telephone number are one figure each; words around a figure are none; one that stayed is not told."""
    assert list(changed_figures(old, new)) == figures
