"""Lends the named styles the looks that a paper already has: its own numbers, bullets, sentences and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.records import dataclass
from pcp_reports.word.numbers import Resolver
from pcp_reports.word.package import parse
from pcp_reports.word.paper_lines import is_heading
from pcp_reports.word.parts import part_of_kind, serialize
from pcp_reports.word.reading import VAL, R, root_of_kind, text_of, w
from pcp_reports.word.styles import ensure_styles, style_ids
from pcp_reports.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pcp_reports.word.paper_lines import Seen

_PARAGRAPH = ("spacing", "ind", "jc")
_CHARACTER = ("rFonts", "color", "sz", "szCs")
_WEIGHT = ("b", "bCs", "caps")
_SECTION = "heading 1"
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


@dataclass(frozen=True, slots=True)
class _Loan:
    """The looks of one paragraph for some styles. ``names`` says which of them; ``fresh`` clears what was there."""

    sample: Seen
    takers: tuple[str, ...]
    words: str
    names: tuple[str, ...] = (*_PARAGRAPH, *_CHARACTER)
    beneath: bool = False
    fresh: bool = False


def with_own_looks(
    parts: Mapping[str, bytes], seen: Sequence[Seen], body: Sequence[Seen], layout: str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the parts with every named style in them, and sentences on whose looks those were given.

    Styles that the paper has under our names stay as they are, but for a Heading 1 that nothing in it is set in.
    ``seen`` are all the paragraphs of the paper, ``body`` those of its body.
    """
    styles = root_of_kind(parts, "styles")
    before = {} if styles is None else style_ids(styles)
    used = {_style_of(one.element) for one in seen}
    kept = {name for name, identifier in before.items() if name != _SECTION or identifier in used}
    made = ensure_styles(parts, layout)
    name = part_of_kind(made, "styles") or ""
    root = parse(made[name])
    ids = style_ids(root)
    lender = _Lender(parts)
    said = []
    for loan in _loans(body):
        new = [taker for taker in loan.takers if taker.casefold() not in kept and taker.casefold() in ids]
        for taker in new:
            _lend(root, ids[taker.casefold()], lender.looks(loan), fresh=loan.fresh)
        if new:
            names = listed([f"{taker[0].upper()}{taker[1:]}" for taker in new])
            said.append(f"{names} {'was' if len(new) == 1 else 'were'} made to look like {loan.words}.")
    return {**made, name: serialize(root)}, tuple(said)


def _loans(body: Sequence[Seen]) -> Iterator[_Loan]:
    numbered = next((one for one in body if one.is_number and not is_heading(one)), None)
    bullet = next((one for one in body if one.is_bullet), None)
    plain = next((one for one in body if not (one.is_number or one.is_bullet or is_heading(one) or one.in_table)), None)
    heading = next((one for one in body if is_heading(one) and not one.in_table and not one.is_number), None)
    text = "the paper's own text"
    first, words = (numbered, "the paper's own numbered paragraphs") if numbered is not None else (plain, text)
    if first is not None:
        yield _Loan(first, ("Numbered Paragraph",), words)
        yield _Loan(first, ("Numbered Continuation", "Grant Heading"), words, beneath=True)
        if bullet is None:
            takers = ("Paper Bullet", "Paper Bullet 2", "Grant Line")
            yield _Loan(first, takers, f"{text}, with bullets", _CHARACTER)
    if bullet is not None:
        yield _Loan(bullet, ("Paper Bullet", "Grant Line"), "the paper's own bullets")
        yield _Loan(bullet, ("Paper Bullet 2",), "the paper's own bullets, further in", _CHARACTER)
    if plain is not None:
        yield _Loan(plain, ("Paper Text",), text)
        yield _Loan(plain, ("Quotation",), f"{text}, in italics", _CHARACTER)
    if heading is not None:
        yield _Loan(heading, (_SECTION,), "the paper's own headings", (*_PARAGRAPH, *_CHARACTER, *_WEIGHT), fresh=True)


def _style_of(paragraph: etree._Element) -> str:
    own = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if own is None else own.get(VAL, "")


class _Lender:
    """Works out how a paragraph looks: its list, its styles from the base up, then what it says itself."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        styles = root_of_kind(parts, "styles")
        self._numbering = root_of_kind(parts, "numbering")
        self._resolver = Resolver(styles, self._numbering)
        entries = [] if styles is None else styles.findall(w("style"))
        self._styles = {entry.get(w("styleId"), ""): entry for entry in entries}

    def looks(self, loan: _Loan) -> list[etree._Element]:
        """Return the looks that are lent; beneath a number, a paragraph does not hang."""
        found: dict[str, etree._Element] = {}
        wanted = {w(name) for name in loan.names}
        for properties in self._layers(loan.sample.element):
            for child in () if properties is None else properties:
                if child.tag in wanted and not (child.tag == w("spacing") and _is_letters(child)):
                    found[child.tag] = child
        copies = [parse(serialize(child)) for child in found.values()]
        if loan.beneath:
            for indent in copies:
                if indent.tag == w("ind"):
                    for name in ("hanging", "firstLine"):
                        indent.attrib.pop(w(name), "")
        return copies

    def _layers(self, paragraph: etree._Element) -> Iterator[etree._Element | None]:
        level = self._level(paragraph)
        if level is not None:
            yield level.find(w("pPr"))
        for style in reversed(self._chain(paragraph)):
            yield style.find(w("pPr"))
            yield style.find(w("rPr"))
        yield paragraph.find(w("pPr"))
        run = next((run for run in paragraph.iter(R) if text_of(run).strip()), None)
        if run is not None:
            yield run.find(w("rPr"))

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the paragraph's style and those it is based on; the default one, which ours rest on too, left out."""
        chain: list[etree._Element] = []
        style = self._styles.get(_style_of(paragraph))
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


def _is_letters(spacing: etree._Element) -> bool:
    # The space between letters bears the same name as that between paragraphs.
    return spacing.get(VAL) is not None


def _lend(styles: etree._Element, identifier: str, looks: Sequence[etree._Element], *, fresh: bool) -> None:
    style = next(one for one in styles.findall(w("style")) if one.get(w("styleId")) == identifier)
    run = style.find(w("rPr"))
    if fresh and run is not None:
        style.remove(run)
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
