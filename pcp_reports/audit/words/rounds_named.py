"""The rounds, quarters, phases and tranches that words name by a number: “round two”, “the first tranche”, “Q3”, “rounds 1 and 2”."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from pcp_reports.audit.words.numbers import ONE_TO_TWELVE, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ORDINALS = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "first 1st",
                "second 2nd",
                "third 3rd",
                "fourth 4th",
                "fifth 5th",
                "sixth 6th",
                "seventh 7th",
                "eighth 8th",
            ),
            1,
        )
        for word in words.split()
    }
)
_ROMAN = MappingProxyType({"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8})
_KIND = r"(?P<kind>round|tranche|phase|quarter|wave|window|stage|call|cohort|half|period)"
_NUMBER = rf"(?:[1-9][0-9]?(?![0-9]|[,.][0-9])|(?:{ONE_TO_TWELVE})\b|(?-i:VI{{0,3}}|I{{1,3}}|IV)\b)"
_NUMBERED = re.compile(
    rf"\b{_KIND}s?\s*(?:no\.?\s*|number\s+)?(?P<numbers>{_NUMBER}(?:\s*(?:,|and|to|&|–|-|/)\s*{_NUMBER}){{0,4}})",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    rf"\b(?P<numbers>(?:{'|'.join(_ORDINALS)})(?:(?:\s*,\s*|\s+and\s+|\s+or\s+)(?:the\s+)?(?:{'|'.join(_ORDINALS)})){{0,4}})\s+(?:funding\s+|grants?\s+|full\s+|financial\s+)?{_KIND}s?\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\bQ(?P<numbers>[1-4])(?![0-9])")
_ONE = re.compile(r"[A-Za-z]+|[0-9]+(?:st|nd|rd|th)?")


def rounds_named(texts: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """Return the numbers that words give, by what they number: “round” – 2 and 3, “quarter” – 1."""
    found: dict[str, frozenset[int]] = {}
    for text in texts:
        for pattern in (_NUMBERED, _ORDERED, _SHORT):
            for match in pattern.finditer(text):
                kind = match.groupdict().get("kind", "quarter").casefold()
                found[kind] = found.get(kind, frozenset()) | frozenset(_numbers(match["numbers"]))
    return found


def _numbers(words: str) -> Iterable[int]:
    for match in _ONE.finditer(words.casefold()):
        number = _ORDINALS.get(match[0]) or _ROMAN.get(match[0])
        if number is None and match[0] not in ("and", "or", "to", "the"):
            number = number_of(match[0])
        if number:
            yield number
