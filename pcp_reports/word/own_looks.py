"""Lends the named styles the looks that a paper already has: its own numbers, bullets, sentences and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.word.numbers import Resolver
from pcp_reports.word.package import parse
from pcp_reports.word.paper_lines import is_heading
from pcp_reports.word.parts import part_of_kind, serialize
from pcp_reports.word.reading import VAL, R, root_of_kind, text_of, w
from pcp_reports.word.styles import ensure_styles, style_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.word.paper_lines import Seen

_PARAGRAPH = ("spacing", "ind", "jc")
_CHARACTER = ("rFonts", "color", "sz", "szCs")
# The schema's order of what may stand in a style's properties, as far as it matters for those lent here.
_BEFORE_PARAGRAPH = (
    *("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr"),
    *("shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE"),
    *("autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
    *("suppressOverlap", "jc"),
)
_BEFORE_CHARACTER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs"),
)


def with_own_looks(
    parts: Mapping[str, bytes], body: Sequence[Seen], layout: str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the parts with every named style in them, and sentences on whose looks those were given.

    Styles that the paper has under our names stay as they are. ``body`` are the paragraphs of the paper's body.
    """
    styles = root_of_kind(parts, "styles")
    before = set() if styles is None else set(style_ids(styles))
    made = ensure_styles(parts, layout)
    name = part_of_kind(made, "styles") or ""
    root = parse(made[name])
    ids = style_ids(root)
    lender = _Lender(parts)
    said = []
    for sample, takers, words in _samples(body):
        new = [taker for taker in takers if taker.casefold() not in before and taker.casefold() in ids]
        for taker in new:
            beneath = taker in {"Numbered Continuation", "Grant Heading"}
            _lend(root, ids[taker.casefold()], lender.looks(sample, beneath=beneath))
        if new:
            said.append(f"{', '.join(new)} {'was' if len(new) == 1 else 'were'} made to look like {words}.")
    return {**made, name: serialize(root)}, tuple(said)


def _samples(body: Sequence[Seen]) -> Iterator[tuple[Seen, tuple[str, ...], str]]:
    numbered = next((one for one in body if one.is_number and not is_heading(one)), None)
    bullet = next((one for one in body if one.is_bullet), None)
    plain = next((one for one in body if not (one.is_number or one.is_bullet or is_heading(one) or one.in_table)), None)
    heading = next((one for one in body if is_heading(one) and not one.in_table and not one.is_number), None)
    first = numbered or plain
    if first is not None:
        words = "the paper's own numbered paragraphs" if numbered else "the paper's own text"
        yield first, ("Numbered Paragraph",), words
        yield first, ("Numbered Continuation", "Grant Heading"), words
    if plain is not None:
        yield plain, ("Paper Text", "Quotation"), "the paper's own text"
    if bullet is not None:
        yield bullet, ("Paper Bullet", "Grant Line"), "the paper's own bullets"
    if heading is not None:
        yield heading, ("heading 1",), "the paper's own headings"


class _Lender:
    """Works out how a paragraph looks: its list, its styles from the base up, then what it says itself."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        styles = root_of_kind(parts, "styles")
        self._numbering = root_of_kind(parts, "numbering")
        self._resolver = Resolver(styles, self._numbering)
        entries = [] if styles is None else styles.findall(w("style"))
        self._styles = {entry.get(w("styleId"), ""): entry for entry in entries}

    def looks(self, sample: Seen, *, beneath: bool) -> list[etree._Element]:
        """Return the properties of a paragraph; ``beneath`` gives those of one that stands under it, not hanging."""
        found: dict[str, etree._Element] = {}
        for properties, names in self._layers(sample.element):
            for child in () if properties is None else properties:
                if child.tag in {w(name) for name in names}:
                    found[child.tag] = child
        copies = [parse(serialize(child)) for child in found.values()]
        if beneath:
            for indent in copies:
                if indent.tag == w("ind"):
                    for name in ("hanging", "firstLine"):
                        indent.attrib.pop(w(name), "")
        return copies

    def _layers(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, tuple[str, ...]]]:
        level = self._level(paragraph)
        if level is not None:
            yield level.find(w("pPr")), ("ind",)
        for style in reversed(self._chain(paragraph)):
            yield style.find(w("pPr")), _PARAGRAPH
            yield style.find(w("rPr")), _CHARACTER
        yield paragraph.find(w("pPr")), _PARAGRAPH
        run = next((run for run in paragraph.iter(R) if text_of(run).strip()), None)
        if run is not None:
            yield run.find(w("rPr")), _CHARACTER

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the paragraph's style and those it is based on; the default one, which ours rest on too, left out."""
        own = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        chain: list[etree._Element] = []
        style = self._styles.get("" if own is None else own.get(VAL, ""))
        while style is not None and style not in chain and style.get(w("default")) is None:
            chain.append(style)
            base = style.find(w("basedOn"))
            style = self._styles.get("" if base is None else base.get(VAL, ""))
        return chain

    def _level(self, paragraph: etree._Element) -> etree._Element | None:
        position = self._resolver.position(paragraph)
        if position is None or self._numbering is None:
            return None
        number, depth = position
        definition = self._resolver.lists[number].definition
        for one in self._numbering.findall(w("abstractNum")):
            if one.get(w("abstractNumId")) == definition:
                return one.find(f"{w('lvl')}[@{w('ilvl')}='{depth}']")
        return None


def _lend(styles: etree._Element, identifier: str, looks: Sequence[etree._Element]) -> None:
    style = next(one for one in styles.findall(w("style")) if one.get(w("styleId")) == identifier)
    for look in looks:
        local = look.tag.rpartition("}")[2]
        group, order = ("pPr", _BEFORE_PARAGRAPH) if local in _PARAGRAPH else ("rPr", _BEFORE_CHARACTER)
        properties = style.find(w(group))
        if properties is None:
            properties = etree.Element(w(group))
            run = style.find(w("rPr"))
            style.insert(len(style) if run is None else style.index(run), properties)
        for old in properties.findall(look.tag):
            properties.remove(old)
        earlier = {w(name) for name in order[: order.index(local)]}
        properties.insert(sum(child.tag in earlier for child in properties), look)
