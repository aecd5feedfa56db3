"""What the search knows of a language: where numbers begin, and the hedges. English; with Welsh, for Welsh papers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pcp_reports.printed.hedges import ENGLISH, by_last_word
from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcp_reports.printed.hedges import Before
    from pcp_reports.printed.numerals import Numeral

ENGLISH_BEGINNINGS = (
    "one|t(?:wo|hree|en|wel|wen|hir|hou)|f(?:our|iv|if|or[tm])|s(?:ix|eve)|e(?:igh|lev)|nin|hund|doze|mill|bill|trill|zero|half"
    "|quarter|gbp"
)
"""What number words begin with."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: ``begins`` finds where a number may begin; ``hedges`` are by their last word.

    ``other_words`` reads a number in words that are not English; where it begins, and None where there is none.
    """

    begins: re.Pattern[str]
    hedges: Before
    other_words: Callable[[str, int], Numeral | None] | None = None


@cache
def tongue_of(locale: str) -> Tongue:
    """Return what the search knows of the locale's language."""
    if locale.lower().startswith("cy"):
        from pcp_reports.printed.welsh import welsh  # noqa: PLC0415 - few papers are in Welsh

        return welsh()
    return Tongue(beginning(ENGLISH_BEGINNINGS), by_last_word(ENGLISH))


def beginning(words: str) -> re.Pattern[str]:
    """Return the pattern of where a number may begin: a pound sign, a digit, or a word of a number."""
    return re.compile(rf"£|[0-9½¼¾⅓⅔]|(?<![^\W_])(?:{words})")
