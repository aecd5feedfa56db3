"""Which rows of a table of grants give a total: by what they say, and by what the rows above them come to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names import naming
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import has_pounds, looks_like_money
from pcp_reports.audit.words.numbers import ONE_TO_TWELVE, number_of
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.tables.cells import Paid
    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.passage import Cell

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """An award with the strand that it stands under, and its row.

    ``upto`` is what the lines to this one come to in pence, ``unread`` how many of them have no plain amount, ``lowered``
    how many were not given all that was asked for, where the table gives that.
    """

    award: Award
    strand: str | None
    heading: int
    row: Row
    upto: int = 0
    unread: int = 0
    lowered: int = 0


def total_words(row: Row, columns: Columns, said: Paid, *, last: bool, lines: Sequence[Line], above: int) -> str | None:
    """Return the words of a row that gives a total (which may be empty), or None where it is no such row.

    ``lines`` are all the lines above it, of which the first ``above`` are summed up already.
    """
    others = [cell for cell in row.filled if cell.column not in columns.amounts and cell.column != columns.requested]
    for cell in others:
        if _ALL.fullmatch(cell.text.strip(" :*")) and (last or not row.words(columns.recipient)):
            return " ".join(cell.text.split())
        if _is_somebody(cell.text, said, lines):
            continue
        if naming.is_total(cell.text) and (cell.column != columns.recipient or _total_alone(row, columns)):
            return " ".join(cell.text.split())
    words_beside = _beside_its_number(others, said, lines, last=last)
    if words_beside is not None:
        return words_beside
    told = [cell for cell in others if any(char.isalpha() for char in cell.text)]
    if not told and lines and (said.pence is not None or said.claim is not None) and (last or not others):
        return ""
    words = {" ".join(cell.text.split()) for cell in told}
    if (
        len(words) == 1
        and lines
        and (said.pence or said.claim is not None)
        and _sums_up(row, columns, said, lines, above)
    ):
        return words.pop()
    return None


def _sums_up(row: Row, columns: Columns, said: Paid, lines: Sequence[Line], above: int) -> bool:
    """Return whether a row with a name and sums alone gives what others come to: its name says so, or its place and its sums."""
    name = next(" ".join(cell.text.split()) for cell in row.filled if any(char.isalpha() for char in cell.text)).strip(
        " :*"
    )
    if _ENDS.fullmatch(name) or _TO_DATE.match(name) or _counts(name, lines):
        return True
    bare = _is_bare(row, columns, lines)
    numbered = _PART.fullmatch(name) is not None
    area = lines[-1].row.words(columns.area) if columns.area is not None else ""
    of_part = name.casefold() in {(lines[-1].strand or "").casefold(), area.casefold()}
    if bare and (numbered or of_part):
        return True
    for start in (above, 0):
        number = len(lines) - start
        if number and said.pence and said.pence == comes_to(lines, start):
            # two grants may well come to a third: what is a name, and no more than that, needs three
            if number > 1 and names_a_kind(name):
                return True  # “Main grants”, and their very sum
            sums = bare and (number > _FEWEST or not naming.is_name(name))
            return (sums and (number > 1 or start > 0)) or (
                number > 1 and (numbered or _agree(row, columns, lines[start:]))
            )
    return False


def _counts(name: str, lines: Sequence[Line]) -> bool:
    """Return whether the name of a row is how many grants stand above it: “3 grants”."""
    counted = _COUNTED.fullmatch(name)
    if counted is None or not 1 < len(lines) <= _MOST_BIDS * int(counted[1]):
        return False
    return int(counted[1]) == sum(line.award.counts for line in lines)


def _beside_its_number(others: Sequence[Cell], said: Paid, lines: Sequence[Line], *, last: bool) -> str | None:
    """Return the words of a row that has how many lines stand above it beside them, and what they come to: “All | 4 grants | £20,000”.

    Where it comes to another sum, its name must say that it is of all. None where it is no such row.
    """
    if len(others) == 1 and last and len(lines) >= _FEWEST and _OF_ALL.fullmatch(others[0].text.strip(" :*")):
        return " ".join(others[0].text.split())  # “All | | £20,000”
    if len(others) != _FEWEST or len(lines) < _FEWEST:
        return None
    name, number = (" ".join(cell.text.split()).strip(" :*()") for cell in others)
    counted = _SO_MANY.fullmatch(number)
    if counted is None or not any(map(str.isalpha, name)):
        return None
    if number_of(counted[1]) != sum(line.award.counts for line in lines):
        return None
    sound = said.pence is not None and said.pence == comes_to(lines)
    return name if sound or (last and counted[2] is not None and _OF_ALL.fullmatch(name) is not None) else None


_SO_MANY = re.compile(
    rf"([0-9]{{1,3}}|{ONE_TO_TWELVE})(?: (grants?|awards?|projects?|schemes?|organisations|groups|recipients|donations|clubs|charities)(?: (?:awarded|made|in all|in total|funded))?)?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"(?:all|everything|(?:the )?(?:whole|entire|complete) (?:list|fund|round)|all (?:of (?:the )?(?:above|these)|told|\w+))",
    re.IGNORECASE,
)

_MOST_BIDS = 10
"""For each grant, of those that a table of grants and bids lists."""

_COUNTED = re.compile(
    r"([0-9]{1,3}) (?:grants?|awards?|projects?|schemes?|organisations|groups|recipients)(?: (?:awarded|made|in all|in total|funded))?",
    re.IGNORECASE,
)


def names_a_kind(words: str) -> bool:
    """Return whether words name a kind of grants and nobody who could get one: “Main grants”, “Smaller awards”."""
    return _OF_A_KIND.fullmatch(words.strip(" :*")) is not None


def comes_to(lines: Sequence[Line], start: int = 0, end: int | None = None) -> int | None:
    """Return what the lines from one to another come to in pence, None where the amount of one is not known, or there are none."""
    stop = len(lines) if end is None else end
    if stop <= start:
        return None
    before = lines[start - 1] if start else None
    upto, unread = (before.upto, before.unread) if before is not None else (0, 0)
    return lines[stop - 1].upto - upto if lines[stop - 1].unread == unread else None


def _is_bare(row: Row, columns: Columns, lines: Sequence[Line]) -> bool:
    """Return whether a row says nothing in a column of words where all the lines above it say something."""
    words = {cell.column for cell in lines[-1].row.filled if any(char.isalpha() for char in cell.text)}
    return any(
        column not in columns.amounts and not row.words(column) and all(line.row.words(column) for line in lines)
        for column in words
    )


def _agree(row: Row, columns: Columns, lines: Sequence[Line]) -> bool:
    """Return whether another column of money in the row gives what it comes to above, and is not the awards' again."""
    own = [paid(line.row.words(columns.amounts[0])).pence or 0 for line in lines]
    for cell in row.filled:
        if cell.column in columns.amounts or not (looks_like_money(cell.text) or has_pounds(cell.text)):
            continue
        beside = [paid(line.row.words(cell.column)).pence or 0 for line in lines]
        if beside != own and sum(map(bool, beside)) >= _FEWEST and sum(beside) == paid(cell.text).pence:
            return True
    return False


_OF_A_KIND = re.compile(r"(?:[\w’'&-]+ ){0,5}(?:grants|awards|donations|allocations|gifts)", re.IGNORECASE)
_ENDS = re.compile(r".{1,80}\btotals?(?:\s*\(£\))?", re.IGNORECASE)
"""“Lot 1 total”."""

_TO_DATE = re.compile(
    r"(?:cumulative(?:ly)?|(?:year|round)[\s-]to[\s-]date|to date|running total|both (?:strands|lots|rounds|funds|tables|districts|areas|parts|themes|pots)|all of the above)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:strand|lot|quarter|qtr|q|table|round|theme|priority|phase|tier|part|section|category|pot|tranche|stage|area|zone|block|group|objective|outcome)"
    r"\s*(?:[0-9]{1,2}|[a-z]|i{1,3}|iv|v|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*[–:-].{1,60})?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+20[0-9]{2})?",
    re.IGNORECASE,
)
"""“Strand A”, “Quarter 3”, “July”: the number of a part, or its month, and nobody's name."""


def _is_somebody(words: str, said: Paid, lines: Sequence[Line]) -> bool:
    """Return whether “Total Football Academy” is a name: no strand is called so, and its sum is not that of the lines above."""
    rest = words.split()[1:]
    if len(rest) < _FEWEST or not words.startswith("Total ") or not all(word[:1].isupper() for word in rest):
        return False
    if _SUMMED.search(words) is not None or any(
        (line.strand or "").lower() in words.lower() for line in lines if line.strand
    ):
        return False
    last = lines[-1].strand if lines else None
    part = [line for line in lines if line.strand == last]
    return said.pence is not None and said.pence not in {_sum(lines), _sum(part)}


def _sum(lines: Sequence[Line]) -> int:
    return sum(line.award.amount.pence for line in lines if line.award.counts and line.award.amount is not None)


_SUMMED = re.compile(
    r"(?i)\b(?:awards?|awarded|grants?|granted|funds?|funding|schemes?|strands?|areas?|districts?|rounds?|programmes?|priority|themes?|lots?|costs?|values?|spend|spent|amounts?|budget|allocat\w+|approved|requested|county|counties|councils?|wards?|north|south|east|west|community|safety|safer|victims?|quarter)\b"
)
_ALL = re.compile(
    r"(?i)(?:for |in )?all (?:the )?(?:districts|areas|strands|groups|awards|grants|funds|organisations|themes|lots|wards|boroughs|counties|rounds|projects|towns|regions)|overall|together|altogether|in all|in total"
)


def _total_alone(row: Row, columns: Columns) -> bool:
    """Return whether a row that begins with “Total” says nothing of a purpose, as “Total Wellbeing” would.

    Where that word stands alone, what is beside it is of the total: “Total | paid from reserves”.
    """
    alone = _TOTAL_ALONE.fullmatch(row.words(columns.recipient).strip(" :*"))
    return (
        alone is not None
        or columns.purpose is None
        or not row.words(columns.purpose)
        or naming.is_total(row.words(columns.purpose))
    )


_TOTAL_ALONE = re.compile(
    r"(?i)(?:(?:grand|overall|combined|total) )?(?:totals?|sum)(?: (?:total|of (?:all|the above|these|the (?:grants|awards))))?|(?:totals?|sum) (?:awarded|granted|approved|paid)"
)
