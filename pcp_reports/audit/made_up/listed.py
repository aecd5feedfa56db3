"""A whole in the line that leads to a list, and a part in each of its items: “£125,000, to be used as follows: (1) £25,000 …”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.audit.made_up.figures import sentence_ends
from pcp_reports.audit.made_up.sets import MadeUp, Shut
from pcp_reports.audit.made_up.words import LOOSE, OPEN, POT, POT_BEHIND, TIGHT, TO_COME
from pcp_reports.passage import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pcp_reports.audit.made_up.figures import Figure
    from pcp_reports.passage import Paper

_FEWEST = 2
_MOST = 20
_SHORT = 30
_LEADS = re.compile(
    r"(?:[:–]\s*[-–]?|\bfollowing(?:\s+\w+){0,2}\s*[.:]|\bfollows\s*[.:;-]*|\bbelow\s*[.:])\s*$", re.IGNORECASE
)
_OF_MANY = re.compile(r"\beach\b|\bper\b|\bevery\b", re.IGNORECASE)
_OF_THE = re.compile(r"\bbreakdown\s+of\s+(?:the\s+|this\s+|our\s+|its\s+)?(?:\w+\s+of\s+)?\Z", re.IGNORECASE)
"""“Breakdown of the £96,000:”."""

_TOTAL = re.compile(r"\W*(?:grand\s+|overall\s+)?total\b", re.IGNORECASE)


def listed_in(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> Iterator[MadeUp]:
    """Yield the whole that a passage leads to a list with, and the parts that the items give."""
    text = paper.passages[at].text
    if not every[at] or _LEADS.search(text[-_SHORT:]) is None:
        return
    ends = sentence_ends(text.rstrip())
    begin = ends[-2] if len(ends) > 1 else 0
    told = [one for one in every[at] if one.start >= begin]
    if len(told) != 1:
        return
    whole = told[0]
    behind, lead = text[whole.end :], text[begin:]
    tight = TIGHT.search(behind) or _OF_THE.search(text, begin, whole.start)
    if (tight is None and LOOSE.search(behind) is None) or OPEN.search(lead) is not None:
        return
    if tight is None and (POT.search(text[begin : whole.start]) or POT_BEHIND.match(text, whole.end)):
        return
    parts = _parts(paper, every, at)
    if len(parts) >= _FEWEST and not _is_open_behind(paper, whole, parts):
        yield MadeUp(whole, tuple(parts), Shut.SURE if tight is not None else Shut.LIST)


def _is_open_behind(paper: Paper, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether parts fall short of a whole, and what stands right behind the list tells of what is to come."""
    behind = parts[-1].passage + 1
    short = sum(part.pence for part in parts) < whole.pence
    return short and behind < len(paper.passages) and TO_COME.search(paper.passages[behind].text) is not None


def _parts(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> list[Figure]:
    """Return the sum of each item of the list behind a passage; nothing where one has none, or several that may be it."""
    items = items_behind(paper, every, at)
    if len(items) > _MOST or any(
        not every[item] or paper.passages[item].text.count("£") != len(every[item]) for item in items
    ):
        return []
    if items and _TOTAL.match(paper.passages[items[-1]].text):
        items = items[:-1]
    firsts = [every[item][0] for item in items]
    if any(OPEN.search(paper.passages[item].text[: every[item][0].start]) for item in items):
        return []
    if all(one.start <= _SHORT for one in firsts) and all(_is_the_one(paper, every[item]) for item in items):
        return firsts
    alone = all(len(every[item]) == 1 for item in items)
    at_end = all(len(paper.passages[one.passage].text.rstrip()) - one.end <= _SHORT for one in firsts)
    return firsts if alone and at_end else []


def _is_the_one(paper: Paper, figures: Sequence[Figure]) -> bool:
    """Return whether the first sum of an item is the item's: it has no other, or only what each of some gets of it."""
    text = paper.passages[figures[0].passage].text
    return all(_OF_MANY.search(text[one.end : one.end + _SHORT]) for one in figures[1:])


def items_behind(paper: Paper, every: Sequence[tuple[Figure, ...]], at: int) -> list[int]:
    """Return the items of the list that a passage leads to, without those set further in.

    Paragraphs numbered as the lead itself is are no list of it; paragraphs that begin with a sum are.
    """
    items: list[int] = []
    lead = paper.passages[at]
    for index in range(at + 1, len(paper.passages)):
        one = paper.passages[index]
        first = paper.passages[items[0]] if items else one
        if one.sort is Sort.ITEM:
            if lead.sort is Sort.ITEM and lead.level >= one.level and lead.numbered == one.numbered:
                break
            if one.level > first.level and items:
                continue
            if one.sort is not first.sort or one.level < first.level or one.numbered != first.numbered:
                break
        elif (
            one.sort is not Sort.TEXT or one.sort is not first.sort or not (every[index] and every[index][0].start == 0)
        ):
            break
        items.append(index)
        if len(items) > _MOST:
            break
    return items
