"""Papers as offices write them, each in a layout of its own, to make templates out of."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from lxml import etree

BODY = (
    "The Commissioner has a duty to hold the Chief Constable to account for the performance of the force.",
    "The latest Accountability Board took place in August and looked at the statistics of the last quarter.",
    "A further £53,879 was provided to 6 projects of the Community Fund, as listed below in detail.",
)
BULLETS = ("Burglary fell by six per cent.", "Two drugs lines were closed.")
TITLE = "Police & Crime Commissioner's update"


def saved(document: Document) -> bytes:
    """Return the file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def numbered_by_style() -> bytes:
    """Return a paper with Word's own List Number and headings, everything found, and a header with the old title."""
    document = docx.Document()
    document.core_properties.title = TITLE
    document.sections[0].header.paragraphs[0].text = f"{TITLE}\t3 October 2023"
    document.add_paragraph("POLICE AND CRIME PANEL").runs[0].bold = True
    document.add_paragraph("Meeting to be held on 3 October 2023")
    document.add_paragraph(TITLE, style="Title")
    contact = document.add_paragraph()
    contact.add_run("Contact for further information ").bold = True
    contact.add_run("Ian Dickinson, 01772 533587, ian@example.org")
    document.add_heading("EXECUTIVE SUMMARY", 1)
    document.add_paragraph("The purpose of this report is to provide Members with an update.")
    document.add_paragraph("It also highlights some of the activity of the office.")
    document.add_heading("RECOMMENDATION", 1)
    document.add_paragraph("The Panel is asked to consider the report.")
    document.add_heading("Background", 1)
    document.add_paragraph(BODY[0], style="List Number")
    document.add_heading("Performance Headlines", 1)
    document.add_paragraph(BODY[1], style="List Number")
    for bullet in BULLETS:
        document.add_paragraph(bullet, style="List Bullet")
    document.add_paragraph(BODY[2], style="List Number")
    document.add_heading("Recommendation", 1)
    document.add_paragraph("Panel Members are recommended to comment.", style="List Number")
    document.add_paragraph("Angela Harrison")
    document.add_paragraph("Chief Executive")
    return saved(document)


def typed_numbers() -> bytes:
    """Return a paper with typed numbers, bold lines for headings, a weekday in the date, and no contact."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    document.sections[0].page_height, document.sections[0].page_width = Cm(29.7), Cm(21)
    document.add_paragraph("Surrey Police and Crime Panel").runs[0].bold = True
    document.add_paragraph("Date: Thursday, 21st September 2023")
    document.add_paragraph("Commissioner's Update Report").runs[0].bold = True
    document.add_paragraph("Purpose of the report:").runs[0].bold = True
    document.add_paragraph("To tell Members of the work of the Commissioner since the last meeting.")
    document.add_paragraph("Introduction").runs[0].bold = True
    for at, words in enumerate(BODY, 1):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(f"{at}. {words}")
        run.font.size = Pt(13)
        run.font.color.rgb = RGBColor(0x20, 0x20, 0x60)
        paragraph.paragraph_format.space_after = Pt(9)
    document.add_paragraph("Recommendation").runs[0].bold = True
    document.add_paragraph("4. Members are asked to note the report.")
    document.add_paragraph("LEAD OFFICER: Jane Smith, Director of Commissioning")
    return saved(document)


def direct_numbers() -> bytes:
    """Return a paper numbered paragraph by paragraph, with its front matter in a table, a logo, and a landscape page."""
    document = docx.Document()
    header = document.sections[0].header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(_dot()), width=Cm(1))
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, words in (
        ("Report to:", "Police, Fire and Crime Panel"),
        ("Title", "Performance of the Force"),
        ("Date of meeting", "Monday 4 December 2023"),
        ("Contact officer", "R. Jones, 01234 567890"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, words
    document.add_paragraph()
    document.add_paragraph("Summary", style="Heading 2")
    document.add_paragraph("This report tells the Panel how the force has done.")
    document.add_paragraph("Crime", style="Heading 2")
    for words in BODY:
        _number(document.add_paragraph(words), 5)
    paragraph = document.add_paragraph("See the ")
    paragraph.add_run().add_picture(io.BytesIO(_dot(7)), width=Cm(1))
    document.add_table(rows=2, cols=2).cell(0, 0).text = "A table of the old paper"
    document.add_section()
    document.add_paragraph("Last of the old paper, which is no sign-off at all, as it goes on and on.")
    return saved(document)


def with_changes() -> bytes:
    """Return the first paper with a tracked change in its title, one in its body, a deleted heading, and a comment."""
    document = docx.Document()
    document.add_paragraph("POLICE AND CRIME PANEL")
    dated = document.add_paragraph("3rd October 2023")
    document.add_comment(dated.runs, "Surely the 4th?", author="A")
    title = document.add_paragraph("", style="Title")
    _tracked(title, "ins", "t", "The Commissioner's update")
    _tracked(title, "del", "delText", "A draft update")
    gone = document.add_paragraph("")
    _tracked(gone, "del", "delText", "[Insert contact]")
    mark = OxmlElement("w:rPr")
    mark.append(_by(OxmlElement("w:del")))
    gone._p.get_or_add_pPr().append(mark)
    document.add_heading("Recommendations", 1)
    document.add_paragraph("That the report be noted.")
    document.add_heading("Update", 1)
    commented = document.add_paragraph(BODY[0], style="List Number")
    document.add_comment(commented.runs, "Is this right?", author="A")
    document.add_paragraph(BODY[1], style="List Number")
    document.add_paragraph("Angela Harrison, Chief Executive")
    return saved(document)


def bare_bones() -> bytes:
    """Return a page of text with nothing in front and nothing behind."""
    document = docx.Document()
    for words in BODY:
        document.add_paragraph(words + " " + words)
    return saved(document)


def _number(paragraph: Paragraph, list_id: int) -> None:
    numbered = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", 0), ("w:numId", list_id)):
        child = OxmlElement(name)
        child.set(qn("w:val"), str(value))
        numbered.append(child)
    paragraph._p.get_or_add_pPr().append(numbered)


def _by(change: etree._Element) -> etree._Element:
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "A")
    return change


def _tracked(paragraph: Paragraph, kind: str, tag: str, words: str) -> None:
    change = _by(OxmlElement(f"w:{kind}"))
    run, text = OxmlElement("w:r"), OxmlElement(f"w:{tag}")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


def _dot(shade: int = 0) -> bytes:
    """Return a picture of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes((0, shade))))
        + chunk(b"IEND", b"")
    )
