"""Numbers in digits in running prose, but for amounts: which are figures, and what stands round them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed import days, pointers, shapes
from pcp_reports.printed.amounts import BLANKS
from pcp_reports.printed.assembling import full_claim, slipped
from pcp_reports.printed.claim import Claim, Unit
from pcp_reports.printed.misprints import Slip, blank_inside, explained, muddled_at, stop_for_comma
from pcp_reports.printed.nouns import noun_behind
from pcp_reports.printed.numerals import NUMBER, plain_number
from pcp_reports.printed.patterns import pattern
from pcp_reports.printed.plain import begins_line, is_plain_year, looks_special, plain_count, plain_share
from pcp_reports.printed.prose import left_words
from pcp_reports.printed.quantities import Quantity, count_of, written_share

if TYPE_CHECKING:
    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.prose import Prose

Found = tuple[int, Claim | None]
"""Where to go on, and the figure that begins at a place, if one does."""

_DASHES_IN = frozenset("-–")
_AN_IDENTIFIER = 7  # digits without commas
_GROUP = 3
_TAKEN = frozenset({"minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "m"})
_THIN = frozenset(" \u2009\u202f\xa0")
_SHAPING = frozenset("/:+-–,&'’.")
_SHAPING_NEXT = frozenset("x×-–&0123456789")
_OF_LISTS = frozenset(".)")


def count_found(prose: Prose, at: int, done: int) -> Found:
    """Return where to go on, and the figure at a digit, if it is one; nothing before ``done`` is its own."""
    low = prose.low
    if at and low[at - 1] not in shapes.FREE:
        on = shapes.part_of_name(prose.text, low, at)
        if on:
            return on, None
    match = NUMBER.match(low, at)
    number = None if match is None else plain_number(match)
    if match is None or number is None:
        return shapes.past_token(low, at), None
    before_it = low[at - 1] if at else " "
    if before_it in BLANKS or before_it == "(":
        claim = plain_share(prose, number, done) if low[number.end : number.end + 1] == "%" else None
        if claim is None and before_it != "(":
            claim = plain_count(prose, match, number, done)
        if claim is not None:
            return claim.end, claim
        if is_plain_year(low, number, match):
            on = days.year_at(low, at, left_words(low, at, done))
            if on and not (prose.alone and not at):
                return on, None
    return _doubtful_count(prose, match, number, done)


def _name_ended(text: str, low: str, at: int, end: int, last: str) -> int:
    """Return where to go on if the number ends a name or is an age between commas; 0 if not."""
    if last[-1:] == ",":
        return pointers.of_person(text, low, at)
    return pointers.of_operation(text, at, end) if text[at - 1 - len(last)].isupper() else 0


def _doubtful_count(prose: Prose, match: re.Match[str], number: Numeral, done: int) -> Found:
    """Return where to go on, and the figure, of a number that its surroundings may make something else."""
    text, low, at = prose.text, prose.low, number.start
    words = left_words(low, at, done)
    compound = _compound(prose, match, number, done, words)
    if compound is not None:
        return compound
    on = _passed_over(prose, number, words)
    if not on and _may_have_shape(low, match, number):
        on = shapes.shaped(prose, at, match, words)
        if on and prose.alone and on == len(text) and not at and text.isdecimal():
            on = 0  # “2023” alone is taken for a number where a number is asked for
    if on:
        return on, None
    quantity = count_of(low, match, number, alone=prose.alone)
    end = quantity.end
    if quantity.unit is Unit.COUNT:
        found = _no_count(prose, quantity, done, words)
        if found is not None:
            return found
    elif quantity.unit is Unit.MONEY and low[end - 1] == "p" and number.bare[:2] == "0." and number.decimals == 2:  # noqa: PLR2004 - pence have two
        return slipped(prose, at, done, explained(text[at:end], end, "it is less than a penny as it is printed"))
    return full_claim(prose, quantity, done, words)


def _compound(prose: Prose, match: re.Match[str], number: Numeral, done: int, words: list[str]) -> Found | None:
    """Return the one figure that two or more numbers make, “3/4 of”, “11 minutes 32 seconds”, “1 234 567”; else None."""
    low, at, end = prose.low, number.start, number.end
    following = low[end : end + 1]
    if following == "/":
        part = written_share(low, at)
        return None if part is None else full_claim(prose, part, done, words)
    if (match["next"] or match["glued"]) in _TAKEN or following == ":":
        taken = days.duration_at(low, at)
        return None if taken is None else _time_taken(prose, number, done, words, taken)
    if following in _THIN and low[end + 1 : end + 2].isdecimal():
        grouped = _grouped(prose, number)
        return (
            None if grouped is None else full_claim(prose, Quantity(at, grouped.end, grouped, Unit.COUNT), done, words)
        )
    return None


def _time_taken(prose: Prose, number: Numeral, done: int, words: list[str], taken: tuple[int, int, str]) -> Found:
    """Return where to go on, and the one figure that “11 minutes 32 seconds” is: 692 seconds."""
    end, value, noun = taken
    whole = replace(number, end=end, value=Decimal(value), bare="")
    on, claim = full_claim(prose, Quantity(number.start, end, whole, Unit.COUNT), done, words)
    return on, None if claim is None else replace(claim, noun=noun)


def _grouped(prose: Prose, number: Numeral) -> Numeral | None:
    """Return “1 234 567” as the one number that it is, of three groups or more; None for numbers side by side.

    Three digits may as well be a number of their own, so that behind three a noun has to stand.
    """
    match = pattern(r"[1-9][0-9]{0,2}(?:\s[0-9]{3}){2,4}(?![0-9]|[.,%][0-9]|\s[0-9%£])").match(prose.low, number.start)
    if match is None or "\n" in match[0]:
        return None
    if number.end - number.start == _GROUP and not (prose.alone or noun_behind(prose.text, match.end())):
        return None
    return replace(number, end=match.end(), value=Decimal("".join(match[0].split())), bare=match[0])


def _no_count(prose: Prose, quantity: Quantity, done: int, words: list[str]) -> Found | None:
    """Return where to go on if a number is no count: an identifier, a code, or a misprint, which is its claim."""
    text, low, at, end, number = prose.text, prose.low, quantity.start, quantity.end, quantity.number
    if len(number.bare) >= _AN_IDENTIFIER and number.bare.isdecimal() and not (prose.alone or noun_behind(text, end)):
        return end, None
    slip = None
    if low[end : end + 2] == " 0":
        slip = blank_inside(low, at)
    elif number.decimals == _GROUP:
        slip = stop_for_comma(low, at, number, noun_behind(text, end))
    if slip is not None:
        return _miscounted(prose, at, done, slip)
    on = shapes.foreign_suffix(text, low, end) or (end if words[-1] == "per" else 0)
    if on:
        return on, None
    if low[end : end + 1] in {",", "."} and low[end + 1 : end + 2].isdecimal():
        return _muddled(prose, at, done)
    return None


def _may_have_shape(low: str, match: re.Match[str], number: Numeral) -> bool:
    """Return whether anything against or behind a number may make a date, a time or the like of it."""
    end = number.end
    following = low[end : end + 1]
    return (
        following in _SHAPING
        or match["next"] in shapes.NEXT_WORDS
        or bool(match["glued"])
        or looks_special(number.bare)
        or (following == " " and low[end + 1 : end + 2] in _SHAPING_NEXT)
    )


def _passed_over(prose: Prose, number: Numeral, words: list[str]) -> int:
    """Return where to go on if the number is a name, an age or the like by what stands before it; 0 if not."""
    text, low, at = prose.text, prose.low, number.start
    on = 0
    if not prose.alone:
        listed = low[number.end : number.end + 1] in _OF_LISTS or "." in number.bare
        if listed and (low[at - 1 : at] == "(" or begins_line(low, at)):
            on = pointers.of_list(text, at)
        if not on and number.bare in pointers.SERVICES:
            on = pointers.rung(low, at, words[-1])
    if not on and words[-1]:
        on = (
            pointers.named(text, low, at, words)
            or pointers.aged(low, at, words)
            or days.day_of_month(text, low, at, number.end, words)
            or _name_ended(text, low, at, number.end, words[-1])
        )
    if not on and (text[number.end + 1 : number.end + 2].isupper() or low[number.end : number.end + 1] in _DASHES_IN):
        on = pointers.of_house(text, at)
    return on


def _muddled(prose: Prose, at: int, done: int) -> Found:
    """Return the misprint of a count with its commas astray (“1,23 people”), or pass a run of numbers over."""
    end, shown = muddled_at(prose.low, at)
    noun = noun_behind(prose.text, end)
    one_comma = shown.count(",") == 1 and not re.fullmatch("[0-9]{1,2},[0-9]", shown)
    if not shown or not (prose.alone or (noun and one_comma)):
        return end, None
    return _miscounted(prose, at, done, explained(f"£{shown}", end))


def _miscounted(prose: Prose, at: int, done: int, slip: Slip) -> Found:
    """Return where to go on, and the claim of a count that cannot be read."""
    on, claim = slipped(prose, at, done, slip._replace(meant=tuple(one.removeprefix("£") for one in slip.meant)))
    return on, replace(claim, unit=Unit.COUNT, noun=noun_behind(prose.text, on))
