"""What is changed in Word beside the words, or taken out whole: told each time, and never half written."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, cast

import pytest
from built_papers import NAME, Built, workspace
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.text.paragraph import Paragraph
from support import THREE_STRANDS, funding_round, paper, statement
from word_edits import drop

from pcp_reports.comparing.entries.change import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from docx.oxml.text.paragraph import CT_P
    from lxml.etree import _Element

    from pcp_reports.comparing.entries.change import Change

PAPER = f"entries/{NAME}/paper.yaml"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
MINUTES = "See the [minutes of the Board](https://www.example.gov.uk/minutes/) for all that was said."
MEETING = "The Commissioner met traders.\n\nThey told of thefts.\n\nHe promised them patrols."


@pytest.fixture
def made(tmp_path: Path) -> Built:
    """Return a paper with a link, an entry of three paragraphs and a standing paragraph."""
    files = {
        f"{NAME}/paper": paper("minutes", "meeting", "standing: duty", "text: |\n  Members may note this."),
        f"{NAME}/minutes": statement(MINUTES),
        f"{NAME}/meeting": statement(MEETING),
    }
    return workspace(tmp_path, files)


def link_of(made: Built) -> _Element:
    """Return the link in the edited paper."""
    links = made.edited.word.element.body.iter(qn("w:hyperlink"))
    found: _Element = next(one for one in links if "minutes" in made.edited.text(one))
    return found


def leads_to(made: Built, address: str) -> None:
    """Change the address of the link, as Word's “Edit hyperlink” does."""
    link_of(made).set(qn("r:id"), made.edited.word.part.relate_to(address, HYPERLINK, is_external=True))


def picture() -> io.BytesIO:
    """Return a picture of one red dot."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    dot = part(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + dot + part(b"IEND", b""))


def paragraph_of(made: Built, words: str) -> Paragraph:
    """Return the paragraph of the edited paper that holds some words."""
    return Paragraph(cast("CT_P", made.edited.having(words)), made.edited.word)


def only(made: Built) -> Change:
    """Return the one change that is told."""
    (change,) = [one for one in made.changes() if one.kind is not Kind.TYPOGRAPHIC]
    return change


def test_a_link_that_leads_elsewhere_is_told_with_what_to_type(made: Built) -> None:
    """Somebody mended the address of a link: the entry holds it, so I hear both, and what to type."""
    leads_to(made, "https://www.example.gov.uk/board/")
    change = only(made)
    assert change.old == "“minutes of the Board” leads to https://www.example.gov.uk/minutes/"
    assert change.new == "“minutes of the Board” leads to https://www.example.gov.uk/board/"
    assert change.path == f"entries/{NAME}/minutes.yaml"
    assert change.hint.endswith("[minutes of the Board](https://www.example.gov.uk/board/)")
    assert made.planned().files == {}


@pytest.mark.parametrize("address", ["https://www.example.gov.uk/minutes", "HTTPS://www.Example.gov.uk/minutes/"])
def test_an_address_that_a_program_writes_otherwise_is_no_change(made: Built, address: str) -> None:
    """A stroke at the end or capitals, as programs set them when they save, lead to the same page."""
    leads_to(made, address)
    assert made.changes() == ()


def test_a_link_taken_off_its_words_is_told(made: Built) -> None:
    """The words stayed and lead nowhere: built again, they would lead somewhere."""
    link = link_of(made)
    for run in list(link):
        link.addprevious(run)
    drop(link)
    change = only(made)
    assert (change.kind, change.new) == (Kind.LAYOUT, "")


def test_an_address_typed_in_word_that_becomes_a_link_of_itself_is_no_more_than_its_words(made: Built) -> None:
    """Word makes a link of “www.example.org” by itself: what I am told is the words."""
    made.edited.replace("He promised", "See www.example.org. He promised")
    paragraph = made.edited.having("www.example.org")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.edited.word.part.relate_to("http://www.example.org/", HYPERLINK, is_external=True))
    made.edited.replace("www.example.org", "", paragraph)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "www.example.org"
    run.append(words)
    link.append(run)
    paragraph.append(link)
    assert [one.kind for one in made.changes()] == [Kind.CHANGED]


def test_a_picture_put_in_is_told_with_its_place(made: Built) -> None:
    """A picture stands in no entry: I hear of it before the paper is built again without it."""
    paragraph_of(made, "They told").add_run().add_picture(picture(), Inches(1))
    change = only(made)
    assert (change.kind, change.new, change.where) == (
        Kind.ADDED,
        "[a picture]",
        "at paragraph 2, first paragraph beneath",
    )
    assert not change.can_apply


def test_words_typed_beside_a_new_picture_are_told_apart_from_it(made: Built) -> None:
    """A picture put into a paragraph that was reworded as well: both are told, and the words are written."""
    paragraph_of(made, "They told").add_run().add_picture(picture(), Inches(1))
    made.edited.replace("They told", "All of them told")
    assert [(one.kind, one.can_apply) for one in made.changes()] == [(Kind.CHANGED, True), (Kind.ADDED, False)]


def test_struck_words_are_left_to_the_officer(made: Built) -> None:
    """A line through a sentence may be a question: it is named, and the sentence is not deleted from the entry."""
    for run in paragraph_of(made, "They told").runs:
        run.font.strike = True
    change = only(made)
    assert (change.kind, change.can_apply) == (Kind.DELETED, False)
    assert "struck through" in change.why
    assert made.planned().files == {}


def test_a_line_break_is_told_as_what_cannot_be_written(made: Built) -> None:
    """Shift and Enter in a paragraph: the words beside it are written, the break is left to me, now and at the next compare."""
    paragraph = made.edited.having("They told")
    made.edited.replace("They told of thefts.", "They told of thefts. And of fires.", paragraph)
    piece = next(paragraph.iter(qn("w:t")))
    rest = OxmlElement("w:t")
    piece.text, rest.text = "They told of thefts.", "And of fires."
    piece.addnext(rest)
    piece.addnext(OxmlElement("w:br"))
    words, broken = made.changes()
    assert (words.kind, words.new) == (Kind.CHANGED, "They told of thefts. And of fires.")
    assert (broken.kind, broken.can_apply) == (Kind.LAYOUT, False)
    assert broken.new == "They told of thefts. ↵ And of fires."
    assert "They told of thefts. And of fires." in made.apply().files[f"entries/{NAME}/meeting.yaml"].decode()
    assert [one.kind for one in made.changes()] == [Kind.LAYOUT]


def test_an_entry_taken_out_whole_keeps_its_words(made: Built) -> None:
    """All three paragraphs deleted in Word: nothing of the entry is written, and I am led to its item in paper.yaml."""
    for words in ("The Commissioner met", "They told", "He promised"):
        made.edited.delete(made.edited.having(words))
    assert made.planned().files == {}
    (hint,) = {one.hint for one in made.changes()}
    line = made.file(f"{NAME}/paper").splitlines().index("      - meeting") + 1
    assert hint == f"To leave it out, take “meeting” out of the items in {PAPER}, line {line}."


def test_a_standing_paragraph_taken_out_is_taken_out_of_this_paper(made: Built) -> None:
    """It belongs to every paper that names it: I take its name out of this one, and leave its words alone."""
    made.edited.delete(made.edited.having("holds the Chief Constable"))
    change = only(made)
    assert change.hint.startswith(f"To leave it out of this paper, take “duty” out of the items in {PAPER}, line ")


def test_a_paragraph_of_an_entry_taken_out_is_written_as_ever(made: Built) -> None:
    """One paragraph of three is wording, and goes out of the text."""
    made.edited.delete(made.edited.having("They told"))
    assert "thefts" not in made.planned().files[f"entries/{NAME}/meeting.yaml"].decode()


def test_the_paragraphs_of_a_summary_taken_out_whole_are_kept(tmp_path: Path) -> None:
    """The same of a text of paper.yaml: both paragraphs are left, with the key to delete."""
    more = "summary: |\n  First part.\n\n  Second part.\n"
    files = {f"{NAME}/paper": paper("meeting", more=more), f"{NAME}/meeting": statement(MEETING)}
    made = workspace(tmp_path, files)
    made.edited.delete(made.edited.having("First part"))
    made.edited.delete(made.edited.having("Second part"))
    assert made.planned().files == {}
    assert {one.hint for one in made.changes()} == {f"To leave it out, delete “summary” in {PAPER}."}


def sum_put_in(root: Path, placeholder: str) -> Built:
    """Return a paper whose round says its total by a placeholder."""
    text = f"In all {{{{ {placeholder} }}}} was awarded:"
    files = {f"{NAME}/paper": paper("autumn"), "funding/autumn": funding_round(THREE_STRANDS, text=text)}
    return workspace(root, files)


@pytest.mark.parametrize(
    ("placeholder", "old", "new", "hint"),
    [
        ("total | rounded", "£74k", "£73,719", "To print the sum in full, leave out “| rounded” behind “total”"),
        ("total", "£73,719", "£74k", "To print it rounded, type “| rounded” behind “total”"),
        ("total", "£73,719", "£80,000", "The tool adds up “£73,719” from the grants"),
    ],
)
def test_nobody_is_sent_to_change_a_total_where_it_is_kept(
    tmp_path: Path, placeholder: str, old: str, new: str, hint: str
) -> None:
    """A total is kept nowhere: I am told how to print it otherwise, or that the grants alone change it."""
    made = sum_put_in(tmp_path, placeholder)
    made.edited.replace(old, new)
    assert only(made).hint.startswith(hint)


def tracked_end(paragraph: _Element, by: str) -> None:
    """Delete the end of a paragraph with changes tracked, as one does who joins two."""
    properties = cast("CT_P", paragraph).get_or_add_pPr()
    look = OxmlElement("w:rPr")
    gone = OxmlElement("w:del")
    gone.set(qn("w:author"), by)
    look.append(gone)
    properties.append(look)


def test_a_paragraphs_end_deleted_with_changes_tracked_is_counted(made: Built) -> None:
    """Word counts a deleted end of a paragraph as a change, and so do I when I look for what is still open."""
    tracked_end(made.edited.having("They told"), "CE")
    (finding,) = [one for one in made.compared().findings if one.code == "W705"]
    assert finding.message.startswith("CE has 1 tracked change open")
    assert "“the end of a paragraph” taken out" in finding.message


def test_a_paragraph_deleted_with_its_end_is_one_tracked_change(made: Built) -> None:
    """Words and end deleted in one stroke are one change, as Word counts."""
    paragraph = made.edited.having("They told")
    for run in list(paragraph.iter(qn("w:r"))):
        gone = OxmlElement("w:del")
        gone.set(qn("w:author"), "CE")
        run.addprevious(gone)
        gone.append(run)
        for words in run.iter(qn("w:t")):
            words.tag = qn("w:delText")
    tracked_end(paragraph, "CE")
    (finding,) = [one for one in made.compared().findings if one.code == "W705"]
    assert finding.message.startswith("CE has 1 tracked change open")
