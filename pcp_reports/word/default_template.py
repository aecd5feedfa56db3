"""The two templates an office starts from: ordinary Word files, to be restyled in Word with Modify Style."""

from __future__ import annotations

from xml.sax.saxutils import escape

from pcp_reports.word.looks import UPDATE
from pcp_reports.word.package import CONTENT_TYPES, DOCUMENT, WORD, canonical
from pcp_reports.word.parts import RELATIONSHIPS, PartKind, add_part, put_part
from pcp_reports.word.styles import ensure_styles
from pcp_reports.word.theme import theme

# Arial is on every office's machines, is asked for by many accessibility guides, and has a twin of the same widths
# (Liberation Sans) wherever it is missing.
FONT = "Arial"
_LANGUAGE = "en-GB"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

# A4 in twentieths of a point, margins of 2.54 cm: a text 9026 wide, where the header's right tab stands.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1304" w:left="1440"'
    ' w:header="709" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
)

_THEME = PartKind(
    "word/theme/theme1.xml",
    "application/vnd.openxmlformats-officedocument.theme+xml",
    f"{RELATIONSHIPS}/theme",
)
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/{DOCUMENT}" ContentType="{_MAIN}"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{RELATIONSHIPS}/officeDocument" Target="{DOCUMENT}"/></Relationships>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:sz w:val="23"/>'
    f'<w:szCs w:val="23"/><w:lang w:val="{_LANGUAGE}" w:eastAsia="{_LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/></w:styles>'
)
_FONTS = (
    f'{_HEAD}<w:fonts xmlns:w="{WORD}"><w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{_LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


def default_template(layout: str) -> bytes:
    """Return the template of a layout, "panel-update" or "partnership-briefing", as a .docx."""
    parts: dict[str, bytes] = {CONTENT_TYPES: _TYPES.encode(), "_rels/.rels": _RELS.encode(), DOCUMENT: b""}
    parts, _ = put_part(parts, _THEME, theme(FONT))
    parts, _ = add_part(parts, "styles", "styles", _STYLES.encode())
    parts, _ = add_part(parts, "settings", "settings", _SETTINGS.encode())
    parts, _ = add_part(parts, "fontTable", "fontTable", _FONTS.encode())
    references = ""
    for stem, kind, when, content in (
        ("header", "header", "default", _running_header()),
        ("header", "header", "first", _paragraph("header")),
        ("footer", "footer", "default", _footer()),
        ("footer", "footer", "first", _footer()),
    ):
        tag = "hdr" if kind == "header" else "ftr"
        xml = f"{_HEAD}<w:{tag} {_SPACES}>{content}</w:{tag}>"
        parts, identifier = add_part(parts, stem, kind, xml.encode())
        references += f'<w:{kind}Reference w:type="{when}" r:id="{identifier}"/>'
    body = _update() if layout == UPDATE else _briefing()
    section = f"<w:sectPr>{references}{_PAGE}</w:sectPr>"
    parts[DOCUMENT] = f"{_HEAD}<w:document {_SPACES}><w:body>{body}{section}</w:body></w:document>".encode()
    return canonical(ensure_styles(parts, layout))


def _update() -> str:
    return "".join(
        (
            _when("office.panel", _paragraph("Panel Line", "{{ office.panel }}")),
            _when("meeting.date", _paragraph("Meeting Line", "Meeting to be held on {{ meeting.date }}")),
            _paragraph("Title", "{{ paper.title }}"),
            _when(
                "contact.line",
                _paragraph("Contact Line", ("Contact for further information",), " {{ contact.line }}"),
            ),
            _when("summary", _paragraph("heading 1", "Executive Summary"), _slot("summary")),
            _when("recommendation", _paragraph("heading 1", "Recommendation"), _slot("recommendation")),
            _slot("body"),
            _sign_off(),
        )
    )


def _briefing() -> str:
    return "".join(
        (
            _when("office.name", _paragraph("Meeting Line", "{{ office.name }}")),
            _paragraph("Title", "{{ paper.title }}"),
            _when("meeting.date", _paragraph("Meeting Line", "{{ meeting.date }}")),
            _when(
                "contact.line",
                _paragraph("Contact Line", ("Contact for further information",), " {{ contact.line }}"),
            ),
            _when("summary", _slot("summary")),
            _when("recommendation", _paragraph("heading 1", "Recommendation"), _slot("recommendation")),
            _slot("body"),
            _sign_off(),
        )
    )


def _sign_off() -> str:
    return _when("signatory.name", _paragraph("Signatory", ("{{ signatory.name }}",))) + _when(
        "signatory.role", _paragraph("Signatory", "{{ signatory.role }}")
    )


def _running_header() -> str:
    return _paragraph("header", "{{ paper.title }}", "\t", "{{ meeting.date }}")


def _footer() -> str:
    return _paragraph("footer", "{{ office.name }}", "\t", "Page ", "PAGE", " of ", "NUMPAGES")


def _when(condition: str, *content: str) -> str:
    return (
        _paragraph("Paper Text", f"{{%p if {condition} %}}")
        + "".join(content)
        + _paragraph("Paper Text", "{%p endif %}")
    )


def _slot(name: str) -> str:
    return _paragraph("Paper Text", f"{{{{p {name} }}}}")


def _paragraph(style: str, *words: str | tuple[str]) -> str:
    """Return a paragraph; words in a tuple are strong, and the names of the two page fields stand for the fields."""
    identifier = "".join(word[0].upper() + word[1:] for word in style.split())
    return f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/></w:pPr>{"".join(map(_run, words))}</w:p>'


def _run(words: str | tuple[str]) -> str:
    if isinstance(words, tuple):
        return f'<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>{escape(words[0])}</w:t></w:r>'
    if words == "\t":
        return "<w:r><w:tab/></w:r>"
    if words in ("PAGE", "NUMPAGES"):
        return f'<w:fldSimple w:instr=" {words} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
