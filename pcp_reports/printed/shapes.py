"""Numbers that are no figures by their shape: dates, times, years, ages, telephone numbers, ordinals, ratios.

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
