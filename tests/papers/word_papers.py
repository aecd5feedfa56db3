"""Word papers made for a test out of the WordprocessingML that the test itself shows, as other people's files hold it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from pcp_reports.papers.docx import read_docx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.passage import Paper, Passage

SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubric"><w:name w:val="Our Rubric"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Outlined"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Strong1"><w:name w:val="Strong line"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)
"""A heading of a foreign Word, one based on it, one by its outline level, a title, contents, bold, links, a list."""

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)
"""List 1 counts 1. and (a); list 2 is bullets on two levels."""


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Return parts zipped, and nothing put right about them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(
    body: str, *, styles: str = STYLES, numbering: str = NUMBERING, main: str = "word/document.xml", **more: str
) -> dict[str, str]:
    """Return the parts of a paper; ``more`` are the insides of parts such as ``header1``, ``footnotes`` and ``settings``."""
    tags = {"header": "hdr", "footer": "ftr"}
    insides = {"styles": styles, "numbering": numbering, **more}
    kinds = {name: name.rstrip("0123456789") for name in insides}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
    )
    folder, _, file = main.rpartition("/")
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/{main}" ContentType="{MAIN_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{_KINDS}/officeDocument" Target="{main}"/></Relationships>',
        main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
    }
    for name, inside in insides.items():
        tag = tags.get(kinds[name], kinds[name])
        parts[f"{folder}/{name}.xml"] = f"<w:{tag} {SPACES}>{inside}</w:{tag}>"
    return parts


def paper(body: str, **more: str) -> Paper:
    """Return a paper with this body as it is read; ``more`` as `parts_of` takes it."""
    return read_docx(packed(parts_of(body, **more)), "paper.docx")


def passages(body: str, **more: str) -> tuple[Passage, ...]:
    """Return the passages of a paper that must be read without a word of complaint."""
    read = paper(body, **more)
    assert not read.findings, read.findings
    return read.passages


def texts(body: str, **more: str) -> list[str]:
    """Return the words of a paper's passages."""
    return [passage.text for passage in passages(body, **more)]


def run(text: str, properties: str = "") -> str:
    """Return a run of words, set as the properties say."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r>{own}<w:t xml:space="preserve">{words}</w:t></w:r>'


def para(*inside: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """Return a paragraph of runs (what begins with ``<``) and plain words; ``more`` are properties of its own."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        own += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    return f"<w:p><w:pPr>{own}{more}</w:pPr>{runs}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    """Return a cell of paragraphs (what begins with ``<``) and plain words."""
    blocks = "".join(piece if piece.startswith("<") else para(piece) for piece in inside) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells (what begins with ``<``) and plain words."""
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def field(code: str, *shown: str, end: bool = True) -> str:
    """Return a field whose code and result are runs of their own; a code that begins with ``<`` is runs already."""
    code = code if code.startswith("<") else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    result = "".join(piece if piece.startswith("<") else run(piece) for piece in shown)
    begin, middle, last = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{code}{middle}{result}{last if end else ''}"


def drawn_box(*blocks: str) -> str:
    """Return a run that holds a text box as Word writes it: drawn in the new form, and again in the old one."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>"
    )
