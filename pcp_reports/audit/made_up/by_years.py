"""A whole told by the years that it is spread over: “£300, of which £130 in 2023/24 and £170 in 2024/25”.

The parts stand in its own sentence, or in a line each right beneath it (“2023/24 = £130”). Each has a year of its own, and
the years follow one another, so that none can lie within another.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import sentence_ends
from pcp_reports.audit.made_up.listed import items_behind
from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.words import MORE, OPEN, TO_COME
from pcp_reports.audit.words.numbers import TWO_TO_TWELVE, number_of
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.passage import Paper

_FEWEST, _MOST = 2, 10
_LONGEST_LEAD = 60  # characters between a whole and the first of its parts
_LONGEST_PART = 120
_YEAR = re.compile(
    r"(?<![\w£,./-])(?P<first>20[0-9]{2})(?:\s?[-/–]\s?(?:20)?[0-9]{2})?(?![\w,]*[0-9])|\b(?:year|yr)\s?(?P<nth>[1-9]|one|two|three|four|five)\b",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    rf"\W*(?:(?:FY|for|in|financial)\s*)*(?:{_YEAR.pattern})[\s:=–)-]{{0,6}}(?:of\s+)?$", re.IGNORECASE
)
_HOW_LONG = re.compile(rf"\b(?P<many>[0-9]{{1,2}}|{TWO_TO_TWELVE})[\s-]+(?:financial\s+)?years?\b", re.IGNORECASE)
_WITHIN = re.compile(r"\s*[,(–-]?\s*\(?(?:out\s+)?of\s+(?:which|this|that)\b[^£.;:]*$", re.IGNORECASE)
_SPREAD = re.compile(
    r"\s*(?:(?:over|across|for)\s+(?:the\s+)?(?:next\s+)?\w+\s+(?:financial\s+)?years)?\s*(?:\(|[:,–-]|,?\s*being|,?\s*with)\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\band\b|&|\+|\bplus\b|[;/]", re.IGNORECASE)
_STATED = re.compile(
    r"\b(?:total\w*|budgets?|grants?|funding|awards?|awarded|costs?|allocation|allocated|sum|value|expenditure|investment|contribution)\b",
    re.IGNORECASE,
)


def by_years_in(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> Iterator[MadeUp]:
    """Yield the wholes of a passage whose parts are those of years."""
    text, figures = paper.passages[at].text, every[at]
    if len(figures) > _FEWEST and _YEAR.search(text) is not None:
        yield from _in_sentences(paper, every, at)
    yield from _in_lines(paper, every, at)


def _in_sentences(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> Iterator[MadeUp]:
    """Yield a whole and the parts in its own sentence, each with its year behind it, or each with its year before it."""
    text, begin = paper.passages[at].text, 0
    for end in sentence_ends(text):
        row = [one for one in every[at] if begin <= one.start < end]
        start, begin = begin, end
        if not _FEWEST < len(row) <= _MOST or text.count("£", start, end) != len(row):
            continue
        whole, parts = row[0], row[1:]
        lead = text[whole.end : parts[0].start]
        within = _WITHIN.match(lead) is not None
        if not within and _SPREAD.match(_YEAR.sub("", lead) if _is_before(text, whole, parts) else lead) is None:
            continue
        years = _years(text, whole, parts, end)
        if not _follow(years) or not _fits(text[start:end], years) or len(lead) > _LONGEST_LEAD:
            continue
        if OPEN.search(text[start : whole.start]) or MORE.search(text[whole.end : end]):
            continue
        shut = _how_sure(paper, every, at, whole, parts) if within else Shut.LIST
        yield MadeUp(whole, tuple(parts), shut)


def _how_sure(
    paper: Paper, every: Sequence[tuple[Figure, ...]], at: int, whole: Figure, parts: Sequence[Figure]
) -> Shut:
    """Return how surely parts “of which” are all: they may be some, unless they are too much or the list below bears them out."""
    come_to = sum(part.pence for part in parts)
    items = items_behind(paper, every, at)
    listed = sum(one.pence for item in items for one in every[item])
    return Shut.LIST if come_to > whole.pence or (len(items) > 1 and listed == come_to) else Shut.PART


def _years(text: str, whole: Figure, parts: Sequence[Figure], end: int) -> list[int]:
    """Return the year of each part; nothing where one has none, or several."""
    places = [whole.end if _is_before(text, whole, parts) else -1, *(part.end for part in parts)]
    if places[0] < 0:
        behind = [text[one.end : other.start] for one, other in pairwise(parts)] + [text[parts[-1].end : end]]
        between = behind[:-1]
    else:
        behind = [text[place : part.start] for place, part in zip(places, parts, strict=False)]
        between = behind[1:]
    if any(len(words) > _LONGEST_PART for words in behind) or not between or _JOINED.search(between[-1]) is None:
        return []
    found = [_years_of(words) for words in behind]
    return [one[0] for one in found] if all(len(one) == 1 for one in found) else []


def _is_before(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether the year of a part stands before it: “in 2023/24 £130 and in 2024/25 £170”."""
    return _YEAR_ALONE.search(text[whole.end : parts[0].start]) is not None


def _in_lines(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> Iterator[MadeUp]:
    """Yield the sum that ends a passage, or a line of it, and the lines of years right beneath."""
    text, figures = paper.passages[at].text, every[at]
    if not figures or paper.passages[at].sort is Sort.ROW:
        return
    own = [one for one in figures if _year_of_line(text, one)]
    rest = [one for one in figures if one not in own]
    if not rest or rest != list(figures[: len(rest)]):
        return
    whole, parts, last = rest[-1], list(own), at
    stop = text.find("\n", whole.end)
    line_end = stop if stop >= 0 else len(text)
    for index in range(at + 1, min(at + 1 + _MOST, len(every))):
        below = every[index]
        if not below or not all(_year_of_line(paper.passages[index].text, one) for one in below):
            break
        parts += below
        last = index
    begin = max((end for end in sentence_ends(text[: whole.start])[:-1]), default=0)
    sentence = text[begin:line_end]
    years = [_year_of_line(paper.passages[one.passage].text, one) for one in parts]
    if len(years) < _FEWEST or not _follow(years) or not _fits(sentence, years):
        return
    if _STATED.search(sentence) is None or OPEN.search(sentence) or sentence.count("£") != 1:
        return
    come_to = sum(part.pence for part in parts)
    behind = paper.passages[last + 1].text if last + 1 < len(paper.passages) else ""
    if come_to < whole.pence and (TO_COME.search(behind) or MORE.search(behind[:_LONGEST_LEAD])):
        return
    yield MadeUp(whole, tuple(parts), Shut.LIST)


def _year_of_line(text: str, one: Figure) -> int:
    """Return the year of a line that is a year and a sum and nothing else; 0 for any other."""
    begin = text.rfind("\n", 0, one.start) + 1
    stop = text.find("\n", one.end)
    if text[one.end : stop if stop >= 0 else len(text)].strip(" .;,"):
        return 0
    found = _YEAR_ALONE.fullmatch(text[begin : one.start])
    return _number(found) if found is not None else 0


def _years_of(words: str) -> list[int]:
    return [_number(match) for match in _YEAR.finditer(words)]


def _number(match: re.Match[str]) -> int:
    return int(match["first"]) if match["first"] else number_of(match["nth"])


def _follow(years: Sequence[int]) -> bool:
    return len(years) >= _FEWEST and all(later == one + 1 for one, later in pairwise(years))


def _fits(sentence: str, years: Sequence[int]) -> bool:
    """Return whether a sentence names no other year, nor another number of years, than the parts have."""
    number = _HOW_LONG.search(sentence)
    named = {one for one in _years_of(sentence) if one > len(years)}
    return (number is None or number_of(number["many"]) == len(years)) and named <= set(years)
