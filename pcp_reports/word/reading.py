"""The words of a Word part as a reader sees them: paragraphs, tables, links and headings, in the order they stand.

Deleted words, field codes and the second copy that Word keeps of a text box are not words of the paper.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.package import WORD, parse
from pcp_reports.word.parts import RELATIONSHIPS, part_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


P, R, T, TBL, TR, TC = (w(name) for name in ("p", "r", "t", "tbl", "tr", "tc"))
VAL = w("val")
ID = f"{{{RELATIONSHIPS}}}id"
TEXT_BOX = w("txbxContent")
FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
_SPECIAL = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_NOT_WORDS = frozenset((TEXT_BOX, FALLBACK, w("pPr"), w("rPr"), w("del"), w("moveFrom"), w("instrText"), w("delText")))


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, and the address they lead to."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the kind (last word of its type), the target (a part's name, or an address)."""

    kind: str
    target: str
    external: bool


def relationships(parts: Mapping[str, bytes], part: str) -> dict[str, Relationship]:
    """Return the relationships of ``part`` by id; none where it has no list of them."""
    folder, name = posixpath.split(part)
    listed = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {} if listed is None else relationships_in(parse(listed), folder)


def relationships_in(root: etree._Element, folder: str) -> dict[str, Relationship]:
    """Return the relationships that a list of them holds, by id; ``folder`` is that of the part they belong to."""
    found = {}
    for entry in root.iter(f"{{{_PACKAGE}}}Relationship"):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[entry.get("Id", "")] = Relationship(posixpath.basename(entry.get("Type", "")), target, external)
    return found


def root_of_kind(parts: Mapping[str, bytes], kind: str) -> etree._Element | None:
    """Return the root of the document's part of a kind, or None."""
    name = part_of_kind(parts, kind)
    return None if name is None else parse(parts[name])


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield every paragraph of a part in order, those of tables and text boxes too, each text box once."""
    for element in root.iter(P):
        if next(element.iterancestors(FALLBACK), None) is None:
            yield element


def in_text_box(paragraph: etree._Element) -> bool:
    """Return whether the paragraph stands in a text box, whose words are apart from the document's own."""
    return next(paragraph.iterancestors(TEXT_BOX), None) is not None


def text_of(element: etree._Element) -> str:
    """Return the words of a paragraph (or a run, or a link), without those of text boxes standing in it."""
    return "".join(_words(element))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == T:
            yield child.text or ""
        elif tag in _SPECIAL:
            yield _SPECIAL[tag]
        elif tag not in _NOT_WORDS and len(child):
            yield from _words(child)


def rows_of(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """Return a table's cells, row by row; the paragraphs of one cell with line breaks between."""
    return tuple(
        tuple("\n".join(text_of(paragraph) for paragraph in cell.iter(P)) for cell in _inside(row, TC))
        for row in _inside(table, TR)
    )


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    # Rows and cells may be wrapped in content controls; those of a table inside a cell belong to that table.
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent")}:
            yield from _inside(child, tag)


def links_of(paragraph: etree._Element, targets: Mapping[str, Relationship]) -> tuple[Link, ...]:
    """Return the links of a paragraph in order, neighbours with one address joined; links inside the file left out."""
    return join_links(_linked(paragraph, targets))


def join_links(linked: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Return the links in stretches of words and their addresses (empty where words lead nowhere)."""
    stretches: list[Link] = []
    for text, address in linked:
        if stretches and stretches[-1].address == address:
            stretches[-1] = Link(stretches[-1].text + text, address)
        elif text:
            stretches.append(Link(text, address))
    return tuple(link for link in stretches if link.address)


def _linked(paragraph: etree._Element, targets: Mapping[str, Relationship]) -> Iterator[tuple[str, str]]:
    """Yield stretches of words with the address they lead to, or none: hyperlinks, and fields that are links."""
    codes: list[str] = []
    showing: list[bool] = []
    for child in paragraph.iter(w("hyperlink"), w("fldSimple"), w("fldChar"), w("instrText"), T):
        if child.tag == w("hyperlink"):
            yield text_of(child), _address(child, targets)
        elif child.tag == w("fldSimple"):
            yield text_of(child), field_address(child.get(w("instr"), ""))
        elif child.tag == w("fldChar"):
            _step(child.get(w("fldCharType"), ""), codes, showing)
        elif child.tag == w("instrText"):
            if codes:
                codes[-1] += child.text or ""
        elif not any(ancestor.tag in {w("hyperlink"), w("fldSimple")} for ancestor in child.iterancestors()):
            address = next((found for code in codes if (found := field_address(code))), "")
            yield child.text or "", address if all(showing) else ""


def _step(kind: str, codes: list[str], showing: list[bool]) -> None:
    if kind == "begin":
        codes.append("")
        showing.append(False)
    elif kind == "separate" and showing:
        showing[-1] = True
    elif kind == "end" and codes:
        codes.pop()
        showing.pop()


def _address(hyperlink: etree._Element, targets: Mapping[str, Relationship]) -> str:
    target = targets.get(hyperlink.get(ID, ""))
    if target is None or not target.external:
        return ""
    anchor = hyperlink.get(w("anchor"))
    return f"{target.target}#{anchor}" if anchor else target.target


def field_address(code: str) -> str:
    """Return the address of a HYPERLINK field's code, or the empty string."""
    match code.split():
        case [name, address, *_] if name.upper() == "HYPERLINK" and not address.startswith("\\"):
            return address.strip('"')
    return ""
