"""Where what is left to me belongs: names in front and at the end, the title, the head of the page, a whole entry moved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import support
from built_papers import NAME, Built, built, workspace
from docx.oxml.ns import qn
from support import paper, statement

from pcp_reports.comparing.entries.change import Kind
from pcp_reports.editing import digest

if TYPE_CHECKING:
    from pathlib import Path

    from word_edits import Edited

    from pcp_reports.comparing.entries.change import Change

PAPER = f"entries/{NAME}/paper.yaml"
OFFICE = "entries/office.yaml"
PEOPLE = "contact: Ann Thorne\nsignatory: Angela Harrison\n"
IN_TEMPLATE = "else change the words in templates/panel-update.docx."
OF_ANGELA = f"the same name under “people” in {OFFICE}"


@pytest.fixture
def made(tmp_path: Path) -> Built:
    """Return a paper with people in front and at its end, and three entries."""
    files = {
        "office": support.OFFICE.replace("people:\n", "people:\n  Angela Harrison:\n    role: Chief of Staff\n"),
        f"{NAME}/paper": "# our paper\n"
        + paper("patrols", "bacup", "also: roads", "text: That is all.", more=PEOPLE).replace("kind", "\nkind", 1),
        f"{NAME}/patrols": statement("Patrols went on in Padiham.\n\nThey were liked by all."),
        f"{NAME}/bacup": statement("A base was opened in Bacup.\n\nIt has four rooms.\n\n- one of them is large"),
        f"{NAME}/roads": statement("Speeding fell on the roads to Bacup."),
    }
    return workspace(tmp_path, files)


def only(made: Built) -> Change:
    """Return the only change, which is left to me."""
    planned = made.planned()
    assert planned.files == {}
    (change,) = planned.left
    return change


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("Angela Harrison", "Angela Harrison MBE", f"Change “signatory” in {PAPER}, and {OF_ANGELA}."),
        ("Angela Harrison", "Dr Angela Harrison", f"Change “signatory” in {PAPER}, and {OF_ANGELA}."),
        ("Angela Harrison", "Angela M Harrison", f"Change “signatory” in {PAPER}."),
        ("Chief of Staff", "Interim Chief of Staff", f"Change “role” of Angela Harrison, under “people” in {OFFICE}."),
        ("Chief of Staff", "Head of Staff", f"Change “role” of Angela Harrison, under “people” in {OFFICE}."),
        (
            "Ann Thorne,",
            "Ann Thorne OBE,",
            f"If “Ann Thorne” shall read so, change “contact” in {PAPER}, and {OF_ANGELA}; {IN_TEMPLATE}",
        ),
        ("further information", "more information", "Change them in templates/panel-update.docx."),
        ("Contact for", "For", "Change them in templates/panel-update.docx."),
    ],
)
def test_a_name_or_post_that_reads_otherwise_leads_to_its_key(made: Built, old: str, new: str, hint: str) -> None:
    """A title of honour, an interim post: I am told the key and the file, and not to open the template."""
    made.edited.replace(old, new, [one for one in made.edited.paragraphs if old in made.edited.text(one)][-1])
    change = only(made)
    assert change.hint == hint
    assert "kept in a key of paper.yaml or office.yaml" in change.why


def test_the_title_has_its_own_line(made: Built) -> None:
    """The title stands in line 4 of this paper.yaml, and that is where I am sent."""
    made.edited.replace("update", "report", made.edited.having("The Commissioner's"))
    (change,) = made.changes()
    own = made.file(f"{NAME}/paper").splitlines()
    assert (change.path, own[change.line - 1]) == (PAPER, "title: The Commissioner's update")
    assert change.line > 1


def head(edited: Edited, old: str, new: str) -> None:
    """Type over words in the head of the page."""
    for paragraph in edited.word.sections[0].header.part.element.iter(qn("w:p")):
        if old in edited.text(paragraph):
            edited.replace(old, new, paragraph)


def test_a_title_changed_in_the_head_of_the_page_too_is_told_once(made: Built) -> None:
    """Whoever changes the title changes the head with it: that is one change, and is written once."""
    made.edited.replace("update", "report", made.edited.having("The Commissioner's"))
    head(made.edited, "update", "report")
    assert [one.where for one in made.changes()] == ["the title"]
    planned = made.apply()
    assert "title: The Commissioner's report\n" in made.file(f"{NAME}/paper")
    assert planned.left == ()
    assert built(made.root) != made.data


def test_a_meetings_day_changed_in_the_head_too_is_told_once(made: Built) -> None:
    """So is the day of the meeting."""
    made.edited.replace("3 October 2023", "10 October 2023")
    head(made.edited, "3 October 2023", "10 October 2023")
    assert only(made).hint == f"Change “meeting” in {PAPER}."


@pytest.mark.parametrize(("old", "new"), [("update", "report"), ("3 October", "4 October")])
def test_the_head_alone_never_goes_into_the_paper(made: Built, old: str, new: str) -> None:
    """What the head repeats is told where it differs, and is not written over the title itself."""
    head(made.edited, old, new)
    change = only(made)
    assert change.why == "the head or foot of the page only repeats what the paper says above its text"
    assert change.hint.startswith("Nothing is to be done if")


def test_other_words_in_the_head_are_the_templates(made: Built) -> None:
    """“Protected” typed into the head is no title."""
    head(made.edited, "3 October 2023", "3 October 2023, protected")
    assert only(made).hint.endswith("else change the words in templates/panel-update.docx.")


def test_the_head_of_a_file_whose_title_went_back_is_no_change(made: Built) -> None:
    """After --apply the old Word file still has the old title in its head: it is not asked to go back."""
    made.edited.replace("update", "report", made.edited.having("The Commissioner's"))
    path = made.root / "output" / NAME
    path.mkdir(parents=True)
    inputs = {PAPER: digest((made.root / PAPER).read_bytes()), OFFICE: digest((made.root / OFFICE).read_bytes())}
    (path / "build.json").write_text(json.dumps({"file": "x.docx", "inputs": inputs}), encoding="utf-8")
    made.apply()
    assert made.changes() == ()


def test_a_whole_entry_moved_is_moved_among_the_items_of_the_paper(made: Built) -> None:
    """The order of the entries stands in paper.yaml; what moved along with the first paragraph needs nothing."""
    edited = made.edited
    last = edited.having("That is all")
    moved = [edited.having(words) for words in ("Patrols went on", "They were liked")]
    for one in moved:
        edited.delete(one)
        last.addprevious(one)
    own = made.file(f"{NAME}/paper").splitlines()
    line = next(at for at, text in enumerate(own, 1) if text.strip() == "- patrols")
    changes = [one for one in made.planned().left if one.kind is Kind.MOVED]
    assert [one.hint.partition(". ")[2] for one in changes] == [
        f"Move “patrols”, line {line} of {PAPER}, to its new place among the items there.",
        "It was moved along with what stands above it.",
    ]


def test_where_priorities_sort_a_section_i_am_told_that_they_come_first(tmp_path: Path) -> None:
    """Moving a line in paper.yaml would change nothing in a section that is sorted: the hint says what to delete."""
    files = {
        "office": support.OFFICE,
        f"{NAME}/paper": paper("patrols", "bacup", "text: That is all.").rstrip("\n") + "\n    order: priority\n",
        f"{NAME}/patrols": statement("Patrols went on in Padiham.", "priority: Burglary\n"),
        f"{NAME}/bacup": statement("A base was opened in Bacup.", "priority: Victims\n"),
    }
    made = workspace(tmp_path, files)
    made.edited.move(made.edited.having("Patrols went on"), made.edited.having("A base was"))
    change = only(made)
    assert change.kind is Kind.MOVED
    assert change.hint.endswith(
        f" of {PAPER}, to its new place among the items there. Its section says “order: priority”, so the plan's priorities "
        "come first: delete that line if they should not."
    )


def test_an_entry_that_goes_on_under_a_number_is_moved_in_the_paper_too(made: Built) -> None:
    """“also: roads” moved up: its line in paper.yaml, with “also:” in front of it."""
    roads = made.edited.having("Speeding fell")
    made.edited.move(roads, made.edited.having("They were liked"))
    own = made.file(f"{NAME}/paper").splitlines()
    line = next(at for at, text in enumerate(own, 1) if "roads" in text)
    assert f"Move “roads”, line {line} of {PAPER}" in only(made).hint


def test_a_bullet_moved_within_its_entry_is_moved_in_its_text(made: Built) -> None:
    """What is no whole entry is moved in the entry's own text."""
    made.edited.move(made.edited.having("It has four rooms"), made.edited.having("one of them"))
    assert f"Move it within the text, in entries/{NAME}/bacup.yaml." in only(made).hint
