"""Dates of a 360Giving grant that cannot be, or can hardly be meant."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from pcp_reports.dates import in_words
from pcp_reports.exports.quality_shape import groups, words
from pcp_reports.words import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 25
"""Years before today beyond which a date is probably a slip."""
FURTHEST = 12
"""Years after today beyond which a planned date is probably a slip; the standard's checker has the same."""

# A day; or a moment, whose clock is read too: it has its own ways of being impossible.
_DAY = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?"
    r"(?:[Zz]|[+-]([0-9]{2}):?([0-9]{2}))?)?"
)
_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


def date_slips(grant: dict[str, Any], today: date) -> Iterator[tuple[str, str, str]]:
    """Give what is wrong with the grant's dates: a code, a message, and the path inside the grant."""
    yield from _one(grant, "awardDate", "award date", today, past=True, missing=True)
    yield from _one(grant, "dateModified", "date of the last change", today)
    for key, sort, past in (("plannedDates", "planned", False), ("actualDates", "actual", True)):
        for at, group in groups(grant.get(key)):
            path = f"{key}/{at}/"
            for end, which in (("startDate", "start"), ("endDate", "end")):
                yield from _one(group, end, f"{sort} {which} date", today, path, past=past, planned=not past)
            yield from _reversed(group, f"The {sort} dates", path)
    for key in ("applicationTransaction", "commitmentTransaction", "disbursementTransaction"):
        for at, group in groups(grant.get(key)):
            yield from _one(group, "transactionDate", "date of a payment", today, f"{key}/{at}/")


def _one(
    group: dict[str, Any],
    key: str,
    what: str,
    today: date,
    above: str = "",
    *,
    past: bool = False,
    missing: bool = False,
    planned: bool = False,
) -> Iterator[tuple[str, str, str]]:
    """Give what is wrong with one date; ``past`` says that it lies behind us, ``planned`` that it may lie ahead."""
    typed, path = words(group.get(key)), above + key
    if not typed.strip():
        if missing or key in group:
            yield "date-missing", f"The {what} is missing.", path
        return
    found = _read(typed.strip(), partial=key in ("startDate", "endDate"))
    if found is None:
        yield "date-impossible", f"The {what} {quoted(shortened(typed, 40))} is not a day of the calendar.", path
        return
    limit = _years_from(today, FURTHEST) if planned else today
    if found > limit:
        lies = f"more than {FURTHEST} years ahead" if planned else "still to come"
        yield "date-future", f"The {what}, {in_words(found)}, is {lies}.", path
    if (past or planned) and found < _years_from(today, -OLDEST):
        yield "date-old", f"The {what}, {in_words(found)}, is more than {OLDEST} years ago.", path


def _reversed(group: dict[str, Any], what: str, path: str) -> Iterator[tuple[str, str, str]]:
    start, end = (_read(words(group.get(key)).strip(), partial=True) for key in ("startDate", "endDate"))
    # 2023-09-14 to 2023-09 is no reversal: the month may end after the day.
    if start is not None and end is not None and end < start:
        typed = words(group.get("endDate")).strip()
        if not words(group.get("startDate")).strip().startswith(typed):
            yield "date-reversed", f"{what} end before they begin.", f"{path}endDate"


def _read(typed: str, *, partial: bool) -> date | None:
    """Return the day that a date names, the first of a month or year where ``partial`` allows one, or None."""
    match = _DAY.fullmatch(typed)
    month = _MONTH.fullmatch(typed) if partial else None
    try:
        if match is not None:
            if any(int(part) > most for part, most in zip(match.groups("0")[3:], (24, 59, 60, 23, 59), strict=True)):
                return None
            return date(int(match[1]), int(match[2]), int(match[3]))
        return date(int(month[1]), int(month[2] or 1), 1) if month is not None else None
    except ValueError:
        return None


def _years_from(day: date, years: int) -> date:
    """Return the same day some years on, 28 February for the 29th."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
