"""Templates out of an office's own papers: everything that can be placed is placed, and the rest is said."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import complaints
from office_papers import (
    BODY,
    TITLE,
    bare_bones,
    direct_numbers,
    numbered_by_style,
    saved,
    typed_numbers,
    with_changes,
)
from sample_paper import BRIEFING, PAPER, filled
from word_files import paragraph, style, word_file

from pcp_reports.document import Document, Person
from pcp_reports.findings import Severity, has_errors
from pcp_reports.word.default_template import default_template
from pcp_reports.word.lint import lint
from pcp_reports.word.looks import BRIEFING as BRIEFING_LAYOUT
from pcp_reports.word.looks import LAYOUTS, UPDATE
from pcp_reports.word.package import parse, read_parts
from pcp_reports.word.read_back import read_back
from pcp_reports.word.reading import P, text_of, w
from pcp_reports.word.template import TemplateMade, from_paper, new_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAPERS = {
    "numbered by style": numbered_by_style,
    "typed numbers": typed_numbers,
    "direct numbers": direct_numbers,
    "tracked changes": with_changes,
    "bare bones": bare_bones,
}
NOBODY = Person()


def made_of(paper: bytes, layout: str = UPDATE) -> TemplateMade:
    """Return the template made of a paper."""
    made = from_paper(paper, "theirs.docx", layout=layout)
    assert isinstance(made, TemplateMade), made
    return made


def lines(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part that hold words."""
    parts = read_parts(data, "x.docx")
    assert isinstance(parts, dict)
    return [text for one in parse(parts[part]).iter(P) if (text := text_of(one)).strip()]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_template_is_the_one_that_comes_with_the_tool(layout: str) -> None:
    """`template new` without a paper gives the template that every new workspace has."""
    assert new_template(layout) == default_template(layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_a_template_of_a_paper_has_no_error(paper: Callable[[], bytes], layout: str) -> None:
    """Whatever the paper looks like, its template has no error, and can be filled at once."""
    made = made_of(paper(), layout)
    assert [one for one in lint(made.data, "t.docx", layout=layout) if one.severity is Severity.ERROR] == []
    assert filled(PAPER if layout == UPDATE else BRIEFING, made.data)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_a_template_of_a_paper_opens_cleanly(paper: Callable[[], bytes], tmp_path: Path) -> None:
    """Neither validator has a word to say against such a template, or against a paper made with it."""
    made = made_of(paper())
    assert complaints(made.data, tmp_path) == []
    assert complaints(filled(PAPER, made.data), tmp_path) == []


def test_a_paper_in_the_usual_order_becomes_a_whole_template() -> None:
    """From a paper with title, date, contact, summary, recommendation, body and sign-off, nothing is left to do."""
    made = made_of(numbered_by_style())
    assert lines(made.data) == [
        "{%p if office.panel %}",
        "{{ office.panel }}",
        "{%p endif %}",
        "{%p if meeting.date %}",
        "Meeting to be held on {{ meeting.date }}",
        "{%p endif %}",
        "{{ paper.title }}",
        "{%p if contact.line %}",
        "Contact for further information {{ contact.line }}",
        "{%p endif %}",
        "{%p if summary %}",
        "EXECUTIVE SUMMARY",
        "{{p summary }}",
        "{%p endif %}",
        "{%p if recommendation %}",
        "RECOMMENDATION",
        "{{p recommendation }}",
        "{%p endif %}",
        "{{p body }}",
        "{%p if signatory.name %}",
        "{{ signatory.name }}",
        "{%p endif %}",
        "{%p if signatory.role %}",
        "{{ signatory.role }}",
        "{%p endif %}",
    ]
    assert read_back(filled(PAPER, made.data), PAPER, "paper.docx") == []
    assert "{{ contact.line }} stands where “Ian Dickinson, 01772 533587, ian@example.org” was: whom to contact." in (
        made.said
    )
    assert not [one for one in made.said if "Not found" in one]


def test_the_words_keep_their_looks() -> None:
    """What was bold or in capitals still is, and the title is still set in the Title style."""
    document = docx.Document(io.BytesIO(made_of(numbered_by_style()).data))
    panel, title, contact = (
        next(one for one in document.paragraphs if words in one.text)
        for words in ("{{ office.panel }}", "{{ paper.title }}", "{{ contact.line }}")
    )
    assert panel.runs[0].bold
    assert panel.runs[0].font.all_caps
    assert title.style is not None
    assert title.style.name == "Title"
    assert [run.bold for run in contact.runs if run.text.strip()] == [True, None]


def test_the_old_title_and_date_in_the_header_give_way() -> None:
    """The running header shows the new paper's title and date, not the old one's."""
    made = made_of(numbered_by_style())
    assert lines(made.data, "word/header1.xml") == ["{{ paper.title }}\t{{ meeting.date }}"]
    assert "{{ paper.title }} stands where “Police & Crime Commissioner's update” was in a page header." in made.said


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_nothing_of_the_old_paper_is_left(paper: Callable[[], bytes]) -> None:
    """No sentence, name or picture of the old paper goes into the new ones."""
    made = made_of(paper())
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist() if not name.startswith("docProps"))
    text = re.sub(r"<[^>]+>", "", everything.decode("utf-8", "replace"))
    for words in (
        *BODY,
        "Ian Dickinson",
        "Angela Harrison",
        "Jane Smith",
        "R. Jones",
        "A draft update",
        "Is this right",
    ):
        assert words not in text


def test_a_paper_with_typed_numbers_gets_real_ones() -> None:
    """Numbers that were typed by hand become Word's own, in the letters and colour of the paper's text."""
    made = made_of(typed_numbers())
    said = "\n".join(made.said)
    assert "{{ meeting.date }} stands where “Thursday, 21st September 2023” was" in said
    assert "{{ paper.title }} stands where “Commissioner's Update Report” was" in said
    assert "{{ contact.line }} stands where “Jane Smith, Director of Commissioning” was" in said
    assert "Not found: who signs the paper." in said
    assert "6 paragraphs, from “Introduction” to “4. Members are asked to note the report.”" in said
    document = replace(PAPER, recommendation=(), signatory=NOBODY)
    assert read_back(filled(document, made.data), document, "paper.docx") == []
    style = docx.Document(io.BytesIO(made.data)).styles["Numbered Paragraph"]
    assert style.font.size is not None
    assert style.font.size.pt == 13
    assert str(style.font.color.rgb) == "202060"


def test_a_table_of_front_matter_is_filled_in_place() -> None:
    """Where title, date and contact stand in a table, the placeholders go into its cells, and the logo stays."""
    made = made_of(direct_numbers())
    table = docx.Document(io.BytesIO(made.data)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Report to:", "{{ office.panel }}"],
        ["Title", "{{ paper.title }}"],
        ["Date of meeting", "{{ meeting.date }}"],
        ["Contact officer", "{{ contact.line }}"],
    ]
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert len([name for name in archive.namelist() if name.startswith("word/media/")]) == 1
    document = replace(PAPER, recommendation=(), signatory=NOBODY)
    assert read_back(filled(document, made.data), document, "paper.docx") == []


def test_the_page_setup_stays() -> None:
    """Margins, paper size and page headers are the paper's, even where its body was parted into sections."""
    paper = docx.Document(io.BytesIO(direct_numbers()))
    made = docx.Document(io.BytesIO(made_of(direct_numbers()).data))
    assert len(made.sections) == 1
    assert made.sections[0].page_width == paper.sections[0].page_width
    assert made.sections[0].left_margin == paper.sections[0].left_margin
    assert not made.sections[0].header.is_linked_to_previous


def test_tracked_changes_are_accepted_and_comments_dropped() -> None:
    """A paper in review is read as it will be: what was deleted is gone, what was put in stays, nobody's remark."""
    made = made_of(with_changes())
    assert "{{ paper.title }} stands where “The Commissioner's update” was: the title." in made.said
    parts = read_parts(made.data, "x.docx")
    assert isinstance(parts, dict)
    assert not [name for name in parts if "comments" in name]
    root = parse(parts["word/document.xml"])
    assert not list(root.iter(w("ins"), w("del"), w("commentRangeStart"), w("commentReference")))
    assert "[Insert contact]" not in "".join(lines(made.data))
    assert "{{ signatory.name }}, {{ signatory.role }}" in lines(made.data)


def test_a_page_of_text_gets_a_title_and_a_list_of_what_to_do() -> None:
    """Where a paper has nothing in front, I am told what to type by hand, and the title is put at the top."""
    made = made_of(bare_bones())
    assert lines(made.data) == ["{{ paper.title }}", "{{p body }}"]
    missing = [one.partition(":")[2].partition(".")[0].strip() for one in made.said if one.startswith("Not found")]
    assert missing == [
        "whom to contact",
        "the date of the meeting",
        "the title",
        "the name of the panel",
        "the executive summary",
        "the recommendation at the top",
        "who signs the paper",
    ]


def test_a_style_of_theirs_with_our_name_stays_as_it_is() -> None:
    """If the office has a style called Paper Bullet, the template keeps the office's."""
    paper = docx.Document(io.BytesIO(numbered_by_style()))
    own = paper.styles.add_style("Paper Bullet", 1)
    own.font.name = "Courier New"
    made = docx.Document(io.BytesIO(made_of(saved(paper)).data))
    assert made.styles["Paper Bullet"].font.name == "Courier New"


def test_a_link_to_the_old_contact_goes_with_the_contact() -> None:
    """The new contact's address does not lead to the old contact's mailbox."""
    body = (
        paragraph("Police and Crime Panel")
        + paragraph("Meeting on 3 October 2023")
        + paragraph(TITLE)
        + '<w:p><w:r><w:t xml:space="preserve">Contact: </w:t></w:r><w:hyperlink r:id="mail"><w:r>'
        "<w:t>ian@example.org</w:t></w:r></w:hyperlink></w:p>" + paragraph("1. " + BODY[0])
    )
    made = made_of(word_file(body, links={"mail": "mailto:ian@example.org"}))
    parts = read_parts(made.data, "x.docx")
    assert isinstance(parts, dict)
    assert not [name for name, part in parts.items() if b"ian@example.org" in part]
    assert "Contact: {{ contact.line }}" in lines(made.data)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Meeting to be held on 3 October 2023", "Meeting to be held on {{ meeting.date }}"),
        (
            "Meeting to be held on Tuesday, 3rd October 2023 at 10.30am",
            "Meeting to be held on {{ meeting.date }} at 10.30am",
        ),
        ("Date of Meeting: 3/10/2023", "Date of Meeting: {{ meeting.date }}"),
        ("TUESDAY 3 OCTOBER 2023", "{{ meeting.date }}"),
        ("Panel meeting – the 3rd of October 2023", "Panel meeting – {{ meeting.date }}"),
        ("Cyfarfod: 3 Hydref 2023", "Cyfarfod: {{ meeting.date }}"),
    ],
)
def test_a_meeting_line_is_known_in_many_wordings(wording: str, expected: str) -> None:
    """However the office words the date of the meeting, the date alone gives way."""
    made = made_of(word_file(paragraph("The title of it") + paragraph(wording) + paragraph("1. " + BODY[0])))
    assert expected in lines(made.data)


TITLE_STYLE = style("Title") + style("Normal", default=True)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ((paragraph("Annual matters"), paragraph("The Commissioner's Update", "Title")), "Annual matters"),
        ((paragraph("Report of the Chief Executive"), paragraph("Update")), "Report of the Chief Executive"),
        ((paragraph("Agenda item 5"), paragraph("Update"), paragraph("All wards")), "Agenda item 5 All wards"),
        ((paragraph("Subject: Update"),), "Subject:"),
    ],
)
def test_the_title_is_told_from_what_stands_around_it(front: tuple[str, ...], expected: str) -> None:
    """The line in the Title style is the title; who reports, the item's number and the wards are not."""
    body = paragraph("Police and Crime Panel") + paragraph("Meeting on 3 October 2023") + "".join(front)
    made = lines(made_of(word_file(body + paragraph("1. " + BODY[0]), styles=TITLE_STYLE)).data)
    left = [one for one in made if "{%" not in one and "{{p" not in one]
    assert " ".join(left).replace("{{ paper.title }}", "").split() == [
        *["{{", "office.panel", "}}", "Meeting", "on", "{{", "meeting.date", "}}"],
        *expected.split(),
    ]
    assert any("{{ paper.title }}" in one for one in made)


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (("Angela Harrison", "Chief Executive"), ["{{ signatory.name }}", "{{ signatory.role }}"]),
        (("Angela Harrison, Chief Executive",), ["{{ signatory.name }}, {{ signatory.role }}"]),
        (("Cllr A. O'Brien MBE", "Deputy Commissioner"), ["{{ signatory.name }}", "{{ signatory.role }}"]),
        (("Angela Harrison", "Chief Executive", "Appendix A is attached."), ["Appendix A is attached."]),
    ],
)
def test_a_sign_off_is_known_in_many_forms(after: tuple[str, ...], kept: list[str]) -> None:
    """Name and role give way, on one line or two, and what follows them stays."""
    body = "".join(map(paragraph, ("A title", "3 October 2023", "1. " + BODY[0], "2. " + BODY[1], *after)))
    assert [one for one in lines(made_of(word_file(body)).data) if one in kept] == kept


def test_a_paper_that_cannot_be_one_is_refused_with_reasons() -> None:
    """A file with macros, a file that is no Word file, or an empty one gives a finding and no template."""
    (broken,) = from_paper(b"no", "x.docx", layout=UPDATE) or []  # type: ignore[misc]  # a list, which the test shows
    assert broken.code == "W201"
    (empty,) = from_paper(word_file(paragraph("A title")), "x.docx", layout=UPDATE) or []  # type: ignore[misc]  # as above
    assert empty.code == "W119"


def test_a_paper_inside_one_big_table_is_refused() -> None:
    """Where title and text stand in the cells of one table, I am told that this paper cannot serve."""
    cells = "".join(
        f"<w:tr><w:tc><w:tcPr/>{paragraph(words)}</w:tc></w:tr>"
        for words in ("Title: Update", "3 October 2023", "Recommendation", "Note it.", "Background", *BODY)
    )
    found = from_paper(
        word_file(f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>{paragraph('')}"), "x.docx", layout=UPDATE
    )
    assert isinstance(found, list)
    assert [one.code for one in found] == ["W119"]


def test_a_briefing_can_be_made_of_a_paper() -> None:
    """A briefing's template out of an office's paper prints a briefing."""
    made = made_of(numbered_by_style(), BRIEFING_LAYOUT)
    assert read_back(filled(BRIEFING, made.data), BRIEFING, "briefing.docx") == []


LINES = ("Police and Crime Panel", "3 October 2023", "Update", "Contact: A B", "Summary", "Recommendation", *BODY)
MORE = ("1. One.", "Chief Executive", "Ann Lee", "Date:", "Title", "Purpose", "RECOMMENDATIONS", "{{ paper.title }}")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from((*LINES, *MORE)), max_size=12))
def test_any_order_of_lines_gives_a_template_or_a_reason(words: list[str]) -> None:
    """Whatever stands in a paper, in whatever order, I get a template that can be filled, or a reason why not."""
    made = from_paper(word_file("".join(map(paragraph, words)) + "<w:sectPr/>"), "x.docx", layout=UPDATE)
    if isinstance(made, list):
        assert has_errors(made)
        return
    assert not has_errors(lint(made.data, "t.docx", layout=UPDATE))
    document: Document = replace(PAPER, meeting="", contact=NOBODY, signatory=NOBODY, summary=(), recommendation=())
    assert read_back(filled(document, made.data), document, "paper.docx") == []


SECTIONS = ("Background", "Performance", "Recommendation")


def closing_paper(*, appendix: str = "", style: str = "List Number", headings: str = "Heading 1") -> bytes:
    """Return a paper that opens with its first section and closes with its recommendation, a canary in each paragraph.

    ``appendix`` says where one stands: "before" or "behind" the sign-off.
    """
    paper = docx.Document()
    paper.add_paragraph(TITLE, style="Title")
    paper.add_paragraph("Meeting to be held on 3 October 2023")

    def heading(words: str) -> None:
        if headings:
            paper.add_paragraph(words, style=headings)
        else:
            paper.add_paragraph(words).runs[0].bold = True

    annex = ("Canary said the Police and Crime Panel.", "The seventh canary is in the appendix.")
    heading("Background")
    for at in range(5):
        paper.add_paragraph(f"The work of canary {at} went on for the whole of the summer.", style=style)
    heading("Recommendation")
    paper.add_paragraph("That the Panel note the canary.", style=style)
    if appendix == "before":
        heading("Appendix A")
        for words in annex:
            paper.add_paragraph(words)
    paper.add_paragraph("Angela Harrison")
    paper.add_paragraph("Chief Executive")
    if appendix == "behind":
        heading("Appendix A")
        for words in annex:
            paper.add_paragraph(words)
    return saved(paper)


@pytest.mark.parametrize("appendix", ["", "before", "behind"])
@pytest.mark.parametrize("style", ["List Number", "List Bullet", "Normal", "Body Text"])
@pytest.mark.parametrize("headings", ["Heading 1", "Heading 2", ""])
def test_a_closing_recommendation_is_part_of_the_paper(appendix: str, style: str, headings: str) -> None:
    """A paper whose only recommendation closes it becomes a template, and not one sentence of it is left there."""
    made = made_of(closing_paper(appendix=appendix, style=style, headings=headings))
    assert lines(made.data) == [
        "{{ paper.title }}",
        "{%p if meeting.date %}",
        "Meeting to be held on {{ meeting.date }}",
        "{%p endif %}",
        "{{p body }}",
        "{%p if signatory.name %}",
        "{{ signatory.name }}",
        "{%p endif %}",
        "{%p if signatory.role %}",
        "{{ signatory.role }}",
        "{%p endif %}",
    ]
    document = replace(PAPER, contact=NOBODY, summary=(), recommendation=())
    assert read_back(filled(document, made.data), document, "paper.docx") == []


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("Lancashire Police and Crime Panel", True),
        ("POLICE, FIRE AND CRIME PANEL", True),
        ("Police and Crime Panel for Surrey", True),
        ("Panel Heddlu a Throseddu Gogledd Cymru", True),
        ("Report to: Police and Crime Panel", True),
        ("The Panel is asked to note this.", False),
        ("Report to the Police and Crime Panel", False),
        ("What the Panel decided last time", False),
    ],
)
def test_only_the_panels_own_name_gives_way_to_it(words: str, *, is_name: bool) -> None:
    """The panel's name by itself becomes a placeholder; a sentence that speaks of the panel never does."""
    body = "".join(map(paragraph, ("A fine title", "3 October 2023", words, "1. " + BODY[0])))
    assert any("{{ office.panel }}" in one for one in lines(made_of(word_file(body)).data)) is is_name
