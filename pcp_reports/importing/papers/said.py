"""What a paper's words say of a matter, as far as they say it plainly: dates, names, what sort of matter it is.

A date without its year is the latest that the meeting leaves open. What is not said plainly is not guessed: every key
made here can be left out, and the words stand in the text all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pcp_reports.dates import MONTHS, MONTHS_CY, PartialDate, month_named
from pcp_reports.importing.papers.places import (
    LAUNCHED,
    PLACE,
    SENTENCE,
    VISITED,
    WITH,
    bodies_in,
    is_generic,
    places_in,
)
from pcp_reports.importing.papers.titles import title_of
from pcp_reports.records import dataclass

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
_WHO = r"(?:Commissioner|PCC|PFCC|DPCC|Deputy\s+Mayor|Mayor|Comisiynydd|I|We|we)"
_DID = (
    r"(?:visited|met|attended|joined|spoke|hosted|held|went|toured|opened|welcomed|addressed|chaired|supported|accompanied|"
    r"answered|took\s+part|spent\s+(?:time|a\s+day|the\s+day)|has\s+(?:visited|met|attended|joined|spent)|walked|listened)"
)
_ENGAGED = re.compile(rf"\b{_WHO}\b[^.:;]{{0,110}}?\b{_DID}\b|\b{_DID}\b[^.:;]{{0,60}}?\b{_WHO}\b")
_IN_PLACE = re.compile(
    r"\b(?:background|introduction|recommendations?|conclusions?|purpose|summary|implications?|financial|legal|equality|risks?|"
    r"consultation|next\s+steps|decisions?|reasons?|options|contacts?|appendi\w+|glossary|cefndir|argymhell\w*|casgliad\w*)\b",
    re.IGNORECASE,
)


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
    opening = " ".join(SENTENCE.findall(" ".join(first.split()))[:2])
    told = _BOARD.search(opening) and _MET.search(opening)
    if board and (told or (_HOLDING.search(heading) and _A_BOARD.search(opening))):
        held = dates_in(opening, meeting)
        return Said(BOARD, "Accountability Board", (("held", str(held[0])),) if held else ())
    match = _OPERATION.search(opening)
    if match is not None and (match.start() == 0 or not _ENGAGED.search(opening)):
        name = f"{'Ymgyrch' if 'Ymgyrch' in match[0] else 'Operation'} {match['name']}"
        launched = _date_near(LAUNCHED, opening, meeting)
        keys = [("launched", str(launched))] if launched is not None else []
        return Said("operation", name, (*keys, *(("places", place) for place in places_in(opening))))
    title = title_of(opening)
    if _ENGAGED.search(opening):
        sentence = SENTENCE.findall(opening)[0]
        place, met = PLACE.search(opening), WITH.search(sentence)
        keys = [("place", place["place"])] if place is not None and not is_generic(place["place"]) else []
        if met is not None and not is_generic(met["name"]):
            whom = met["name"].strip(" .")
            keys += [("with", one) for one in bodies_in(whom)]
            title = f"Meeting with {whom}"
        if keys and keys[0][0] == "place":
            title = f"Visit to {keys[0][1]}" if VISITED.search(opening) else keys[0][1]
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
    days = [date for date in dates_in(SENTENCE.findall(opening)[0], meeting) if date.day is not None]
    named = before if len(before) == 1 else days
    return named[0] if len(named) == 1 else None
