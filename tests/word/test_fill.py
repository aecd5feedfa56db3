"""Filling a template: the whole paper, in order, the same to the last byte whenever and wherever it is made."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import complaints
from sample_paper import BODY, BRIEFING, PAPER, block, changed, filled

from pcp_reports.document import Block, BlockKind, Document, OfficeNames, Origin, Person, Run
from pcp_reports.findings import Finding, Place
from pcp_reports.word.body import unholdable
from pcp_reports.word.default_template import default_template
from pcp_reports.word.fill import fill
from pcp_reports.word.package import DOCUMENT, WORD, canonical, parse, read_parts
from pcp_reports.word.parts import add_part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

W = f"{{{WORD}}}"
UPDATE = default_template("panel-update")
ROOT = Path(__file__).parents[2]
SLOT = '<w:p><w:pPr><w:pStyle w:val="PaperText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}</w:t></w:r></w:p>'


def lines(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file that have words, tables aside."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs if paragraph.text]


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file that must open."""
    parts = read_parts(data, "paper.docx")
    assert isinstance(parts, dict), parts
    return parts


def with_body(xml: str) -> bytes:
    """Return the template with something else where the body goes."""
    return changed(UPDATE, DOCUMENT, lambda text: text.replace(SLOT, xml))


def tagged(*tags: str) -> str:
    """Return a paragraph of the template for each of these texts."""
    return "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)


def test_a_panel_update_says_everything_in_order() -> None:
    """Panel, meeting, title, contact, summary, recommendation, body, sign-off: each its own line, in that order."""
    assert lines(filled(PAPER)) == [
        "Police and Crime Panel",
        "Meeting to be held on 3 October 2023",
        "Police & Crime Commissioner's update",
        "Contact for further information Ian Dickinson, 01772 533587, Office of the Commissioner, ian@example.org",
        "Executive Summary",
        *(one.text for one in PAPER.summary),
        "Recommendation",
        "The Panel is asked to consider the report.",
        *(one.text for one in BODY if one.table is None),
        "Angela Harrison",
        "Chief Executive",
    ]


def test_the_panels_name_is_printed_in_capitals_by_the_style() -> None:
    """The capitals of the first line are a look that an officer can change, not letters that were typed."""
    paper = docx.Document(io.BytesIO(filled(PAPER)))
    assert paper.paragraphs[0].style is not None
    assert paper.paragraphs[0].style.font.all_caps


def test_what_the_entries_leave_out_leaves_no_gap() -> None:
    """Without a meeting, a contact, a summary or a signatory there is no line for them, not even an empty one."""
    bare = replace(
        PAPER, meeting="", contact=Person(), signatory=Person(), summary=(), recommendation=(), body=BODY[:2]
    )
    paper = docx.Document(io.BytesIO(filled(bare)))
    assert [paragraph.text for paragraph in paper.paragraphs] == [
        "Police and Crime Panel",
        PAPER.title,
        BODY[0].text,
        BODY[1].text,
    ]


def test_a_briefing_begins_with_its_title() -> None:
    """A briefing has its office and title, then its headings, and no line about a meeting it does not have."""
    assert lines(filled(BRIEFING))[:5] == [
        "Office of the Police and Crime Commissioner",
        "The Prosper Partnership",
        *(one.text for one in BRIEFING.summary),
        "The Prosper Partnership",
    ]


def test_the_title_runs_along_the_top_and_pages_are_counted() -> None:
    """From the second page the header gives title and date; every page says which it is of how many."""
    section = docx.Document(io.BytesIO(filled(PAPER))).sections[0]
    assert section.header.paragraphs[0].text == "Police & Crime Commissioner's update\t3 October 2023"
    assert section.different_first_page_header_footer
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
    for name in ("word/footer.xml", "word/footer1.xml"):
        words = "".join(str(text) for text in parse(parts_of(filled(PAPER))[name]).itertext())
        assert words == "Office of the Police and Crime CommissionerPage 1 of 1"


@pytest.mark.parametrize("document", [PAPER, BRIEFING], ids=["panel update", "briefing"])
def test_word_opens_what_was_filled_cleanly(document: Document, tmp_path: Path) -> None:
    """Neither validator has a word to say against a filled paper."""
    assert complaints(filled(document), tmp_path) == []


def test_the_office_suite_numbers_it_from_one(text_by_office: Callable[[Sequence[bytes]], list[str]]) -> None:
    """The numbers are Word's own, run on across headings, and no bullet takes one."""
    printed = [line.strip() for line in text_by_office([filled(PAPER)])[0].splitlines()]
    numbered = [line for line in printed if re.match(r"\d+\.", line)]
    assert numbered == [
        f"{number}. {one.text}"
        for number, one in enumerate((one for one in BODY if one.kind is BlockKind.NUMBERED), start=1)
    ]
    assert "• 180 Programme – CrossFit & more for 12-18s – £10,000" in printed


TRICKY = '{{ paper.title }} {% if %} {# x #} }_} {_{ &amp; <w:p> "it\'s" – “quoted” \\1 $& <?pcp body?> ]]>'


def test_words_are_never_taken_for_tags() -> None:
    """Braces, tags, entities and brackets in the entries are printed as they stand, in the body and in front of it."""
    tricky = replace(
        PAPER,
        title=TRICKY,
        meeting=TRICKY,
        office=OfficeNames(TRICKY, TRICKY, TRICKY, TRICKY),
        contact=Person(TRICKY),
        signatory=Person(TRICKY, TRICKY),
        body=(block(BlockKind.NUMBERED, TRICKY),),
    )
    assert [line.count(TRICKY) for line in lines(filled(tricky))] == [1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1]
    assert parse(parts_of(filled(tricky))["docProps/core.xml"])[0].text == TRICKY


PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")).filter(lambda sign: unholdable(sign) is None), min_size=1
).filter(lambda text: bool(text.strip()) and " ".join(text.split()) == text)


@settings(deadline=None, max_examples=60)
@given(PRINTABLE, PRINTABLE)
def test_any_words_come_through_whole(title: str, words: str) -> None:
    """Whatever the office types, title and text are printed sign by sign."""
    paper = replace(PAPER, title=title, body=(block(BlockKind.NUMBERED, words),), summary=())
    said = lines(filled(paper))
    assert said[2] == title
    assert said[6] == words


def test_a_template_may_print_the_blocks_itself() -> None:
    """An office may loop over the paper's blocks in its template: as blocks, or as words in a look of its own."""
    looping = with_body(
        tagged("{%p for block in paper.blocks %}", "{{p block.xml }}", "{%p endfor %}")
        + tagged(
            "{%p for block in paper.blocks if block.kind == 'heading' %}", "Part: {{ block.text }}", "{%p endfor %}"
        )
    )
    said = lines(filled(PAPER, looping))
    words = [one.text for one in BODY if one.table is None]
    heads = [f"Part: {one.text}" for one in BODY if one.kind is BlockKind.HEADING]
    assert said[9:-2] == [*words, *heads]


def test_a_loop_may_stand_in_a_row_of_a_table() -> None:
    """A template may make a row of a table out of each block, as Word offices do with contents lists."""
    row = "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9026"/></w:tblGrid>'
        + row.format("{%tr for block in paper.blocks if block.kind == 'heading' %}")
        + row.format("{{ block.text }}")
        + row.format("{%tr endfor %}")
        + "</w:tbl>"
    )
    made = docx.Document(io.BytesIO(filled(PAPER, with_body(table + SLOT))))
    assert [cell.text for cell in made.tables[0].column_cells(0)] == [
        one.text for one in BODY if one.kind is BlockKind.HEADING
    ]


def test_braces_broken_up_by_word_are_read() -> None:
    """Word splits what is typed into runs as it likes; a placeholder is a placeholder all the same."""
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("{", "{ paper", ".title }", "}"))
    assert lines(filled(PAPER, with_body(f"<w:p>{runs}</w:p>{SLOT}")))[9] == PAPER.title


def test_footnotes_are_filled() -> None:
    """A placeholder in a footnote is filled, once, however many sections the template has and however it is written."""
    words = "<w:p><w:r><w:t>{{ paper.title }}, {{ office.fax|default(&quot;none&quot;) }}</w:t></w:r></w:p>"
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{words}</w:footnote></w:footnotes>'
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    template = canonical(add_part(parts_of(with_body(section + SLOT)), "footnotes", "footnotes", notes.encode())[0])
    made = parts_of(filled(replace(PAPER, title="{{ body }} {% if %}"), template))["word/footnotes.xml"]
    assert ["".join(str(text) for text in note.itertext()) for note in parse(made)] == ["{{ body }} {% if %}, none"]


def test_the_file_tells_title_author_and_language_and_nothing_of_the_template() -> None:
    """The properties are the paper's own: title, office, language; no name of whoever made the template."""
    own = docx.Document(io.BytesIO(UPDATE))
    own.core_properties.author = "Somebody Else"
    own.core_properties.title = "{{ not.a.placeholder"
    own.core_properties.last_modified_by = "Somebody Else"
    file = io.BytesIO()
    own.save(file)
    welsh = replace(PAPER, title="A & B " + "x" * 400, language="cy-GB")
    data = filled(welsh, file.getvalue())
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.title == ("A & B " + "x" * 400)[:255]
    assert (core.author, core.language) == ("Office of the Police and Crime Commissioner", "cy-GB")
    assert core.subject == "Police and Crime Panel, 3 October 2023"
    parts = parts_of(data)
    assert not [name for name, content in parts.items() if b"Somebody Else" in content]
    assert b'<w:lang w:val="cy-GB"' in parts["word/styles.xml"]
    names = [name for name in parts if name.startswith("docProps/")]
    assert names == ["docProps/app.xml", "docProps/core.xml"]


def test_an_old_papers_bookmarks_are_not_mistaken_for_this_ones() -> None:
    """A template made out of last month's paper keeps none of its hidden bookmarks."""
    old = replace(PAPER, body=BODY[:3])
    template = changed(filled(old), DOCUMENT, lambda text: text.replace("<w:sectPr>", SLOT + "<w:sectPr>"))
    root = parse(parts_of(filled(PAPER, template))[DOCUMENT])
    for tag, key in (("bookmarkStart", "name"), ("bookmarkStart", "id"), ("bookmarkEnd", "id")):
        values = [mark.get(f"{W}{key}") for mark in root.iter(f"{W}{tag}")]
        assert len(set(values)) == len(values) == len(BODY)


def test_an_offices_own_bookmarks_stay() -> None:
    """A bookmark of the template's own stays, and no bookmark of the paper takes its id."""
    mark = '<w:bookmarkStart w:id="41" w:name="office_mark"/><w:bookmarkEnd w:id="41"/>'
    template = with_body(f"<w:p>{mark}<w:r><w:t>Ours</w:t></w:r></w:p>{SLOT}")
    root = parse(parts_of(filled(PAPER, template))[DOCUMENT])
    ids = [node.get(f"{W}id") for node in root.iter(f"{W}bookmarkStart")]
    assert ids.count("41") == 1
    assert "42" in ids


def test_a_sign_that_word_cannot_hold_is_named_where_it_stands() -> None:
    """A control character from a paste is told with the entry and line it is in, not lost with all that follows it."""
    bad = block(BlockKind.NUMBERED, "Before\x0bafter", line=12)
    link = block(BlockKind.TEXT, Run("x", link="https://a.example/\x00"), line=13)
    assert fill(replace(PAPER, title="A\ud800", body=(bad, link)), UPDATE, "templates/t.docx", draft=None) == [
        Finding(
            "W307",
            "“Before\ufffdafter” holds a character that Word cannot hold (U+000B)",
            Place("entries/2023-10-03/paper.yaml", 12),
            hint="Delete it: it cannot be seen, and most often comes from a paste.",
        ),
        Finding(
            "W307",
            "“https://a.example/\ufffd” holds a character that Word cannot hold (U+0000)",
            Place("entries/2023-10-03/paper.yaml", 13),
            hint="Delete it: it cannot be seen, and most often comes from a paste.",
        ),
        Finding(
            "W307",
            "the paper's title holds a character that Word cannot hold (U+D800)",
            Place("templates/t.docx"),
            hint="Delete it: it cannot be seen, and most often comes from a paste.",
        ),
    ]


def test_the_same_paper_is_the_same_file_everywhere(tmp_path: Path) -> None:
    """Another day, another folder, another language, another time zone: the file is the same to the last byte."""
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]\n"
        "from hashlib import sha256\nfrom sample_paper import PAPER, filled\n"
        "print(sha256(filled(PAPER)).hexdigest())"
    )
    printed = set()
    for seed, zone, locale in (("1", "Pacific/Auckland", "C"), ("2", "America/Los_Angeles", "C.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        settings_of = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        printed.add(subprocess.check_output([sys.executable, "-c", program], cwd=folder, env=settings_of, text=True))
    assert len(printed) == 1


def test_long_papers_take_their_time_and_no_more() -> None:
    """Ten times the paragraphs take ten times the time at most: nothing in filling grows faster than the paper."""

    def seconds(count: int) -> float:
        origin = Origin("entries/2023-10-03/a.yaml", 1)
        words = "The Commissioner supported businesses & answered questions from the public."
        body = tuple(Block(BlockKind.NUMBERED, (Run(f"{words} {at}"),), origin) for at in range(count))
        paper = replace(PAPER, body=body)
        best = float("inf")
        for _ in range(3):
            start = process_time()
            filled(paper, UPDATE)
            best = min(best, process_time() - start)
        return best

    filled(PAPER, UPDATE)
    assert seconds(10_000) / 10_000 <= 1.2 * seconds(1_000) / 1_000


def test_a_file_without_styles_is_told_what_it_lacks() -> None:
    """A template that lacks the named styles is refused, with their names and the way to get them."""
    bare = changed(UPDATE, "word/styles.xml", lambda text: text.replace('"Grant Line"', '"Some Line"'))
    assert fill(PAPER, bare, "templates/t.docx", draft=None) == [
        Finding(
            "W306",
            "The template has no style called “Grant Line”, and the paper needs it",
            Place("templates/t.docx"),
            hint="`template new --from` puts the missing styles into a copy of the template.",
        )
    ]


def test_a_broken_template_is_refused_in_words() -> None:
    """A file that is no Word file, or whose parts are missing, gives a finding and no paper."""
    found = fill(PAPER, b"not a Word file", "templates/t.docx", draft=None)
    assert isinstance(found, list)
    assert [finding.code for finding in found] == ["W201"]
    parts = parts_of(UPDATE)
    del parts["word/footer.xml"]
    found = fill(PAPER, canonical(parts), "templates/t.docx", draft=None)
    assert isinstance(found, list)
    assert [finding.code for finding in found] == ["W208"]
