"""Numbers in words: “six”, “thirty-eight”, “two hundred and fifty”, “a dozen”, “half a million”, “two and a half”."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pcp_reports.printed.numerals import ONE, SCALES, TENTH, Numeral, whole
from pcp_reports.printed.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUNDRED = 100
_NINETEEN = 19
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
UNITS: Mapping[str, int] = {"zero": 0, **{word: number for number, word in enumerate(_SMALL.split(), 1)}}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Mapping[str, int] = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)} | {"fourty": 40}
LARGE: Mapping[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORDS = frozenset({*UNITS, *TENS, *LARGE, "hundred", "dozen"})
"""The words that numbers are made of."""

_WORD = re.compile(r"[\s-]{0,2}(?:(?P<and>and|&)\s{1,2})?(?P<word>[a-z]{3,12})(?![a-z])")
_BETWEEN = frozenset(" -\n\t\xa0")
_PARTS = {"half": "0.5", "quarter": "0.25", "quarters": "0.75", "third": "0.333333", "thirds": "0.666667"}
_PART = (
    r"(?:(?:three[\s-])?(?P<quarter>quarters?)|(?P<half>half)|(?:two[\s-])?(?P<third>thirds?))(?:[\s-]of)?[\s-]{1,2}(?:an?[\s-])?"
    r"(?P<scale>thousand|million|billion|trillion|dozen|hundred)(?![a-z])"
)
_AND_A_HALF = r"\s+and\s+(?:a\s+(?P<part>half|quarter)|three[\s-](?P<quarters>quarters))(?![a-z])"
_SCALE = r"[\s-]{1,2}(thousand|million|billion|trillion|dozen|hundred)(?![a-z])"


def part_at(low: str, at: int) -> Numeral | None:
    """Return the number that begins here with a part of a large one, “half a million”, or None.

    It is good to a tenth of the large one: half a million is 450,000 to 550,000. Half a dozen is six.
    """
    match = pattern(_PART).match(low, at)
    if match is None:
        return None
    part = match["quarter"] or match["half"] or match["third"]
    several = low.startswith(("three", "two"), at)
    if several is not part.endswith("s"):
        return None
    word, share = match["scale"], Decimal(_PARTS[part])
    if word in {"dozen", "hundred"}:
        return Numeral(at, match.end(), whole(share * SCALES[word]), ONE, scale=word) if part == "half" else None
    scale = SCALES[word]
    return Numeral(at, match.end(), (share * scale).quantize(ONE), scale / 10, rounded=True, scale=word)


def words_at(low: str, at: int, *, given: int = 0) -> Numeral | None:
    """Return the number in words that begins here, or None; ``given`` is 1 where “a” stands before it (“a hundred”).

    It is exact (“two hundred and fifty”, “ten thousand”) but for whole millions and more, which are rounded as they
    are in digits.
    """
    total, current, end, scale = 0, given, at, 0
    match = _WORD.match(low, at)
    while match is not None:
        word, joined, gap = match["word"], match["and"], match.start("word") > end
        if (end > at and not gap) or (joined and (not (total or current) or current % _HUNDRED)):
            break
        if word in UNITS:
            if not _takes_unit(current, UNITS[word]) or (end > at and low.startswith("one-", match.end() - 3)):
                break  # “twenty one-off grants”
            current += UNITS[word]
        elif word in TENS and not current % _HUNDRED:
            current += TENS[word]
        elif word == "hundred" and 0 < current < _HUNDRED and not joined:
            current *= _HUNDRED
        elif word == "dozen" and current and not total and not joined:
            return Numeral(at, match.end(), Decimal(current * 12), ONE, scale="dozen")
        elif word in LARGE and current and not joined and (not scale or LARGE[word] < scale):
            scale = LARGE[word]
            total, current = total + current * scale, 0
        else:
            break
        end = match.end()
        match = _WORD.match(low, end) if low[end : end + 1] in _BETWEEN else None
    if end == at:
        return None
    value = Decimal(total + current)
    if not current and scale >= LARGE["million"]:
        return Numeral(at, end, value, Decimal(scale), rounded=True, scale="million")
    number = Numeral(at, end, value, ONE)
    return (and_a_half(low, number) or number) if not scale and low.startswith(" and ", end) else number


def _takes_unit(current: int, number: int) -> bool:
    """Return whether nought to nineteen may follow what has been read: nothing, whole hundreds, or whole tens."""
    small = current % _HUNDRED
    if not small:
        return bool(number) or not current
    return small > _NINETEEN and not small % 10 and 0 < number < 10  # noqa: PLR2004 - tens


def and_a_half(low: str, number: Numeral) -> Numeral | None:
    """Return the number with the half behind it, “two and a half million”; None if there is none."""
    match = pattern(_AND_A_HALF).match(low, number.end)
    if match is None:
        return None
    share = Decimal("0.75") if match["quarters"] else Decimal("0.5" if match["part"] == "half" else "0.25")
    value, end = number.value + share, match.end()
    scaling = pattern(_SCALE).match(low, end)
    if scaling is None:
        return replace(number, end=end, value=value, step=TENTH)
    scale = SCALES[scaling[1]]
    exact = scaling[1] in {"dozen", "hundred"}
    step = ONE if exact else scale / 10
    return Numeral(number.start, scaling.end(), whole(value * scale), step, not exact, scaling[1])


def article_at(low: str, at: int) -> Numeral | None:
    """Return the number whose “a” stands here, “a hundred”, “a dozen”, “a quarter of a million”; or None."""
    match = pattern(r"an?[\s-]{1,2}").match(low, at)
    if match is None:
        return None
    inner = part_at(low, match.end()) or words_at(low, match.end(), given=1)
    return None if inner is None else replace(inner, start=at)
