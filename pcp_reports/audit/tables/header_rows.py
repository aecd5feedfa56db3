"""The header rows of a table, wherever they stand, and the words over each column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.tables.broken_words import mended
from pcp_reports.audit.tables.grid import Row, has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds, holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.passage import Cell

_FEWEST = 2
_SUMS = (Holds.AWARDED, Holds.REQUESTED, Holds.YEAR, Holds.TOTAL, Holds.AMOUNT, Holds.OTHER_SUM)
_THOUSANDS = re.compile(r"£\s?[’']?000[’']?s?")


def headings_of(grid: Sequence[Row], number: int, depth: int, width: int) -> Mapping[int, str] | None:
    """Return the words over each column, of one header row or two together; None where these are no header rows."""
    if number + depth >= len(grid):
        return None
    taken = grid[number : number + depth]
    if len(taken[0].filled) < _FEWEST and not (width == _FEWEST and _is_pound_sign(taken[0])):  # a title
        return None
    below = grid[number + depth :]
    if any(_is_sum(cell, row, below) for row in taken for cell in row.filled):
        return None
    if depth > 1 and not _goes_with(taken[0], taken[1]):
        return None
    return {column: mended(" ".join(dict.fromkeys(_words_over(taken, column)))) for column in range(width)}


def _words_over(taken: Sequence[Row], column: int) -> list[str]:
    """Return the words of the header rows over a column, from the top, as they are to be read together."""
    cells = [cell for row in taken if (cell := row.cell(column)) is not None and cell.text.strip() and not cell.goes_on]
    parts = [" ".join(cell.text.split()) for cell in cells]
    if len(taken) > 1 and column == 0 and _names_part(taken[0], taken[1]):
        return parts[:1]
    if len(parts) < _FEWEST:
        return parts
    below = holds(parts[1])
    if _is_over_several(taken[0], column) and below not in (*_SUMS, Holds.UNKNOWN):
        return parts[1:]  # “Applicant” over “Name | Project”: each says what it is by itself
    if below is Holds.TOTAL and holds(parts[0]) in (Holds.AMOUNT, Holds.AWARDED):
        return parts[::-1]  # “Amount (£)” over “Total”: the total amount
    return parts


def _is_over_several(row: Row, column: int) -> bool:
    """Return whether the cell over a column is merged over others as well."""
    cell = row.cell(column)
    return cell is not None and cell.span > 1


def _is_pound_sign(row: Row) -> bool:
    """Return whether a row is the pound sign over a column, and nothing beside."""
    return any(cell.column == 1 and cell.text.strip(" ()s’'") == "£" for cell in row.filled)


def _is_sum(cell: Cell, row: Row, below: Sequence[Row]) -> bool:
    """Return whether a cell gives a sum, as no heading does but one that says what its column begins with: “Balance £20,000”."""
    if looks_like_money(cell.text):
        return not _is_year(cell.text) and _THOUSANDS.fullmatch(cell.text.strip(" ()")) is None
    if not has_pounds(cell.text):
        return False
    others = [other for other in row.filled if other is not cell]
    if any(has_pounds(other.text) or holds(other.text) is Holds.UNKNOWN for other in others):
        return True
    under = [words for one in below if (words := one.words(cell.column))]
    return holds(cell.text) is Holds.UNKNOWN or not under or not all(looks_like_money(words) for words in under)


def _is_year(words: str) -> bool:
    return holds(words) is Holds.YEAR


def _goes_with(above: Row, below: Row) -> bool:
    """Return whether a second row is part of the header: it divides a cell of the first, or holds headings alone."""
    merged = any(cell.span > 1 for cell in above.filled)
    if _names_part(above, below) or _divides(above, below):
        return True
    if [cell.column for cell in below.filled] == [0] and above.words(0) and not below.filled[0].goes_on and not merged:
        return False  # “Large grants”: the name of the first part
    told = [holds(cell.text) for cell in below.filled if not cell.goes_on]
    if not told:
        return any(cell.goes_on for cell in below.cells)
    known = sum(kind in _SUMS for kind in told)
    if known and len(told) > len(above.filled) and told.count(Holds.UNKNOWN) * _FEWEST * _FEWEST <= len(told):
        return True  # “Applicant” and “Funding” over the headings proper: “Ref | Organisation | Project | Requested | Awarded”
    return known == len(told) and (merged or len(told) < len(above.filled) or known > 0)


def _divides(above: Row, below: Row) -> bool:
    """Return whether a second row stands beneath merged cells alone: “Revenue | Capital | Total” beneath “Award (£)”."""
    under = [above.cell(cell.column) for cell in below.filled if not cell.goes_on]
    return len(under) >= _FEWEST and all(cell is not None and cell.span > 1 and cell.text.strip() for cell in under)


def _names_part(above: Row, below: Row) -> bool:
    """Return whether a second header row divides what the first says of the sums, and names the first part of the table beside it.

    “Stream and organisation | Amount (£)” over “Counselling (MOJ) | 2023/24 | 2024/25 | Total”.
    """
    left, first = above.words(0), below.words(0)
    if not left or not first or left == first or holds(first) in (Holds.RECIPIENT, Holds.PURPOSE, Holds.REFERENCE):
        return False
    others = [cell for cell in below.filled if cell.column > 0]
    if len(others) < _FEWEST or any(holds(cell.text) not in _SUMS for cell in others):
        return False
    over = {id(cell) for one in others if (cell := above.cell(one.column)) is not None and cell.text.strip()}
    return 0 < len(over) < len(others)
