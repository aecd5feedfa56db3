"""The number of grants that a table gives in its last rows: “Number of grants | 5”, “Total | 5 grants | £18,250”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.heard import Heard
from pcp_reports.audit.lines.names.naming import is_total
from pcp_reports.claims import read
from pcp_reports.passage import Sort
from pcp_reports.stated.assertion import Assertion
from pcp_reports.stated.words import Counts, what_it_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Round
    from pcp_reports.passage import Paper

_MOST_BEHIND = 4
_NOUN = r"(?:grants?|awards?|projects?|schemes?|donations?|recipients?|organisations?|groups?)"
_COUNTED = re.compile(rf"(?i)([1-9][0-9]{{0,2}}) ({_NOUN})")
_LABEL = re.compile(
    rf"(?i)(?:total )?(?:number|no\.?) of (?:successful )?({_NOUN})(?: (?:awarded|made|given|funded|approved|supported))?"
)
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")


def of_row_numbers(paper: Paper, one: Round) -> Iterator[Heard]:
    """Yield the numbers in the rows behind the last line of a table, where the table holds the whole list and nothing else.

    Where lines of it were not awarded, or it has parts, what such a number takes in is open.
    """
    tables = {paper.passages[award.passage].table for award in one.awards}
    if len(tables) != 1 or len(one.groups) != 1 or one.apart or not min(tables):
        return
    last = max(award.passage for award in one.awards)
    for index in range(last + 1, min(last + 1 + _MOST_BEHIND, len(paper.passages))):
        passage = paper.passages[index]
        if passage.sort is not Sort.ROW or passage.table not in tables:
            return
        cells = [" ".join(cell.text.split()).strip(" :*") for cell in passage.cells if cell.text.strip()]
        found = _number(cells)
        if found is not None:
            number, noun = found
            claim = replace(read(number), noun=noun)
            made = Assertion(count=claim, counts=what_it_counts(claim) or Counts.GRANTS)
            yield Heard(made, index, _offset(passage.text, number), row=True)


def _number(cells: list[str]) -> tuple[str, str] | None:
    """Return the number of grants in a row, and what it calls them."""
    label = _LABEL.fullmatch(cells[0]) if cells else None
    numbers = [cell for cell in cells[1:] if _NUMBER.fullmatch(cell)]
    if label is not None and len(numbers) == len(cells) - 1 == 1:
        return numbers[0], label[1]
    if not cells or not is_total(cells[0]):
        return None
    told = [match for cell in cells[1:] if (match := _COUNTED.fullmatch(cell)) is not None]
    return (told[0][1], told[0][2]) if len(told) == 1 else None


def _offset(text: str, number: str) -> int:
    found = re.search(rf"(?<![0-9,.£]){number}(?![0-9,.])", text)
    return found.start() if found is not None else 0
