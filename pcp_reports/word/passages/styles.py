"""What a paper's styles say of its paragraphs and runs: headings, titles, contents, bold, hidden.

Source: ECMA-376 part 1, 17.7 (styles; bold and the like in a paragraph's style and a run's style together cancel one
another out, 17.7.3) and 17.9.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.passage import Sort
from pcp_reports.records import dataclass
from pcp_reports.word.reading import VAL, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc [1-9]|toc heading|table of figures|table of authorities|toa heading|index [1-9]")
_DEEPER = re.compile(r"list (?:bullet|number|continue) ([2-5])")
_LINKS = ("hyperlink", "followedhyperlink")
_OFF = frozenset(("0", "false", "off", "none"))
_LONGEST_CHAIN = 30  # styles each based on the next; Word itself makes eleven
_OUTLINED = 9  # levels 0 to 8 are headings; 9 is text
_FACES = {w("b"): "b", w("u"): "u", w("caps"): "caps", w("smallCaps"): "caps", w("vanish"): "hidden"}
_STRUCK = frozenset((w("strike"), w("dstrike")))


@dataclass(frozen=True, slots=True)
class Face:
    """How words are set; None where it is not said."""

    bold: bool | None = None
    underlined: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    is_link: bool = False
    struck: bool | None = None

    def instead_of(self, other: Face) -> Face:
        """Return this over another: what is not said here is as said there."""
        return Face(
            other.bold if self.bold is None else self.bold,
            other.underlined if self.underlined is None else self.underlined,
            other.caps if self.caps is None else self.caps,
            other.hidden if self.hidden is None else self.hidden,
            is_link=self.is_link,
            struck=other.struck if self.struck is None else self.struck,
        )

    def upon(self, paragraph: Face) -> Face:
        """Return a run's style upon its paragraph's: bold of one and bold of the other cancel one another out."""
        return Face(
            _other_way(paragraph.bold, self.bold),
            paragraph.underlined if self.underlined is None else self.underlined,
            _other_way(paragraph.caps, self.caps),
            _other_way(paragraph.hidden, self.hidden),
            struck=_other_way(paragraph.struck, self.struck),
        )


def _other_way(one: bool | None, other: bool | None) -> bool | None:
    return one if other is None else bool(one) != other


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph of a style is: a title, a heading (``level`` from 1), or neither (None).

    ``contents``: an entry of a table of contents or an index, or the heading of one. ``deeper``: how far in its list stands by its name.
    """

    sort: Sort | None = None
    level: int = 0
    contents: bool = False
    contents_heading: bool = False
    deeper: int = 0
    face: Face = Face()


def face_of(properties: etree._Element) -> Face:
    """Return how run properties (``w:rPr``) set words, their style left aside."""
    found: dict[str, bool] = {}
    for child in properties:
        name = "struck" if child.tag in _STRUCK else _FACES.get(child.tag)
        if name is not None:
            found[name] = child.get(VAL, "1") not in _OFF or found.get(name, False)
    return Face(found.get("b"), found.get("u"), found.get("caps"), found.get("hidden"), struck=found.get("struck"))


class Styles:
    """The styles of a paper by id, each followed to what it is based on once."""

    def __init__(self, root: etree._Element | None) -> None:
        entries = [] if root is None else root.findall(w("style"))
        self._styles = {(one.get(w("type"), "paragraph"), one.get(w("styleId"), "")): one for one in entries}
        starts = (one for one in entries if one.get(w("default")) in {"1", "true", "on"})
        self._default = next((one.get(w("styleId"), "") for one in starts if one.get(w("type")) == "paragraph"), "")
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._face = Face() if defaults is None else face_of(defaults)
        self._kinds: dict[str, Kind] = {}
        self._faces: dict[str, Face] = {}

    def kind(self, style: str) -> Kind:
        """Return what a paragraph of the style is; of no style (""), what one of the default style is."""
        if style not in self._kinds:
            self._kinds[style] = self._kind(style or self._default)
        return self._kinds[style]

    def face(self, style: str) -> Face:
        """Return how a character style sets words."""
        if style not in self._faces:
            chain = list(self._chain("character", style))
            names = [_name(one) for one in chain]
            face = self._followed(chain)
            link = any(name.replace(" ", "") in _LINKS for name in names)
            self._faces[style] = replace(face, is_link=link)
        return self._faces[style]

    def heads_rows(self, style: str) -> bool:
        """Return whether a table style sets the first row in bold."""
        for one in self._chain("table", style):
            for part in one.findall(w("tblStylePr")):
                properties = part.find(w("rPr")) if part.get(w("type")) == "firstRow" else None
                if properties is not None and face_of(properties).bold:
                    return True
        return False

    def _kind(self, style: str) -> Kind:
        chain = list(self._chain("paragraph", style))
        names = [_name(one) for one in chain]
        sort, level = self._rank(chain)
        deeper = next((int(match[1]) - 1 for name in names if (match := _DEEPER.fullmatch(name))), 0)
        contents = any(_CONTENTS.fullmatch(name) for name in names)
        heading = contents and any(name.endswith(" heading") for name in names)
        face = self._followed(chain)
        return Kind(
            sort, level, contents=contents, contents_heading=heading, deeper=deeper, face=face.instead_of(self._face)
        )

    @staticmethod
    def _rank(chain: list[etree._Element]) -> tuple[Sort | None, int]:
        for one in chain:
            outline = one.find(f"{w('pPr')}/{w('outlineLvl')}")
            if outline is not None:
                level = outline_level(outline)
                return (Sort.HEADING, level) if level else (None, 0)
            name = _name(one)
            if match := _HEADING.fullmatch(name):
                return Sort.HEADING, int(match[1])
            if name == "title":
                return Sort.TITLE, 0
        return None, 0

    def _chain(self, kind: str, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style not in seen and len(seen) < _LONGEST_CHAIN and (kind, style) in self._styles:
            seen.add(style)
            one = self._styles[kind, style]
            yield one
            base = one.find(w("basedOn"))
            style = "" if base is None else base.get(VAL, "")

    @staticmethod
    def _followed(chain: list[etree._Element]) -> Face:
        face = Face()
        for one in chain:
            properties = one.find(w("rPr"))
            face = face if properties is None else face.instead_of(face_of(properties))
        return face


def outline_level(element: etree._Element) -> int:
    """Return the level of a heading from 1 that an outline level gives; 0 for text, or for what is no level."""
    value = element.get(VAL, "")
    return int(value) + 1 if len(value) == 1 and value.isascii() and value.isdigit() and int(value) < _OUTLINED else 0


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(VAL, "").casefold()
