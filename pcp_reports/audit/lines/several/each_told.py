"""A sum that each of several gets, and who they are in the sentence behind: “£100 each to ten. Guides, … have benefited”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.lines.amounts.sums import sums_in
from pcp_reports.audit.lines.names.rolls import names_apart
from pcp_reports.audit.lines.names.rolls_told import led_names, names_told
from pcp_reports.audit.lines.several.shared import Shared, so_many
from pcp_reports.audit.words.numbers import number_of
from pcp_reports.words import holds_any

if TYPE_CHECKING:
    from pcp_reports.audit.lines.amounts.sums import Sum

_GAVE = re.compile(
    r"(?i)\b(?:donat\w+|award\w*|giv\w+|gave|grant\w*|present\w*|hand\w*|paid|shar\w+|cheques?|receiv\w+|allocat\w+|distribut\w+)\b"
)
_GIVING = (
    *("donat", "award", "giv", "gave", "grant", "present", "hand", "paid"),
    *("shar", "cheque", "receiv", "allocat", "distribut"),
)
"""What any word of giving has in it."""

_EACH_TO_SOME = re.compile(
    r"\s*(?:each|apiece)?\s*,?\s*(?:(?:was|were|has|have|been|given|donated|awarded|presented|went)\s+){0,3}(?:to|for)\s+(?:each\s+of\s+)?[^.:£]{4,120}\.?\s*"
)
_GOT = re.compile(
    r"(?P<names>[^.:;£]{10,900}?),?\s+(?:have|has|had|were|are|will)\s+(?:(?:all|each|also|now)\s+){0,2}(?:been\s+|be\s+)?"
    r"(?:benefit|benefitt?ed|receiv(?:e|ed)|chosen|picked|selected|given|awarded|the\s+(?:[a-z]+\s+)?(?:recipients|beneficiaries))\b"
)
_THEY_WERE = re.compile(
    r"(?:They|These|Those(?:\s+[a-z]+){0,4}|(?:The|This\s+year['’]s)\s+(?:[a-z0-9-]+\s+){0,5}[a-z]+s(?:\s+(?:which|that|who)\s+[a-z]+(?:\s+[a-z]+){0,4})?)\s+(?:were|are)\s*:?\s+(?P<names>[^:;£]{10,900}?)\.?\s*$"
)
_EACH_ONE_GETS = re.compile(
    r"(?:Each|Every)\s+(?:of\s+(?:them|these|the\s+[a-z]+)|one|charity|group|club|project|organi[sz]ation|cause|school|recipient|winner|body|society|church|hall|team|council|parish|applicant)\s+"
    r"(?:(?:will|has|had|is\s+to|was|is|to|been|be|now|also)\s+)*(?:receiv(?:e|ed|es|ing)|gets?|got|given|awarded|granted|donated|presented\s+with|paid|have)\s+(?:an?\s+)?(?:(?:grant|donation|cheque|sum)\s+(?:of|for)\s+)?£"
)
"""“Each charity will receive £500”, where another sentence says who they are."""

_EACH_OF_THEM = re.compile(
    r"(?:Each\s+(?:one\s+)?of\s+(?:these|them|those|the)|They\s+(?:(?:have|were|will|are)\s+)?each)\b\s*(?:(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?[^£.;:]{0,60}£"
)
"""“Each of these three has been awarded £500”, behind the sentence that names them."""

_SENTENCE = re.compile(r"(?<=[a-z)’'])\.\s+(?=[A-Z‘“])")
_LONGEST = 1200


def _gave(text: str) -> bool:
    """Return whether a text tells of giving."""
    return holds_any(text.lower(), _GIVING) and _GAVE.search(text) is not None


def each_to_some(text: str, locale: str = "en_GB") -> tuple[Sum, int] | None:
    """Return the one sum of a text that each of those get whom it does not name, and how many they are said to be (0: not)."""
    if "£" not in text or len(text) > _LONGEST or not _gave(text):
        return None
    told = sums_in(text, locale=locale)
    if len(told) == 1 and told[0].pence is not None and _EACH_ONE_GETS.match(text) is not None:
        return told[0], 0
    sums = [one for one in told if one.each]
    if len(sums) != 1 or sums[0].pence is None:
        return None
    if _EACH_TO_SOME.fullmatch(text, sums[0].end) is None:
        return None
    number = so_many(text[sums[0].end :])
    return (sums[0], number) if number else None


def who_got(text: str, number: int) -> tuple[str, ...] | None:
    """Return the names of a sentence that says who got a sum told of before it; ``number``: how many they are said to be."""
    first = _SENTENCE.split(text.strip())[0]
    if "£" in first or len(first) > _LONGEST:
        return None
    found = _GOT.match(first) or _THEY_WERE.match(first)
    return None if found is None else names_apart(found["names"], number) or names_told(found["names"], number)


def each_then_who(text: str, locale: str = "en_GB") -> Shared | None:
    """Return the sum of one sentence that those get whom the next one names; None for any other text."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    for start, end in sentences[:3]:
        told = each_to_some(text[: start + 1], locale)
        if told is not None:
            names = who_got(text[end:], told[1])
            return None if names is None or "£" in text[end:] else Shared(told[0], names, sure=True)
    return None


def who_then_each(text: str, locale: str = "en_GB") -> Shared | None:
    """Return the sum of a text whose last sentence gives it to each of those the one before names; None for any other."""
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    if not sentences or "£" in text[: sentences[-1][0]]:
        return None
    start, end = sentences[-1]
    first = sentences[-2][1] if len(sentences) > 1 else 0
    return each_of_those(text[end:], text[first : start + 1], locale)


def each_of_those(text: str, before: str, locale: str = "en_GB") -> Shared | None:
    """Return the sum that a sentence gives to each of those whom the sentence before it names; None for any other."""
    found = _EACH_OF_THEM.match(text)
    if found is None or not _gave(text) or len(before) > _LONGEST or "£" in before:
        return None
    sums = sums_in(text, locale=locale)
    if len(sums) != 1 or sums[0].pence is None:
        return None
    number = number_of(found["number"] or "")
    names = led_names(before, number) or (who_named(before, number) if number else None)
    return None if names is None else Shared(sums[0], names, sure=True)


def who_named(sentence: str, number: int) -> tuple[str, ...] | None:
    """Return the names of a sentence that says no more than who they are; ``number``: how many they must be."""
    found = _THEY_WERE.match(sentence.strip())
    names = None if found is None else names_apart(found["names"], number)
    return names if names is not None and len(names) == number else None
