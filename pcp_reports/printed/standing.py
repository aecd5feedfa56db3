"""What the words about a figure make of it: a sign, a score, a preposition that only looks like a hedge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed import days, pointers
from pcp_reports.printed.claim import Unit
from pcp_reports.printed.hedges import before
from pcp_reports.printed.patterns import pattern, word_set
from pcp_reports.printed.prose import behind_breaks, left_words

if TYPE_CHECKING:
    from decimal import Decimal

    from pcp_reports.printed.hedges import Hedge
    from pcp_reports.printed.prose import Prose
    from pcp_reports.printed.quantities import Quantity

_SIGNS = frozenset("-−–+")
_SIGNED_AFTER = (" of", " by", " is", " was", " at")
_BEFORE_SIGNS = frozenset("([=:/")
_PERIODS = {"hour": 72, "day": 31, "week": 52, "month": 60, "year": 10} | {
    **dict.fromkeys(("weekend", "session", "shift", "evening", "night"), 12),
    **dict.fromkeys(("term", "season", "summer", "winter", "holiday"), 6),
    **dict.fromkeys(("awr", "oriau"), 72),
    **dict.fromkeys(("diwrnod", "ddiwrnod", "dydd"), 31),
    **dict.fromkeys(("wythnos", "wythnosau"), 52),
    **dict.fromkeys(("mis", "misoedd"), 60),
    **dict.fromkeys(("blynedd", "mlynedd", "flynedd", "blwyddyn"), 10),
}
_HEADINGS = word_set("themes priorities headings strands categories objectives sections pillars names schemes")
_SCORE = (
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|ing|ings))(?:\s+(?:of|at|was|were|is|from|to|as|now|stands|stood|reduced|fell|rose|down|up|by|an"
    r"|only|just|and|currently|on|over|under|above|below|about|around)\b|\s*[0-9.,]+(?=\s))*[\s:=–(-]*$"
)
_NAMING_BEFORE = (
    (pointers.LAST_WORDS - pointers.AGES_BEFORE) | days.MONTH_NAMES | {"each", "between", "rhwng", "o", "up", "down"}
)
_MEANINGLESS = frozenset({"", ",", ";", "-", "–", "—", "%", "="})


def may_mean(last: str, prose: Prose, at: int, done: int) -> bool:
    """Return whether the word before a figure may be more than a word to it; the figure stands at ``at``."""
    if not last.isalpha():
        return last[-1:] not in _MEANINGLESS
    if last in _NAMING_BEFORE:
        return True
    low, hedges = prose.low, prose.tongue.hedges
    if last in hedges:
        return before(low, at, left_words(low, at, done), hedges) is not None or _of_age(low, at)
    return last in pointers.AGES_BEFORE and _of_age(low, at)


def _of_age(low: str, at: int) -> bool:
    """Return whether an age may be spoken of shortly before a number."""
    window = low[max(0, at - 40) : at]
    return "age" in window or "oed" in window


def sign_of(prose: Prose, quantity: Quantity) -> int:
    """Return the sign before a quantity, 1, -1 or 0 for none: “+18%”, “-12%”; a dash before an amount is none."""
    low, at = prose.low, quantity.start
    sign = low[at - 1] if at else ""
    if sign not in _SIGNS:
        return 0
    before_it = low[at - 2] if at > 1 else " "
    if not (before_it.isspace() or before_it in _BEFORE_SIGNS):
        return 0
    if sign == "+" or low.startswith("+/", max(0, at - 3)):
        return int(sign == "+")
    said = sign == "-" and (
        before_it == "("
        or low[max(0, at - 3) : max(0, at - 2)] in {":", "="}
        or low.endswith(_SIGNED_AFTER, 0, max(0, at - 2))
    )
    relative = quantity.unit in (Unit.PERCENT, Unit.POINTS)
    return -1 if sign == "−" or relative or said or (prose.alone and sign == "-" and at == 1) else 0


def holds(hedge: Hedge, value: Decimal, noun: str) -> bool:
    """Return whether the hedge is one, and no preposition: “over 3 years” is how long, “over 20 years” how many."""
    words = noun.lower().split()
    if hedge.words in {"over", "dros"}:
        period = next(
            (_PERIODS[name] for word in (words[0], words[-1]) if (name := word.rstrip("s'’")) in _PERIODS), None
        )
        if period is not None:
            return value > period
    return not (hedge.words == "under" and words[-1] in _HEADINGS)


def is_score(low: str, start: int, noun: str) -> bool:
    """Return whether a count is a score: “a MoRiLE score of 371”, “scored 7”, “a 371 MoRiLE score”."""
    if noun:
        return noun.lower().endswith(" score")
    window = low[max(0, start - 40) : start]
    if "scor" not in window and "rat" not in window:
        return False
    return pattern(_SCORE).search(behind_breaks(window)) is not None
