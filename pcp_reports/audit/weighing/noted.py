"""Totals and counts that are right for a list as a note beneath it changes it, or but for one award whose parts come to another sum.

“£500*” with “* Since increased to £600.” beneath: the total may be of the grants as they were, or as they are.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.adding.parts import odd_parts
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.audit.found import Award, Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper, Passage

_SIGN = r"[*†‡§]{1,3}|\([*†‡§]{1,3}\)|[¹²³⁴⁵]|\[[0-9a-z]\]"
_NOTE = re.compile(rf"\s*(?P<sign>{_SIGN})\s*(?=\S)")
_MARKED = re.compile(rf"(?<=[\w)’'.])\s?(?P<sign>{_SIGN})(?=\s|$|[,;:])")
_NEAR = 6
"""How many passages beneath the last award may be notes."""


def is_as_noted(paper: Paper, one: Round, row: Weighed) -> bool:
    """Return whether a note on some awards of a list explains to the penny why a figure is not what the list comes to."""
    found = row.judged
    noted = [(award, note) for note, awards in _notes(paper, one) for award in awards]
    if not noted:
        return False
    gap = _gap(row)
    if gap is not None and any(_is_from_before(award, note, gap) for award, note in noted):
        return False
    changes = [list(_changes(award, note)) for award, note in noted]
    if gap is not None:
        return any(gap in each for each in changes) or gap == sum(each[0] for each in changes)
    count = found.claim.count
    if count is None or count.value is None:
        return False
    return int(count.value) - found.over.grants in (-1, -len(changes))


def is_but_for_parts(paper: Paper, one: Round, row: Weighed, locale: str) -> bool:
    """Return whether a total is right but for an award whose own parts do not come to it: it is that award that is wrong."""
    gap = _gap(row)
    return gap is not None and any(
        each.award.amount is not None and each.come_to.pence - each.award.amount.pence == gap
        for each in odd_parts(paper, one, locale)
    )


def _is_from_before(award: Award, note: Passage, gap: int) -> bool:
    """Return whether a note says that an award rose or fell to what the list shows, and a total (``gap`` pence more) is from before.

    “Raised from £4,000 to £5,500”, over a line of £5,500: the list was brought up to date, and the total was forgotten.
    """
    own = award.amount.pence if award.amount is not None else 0
    for pattern in (_FROM_TO, _TO_FROM, _BY_TO):
        told = pattern.search(note.text)
        if told is None:
            continue
        before, after = (int(Decimal(told[part].replace(",", "")) * 100) for part in ("before", "after"))
        change = before if pattern is _BY_TO else abs(after - before)
        return after == own and abs(gap) == change and (pattern is _BY_TO or gap == before - after)
    return False


_PENCE = r"[0-9][0-9,]*(?:\.[0-9]{2})?(?![0-9kmKM])"
_FROM_TO = re.compile(rf"\bfrom £(?P<before>{_PENCE}) to £(?P<after>{_PENCE})")
_TO_FROM = re.compile(rf"\bto £(?P<after>{_PENCE}),? from £(?P<before>{_PENCE})")
_BY_TO = re.compile(rf"\bby £(?P<before>{_PENCE}),? to £(?P<after>{_PENCE})")
"""“Increased by £1,500 to £5,500”: the first is the change."""


def _gap(row: Weighed) -> int | None:
    """Return by how many pence a wrong total is more than the lines come to; None where no plain total is wrong."""
    found, total = row.judged, row.heard.claim.total
    if found.total is None or not found.total.verdict.is_wrong:
        return None
    if total is None or total.value is None or total.kind is not Kind.EXACT:
        return None
    return int(total.value * 100) - found.over.total.pence


def _notes(paper: Paper, one: Round) -> Iterator[tuple[Passage, list[Award]]]:
    """Yield the notes beneath a list, each with the awards that bear its sign."""
    last = max(award.passage for award in one.awards)
    for passage in paper.passages[last + 1 : last + 1 + _NEAR]:
        sign = _NOTE.match(f"{passage.label}{passage.text}")
        if sign is None or len(passage.text) == 1:
            continue
        own = [award for award in one.awards if sign["sign"].strip("()") in _signs(paper.passages[award.passage])]
        if own:
            yield passage, own


def _signs(passage: Passage) -> set[str]:
    """Return the signs of notes that a line bears: in a table at the end of a cell."""
    texts = [cell.text for cell in passage.cells] if passage.sort is Sort.ROW else [passage.text]
    return {match["sign"].strip("()") for text in texts for match in _MARKED.finditer(text)}


def _changes(award: Award, note: Passage) -> Iterator[int]:
    """Yield by how much a note may change a total, in pence: the award falls away; it is another sum; a sum is added or taken off."""
    own = award.amount.pence if award.amount is not None else 0
    yield -own
    for claim in find(note.text):
        if claim.unit is Unit.MONEY and claim.value is not None:
            pence = int(Decimal(claim.value) * 100)
            yield from (pence - own, pence, -pence)
