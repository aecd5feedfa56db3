"""What a table of grants says besides recipient, purpose and amount: the columns that an entry has keys for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.dates import DateError, PartialDate
from pcp_reports.importing.papers.literal import plain
from pcp_reports.importing.sheets.vocabulary import Role, roles_of
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pcp_reports.importing.papers.taken_over import Line, PaperRound
    from pcp_reports.passage import Paper

_KEPT = (Role.DISTRICT, Role.REFERENCE, Role.CONDITIONS, Role.REASON, Role.AWARDED)
_SUREST = 2
"""The rank up to which a heading says plainly enough what its column holds."""


def with_columns(one: PaperRound, paper: Paper) -> PaperRound:
    """Return a round with what further columns say of its grants; a date that can be read in two ways is left."""
    heads: dict[int, dict[int, Role]] = {}
    lines = {line.place for line in one.lines}
    for at in sorted(one.places - one.kept - lines):
        passage = paper.passages[at]
        if passage.sort is Sort.ROW and passage.table not in heads:
            roles = {cell.column: role for cell in passage.cells if (role := _role(cell.text)) is not None}
            if roles:
                heads[passage.table] = roles
    if not heads:
        return one
    strands = tuple(
        (name, tuple(replace(line, more=tuple(_more(line, paper, heads))) for line in rows))
        for name, rows in one.strands
    )
    return replace(one, strands=strands)


def _role(heading: str) -> Role | None:
    found = roles_of(heading)
    return found[0][0] if found and found[0][0] in _KEPT and found[0][1] <= _SUREST else None


def _more(line: Line, paper: Paper, heads: Mapping[int, Mapping[int, Role]]) -> Iterator[tuple[str, str]]:
    """Give the keys of one grant with their words, in the order of the columns."""
    passage = paper.passages[line.place]
    for cell in passage.cells:
        role = heads.get(passage.table, {}).get(cell.column)
        words = plain(cell.text)
        if role is None or not words or cell.span > 1 or words in (line.recipient, line.purpose):
            continue
        if role is Role.AWARDED:
            try:
                words = str(PartialDate.parse(words))
            except DateError:
                continue
        yield role.value, words
