"""Amounts in running prose: what stands behind a pound sign."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.assembling import full_claim, plain_claim, slipped
from pcp_reports.printed.claim import Claim, Kind, Unit
from pcp_reports.printed.hedges import EACH_WORDS, TAIL_WORDS
from pcp_reports.printed.misprints import Slip, is_fine, short_million, slip_at, slip_in_scale
from pcp_reports.printed.numerals import ONE, SCALES, WELSH_SCALES, times
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.printed.prose import BREAK, last_word, left_words
from pcp_reports.printed.quantities import Quantity, amount_at
from pcp_reports.printed.ranges import JOINING, pair_at
from pcp_reports.printed.standing import may_mean

if TYPE_CHECKING:
    from pcp_reports.printed.prose import Prose

BEHIND = JOINING | TAIL_WORDS | EACH_WORDS | {"pounds"}
"""The words behind an amount or a share that may mean something to it."""

ENDS = frozenset({"", ".", ",", ";", ")", BREAK})
"""The marks behind one that mean nothing to it."""

PENNY = Decimal("0.01")
BLANKS = frozenset(" \n")
MORE = (", at", ", app", ", m")
"""What begins a hedge behind a comma."""

_ODD_SCALES = (" mil", " mln", " mio", "mil", "mln", "mio")
_LOST_BLANK = r"(?:k|mn|m(?!il)|bn)[a-z]{2,}"
_BEFORE_NOUGHTS = frozenset("0'’‘ ")
_TABLE_UNIT = r"£\s?['’‘]?000(?:['’]?s)?(?![0-9.,]?[0-9])"
"""What heads a table in thousands, and is no amount: “£000s”, “£’000”."""

WORD = re.compile(r"[^\W\d_]+")
_BEFORE = word_set("for receiving worth received getting given awarded with at a costing each between rhwng of")


_PLAIN = re.compile(
    r"£([1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[1-9][0-9]{0,11})(\.[0-9]{2})?"
    r"(?:[;)](?![0-9])|[.,](?=[\s\ufdd0]|$)(?!\s[0-9])|(?=\ufdd0)|$|[ \n]([^\W\d_]+))"
)
"""An amount in full, and the word or mark behind it."""

_CHANGING = BEHIND | SCALES.keys() | WELSH_SCALES.keys() | {"sterling", "pound", "mil", "mln", "mio"}


def _plain_amount(prose: Prose, at: int, done: int) -> Claim | None:
    """Return the claim of an amount in full between words that mean nothing to it, as most are; else None."""
    low = prose.low
    if at and low[at - 1] not in BLANKS:
        return None
    match = _PLAIN.match(low, at)
    if match is None:
        return None
    whole, part, behind = match.groups()
    end = match.end(1) if part is None else match.end(2)
    if behind in _CHANGING or (behind is None and low.startswith(MORE, end)) or not _nothing_before(prose, at, done):
        return None
    value = Decimal(whole.replace(",", "") + (part or ""))
    step = ONE if part is None else PENNY
    return Claim(prose.text[at:end], Kind.EXACT, Unit.MONEY, value, value, value, step, "", False, "", at, end)


def _nothing_before(prose: Prose, at: int, done: int) -> bool:
    """Return whether the word before an amount means nothing to it."""
    low = prose.low
    last = last_word(low, at, done)
    return not may_mean(last, prose, at, done) and not (last in _BEFORE and "each" in low[max(done, at - 24) : at])


def amount_found(prose: Prose, at: int, done: int) -> tuple[int, Claim | None]:
    """Return where to go on, and the figure at a pound sign, if it is one; nothing before ``done`` is its own."""
    low = prose.low
    claim = _plain_amount(prose, at, done)
    if claim is not None:
        return claim.end, claim
    quantity = amount_at(low, at)
    if low[at + 1 : at + 2] in _BEFORE_NOUGHTS and (unit := pattern(_TABLE_UNIT).match(low, at)) is not None:
        return unit.end(), None
    if quantity is None:
        slip = slip_at(prose.text, low, at)
        return (at + 1, None) if slip is None else slipped(prose, at, done, slip)
    if low.startswith(_ODD_SCALES, quantity.end):
        quantity = _in_welsh_thousands(prose, quantity)
    if quantity.number.decimals == 1 and not quantity.number.scale and pattern(_LOST_BLANK).match(low, quantity.end):
        return quantity.end, None  # “£12.5mrun”: what the letters are cannot be told, and the full stop is no slip
    slip = _slip_of(prose, quantity, done)
    if slip is not None:
        return slipped(prose, at, done, slip)
    end = quantity.end
    following = low[end : end + 1]
    if following in BLANKS:
        behind = WORD.match(low, end + 1)
        plain = behind is not None and behind[0] not in BEHIND
    else:
        plain = following in ENDS and not low.startswith(MORE, end)
    if plain and (not at or low[at - 1] in BLANKS) and _nothing_before(prose, at, done):
        return end, plain_claim(prose, quantity, "")
    return full_claim(prose, quantity, done, left_words(low, at, done))


def _in_welsh_thousands(prose: Prose, quantity: Quantity) -> Quantity:
    """Return “£44 mil” of a Welsh paper as the £44k that it is; any other amount as it is."""
    match = pattern(r"\s?mil(?![a-z0-9])").match(prose.low, quantity.end)
    if match is None or quantity.number.scale or prose.tongue.other_words is None:
        return quantity
    return replace(quantity, end=match.end(), number=times(quantity.number, "thousand", match.end()))


def _slip_of(prose: Prose, quantity: Quantity, done: int) -> Slip | None:
    """Return the slip in an amount that can be read at first sight; None if it is as it should be."""
    low, at = prose.low, quantity.start
    if quantity.number.scale:
        return slip_in_scale(prose.text, low, quantity)
    if low.startswith(_ODD_SCALES, quantity.end) and (odd := short_million(prose.text, low, quantity)) is not None:
        return odd
    if is_fine(low, quantity):
        return None
    pair = pair_at(low, quantity, left_words(low, at, done))
    if pair is not None and pair.ranged and (pair.first.number.scale or is_fine(low, pair.first)):
        return None
    slip = slip_at(prose.text, low, at)
    return slip if slip is not None and slip.end >= quantity.end else None
