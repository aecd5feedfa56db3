"""Dates, times and ages in digits: “3 and 4 October 2023”, “7-9pm”, “16-year-olds”, “2021-2025”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.printed.patterns import pattern, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTH_NAMES = frozenset(
    {month.lower() for month in (*MONTHS, *MONTHS_CY)}
    | {month.lower()[:3] for month in MONTHS}
    | {"sept", "fawrth", "fai", "fehefin", "orffennaf", "fedi", "dachwedd", "ragfyr"}
)
"""The months in small letters, in English (shortened ones too) and in Welsh, as they are softened after “o”."""

CLOCK = word_set("am pm a p o noon midnight midday yb yp")
"""The words behind an hour."""

OLD = word_set("year years yr yrs month months week weeks day days oed mlwydd flwydd")
"""The words behind an age."""

LISTING = word_set("to and or i a ac")
"""The words between the numbers of one date, time or age."""

_ALSO_WORDS = word_set("may mar march dec mai fai medi fedi gorffennaf")
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
    r"(?:[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])|[0-9]+(?:-[0-9]+){2,}(?![0-9])"
    rf"|{_YEAR}\s?[-–]\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9%]|[.,][0-9])|[0-9]{{1,3}}\s?[-–]\s?[0-9]{{1,3}}['’]?s(?![a-z]))"
)
_SIXTY = r"[1-5]?[0-9](?![0-9])"
_DURATION = (
    rf"(?:[0-9]{{1,3}}(?:[\s-]?(?:(?P<hours>hours?|hrs?)|minutes?|mins?)\b,?(?:\sand)?\s{_SIXTY}[\s-]?"
    rf"(?(hours)(?:minutes?|mins?)|(?:seconds?|secs?))\b|m\s?{_SIXTY}s\b)"
    r"|[0-9]{1,3}:[0-5][0-9]\s?(?:minutes|mins)\b)"
)
_COUNTED = r"\s(?:[a-z]+\s)?(?:[a-z]+s|people|children|women|men|staff)(?![a-z])"
_SURE = word_set("over than nearly almost approximately least around some")
_DATING = word_set("the in since of from by until during to for and summer autumn winter spring christmas")
_NO_NOUNS = word_set("to and at from for with was is in by the of or")
_LAST_DAY, _LAST_HOUR, _LAST_MINUTE = 31, 23, 59
_STANDING = word_set("stands stood remains remained set rate was is average")
_AFTER_TIME = r"(?=[.,;:)]|\s*$|\s(?:on|and|to|for|hours|hrs|with|in)\b)(?![.,][0-9])"


def date_at(text: str, low: str, at: int) -> int:
    """Return where the date ends that begins with this day, or 0: “3 October 2023”, “3 and 4 October”, “1st of May”."""
    match = pattern(_DATE).match(low, at)
    if match is None:
        return 0
    month = match.start("month")
    if text[month].islower() and match["month"] in _ALSO_WORDS:
        return 0
    return match.end() if all(1 <= int(day) <= _LAST_DAY for day in re.findall("[0-9]+", low[at:month])) else 0


def time_at(low: str, at: int) -> int:
    """Return where the time of day ends that begins here, or 0: “7.30pm”, “7-9pm”, “10 o’clock”, “12 noon”."""
    match = pattern(_TIME).match(low, at)
    return match.end() if match else 0


def age_at(low: str, at: int) -> int:
    """Return where the age ends that begins here, or 0: “16-year-olds”, “12 to 18 years of age”, “18 oed”."""
    match = pattern(_AGE).match(low, at)
    return match.end() if match else 0


_BAND = (
    r"[1-9][0-9]?(?P<years>\s(?:years?|yrs?)(?:\sold)?)?\s(?P<join>and|or)\s(?:(?P<old>older|younger)|over|under|above|below|upwards|up)\b"
    r"(?!\s(?:[£0-9]|a\b|an\b|the\b|half\b|one\b|two\b|three\b))"
)
_OF_AGES = (
    r"\b(?:people|persons?|residents?|adults?|children|men|women|victims?|those|anyone|everyone|young|youths?|pupils?|students?"
    r"|drivers?|riders?|offenders?|boys|girls|age[sd]?|population|pensioners?|members|respondents|patients|households)\b"
)
_OF_SENTENCES = r"sentenc|prison|jail|impris|custod|served|service"


def age_band_at(low: str, at: int) -> int:
    """Return where an open age ends that begins here, or 0: “25 and under”, “people 65 or over”, “25 years and over”."""
    match = pattern(_BAND).match(low, at)
    if match is None:
        return 0
    near = low[max(0, at - 60) : match.end() + 40]
    sure = match["old"] or (match["join"] == "and" and not match["years"] and not low.endswith(" of ", 0, at))
    if "scor" in near or (match["years"] and pattern(_OF_SENTENCES).search(near)):
        return 0
    return match.end() if sure or match["years"] or pattern(_OF_AGES).search(near) else 0


def duration_at(low: str, at: int) -> tuple[int, int, str] | None:
    """Return where a time taken ends that begins here, how many of its smaller unit it is, and that unit; else None.

    “11 minutes 32 seconds”, “8m 41s” and “3:12 minutes” are one figure each, told in seconds; “2 hours 30 minutes” in
    minutes.
    """
    match = pattern(_DURATION).match(low, at)
    if match is None:
        return None
    large, small = (int(one) for one in re.findall("[0-9]+", match[0]))
    return match.end(), large * 60 + small, "minutes" if match["hours"] else "seconds"


def dashed_at(low: str, at: int) -> int:
    """Return where what is joined by dashes ends, or 0: “2023-10-03”, “2021-2025”, “2023-24”, “12-18s”."""
    match = pattern(_DASHED).match(low, at)
    return match.end() if match else 0


def year_at(low: str, at: int, words: Sequence[str]) -> int:
    """Return where a year ends; 0 where the number counts things: “more than 2000 people”, “2000 homes”."""
    end = at + 4
    if low.startswith(("%", " %", " per cent", " million", " thousand", "k"), end):
        return 0
    sure = words[-1] in _SURE or (low.startswith("2000", at) and words[-1] not in _DATING)
    if sure and pattern(_COUNTED).match(low, end):
        return 0
    return end + 1 if low[end : end + 1] == "s" else end


def is_clock(number: str, low: str, end: int, words: Sequence[str]) -> bool:
    """Return whether “12.45” behind “at” or “until” is a time of day."""
    hour, _, minute = number.partition(".")
    if len(minute) != 2 or not hour.isdecimal() or int(hour) > _LAST_HOUR or int(minute) > _LAST_MINUTE:  # noqa: PLR2004 - hh.mm
        return False
    if len(words) > 1 and words[-2] in _STANDING:
        return False
    return pattern(_AFTER_TIME).match(low, end) is not None


def day_of_month(text: str, low: str, at: int, end: int, words: Sequence[str]) -> int:
    """Return where to go on if the number is the day of the month named before it (“October 3”); 0 if not.

    “In May 12 people came” counts people; “on May 12 people came” does not, by its preposition.
    """
    month = words[-1].rstrip(".,")
    number = low[at:end]
    if month not in MONTH_NAMES or not number.isdecimal() or not 1 <= int(number) <= _LAST_DAY:
        return 0
    if not text[low.rfind(month, 0, at)].isupper():
        return 0
    dated = pattern(rf"(?:st|nd|rd|th)?,?\s{_YEAR}(?![0-9,])").match(low, end)
    if dated:
        return dated.end()
    if words[-1].endswith(","):
        return 0
    behind = pattern(r"\s([a-z]+)").match(low, end)
    counts = behind is not None and behind[1] not in _NO_NOUNS and words[-2:-1] != ["on"]
    return 0 if counts else end
