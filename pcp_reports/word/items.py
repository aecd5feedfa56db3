"""What stands in a finished Word file, in order: paragraphs with numbers and links, tables with their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.records import dataclass
from pcp_reports.word.numbers import Numbered, number_paragraphs
from pcp_reports.word.package import DOCUMENT, parse
from pcp_reports.word.reading import (
    FALLBACK,
    TBL,
    VAL,
    Link,
    links_of,
    relationships,
    root_of_kind,
    rows_of,
    text_of,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from pcp_reports.document import Table
    from pcp_reports.word.reading import Relationship

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or a table of the file. ``rows`` is None for a paragraph.

    ``style`` is the style's name; ``list_id`` tells one numbered list from another.
    """

    text: str
    links: tuple[Link, ...] = ()
    label: str | None = None
    value: int | None = None
    is_number: bool = False
    style: str = ""
    rows: Rows | None = None
    list_id: str = ""


def items_of(parts: Mapping[str, bytes], tables: Iterable[Table]) -> list[Item]:
    """Return the paragraphs and tables of the document that hold anything, in order.

    A table that is one of ``tables``, or was meant to be, is one item; any other is there for the layout of the page,
    and its paragraphs are items.
    """
    root = parse(parts[DOCUMENT])
    styles = root_of_kind(parts, "styles")
    names = _style_names(styles)
    targets = relationships(parts, DOCUMENT)
    data = _data_tables(root, [(table.header, *table.rows) for table in tables])
    return [
        item
        for item in _items(number_paragraphs(root, styles, root_of_kind(parts, "numbering")), names, targets, data)
        if item.rows is not None or item.text.strip() or item.is_number
    ]


def _items(
    numbered: Iterable[Numbered],
    names: Mapping[str, str],
    targets: Mapping[str, Relationship],
    data: Mapping[etree._Element, Rows],
) -> Iterator[Item]:
    shown: set[etree._Element] = set()
    for entry in numbered:
        table = next((table for table in entry.paragraph.iterancestors(TBL) if table in data), None) if data else None
        if table is None:
            yield _paragraph(entry, names, targets)
        elif table not in shown:
            shown.add(table)
            rows = data[table]
            yield Item("\n".join("\t".join(row) for row in rows), rows=rows)


def _paragraph(entry: Numbered, names: Mapping[str, str], targets: Mapping[str, Relationship]) -> Item:
    style = entry.paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    identifier = "" if style is None else style.get(VAL, "")
    return Item(
        text=text_of(entry.paragraph),
        links=links_of(entry.paragraph, targets),
        label=entry.label,
        value=entry.value,
        is_number=entry.is_number,
        style=names.get(identifier, identifier),
        list_id=entry.definition,
    )


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    names = {}
    for style in () if styles is None else styles.findall(w("style")):
        name = style.find(w("name"))
        if name is not None:
            names[style.get(w("styleId"), "")] = name.get(VAL, "")
    return names


def _data_tables(root: etree._Element, expected: list[Rows]) -> dict[etree._Element, Rows]:
    if not expected:
        return {}
    found = {}
    for table in root.iter(TBL):
        if next(table.iterancestors(FALLBACK), None) is None:
            rows = rows_of(table)
            if any(_resembles(rows, wanted) for wanted in expected):
                found[table] = rows
    return found


def _resembles(rows: Rows, wanted: Rows) -> bool:
    if rows == wanted or (rows and rows[0] == wanted[0]):
        return True
    if [len(row) for row in rows] != [len(row) for row in wanted]:
        return False
    pairs = [
        cell == other for row, their in zip(rows, wanted, strict=True) for cell, other in zip(row, their, strict=True)
    ]
    return 2 * sum(pairs) >= len(pairs)
