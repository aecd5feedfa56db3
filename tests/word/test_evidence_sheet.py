"""The evidence sheet: a Word file that opens cleanly everywhere, and that a Chief Executive can sign."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from judges import complaints

from pcp_reports.claims import Claim, Kind, Unit
from pcp_reports.document import OfficeNames, Person
from pcp_reports.findings import Place
from pcp_reports.standing import FigureRegister, PrintedFigure, Proof, Standing, reading
from pcp_reports.word.default_template import default_template
from pcp_reports.word.evidence_sheet import evidence_sheet
from pcp_reports.word.looks import BRIEFING, UPDATE
from pcp_reports.word.order import order_of
from pcp_reports.word.package import DOCUMENT, canonical, read_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docx.document import Document

OFFICE = OfficeNames("Office of the PCC for Barsetshire & Districts", "", "", "Police and Crime Panel")
ANN = Person("Ann Thorne", "Chief Executive")
BUILT = ("2023-10-03 panel-update.docx", "0123456789abcdef" * 4)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


def money(text: str, low: str, high: str) -> Claim:
    """Return an amount as read."""
    return Claim(text, Kind.ROUNDED, Unit.MONEY, Decimal(low), Decimal(high))


CLAIMS = (
    money("£69k", "68500", "69500"),
    Claim("over\n400", Kind.AT_LEAST, Unit.COUNT, Decimal(400), open=True),
    Claim("£14.340", Kind.AMBIGUOUS, Unit.MONEY, meant=("£14,340", "£14.34")),
    Claim("1 point", Kind.EXACT, Unit.POINTS, Decimal(1), Decimal(1)),
)
PROOFS = (
    Proof(Standing.COMPUTED, "the grants of Community Fund: £53,879 to 6 projects"),
    Proof(Standing.RECONCILED, "130 + 278 = 408"),
    Proof(Standing.SOURCED, f"<the Board's report> & {LONG}"),
    Proof(Standing.UNSUPPORTED, "no source is named"),
)


def register(number: int, locale: str = "en_GB", meeting: str = "3 October 2023") -> FigureRegister:
    """Return a register of so many figures, of every standing and length."""
    figures = tuple(
        PrintedFigure(
            CLAIMS[at % 4],
            at // 5 + 1 if at % 7 else None,
            f"Paragraph {at // 5 + 1}, grant line" if at % 7 else "Summary",
            PROOFS[at % 4],
            Place("entries/a.yaml", at + 1),
        )
        for at in range(number)
    )
    return FigureRegister("2023-10-03", "The Commissioner's <update> & more", meeting, locale, figures)


def opened(data: bytes) -> Document:
    """Return a Word file as another program opens it."""
    return docx.Document(io.BytesIO(data))


def words(data: bytes) -> str:
    """Return the paragraphs of a Word file outside its tables."""
    return "\n".join(paragraph.text for paragraph in opened(data).paragraphs)


@pytest.mark.parametrize(
    ("number", "locale", "built"), [(0, "en_GB", None), (4, "cy_GB", BUILT), (300, "en_GB", BUILT)]
)
def test_both_validators_accept_the_sheet(
    tmp_path: Path, number: int, locale: str, built: tuple[str, str] | None
) -> None:
    """The sheet opens in Word without a complaint: with no figure, in Welsh, with 300 of them."""
    assert complaints(evidence_sheet(register(number, locale), OFFICE, ANN, built), tmp_path) == []


def test_the_same_register_gives_the_same_bytes() -> None:
    """What I sign can be made again, byte for byte."""
    assert evidence_sheet(register(9), OFFICE, ANN, BUILT) == evidence_sheet(register(9), OFFICE, ANN, BUILT)


def test_every_figure_has_a_row_of_its_own_in_order() -> None:
    """The table lists each figure once: its number, where, as printed, as read, standing, and what it rests on."""
    _, table = opened(evidence_sheet(register(9), OFFICE, ANN, BUILT)).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["No.", "Paragraph", "As printed", "Read as", "Standing", "Proved by, or source"]
    assert cells[1][:5] == ["1", "Summary", "£69k", "£68,500 to £69,500", "computed"]
    assert cells[2] == ["2", "1, grant line", "over 400", "more than 400", "reconciled", "130 + 278 = 408"]
    assert cells[3][3:] == ["cannot be read (£14,340 or £14.34?)", "sourced", PROOFS[2].words]
    assert cells[4][3:] == ["1 point", "unsupported", "no source is named"]
    assert len(cells) == 10


def test_a_count_is_read_with_what_it_counts() -> None:
    """Beside “92” as printed stands “92 arrests”, so that I find it again in the paper."""
    claim = Claim("92", Kind.EXACT, Unit.COUNT, Decimal(92), Decimal(92), noun="arrests")
    figure = PrintedFigure(claim, 1, "Paragraph 1", PROOFS[3], Place("entries/a.yaml", 1))
    one = FigureRegister("2023-10-03", "The update", "3 October 2023", "en_GB", (figure,))
    _, table = opened(evidence_sheet(one, OFFICE, ANN, BUILT)).tables
    assert [cell.text for cell in table.rows[1].cells][2:4] == ["92", "92 arrests"]


def test_the_summary_counts_each_standing() -> None:
    """The first table says how many figures there are of each standing, and of all."""
    summary, _ = opened(evidence_sheet(register(9), OFFICE, ANN, BUILT)).tables
    counts = [(row.cells[0].text, row.cells[1].text) for row in summary.rows]
    assert counts[1:] == [("computed", "3"), ("reconciled", "2"), ("sourced", "2"), ("unsupported", "2"), ("all", "9")]


def test_the_tables_can_be_read_aloud() -> None:
    """Each table has one header row that comes back on every page, no merged cell, and words that describe it."""
    data = evidence_sheet(register(300), OFFICE, ANN, BUILT)
    for table in opened(data).tables:
        xml = table._tbl
        headers = [
            row for row in xml.findall(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        ]
        assert headers == [xml.find(qn("w:tr"))]
        assert not list(xml.iter(qn("w:gridSpan"), qn("w:vMerge")))
        described = xml.xpath("w:tblPr/w:tblCaption/@w:val | w:tblPr/w:tblDescription/@w:val")
        assert len(list(filter(None, described))) == 2
        widths = [int(column.get(qn("w:w"), "0")) for column in xml.iter(qn("w:gridCol"))]
        assert sum(widths) == 16838 - 2 * 1134
        assert len(widths) == len(table.rows[0].cells)


def test_the_sheet_has_a_title_a_language_and_headings() -> None:
    """A screen reader is told what the sheet is and in which language to read it."""
    document = opened(evidence_sheet(register(4), OFFICE, ANN, BUILT))
    title = "Evidence sheet: figures in the paper for the meeting of 3 October 2023"
    assert (document.core_properties.title, document.core_properties.language) == (title, "en-GB")
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert styles[title] == "Title"
    assert styles["The Commissioner's <update> & more"] == "Subtitle"
    assert styles["Figures"] == "Heading 1"
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_an_unsupported_figure_is_marked_by_more_than_a_colour() -> None:
    """Printed in black and white, the rows that somebody must look at are still told: by the word, in bold."""
    _, table = opened(evidence_sheet(register(8), OFFICE, ANN, BUILT)).tables
    for row in table.rows[1:]:
        bold = all(run.bold for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs)
        assert bold == (row.cells[4].text == "unsupported")


def test_the_sheet_names_the_paper_it_goes_with() -> None:
    """The digest of the built paper stands in the sheet, or a sentence that there is none to go with."""
    assert f"“{BUILT[0]}”, whose SHA-256 digest is {BUILT[1]}." in words(
        evidence_sheet(register(4), OFFICE, ANN, BUILT)
    )
    unbuilt = words(evidence_sheet(register(4), OFFICE, ANN, None))
    assert "The paper has not been built from the entries as they stand." in unbuilt
    assert "SHA-256" not in unbuilt


def test_the_signatory_finds_name_role_and_lines_to_sign() -> None:
    """Beneath the tables stand the statement, my name and role, and lines for signature and date."""
    told = words(evidence_sheet(register(4), OFFICE, ANN, BUILT)).split("\n")
    assert told[-5:] == [
        "I have looked at each figure marked “unsupported”.",
        "Name:\tAnn Thorne",
        "Role:\tChief Executive",
        "Signature:\t\t",
        "Date:\t\t",
    ]
    assert "No figure of the paper is marked “unsupported”." in words(evidence_sheet(register(3), OFFICE, ANN, BUILT))


def test_no_signature_stands_alone_on_a_page() -> None:
    """The last figures of the table go over to the page that is signed."""
    _, table = opened(evidence_sheet(register(9), OFFICE, ANN, BUILT)).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows[1:]]
    assert kept == [False] * 7 + [True] * 2


def test_a_paper_without_a_meeting_or_figures_has_a_sheet_too() -> None:
    """A briefing belongs to no meeting, and a paper may print no figure."""
    data = evidence_sheet(register(0, meeting=""), OFFICE, Person(), None)
    assert words(data).startswith("Evidence sheet: figures in the paper\n")
    assert "The paper prints no figure." in words(data)
    assert len(opened(data).tables) == 1


def test_a_welsh_office_signs_a_welsh_sheet() -> None:
    """Title, headings, standings and statement are in Welsh, and the file says so."""
    document = opened(evidence_sheet(register(4, "cy_GB", "3 Hydref 2023"), OFFICE, ANN, BUILT))
    assert document.core_properties.title.endswith("cyfarfod ar 3 Hydref 2023")
    assert document.core_properties.language == "cy-GB"
    assert [cell.text for cell in document.tables[1].rows[4].cells][3:5] == ["1 pwynt", "heb ei gefnogi"]


def test_pages_are_numbered_and_long_tables_turn_them(
    convert: Callable[[Sequence[bytes], str], list[bytes]],
) -> None:
    """Three hundred figures run over many pages, each with its number and the headings of the columns."""
    (text,) = convert([evidence_sheet(register(300), OFFICE, ANN, BUILT)], "pdf")
    pages = len(re.findall(rb"/Type\s*/Page\b", text))
    assert pages > 10


# -- figures in words


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (Claim("£1,470.50", Kind.EXACT, Unit.MONEY, Decimal("1470.5"), Decimal("1470.5")), "£1,470.50"),
        (Claim("over £1m", Kind.AT_LEAST, Unit.MONEY, Decimal("1E+6"), open=True), "more than £1,000,000"),
        (Claim("at least 6", Kind.AT_LEAST, Unit.COUNT, Decimal(6)), "6 or more"),
        (Claim("under 7%", Kind.AT_MOST, Unit.PERCENT, None, Decimal("7.0"), open=True), "less than 7%"),
        (Claim("up to 30", Kind.AT_MOST, Unit.COUNT, None, Decimal(30)), "up to 30"),
        (Claim("5-10", Kind.RANGE, Unit.COUNT, Decimal(5), Decimal(10)), "5 to 10"),
        (Claim("£50", Kind.EXACT, Unit.MONEY, Decimal(50), Decimal(50), each=True), "£50 each"),
        (Claim("18 points", Kind.EXACT, Unit.POINTS, Decimal(18), Decimal(18)), "18 points"),
        (Claim("£2.8m million", Kind.INVALID, Unit.MONEY), "cannot be read"),
    ],
)
def test_a_figure_is_told_as_it_was_read(claim: Claim, told: str) -> None:
    """The sheet says in plain words what the tool took a figure for."""
    assert reading(claim, "en_GB") == told


# -- templates


def test_the_order_is_that_of_the_template() -> None:
    """The register follows the template: what it prints first comes first, with words of its own between."""
    for layout in (UPDATE, BRIEFING):
        order = order_of(default_template(layout), "templates/x.docx")
        assert [part for part in order if isinstance(part, str)] == ["title", "summary", "recommendation", "body"]
        assert all("{" not in part.text for part in order if not isinstance(part, str))
    parts = read_parts(default_template(UPDATE), "")
    assert isinstance(parts, dict)
    turned = parts[DOCUMENT].replace(b"{{p summary }}", b"{{p  recommendation }}", 1)
    order = order_of(canonical({**parts, DOCUMENT: turned}), "templates/x.docx")
    assert [part for part in order if isinstance(part, str)] == ["title", "recommendation", "body"]
    assert order_of(b"no Word file", "templates/x.docx") == ()
