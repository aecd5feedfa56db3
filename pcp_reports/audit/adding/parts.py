"""The parts that an award is said to be made of: years side by side in a table, or in brackets behind the sum.

A line is accused only where others of its list are made up in the very same way and come right: then it is plain that the
parts are meant to make the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.ruled import tables_of
from pcp_reports.audit.tables.across import with_parts
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.headings import Holds, holds
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.money import Money
from pcp_reports.passage import Sort
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.adding.ruled import Ruled
    from pcp_reports.audit.found import Award, Round
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.passage import Paper

_FEWEST = 2  # parts, and lines that come right for each that does not
_POUND = 100
_BRACKETS = re.compile(r"\(([^()]*£[^()]*£[^()]*)\)")
_NO_PARTS = re.compile(
    r"(?i)\b(?:includ\w+|of which|such as|e\.?g|plus|besides|on top|as well as|match\w*|request\w*|asked|applied|bid|cost\w*|last year|previous\w*|against"
    r"|compared|from|up|down|rather|instead|or|towards|out of|remain\w*|left|about|around|up to|over|more|less|each|per)\b"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """An award with the parts that its line gives, and where the first of them stands in its passage."""

    award: Award
    parts: tuple[Money, ...]
    offset: int = 0

    @property
    def come_to(self) -> Money:
        """Return what the parts come to."""
        return Money.total(self.parts)

    @property
    def come_right(self) -> bool:
        """Return whether the parts come to the award, but for a pound of rounding."""
        return self.award.amount is not None and abs(self.come_to.pence - self.award.amount.pence) <= _POUND


def odd_parts(paper: Paper, one: Round, locale: str = "en_GB") -> Iterator[Parts]:
    """Yield the awards whose parts do not come to them, where those of others in the list do."""
    for told in (_in_brackets(paper, one, locale), *map(_in_table, tables_of(paper, one))):
        by_number: dict[int, list[Parts]] = {}
        for each in told:
            by_number.setdefault(len(each.parts), []).append(each)
        for alike in by_number.values():
            odd = [each for each in alike if not each.come_right]
            if len(alike) - len(odd) >= _FEWEST * len(odd):
                yield from odd


def _in_brackets(paper: Paper, one: Round, locale: str) -> list[Parts]:
    """Return the awards behind whose sum stand others in brackets: “£121,500 to X (£58,000 in 2024/25 and £63,500 in 2025/26)”."""
    made = []
    for award in one.awards:
        passage = paper.passages[award.passage]
        if passage.sort is Sort.ROW or award.amount is None or passage.text.count("£") <= _FEWEST:
            continue
        for match in _BRACKETS.finditer(passage.text, award.start, award.end or len(passage.text)):
            if _NO_PARTS.search(match[1]):
                continue
            sums = [claim for claim in find(match[1], locale) if claim.unit is Unit.MONEY]
            values = [claim.value for claim in sums if claim.kind is Kind.EXACT and claim.value is not None]
            if len(values) == len(sums) >= _FEWEST:
                made.append(Parts(award, tuple(Money(int(value * 100)) for value in values), match.start(1)))
    return made


def _in_table(table: Ruled) -> list[Parts]:
    """Return the awards of a table that has their years, quarters or other parts beside a column of their totals.

    Beside a column of what was awarded they may be what has been paid so far.
    """
    told_of = {column: holds(heading) for column, heading in table.headings.items()}
    kinds = with_parts(told_of, table.headings, [table.rows[award.passage] for award in table.awards])
    years = [column for column, kind in kinds.items() if kind in (Holds.YEAR, Holds.QUARTER, Holds.PART)]
    totals = [column for column in table.own if column not in years and kinds[column] is Holds.TOTAL]
    if len(years) < _FEWEST or not totals:
        return []
    told = ((award, _amounts(table.rows[award.passage], years)) for award in table.awards)
    return [Parts(award, parts) for award, parts in told if parts]


def _amounts(row: Row, columns: list[int]) -> tuple[Money, ...]:
    """Return what a row gives in some columns, nothing for a blank; empty where a cell cannot be read."""
    cells = [paid(row.words(column)) for column in columns]
    if any(cell.pence is None and not cell.blank for cell in cells):
        return ()
    return tuple(Money(cell.pence or 0) for cell in cells)
