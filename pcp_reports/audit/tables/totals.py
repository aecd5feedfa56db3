"""The totals that a table of grants prints: which rows give one, and of what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import naming
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Award, Group, Total
    from pcp_reports.audit.tables.cells import Paid
    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row


@dataclass(frozen=True, slots=True)
class Line:
    """An award with the strand that it stands under."""

    award: Award
    strand: str | None
    heading: int


def total_words(row: Row, columns: Columns, said: Paid, *, last: bool, lines: Sequence[Line]) -> str | None:
    """Return the words of a row that gives a total (which may be none), or None where it is no such row."""
    others = [cell for cell in row.filled if cell.column not in columns.amounts and cell.column != columns.requested]
    for cell in others:
        if _ALL.fullmatch(cell.text.strip(" :*")) and (last or not row.words(columns.recipient)):
            return " ".join(cell.text.split())
        if _is_somebody(cell.text, said, lines):
            continue
        if naming.is_total(cell.text) and (cell.column != columns.recipient or _total_alone(row, columns)):
            return " ".join(cell.text.split())
    sums = [cell for cell in others if any(char.isalpha() for char in cell.text)]
    if not sums and lines and (said.pence is not None or said.claim is not None) and (last or not others):
        return ""
    return None


def _is_somebody(words: str, said: Paid, lines: Sequence[Line]) -> bool:
    """Return whether “Total Football Academy” is a name: no strand is called so, and its sum is not that of the lines above."""
    rest = words.split()[1:]
    if len(rest) < 2 or not words.startswith("Total ") or not all(word[:1].isupper() for word in rest):  # noqa: PLR2004 - “Total Youth”
        return False
    if _SUMMED.search(words) is not None or any(
        (line.strand or "").lower() in words.lower() for line in lines if line.strand
    ):
        return False
    own = [line.award.amount.pence for line in lines if line.award.counts and line.award.amount is not None]
    last = lines[-1].strand if lines else None
    part = [one.award.amount.pence for one in lines if one.strand == last and one.award.counts and one.award.amount]
    return said.pence is not None and said.pence not in {sum(own), sum(part)}


_SUMMED = re.compile(
    r"(?i)\b(?:awards?|awarded|grants?|granted|funds?|funding|schemes?|strands?|areas?|districts?|rounds?|programmes?|priority|themes?|lots?|costs?|values?|spend|spent|amounts?|budget|allocat\w+|approved|requested|county|counties|councils?|wards?|north|south|east|west|community|safety|safer|victims?|quarter)\b"
)
_ALL = re.compile(
    r"(?i)(?:for |in )?all (?:the )?(?:districts|areas|strands|groups|awards|grants|funds|organisations|themes|lots|wards|boroughs|counties|rounds|projects|towns|regions)|overall|together|altogether"
)


def _total_alone(row: Row, columns: Columns) -> bool:
    """Return whether a row that begins with “Total” says nothing of a purpose, as “Total Wellbeing” would."""
    return columns.purpose is None or not row.words(columns.purpose) or naming.is_total(row.words(columns.purpose))


def takes_in(said: Paid, lines: Sequence[Line], aside: Sequence[Paid], words: str) -> bool:
    """Return whether a total may take in rows of the budget that stand above it, so that it is none of the grants alone."""
    if not aside or said.pence is None or _OF_AWARDS.search(words) is not None:
        return False
    own = [line.award.amount for line in lines if line.award.counts]
    return None in own or said.pence != sum(one.pence for one in own if one is not None)


_OF_AWARDS = re.compile(r"\b(?:awards?|awarded|grants?|granted)\b", re.IGNORECASE)


def scoped(totals: Sequence[tuple[Total, str, str | None]], groups: Sequence[Group]) -> tuple[Total, ...]:
    """Return the totals with what each covers: the strand that it names or closes, or all where it is the last of all."""
    names = [group.name for group in groups if group.name is not None]
    if len(groups) < 2:  # noqa: PLR2004 - a total can cover but this
        return tuple(total for total, _, _ in totals)
    found = []
    closed: set[str | None] = set()
    for number, (total, words, strand) in enumerate(totals):
        plain = words.lower()
        named = [name for name in names if name.lower() in plain]
        last = number == len(totals) - 1
        grand = re.search(r"\b(?:grand|overall|combined|all)\b", plain) is not None
        sub = re.search(r"\bsub", plain) is not None
        over: tuple[str, ...]
        if len(named) == 1:
            over = (named[0],)
        elif grand or strand is None or (last and (strand in closed or not (closed or sub))):
            over = ()
        else:
            over = (strand,)
            closed.add(strand)
        found.append(replace(total, over=over))
    return tuple(found)
