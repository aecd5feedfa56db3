"""A list that stands in one paragraph, with its letters or numbers: “(i) £900 to go to Elm Hall; (ii) £750 to the Oak Fair”.

Minutes and decisions come off a page so. The letters run on without a gap, each begins with its one sum or names who
gets it, and the words before them lead to what was given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.found import Award
from pcp_reports.audit.lines.amounts.sums import Sum, sums_in
from pcp_reports.audit.lines.names import naming, splitting
from pcp_reports.audit.lines.read import ReadLine
from pcp_reports.audit.lines.single.forms import Shape
from pcp_reports.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LETTERS = tuple("abcdefghijklmno")
_FIGURES = tuple(str(number) for number in range(1, 16))
_MARK = re.compile(r"(?:^|(?<=[\s:;,.]))\(?(?P<mark>[ivx]{1,5}|[a-o]|1?[0-9])\)\s*(?=[£A-Z])")
_FEWEST = 3
_LONGEST = 6000  # characters
_GIVES = re.compile(
    r"(?i)\b(?:allocat\w+|award\w*|grant(?:s|ed)?|donat\w+|approv\w+|agree[sd]?|giv(?:e|es|en|ing)|gave|distribut\w+|shar(?:e|es|ed)|fund(?:s|ed|ing)?|pay(?:ments?)?|paid)\b[^.]{0,160}[:–-]\s*$"
)
_NO_GRANT = re.compile(
    r"(?i)\b(?:budget|spend|spent|expenditure|invoices?|costs? of|savings?|fees?|precept|reserves?|loans?)\b[^.;]{0,80}[:–-]\s*$"
)
_GOES_TO = re.compile(
    r"\s*(?:(?:is|was|will|be|to|should|has|been)\s+)*(?:go(?:es|ing)?|given|awarded|paid|granted|allocated|donated|used|held|put|set\s+aside)?\s*(?:to(?:wards)?|for|as|towards|aside\s+for)\s+(?:(?:the|an?|our|its)\s+)?(?:(?:running\s+|core\s+)?costs?\s+of\s+(?:(?:the|an?)\s+)?)?"
)
_ENDS = re.compile(
    r"\s+(?:for|towards?)\s+(?=[a-z0-9])|\s+(?:so\s+that|in\s+order|which|who|to\s+(?=[a-z]))\b|\s*[,;:(]|\.(?:\s|$)"
)
_CLOSES = re.compile(r";|\.\s")


def enumerated(text: str, passage: int, locale: str = "en_GB") -> ReadLine | None:
    """Return the grants of a list with letters or numbers within a paragraph; None where it holds no such list."""
    if text.count("£") < _FEWEST or len(text) > _LONGEST:
        return None
    for order in (_ROMAN, _FIGURES, _LETTERS):
        found = _in_order(text, order)
        if len(found) < _FEWEST or not _leads(text[: found[0].start()]):
            continue
        ends = [one.start() for one in found[1:]] + [_end_of(text, found[-1].end())]
        told = [_item(text, one.end(), end, passage, locale) for one, end in zip(found, ends, strict=True)]
        awards = tuple(one for one in told if one is not None)
        if len(awards) == len(told):
            return ReadLine(awards, sure=True, shape=Shape.LIST)
    return None


def _leads(before: str) -> bool:
    return _GIVES.search(before[-_NEAR:]) is not None and _NO_GRANT.search(before[-_NEAR:]) is None


_NEAR = 240


def _in_order(text: str, order: Sequence[str]) -> list[re.Match[str]]:
    """Return the marks of a list, from the first on without a gap."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if len(found) < len(order) and mark["mark"] == order[len(found)]:
            found.append(mark)
    return found


def _end_of(text: str, start: int) -> int:
    """Return where the last item of a list ends: it has one sentence, or what stands before a semicolon."""
    stop = _CLOSES.search(text, start)
    return len(text) if stop is None else stop.start()


def _item(text: str, start: int, end: int, passage: int, locale: str) -> Award | None:
    """Return the grant of one item, whose sum stands first; None for any other."""
    words = text[start:end]
    sums = sums_in(words, locale=locale)
    if not sums or sums[0].start > 0 or sums[0].pence is None or not _one_sum(words, sums):
        return None
    behind = words[sums[0].end :]
    goes = _GOES_TO.match(behind)
    if goes is None:
        return None
    rest = behind[goes.end() :]
    stop = _ENDS.search(rest)
    who = naming.tidied(rest if stop is None else rest[: stop.start()])
    if not who or len(who.split()) > _MOST_WORDS or naming.is_total(who) or naming.is_counted(who):
        return None
    what = "" if stop is None else splitting.purpose_behind(rest[stop.start() :])
    last = start + len(words.rstrip(" ;,"))
    return Award(who, what, Money(sums[0].pence), passage, start, last, sums[0].claim)


_MOST_WORDS = 16
_ASIDE = re.compile(r"\(\s*$|\b(?:at|of|per|costing|worth)\s+$")


def _one_sum(words: str, sums: Sequence[Sum]) -> bool:
    """Return whether the sums behind the first one only tell of it: “£10,000 to Ward Funds (£2,500 per ward)”."""
    return all(_ASIDE.search(words, 0, one.start) is not None for one in sums[1:])
