"""A whole and its parts in one paragraph: “£2.1m, made up of £1.6m core funding and £0.5m uplift”.

The parts are a row: their sums stand all first (“£5 for X, £6 for Y”) or all last (“X £5, Y £6”, “X (£5)”), and the last is
joined by “and”, or the row by semicolons.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import sentence_ends
from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.words import (
    BACK,
    LOOSE,
    MORE,
    OPEN,
    POT,
    SHARE,
    SHARED,
    TIGHT,
    TO_COME,
    TO_NAMES,
    TOTALLING,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.made_up.figures import Figure

_FEWEST = 2
_LONGEST_GAP = 200  # characters between a whole and the first of its parts
_LONGEST_PART = 160
_NEAR = 50
_AT_ONCE = 3
_JOINS = re.compile(
    r"(?:[,;+&–:]|\band|\bplus|\bwith)\s*(?:\b(?:and|a|an|the|further|additional|remaining|other|balance|rest|final|of|sum|being|plus|with|then)\s+|[(\d)a-z]{1,4}[).]\s*|[-–•]\s*)*$",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\s*\)?\s*(?:[,;.&+)]|and\b|plus\b|$)", re.IGNORECASE)
_LAST = re.compile(r"\band\b|&|\+|\bplus\b|;|\ba(?:c)?\b(?=\s*£)", re.IGNORECASE)
_GOES_ON = re.compile(
    r",\s*(?:and|plus|as\s+well\s+as|together\s+with|along(?:side|\s+with))\b|\b(?:as\s+well\s+as|together\s+with|in\s+addition)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"\b(?:of|from|out\s+of)\s+(?:(?:the|this|that|its|our|their|an?)\s+(?:[^\W\d_][\w’'/-]*\s+){0,4}?(?:of|initial|original|total|full|available|whole|overall|first|annual|\w+[’']s?)?\s*)?$",
    re.IGNORECASE,
)
"""“Of the £60,000”, “of this year’s £60,000”, “of the grant of £60,000”; not “of the money, £40,000 …”, which is a part of it."""

_GOES = re.compile(r"\s+(?:has|have|had|was|were|went|goes|go|is|are|will|comes?|came)\b", re.IGNORECASE)
_OF_THIS = re.compile(
    r"[^£.;:()]{0,80}\.\s+(?:Out\s+)?of\s+(?:(?:this|that)(?:\s+(?:total|sum|money|amount|funding))?|which|it|these|the\s+(?:total|sum|money|amount))\s*(?:,|(?=£))",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    r"^(?:\s*(?:as|of|is|was|are|into|in|to|by|up|follows|being|between|among|across)\b|\s*by\s+\w+\b)*\s*[,:;–-]?\s*",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the|this|that|its|our)\s+(?:[\w-]+\s+){0,4}", re.IGNORECASE)
_WHICH = re.compile(r"[^£.;:()]{0,60},?\s+(?:out\s+)?of\s+(?:which|this|that|it)\b", re.IGNORECASE)
_OF_IT = r"(?:\s+(?:of|sum|amount|balance|funding|money|being|o))*\s*[,(–-]?\s*"
_REST = re.compile(
    rf"\b(?:remaining|remainder|rest|gweddill|leaving|(?:the|leaving\s+an?)\s+balance){_OF_IT}$", re.IGNORECASE
)
_REST_OPENS = re.compile(
    rf"\s*(?:The|A|This\s+leaves\s+(?:a|the)|Its)\s+(?:remaining|remainder|balance|rest|gweddill){_OF_IT}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\s*(?:remaining|remains?(?=\s*(?:[.,;)]|$|(?:un\w+|available|for|within|in\s+the|to\s+be)\b))|(?:is|was)\s+left|left\s+over)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\s+(?:from|owed|owing|due\s+(?:from|under)|brought|carried\s+over|in\s+(?:the|our|its|their)\s+(?:reserve|account|bank)|of\s+(?:last|another))\b",
    re.IGNORECASE,
)
"""What stands behind a remaining sum that is left of something else: “the remaining £5,000 from last year’s grant”."""

_OF_OTHER = re.compile(r"\A\s*(?:(?:of|from|in|for|on|to|by)\s+)?(?:all\s+)?other\s+", re.IGNORECASE)
"""What the last part is: “and £7m other grants”, “and £5,000 from other sources”."""

_FUNDED = re.compile(
    r"\s*(?:,\s*)?(?:(?:which|that|is|was|are|were|will|has|have|been|to|be|being)\s+){0,3}(?:funded|met|financed|paid\s+for)\s+(?:by|from|with|through)\b",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[(,;:–-]\s*$")
_IN_ALL = re.compile(r"\s+(?:in\s+(?:total|all)|altogether)\b", re.IGNORECASE)
_AT_FIRST = re.compile(r"[\s:,(–-]*(?:(?:of|an?|the|both|grants?|sums?|payments?|contributions?)\s+)*", re.IGNORECASE)
_CLOSED_BEHIND = re.compile(
    r"\s*(?:in\s+(?:all|total|grants|funding)\b|altogether\b)?\s*(?:[.,;)]|$|(?:was|were|is|are|has|have|will)\b)",
    re.IGNORECASE,
)
_MAKING = re.compile(
    r"[,;:–)]\s*(?:and\s+)?(?:thus\s+|so\s+|therefore\s+)?(?:totall?ing|which\s+totals?|(?:(?:making|giving|for|at|with|to\s+give|to\s+make|a)\s+)*(?:a\s+)?(?:grand\s+|combined\s+|overall\s+)?total(?:\s+(?:sum|cost|award|funding|amount))?\s+of)\s*$",
    re.IGNORECASE,
)


def told_in(text: str, figures: Sequence[Figure]) -> Iterator[MadeUp]:
    """Yield the wholes of a paragraph with the parts that its words close."""
    ends = sentence_ends(text)
    for at, whole in enumerate(figures[:-1]):
        if at + _FEWEST < len(figures) and figures[at + 1].start - whole.end <= _LONGEST_GAP:
            yield from _split(text, figures, at, ends)
        yield from _with_rest(text, figures, at, ends)
    yield from _totalled(text, figures, ends)


def _split(text: str, figures: Sequence[Figure], at: int, ends: Sequence[int]) -> Iterator[MadeUp]:
    """Yield the parts behind “made up of” and the like."""
    whole = figures[at]
    gap = text[whole.end : figures[at + 1].start]
    tight = TIGHT.search(gap)
    closed = tight or LOOSE.search(gap) or SHARE.search(gap)
    weak = closed is not None and SHARE.fullmatch(closed[0]) is not None
    if closed is None or OPEN.search(gap) is not None:
        return
    lead = text[_begins(ends, whole.start) : whole.start]
    if tight is None and any(POT.search(words) for words in (lead, gap)):
        return
    begins = [end for end in ends if whole.end <= end <= figures[at + 1].start]
    sole = at == 0 or figures[at - 1].end <= _begins(ends, whole.start)
    if begins and (len(begins) > 1 or BACK.match(text, begins[0]) is None or not sole):
        return
    ahead = gap[: tight.start()] if tight is not None else gap
    end = _end_of(text, ahead, figures[at + 1].start, ends)
    parts = [one for one in figures[at + 1 :] if one.start < end]
    if len(parts) < _FEWEST:
        rest = figures[at + 1 :]
        if tight is not None and len(rest) >= _FEWEST and not _is_open(text, rest):
            yield MadeUp(whole, tuple(rest), Shut.PART)
        return
    named = TO_NAMES.search(gap)
    sums_first = _is_row(text, parts, end)
    to_names = named is not None and named.start() > _AT_ONCE
    first = _LEADS_TO.sub("", gap[closed.end() :]).rpartition(":")[2]
    at_once = named is None or _AT_FIRST.fullmatch(gap, named.end()) is not None
    if to_names and not (sums_first and at_once):
        return
    if not sums_first and not _is_row_of_names(text, first, parts, end):
        return
    if _goes_on(text, figures, parts, end, ends) or _is_short(text, whole, parts, ends):
        return
    shut = Shut.SURE if tight is not None else Shut.SOME if weak else Shut.LIST
    if not sums_first and _holds_and(text, first, parts):
        shut = Shut.NAMES
    yield MadeUp(whole, tuple(parts), shut)


def _with_rest(text: str, figures: Sequence[Figure], at: int, ends: Sequence[int]) -> Iterator[MadeUp]:
    """Yield “of the £60,000, £45,000 went to X and the remaining £15,000 to Y”; the first part may stand before “of”.

    The remaining sum may open the next sentence: “The remaining £15,000 went to Y.”
    """
    whole = figures[at]
    before = figures[at - 1] if at else None
    parts = [before] if before is not None and _PART_OF.fullmatch(text[before.end : whole.start]) else []
    end, begin = ends[bisect_right(ends, whole.end - 1)], whole.end
    lead = _WHICH.match(text, begin) or _FUNDED.match(text, begin)
    if lead is not None:
        begin = lead.end()
    elif (after := _OF_THIS.match(text, begin)) is not None and not _is_one_of_several(figures, at, ends):
        end, begin = ends[bisect_right(ends, after.end() - 1)], after.end()
    elif not parts and (
        _OF_THE.search(text[max(0, whole.start - _NEAR) : whole.start]) is None or _GOES.match(text, begin)
    ):
        return
    for one in figures[at + 1 :]:
        between = text[begin : one.start]
        is_rest = _REST.search(between) is not None or _LEFT.match(text, one.end) is not None
        if OPEN.search(between) is not None or len(between) > _LONGEST_PART or any(sign in between for sign in "(£"):
            return
        if one.start >= end and _REST_OPENS.fullmatch(text[end : one.start]) is None:
            return
        parts.append(one)
        if is_rest:
            if len(parts) >= _FEWEST and not _is_of_another(text, figures, whole, parts, ends):
                yield MadeUp(whole, tuple(parts), Shut.SURE)
            return
        begin = one.end


def _is_one_of_several(figures: Sequence[Figure], at: int, ends: Sequence[int]) -> bool:
    """Return whether other sums stand before a sum in its sentence, so that “of this” behind it may mean another."""
    return at > 0 and figures[at - 1].start >= _begins(ends, figures[at].start)


def _is_of_another(
    text: str, figures: Sequence[Figure], whole: Figure, parts: Sequence[Figure], ends: Sequence[int]
) -> bool:
    """Return whether what remains may be left of something else than the whole, or sums behind it may remain as well."""
    last = parts[-1]
    if _OF_ANOTHER.match(text, last.end) is not None:
        return True
    end = ends[bisect_right(ends, last.end - 1)]
    return _falls_short(whole, parts) and any(last.end <= one.start < end for one in figures)


def _falls_short(whole: Figure, parts: Sequence[Figure]) -> bool:
    return sum(part.pence for part in parts) < whole.pence


def _is_short(text: str, whole: Figure, parts: Sequence[Figure], ends: Sequence[int]) -> bool:
    """Return whether parts fall short of a whole, and the words behind them may tell of what is wanting."""
    last = parts[-1].end
    number = bisect_right(ends, last)
    end, after = ends[min(number, len(ends) - 1)], ends[min(number + 1, len(ends) - 1)]
    if not _falls_short(whole, parts):
        return False
    return SHARED.search(text, last, end) is not None or TO_COME.search(text, last, after) is not None


def _totalled(text: str, figures: Sequence[Figure], ends: Sequence[int]) -> Iterator[MadeUp]:
    """Yield “£5,000 for X, £3,000 for Y and £2,000 for Z, totalling £10,000”, where that is all of the sentence."""
    begin = 0
    for end in ends:
        row = [one for one in figures if begin <= one.start < end]
        begun, begin = begin, end
        if len(row) <= _FEWEST:
            continue
        *parts, whole = row
        behind = text[parts[-1].end : whole.start]
        made = _MAKING.search(behind) or (_SET_OFF.search(behind) and _IN_ALL.match(text, whole.end))
        if not made or OPEN.search(text[parts[0].start : end]) is not None:
            continue
        if _CLOSED_BEHIND.match(text, whole.end) is None:
            continue
        first = _LEADS_TO.sub("", text[max(begun, parts[0].start - _NEAR) : parts[0].start]).rpartition(", ")[2]
        last = parts[-1].end
        if (_is_row(text, parts, last) or _is_row_of_names(text, first, parts, last)) and MORE.search(
            text[parts[0].start : end]
        ) is None:
            yield MadeUp(whole, tuple(parts), Shut.LIST)


def _begins(ends: Sequence[int], offset: int) -> int:
    """Return where the sentence of a place begins."""
    number = bisect_right(ends, offset)
    return ends[number - 1] if number else 0


def _end_of(text: str, gap: str, first: int, ends: Sequence[int]) -> int:
    """Return where the row of parts must end: with its bracket, else with its sentence."""
    end = ends[bisect_right(ends, first)]
    if gap.count("(") <= gap.count(")"):
        return end
    depth = 0
    for at in range(first, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end


def _is_row(text: str, parts: Sequence[Figure], end: int) -> bool:
    """Return whether sums stand first in parts built alike, and the last is joined as the last: “£5 for X and £6 for Y”."""
    return _is_closed(text, parts, end) and all(_JOINS.search(each) for each in _between(text, parts))


def _is_row_of_names(text: str, first: str, parts: Sequence[Figure], end: int) -> bool:
    """Return whether sums stand last in parts built alike: “X £5, Y £6”. ``first`` are the words before the first sum.

    A name with a comma in it may be two, one of them without a sum.
    """
    between, tail = _between(text, parts), text[parts[-1].end : end]
    names = [first, *between]
    return (
        _is_closed(text, parts, end)
        and all(_LEAVES.match(each) for each in (*between, tail))
        and not any(re.search(r",|\w\s[–-]\s", each.strip().lstrip(",;) ")) for each in names)
    )


def _holds_and(text: str, first: str, parts: Sequence[Figure]) -> bool:
    """Return whether a name before the last has “and” in it, so that it may be two: “Elm House and Oak Court (£5,000)”."""
    return any(re.search(r"\S\s+(?:and|&)\s", each.lstrip(" ,;)")) for each in (first, *_between(text, parts)[:-1]))


def _between(text: str, parts: Sequence[Figure]) -> list[str]:
    return [text[one.end : other.start] for one, other in pairwise(parts)]


def _is_closed(text: str, parts: Sequence[Figure], end: int) -> bool:
    """Return whether the last of some sums is joined as the last, and nothing among or behind them leaves them open."""
    between, tail = _between(text, parts), _OF_OTHER.sub(" ", text[parts[-1].end : end], count=1)
    if text.count("£", parts[0].start, end) != len(parts):  # one that cannot be read, or is below nought: “£-45m”
        return False
    if any(
        len(each) > _LONGEST_PART or OPEN.search(each) or TIGHT.search(each) or TOTALLING.search(each)
        for each in between
    ):
        return False
    return _LAST.search(between[-1]) is not None and not any(word.search(tail) for word in (OPEN, MORE, _GOES_ON))


def _is_open(text: str, parts: Sequence[Figure]) -> bool:
    first, last = parts[0].start, parts[-1].end
    return OPEN.search(text, first, last) is not None or text.count("£", first, last) != len(parts)


def _goes_on(text: str, figures: Sequence[Figure], parts: Sequence[Figure], end: int, ends: Sequence[int]) -> bool:
    """Return whether the words right behind tell of another part: in the sentence itself, or in the next."""
    rest = [one for one in figures if one.start >= end]
    if not rest or rest[0].start >= ends[min(bisect_right(ends, end), len(ends) - 1)]:
        return False
    return MORE.search(text, end, rest[0].end) is not None and rest[0] not in parts
