"""Finding figures in running prose: each place where a number may begin is looked at once, from left to right.

Most figures stand plainly between words that mean nothing to them, and are read at once. Only where the word before or
behind a number, or the sign against it, may make it more or less than a figure is more asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pcp_reports.printed import glued, pointers, shapes, tails
from pcp_reports.printed.assembling import full_claim, hedge_before, plain_claim
from pcp_reports.printed.claim import Claim, Kind, Unit
from pcp_reports.printed.misprints import Slip, explained, is_fine, muddled_at, slip_at, slip_in_scale
from pcp_reports.printed.nouns import end_of, noun_behind
from pcp_reports.printed.numerals import NUMBER, SCALES, WELSH_SCALES, plain_number
from pcp_reports.printed.prose import last_word, left_words
from pcp_reports.printed.quantities import UNIT_WORDS, Quantity, amount_at, count_of
from pcp_reports.printed.ranges import JOINING, pair_at
from pcp_reports.printed.spelled import spelled_at

if TYPE_CHECKING:
    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.prose import Prose

Found = tuple[int, Claim | None]
"""Where to go on, and the figure that begins at a place, if one does."""

_BEHIND_COUNTS = (
    shapes.NEXT_WORDS
    | UNIT_WORDS
    | frozenset({*SCALES, *WELSH_SCALES, "in", "out", "allan", "strong"})
    | tails.TAIL_WORDS
    | tails.EACH_WORDS
)
_BEHIND_AMOUNTS = JOINING | tails.TAIL_WORDS | tails.EACH_WORDS | {"pounds", "up"}
_BEFORE_AMOUNTS = frozenset("for receiving worth received getting given awarded with at a costing each between rhwng".split())
_ASKED_BEFORE = pointers.LAST_WORDS | shapes.MONTH_NAMES | {"each", "between", "rhwng", "o"}
_AFTER_NOUNS = (" or ", " at ", ", at ", " each", " apiece", " per ", " and over", " neu ", " yr un", " fesul ", " or\n")
_ENDS = frozenset(",;")
_MEANINGLESS = frozenset({"", ",", ";", "-", "–", "—", "%"})
_ENDS_OF_AMOUNTS = frozenset({"", ".", ",", ";", ")"})
_WORD = re.compile(r"[^\W\d_]+")
_BLANKS = frozenset(" \n")


def figures_in(prose: Prose) -> list[Claim]:
    """Return every figure of the text in order, misprinted ones included."""
    found: list[Claim] = []
    low, search = prose.low, prose.tongue.begins.search
    at = done = 0
    while (match := search(low, at)) is not None:
        start = match.start()
        first = low[start]
        if first == "£":
            at, claim = _amount(prose, start, done)
        elif first <= "9" or not first.isalpha():
            at, claim = _count(prose, start, done)
        else:
            at, claim = _in_words(prose, start, done)
        if claim is not None:
            found.append(claim)
            done = claim.end
    return found


def _amount(prose: Prose, at: int, done: int) -> Found:
    low = prose.low
    quantity = amount_at(low, at)
    if quantity is None:
        slip = slip_at(prose.text, low, at)
        return (at + 1, None) if slip is None else _slipped(prose, at, done, slip)
    slip = _slip_of(prose, quantity, done)
    if slip is not None:
        return _slipped(prose, at, done, slip)
    end = quantity.end
    following = low[end : end + 1]
    if following in _BLANKS:
        behind = _WORD.match(low, end + 1)
        plain = behind is not None and behind[0] not in _BEHIND_AMOUNTS
    else:
        plain = following in _ENDS_OF_AMOUNTS and not low.startswith((", at", ", app", ", m"), end)
    if plain and (not at or low[at - 1] in _BLANKS):
        last = last_word(low, at, done)
        if not _asks(last, prose) and not (last in _BEFORE_AMOUNTS and "each" in low[max(done, at - 24) : at]):
            return end, plain_claim(prose, quantity, "")
    return full_claim(prose, quantity, done, left_words(low, at, done))


def _slip_of(prose: Prose, quantity: Quantity, done: int) -> Slip | None:
    """Return the slip in an amount that can be read at first sight; None if it is as it should be."""
    low, at = prose.low, quantity.start
    if quantity.number.scale:
        return slip_in_scale(prose.text, low, quantity)
    if is_fine(low, quantity):
        return None
    pair = pair_at(low, quantity, left_words(low, at, done))
    if pair is not None and pair.ranged and (pair.first.number.scale or is_fine(low, pair.first)):
        return None
    slip = slip_at(prose.text, low, at)
    return slip if slip is not None and slip.end >= quantity.end else None


def _asks(last: str, prose: Prose) -> bool:
    """Return whether the word before a figure may be more than a word to it."""
    if last.isalpha():
        return last in prose.tongue.hedges or last in _ASKED_BEFORE
    return last[-1:] not in _MEANINGLESS


def _slipped(prose: Prose, at: int, done: int, slip: Slip) -> Found:
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


def _count(prose: Prose, at: int, done: int) -> Found:
    text, low = prose.text, prose.low
    if at and low[at - 1] not in glued.FREE:
        on = glued.part_of_name(low, at)
        if on:
            return on, None
    match = NUMBER.match(low, at)
    number = None if match is None else plain_number(match)
    if match is None or number is None:
        return glued.past_token(low, at), None
    end = number.end
    behind, following = match["next"], low[end : end + 1]
    plain = (
        (behind is not None and behind not in _BEHIND_COUNTS and not text[end + 1].isupper())
        if following in _BLANKS
        else (following in _ENDS and not low[end + 1 : end + 2].isdecimal() and not low.startswith((", a", ", m"), end))
    )
    if following == "%" and (not at or low[at - 1] in _BLANKS) and _is_plain_share(low, end + 1):
        last = last_word(low, at, done)
        if not _asks(last, prose):
            return end + 1, plain_claim(prose, Quantity(at, end + 1, number, Unit.PERCENT), "")
    if plain and not match["glued"] and not _looks_special(number.bare) and (not at or low[at - 1] in _BLANKS):
        last = last_word(low, at, done)
        if not _asks(last, prose) and not _tells_of_score(low, at):
            noun = noun_behind(text, end)
            if not noun or not low.startswith(_AFTER_NOUNS, end_of(text, end, noun)):
                return end, plain_claim(prose, Quantity(at, end, number, Unit.COUNT), noun)
    return _doubtful_count(prose, match, number, done)


def _is_plain_share(low: str, end: int) -> bool:
    """Return whether nothing behind “%” changes what it says."""
    following = low[end : end + 1]
    if following in _BLANKS:
        behind = _WORD.match(low, end + 1)
        return behind is not None and behind[0] not in _BEHIND_AMOUNTS and not behind[0].startswith("point")
    return following in _ENDS_OF_AMOUNTS and not low.startswith((", at", ", app", ", m"), end)


def _looks_special(bare: str) -> bool:
    """Return whether a number may be a year, a telephone number or the like by its digits alone."""
    return bare[0] == "0" or bare in pointers.SERVICES or (len(bare) == 4 and bare[:2] in {"19", "20"}) or "." in bare  # noqa: PLR2004 - a year


def _tells_of_score(low: str, at: int) -> bool:
    window = low[max(0, at - 40) : at]
    return "scor" in window or " rat" in window


def _doubtful_count(prose: Prose, match: re.Match[str], number: Numeral, done: int) -> Found:
    """Return where to go on, and the figure, of a number that its surroundings may make something else."""
    text, low, at = prose.text, prose.low, number.start
    words = left_words(low, at, done)
    on = 0
    if not prose.alone:
        on = _passed_over(text, low, at, number, words, match)
    if not on:
        on = shapes.shaped(text, low, at, match, words)
        if on and prose.alone and on == len(text) and not at and text.isdecimal():
            on = 0  # “2023” alone is taken for a number where a number is asked for
    if on:
        return on, None
    quantity = count_of(low, match, number, alone=prose.alone)
    end = quantity.end
    if quantity.unit is Unit.COUNT:
        on = glued.foreign_suffix(text, low, end) or (end if words[-1] == "per" else 0)
        if on:
            return on, None
        if low[end : end + 1] in {",", "."} and low[end + 1 : end + 2].isdecimal():
            return _muddled(prose, at, done)
    elif quantity.unit is Unit.MONEY and low[end - 1] == "p" and number.bare[:2] == "0." and number.decimals == 2:  # noqa: PLR2004
        return _slipped(prose, at, done, explained(text[at:end], end, "it is less than a penny as it is printed"))
    return full_claim(prose, quantity, done, words)


def _passed_over(text: str, low: str, at: int, number: Numeral, words: list[str], match: re.Match[str]) -> int:
    """Return where to go on if the number is a name, an age or the like by what stands before it; 0 if not."""
    if (not at or low[at - 1] in "(\n" or not low[max(0, at - 8) : at].rpartition("\n")[2].strip(" \t(")) and (
        on := pointers.of_list(low, at) if _begins_line(low, at) or low[at - 1] == "(" else 0
    ):
        return on
    if number.bare in pointers.SERVICES and (on := pointers.rung(low, at, words[-1])):
        return on
    if words[-1]:
        on = (
            pointers.named(text, low, at, words)
            or pointers.aged(low, at, words)
            or shapes.of_month(text, low, at, number.end, words, match["next"])
        )
        if on:
            return on
    return pointers.of_house(text, at) if text[number.end + 1 : number.end + 2].isupper() else 0


def _begins_line(low: str, at: int) -> bool:
    """Return whether nothing but blanks and a bracket stand before ``at`` on its line."""
    lead = low[max(0, at - 12) : at]
    line = lead.rpartition("\n")[2]
    return not line.strip(" \t(\ufffc") and ("\n" in lead or at <= 12)  # noqa: PLR2004 - as far back as is looked


def _muddled(prose: Prose, at: int, done: int) -> Found:
    """Return the misprint of a count with its commas astray (“1,23 people”), or pass a run of numbers over."""
    end, shown = muddled_at(prose.low, at)
    noun = noun_behind(prose.text, end)
    one_comma = shown.count(",") == 1 and not re.fullmatch("[0-9]{1,2},[0-9]", shown)
    if not shown or not (prose.alone or (noun and one_comma)):
        return end, None
    slip = explained(f"£{shown}", end)
    on, claim = _slipped(prose, at, done, slip._replace(meant=tuple(one.removeprefix("£") for one in slip.meant)))
    return on, None if claim is None else replace(claim, unit=Unit.COUNT, noun=noun)


def _in_words(prose: Prose, at: int, done: int) -> Found:
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
    return full_claim(prose, quantity, done, words)
