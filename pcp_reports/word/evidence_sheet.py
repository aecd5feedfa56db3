"""The figure register as a Word file to be signed: what stands, what it rests on, and room for a name beneath.

A4 landscape, in the styles of the papers. No cell is merged, each table has a header row that comes back on every page,
and a figure without support is told by the word, set bold, before any shade.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcp_reports.document import Document, Person
from pcp_reports.labels import label
from pcp_reports.standing import Standing
from pcp_reports.word.body import unholdable
from pcp_reports.word.default_template import default_template
from pcp_reports.word.looks import BRIEFING
from pcp_reports.word.package import DOCUMENT, WORD, canonical, read_parts
from pcp_reports.word.parts import RELATIONSHIPS, drop_parts, targets
from pcp_reports.word.properties import with_properties
from pcp_reports.word.styles import style_ids, styles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pcp_reports.document import OfficeNames
    from pcp_reports.standing import FigureRegister, PrintedFigure

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
# A4 on its side in twentieths of a point, margins of 2 cm.
_WIDTH, _HEIGHT, _MARGIN = 16838, 11906, 1134
_ROOM = _WIDTH - 2 * _MARGIN
# The columns of the two tables; each set comes to `_ROOM`.
_SUMMARY = (2300, 1400, 10870)
_COLUMNS = (760, 2150, 2600, 2700, 1660, 4700)
_LAST = 2  # so many figures stand on the page that is signed: a signature alone could be under anything
_SIGN = 2000  # where the lines for name, signature and date begin
_SIGN_END = 9000
_MARKED = "F2F2F2"  # on which black stands at 18.7 to 1


def evidence_sheet(
    register: FigureRegister, office: OfficeNames, signatory: Person, built: tuple[str, str] | None
) -> bytes:
    """Return the sheet as a .docx in the register's language: the same register gives the same bytes.

    ``built`` is the name and the SHA-256 digest of the paper's Word file, None where it does not stand as these
    entries make it.
    """
    tongue = register.locale
    title = label("sheet_for", tongue).format(register.meeting) if register.meeting else label("sheet", tongue)
    parts = read_parts(default_template(BRIEFING), "")
    if not isinstance(parts, dict):
        raise TypeError(parts.message)  # our own template opens
    sheet = _Sheet(style_ids(styles_of(parts)), tongue)
    body = [sheet.paragraph("Title", title), sheet.paragraph("Subtitle", register.title)]
    if built is None:
        body.append(sheet.paragraph("Paper Text", label("not_built", tongue), bold=True))
    else:
        name, digest = built
        body.append(sheet.paragraph("Paper Text", label("built_as", tongue).format(name=name, digest=digest)))
    body += [
        sheet.paragraph("heading 1", label("standing", tongue)),
        sheet.summary(register),
        sheet.figures(register),
        sheet.sign_off(register, signatory),
    ]
    references = ""
    for kind in ("header", "footer"):
        # The template sets its first page apart; here all pages are alike.
        (identifier, part), *others = targets(parts, kind).items()
        content = sheet.footer(office.name) if kind == "footer" else sheet.paragraph("header", register.title)
        tag = "ftr" if kind == "footer" else "hdr"
        parts[part] = f"{_HEAD}<w:{tag} {_SPACES}>{content}</w:{tag}>".encode()
        parts = drop_parts(parts, {other for _, other in others})
        references += f'<w:{kind}Reference w:type="default" r:id="{identifier}"/>'
    page = (
        f'<w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}" w:orient="landscape"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}"'
        f' w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/>'
    )
    section = f"<w:sectPr>{references}{page}</w:sectPr>"
    xml = f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"
    parts[DOCUMENT] = xml.encode()
    language = tongue.replace("_", "-")
    described = Document(
        register.paper, title, register.meeting, language, False, office, Person(), signatory, (), (), ()
    )
    return canonical(with_properties(parts, described))


class _Sheet:
    """Sets paragraphs and tables in the styles of one file."""

    def __init__(self, styles: Mapping[str, str], tongue: str) -> None:
        self.styles = styles
        self.tongue = tongue

    def paragraph(self, style: str, words: str, *, bold: bool = False, stay: bool = False) -> str:
        properties = f'<w:pStyle w:val="{self.styles[style.casefold()]}"/>' + ("<w:keepNext/>" if stay else "")
        return f"<w:p><w:pPr>{properties}</w:pPr>{_run(words, bold=bold)}</w:p>"

    def footer(self, office: str) -> str:
        tabs = f'<w:tabs><w:tab w:val="clear" w:pos="9026"/><w:tab w:val="right" w:pos="{_ROOM}"/></w:tabs>'
        properties = f'<w:pPr><w:pStyle w:val="{self.styles["footer"]}"/>{tabs}</w:pPr>'
        page, of_pages = label("page", self.tongue), label("of_pages", self.tongue)
        return (
            f"<w:p>{properties}{_run(office)}<w:r><w:tab/></w:r>{_run(f'{page} ')}{_field('PAGE')}"
            f"{_run(f' {of_pages} ')}{_field('NUMPAGES')}</w:p>"
        )

    def summary(self, register: FigureRegister) -> str:
        """Return how many figures there are of each standing, and what each means."""
        rows = [
            (label(standing, self.tongue), f"{len(register.of(standing)):,}", label(f"{standing}_means", self.tongue))
            for standing in Standing
        ]
        rows.append((label("all", self.tongue), f"{len(register.figures):,}", label("all_means", self.tongue)))
        header = [label(name, self.tongue) for name in ("standing", "figures", "meaning")]
        return self._table(header, rows, _SUMMARY, together=True)

    def figures(self, register: FigureRegister) -> str:
        """Return the figures in the order printed, under a heading."""
        heading = self.paragraph("heading 1", label("figures", self.tongue))
        if not register.figures:
            return heading + self.paragraph("Paper Text", label("no_figures", self.tongue))
        header = [
            label(name, self.tongue)
            for name in ("number", "paragraph", "as_printed", "read_as", "standing", "proved_by")
        ]
        rows = [self._figure(number, figure) for number, figure in enumerate(register.figures, 1)]
        marked = {at for at, one in enumerate(register.figures) if one.proof.standing is Standing.UNSUPPORTED}
        return heading + self._table(header, rows, _COLUMNS, marked=marked)

    def _figure(self, number: int, figure: PrintedFigure) -> tuple[str, ...]:
        where = figure.where
        if figure.paragraph is not None:
            where = where.removeprefix(f"{label('paragraph', self.tongue)} ")
        return (
            f"{number:,}",
            where,
            figure.words,
            figure.read_as(self.tongue),
            label(figure.proof.standing, self.tongue),
            figure.proof.words,
        )

    def sign_off(self, register: FigureRegister, signatory: Person) -> str:
        """Return the statement and the lines to be signed, which stay together on a page."""
        unsupported = bool(register.of(Standing.UNSUPPORTED))
        statement = label("statement" if unsupported else "statement_of_none", self.tongue)
        rows = [("name", signatory.name), ("role", signatory.role), ("signature", ""), ("date", "")]
        space = '<w:spacing w:before="360" w:after="0"/>'
        made = f"<w:p><w:pPr>{self._paper_text()}<w:keepNext/>{space}</w:pPr>{_run(statement, bold=True)}</w:p>"
        for at, (name, words) in enumerate(rows):
            stay = "<w:keepNext/>" if at + 1 < len(rows) else ""
            tabs = (
                f'<w:tab w:val="left" w:pos="{_SIGN}"/><w:tab w:val="left" w:leader="underscore" w:pos="{_SIGN_END}"/>'
            )
            filled = _run(words) if words else "<w:r><w:tab/></w:r>"
            made += (
                f'<w:p><w:pPr>{self._paper_text()}{stay}<w:tabs>{tabs}</w:tabs><w:spacing w:before="280" w:after="0"/>'
                f"</w:pPr>{_run(f'{label(name, self.tongue)}:')}<w:r><w:tab/></w:r>{filled}</w:p>"
            )
        return made

    def _paper_text(self) -> str:
        return f'<w:pStyle w:val="{self.styles["paper text"]}"/>'

    def _table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        *,
        marked: Iterable[int] = (),
        together: bool = False,
    ) -> str:
        """Return a table; the rows ``marked`` are set bold on a shade, and ``together`` keeps it all on one page.

        Otherwise its last rows go with what follows.
        """
        bold = set(marked)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        summary = escape(", ".join(header))
        made = [self._row(header, widths, "Table Heading", "<w:cantSplit/><w:tblHeader/>", stay=True)]
        for at, row in enumerate(rows):
            stay = at + 1 < len(rows) if together else at + _LAST >= len(rows)
            made.append(self._row(row, widths, "Table Text", "<w:cantSplit/>", stay=stay, marked=at in bold))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["paper table"]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
            f' w:noVBand="1"/><w:tblCaption w:val="{escape(label("figures", self.tongue))}"/>'
            f'<w:tblDescription w:val="{summary}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(made)}</w:tbl>'
        )

    def _row(
        self, cells: Sequence[str], widths: Sequence[int], style: str, looks: str, *, stay: bool, marked: bool = False
    ) -> str:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_MARKED}"/>' if marked else ""
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            f"{self.paragraph(style, cell, bold=marked, stay=stay)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{looks}</w:trPr>{made}</w:tr>"


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
