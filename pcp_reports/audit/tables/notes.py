"""Rows of a table of grants that note something of the others: how many there are, and, beneath the total, what was declined or paid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.tallies import comes_to
from pcp_reports.printed.patterns import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.audit.tables.tallies import Line
    from pcp_reports.audit.tables.totals import Told

_COUNTED = (
    r"(?:grants?|awards?|projects?|schemes?|bids|applications?|applicants?|donations?|payments?|organi[sz]ations?|groups?|recipients?|areas?|districts?"
    r"|partnerships?)"
)
_NUMBER_OF = re.compile(
    r"(?:total\s+)?(?:number|nos?\.|nos?(?=\s+of\b)|#|count|how\s+many)(?!\w)\s*(?:of\b)?.{0,60}|(?:total\s+)?(?:applications?|applicants?|bids)(?:\s+\w+){0,2}"
    rf"|(?:total\s+)?(?:\w+\s+)?{_COUNTED}\s+(?:received|funded|made|awarded|approved|supported|declined|refused|in\s+all|in\s+total)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"[0-9]{1,3}")
_NOTES = word_set(
    "largest smallest highest lowest biggest average mean median declined unsuccessful refused rejected withdrawn deferred of which paid unpaid last previous"
    " earlier number remaining remainder unspent requested asked available spent returned maximum minimum"
)
_WORD = re.compile(r"[A-Za-z][\w’'&.-]*")
_FEWEST = 2


def is_count(row: Row, columns: Columns) -> bool:
    """Return whether a row says how many grants there are: “Number of grants | 2”, and no pound sign."""
    words = row.words(columns.recipient) or next(
        (cell.text for cell in row.filled if any(map(str.isalpha, cell.text))), ""
    )
    sums = [row.words(column) for column in columns.amounts if row.words(column)]
    if not sums:  # the number stands beside the label, in a column of other things
        sums = [" ".join(cell.text.split()) for cell in row.filled if " ".join(cell.text.split()) != words]
    return (
        bool(sums)
        and all(_SMALL.fullmatch(one) for one in sums)
        and _NUMBER_OF.fullmatch(" ".join(words.split()).strip(" :*")) is not None
    )


def notes_beneath(lines: Sequence[Line], told: Sequence[Told], columns: Columns) -> Sequence[Line]:
    """Return the lines beneath a total that is right to the penny for all above it, where they are notes and name nobody."""
    if not told or not lines:
        return ()
    total = told[-1]
    below = lines[total.above :]
    if not below or total.above < _FEWEST or total.pence is None or total.pence != comes_to(lines, 0, total.above):
        return ()
    last = lines[total.above - 1]
    if any((line.heading, line.strand) != (last.heading, last.strand) for line in below):
        return ()  # another part begins
    return below if all(_is_note(line, columns) for line in below) else ()


def _is_note(line: Line, columns: Columns) -> bool:
    """Return whether a line says what it is a note of, and not what for: “Declined (5 bids)”, “Of which paid”."""
    if columns.purpose is not None and line.row.words(columns.purpose):
        return False
    return any(word.casefold() in _NOTES for word in _WORD.findall(line.award.recipient))
