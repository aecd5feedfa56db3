"""How wide the columns of a table are: no word broken that need not be, short entries on one line, the rest shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.document import Table

# The white on both sides of a cell, and a little over for fonts wider than Arial; in twentieths of a point.
_PADDING = 180
# How wide Arial sets a character, in thousandths of its size: close enough to tell a narrow column from a broad one.
_WIDTHS = {
    **dict.fromkeys("fijlrtI .,:;!|'‘’()[]-/", 310),
    **dict.fromkeys("mwMW%@&–—“”…", 880),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 720),
}
_OTHER = 556
# 10.5 point, the size of a table's words, and a tenth more for the bold of the heading row.
_PLAIN, _BOLD = 210, 231


def column_widths(table: Table, width: int) -> list[int]:
    """Return the widths of the columns, which come to exactly ``width``; all in twentieths of a point."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.header)
    least, wanted = [], []
    for heading, column in zip(table.header, columns, strict=True):
        words = [word for cell in column for word in cell.split()]
        least.append(
            max([_set(word, _BOLD) for word in heading.split()] + [_set(word, _PLAIN) for word in words or [""]])
        )
        wanted.append(max([_set(heading, _BOLD), *(_set(cell, _PLAIN) for cell in column)]))
    if sum(least) >= width:  # words must break somewhere: share out by what the words need
        shares = [width * need // sum(least) for need in least]
    elif sum(wanted) <= width:  # nothing need break: share out the room that is left
        shares = [width * need // sum(wanted) for need in wanted]
    else:
        shares = _shared(least, wanted, width)
    shares[-1] += width - sum(shares)
    return shares


def _shared(least: Sequence[int], wanted: Sequence[int], width: int) -> list[int]:
    """Return what each column gets when lines must break: columns that ask for little get all they ask for."""
    shares = list(least)
    spare = width - sum(least)
    asking = sorted(range(len(least)), key=lambda at: wanted[at] - least[at])
    for at in asking:
        # Up to half of what is left: one long column takes from the longer ones, never all of it.
        given = min(wanted[at] - least[at], spare if at == asking[-1] else (spare + 1) // 2)
        shares[at] += given
        spare -= given
    return shares


def _set(text: str, size: int) -> int:
    return _PADDING + sum(_WIDTHS.get(sign, _OTHER) for sign in text) * size // 1000
