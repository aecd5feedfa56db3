"""Welsh figures: hedges, and numbers in words by tens (“tri deg wyth”) and by scores (“deunaw”, “deg ar hugain”)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from pcp_reports.printed.hedges import AROUND, AT_LEAST, ENGLISH, OVER, UNDER, UP_TO, Effect, by_last_word
from pcp_reports.printed.numerals import ONE, Numeral
from pcp_reports.printed.patterns import word_set
from pcp_reports.printed.tongue import ENGLISH_BEGINNINGS, Tongue, beginning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEDGES: tuple[tuple[Effect, str], ...] = (
    (OVER, "dros|ychydig dros|mwy na|mwy nag|yn fwy na|yn fwy nag|uwch na|uwchlaw"),
    (AT_LEAST, "o leiaf|dim llai na|dim llai nag|nid llai na|isafswm o|lleiafswm o"),
    (UNDER, "bron|bron i|bron â|bron yn|llai na|llai nag|yn llai na|o dan|ychydig o dan|dan|is na|yn is na"),
    (UP_TO, "hyd at|dim mwy na|dim mwy nag|uchafswm o"),
    (AROUND, "tua|oddeutu|o gwmpas|rhyw|ryw|amcangyfrif o|yn agos at|ynghylch"),
)

# Each number with the forms that it takes after other words.
_UNITS: Mapping[str, int] = {
    form: number
    for number, forms in enumerate(
        (
            "un",
            "dau dwy ddau ddwy",
            "tri tair dri dair thri thair",
            "pedwar pedair bedwar bedair phedwar phedair",
            "pump pum bump bum phump phum",
            "chwech chwe",
            "saith",
            "wyth",
            "naw",
        ),
        1,
    )
    for form in forms.split()
}
_WHOLE: Mapping[str, int] = {
    form: number
    for number, forms in (
        (10, "deg deng ddeg ddeng"),
        (12, "deuddeg deuddeng ddeuddeg ddeuddeng dwsin ddwsin"),
        (15, "pymtheg bymtheg pymtheng phymtheg"),
        (18, "deunaw ddeunaw"),
        (20, "ugain hugain"),
        (40, "deugain ddeugain"),
        (60, "trigain drigain"),
    )
    for form in forms.split()
}
_ON_TOP: Mapping[str, int] = {"ddeg": 10, "bymtheg": 15, "hugain": 20}
_TENS = frozenset({"deg", "ddeg"})
_HUNDREDS = frozenset({"cant", "gant", "chant"})
_THOUSANDS = frozenset({"mil", "fil"})
_MILLIONS: Mapping[str, int] = {"miliwn": 10**6, "filiwn": 10**6, "biliwn": 10**9}
_PARTS: Mapping[str, Decimal] = {"hanner": Decimal("0.5"), "chwarter": Decimal("0.25")}
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 8
_OUT_OF = (" o bob ", " allan o ")
_NO_NUMBER_AFTER_UN = word_set("ai o i yn ar gan wedi ac a sy sydd mewn am er neu ohonynt arall peth waith diwrnod man")
_NO_UN_AFTER = word_set("yr pob unrhyw ail neb hyd")
_BEGINNINGS = (
    "un|d(?:au|wy|eg|eng|eu|ri|air|rig|dau|dwy|deg|deng|deu|rig|wsin|dwsin)|t(?:ri|air|hri|hair|rig)|p(?:ed|um|ym|hed|hum|hym)"
    "|b(?:ed|um|ym)|ch(?:we|ant)|saith|wyth|naw|ugain|hugain|hanner|chwarter|cant|gant|mil|fil|bil"
)


@cache
def welsh() -> Tongue:
    """Return what the search knows of Welsh; English is known beside it, as many papers mix the two."""
    return Tongue(beginning(f"{ENGLISH_BEGINNINGS}|{_BEGINNINGS}"), by_last_word((*ENGLISH, *_HEDGES)), number_in_words)


def number_in_words(low: str, at: int) -> Numeral | None:
    """Return the Welsh number in words that begins here, or None."""
    words: list[tuple[str, int]] = []
    end = at
    while len(words) < _MOST_WORDS and (match := _WORD.match(low, end)) is not None:
        words.append((match[0], match.end()))
        end = match.end() + 1
        if low[end - 1 : end] not in {" ", "-", "\n", "\xa0"}:
            break
    taken, value, scale = _value(tuple(word for word, _ in words))
    if not taken:
        return None
    end = words[taken - 1][1]
    if value == 1 and taken == 1 and not low.startswith(_OUT_OF, end) and not _counts_one(low, at, end):
        return None
    step, rounded = (Decimal(scale), True) if scale else (ONE, False)
    return Numeral(at, end, value, step, rounded, words[taken - 1][0] if scale else "")


def _counts_one(low: str, at: int, end: int) -> bool:
    """Return whether “un” counts the thing behind it: “un prosiect”, no “yr un”, no “un o’r”."""
    behind = _WORD.match(low, end + 1)
    before = low[max(0, at - 12) : at].split()
    return (
        low[end : end + 1] == " "
        and behind is not None
        and behind[0] not in _NO_NUMBER_AFTER_UN
        and not (before and before[-1] in _NO_UN_AFTER)
    )


def _value(words: Sequence[str]) -> tuple[int, Decimal, int]:
    """Return how many of the words make a number, which, and the step of one that is rounded (else 0)."""
    if words and words[0] in _PARTS:
        return _part(words)
    taken, below = _below_hundred(words)
    following = words[taken] if taken < len(words) else ""
    if following in _HUNDREDS and below < 10:  # noqa: PLR2004 - nine hundred at most
        more, rest = _below_hundred(words[taken + 1 :], joined=True)
        taken, below = taken + 1 + more, (below or 1) * 100 + rest
        if not rest and tuple(words[taken : taken + 2]) == ("a", "hanner"):
            taken, below = taken + 2, below + 50
        following = words[taken] if taken < len(words) else ""
    if following in _MILLIONS:
        return taken + 1, Decimal(max(below, 1) * _MILLIONS[following]), _MILLIONS[following]
    if following in _THOUSANDS:
        hundreds = taken + 1 < len(words) and words[taken + 1] in _HUNDREDS
        more, remainder, _ = _value(words[taken + 1 :]) if hundreds else (0, Decimal(0), 0)
        step = 0 if more else 1000 if below > 1 else 100
        return taken + 1 + more, Decimal(max(below, 1) * 1000) + remainder, step
    return taken, Decimal(below), 0


def _part(words: Sequence[str]) -> tuple[int, Decimal, int]:
    """Return “hanner miliwn” (good to a tenth of a million), “hanner cant” and “hanner dwsin”."""
    behind = words[1] if len(words) > 1 else ""
    if behind in _MILLIONS:
        return 2, (_PARTS[words[0]] * _MILLIONS[behind]).quantize(ONE), _MILLIONS[behind] // 10
    if words[0] == "hanner" and behind in {"cant", "dwsin"}:
        return 2, Decimal(50 if behind == "cant" else 6), 0
    return 0, Decimal(0), 0


def _below_hundred(words: Sequence[str], *, joined: bool = False) -> tuple[int, int]:
    """Return how many of the words make a number under a hundred, and which; ``joined`` lets “a” stand first."""
    skip = 1 if joined and words and words[0] in {"a", "ac"} else 0
    first, *rest = [*words[skip:], ""]
    second, third = (*rest, "", "")[:2]
    unit = _UNITS.get(first, 0)
    if unit:
        if second in _TENS:
            more = _UNITS.get(third, 0)
            return skip + (3 if more else 2), unit * 10 + more
        if second == "ar" and third in _ON_TOP:
            return skip + 3, unit + _ON_TOP[third]
        if second == "ugain" and unit == 4:  # noqa: PLR2004 - four score
            return skip + 2, 80
        return skip + 1, unit
    whole = _WHOLE.get(first, 0)
    if not whole:
        return 0, 0
    if second == "ar" and third in _ON_TOP and whole < _ON_TOP[third]:
        return skip + 3, whole + _ON_TOP[third]
    return skip + 1, whole
