"""How far a figure moved and where to, as in “Recorded crime fell by 4.4% to 112,438”, against the figure kept as data.

It is held against the figure's own `was`, `now` and `change` only where the clause names the figure, goes the same way, and
says nothing else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.changes import read_change
from pcp_reports.claims import Kind, Unit, read
from pcp_reports.judging import judge

if TYPE_CHECKING:
    from pcp_reports.claims import Claim
    from pcp_reports.judging import Judgement
    from pcp_reports.model.common import Figure

_DOWN = (
    "fell fall falls fallen falling dropped drop drops dropping decreased decrease decreases decreasing reduced reduces "
    "reducing reduction declined decline declines declining down cut lowered shrank gostyngodd lawr"
)
_UP = (
    "rose rise rises risen rising increased increase increases increasing grew grown grows growing growth climbed up "
    "jumped cynyddodd fyny"
)
_ONE = Decimal(1)
_WAYS = {**dict.fromkeys(_DOWN.split(), -1), **dict.fromkeys(_UP.split(), 1)}
_LEADS = r"(?i)\b(?:(by|to|from|o|i)\s+|(?:fallen|risen|fell|rose|down|up)\s+)(?:just\s+|only\s+|a\s+total\s+of\s+)?$"
# Words of such a clause that say nothing else: how it moved, and what is counted in any case.
_OF_MOVES = frozenset(("by", "to", "from", "sharply", "slightly", "again", "just", "only", "per", "cent", "percentage", "point", "points", "offences", "crimes", "incidents", "cases", "figures", "number", "numbers", "recorded"))  # fmt: skip


def way_of(words: str) -> int:
    """Return which way the words of a clause go: 1 up, -1 down, 0 where they say neither, or both."""
    ways = {_WAYS[word] for word in re.findall(r"[^\W\d_]+", words.casefold()) if word in _WAYS}
    return ways.pop() if len(ways) == 1 else 0


def is_of_moves(word: str) -> bool:
    """Return whether a word of a clause only tells of the movement."""
    return word in _WAYS or word in _OF_MOVES or word.isdecimal()


def against_move(claim: Claim, before: str, figure: Figure, locale: str) -> tuple[Judgement, Decimal, str] | None:
    """Return the verdict on a claim that tells where the figure went, with the value and words it was held against.

    ``before`` are the words of its clause before it. None where the clause goes another way than the figure or does not
    say which, where the figure gives no such value, and where the claim may be that value rounded.
    """
    lead = re.search(_LEADS, before)
    way = way_of(before)
    if lead is None or not way or way != _own_way(figure, locale):
        return None
    words = {"to": figure.now or figure.value, "i": figure.now or figure.value, "from": figure.was, "o": figure.was}
    held = words.get((lead[1] or "").casefold(), figure.change)
    if held is None:
        return None
    if held is figure.change:
        change = read_change(held, locale)
        known = change.size.claim if change is not None and change.size is not None else None
    else:
        known = read(held, locale)
    if known is None or known.kind is not Kind.EXACT or known.value is None or known.unit is not claim.unit:
        return None
    return None if _may_be_rounded(claim, known) else (judge(claim, known.value), known.value, held)


def _own_way(figure: Figure, locale: str) -> int:
    """Return which way the figure itself went: as its change says, else from its start to where it is now."""
    change = read_change(figure.change, locale)
    if change is not None:
        return change.way
    end = figure.now or figure.value
    if figure.was is None or end is None:
        return 0
    first, last = read(figure.was, locale).value, read(end, locale).value
    return 0 if first is None or last is None else (last > first) - (last < first)


def _may_be_rounded(claim: Claim, known: Claim) -> bool:
    """Return whether a figure may yet be the known one in round numbers: 4% of 4.4%, almost 4.4% of it, 112,000 of 112,438."""
    if claim.value is None or known.value is None or claim.value == known.value == claim.low:
        return False
    unit = max(claim.step or _ONE, known.step or _ONE)
    if claim.unit in (Unit.COUNT, Unit.MONEY):
        if not claim.value or claim.kind is not Kind.EXACT:
            return False
        unit = max(_ONE, Decimal(1).scaleb(int(claim.value.normalize().as_tuple().exponent)))
        if unit == _ONE:
            return False
    return abs(claim.value - known.value) < unit
