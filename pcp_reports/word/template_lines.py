"""A template as docxtpl reads it: paragraphs with the pieces of each joined, and the tags that stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.faults import Spot
from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.parts import targets
from pcp_reports.word.reading import FALLBACK, TC, TEXT_BOX, TR, VAL, P, T, paragraphs, w
from pcp_reports.word.render import heading_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

DELETED_TEXT = w("delText")
TRACKED = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
# Which kinds of part docxtpl fills; a placeholder in any other stays as it is.
FILLED = ("header", "footer", "footnotes")
UNFILLED = ("endnotes", "comments")
_TAG = re.compile(r"\{(?:\{|%|#)((?:(?!\{\{|\{%|\{#).)*?)(?:\}|%|#)\}", re.DOTALL)
_PREFIX = re.compile(r"(p|tr|tc|r) (?=.)", re.DOTALL)
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: ``opening`` is ``{{``, ``{%`` or ``{#``; ``prefix`` what it takes the place of: p, tr, tc, r or ""."""

    opening: str
    prefix: str
    inside: str
    start: int
    end: int

    @property
    def shown(self) -> str:
        """Return the tag as it is typed."""
        closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[self.opening]
        return f"{self.opening}{self.prefix} {self.inside} {closing}"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the template. ``tracked`` tells of each character whether a tracked change holds it."""

    spot: Spot
    element: etree._Element
    text: str
    tracked: tuple[bool, ...]
    tags: tuple[Tag, ...]

    @property
    def rest(self) -> str:
        """Return the text without its tags."""
        kept, after = [], 0
        for tag in self.tags:
            kept.append(self.text[after : tag.start])
            after = tag.end
        return "".join((*kept, self.text[after:]))


def lines_of(parts: Mapping[str, bytes]) -> list[Line]:
    """Return every paragraph of the document and of the parts that go with it, in reading order, part by part."""
    names = [DOCUMENT]
    for kind in (*FILLED, *UNFILLED):
        names.extend(sorted(set(targets(parts, kind).values())))
    headings = heading_ids(parts)
    return [line for name in names for line in _part_lines(name, parse(parts[name]), headings)]


def _part_lines(part: str, root: etree._Element, headings: frozenset[str]) -> Iterator[Line]:
    heading = ""
    for paragraph in paragraphs(root):
        pieces = list(_pieces(paragraph))
        text = "".join(piece for piece, _ in pieces)
        tracked = tuple(is_tracked for piece, is_tracked in pieces for _ in piece)
        shown = " ".join(text.split())
        yield Line(Spot(part, shown, heading), paragraph, text, tracked, tuple(find_tags(text)))
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if shown and style is not None and style.get(VAL) in headings:
            heading = shown


def _pieces(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    for element in paragraph.iter(T, DELETED_TEXT, w("tab"), w("br")):
        above = []
        for ancestor in element.iterancestors():
            if ancestor is paragraph:
                break
            above.append(ancestor.tag)
        if TEXT_BOX in above or FALLBACK in above or w("pPr") in above:
            continue
        is_tracked = not TRACKED.isdisjoint(above)
        yield (element.text or "" if element.tag in {T, DELETED_TEXT} else " "), is_tracked


def find_tags(text: str) -> Iterator[Tag]:
    """Yield the whole tags in a text. Quotation marks are made plain, as docxtpl does and LibreOffice does not."""
    for match in _TAG.finditer(text):
        opening = match.group()[:2]
        if match.group()[-2:] != {"{{": "}}", "{%": "%}", "{#": "#}"}[opening]:
            continue
        prefix = _PREFIX.match(match[1])
        inside = match[1][prefix.end() :] if prefix else match[1]
        plain = _SPACES.sub(" ", inside.replace("&quot;", '"').translate(_QUOTES)).strip()
        yield Tag(opening, prefix[1] if prefix else "", plain, match.start(), match.end())


def container(line: Line, tag: Tag) -> etree._Element | None:
    """Return what a tag and its closing one must both stand in: they may not reach over its edge."""
    wanted = {"tr": TR, "tc": TC}.get(tag.prefix, P)
    element: etree._Element | None = line.element
    while element is not None and element.tag != wanted:
        element = element.getparent()
    return None if element is None else element.getparent()
