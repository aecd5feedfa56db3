"""Puts the named styles and the lists of a paper into a Word file, beside whatever it has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pcp_reports.records import dataclass
from pcp_reports.word.looks import Look, looks
from pcp_reports.word.numbering import EMPTY, add_list, lists
from pcp_reports.word.package import WORD, parse
from pcp_reports.word.parts import add_part, drop_parts, part_of_kind, serialize

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

NUMBERED = "Numbered Paragraph"
_W = f"{{{WORD}}}"
_NO_STYLES = f'<w:styles xmlns:w="{WORD}"/>'.encode()
_DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_BUILT_IN = _DEFAULTS | {
    "Strong",
    "Hyperlink",
    "header",
    "footer",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "heading 3",
}


@dataclass(frozen=True, slots=True)
class WithLooks:
    """The parts of a Word file after styles were put in, and the names of those that were."""

    parts: dict[str, bytes]
    added: frozenset[str]


def styles_of(parts: Mapping[str, bytes]) -> etree._Element:
    """Return the root of the styles part; one without a style where a file has no such part."""
    name = part_of_kind(parts, "styles")
    return parse(parts[name] if name else _NO_STYLES)


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Return the ids of a styles part's styles by name in small letters: Word knows names without regard to case."""
    found: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found.setdefault(name.get(f"{_W}val", "").casefold(), style.get(f"{_W}styleId", ""))
    return found


def ensure_styles(parts: Mapping[str, bytes], layout: str, *, keep: bool = True) -> dict[str, bytes]:
    """Return the parts with every named style and list that a paper of this layout uses.

    With ``keep``, styles already there stay as they are, except that a Numbered Paragraph that is not soundly linked to
    a list is linked to one; without it, styles of our names are replaced. The stale copy of the styles that older
    tools leave behind is dropped: it would contradict the styles beside it.
    """
    made = add_looks(without_stale(parts), looks(layout), keep=keep)
    styles_name = part_of_kind(made.parts, "styles") or ""
    styles = parse(made.parts[styles_name])
    numbering_name = part_of_kind(made.parts, "numbering")
    numbering = parse(made.parts[numbering_name] if numbering_name else EMPTY)
    ids = style_ids(styles)
    to_link = set(made.added)
    if not _is_linked(styles, numbering, ids[NUMBERED.casefold()]):
        to_link.add(NUMBERED)
    for wanted in lists(layout):
        linked = {name: ids[name.casefold()] for name in wanted.styles if name in to_link}
        if linked:
            _unlink(numbering, linked.values())
            num_id = add_list(numbering, wanted, linked)
            for depth, level in enumerate(wanted.levels):
                if level.style in linked:
                    _link(styles, linked[level.style], num_id, depth)
    done = {**made.parts, styles_name: serialize(styles)}
    if numbering_name:
        return {**done, numbering_name: serialize(numbering)}
    return add_part(done, "numbering", "numbering", serialize(numbering))[0]


def add_looks(parts: Mapping[str, bytes], wanted: Collection[Look], *, keep: bool = True) -> WithLooks:
    """Return the parts with these styles in them; with ``keep``, a style that is there already stays as it is."""
    name = part_of_kind(parts, "styles")
    styles = styles_of(parts)
    ids = style_ids(styles)
    new = [look for look in wanted if not keep or look.name.casefold() not in ids]
    for look in new:
        own = ids.get(look.name.casefold())
        if own is None:
            ids[look.name.casefold()] = _free(look.identifier, set(ids.values()))
        else:
            _remove(styles, own)
    for look in new:
        styles.append(_style(look, ids))
    added = frozenset(look.name for look in new)
    if name:
        return WithLooks({**parts, name: serialize(styles)}, added)
    return WithLooks(add_part(parts, "styles", "styles", serialize(styles))[0], added)


def without_stale(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without the copy of the styles that older tools leave beside them, never kept up to date."""
    stale = {name for name in parts if name.casefold().endswith("/styleswitheffects.xml")}
    return drop_parts(parts, stale) if stale else dict(parts)


def _free(identifier: str, taken: set[str]) -> str:
    folded = {one.casefold() for one in taken}
    while identifier.casefold() in folded:
        identifier += "P"
    return identifier


def _remove(styles: etree._Element, identifier: str) -> None:
    for style in styles.findall(f"{_W}style"):
        if style.get(f"{_W}styleId") == identifier:
            styles.remove(style)


def _style(look: Look, ids: Mapping[str, str]) -> etree._Element:
    own = ids[look.name.casefold()]
    flags = (' w:default="1"' if look.name in _DEFAULTS else "") + (
        "" if look.name in _BUILT_IN else ' w:customStyle="1"'
    )
    based_on, following = ids.get(look.based_on.casefold()), ids.get(look.following.casefold())
    shown = "<w:qFormat/>" if look.gallery and look.kind == "paragraph" else ""
    xml = (
        f'<w:x xmlns:w="{WORD}"><w:style w:type="{look.kind}"{flags} w:styleId="{own}"><w:name w:val="{look.name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{1 if look.gallery else 99}"/>{shown}'
        + (f"<w:pPr>{look.paragraph}</w:pPr>" if look.paragraph else "")
        + (f"<w:rPr>{look.run}</w:rPr>" if look.run else "")
        + f"{look.table}</w:style></w:x>"
    )
    return etree.fromstring(xml)[0]


def _is_linked(styles: etree._Element, numbering: etree._Element, identifier: str) -> bool:
    """Return whether a style and level 0 of a list point at each other."""
    num_id = _value(_numbering_of(styles, identifier), "numId")
    num = next((node for node in numbering.findall(f"{_W}num") if node.get(f"{_W}numId") == num_id), None)
    abstract_id = _value(num, "abstractNumId")
    for abstract in numbering.findall(f"{_W}abstractNum"):
        if abstract.get(f"{_W}abstractNumId") == abstract_id:
            levels = [level for level in abstract.findall(f"{_W}lvl") if level.get(f"{_W}ilvl") == "0"]
            return any(_value(level, "pStyle") == identifier for level in levels)
    return False


def _numbering_of(styles: etree._Element, identifier: str) -> etree._Element | None:
    for style in styles.findall(f"{_W}style"):
        if style.get(f"{_W}styleId") == identifier:
            return style.find(f"{_W}pPr/{_W}numPr")
    return None


def _value(node: etree._Element | None, child: str) -> str | None:
    found = None if node is None else node.find(f"{_W}{child}")
    return None if found is None else found.get(f"{_W}val")


def _unlink(numbering: etree._Element, identifiers: Collection[str]) -> None:
    """Take from every level the link to these styles: a style belongs to one level only."""
    for link in list(numbering.iter(f"{_W}pStyle")):
        level = link.getparent()
        if link.get(f"{_W}val") in identifiers and level is not None:
            level.remove(link)


def _link(styles: etree._Element, identifier: str, num_id: int, depth: int) -> None:
    style = next(node for node in styles.findall(f"{_W}style") if node.get(f"{_W}styleId") == identifier)
    paragraph = style.find(f"{_W}pPr")
    if paragraph is None:
        paragraph = etree.Element(f"{_W}pPr")
        after = [f"{_W}{name}" for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        style.insert(next((at for at, node in enumerate(style) if node.tag in after), len(style)), paragraph)
    for old in paragraph.findall(f"{_W}numPr"):
        paragraph.remove(old)
    link = etree.Element(f"{_W}numPr")
    if depth:
        etree.SubElement(link, f"{_W}ilvl").set(f"{_W}val", str(depth))
    etree.SubElement(link, f"{_W}numId").set(f"{_W}val", str(num_id))
    # The schema's order: these alone may stand before w:numPr.
    before = {
        f"{_W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    }
    paragraph.insert(sum(node.tag in before for node in paragraph), link)
