"""Grants that are there already: in the entries, or in another place of the same paper. They must not count twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pcp_reports.passage import Sort
from pcp_reports.word.wordings import APPENDIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pcp_reports.importing.papers.funds import Placed
    from pcp_reports.importing.papers.taken_over import Line, PaperRound
    from pcp_reports.money import Money
    from pcp_reports.passage import Passage
    from pcp_reports.workspace import Filed, Register


_Rows = list[tuple[int, str]]
Sum = frozenset[tuple[tuple[str, int], int]]
"""Who is given how much, and how often."""


def sum_of(lines: Iterable[Line]) -> Sum:
    """Return who is given how much, however it is spelled: what tells one round from another."""
    return _tallied((line.recipient, line.amount) for line in lines if line.counts)


def rounds_there(register: Register | None) -> dict[Sum, list[Filed]]:
    """Return the rounds that the entries hold already, by who is given how much."""
    found: dict[Sum, list[Filed]] = {}
    for filed in register.entries if register is not None else ():
        if filed.kind == "funding-round" and filed.sound and filed.model.exempt is None:
            grants = (grant for strand in filed.model.grants for grant in strand.grants)
            rows = [(str(one.recipient), one.amount) for one in grants if one.counts and one.exempt is None]
            if rows:
                found.setdefault(_tallied(rows), []).append(filed)
    return found


def there_already(files: Iterable[Filed], placed: Placed) -> Filed | None:
    """Return which of the rounds with the same grants is the paper's: that of its month, where the paper says one."""
    for filed in files:
        announced = filed.model.announced
        if not placed.is_dated or (announced.year, announced.month) == (placed.announced.year, placed.announced.month):
            return filed
    return None


def _tallied(rows: Iterable[tuple[str, Money]]) -> Sum:
    return frozenset(Counter((" ".join(name.split()).casefold(), amount.pence) for name, amount in rows).items())


def told_once(
    rounds: Sequence[PaperRound], passages: Sequence[Passage] = ()
) -> tuple[tuple[PaperRound, ...], tuple[PaperRound, ...]]:
    """Return the rounds of a paper, and those that tell of grants that a list of it has as well.

    In sentences these are the very grants of a list; above an appendix, where ``passages`` have one, some of those that it
    lists. Two other lists are two rounds here: whether a list stands twice, the audit has told.
    """
    lists = [_rows(one) for one in rounds if _is_list(one)]
    appended = [(one, _rows(one)) for one in rounds if _is_list(one) and _in_appendix(one, passages)]
    again = [
        one
        for one in rounds
        if (not _is_list(one) and any(_are_same(_rows(one), rows) for rows in lists))
        or any(one.first < other.first and _are_among(_rows(one), rows) for other, rows in appended)
    ]
    return tuple(one for one in rounds if one not in again), tuple(again)


def _in_appendix(one: PaperRound, passages: Sequence[Passage]) -> bool:
    above = (passages[at].text for at in range(min(one.first, len(passages)) - 1, -1, -1) if _is_heading(passages[at]))
    return APPENDIX.match(next(above, "")) is not None


def _is_heading(one: Passage) -> bool:
    return one.sort in (Sort.HEADING, Sort.TITLE)


def _are_among(rows: _Rows, others: _Rows) -> bool:
    """Return whether grants, two at least, are each among others: the same sum to a name that begins as theirs does."""
    left = list(others)
    for pence, name in rows:
        found = next((row for row in left if row[0] == pence and _begin_alike(name, row[1])), None)
        if found is None:
            return False
        left.remove(found)
    return len(rows) > 1


def _begin_alike(one: str, other: str) -> bool:
    first, second = one.removeprefix("the ").split(), other.removeprefix("the ").split()
    return one in other or other in one or (bool(first) and len(first[0]) > 3 and first[:1] == second[:1])  # noqa: PLR2004 - no “St”


def _is_list(one: PaperRound) -> bool:
    return any(line.place not in one.kept for line in one.lines)


def _rows(one: PaperRound) -> _Rows:
    return sorted((line.amount.pence, " ".join(line.recipient.split()).casefold()) for line in one.lines)


def _are_same(rows: _Rows, others: _Rows) -> bool:
    """Return whether grants are the same: the same amounts, to names of which one holds the other."""
    return [pence for pence, _ in rows] == [pence for pence, _ in others] and all(
        name in named or named in name for (_, name), (_, named) in zip(rows, others, strict=True)
    )
