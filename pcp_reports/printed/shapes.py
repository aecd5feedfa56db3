"""Numbers that are no figures by their shape: dates, times, years, ages, telephone numbers, ordinals, ratios, codes.

What stands behind the digits says which shape to ask about, so that most numbers are asked about few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcp_reports.printed.days import (
    CLOCK,
    LISTING,
    MONTH_NAMES,
    OLD,
    age_at,
    age_band_at,
    dashed_at,
    date_at,
    is_clock,
    time_at,
    year_at,
)
from pcp_reports.printed.patterns import pattern
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from pcp_reports.printed.prose import Prose

NEXT_WORDS = MONTH_NAMES | CLOCK | OLD | LISTING | {"mph", "kph", "of", "x", "hour", "hrs", "hours", "years", "times"}
"""The words behind a number that may make a date, a time or an age of it."""

_DASHES = frozenset("-–")
_MARKS = frozenset("-–,&/")
_AGES = frozenset({"16", "18", "21", "50", "55", "60", "65"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_COMPARED = r"[0-9.]+\stimes\s(?:better|more|higher|greater|as|the|less|lower|likelier|bigger|larger)\b"
_RACES = r"[0-9]{1,3}k\s(?:run|race|fun\s|walk|challenge|charity\s)"
_GROUPS = r"[0-9]{4}(?:\s[0-9]{4}){2,5}(?:\s[0-9]{1,4})?(?![0-9,.])"
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits where it stands, with the letters against it, the word behind and the words before."""

    text: str
    low: str
    at: int
    end: int
    number: str
    glued: str
    behind: str
    words: Sequence[str]
    alone: bool = False

    @property
    def following(self) -> str:
        """Return the character behind the digits."""
        return self.low[self.end : self.end + 1]

    @property
    def runs_on(self) -> bool:
        """Return whether a digit stands behind the character that follows."""
        return self.low[self.end + 1 : self.end + 2].isdecimal()

    def through(self, shape: str) -> int:
        """Return where the shape ends that begins at the digits, or 0."""
        match = pattern(shape).match(self.low, self.at)
        return match.end() if match else 0


def shaped(prose: Prose, at: int, match: re.Match[str], words: Sequence[str]) -> int:
    """Return where to go on if what begins here is a date, a time, an age or the like; 0 if it may be a figure.

    ``match`` is that of `NUMBER` at this place.
    """
    number, glued, behind = match.group("number", "glued", "next")
    digits = Digits(prose.text, prose.low, at, match.end("number"), number, glued, behind or "", words, prose.alone)
    return next((on for ask in _QUESTIONS if (on := ask(digits))), 0)


def _joined(digits: Digits) -> int:
    """Tell “01772 533587”, “03/10/2023”, “24/7”, “19:30”, “3.10.23”, “3.2.1”, “3+2”."""
    number, following = digits.number, digits.following
    if number[0] == "0" and number[1:2].isdecimal():
        return digits.through(r"[0-9]+(?:(?:\)\s?|[\s-])[0-9]{2,8}){0,4}(?![0-9])") or digits.end
    if not digits.runs_on:
        return 0
    if following == "/":
        return digits.through(r"[0-9]+(?:/[0-9]+)+[a-z]*")
    if following == ":":
        return digits.through(r"[0-9.]+:[0-9][0-9:]*(?:\s?(?:hrs?|hours|[ap]m)\b)?")
    if following == "." and "." in number:
        return digits.through(r"[0-9]+(?:\.[0-9]+)+")
    if following == "+":
        return digits.through(r"[0-9]+(?:\+[0-9]+)+")
    return digits.through(_GROUPS) if following == " " and number.isdecimal() else 0


def _lettered(digits: Digits) -> int:
    """Tell “21st”, “7pm”, “1990s”, “65s”, “70mph”, “4x4”, a “10k run”; and “18+”, an age."""
    glued, end = digits.glued, digits.end
    if glued in _ORDINALS:
        return date_at(digits.text, digits.low, digits.at) or end + 2
    if glued in {"s", "mph", "kph"}:
        return end + len(glued)
    if digits.low.startswith(("'s", "’s"), end):
        return end + 2
    if glued == "x" and digits.runs_on:
        return digits.through(r"[0-9]+x[0-9]+")
    if glued == "k":
        return digits.through(_RACES)
    if digits.following == "+" and digits.number in _AGES and not glued:
        return 0 if pattern(r"\+\s?[a-z]+s(?![a-z])").match(digits.low, end) else end + 1
    return 0


def _dated(digits: Digits) -> int:
    """Tell dates, times of day and ages."""
    low, at, behind = digits.low, digits.at, digits.behind
    listed = behind in LISTING or digits.following in _MARKS
    on = dashed_at(low, at) if digits.following in _DASHES else 0
    if not on and (listed or behind in MONTH_NAMES or behind == "of"):
        on = date_at(digits.text, low, at)
    if not on and (listed or behind in CLOCK or digits.glued in CLOCK):
        on = time_at(low, at)
    if not on and (listed or behind in OLD):
        on = age_at(low, at) or (0 if digits.alone else age_band_at(low, at))
    return on


def _measured(digits: Digits) -> int:
    """Tell “70 mph”, “4 x 4”, a “24-hour” service, “5 times better”."""
    behind = digits.behind
    if digits.low.startswith("-a-side", digits.end):
        return digits.end + len("-a-side")
    if behind in {"mph", "kph"}:
        return digits.through(r"[0-9]+\s(?:mph|kph)")
    if behind == "x" or digits.low.startswith((" x ", " × "), digits.end):
        return digits.through(r"[0-9]+\s?[x×]\s?[0-9]+(?!,?[0-9])")
    if behind == "hour" and digits.number in {"24", "48"}:
        return digits.through(r"[0-9]+[\s-]hour(?!s)")
    return digits.through(_COMPARED) if behind == "times" else 0


def _year_or_hour(digits: Digits) -> int:
    """Tell “2023”, and “12.45” behind “at”."""
    number = digits.number
    if len(number) == _YEAR_DIGITS and number.isdecimal() and number[:2] in {"19", "20"}:
        return year_at(digits.low, digits.at, digits.words)
    if (
        "." in number
        and digits.words[-1] in {"at", "until", "till"}
        and is_clock(number, digits.low, digits.end, digits.words)
    ):
        return digits.end
    return 0


_QUESTIONS = (_joined, _lettered, _dated, _measured, _year_or_hour)


# -- digits that stand against letters or signs: parts of names, codes and addresses (“M65”, “Covid-19”, “3D”)

_WRITTEN = r"[^\s;\"“”…()\[\]]{0,200}"
_ABROAD = r"44[\s(-]{0,2}[0-9()\s-]{8,16}(?<=[0-9])"
_UNITS = r"(?:kg|g|km|cm|mm|m|ml|l|ft|hrs?|mins?|secs?|yrs?|mb|gb|tb|mw|kwh?|fte|no|nr|sq(?:m|ft)?|ha|x|bn|mn|k|pc|pp|ppts?|p|ish)(?![a-z0-9])"
FREE = frozenset(" \n\t\xa0\u2009\u202f(\"“‘'|>≥≤<≈∼±—½¼¾")
"""What may stand before a figure without being asked."""

_JOINERS = frozenset("-./:=&?+~,’%*–−−")
_SHORT_HEDGES = frozenset({"c", "ca", "approx", "est", "appr"})
_TWO = 2


def past_token(low: str, at: int) -> int:
    """Return where the word or code ends that ``at`` lies in; always further on."""
    match = pattern(_WRITTEN).match(low, at)
    return max(match.end() if match else at, at + 1)


def part_of_name(text: str, low: str, at: int) -> int:
    """Return where to go on if the digit at ``at`` is part of a name, a code or an address; 0 if a figure may begin."""
    before = low[at - 1]
    if before == "[":
        return at + 1 if pattern(r"[0-9]{1,2}\]").match(low, at) else 0
    if before.isalnum():
        return (
            0
            if before == "c" and text[at - 1] == "c" and not low[at - 2 : at - 1].isalnum() and low[at].isdecimal()
            else past_token(low, at)
        )
    if before in "_\ufffc#@$€\\":
        return past_token(low, at)
    if before not in _JOINERS:
        return 0
    further = low[at - 2] if at > 1 else " "
    if before == "+" and low.startswith("44", at) and (abroad := pattern(_ABROAD).match(low, at)):
        return abroad.end()
    if further.isalnum() or further in "_/)=&?:£\ufffc":
        return 0 if _begins_after(low, at, before, further) else past_token(low, at)
    if (before == "." and further in " \n(") or (before == "’" and pattern(r"[0-9]{2}(?![0-9,.%])").match(low, at)):
        return past_token(low, at)  # “.38”, “’23”
    return 0


def _begins_after(low: str, at: int, before: str, further: str) -> bool:
    """Return whether a figure begins in spite of what stands against it: “c.400”, “n=1,023”, “Arrests:12”, “+/-3%”."""
    if before in ".~" and _letters_before(low, at - 1) in _SHORT_HEDGES:
        return True
    if before == "=":
        return further == "n"
    if before == ":":
        return further.isalpha() and "//" not in low[max(0, at - 40) : at]
    return (
        (before == "." and further == ")")
        or (before in "-–—" and low.startswith("+/", max(0, at - 3)))
        or before == "–"
    )


def _letters_before(low: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 8 and low[start - 1].isalpha():  # noqa: PLR2004 - the longest is approx
        start -= 1
    return low[start:end]


def foreign_suffix(text: str, low: str, end: int) -> int:
    """Return where to go on if letters stand against the number that are no unit (“5G”, “7a”); 0 if there are none."""
    following = low[end : end + 1]
    if not (following.isalnum() or following in {"\ufffc", "_"}) or following in "¹²³⁴⁵⁶⁷⁸⁹⁰":
        return 0
    match = pattern(_UNITS).match(low, end)
    if match is not None and not (len(match[0]) == 1 and text[end].isupper()):
        return 0
    return past_token(low, end)
