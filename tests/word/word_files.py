"""Small Word files made for a test, out of the WordprocessingML that the test itself shows."""

from __future__ import annotations

from pcp_reports.word.package import canonical

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_file(
    body: str, *, styles: str = "", numbering: str = "", links: dict[str, str] | None = None, **more: str
) -> bytes:
    """Return a .docx with the given insides; ``more`` holds parts such as ``header1`` or ``footnotes``."""
    parts = {
        "document": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {_W}>{styles}</w:styles>",
        "numbering": f"<w:numbering {_W}>{numbering}</w:numbering>",
    }
    for name, inside in more.items():
        tag = {"header": "hdr", "footer": "ftr"}.get(name[:6], name)
        parts[name] = f"<w:{tag} {_W} {_R}>{inside}</w:{tag}>"
    kinds = {name: name.rstrip("0123456789") for name in parts if name != "document"}
    relationships = "".join(
        f'<Relationship Id="part{at}" Type="{_KIND}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate(kinds.items())
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_KIND}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in (links or {}).items()
    )
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {f"word/{name}.xml": xml for name, xml in parts.items()}
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="main" Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{relationships}</Relationships>'
    )
    return canonical({name: xml.encode() for name, xml in files.items()})


def paragraph(text: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """Return a paragraph with these words, of this style, with its own list and level if given as ``(list, level)``."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        own += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:pPr>{own}{more}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def style(name: str, inside: str = "", *, based_on: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """Return a style whose id is its name without spaces; ``inside`` are its paragraph properties."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{inside}</w:pPr></w:style>"
    )


def level(at: int, form: str = "decimal", pattern: str = "", *, start: int = 1, more: str = "") -> str:
    """Return a level of a list; ``more`` stands between its format and its pattern: lvlRestart, pStyle, isLgl."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern or f"%{at + 1}."}"/></w:lvl>'
    )


def definition(number: int, *levels: str, link: str = "") -> str:
    """Return an abstractNum; ``link`` is its styleLink or numStyleLink."""
    inside = '<w:multiLevelType w:val="multilevel"/>' + link + "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def instance(number: int, of: int, inside: str = "") -> str:
    """Return a num of a definition; ``inside`` are its overrides."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'
