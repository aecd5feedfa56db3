"""Names that a paper gives elsewhere: they tell where a name ends that goes on with “for”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.names import naming, splitting

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
    return {
        at: replace(read, awards=tuple(_cut(award, known) for award in read.awards)) if read.awards else read
        for at, read in reads.items()
    }


def _plain(name: str) -> str:
    return naming.without_article(name).removeprefix("The ").casefold()


def _cut(award: Award, known: set[tuple[str, Money | None]]) -> Award:
    for mark in _FOR.finditer(award.recipient):
        name, what = award.recipient[: mark.start()], award.recipient[mark.end() :]
        if (_plain(name), award.amount) in known and award.amount is not None:
            purpose = " – ".join(part for part in (splitting.purpose_behind(what), award.purpose) if part)
            return replace(award, recipient=name, purpose=purpose)
    return award
