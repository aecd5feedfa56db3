"""Places, people and bodies that the words of a paper name plainly: where somebody was and with whom, where an operation runs."""

from __future__ import annotations

import re

from pcp_reports.dates import MONTHS, MONTHS_CY, WEEKDAYS, month_named

_MONTHS = "|".join((*MONTHS, *MONTHS_CY))
SENTENCE = re.compile(r".+?[.!?](?=\s+[A-Z“\"‘]|\s*$)|.+", re.DOTALL)
LAUNCHED = re.compile(
    r"\b(?:launched|launch|started|began|begun|introduced|commenced|went\s+live|lansiwyd)\b", re.IGNORECASE
)
_DAYS = "|".join(WEEKDAYS)
_NAME = rf"(?!(?:{_MONTHS}|{_DAYS})\b)[A-Z][\w’'-]*[\w]"
# “on” only between two names, and not before a day: “Burton upon Trent”, not “Quayside Market on 9 November”.
_A_PLACE = rf"{_NAME}(?:[ -](?:(?:upon|on|le|the|under|of)[ -](?:the[ -])?)?{_NAME})*"
PLACE = re.compile(
    r"\b(?:visited|toured|went\s+to|visit\s+to|(?:businesses|residents|traders|communities|people|market|meeting|event|school)"
    rf"\s+in)\s+(?:the\s+)?(?P<place>{_A_PLACE})"
)
# Whom somebody met, or with whom: a name, or a body that is named.
VISITED = re.compile(r"\b(?:visited|toured|went\s+to|visit\s+to)\b")
WITH = re.compile(
    r"\b(?:met(?:\s+with)?|alongside|together\s+with|accompanied\s+by|with)\s+(?:the\s+)?"
    r"(?P<name>(?:[A-Z][\w’'.-]*|MP|MBE|OBE)(?:\s+(?:(?:of|for|and|&|the)\s+){0,2}(?:[A-Z][\w’'.-]*|MP|MBE|OBE)){1,6})"
)
_WHERE = re.compile(
    rf"\b(?:in|across|throughout|around|within)\s+(?P<places>{_A_PLACE}(?:(?:,\s+|,?\s+and\s+){_A_PLACE})*)"
)
_GENERIC_WORDS = (
    "police crime commissioner commissioner's commissioners pcc dpcc opcc deputy chief constable constabulary panel plan "
    "members member the a an this these our his her their office accountability board report mps mp government home "
    "secretary minister county in on at over since during following as and of for to with by it he she they we i"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())


def places_in(opening: str) -> list[str]:
    """Return where an operation runs: the places that the sentence names that says it began."""
    for sentence in SENTENCE.findall(opening):
        match = _WHERE.search(sentence) if LAUNCHED.search(sentence) else None
        if match is not None:
            found = re.split(r",\s+and\s+|,\s+|\s+and\s+", match["places"])
            return [place for place in found if not is_generic(place)]
    return []


_BODY_WORDS = (
    "council trust association club society forum partnership foundation cic mp federation network charity group university "
    "college school church union"
)
_BODY = frozenset(_BODY_WORDS.split())


def bodies_in(name: str) -> list[str]:
    """Return whom a name names: two where either side of its “and” says by its last word what sort of body, or who, it is.

    “Mill Town Council and Jo Bell MP” are two; “Women and Girls Network” is one.
    """
    left, sign, right = name.partition(" and ")
    several = sign and all(len(side.split()) > 1 and side.split()[-1].casefold() in _BODY for side in (left, right))
    return [left, right] if several else [name]


def is_generic(words: str) -> bool:
    """Return whether words name nobody in particular: those of the office itself, and months."""
    return all(word.casefold() in _GENERIC or month_named(word) is not None for word in words.split())
