"""Where a name ends, by other names of the paper: one that goes on with “for”, and all those of a list with what for in brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.names.bracketed import in_bracket

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pcp_reports.audit.found import Award
    from pcp_reports.audit.lines.read import ReadLine
    from pcp_reports.money import Money

_FOR = re.compile(r"\s+for\s+(?=[A-Z0-9])")


def with_known_names(reads: Mapping[int, ReadLine]) -> dict[int, ReadLine]:
    """Return what passages are read into, “Rovers Trust for Girls’ Friday” as Rovers Trust where a line names it so.

    Nobody can tell from such words alone that they are no name; another line of the paper can, which has the same sum.
    """
    known = {(_plain(award.recipient), award.amount) for read in reads.values() for award in read.awards}
    bracketed = {at for at, read in reads.items() if read.awards and all(map(_is_bracketed, read.awards))}
    made: dict[int, ReadLine] = {}
    for at, read in reads.items():
        awards = tuple(_cut(award, known) for award in read.awards)
        if at in bracketed and (len(awards) > 1 or not bracketed.isdisjoint((at - 1, at + 1))):
            awards = tuple(map(_without_bracket, awards))
        made[at] = replace(read, awards=awards) if awards else read
    return made


def _is_bracketed(award: Award) -> bool:
    """Return whether the name of a line ends in a bracket that may say what for, where nothing else does."""
    return not award.purpose and in_bracket(award.recipient) is not None


def _without_bracket(award: Award) -> Award:
    parts = in_bracket(award.recipient)
    return award if parts is None else replace(award, recipient=parts[0], purpose=parts[1])


def _plain(name: str) -> str:
    return naming.without_article(name).removeprefix("The ").casefold()


def _cut(award: Award, known: set[tuple[str, Money | None]]) -> Award:
    for mark in _FOR.finditer(award.recipient):
        name, what = award.recipient[: mark.start()], award.recipient[mark.end() :]
        if (_plain(name), award.amount) in known and award.amount is not None:
            purpose = " – ".join(part for part in (splitting.purpose_behind(what), award.purpose) if part)
            return replace(award, recipient=name, purpose=purpose)
    return award
