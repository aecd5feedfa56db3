"""Whole papers read back: the numbers and the order are those that LibreOffice prints, and those that were put in."""

from __future__ import annotations

import io
import re
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import docx
from word_papers import cell, field, packed, para, parts_of, row, run, table

from pcp_reports.compose import compose
from pcp_reports.papers.docx import read_docx
from pcp_reports.passage import AROUND, Sort
from pcp_reports.placing import survey
from pcp_reports.word.fill import fill
from pcp_reports.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.passage import Passage

ROOT = Path(__file__).resolve().parents[2]
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Section"/><w:lvlText w:val="%1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Para"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Our Paragraph"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
VARIED = (
    para("Police and Crime Panel", style="Normal")
    + para("Background", style="Section")
    + para("The Commissioner gave ", run("£7", "<w:b/>"), ".", style="Para")
    + para("Second", style="Para")
    + para("A roman point", number=(1, 2))
    + para("Another", number=(1, 2))
    + para("Funding", style="Section")
    + para("Grants were made, as listed:", style="Para")
    + para("Guides – £500", number=(2, 0))
    + para("Scouts – £900", number=(2, 0))
    + para("Plain words between, with a ", field("REF a", "field"), ".")
    + para("Lettered", number=(3, 0))
    + para("Lettered on", number=(3, 0))
    + table(
        row(cell("Fund", properties="<w:tcW w:w='2000' w:type='dxa'/>"), "Amount"),
        row("Community", "£73,719"),
        properties="<w:tblW w:w='0' w:type='auto'/>",
    )
    + para(number=(1, 1))
    + para("After an empty number", style="Para")
    + f"<w:sdt><w:sdtContent>{para('In a control', style='Para')}</w:sdtContent></w:sdt>"
)


def printed(passages: Sequence[Passage]) -> list[str]:
    """Return the passages of the text itself as lines: labels before words, each cell on its own."""
    lines: list[str] = []
    for one in passages:
        if one.sort is Sort.ROW:
            lines += [line for each in one.cells if not each.goes_on for line in each.text.split("\n") if line]
        elif one.sort not in AROUND:
            lines.append(" ".join(f"{one.label} {one.text}".split()))
    return lines


def test_libreoffice_prints_the_same_numbers_in_the_same_order(
    text_by_office: Callable[[Sequence[bytes]], list[str]],
) -> None:
    """What the tool reads of a paper is what a program that knows nothing of it prints."""
    file = packed(parts_of(VARIED, styles=STYLES, numbering=NUMBERING))
    paper = read_docx(file, "paper.docx")
    assert not paper.findings
    (text,) = text_by_office([file])
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    lines.remove("2.2")  # the number that nothing is written behind
    assert printed(paper.passages) == lines


PUBLISHED = "003_15c0aae8e3ce8794.txt"
FUNDS = ("Community Fund:", "Police innovation Fund:", "Police Innovation Fund:", "Fighting Crime Grants:")


def as_word(lines: Sequence[str]) -> bytes:
    """Return a paper typed in Word: its numbers are Word's own, though headings and plain lines stand between them."""
    document = docx.Document()
    for line in lines:
        number = re.match(r"[0-9]+\. ", line)
        if number:
            document.add_paragraph(line[number.end() :], style="List Number")
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line in FUNDS:
            document.add_paragraph().add_run(line).bold = True
        elif len(line) < 40 and line[-1] not in ".:" and not line.startswith(("Meeting", "Angela", "Chief")):
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_the_published_paper_reads_back_line_by_line(shared: Path) -> None:
    """The paper of October 2023, typed anew in Word, has paragraphs 1. to 13. and every other line in its place."""
    text = (shared / "reference" / PUBLISHED).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    paper = read_docx(as_word(lines), "paper.docx")
    assert not paper.findings
    read = [f"{one.label} {one.text}".strip() for one in paper.passages]
    assert read == [re.sub("^- ", "• ", line) for line in lines]
    assert [one.label for one in paper.passages if one.numbered] == [f"{number}." for number in range(1, 14)]
    places = {one.text[:20]: one.where for one in paper.passages if "–" in one.text or " - " in one.text}
    assert places["Accrington Stanley C"] == "paragraph 8, under “Community Fund”, first bullet"
    assert places["Cyber Crime Unit – C"] == "paragraph 9, under “Police Innovation Fund”, first bullet"
    assert len({one.where for one in paper.passages}) == len(paper.passages)


def test_the_published_paper_reads_the_same_with_typed_numbers(shared: Path) -> None:
    """It makes no difference whether numbers and dashes were typed by hand or set by Word."""
    text = (shared / "reference" / PUBLISHED).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    document = docx.Document()
    for line in lines:
        document.add_paragraph(re.sub(r"^([0-9]+\.|-) ", r"\1\t", line))
    file = io.BytesIO()
    document.save(file)
    paper = read_docx(file.getvalue(), "paper.docx")
    assert [one.label for one in paper.passages if one.numbered] == [f"{number}." for number in range(1, 14)]
    assert [one.text for one in paper.passages] == [re.sub(r"^([0-9]+\.|-) ", "", line) for line in lines]
    by_word = {one.text: one.where for one in read_docx(as_word(lines), "paper.docx").passages if one.sort is Sort.ITEM}
    typed = {one.text: one.where for one in paper.passages if one.sort is Sort.ITEM}
    assert typed.keys() == by_word.keys()
    numbered = [one.text for one in paper.passages if one.numbered]
    assert [typed[words] for words in numbered] == [by_word[words] for words in numbered]


def test_the_example_paper_reads_back_in_order() -> None:
    """What the tool itself builds is read with its numbers, its places and the entry that each paragraph came from."""
    document = compose(survey(load(ROOT)), "2023-10-03")
    template = ROOT / "templates" / "panel-update.docx"
    built = fill(document, template.read_bytes(), "templates/panel-update.docx", draft=None)
    assert isinstance(built, bytes)
    paper = read_docx(built, "paper.docx")
    assert not paper.findings
    numbered = [one for one in paper.passages if one.numbered]
    assert [one.where for one in numbered] == [f"paragraph {number}" for number in range(1, 14)]
    assert all(one.marks for one in numbered)
    bodied = [one.text for one in paper.passages if one.marks]
    assert bodied[-len(document.body) :] == [block.text for block in document.body]
    assert any(one.where == "paragraph 9, under “Community Fund”, sixth bullet" for one in paper.passages)
    assert [one.text for one in paper.passages if one.sort is Sort.TITLE] == [paper.title]


def test_a_long_paper_is_read_about_as_fast_as_its_bare_words() -> None:
    """Reading a paper of eighty pages takes no longer than another library takes for its words alone, give or take."""
    words = ("The Commissioner awarded ", run("£10,000", "<w:b/>"), " to the Trust for its work with young people.")
    page = "".join(para(*words, style=("Para", "Normal")[number % 2]) for number in range(100))
    grid = table(*[row(*["£10,000"] * 4)] * 10)
    data = packed(parts_of((page + grid) * 16, styles=STYLES, numbering=NUMBERING))

    def bare_words() -> None:
        opened = docx.Document(io.BytesIO(data))
        assert [paragraph.text for paragraph in opened.paragraphs]
        assert [one.text for table_ in opened.tables for each in table_.rows for one in each.cells]

    theirs = min(spent(bare_words) for _ in range(3))
    ours = min(spent(lambda: read_docx(data, "paper.docx")) for _ in range(3))
    assert ours < 1.5 * theirs


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that some work takes."""
    started = process_time()
    work()
    return process_time() - started
