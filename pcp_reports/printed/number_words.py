"""Numbers in words: “six”, “thirty-eight”, “two hundred and fifty”, “a dozen”, “half a million”, “two and a half”."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.printed.numerals import ONE, SCALES, TENTH, Numeral, whole
from pcp_reports.printed.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUNDRED = 100
_NINETEEN = 19
_DOZEN = 12
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
UNITS: Mapping[str, int] = {"zero": 0, **{word: number for number, word in enumerate(_SMALL.split(), 1)}}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Mapping[str, int] = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)} | {"fourty": 40}
LARGE: Mapping[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE_NAMES: Mapping[int, str] = {number: word for word, number in LARGE.items()}
WORDS = frozenset({*UNITS, *TENS, *LARGE, "hundred", "dozen"})
"""The words that numbers are made of."""

_WORD = re.compile(r"[\s-]{0,2}(?:(?P<and>and|&)\s{1,2})?(?P<word>[a-z]{3,12})(?![a-z])")
_BETWEEN = frozenset(" -\n\t\xa0")
_PARTS = {"half": "0.5", "quarter": "0.25", "quarters": "0.75", "third": "0.333333", "thirds": "0.666667"}
_PART = (
    r"(?:(?:three[\s-])?(?P<quarter>quarters?)|(?P<half>half)|(?:two[\s-])?(?P<third>thirds?))(?:[\s-]of)?[\s-]{1,2}(?:an?[\s-])?"
    r"(?P<scale>thousand|million|billion|trillion|dozen|hundred)(?![a-z])"
)
_AND_A_HALF = r"(?:\s+and\s+|-and-)(?:a[\s-]+(?P<part>half|quarter)|three[\s-](?P<quarters>quarters))(?![a-z])"
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

    It is exact (“two hundred and fifty”, “two thousand and fifty”) but for whole thousands, millions and more, which are
    rounded as in digits: ten thousand is 9,500 to 10,500, as £10k is. A thousand alone is 950 to 1,050.
    """
    so_far, end = _Sum(0, given, 0), at
    match = _WORD.match(low, at)
    while match is not None:
        word = match["word"]
        if end > at and (match.start("word") == end or (word == "one" and low.startswith("-", match.end()))):
            break  # “twenty one-off grants”
        added = _added(so_far, word, joined=bool(match["and"]))
        if added is None:
            break
        so_far, end = added, match.end()
        match = _WORD.match(low, end) if low[end : end + 1] in _BETWEEN else None
    if end == at:
        return None
    total, current, scale = so_far
    value = Decimal(total + current)
    if scale == _DOZEN:
        return Numeral(at, end, value, ONE, scale="dozen")
    if not current and scale:
        # A thousand is said of 950 and of 1,050, and hardly of 600: of one thousand the hundreds count.
        step = Decimal(scale) if value > LARGE["thousand"] else Decimal(_HUNDRED)
        return Numeral(at, end, value, step, rounded=True, scale=_SCALE_NAMES[scale])
    number = Numeral(at, end, value, ONE)
    return (and_a_half(low, number) or number) if not scale and low.startswith((" and ", "-and-"), end) else number


class _Sum(NamedTuple):
    """What has been read of a number: its whole thousands, what stands behind them, and the last scale."""

    total: int
    current: int
    scale: int


def _added(so_far: _Sum, word: str, *, joined: bool) -> _Sum | None:
    """Return the sum with one word more, or None where the word does not belong to it; “and” may be ``joined`` to it."""
    total, current, scale = so_far
    if scale == _DOZEN or (joined and (not (total or current) or current % _HUNDRED)):
        return None
    if word in UNITS:
        return _Sum(total, current + UNITS[word], scale) if _takes_unit(current, UNITS[word]) else None
    if word in TENS:
        return None if current % _HUNDRED else _Sum(total, current + TENS[word], scale)
    if joined or not current:
        return None
    if word == "hundred":
        return _Sum(total, current * _HUNDRED, scale) if current < _HUNDRED else None
    if word == "dozen":
        return None if total else _Sum(current * _DOZEN, 0, _DOZEN)
    large = LARGE.get(word, 0)
    return _Sum(total + current * large, 0, large) if large and (not scale or large < scale) else None


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
