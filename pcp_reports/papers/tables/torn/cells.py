"""What a line is that was a cell of a table: words, a sum or what stands in its place, or the unit over a column.

For tables that came apart, so that each cell stands in a line of its own.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pcp_reports.papers.tables.money_words import SUM, is_of_money

if TYPE_CHECKING:
    from collections.abc import Sequence


class Torn(Enum):
    """What a cell is."""

    WORDS = "words"
    SUM = "sum"
    NO_SUM = "no sum"  # what became of it instead: “Deferred”
    UNIT = "unit"  # “£” or “%” over a column


_NOTES = r"\s?(?:[*†‡#¹²³]{1,3}|\[[0-9a-z]\])?(?:\s?\([^()]{1,30}\))?"
_SUM = re.compile(
    rf"(?:(?:up\s+to|max\.?|c\.)\s+)?(?:{SUM}|£\s?\d+(?:\.\d+)?k){_NOTES}|\d{{1,3}}(?:\.\d+)?\s?%", re.IGNORECASE
)
_NO_SUM = re.compile(
    rf"(?:(?:to\s+be\s+)?(?:defer(?:red)?|refer(?:red)?|considered|confirmed|decided)|declined?|refused?|reject(?:ed)?"
    rf"|withdrawn|un-?successful|pending|none|no\s+award|n/?a|tb[cd]|not\s+(?:recommended|supported|approved|awarded|funded|eligible)){_NOTES}\.?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[0-9]{1,5}")
_UNIT = re.compile(r"[(]?(?:£|%|GBP)[)]?")
_TOTAL = re.compile(r"(?:(?:sub|grand|overall)[\s-]*)?totals?\b|(?:sum|\w+\s+)total\b", re.IGNORECASE)
_LONGEST_TOTAL = 60
_SMALL = re.compile(r"[1-9][0-9]?")
_FEWEST = 2


def what_is(text: str) -> Torn:
    """Return what a cell is."""
    words = text.strip()
    if _UNIT.fullmatch(words):
        return Torn.UNIT
    if len(words) > _LONGEST_TOTAL:
        return Torn.WORDS
    if _SUM.fullmatch(words):
        return Torn.SUM
    return Torn.NO_SUM if _NO_SUM.fullmatch(words) else Torn.WORDS


def is_counted(text: str) -> bool:
    """Return whether a cell holds a bare number, which may be that of an application."""
    return _COUNTED.fullmatch(text.strip()) is not None


def is_total(text: str) -> bool:
    """Return whether a cell begins the row of a total."""
    return len(text.strip()) <= _LONGEST_TOTAL and _TOTAL.match(text.strip()) is not None


def heads_money(text: str) -> bool:
    """Return whether a cell may be the heading of a column of money."""
    return any(is_of_money(word) for word in text.split())


def has_stray(sums: Sequence[str]) -> bool:
    """Return whether a number among sums may be that of a page: “2” where the others are written in pounds or hundreds."""
    small = sum(_SMALL.fullmatch(text) is not None for text in sums)
    return 0 < _FEWEST * small <= len(sums)
