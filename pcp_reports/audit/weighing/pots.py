"""Sums in headings that may be what there was to give: they are shown as not checked, so that nobody takes them for sound.

“Community Fund (£20,000)” over grants of £18,000 may be a fund of £20,000 of which so much was given, or a wrong total.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.audit.claims.subject import may_be_pot
from pcp_reports.audit.claims.text import where_of
from pcp_reports.audit.pieces.strand_sums import NAME_AND_SUM
from pcp_reports.audit.verdicts import SUBTOTAL, TOTAL, JudgedClaim
from pcp_reports.claims import Kind, Unit, find
from pcp_reports.judging import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pcp_reports.audit.claims.telling import Telling
    from pcp_reports.audit.found import Round
    from pcp_reports.audit.weighing.weighed import Weighed
    from pcp_reports.passage import Paper

_WHY = "It cannot be checked: it may be what there was to give."


def pots(paper: Paper, one: Round, told: Telling, weighed: Iterable[Weighed]) -> Iterator[JudgedClaim]:
    """Yield the sums of headings that no claim of a round gives: a name and a round sum, more than the lines come to."""
    known = {row.heard.passage for row in weighed}
    headings = {group.heading: str(group.name) for group in one.groups if group.heading >= 0 and group.name is not None}
    if one.lead:
        headings.setdefault(one.lead[-1], "")
    for index, name in headings.items():
        text = paper.passages[index].text
        if index in known or "£" not in text or NAME_AND_SUM.fullmatch(text.strip()) is None:
            continue
        claims = [claim for claim in find(text) if claim.unit is Unit.MONEY]
        covers = (name,) if name else ()
        over = told.summed.whole.over(covers).total.pence
        if len(claims) != 1 or claims[0].kind is not Kind.EXACT or not claims[0].value:
            continue
        claim = claims[0]
        if not may_be_pot(claim, text.replace(name, ""), over) or told.summed.unread_in(covers):
            continue
        yield JudgedClaim(
            claim.text, claim.kind, SUBTOTAL if covers else TOTAL, covers, claim.value, Verdict.CANNOT_CHECK, _WHY,
            Decimal(over) / 100, where_of(paper, index),
        )  # fmt: skip
