"""Word files of every form and make, sound, odd, broken or made to do harm: each is read, or refused in one sentence."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from time import process_time
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_papers import MAIN_TYPE, NUMBERING, STYLES, drawn_box, field, packed, para, parts_of, row, run, table

from pcp_reports.papers.docx import read_docx

if TYPE_CHECKING:
    from pcp_reports.passage import Paper

BODY = (
    para("Update", style="Title")
    + para("Grants", style="Rubric")
    + para("£500 to Guides", drawn_box(para("In a box")), number=(1, 0))
    + table(row("Guides", "£500"), row("Scouts", "£9"))
    + para(field("REF a", "table 1"), run(" bold", "<w:b/>"), number=(1, 1))
)
WORDS = ["Update", "Grants", "£500 to Guides", "Guides\t£500", "Scouts\t£9", "table 1 bold", "In a box"]


def read(parts: dict[str, str] | dict[str, bytes | str]) -> Paper:
    """Return the paper that these parts make."""
    return read_docx(packed(dict(parts)), "paper.docx")


def words(paper: Paper) -> list[str]:
    """Return the words of the passages of a paper without findings."""
    assert not paper.findings, paper.findings
    return [passage.text for passage in paper.passages]


def refused(paper: Paper) -> str:
    """Return the code of the one error that a paper is refused with."""
    assert paper.passages == ()
    (finding,) = paper.findings
    assert finding.severity.value == "error"
    assert finding.message.endswith((".", ")."))
    assert finding.place.path == "paper.docx"
    return finding.code


def test_a_strict_file_is_read_like_any_other() -> None:
    """A paper saved as “Strict Open XML Document” is checked too, though it could not serve as a template."""
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts_of(BODY).items()
    }
    assert read(strict) == read(parts_of(BODY))
    assert words(read(strict)) == WORDS


def test_a_word_template_is_read() -> None:
    """A paper that was saved as a template (.dotx) by mistake is read all the same."""
    parts = parts_of(BODY)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(".document.main", ".template.main")
    assert words(read(parts)) == WORDS


def test_the_document_is_found_under_any_name() -> None:
    """A paper downloaded from SharePoint calls its inside document2.xml; it is read all the same."""
    assert words(read(parts_of(BODY, main="word/document2.xml"))) == WORDS
    assert words(read(parts_of(BODY, main="Report/Main.xml"))) == WORDS


@pytest.mark.parametrize("kind", ["document", "template"])
def test_a_file_with_macros_is_refused(kind: str) -> None:
    """Macros are never opened, whatever the file is called."""
    parts = parts_of(BODY)
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        MAIN_TYPE, f"application/vnd.ms-word.{kind}.macroEnabled{'' if kind == 'document' else 'Template'}.main+xml"
    )
    assert refused(read(parts)) == "W207"
    assert refused(read({**parts_of(BODY), "word/vbaProject.bin": "x"})) == "W207"


def test_what_is_no_word_file_is_refused() -> None:
    """A spreadsheet, a page or a locked file that is called .docx is told from a paper."""
    sheet = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
    assert refused(read(sheet)) == "W205"
    assert refused(read({"a.txt": "words"})) == "W205"
    assert refused(read({**parts_of(BODY), "word/document.xml": "<html/>"})) == "W205"
    assert refused(read_docx(b"words", "paper.docx")) == "W201"
    assert refused(read_docx(b"", "paper.docx")) == "W201"
    assert refused(read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "paper.docx")) == "W202"


def test_entities_are_never_opened() -> None:
    """A file that tries to fetch another, or to grow beyond measure, is refused unread."""
    document = parts_of(BODY)["word/document.xml"]
    for declared in (
        '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ):
        parts = {**parts_of(BODY), "word/document.xml": declared + document.replace("Guides", "&a;")}
        assert refused(read(parts)) in {"W206", "W208"}
    styles = parts_of(BODY)["word/styles.xml"]
    assert refused(read({**parts_of(BODY), "word/styles.xml": f"<!DOCTYPE w:styles>{styles}"})) == "W206"


def test_a_zip_bomb_is_refused_quickly() -> None:
    """A small file that unpacks to gigabytes stops nobody's computer."""
    huge = "<w:p>" + " " * 60_000_000
    started = process_time()
    assert refused(read({**parts_of(BODY), "word/document.xml": huge})) == "W203"
    assert process_time() - started < 5


def test_pictures_are_not_unpacked() -> None:
    """A paper with a hundred megabytes of pictures is read; they are never unpacked."""
    parts: dict[str, bytes | str] = {**parts_of(BODY), "word/media/image1.png": bytes(100_000_000)}
    started = process_time()
    data = packed(parts)
    packing = process_time() - started
    started = process_time()
    assert words(read_docx(data, "paper.docx")) == WORDS
    assert process_time() - started < max(packing / 2, 0.2)


def test_charts_and_other_pictures_of_figures_are_not_unpacked() -> None:
    """A chart made of a huge sheet does not make the paper too big to be read."""
    chart = "<c/>" + " " * 45_000_000
    assert words(read({**parts_of(BODY), "word/charts/chart1.xml": chart, "word/theme/theme1.xml": "<broken"})) == WORDS


@pytest.mark.parametrize(
    "name",
    ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"],
)
def test_a_part_that_is_missing_or_broken_stops_nothing_else(name: str) -> None:
    """A file that a program wrote carelessly is read as far as it goes, or refused in words."""
    parts = parts_of(BODY)
    without = read({key: content for key, content in parts.items() if key != name})
    if name == "[Content_Types].xml":
        assert refused(without) == "W205"
    else:
        assert words(without) == WORDS
    if name != "[Content_Types].xml":
        assert refused(read({**parts, name: parts[name][:-20]})) == "W208"


def test_a_broken_header_is_not_passed_over() -> None:
    """A paper whose header cannot be read is not read as if it had none."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    parts = parts_of(BODY + section, header1=para("Panel"))
    assert words(read(parts)) == [*WORDS, "Panel"]
    assert refused(read({**parts, "word/header1.xml": "<w:hdr"})) == "W208"


def test_styles_in_a_ring_and_lists_that_lead_nowhere_are_lived_with() -> None:
    """Styles based on one another in a circle, and numbers of lists that do not exist, leave plain paragraphs."""
    ring = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="C"/></w:style>'
    )
    body = (
        para("One", style="A", number=(9, 0))
        + para("Two", style="Nobody", number=(1, 7))
        + para(run("Three", '<w:rStyle w:val="C"/>'), number=(0, 0))
    )
    assert words(read(parts_of(body, styles=STYLES + ring))) == ["One", "Two", "Three"]


@pytest.mark.parametrize("depth", [10, 60, 80, 200])
def test_tables_within_tables_end_somewhere(depth: int) -> None:
    """However deep tables are put into one another, the file is read or refused, and nothing breaks."""
    body = para("Innermost")
    for _ in range(depth):
        body = table(row(f"<w:tc>{body}<w:p/></w:tc>"))
    paper = read(parts_of(body))
    if depth <= 80:
        assert "Innermost" in "".join(words(paper))
    else:
        assert refused(paper) == "W208"


@pytest.mark.parametrize("wrapper", ["w:sdt><w:sdtContent", "w:smartTag", "w:ins", "mc:AlternateContent><mc:Choice"])
def test_wrappers_within_wrappers_end_somewhere(wrapper: str) -> None:
    """The same holds of content controls, tags and tracked changes around one another, about words and about blocks."""
    close = "></".join(reversed(wrapper.split("><")))
    depth = 240 // (1 + wrapper.count("><"))
    blocks, runs = para("Words"), run("Words")
    for _ in range(depth):
        blocks, runs = f"<{wrapper}>{blocks}</{close}>", f"<{wrapper}>{runs}</{close}>"
    assert words(read(parts_of(blocks))) == ["Words"]
    assert words(read(parts_of(para(runs)))) == ["Words"]


def test_boxes_within_boxes_end_somewhere() -> None:
    """Text boxes put into one another are read each once."""
    body = para("Innermost")
    for _ in range(8):
        body = para(drawn_box(body))
    assert words(read(parts_of(para("Text") + body))) == ["Text", "Innermost"]


def test_a_very_long_paper_is_read_or_refused_in_seconds() -> None:
    """A paper of a million runs, or of forty megabytes, does not keep me waiting for minutes."""
    started = process_time()
    runs = read(parts_of(para("<w:r><w:t>x</w:t></w:r>" * 600_000)))
    assert len(runs.passages[0].text) == 600_000
    assert refused(read(parts_of(para("<w:r><w:t>x</w:t></w:r>" * 1_000_000)))) == "W203"
    long = read(parts_of(para("x" * 9_000_000) * 4))
    assert [len(one.text) for one in long.passages] == [9_000_000] * 4
    assert process_time() - started < 40


@pytest.mark.parametrize(
    "odd",
    [
        '<w:start w:val="99999999999999999999999999"/>',
        f'<w:start w:val="{"9" * 4300}"/>',
        '<w:start w:val="-5"/><w:numFmt w:val="upperRoman"/>',
        '<w:numFmt w:val="chicago"/><w:lvlText w:val="%9%8%7"/>',
        "<w:lvlRestart w:val='x'/>",
    ],
)
def test_odd_numbering_is_lived_with(odd: str) -> None:
    """Whatever stands in the file's numbering, its paragraphs are read."""
    numbering = NUMBERING.replace('<w:start w:val="1"/>', odd, 1)
    assert "One" in words(read(parts_of(para("One", number=(1, 0)) + para("Two", number=(1, 0)), numbering=numbering)))


@cache
def samples() -> tuple[bytes, ...]:
    """Return real Word files, as two programs make them."""
    document = docx.Document()
    document.add_heading("Grants", 1)
    document.add_paragraph("£500 to Guides", style="List Number")
    cells = document.add_table(rows=2, cols=2, style="Table Grid")
    cells.cell(0, 0).merge(cells.cell(1, 0)).text = "Fund"
    document.sections[0].header.paragraphs[0].text = "Panel"
    file = io.BytesIO()
    document.save(file)
    refer = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    notes = f"<w:footnote w:id='2'>{para('Note')}</w:footnote>"
    return file.getvalue(), packed(dict(parts_of(BODY + para("x", refer), footnotes=notes)))


@settings(max_examples=300)
@given(st.data())
def test_bytes_changed_at_random_never_break_the_reader(data: st.DataObject) -> None:
    """A file damaged on its way is read or refused; no paper, however broken, ends in a crash."""
    sample = bytearray(data.draw(st.sampled_from(samples())))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(sample) - 1))
        sample[at] = data.draw(st.integers(0, 255))
    check(read_docx(bytes(sample[: data.draw(st.integers(0, len(sample)))]), "paper.docx"))


@settings(max_examples=300)
@given(st.data())
def test_insides_changed_at_random_never_break_the_reader(data: st.DataObject) -> None:
    """The same holds where the file is whole, and what stands in its parts makes no sense."""
    with zipfile.ZipFile(io.BytesIO(data.draw(st.sampled_from(samples())))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(parts)))
        content = parts[name]
        assert isinstance(content, bytes)
        what = data.draw(st.sampled_from(["drop", "cut", "swap", "word"]))
        if what == "drop":
            parts[name] = b"<x/>"
        elif what == "cut":
            parts[name] = content[: data.draw(st.integers(0, len(content)))]
        elif what == "swap":
            parts[name] = parts[data.draw(st.sampled_from(sorted(parts)))]
        else:
            old = data.draw(
                st.sampled_from([b"w:p", b"w:r", b"w:tc", b"w:tr", b"w:val", b"w:tbl", b"w:id", b'"1"', b"w:t"])
            )
            new = data.draw(
                st.sampled_from([b"w:sdt", b"w:del", b"w:x", b"w:tbl", b"w:p", b'"-1"', b'"x"', b"w:fldChar"])
            )
            parts[name] = content.replace(old, new, data.draw(st.integers(1, 40)))
    check(read_docx(packed(parts), "paper.docx"))


PIECES = st.sampled_from(
    [
        "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='separate'/>", "<w:fldChar w:fldCharType='end'/>",
        "<w:instrText>TOC</w:instrText>", "<w:t>£500</w:t>", "<w:br/>", "<w:sym/>", "<w:footnoteReference/>", "<!-- x -->",
        "<?x y?>", "<w:rPr><w:vanish/><w:b/></w:rPr>", "<w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing>",
    ]
)  # fmt: skip
WRAPS = st.sampled_from(
    [
        "p",
        "r",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "moveFrom",
        "hyperlink",
        "pPr",
        "numPr",
        "txbxContent",
    ]
)
TREES = st.recursive(
    PIECES,
    lambda inner: st.builds(
        lambda tag, inside: f"<w:{tag}>{''.join(inside)}</w:{tag}>", WRAPS, st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=25,
)


@settings(max_examples=400)
@given(st.lists(TREES, max_size=4))
def test_elements_in_places_where_none_belong_never_break_the_reader(trees: list[str]) -> None:
    """A program that puts rows into runs and fields into tables makes a file that is read for what it holds."""
    check(read(parts_of("".join(trees) + BODY)))


def check(paper: Paper) -> None:
    """Hold a paper to what each is promised to be."""
    assert paper.form == "docx"
    errors = [finding for finding in paper.findings if finding.severity.value == "error"]
    assert len(errors) == (not paper.passages)
    wheres = [passage.where for passage in paper.passages]
    assert all(wheres)
    assert len(set(wheres)) == len(wheres)
    assert [passage.line for passage in paper.passages] == list(range(1, len(wheres) + 1))
