"""Where a sentence points to by number: “listed at paragraph 6”, “in Table 1”, “the grants at Appendix A”, “set out at 6 below”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?![0-9])|[A-Z][0-9]?(?![\w’'])|[IVX]{1,5}(?![\w’']))"
_LABELS = rf"{_LABEL}(?:(?:, | and | & | or | to |[–-]){_LABEL}(?!%| per cent))*"
_PART = r"(?:\([a-z]{1,4}\))?"
_NAMED = re.compile(
    r"\b(?P<kind>(?i:paragraphs?|paras?\.?|sections?|items?|parts?|tables?|lists?|appendix|appendices|annexe?s?|schedules?|enclosures?|attachments?)) "
    rf"(?P<labels>{_LABELS}){_PART}|"
    rf"\b(?i:listed|set out|shown|detailed|given|described|summarised|itemised|named|grants|awards) (?:at|in|under) (?P<bare>{_LABELS}){_PART}(?= (?:above|below|overleaf)\b)"
)
_HINTS = (
    "para", "section", "item", "part", "table", "list", "append", "annex", "schedule", "enclosure", "attachment", "above", "below",
    "overleaf",
)  # fmt: skip
"""A word of which each such sentence has."""
_SPLIT = re.compile(r", | and | & | or ")
_RANGE = re.compile(r" to |[–-]")
_OF_ANOTHER = re.compile(
    r"\s*,? (?:of|to|in|from) (?!this\b|the (?:present|attached|main)\b|the (?:\w+ )?(?:report|paper|notice|minutes)\b(?! (?:of|dated|on|to|from|for|which|that)\b|[’'])|full\b|all\b|be\b|"
    r"(?:the )?(?:[a-z]+|[0-9]{1,3}) (?:\w+ )?(?:groups|organisations|bodies|charities|clubs|projects)\b)"
)
"""“Section 9 of the 2011 Act”, “paragraph 6 of the report of 3 March”: no place of this paper."""
_BY_LAW = re.compile(r"(?i)\b(?:under|pursuant to|by virtue of|in accordance with|powers? (?:in|of|under)) (?:the )?$")
_LAWS = frozenset(("section", "schedule", "part"))
_KINDS = {
    "par": "paragraph", "sec": "paragraph", "ite": "paragraph", "tab": "table", "lis": "table",
    "app": "appendix", "ann": "appendix", "sch": "appendix", "enc": "appendix", "att": "appendix",
}  # fmt: skip
_MOST = 40


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that a sentence points to: “paragraph”, “table” or “appendix”, its labels, and where the words for it stand.

    Sections are named as paragraphs are: both count through the paper.
    """

    kind: str
    labels: tuple[str, ...]
    start: int
    end: int


def may_refer(text: str) -> bool:
    """Return whether words may point to a place by its number: a quick look, which passes most passages by."""
    low = text.casefold()
    return any(word in low for word in _HINTS) and _NAMED.search(text) is not None


def references_in(text: str) -> Iterator[Reference]:
    """Yield the places of this paper that a sentence points to by number, in order."""
    for match in _NAMED.finditer(text):
        kind = kind_of(match["kind"] or "paragraph")
        if _OF_ANOTHER.match(text, match.end()) is not None:
            continue
        named = (match["kind"] or "").casefold().rstrip("s")
        if named in _LAWS and _BY_LAW.search(text, 0, match.start()) is not None:
            continue
        yield Reference(kind, tuple(_each(match["labels"] or match["bare"])), match.start(), match.end())


def kind_of(word: str) -> str:
    """Return what kind of place a word names."""
    low = word.casefold()
    return "appendix" if low.startswith("part") else _KINDS[low[:3]]


def _each(labels: str) -> Iterator[str]:
    for one in _SPLIT.split(labels):
        ends = _RANGE.split(one)
        if len(ends) > 1 and ends[0].isdecimal() and ends[-1].isdecimal() and 0 < int(ends[-1]) - int(ends[0]) < _MOST:
            yield from map(str, range(int(ends[0]), int(ends[-1]) + 1))
        else:
            yield from (end.strip() for end in ends)
