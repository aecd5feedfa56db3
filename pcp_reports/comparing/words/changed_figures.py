"""Which figures differ between two texts: sums, counts, dates and telephone numbers, each as a whole."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from pcp_reports.claims import find
from pcp_reports.comparing.words.alike import differing, nearly, plainly
from pcp_reports.comparing.words.stretches import tokens
from pcp_reports.dates import MONTHS, MONTHS_CY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTH = "|".join((*MONTHS, *MONTHS_CY, *(month[:3] for month in MONTHS), "Sept"))
_DAY = r"\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed)?\s+(?:of\s+|o\s+)?"
# A day or a year stands with the month: alone it may be a name (May), and is a word like others.
_DATE = re.compile(rf"\b(?:{_DAY}(?:{_MONTH})\b\.?(?:,?\s+\d{{4}}\b)?|(?:{_MONTH})\b\.?,?\s+\d{{4}}\b)")
_TELEPHONE = re.compile(r"(?:\+44|\b0)[\d()]*(?:[ -]?\(?\d{3,8}\)?){1,3}\b")
_LEAST_DIGITS = 9  # of a telephone number
_DIGIT = re.compile(r"\d")


class Spot(NamedTuple):
    """A figure and where it stands."""

    start: int
    end: int
    text: str


def changed_figures(old: str, new: str, locale: str = "en_GB") -> Iterator[tuple[str, str]]:
    """Yield the figures that differ between two texts, in order: (as built, as in Word); empty where it went or came."""
    for one, other in changed_spots(old, new, locale):
        yield one.text if one is not None else "", other.text if other is not None else ""


def changed_spots(old: str, new: str, locale: str = "en_GB") -> Iterator[tuple[Spot | None, Spot | None]]:
    """Yield the figures that differ with where they stand: (as built, as in Word); None where it went or came.

    What is no claim but holds a digit (a date, a house number) counts as well.
    """
    here, there = tokens(old), tokens(new)
    ends, new_ends = [0, *accumulate(map(len, here))], [0, *accumulate(map(len, there))]
    spots, new_spots = figures_in(old, locale), figures_in(new, locale)
    told: set[tuple[int, int]] = set()
    for first, last, new_first, new_last in differing(here, there):
        was = _within(spots, ends[first], ends[last])
        now = _within(new_spots, new_ends[new_first], new_ends[new_last])
        for one, other in _apart(was, now):
            place = (one.start if one is not None else -1, other.start if other is not None else -1)
            if place not in told:
                told.add(place)
                yield one, other


def figures_in(text: str, locale: str = "en_GB") -> list[Spot]:
    """Return the figures of a text in order, none inside another: a date is one, however many numbers it has."""
    whole = [Spot(*one.span(), one[0]) for one in _DATE.finditer(text)]
    numbers = [Spot(*one.span(), one[0]) for one in _TELEPHONE.finditer(text)]
    whole += [one for one in numbers if len(_DIGIT.findall(one.text)) >= _LEAST_DIGITS]
    whole += [Spot(one.start, one.end, one.text) for one in find(text, locale)]
    at = 0
    for token in tokens(text):
        if _DIGIT.search(token):
            whole.append(Spot(at, at + len(token), token))
        at += len(token)
    found: list[Spot] = []
    taken = bytearray(len(text))
    for one in whole:  # the surest first
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(one)
    return sorted(found)


def _within(spots: Sequence[Spot], start: int, end: int) -> list[Spot]:
    return [one for one in spots if one.start < end and start < one.end]


def _apart(old: Sequence[Spot], new: Sequence[Spot]) -> Iterator[tuple[Spot | None, Spot | None]]:
    """Yield the figures of two stretches that differ, those in the same place together."""
    said, now = ([plainly(one.text) for one in spots] for spots in (old, new))
    for what, first, last, new_first, new_last in SequenceMatcher(None, said, now, autojunk=False).get_opcodes():
        if what != "equal":
            for one, other in zip_longest(old[first:last], new[new_first:new_last]):
                if one is None or other is None or not nearly(one.text, other.text):
                    yield one, other
