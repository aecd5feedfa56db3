"""Proves a finished Word file: reads it back as any reader would, and compares it with the paper it should be.

Words, order, numbers, links, cells and amounts are compared strictly; looks are the template's own business. Words that
belong to the template may stand anywhere between.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pcp_reports.document import BlockKind
from pcp_reports.findings import Finding, Place
from pcp_reports.word.differences import cell_differences, excerpt, shown_difference
from pcp_reports.word.items import items_of
from pcp_reports.word.leftovers import core_title, leftover_tags
from pcp_reports.word.package import read_parts
from pcp_reports.word.pairing import Found, Pair, pair
from pcp_reports.word.properties import LONGEST
from pcp_reports.word.read_amounts import round_differences
from pcp_reports.word.read_front import front_differences
from pcp_reports.word.reading import join_links

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.document import Block, Document
    from pcp_reports.word.items import Item
    from pcp_reports.word.reading import Link

_HEADINGS = frozenset((BlockKind.HEADING, BlockKind.PHASE, BlockKind.MINOR, BlockKind.GRANT_HEADING))
_MOST_TOLD = 3  # of more in a row, the first and the last are named
_LOOK = "Run the template lint over the template; if it finds nothing, please report this as a fault of the tool."


def read_back(data: bytes, document: Document, path: str) -> list[Finding]:
    """Return everything in the Word file ``data`` that is not as ``document`` has it; nothing where all is proved.

    ``path`` is the Word file's, for the messages. A finding about a block stands at the entry it comes from.
    """
    parts = read_parts(data, path)
    if isinstance(parts, Finding):
        return [Finding("W401", f"The finished paper cannot be read back. {parts.message}", Place(path), parts.hint)]
    groups = [list(filter(_printed, blocks)) for blocks in (document.body, document.summary, document.recommendation)]
    items = items_of(parts, [block.table for blocks in groups for block in blocks if block.table is not None])
    taken: set[int] = set()
    found: list[tuple[Block, Pair | None]] = []
    paired = []
    for blocks in groups:
        pairs = pair(blocks, items, taken, numbered=document.numbered)
        taken.update(one.at for one in pairs if one is not None)
        paired.append(list(zip(blocks, pairs, strict=True)))
        found.extend(paired[-1])
    own = [item for at, item in enumerate(items) if at not in taken]
    exact = frozenset(items[one.at].text for _, one in found if one is not None and one.how is not Found.CHANGED)
    return [
        *(finding for group in paired for finding in _words(group, items, path)),
        *_twice(paired[0], items, taken, path),
        *_links(found, items, path),
        *_numbers(paired[0], items, document, path),
        *round_differences(document, dict(_by_block(paired[0], items)), path),
        *front_differences(document, own, path),
        *leftover_tags(parts, document, exact, path),
        *_title(parts, document, path),
    ]


def _printed(block: Block) -> bool:
    return block.table is not None or bool(block.text.strip())


def _by_block(group: Sequence[tuple[Block, Pair | None]], items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    for block, one in group:
        if one is not None:
            yield id(block), items[one.at]


def _place(block: Block) -> Place:
    return Place(block.origin.path, block.origin.line)


def _words(group: Sequence[tuple[Block, Pair | None]], items: Sequence[Item], path: str) -> Iterator[Finding]:
    for is_missing, run in groupby(group, key=lambda found: found[1] is None):
        if is_missing:
            yield from _missing([block for block, _ in run], path)
            continue
        for block, one in run:
            if one is not None and one.how is not Found.EXACTLY:
                yield from _otherwise(block, items[one.at], one.how, path)


def _missing(blocks: Sequence[Block], path: str) -> Iterator[Finding]:
    if len(blocks) > _MOST_TOLD:
        first, last = excerpt(blocks[0].text), excerpt(blocks[-1].text)
        message = f"{len(blocks)} paragraphs in a row are missing from {path}, from {first} to {last}."
        yield Finding("W402", message, _place(blocks[0]), _LOOK)
        return
    for block in blocks:
        yield Finding("W402", f"This is missing from {path}: {excerpt(block.text)}.", _place(block), _LOOK)


def _otherwise(block: Block, item: Item, how: Found, path: str) -> Iterator[Finding]:
    if how is Found.ELSEWHERE:
        message = f"This stands in the wrong place in {path}: {excerpt(block.text)}."
        yield Finding("W404", message, _place(block), _LOOK)
    elif block.table is not None:
        for difference in cell_differences(block.table, item.rows or ()):
            yield Finding("W408", f"A table in {path} is not the entry's: {difference}.", _place(block), _LOOK)
    else:
        difference = shown_difference(block.text, item.text)
        yield Finding("W403", f"{path} does not say what the entry says: {difference}.", _place(block), _LOOK)


def _twice(
    body: Sequence[tuple[Block, Pair | None]], items: Sequence[Item], taken: set[int], path: str
) -> Iterator[Finding]:
    places = [one.at for _, one in body if one is not None]
    if not places:
        return
    blocks = {(block.table is not None, block.text): block for block, _ in reversed(body)}
    within = range(min(places), max(places) + 1)
    again = [
        block
        for at, item in enumerate(items)
        if at not in taken
        and (block := blocks.get((item.rows is not None, item.text))) is not None
        and (at in within or _is_copy(block, item))
    ]
    if len(again) > _MOST_TOLD:
        first, last = excerpt(again[0].text), excerpt(again[-1].text)
        message = f"{len(again)} paragraphs are printed twice in {path}, from {first} to {last}."
        yield Finding("W405", message, _place(again[0]), _LOOK)
        return
    for block in again:
        yield Finding("W405", f"This is printed twice in {path}: {excerpt(block.text)}.", _place(block), _LOOK)


def _is_copy(block: Block, item: Item) -> bool:
    """Return whether what stands outside the body is a second print of a block, not the template's own words.

    A template may say in its own look what a paper says too: a heading, a standing recommendation.
    """
    if block.kind in {BlockKind.GRANT, BlockKind.TABLE}:
        return True
    if block.kind in _HEADINGS:
        return False
    return item.is_number or item.style.casefold() == block.style.casefold()


def _links(found: Sequence[tuple[Block, Pair | None]], items: Sequence[Item], path: str) -> Iterator[Finding]:
    for block, one in found:
        if one is None or block.table is not None:
            continue
        expected, there = join_links((run.text, run.link or "") for run in block.runs), items[one.at].links
        if expected != there:
            what = f"expected {_named(expected)}; found {_named(there)}"
            message = f"The links of a paragraph in {path} are not the entry's: {what}."
            yield Finding("W407", message, _place(block), _LOOK)


def _named(links: tuple[Link, ...]) -> str:
    return ", ".join(f"“{link.text}” to {link.address}" for link in links) or "no link"


def _numbers(
    body: Sequence[tuple[Block, Pair | None]], items: Sequence[Item], document: Document, path: str
) -> Iterator[Finding]:
    if not document.numbered:
        return
    carrying = [(block, one.at) for block, one in body if one is not None and block.kind is BlockKind.NUMBERED]
    before = 0
    for block, at in carrying:
        item = items[at]
        printed = (item.label or "").strip(" .()")
        if printed != str(before + 1):
            found = f"carries the number {printed}" if item.is_number else "carries no number"
            message = f"In {path} this {found}, where {before + 1} should stand: {excerpt(block.text)}."
            yield Finding("W406", message, _place(block), _LOOK)
        # From here on the count is taken as found, so that one break is told once.
        before = item.value if item.is_number and item.value is not None else before + 1
    yield from _surplus([at for _, at in carrying], items, path)


def _surplus(carrying: Sequence[int], items: Sequence[Item], path: str) -> Iterator[Finding]:
    """Yield a finding for numbers that no numbered paragraph of the paper carries: N paragraphs are 1…N, and no more.

    Outside the body, a list of the template's own, in a style of its own, is the template's business.
    """
    if not carrying:
        return
    wanted, within = set(carrying), range(min(carrying), max(carrying) + 1)
    style = BlockKind.NUMBERED.value.casefold()
    lists = {items[at].list_id for at in carrying}
    surplus = [
        item
        for at, item in enumerate(items)
        if item.is_number
        and at not in wanted
        and (at in within or item.style.casefold() == style or item.list_id in lists)
    ]
    if len(surplus) > _MOST_TOLD:
        first, last = surplus[0], surplus[-1]
        message = (
            f"In {path} {len(surplus)} numbers are printed where none should be, "
            f"from {first.label} {excerpt(first.text)} to {last.label} {excerpt(last.text)}."
        )
        yield Finding("W406", message, Place(path), _LOOK)
        return
    for item in surplus:
        message = f"In {path} the number {item.label} is printed where none should be: {excerpt(item.text)}."
        yield Finding("W406", message, Place(path), _LOOK)


def _title(parts: dict[str, bytes], document: Document, path: str) -> Iterator[Finding]:
    expected, found = " ".join(document.title.split())[:LONGEST], core_title(parts)
    if found != expected:
        message = f"The title in the properties of {path} is {excerpt(found)}, not {excerpt(expected)}."
        yield Finding("W412", message, Place(path), _LOOK)
