"""The paragraphs of somebody's paper, with what tells a heading, a number or a table's label from a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.numbers import number_paragraphs
from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.reading import TC, VAL, P, R, in_text_box, root_of_kind, text_of, w
from pcp_reports.word.render import heading_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_LONGEST_HEADING = 80
_OFF = frozenset(("0", "false", "off"))


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph that has words. Two are the same if they are the same paragraph of the file."""

    element: etree._Element
    text: str
    is_number: bool
    is_bullet: bool
    is_title: bool
    has_heading_style: bool
    is_bold: bool
    cell: etree._Element | None

    @property
    def in_table(self) -> bool:
        """Return whether it stands in a table."""
        return self.cell is not None


def paper_lines(parts: Mapping[str, bytes]) -> tuple[etree._Element, list[Seen]]:
    """Return the root of the document, and its paragraphs with words in order, those of text boxes left out."""
    root = parse(parts[DOCUMENT])
    styles = root_of_kind(parts, "styles")
    headings = heading_ids(parts)
    named: dict[str, etree._Element] = {}
    for style in () if styles is None else styles.findall(w("style")):
        named[style.get(w("styleId"), "")] = style
    found = []
    for entry in number_paragraphs(root, styles, root_of_kind(parts, "numbering")):
        text = text_of(entry.paragraph)
        if not text.strip() or in_text_box(entry.paragraph):
            continue
        own = entry.paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        identifier = "" if own is None else own.get(VAL, "")
        found.append(
            Seen(
                element=entry.paragraph,
                text=text,
                is_number=entry.is_number,
                is_bullet=entry.label is not None and not entry.is_number,
                is_title=_name(named.get(identifier)) == "title",
                has_heading_style=identifier in headings,
                is_bold=_is_bold(entry.paragraph, named.get(identifier)),
                cell=next(entry.paragraph.iterancestors(TC), None),
            )
        )
    return root, found


def is_heading(one: Seen) -> bool:
    """Return whether a paragraph is a heading: by its style, or short, and bold or in capitals as if it were."""
    if one.has_heading_style:
        return True
    words = one.text.strip()
    short = len(words) <= _LONGEST_HEADING and not words.endswith((".", ";", ",")) and not one.is_bullet
    return short and (one.is_bold or words.isupper())


def label_before(one: Seen) -> str:
    """Return the words of the cell to the left, which in a table are the label of what stands in this one."""
    cell = None if one.cell is None else one.cell.getprevious()
    if cell is None or cell.tag != TC:
        return ""
    return " ".join("".join(text_of(paragraph) for paragraph in cell.iter(P)).split())


def _name(style: etree._Element | None) -> str:
    name = None if style is None else style.find(w("name"))
    return "" if name is None else name.get(VAL, "").casefold()


def _is_bold(paragraph: etree._Element, style: etree._Element | None) -> bool:
    by_style = style is not None and _on(style.find(f"{w('rPr')}/{w('b')}"))
    runs = [run for run in paragraph.iter(R) if text_of(run).strip()]
    own = [run.find(f"{w('rPr')}/{w('b')}") for run in runs]
    return bool(runs) and all(by_style if bold is None else _on(bold) for bold in own)


def _on(toggle: etree._Element | None) -> bool:
    return toggle is not None and toggle.get(VAL, "1") not in _OFF
