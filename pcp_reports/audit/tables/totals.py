"""The totals that a table of grants prints, and what each of them covers: a strand, the rows right above it, or all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Standing
from pcp_reports.audit.lines.amounts.outcomes import standing_of
from pcp_reports.audit.tables.cells import paid
from pcp_reports.audit.tables.grid import looks_like_money
from pcp_reports.audit.tables.tallies import comes_to
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pcp_reports.audit.found import Group, Total
    from pcp_reports.audit.tables.cells import Paid
    from pcp_reports.audit.tables.columns import Columns
    from pcp_reports.audit.tables.grid import Row
    from pcp_reports.audit.tables.tallies import Line

_FEWEST = 2
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A row that gives a total: its words, the strand that it stands in, and how many lines stand above it.

    ``doubtful``: it may take in rows above that are no awards. ``row`` is its row.
    """

    total: Total
    words: str
    strand: str | None
    above: int
    row: Row
    doubtful: bool = False

    @property
    def pence(self) -> int | None:
        """Return the sum that it gives in pence."""
        value = self.total.claim.value
        return None if value is None else int(value * 100)


def takes_in(said: Paid, lines: Sequence[Line], budget: Sequence[Paid], others: Sequence[Paid], words: str) -> bool:
    """Return whether a total may take in rows that are no awards, so that it is none of the grants alone.

    ``budget`` are the rows above it of the budget, ``others`` those that name nobody (“Grants to individuals”).
    """
    if said.pence is None or not (budget or others) or (not others and _OF_AWARDS.search(words) is not None):
        return False
    return said.pence != comes_to(lines)


_OF_AWARDS = re.compile(r"\b(?:awards?|awarded|grants?|granted)\b", re.IGNORECASE)


def is_of_declined(said: Paid, lines: Sequence[Line], above: int, words: str) -> bool:
    """Return whether a total is that of bids that were not awarded: as it says, or as none of those since the last one was."""
    if said.pence is not None and said.pence == comes_to(lines):
        return False
    since = lines[above:]
    if since and not any(line.award.counts for line in since):
        return True
    told = standing_of(_TOTAL.sub(" ", words).strip(" :–—-()"))
    return told in (Standing.DECLINED, Standing.WITHDRAWN)


def is_carried_on(row: Row, columns: Columns, said: Paid, lines: Sequence[Line], told: Sequence[Told]) -> bool:
    """Return whether a row is the last total and all rows since together: the awards with the costs of making them."""
    if not told or not lines or not said.pence or name_of(told[-1].words) or told[-1].strand != lines[-1].strand:
        return False
    total, added = told[-1], comes_to(lines, told[-1].above)
    if total.pence is None or added is None or said.pence != total.pence + added:
        return False
    since = [total.row, *(line.row for line in lines[total.above :])]
    beside = [cell.column for cell in row.filled if cell.column not in columns.amounts and looks_like_money(cell.text)]
    return all(
        sum(paid(one.words(column)).pence or 0 for one in since) == paid(row.words(column)).pence for column in beside
    )


def is_cost(words: str) -> bool:
    """Return whether the words of a total say that it is of more than awards: “Total cost”, “Total spent”."""
    return _COST.search(words) is not None


_COST = re.compile(r"(?i)\b(?:costs?|spend|spent|spending|expenditure|outlay|charges?|activities|budget|programme)\b")


def in_parts(lines: Sequence[Line], told: Sequence[Told]) -> tuple[list[Line], list[Told]]:
    """Return the lines and totals, those of the rows between two totals as strands, where nothing else parts them.

    They are so where most of the totals come to the rows since the one before. A total amid the lines that does not, or
    that runs on from one to the next, is said of nobody knows which rows, and is left out.
    """
    if any(line.strand is not None for line in lines) or all(one.above == len(lines) for one in told):
        return list(lines), _without_those_of_some([one for one in told if not one.doubtful], lines, told)
    starts = [0, *(one.above for one in told)]
    closing = [(one, start) for one, start in zip(told, starts, strict=False) if one.above > start]
    sound = [one for one, start in closing if one.pence is not None and one.pence == comes_to(lines, start, one.above)]
    own = [(one, start) for one, start in closing if name_of(one.words) and not _is_of_all(one, lines)]
    ends = [
        one for one in told if one.above == len(lines) and not one.doubtful and one not in [each for each, _ in own]
    ]
    whole = [one for one in ends if _SUB.search(one.words) is None or _is_of_all(one, lines)]
    names = [name_of(one.words) for one, _ in own]
    if _FEWEST * len(sound) < len(closing) or len(set(names)) < max(len(names), 1):
        return list(lines), whole
    made = list(lines)
    for (one, start), name in zip(own, names, strict=True):
        made[start : one.above] = [replace(line, strand=name) for line in made[start : one.above]]
    parts = [replace(one, strand=name) for (one, _), name in zip(own, names, strict=True) if not one.doubtful]
    return made, [*parts, *whole]


def of_strands(told: Sequence[Told], lines: Sequence[Line]) -> list[Told]:
    """Return the totals; one that closes the lines of a strand that a column names (“Ward”), all of them, is that strand's.

    The last of all may be the total of everything as well: it is the strand's where it says so, or comes to it, or where the
    totals of the other strands say no more and it is nearer to that.
    """
    if not any(line.heading < 0 and line.strand is not None for line in lines):
        return list(told)
    made: list[Told] = []
    start = 0
    for one in told:
        part = lines[start : one.above]
        names = {line.strand if line.heading < 0 else None for line in part}
        name = next(iter(names)) if len(names) == 1 else None
        others = [line for line in (*lines[:start], *lines[one.above :]) if line.strand == name]
        own = name is not None and not others and one.strand is None
        if own and (one.above < len(lines) or _is_of_last(one, lines, start)):
            made.append(replace(one, strand=name))
        else:
            made.append(one)
        start = one.above
    return made


def _is_of_last(one: Told, lines: Sequence[Line], start: int) -> bool:
    """Return whether a total behind all lines is that of the last strand alone, which begins at ``start``."""
    part, whole = comes_to(lines, start, one.above), comes_to(lines)
    if not start or part is None or whole is None or one.pence is None or one.pence == whole:
        return False
    return _SUB.search(one.words) is not None or abs(one.pence - part) < abs(one.pence - whole)


def first_of_all(told: Sequence[Told], lines: Sequence[Line], *, doubtful: bool) -> list[Told]:
    """Return the totals; the only one, where it stands right beneath the header and names no part, is that of all below it."""
    if len(told) != 1 or told[0].above or not lines or name_of(told[0].words):
        return list(told)
    return [replace(told[0], strand=None, above=len(lines), doubtful=doubtful)]


def with_first_part(lines: Sequence[Line], told: Sequence[Told]) -> tuple[list[Line], list[Told]]:
    """Return the lines and totals; the lines above the first heading within a table as a strand, where a total that names it closes them.

    Its own heading stands above the table: “Main grants”, seven rows, “Total main grants”, then “Small grants” and its rows.
    """
    first = next((number for number, line in enumerate(lines) if line.strand is not None), 0)
    closing = [one for one in told if one.strand is None and 0 < one.above <= first]
    if (
        not first
        or len(closing) != 1
        or closing[0].above != first
        or any(line.strand is None for line in lines[first:])
    ):
        return list(lines), list(told)
    name = name_of(closing[0].words)
    known = any(line.strand is not None and line.strand.casefold() == name.casefold() for line in lines)
    if not name or known or closing[0].pence == comes_to(lines):
        return list(lines), list(told)
    made = [replace(line, strand=name) if number < first else line for number, line in enumerate(lines)]
    return made, [replace(one, strand=name) if one is closing[0] else one for one in told]


def is_sound(one: Told, lines: Sequence[Line], told: Sequence[Told]) -> bool:
    """Return whether a total comes to all lines above it, or to those since the total before."""
    start = max((other.above for other in told if other.above < one.above), default=0)
    sums = {comes_to(lines, 0, one.above), comes_to(lines, start, one.above)}
    return one.pence is not None and one.pence in sums


def _without_those_of_some(totals: Sequence[Told], lines: Sequence[Line], told: Sequence[Told]) -> list[Told]:
    """Return the totals without those of some rows that have no name: several stand in one strand, or in none, and only one is its sum.

    A heading above them was lost. They are kept where they come to the whole.
    """
    kept = []
    for one in totals:
        others = [other for other in told if other.strand == one.strand and other.above != one.above]
        awarded = any(line.award.counts for line in lines[one.above :])
        amid = 0 < one.above < len(lines) and awarded and (one.strand is None or lines[one.above].strand == one.strand)
        part = amid or (bool(others) and is_sound(one, lines, told))
        of_all = one.pence == comes_to(lines)
        if not part or of_all or name_of(one.words):
            kept.append(one)
    return kept


def _is_of_all(one: Told, lines: Sequence[Line]) -> bool:
    """Return whether a total behind all lines comes to them all, whatever it is called."""
    return one.above == len(lines) and one.pence is not None and one.pence == comes_to(lines)


_SUB = re.compile(r"(?i)\bsub")


def name_of(words: str) -> str:
    """Return what a row of a part's total calls the part: “Lot 1” of “Lot 1 total”; empty where it has no name of its own."""
    rest = _TOTAL.sub(" ", words)
    plain = " ".join(rest.split()).strip(" :–—-*()£,.")
    return plain if 0 < len(plain) <= _LONGEST_NAME and _WHOLE.fullmatch(plain) is None else ""


_TOTAL = re.compile(r"(?i)\b(?:sub-?\s?totals?|totals?)\b(?:\s+(?:for|of|in)\b)?(?:\s+the\b)?")
_WHOLE = re.compile(
    r"(?i)(?:(?:grand|overall|combined|all|sum|awards?|awarded|grants?|granted|amount|funding|running|cumulative|cumulatively|year|round|to|date|so|far|in|the|for|of|both|above|approved|given|paid|this|that|these|those|strand|category|section|part|theme|group|list|table|carried|forward|brought|page|c/f|b/f)[\s,:-]*)+"
)


def _bare(name: str) -> str:
    """Return the name of a strand as a total says it: without what stands in brackets behind it."""
    return name.partition(" (")[0].strip().lower()


def scoped(told: Sequence[Told], groups: Sequence[Group]) -> tuple[Total, ...]:
    """Return the totals with what each covers: the strand that it names or closes, or all where it is the last of all."""
    names = [group.name for group in groups if group.name is not None]
    if len(groups) < _FEWEST:  # a total can cover but this
        return tuple(one.total for one in told)
    found = []
    closed: set[str | None] = set()
    for number, one in enumerate(told):
        plain = one.words.lower()
        named = [name for name in names if name.lower() in plain] or [name for name in names if _bare(name) in plain]
        last = number == len(told) - 1
        grand = re.search(r"\b(?:grand|overall|combined|all|cumulative|to date)\b", plain) is not None
        sub = re.search(r"\bsub", plain) is not None
        over: tuple[str, ...]
        if len(named) == 1:
            over = (named[0],)
        elif grand or one.strand is None or (last and (one.strand in closed or not (closed or sub))):
            over = ()
        else:
            over = (one.strand,)
            closed.add(one.strand)
        found.append(replace(one.total, over=over))
    return tuple(found)
