"""The numbers that an entry gives besides its prose, on which a sum may rest: its figures, and a round's grants."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.claims import Unit, find
from pcp_reports.ledger import ROUND, sum_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcp_reports.claims import Claim
    from pcp_reports.model.common import Figure
    from pcp_reports.workspace import Filed

_HUNDRED = Decimal(100)


def numbers_of(claim: Claim) -> Iterator[tuple[Unit | None, Decimal]]:
    """Yield the numbers that a figure can lend to a sum: an amount also without its sign, which many leave out."""
    for number in (claim.value,) if claim.value is not None else (claim.low, claim.high):
        if number is not None:
            yield None, number
            if claim.unit is Unit.MONEY:
                yield Unit.MONEY, number


def given_numbers(filed: Filed, locale: str) -> set[tuple[Unit | None, Decimal]]:
    """Return the numbers among an entry's figures, and those of a round's grants."""
    found = {number for words in _figure_words(filed) for claim in find(words, locale) for number in numbers_of(claim)}
    if filed.kind == ROUND:
        whole = sum_round(filed)  # without what is exempt
        amounts = [part.total for part in (whole.sum, *(strand.sum for strand in whole.strands))]
        amounts += [grant.amount for strand in whole.strands for grant in strand.grants]
        pounds = [Decimal(amount.pence) / _HUNDRED for amount in amounts]
        counts = [
            Decimal(count)
            for part in (whole.sum, *(strand.sum for strand in whole.strands))
            for count in (part.grants, part.projects)
        ]
        found |= {(unit, number) for number in pounds for unit in (None, Unit.MONEY)}
        found |= {(None, number) for number in counts}
    return found


def _figure_words(filed: Filed) -> Iterator[str]:
    tables = (filed.partly.figures, *(phase.figures for _, phase in getattr(filed.partly, "phases", ())))
    for figures in tables:
        for figure in (figures or {}).values():
            yield from _words_of(figure)


def _words_of(figure: Figure) -> Iterator[str]:
    yield from (words for words in (figure.value, figure.was, figure.now, figure.change) if words is not None)
    yield from (figure.elsewhere or {}).values()
    yield from (figure.parts or {}).values()
