"""PDFs: paragraphs out of the lines of their pages, tables, and what cannot be read of them."""

from __future__ import annotations

import io
import logging
import sys
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from handmade_pdf import At, drawn, pdf, picture
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from pcp_reports.findings import Severity
from pcp_reports.papers import pdf as reading
from pcp_reports.papers.opening import read_paper
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pcp_reports.findings import Finding

FIRST = drawn(
    At(70, 800, "Barset Police and Crime Panel"),
    At(430, 800, "Agenda item 7"),
    At(70, 740, "9."),
    At(100, 740, "In September a further £53,879 was given to six projects that work against anti-"),
    At(100, 726, "social behaviour in the towns of the county, as follows:"),
    At(100, 700, "•"),
    At(120, 700, "Chorley Borough Council – summer holiday sport for young people in the"),
    At(120, 686, "places with most trouble – £3,228"),
    At(270, 40, "Page 1 of 2"),
)
SECOND = drawn(
    At(70, 800, "Barset Police and Crime Panel"),
    At(430, 800, "Agenda item 7"),
    At(100, 740, "•"),
    At(120, 740, "Flowhesion – workshops – £10,000"),
    At(270, 40, "Page 2 of 2"),
)
PAPER = pdf(FIRST, SECOND)


def refusal(data: bytes) -> Finding:
    """Return the one finding of a PDF that cannot be read."""
    paper = read_paper(data, "paper.pdf")
    assert paper.passages == ()
    (finding,) = paper.findings
    assert finding.severity is Severity.ERROR
    return finding


def test_lines_become_paragraphs_with_their_page() -> None:
    """Lines are joined, a word parted at a line's end is whole, and the heads and feet of pages stand apart."""
    paper = read_paper(PAPER, "paper.pdf")
    assert paper.findings == ()
    assert [(one.line, one.page, one.sort, one.label, one.text) for one in paper.passages] == [
        (
            1,
            1,
            Sort.ITEM,
            "9.",
            "In September a further £53,879 was given to six projects that work against anti-social behaviour in the towns of the county, as follows:",
        ),
        (2, 1, Sort.ITEM, "•", "Chorley Borough Council – summer holiday sport for young people in the places with most trouble – £3,228"),
        (3, 2, Sort.ITEM, "•", "Flowhesion – workshops – £10,000"),
        (4, 1, Sort.HEADER, "", "Barset Police and Crime Panel Agenda item 7"),
    ]  # fmt: skip
    assert paper.passages[2].where == "page 2, paragraph 9, second bullet"


def test_words_that_a_printer_parted_are_made_whole() -> None:
    """A hyphen put in at a line's end goes; one that the paper has elsewhere, or that such words have, stays."""
    lines = [
        "The Commissioner gave a further sum to youth clubs for street-based work and diver-",
        "sionary sport in all of the towns and villages of the county, and to its street-",
        "based workers, who are part of a team that is led by the Chief Constable and multi-",
        "agency as ever.",
    ]
    (one,) = read_paper(pdf(drawn(*(At(70, 700 - 14 * at, line) for at, line in enumerate(lines)))), "a.pdf").passages
    assert "and diversionary sport" in one.text
    assert "its street-based workers" in one.text
    assert "and multi-agency as ever" in one.text


def grants() -> bytes:
    """Return a Word paper with a table whose cells run over several lines, lists, and a table of two columns."""
    made = docx.Document()
    made.add_heading("Community Safety Fund: awards", 1)
    lead = made.add_paragraph(
        "The Commissioner has awarded £41,250 to five projects in the second round of the Community Safety Fund, which opened"
        " in June and closed at the end of July; 27 applications were received. The awards are set out in the table below."
    )
    lead.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    rows = [
        ("Organisation", "Project", "District", "Amount (£)"),
        ("Chorley Borough Council", "Summer holiday activity in areas identified as hotspots", "Chorley", "9,250"),
        ("RAFT (Residents Association of Farringdon)", "Early intervention", "Preston", "£10,000"),
        ("The Salvation Army", "CCTV upgrade around the centre in Hyndburn", "Hyndburn", "£4,000"),
        ("56 Group Wales", "Art", "Fylde", "10,000"),
        ("Total", "", "", "41,250"),
    ]
    table = made.add_table(0, 4)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    made.add_paragraph("The next round opens in October. Grants range from £1,000 to £10,000.")
    for number in range(3):
        made.add_paragraph(f"Group {number} – a project – £{number + 1},000", style="List Bullet")
    for number in range(3):
        words = f"Numbered {number} – a project that has many words and runs on over the end of the line so that it wraps – £500"
        made.add_paragraph(words, style="List Number")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_table_of_a_pdf_is_a_table_again(convert: Callable[[Sequence[bytes], str], list[bytes]]) -> None:
    """A Word paper printed as a PDF reads as the Word paper does: cells that run over several lines are one cell."""
    (data,) = convert([grants()], "pdf")
    passages = read_paper(data, "grants.pdf").passages
    rows = [tuple(cell.text for cell in one.cells) for one in passages if one.sort is Sort.ROW]
    assert rows == [
        ("Organisation", "Project", "District", "Amount (£)"),
        ("Chorley Borough Council", "Summer holiday activity in areas identified as hotspots", "Chorley", "9,250"),
        ("RAFT (Residents Association of Farringdon)", "Early intervention", "Preston", "£10,000"),
        ("The Salvation Army", "CCTV upgrade around the centre in Hyndburn", "Hyndburn", "£4,000"),
        ("56 Group Wales", "Art", "Fylde", "10,000"),
        ("Total", "", "", "41,250"),
    ]
    items = [(one.label, one.text[-6:]) for one in passages if one.sort is Sort.ITEM]
    assert items == [
        ("•", "£1,000"),
        ("•", "£2,000"),
        ("•", "£3,000"),
        ("1.", "– £500"),
        ("2.", "– £500"),
        ("3.", "– £500"),
    ]
    lead = next(one for one in passages if one.sort is Sort.TEXT)
    assert lead.text.endswith("27 applications were received. The awards are set out in the table below.")


def test_without_the_package_i_am_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package for PDFs is not here, the finding is the one line to type."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    finding = refusal(PAPER)
    assert (finding.code, finding.hint) == ("W617", "Type: pip install pypdf")


def test_a_scan_is_called_a_picture() -> None:
    """A scanned paper has no words to read; it is said, and never passed as clean."""
    finding = refusal(pdf(picture(), picture()))
    assert finding.code == "W618"
    assert "its pages are pictures" in finding.message


def test_pages_that_are_pictures_are_named() -> None:
    """Where only some pages are scanned, the rest is read, and I am told which pages nobody looked at."""
    paper = read_paper(pdf(FIRST, picture(), SECOND, b"", picture()), "paper.pdf")
    assert paper.passages
    (finding,) = paper.findings
    assert finding.code == "W619"
    assert finding.message == "“paper.pdf”: pages 2 and 5 could not be read, because they are pictures."


def protected(password: str) -> bytes:
    """Return the paper under a password; an empty one only forbids printing or copying."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PAPER)))
    writer.encrypt(password, "the office's own", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_under_a_password_is_called_that() -> None:
    """A PDF that opens with a password alone is refused; one that only forbids printing is read."""
    assert refusal(protected("secret")).code == "W614"
    assert len(read_paper(protected(""), "paper.pdf").passages) == 4


def test_bounds_keep_a_hostile_file_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages are refused; a page with far too much drawing is left unread, and said to be."""
    monkeypatch.setattr(reading, "MOST_STRINGS", 100)
    heavy = drawn(*(At(50, 50, "x") for _ in range(200)))
    paper = read_paper(pdf(FIRST, heavy), "paper.pdf")
    assert [one.message for one in paper.findings] == [
        "“paper.pdf”: page 2 could not be read, because it holds a drawing too large to look through."
    ]
    monkeypatch.setattr(reading, "MOST_PAGES", 1)
    assert refusal(pdf(FIRST, SECOND)).code == "W613"


def test_words_set_miles_apart_do_not_fill_the_memory() -> None:
    """A page that claims to be a million miles wide is read in a moment."""
    far = b"BT /F1 11 Tf 50 700 Td (Here) Tj 900000000 0 Td (there) Tj 0 -900000000 Td (below) Tj ET"
    paper = read_paper(pdf(FIRST, far), "paper.pdf")
    assert sum(len(one.text) for one in paper.passages) < 2_000


def test_nothing_is_said_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    """What the package grumbles about a file's inside never reaches an officer's screen, and its logger is left as it was."""
    logger = logging.getLogger("pypdf")
    before = list(logger.handlers)
    read_paper(PAPER.replace(b"startxref", b"startxxxx").replace(b"0000000000 65535", b"0000000009 65535"), "paper.pdf")
    assert capfd.readouterr() == ("", "")
    assert logger.propagate
    assert logger.handlers == before


@pytest.mark.parametrize("size", [9, 40, 300, len(PAPER) // 2, len(PAPER) - 30])
def test_a_cut_pdf_is_read_or_refused(size: int) -> None:
    """A PDF that was cut off on its way is read as far as it goes, or refused."""
    paper = read_paper(PAPER[:size], "paper.pdf")
    assert bool(paper.passages) != any(one.severity is Severity.ERROR for one in paper.findings)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(PAPER) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_damaged_pdf_never_fails(changes: list[tuple[int, int]]) -> None:
    """Whatever bytes of a PDF were changed, it is read, or one error says that it cannot be."""
    data = bytearray(PAPER)
    for at, value in changes:
        data[at] = value
    paper = read_paper(bytes(data), "paper.pdf")
    errors = [one for one in paper.findings if one.severity is Severity.ERROR]
    assert len(errors) <= 1
    assert not (errors and paper.passages)
