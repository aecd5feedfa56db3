"""The corrections of a table, cell by cell: “row “Crime”, column “Change”: for 12% read 14%”."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from pcp_reports.archive.diff.quoting import even, quotes
from pcp_reports.archive.diff.wording import in_row
from pcp_reports.comparing.pairs.pairing import alike, out_of_order, pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.archive.diff.wording import Wording
    from pcp_reports.word.items import Rows

_LIKE = 0.5


def table_corrections(old: Rows, new: Rows, wording: Wording) -> Iterator[str]:
    """Yield the corrections of a table, whose first row holds the headings; one of other columns is given whole."""
    if [len(row) for row in old[:1]] != [len(row) for row in new[:1]]:
        yield wording.say("whole", "; ".join(map(in_row, new)))
        return
    header, *before = old
    new_header, *after = new
    yield from _cells(header, new_header, header, wording.say("header_row"), wording)
    pairs = pair(
        before,
        after,
        (lambda row: row, lambda row: row[0]),
        lambda one, other: alike(" ".join(one), " ".join(other)),
        _LIKE,
    )
    moves = out_of_order([there for _, there in pairs])
    kept = [one for at, one in enumerate(pairs) if at not in moves]
    stayed, met = {here for here, _ in kept}, {there for _, there in kept}
    for here, there in kept:
        yield from _cells(before[here], after[there], header, wording.say("row", even(before[here][0])), wording)
    for here, row in enumerate(before):
        if here not in stayed:
            yield wording.say("omit_row", in_row(row))
    for there, row in enumerate(after):
        if there not in met:
            above = after[there - 1] if there else new_header
            yield wording.say("insert_row", in_row(above), in_row(row))


def _cells(
    old: tuple[str, ...], new: tuple[str, ...], header: tuple[str, ...], named: str, wording: Wording
) -> Iterator[str]:
    for column, (was, now) in enumerate(zip_longest(old, new, fillvalue="")):
        told = quotes(was, now)
        if told:
            where = even(header[column]) if column < len(header) else str(column + 1)
            yield f"{named}, {wording.say('column', where)}: {'; '.join(map(wording.quote, told))}"
