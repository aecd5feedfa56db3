"""Columns that cannot be told by themselves: what the paper says of their sums decides.

Years side by side: are they parts of one award, or last year's grants beside this year's? Numbers without a heading: pounds?
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports import claims
from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.audit.tables.budget import is_budget
from pcp_reports.audit.tables.by_content import by_content
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import grid_of, width_of
from pcp_reports.audit.words.spans import keys_beside, keys_of, names_all_years, tells_of_before
from pcp_reports.claims import Unit
from pcp_reports.said import Said, sentences_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.passage import Passage

_YEAR = re.compile(r"20([0-9]{2})(?:\s?[-/–]\s?(?:20)?([0-9]{2}))?")


def settled(columns: Columns, rows: Sequence[Passage], texts: Sequence[str], locale: str = "en_GB") -> Columns:
    """Return the columns with those of the amounts that the paper speaks of, where years stand side by side.

    ``texts`` are the passages about the table, in order. One year counts alone where its sum, and not that of all years
    together, stands in the texts; or where they speak of one of the years and of no other. Where the sums of several are
    told, each by itself, the last year is this year's, and the others are there to compare; so it is where the years
    run backwards, as in accounts. Where a sentence gives the sum of one year for that of another, which it names, that one is
    told of. Otherwise nothing is changed, nor where the headings themselves say which year is told
    of: a total of the year before is then a wrong one.
    """
    if len(columns.years) < 2 or len(columns.amounts) < 2:  # noqa: PLR2004 - nothing to choose from
        return columns
    sums = _sums(columns, rows, locale)
    told = [claim for text in texts if "£" in text for claim in claims.find(text, locale) if claim.unit is Unit.MONEY]

    def is_told(value: Decimal) -> bool:
        return any(
            claim.low is not None and claim.high is not None and claim.low <= value <= claim.high for claim in told
        )

    together = sum(sums.values(), Decimal(0))
    single = [column for column in columns.years if sums[column] and is_told(sums[column])]
    if is_told(together):
        return replace(columns, amounts=columns.years)
    if len(single) == 1:
        return replace(columns, amounts=_said_of(columns, rows, texts, sums[single[0]], locale) or (single[0],))
    latest = _latest(columns, rows)
    if latest is not None and (latest in single or latest == columns.years[0]):
        return replace(columns, amounts=(latest,))
    named = _named(columns, rows, texts)
    if named is None and any(_YEARLY.search(text) or _THIS_YEAR.search(text) for text in texts):
        named = latest
    return columns if named is None else replace(columns, amounts=(named,))


def borne_out(rows: Sequence[Passage], texts: Sequence[str], locale: str = "en_GB") -> Columns | None:
    """Return the columns of a table without header, where the texts about it give its sum.

    Where its numbers have no pound signs, they come to that sum; where nobody is named in it (“Services for children”),
    the total that closes it is that sum.
    """
    grid = grid_of(rows)
    columns = by_content(grid, width_of(grid), pounds=False)
    if columns is None:
        return _closed(grid, texts, locale)
    lines = [
        row for row in grid if not (is_total(row.words(columns.recipient)) or is_budget(row.words(columns.recipient)))
    ]
    comes_to = Decimal(sum(paid(row.words(columns.amounts[0]), locale=locale).pence or 0 for row in lines)) / 100
    told = (claim for text in texts if "£" in text for claim in claims.find(text, locale))
    return columns if any(one.kind is claims.Kind.EXACT and one.value == comes_to for one in told) else None


def _closed(grid: Sequence[Row], texts: Sequence[str], locale: str) -> Columns | None:
    """Return the columns of a table of pounds whose last row gives a total that a text about it gives as well."""
    columns = by_content(grid, width_of(grid), named=False)
    if columns is None or not is_total(grid[-1].words(columns.recipient)):
        return None
    total = paid(grid[-1].words(columns.amounts[0]), locale=locale).pence
    told = (claim for text in texts if "£" in text for claim in claims.find(text, locale))
    said = any(one.kind is claims.Kind.EXACT and one.value is not None and one.value * 100 == total for one in told)
    return columns if said and len(grid) > _FEWEST else None


_FEWEST = 3  # two sums and their total
_YEARLY = re.compile(
    r"\b(?:each|every)\s+(?:financial\s+)?year\b|\b(?:annual|yearly)\s+(?:grants?|awards?|allocations?)\b|\b(?:previous|last|prior)\s+year['’]s\b|\byear[\s-]on[\s-]year\b",
    re.IGNORECASE,
)
"""What says that the grants are made anew each year, so that the year before stands beside for a comparison."""


_THIS_YEAR = re.compile(r"\b(?:this|(?:the )?current)\s+(?:financial\s+)?year(?!['’]s budget)\b", re.IGNORECASE)
"""What says that one year is told of, though it has no number; the year before stands beside."""


def _said_of(
    columns: Columns, rows: Sequence[Passage], texts: Sequence[str], value: Decimal, locale: str
) -> tuple[int, ...] | None:
    """Return the columns of what each sentence names that gives a sum: one year, or all of them together; None where it names neither."""
    if not columns.header:
        return None
    head = grid_of(rows)[columns.header[-1]]
    keys = {column: keys_of(head.words(column)).keys() for column in columns.years}
    named: set[tuple[int, ...] | None] = set()
    for text in texts:
        if "£" not in text:
            continue
        for sentence in sentences_of(text, locale):
            for one in sentence.claims:
                if one.unit is not Unit.MONEY or one.value != value:
                    continue
                said = Said(one, sentence)
                spoken, near = keys_of(sentence.text).keys(), keys_beside(said.before, said.behind)
                own = [column for column, years in keys.items() if not years.isdisjoint(spoken)]
                every = names_all_years(sentence.text, len(columns.years))
                beside = len(own) == 1 and not keys[own[0]].isdisjoint(near)
                sure = (every or beside) and not tells_of_before(sentence.text)
                named.add((columns.years if every else (own[0],)) if sure else None)
    return named.pop() if len(named) == 1 else None


def _latest(columns: Columns, rows: Sequence[Passage]) -> int | None:
    """Return the column of the last of the years, None where the headings do not name them."""
    if not columns.header:
        return None
    head = grid_of(rows)[columns.header[-1]]
    years = {
        column: max((match[1] for match in _YEAR.finditer(head.words(column))), default="") for column in columns.years
    }
    return max(years, key=lambda column: years[column]) if all(years.values()) else None


def _sums(columns: Columns, rows: Sequence[Passage], locale: str) -> Mapping[int, Decimal]:
    """Return what each of the years' columns comes to in pounds, without the rows of totals and of the budget."""
    sums = dict.fromkeys(columns.years, Decimal(0))
    for number, row in enumerate(grid_of(rows)):
        who = row.words(columns.recipient)
        if number <= max(columns.header, default=-1) or not who or is_total(who) or is_budget(who):
            continue
        for column in columns.years:
            pence = paid(row.words(column), thousands=columns.thousands, locale=locale).pence
            sums[column] += Decimal(pence or 0) / 100
    return sums


def _named(columns: Columns, rows: Sequence[Passage], texts: Sequence[str]) -> int | None:
    """Return the column of the one year that the texts speak of, None where they speak of several or of none."""
    if not columns.header:
        return None
    head = grid_of(rows)[columns.header[-1]]
    years = {column: _years(head.words(column)) for column in columns.years}
    spoken = {year for text in texts for year in _years(text)}
    hit = [column for column, own in years.items() if own & spoken]
    return hit[0] if len(hit) == 1 else None


def _years(text: str) -> set[str]:
    """Return the years in a text by their last two digits, a financial year by both: “2024/25” is “24/25”."""
    return {match[1] if match[2] is None else f"{match[1]}/{match[2]}" for match in _YEAR.finditer(text)}
