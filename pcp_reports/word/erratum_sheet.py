"""The page that corrects a published paper, as a Word file: which version it corrects, by which, and each correction.

An ordinary accessible document: a title, headings, a numbered list that is Word's own, bullets for what is put in.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcp_reports.document import Document, OfficeNames, Person
from pcp_reports.labels import label
from pcp_reports.records import dataclass
from pcp_reports.word.body import unholdable
from pcp_reports.word.default_template import default_template
from pcp_reports.word.looks import UPDATE
from pcp_reports.word.package import DOCUMENT, WORD, canonical, read_parts
from pcp_reports.word.parts import RELATIONSHIPS, drop_parts, targets
from pcp_reports.word.properties import with_properties
from pcp_reports.word.styles import style_ids, styles_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
# A4 upright in twentieths of a point, margins of an inch.
_WIDTH, _HEIGHT, _MARGIN = 11906, 16838, 1440
_ROOM = _WIDTH - 2 * _MARGIN


@dataclass(frozen=True, slots=True)
class Inserted:
    """A line that a correction puts in, and how it is set there: as a bullet, as a heading, or as a paragraph."""

    text: str
    bullet: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: a sentence, and the lines that it puts in, if any."""

    text: str
    lines: tuple[Inserted, ...] = ()


@dataclass(frozen=True, slots=True)
class ErratumPage:
    """What the page says. ``about`` are its opening lines, ``heading`` stands over the corrections, ``notes`` close it."""

    title: str
    panel: str
    about: tuple[str, ...]
    heading: str
    corrections: tuple[Correction, ...]
    notes: tuple[str, ...]
    office: str
    meeting: str
    locale: str


def erratum_sheet(page: ErratumPage) -> bytes:
    """Return the page as a .docx: the same page gives the same bytes."""
    parts = read_parts(default_template(UPDATE), "")
    if not isinstance(parts, dict):
        raise TypeError(parts.message)  # our own template opens
    sheet = _Sheet(style_ids(styles_of(parts)))
    body = [
        *([sheet.paragraph("Panel Line", page.panel)] if page.panel else []),
        sheet.paragraph("Title", page.title),
        *(sheet.paragraph("Paper Text", words) for words in page.about),
        sheet.paragraph("heading 1", page.heading),
        *(line for one in page.corrections for line in sheet.correction(one)),
        *(sheet.paragraph("Paper Text", words) for words in page.notes),
    ]
    references = ""
    for kind in ("header", "footer"):
        # The template sets its first page apart; here all pages are alike.
        (identifier, part), *others = targets(parts, kind).items()
        content = sheet.footer(page) if kind == "footer" else sheet.paragraph("header", page.title)
        tag = "ftr" if kind == "footer" else "hdr"
        parts[part] = f"{_HEAD}<w:{tag} {_SPACES}>{content}</w:{tag}>".encode()
        parts = drop_parts(parts, {other for _, other in others})
        references += f'<w:{kind}Reference w:type="default" r:id="{identifier}"/>'
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"/><w:pgMar w:top="{_MARGIN}"'
        f' w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="708" w:footer="708" w:gutter="0"/>'
        '<w:cols w:space="708"/></w:sectPr>'
    )
    xml = f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"
    parts[DOCUMENT] = xml.encode()
    language = page.locale.replace("_", "-")
    names = OfficeNames(name=page.office, panel=page.panel)
    nobody = Person()
    described = Document("", page.title, page.meeting, language, True, names, nobody, nobody, (), (), ())
    return canonical(with_properties(parts, described))


class _Sheet:
    """Sets paragraphs in the styles of one file."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.styles = styles

    def paragraph(self, style: str, words: str, *, bold: bool = False, stay: bool = False) -> str:
        properties = f'<w:pStyle w:val="{self.styles[style.casefold()]}"/>' + ("<w:keepNext/>" if stay else "")
        return f"<w:p><w:pPr>{properties}</w:pPr>{_run(words, bold=bold)}</w:p>"

    def correction(self, one: Correction) -> list[str]:
        """Return a correction with its own number, what it puts in beneath it."""
        made = [self.paragraph("Numbered Paragraph", one.text, stay=bool(one.lines))]
        for line in one.lines:
            style = "Paper Bullet" if line.bullet else "Numbered Continuation"
            made.append(self.paragraph(style, line.text, bold=line.heading, stay=line.heading))
        return made

    def footer(self, page: ErratumPage) -> str:
        tabs = f'<w:tabs><w:tab w:val="clear" w:pos="9026"/><w:tab w:val="right" w:pos="{_ROOM}"/></w:tabs>'
        properties = f'<w:pPr><w:pStyle w:val="{self.styles["footer"]}"/>{tabs}</w:pPr>'
        name, of_pages = label("page", page.locale), label("of_pages", page.locale)
        return (
            f"<w:p>{properties}{_run(page.office)}<w:r><w:tab/></w:r>{_run(f'{name} ')}{_field('PAGE')}"
            f"{_run(f' {of_pages} ')}{_field('NUMPAGES')}</w:p>"
        )


def _run(words: str, *, bold: bool = False) -> str:
    if not words:
        return ""
    said = "".join(
        sign if unholdable(sign) is None else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(words.split("\n"))
    )
    look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(said, quote=False)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
