"""What somebody changed in Word is found, however they did it, and led back to the entry that it belongs to."""

from __future__ import annotations

import re
import shutil
from copy import deepcopy
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from built_papers import EXAMPLE, NAME, Built, built, workspace
from docx.oxml.ns import qn
from support import funding_round, paper, statement
from word_edits import Edited, drop

from pcp_reports.building import make
from pcp_reports.comparing.comparison import compare
from pcp_reports.comparing.entries.change import Kind
from pcp_reports.findings import Finding
from pcp_reports.output import write
from pcp_reports.placing import survey
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

BACUP = """
    The Commissioner opened a **new** police base in Bacup, paid for by the [county](https://example.org/base).

    It is open on weekdays:

    - from nine to noon
    - from two to five

    Residents asked for Saturdays as well, which the force is looking into at present.
    """
DUTY = "The Commissioner holds the Chief Constable to account."


@pytest.fixture
def bacup(tmp_path: Path) -> Built:
    """Return a paper with a standing paragraph and an entry of several paragraphs and bullets."""
    files = {
        f"{NAME}/paper": paper("standing: duty", "bacup", "patrols", "text: Members are thanked for their time."),
        f"{NAME}/bacup": statement(BACUP),
        f"{NAME}/patrols": statement("Foot patrols went on in Padiham throughout the summer months."),
    }
    return workspace(tmp_path, files)


def only(found: Built) -> tuple[Kind, str, str, int]:
    """Return kind, place, path and line of the only change."""
    (change,) = found.changes()
    return change.kind, change.where, change.path, change.line


def test_an_unedited_paper_has_no_changes(bacup: Built) -> None:
    """Where nobody touched the file, nothing is told."""
    assert bacup.compared(bacup.data).changes == ()
    assert bacup.compared(bacup.data).findings == ()


def test_a_changed_word_is_told_with_its_place_and_its_entry(bacup: Built) -> None:
    """I see which paragraph was changed, which file and line it comes from, and both wordings."""
    bacup.edited.replace("which the force is looking into", "which the force is thinking about")
    (change,) = bacup.changes()
    assert only(bacup) == (Kind.CHANGED, "paragraph 2, first paragraph beneath", f"entries/{NAME}/bacup.yaml", 10)
    assert change.entry == "bacup"
    assert change.old == "Residents asked for Saturdays as well, which the force is looking into at present."
    assert change.new == "Residents asked for Saturdays as well, which the force is thinking about at present."
    assert change.can_apply


@pytest.mark.parametrize("marks", [True, False])
def test_a_paragraph_parted_in_two_is_one_change(bacup: Built, *, marks: bool) -> None:
    """Enter in the middle of a paragraph is told as that, not as a change and a new paragraph."""
    paragraph = bacup.edited.having("Residents asked")
    bacup.edited.part(paragraph, bacup.edited.text(paragraph).index("which the force"))
    if not marks:
        bacup.edited.without_marks()
    assert only(bacup)[0] is Kind.SPLIT
    assert bacup.changes()[0].can_apply


@pytest.mark.parametrize("marks", [True, False])
def test_two_paragraphs_joined_are_one_change(bacup: Built, *, marks: bool) -> None:
    """Delete at the end of a bullet joins it with the next, which is told as that."""
    edited = bacup.edited
    edited.join(edited.having("nine to noon"), edited.having("two to five"), " and ")
    if not marks:
        edited.without_marks()
    assert only(bacup)[0] is Kind.JOINED
    assert bacup.changes()[0].can_apply


def test_a_paragraph_deleted_and_one_added_are_told(bacup: Built) -> None:
    """What is gone is told where it stood, what is new where it stands now."""
    edited = bacup.edited
    edited.delete(edited.having("two to five"))
    edited.add(edited.having("Residents asked"), "A petition of three pages was handed over.")
    told = {(one.kind, one.path, one.old, one.new) for one in bacup.changes()}
    path = f"entries/{NAME}/bacup.yaml"
    assert told == {
        (Kind.DELETED, path, "from two to five", ""),
        (Kind.ADDED, path, "", "A petition of three pages was handed over."),
    }


def test_a_deleted_paragraph_whose_bookmark_slid_to_the_next_is_no_joining(bacup: Built) -> None:
    """Word leaves the bookmark of a deleted paragraph at the next one: that one did not change."""
    edited = bacup.edited
    gone = edited.having("nine to noon")
    mark = next(gone.iter(qn("w:bookmarkStart")))
    edited.having("two to five").insert(1, mark)
    edited.delete(gone)
    assert only(bacup)[0] is Kind.DELETED
    assert bacup.changes()[0].old == "from nine to noon"


def test_a_bookmark_left_alone_at_the_next_paragraph_is_no_change_of_that(bacup: Built) -> None:
    """The next paragraph lost its own bookmark and got the deleted one's: what it says is what it said."""
    edited = bacup.edited
    gone, following = edited.having("nine to noon"), edited.having("two to five")
    mark = next(gone.iter(qn("w:bookmarkStart")))
    drop(next(following.iter(qn("w:bookmarkStart"))))
    following.insert(1, mark)
    edited.delete(gone)
    assert only(bacup)[0] is Kind.DELETED
    assert bacup.changes()[0].old == "from nine to noon"


def test_a_bookmark_that_went_astray_gives_way_to_the_words(bacup: Built) -> None:
    """A new paragraph that carries an old one's bookmark is new; the old one stands where it stood."""
    edited = bacup.edited
    paragraph = edited.having("Foot patrols")
    new = edited.add(paragraph, "Horses were seen near Whalley.")
    new.insert(1, next(paragraph.iter(qn("w:bookmarkStart"))))
    (change,) = bacup.changes()
    assert (change.kind, change.new) == (Kind.ADDED, "Horses were seen near Whalley.")


@pytest.mark.parametrize("marks", [True, False])
def test_a_moved_paragraph_is_told_as_moved(bacup: Built, *, marks: bool) -> None:
    """A paragraph that was cut and pasted elsewhere is not called deleted and added."""
    edited = bacup.edited
    edited.move(edited.having("Foot patrols"), edited.having("holds the Chief Constable"))
    if not marks:
        edited.without_marks()
    (change,) = bacup.changes()
    assert (change.kind, change.can_apply) == (Kind.MOVED, False)
    assert change.new == "Foot patrols went on in Padiham throughout the summer months."
    assert "paragraph 3" in change.hint


def test_a_copied_paragraph_leaves_the_first_as_it_was(bacup: Built) -> None:
    """Of two paragraphs with one bookmark the one that says what was built is the old one."""
    edited = bacup.edited
    paragraph = edited.having("Foot patrols")
    copy = deepcopy(paragraph)
    paragraph.addprevious(copy)
    edited.put(copy, 0, 4, "Horse")
    (change,) = bacup.changes()
    assert change.kind is Kind.ADDED
    assert change.new.startswith("Horse patrols")


def test_signs_that_word_sets_by_itself_are_told_apart(tmp_path: Path) -> None:
    """Curly quotation marks, hard blanks and long dashes are no wording."""
    text = 'The force\'s "clean-up" - a week of work - begins at 9 am and ends at 1/2 past 4...'
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement(text)})
    made.edited.put(
        made.edited.having("The force"),
        0,
        len(text),
        "The force’s “clean‑up” – a week of work – begins at 9\u00a0am and ends at ½ past 4…",
    )
    (change,) = made.changes()
    assert (change.kind, change.can_apply) == (Kind.TYPOGRAPHIC, False)
    assert made.planned().files == {}


def test_a_standing_paragraph_is_left_to_the_officer(bacup: Built) -> None:
    """What every paper prints is not changed for the sake of one."""
    bacup.edited.replace("holds the Chief Constable to account", "oversees the Chief Constable")
    (change,) = bacup.changes()
    assert (change.can_apply, change.path) == (False, "entries/office.yaml")
    assert "every paper" in change.why
    assert bacup.planned().files == {}


def test_runs_parted_by_word_are_no_change(bacup: Built) -> None:
    """Word cuts words into pieces as it saves, and marks each; the words are the same."""
    lengths = cycle((2, 5, 3, 11, 7))
    for run in list(bacup.edited.word.element.body.iter(qn("w:r"))):
        text = next(iter(run.iter(qn("w:t"))), None)
        if text is None or len(text.text or "") < 4:
            continue
        at = next(lengths) % (len(text.text) - 2) + 1
        second = deepcopy(run)
        second.set(qn("w:rsidR"), "00AB12CD")
        next(second.iter(qn("w:t"))).text = text.text[at:]
        text.text = text.text[:at]
        for piece in (text, next(second.iter(qn("w:t")))):
            piece.set(qn("xml:space"), "preserve")
        run.addnext(second)
    assert bacup.changes() == ()


def test_another_programs_save_is_no_change(
    convert: Callable[[Sequence[bytes], str], list[bytes]], bacup: Built
) -> None:
    """LibreOffice writes the file in its own way; only what I changed is told."""
    edited = bacup.edited
    edited.replace("throughout the summer months", "all summer")
    edited.part(edited.having("Residents asked"), len("Residents asked for Saturdays as well,"))
    plain, changed = convert([bacup.data, edited.saved()], "docx:MS Word 2007 XML")
    assert bacup.compared(plain).changes == ()
    assert [one.kind for one in bacup.compared(changed).changes] == [Kind.SPLIT, Kind.CHANGED]
    assert all(one.can_apply for one in bacup.compared(changed).changes)


def test_the_example_papers_saved_by_another_program_have_no_changes(
    convert: Callable[[Sequence[bytes], str], list[bytes]], tmp_path: Path
) -> None:
    """Numbers, tables, quotations, heads and feet of a whole paper survive LibreOffice."""
    for folder in ("entries", "templates"):
        shutil.copytree(EXAMPLE / folder, tmp_path / folder)
    surveyed = survey(load(tmp_path, keep=True))
    files = {}
    for name in surveyed.register.papers:
        data = make(surveyed, name, tmp_path, draft=False).data
        assert data is not None
        files[name] = data
    for name, data in zip(files, convert(list(files.values()), "docx:MS Word 2007 XML"), strict=True):
        assert compare(surveyed, name, tmp_path, files[name], "built.docx").changes == ()
        assert compare(surveyed, name, tmp_path, data, "saved.docx").changes == ()


def test_an_entry_that_went_on_is_not_blamed_on_word(bacup: Built) -> None:
    """I changed an entry after the build; Word still says what was built, and that is no change of Word's."""
    path = bacup.root / "entries" / NAME / "patrols.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Padiham", "Burnley"), encoding="utf-8", newline="\n")
    made = bacup.compared()
    assert made.changes == ()
    (finding,) = made.findings
    assert finding.code == "W702"
    assert "“patrols”" in finding.message


def test_a_paragraph_changed_on_both_sides_is_left_to_the_officer(bacup: Built) -> None:
    """Where the entry went on and Word was edited too, nothing is written over either."""
    path = bacup.root / "entries" / NAME / "patrols.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Padiham", "Burnley"), encoding="utf-8", newline="\n")
    bacup.edited.replace("throughout the summer months", "all summer")
    bacup.edited.replace("at present", "just now")
    both, plain = sorted(bacup.changes(), key=lambda one: one.can_apply)
    assert (both.path, both.can_apply) == (f"entries/{NAME}/patrols.yaml", False)
    assert "changed since this Word file was built" in both.why
    assert plain.can_apply
    assert set(bacup.planned().files) == {f"entries/{NAME}/bacup.yaml"}


def test_an_entry_added_since_is_told_as_perhaps_deleted(bacup: Built) -> None:
    """A paragraph that the entries have and Word has not may be new: it is never taken out."""
    keep_record(bacup)
    path = bacup.root / "entries" / NAME / "bacup.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  One thing more was said.\n", encoding="utf-8", newline="\n")
    (change,) = bacup.changes()
    assert (change.kind, change.can_apply) == (Kind.DELETED, False)
    assert "may have been added there" in change.why


def test_words_without_marks_are_not_written_into_an_entry_that_went_on(bacup: Built) -> None:
    """The marks are gone and the entry was changed since the build: whose words are the newer ones I decide myself."""
    keep_record(bacup)
    path = bacup.root / "entries" / NAME / "bacup.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("noon", "midday"), encoding="utf-8", newline="\n")
    bacup.edited.without_marks()
    bacup.edited.replace("at present", "just now")
    bacup.edited.replace("Foot patrols", "More foot patrols")
    assert {one.path for one in bacup.changes() if one.can_apply} == {f"entries/{NAME}/patrols.yaml"}
    assert {one.why for one in bacup.changes() if not one.can_apply} == {
        "the entry was changed since this Word file was built, and no bookmark ties these words to it any more"
    }


def test_a_paragraph_is_not_added_to_an_entry_that_went_on(bacup: Built) -> None:
    """A new paragraph in Word, in an entry that somebody changed meanwhile, may stand there already: it is left to me."""
    path = bacup.root / "entries" / NAME / "bacup.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("noon", "midday"), encoding="utf-8", newline="\n")
    bacup.edited.add(bacup.edited.having("Residents asked"), "A petition was handed over.")
    (change,) = bacup.changes()
    assert (change.kind, change.why) == (Kind.ADDED, "the entry was changed since this Word file was built")


def test_a_template_that_prints_the_blocks_itself_is_compared_by_words(tmp_path: Path) -> None:
    """A template without the hidden marks still leads each paragraph back to its entry."""
    files = {
        f"{NAME}/paper": paper("bacup", "patrols", template="partnership-briefing"),
        f"{NAME}/bacup": statement("The Commissioner opened a new police base in Bacup."),
        f"{NAME}/patrols": statement("Foot patrols went on in Padiham throughout the summer."),
    }
    shutil.copytree(EXAMPLE / "templates", tmp_path / "templates")
    path = tmp_path / "templates" / "partnership-briefing.docx"
    template = Edited(path.read_bytes())
    template.replace("{{p body }}", "{%p for block in paper.blocks %}")
    first = template.having("{%p for block")
    template.add(first, "{%p endfor %}")
    template.add(first, "{{ block.text }}")
    path.write_bytes(template.saved())
    made = workspace(tmp_path, files)
    assert made.edited.marked == []
    assert made.changes() == ()
    made.edited.replace("a new police base", "a police base")
    (change,) = made.changes()
    assert (change.kind, change.path, change.can_apply) == (Kind.CHANGED, f"entries/{NAME}/bacup.yaml", True)


def keep_record(made: Built) -> None:
    """Write the built paper with its record, as `build` does."""
    home = made.root / "output" / NAME
    paper_made = make(made.survey, NAME, made.root, draft=False)
    assert not isinstance(write(paper_made, home / "built.docx", home, made.root, replace=False), Finding)


def test_a_file_whose_marks_are_gone_is_compared_by_its_words(bacup: Built) -> None:
    """I hear that the marks are gone, so that I look the places over."""
    bacup.edited.without_marks()
    made = bacup.compared()
    assert made.changes == ()
    assert [one.code for one in made.findings] == ["W703"]


def test_a_template_changed_since_is_told(tmp_path: Path) -> None:
    """The office gave the template other words meanwhile: that is no change of the Chief Executive's."""
    shutil.copytree(EXAMPLE / "templates", tmp_path / "templates")
    made = workspace(tmp_path, {f"{NAME}/paper": paper("bacup"), f"{NAME}/bacup": statement("One day.")})
    keep_record(made)
    assert made.compared().findings == ()
    path = tmp_path / "templates" / "panel-update.docx"
    template = Edited(path.read_bytes())
    template.replace("Contact for further information", "Contact")
    path.write_bytes(template.saved())
    assert [one.code for one in made.compared().findings] == ["W708"]


def test_another_paper_is_recognised_as_one(bacup: Built, tmp_path: Path) -> None:
    """A file that is not this paper at all is said to be perhaps another."""
    other = Edited(bacup.data)
    other.without_marks()
    for number, paragraph in enumerate(other.paragraphs):
        other.put(
            paragraph, 0, len(other.text(paragraph)), f"Item {number}: the weather of that week was fair and dry."
        )
    assert "W704" in {one.code for one in bacup.compared(other.saved()).findings}
    assert tmp_path.exists()


def test_open_tracked_changes_and_comments_are_named(bacup: Built) -> None:
    """Before the paper is published I hear who has changes open, and what was asked where."""
    edited = bacup.edited
    paragraph = edited.having("Foot patrols")
    edited.word.add_comment(runs=edited.word.paragraphs[0].runs or [], text="Is this right?", author="Ann Thorne")
    run = next(paragraph.iter(qn("w:r")))
    put_in = run.makeelement(
        qn("w:ins"), {qn("w:id"): "990", qn("w:author"): "B. Slope", qn("w:date"): "2023-09-20T10:00:00Z"}
    )
    new = deepcopy(run)
    next(new.iter(qn("w:t"))).text = " Many people were glad of it."
    next(new.iter(qn("w:t"))).set(qn("xml:space"), "preserve")
    put_in.append(new)
    run.addnext(put_in)
    made = bacup.compared()
    told = {one.code: one.message for one in made.findings}
    assert set(told) == {"W705", "W706"}
    assert told["W705"].startswith(
        "B. Slope has 1 tracked change open, taken here as accepted; the first is in paragraph 3: “Many people"
    )
    assert "Ann Thorne" in told["W706"]
    assert "“Is this right?”" in told["W706"]
    (change,) = made.changes
    assert change.new.endswith("summer months. Many people were glad of it.")


def test_nothing_of_the_bookmarks_is_seen(bacup: Built) -> None:
    """The marks that tie paragraphs to entries are hidden, unique and short enough for Word."""
    names = [one.get(qn("w:name")) for one in bacup.edited.word.element.iter(qn("w:bookmarkStart"))]
    ours = [name for name in names if name.startswith("_pcp_")]
    assert len(ours) == len(set(ours)) == 9
    assert all(re.fullmatch(r"_pcp_[0-9a-f]{12}_[0-9]+_[0-9a-f]{8}", name) and len(name) <= 40 for name in ours)
    assert built(bacup.root) == bacup.data


def test_a_paragraph_made_a_bullet_is_told_as_layout(bacup: Built) -> None:
    """The same words, set as something else: that is named, and left to me."""
    edited = bacup.edited
    paragraph = edited.having("Residents asked")
    edited.put(paragraph, 0, 0, "- ")
    (change,) = bacup.changes()
    assert (change.kind, change.can_apply) == (Kind.LAYOUT, False)
    assert change.hint == "It was a paragraph and is a bullet now."


GRANTS = """
    Community Fund:
      - {recipient: Barchester Scouts, purpose: tents for the camp, amount: '£1,000'}
      - {recipient: Guides, purpose: a hall, amount: '£2,000'}
    """


def test_a_list_of_grants_made_into_a_table_is_told_once(tmp_path: Path) -> None:
    """Somebody set the grants as a table: that is layout, and only the words that changed are wording."""
    files = {f"{NAME}/paper": paper("autumn", "text: That is all."), "funding/autumn": funding_round(GRANTS)}
    made = workspace(tmp_path, files)
    edited = made.edited
    lines = [edited.having("Barchester Scouts"), edited.having("Guides")]
    table = edited.word.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Recipient", "Purpose", "Amount"), strict=True):
        cell.text = words
    for line, purpose in zip(lines, ("tents for the camp", "a village hall"), strict=True):
        recipient, _, amount = edited.text(line).split(" – ")
        for cell, words in zip(table.add_row().cells, (recipient, purpose, amount), strict=True):
            cell.text = words
    lines[0].addprevious(table._tbl)
    for line in lines:
        edited.delete(line)
    told = [(one.kind, one.new, one.can_apply) for one in made.changes()]
    assert (Kind.LAYOUT, "Barchester Scouts | tents for the camp | £1,000", False) in told
    assert (Kind.CHANGED, "Guides | a village hall | £2,000", True) in told
    assert {kind for kind, _, _ in told} <= {Kind.LAYOUT, Kind.CHANGED, Kind.ADDED}
    assert not [one for one in made.changes() if one.figures]
    assert 'purpose: "a village hall"' in made.planned().files["entries/funding/autumn.yaml"].decode()
