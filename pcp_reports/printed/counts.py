"""Numbers in digits in running prose, but for amounts: which are figures, and what stands round them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed import days, glued, pointers, shapes, tails
from pcp_reports.printed.amounts import BEHIND, BLANKS, ENDS, MORE, WORD
from pcp_reports.printed.assembling import full_claim, plain_claim, slipped
from pcp_reports.printed.claim import Claim, Unit
from pcp_reports.printed.fractions import written_share
from pcp_reports.printed.misprints import Slip, blank_inside, explained, muddled_at, stop_for_comma
from pcp_reports.printed.nouns import end_of, noun_behind
from pcp_reports.printed.number_words import TENS, UNITS
from pcp_reports.printed.numerals import NUMBER, SCALES, WELSH_SCALES, plain_number
from pcp_reports.printed.patterns import pattern
from pcp_reports.printed.prose import BREAK, last_word, left_words
from pcp_reports.printed.quantities import UNIT_WORDS, Quantity, count_of
from pcp_reports.printed.standing import is_score, may_mean

if TYPE_CHECKING:
    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.prose import Prose

Found = tuple[int, Claim | None]
"""Where to go on, and the figure that begins at a place, if one does."""

_BEHIND = (
    shapes.NEXT_WORDS
    | UNIT_WORDS
    | frozenset({*SCALES, *WELSH_SCALES, "in", "out", "allan", "strong", "minute", "minutes", "min", "mins", "hr"})
    | tails.TAIL_WORDS
    | tails.EACH_WORDS
)
_AFTER_NOUNS = (
    " or ",
    " at ",
    ", at ",
    " each",
    " apiece",
    " per ",
    " and over",
    " and under",
    " and above",
    " and older",
    " and below",
    " neu ",
    " yr un",
    " fesul ",
    " or\n",
)
_ENDS = frozenset({",", ";", BREAK})
_DASHES = frozenset("-–—")
_DASHES_IN = frozenset("-–")
_ENDING = frozenset({" ", "\n", BREAK})
_PERIODS = frozenset({"years", "months", "weeks", "days"})
_DIGITS_OF_AGE = 2
_AN_IDENTIFIER = 7  # digits without commas
_YEAR_DIGITS = 4
_GROUP = 3
_HYPHENED = frozenset({"strong", "week", "month", "day", "member"})
_OF_RATIOS = frozenset({"every", *UNITS, *TENS})
_CENTURIES = frozenset({"19", "20"})
_AFTER_AGES = frozenset({"", ",", ".", ";", ")", BREAK})
_TAKEN = frozenset({"minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "m"})
_THIN = frozenset(" \u2009\u202f\xa0")
_SHAPING = frozenset("/:+-–,&'’.")
_SHAPING_NEXT = frozenset("x×-–&0123456789")
_OF_LISTS = frozenset(".)")


def count_found(prose: Prose, at: int, done: int) -> Found:
    """Return where to go on, and the figure at a digit, if it is one; nothing before ``done`` is its own."""
    low = prose.low
    if at and low[at - 1] not in glued.FREE:
        on = glued.part_of_name(prose.text, low, at)
        if on:
            return on, None
    match = NUMBER.match(low, at)
    number = None if match is None else plain_number(match)
    if match is None or number is None:
        return glued.past_token(low, at), None
    before_it = low[at - 1] if at else " "
    if before_it in BLANKS or before_it == "(":
        claim = _plain_share(prose, number, done) if low[number.end : number.end + 1] == "%" else None
        if claim is None and before_it != "(":
            claim = _plain_count(prose, match, number, done)
        if claim is not None:
            return claim.end, claim
        if _is_plain_year(low, number, match):
            on = days.year_at(low, at, left_words(low, at, done))
            if on and not (prose.alone and not at):
                return on, None
    return _doubtful_count(prose, match, number, done)


def _is_plain_year(low: str, number: Numeral, match: re.Match[str]) -> bool:
    """Return whether a number is a year by its digits, with nothing behind it that makes a date of it or more."""
    bare, end = number.bare, number.end
    if len(bare) != _YEAR_DIGITS or bare[:2] not in _CENTURIES or "." in bare or match["glued"]:
        return False
    following, behind = low[end : end + 1], match["next"]
    if following in BLANKS:
        return behind is not None and behind not in shapes.NEXT_WORDS and low[end + 1].isalpha()
    return following in _ENDS or (following in _OF_LISTS and not low[end + 1 : end + 2].isdecimal())


def _plain_share(prose: Prose, number: Numeral, done: int) -> Claim | None:
    """Return the claim of “12%” between words that mean nothing to it; None if it is not that."""
    low, at, end = prose.low, number.start, number.end
    if not _is_plain_share(low, end + 1):
        return None
    if low[at - 1 : at] != "(" and may_mean(last_word(low, at, done), prose, at, done):
        return None
    return plain_claim(prose, Quantity(at, end + 1, number, Unit.PERCENT), "")


def _plain_count(prose: Prose, match: re.Match[str], number: Numeral, done: int) -> Claim | None:
    """Return the claim of a number that stands plainly between words that mean nothing to it; None if it does not.

    A hedge before a number that is too large for an age is no more than a hedge.
    """
    text, low, at, end = prose.text, prose.low, number.start, number.end
    if not _ends_plainly(text, low, at, end, match["next"]) or _looks_special(number.bare) or match["glued"]:
        return None
    last = last_word(low, at, done)
    hedged = last in prose.tongue.hedges and len(number.bare) > _DIGITS_OF_AGE
    if (not hedged and may_mean(last, prose, at, done)) or _tells_of_score(low, at) or _ends_name(text, low, at, end, last):
        return None
    quantity = Quantity(at, end, number, Unit.COUNT)
    if hedged:
        return full_claim(prose, quantity, done, left_words(low, at, done))[1]
    noun = noun_behind(text, end)
    if noun and low.startswith(_AFTER_NOUNS, end_of(text, end, noun)):
        return None
    return plain_claim(prose, quantity, noun)


def _name_ended(text: str, low: str, at: int, end: int, last: str) -> int:
    """Return where to go on if the number ends a name or is an age between commas; 0 if not."""
    if last[-1:] == ",":
        return pointers.of_person(text, low, at)
    return pointers.of_operation(text, at, end) if text[at - 1 - len(last)].isupper() else 0


def _ends_name(text: str, low: str, at: int, end: int, last: str) -> bool:
    """Return whether the number may end a name, or be an age between commas, by the word before it."""
    if last[-1:] == ",":
        return (
            low[end : end + 1] in _AFTER_AGES and end - at == _DIGITS_OF_AGE and pointers.of_person(text, low, at) > 0
        )
    return bool(last) and text[at - 1 - len(last)].isupper() and pointers.of_operation(text, at, end) > 0


def plain_words(prose: Prose, quantity: Quantity) -> Claim | None:
    """Return the claim of a number in words that nothing behind it changes; None if something may."""
    text, low, end = prose.text, prose.low, quantity.end
    behind = WORD.match(low, end + 1)
    if not _ends_plainly(text, low, quantity.start, end, None if behind is None else behind[0]) or _tells_of_score(
        low, quantity.start
    ):
        return None
    noun = noun_behind(text, end)
    if noun and low.startswith(_AFTER_NOUNS, end_of(text, end, noun)):
        return None
    return plain_claim(prose, quantity, noun)


def _ends_plainly(text: str, low: str, at: int, end: int, behind: str | None) -> bool:
    """Return whether nothing right behind a number changes what it says; ``behind`` is the word there."""
    following, next_to = low[end : end + 1], low[end + 1 : end + 2]
    if following in BLANKS:
        if behind is None:  # “6 – sports sessions”
            return next_to in _DASHES and low[end + 2 : end + 4].strip().isalpha()
        return (
            (behind not in _BEHIND or _goes_on(low, end, behind))
            and next_to not in _DASHES
            and not (text[end + 1].isupper() and pointers.of_house(text, at))
        )
    if following == ".":
        return (next_to in _ENDING or not next_to) and not _begins_line(low, at)
    if following == "-":  # “20-strong”, “12-week”; “12-year-old” is an age
        return behind is not None and behind in _HYPHENED and low[end + 1 + len(behind) : end + 2 + len(behind)] in BLANKS
    return following in _ENDS and not next_to.isdecimal() and not low.startswith((", a", ", m"), end)


def _goes_on(low: str, end: int, behind: str) -> bool:
    """Return whether “months” behind a number is no age, and “of” no date: “12 months”, “37 of the schools”."""
    if behind == "in":  # “547 in all”; “1 in 5” is a share
        word = WORD.match(low, end + len(" in "))
        return word is not None and word[0] not in _OF_RATIOS
    if behind == "of":
        return low.startswith(
            (" of the ", " of these ", " of those ", " of our ", " of their ", " of whom", " of which"), end
        )
    return behind in _PERIODS and pattern(r"\s[a-z]+[\s-]{1,2}(?:old|of\sage\b)").match(low, end) is None


def _is_plain_share(low: str, end: int) -> bool:
    """Return whether nothing behind “%” changes what it says."""
    following = low[end : end + 1]
    if following in BLANKS:
        behind = WORD.match(low, end + 1)
        return behind is not None and behind[0] not in BEHIND and not behind[0].startswith("point")
    return following in ENDS and not low.startswith(MORE, end)


def _looks_special(bare: str) -> bool:
    """Return whether a number may be a year, a telephone number or the like by its digits alone."""
    year = len(bare) == _YEAR_DIGITS and bare[:2] in _CENTURIES
    return year or bare[0] == "0" or "." in bare or bare in pointers.SERVICES


def _tells_of_score(low: str, at: int) -> bool:
    window = low[max(0, at - 40) : at]
    return ("scor" in window or " rat" in window) and is_score(low, at, "")


def _doubtful_count(prose: Prose, match: re.Match[str], number: Numeral, done: int) -> Found:
    """Return where to go on, and the figure, of a number that its surroundings may make something else."""
    text, low, at = prose.text, prose.low, number.start
    words = left_words(low, at, done)
    if low[number.end : number.end + 1] == "/" and (part := written_share(low, at)) is not None:
        return full_claim(prose, part, done, words)
    if (match["next"] or match["glued"] or "") in _TAKEN or low[number.end : number.end + 1] == ":":
        taken = days.duration_at(low, at)
        if taken is not None:
            return _time_taken(prose, number, done, words, taken)
    if low[number.end : number.end + 1] in _THIN and (grouped := _grouped(prose, number)) is not None:
        return full_claim(prose, Quantity(at, grouped.end, grouped, Unit.COUNT), done, words)
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
    elif quantity.unit is Unit.MONEY and low[end - 1] == "p" and number.bare[:2] == "0." and number.decimals == 2:  # noqa: PLR2004
        return slipped(prose, at, done, explained(text[at:end], end, "it is less than a penny as it is printed"))
    return full_claim(prose, quantity, done, words)


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
    match = pattern(r"[1-9][0-9]{0,2}(?:\s[0-9]{3}){2,}(?![0-9]|[.,%][0-9]|\s[0-9%£])").match(prose.low, number.start)
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
    on = glued.foreign_suffix(text, low, end) or (end if words[-1] == "per" else 0)
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
        or _looks_special(number.bare)
        or (following == " " and low[end + 1 : end + 2] in _SHAPING_NEXT)
    )


def _passed_over(prose: Prose, number: Numeral, words: list[str]) -> int:
    """Return where to go on if the number is a name, an age or the like by what stands before it; 0 if not."""
    text, low, at = prose.text, prose.low, number.start
    on = 0
    if not prose.alone:
        listed = low[number.end : number.end + 1] in _OF_LISTS or "." in number.bare
        if listed and (low[at - 1 : at] == "(" or _begins_line(low, at)):
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


def _begins_line(low: str, at: int) -> bool:
    """Return whether nothing but blanks and a bracket stand before ``at`` on its line."""
    lead = low[max(0, at - 12) : at]
    line = lead.rpartition("\n")[2]
    return not line.strip(" \t(") and ("\n" in lead or at <= 12)  # noqa: PLR2004 - as far back as is looked


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
