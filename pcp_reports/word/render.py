"""Fills a template's placeholders with docxtpl, guarded where docxtpl is silent: it repairs what it breaks."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from lxml import etree

from pcp_reports.word.allowed import MOST_FILLED, check_size, refused
from pcp_reports.word.context import SLOT, TemplateEnvironment
from pcp_reports.word.faults import Spot, TemplateFaultError, spot_in_source, spot_in_tree, template_fault
from pcp_reports.word.package import DOCUMENT, WORD, parse
from pcp_reports.word.styles import styles_of
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.opc.part import Part

_W = f"{{{WORD}}}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Tags between paragraphs: after the end of a paragraph or a table, or at the start of what holds them.
_BETWEEN = re.compile(
    r"(</w:p>|</w:tbl>|</w:tcPr>|<w:(?:body|hdr|ftr|txbxContent)(?: [^>]*)?>)((?:\s*(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}))+)"
)
_NAMES_ONLY = "Use only the placeholders' names."
_SAVE_AGAIN = "Open it in Word and save it again."
# Elements of Word that hold other elements and never words.
_WORDLESS = {f"{_W}{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "hyperlink", "txbxContent", "sdtContent")}
_HOLDS_PARAGRAPHS = {f"{_W}{name}" for name in ("body", "tc", "txbxContent", "sdtContent")}


def render(parts: Mapping[str, bytes], names: Mapping[str, object]) -> dict[str, bytes]:
    """Return the parts with every placeholder filled; slots stay, to be filled with blocks.

    Raises `TemplateFaultError` for the first fault of the template.
    """
    template = _Template(io.BytesIO(_packed(parts)), heading_ids(parts))
    try:
        template.init_docx()
    except Exception as error:  # python-docx says in a dozen ways that a part is missing or of the wrong kind
        raise TemplateFaultError("W208", f"the Word file is damaged ({error})", _SAVE_AGAIN, Spot(DOCUMENT)) from error
    made = io.BytesIO()
    try:
        template.render(dict(names), TemplateEnvironment())
        template.docx.save(made)
    except TemplateFaultError:
        raise
    except Exception as error:  # as above: docxtpl takes for granted what a Word file need not have
        raise TemplateFaultError("W304", f"it cannot be filled ({error})", _SAVE_AGAIN, Spot(DOCUMENT)) from error
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def heading_ids(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of the styles that make a paragraph a heading: the title, and all with an outline level."""
    found = set()
    for style in styles_of(parts).findall(f"{_W}style"):
        named = style.find(f"{_W}name")
        called = "" if named is None else named.get(f"{_W}val", "").casefold()
        if called.startswith(("heading", "title")) or style.find(f"{_W}pPr/{_W}outlineLvl") is not None:
            found.add(style.get(f"{_W}styleId", ""))
    return frozenset(found)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


class _AskedTooMuchError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(
            "a placeholder may only print names, choose with if, and go once through paper.blocks with for"
        )
        self.line = line


def _filled(source: str, context: Mapping[str, object], jinja_env: TemplateEnvironment) -> str:
    check_size(source)
    asked = next(refused(jinja_env.parse(source)), None)
    # Jinja itself says best that there is no such filter.
    if asked is not None and not (isinstance(asked, nodes.Filter) and asked.name not in jinja_env.filters):
        raise _AskedTooMuchError(asked.lineno)
    pieces, size = [], 0
    for piece in jinja_env.from_string(source).generate(context):
        size += len(piece)
        if size > MOST_FILLED:
            raise SecurityError("what the placeholders print would be far more than a paper needs")
        pieces.append(piece)
    return "".join(pieces)


class _Template(DocxTemplate):  # type: ignore[misc]  # docxtpl is not typed
    def __init__(self, file: io.BytesIO, headings: frozenset[str]) -> None:
        super().__init__(file)
        self._headings = headings

    def patch_xml(self, src_xml: str) -> str:
        # Tags that stood in a paragraph of their own get a line of their own, so that a fault's line tells which.
        try:
            check_size(re.sub(r"<[^>]*>", "", src_xml))  # before docxtpl's patterns meet a tag without end
        except SecurityError as error:
            raise TemplateFaultError("W303", str(error.message or error), _NAMES_ONLY, Spot(DOCUMENT)) from error
        patched = _TAG.sub(_plain_tag, super().patch_xml(src_xml))
        return _BETWEEN.sub(lambda found: found[1] + re.sub(r"(?=\{\{|\{%)", "\n", found[2]), patched)

    def render_xml_part(
        self,
        src_xml: str,
        part: Part,
        context: dict[str, object],
        jinja_env: TemplateEnvironment,
    ) -> str:
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        name = str(part.partname).lstrip("/")
        try:
            filled = _filled(source, context, jinja_env)
        except _AskedTooMuchError as error:
            spot = spot_in_source(name, source.split("\n"), error.line, self._headings)
            raise TemplateFaultError("W303", str(error), _NAMES_ONLY, spot) from error
        except Exception as error:  # whatever a template can make Jinja raise is the template's fault
            raise template_fault(error, name, source.split("\n"), self._headings) from error
        if name != DOCUMENT:
            # docxtpl reads the filled document strictly nowhere; `fix_tables` does it for the document itself.
            _check(filled, name, self._headings)
        return filled.replace("\n<w:p", "<w:p")

    def fix_tables(self, xml: str) -> etree._Element:
        # docxtpl mends broken XML by leaving out what it does not understand: look before it does.
        _check(xml, DOCUMENT, self._headings)
        root = parse(xml.encode())
        if all(column.get(f"{_W}w", "").isdecimal() for column in root.iter(f"{_W}gridCol")) and all(
            table.find(f"{_W}tblGrid") is not None for table in root.iter(f"{_W}tbl")
        ):
            # Only a template that loops over columns needs it, and it takes for granted what Word may leave out.
            root = super().fix_tables(xml)
        return root

    def render_properties(self, context: dict[str, object], jinja_env: TemplateEnvironment | None = None) -> None:
        """Do nothing: docxtpl escapes the properties twice; `properties` writes them."""


def _check(xml: str, part: str, headings: frozenset[str]) -> None:
    """Raise `TemplateFaultError` for a filled part that is not sound, or whose words or blocks stand where none may."""
    try:
        root = parse(xml.encode())
    except etree.XMLSyntaxError as error:
        raise TemplateFaultError(
            "W304",
            f"what the placeholders leave behind is not a sound document ({error.msg})",
            "Give each {%p if … %} and {%p endif %} a paragraph of its own, in the same part of the document.",
            Spot(part),
        ) from error
    for node in root.iter():
        parent = node.getparent()
        if isinstance(node, etree._ProcessingInstruction):  # noqa: SLF001 - lxml has no other name for it
            if node.target == SLOT and (part != DOCUMENT or parent is None or parent.tag not in _HOLDS_PARAGRAPHS):
                name = (node.text or "").split("-")[0]
                raise TemplateFaultError(
                    "W305",
                    f"{name} is made of paragraphs, so it cannot stand inside one",
                    f"Type {{{{p {name} }}}} in a paragraph of its own, in the document itself.",
                    spot_in_tree(part, node, headings),
                )
        elif node.tag in _WORDLESS and (node.text or "").strip():
            raise _astray(node.text or "", part, node, headings)
        if parent is not None and parent.tag in _WORDLESS and (node.tail or "").strip():
            raise _astray(node.tail or "", part, node, headings)


def _astray(words: str, part: str, node: etree._Element, headings: frozenset[str]) -> TemplateFaultError:
    return TemplateFaultError(
        "W304",
        f"the words “{shortened(words.strip(), 60)}” would stand outside any paragraph, where Word shows nothing",
        "{{p … }} is for body, summary, recommendation and block.xml only; leave the p out of the others.",
        spot_in_tree(part, node, headings),
    )


def _plain_tag(found: re.Match[str]) -> str:
    """Return a tag as it was typed, its quotes read: docxtpl takes footnotes as some programs write them, escaped."""
    return found.group().replace("&quot;", '"').replace("&apos;", "'").replace("&#34;", '"').replace("&#39;", "'")
