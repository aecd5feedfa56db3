"""Lists that may not be the whole: “including”, “and others”, “the full list is on our website”, or cut off."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from pcp_reports.audit.lines import read_line
from pcp_reports.audit.rounds.cut_tables import is_cut_table
from pcp_reports.audit.rounds.sheet import stretch_of
from pcp_reports.audit.words.ends import (
    follows_in_full,
    is_furniture,
    names_some,
    open_end,
    partial_word,
    points_elsewhere,
)
from pcp_reports.audit.words.grant_words import gives_to_one
from pcp_reports.audit.words.names import last_sentence
from pcp_reports.passage import AROUND, Sort
from pcp_reports.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pcp_reports.audit.found import Group, Round
    from pcp_reports.passage import Paper, Passage

_SHORT = 160
_SENTENCE = 8
_HANGING = frozenset(
    (
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "for",
        "in",
        "on",
        "with",
        "by",
        "at",
        "from",
        "that",
        "which",
        "who",
        "their",
        "its",
        "as",
    )
)
_CLOSED = re.compile(r"[.!?:;)\]”’\"'…0-9]$")
_SPOKEN = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|said|says|received|awarded|helps?|to)\b")
_STOP = re.compile(r"[.!?][”’\"')\]]*\s*(?=[A-Z“‘])")
_CALL = re.compile(
    r"(?i)\W*(?:to (?:find out|read|see|learn|apply|get|view|download|contact|donate|book|register)\b|for (?:more|further|full|details|information|an application)\b|find out\b|"
    r"(?:click|visit|contact|follow|read|email|e-mail|apply|sign up|share|subscribe|download|see|go to|call|picture[ds]?|photos?|image|caption|copyright)\b)"
)
"""What a web page closes with, often without a stop: “To find out more, go to our website”."""
_RIGHT_BEHIND = 2
_FEW_WORDS = 3
_NEAR = 12  # passages behind a list, beyond which it has not been cut off
_GOES_ON = re.compile(r"(?i)\bcont(?:inued|['’]?d|\.)|\boverleaf\b|\bp\.?t\.?o\b")
_A_PAGE = re.compile(r"(?i)\b(?:page|sheet|overleaf|table|list)\b")
_SHORT_LINE = 8  # words; more are a sentence
_CARRIED = re.compile(r"(?i)\b(?:brought|carried)[ -]forward\b|\b[bc]/f(?:wd)?\b")


def partial_of(paper: Paper, one: Round, end: int) -> str:
    """Return why a list may not be the whole, as a clause; nothing where it is. ``end`` is the passage behind its last line."""
    first = paper.passages[one.awards[0].passage]
    if len(one.awards) == 1 and first.sort is not Sort.ROW and gives_to_one(first.text):
        return "one grant is told of, and no list"
    text = _leading(paper, one)
    word = (partial_word(text) if text else "") or _named_above(paper, one)
    if word:
        return f"the text says {quoted(word)}, so the list may not be the whole"
    goes_on = _goes_on(paper, one)
    if goes_on:
        return f"the list ends in {quoted(goes_on)}, so it may not be the whole"
    around = [paper.passages[index].text for index in (*one.lead, *one.tail)]
    if any(points_elsewhere(text) for text in around) or _is_followed(paper, end):
        return "the text says that the full list stands elsewhere"
    if is_carried(paper, one.groups, end):
        return "it is a page of a longer list, whose sums are carried forward"
    if _is_cut_off(paper, one, end):
        return "the list is cut off"
    return ""


def _named_above(paper: Paper, one: Round) -> str:
    """Return the words above the lines, in any heading or sentence of the lead, by which only some are named."""
    places = dict.fromkeys((*one.lead, *(group.heading for group in one.groups if group.heading >= 0)))
    first = one.awards[0].passage
    texts = [paper.passages[index].text for index in places if index != first]
    return next((word for text in texts if (word := names_some(text))), "")


def _is_followed(paper: Paper, end: int) -> bool:
    """Return whether a full list follows: a sentence behind this one, in the same part of the paper, says so."""
    return any(
        "full" in one.text.casefold() and follows_in_full(one.text)
        for one in _until_heading(paper.passages[end : end + _NEAR])
        if one.sort is not Sort.ROW and stretch_of(one) == stretch_of(paper.passages[end - 1])
    )


def _leading(paper: Paper, one: Round) -> str:
    """Return the sentence that leads to a list, and the words before the lines of a run-on one."""
    found = []
    if one.lead:
        found.append(last_sentence(paper.passages[one.lead[-1]].text))
    first = one.awards[0]
    before = paper.passages[first.passage].text[: first.start]
    if first.start and paper.passages[first.passage].sort is not Sort.ROW:
        found.append(last_sentence(before) if before.strip() else "")
    return " ".join(found)


def _goes_on(paper: Paper, one: Round) -> str:
    """Return the words at the end of the last line, or alone behind it, by which a list goes on."""
    last = max(one.awards, key=lambda award: (award.passage, award.end))
    if paper.passages[last.passage].sort is Sort.ROW:
        return ""
    text = paper.passages[last.passage].text
    found = open_end(text[max(last.start, last.end - _SHORT) :])
    if found:
        return found
    for index in one.tail[:1]:
        behind = paper.passages[index].text.strip()
        if len(behind.split()) < 12 and (found := open_end(behind)):  # noqa: PLR2004 - a short line
            return found
    return ""


def _is_cut_off(paper: Paper, one: Round, end: int) -> bool:
    """Return whether the paper ends within the list: in an unfinished item of the list's own kind, or “continued”."""
    kind = paper.passages[one.awards[-1].passage]
    goes_on = False
    shown: list[Passage] = []
    for passage in paper.passages[end : end + _NEAR]:
        if passage.sort in AROUND:
            continue
        if is_furniture(passage.text):
            goes_on = goes_on or _GOES_ON.search(passage.text) is not None
        else:
            shown.append(passage)
        if shown and (len(shown) > 1 or not _is_unfinished(shown[0], kind)):
            break
    if kind.sort is not Sort.ROW and shown and _is_unfinished(shown[0], kind):
        return len(shown) == 1 or goes_on
    return goes_on or _breaks_off(paper, one, end) or is_cut_table(paper, one)


def _breaks_off(paper: Paper, one: Round, end: int) -> bool:
    """Return whether the paper itself ends in mid-sentence, in the list or right behind it."""
    here = (index for index in range(end - 1, len(paper.passages)) if paper.passages[index].sort not in AROUND)
    flow = list(islice(here, _NEAR + 1))
    if not flow or len(flow) > _NEAR or any(paper.passages[index].sort is Sort.ROW for index in flow):
        return False
    last = paper.passages[flow[-1]]
    if _is_torn(paper, one, flow):
        return True
    if any(paper.passages[index].sort in (Sort.HEADING, Sort.TITLE) for index in flow):
        return False
    if read_line(last.text, passage=flow[-1]).cut:
        return True
    if _CLOSED.search(last.text.rstrip()) is not None:
        return False
    lines = {award.passage for award in one.awards}
    if flow[-1] in lines:
        fellows = [paper.passages[index].text.rstrip() for index in lines if index != flow[-1]]
        return len(fellows) > 1 and all(text.endswith(".") for text in fellows)
    # where whole paragraphs stand behind the bullets, the list was over before the paper broke off
    over = paper.passages[end - 1].sort is Sort.ITEM and len(flow) > _RIGHT_BEHIND
    return not over and _CALL.match(last.text) is None and _is_broken(last)


def _is_torn(paper: Paper, one: Round, flow: Sequence[int]) -> bool:
    """Return whether the paper ends right behind lines that are sentences, in the first words of another: “Plymouth P”."""
    lines = {award.passage for award in one.awards}
    if len(flow) != _RIGHT_BEHIND or flow[0] not in lines:
        return False
    text = paper.passages[flow[-1]].text.strip()
    torn = len(text.split()) <= _FEW_WORDS and text[:1].isupper() and _CLOSED.search(text) is None
    whole = [paper.passages[index].text.rstrip().endswith((".", "”", '"')) for index in lines]
    return torn and len(lines) > 1 and all(whole)


def _is_broken(last: Passage) -> bool:
    """Return whether a passage without a stop ends in mid-sentence."""
    words = _STOP.split(last.text)[-1].split()
    if len(words) > 1 and words[-1] in _HANGING:
        return True
    return last.sort is Sort.TEXT and len(words) >= _SENTENCE and _SPOKEN.search(" ".join(words)) is not None


def _is_unfinished(item: Passage, kind: Passage) -> bool:
    """Return whether an item is of the kind of a list's lines, and lacks the amount at its end."""
    same = (item.sort, item.level, item.numbered) == (kind.sort, kind.level, kind.numbered)
    return same and kind.sort is Sort.ITEM and "£" not in item.text and not item.text.rstrip().endswith(".")


def is_carried(paper: Paper, groups: Sequence[Group], end: int) -> bool:
    """Return whether a list is a page of a longer one, whose sums are carried forward."""
    first = min(award.passage for group in groups for award in group.awards)
    before = reversed(paper.passages[max(first - 3, 0) : first])
    around = (_until_heading(before), paper.passages[first:end], _until_heading(paper.passages[end : end + 2]))
    return any(_carries(passage) for part in around for passage in part)


def _carries(passage: Passage) -> bool:
    """Return whether a line or row carries a sum from page to page. A sentence may: “£290 is carried forward” is left over."""
    if _CARRIED.search(passage.text) is None:
        return False
    return len(passage.text.split()) <= _SHORT_LINE or _A_PAGE.search(passage.text) is not None


def _until_heading(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages up to the next heading."""
    return takewhile(lambda passage: passage.sort not in (Sort.HEADING, Sort.TITLE), passages)
