"""The names in the words about a list: of funds, months, years and rounds; and what is a caption rather than a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.words.numbers import ONE_TO_TWELVE
from pcp_reports.dates import MONTHS, MONTHS_CY
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterable

FUND = re.compile(
    r"\b(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|the|&|for|to)\s+)*){1,6}(?:Fund|fund|Grants?|Scheme|scheme|Pot|pot|Awards?|Chest|chest)\b"
)
_FUND_WORDS = ("Fund", "fund", "Grant", "Scheme", "scheme", "Pot", "pot", "Award", "Chest", "chest")
MONTH = "|".join(MONTHS).casefold()
"""Alternatives of a pattern, for a month in English."""
_MONTHS = {name.casefold(): number for names in (MONTHS, MONTHS_CY) for number, name in enumerate(names, 1)}
_SHORT_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MAY = 5
_YEAR = re.compile(r"(?<![0-9,.£])(?:19|20)[0-9]{2}(?![0-9]|,[0-9])")
_MARKED = re.compile(
    r"(?i)\b(?:round|tranche|phase|window|quarter|q|wave|part)\s*(?:[0-9]{1,2}|one|two|three|four|five|six|[ivx]{1,4})\b|"
    r"\b(?:first|second|third|fourth|fifth|final|latest)\s+(?:round|tranche|phase|window|quarter|wave)\b"
)


def months_of(text: str) -> frozenset[int]:
    """Return the months that words name, 1 to 12; “may” in small letters is a verb."""
    found = set()
    for word in re.findall(r"[^\W\d_]+", text):
        low = word.casefold()
        number = _MONTHS.get(low) or (_SHORT_MONTHS.get(low) if word[0].isupper() else None)
        if number == _MAY and word != "May":
            continue
        if number is not None:
            found.add(number)
    return frozenset(found)


def years_of(text: str) -> frozenset[int]:
    """Return the years that words name; of 2023/24 the first."""
    return frozenset(int(year) for year in _YEAR.findall(text))


def marks_of(text: str) -> frozenset[str]:
    """Return what marks one round among others: months, “round 2”, “second tranche”, “Q3”."""
    months = {f"month {month}" for month in months_of(text)}
    return frozenset(months | {" ".join(match[0].casefold().split()) for match in _MARKED.finditer(text)})


def funds_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the names of funds in words: “Safer Lancashire Neighbourhoods Fund”."""
    found: set[str] = set()
    for text in texts:
        if not holds_any(text, _FUND_WORDS):
            continue
        for match in FUND.finditer(text):
            words = match[0].split()
            while words and words[0].casefold() in ("the", "his", "her", "our", "a", "an", "this", "in", "at"):
                words = words[1:]
            found.add(" ".join(words))
    return frozenset(found)


_CAPTION = re.compile(
    r"(?i)(?:table|figure|appendix|annex|schedule|list)\s*[\dA-Z]{0,3}\b.*|"
    r"(?:(?:the|a|of|to|in|for|by|from|and|under|through|during|so|far|this|all|details?|summary|list|breakdown|table|overview|schedule|"
    r"grants?|awards?|awarded|made|given|allocated|allocations?|approved|agreed|successful|applications?|applicants?|bids?|projects?|"
    r"organisations?|groups?|recipients?|funded|funding|supported|latest|recent|new|current|beneficiaries|initiatives|schemes?|"
    rf"{MONTH}|round|tranche|quarter|phase|{ONE_TO_TWELVE}|small|"
    r"q[1-4]|[0-9]{1,4}(?:[/–-][0-9]{2,4})?|spring|summer|autumn|winter|year|financial)\b[\s:,–-]*)+"
)
_STOPS = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9£“\"])")


def is_caption(text: str) -> bool:
    """Return whether a heading only says that grants are listed beneath it, and names no strand of them."""
    return _CAPTION.fullmatch(text.strip().rstrip(" :.")) is not None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, one at least."""
    return _STOPS.split(text.strip())


def last_sentence(text: str) -> str:
    """Return the last sentence of a text."""
    return sentences(text)[-1]
