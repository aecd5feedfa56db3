"""Numbers that are no figures by their shape: dates, times, years, ages, telephone numbers, ordinals, ratios.

What stands behind the digits says which shape to ask about, so that most numbers are asked about none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.printed.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTH_NAMES = frozenset(
    {month.lower() for month in (*MONTHS, *MONTHS_CY)}
    | {month.lower()[:3] for month in MONTHS}
    | {"sept", "fawrth", "fai", "fehefin", "orffennaf", "fedi", "dachwedd", "ragfyr"}
)
"""The months in small letters, in English (shortened ones too) and in Welsh, as they are softened after “o”."""

_ALSO_WORDS = frozenset({"may", "mar", "march", "dec", "mai", "mar", "fai", "medi", "fedi", "gorffennaf"})
_MONTH = f"(?:{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})(?![a-z])"
_ORDINAL = "(?:st|nd|rd|th|af|ain|ydd|ed|fed|il)"
_YEAR = "(?:19|20)[0-9]{2}"
_DATE = (
    rf"[0-9]{{1,2}}{_ORDINAL}?(?:\s?(?:[-–&/,]|to|and|or|i|a|ac)\s?[0-9]{{1,2}}{_ORDINAL}?){{0,4}}"
    rf"\s{{1,2}}(?:(?:of|o)\s)?(?P<month>{_MONTH})\.?(?:,?\s{_YEAR}(?![0-9]))?"
)
_TIME = (
    r"[0-9]{1,2}(?:[.:][0-9]{2})?(?:\s?(?:[-–]|to|and)\s?[0-9]{1,2}(?:[.:][0-9]{2})?)?"
    r"\s?(?:[ap]\.?m\b\.?|o['’]clock|noon\b|midnight\b|midday\b|y[bp]\b|o['’]r\sgloch)"
)
_AGE = (
    r"[0-9]{1,3}(?:[\s-]{0,2}(?:[-–/,&]|to|and|or|a|i)\s?[0-9]{1,3})?[\s-]{0,2}(?:(?:years?|yrs?|months?|weeks?|days?)"
    r"[\s-]{1,2}(?:olds?\b|of\sage\b)|(?:ml?wydd\s)?oed\b)"
)
_DASHED = (
    rf"(?:[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?![0-9])|[0-9]+(?:-[0-9]+){{2,}}(?![0-9])"
    rf"|{_YEAR}\s?[-–]\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9,.%]|[.,][0-9])|[0-9]{{1,3}}\s?[-–]\s?[0-9]{{1,3}}['’]?s(?![a-z]))"
)
_CLOCK = frozenset("am pm a p o noon midnight midday yb yp".split())
_OLD = frozenset("year years yr yrs month months week weeks day days oed mlwydd flwydd".split())
_LISTING = frozenset("to and or i a ac".split())
NEXT_WORDS = MONTH_NAMES | _CLOCK | _OLD | _LISTING | {"mph", "kph", "of", "x", "hour", "hrs", "hours", "years", "times"}
"""The words behind a number that may make a date, a time or an age of it."""

_DASHES = frozenset("-–")
_MARKS = frozenset("-–,&/")
_QUOTES = frozenset("'’")
_LATEST_MINUTE = 59
_DAYS = 31


def shaped(text: str, low: str, at: int, match: re.Match[str], words: Sequence[str]) -> int:
    """Return where to go on if what begins here is a date, a time, an age or the like; 0 if it may be a figure.

    ``match`` is that of `NUMBER` at this place.
    """
    number, glued, behind = match.group("number", "glued", "next")
    end = match.end("number")
    following = low[end : end + 1]
    if number[0] == "0" and number[1:2].isdecimal():
        return _to(r"[0-9]+(?:[\s-][0-9]{2,8}){0,4}(?![0-9])", low, at) or end  # 01772 533587
    if following == "/" and low[end + 1 : end + 2].isdecimal():
        return _to(r"[0-9]+(?:/[0-9]+)+[a-z]*", low, at)
    if following == ":" and low[end + 1 : end + 2].isdecimal():
        return _to(r"[0-9.]+:[0-9][0-9:]*(?:\s?(?:hrs?|hours|[ap]m)\b)?", low, at)
    if following == "." and "." in number and low[end + 1 : end + 2].isdecimal():
        return _to(r"[0-9]+(?:\.[0-9]+)+", low, at)  # 3.10.23, 3.2.1
    if glued:
        on = _with_letters(text, low, at, end, glued)
        if on:
            return on
    if following in _DASHES:
        on = _to(_DASHED, low, at)
        if on:
            return on
    if following == "+" and number in {"16", "18", "21", "50", "55", "60", "65"} and not glued:
        return 0 if pattern(r"\+\s?[a-z]+s(?![a-z])").match(low, end) else end + 1
    if len(number) <= 5 and (following in _MARKS or following in _QUOTES or behind in NEXT_WORDS or not behind):  # noqa: PLR2004 - 10.30
        on = _of_days(text, low, at, end, behind, following)
        if on:
            return on
    if len(number) == 4 and number.isdecimal() and number[:2] in {"19", "20"}:  # noqa: PLR2004 - a year
        return _year(low, at, end, following, words)
    if "." in number and words[-1] in {"at", "until", "till"} and _is_clock(number, low, end, words):
        return end
    return 0


def _to(shape: str, low: str, at: int) -> int:
    match = pattern(shape).match(low, at)
    return match.end() if match else 0


def _with_letters(text: str, low: str, at: int, end: int, glued: str) -> int:
    if glued in {"st", "nd", "rd", "th"}:
        return _date(text, low, at) or end + len(glued)
    if glued in {"am", "pm", "a", "p"}:
        return _to(_TIME, low, at)
    if glued == "s" or (glued == "" and low.startswith(("'s", "’s"), end)):
        return end + len(glued)
    if glued in {"mph", "kph"}:
        return end + len(glued)
    if glued == "x" and low[end + 1 : end + 2].isdecimal():
        return _to(r"[0-9]+x[0-9]+", low, at)
    if glued == "k":
        return _to(r"[0-9]{1,3}k\s(?:run|race|fun\s|walk|challenge|charity\s)", low, at)
    return 0


def _of_days(text: str, low: str, at: int, end: int, behind: str | None, following: str) -> int:
    """Return where a date, a time or an age ends that begins with these two digits; 0 if none does."""
    if behind in MONTH_NAMES or behind == "of" or behind in _LISTING or following in _MARKS:
        on = _date(text, low, at)
        if on:
            return on
    if behind in _CLOCK or behind in _LISTING or following in _DASHES:
        on = _to(_TIME, low, at)
        if on:
            return on
    if behind in _OLD or behind in _LISTING or following in _MARKS:
        on = _to(_AGE, low, at)
        if on:
            return on
    if behind in {"mph", "kph"}:
        return _to(r"[0-9]+\s(?:mph|kph)", low, at)
    if behind == "x" or (behind is None and low.startswith((" x ", " × "), end)):
        return _to(r"[0-9]+\s?[x×]\s?[0-9]+(?!,?[0-9])", low, at)
    if behind == "hour" and low[at:end] in {"24", "48"}:
        return _to(r"[0-9]+[\s-]hour(?!s)", low, at)
    if behind == "times":
        return _to(r"[0-9.]+\stimes\s(?:better|more|higher|greater|as|the|less|lower|likelier|bigger|larger)\b", low, at)
    if following in _QUOTES and low.startswith(("'s", "’s"), end):
        return end + 2
    return 0


def _date(text: str, low: str, at: int) -> int:
    match = pattern(_DATE).match(low, at)
    if match is None:
        return 0
    month = match.start("month")
    days = re.findall("[0-9]+", low[at:month])
    if text[month].islower() and match["month"] in _ALSO_WORDS:
        return 0
    return match.end() if all(1 <= int(day) <= _DAYS for day in days) else 0


_SURE = frozenset("over than nearly almost approximately least around some".split())
_DATING = frozenset("the in since of from by until during to for and summer autumn winter spring christmas".split())


def _year(low: str, at: int, end: int, following: str, words: Sequence[str]) -> int:
    """Return where a year ends; 0 where the number counts things: “more than 2000 people”, “2000 homes”."""
    if following == "%" or low.startswith((" per cent", " million", " thousand", "k", " %"), end):
        return 0
    if pattern(r"\s[a-z]+(?:s|people|children)(?![a-z])").match(low, end) and (
        words[-1] in _SURE or (low.startswith("2000", at) and words[-1] not in _DATING)
    ):
        return 0
    return end + 1 if following == "s" else end


def _is_clock(number: str, low: str, end: int, words: Sequence[str]) -> bool:
    hour, _, minute = number.partition(".")
    if len(minute) != 2 or not hour.isdecimal() or int(hour) > 23 or int(minute) > _LATEST_MINUTE:  # noqa: PLR2004 - hh.mm
        return False
    if len(words) > 1 and words[-2] in {"stands", "stood", "remains", "remained", "set", "rate", "was", "is", "average"}:
        return False
    return pattern(r"(?=[.,;:)]|\s*$|\s(?:on|and|to|for|hours|hrs|with|in)\b)(?![.,][0-9])").match(low, end) is not None


def of_month(text: str, low: str, at: int, end: int, words: Sequence[str], behind: str | None) -> int:
    """Return where to go on if the number is the day of the month named before it (“October 3”); 0 if not.

    “In May 12 people came” counts people; “on May 12 people came” does not, by its preposition.
    """
    month = words[-1].rstrip(".,")
    if month not in MONTH_NAMES or not text[low.rfind(month, 0, at)].isupper():
        return 0
    number = low[at:end]
    if not number.isdecimal() or not 1 <= int(number) <= _DAYS:
        return 0
    dated = pattern(rf"(?:st|nd|rd|th)?(?:,?\s{_YEAR}(?![0-9,]))").match(low, end)
    if dated:
        return dated.end()
    before = words[-2] if len(words) > 1 else ""
    counts = behind is not None and not words[-1].endswith(",") and pattern(r"\s[a-z]").match(low, end) is not None
    if counts and behind not in {"to", "and", "at", "from", "for", "with", "was", "is", "in", "by", "the", "of", "or"}:
        return 0 if before != "on" else end
    return 0 if words[-1].endswith(",") else end
