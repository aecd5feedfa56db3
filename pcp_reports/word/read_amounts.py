"""Adds up the amounts of the grant lines as the finished file prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.document import BlockKind
from pcp_reports.findings import Finding, Place
from pcp_reports.money import Money, MoneyError
from pcp_reports.word.differences import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.document import Document, PrintedRound
    from pcp_reports.word.items import Item

_AMOUNT = re.compile("£[\\s\u00a0]*[0-9][0-9,.\u00a0]*")


def round_differences(document: Document, found: Mapping[int, Item], path: str) -> Iterator[Finding]:
    """Yield a finding for each round whose grant lines, as read in the file, do not come to its printed total.

    ``found`` gives the item of a block of the body by the block's identity. A line that is missing counts as nothing.
    """
    for printed in document.rounds:
        yield from _round(document, printed, found, path)


def _round(document: Document, printed: PrintedRound, found: Mapping[int, Item], path: str) -> Iterator[Finding]:
    blocks = document.body[printed.first : printed.last]
    place = Place(blocks[0].origin.path, blocks[0].origin.line) if blocks else Place(path)
    amounts = []
    for block in blocks:
        item = found.get(id(block))
        if item is None:
            continue
        for line in _lines(block.kind, item):
            try:
                amounts.append(last_amount(line))
            except MoneyError:
                message = f"In {path} the amount of this grant cannot be read: {excerpt(line)}."
                yield Finding("W409", message, Place(block.origin.path, block.origin.line))
    total = str(Money.total(amounts))
    if total != printed.total:
        message = (
            f"{printed.name}: the grant lines in {path} come to {total}, and the entries to {printed.total} "
            f"({len(amounts)} lines read)."
        )
        yield Finding("W409", message, place)


def _lines(kind: BlockKind, item: Item) -> tuple[str, ...]:
    if kind is BlockKind.GRANT:
        return (item.text,)
    if kind is BlockKind.TABLE and item.rows:
        return tuple("\t".join(row) for row in item.rows[1:])
    return ()


def last_amount(line: str) -> Money:
    """Return the last amount in a line, which is where a grant line has it. Raises MoneyError where there is none."""
    amounts = _AMOUNT.findall(line)
    if not amounts:
        raise MoneyError("there is no amount in it")
    return Money.parse(amounts[-1].rstrip("., \u00a0"))
