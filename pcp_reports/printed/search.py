"""Finding figures in running prose: each place where a number may begin is looked at once, from left to right.

Most figures stand plainly between words that mean nothing to them, and are read at once. Only where the word before or
behind a number, or the sign against it, may make it more or less than a figure is more asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed.amounts import amount_found
from pcp_reports.printed.assembling import full_claim
from pcp_reports.printed.claim import Unit
from pcp_reports.printed.counts import count_found
from pcp_reports.printed.plain import plain_words
from pcp_reports.printed.prose import left_words
from pcp_reports.printed.quantities import amount_at
from pcp_reports.printed.spelled import spelled_at
from pcp_reports.printed.standing import may_mean

if TYPE_CHECKING:
    from pcp_reports.printed.claim import Claim
    from pcp_reports.printed.prose import Prose


def figures_in(prose: Prose) -> list[Claim]:
    """Return every figure of the text in order, misprinted ones included."""
    found: list[Claim] = []
    low, search = prose.low, prose.tongue.begins.search
    at = done = 0
    while (match := search(low, at)) is not None:
        start = match.start()
        first = low[start]
        if first == "£":
            at, claim = amount_found(prose, start, done)
        elif first.isalpha():
            at, claim = _word_found(prose, start, done)
        else:
            at, claim = count_found(prose, start, done)
        if claim is not None:
            found.append(claim)
            done = claim.end
    return found


def _word_found(prose: Prose, at: int, done: int) -> tuple[int, Claim | None]:
    """Return where to go on, and the figure at a number word or at “GBP”, if it is one."""
    low = prose.low
    if low.startswith("gbp", at):
        quantity = amount_at(low, at) if low[at + 3 : at + 5].strip()[:1].isdecimal() else None
        return (at + 3, None) if quantity is None else full_claim(prose, quantity, done, left_words(low, at, done))
    words = left_words(low, at, done)
    on, quantity = spelled_at(prose, at, done, words)
    if quantity is None:
        return on, None
    if quantity.start < at:
        words = words[:-1] or [""]
    elif quantity.unit is Unit.COUNT and not quantity.number.scale and not may_mean(words[-1], prose, at, done):
        claim = plain_words(prose, quantity)
        if claim is not None:
            return claim.end, claim
    return full_claim(prose, quantity, done, words)
