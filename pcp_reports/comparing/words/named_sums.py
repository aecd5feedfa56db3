"""Which sum the words about a figure name: a strand's, the round's total, the year's; nothing where they name none.

The words must stand right beside the figure, with nothing between that could make another thing of it: “of which the
Community Fund had £62,523:” names the strand's sum, “the Community Fund had £62,523 left over” names none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, DateError, FinancialYear
from pcp_reports.printed.patterns import word_set
from pcp_reports.records import dataclass
from pcp_reports.stated import vocabulary
from pcp_reports.stated.words import holds, may_speak_of_else, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pcp_reports.dates import PartialDate

_LINKS = "|".join(
    word_set(
        "had has have got gets received receives gave gives given giving awarded was were is are be been being comes came"
        " come to of in a an the that this which it its strand strands alone with provided paid made making sum sums amount"
        " amounts amounting worth grants grant awards through via from for under by on went goes going put into now then"
        " stands stood at reached reaches round rounds month"
    )
)
_MONTHS = "|".join(MONTHS)
_TOTALS = "(?:grand |overall |sub-?|sum )?totals?|total(?:l?ed|l?ing)|in all|all told|altogether|overall|g?cyfanswm"
_YEARS = (
    r"(?:(?:this|the) (?:financial )?year(?: so far| to date)?|so far(?: this (?:financial )?year)?"
    r"|to date|(?:20\d\d)[/–-](?:20)?\d\d)"
)
# Word by word, and never taken back: what people type in Word may be as long as it likes.
_SIGNS = r"[\s,:(|=–—-]"
_BETWEEN = rf"(?:{_SIGNS}|\b(?:{_LINKS})\b)*"
_OF_TOTAL = rf"(?:{_SIGNS}|\b(?:{_TOTALS}|{_YEARS}|{_MONTHS}|{_LINKS})\b)*+"
# To whom it went, as far as that narrows nothing: “to 8 community projects”, not “to youth projects”.
_TO_ALL = (
    rf"(?:to|for|across|between|among|amongst|in|over|i)\s+(?:\w+\s+)?(?:(?:{'|'.join(sorted(vocabulary.NEUTRAL))})\s+)*"
    rf"(?:{'|'.join(sorted(vocabulary.COUNTED))})\b"
)
_STOPS = r"(?:$|[.;:!)|]|,(?!\s*(?:to|for|towards|spent|paid|given|awarded|which|who|that|half|of|in)\b))"
# What may follow: the end of the clause, to whom it went, or that it is a sum.
_ENDS = (
    r"(?:\s+(?:has been|have been|had been|was|were|is)\s+(?:given|awarded|granted|provided|paid|shared|made))?"
    rf"(?:\s*\(?\s*(?:{_TO_ALL}|\w+\s+(?:{'|'.join(sorted(vocabulary.COUNTED))})\b)\)?)?"
    rf"\s*(?:{_STOPS}|(?:while|whilst|with|of which)\b|in grants\b|(?:{_TOTALS}|in total)\b"
    rf"|(?:in |for |over |of )?{_YEARS}\b|and\b%s)"
)
# “The Community Fund gave £60,000 and £5,000” tells of two grants, “£60,000 from the Community Fund and £5,000” of one sum.
_ENDS_HERE = _ENDS % r"(?!\s+(?:a further\s+|another\s+)?[£\d])"
_ENDS_BEHIND = _ENDS % ""
_YEAR = re.compile(rf"\b{_YEARS}\b", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"\b(20\d\d[/–-](?:20)?\d\d)\b")
_END = re.compile(r"[.?!]\s|[;\n]")
# These words speak of the year, and only where a year's sum is meant.
_OF_YEARS = (
    *(
        "so far",
        "to date",
        "this year",
        "this financial year",
        "the year",
        "brings",
        "bringing",
        "brought",
        "takes the",
    ),
    *("taking the", "this makes", "makes", "rounds", "already", "altogether", "alone", "since"),
)
_PARTIAL = (*(one for one in vocabulary.PARTIAL if not one.startswith("of wh")), "share", "part of", "some of")
_HARMLESS = ("altogether", "alone", "among", "amongst", "makes")


@dataclass(frozen=True, slots=True)
class NamedSum:
    """What words name: the sum of a strand (empty: a total) of one round, or of a year.

    ``year`` is that which is named by its digits. ``doubtful``: the sentence may speak of other money.
    """

    strand: str
    of_year: bool
    year: FinancialYear | None
    doubtful: bool


def named_sum(text: str, start: int, end: int, strands: Iterable[str], announced: PartialDate) -> NamedSum | None:
    """Return the sum that the words about the figure from ``start`` to ``end`` name, None where they name none for sure.

    ``strands`` are those that may be named; ``announced`` is when the round was, in whose words the figure stands.
    """
    first = max((one.end() for one in _END.finditer(text, 0, start)), default=0)
    ended = _END.search(text, end)
    last = ended.start() if ended is not None else len(text)
    sentence, before, behind = text[first:last], text[first:start], text[end:last]
    strand = next((name for name in sorted(strands, key=len, reverse=True) if _names(name, before, behind)), "")
    if not strand and not _is_total(before, behind):
        return None
    partial = holds(words_of(before), _PARTIAL)
    of_year = _YEAR.search(sentence) is not None
    year = _year_in(sentence)
    if of_year:
        words = words_of(_NAMED_YEAR.sub(" ", sentence))
        doubtful = holds(words, tuple(one for one in vocabulary.ELSEWHERE if one not in _OF_YEARS))
    else:
        plain = re.sub(rf"\b(?:{'|'.join(_HARMLESS)})\b", " ", sentence, flags=re.IGNORECASE)
        doubtful = may_speak_of_else(plain, announced.year, announced.month)
    return NamedSum(strand, of_year, year, doubtful or partial)


def _names(strand: str, before: str, behind: str) -> bool:
    name = rf"\b{re.escape(strand)}\b"
    if re.search(rf"{name}{_OF_TOTAL}$", before, re.IGNORECASE):
        return re.match(_ENDS_HERE, behind, re.IGNORECASE) is not None
    return (
        re.match(rf"{_BETWEEN}{name}(?:\s+(?:strand|grants|alone))*{_ENDS_BEHIND}", behind, re.IGNORECASE) is not None
    )


def _is_total(before: str, behind: str) -> bool:
    if re.search(rf"\b(?:{_TOTALS})\b{_OF_TOTAL}$", before, re.IGNORECASE):
        return re.match(_ENDS_HERE, behind, re.IGNORECASE) is not None
    return re.match(rf"\s*(?:in all|altogether|in total|overall)\b{_ENDS_HERE}", behind, re.IGNORECASE) is not None


def _year_in(sentence: str) -> FinancialYear | None:
    match = _NAMED_YEAR.search(sentence)
    try:
        return FinancialYear.parse(match[1]) if match is not None else None
    except DateError:
        return None
