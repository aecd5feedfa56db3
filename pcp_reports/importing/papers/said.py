"""What a paper's words say of a matter, as far as they say it plainly: dates, names, what sort of matter it is.

A date without its year is the latest that the meeting leaves open. What is not said plainly is not guessed: every key
made here can be left out, and the words stand in the text all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY, PartialDate, month_named
from pcp_reports.records import dataclass
from pcp_reports.words import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

BOARD = "accountability-board"

_MONTHS = "|".join((*MONTHS, *MONTHS_CY))
_BEFORE = (
    r"(?:in|of|on|during|since|from|to|until|early|late|mid-?|by|end|last|this|throughout|over|at|ym|ddechrau|ddiwedd)"
)
_DATE = re.compile(
    rf"(?:\b(?i:{_BEFORE})\s+|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|af|ain|eg|fed)?\s+(?:of\s+|o\s+)?|\()"
    rf"(?P<month>{_MONTHS})(?:,?\s+(?P<year>20\d\d))?\b"
)
_SENTENCE = re.compile(r".+?[.!?](?=\s+[A-Z“\"‘]|\s*$)|.+", re.DOTALL)

_BOARD = re.compile(
    r"\b(?:(?:Public\s+)?(?:Accountability|Performance|Scrutiny|Assurance|Confidence|Governance)(?:[\w ,&-]{0,40}?)\s+"
    r"(?:Board|Meeting|Forum)|Holding\s+to\s+Account\s+(?:Board|Meeting|Forum)|Bwrdd\s+Atebolrwydd)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:took\s+place|was\s+held|were\s+held|last\s+met|has\s+met|met\s+(?:in|on|again)|most\s+recent|latest|last\s+meeting|"
    r"meetings?\s+(?:in|on|held|took)|held\s+(?:in|on)|sat\s+(?:in|on)|cyfarfu)\b",
    re.IGNORECASE,
)
_HOLDING = re.compile(r"\bholding\b.{0,40}\bto\s+account\b|\baccountability\b", re.IGNORECASE)
_A_BOARD = re.compile(r"\b(?:board|forum|meetings?)\b", re.IGNORECASE)
_OPERATION = re.compile(
    r"(?:^(?:The\s+|Our\s+|Phase\s+\w+\s+of\s+)?|\b(?:launch(?:ed)?|launch\s+of|began|started|introduced|backed|supported|"
    r"under|through)\s+)(?:Op|Operation|OPERATION|Ymgyrch)\.?\s+[“\"‘']?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)"
)
_LAUNCHED = re.compile(
    r"\b(?:launched|launch|started|began|begun|introduced|commenced|went\s+live|lansiwyd)\b", re.IGNORECASE
)
_WHO = r"(?:Commissioner|PCC|PFCC|DPCC|Deputy\s+Mayor|Mayor|Comisiynydd|I|We|we)"
_DID = (
    r"(?:visited|met|attended|joined|spoke|hosted|held|went|toured|opened|welcomed|addressed|chaired|supported|accompanied|"
    r"answered|took\s+part|spent\s+(?:time|a\s+day|the\s+day)|has\s+(?:visited|met|attended|joined|spent)|walked|listened)"
)
_ENGAGED = re.compile(rf"\b{_WHO}\b[^.:;]{{0,110}}?\b{_DID}\b|\b{_DID}\b[^.:;]{{0,60}}?\b{_WHO}\b")
_PLACE = re.compile(
    r"\b(?:visited|toured|went\s+to|visit\s+to|(?:businesses|residents|traders|communities|people|market|meeting|event|school)"
    r"\s+in)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]+(?:[ -](?:[A-Z][\w’'-]+|upon|on|le|the|under))*)"
)
_WITH = re.compile(r"\bmet(?:\s+with)?\s+(?P<name>(?:[A-Z][\w’'.-]+\s+){1,3}(?:[A-Z][\w’'-]+|MP|MBE|OBE))")

_IN_PLACE = re.compile(
    r"\b(?:background|introduction|recommendations?|conclusions?|purpose|summary|implications?|financial|legal|equality|risks?|"
    r"consultation|next\s+steps|decisions?|reasons?|options|contacts?|appendi\w+|glossary|cefndir|argymhell\w*|casgliad\w*)\b",
    re.IGNORECASE,
)
_GENERIC_WORDS = (
    "police crime commissioner commissioner's commissioners pcc dpcc opcc deputy chief constable constabulary panel plan "
    "members member the a an this these our his her their office accountability board report mps mp government home "
    "secretary minister county in on at over since during following as and of for to with by it he she they we i"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_SMALL_WORDS = "of the and for in on & to at upon"
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W_][\w’'-]*|&")
_TITLE_WORDS = 7
_FORCE = re.compile(r"(?i)^(?:constabulary|police|heddlu)$")


@dataclass(frozen=True, slots=True)
class Said:
    """A matter as an entry: its kind, what it is called, and the keys that its words give, as typed."""

    kind: str
    title: str
    keys: tuple[tuple[str, str], ...] = ()
    sure: bool = True  # False where it is a statement because nothing tells that it is more


def dates_in(text: str, meeting: PartialDate) -> tuple[PartialDate, ...]:
    """Return the days and months that a text names, in order; without a year, the latest that is not after the meeting."""
    found = []
    for match in _DATE.finditer(text):
        month = month_named(match["month"])
        day = int(match["day"]) if match["day"] else None
        if month is None:
            continue
        years = [int(match["year"])] if match["year"] else [meeting.year, meeting.year - 1]
        for year in years:
            try:
                date = PartialDate(year, month, day)
            except ValueError:
                continue
            if match["year"] or date.first <= meeting.last:
                found.append(date)
                break
    return tuple(found)


def said_of(texts: Sequence[str], heading: str, meeting: PartialDate, *, board: bool) -> Said:
    """Return what a matter's paragraphs make of it, under a heading; ``board`` while no board item has been found yet."""
    first = texts[0] if texts else ""
    opening = " ".join(_SENTENCE.findall(" ".join(first.split()))[:2])
    told = _BOARD.search(opening) and _MET.search(opening)
    if board and (told or (_HOLDING.search(heading) and _A_BOARD.search(opening))):
        held = dates_in(opening, meeting)
        return Said(BOARD, "Accountability Board", (("held", str(held[0])),) if held else ())
    match = _OPERATION.search(opening)
    if match is not None and (match.start() == 0 or not _ENGAGED.search(opening)):
        name = f"{'Ymgyrch' if 'Ymgyrch' in match[0] else 'Operation'} {match['name']}"
        launched = _date_near(_LAUNCHED, opening, meeting)
        return Said("operation", name, (("launched", str(launched)),) if launched is not None else ())
    title = title_of(opening)
    if _ENGAGED.search(opening):
        place, met = _PLACE.search(opening), _WITH.search(opening)
        keys = [("place", place["place"])] if place is not None and not _is_generic(place["place"]) else []
        if met is not None and not _is_generic(met["name"]):
            keys.append(("with", met["name"].strip()))
            title = f"Meeting with {met['name'].strip()}"
        day = _date_of_it(opening, meeting)
        keys += [("date", str(day))] if day is not None else []
        return Said("engagement", title, tuple(keys))
    return Said("statement", title, sure=False)


def stands_in_place(heading: str) -> bool:
    """Return whether what stands under a heading belongs to the paper itself, and is no news: background, implications."""
    return _IN_PLACE.search(heading) is not None


def _date_near(word: re.Pattern[str], text: str, meeting: PartialDate) -> PartialDate | None:
    """Return the date that the sentence names nearest to a word, behind it or else before; None where it names none."""
    match = word.search(text)
    if match is None:
        return None
    behind = re.split(r"[.;]", text[match.end() :], maxsplit=1)[0][:80]
    before = re.split(r"[.;]\s", text[: match.start()])[-1][-60:]
    return next(iter(dates_in(behind, meeting)), None) or next(reversed(dates_in(before, meeting)), None)


def _date_of_it(opening: str, meeting: PartialDate) -> PartialDate | None:
    """Return when it was: a date before what was done, or a day behind it; not what else a sentence dates."""
    done = _ENGAGED.search(opening)
    before = dates_in(opening[: done.end()], meeting) if done is not None else ()
    days = [date for date in dates_in(_SENTENCE.findall(opening)[0], meeting) if date.day is not None]
    named = before if len(before) == 1 else days
    return named[0] if len(named) == 1 else None


def title_of(text: str) -> str:
    """Return a few telling words of a text, by which a matter is called: the first name in it, or its first words."""
    for words in _names(text):
        telling = [word for word in words if word.casefold() not in _SMALL and not _is_generic(word)]
        if len(telling) > 1 and any(word.isalpha() for word in telling) and not _FORCE.search(words[-1]):
            return shortened(" ".join(words), 60).rstrip("…")
    visited = _PLACE.search(text)
    if visited is not None and not _is_generic(visited["place"]):
        return f"Visit to {visited['place']}"
    first = re.split(r"[,;:.?!(–](?:\s|$)", " ".join(text.split()), maxsplit=1)[0].split()
    return " ".join(first[:_TITLE_WORDS]) or shortened(text, 40).rstrip("…")


def _names(text: str) -> list[list[str]]:
    """Return the runs of words with capitals, small words within them; those of the office itself are cut off in front."""
    runs: list[list[str]] = [[]]
    end = 0
    for match in _WORD.finditer(text):
        word, gap = match[0], text[end : match.start()]
        end = match.end()
        if runs[-1] and gap.strip() and not (gap.strip() == "," and word in runs[-1]):
            runs.append([])
        if (
            word[0].isupper()
            or (runs[-1] and word.isalnum() and word[0].isdigit())
            or (runs[-1] and word.casefold() in _SMALL)
        ):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    cleaned = []
    for run in runs:
        while run and (_is_generic(run[0]) or run[0].casefold() in _SMALL):
            run.pop(0)
        while run and run[-1].casefold() in _SMALL:
            run.pop()
        if run:
            cleaned.append(run)
    return cleaned


def _is_generic(words: str) -> bool:
    return all(word.casefold() in _GENERIC or month_named(word) is not None for word in words.split())
