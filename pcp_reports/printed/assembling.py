"""A quantity with all that stands round it: sign, hedges, range, noun, “each” -> the claim."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.bounds import bounds_of, of_ratio
from pcp_reports.printed.claim import Claim, Kind, Unit
from pcp_reports.printed.hedges import OPENERS, TAIL_MARKS, before, each_before, each_behind, hedge_behind
from pcp_reports.printed.nouns import end_of, noun_behind
from pcp_reports.printed.patterns import pattern
from pcp_reports.printed.prose import left_words
from pcp_reports.printed.ranges import JOINING, OPENING, pair_at, ratio_at
from pcp_reports.printed.shapes import foreign_suffix
from pcp_reports.printed.standing import holds, is_score, sign_of

if TYPE_CHECKING:
    from pcp_reports.printed.hedges import Hedge
    from pcp_reports.printed.misprints import Slip
    from pcp_reports.printed.prose import Prose
    from pcp_reports.printed.quantities import Quantity
    from pcp_reports.printed.ranges import Pair

_GOES_ON = frozenset(" \n\t\xa0\u2009\u202f-–—−+,/i×x") | frozenset("abcdefghijklmnopqrstuvwxyz£%")
"""What may begin more of a figure, or the words behind it; before anything else it ends as it stands."""

_MOST_HEDGES = 2
_DASHES = frozenset("-–—−")
_NEXT = re.compile(r"\s{1,3}([^\W\d_]+)")
_NOT_AFTER_NOUNS = frozenset({"plus", "odd", "+"})


def plain_claim(prose: Prose, quantity: Quantity, noun: str) -> Claim:
    """Return the claim of a quantity that nothing stands round: no hedge, no range, no sign."""
    number, start, end = quantity.number, quantity.start, quantity.end
    value, step = number.value, number.step
    if number.rounded:
        half = step / 2
        return Claim(
            prose.text[start:end],
            Kind.ROUNDED,
            quantity.unit,
            value - half,
            value + half,
            value,
            step,
            "",
            False,
            noun,
            start,
            end,
        )
    return Claim(
        prose.text[start:end], Kind.EXACT, quantity.unit, value, value, value, step, "", False, noun, start, end
    )


def full_claim(prose: Prose, quantity: Quantity, done: int, words: list[str]) -> tuple[int, Claim | None]:
    """Return where to go on, and the claim of a quantity with all that stands round it; None where it is no figure."""
    low = prose.low
    hedges, start, rest, sign = _before(prose, quantity, words)
    if not (hedges or sign or low[quantity.end : quantity.end + 1] in _GOES_ON):
        each = quantity.unit is Unit.MONEY and each_before(rest)
        if not each and not (quantity.unit is Unit.COUNT and is_score(low, start, "")):
            return quantity.end, plain_claim(prose, quantity, "")
    second = None
    joins, counts = _joins(low, quantity.end)
    if joins and (pair := pair_at(low, quantity, rest)) is not None:
        if not pair.ranged and low[quantity.end] in _DASHES and _both_counts(pair):
            return pair.second.end, None  # how a match ended: “3-2”
        quantity, second = pair.first, pair.second if pair.ranged else None
    if second is not None:
        if second.unit is Unit.COUNT and (on := foreign_suffix(prose.text, low, second.end)):
            return on, None  # “20-30mph”
        opening = rest[-1].lstrip(OPENERS)
        if opening in OPENING:
            start = low.rfind(opening, done, start)
    elif (
        counts
        and quantity.unit is Unit.COUNT
        and (ratio := ratio_at(low, quantity, prose.tongue.other_words)) is not None
    ):
        if not is_score(low, start, ""):
            return ratio.end, _ratio(prose, start, ratio.end, hedges, of_ratio(quantity.value, ratio.value))
        quantity = replace(quantity, end=ratio.end)  # “rated 4 out of 5”
    return _with_tail(prose, quantity, second, start, hedges, rest, -1 if sign < 0 else 1)


def _joins(low: str, end: int) -> tuple[bool, bool]:
    """Return whether another number may be joined to one that ends here, and whether that may be a ratio."""
    following = low[end : end + 1]
    if following in _DASHES:
        return True, False
    if not following.isspace():
        return False, False
    if low[end + 1 : end + 2] in _DASHES:
        return True, False
    behind = _NEXT.match(low, end)
    word = behind[1] if behind else ""
    return word in JOINING, word in {"in", "out", "allan", "o"}


def _both_counts(pair: Pair) -> bool:
    return pair.first.unit is Unit.COUNT and not pair.second.signed


def _with_tail(
    prose: Prose,
    quantity: Quantity,
    second: Quantity | None,
    start: int,
    hedges: list[Hedge],
    rest: list[str],
    sign: int,
) -> tuple[int, Claim]:
    """Return where to go on, and the claim with its noun and what stands behind it."""
    text, low, number, unit = prose.text, prose.low, quantity.number, quantity.unit
    end = quantity.end if second is None else second.end
    value = number.value if sign > 0 else -number.value
    noun = noun_behind(text, end) if unit is Unit.COUNT else ""
    if hedges and noun and not holds(hedges[0], value, noun):
        start, hedges = quantity.start, []
    if unit is Unit.COUNT and is_score(low, start, noun):
        unit, noun = Unit.SCORE, ""
        scale = pattern(r"\sout\sof\s[0-9]+(?![0-9,.%])").match(low, end)
        end = scale.end() if scale else end
    tail, behind = None, end
    if low[end : end + 1] in TAIL_MARKS:
        tail = hedge_behind(low, end, money=unit is Unit.MONEY)
        if tail is None and noun:
            behind = end_of(text, end, noun)
            tail = hedge_behind(low, behind, money=False)
            tail = None if tail is not None and tail.words in _NOT_AFTER_NOUNS else tail
    if tail is not None:
        close = behind == end
        end = behind = tail.at
        if unit is Unit.COUNT and close:
            noun = noun_behind(text, end)
    each = each_behind(low, behind) or (unit is Unit.MONEY and each_before(rest))
    said = [*reversed(hedges), *([] if tail is None else [tail])]
    label = " ".join(one.words for one in said)
    words = text[start:end]
    if second is not None:
        top = second.value
        return end, Claim(words, Kind.RANGE, unit, value, top, None, number.step, label, False, noun, start, end, each)
    bounds = bounds_of(number, value, number.step, [one.effect for one in said])
    kept, step = (None, None) if bounds.reason else (value, number.step)
    return end, Claim(
        words,
        bounds.kind,
        unit,
        bounds.low,
        bounds.high,
        kept,
        step,
        label,
        bounds.open,
        noun,
        start,
        end,
        each,
        bounds.reason,
    )


def _before(prose: Prose, quantity: Quantity, words: list[str]) -> tuple[list[Hedge], int, list[str], int]:
    """Return the hedges before a quantity, the nearest first, where it begins with them, the words left, and its sign."""
    start = quantity.start
    sign = sign_of(prose, quantity)
    if sign:
        return [], start - 1, [*words[:-1], words[-1][:-1]], sign
    hedges: list[Hedge] = []
    while len(hedges) < _MOST_HEDGES and (hedge := hedge_before(prose, start, words)) is not None:
        hedges.append(hedge)
        start, words = hedge.at, words[: -hedge.count] or [""]
    return hedges, start, words, 0


def hedge_before(prose: Prose, at: int, words: list[str]) -> Hedge | None:
    """Return the hedge that stands right before ``at``, or None; a capital C is a category, and no circa."""
    hedge = before(prose.low, at, words, prose.tongue.hedges) if words[-1] else None
    if hedge is not None and hedge.words in {"c", "ca", "c."} and prose.text[hedge.at].isupper():
        return None
    return hedge


def _ratio(prose: Prose, start: int, end: int, hedges: list[Hedge], bounds: tuple[Decimal, Decimal, Decimal]) -> Claim:
    """Return the claim of “1 in 5”: it is said per cent, and is never exact."""
    least, share, most = bounds
    kinds = {hedge.effect.kind for hedge in hedges}
    kind, low, high = Kind.ROUNDED, least, most
    if Kind.AT_LEAST in kinds:
        kind, low, high = Kind.AT_LEAST, least, None  # type: ignore[assignment] # no bound above
    elif Kind.AT_MOST in kinds:
        kind, low, high = Kind.AT_MOST, None, most  # type: ignore[assignment] # no bound below
    label = " ".join(hedge.words for hedge in reversed(hedges))
    return Claim(prose.text[start:end], kind, Unit.PERCENT, low, high, share, Decimal(1), label, start=start, end=end)


def slipped(prose: Prose, at: int, done: int, slip: Slip) -> tuple[int, Claim]:
    """Return where to go on, and the claim of an amount that cannot be read."""
    hedge = hedge_before(prose, at, left_words(prose.low, at, done))
    start = hedge.at if hedge else at
    kind = Kind.AMBIGUOUS if len(slip.meant) > 1 else Kind.INVALID
    return slip.end, Claim(
        prose.text[start : slip.end],
        kind,
        Unit.MONEY,
        hedge=hedge.words if hedge else "",
        start=start,
        end=slip.end,
        reason=slip.reason,
        meant=slip.meant,
    )
