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
# The part of the page, in hundredths, that the first column may ask for before any other.
_FIRST = 27
# Entries no wider than so many hundredths of the page are short, and stand on one line if they can.
_BRIEF = 25
# A column with words in no more than one row of so many is nearly empty.
_FULL = 3


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
        sparse = [_FULL * sum(map(bool, column)) <= len(column) for column in columns]
        shares = _shared(least, wanted, sparse, width)
    shares[-1] += width - sum(shares)
    return shares


def _shared(least: Sequence[int], wanted: Sequence[int], sparse: Sequence[bool], width: int) -> list[int]:
    """Return what each column gets when lines must break: columns that ask for little get all they ask for.

    The first column, which says what each row is about, is served before all others; those that are nearly empty last.
    """
    shares = list(least)
    spare = width - sum(least)
    first = max(min(wanted[0], width * _FIRST // 100, least[0] + spare) - least[0], 0)
    shares[0] += first
    spare -= first
    asking = sorted(range(len(least)), key=lambda at: (sparse[at], wanted[at] - shares[at]))
    for at in asking:
        # A long column may have up to half of what is left: it takes from the longer ones, never all of it.
        whole = at == asking[-1] or (wanted[at] <= width * _BRIEF // 100 and not sparse[at])
        given = min(wanted[at] - shares[at], spare if whole else (spare + 1) // 2)
        shares[at] += given
        spare -= given
    return shares


def _set(text: str, size: int) -> int:
    return _PADDING + sum(_WIDTHS.get(sign, _OTHER) for sign in text) * size // 1000
