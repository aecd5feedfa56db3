"""Which column of a table without a header holds what, by what its cells hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names.naming import is_finance, is_name, is_total
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.columns import Columns
from pcp_reports.audit.tables.grid import Row, has_pounds, looks_like_money
from pcp_reports.audit.tables.headings import Holds, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_ROWS = 6
_NO_GRANTS = (Holds.OTHER_SUM, Holds.REQUESTED, Holds.FOREIGN)


def by_content(grid: Sequence[Row], width: int, *, pounds: bool = True, named: bool = True) -> Columns | None:
    """Return the columns of a table without a header: one of amounts, and one of names before it.

    ``pounds``: the amounts have their pound sign; ``named``: the words are names. Without either only what the paper says
    of the sums can bear them out.
    """
    body = [row for row in grid if len(row.filled) > 1]
    if len(body) < 2:  # noqa: PLR2004 - one row is no table
        return None
    money = [
        column
        for column in range(width)
        if _share(body, column, pounds=True) or (not pounds and _is_of_numbers(body, column))
    ]
    if len(money) != 1:
        return None
    texts = [
        column
        for column in range(width)
        if column != money[0] and _share(body, column, pounds=False) and not _refers(body, column)
    ]
    if not texts:
        return None
    recipient = texts[0]
    names = [row.words(recipient) for row in body if row.words(recipient)]
    if all(_OF_A_FUND.search(name) or is_total(name) for name in names):
        return None  # what each fund came to, and nobody's grant
    if any(is_finance(name) and not is_total(name) and not is_budget(name) for name in names):
        return None
    if named and 4 * sum(is_name(name) for name in names) < 3 * len(names):
        return None
    headed = _is_worded(body[0], money[0]) and not any(_is_worded(row, money[0]) for row in body[1:])
    if headed and holds(body[0].words(money[0])) in _NO_GRANTS:
        return None  # “Price”, over the sums
    header = tuple(
        number
        for number, row in enumerate(grid[:_FIRST_ROWS])
        if row is body[0] and (headed or _is_heading(row, money[0]))
    )
    return Columns(recipient, (money[0],), texts[1] if len(texts) > 1 else None, header=header)


def _is_of_numbers(body: Sequence[Row], column: int) -> bool:
    """Return whether every row has a number in a column, written as an amount is."""
    words = [row.words(column) for row in body]
    return all(looks_like_money(one) for one in words) and any("," in one or "." in one for one in words)


def _is_worded(row: Row, column: int) -> bool:
    """Return whether a row has words where others have their sum, and no number anywhere: what stands over them."""
    words = row.words(column)
    return any(map(str.isalpha, words)) and not any(char.isdigit() for cell in row.filled for char in cell.text)


def _is_heading(row: Row, column: int) -> bool:
    """Return whether a row has the heading of the amounts in their column, and no number anywhere."""
    told = holds(row.words(column)) in {Holds.AWARDED, Holds.AMOUNT, Holds.TOTAL}
    return told and not any(char.isdigit() for cell in row.filled for char in cell.text)


_OF_A_FUND = re.compile(r"(?i)\b(?:funds?|schemes?|strands?|grants?|pots?|programmes?)$")
_REFERENCE = re.compile(
    r"^(?![0-9]{1,2}[.)]\s+[A-Z][a-z])(?:(?i:ref|no|grant|item)\w*\.?\s*)?[A-Z]{0,6}[-/ .]?[0-9][0-9A-Za-z/.\- ]*$|^[0-9]{1,2}\s\w{3,9}\s20[0-9]{2}$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?:\s+(?:20)?[0-9]{2})?$"
)


def _refers(body: Sequence[Row], column: int) -> bool:
    """Return whether the cells of a column are references or dates."""
    words = [words for row in body if (words := row.words(column))]
    return 2 * sum(_REFERENCE.match(one) is not None for one in words) > len(words)


def _share(body: Sequence[Row], column: int, *, pounds: bool) -> bool:
    """Return whether nearly all cells of a column are amounts in pounds, or words."""
    words = [words for row in body if (words := row.words(column))]
    if 2 * len(words) <= len(body):
        return False
    fitting = sum(
        has_pounds(one) and looks_like_money(one)
        if pounds
        else not looks_like_money(one) and any(char.isalpha() for char in one)
        for one in words
    )
    return 5 * fitting >= 4 * len(words)
