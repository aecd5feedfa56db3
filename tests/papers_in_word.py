r"""Word papers made from a plain description, a line a block: what the corpus of papers is kept as instead of binaries.

A block begins with its sort and a bar:

    T| title               H1| H2| heading         B| a paragraph all in bold, as people set headings by hand
    P| paragraph           N0| N1| N2| numbered by Word: 1.  1.1  (a)
    L0| L1| bullet         BOX| text box           HEADER| FOOTER| of the page
    SDT| a paragraph in a content control
    FN| a footnote, for the next [^] of the text
    TABLE| or TABLE| header    then a line a row, | cell | cell |, up to an empty line

Inside: ``**bold**``, ``{+inserted+}`` and ``{-deleted-}`` as tracked changes, ``{@a link@}``, ``{=a field's result=}``,
``\t`` a tab, ``\n`` a line break. A text box is written twice, as Word does it, for itself and for older programs. A cell that
begins ``>2`` spans two columns, one that begins ``v`` and a space opens a cell merged downwards, and ``^`` goes on with it.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_WHEN = 'w:author="Chief Executive" w:date="2024-01-08T10:00:00Z"'
_PIECE = re.compile(r"(\*\*|\{\+|\+\}|\{-|-\}|\{@|@\}|\{=|=\}|\\t|\\n|\[\^\])")
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_AROUND = {
    "{@": '<w:hyperlink w:anchor="top">',
    "@}": "</w:hyperlink>",
    "{=": _FIELD.format("begin")
    + '<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) </w:instrText></w:r>'
    + _FIELD.format("separate"),
    "=}": _FIELD.format("end"),
}
_LEVEL_NUMBERS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
_PARTS = ("styles", "numbering", "footnotes", "header", "footer")


def word_file(description: str) -> bytes:
    """Return the Word file that the description tells of."""
    paper = _Description(description)
    return _packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": _part(
                "document", f"<w:body>{''.join(paper.body)}{_section(paper)}</w:body>", extra=_NAMES
            ),
            "word/_rels/document.xml.rels": _relations({f"rId{n}": (p, f"{p}.xml") for n, p in enumerate(_PARTS, 1)}),
            "word/styles.xml": _part("styles", _styles()),
            "word/numbering.xml": _part("numbering", _numbering()),
            "word/footnotes.xml": _part("footnotes", _footnotes(paper.notes)),
            "word/header.xml": _part("hdr", _plain(paper.header)),
            "word/footer.xml": _part("ftr", _plain(paper.footer)),
        }
    )


class _Description:
    """The blocks of a description, as XML, with what stands about the text."""

    def __init__(self, description: str) -> None:
        """Read the description; raise ValueError for a line that is no block."""
        self.body: list[str] = []
        self.notes: list[str] = []
        self.header: list[str] = []
        self.footer: list[str] = []
        self.cited = 0
        self.changes = 0
        lines = iter(description.split("\n"))
        for line in lines:
            if not line.strip():
                continue
            sort, bar, text = line.partition("|")
            if not bar and sort != "TABLE":
                raise ValueError(f"not a block: {line!r}")
            text = text.strip()
            if sort == "TABLE":
                rows = []
                for row in lines:
                    if not row.strip():
                        break
                    rows.append(re.split(r"(?<!\\)\|", row.strip().strip("|")))
                self.body.append(self._table(rows, is_headed=text == "header"))
            elif sort == "FN":
                self.notes.append(text)
            elif sort in {"HEADER", "FOOTER"}:
                (self.header if sort == "HEADER" else self.footer).append(text)
            else:
                self.body.append(self._block(sort, text))

    def _block(self, sort: str, text: str) -> str:
        if sort == "BOX":
            return _text_box(self._paragraph(text))
        if sort == "SDT":
            return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{self._paragraph(text)}</w:sdtContent></w:sdt>"
        if sort == "B":
            return self._paragraph(f"**{text}**")
        numbering = {"N": 1, "L": 2}.get(sort[0])
        if numbering is not None:
            place = f'<w:numPr><w:ilvl w:val="{sort[1]}"/><w:numId w:val="{numbering}"/></w:numPr>'
            return self._paragraph(text, f'<w:pStyle w:val="ListParagraph"/>{place}')
        styles = {"T": "Title", "H1": "Heading1", "H2": "Heading2", "P": ""}
        style = styles[sort]
        return self._paragraph(text, f'<w:pStyle w:val="{style}"/>' if style else "")

    def _paragraph(self, text: str, properties: str = "", *, is_bold: bool = False) -> str:
        laid_out = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{laid_out}{self._runs(text, is_bold=is_bold)}</w:p>"

    def _runs(self, text: str, *, is_bold: bool) -> str:
        made: list[str] = []
        bold, deleted = is_bold, False
        for piece in _PIECE.split(text):
            if piece == "**":
                bold = not bold
            elif piece in {"{+", "{-"}:
                self.changes += 1
                deleted = piece == "{-"
                made.append(f'<w:{"del" if deleted else "ins"} w:id="{self.changes}" {_WHEN}>')
            elif piece in {"+}", "-}"}:
                made.append("</w:ins>" if piece == "+}" else "</w:del>")
                deleted = False
            elif piece in _AROUND:
                made.append(_AROUND[piece])
            elif piece == "[^]":
                self.cited += 1
                made.append(f'<w:r><w:footnoteReference w:id="{self.cited + 1}"/></w:r>')
            elif piece:
                made.append(_run(piece, is_bold=bold, is_deleted=deleted))
        return "".join(made)

    def _table(self, rows: list[list[str]], *, is_headed: bool) -> str:
        widest = max(sum(_span(cell)[0] for cell in row) for row in rows)
        grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(widest))
        made = []
        for number, row in enumerate(rows):
            top = is_headed and number == 0
            cells = "".join(self._cell(cell, is_bold=top) for cell in row)
            made.append(f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if top else ''}{cells}</w:tr>")
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl><w:p/>"
        )

    def _cell(self, cell: str, *, is_bold: bool) -> str:
        span, text = _span(cell)
        wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        merged = ""
        if text == "^":
            merged, text = "<w:vMerge/>", ""
        elif text.startswith("v "):
            merged, text = '<w:vMerge w:val="restart"/>', text[2:]
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{2000 * span}" w:type="dxa"/>{wide}{merged}</w:tcPr>'
            f"{self._paragraph(text, is_bold=is_bold)}</w:tc>"
        )


def _text_box(inside: str) -> str:
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawn = (
        '<w:drawing><wp:inline><wp:extent cx="2540000" cy="762000"/><wp:docPr id="1" name="Text Box 1"/>'
        f'<a:graphic><a:graphicData uri="{shape}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2540000" cy="762000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    older = '<w:pict><v:shape style="width:200pt;height:60pt"><v:textbox>' + box + "</v:textbox></v:shape></w:pict>"
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _span(cell: str) -> tuple[int, str]:
    wide = re.match(r"\s*>(\d)\s", cell)
    return (int(wide[1]), cell[wide.end() :].strip()) if wide else (1, cell.strip())


def _run(piece: str, *, is_bold: bool, is_deleted: bool) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    if piece in {"\\t", "\\n"}:
        return f"<w:r>{look}<w:{'tab' if piece == chr(92) + 't' else 'br'}/></w:r>"
    word = "delText" if is_deleted else "t"
    return f'<w:r>{look}<w:{word} xml:space="preserve">{escape(piece)}</w:{word}></w:r>'


def _plain(texts: list[str]) -> str:
    return "".join(f"<w:p>{_run(text, is_bold=False, is_deleted=False)}</w:p>" for text in texts or [" "])


def _footnotes(notes: list[str]) -> str:
    separators = "".join(
        f'<w:footnote w:type="{sort}" w:id="{number}"><w:p><w:r><w:{sort}/></w:r></w:p></w:footnote>'
        for number, sort in enumerate(("separator", "continuationSeparator"))
    )
    return separators + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{_run(' ' + note, is_bold=False, is_deleted=False)}</w:p></w:footnote>"
        for number, note in enumerate(notes, 2)
    )


def _section(paper: _Description) -> str:
    del paper
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
        ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )


def _styles() -> str:
    named = [("Normal", "Normal", ""), ("Title", "Title", ""), ("ListParagraph", "List Paragraph", "")]
    named += [(f"Heading{level}", f"heading {level}", f'<w:outlineLvl w:val="{level - 1}"/>') for level in (1, 2)]
    paragraphs = "".join(
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if key == "Normal" else ""}'
        f' w:styleId="{key}"><w:name w:val="{name}"/>{"<w:pPr>" + look + "</w:pPr>" if look else ""}</w:style>'
        for key, name, look in named
    )
    return f'{paragraphs}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'


def _numbering() -> str:
    numbers = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVEL_NUMBERS)
    )
    bullets = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/></w:lvl>'
        for level, mark in enumerate("•–")
    )
    return "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for key, levels in enumerate((numbers, bullets), 1)
    ) + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2))


def _part(root: str, inside: str, extra: str = f'xmlns:w="{_MAIN}"') -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {extra}>{inside}</w:{root}>'


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
    )


def _content_types() -> str:
    parts = {name: name for name in _PARTS} | {"document": "document.main"}
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _packed(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 8, 10, 0, 0)), text)
    return packed.getvalue()
