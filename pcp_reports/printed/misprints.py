"""Amounts that nobody can mean as they are printed: why, and what was probably meant, the likeliest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.printed.patterns import pattern

if TYPE_CHECKING:
    from pcp_reports.printed.numerals import Numeral
    from pcp_reports.printed.quantities import Quantity

_LOOSE = (
    r"£[\s£]{0,3}(?:[oil]{0,2}[0-9]|[.,][0-9]|[oil]+,)[0-9oil.,’'·]{0,24}"
    r"(?:[^\S\n],[^\S\n]?[0-9]{3}(?![0-9]))*"
    r"(?:(?<=,)[^\S\n][0-9]{3}(?![0-9,])(?:\.[0-9]{2})?(?![0-9]))?"
    r"(?:[^\S\n][0-9]{2,3}(?![0-9,.%]|\s?(?:per|%)))*(?:[^\S\n][0-9]{3}\.[0-9]{2}(?![0-9]))?"
    r"(?:(?:\s?(?:thousand|million|billion|mn|bn|k|m|b)|p)(?![a-z0-9]|\.[a-z]))*"
)
_JOINS = (
    r"(?!(?:was|were|is|are|has|have|had|will|would|went|goes|comes|came|gives|gave|pays|paid|given|awarded|granted|this|that|its|his"
    r"|her|their|our|the|an?|to|for|from|in|on|at|by|of|and|or|with|into|between|among|amongst|towards|across|as|plus|less|per"
    r"|each|over|under|via|through|pounds|i|o|ar|gan|yn)\b)"
)
_NOUNLIKE = rf"\s(?:{_JOINS}[a-z'’-]+\s){{0,2}}{_JOINS}[a-z'’-]*[a-rt-z]s(?![a-z])|\s(?:people|children|men|women)\b"
_MARKED = (
    r"£\s?(?P<first>[0-9]{1,3})(?P<rest>(?:,[0-9]{3})*(?:(?:[;:'’]|[,.]{2}|\s\.\s?)[0-9]{3})(?:,[0-9]{3})*)"
    r"(?P<pence>\.[0-9]{2})?"
)
_APART = r"[^\S\n](?P<rest>[0-9]{1,2}),[0-9]{3}(?![0-9,])(?P<pence>\.[0-9]{2}(?![0-9]))?"
_SHORT_MILLION = r"\s?(?:mln|mio|mil|milion|millon)(?![a-z0-9])"
_PART_OF_SCALE = r"£(?P<part>1/2|1/4|3/4)(?P<scale>\s?(?:thousand|million|billion|mn|bn|k|m))(?![a-z0-9])"
_PARTS = {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_UNIT_TWICE = r"(?:\s?(?:thousand|million|billion|mn|bn|k|m)|p)(?![a-z0-9]|\.[a-z])"
_MUDDLED = r"[0-9]{1,3}(?:,[0-9]{1,6}){1,9}(?:\.[0-9]{1,6})?(?![0-9])"
_CLEAR = frozenset(' \n\t)[]{}"”!?/|-–—+*†‡%&…\ufdd0¹²³⁴⁵')
_MARKS = frozenset(";:'’")
_PENCE = 2
_PERSONS = ("people", "children", "women", "men", "officers", "residents", "victims", "individuals")
_THOUSAND, _FIVE_DIGITS = 1_000, 10_000
_GROUP = 3
_THOUSANDS = frozenset({"k", "thousand", "thou", "grand"})


class Slip(NamedTuple):
    """An amount that cannot be read: where it ends, why (a clause), and what may have been meant."""

    end: int
    reason: str
    meant: tuple[str, ...]


def explained(shown: str, end: int, reason: str = "") -> Slip:
    """Return the slip in an amount, as `money_slips` explains it; its reason gives way to one that is given."""
    from pcp_reports.money import MOST, Money, format_money  # noqa: PLC0415 - only for what cannot be read
    from pcp_reports.money_slips import explain  # noqa: PLC0415 - as above

    plain = " ".join(shown.split()).rstrip(".,")
    why, readings = explain(plain)
    if pattern(r"£\s?[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{2}").fullmatch(plain):
        readings = (*readings, _pence(plain) * 1000)  # a digit may be lost at the end
    elif pattern(r"£\s?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{3}").fullmatch(plain):
        readings = (_pence(plain) // 10, *readings)  # or one too many stand there
    meant = dict.fromkeys(format_money(Money(pence)) for pence in readings if 0 < pence <= MOST)
    return Slip(end, reason or why, tuple(meant))


def _pence(shown: str) -> int:
    """Return the digits of an amount as one number."""
    return int("".join(char for char in shown if char.isdecimal()))


def slip_at(text: str, low: str, at: int) -> Slip | None:
    """Return the slip in the amount whose pound sign stands here, however far it goes; None if there is no amount."""
    marked = pattern(_MARKED).match(low, at)
    if marked is not None and not low[marked.end() : marked.end() + 1].isdecimal():
        groups = ",".join((marked["first"], *re.findall("[0-9]{3}", marked["rest"])))
        return explained(f"£{groups}{marked['pence'] or ''}", marked.end(), "another mark stands where a comma should")
    part = pattern(_PART_OF_SCALE).match(low, at)
    if part is not None:
        top, _, bottom = part["part"].partition("/")
        meant = (f"£{_PARTS[part['part']]}{part['scale']}", f"£{top}{part['scale']} or £{bottom}{part['scale']}")
        return Slip(part.end(), "a fraction of two figures stands in it", meant)
    match = pattern(_LOOSE).match(low, at)
    if match is None:
        return None
    apart = pattern(r"£[0-9]{1,2}" + _APART).match(low, at)
    if apart is not None:
        whole = re.sub(r"[^\S\n]", "", text[at : apart.end()])
        return explained(whole, apart.end(), "a blank stands between its figures")
    end = at + len(text[at : match.end()].rstrip(".,’'"))
    return explained(text[at:end], end)


def slip_in_scale(text: str, low: str, quantity: Quantity) -> Slip | None:
    """Return the slip in an amount in k or million: the unit given twice, or a k behind what is in full already."""
    number, at = quantity.number, quantity.start
    twice = pattern(_UNIT_TWICE).match(low, quantity.end)
    if twice is not None:
        first = text[at : quantity.end]
        return Slip(twice.end(), "its unit is given twice", (first,))
    if len(number.bare) > _GROUP and _stray(number):
        bare = number.bare if "," in number.bare else f"{int(number.bare):,}"
        shown = f"£{bare}{text[at + text[at : quantity.end].rindex(number.bare[-1]) + 1 : quantity.end]}"
        kind = "thousands" if number.scale in _THOUSANDS else "millions"
        return explained(shown, quantity.end, f"it is in full, and in {kind} as well")
    return None


def short_million(text: str, low: str, quantity: Quantity) -> Slip | None:
    """Return the slip in an amount in “mln” or “mil”, which no paper writes for a million; None if it is in another."""
    match = pattern(_SHORT_MILLION).match(low, quantity.end)
    if match is None:
        return None
    return Slip(
        match.end(),
        f"“{match[0].strip()}” is no usual word for a million",
        (f"{text[quantity.start : quantity.end]}m",),
    )


def _stray(number: Numeral) -> bool:
    """Return whether a k or m stands behind a sum in full; £1,250k and £1,234m are a budget's way of writing."""
    if "." in number.bare or not number.bare[0].isdecimal() or not number.bare.replace(",", "").isdecimal():
        return False
    digits = int(number.bare.replace(",", ""))
    return digits >= _FIVE_DIGITS or ("," in number.bare and number.scale in _THOUSANDS and digits % _THOUSAND == 0)


def is_fine(low: str, quantity: Quantity) -> bool:
    """Return whether an amount is printed as amounts are, with nothing against it that makes it doubtful."""
    number, end = quantity.number, quantity.end
    if number.scale or not number.bare:
        return True
    if number.decimals not in (0, _PENCE) or (number.bare[0] == "0" and number.bare[1:2].isdecimal()):
        return False
    following = low[end : end + 1]
    if following in ".,":
        return not following or _fine_mark(low, end)
    if following in _MARKS:
        return pattern(r"\S[0-9]{3}(?![0-9])").match(low, end) is None
    if following == "/" and number.bare in {"1", "3"}:
        return pattern(_PART_OF_SCALE).match(low, quantity.start) is None
    if following in {" ", "\xa0"} and (low[end + 1 : end + 2].isdecimal() or low[end + 1 : end + 2] in {",", "."}):
        return _fine_blank(low, end, number)
    return following in _CLEAR or (following.isalpha() and not _letter_for_digit(low, end))


def _letter_for_digit(low: str, end: int) -> bool:
    return pattern(r"[oil][0-9oil,](?!n)|p(?![a-z])").match(low, end) is not None


def _fine_mark(low: str, end: int) -> bool:
    """Return whether a comma or full stop behind an amount belongs to the sentence: “£5, 6 and 7”, no “£13, 527.20”."""
    if low[end + 1 : end + 2].isdecimal() or pattern(r",[oil]{2,3}\b|[.,]{2}[0-9]{3}(?![0-9])").match(low, end):
        return False
    broken = pattern(r",[^\S\n][0-9]{3}(?![0-9,])(\.[0-9]{2}(?![0-9]))?").match(low, end)
    return broken is None or (not broken[1] and pattern(_NOUNLIKE).match(low, broken.end()) is not None)


def _fine_blank(low: str, end: int, number: Numeral) -> bool:
    """Return whether the digits behind a blank are another number: “£500 120 people”, no “£9 500”."""
    broken = pattern(r"[^\S\n][0-9]{3}(?![0-9,%]|\s?(?:per|%))").match(low, end)
    if broken is None and len(number.bare) < _GROUP:
        broken = pattern(_APART).match(low, end)
    if broken is None or len(number.bare.split(",")[0]) > _GROUP or "." in number.bare:
        return pattern(r"[^\S\n][,.][^\S\n]?[0-9]{3}(?![0-9])").match(low, end) is None
    return pattern(_NOUNLIKE).match(low, broken.end()) is not None


def muddled_at(low: str, at: int) -> tuple[int, str]:
    """Return where a run of digits and commas ends that is no count, and the run: “1,23”, “5,6,7”."""
    match = pattern(_MUDDLED).match(low, at)
    if match is None:
        on = pattern(r"[0-9.,]+").match(low, at)
        return (on.end() if on else at + 1), ""
    return match.end(), match[0]


def blank_inside(low: str, at: int) -> Slip | None:
    """Return the slip in a count with a blank for its comma, “10 000”; None where its digits are read apart.

    A group that begins with a nought is no number of its own; any other may be (a row of a table).
    """
    match = pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3})* 0[0-9]{2}(?: [0-9]{3})*(?![0-9,.])").match(low, at)
    return None if match is None else explained(f"£{match[0]}", match.end())


def stop_for_comma(low: str, at: int, number: Numeral, noun: str) -> Slip | None:
    """Return the slip in “5.000 people”, which are five thousand or five; None for other decimals."""
    if not number.bare.endswith(".000") and not (noun.endswith(_PERSONS)):
        return None
    if number.bare[0] == "0" or len(number.bare) > len("123.000"):
        return None
    return explained(f"£{low[at : number.end]}", number.end, "three figures stand after the full stop")
