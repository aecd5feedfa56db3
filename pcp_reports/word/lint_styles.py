"""What goes wrong with the styles of a template, and with the list that numbers its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.document import BlockKind
from pcp_reports.findings import Finding, Place
from pcp_reports.word.body import HYPERLINK, TABLE_HEADING, TABLE_TEXT
from pcp_reports.word.looks import UPDATE
from pcp_reports.word.numbers import number_paragraphs
from pcp_reports.word.reading import VAL, P, root_of_kind, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES = {"paragraph": "a paragraph style", "character": "a character style", "table": "a table style"}
_ADD = "Take a new template with this style, or let “template new --from” put it into a copy of this one."
_RELINK = "In Word: Modify Style, Format, Numbering, and choose the list 1. 2. 3. that no other style uses."
# A paper in small: what may stand between two numbered paragraphs must not disturb the count.
_ORDER = (
    BlockKind.HEADING,
    BlockKind.NUMBERED,
    BlockKind.CONTINUATION,
    BlockKind.BULLET,
    BlockKind.SUB_BULLET,
    BlockKind.GRANT_HEADING,
    BlockKind.GRANT,
    BlockKind.NUMBERED,
    BlockKind.QUOTATION,
    BlockKind.TEXT,
    BlockKind.HEADING,
    BlockKind.PHASE,
    BlockKind.MINOR,
    BlockKind.NUMBERED,
)


def style_faults(parts: Mapping[str, bytes], path: str, *, layout: str) -> Iterator[Finding]:
    """Yield what is wrong with the named styles, and with the numbers of a panel update."""
    styles = root_of_kind(parts, "styles")
    found = _styles(styles)
    for name, kind in needed_styles(layout).items():
        own = found.get(name.casefold())
        if own is None:
            yield Finding("W101", f"The template has no style called “{name}”.", Place(path), _ADD)
        elif own.get(w("type"), "paragraph") != kind:
            is_now = _TYPES.get(own.get(w("type"), ""), "a list style")
            words = f"The style “{name}” is {is_now}; the paper needs {_TYPES[kind]} of that name."
            yield Finding("W102", words, Place(path), "Rename it in Word, and make a new one of the right type.")
    if layout == UPDATE and styles is not None:
        ids = {name: own.get(w("styleId"), "") for name, own in found.items()}
        yield from _number_faults(styles, root_of_kind(parts, "numbering"), ids, path)


def needed_styles(layout: str) -> dict[str, str]:
    """Return the styles that a body of this layout may use, by name, with the type of each."""
    kinds = [kind for kind in BlockKind if layout == UPDATE or kind not in {BlockKind.NUMBERED, BlockKind.CONTINUATION}]
    needed = {kind.value: "table" if kind is BlockKind.TABLE else "paragraph" for kind in kinds}
    return {**needed, TABLE_TEXT: "paragraph", TABLE_HEADING: "paragraph", HYPERLINK: "character"}


def _styles(styles: etree._Element | None) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for style in () if styles is None else styles.findall(w("style")):
        name = style.find(w("name"))
        if name is not None:
            found.setdefault(name.get(VAL, "").casefold(), style)
    return found


def _number_faults(
    styles: etree._Element, numbering: etree._Element | None, ids: Mapping[str, str], path: str
) -> Iterator[Finding]:
    kinds = [kind for kind in _ORDER if kind.value.casefold() in ids]
    if BlockKind.NUMBERED not in kinds:
        return
    printed = list(number_paragraphs(_paper([ids[kind.value.casefold()] for kind in kinds]), styles, numbering))
    labels = [entry.label for kind, entry in zip(kinds, printed, strict=True) if kind is BlockKind.NUMBERED]
    own = ids[BlockKind.NUMBERED.value.casefold()]
    if not all(labels):
        yield _broken("The style “Numbered Paragraph” is not linked to a list, so it prints no numbers.", path)
    elif [(label or "").strip(" .()") for label in labels] != ["1", "2", "3"]:
        shown = ", ".join(label or "" for label in labels)
        yield _broken(f"Three paragraphs of the style “Numbered Paragraph” print {shown}, not 1, 2, 3.", path)
    else:
        yield from _link_faults(styles, numbering, own, path)
    for kind, entry in dict(zip(kinds, printed, strict=True)).items():
        if kind is not BlockKind.NUMBERED and entry.is_number:
            words = f"The style “{kind.value}” prints numbers of its own ({entry.label}) among the paper's."
            yield _broken(words, path)
    yield from _shared_ids(numbering, path)


def _broken(words: str, path: str) -> Finding:
    return Finding("W104", words, Place(path), _RELINK)


def _paper(styles: list[str]) -> etree._Element:
    body = etree.Element(w("body"))
    for style in styles:
        properties = etree.SubElement(etree.SubElement(body, P), w("pPr"))
        etree.SubElement(properties, w("pStyle")).set(VAL, style)
    return body


def _link_faults(styles: etree._Element, numbering: etree._Element | None, own: str, path: str) -> Iterator[Finding]:
    """Yield whether the list's first level belongs to another style, or to none."""
    linked = [
        style.get(VAL, "")
        for level in (() if numbering is None else numbering.iter(w("lvl")))
        if level.get(w("ilvl")) == "0"
        for style in level.findall(w("pStyle"))
    ]
    if linked.count(own) > 1:
        yield _broken("More than one list says that its first level is the style “Numbered Paragraph”.", path)
    elif own not in linked:
        of = _level_style(styles, numbering, own)
        if of:
            yield _broken(f"The list of the style “Numbered Paragraph” belongs to another style ({of}).", path)
        else:
            words = (
                "The list of the style “Numbered Paragraph” does not name the style in return; the numbers are right."
            )
            yield Finding("W123", words, Place(path), "Nothing need be done; linking it again in Word makes it firm.")


def _level_style(styles: etree._Element, numbering: etree._Element | None, own: str) -> str:
    """Return the id of the style to which the first level of a style's list belongs, or the empty string."""
    style = next((one for one in styles.findall(w("style")) if one.get(w("styleId")) == own), None)
    number = None if style is None else style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if number is None or numbering is None:
        return ""
    for instance in numbering.findall(w("num")):
        definition = instance.find(w("abstractNumId"))
        if instance.get(w("numId")) != number.get(VAL) or definition is None:
            continue
        for one in numbering.findall(w("abstractNum")):
            if one.get(w("abstractNumId")) == definition.get(VAL):
                named = one.find(f"{w('lvl')}[@{w('ilvl')}='0']/{w('pStyle')}")
                return "" if named is None else named.get(VAL, "")
    return ""


def _shared_ids(numbering: etree._Element | None, path: str) -> Iterator[Finding]:
    if numbering is None:
        return
    for kind, attribute in (("num", "numId"), ("abstractNum", "abstractNumId")):
        ids = [one.get(w(attribute)) for one in numbering.findall(w(kind))]
        if len(set(ids)) < len(ids):
            yield _broken(
                "Two lists of the template bear the same number inside the file; Word would mix them up.", path
            )
    order = [one.tag for one in numbering if one.tag in {w("num"), w("abstractNum")}]
    if order != sorted(order, key=lambda tag: tag == w("num")):
        yield _broken("The lists of the template stand in an order that Word does not accept.", path)
