"""The number Word prints beside each paragraph, worked out from the file's own styles and numbering parts.

Word keeps no number in the text: a paragraph names a list and a level (itself, or through its style), and the numbers
are counted when the page is drawn. Source: ECMA-376 part 1, 17.3.1.19 and 17.9. Where the standard is silent (a deeper
level before any higher one; two lists of one definition) this does as Word and LibreOffice do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.numerals import fill_pattern
from pcp_reports.word.reading import VAL, in_text_box, paragraphs, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_DEEPEST = 8
_LONGEST = 11
_LONGEST_CHAIN = 30  # styles each based on the next; Word itself makes eleven


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as defined. ``restart_after`` is the 1-based level whose use restarts this one; 0 never."""

    start: int
    form: str  # "decimal", "lowerLetter", "bullet", "none" …
    pattern: str  # "%1.%2"
    restart_after: int
    style: str  # the id of the paragraph style linked to the level, or ""
    legal: bool  # every number in the pattern in decimal


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """One list instance (``w:num``): the definition it counts with, its levels, and the starts it sets anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph and what is printed before it. ``label`` is None without numbering, ``value`` None without a count.

    ``level`` is counted from 0; ``form`` is the number format; ``definition`` tells lists apart.
    """

    paragraph: etree._Element
    label: str | None = None
    value: int | None = None
    level: int = 0
    form: str = "none"
    definition: str = ""

    @property
    def is_number(self) -> bool:
        """Return whether a number or letter is printed: neither a bullet nor nothing."""
        return bool(self.label) and self.form not in {"bullet", "none"}


def number_paragraphs(
    document: etree._Element, styles: etree._Element | None, numbering: etree._Element | None
) -> Iterator[Numbered]:
    """Yield every paragraph of a part in order with its printed number; text boxes are counted apart."""
    resolver = Resolver(styles, numbering)
    own, boxed = Counters(), Counters()
    for paragraph in paragraphs(document):
        position = resolver.position(paragraph)
        if position is None:
            yield Numbered(paragraph)
            continue
        number, level = position
        counters = boxed if in_text_box(paragraph) else own
        yield counters.count(paragraph, number, resolver.lists[number], level)


class Resolver:
    """Finds the list and the level of a paragraph: its own, else its style's, else those its style is based on."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        entries = [] if styles is None else styles.findall(w("style"))
        kept = [entry for entry in entries if entry.get(w("type"), "paragraph") == "paragraph"]
        self._styles = {entry.get(w("styleId"), ""): entry for entry in kept}
        self._default = next((e.get(w("styleId"), "") for e in kept if e.get(w("default")) in {"1", "true", "on"}), "")
        self._by_style: dict[str, tuple[str, int] | None] = {}
        linked = {e.get(w("styleId"), ""): _property(e, "numId") for e in entries if e.get(w("type")) == "numbering"}
        self.lists = _lists(numbering, linked)

    def position(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return the list's id and the level (from 0) the paragraph is numbered at, or None."""
        style = _property(paragraph, "pStyle", of="") or ""
        return self.position_of(style, _property(paragraph, "numId"), _property(paragraph, "ilvl"))

    def position_of(self, style: str, own_list: str | None, own_level: str | None) -> tuple[str, int] | None:
        """Return the position of a paragraph of a style ("" for none) that names a list or a level itself, or None."""
        style = style or self._default
        inherited = self.of_style(style)
        if own_list is None and own_level is None:
            return inherited
        number = own_list if own_list is not None else (inherited[0] if inherited else None)
        if number is None or number not in self.lists:
            return None
        if own_level is not None:
            level = _number(own_level, 0)
        elif inherited is not None and inherited[0] == number:
            level = inherited[1]
        else:
            level = self._linked_level(number, self._chain(style)) or 0
        return (number, level) if level in self.lists[number].levels else None

    def of_style(self, style: str) -> tuple[str, int] | None:
        """Return the list and level that a paragraph style gives, or None."""
        if style not in self._by_style:
            self._by_style[style] = self._inherited(self._chain(style))
        return self._by_style[style]

    def _inherited(self, chain: list[str]) -> tuple[str, int] | None:
        own = [(_property(self._styles[name], "numId"), _property(self._styles[name], "ilvl")) for name in chain]
        number = next((number for number, _ in own if number is not None), None)
        if number is None or number not in self.lists:
            return None
        # The link from the level back to the style decides; what the style says of its level is only second.
        level = self._linked_level(number, chain)
        if level is None:
            level = _number(next((stated for _, stated in own if stated is not None), None), 0)
        return (number, level) if level in self.lists[number].levels else None

    def _chain(self, style: str) -> list[str]:
        chain: list[str] = []
        while style in self._styles and style not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = _property(self._styles[style], "basedOn", of=None) or ""
        return chain

    def _linked_level(self, number: str, chain: list[str]) -> int | None:
        levels = self.lists[number].levels
        return next((at for style in chain for at, level in levels.items() if level.style == style), None)


class Counters:
    """How far each list has counted. Lists of one definition count on from one another, unless one sets a start."""

    def __init__(self) -> None:
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def count(self, paragraph: etree._Element, number: str, listed: ListDefinition, at: int) -> Numbered:
        """Return a paragraph of a list's level with its number, which is counted by this."""
        level = listed.levels[at]
        values = self._values.setdefault(listed.definition, {})
        start = listed.starts.get(at, level.start)
        if at in listed.starts and (number, at) not in self._begun:
            values[at] = start
        else:
            values[at] = values[at] + 1 if at in values else start
        self._begun.add((number, at))
        for higher in range(at):
            # A level that nothing stands at yet is printed, and counted, as if its first paragraph stood there.
            if higher in listed.levels and higher not in values:
                values[higher] = listed.starts.get(higher, listed.levels[higher].start)
        for deeper in [other for other in values if other > at and other in listed.levels]:
            if at < listed.levels[deeper].restart_after:
                del values[deeper]
        forms = {i: (values[i], listed.levels[i].form) for i in range(at + 1) if i in values and i in listed.levels}
        label = fill_pattern(level.pattern, level.form, forms, legal=level.legal)
        return Numbered(paragraph, label, values[at], at, level.form, listed.definition)


def _lists(numbering: etree._Element | None, linked: Mapping[str, str | None]) -> dict[str, ListDefinition]:
    if numbering is None:
        return {}
    definitions = {entry.get(w("abstractNumId"), ""): entry for entry in numbering.findall(w("abstractNum"))}
    instances = {entry.get(w("numId"), ""): entry for entry in numbering.findall(w("num"))}
    # numId 0 is Word's way of saying "no number here"; no list may bear it.
    instances.pop("0", None)
    found = {}
    for number, instance in instances.items():
        definition = _definition(number, instances, definitions, linked)
        if definition is not None:
            found[number] = _list(instance, definition, definitions[definition])
    return found


def _definition(
    number: str,
    instances: Mapping[str, etree._Element],
    definitions: Mapping[str, etree._Element],
    linked: Mapping[str, str | None],
) -> str | None:
    """Return the id of the definition a list counts with, followed through list styles; None where it leads nowhere."""
    followed: set[str] = set()
    while number in instances and number not in followed:
        followed.add(number)
        definition = _value(instances[number], "abstractNumId") or ""
        if definition not in definitions:
            return None
        style = _value(definitions[definition], "numStyleLink")
        if style is None:
            return definition
        number = linked.get(style) or ""
    return None


def _list(instance: etree._Element, definition: str, defined: etree._Element) -> ListDefinition:
    levels = {at: _level(level, at) for level in defined.findall(w("lvl")) if (at := _index(level)) is not None}
    starts = {}
    for override in instance.findall(w("lvlOverride")):
        at = _index(override)
        if at is None:
            continue
        replaced, start = override.find(w("lvl")), _value(override, "startOverride")
        if replaced is not None:
            levels[at] = _level(replaced, at)
        if start is not None:
            starts[at] = _number(start, 0)
    return ListDefinition(definition, levels, starts)


def _level(level: etree._Element, at: int) -> Level:
    legal = level.find(w("isLgl"))
    return Level(
        start=_number(_value(level, "start"), 0),
        form=_value(level, "numFmt") or "decimal",
        pattern=_value(level, "lvlText") or "",
        restart_after=min(_number(_value(level, "lvlRestart"), at), at),
        style=_value(level, "pStyle") or "",
        legal=legal is not None and legal.get(VAL, "1") not in {"0", "false", "off"},
    )


def _index(element: etree._Element) -> int | None:
    at = _number(element.get(w("ilvl")), -1)
    return at if 0 <= at <= _DEEPEST else None


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(w(name))
    return None if child is None else child.get(VAL)


def _property(element: etree._Element, name: str, of: str | None = "numPr") -> str | None:
    """Return a value of a paragraph or a style: of its numbering, of its paragraph properties (""), or of itself."""
    path = {"numPr": f"{w('pPr')}/{w('numPr')}/", "": f"{w('pPr')}/", None: ""}[of] + w(name)
    child = element.find(path)
    return None if child is None else child.get(VAL)


def _number(text: str | None, otherwise: int) -> int:
    try:
        # Word's own numbers have at most ten digits; Python refuses to print ones of thousands.
        return int(text) if text is not None and len(text) <= _LONGEST else otherwise
    except ValueError:
        return otherwise
